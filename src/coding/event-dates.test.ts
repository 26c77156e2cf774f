import { describe, expect, test } from "vitest";
import { read, reader } from "../../tests/helpers/told.js";

/** "CONSULT planned 2025-11-30..2025-11-30" for each event, in the record's order. */
const dated = (text: string): string[] =>
  read(text).events.map((e) => `${e.type} ${e.status} ${e.date.from}..${e.date.to}`);

describe("what is told in the present of a day to come is planned", () => {
  test.each([
    [
      "The Chadian president meets his Sudanese counterpart in Abuja on 30 November.",
      "CONSULT planned 2025-11-30..2025-11-30",
    ],
    ["The Kenyan contingent leaves Haiti in March.", "RETREAT planned 2026-03-01..2026-03-31"],
    ["Delegations from Mali and Niger meet on Monday in Accra.", "CONSULT planned 2025-11-24..2025-11-24"],
  ])("%s", (text, told) => {
    expect(dated(text)).toContain(told);
  });
});

describe("a day without a year goes on from a year that was just told of", () => {
  test.each([
    ["Fighting eased. In 2019 Chad struck Bosso on 26 February.", "ASSAULT happened 2019-02-26..2019-02-26"],
    [
      "In April 2024 gunmen killed nine people in Jos, Nigeria. The army struck Bama on 7 May.",
      "ASSAULT happened 2024-05-07..2024-05-07",
    ],
    [
      "The truce held until April last year, when gunmen shot dead nine people in Jos, Nigeria. Nigeria blamed Chad, and on 7 May launched missiles across the border.",
      "ASSAULT happened 2024-05-07..2024-05-07",
    ],
    // a founding says nothing of the raid, and the news is of this year
    [
      "The group was founded in 2007. On 7 November Chad struck its camp.",
      "ASSAULT happened 2025-11-07..2025-11-07",
    ],
    [
      "A pact signed in 2015 lapsed. On 7 August Chad struck Bosso.",
      "ASSAULT happened 2025-08-07..2025-08-07",
    ],
  ])("%s", (text, told) => {
    expect(dated(text)).toContain(told);
  });
});

describe("a date that opens a sentence is no part of the name behind it", () => {
  test.each([
    ["In May Chad shelled a Sudanese post.", "TCD"],
    ["On 12 March Rwanda sent troops to Goma.", "RWA"],
    ["On 7 May India shelled a Pakistani post.", "IND"],
  ])("%s", (text, actor) => {
    const { events } = read(text);
    expect(events.map((e) => `${e.actor.map((p) => p.code)} ${e.status}`)).toEqual([`${actor} happened`]);
  });
});

describe("the day of another clause is not the event's", () => {
  test.each([
    [
      "Turkey's envoy, who was in Tripoli two weeks ago, accused Greece of delay.",
      "ACCUSE happened 2025-11-19..2025-11-20",
    ],
    [
      "Niger denied that its troops had fired on the village and blamed those who oppose the plan agreed in June 2023.",
      "ASSAULT denied 2025-11-18..2025-11-20",
    ],
    [
      "At least 40 people have been killed in Mali since the truce began on 10 October.",
      "ASSAULT happened 2025-10-10..2025-11-20",
    ],
    [
      "Shelling in the last week of October killed nine soldiers in Taiz, Yemen.",
      "ASSAULT happened 2025-10-25..2025-10-31",
    ],
  ])("%s", (text, told) => {
    expect(dated(text)).toContain(told);
  });
});

describe("what has been refused all along goes on", () => {
  test.each([
    ["Mali has so far refused talks with Niger.", "REJECT ongoing null..2025-11-20"],
    ["Mali has for decades refused talks with Niger.", "REJECT ongoing null..2025-11-20"],
    ["Mali refused talks with Niger.", "REJECT happened 2025-11-19..2025-11-20"],
    // what is done about an offer is no offer
    [
      "The rebel commander said his men would observe a truce, an offer that the army of Mali dismissed.",
      "REJECT happened 2025-11-19..2025-11-20",
    ],
  ])("%s", (text, told) => {
    expect(dated(text)).toContain(told);
  });
});

describe("in a digest, what names no day is of the period that it covers", () => {
  const events = (text: string) =>
    reader
      .readText(text, { id: "t", published: "2025-11-05" })
      .events.map((e) => `${e.type} ${e.date.from}..${e.date.to}`);
  test("that a line above it names", () => {
    expect(
      events(
        "CONFLICT REVIEW\n\nMonthly overview, October 2025\n\nPeru closed the border with Ecuador. Gunmen killed nine Peruvian soldiers in Tumbes on 9 October, and the government blamed bandits.",
      ),
    ).toEqual(expect.arrayContaining(["SANCTION 2025-10-01..2025-10-31", "ASSAULT 2025-10-09..2025-10-09"]));
  });
  test("that it tells", () => {
    expect(
      events(
        "Situation in Tumbes\n\nThis report covers the period from 28 October to 3 November. Peru closed the border with Ecuador, and the market is empty.",
      ),
    ).toContain("SANCTION 2025-10-28..2025-11-03");
  });
  test("the month of a headline of the news is none", () => {
    expect(
      events(
        "Peru: soldiers jailed for killings of October 2024\n\nPeru closed the border with Ecuador, and the market is empty.",
      ),
    ).toContain("SANCTION 2025-11-03..2025-11-05");
  });
});
