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
const scores = new Scores();
let articles = 0;
for (const document of readDocuments(file)) {
  if (!document.otherAnnotators?.length) continue;
  articles++;
  const words = new Words(document.text, parse(document, model).sentences);
  const lists = [document, ...document.otherAnnotators].map((by) =>
    words.outermost(by.attributions.map((a) => words.laid(a))),
  );
  for (const [k, one] of lists.entries()) for (const other of lists.slice(k + 1)) scores.add(one, other);
}
const shown = (x: number) => x.toFixed(1);
console.log(
  `${articles} articles: source ${shown(scores.exact("source"))}, cue ${shown(scores.exact("cue"))}, content overlap ${shown(
    scores.overlap("content"),
  )}, exact ${shown(scores.exact("content"))}`,
);
