import { expect, test } from "vitest";
import {
  answer,
  exactly,
  hashOf,
  incident,
  initiative,
  labelOf,
  moreThan,
  on,
  report,
  says,
  tolls,
  vague,
} from "../../tests/made-record.js";
import { incidentsFacts, initiativesFacts } from "./record-facts.js";

test("an incident's facts have a claim for each source and figure, earlier ones too", () => {
  const i = incident({
    reports: [report("b", "2025-11-06"), report("a", "2025-11-06")],
    tolls: [
      tolls("SOU", "contested", [
        answer("NOR", moreThan(29), [says("a", ""), says("b", "")], {
          before: [{ asOf: "2025-11-04", value: exactly(12), evidence: [says("c", "")] }],
        }),
        answer<ReturnType<typeof exactly>>("SOU", null, [says("b", "")], { stance: "denies" }),
        answer(null, vague("dozens"), [says("a", "")]),
      ]),
    ],
  });
  expect(incidentsFacts([i], labelOf)).toEqual([
    {
      id: "iaaaaaaaaaaaa",
      from: "2025-11-05",
      to: "2025-11-05",
      place: "Ford",
      parties: ["NOR", "SOU"],
      documents: ["report-a", "report-b"],
      tolls: [
        {
          harm: "killed",
          of: { party: "SOU", kind: "military" },
          verdict: "contested",
          claims: [
            { source: "NOR", low: 12, high: 12, stance: "asserts", documents: ["report-c"] },
            { source: "NOR", low: 30, high: null, stance: "asserts", documents: ["report-a", "report-b"] },
            { source: "SOU", low: null, high: null, stance: "denies", documents: ["report-b"] },
            { source: null, low: null, high: null, stance: "asserts", documents: ["report-a"] },
          ],
        },
      ],
    },
  ]);
});

test("one figure told before and after another is one claim; answers of one day share what came before", () => {
  const before = [{ asOf: "2025-11-04", value: exactly(9), evidence: [says("c", "")] }];
  const cell = tolls("SOU", "single-source", [
    answer("NOR", exactly(9), [says("a", "")], { before }),
    answer("NOR", exactly(10), [says("a", "")], { before }),
  ]);
  expect(incidentsFacts([incident({ tolls: [cell] })], labelOf)[0]!.tolls[0]!.claims).toEqual([
    { source: "NOR", low: 9, high: 9, stance: "asserts", documents: ["report-a", "report-c"] },
    { source: "NOR", low: 10, high: 10, stance: "asserts", documents: ["report-a"] },
  ]);
});

test("without place, day or toll", () => {
  const date = { from: null, to: null, basis: "unknown" } as const;
  expect(incidentsFacts([incident({ place: null, date })], labelOf)[0]).toMatchObject({
    from: null,
    place: null,
    tolls: [],
  });
  expect(incidentsFacts([], labelOf)).toEqual([]);
});

test("an initiative's facts", () => {
  const [first] = initiative().history;
  const n = initiative({
    history: [{ ...first!, date: on("2025-11-06"), reports: [hashOf("b"), hashOf("a")] }],
  });
  expect(initiativesFacts([n], labelOf)).toEqual([
    {
      third_party: ["MID"],
      parties: ["NOR", "SOU"],
      status: "accepted-by-one",
      history: [
        {
          act: "offers",
          from: "2025-11-06",
          to: "2025-11-06",
          source: "MID",
          documents: ["report-a", "report-b"],
        },
      ],
    },
  ]);
});
