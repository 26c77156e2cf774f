import { beforeAll, describe, expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { analyse } from "./analyse.js";
import { analyseWords } from "./analyse-words.js";
import { annotateConllu, readConllu, toConllu, writeConllu } from "./conllu.js";
import type { LanguageModel } from "./model.js";

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

const TREE = `# newdoc id = one
# sent_id = 1
# text = They didn't stop.
1	They	they	PRON	PRP	Case=Nom	4	nsubj	4:nsubj	_
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	4:aux	_
3	n't	not	PART	RB	_	4	advmod	4:advmod	_
4	stop	stop	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No
4.1	stopped	stop	VERB	VBD	_	_	_	4:conj	_
5	.	.	PUNCT	.	_	4	punct	4:punct	_

# sent_id = 2
# text = Now!
1	Now	now	ADV	RB	_	0	root	0:root	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	1:punct	_

`;

test("writing what was read gives the same file", () => {
  expect(writeConllu(readConllu(TREE))).toBe(TREE);
  expect(writeConllu(readConllu(TREE.replaceAll("\n", "\r\n")))).toBe(TREE);
  expect(writeConllu([])).toBe("");
});

test("heads are indexes, -1 for the root", () => {
  expect(readConllu(TREE)[0]!.words.map((w) => w.head)).toEqual([3, 3, 3, -1, 3]);
});

test("a line with too few columns is named", () => {
  expect(() => readConllu("1\tThey\tthey\n")).toThrow("line 1 has 3 columns");
});

test("annotating keeps forms, comments, multiword tokens and empty nodes", () => {
  const out = writeConllu(annotateConllu(readConllu(TREE), model)).split("\n");
  const kept = (line: string) => (/^\d+\t/.test(line) ? line.split("\t").slice(0, 2).join(" ") : line);
  expect(out.map(kept)).toEqual(TREE.split("\n").map(kept));
  expect(out.filter((l) => /^\d+\t/.test(l)).every((l) => l.split("\t").length === 10)).toBe(true);
});

describe("parsed text as CoNLL-U", () => {
  test("with text, spaces and contractions", () => {
    const text = "Kabul didn't confirm\nthe army's claim.";
    const lines = toConllu(analyse(text, { start: 0, end: text.length }, model)).split("\n");
    expect(lines[0]).toBe("# sent_id = 1");
    expect(lines[1]).toBe("# text = Kabul didn't confirm the army's claim.");
    expect(lines.filter((l) => l.includes("-")).map((l) => l.split("\t").slice(0, 2))).toEqual([
      ["2-3", "didn't"],
      ["6-7", "army's"],
    ]);
    expect(lines.find((l) => l.includes("\tclaim\t"))).toMatch(/\tSpaceAfter=No$/);
    expect(lines.find((l) => l.includes("\tdid\t"))).toContain("\tMood=Ind|");
  });

  test("reads back as the same trees", () => {
    const text = "Rebels seized the airport in Goma on Monday. The army said it had withdrawn.";
    const sentences = analyse(text, { start: 0, end: text.length }, model);
    const back = readConllu(toConllu(sentences));
    expect(back.map((s) => s.words.map((w) => w.head))).toEqual(sentences.map((s) => [...s.head]));
  });
});

test("a sentence of 10,000 words takes no more time for each than a short one", () => {
  const words = "the army said on Friday that rebels had seized a town , including two villages".split(" ");
  const forms = Array.from({ length: 10_000 }, (_, i) => words[i % words.length]!);
  const began = performance.now();
  const { head } = analyseWords(forms, model);
  expect(head.length).toBe(10_000);
  expect(performance.now() - began).toBeLessThan(15_000);
});
