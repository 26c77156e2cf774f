import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { UsageError } from "./exit.js";
import { type ReadOptions, readCommand } from "./read.js";

const REPORT =
  "GOMA, March 3 (Example) - M23 fighters attacked an army camp near Sake on Sunday, killing at least five Congolese soldiers, the army said.\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-read-"));
  writeFileSync(join(folder, "clash.txt"), REPORT);
  writeFileSync(
    join(folder, "other.txt"),
    "Qatar offered to mediate between Sudan and the Rapid Support Forces on Monday.\n",
  );
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(
    join(folder, "binary.txt"),
    Uint8Array.from({ length: 64 }, () => 0),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command into a file; what it said on standard error beside what it wrote. */
async function run(inputs: string[], options: Partial<ReadOptions> = {}) {
  const out = join(folder, "out.dat");
  const said: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
  try {
    const code = await readCommand(
      inputs.map((name) => join(folder, name)),
      { format: "text", published: "2025-03-03", out, ...options },
    );
    return { code, written: readFileSync(out, "utf8"), said: said.join("") };
  } finally {
    spy.mockRestore();
  }
}

describe("parley read", () => {
  test("facts of two files are one JSON array in the order given", async () => {
    const { code, written } = await run(["clash.txt", "other.txt"], { format: "facts" });
    expect(code).toBe(0);
    const facts = JSON.parse(written);
    expect(facts.map((f: { id: string }) => f.id)).toEqual(["clash", "other"]);
    expect(facts[0].tolls[0]).toMatchObject({
      harm: "killed",
      low: 5,
      high: null,
      hedge: "at-least",
      sources: ["COD"],
    });
    expect(facts[1].initiatives[0]).toMatchObject({ act: "offers", third_party: ["QAT"] });
  });

  test("jsonl is one report a line", async () => {
    const { written } = await run(["clash.txt", "other.txt"], { format: "jsonl" });
    const lines = written.trim().split("\n");
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(JSON.parse(line).report.text.length).toBeGreaterThan(0);
  });

  test("unreadable files are named and the others are read", async () => {
    const { code, written, said } = await run(["empty.txt", "clash.txt", "missing.txt", "binary.txt"], {
      format: "facts",
    });
    expect(code).toBe(1);
    expect(JSON.parse(written)).toHaveLength(1);
    for (const name of ["empty.txt", "missing.txt", "binary.txt"]) expect(said).toContain(name);
  });

  test("nothing readable is still valid JSON", async () => {
    const { code, written } = await run(["empty.txt"], { format: "json" });
    expect(code).toBe(1);
    expect(JSON.parse(written)).toEqual([]);
  });

  test("the text form quotes the words and keeps to the width", async () => {
    const { written } = await run(["clash.txt"], { width: "60" });
    expect(written).toContain("at least 5");
    expect(Math.max(...written.split("\n").map((l) => l.length))).toBeLessThanOrEqual(60);
    // no colours in a file
    expect(written).not.toContain("\u001b");
  });

  test("one claim is explained with its rule and tree", async () => {
    const { written } = await run(["clash.txt"], { explain: "e0", format: "json" });
    expect(written).toContain("frame:assault/");
    expect(written).toContain("nsubj");
  });

  test("a claim that is not there is said so", async () => {
    const { written } = await run(["clash.txt"], { explain: "t99" });
    expect(written).toContain("has no claim t99");
  });

  test.each([
    [{ published: "yesterday" }, "--published"],
    [{ width: "wide" }, "--width"],
  ])("wrong use: %j", async (options, word) => {
    await expect(run(["clash.txt"], options)).rejects.toThrow(UsageError);
    await expect(run(["clash.txt"], options)).rejects.toThrow(word);
  });
});
