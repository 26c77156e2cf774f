/**
 * Exact F1 of names by kind, on gold tokens with predicted tags, and what finding them costs. See README.md beside this file.
 *
 *   npx tsx bench/language/names.ts [FILE.bio[.gz] …] [--models DIR] [--errors] [--json]
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { analyseWords } from "../../src/language/analyse-words.js";
import type { LanguageModel } from "../../src/language/model.js";
import { NAME_KINDS, type Name } from "../../src/language/sentence.js";
import {
  allKinds,
  countNames,
  type NamedSentence,
  noCounts,
  readNames,
  shares,
} from "../../tools/train/name-data.js";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    models: { type: "string" },
    errors: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const files = positionals.length > 0 ? positionals : ["../shared/data/ner/uner-ewt-dev.bio.gz"];
const model = await loadLanguageModel(options.models);
for (const file of files) {
  if (!existsSync(file)) {
    console.error(`${file}: not there, nothing measured. Give the path of a BIO file.`);
    continue;
  }
  measure(file, readNames(file));
}

function measure(file: string, sentences: readonly NamedSentence[]): void {
  const found = sentences.map((s) => analyseWords(s.forms, model).names);
  const counts = noCounts();
  sentences.forEach((s, i) => {
    countNames(counts, s.names, found[i]!);
    if (options.errors) printErrors(s, found[i]!);
  });
  const rows = [
    ...NAME_KINDS.map((kind) => ({ kind: kind as string, ...counts[kind] })),
    { kind: "all", ...allKinds(counts) },
  ].map((c) => ({ ...c, ...shares(c) }));
  const share = slowerPercent(sentences);
  if (options.json) {
    console.log(
      JSON.stringify({
        file: basename(file),
        sentences: sentences.length,
        rows,
        slowerPercent: share,
      }),
    );
    return;
  }
  console.log(
    `${basename(file)}: ${sentences.length} sentences; names make tagging and parsing ${share} % slower`,
  );
  for (const { kind, gold, p, r, f1 } of rows)
    console.log(
      `  ${kind.padEnd(4)} F1 ${f1.toFixed(2)}  P ${p.toFixed(2)}  R ${r.toFixed(2)}  of ${gold} names`,
    );
}

/** How much longer tagging and parsing take with names, in per cent: processor time of runs with and without in turn. */
function slowerPercent(sentences: readonly NamedSentence[]): number {
  const used = [model, { ...model, names: null }];
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < 8; run++) {
    used.forEach((m: LanguageModel, k) => {
      const began = process.cpuUsage();
      for (const s of sentences) analyseWords(s.forms, m);
      // The first run is compiled on the way.
      if (run > 0) least[k] = Math.min(least[k]!, process.cpuUsage(began).user);
    });
  }
  return Math.round(100 * (least[0]! / least[1]! - 1));
}

function printErrors(s: NamedSentence, ours: readonly Name[]): void {
  const words = (n: Name) => `${n.kind}[${s.forms.slice(n.from, n.to).join(" ")}]`;
  const gold = new Set(s.names.map((n) => `${n.kind} ${n.from} ${n.to}`));
  const had = new Set(ours.map((n) => `${n.kind} ${n.from} ${n.to}`));
  const missed = s.names.filter((n) => !had.has(`${n.kind} ${n.from} ${n.to}`)).map(words);
  const wrong = ours.filter((n) => !gold.has(`${n.kind} ${n.from} ${n.to}`)).map(words);
  if (missed.length + wrong.length > 0)
    console.log(
      `missed ${missed.join(" ") || "-"}  wrong ${wrong.join(" ") || "-"}  in: ${s.forms.join(" ")}`,
    );
}
