import { expect, test } from "vitest";
import type { ReportRoom } from "../../../formats/desk-json.js";
import { readHow } from "./read-how.js";

const coded = {
  events: [{ id: 0, rule: "frame:shell/verb", by: "tree" }],
  tolls: [{ id: 3, rule: "toll:killed", by: "surface", confidence: 0.84 }],
  initiatives: [],
  initiators: [{ id: 0, rule: "initiator:reply", by: "tree" }],
  sequences: [],
  version: { parley: "0.1.0", lexicons: "abcdef0123456789", models: "0123456789abcdef" },
} as unknown as ReportRoom["coded"];

test.each([
  [
    "e0",
    { rule: "frame:shell/verb", by: "tree", isAdded: false, rated: { kind: "event", confidence: undefined } },
  ],
  ["t3", { rule: "toll:killed", by: "surface", isAdded: false, rated: { kind: "toll", confidence: 0.84 } }],
  ["b0", { rule: "initiator:reply", by: "tree", rated: null }],
  ["t4", { rule: null, by: null, isAdded: false }],
  ["ru123", { rule: null, isAdded: true }],
])("the claim %s", (id, expected) => {
  const how = readHow(coded, { claim: `${"a".repeat(32)}/${id}`, start: 4, end: 9 });
  expect(how).toMatchObject({
    ...expected,
    start: 4,
    end: 9,
    version: { parley: "0.1.0", lexicons: "abcdef01", models: "01234567" },
  });
});
