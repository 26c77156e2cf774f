import { describe, expect, test } from "vitest";
import { deed, ownEvents, readUndated } from "../../tests/helpers/told.js";

/** "SUPPORT DEU -> RWA" for each event of the last sentence. */
const lastTold = (text: string): string[] => {
  const coded = readUndated(`GENEVA, 12 March 2025 - ${text}`);
  const last = text.lastIndexOf(". ", text.length - 2) + "GENEVA, 12 March 2025 - ".length;
  return ownEvents(coded)
    .filter((e) => e.start >= last)
    .map(deed);
};

describe("an answer that names nobody is given to whoever did what it points back to", () => {
  test.each([
    [
      "Rwanda withdrew 400 soldiers on Monday. Germany, which chairs the group, welcomed the withdrawal.",
      "SUPPORT DEU -> RWA",
    ],
    ["Libya and Egypt exchanged 40 prisoners. Tunisia welcomed the swap.", "SUPPORT TUN -> LBY+EGY"],
    ["Ecuador demanded that Peru withdraw its patrols. Lima rejected the demand.", "REJECT PER -> ECU"],
    [
      "The United States imposed sanctions on five Chinese banks. Beijing condemned the measures.",
      "ACCUSE CHN -> USA",
    ],
    ["JNIM released 12 Malian soldiers. The United Nations hailed the release.", "SUPPORT UN -> JNIM"],
    ["Kosovo police arrested four Serbian officials. Belgrade condemned the arrests.", "ACCUSE SRB -> XKX"],
    ["Rwanda announced a unilateral ceasefire. Kinshasa dismissed the announcement.", "REJECT COD -> RWA"],
    ["Ethiopia proposed to extend the truce. Eritrea rejected the proposal.", "REJECT ERI -> ETH"],
  ])("%s", (text, event) => {
    expect(lastTold(text)).toEqual([event]);
  });

  test("a claim that is called baseless is denied, and nobody accused", () => {
    expect(lastTold("Iran accused Azerbaijan of spying. Baku called the allegation baseless.")).toEqual([]);
  });
});
