import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { readDocument } from "./read-document.js";

const lexicons = loadSourceLexicons();
const published = (text: string, given?: string) =>
  readDocument(
    new TextEncoder().encode(text),
    { name: "a.txt", ...(given === undefined ? {} : { published: given }) },
    lexicons,
  ).published;

const BODY =
  "Two soldiers were killed on Friday when a mine went off under their lorry, the governor of the province said.";

describe("a day that is given or stated", () => {
  test.each([
    ["2025-11-05", "2025-11-05", "2025-11-05"],
    ["2025-11-05..2025-11-27", "2025-11-05", "2025-11-27"],
    ["2024-02", "2024-02-01", "2024-02-29"],
  ])("given as %s", (given, from, to) => {
    expect(published(`Published: 3 May 2024\n\n${BODY}`, given)).toMatchObject({ from, to, basis: "stated" });
  });

  test.each(["yesterday", "2025-02-30", "2025-11-27..2025-11-05"])("%s is no day", (given) => {
    expect(() => published(BODY, given)).toThrow(RangeError);
  });

  test.each([
    [` date 2025-03-09 Mine kills two soldiers near the border\n\n${BODY}`, "2025-03-09", "date 2025-03-09"],
    [
      `Title: Mine kills two soldiers\nDate: 9 March 2025\nOutlet: The Border Post\n\n${BODY}`,
      "2025-03-09",
      "Date: 9 March 2025",
    ],
    [
      `Example report, written for a test.\nPublished: March 9, 2025\n\n${BODY}`,
      "2025-03-09",
      "Published: March 9, 2025",
    ],
    [
      `Mine kills two soldiers near the border\nSunday, 9 March 2025\n\n${BODY}`,
      "2025-03-09",
      "Sunday, 9 March 2025",
    ],
    [
      `Mine kills two soldiers near the border\n\nKIDAL, Mar 9, 2025 (Agency) — ${BODY}`,
      "2025-03-09",
      "KIDAL, Mar 9, 2025 (Agency)",
    ],
  ])("%j", (text, day, words) => {
    const found = published(text);
    expect(found).toMatchObject({ from: day, to: day, basis: "stated" });
    expect(text.slice(found.evidence!.start, found.evidence!.end)).toBe(words);
  });
});

describe("a day that is inferred", () => {
  test.each([
    ["no year and no landmark", BODY, null, null],
    [
      "a landmark beside 'last month'",
      `Families are still looking for each other after the fall of El Fasher last month, aid workers said.\n${BODY}`,
      "2025-11-01",
      "2025-11-30",
    ],
    [
      "a landmark beside 'earlier this month'",
      `Cairo said that the Israeli strike on Hamas leaders in Doha earlier this month had ended the talks.\n${BODY}`,
      "2025-09-09",
      "2025-09-30",
    ],
    [
      "bare months behind a landmark",
      `Talks stopped after the Pahalgam attack in April.\nA truce was agreed on May 10, and envoys met again in July.\n${BODY}`,
      "2025-07-01",
      "2025-12-31",
    ],
    [
      "a full date that is past",
      `The two armies last met on 14 February 2024, when a hotline was agreed. Since then, in April, it was used once.\n${BODY}`,
      "2024-04-01",
      null,
    ],
  ])("%s", (_, text, from, to) => {
    const found = published(text);
    expect(found.basis).toBe(from === null ? "unknown" : "inferred");
    expect(found.reasons.length).toBeGreaterThan(0);
    if (from === null) expect(found).toMatchObject({ from: null, to: null });
    else {
      expect(found.from! >= from, `${found.from} is not before ${from}`).toBe(true);
      expect(to === null || (found.to !== null && found.to <= to), `${found.to} is not after ${to}`).toBe(
        true,
      );
    }
  });

  test("a dateline without a year takes the year that the text allows", () => {
    const text = `GOMA, Nov 18 (Agency) — ${BODY}\nThe rebels, who signed a framework agreement in Doha as the M23 on Saturday, denied it.`;
    expect(published(text)).toMatchObject({ from: "2025-11-18", to: "2025-11-18", basis: "inferred" });
  });

  test.each([
    // only the war's beginning has a year: the weekdays say which November
    [
      "PORT SUDAN, Nov 3 (Agency) - Paramilitary fighters shelled a camp near El Obeid on Sunday, an aid group said.\nThe war broke out in April 2023.",
      "2025-11-03",
    ],
    [
      "KYIV, Aug 15 (Agency) - Russia launched 85 drones at Ukraine on Thursday night, the air force said.\nMoscow invaded its neighbour in February 2022.",
      "2025-08-15",
    ],
    [
      "KYIV, Aug 15 (Agency) - Russia is preparing a new offensive, the president of Ukraine said on Thursday.\nMoscow invaded its neighbour in February 2022.",
      "2024-08-15",
    ],
    // a weekday beside a day without a year
    [
      "BAMAKO, Sept 20 (Agency) - Fighters entered a police school in the capital before dawn on Tuesday, September 17, residents said.\nSoldiers took power in August 2020.",
      "2024-09-20",
    ],
  ])("a dateline without a year: weekdays choose it: %s", (text, day) => {
    expect(published(text)).toMatchObject({ from: day, to: day, basis: "inferred" });
  });

  test("a dateline without a year after something long past, and nothing to choose by", () => {
    const text =
      "KYIV, Aug 15 (Agency) — A drone killed two people in Kherson, the governor said.\nMoscow invaded its neighbour in February 2022.";
    expect(published(text)).toMatchObject({ from: "2022-08-15", to: null, basis: "inferred" });
  });

  test("a landmark that is the news of a weekday is less than a week old", () => {
    const text =
      "M23 rebels seized the mining town of Walikale on Wednesday, residents said.\nThe army had fallen back.";
    expect(published(text)).toMatchObject({ from: "2025-03-19", to: "2025-03-25", basis: "inferred" });
  });

  test("what lies ahead is no lower bound", () => {
    const found = published(
      `Envoys spoke after the fall of El Fasher.\nThe mandate will end on 31 March 2026, the council said.\n${BODY}`,
    );
    expect(found.from).toBe("2025-10-26");
    expect(found.to! <= "2026-03-31").toBe(true);
  });

  test("a date in an interruption counts for nothing", () => {
    const found = published(`${BODY}\nAlso read: What we know of the attack of March 3, 2031\n${BODY}`);
    expect(found.basis).toBe("unknown");
  });

  test("the war's beginning alone leaves the end open", () => {
    const found = published(`The war began with the October 7 attack by Hamas.\n${BODY}`);
    expect(found).toMatchObject({ from: "2023-10-07", to: null, basis: "inferred" });
  });
});

/** Reports in the manner of real ones, each of a day that we know; the interval must hold it and be no wider than this. */
describe("the day of a report that states none", () => {
  test.each([
    [
      "2025-11-14",
      130,
      "The M23 has held Goma since it seized the city in January, and Bukavu since February.\nTalks in Doha, where both sides signed a declaration of principles with the M23 in July, resumed on Tuesday.\nLast month they agreed on a body to watch over a ceasefire, officials said.",
    ],
    [
      "2025-12-05",
      190,
      "Tens of thousands are missing since the fall of El Fasher in late October, the UN said on Thursday.\nThe RSF denied the killings. Last week its commander announced a truce that the army rejected.",
    ],
    [
      "2024-01-20",
      31,
      "Israel struck a house in Damascus on Saturday.\nThe war began with the October 7 attack by Hamas.\nSaleh al-Arouri was killed in a Beirut suburb earlier this month.",
    ],
    [
      "2025-08-20",
      31,
      "Parliament debated the declaration that Armenia and Azerbaijan signed in Washington earlier this month.\nThe opposition walked out before the vote, and the speaker closed the session.",
    ],
    [
      "2025-02-20",
      200,
      "More than 52,000 people were displaced when the ELN attacked villages in Catatumbo in January, the ombudsman said.\nThe president suspended the talks.",
    ],
    [
      "2024-09-10",
      210,
      "Russian troops took two villages in Donetsk on Tuesday.\nUkraine began its incursion into Kursk on August 6 and holds some villages there.",
    ],
    [
      "2023-11-20",
      190,
      "The war between the army and the Rapid Support Forces began in April.\nEarlier this month the RSF took the last garrison of Geneina, where it was accused of killing hundreds of Masalit in June.",
    ],
    [
      "2026-06-17",
      120,
      "Rebels shelled the port on Tuesday, the army said, in the worst breach of the June 2 truce.\nThe truce was signed in Nairobi on June 2, 2026, after the heaviest fighting since last November.\nThe bridge has been shut since May 20.",
    ],
    [
      "2025-09-12",
      250,
      "The governor blamed the rebels for the attack on the depot on Thursday.\nUnder the accord of August 30, 2025, both armies were to pull back by the end of the dry season. Fighting had gone on since last December.\nThe August 30 accord names no monitors.",
    ],
  ])("%s, to %i days: %s", (day, days, text) => {
    const { from, to, basis } = published(text);
    expect(basis).toBe("inferred");
    expect(from! <= day && day <= to!, `${from} … ${to}`).toBe(true);
    expect((Date.parse(to!) - Date.parse(from!)) / 86_400_000).toBeLessThanOrEqual(days);
  });
});
