import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findWords } from "./find-words.js";

const whole = (text: string) => ({ start: 0, end: text.length });
const found = (text: string, words: string) => {
  const span = findWords(text, whole(text), words);
  return span && text.slice(span.start, span.end);
};

describe("words are found as they stand", () => {
  test.each([
    ["Rebels shelled the town, killing\nfive people.", "killing five people", "killing\nfive people"],
    ["“We hit the depot,” the army’s spokesman said.", "the army's spokesman", "the army’s spokesman"],
    ["The Iran–Iraq border was closed.", "Iran-Iraq border", "Iran–Iraq border"],
    ["About 1,500 fled, then 500 more.", "500", "500"],
    ["Costs (and losses) rose.", "(and losses)", "(and losses)"],
  ])("%j has %j", (text, words, as) => expect(found(text, words)).toBe(as));

  test.each([
    ["About 1,500 fled.", "500 fled"],
    ["About 1,500 fled.", "About 1"],
    ["Fifteen died: 15 soldiers.", "5 soldiers"],
    ["The mayor of Tirana spoke.", "Iran"],
    ["Pakistani troops fired.", "Pakistan"],
    ["Rebels killed five.", "rebels killed five"],
    ["Rebels killed five.", "Rebels … five"],
    ["Rebels killed five.", "“”"],
    ["Rebels killed five.", ""],
  ])("%j does not have %j", (text, words) => expect(found(text, words)).toBeNull());

  test("what is found is in the text, and any whole run of its words is found", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9]{1,6}$/), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (words, n) => {
          const text = words.join(" ");
          const from = n % words.length;
          expect(found(text, words.slice(from).join("  "))).toBe(words.slice(from).join(" "));
        },
      ),
    );
  });
});
