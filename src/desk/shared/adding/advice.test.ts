import { expect, test } from "vitest";
import { MISSING_CODES, UNREADABLE_CODES } from "../../../sources/errors.js";
import { adviceFor, reasonOf } from "./advice.js";

const document = (code: string | null, message: string | null) => ({
  name: "https://example.org/a",
  state: "unread" as const,
  hash: null,
  code,
  message,
});

test.each([
  ["https://example.org/a: the server answers 404", "The server answers 404."],
  ["The document is empty.", "The document is empty."],
  ["names cannot be looked up; is there a network?", "Names cannot be looked up; is there a network?"],
  ["", "No reason is known."],
  [null, "No reason is known."],
])("the reason of %j", (message, reason) => {
  expect(reasonOf(document("status", message))).toBe(reason);
});

// their messages say what to do
const SAYS_ITSELF = ["too-large", "too-deep", "language", "broken", "private-address", "no-match"];
test.each([...UNREADABLE_CODES, ...MISSING_CODES])("there is something to do about %s", (code) => {
  expect(adviceFor(document(code, "x")) !== "").toBe(!SAYS_ITSELF.includes(code));
});

test("no code, no advice", () => {
  expect(adviceFor(document(null, "x"))).toBe("");
});
