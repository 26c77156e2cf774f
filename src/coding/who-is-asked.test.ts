import { beforeAll, describe, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../data/load-reader.js";
import type { PartyRef } from "./party.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

const codes = (list: readonly PartyRef[]) => list.map((p) => p.code ?? "?").join("+");

/** "REQUEST GRC -> TUR" for each event that is nobody's content. */
const told = (text: string): string[] =>
  reader
    .traceBytes(Buffer.from(`GENEVA, 12 March 2025 - ${text}`), { name: "t.txt", id: "t" })
    .coded.events.filter((e) => e.contentOf === null)
    .map((e) => `${e.type} ${codes(e.actor)} -> ${codes(e.recipient)}`);

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
  ])("%s", (text, event) => {
    expect(told(text)).toContain(event);
  });

  test.each([
    "Ghana hopes to host the talks between Mali and Niger.",
    "The minister asked whether Mali would leave.",
    "Athens insisted that Ankara has left the island.",
  ])("nobody by: %s", (text) => {
    expect(told(text).filter((e) => e.startsWith("REQUEST"))).toEqual([]);
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
