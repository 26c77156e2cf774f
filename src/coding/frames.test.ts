import { beforeAll, describe, expect, test } from "vitest";
import { readFrameSources } from "../data/load-frames.js";
import { loadReader, type NodeReader } from "../data/load-reader.js";
import type { FrameEntry } from "./frames.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

const coded = (sentence: string) => reader.events(sentence);

for (const [file, entries] of Object.entries(readFrameSources().frames)) {
  describe(file, () => {
    for (const entry of entries) {
      test.each([entry.yes, ...(entry.also ?? [])])(`${entry.id} codes: %s`, (sentence) => {
        const events = coded(sentence);
        const found = events.map((e) => `${e.type} ${e.mode ?? "-"} by ${e.rules.join("+")}`);
        const hit = events.some(
          (e) => e.rules.includes(entry.id) && e.type === entry.type && modeFits(entry, e.mode),
        );
        expect(hit, `made ${found.join("; ") || "nothing"}`).toBe(true);
      });
      test(`${entry.id} leaves: ${entry.no}`, () => {
        const rules = coded(entry.no).flatMap((e) => e.rules);
        expect(rules).not.toContain(entry.id);
      });
    }
  });
}

function modeFits(entry: FrameEntry, mode: string | null): boolean {
  return (
    entry.mode === "content" ||
    entry.mode === undefined ||
    (entry.mode ?? null) === null ||
    entry.mode === mode
  );
}
