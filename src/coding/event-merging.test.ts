import { describe, expect, test } from "vitest";
import { read, sortedCodes } from "../../tests/helpers/told.js";

/** "ASSAULT drone RUS > UKR 2025-11-18..2025-11-18". */
const told = (text: string): string[] =>
  read(text).events.map((e) =>
    [
      e.type,
      e.mode,
      `${sortedCodes(e.actor)} > ${sortedCodes(e.recipient)}`,
      e.broker.length > 0 ? `via ${sortedCodes(e.broker)}` : null,
      e.status === "happened" ? null : e.status,
      `${e.date.from ?? ""}..${e.date.to ?? ""}`,
    ]
      .filter(Boolean)
      .join(" "),
  );

const assaults = (text: string) => told(text).filter((e) => e.startsWith("ASSAULT"));

describe("one event or two", () => {
  test("harm behind a clause of peace is that of the fight told before", () => {
    const text =
      "Shelling resumed in Stepanakert on Tuesday after Armenia and Azerbaijan agreed a truce, killing three civilians.";
    expect(assaults(text)).toHaveLength(1);
    expect(told(text).join("; ")).toContain("AGREE ARM,AZE > ARM,AZE");
  });
  test.each([
    ["Rebels burned a clinic in Djugu and abducted two nurses.", 2],
    ["Turkish jets bombed a camp near Qandil, wounding four fighters of the PKK.", 1],
    [
      "Ankara said that a patrol was shot at near Cizre on Monday, and that its soldiers had returned fire.",
      2,
    ],
    [
      "The M23 captured Walikale in March, and UN experts have since said that its men executed prisoners there.",
      2,
    ],
  ])("%s", (text, count) => expect(assaults(text)).toHaveLength(count));
});

describe("who does it", () => {
  test.each([
    [
      "Sudan and the RSF signed a US-brokered truce in Jeddah on Monday.",
      "SUPPORT RSF,SDN > RSF,SDN via USA",
    ],
    ["Armenia and Azerbaijan blamed each other for breaking the truce.", "ASSAULT ARM,AZE > ARM,AZE"],
    ["Azerbaijan blamed Armenian forces for the shelling of a village.", "ASSAULT heavy-weapons ARM > AZE"],
    [
      "All border posts have been shut on the orders of the Chadian government.",
      "SANCTION discontinue TCD >",
    ],
    ["The attack, for which Al-Shabaab claimed responsibility, killed 12 soldiers.", "ASSAULT AL-SHABAAB >"],
    [
      "India said that Pakistan had shelled Poonch and accused it of breaking the truce.",
      "ACCUSE allege IND > PAK",
    ],
    [
      "China, which borders both countries, called for maximum restraint and said it was willing to talk.",
      "REQUEST yield CHN >",
    ],
    ['"There will be no talks with the ELN," Colombia\'s president said.', "REJECT meet COL > ELN"],
    ["India and China met in Moscow on Friday.", "CONSULT CHN,IND > CHN,IND"],
  ])("%s", (text, expected) => expect(told(text).join("; ")).toContain(expected));

  test("in a war of two states a weapon is the other's, not where others strike too", () => {
    const war = "Russia launched 60 drones at Odesa overnight, Kyiv said. A missile hit a school in Poltava.";
    expect(told(war)[1]).toContain("RUS > UKR");
    const many =
      "Israeli jets bombed Sanaa on Sunday. Houthi gunmen shot two men in Taiz. A shell hit a house in Sanaa.";
    expect(told(many).at(-1)).not.toContain("ISR");
  });
});

describe("when", () => {
  test.each([
    [
      "It was the worst raid since August, when Pakistani soldiers killed nine men.",
      "2025-08-01..2025-08-31",
    ],
    ["Rebels attacked the army post shortly before dawn on Tuesday.", "2025-11-18..2025-11-18"],
    ["The African Union said it would supply observers.", "AID AU >  planned 2025-11-20.."],
  ])("%s", (text, expected) => expect(told(text).join("; ")).toContain(expected));
});
