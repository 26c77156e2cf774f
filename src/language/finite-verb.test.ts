import { beforeAll, describe, expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { analyse } from "./analyse.js";
import { missedVerb } from "./finite-verb.js";
import type { LanguageModel } from "./model.js";

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

function rootOf(text: string): string {
  const s = analyse(text, { start: 0, end: text.length }, model)[0]!;
  return s.form[s.head.indexOf(-1)]!;
}

describe("the main verb of a short report", () => {
  test.each([
    ["Angry farmers protested in New Delhi on Friday.", "protested"],
    ["Israeli forces demolished 14 houses in the Jenin refugee camp.", "demolished"],
    ["Kenyan police shot dead at least eight protesters on Monday.", "shot"],
    ["About 300 people rallied outside the Turkish embassy in Vienna.", "rallied"],
    ["Unidentified gunmen shot and killed a senior police officer in Peshawar.", "shot"],
    ["Rebels shot down a government helicopter over Kachin state.", "shot"],
    ["Kenya will on Monday host delegations from the Sudanese army.", "host"],
    ["Talks between Chad and Sudan resume on Monday.", "resume"],
    ["The crossings at Torkham and Chaman open next week.", "open"],
    ["Nicosia demands that Ankara recognise the treaty.", "demands"],
    ["Rebels wounded two Brazilian peacekeepers in a night attack on their camp.", "wounded"],
  ])("%s", (text, verb) => {
    expect(rootOf(text)).toBe(verb);
  });
});

describe("words that their neighbours show to be nouns or verbs", () => {
  test.each([
    ["Chad's representative said that the road was open.", "said"],
    ["The envoy of Norway, whose country drafts the resolutions, condemned the raid.", "condemned"],
    ["Briefing by video from Dakar, Ida Holm warned that the truce would fail.", "warned"],
  ])("%s", (text, verb) => {
    expect(rootOf(text)).toBe(verb);
  });
  test("subjects stand before them", () => {
    const text = "The envoy of Norway, whose country drafts the resolutions, condemned the raid.";
    const s = analyse(text, { start: 0, end: text.length }, model)[0]!;
    const subject = (verb: string) =>
      s.form.find((_, k) => s.form[s.head[k]!] === verb && s.relation[k]!.startsWith("nsubj"));
    expect([subject("condemned"), subject("drafts")]).toEqual(["envoy", "country"]);
  });
});

describe("words left as they are", () => {
  test.each([
    ["a finite verb stands elsewhere", "Men arrested in May were freed .", "NNS VBN IN NNP VBD VBN ."],
    ["the agent follows", "Three soldiers killed by militants .", "CD NNS VBN IN NNS ."],
    ["no full stop: a headline", "Twelve soldiers killed in ambush", "CD NNS VBN IN NN"],
    ["part of a compound", "Iran - backed groups in Iraq .", "NNP HYPH VBN NNS IN NNP ."],
  ])("%s: %s", (_, forms, tags) => {
    expect(missedVerb(forms.split(" "), tags.split(" "), model.grammar)).toBe(-1);
  });

  test("before a closing attribution the clause is looked at alone", () => {
    const forms = "Militants infiltrated into Kupwara , the army said .".split(" ");
    expect(missedVerb(forms, "NNS VBN IN NNP , DT NN VBD .".split(" "), model.grammar)).toBe(1);
  });
});
