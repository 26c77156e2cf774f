/**
 * What is read wrongly, by cause, the most frequent first, with sentences and, on request, their trees.
 *
 *   npm run bench:errors -- TASK [--data ../shared/data] [--file FILE] [--cause WORDS] [--examples 3] [--trees]
 */
import { existsSync } from "node:fs";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { analyse } from "../../src/language/analyse.js";
import { fail, goldFile, measureFile, parsed, TASK_NAMES } from "./cli.js";
import { causesOf } from "./table.js";
import { TASKS } from "./tasks.js";

const USAGE =
  "npm run bench:errors -- TASK [--data ../shared/data] [--file FILE] [--cause WORDS] [--examples 3] [--trees]";
const { values, positionals } = parsed(USAGE, {
  options: {
    data: { type: "string", default: "../shared/data" },
    file: { type: "string" },
    cause: { type: "string" },
    examples: { type: "string", default: "3" },
    trees: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
const task = TASKS.find((t) => t.name === positionals[0]);
if (!task) fail(`Which task? ${TASK_NAMES}\n${USAGE}`);
const file = goldFile(task, values.data, values.file);
if (!existsSync(file)) fail(`${file} is not there: give the folder with --data`);

const { misses } = await measureFile(task, file);
const model = values.trees ? await loadLanguageModel() : null;
console.log(`${misses.length} differences from the gold in ${file}\n`);
for (const { cause, misses: group } of causesOf(misses)) {
  if (values.cause !== undefined && !cause.includes(values.cause)) continue;
  console.log(`${group.length} × ${cause}`);
  for (const miss of group.slice(0, Number(values.examples))) {
    console.log(`    ${miss.sentence.replace(/\s+/g, " ")}\n    ⇒ ${miss.detail}`);
    if (model) console.log(treesOf(miss.sentence).replace(/^/gm, "      "));
  }
}

/** A line a word: number, form, kind, head and relation. */
function treesOf(text: string): string {
  return analyse(text, { start: 0, end: text.length }, model!)
    .flatMap((s) => s.form.map((form, k) => [k, form, s.xpos[k], s.head[k], s.relation[k]].join("\t")))
    .join("\n");
}
