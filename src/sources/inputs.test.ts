import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gatherInputs } from "./inputs.js";

let root = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "parley-inputs-"));
  mkdirSync(join(root, "march/more"), { recursive: true });
  mkdirSync(join(root, "april"));
  mkdirSync(join(root, "empty"));
  mkdirSync(join(root, ".hidden"));
  for (const file of [
    "march/clash.txt",
    "march/talks.html",
    "march/more/clash.md",
    "march/table.csv",
    "april/clash.txt",
    ".hidden/x.txt",
    "notes.log",
  ]) {
    writeFileSync(join(root, file), file);
  }
  symlinkSync(root, join(root, "march/round"));
});

afterAll(() => rmSync(root, { recursive: true }));

async function gathered(...args: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const input of gatherInputs(args.map((arg) => (arg.includes("://") ? arg : join(root, arg))))) {
    found.push(
      "error" in input
        ? `${input.error.code}: ${input.error.message.replace(root, "")}`
        : `${input.id} ${new TextDecoder().decode(input.bytes)}`,
    );
  }
  return found;
}

test("a folder is read with those inside it; ids that clash get the folder's name", async () => {
  expect(await gathered("march", "april")).toEqual([
    "clash march/clash.txt",
    "more-clash march/more/clash.md",
    "talks march/talks.html",
    "april-clash april/clash.txt",
  ]);
});

test("a file that is named is read whatever its name, and once", async () => {
  expect(await gathered("notes.log", "notes.log")).toEqual(["notes notes.log"]);
});

test("globs", async () => {
  expect(await gathered("*/clash.txt")).toEqual(["clash april/clash.txt", "march-clash march/clash.txt"]);
});

test("what cannot be read is said in its place and stops nothing", async () => {
  expect(await gathered("missing.txt", "empty", "*.doc", "https://example.org/a", "april")).toEqual([
    "not-found: /missing.txt: no such file or folder.",
    "no-match: /empty: no .txt, .md or .html files in this folder.",
    "no-match: /*.doc: no file matches this pattern.",
    "address: https://example.org/a: addresses are not fetched in this version. Save the page and give the file.",
    "clash april/clash.txt",
  ]);
});
