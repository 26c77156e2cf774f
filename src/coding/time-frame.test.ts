import { describe, expect, test } from "vitest";
import { read } from "../../tests/helpers/told.js";

/** "CONSULT 2025-11-30..2025-11-30" for each event of a report of 20 November 2025, in the record's order. */
const dated = (text: string): string[] =>
  read(text).events.map((e) => `${e.type} ${e.date.from}..${e.date.to}`);

describe("a passage goes on in the time that it tells of", () => {
  test.each([
    // deeds and words, day by day
    [
      "In March last year Sudanese soldiers shot dead four herders near Birao. Chad blamed Sudan. Sudan closed the border with Chad.",
      ["ASSAULT 2024-03-01..2024-03-31", "ACCUSE 2024-03-01..2024-03-31", "SANCTION 2024-03-01..2024-03-31"],
    ],
    // a day of last week's number is of the year that is told of
    [
      "The war began on 2 November 2023, when Eritrean gunmen killed six farmers in Badme. Ethiopia shelled an Eritrean camp on 15 November.",
      ["ASSAULT 2023-11-02..2023-11-02", "ASSAULT 2023-11-15..2023-11-15"],
    ],
    // a verb that stands far from its subject
    [
      "Ties between Kenya and Somalia soured in May last year. Nairobi accused Mogadishu of arming bandits.",
      ["ACCUSE 2024-05-01..2024-05-31"],
    ],
    // what was named in passing is taken up
    [
      "Armenia, which fought a war with Azerbaijan in June 2023, is silent. The war killed 200 Armenian soldiers.",
      ["ASSAULT 2023-06-01..2023-06-30"],
    ],
    // one told beside the other
    [
      "In May a Thai soldier was killed by a mine near Surin; Thailand accused Cambodia of laying it.",
      ["ACCUSE 2025-05-01..2025-05-31"],
    ],
  ])("%s", (text, told) => {
    expect(dated(text)).toEqual(expect.arrayContaining(told));
  });

  test("a section goes on with what it begins with, over its paragraphs", () => {
    const text = [
      "Two Peruvian soldiers were killed on Tuesday in Tumbes. Peru blamed Ecuador for the raid.",
      "- Quito rejects the charge",
      "Ecuador rejected the charge on Wednesday and summoned the Peruvian ambassador to Quito for talks.",
      "- Background",
      "The raid comes a year after the two countries fought over the killing of nine Peruvian farmers by gunmen in Zarumilla on April 3, 2024.",
      "Peru closed the border with Ecuador.",
      "Ecuador shelled a Peruvian post on May 9, and dozens of Peruvian soldiers were killed.",
    ].join("\n\n");
    expect(dated(text)).toEqual(
      expect.arrayContaining(["SANCTION 2024-04-03..2024-04-03", "ASSAULT 2024-05-09..2024-05-09"]),
    );
  });
});

describe("the news ends it", () => {
  test.each([
    // the next paragraph
    [
      "In March last year Sudanese soldiers shot dead four herders near Birao.\n\nChad closed the border with Sudan.",
      "SANCTION 2025-11-18..2025-11-20",
    ],
    // what is told of now
    [
      "In March last year Sudan shelled Birao. The town is empty. Chad closed the border with Sudan.",
      "SANCTION 2025-11-18..2025-11-20",
    ],
    // a date in passing
    [
      "Kenya, which hosted a first round in May 2024, is silent. Chad closed the border with Sudan.",
      "SANCTION 2025-11-18..2025-11-20",
    ],
    [
      "Under a 2015 pact Chad pays Niger. Chad closed the border with Sudan.",
      "SANCTION 2025-11-18..2025-11-20",
    ],
    // who is quoted with it goes on with the news
    [
      "The Malian envoy praised Kenya. The rebels, he said, had violated the truce many times in May. He thanked Ethiopia.",
      "SUPPORT 2025-11-19..2025-11-20",
    ],
    [
      "Malian soldiers fled in March. The president of Mali blamed the raid on the closure of a base in May.",
      "ACCUSE 2025-11-19..2025-11-20",
    ],
  ])("%s", (text, told) => {
    expect(dated(text)).toContain(told);
  });
});
