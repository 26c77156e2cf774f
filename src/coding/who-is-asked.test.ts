import { describe, expect, test } from "vitest";
import { act, deed, ownEvents, readUndated } from "../../tests/helpers/told.js";

/** "REQUEST GRC -> TUR" for each event that is nobody's content. */
const told = (text: string): string[] => ownEvents(readUndated(`GENEVA, 12 March 2025 - ${text}`)).map(deed);

describe("who is asked is who is to act", () => {
  test.each([
    ["Nicosia demands that Ankara recognise the treaty.", "REQUEST CYP -> TUR"],
    ["No map was drawn of Abyei, from which South Sudan demands that Sudan withdraw.", "REQUEST SSD -> SDN"],
    [
      "The talks failed, with the Armenian army insisting that Azerbaijan first leave the hills.",
      "REQUEST ARM -> AZE",
    ],
    ["Lithuania asked that the Polish parliament ratify the accord first.", "REQUEST LTU -> POL"],
    ["Ghana hopes Mali and Niger will return to talks.", "REQUEST GHA -> MLI+NER"],
    ["Tokyo told Seoul to retract the remarks.", "REQUEST JPN -> KOR"],
    [
      "The Red Cross demanded the release of nine medics held by the rebels of al-Shabaab.",
      "REQUEST ICRC -> AL-SHABAAB",
    ],
    ["Egypt urged the release of the sailors whom Eritrea has detained since May.", "REQUEST EGY -> ERI"],
  ])("%s", (text, event) => {
    expect(told(text)).toContain(event);
  });

  test.each([
    "Colombia ordered its agencies to stop sharing intelligence with Peru.",
    "Ghana hopes to host the talks between Mali and Niger.",
    "The minister asked whether Mali would leave.",
    "Athens insisted that Ankara has left the island.",
  ])("nobody by: %s", (text) => {
    expect(told(text).filter((e) => e.startsWith("REQUEST"))).toEqual([]);
  });
});

test("of what is over nobody warns", () => {
  expect(told("Two Kenyan soldiers paid the price in Lamu, the Kenyan army said.").join()).not.toContain(
    "THREATEN",
  );
});

describe("what both do", () => {
  test.each([
    [
      "Chad and Sudan exchanged fire, and each accused the other of firing first.",
      "ACCUSE TCD+SDN -> TCD+SDN",
    ],
    ["Chad and Sudan fought at the border. Each blamed the other.", "ACCUSE TCD+SDN -> TCD+SDN"],
    ["Talks between Chad and Sudan resumed on Monday.", "CONSULT TCD+SDN -> TCD+SDN"],
    ["Angola hosted delegations from Congo and the M23 on Friday.", "CONSULT COD+M23 -> COD+M23"],
  ])("%s", (text, event) => {
    expect(told(text)).toContain(event);
  });

  test("who will have both in the house hosts them", () => {
    const coded = readUndated("GENEVA, 12 March 2025 - Qatar will on Friday host envoys of Chad and Sudan.");
    expect(coded.initiatives.map(act)).toEqual(["hosts QAT for TCD+SDN"]);
  });
});

describe("who refuses whom, and who meets", () => {
  test.each([
    ["Albania said it would not negotiate with Serbia.", "REJECT ALB -> SRB"],
    ["Chad and Sudan are due to meet in Amman in mid-March.", "AGREE TCD+SDN -> TCD+SDN"],
    ["Nine UN employees were detained by the Houthis last month.", "COERCE HOUTHIS -> UN"],
    ["Three Colombian soldiers were let go on Monday by the ELN.", "RETREAT ELN -> COL"],
  ])("%s", (text, event) => {
    expect(told(text)).toContain(event);
  });
});
