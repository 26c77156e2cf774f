import { expect, test } from "vitest";
import { withRecent } from "./recents.js";

test.each([
  [[], "Doha", ["Doha"]],
  [["Kabul"], "  Doha   talks ", ["Doha talks", "Kabul"]],
  [["Kabul", "Doha"], "doha", ["doha", "Kabul"]],
  [["Doha", "Kabul"], "doha ceasefire", ["doha ceasefire", "Kabul"]],
  [["Kabul"], "  ", ["Kabul"]],
  [["a", "b", "c", "d", "e", "f"], "g", ["g", "a", "b", "c", "d", "e"]],
])("%j with %j", (recents, words, wanted) => {
  expect(withRecent(recents, words)).toEqual(wanted);
});
