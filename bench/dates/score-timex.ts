/**
 * Scores date expressions against a TimeML corpus as JSON lines ({ dct, text, timexes: [{ start, end, type, value }] }).
 * Relaxed: any overlap, one to one. Ranges count as their two ends, as the annotation has it.
 *
 *   npx tsx bench/dates/score-timex.ts FILE.jsonl [--errors]
 */
import { readFileSync } from "node:fs";
import { datesOf } from "../../src/coding/dates.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { analyse } from "../../src/language/analyse.js";
import type { Report } from "../../src/sources/report.js";
import { type DateExpression, timexType } from "../../src/text/date-expression.js";
import { findDateExpressions } from "../../src/text/date-expressions.js";
import type { Tense } from "../../src/text/resolve-date.js";
import { timexValue } from "../../src/text/timex.js";

interface Timex {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: string;
  readonly value: string | null;
}

/** Expressions with the tense of their clause, as the coder reads them. */
function read(text: string, published: string): { e: DateExpression; tense: Tense }[] {
  const sentences = analyse(text, { start: 0, end: text.length }, model);
  const report: Report = {
    id: "",
    text,
    passages: [{ start: 0, end: text.length, kind: "body" }],
    title: null,
    outlet: null,
    author: null,
    address: null,
    language: "en",
    published: { from: published, to: published, basis: "stated", reasons: [], evidence: null },
    datelinePlace: null,
  };
  const parsed = { report, sentences, passageOf: sentences.map(() => 0), mentions: sentences.map(() => []) };
  return datesOf(parsed).expressions.flatMap((placed) =>
    placed.flatMap((p) => {
      const { expression: e, tense } = p;
      return (e.kind === "range" ? [e.from, e.to] : [e]).map((one) => ({ e: one, tense }));
    }),
  );
}

const [file, ...flags] = process.argv.slice(2);
const model = await loadLanguageModel();
if (file === undefined) throw new Error("usage: score-timex FILE.jsonl [--errors]");
const showErrors = flags.includes("--errors");
let gold = 0;
let found = 0;
let relaxed = 0;
let strict = 0;
let value = 0;
let type = 0;
let characters = 0;
let elapsedMs = 0;
const missed: string[] = [];
const spurious: string[] = [];
const wrong: string[] = [];
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "") continue;
  const document = JSON.parse(line) as { id: string; dct: string; text: string; timexes: Timex[] };
  const began = performance.now();
  findDateExpressions(document.text, { start: 0, end: document.text.length });
  elapsedMs += performance.now() - began;
  characters += document.text.length;
  const reference = document.dct.slice(0, 10);
  const predicted = read(document.text, reference);
  gold += document.timexes.length;
  found += predicted.length;
  const used = new Set<object>();
  for (const g of document.timexes) {
    const hits = predicted.filter((e) => !used.has(e) && e.e.start < g.end && g.start < e.e.end);
    const hit = hits.find((e) => e.e.start === g.start && e.e.end === g.end) ?? hits[0];
    const around = document.text.slice(Math.max(0, g.start - 40), g.end + 30).replace(/\s+/g, " ");
    if (hit === undefined) {
      missed.push(`${g.text.replace(/\s+/g, " ")} | ${around}`);
      continue;
    }
    used.add(hit);
    relaxed++;
    const { e, tense } = hit;
    if (e.start === g.start && e.end === g.end) strict++;
    if (timexType(e) === g.type) type++;
    const got = timexValue(e, reference, tense);
    if (got === g.value) value++;
    else
      wrong.push(
        `${g.text.replace(/\s+/g, " ")} | gold ${g.type} ${g.value} got ${timexType(e)} ${got} ${tense} @${reference} | ${around}`,
      );
  }
  for (const p of predicted) {
    if (!used.has(p)) {
      const { e } = p;
      const around = document.text.slice(Math.max(0, e.start - 40), e.end + 30).replace(/\s+/g, " ");
      spurious.push(`${document.text.slice(e.start, e.end)} | ${around}`);
    }
  }
}
const f1 = (hits: number): number => (200 * hits) / (gold + found);
if (showErrors) {
  for (const [name, list] of [
    ["missed", missed],
    ["spurious", spurious],
    ["wrong", wrong],
  ] as const) {
    process.stdout.write(`\n## ${name} (${list.length})\n${list.join("\n")}\n`);
  }
}
process.stdout.write(
  `${JSON.stringify({
    gold,
    found,
    relaxed: { p: (100 * relaxed) / found, r: (100 * relaxed) / gold, f1: f1(relaxed) },
    strict: { f1: f1(strict) },
    type: { f1: f1(type) },
    value: { f1: f1(value) },
    megabytesPerSecond: characters / 1000 / elapsedMs,
  })}\n`,
);
