import { expect, test } from "vitest";
import { answer, exactly, incident, nameOf, on, says, tolls, vague } from "../../tests/made-record.js";
import { matrixRows, speakersOf } from "./matrix-rows.js";

const told = incident({
  initiator: { verdict: "single-source", answers: [answer("NOR", "SOU", [says("a", "fired first")])] },
  when: { verdict: "single-source", answers: [answer(null, on("2025-11-05"), [says("b", "on Wednesday")])] },
  tolls: [
    tolls("SOU", "contested", [
      answer("UN", exactly(9), [says("a", "nine", { certainty: "hedged" })]),
      answer("NOR", vague("dozens"), [says("b", "")]),
      answer<ReturnType<typeof exactly>>("SOU", null, [says("b", "no losses", { ruling: "confirmed" })], {
        stance: "denies",
      }),
    ]),
    tolls(null, "single-source", [answer("UN", exactly(2), [says("c", "two")])], { sort: "civilian" }),
  ],
});

test("each question that is answered has a row with a name of its own; speakers stand in the order of columns", () => {
  expect(matrixRows(told, { nameOf }).map((r) => [r.key, r.question, [...r.answers.keys()]])).toEqual([
    ["initiator", "initiator", ["NOR"]],
    ["when", "when", [null]],
    ["killed.SOU.forces", "toll", ["UN", "NOR", "SOU"]],
    ["killed..civilian", "toll", ["UN"]],
  ]);
  expect(speakersOf(told)).toEqual(["NOR", "SOU", "UN", null]);
});

test.each([
  ["UN", { value: "9", certainty: "hedged", quote: "nine", ruling: null }],
  ["NOR", { value: "“dozens”", certainty: "stated", quote: "dozens", ruling: null }],
  ["SOU", { value: null, figure: null, stance: "denies", quote: "no losses", ruling: "confirmed" }],
])("what %s answers", (source, expected) => {
  const row = matrixRows(told, { nameOf }).find((r) => r.key === "killed.SOU.forces")!;
  expect(row.answers.get(source)).toMatchObject([expected]);
});

test("what a source said before stands with the first of its answers of one day", () => {
  const before = [{ asOf: "2025-11-04", value: exactly(12), evidence: [says("c", "12")] }];
  const [row] = matrixRows(
    incident({
      tolls: [
        tolls("SOU", "contested", [
          answer("NOR", exactly(30), [says("a", "30")], { before }),
          answer("NOR", exactly(31), [says("b", "31")], { before }),
        ]),
      ],
    }),
    { nameOf },
  );
  expect(row!.answers.get("NOR")!.map((a) => a.before.map((b) => b.value))).toEqual([["12"], []]);
});
