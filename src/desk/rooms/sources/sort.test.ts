import { describe, expect, test } from "vitest";
import { pressed, sorted, sortingOf } from "./sort.js";

const COLUMNS = ["name", "claims"] as const;
const MOST = { column: "claims", isDescending: true } as const;

describe("the order of a table", () => {
  test.each<[unknown, string, boolean]>([
    [undefined, "claims", true],
    ["claims", "claims", false],
    ["-name", "name", true],
    ["password", "claims", true],
    [["name"], "claims", true],
  ])("%j of the address", (value, column, isDescending) => {
    expect(sortingOf(value, COLUMNS, MOST)).toEqual({ column, isDescending });
  });

  test.each<["name" | "claims", boolean, "name" | "claims", string]>([
    ["claims", true, "claims", "claims"],
    ["claims", false, "claims", "-claims"],
    ["name", false, "claims", "-claims"],
    ["claims", true, "name", "name"],
    ["name", false, "name", "-name"],
  ])("by %s (most first: %s), then %s is pressed", (column, isDescending, next, value) => {
    expect(pressed({ column, isDescending }, next)).toBe(value);
  });

  test("those alike stay as they came", () => {
    const rows = [
      { name: "b", claims: 2 },
      { name: "a", claims: 2 },
      { name: "c", claims: 10 },
    ];
    const key = (r: (typeof rows)[number], c: "name" | "claims") => r[c];
    expect(sorted(rows, MOST, key).map((r) => r.name)).toEqual(["c", "b", "a"]);
    expect(sorted(rows, { column: "name", isDescending: false }, key).map((r) => r.name)).toEqual([
      "a",
      "b",
      "c",
    ]);
  });
});
