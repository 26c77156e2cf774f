import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answer,
  exactly,
  incident,
  moreThan,
  nameOf,
  says,
  tolls,
  vague,
} from "../../../../tests/made-record.js";
import { matrixRows } from "../../../formats/matrix-rows.js";
import type { Figure } from "../../../record/incident.js";
import { rollup } from "../../../record/rollups.js";
import { axesOf, axisOf, plotOf } from "./toll-plot.js";

describe("axes", () => {
  test.each([
    ["even steps", [9, 30], { isLog: false, max: 30, ticks: [0, 10, 20, 30] }],
    ["steps are whole", [1], { isLog: false, max: 1, ticks: [0, 1] }],
    ["far apart", [3, 58_801], { isLog: true, max: 100_000, ticks: [0, 10, 1000, 100_000] }],
    ["nothing harmed", [0, 0], null],
    ["no figure", [], null],
  ])("%s", (_, figures, expected) => {
    const axis = axisOf(figures);
    if (expected === null) expect(axis).toBeNull();
    else expect(axis).toMatchObject(expected);
  });

  test("every figure stands on its axis, the greater further on", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1 }), (figures) => {
        const axis = axisOf(figures);
        if (axis === null) return figures.every((f) => f === 0);
        const at = [...figures].sort((a, b) => a - b).map(axis.at);
        return at.every((x, k) => x >= 0 && x <= 1.000001 && (k === 0 || x >= at[k - 1]!));
      }),
    );
  });

  test("rows of one harm share an axis, earlier figures among them", () => {
    const rows = matrixRows(
      incident({
        tolls: [
          tolls("SOU", "contested", [
            answer("NOR", exactly(10), [says("a", "ten")], {
              before: [{ asOf: null, value: exactly(40), evidence: [says("b", "40")] }],
            }),
          ]),
          tolls("NOR", "single-source", [answer("NOR", exactly(3), [says("a", "three")])]),
          tolls("NOR", "single-source", [answer("NOR", vague("dozens"), [says("a", "dozens")])], {
            harm: "wounded",
          }),
        ],
      }),
      { nameOf },
    );
    expect([...axesOf(rows)].map(([harm, a]) => [harm, a.max])).toEqual([["killed", 40]]);
  });
});

const upTo = (n: number): Figure => ({ low: 0, high: n, hedge: "up-to", words: `up to ${n}`, more: false });

test("a lane for each answer with a figure, in the order of the columns, and the band of the rule", () => {
  const cell = tolls("SOU", "contested", [
    answer(null, exactly(10), [says("c", "ten")]),
    answer("NOR", upTo(40), [says("a", "up to 40")]),
    answer("NOR", { ...exactly(5), more: true }, [says("a", "five more")]),
    answer("SOU", moreThan(19), [says("b", "more than 19")], { stance: "denies" }),
    answer("UN", vague("dozens"), [says("b", "dozens")]),
  ]);
  const row = matrixRows(incident({ tolls: [cell] }), { nameOf })[0]!;
  const axis = axesOf([row]).get("killed")!;
  const plot = plotOf(row, ["NOR", "SOU", "UN", null], rollup(cell, "ucdp", ["NOR", "SOU"]), axis);
  expect(plot.lanes).toEqual([
    {
      source: "NOR",
      marks: [{ x: 1, from: 0, to: 1, open: false, shape: "dot", earlier: false }],
    },
    {
      source: "NOR",
      marks: [{ x: 0.125, from: 0.125, to: 0.125, open: false, shape: "plus", earlier: false }],
    },
    { source: "SOU", marks: [{ x: 0.5, from: 0.5, to: 0.5, open: true, shape: "cross", earlier: false }] },
    { source: null, marks: [{ x: 0.25, from: 0.25, to: 0.25, open: false, shape: "dot", earlier: false }] },
  ]);
  expect(plot.band).toEqual({ low: 0, best: 0.25, high: 1, open: false });
});

test("a rule that no source fits draws no band", () => {
  const cell = tolls("SOU", "single-source", [answer("NOR", exactly(5), [says("a", "five")])]);
  const row = matrixRows(incident({ tolls: [cell] }), { nameOf })[0]!;
  const plot = plotOf(
    row,
    ["NOR"],
    rollup(cell, "independent", ["NOR", "SOU"]),
    axesOf([row]).get("killed")!,
  );
  expect(plot.band).toBeNull();
});
