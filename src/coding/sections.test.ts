import { describe, expect, test } from "vitest";
import { act, deed, ownEvents, read, reader } from "../../tests/helpers/told.js";
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
