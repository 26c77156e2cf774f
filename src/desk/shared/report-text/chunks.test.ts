import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOf, chunkAt } from "./chunks.js";

describe("a report's text as paragraphs", () => {
  test("passages, and what stands between them", () => {
    const text = "Head\n\nBody one.\n\nShare this\n\nBody two.";
    const blocks = blocksOf(text, [
      { start: 0, end: 4, kind: "headline" },
      { start: 6, end: 15, kind: "body" },
      { start: 29, end: 38, kind: "body" },
    ]);
    expect(blocks.map((b) => [b.kind, text.slice(b.chunks[0]!.start, b.chunks.at(-1)!.end).trim()])).toEqual([
      ["headline", "Head"],
      ["body", "Body one."],
      ["other", "Share this"],
      ["body", "Body two."],
    ]);
  });

  test("one line of megabytes comes in pieces that make it up again", () => {
    const text = "word ".repeat(400_000);
    const chunks = blocksOf(text, [{ start: 0, end: text.length, kind: "body" }])[0]!.chunks;
    expect(chunks.length).toBeGreaterThan(400);
    expect(chunks.map((c) => text.slice(c.start, c.end)).join("")).toBe(text);
  });

  test("no piece ends between the halves of a pair", () => {
    const text = "😀".repeat(9_000);
    const { chunks } = blocksOf(text, [{ start: 0, end: text.length, kind: "body" }])[0]!;
    expect(chunks.every((c) => c.start % 2 === 0 && c.end % 2 === 0)).toBe(true);
  });

  test("every offset is found in its chunk", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 }), (lengths) => {
        let at = 0;
        const chunks = lengths.map((n) => ({ start: at, end: (at += n) }));
        for (let o = 0; o < at; o += 1) {
          const c = chunks[chunkAt(chunks, o)]!;
          if (!(c.start <= o && o < c.end)) return false;
        }
        return chunkAt(chunks, -1) === -1;
      }),
    );
  });
});
