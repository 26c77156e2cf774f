import { describe, expect, test } from "vitest";
import { act, codes, deed, ownEvents, read, reader } from "../../tests/helpers/told.js";
import { sectionsOf } from "./sections.js";

/** "ACCUSE ETH -> FANO" for each event, then the acts of third parties. */
function told(text: string): string[] {
  const coded = read(text, "2025-11-09");
  return [...ownEvents(coded).map(deed), ...coded.initiatives.map(act)];
}

const DIGEST = `Conflict Watch
Weekly summary

Ethiopia
The army and the Fano militia clashed near Gondar on 3 November. The government accused the group of attacking a convoy. The African Union called on the parties to start talks.

Colombia
The ELN ambushed a patrol in Arauca on 4 November. The government suspended talks with the group. Norway offered to host a new round.

Armenia and Azerbaijan
On 5 November the two countries exchanged prisoners on their border.

Pakistan–India
Gunmen of the TTP attacked Pakistani police in Bannu on 6 November. India shelled Pakistani posts on 7 November. Oman offered to mediate.
`;

describe("sections that a country's name opens", () => {
  test("are told by lines of names alone", () => {
    const { parsed } = reader.traceBytes(Buffer.from(DIGEST), { name: "t.txt", id: "t" });
    const heads = sectionsOf(parsed, reader.resources.parties).map((x) => x.countries.join("+"));
    expect(heads.slice(-4)).toEqual(["ETH", "COL", "ARM+AZE", "PAK+IND"]);
  });

  test("have their own army, government, group, parties and sides", () => {
    expect(told(DIGEST)).toEqual([
      "ASSAULT ETH+FANO -> ETH+FANO",
      "ACCUSE ETH -> FANO",
      "ASSAULT FANO -> ETH",
      "REQUEST AU -> ETH+FANO",
      "ASSAULT ELN -> COL",
      "SANCTION COL -> ELN",
      "AGREE NOR -> ELN+COL",
      "RETREAT ARM+AZE -> ARM+AZE",
      "ASSAULT TTP -> PAK",
      "ASSAULT IND -> PAK",
      "AGREE OMN -> IND+PAK",
      "calls-for AU for ETH+FANO",
      "talks-collapse  for COL+ELN",
      "offers NOR for ELN+COL",
      "offers OMN for IND+PAK",
    ]);
  });
});

describe("in the telegraphic words of digests", () => {
  const NOTES = `Conflict Watch
Weekly summary

Burkina Faso
Militants 3 November overran post near Djibo; govt said six soldiers died, JNIM that it had killed 15 soldiers. Army next day struck village of Baraboulé; residents counted nine dead. Ouagadougou accused Benin and Ivory Coast of sheltering group; both rejected charge.

Colombia
ELN 4 November seized two policemen in Arauca; group next day released one policeman. Three teachers were killed.
`;
  const notes = () => read(NOTES, "2025-11-09");

  test("people and soldiers are of the country that heads the section, and each figure is of who gives it", () => {
    expect(
      notes()
        .tolls.filter((t) => t.stance === "asserts")
        .map(
          (t) =>
            `${t.count.low} ${t.harm} of ${t.of.party?.code} by ${t.perpetrator?.code} says ${codes(t.sources)}`,
        ),
    ).toEqual([
      "6 killed of BFA by undefined says BFA",
      "15 killed of BFA by JNIM says JNIM",
      "9 killed of BFA by undefined says ?",
      "2 captured of COL by ELN says ",
      "3 killed of COL by undefined says ",
    ]);
  });

  test("both are the two just joined, and a group without an article is the last one", () => {
    expect(
      notes()
        .attributions.filter((a) => a.stance === "denies")
        .map((a) => codes(a.parties)),
    ).toEqual(["BEN+CIV"]);
    expect(told(NOTES)).toContain("RETREAT ELN -> COL");
  });
});
