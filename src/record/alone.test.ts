import { describe, expect, test } from "vitest";
import { claimsAlone } from "./alone.js";
import type { Figure, Incident } from "./incident.js";

type Said = readonly [report: string, claim: string, low: number, high?: number | null];

const figure = (low: number, high: number | null): Figure => ({
  low,
  high,
  hedge: "exact",
  words: "",
  more: false,
});
const evidence = (report: string, claim: string) => ({ report, claim });

/** Reports a and b are one story; c is another. */
const incident = (killed: readonly Said[], party: string | null = "PAK", unnamed: readonly Said[] = []) => {
  const cell = (of: string | null, said: readonly Said[]) => ({
    harm: "killed",
    party: of,
    answers: said.map(([report, claim, low, high = low]) => ({
      stance: "asserts",
      value: figure(low, high),
      evidence: [evidence(report, claim)],
    })),
  });
  return {
    reports: [
      { hash: "a", origin: "a" },
      { hash: "b", origin: "a" },
      { hash: "c", origin: "c" },
    ],
    initiator: { answers: [] },
    tolls: [cell(party, killed), cell(null, unnamed)],
  } as unknown as Incident;
};

describe("claims that no other report bears out", () => {
  test.each<[string, Incident, string[]]>([
    [
      "its own figure",
      incident([
        ["a", "t0", 23],
        ["c", "t1", 40],
      ]),
      ["t0"],
    ],
    [
      "one that another gives too",
      incident([
        ["a", "t0", 23],
        ["c", "t1", 23],
      ]),
      [],
    ],
    [
      "one that agrees with an open figure",
      incident([
        ["a", "t0", 23],
        ["c", "t1", 20, null],
      ]),
      [],
    ],
    [
      "one that only its copy gives",
      incident([
        ["a", "t0", 23],
        ["b", "t1", 23],
        ["c", "t2", 9],
      ]),
      ["t0"],
    ],
    ["one that another does not say whose", incident([["a", "t0", 23]], "PAK", [["c", "t1", 23]]), []],
  ])("%s", (_, of, claims) => {
    expect(claimsAlone(of, "a")).toEqual(claims);
  });

  test("where nobody else tells of it, nothing stands alone", () => {
    const told = incident([["a", "t0", 23]]);
    expect(claimsAlone({ ...told, reports: told.reports.filter((r) => r.origin === "a") }, "a")).toEqual([]);
  });

  test("who began it", () => {
    const began = (c: string) =>
      ({
        ...incident([]),
        initiator: {
          answers: [
            { stance: "asserts", value: "AFG", evidence: [evidence("a", "b0")] },
            { stance: "asserts", value: c, evidence: [evidence("c", "b1")] },
          ],
        },
      }) as unknown as Incident;
    expect(claimsAlone(began("PAK"), "a")).toEqual(["b0"]);
    expect(claimsAlone(began("AFG"), "a")).toEqual([]);
  });
});
