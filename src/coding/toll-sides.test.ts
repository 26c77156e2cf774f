import { beforeAll, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../data/load-reader.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

/** "wounded 5 PHL by CHN" for each toll, in the record's order. */
const tolls = (text: string): string[] =>
  reader
    .readText(text, { id: "t", published: "2025-11-20" })
    .tolls.map((t) => `${t.harm} ${t.count.low} ${t.of.party?.code ?? "-"} by ${t.perpetrator?.code ?? "-"}`);

test.each([
  [
    "MOMBASA - A Somali patrol boat rammed a Kenyan navy ship on Tuesday, Nairobi said, injuring three sailors.",
    ["wounded 3 KEN by SOM"],
  ],
  [
    "GOMA - Congo's army said M23 fighters had shelled its camp near Sake, wounding four soldiers.",
    ["wounded 4 COD by M23"],
  ],
  [
    "M23 took Sake. The rebels said army drones killed 12 civilians in Minova, Congo.",
    ["killed 12 COD by COD"],
  ],
  [
    "M23 took Sake. Government drones bombed a market in Minova, Congo, killing 12 people.",
    ["killed 12 - by COD"],
  ],
  // a group fights beyond its country: its victims are of where the report is set
  [
    "PEMBA - The Mozambican army left Mocimboa. The Islamic State said that its fighters had captured a soldier.",
    ["captured 1 MOZ by ISIS"],
  ],
  // in a clash each side suffers
  ["Chadian and Sudanese soldiers clashed near Tine, killing five soldiers.", ["killed 5 - by -"]],
])("%s", (text, expected) => {
  expect(tolls(text)).toEqual(expected);
});
