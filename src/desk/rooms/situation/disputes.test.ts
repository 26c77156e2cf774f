import { expect, test } from "vitest";
import type { IncidentRoom } from "../../../formats/desk-json.js";
import { disputes } from "./disputes.js";

type Incident = IncidentRoom["incident"];
const o = {
  nameOf: (code: string) => ({ NOR: "North", SOU: "South" })[code] ?? code,
  sourceLabel: (s: string | null) => (s === null ? "outlets themselves" : o.nameOf(s)),
};
const figure = (low: number) => ({
  low,
  high: low,
  hedge: "exact" as const,
  words: String(low),
  more: false,
});
const said = <T>(source: string | null, value: T | null, stance = "asserts") => ({ source, value, stance });
const none = { answers: [], verdict: "single-source" };
const toll = (harm: string, verdict: string, ...answers: unknown[]) => ({
  harm,
  party: "SOU",
  sort: "forces",
  kind: "military",
  verdict,
  answers,
});
const incident = (more: object): Incident =>
  ({ initiator: none, what: none, when: none, where: none, tolls: [], ...more }) as unknown as Incident;

test.each([
  ["nothing contested", { tolls: [toll("killed", "corroborated", said("NOR", figure(3)))] }, []],
  [
    "figures, those of the killed first",
    {
      tolls: [
        toll("wounded", "contested", said("NOR", figure(9)), said("SOU", figure(2))),
        toll("killed", "contested", said("NOR", figure(30)), said("SOU", figure(6))),
      ],
    },
    [
      ["soldiers of South killed", "North: 30", "South: 6"],
      ["soldiers of South wounded", "North: 9", "South: 2"],
    ],
  ],
  [
    "denied",
    { tolls: [toll("killed", "denied", said("NOR", figure(30)), said("SOU", null, "denies"))] },
    [["soldiers of South killed", "North: 30", "South: denies it"]],
  ],
  [
    "several figures of one source stand together",
    {
      tolls: [
        toll("killed", "contested", said("NOR", figure(3)), said("NOR", figure(4)), said(null, figure(9))),
      ],
    },
    [["soldiers of South killed", "North: 3; 4", "outlets themselves: 9"]],
  ],
  [
    "who began it",
    { initiator: { verdict: "contested", answers: [said("NOR", "SOU"), said("SOU", "NOR")] } },
    [["who began it", "North: South", "South: North"]],
  ],
])("%s", (_, more, lines) => {
  expect(
    disputes(incident(more), o).map((d) => [d.question, ...d.answers.map((a) => `${a.who}: ${a.words}`)]),
  ).toEqual(lines);
});
