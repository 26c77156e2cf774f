import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/data/package-root.js";

let state = 5;
const random = (n: number) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % n;
};

const folder = join(packageRoot(), "samples");
const paragraphs = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .flatMap((name) => readFileSync(join(folder, name), "utf8").split(/\n\n+/).slice(1))
  .filter((p) => p.length > 120);

/** Nine paragraphs of the samples, in another choice for each: about 400 words, as an agency's report has. */
export function made(k: number): { readonly name: string; readonly text: string } {
  const day = new Date(Date.UTC(2025, 0, 1 + (k % 300))).toISOString().slice(0, 10);
  const body = Array.from({ length: 9 }, () => paragraphs[random(paragraphs.length)]!);
  return { name: `made-${k}.txt`, text: `Title: Made report ${k}\nDate: ${day}\n\n${body.join("\n\n")}\n` };
}
