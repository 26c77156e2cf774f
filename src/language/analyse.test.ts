import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { analyse } from "./analyse.js";
import type { LanguageModel } from "./model.js";
import type { Sentence } from "./sentence.js";

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

function read(text: string): Sentence {
  const sentences = analyse(text, { start: 0, end: text.length }, model);
  expect(sentences).toHaveLength(1);
  return sentences[0]!;
}

describe("tags of words that treebanks of reviews and mail hardly have", () => {
  test.each([
    ["The talks were held amid clashes along the border.", "amid", "ADP"],
    ["The talks were held amid clashes along the border.", "clashes", "NOUN"],
    ["Moscow denies that it shelled the town.", "denies", "VERB"],
    ["Moscow denies that it shelled the town.", "shelled", "VERB"],
    ["Militants attacked a convoy near Gao.", "Militants", "NOUN"],
    ["Shelling of the camp went on overnight, residents said.", "Shelling", "NOUN"],
    ["The ceasefire took effect at dawn.", "ceasefire", "NOUN"],
    ["A drone hit the depot, the spokesperson said.", "drone", "NOUN"],
    ["A drone hit the depot, the spokesperson said.", "spokesperson", "NOUN"],
    ["Airstrikes killed five people in Lashio.", "Airstrikes", "NOUN"],
    ["Human Rights Watch called for an inquiry.", "Watch", "PROPN"],
    ["Human Rights Watch called for an inquiry.", "called", "VERB"],
    ["Save the Children urged the army to open the road.", "Save", "PROPN"],
    ["Watch the road, the army said.", "Watch", "VERB"],
  ])("%s: %s", (text, word, upos) => {
    const s = read(text);
    expect(s.upos[s.form.indexOf(word)]).toBe(upos);
  });
});

describe("who did what", () => {
  test.each([
    ["Rebels seized the airport in Goma.", "nsubj", "Rebels", "seized"],
    ["Rebels seized the airport in Goma.", "obj", "airport", "seized"],
    ["Four soldiers were killed by gunmen near the border.", "nsubj:pass", "soldiers", "killed"],
    ["Kabul said that Pakistani jets bombed two districts.", "nsubj", "jets", "bombed"],
    ["Kabul said that Pakistani jets bombed two districts.", "ccomp", "bombed", "said"],
    ["Turkey on Friday called on both sides to stop the fighting.", "obl", "Friday", "called"],
    [
      "Twelve soldiers were killed in the clashes, including seven Afghan troops.",
      "nmod",
      "troops",
      "soldiers",
    ],
  ])("%s: %s(%s, %s)", (text, relation, dependent, head) => {
    const s = read(text);
    const at = s.form.indexOf(dependent);
    expect([s.relation[at], s.form[s.head[at]!]]).toEqual([relation, head]);
  });
});

test.each([
  ["Militants shelled three towns.", ["militant", "shell", "three", "town", "."]],
  ["Kyiv denies the claims.", ["Kyiv", "deny", "the", "claim", "."]],
  ["The troops were withdrawn.", ["the", "troops", "be", "withdraw", "."]],
])("lemmas of %j", (text, lemmas) => {
  expect(read(text).lemma.map((l) => (l === "troop" ? "troops" : l))).toEqual(lemmas);
});

test("a headline in capitals is read in the case of running text, over its own span", () => {
  const text = "REBELS SEIZE AIRPORT IN GOMA AFTER HEAVY FIGHTING";
  const s = read(text);
  expect(s.form.join(" ")).toBe("Rebels seize airport in Goma after heavy fighting");
  expect(text.slice(s.start[4], s.end[4])).toBe("GOMA");
});

test.each([
  ["US STRIKES HOUTHI TARGETS IN YEMEN", "US strikes Houthi targets in Yemen"],
  [
    "Rebels Seize Key Town in Eastern Congo as Truce Falters",
    "Rebels seize key town in Eastern Congo as truce falters",
  ],
])("case of the headline %j", (text, expected) => {
  expect(read(text).form.join(" ")).toBe(expected);
});

test("no words, no sentences", () => {
  expect(analyse("", { start: 0, end: 0 }, model)).toEqual([]);
  expect(analyse(" \n ", { start: 0, end: 3 }, model)).toEqual([]);
});

test("any text comes back as trees over its own words", () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom("Kabul", "said", "killed", "on", "Friday", ",", ".", '"', "(", "including", "the", "—"),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join(" ");
      for (const s of analyse(text, { start: 0, end: text.length }, model)) {
        const n = s.form.length;
        expect([s.lemma, s.upos, s.xpos, s.relation].map((c) => c.length)).toEqual([n, n, n, n]);
        expect([...s.head].filter((h) => h < 0)).toHaveLength(1);
        for (let i = 0; i < n; i++) {
          expect(s.relation[i]).toMatch(/^[a-z]+(:[a-z]+)?$/);
          expect(s.relation[i] === "root").toBe(s.head[i] === -1);
          let at = i;
          for (let steps = 0; at >= 0; steps++) {
            expect(steps).toBeLessThanOrEqual(n);
            at = s.head[at]!;
          }
        }
      }
    }),
    { numRuns: 200 },
  );
});

test("the same text gives the same columns", () => {
  const text = "Officials in Khartoum said on Sunday that 14 people were killed when a market was shelled.";
  expect(analyse(text, { start: 0, end: text.length }, model)).toEqual(
    analyse(text, { start: 0, end: text.length }, model),
  );
});

test("a word of 100,000 letters and a lone surrogate are words like others", () => {
  const text = `\ud800 ${"a".repeat(100_000)} \udc00 was said.`;
  expect(analyse(text, { start: 0, end: text.length }, model).length).toBeGreaterThan(0);
});
