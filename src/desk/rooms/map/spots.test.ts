import { describe, expect, test } from "vitest";
import { type MapIncident, mainActors, OTHERS, partsOf, spotsOf } from "./spots.js";

const incident = (patch: Partial<MapIncident>): MapIncident => ({
  id: "i1",
  kind: "violence",
  from: "2025-10-15",
  to: "2025-10-15",
  place: "Spin Boldak",
  country: "AFG",
  parties: ["AFG", "PAK"],
  acts: ["ASSAULT"],
  verdict: "single-source",
  reports: 1,
  origins: 1,
  cells: [],
  actors: ["PAK"],
  latitude: 31.01,
  longitude: 66.4,
  precision: "exact",
  ...patch,
});
const province = {
  place: "Kandahar province",
  latitude: 31.2,
  longitude: 65.9,
  precision: "province",
} as const;

describe("incidents by place", () => {
  test.each<[string, Partial<MapIncident>[], [string, number, number][]]>([
    ["none", [], []],
    ["one", [{}], [["Spin Boldak", 1, 0]]],
    [
      "two at one place, one in its province, the most first",
      [province, {}, { id: "i2" }],
      [
        ["Spin Boldak", 2, 0],
        ["Kandahar province", 1, 100],
      ],
    ],
    [
      "in it and near it are two",
      [{}, { precision: "near" }],
      [
        ["Spin Boldak", 1, 0],
        ["Spin Boldak", 1, 25],
      ],
    ],
    ["only the country is known: nowhere", [{ precision: "country" }], []],
    ["a name without a place: nowhere", [{ precision: "unresolved" }], []],
    ["a place without a name", [{ place: null }], [["place not named", 1, 0]]],
  ])("%s", (_, patches, expected) => {
    expect(spotsOf(patches.map(incident)).map((s) => [s.name, s.incidents.length, s.km])).toEqual(expected);
  });
});

describe("who acted", () => {
  test.each<[string, Partial<MapIncident>[], [string | null, number, number][]]>([
    ["one party", [{}, {}], [["PAK", 2, 0]]],
    [
      "two in one incident share it",
      [{ actors: ["AFG", "PAK"] }],
      [
        ["PAK", 0.5, 0],
        ["AFG", 0.5, 0],
      ],
    ],
    ["contested and denied", [{ verdict: "contested" }, { verdict: "denied" }, {}], [["PAK", 3, 2]]],
    [
      "not said who comes last, others before it",
      [{ actors: [] }, { actors: ["IRN"] }, {}],
      [
        ["PAK", 1, 0],
        [OTHERS, 1, 0],
        [null, 1, 0],
      ],
    ],
  ])("%s", (_, patches, expected) => {
    expect(
      partsOf(patches.map(incident), ["PAK", "AFG"]).map((p) => [p.actor, p.share, p.contested]),
    ).toEqual(expected);
  });

  test("in how many each acted, however many of the others there are", () => {
    const list = [
      incident({ actors: ["AFG", "PAK"] }),
      incident({}),
      incident({ actors: ["IRN", "QAT", "PAK"] }),
    ];
    expect(partsOf(list, ["PAK", "AFG"]).map((p) => [p.actor, p.acted])).toEqual([
      ["PAK", 3],
      ["AFG", 1],
      [OTHERS, 1],
    ]);
  });

  test("those who acted most have colours of their own, no more than can be told apart", () => {
    const many = Array.from({ length: 12 }, (_, k) => incident({ actors: [`P${k}`] }));
    expect(mainActors([...many, incident({ actors: ["P9", "P3"] }), incident({ actors: ["P9"] })])).toEqual([
      "P9",
      "P3",
      "P0",
      "P1",
      "P10",
      "P11",
      "P2",
      "P4",
    ]);
  });
});
