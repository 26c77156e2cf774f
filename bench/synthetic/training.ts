/**
 * Writes the part of the stories that may be looked at, and that rules are written by, to a file for `--file`.
 *
 *   npx tsx bench/synthetic/training.ts OUT [--data ../shared/data]
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { FILE, heldOut, readStories } from "./stories.js";

const { values, positionals } = parseArgs({
  options: { data: { type: "string", default: "../shared/data" } },
  allowPositionals: true,
});
const [out] = positionals;
if (!out) {
  console.error("training: to which file?");
  process.exit(2);
}
const all = readStories(join(values.data, FILE));
const held = new Set(heldOut(all));
// a notice of rights is all that some have
const training = all.filter((s) => !held.has(s) && !/^\(Copyright[^\n]*$/.test(s.text));
writeFileSync(out, training.map((s) => `${JSON.stringify(s)}\n`).join(""));
console.log(`${training.length} of ${all.length} stories`);
