import { expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { analyseWords } from "./analyse-words.js";
import { bareDays } from "./bare-days.js";

const model = await loadLanguageModel();
const arcsOf = (text: string): string[] => {
  const forms = text.split(" ");
  const { head, relation } = analyseWords(forms, model);
  return forms.map((form, i) => `${relation[i]}(${form}, ${forms[head[i]!] ?? "-"})`);
};

test.each([
  ["Army 7 April raided a camp .", [1]],
  ["Army chief ( COAS ) 21 April met the envoy .", [5]],
  ["Separatists 3 May offered a truce ; govt 5 May declined .", [1, 8]],
  ["Army next day raided a camp .", [1]],
  ["The next day raiders came .", []],
  ["Army on 7 April raided a camp .", []],
  ["The 7 April raid left nine dead .", []],
  ["The ceasefire of 7 April held .", []],
  ["The envoy left the city 7 April after talks .", []],
  ["Between 3 April and 9 May shelling went on .", []],
  ["Of the 31 May said nothing .", []],
])("%s", (text, days) => {
  expect(bareDays(text.split(" "))).toEqual(days);
});

test("the next day too", () => {
  expect(arcsOf("Army next day struck a village .").slice(0, 4)).toEqual([
    "nsubj(Army, struck)",
    "amod(next, day)",
    "obl:unmarked(day, struck)",
    "root(struck, -)",
  ]);
});

test("a bare day is of the verb behind it, and who acts is its subject", () => {
  expect(arcsOf("Militants 8 April detonated a bomb near Zahedan .")).toEqual([
    "nsubj(Militants, detonated)",
    "obl:unmarked(8, detonated)",
    "nmod:unmarked(April, 8)",
    "root(detonated, -)",
    "det(a, bomb)",
    "obj(bomb, detonated)",
    "case(near, Zahedan)",
    "nmod(Zahedan, bomb)",
    "punct(., detonated)",
  ]);
});
