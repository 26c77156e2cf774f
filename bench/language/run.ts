/**
 * Accuracy of tags, lemmas and trees on a treebank, and speed. See README.md beside this file.
 *
 *   npx tsx bench/language/run.ts [FILE.conllu[.gz] …] [--models DIR] [--json]
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { measureTreebank } from "./treebank-scores.js";

const DEFAULT_FILES = ["en_ewt-ud-dev", "en_gum-ud-dev"].map((n) => `../shared/data/ud/${n}.conllu.gz`);

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { models: { type: "string" }, json: { type: "boolean", default: false } },
});
const files = (positionals.length > 0 ? positionals : DEFAULT_FILES).filter((file) => {
  if (existsSync(file)) return true;
  console.error(`${file}: not there, nothing measured. Give the path of a CoNLL-U treebank.`);
  return false;
});
if (files.length > 0) {
  const began = performance.now();
  const model = await loadLanguageModel(options.models);
  const loadMs = Math.round(performance.now() - began);
  const results = files.map((file) => ({ file: basename(file), ...measureTreebank(file, model) }));
  if (options.json) console.log(JSON.stringify({ model: model.version, loadMs, results }, null, 2));
  else {
    console.log(`model ${model.version}, loaded in ${loadMs} ms`);
    for (const r of results) {
      console.log(`${r.file}: ${r.gold.words} words, ${r.tokensPerSecond} tokens/s tagged and parsed,`);
      console.log(`  ${r.rawTokensPerSecond} tokens/s from raw text (second run, one core)`);
      for (const [name, s] of [
        ["gold tokens", r.gold],
        ["raw text", r.raw],
      ] as const)
        console.log(
          `  ${name.padEnd(12)} ${(["upos", "xpos", "lemma", "uas", "las"] as const)
            .map((k) => `${k.toUpperCase()} ${s[k].toFixed(2)}`)
            .join("  ")}${name === "raw text" ? `  words ${r.rawWords.toFixed(2)}` : ""}`,
        );
    }
  }
}
