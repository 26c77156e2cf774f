import { beforeAll, describe, expect, test } from "vitest";
import { loadGazetteer, readSupplement } from "../data/load-gazetteer.js";
import { loadLanguageModel } from "../data/load-language.js";
import { loadReader, type NodeReader } from "../data/load-reader.js";
import type { LanguageModel } from "../language/model.js";
import { foldName } from "../text/fold-name.js";
import type { Gazetteer } from "./gazetteer.js";
import type { ParsedReport } from "./parsed-report.js";
import { findPlaces, type Places } from "./places.js";
import { plainReport } from "./plain-report.js";

let reader: NodeReader;
let model: LanguageModel;
let gazetteer: Gazetteer;
beforeAll(async () => {
  reader = await loadReader();
  model = await loadLanguageModel();
  gazetteer = loadGazetteer();
});

const parsedReport = (text: string): ParsedReport => plainReport(text, model);

function placesIn(text: string): { parsed: ParsedReport; places: Places } {
  const parsed = parsedReport(text);
  return { parsed, places: findPlaces(parsed, gazetteer) };
}

describe("the place of an event", () => {
  test.each<[string, string[]]>([
    [
      "Twelve civilians were killed when a drone hit a market in El Fasher, North Darfur.",
      ["killed El Fasher", "hit El Fasher"],
    ],
    ["Rebels seized Minova in South Kivu province, residents said.", ["seized Minova", "said ?"]],
    [
      "A security official in Peshawar said two soldiers were killed in the Kurram district.",
      ["said ?", "killed Kurram district"],
    ],
    [
      "Fighters attacked border posts in response to Sunday's airstrikes inside Afghanistan.",
      ["attacked border posts", "airstrikes Afghanistan"],
    ],
    ["Strikes were carried out deep inside Afghanistan, including in Kabul and Kandahar.", ["carried Kabul"]],
    ["Heavy clashes erupted near the town of Masisi in North Kivu.", ["clashes Masisi", "erupted Masisi"]],
    ["The fall of El Fasher followed a siege of 18 months.", ["fall El Fasher"]],
    ["Talks between the two sides will resume in Doha next week.", ["Talks Doha", "resume Doha"]],
    ["Bombs exploded outside the U.S. embassies in Chad.", ["exploded Chad"]],
    ["A rocket landed at a US base in Qatar.", ["landed Qatar"]],
    ["The missile attack on Kharkiv killed five people.", ["attack Kharkiv", "killed Kharkiv"]],
    ["Gunmen killed 40 villagers in western Niger overnight.", ["killed western Niger"]],
    ["Speaking in Geneva, the envoy condemned the attack in Sake.", ["Speaking Geneva", "attack Sake"]],
    ["Troops clashed along the Pakistan-Afghanistan border.", ["clashed Pakistan-Afghanistan border"]],
  ])("%s", (text, expected) => {
    const { parsed, places } = placesIn(text);
    const got = expected.map((e) => {
      const word = e.slice(0, e.indexOf(" "));
      return `${word} ${places.placeOf(0, parsed.sentences[0]!.form.indexOf(word))?.name ?? "?"}`;
    });
    expect(got).toEqual(expected);
  });
});

describe("resolution", () => {
  test.each<[string, string, string | null, string]>([
    ["A convoy was ambushed near Djibo in Burkina Faso.", "Djibo", "BFA", "near"],
    ["Shells fell in Khan Yunis on Monday.", "Khan Yunis", "PSE", "exact"],
    ["Shells fell in Khan Younis on Monday.", "Khan Younis", "PSE", "exact"],
    ["Drones struck Kharkiv region.", "Kharkiv region", "UKR", "province"],
    ["A tanker was hit in the Red Sea.", "Red Sea", null, "water-air"],
    ["Fighters entered the village of Tarvanzai in North Waziristan.", "Tarvanzai", null, "unresolved"],
    ["The market in Goma was closed.", "Goma", "COD", "exact"],
    ["Deputies searched two farms in Rapides Parish.", "Rapides Parish", "USA", "district"],
  ])("%s", (text, name, country, precision) => {
    const { places } = placesIn(text);
    const mention = places.mentions.find((m) => m.place.name === name);
    expect(mention?.place).toMatchObject({ country, precision });
    expect(text.slice(mention!.place.start, mention!.place.end)).toBe(name);
    if (precision === "unresolved") expect(mention!.reason).not.toBeNull();
  });
});

describe("one name, several places", () => {
  test.each<[string, string, number]>([
    // the name alone: the great city
    ["A bomb went off in Tripoli on Monday.", "Tripoli", 32.9],
    ["A bomb went off in Tripoli, Lebanon.", "Tripoli", 34.4],
    ["Storms hit Baton Rouge, Lafayette and Alexandria in Louisiana.", "Alexandria", 31.3],
    ["The convoy left Richmond, Va., on Monday.", "Va.", 37.5],
    ["Officials in the U.S. said so.", "U.S.", 39.8],
    ["Clashes broke out in Georgia, near Tbilisi.", "Georgia", 42],
    ["Storms hit Savannah, Macon and Augusta in Georgia.", "Georgia", 32.7],
    ["Crews closed a road in Walker County, Georgia.", "Walker County", 34.7],
    ["Crews from Huntsville closed a road in Walker County, Texas.", "Huntsville", 30.7],
  ])("%s", (text, name, latitude) => {
    const { places } = placesIn(text);
    const mention = places.mentions.find((m) => m.place.name.startsWith(name.replace(/\.$/, "")));
    expect(mention?.place.latitude).toBeCloseTo(latitude, 0);
  });
  test("a people, a part of a name and a river are told apart from places of events", () => {
    const { places } = placesIn("Afghan troops near the Litani River met officials of the Kabul Bank.");
    expect(places.mentions.map((m) => `${m.place.name} ${m.role}`)).toEqual([
      "Afghan people",
      "Litani River event-place",
      "Kabul in-name",
    ]);
  });
  test("a surname is not a town", () => {
    const { places } = placesIn("Stephen Jackson spoke first. Jackson said the road was open.");
    expect(places.mentions).toEqual([]);
  });
});

describe("names that are not places of events", () => {
  test.each([
    "Shelling began at 9 p.m. local time, or about 2 p.m. in New York, residents said.",
    "Kabul Bank was robbed.",
    "The Islamabad Policy Institute published a study.",
    "The ambassador thanked his hosts.",
    "Islamabad accused its neighbour of bad faith.",
    "Jackson said the road was open.",
  ])("%s", (text) => {
    const { places } = placesIn(text);
    expect(places.mentions.filter((m) => m.role === "event-place")).toEqual([]);
  });
});

describe("the supplement", () => {
  test("has rows of one form and no name twice in a country", () => {
    const rows = readSupplement().filter((r) => r.form === "name");
    expect(rows.length).toBeGreaterThan(500);
    const names = rows.map((r) => `${r.entry.country} ${foldName(r.entry.name)}`);
    expect(names.filter((n, i) => names.indexOf(n) !== i)).toEqual([]);
  });
  test("names as parents only places that it has", () => {
    const rows = readSupplement();
    const names = new Set(rows.map((r) => r.entry.name));
    expect(rows.filter((r) => r.entry.parent !== null && !names.has(r.entry.parent))).toEqual([]);
  });
});

test.each([
  ["Sana'a", "sanaa"],
  ["Deir al-Balah", "deir al balah"],
  ["Popayán", "popayan"],
  ["Şırnak", "sirnak"],
  ["N’Djamena", "ndjamena"],
])("%s is compared as %s", (name, folded) => expect(foldName(name)).toBe(folded));

test("a capital is no small town of its name in news of the world", () => {
  const { events } = reader.readText(
    "WASHINGTON - Before the Athens bombing, American senators in Washington spoke of America's envoys to Russia, Libya and Mali. After the " +
      "Athens bombing, the United States, said American officials, would send Americans home.",
    { id: "t", published: "2025-11-20" },
  );
  expect(events.filter((e) => e.type === "ASSAULT").map((e) => e.place?.country)).toEqual(["GRC", "GRC"]);
});
