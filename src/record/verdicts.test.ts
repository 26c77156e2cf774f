import { describe, expect, test } from "vitest";
import { weekOf, weeksOf } from "./dyads.js";
import type { Answer, Figure, TollCell } from "./incident.js";
import { figuresAgree } from "./incidents.js";
import { LINK_THRESHOLD, type LinkFeatures, linkScore } from "./linking.js";
import { ploverScore } from "./plover-scores.js";
import { ROLLUP_RULES, rollup } from "./rollups.js";
import { verdictOf } from "./verdicts.js";

const figure = (low: number | null, high: number | null = low): Figure => ({
  low,
  high,
  hedge: low === high ? "exact" : "at-least",
  words: String(low),
  more: false,
});

describe("verdicts on the dead of party A", () => {
  type Said = [source: string | null, stance: "asserts" | "confirms" | "denies", figure: Figure | null];
  const verdict = (...said: Said[]) =>
    verdictOf(
      said.map(([source, stance, value]) => ({ source, stance, value })),
      figuresAgree,
      (s) => s === "A",
    );
  test.each<[string, Said[], string]>([
    ["one party says so", [["B", "asserts", figure(58)]], "single-source"],
    [
      "outlets repeat it",
      [
        ["B", "asserts", figure(58)],
        [null, "asserts", figure(58)],
      ],
      "single-source",
    ],
    [
      "two that are independent agree",
      [
        ["UN", "asserts", figure(12, null)],
        ["medics", "asserts", figure(14)],
      ],
      "corroborated",
    ],
    ["the side that it hurts says so", [["A", "asserts", figure(23)]], "admitted"],
    [
      "figures that cannot both be so",
      [
        ["A", "asserts", figure(23)],
        ["B", "asserts", figure(58)],
      ],
      "contested",
    ],
    [
      "one says, the other denies",
      [
        ["B", "asserts", figure(58)],
        ["A", "denies", null],
      ],
      "denied",
    ],
    [
      "one denies what it says itself elsewhere",
      [
        ["B", "asserts", figure(58)],
        ["B", "denies", null],
      ],
      "single-source",
    ],
  ])("%s", (_, said, expected) => {
    expect(verdict(...said)).toBe(expected);
    expect(verdict(...[...said].reverse())).toBe(expected);
  });
});

describe("low, best and high by rule", () => {
  const answer = (source: string, value: Figure, asOf = "2025-10-12"): Answer<Figure> => ({
    source,
    stance: "asserts",
    value,
    evidence: [],
    reports: 1,
    origins: 1,
    before: [],
    asOf,
  });
  const cell: TollCell = {
    harm: "killed",
    party: "PAK",
    sort: "forces",
    kind: "military",
    perpetrators: ["AFG"],
    verdict: "contested",
    answers: [
      answer("PAK", figure(23)),
      answer("AFG", figure(58)),
      answer("UN", figure(20, null), "2025-10-14"),
    ],
  };
  test.each([
    ["per-source", 20, 58],
    ["ucdp", 20, 58],
    ["lowest", 20, 20],
    ["independent", 20, 20],
    ["official", 23, 58],
    ["latest", 20, 20],
  ] as const)("%s: low %i, high %i", (rule, low, high) => {
    expect(rollup(cell, rule, ["AFG", "PAK"])).toMatchObject({ low, high });
  });
  test("what comes on top of another figure is in none", () => {
    const more = { ...cell, answers: [answer("PAK", { ...figure(4), more: true })] };
    for (const rule of ROLLUP_RULES) expect(rollup(more, rule, ["AFG", "PAK"]).best).toBeNull();
  });
});

describe("weeks of a dyad", () => {
  test("a week begins on its Monday", () => {
    expect(["2025-10-12", "2025-10-13", "2025-10-19"].map(weekOf)).toEqual([
      "2025-10-06",
      "2025-10-13",
      "2025-10-13",
    ]);
  });
  test("an incident counts once, with its gravest act; a week far from those before stands out", () => {
    const quiet = Array.from({ length: 10 }, (_, k) => ({
      id: `q${k}`,
      kind: "diplomacy" as const,
      from: weekOf(new Date(Date.UTC(2025, 0, 6 + 7 * k)).toISOString().slice(0, 10)),
      to: null,
      acts: ["ACCUSE/allege"],
    }));
    const war = Array.from({ length: 6 }, (_, k) => ({
      id: `w${k}`,
      kind: "violence" as const,
      from: "2025-03-17",
      to: null,
      acts: ["ACCUSE/allege", "ASSAULT/aerial"],
    }));
    const weeks = weeksOf([...quiet, ...war]);
    expect(weeks.at(-1)).toMatchObject({
      week: "2025-03-17",
      conflict: 6 * ploverScore("ASSAULT", "aerial"),
      violent: 6,
      standsOut: true,
    });
    expect(weeks.filter((w) => w.standsOut).length).toBe(1);
  });
});

describe("links between tellings", () => {
  const strike = (more: Partial<LinkFeatures>): LinkFeatures => ({
    id: "i1",
    report: "r1",
    kind: "violence",
    published: "2025-10-12",
    date: { from: "2025-10-11", to: "2025-10-11", basis: "relative" },
    actors: ["AFG"],
    recipients: ["PAK"],
    types: ["ASSAULT"],
    modes: [],
    places: [],
    tolls: ["killed|PAK|forces|AFG|58|58"],
    words: [],
    ...more,
  });
  const place = (name: string, latitude: number, longitude: number) => ({
    name,
    country: "AFG",
    latitude,
    longitude,
    precision: "district" as const,
  });
  test.each<[string, Partial<LinkFeatures>, Partial<LinkFeatures>, boolean]>([
    [
      "one clash with the same figures, a day apart overnight",
      {},
      { date: { from: "2025-10-12", to: "2025-10-12", basis: "relative" } },
      true,
    ],
    ["one side's attack is the other's response", {}, { actors: ["PAK"], recipients: ["AFG"] }, true],
    ["the week after", {}, { date: { from: "2025-10-18", to: "2025-10-18", basis: "relative" } }, false],
    ["other parties", {}, { actors: ["M23"], recipients: ["COD"] }, false],
    [
      "two air strikes on one day in two provinces",
      { modes: ["aerial"], tolls: [], places: [place("Khost", 33.3, 69.9)] },
      { modes: ["aerial"], tolls: [], places: [place("Kunar", 34.9, 71.1)] },
      false,
    ],
    ["one report tells them apart", {}, { report: "r1" }, false],
  ])("%s", (_, a, b, joined) => {
    const [x, y] = [strike(a), strike({ id: "i2", report: "r2", ...b })];
    expect(linkScore(x, y).score >= LINK_THRESHOLD).toBe(joined);
    expect(linkScore(y, x).score).toBe(linkScore(x, y).score);
  });
});
