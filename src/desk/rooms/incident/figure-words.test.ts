import { expect, test } from "vitest";
import type { Rollup } from "../../../record/rollups.js";
import { headline, spreadWords } from "./figure-words.js";

const r = (
  low: number | null,
  best: number | null,
  high: number | null,
  more: Partial<Rollup> = {},
): Rollup => ({
  rule: "ucdp",
  low,
  best,
  high,
  open: false,
  sources: [],
  ...more,
});

test.each([
  ["23 (23–58)", r(23, 23, 58)],
  ["17", r(17, 17, 17)],
  ["201 or more", r(201, 201, 201, { open: true })],
  ["9 (9–201 or more)", r(9, 9, 201, { open: true })],
  ["9–1,201", r(9, 9, 1201, { rule: "per-source" })],
  ["9–201 or more", r(9, 9, 201, { rule: "per-source", open: true })],
  ["4", r(4, 4, 4, { rule: "per-source" })],
  ["no figure", r(null, null, null)],
])("%s", (words, rollup) => expect(headline(rollup)).toBe(words));

test.each([
  ["the same under every rule", { least: 4, greatest: 4 }],
  ["9 to 1,201 over all rules", { least: 9, greatest: 1201 }],
])("%s", (words, spread) => expect(spreadWords(spread)).toBe(words));
