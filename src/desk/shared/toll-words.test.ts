import { expect, test } from "vitest";
import { tollWords } from "./toll-words.js";

const nameOf = (code: string) => ({ NOR: "Northland" })[code] ?? code;

test.each([
  ["soldiers of Northland killed", { harm: "killed", party: "NOR", kind: "military", sort: "forces" }],
  ["forces of Northland wounded", { harm: "wounded", party: "NOR", kind: "mixed", sort: "forces" }],
  ["civilians killed, not said whose", { harm: "killed", party: null, kind: "civilian" }],
  ["people of Northland missing", { harm: "missing", party: "NOR", kind: "unknown", sort: "unknown" }],
  ["people displaced, not said whose", { harm: "displaced", party: null, kind: "mixed" }],
  ["equipment of Northland captured", { harm: "captured", party: "NOR", kind: "equipment" }],
  ["things destroyed, not said whose", { harm: "destroyed", party: null, kind: "unknown" }],
])("%s", (words, cell) => expect(tollWords(cell, nameOf)).toBe(words));
