import { beforeAll, expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { analyse } from "./analyse.js";
import type { LanguageModel } from "./model.js";

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

/** The root, its XPOS and its subject. */
function read(headline: string): string {
  const s = analyse(headline, { start: 0, end: headline.length }, model, true)[0]!;
  const root = s.head.indexOf(-1);
  const subject = s.relation.findIndex((r, i) => r.startsWith("nsubj") && s.head[i] === root);
  return `${s.form[root]} ${s.xpos[root]} ${subject < 0 ? "-" : `${s.relation[subject]} ${s.form[subject]}`}`;
}

test.each([
  ["Militants Storm Hotel in Mogadishu", "storm VBP nsubj Militants"],
  ["Prime Minister Steps Down in Iraq", "steps VBZ nsubj minister"],
  ["Delegation from Japan visits Hanoi", "visits VBZ nsubj Delegation"],
  ["Doctors in Zimbabwe Walk Off the Job", "walk VBP nsubj Doctors"],
  ["Government and Unions Strike Deal to Raise Wages", "strike VBP nsubj Government"],
  ["Rebel Groups in Syria Join Forces", "join VBP nsubj groups"],
  ["Cuba to Free Political Prisoners", "free VB nsubj Cuba"],
  ["Soldiers Patrol Streets After Coup", "patrol VBP nsubj Soldiers"],
  ["Prime Minister of Iraq to Visit Tehran", "visit VB nsubj minister"],
  ["Two Sides Exchange Prisoners in Yemen", "exchange VBP nsubj sides"],
  ["Rally for Democracy Draws Thousands", "draws VBZ nsubj Rally"],
  ["Ban on Opposition Party Lifted in Togo", "lifted VBN nsubj:pass Ban"],
  ["Sanctions on Sudan lifted by Washington", "lifted VBN nsubj:pass Sanctions"],
  ["Journalist Shot Dead in Karachi", "shot VBN nsubj:pass Journalist"],
])("the verb of a headline: %s", (headline, expected) => {
  expect(read(headline)).toBe(expected);
});

test.each([
  "Peace talks in Geneva",
  "Bomb blast in southern Iraq",
  "Plan to attack embassy in Oslo",
  "Detainees on hunger strike at Guantanamo",
  "26 dead in bomb attacks this week",
])("a headline without a verb stays so: %s", (headline) => {
  expect(read(headline)).not.toMatch(/ VB/);
});
