import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDating } from "./date-expression.js";
import { findDateExpressions } from "./date-expressions.js";

const found = (text: string): string[] =>
  findDateExpressions(text, { start: 0, end: text.length }).map(
    (e) => `${e.kind}: ${text.slice(e.start, e.end)}`,
  );

const dating = (text: string): string[] =>
  findDateExpressions(text, { start: 0, end: text.length })
    .filter(isDating)
    .map((e) => text.slice(e.start, e.end));

describe("names of days and months", () => {
  test.each([
    ["Two shells landed near the crossing on Friday.", ["weekday: Friday"]],
    ["Sunday's airstrikes hit three provinces.", ["weekday: Sunday"]],
    ["Fighting resumed on Thursday night along the ridge.", ["weekday: Thursday night"]],
    [
      "The convoy left late on Monday and was ambushed early Tuesday.",
      ["weekday: late on Monday", "weekday: early Tuesday"],
    ],
    ["The post fell in the early hours of Saturday.", ["weekday: the early hours of Saturday"]],
    ["Drones struck the depot at dawn on Sunday.", ["weekday: dawn on Sunday"]],
    ["A truce took hold on Feb. 27 and lasted until 3 March 2026.", ["day: Feb. 27", "day: 3 March 2026"]],
    ["A raid on the last Sunday of January killed two.", ["weekday-of-month: last Sunday of January"]],
    ["Fighting flared in the last week of December.", ["week-of-month: last week of December"]],
    ["Shells fell in the second week of May 2024.", ["week-of-month: the second week of May 2024"]],
    ["Elections fall on the first Monday in May 2027.", ["weekday-of-month: the first Monday in May 2027"]],
    ["Envoys met on Tuesday, Feb 24, 2026, in Doha.", ["day: Tuesday, Feb 24, 2026"]],
    ["The accord of the 27th of February lapsed.", ["day: 27th of February"]],
    ["Report of 2026-02-27, revised 27/02/2026.", ["day: 2026-02-27", "day: 27/02/2026"]],
    ["Clashes in October and mid-November killed dozens.", ["month: October", "month: mid-November"]],
    [
      "They withdrew in February 2026 after a deal last October.",
      ["month: February 2026", "month: last October"],
    ],
    ["Attacks have doubled since April 2023.", ["month: April 2023"]],
    ["Aid was cut off in May.", ["month: May"]],
    ["The border shut on the 10th, traders said.", ["month-day: the 10th"]],
    ["The front moved in spring 2024.", ["season: spring 2024"]],
    ["Exports fell in the third quarter of 2024.", ["quarter: the third quarter of 2024"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("years and decades", () => {
  test.each([
    ["The two armies fought a war in 2019.", ["year: 2019"]],
    ["The 2015 peace deal gave the north more say.", ["year: 2015"]],
    ["Insurgents first appeared in the 1990s.", ["years: the 1990s"]],
    ["The province has seen no peace since early 2024.", ["year: early 2024"]],
    ["The mission (2013) was never renewed.", ["year: 2013"]],
    ["Nobody accepted the disputed 2019 election.", ["year: 2019"]],
    ["The remaining 1950 troops went home.", []],
    ["Border posts closed since 2021 were reopened.", ["year: 2021"]],
    ["The envoy likes to speak of 19th century wars.", ["years: 19th century"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("feasts and whole years", () => {
  test.each([
    [
      "The truce held through Christmas Day and New Year's Eve.",
      ["feast: Christmas Day", "feast: New Year's Eve"],
    ],
    ["He was seized last Thanksgiving near the harbour.", ["feast: last Thanksgiving"]],
    ["Soldiers handed out Christmas gifts.", []],
    ["The Good Friday Agreement ended the fighting.", []],
    ["Losses for the full year are not known.", ["unit: the full year"]],
    ["Exports fell in the year ended March 31.", ["duration: the year", "day: March 31"]],
    ["All camps will close by year-end.", ["unit: year-end"]],
    ["In the year after the war, prices doubled.", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("stretches and ranges", () => {
  test.each([
    ["The jets came on the night of Oct 11/12.", ["range: the night of Oct 11/12"]],
    ["Shelling between 10 and 12 February killed nine.", ["range: 10 and 12 February"]],
    ["The market was closed Monday through Wednesday.", ["range: Monday through Wednesday"]],
    ["Monitors counted 40 violations from Feb 3 to Feb 9.", ["range: Feb 3 to Feb 9"]],
    ["Villages burned on 3 and 4 February.", ["range: 3 and 4 February"]],
    ["Gunmen came overnight between Saturday and Sunday.", ["range: overnight between Saturday and Sunday"]],
    ["Sixty strikes were recorded in the past 24 hours.", ["stretch: the past 24 hours"]],
    ["For the past three days no trucks have entered.", ["stretch: the past three days"]],
    ["Raids have multiplied in recent months.", ["stretch: recent months"]],
    ["Over the last few weeks, thousands fled.", ["stretch: the last few weeks"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("relative to publication or to the telling", () => {
  test.each([
    ["Earlier this month the minister visited.", ["unit: Earlier this month"]],
    ["Last week rebels took a bridge; this week they lost it.", ["unit: Last week", "unit: this week"]],
    ["The road was mined two days ago.", ["shift: two days ago"]],
    ["Two days later the garrison gave up.", ["shift: Two days later"]],
    ["The previous day, a school had been hit.", ["shift: The previous day"]],
    ["He had spoken to reporters a day earlier.", ["shift: a day earlier"]],
    ["Artillery fell overnight on the suburbs.", ["overnight: overnight"]],
    [
      "Curfew starts tonight and ends tomorrow morning.",
      ["relative-day: tonight", "relative-day: tomorrow morning"],
    ],
    ["The day before yesterday it was quiet.", ["relative-day: The day before yesterday"]],
    ["Talks resume next Monday.", ["weekday: next Monday"]],
    ["Over the weekend, two villages changed hands.", ["unit: the weekend"]],
    ["Pensions have not been paid since the beginning of the year.", ["unit: the beginning of the year"]],
    ["The blast came at 3 a.m. local time on Monday.", ["weekday: 3 a.m. local time on Monday"]],
    ["The raid began at 3:30am (0030 GMT) on Monday.", ["weekday: 3:30am (0030 GMT) on Monday"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));
});

describe("how long and how often date nothing", () => {
  test.each([
    ["After a week-long siege a four-day truce began.", ["duration: a week-long", "duration: four-day"]],
    ["Nearly two years of war have emptied the city.", ["duration: Nearly two years"]],
    ["Some 20 shells a day fall there.", ["set: a day"]],
    ["Protests are held every Friday.", ["set: every Friday"]],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(dating(text)).toEqual([]);
  });
});

describe("words that only look like dates", () => {
  test.each([
    "Protesters may march on the palace.",
    "Columns march on the capital.",
    "The Sunday Times first reported the claim.",
    "Black Friday sales went ahead.",
    "The October Revolution is still marked there.",
    "The March 23 Movement, known as M23, holds the town.",
    "Traffic stopped on the 6th of October Bridge.",
    "Former prime minister Theresa May spoke.",
    "A 12-year-old boy and his sister, aged 7, were hurt.",
    "They lost 3-2 in the second half.",
    "The shell killed 2000 sheep.",
    "Some 1500 soldiers were sent.",
    "He fired a second time.",
  ])("%s", (text) => expect(dating(text)).toEqual([]));
});

test("spans lie inside the text, in order, apart from each other", () => {
  const words = fc.constantFrom(
    ..."on the Friday Sunday night of last next this week month two 3 days ago later Oct . , 11 / 12 - 2026 in May and between to since early mid overnight 1990s 's a m :".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.constantFrom(" ", ""), (tokens, gap) => {
      const text = tokens.join(gap);
      let at = 0;
      for (const e of findDateExpressions(text, { start: 0, end: text.length })) {
        expect(e.start).toBeGreaterThanOrEqual(at);
        expect(e.end).toBeGreaterThan(e.start);
        expect(e.end).toBeLessThanOrEqual(text.length);
        at = e.end;
      }
    }),
  );
});
