import { describe, expect, test } from "vitest";
import { loadAttributionLexicon } from "../data/load-attribution.js";
import { loadLanguageModel } from "../data/load-language.js";
import { loadParties } from "../data/load-parties.js";
import { loadTolls, readTollSources } from "../data/load-tolls.js";
import { analyse } from "../language/analyse.js";
import { findQuotations } from "../language/quotes.js";
import type { Report } from "../sources/report.js";
import { findAttributions } from "./attribution.js";
import type { Toll } from "./claim.js";
import { resolveCoreference } from "./coreference.js";
import { findMentions } from "./mentions.js";
import { findTolls } from "./tolls.js";

const language = await loadLanguageModel();
const parties = loadParties();
const cues = loadAttributionLexicon();
const lexicon = loadTolls();

function tollsOf(text: string, published = "2025-11-05"): Toll[] {
  const report: Report = {
    id: "test",
    text,
    passages: [{ kind: "body", start: 0, end: text.length }],
    title: null,
    outlet: null,
    author: null,
    address: null,
    language: "en",
    published: { from: published, to: published, basis: "stated", reasons: [], evidence: null },
    datelinePlace: null,
  };
  const sentences = analyse(text, { start: 0, end: text.length }, language);
  const bare = { report, sentences, passageOf: sentences.map(() => 0) };
  const parsed = {
    ...bare,
    mentions: resolveCoreference({ ...bare, mentions: findMentions(bare, parties) }, parties),
  };
  const attributions = findAttributions(parsed, cues, findQuotations(text, { start: 0, end: text.length }));
  return findTolls(parsed, { lexicon, attributions });
}

/** "killed 12..? military part": harm, low and high ("?" is open), kind. */
const brief = (t: Toll) =>
  `${t.harm} ${t.count.low ?? "?"}..${t.count.high ?? "?"} ${t.of.kind}${t.partOf === null ? "" : " part"}`;
const sorted = (list: readonly string[]) => [...list].sort();

test.each<[string, string[]]>([
  [
    "The strike killed at least 12 people and wounded 30 others, killing a boy as well.",
    ["killed 12..? unknown", "wounded 30..30 unknown", "killed 1..1 civilian"],
  ],
  [
    "Fifteen people were killed and 20 wounded when a shell hit the market in El Fasher.",
    ["killed 15..15 unknown", "wounded 20..20 unknown"],
  ],
  ["Clashes left five people dead and dozens wounded.", ["killed 5..5 unknown", "wounded ?..? unknown"]],
  [
    "Ukrainian drones killed three civilians and injured seven others in Belgorod region, the governor said.",
    ["killed 3..3 civilian", "wounded 7..7 civilian"],
  ],
  [
    "At least 40 civilians, including 13 children, were killed in an attack on a displacement camp in Ituri.",
    ["killed 40..? civilian", "killed 13..13 civilian part"],
  ],
  [
    "M23 rebels killed 12 soldiers and three policemen near Goma.",
    ["killed 12..12 military", "killed 3..3 police"],
  ],
  [
    "The army said it had killed 23 militants and captured 15 others.",
    ["killed 23..23 militant", "captured 15..15 militant"],
  ],
  ["No casualties were reported.", ["killed 0..0 unknown"]],
  [
    "A soldier was killed and two others were wounded by sniper fire near Jabrayil.",
    ["killed 1..1 military", "wounded 2..2 military"],
  ],
  ["The death toll rose to 31 on Wednesday.", ["killed 31..31 unknown"]],
  [
    "The death toll from the strike has climbed from 22 to 35, hospital officials said.",
    ["killed 35..35 unknown"],
  ],
  ["Russian forces shot down 45 Ukrainian drones overnight.", ["destroyed 45..45 equipment"]],
  ["Hospitals in Gaza received the bodies of 27 people on Sunday.", ["killed 27..27 unknown"]],
  ["Rescuers recovered 14 bodies from the rubble.", ["killed 14..14 unknown"]],
  ["Two of the dead were children.", []],
  [
    "The attack on the convoy left 17 dead and more than 40 injured.",
    ["killed 17..17 unknown", "wounded 41..? unknown"],
  ],
  ["Gunmen abducted 30 schoolgirls from a hostel in Zamfara.", ["captured 30..30 civilian"]],
  ["More than 12,000 people have fled the town since Sunday.", ["displaced 12001..? unknown"]],
  [
    "The fighting has displaced some 200,000 people, according to the UN.",
    ["displaced 150000..249999 unknown"],
  ],
  [
    "Fighters destroyed two tanks and captured 15 posts.",
    ["destroyed 2..2 equipment", "captured 15..15 equipment"],
  ],
  ["The ambush killed a colonel and his driver.", ["killed 1..1 military", "killed 1..1 civilian"]],
  ["Houthi forces said nine of their fighters had been killed in the strikes.", ["killed 9..9 militant"]],
  [
    "Seven people died, two of them children, when a drone struck a bus.",
    ["killed 7..7 unknown", "killed 2..2 civilian part"],
  ],
  [
    "Twelve people were killed, among them three women and a child.",
    ["killed 12..12 unknown", "killed 3..3 civilian part", "killed 1..1 civilian part"],
  ],
  ["He was killed in the 1971 war along with 300 villagers.", []],
  ["Two bombs killed 18 worshippers at a mosque in Peshawar.", ["killed 18..18 civilian"]],
  ["Rahim, 12, and his brother, 14, fled the village.", []],
  ["The two sides suffered heavy casualties.", ["killed ?..? unknown"]],
  [
    "An Israeli air strike on a house in Khan Younis killed nine members of one family, medics said.",
    ["killed 9..9 civilian"],
  ],
  [
    "Palestinian health officials said at least 38 Palestinians were killed across the enclave on Tuesday.",
    ["killed 38..? unknown"],
  ],
  [
    "Three soldiers of the FARDC died and eleven were wounded in the ambush.",
    ["killed 3..3 military", "wounded 11..11 military"],
  ],
  [
    "Fighters loyal to the junta torched more than 100 houses in Sagaing, residents said.",
    ["destroyed 101..? equipment"],
  ],
  [
    "The RSF killed at least 150 people, mostly women and children, in the village.",
    ["killed 150..? unknown"],
  ],
  [
    "Seven peacekeepers, three of whom later died, were injured in the mortar attack.",
    ["wounded 7..7 military", "killed 3..3 military"],
  ],
  [
    "Two policemen and four attackers were killed in the exchange of fire.",
    ["killed 2..2 police", "killed 4..4 militant"],
  ],
  [
    "Eight militants were killed and two captured, the military said.",
    ["killed 8..8 militant", "captured 2..2 militant"],
  ],
  [
    "Ukraine's general staff said Russia had lost 1,150 soldiers and 12 tanks in the past day.",
    ["killed 1150..1150 military", "destroyed 12..12 equipment"],
  ],
  ["Some 40 fighters were taken prisoner, an Azerbaijani official said.", ["captured 35..44 militant"]],
  ["ELN guerrillas took 12 soldiers hostage in Arauca.", ["captured 12..12 military"]],
  ["The guerrillas shot dead two community leaders near Tibu.", ["killed 2..2 civilian"]],
  ["An explosion outside a mosque in Kabul claimed the lives of 21 worshippers.", ["killed 21..21 civilian"]],
  ["The crash claimed 21 lives.", ["killed 21..21 unknown"]],
  [
    "A drone strike on a market in Kordofan left at least 30 civilians dead and scores injured.",
    ["killed 30..? civilian", "wounded ?..? civilian"],
  ],
  ["Nobody was hurt in the blast.", ["wounded 0..0 unknown"]],
  ["There were no immediate reports of casualties.", []],
  ["The attack caused no casualties but damaged two buildings.", ["killed 0..0 unknown"]],
  [
    "Israel says 1,200 people were killed and 251 taken hostage in the attack.",
    ["killed 1200..1200 unknown", "captured 251..251 unknown"],
  ],
  ["The war has killed more than 67,000 Palestinians since October 2023.", ["killed 67001..? unknown"]],
  [
    "Among the dead were four children and two aid workers.",
    ["killed 4..4 civilian", "killed 2..2 civilian"],
  ],
  ["The dead included three journalists.", ["killed 3..3 civilian"]],
  ["The army said that five soldiers were missing after the battle.", ["missing 5..5 military"]],
  ["Ten fishermen went missing after the naval clash.", ["missing 10..10 civilian"]],
  ["The President vowed to kill 100 more rebels if attacks go on.", []],
  ["If fighting resumes, thousands could be killed.", []],
  ["Rebels threatened to execute 12 hostages.", []],
  ["The group has killed civilians in the past, analysts say.", ["killed ?..? civilian"]],
  ["Militants beheaded six farmers in Borno State.", ["killed 6..6 civilian"]],
  [
    "Gunmen on motorbikes killed 22 people and set fire to dozens of homes in Tillaberi.",
    ["killed 22..22 unknown", "destroyed ?..? equipment"],
  ],
  ["Air defences destroyed 84 of 101 drones.", ["destroyed 84..84 equipment"]],
  [
    "The air force said it downed 76 drones and five cruise missiles.",
    ["destroyed 76..76 equipment", "destroyed 5..5 equipment"],
  ],
  ["A Russian Su-34 bomber was shot down over Kherson.", ["destroyed 1..1 equipment"]],
  [
    "The shelling wounded a 67-year-old woman and her two grandsons.",
    ["wounded 1..1 civilian", "wounded 2..2 civilian"],
  ],
  ["A 12-year-old boy was killed in Tulkarm.", ["killed 1..1 civilian"]],
  [
    "Twenty-three people, eight of them children, were killed on Friday in Rafah.",
    ["killed 23..23 unknown", "killed 8..8 civilian part"],
  ],
  [
    "The Houthis said US strikes killed 53 people, including five women and two children.",
    ["killed 53..53 unknown", "killed 5..5 civilian part", "killed 2..2 civilian part"],
  ],
  [
    "Security forces killed 27 terrorists, while two soldiers were martyred.",
    ["killed 27..27 militant", "killed 2..2 military"],
  ],
  ['"Our forces eliminated 15 occupiers," the brigade said.', ["killed 15..15 military"]],
  ["Turkish jets neutralised 11 PKK members in northern Iraq.", ["killed 0..11 militant"]],
  ["Between 30 and 40 insurgents died in the raid.", ["killed 30..40 militant"]],
  ["Dozens were killed and hundreds more wounded.", ["killed ?..? unknown", "wounded ?..? unknown"]],
  ["Two killed, six injured in Nowshera blast", ["killed 2..2 unknown", "wounded 6..6 unknown"]],
  ["Clashes kill 14 in eastern Congo", ["killed 14..14 unknown"]],
  ["Suicide bomber kills six police officers in Bannu", ["killed 6..6 police"]],
  [
    "The bombing, which killed 12 and wounded 40, was claimed by the group.",
    ["killed 12..12 unknown", "wounded 40..40 unknown"],
  ],
  ["Officials put the number of dead at 44.", ["killed 44..44 unknown"]],
  ["The ministry confirmed the deaths of two of its soldiers.", ["killed 2..2 military"]],
  ["The killing of three aid workers drew condemnation.", ["killed 3..3 civilian"]],
  ["The killing of civilians must stop, the envoy said.", ["killed ?..? civilian"]],
  ["More than 100 injuries were reported.", ["wounded 101..? unknown"]],
  ["About 3,000 families were displaced by the offensive.", ["displaced 2500..3499 civilian"]],
  ["The attack left 3,000 people homeless.", ["displaced 3000..3000 unknown"]],
  ["A convoy of 30 trucks reached the town.", []],
  ["The two countries signed three agreements after five days of talks.", []],
  ["The 12 captured soldiers were paraded in Goma.", ["captured 12..12 military"]],
  ["The government said 31 rebels had surrendered.", []],
  ["Rockets hit two villages, injuring three people, one of them seriously.", ["wounded 3..3 unknown"]],
  [
    "One person was killed and 17 others, including three children, were injured.",
    ["killed 1..1 unknown", "wounded 17..17 unknown", "wounded 3..3 civilian part"],
  ],
  [
    "A commander of the group, Abu Salim, was killed along with two bodyguards.",
    ["killed 1..1 militant", "killed 2..2 unknown"],
  ],
  [
    "Fighting between the army and JNIM killed 20 soldiers and 35 jihadists.",
    ["killed 20..20 military", "killed 35..35 militant"],
  ],
  ["The army lost 12 men in the battle.", ["killed 12..12 unknown"]],
  ["Kyiv's forces have captured 8 Russian servicemen.", ["captured 8..8 military"]],
  [
    "At least six people were killed and 14 were injured, including a baby, when missiles struck Kryvyi Rih.",
    ["killed 6..? unknown", "wounded 14..14 unknown", "wounded 1..1 civilian part"],
  ],
  [
    "The strike killed the head of the police station and three of his men.",
    ["killed 1..1 unknown", "killed 3..3 unknown"],
  ],
  [
    "In total, 45 soldiers — 30 Armenian and 15 Azerbaijani — were killed.",
    ["killed 45..45 military", "killed 30..30 military part", "killed 15..15 military part"],
  ],
  ["Doctors Without Borders said it treated 80 wounded people.", ["wounded 80..80 unknown"]],
  ["Armenia said 105 of its servicemen had been killed.", ["killed 105..105 military"]],
  [
    "Gunmen opened fire, killing a priest, two nuns and four parishioners.",
    ["killed 1..1 civilian", "killed 2..2 civilian", "killed 4..4 civilian"],
  ],
  ["Shelling killed and injured 20 people.", ["killed 0..20 unknown", "wounded 0..20 unknown"]],
  ["Police said two officers died and a third was in critical condition.", ["killed 2..2 police"]],
  ["Two of the wounded later died in hospital.", ["killed 2..2 unknown"]],
  [
    "The blast killed at least one person, the mayor said, and left three others in hospital.",
    ["killed 1..? unknown"],
  ],
  ["A total of 14 people lost their lives in the attack.", ["killed 14..14 unknown"]],
  ["Nine others sustained injuries.", ["wounded 9..9 unknown"]],
  ["Four soldiers sustained gunshot wounds.", ["wounded 4..4 military"]],
  [
    "Ethiopian airstrikes killed at least 56 people at a camp and wounded 138, aid workers said.",
    ["killed 56..? unknown", "wounded 138..138 unknown"],
  ],
  ["An estimated 600,000 people have died in the war.", ["killed 550000..649999 unknown"]],
  ["The earthquake killed 2,200 people in 2023.", ["killed 2200..2200 unknown"]],
])("reads the tolls of %j", (text, expected) => {
  expect(sorted(tollsOf(text).map(brief))).toEqual(sorted(expected));
});

const whose = (t: Toll) => `${t.count.words} ${t.of.party?.code ?? "-"}`;

test.each<[string, string[]]>([
  ["Armenia said 105 of its servicemen had been killed.", ["105 ARM"]],
  ["As many as 14 Malian soldiers died near Mopti.", ["As many as 14 MLI"]],
  ["Six members of the RSF were captured in Omdurman.", ["Six SDN|RSF"]],
  ["Israeli strikes killed 21 Palestinians on Monday.", ["21 PSE"]],
  ["Ukraine's general staff said Russia had lost 1,150 soldiers.", ["1,150 RUS"]],
])("reads whose the victims of %j are", (text, expected) => {
  const found = tollsOf(text).map(whose);
  expect(found).toHaveLength(expected.length);
  found.forEach((f, k) => {
    expect(expected[k]!.replace("SDN|", "")).toBe(f);
  });
});

test.each<[string, string, string]>([
  ["Pakistani jets killed 12 people in Khost, Kabul said.", "PAK", "AFG"],
  ["Eleven civilians were killed in Russian strikes, Ukraine's interior ministry said.", "RUS", "UKR"],
])("reads who did it and who says so in %j", (text, perpetrator, source) => {
  const [toll] = tollsOf(text);
  expect(toll?.perpetrator?.code).toBe(perpetrator);
  expect(toll?.sources.map((p) => p.code)).toEqual([source]);
});

test("a toll that somebody denies is told twice: asserted and denied", () => {
  const tolls = tollsOf("Congolese officials reported civilian deaths, claims Rwanda denies.");
  expect(tolls.map((t) => [t.stance, t.sources.map((p) => p.code).join()])).toEqual([
    ["asserts", "COD"],
    ["denies", "RWA"],
  ]);
});

test("'any' is a toll only where it is denied", () => {
  expect(tollsOf("The army denied that any soldier had died.").map((t) => t.stance)).toEqual(["denies"]);
  expect(tollsOf("Any soldier who dies will be buried with honours.")).toEqual([]);
});

test("spans lie in their sentence and hold the figure", () => {
  const text = "Officials said 14 guards were killed. At least nine civilians, among them two nurses, died.";
  for (const t of tollsOf(text)) expect(text.slice(t.start, t.end)).toContain(t.count.words);
});

describe("lexicons/tolls/harms.yaml", () => {
  const { harms } = readTollSources();
  const made = (text: string, id: string) => tollsOf(text).filter((t) => t.rule === `toll:${id}`);
  test.each(harms.map((h) => [h.id, h.yes] as const))("%s: %s", (id, yes) => {
    expect(made(yes, id)).not.toEqual([]);
  });
  test.each(harms.map((h) => [h.id, h.no] as const))("%s makes nothing of: %s", (id, no) => {
    expect(made(no, id)).toEqual([]);
  });
});
