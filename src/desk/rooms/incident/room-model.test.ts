import { expect, test } from "vitest";
import { answer, exactly, incident, nameOf, report, says, tolls } from "../../../../tests/made-record.js";
import type { IncidentRoom } from "../../../formats/desk-json.js";
import { incidentJson } from "../../../formats/record-json.js";
import type { ChainLink } from "../../../record/chains.js";
import type { Incident } from "../../../record/incident.js";
import {
  byOrigin,
  chainNeighbours,
  harmedBy,
  numbered,
  roomModel,
  rowWords,
  sumWords,
} from "./room-model.js";

const room = (i: Incident, chains: readonly ChainLink[] = []) =>
  ({
    incident: incidentJson(i, chains),
    wasPartOf: false,
    linked: [],
    rulings: [],
    silent: ["SOU"],
  }) as unknown as IncidentRoom;
const names = { nameOf, isOrganisation: (code: string) => code === "UN" };

const told = incident({
  reports: [report("a", "2025-11-05"), report("b", "2025-11-06", { origin: "a" }), report("c", "2025-11-06")],
  initiator: { verdict: "single-source", answers: [answer("officials", "SOU", [says("a", "fired first")])] },
  tolls: [
    tolls(
      "SOU",
      "contested",
      [
        answer(
          "NOR",
          exactly(10),
          [says("a", "ten", { claim: "x/t1" }), says("b", "ten", { claim: "x/t2" })],
          {
            before: [{ asOf: null, value: exactly(4), evidence: [says("c", "four", { claim: "x/t3" })] }],
          },
        ),
        answer("UN", exactly(9), [says("c", "nine", { claim: "x/t1" })]),
      ],
      { perpetrators: ["NOR", "SOU"] },
    ),
  ],
});

test("colours are for its parties and those that speak, not for speakers without a name", () => {
  const model = roomModel(room(told), names);
  expect(model.speakers).toEqual(["NOR", "UN", "officials"]);
  expect(model.among).toEqual(["NOR", "SOU", "UN"]);
  expect(model.segments.map((s) => [s.voice, s.statements])).toEqual([
    ["side:NOR", 2],
    ["organisations", 1],
    ["officials", 1],
  ]);
});

test("rows in plain words", () => {
  const { rows } = roomModel(room(told), names);
  expect(rows.map((r) => [rowWords(r, nameOf), harmedBy(r)])).toEqual([
    ["Who began it", []],
    ["Soldiers of Southland killed", ["NOR"]],
  ]);
});

test("on paper each claim has one number, in the order of the rows", () => {
  const { rows } = roomModel(room(told), names);
  expect([...numbered(rows)].map(([claim, n]) => [claim.slice(-2), n.number])).toEqual([
    ["t0", 1],
    ["t1", 2],
    ["t2", 3],
    ["t3", 4],
  ]);
});

test("reports of one origin stand together", () => {
  expect(byOrigin(told.reports).map((g) => g.map((r) => r.label))).toEqual([
    ["report-a", "report-b"],
    ["report-c"],
  ]);
});

const part = (low: number) => ({ claim: "", low, words: "", sources: [], report: "" });
test.each([
  ["= 8 + 2", true],
  ["among them 8, and 2", false],
])("a total %s", (words, complete) =>
  expect(sumWords({ total: part(10), parts: [part(8), part(2)], complete })).toBe(words),
);

test("links of order to one incident stand together, before it and after it", () => {
  const link = { relation: "after", evidence: [], toWords: null } as const;
  const chains: ChainLink[] = [
    { ...link, incident: "i1", to: "i0", source: "NOR" },
    { ...link, incident: "i1", to: "i0", source: null, relation: "response" },
    { ...link, incident: "i1", to: null, toWords: "shelling of a market", source: "NOR" },
    { ...link, incident: "i2", to: "i1", source: "NOR" },
  ];
  const { earlier, later } = chainNeighbours("i1", chains as never);
  expect(earlier.map((n) => [n.to, n.words, n.links.length])).toEqual([
    ["i0", null, 2],
    [null, "shelling of a market", 1],
  ]);
  expect(later.map((n) => [n.to, n.links.length])).toEqual([["i2", 1]]);
});
