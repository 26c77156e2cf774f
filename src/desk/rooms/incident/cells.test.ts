import { expect, test } from "vitest";
import { answer, exactly, incident, nameOf, says, tolls } from "../../../../tests/made-record.js";
import { matrixRows } from "../../../formats/matrix-rows.js";
import { cellKey, cellOfClaim, findCell, gridMove, quotesOf } from "./cells.js";

const rows = matrixRows(
  incident({
    initiator: {
      verdict: "contested",
      answers: [
        answer("NOR", "SOU", [says("a", "fired first", { claim: "x/b0" })]),
        answer("SOU", "NOR", [says("b", "unprovoked", { claim: "x/b1" })]),
      ],
    },
    tolls: [
      tolls("SOU", "contested", [
        answer("NOR", exactly(30), [says("a", "30", { claim: "x/t1" })], {
          before: [
            { asOf: "2025-11-03", value: exactly(5), evidence: [says("c", "five", { claim: "x/t2" })] },
            { asOf: "2025-11-04", value: exactly(12), evidence: [says("c", "12", { claim: "x/t3" })] },
          ],
        }),
        answer(null, exactly(9), [says("b", "nine", { claim: "x/t4" })]),
      ]),
    ],
  }),
  { nameOf },
);

test.each([
  ["initiator:NOR", "initiator", "NOR"],
  ["killed.SOU.forces:outlets", "killed.SOU.forces", null],
  ["killed.SOU.forces", "killed.SOU.forces", undefined],
])("the cell %s", (key, row, source) => {
  const open = findCell(rows, key)!;
  expect([open.row.key, open.source]).toEqual([row, source]);
  expect(cellKey(open.row.key, open.source)).toBe(key);
});

test.each([undefined, "", "initiator:UN", "wounded.SOU.forces"])("no cell %s", (key) =>
  expect(findCell(rows, key)).toBeNull(),
);

test("quotes of a cell: what carries the answer, then what was said before, the latest first", () => {
  const shown = (key: string) =>
    quotesOf(findCell(rows, key)!).map((q) => [q.evidence.quote, q.earlier?.value ?? null]);
  expect(shown("killed.SOU.forces:NOR")).toEqual([
    ["30", null],
    ["12", "12"],
    ["five", "5"],
  ]);
  expect(shown("killed.SOU.forces")).toHaveLength(4);
});

test.each([
  ["x/t3", "killed.SOU.forces:NOR"],
  ["x/b1", "initiator:SOU"],
  ["x/t9", null],
])("the claim %s stands in %s", (claim, cell) => expect(cellOfClaim(rows, claim)).toBe(cell));

// labels, then three speakers; the second row has nobody in the middle
const FILLED = [
  [true, true, true, false],
  [true, true, false, true],
  [true, false, true, true],
];
test.each([
  ["ArrowRight", [1, 1], [1, 3], "over what is empty"],
  ["ArrowRight", [0, 2], [0, 2], "not past the last"],
  ["ArrowLeft", [1, 3], [1, 1], "over what is empty"],
  ["ArrowDown", [0, 2], [2, 2], "over what is empty"],
  ["ArrowUp", [1, 3], [1, 3], "nothing filled above"],
  ["Home", [2, 3], [2, 0], "to the label"],
  ["End", [0, 0], [0, 2], "to the last that is filled"],
] as const)("%s from %j leads to %j: %s", (key, [row, column], [r, c], _) =>
  expect(gridMove(FILLED, { row, column }, key)).toEqual({ row: r, column: c }),
);
test("Ctrl leads to the corners; other keys nowhere", () => {
  expect(gridMove(FILLED, { row: 1, column: 1 }, "Home", true)).toEqual({ row: 0, column: 0 });
  expect(gridMove(FILLED, { row: 0, column: 0 }, "End", true)).toEqual({ row: 2, column: 3 });
  expect(gridMove(FILLED, { row: 0, column: 0 }, "x")).toBeNull();
});
