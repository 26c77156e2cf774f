/**
 * How far two people agree who marked the same articles, in the figures of the task `attribution`.
 *
 *   npx tsx bench/attribution/people.ts ../shared/data/attribution/polnear-train.jsonl.gz
 */
import { loadLanguageModel } from "../../src/data/load-language.js";
import { parse, readDocuments } from "./documents.js";
import { Scores, Words } from "./score.js";

const file = process.argv[2];
if (file === undefined) throw new Error("people.ts: name a file of PolNeAR");
const model = await loadLanguageModel();
const sayings = new Scores();
const all = new Scores();
let articles = 0;
for (const document of readDocuments(file)) {
  if (!document.otherAnnotators?.length) continue;
  articles++;
  const words = new Words(document.text, parse(document, model).sentences);
  const lists = [document, ...document.otherAnnotators].map((by) =>
    words.outermost(by.attributions.map((a) => words.laid(a))),
  );
  for (const [k, one] of lists.entries())
    for (const other of lists.slice(k + 1)) {
      all.add(one, other);
      sayings.add(
        one.filter((a) => words.isSaying(a)),
        other.filter((a) => words.isSaying(a)),
      );
    }
}
const shown = (scores: Scores) =>
  (
    [
      ["source", scores.exact("source")],
      ["cue", scores.exact("cue")],
      ["content overlap", scores.overlap("content")],
      ["content exact", scores.exact("content")],
    ] as const
  )
    .map(([name, value]) => `${name} ${value.toFixed(1)}`)
    .join(", ");
console.log(`${articles} articles\nwords of saying: ${shown(sayings)}\nall cues: ${shown(all)}`);
