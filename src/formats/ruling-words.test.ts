import { describe, expect, test } from "vitest";
import type { RulingBody } from "../record/rulings.js";
import { plainRulingWords } from "./ruling-words.js";

const NAMES: Record<string, string> = { AFG: "Afghanistan", PAK: "Pakistan" };
const nameOf = (code: string) => NAMES[code] ?? code;
const on = { claim: "h/t1", start: 0, end: 5 };
const correct = (change: object) => ({ kind: "correct", ...on, change }) as RulingBody;

describe("what a ruling decides, beside its claim", () => {
  test.each<[string, RulingBody]>([
    ["confirmed", { kind: "confirm", ...on }],
    ["rejected", { kind: "reject", ...on }],
    ["corrected: figure 1,200", correct({ low: 1200, high: 1200 })],
    ["corrected: at least 5; open above", correct({ low: 5, high: null })],
    ["corrected: at most 9", correct({ high: 9 })],
    ["corrected: no figure", correct({ low: null, high: null })],
    ["corrected: whose: Pakistan; by whom: nobody named", correct({ party: "PAK", perpetrator: null })],
    [
      "corrected: attacks; who acts: Pakistan, 33rd Front; called for",
      correct({ type: "ASSAULT", actor: ["PAK", "33rd Front"], status: "called-for" }),
    ],
    ["corrected: said by the outlet itself; denies", correct({ sources: [], stance: "denies" })],
    ["corrected: said by unnamed officials", correct({ sources: ["officials"] })],
    ["corrected: 27 Feb 2026", correct({ from: "2026-02-27" })],
    [
      "corrected: mediates; between: Afghanistan, Pakistan",
      correct({ act: "mediates", parties: ["AFG", "PAK"] }),
    ],
    [
      "toll added: wounded; figure 3",
      {
        kind: "add",
        report: "h",
        what: "toll",
        start: 0,
        end: 5,
        change: { harm: "wounded", low: 3, high: 3 },
      },
    ],
    ["Afghanistan is Pakistan", { kind: "party", code: "AFG", as: "PAK" }],
    ["an earlier ruling taken back", { kind: "undo", ruling: "u1" }],
  ])("%s", (words, body) => {
    expect(plainRulingWords({ body }, { nameOf })).toBe(words);
  });

  test("what is taken back", () => {
    const body: RulingBody = { kind: "undo", ruling: "u1" };
    expect(plainRulingWords({ body }, { nameOf }, { body: { kind: "reject", ...on } })).toBe(
      "taken back: rejected",
    );
  });
});
