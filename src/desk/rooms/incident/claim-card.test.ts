import { expect, test } from "vitest";
import { answer, exactly, incident, moreThan, nameOf, says, tolls } from "../../../../tests/made-record.js";
import { matrixRows } from "../../../formats/matrix-rows.js";
import type { Answer, Figure } from "../../../record/incident.js";
import type { Verdict } from "../../../record/verdicts.js";
import { answered, disputedSince } from "./claim-card.js";

const row = (verdict: Verdict, ...answers: Answer<Figure>[]) =>
  matrixRows(incident({ tolls: [tolls("SOU", verdict, answers)] }), { nameOf })[0]!;
const on = (asOf: string | null, more: Partial<Answer<Figure>> = {}) => ({ asOf, ...more });
const said = [says("a", "words")];
const denial = { stance: "denies" } as const;

test.each([
  [
    "from the day of the second of two figures that cannot both be so",
    row(
      "contested",
      answer("NOR", exactly(30), said, on("2025-11-04")),
      answer("SOU", exactly(9), said, on("2025-11-06")),
    ),
    "2025-11-06",
  ],
  [
    "figures that meet are no dispute; the denial is",
    row(
      "denied",
      answer("NOR", moreThan(5), said, on("2025-11-04")),
      answer("UN", exactly(9), said, on("2025-11-05")),
      answer<Figure>("SOU", null, said, on("2025-11-07", denial)),
    ),
    "2025-11-07",
  ],
  [
    "an own earlier figure, withdrawn by the time that the other speaks, is none",
    row(
      "contested",
      answer(
        "NOR",
        exactly(17),
        said,
        on("2025-11-06", { before: [{ asOf: "2025-11-05", value: exactly(12), evidence: said }] }),
      ),
      answer("UN", exactly(17), said, on("2025-11-06")),
    ),
    null,
  ],
  [
    "an outlet's own voice contests nothing",
    row(
      "contested",
      answer(null, exactly(1), said, on("2025-11-01")),
      answer("SOU", exactly(9), said, on("2025-11-02")),
    ),
    null,
  ],
  [
    "days not known",
    row("contested", answer("NOR", exactly(30), said), answer("SOU", exactly(9), said)),
    null,
  ],
  ["nothing in dispute", row("single-source", answer("NOR", exactly(30), said, on("2025-11-04"))), null],
])("disputed since: %s", (_, r, day) => expect(disputedSince(r)).toBe(day));

test.each([
  ["a denial of a figure is about that figure", exactly(30), ["30"]],
  ["a denial of a figure nobody gives is about all", exactly(7), ["30", "9"]],
  ["a bare denial is about all that others say", null, ["30", "9"]],
])("%s", (_, value, values) => {
  const r = row(
    "denied",
    answer("NOR", exactly(30), said),
    answer("UN", exactly(9), said),
    answer<Figure>("SOU", value, said, denial),
  );
  expect(answered(r, r.answers.get("SOU")![0]!).map((a) => a.value)).toEqual(values);
  expect(answered(r, r.answers.get("UN")![0]!)).toEqual([]);
});
