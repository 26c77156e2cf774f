import { expect, test } from "vitest";
import { answer, exactly, incident, nameOf, says, tolls } from "../../../../tests/made-record.js";
import { matrixRows, speakersOf } from "../../../formats/matrix-rows.js";
import { segmentsOf, voiceOf } from "./source-strip.js";

const isOrganisation = (code: string) => code === "UN" || code === "MSF";
const voice = (source: string | null) => voiceOf(source, ["NOR", "SOU", "MSF"], isOrganisation);

test.each([
  ["NOR", "side:NOR"],
  ["UN", "organisations"],
  ["MSF", "organisations"],
  ["MID", "others"],
  ["officials", "officials"],
  ["residents", "unnamed"],
  [null, "outlets"],
])("%s speaks as %s", (source, kind) => expect(voice(source)).toBe(kind));

test("copies of one story count once, what was said before counts too", () => {
  const told = incident({
    tolls: [
      tolls("SOU", "contested", [
        answer("NOR", exactly(30), [says("a", "30"), says("b", "30")], {
          before: [{ asOf: null, value: exactly(12), evidence: [says("c", "12")] }],
        }),
        answer("UN", exactly(9), [says("b", "nine")]),
        answer("MSF", exactly(9), [says("b", "nine")]),
      ]),
    ],
  });
  // a and b are one origin
  const originOf = (report: string) => (report.startsWith("c") ? "c" : "ab");
  const segments = segmentsOf(matrixRows(told, { nameOf }), speakersOf(told), voice, originOf);
  expect(segments).toEqual([
    { voice: "side:NOR", speakers: ["NOR"], statements: 2, share: 0.5 },
    { voice: "organisations", speakers: ["UN", "MSF"], statements: 2, share: 0.5 },
  ]);
});

test("where nobody speaks there is no bar", () => {
  expect(segmentsOf([], [], voice, (r) => r)).toEqual([]);
});
