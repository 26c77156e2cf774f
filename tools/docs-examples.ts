/**
 * The examples in README.md and docs/: what they print is what stands below them.
 *
 *   npx tsx tools/docs-examples.ts      writes the outputs anew
 *
 * Two forms. A command and what of its output is shown, above a `text` block; the command runs from the project's root:
 *
 *     <!-- output of: parley read samples/sahel-djibo.txt --width 100 | 3 paragraphs, TOLLS -->
 *
 * where after the bar stand `12 lines`, `3 paragraphs`, the first words of a paragraph's title (between semicolons where they
 * hold a comma), or `json events.0` for a part of the first report in JSON. And `<!-- example -->` above a `js` block that is followed by a `text` block: the program and what it prints.
 *
 * Commands of the store work on one that holds the samples, made once in a temporary folder. Those that change it get a copy,
 * which the rest of the page goes on with; a folder after `--data` is a fresh one. What depends on machine or moment is made
 * the same every time: folders, ids of rulings, today's date.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
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
  let store: string | null = null;
  const storeFor = (command: string): string | null => {
    const [name = ""] = command.split(" ");
    if (NO_STORE.has(name)) return null;
    if (CHANGES_STORE.has(name) && store === null) store = copyOf(sampleStore());
    return store ?? sampleStore();
  };
  return readPage(page)
    .replace(OUTPUT, (_all, head: string, command: string, show: string | undefined, _old, end: string) => {
      return `${head}${excerpt(parley(command, storeFor(command)), show)}\n${end}`;
    })
    .replace(EXAMPLE, (_all, head: string, program: string, _old, end: string) => {
      const index = pathToFileURL(join(root, "src/index.ts")).href;
      return `${head}${node(["--input-type=module", "-e", program.replace('"parley"', `"${index}"`)]).trimEnd()}\n${end}`;
    });
}

/** Commands that have no store, and those that change it. */
const NO_STORE = new Set(["read", "parse", "schema"]);
const CHANGES_STORE = new Set(["add", "rule", "rebuild"]);

/** What a command prints: standard output, then standard error. */
function parley(command: string, store: string | null): string {
  const folders: string[] = store === null ? [] : [store];
  const args = wordsOf(command).map((word, k, all) => {
    if (all[k - 1] !== "--data") return word;
    folders.push(temporaryFolder());
    return folders.at(-1)!;
  });
  const output = node(["src/cli.ts", ...args], store === null ? {} : { PARLEY_DATA: store });
  const today = new Date().toISOString().slice(0, 10);
  return folders
    .reduce((text, folder) => text.replaceAll(folder, "~/.local/share/parley"), output)
    .replace(/\bu[0-9a-z]{12}\b/g, RULING)
    .replaceAll(today, "2026-11-21");
}

/** Stands for the id of every ruling: a real one follows from the moment in which it is made. */
const RULING = "u7h3kq0w2m5xz";

/** A command line's words; double quotation marks hold words together. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

let samples: string | null = null;

function sampleStore(): string {
  if (samples === null) {
    const folder = temporaryFolder();
    node(["src/cli.ts", "add", "samples", "--quiet"], { PARLEY_DATA: folder });
    samples = folder;
  }
  return samples;
}

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "parley-docs-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { PARLEY_DATABASE: _, ...own } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...own, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${args.join(" ")}: exit code ${status}\n${stderr}`);
  return stdout + stderr;
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
  for (const part of show.split(show.includes("; ") ? "; " : ", ")) {
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
