import { describe, expect, test } from "vitest";
import { matching } from "./party-choices.js";

const CHOICES = [
  { id: "AFG", label: "Afghanistan" },
  { id: "PAK", label: "Pakistan" },
  { id: "officials", label: "unnamed officials" },
];

describe("parties for what is typed", () => {
  test.each<[string, string[], string[]]>([
    ["", [], ["AFG", "PAK", "officials"]],
    ["", ["PAK"], ["AFG", "officials"]],
    ["stan", [], ["AFG", "PAK", "stan"]],
    ["pak", [], ["PAK"]],
    ["pak", ["PAK"], []],
    ["afghanistan", [], ["AFG"]],
    [" 33rd Front ", [], ["33rd Front"]],
  ])("%j, %j taken", (typed, taken, ids) => {
    expect(matching(CHOICES, typed, taken).map((c) => c.id)).toEqual(ids);
  });

  test("a name new to the record is no longer than a ruling takes", () => {
    expect(matching([], "x".repeat(200), [])[0]!.id).toHaveLength(60);
  });
});
