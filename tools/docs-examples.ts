/**
 * The examples in README.md and docs/: what they print is what stands below them.
 *
 *   npx tsx tools/docs-examples.ts      writes the outputs anew
 *
 * Two forms. A command and what of its output is shown, above a `text` block; the command runs from the project's root:
 *
 *     <!-- output of: parley read samples/sahel-djibo.txt --width 100 | 3 paragraphs, TOLLS -->
 *
 * where after the bar stand `12 lines`, `3 paragraphs`, the first words of a paragraph's title, or `json events.0` for a part of the
 * first report in JSON. And `<!-- example -->` above a `js` block that is followed by a `text` block: the program and what it prints.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

const OUTPUT = /(<!-- output of: parley (.+?)(?: \| (.+?))? -->\n```\w*\n)([\s\S]*?)(```)/g;
const EXAMPLE = /(<!-- example -->\n```js\n([\s\S]*?)```\n\n```text\n)([\s\S]*?)(```)/g;

/** Pages with examples, as paths from the project's root. */
export function pages(): string[] {
  const below = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => `${folder}/${name}`);
  return ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", ...below("docs"), ...below("docs/decisions")];
}

export function readPage(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** The page with every output as the commands give it now. */
export function refreshed(page: string): string {
  return readPage(page)
    .replace(OUTPUT, (_all, head: string, command: string, show: string | undefined, _old, end: string) => {
      return `${head}${excerpt(node(["src/cli.ts", ...command.split(" ")]), show)}\n${end}`;
    })
    .replace(EXAMPLE, (_all, head: string, program: string, _old, end: string) => {
      const index = pathToFileURL(join(root, "src/index.ts")).href;
      return `${head}${node(["--input-type=module", "-e", program.replace('"parley"', `"${index}"`)]).trimEnd()}\n${end}`;
    });
}

function node(args: readonly string[]): string {
  return execFileSync(process.execPath, ["--import", "tsx", ...args], { cwd: root, encoding: "utf8" });
}

/** The parts of an output that a page shows; "…" stands for what is left out. */
export function excerpt(output: string, show: string | undefined): string {
  const text = output.trimEnd();
  if (show === undefined) return text;
  if (show.startsWith("json "))
    return JSON.stringify(at(JSON.parse(text), ["0", ...show.slice(5).split(".")]), null, 2);
  const lines = /^(\d+) lines$/.exec(show);
  if (lines) return `${text.split("\n").slice(0, Number(lines[1])).join("\n")}\n…`;
  const paragraphs = text.split(/\n\n/);
  const kept = new Set<number>();
  for (const part of show.split(", ")) {
    const first = /^(\d+) paragraphs$/.exec(part);
    if (first) for (let k = 0; k < Number(first[1]); k++) kept.add(k);
    const titled = paragraphs.findIndex((p) => p.startsWith(part));
    if (!first && titled < 0) throw new Error(`no paragraph begins with "${part}"`);
    if (!first) kept.add(titled);
  }
  const shown: string[] = [];
  paragraphs.forEach((p, k) => {
    if (kept.has(k)) shown.push(p);
    else if (shown.at(-1) !== "…") shown.push("…");
  });
  return shown.join("\n\n");
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((v, key) => (v as Record<string, unknown>)[key], value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of pages()) {
    const text = refreshed(page);
    if (text === readPage(page)) continue;
    writeFileSync(join(root, page), text);
    console.log(`${page}: written anew`);
  }
}
