import { beforeAll, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../data/load-reader.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

const assaults = (text: string) =>
  reader.readText(text, { id: "t", published: "2025-03-04" }).events.filter((e) => e.type === "ASSAULT")
    .length;

test.each([
  "Two ferries collided off Manila and 14 people were killed.",
  "Six people were killed when a minibus overturned near Arusha.",
  "A roof collapsed in Lagos and nine people were killed.",
  "Earthquake kills 40 in Nepal, injures hundreds",
  "A strong earthquake hit the Azores on Sunday. Nine people were killed, the governor said.",
  "An earthquake razed mud-brick villages on an island off Yemen.",
  "Aid workers handed out food to survivors of an earthquake on an island that killed ten people.",
])("harm by a mishap is no assault: %s", (text) => {
  expect(assaults(text)).toBe(0);
});

test.each([
  "Rebels killed 14 people after their bus crashed near Goma.",
  "A building collapsed in Gaza after an airstrike and nine people were killed.",
  "The minibus overturned after gunmen opened fire near Arusha, killing six people.",
  "Twelve people were killed in Nyala on Friday.",
  "A ferry capsized near Goma. Rebels attacked a village on Sunday. Twelve people were killed.",
  "A train derailed in Kharkiv on Sunday. Twelve people were killed when missiles struck the city.",
])("violence beside a mishap is one: %s", (text) => {
  expect(assaults(text)).toBeGreaterThan(0);
});
