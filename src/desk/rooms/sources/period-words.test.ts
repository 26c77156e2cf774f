import { expect, test } from "vitest";
import { periodWords } from "./period-words.js";

const LOOKED = { from: "2025-02-28", to: "2026-02-27" };

test.each<[string, Parameters<typeof periodWords>]>([
  ["Incidents that begin 28 Feb 2025 – 27 Feb 2026, the latest of the record.", [LOOKED, {}]],
  ["Incidents that begin 28 Feb 2025 – 27 Feb 2026.", [LOOKED, { from: "2025-02-28" }]],
  ["Incidents that begin 28 Feb 2025 – 27 Feb 2026.", [LOOKED, { conflict: "A – B" }]],
  [
    "Incidents that begin 28 Feb 2025 – 27 Feb 2026: there are too many to count all, these are the latest.",
    [LOOKED, { from: "2020-01-01" }],
  ],
  ["No days to look at.", [{ from: null, to: null }, {}]],
])("%s", (words, [looked, asked]) => {
  expect(periodWords(looked, asked)).toBe(words);
});
