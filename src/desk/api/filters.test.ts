import { describe, expect, test } from "vitest";
import { filtersOf, parseSearch, stringifySearch } from "./filters.js";

describe("addresses", () => {
  test.each([
    ["", {}],
    ["?party=AFG&party=PAK&from=2025-10-01", { party: ["AFG", "PAK"], from: "2025-10-01" }],
    ["?party=33rd+Front", { party: ["33rd Front"] }],
    ["?conflict=A+%E2%80%93+B%2C+2025", { conflict: "A – B, 2025" }],
  ])("%s", (query, values) => {
    expect(parseSearch(query)).toEqual(values);
    expect(parseSearch(stringifySearch(values))).toEqual(values);
  });

  test("what is empty is left out", () => {
    expect(parseSearch("?from=&to=2025-01-01")).toEqual({ to: "2025-01-01" });
    expect(stringifySearch({ from: "", party: [], to: undefined })).toBe("");
  });

  test("another room takes along the filters alone", () => {
    expect(filtersOf({ party: ["UN"], claim: "t1", verdict: "contested" })).toEqual({
      party: ["UN"],
      verdict: "contested",
    });
  });
});
