import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { aboutInterval, compileCounts, parseCount } from "./counts.js";

const lexicon = compileCounts(
  parse(readFileSync(new URL("../../lexicons/tolls/counts.yaml", import.meta.url), "utf8")),
);

test.each([
  ["five soldiers", 5, 5, "exact"],
  ["1,250 families", 1250, 1250, "exact"],
  ["12 000 people", 12000, 12000, "exact"],
  ["twenty-three rebels", 23, 23, "exact"],
  ["one hundred and twelve bodies", 112, 112, "exact"],
  ["two hundred thousand people", 200000, 200000, "exact"],
  ["1.2 lakh villagers", 120000, 120000, "exact"],
  ["3.5 million people", 3500000, 3500000, "exact"],
  ["a hundred men", 100, 100, "exact"],
  ["a soldier", 1, 1, "exact"],
  ["another policeman", 1, 1, "exact"],
  ["another seven", 7, 7, "exact"],
  ["10 more people", 10, 10, "exact"],
  ["a further 12 civilians", 12, 12, "exact"],
  ["a total of 31 people", 31, 31, "exact"],
  ["no soldiers", 0, 0, "exact"],
  ["not a single soldier", 0, 0, "exact"],
  ["none", 0, 0, "exact"],
  ["at least five soldiers", 5, null, "at-least"],
  ["at least another 14 people", 14, null, "at-least"],
  ["no fewer than 40 drones", 40, null, "at-least"],
  ["30 or more people", 30, null, "at-least"],
  ["more than 200 fighters", 201, null, "more-than"],
  ["well over a hundred people", 101, null, "more-than"],
  ["over 1,000 civilians", 1001, null, "more-than"],
  ["200-plus fighters", 201, null, "more-than"],
  ["upwards of 60", 61, null, "more-than"],
  ["up to 20 militants", 0, 20, "up-to"],
  ["as many as 23 soldiers", 0, 23, "up-to"],
  ["no more than 15", 0, 15, "up-to"],
  ["fewer than 10 men", 0, 9, "up-to"],
  ["about 200 people", 150, 249, "about"],
  ["some 60 houses", 55, 64, "about"],
  ["around 12 men", 11, 13, "about"],
  ["an estimated 3,000 people", 2500, 3499, "about"],
  ["nearly 300 people", 250, 299, "about"],
  ["almost 50 houses", 45, 49, "about"],
  ["40 or so", 35, 44, "about"],
  ["10 to 15 fighters", 10, 15, "about"],
  ["10-15 fighters", 10, 15, "about"],
  ["between 30 and 40 people", 30, 40, "about"],
  ["two or three men", 2, 3, "about"],
  ["a dozen troops", 12, 12, "about"],
  ["half a dozen shells", 6, 6, "about"],
  ["two dozen people", 24, 24, "about"],
  ["more than half a million people", 500001, null, "more-than"],
  ["half a million people", 500000, 500000, "exact"],
  ["a quarter of a million people", 250000, 250000, "exact"],
  ["over a quarter of a million", 250001, null, "more-than"],
  ["nearly three-quarters of a million", 745000, 749999, "about"],
  ["a half-million people", 500000, 500000, "exact"],
  ["1.5 million people", 1500000, 1500000, "exact"],
  ["a million and a half people", 1500000, 1500000, "exact"],
  ["two and a half thousand families", 2500, 2500, "exact"],
  ["at least one and a half million", 1500000, null, "at-least"],
  ["between two and three million people", 2000000, 3000000, "about"],
  ["two or three hundred houses", 200, 300, "about"],
  ["15 to 20 thousand people", 15000, 20000, "about"],
  ["800 to 1,000 men", 800, 1000, "about"],
  ["more than two dozen", 25, null, "more-than"],
  ["at least a dozen", 12, null, "at-least"],
  ["dozens of people", null, null, "vague"],
  ["hundreds of thousands of people", null, null, "vague"],
  ["several soldiers", null, null, "vague"],
  ["some soldiers", null, null, "vague"],
  ["at least several dozen", null, null, "vague"],
  ["a handful of men", null, null, "vague"],
  ["multiple jets", null, null, "vague"],
])("reads the count of %j", (words, low, high, hedge) => {
  expect(parseCount(words, lexicon)).toMatchObject({ low, high, hedge });
});

test.each([
  "soldiers were killed",
  "the army",
  "between them",
  "over the border",
  "about the talks",
  "under fire",
])("%j is no count", (words) => {
  expect(parseCount(words, lexicon)).toBeNull();
});

test("an interval of about n holds n", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (n) => {
      const [low, high] = aboutInterval(n);
      expect(low).toBeLessThanOrEqual(n);
      expect(high).toBeGreaterThanOrEqual(n);
    }),
  );
});

test("low is not above high", () => {
  const word = fc.constantFrom(
    "at",
    "least",
    "more",
    "than",
    "12",
    "5",
    "to",
    "a",
    "dozen",
    "between",
    "and",
    "no",
    "hundred",
    "million",
    "or",
    "so",
    "up",
    "nearly",
    "0",
    "some",
    "-",
    "plus",
    "twenty",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const c = parseCount(words.join(" "), lexicon);
      if (c?.low != null && c.high != null) expect(c.low).toBeLessThanOrEqual(c.high);
    }),
    { numRuns: 500 },
  );
});
