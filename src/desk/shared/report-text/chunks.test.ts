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

  test("a dateline and what else stands on a line is in one paragraph", () => {
    const text = "Title: Two killed\nDate: 2025-10-15\n\nKABUL — Two men were killed.\nHe said so.";
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const blocks = blocksOf(text, [
      { ...at("Two killed"), kind: "headline" },
      { ...at("2025-10-15"), kind: "dateline" },
      { ...at("KABUL"), kind: "dateline" },
      { ...at("Two men were killed.\nHe said so."), kind: "body" },
    ]);
    expect(blocks.map((b) => [b.kind, b.chunks.map((c) => text.slice(c.start, c.end))])).toEqual([
      ["headline", ["Title: ", "Two killed"]],
      ["dateline", ["Date: ", "2025-10-15"]],
      ["body", ["KABUL", " — ", "Two men were killed.\nHe said so."]],
    ]);
  });

  test("invisible characters stand apart", () => {
    const text = "a\u202eb\u200b\u200b";
    const [block] = blocksOf(text, [{ start: 0, end: text.length, kind: "body" }]);
    expect(block!.chunks.map((c) => [text.slice(c.start, c.end), c.unseen])).toEqual([
      ["a", undefined],
      ["\u202e", "\u202e"],
      ["b", undefined],
      ["\u200b\u200b", "\u200b"],
    ]);
  });

  test("a million lines are no million paragraphs", () => {
    const text = "line\n".repeat(1_000_000);
    const blocks = blocksOf(text, []);
    expect(blocks.length).toBeLessThan(3_000);
    const chunks = blocks.flatMap((b) => b.chunks);
    expect(chunks.every((c, k) => k === 0 || text.slice(chunks[k - 1]!.end, c.start).trim() === "")).toBe(
      true,
    );
    expect(text.slice(chunks.at(-1)!.end).trim()).toBe("");
  });

  test("whatever is no white space lies in just one chunk, in order", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b ", "\n", "\u200b", "\u202e", "😀") });
    fc.assert(
      fc.property(words, fc.array(fc.nat({ max: 40 }), { maxLength: 8 }), (text, cuts) => {
        const ends = [...new Set(cuts.map((c) => Math.min(c, text.length)))].sort((a, b) => a - b);
        const passages = ends
          .slice(1)
          .flatMap((end, k) => (k % 2 === 0 ? [{ start: ends[k]!, end, kind: "body" }] : []));
        let at = 0;
        let between = "";
        for (const c of blocksOf(text, passages).flatMap((b) => b.chunks)) {
          if (c.start < at || c.end <= c.start) return false;
          between += text.slice(at, c.start);
          at = c.end;
        }
        return (between + text.slice(at)).trim() === "";
      }),
    );
  });

  test("one line of megabytes comes in pieces that make it up again", () => {
    const text = "word ".repeat(400_000);
    const chunks = blocksOf(text, [{ start: 0, end: text.length, kind: "body" }])[0]!.chunks;
    expect(chunks.length).toBeGreaterThan(400);
    expect(chunks.map((c) => text.slice(c.start, c.end)).join("")).toBe(text);
  });

  test("a word longer than a line is known as such", () => {
    const text = `Killed: ${"x".repeat(9_000)}`;
    const { chunks } = blocksOf(text, [{ start: 0, end: text.length, kind: "body" }])[0]!;
    expect(chunks.map((c) => c.unbroken ?? false)).toEqual([false, true, true, true]);
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
