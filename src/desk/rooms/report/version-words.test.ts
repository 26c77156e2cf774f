import { describe, expect, test } from "vitest";
import { changedWords, type WordRun } from "./version-words.js";

const shown = (runs: readonly WordRun[]) =>
  runs.map((r) => (r.changed ? `[${r.words.trim()}]` : r.words.trim())).join(" ");

describe("what two versions of a passage have differently", () => {
  test.each([
    [
      "Four people were killed.",
      "Seven people were killed.",
      "[Four] people were killed.",
      "[Seven] people were killed.",
    ],
    ["", "It is new.", "", "[It is new.]"],
    ["It went.", "", "[It went.]", ""],
    [
      "Kabul denied it on Sunday.",
      "Kabul denied the claim again on Monday.",
      "Kabul denied [it] on [Sunday.]",
      "Kabul denied [the claim again] on [Monday.]",
    ],
    ["the same", "the  same", "the same", "the  same"],
  ])("%j, %j", (before, after, left, right) => {
    const changed = changedWords(before, after);
    expect([shown(changed.before), shown(changed.after)]).toEqual([left, right]);
  });

  test("what is very long is shown as changed as a whole", () => {
    const long = "word ".repeat(2_000);
    expect(changedWords(long, `${long}more`).after).toHaveLength(1);
  });
});
