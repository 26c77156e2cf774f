import { beforeAll, describe, expect, test } from "vitest";
import { loadDates } from "../data/load-dates.js";
import { loadLanguageModel } from "../data/load-language.js";
import type { LanguageModel } from "../language/model.js";
import { type DatedClauses, datesOf } from "./dates.js";
import type { ParsedReport } from "./parsed-report.js";
import { plainReport } from "./plain-report.js";

const lexicon = loadDates();
let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

/** One body paragraph a line, published on Friday 2026-02-27. */
const parsedReport = (text: string): ParsedReport =>
  plainReport(text, model, { published: "2026-02-27", lines: true });

function at(parsed: ParsedReport, word: string): [number, number] {
  for (const [i, s] of parsed.sentences.entries()) {
    const token = s.form.indexOf(word);
    if (token >= 0) return [i, token];
  }
  throw new Error(`no such word: ${word}`);
}

function datesIn(text: string, words: readonly string[]): string[] {
  const parsed = parsedReport(text);
  const dates: DatedClauses = datesOf(parsed, lexicon);
  return words.map((word) => {
    const { from, to, basis } = dates.dateAt(...at(parsed, word));
    return basis === "unknown" ? `${word} ?` : `${word} ${from === to ? from : `${from}..${to}`}`;
  });
}

describe("the expression in a clause dates the event in it, and no other", () => {
  test.each<[string, string[]]>([
    [
      "Fighting flared after the rebels fired rockets on Thursday night in response to Sunday's government airstrikes.",
      ["fired 2026-02-26..2026-02-27", "rockets 2026-02-26..2026-02-27", "airstrikes 2026-02-22"],
    ],
    [
      "Ankara on Friday called on both sides to return to the table.",
      ["called 2026-02-27", "return ?", "table ?"],
    ],
    [
      "The escalation follows the murder of four drivers near Adré on 19 February, which N'Djamena blamed on smugglers.",
      ["murder 2026-02-19", "blamed ?"],
    ],
    ["Niger's army attacked two villages on the second Monday of January.", ["attacked 2026-01-12"]],
    [
      "Ministers blamed the riot on the closure of two clinics along the river in November.",
      ["blamed ?", "closure 2025-11-01..2025-11-30"],
    ],
    [
      "The envoy said the neighbours had agreed to begin clearing 40 kilometres of road in April.",
      ["clearing 2026-04-01..2026-04-30"],
    ],
    [
      "The council accused the navy of violating the truce that it declared on 3 February.",
      ["accused ?", "violating ?", "declared 2026-02-03"],
    ],
    [
      "The escalation followed Sunday's airstrikes that killed 70 people.",
      ["followed ?", "airstrikes 2026-02-22", "killed 2026-02-22"],
    ],
    [
      "At least 12 people died when a drone hit a market in Nyala on Wednesday, a rights group said on Thursday.",
      ["died 2026-02-25", "hit 2026-02-25", "said 2026-02-26"],
    ],
    ["The army said on Tuesday that it had retaken the town.", ["said 2026-02-24", "retaken ?"]],
    [
      "Gunmen raided the village on Monday night, killing 15 farmers and burning homes.",
      ["raided 2026-02-23..2026-02-24", "killing 2026-02-23..2026-02-24", "burning 2026-02-23..2026-02-24"],
    ],
    [
      "Six soldiers were killed in Tuesday's ambush, the ministry said Thursday.",
      ["killed 2026-02-24", "ambush 2026-02-24", "said 2026-02-26"],
    ],
    [
      "Rebels kidnapped two judges on Jan. 3 in the hills and freed them on Thursday.",
      ["kidnapped 2026-01-03", "freed 2026-02-26"],
    ],
    [
      "On Wednesday, fighters stormed a camp and abducted dozens of pupils.",
      ["stormed 2026-02-25", "abducted 2026-02-25"],
    ],
    [
      "The truce brokered by Doha in January collapsed last week.",
      ["brokered 2026-01-01..2026-01-31", "collapsed 2026-02-16..2026-02-22"],
    ],
    ["Forces killed 23 insurgents in raids on Tuesday and Wednesday.", ["killed 2026-02-24..2026-02-25"]],
    ["The shelling has displaced 100,000 people since January.", ["displaced 2026-01-01..2026-02-27"]],
    [
      "The two governments will hold talks in Geneva next week.",
      ["hold 2026-03-02..2026-03-08", "talks 2026-03-02..2026-03-08"],
    ],
    ["Both delegations agreed to meet on Monday.", ["agreed ?", "meet 2026-03-02"]],
    ["The ceasefire is due to expire on Sunday.", ["expire 2026-03-01"]],
    // dates of what the subject or a thing is, not of what is done
    ["The mission, without helicopters since January, evacuated its base.", ["evacuated ?"]],
    [
      "Norway, which hosted a first round in November, has offered to pay for the talks.",
      ["hosted 2025-11-01..2025-11-30", "offered ?"],
    ],
    ["Under a 1987 treaty Chile closed the pass to lorries.", ["treaty 1987-01-01..1987-12-31", "closed ?"]],
    [
      "The accord signed in July fell apart when guards were shot.",
      ["signed 2025-07-01..2025-07-31", "fell ?"],
    ],
    ["They had signed the 2016 accord.", ["signed 2016-01-01..2016-12-31"]],
    [
      "The two met in Oslo in March 2023. The talks failed that September.",
      ["met 2023-03-01..2023-03-31", "failed 2023-09-01..2023-09-30"],
    ],
    ["The court has scheduled a hearing Monday to rule on the ban.", ["hearing 2026-03-02"]],
    // a date of another part of the sentence, or of none
    [
      "Eritrea kept up its raids on Sudan despite a separate truce that has been in force there since May 2024.",
      ["kept ?", "raids ?"],
    ],
    [
      "Oslo backed an inquiry into a blast last Friday that maimed nine pilgrims.",
      ["backed ?", "blast 2026-02-20"],
    ],
    ["The envoys met in Accra for the third time this month.", ["met ?"]],
    [
      "The minister, in a statement on Monday, condemned the raid and urged the rebels to leave.",
      ["condemned 2026-02-23", "urged 2026-02-23"],
    ],
    ["The army, in a raid on Monday, killed nine rebels.", ["killed 2026-02-23"]],
    [
      "Ties soured in May last year, when raids left dozens dead before Oman brokered a truce on May 19.",
      ["raids 2025-05-01..2025-05-31", "truce 2025-05-19"],
    ],
    ["The rounds in Lomé failed: the last of them ended on November 7.", ["ended 2025-11-07"]],
    // from what was told before
    [
      "The truce that Egypt brokered in March 2025 collapsed within weeks.",
      ["brokered 2025-03-01..2025-03-31", "collapsed 2025-03-01..2025-05-29"],
    ],
    ["The council met within days of the raid.", ["met ?"]],
    [
      "The officers talked on Thursday and will talk again on Saturday. Shortly before midnight the guns fell silent.",
      ["fell 2026-02-26..2026-02-27"],
    ],
  ])("%s", (text, expected) => {
    expect(
      datesIn(
        text,
        expected.map((e) => e.slice(0, e.indexOf(" "))),
      ),
    ).toEqual(expected);
  });
});

describe("the other dates of a sentence bear on an event by the words between", () => {
  /** Published on Friday 2026-02-27. */
  function bearing(text: string, word: string): string {
    const parsed = parsedReport(text);
    const dates = datesOf(parsed, lexicon);
    const where = at(parsed, word);
    const own = dates.dateAt(...where);
    const { from, to } = own.basis === "unknown" ? (dates.sentenceDate(...where) ?? own) : own;
    return from === null && to === null ? "?" : from === to ? from! : `${from}..${to}`;
  }
  test.each([
    // the news came after what the date belongs to
    [
      "Congolese troops opened fire after what Kinshasa described as drone strikes on its soil last Thursday.",
      "opened",
      "?",
    ],
    [
      "Congolese troops opened fire after what Kinshasa described as drone strikes on its soil last Thursday.",
      "strikes",
      "2026-02-26",
    ],
    ["The federation pulled its team out of a tournament in Lahore next month.", "pulled", "?"],
    [
      "The Houthis released 15 sailors on Wednesday, five months after they seized the vessel.",
      "seized",
      "2025-09-10..2025-10-10",
    ],
    ["Police fired tear gas on Thursday, a day after the government banned rallies.", "banned", "2026-02-25"],
    [
      "The governor was dismissed on Tuesday, a week after rebels captured the town.",
      "captured",
      "2026-02-16..2026-02-18",
    ],
    ["It was the deadliest raid since the fall of the city last month.", "raid", "?"],
    [
      "Captain Sory, who took power in a coup in September 2022, was in Ankara last week, where he met the president.",
      "met",
      "2026-02-16..2026-02-22",
    ],
    [
      "Captain Sory, who took power in a coup in September 2022, was in Ankara last week, where he met the president.",
      "took",
      "2022-09-01..2022-09-30",
    ],
    [
      "Relations have been tense since the clash in January, which erupted after troops crossed the line.",
      "crossed",
      "2026-01-01..2026-01-31",
    ],
    [
      "India struck nine sites in January after gunmen killed 26 tourists the previous month.",
      "killed",
      "2025-12-01..2025-12-31",
    ],
    [
      "Two guards were killed when their convoy was ambushed near Bunia on Saturday, the mission said in a statement on Monday.",
      "killed",
      "2026-02-21",
    ],
    ["The rebels left talks that had been due to begin on Tuesday in Luanda.", "begin", "2026-02-24"],
    ["The truce was to take effect at midnight on Saturday.", "take", "2026-02-28..2026-03-01"],
    ["The ministers agreed to a truce starting on Saturday.", "truce", "2026-02-28"],
  ])("%s %s: %s", (text, word, expected) => {
    expect(bearing(text, word)).toBe(expected);
  });
  test("a stretch up to the day of the report", () => {
    const text = "Fighters have attacked the region for years.\nThey have held the dam for two months.";
    const parsed = parsedReport(text);
    const dates = datesOf(parsed, lexicon);
    expect(dates.stretchAt(...at(parsed, "attacked"))).toMatchObject({ from: null, to: "2026-02-27" });
    expect(dates.stretchAt(...at(parsed, "held"))).toMatchObject({ from: "2025-12-12", to: "2026-02-27" });
  });
});

describe("counted from what was told before", () => {
  test.each([
    ["Rebels raided Djibo last Sunday.\nThey overran the camp shortly before dawn.", "overran 2026-02-22"],
    ["On January 28 the army shelled the camp.\nTwo days later rebels hit the airport.", "hit 2026-01-30"],
    [
      "The rebels left talks that had been due to begin on Tuesday, citing sanctions imposed a day earlier.",
      "imposed 2026-02-23",
    ],
  ])("%s", (text, expected) => {
    expect(datesIn(text, [expected.slice(0, expected.indexOf(" "))])).toEqual([expected]);
  });

  test("the previous day goes back from the last date", () => {
    const text = "Rebels attacked the base on Wednesday.\nThe previous day, soldiers had shelled a village.";
    expect(datesIn(text, ["attacked", "shelled"])).toEqual(["attacked 2026-02-25", "shelled 2026-02-24"]);
  });
  test("a sentence without a date may inherit the last one, and that is said to be inferred", () => {
    const parsed = parsedReport("Rebels attacked the base on Wednesday.\nThree guards were killed.");
    expect(datesOf(parsed, lexicon).contextDate(...at(parsed, "killed"))).toEqual({
      interval: { from: "2026-02-25", to: "2026-02-25", basis: "inferred" },
      holdsWords: false,
    });
    expect(datesOf(parsed, lexicon).contextDate(...at(parsed, "attacked"))).toBeNull();
  });
});

describe("what an undated sentence inherits", () => {
  test.each<[string, string, string | null, string | null]>([
    // sentence with the word; what the telling before it gives; the same, where it is of long before the report
    ["The army shelled Kutum on Monday.\nTwo traders were wounded.", "wounded", "2026-02-23", null],
    [
      "Last year, rebels abducted six aid workers. They released them in exchange for cash.",
      "released",
      "2025-01-01",
      "2025-01-01",
    ],
    [
      "On January 28 the government ended the talks. The rebels rejected the decision.",
      "rejected",
      "2026-01-28",
      "2026-01-28",
    ],
    [
      "The board pulled its team out of a series next month.\nJets bombed the border town.",
      "bombed",
      null,
      null,
    ],
    [
      "Rebels attacked the base on Monday.\nThe army says that three guards were killed.",
      "killed",
      "2026-02-23",
      null,
    ],
    [
      "Rebels attacked the base on Monday.\nThe army says that it is holding the base.",
      "holding",
      null,
      null,
    ],
    // the next paragraph returns to the news
    [
      "On January 28 the government ended the talks.\nThe rebels rejected an offer of the envoys.",
      "rejected",
      null,
      null,
    ],
    ["In January jets bombed the port.\nTroops killed two fishermen.", "killed", null, null],
    // what is only referred to is no telling that goes on
    [
      "Troops shelled the post on Wednesday. The ministry described it as an answer to raids on the port two nights earlier. Eleven soldiers died in it.",
      "died",
      "2026-02-25",
      null,
    ],
    [
      "The army shelled Kutum on Monday.\nThe two sides have fought over the town since May.",
      "fought",
      null,
      null,
    ],
  ])("%s", (text, word, context, story) => {
    const parsed = parsedReport(text);
    const dates = datesOf(parsed, lexicon);
    const [sentence, token] = at(parsed, word);
    const told = dates.contextDate(sentence, token);
    expect([told?.interval.from ?? null, told?.holdsWords ? told.interval.from : null]).toEqual([
      context,
      story,
    ]);
  });
});

describe("tense of a clause", () => {
  test.each([
    ["Troops shelled the port.", "shelled", "past"],
    ["The port was shelled.", "shelled", "past"],
    ["Troops have shelled the port.", "shelled", "perfect"],
    ["Troops are shelling the port.", "shelling", "present"],
    ["Troops will shell the port.", "shell", "future"],
    ["Troops plan to shell the port.", "shell", "future"],
    ["The army denied shelling the port.", "shelling", "past"],
  ])("%s", (text, word, tense) => {
    const parsed = parsedReport(text);
    expect(datesOf(parsed, lexicon).tenseOf(...at(parsed, word))).toBe(tense);
  });
});
