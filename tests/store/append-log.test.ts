import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openAppendLog } from "../../src/store/append-log.js";

let folder: string;
let file: string;
const line = z.strictObject({ text: z.string() });
const open = () => openAppendLog(file, (value) => line.parse(value));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-log-"));
  file = join(folder, "log.jsonl");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("lines come back in the order in which they were added, whatever is in them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), { maxLength: 5 }),
      (batches) => {
        rmSync(file, { force: true });
        const log = open();
        for (const batch of batches) log.append(batch.map((text) => ({ text })));
        expect(log.read().map((l) => l.text)).toEqual(batches.flat());
        expect(open().read()).toEqual(log.read());
      },
    ),
    { numRuns: 20 },
  );
});

test("a log that is not there is empty, and adding nothing does not make it", () => {
  const log = open();
  expect(log.read()).toEqual([]);
  expect(log.size()).toBe(0);
  log.append([]);
  expect(existsSync(file)).toBe(false);
});

test("wherever a crash cuts the last line, the lines before it stand and more can be added", () => {
  open().append([{ text: "one" }, { text: "zwei ü" }]);
  const whole = readFileSync(file);
  const lastLine = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
  for (let end = lastLine; end < whole.length; end += 1) {
    writeFileSync(file, whole);
    truncateSync(file, end);
    rmSync(`${file}.torn`, { force: true });
    const log = open();
    expect(log.read()).toEqual([{ text: "one" }]);
    const kept = existsSync(`${file}.torn`) ? readFileSync(`${file}.torn`) : Buffer.alloc(0);
    expect(kept).toEqual(whole.subarray(lastLine, end));
    log.append([{ text: "three" }]);
    expect(open().read()).toEqual([{ text: "one" }, { text: "three" }]);
  }
});

test.each([
  ["no JSON", "{oops"],
  ["of another form", '{"other":1}'],
  ["zeros, as a power cut can leave", "\0\0\0"],
])("a line in the middle that is %s is an error that names file and line", (_name, bad) => {
  open().append([{ text: "one" }]);
  appendFileSync(file, `${bad}\n`);
  open().append([{ text: "three" }]);
  expect(() => open().read()).toThrow(
    expect.objectContaining({ code: "store-damaged", message: expect.stringContaining(`${file}:2`) }),
  );
});
