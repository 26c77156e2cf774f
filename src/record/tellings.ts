import type { CodedReport } from "../coding/coded-report.js";
import { type DateInterval, dayNumber, isoDay, UNKNOWN_DATE } from "../text/civil-date.js";
import { wordsOf } from "../text/span.js";
import { placesAgree } from "./place-distance.js";
import type { ReportFacts } from "./report-facts.js";
import { stableId } from "./stable-id.js";
import {
  type EventFact,
  type IncidentKind,
  kindOf,
  type PlaceFact,
  partiesOf,
  type Telling,
  type TollFact,
} from "./telling.js";
import { tellingWords } from "./telling-words.js";

/** A claim with where it stands, as the gathering compares it. */
interface Item {
  readonly event: EventFact | null;
  readonly toll: TollFact | null;
  readonly at: number;
  readonly sentence: number;
  readonly date: DateInterval;
  readonly place: PlaceFact | null;
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly mode: string | null;
  /** Its sentence speaks of "the strikes", "the attack": of something told before. */
  readonly definite: boolean;
  /** Its sentence opens another happening: "Meanwhile", "in a separate raid", "another bomb". */
  readonly another: boolean;
  /** A running count ("58,800 killed since the war began"), which belongs to no single happening. */
  readonly cumulative: boolean;
}

/** Words are acts whatever they are about; force, aid and coercion count where they are told as having taken place. */
function isTold(e: EventFact): boolean {
  if (e.isContent || e.status === "hypothetical") return false;
  return kindOf(e.type) === "diplomacy" || TOOK_PLACE.has(e.status);
}

/** Statuses in which an act of force, aid or coercion is told as a thing in the world. */
const TOOK_PLACE = new Set(["happened", "ongoing", "denied"]);

/** Days beyond which an interval tells of a period ("in October") and not of one happening. */
const PERIOD_DAYS = 7;

/**
 * What a report tells, gathered by happening: the violence that one paragraph after another tells of, with its tolls, is one
 * telling; so is each act of words. Pure; the order is that of the text.
 *
 * @param hash the report's identity; a telling's id follows from it, the kind and where its first claim stands
 */
export function tellingsOf(coded: CodedReport, facts: ReportFacts, hash: string): Telling[] {
  const items = itemsOf(coded, facts);
  const groups = new Map<IncidentKind, Item[][]>();
  // what answered another, or came after it, is not the same
  const apart = new Set(
    facts.sequences.flatMap((q) => (q.to === null ? [] : [`${q.event}|${q.to}`, `${q.to}|${q.event}`])),
  );
  for (const item of items) {
    const kind = item.event ? kindOf(item.event.type) : "violence";
    let list = groups.get(kind);
    if (!list) groups.set(kind, (list = []));
    const fits = kind === "violence" ? violenceFit : actFit;
    let best: Item[] | null = null;
    let top = 0;
    const first = items.length > MANY_ITEMS ? Math.max(0, list.length - LATEST_TELLINGS) : 0;
    for (let k = first; k < list.length; k += 1) {
      const group = list[k]!;
      if (items.length > MANY_ITEMS && group.length >= LONGEST_TELLING) continue;
      if (group.some((g) => g.event && item.event && apart.has(`${g.event.id}|${item.event.id}`))) continue;
      const score = fits(item, group, k);
      if (score > top) {
        top = score;
        best = group;
      }
    }
    if (best) best.push(item);
    else list.push([item]);
  }
  const told = [...groups]
    .flatMap(([kind, list]) => list.map((group) => tellingOf(kind, group, { coded, facts, hash })))
    .sort((a, b) => firstOf(a) - firstOf(b) || (a.id < b.id ? -1 : 1));
  // two acts told by the same words
  const ids = new Map<string, number>();
  return told.map((t) => {
    const n = ids.get(t.id) ?? 0;
    ids.set(t.id, n + 1);
    return n === 0 ? t : { ...t, id: stableId("i", `${t.id}:${n}`) };
  });
}

const firstOf = (t: Telling) => Math.min(...t.events.map((e) => e.start), ...t.tolls.map((x) => x.start));

const HAPPENING =
  "(?:air ?strikes?|strikes?|attacks?|raids?|clash(?:es)?|fighting|bombings?|blasts?|explosions?|shelling|assaults?|violence|operations?|massacres?|killings?|incidents?|battles?|ambush(?:es)?|shootings?)\\b";

const TOLD_BEFORE = new RegExp(`\\b(?:the|these|those|this) (?:\\w+ )?${HAPPENING}`, "i");

/** Words that open another happening than the one told before. */
const ANOTHER = new RegExp(
  `^["“‘'([\\s]*(?:meanwhile|elsewhere|separately|in addition|additionally|at the same time|finally)\\b|\\b(?:another|an? (?:second|third|fourth|further|similar|separate|different|additional)|in other) (?:\\p{L}+ ){0,2}?${HAPPENING}`,
  "iu",
);

const RUNNING_COUNT =
  /\bsince (?:then\b|the|it|this|last|early|late|fighting|January|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b|\b(?:so far this year|in (?:nearly |almost |more than |over )?(?:\w+ )?(?:months|years) of (?:war|fighting|conflict))\b/;

function itemsOf(coded: CodedReport, { events, tolls }: ReportFacts): Item[] {
  const sentenceAt = (at: number) => {
    let low = 0;
    let high = coded.sentences.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if (coded.sentences[mid]!.start <= at) low = mid;
      else high = mid - 1;
    }
    return low;
  };
  const speaks = (of: RegExp, at: number) => {
    const span = coded.sentences[sentenceAt(at)];
    return span !== undefined && of.test(wordsOf(coded.report.text, span));
  };
  const items = [
    ...events.filter(isTold).map((event): Item => {
      return {
        event,
        toll: null,
        at: event.start,
        sentence: sentenceAt(event.start),
        date: event.date,
        place: event.place,
        actor: event.actor,
        recipient: event.recipient,
        mode: event.mode,
        definite: speaks(TOLD_BEFORE, event.start),
        another: speaks(ANOTHER, event.start),
        cumulative: speaks(RUNNING_COUNT, event.start) && /\b(?:kill|die|wound|injur)/.test(event.quote),
      };
    }),
    ...tolls.map((toll): Item => {
      return {
        event: null,
        toll,
        at: toll.start,
        sentence: sentenceAt(toll.start),
        date: toll.date,
        place: toll.place,
        actor: toll.perpetrator === null ? [] : [toll.perpetrator],
        recipient: toll.party === null ? [] : [toll.party],
        mode: null,
        definite: speaks(TOLD_BEFORE, toll.start),
        another: speaks(ANOTHER, toll.start),
        cumulative: speaks(RUNNING_COUNT, toll.start),
      };
    }),
  ].sort(
    (a, b) => a.sentence - b.sentence || Number(a.toll !== null) - Number(b.toll !== null) || a.at - b.at,
  );
  // a claim without a day takes the one that its sentence names, where it names one alone
  const dated = new Map<number, Item[]>();
  for (const item of items)
    if (isFirm(item.date)) dated.set(item.sentence, [...(dated.get(item.sentence) ?? []), item]);
  return items.map((item) => {
    if (item.date.from !== null || item.date.to !== null || item.cumulative) return item;
    const firm = dated.get(item.sentence) ?? [];
    const [first] = firm;
    return first && firm.every((x) => gapBetween(x.date, first.date) === 0)
      ? { ...item, date: first.date }
      : item;
  });
}

/** Length in days of a bounded interval; null where it is open or unknown. */
export const lengthOf = (d: DateInterval): number | null =>
  d.from === null || d.to === null ? null : dayNumber(d.to) - dayNumber(d.from) + 1;

/** Whether an interval tells of a period and not of one happening. */
export const isPeriod = (d: DateInterval): boolean => (lengthOf(d) ?? 0) > PERIOD_DAYS;

/** Days between two intervals; 0 where they meet, null where one is unknown. */
export function gapBetween(a: DateInterval, b: DateInterval): number | null {
  if ((a.from === null && a.to === null) || (b.from === null && b.to === null)) return null;
  const [af, at] = [a.from === null ? -1e9 : dayNumber(a.from), a.to === null ? 1e9 : dayNumber(a.to)];
  const [bf, bt] = [b.from === null ? -1e9 : dayNumber(b.from), b.to === null ? 1e9 : dayNumber(b.to)];
  return af > bt ? af - bt : bf > at ? bf - at : 0;
}

/**
 * A text with more claims than this is no report but a list or worse. Only its latest tellings are then looked back to, and one that
 * has grown long takes up no more: each claim would be held against all before it, which for two megabytes did not end in a quarter of an hour.
 */
const MANY_ITEMS = 400;
const LATEST_TELLINGS = 12;
const LONGEST_TELLING = 60;

const isFirm = (d: DateInterval) => d.basis === "stated" || d.basis === "relative";

/** Modes that cannot be one another: what falls from the air, what a bomb does, and fighting on the ground. */
const FAMILIES: Record<string, string> = {
  aerial: "air",
  drone: "air",
  "suicide-attack": "bomb",
  explosives: "bomb",
  abduct: "abduct",
  "heavy-weapons": "ground",
  firearms: "ground",
  "crowd-control": "crowd",
};
export const familyOf = (mode: string | null): string | null =>
  mode === null ? null : (FAMILIES[mode] ?? null);

/** Families of modes that strike one place at a time; fighting may run along a whole front. */
export const ONE_PLACE = new Set(["air", "bomb", "abduct"]);

/**
 * How well an act of violence or a toll goes with what a report has told before; above 0 it belongs there. Weights were set
 * by hand on the first eighteen samples.
 */
function violenceFit(item: Item, group: readonly Item[], index: number): number {
  if (item.toll?.partOf && group.some((g) => g.toll?.id === item.toll!.partOf)) return 100;
  if (item.cumulative || group.some((g) => g.cumulative))
    return item.cumulative && group.every((g) => g.cumulative && g.sentence === item.sentence) ? 1 : -10;
  let score = -1;
  let near = Number.POSITIVE_INFINITY;
  let dateScore: number | null = null;
  const strict = [...group, item].some((g) => ONE_PLACE.has(familyOf(g.mode) ?? ""));
  for (const g of group) {
    near = Math.min(near, item.sentence - g.sentence);
    const gap = gapBetween(item.date, g.date);
    if (gap === null) continue;
    const firm = isFirm(item.date) && isFirm(g.date);
    if (isPeriod(item.date) !== isPeriod(g.date)) return -10;
    if (gap > 1 && firm) return -10;
    const apart = firm ? (strict ? -3 : -0.5) : gap <= 1 || item.definite ? 0 : -1.5;
    // "at some time before" goes with every day
    const isOpen = item.date.from === null || g.date.from === null;
    dateScore = Math.max(dateScore ?? -10, gap === 0 ? (isOpen ? 0.5 : firm ? 1.5 : 1) : apart);
  }
  score += dateScore ?? (item.place || near > 2 ? 0 : 0.7);
  if (item.definite && near <= 4) score += 1;
  if (item.another && !item.definite && near > 0) score -= 2;
  score += near === 0 ? 2.5 : near === 1 ? 1 : near <= 3 ? 0.5 : 0;
  if (index === 0) score += 0.5;
  const actors = new Set(group.flatMap((g) => g.actor));
  const recipients = new Set(group.flatMap((g) => g.recipient));
  const all = new Set([...actors, ...recipients]);
  if (item.actor.length > 0 && all.size > 0) {
    if (item.actor.some((a) => actors.has(a))) score += 1;
    else if (item.actor.some((a) => recipients.has(a))) score += 0.5;
    else if (actors.size > 0) score -= 2.5;
  }
  if (item.recipient.length > 0 && all.size > 0) {
    if (item.recipient.some((r) => recipients.has(r))) score += 1;
    else if (item.recipient.some((r) => actors.has(r))) score += 0.5;
    else if (recipients.size > 0) score -= actors.size > 0 ? 1.5 : 0.8;
  }
  const families = new Set(group.map((g) => familyOf(g.mode)).filter((f) => f !== null));
  const family = familyOf(item.mode);
  if (family && families.size > 0) score += families.has(family) ? 0.5 : -2;
  if (item.place) {
    const verdicts = group.flatMap((g) => (g.place ? [placesAgree(item.place!, g.place)] : []));
    if (verdicts.includes("same")) score += 1.5;
    else if (verdicts.includes("near")) score += 0.5;
    else if (verdicts.includes("far")) {
      score -= near === 0 ? 1 : strict ? 6 : 3;
    }
  }
  return score;
}

/** Whether an act told before is the same act: of one type, by and to the same, on days that meet. */
function actFit(item: Item, group: readonly Item[]): number {
  const e = item.event!;
  const agrees = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || b.length === 0 || a.some((x) => b.includes(x));
  const same = group.every((g) => {
    const o = g.event!;
    return (
      o.type === e.type &&
      (o.mode === e.mode || o.mode === null || e.mode === null) &&
      agrees(o.actor, e.actor) &&
      agrees(o.recipient, e.recipient) &&
      (gapBetween(o.date, e.date) ?? 0) === 0 &&
      (o.status === e.status || o.status === "denied" || e.status === "denied") &&
      (!o.place || !e.place || placesAgree(o.place, e.place) !== "far")
    );
  });
  // without a single party in common the type alone does not make two acts one
  const shared = group.some(
    (g) => g.actor.some((a) => item.actor.includes(a)) || g.sentence === item.sentence,
  );
  return same && shared ? 1 : 0;
}

function tellingOf(
  kind: IncidentKind,
  group: readonly Item[],
  { coded, facts, hash }: { coded: CodedReport; facts: ReportFacts; hash: string },
): Telling {
  const events = group.flatMap((g) => (g.event ? [g.event] : []));
  const told = events.filter((e) => e.status !== "denied");
  const use = told.length > 0 ? told : events;
  const actors = new Set(use.flatMap((e) => e.actor));
  const recipients = new Set(use.flatMap((e) => e.recipient));
  for (const g of group) {
    if (!g.toll) continue;
    if (g.toll.perpetrator) actors.add(g.toll.perpetrator);
    if (g.toll.party && (kind === "violence" || recipients.size === 0)) recipients.add(g.toll.party);
  }
  const sides = { actors: [...actors].sort(), recipients: [...recipients].sort() };
  const countries = statesOf(coded);
  const inGroup = new Set(events.map((e) => e.id));
  const places = new Map<string, PlaceFact>();
  for (const g of group) if (g.place && !places.has(g.place.name)) places.set(g.place.name, g.place);
  const first = Math.min(...group.map((g) => g.at));
  return {
    id: stableId("i", `${hash}:${kind}:${first}:${group[0]!.event?.type ?? group[0]!.toll!.harm}`),
    report: hash,
    kind,
    date: dateOf(group),
    ...sides,
    places: [...places.values()],
    events,
    tolls: group.flatMap((g) => (g.toll ? [sidedByTelling(g.toll, partiesOf(sides), countries)] : [])),
    initiators: facts.initiators.filter((i) => inGroup.has(i.event)),
    sequences: facts.sequences.filter((x) => inGroup.has(x.event)),
    isRunning: group.some((g) => g.cumulative),
    words: tellingWords(
      coded.report.text,
      [...new Set(group.map((g) => g.sentence))].map((k) => coded.sentences[k]!),
    ),
  };
}

/**
 * Whose the victims are where the words do not say, in a telling of two sides: fighters counted by one are the other's; civilians
 * and others counted by a state whose doing it was not are its own.
 */
function sidedByTelling(t: TollFact, parties: readonly string[], states: ReadonlySet<string>): TollFact {
  const [source, ...more] = t.sources;
  if (t.party !== null || source === undefined || more.length > 0 || !parties.includes(source)) return t;
  const others = parties.filter((p) => p !== source);
  if (t.kind === "militant") return others.length === 1 ? { ...t, party: others[0]!, inferredSide: true } : t;
  const own =
    (t.kind === "civilian" || t.kind === "unknown") &&
    HARM_TO_PEOPLE.has(t.harm) &&
    others.length > 0 &&
    t.perpetrator !== source &&
    states.has(source);
  return own ? { ...t, party: source, inferredSide: true } : t;
}

const HARM_TO_PEOPLE = new Set(["killed", "wounded", "missing", "displaced"]);

/** Those who count victims and are a state. */
const statesOf = ({ tolls }: CodedReport): ReadonlySet<string> =>
  new Set(
    tolls.flatMap((t) => t.sources.flatMap((p) => (p.code !== null && p.code === p.country ? [p.code] : []))),
  );

/** The days that a telling's claims name outright; else those that they were read to mean. */
function dateOf(group: readonly Item[]): DateInterval {
  const known = group.map((g) => g.date).filter((d) => d.from !== null || d.to !== null);
  const firm = known.filter(isFirm);
  const use = firm.length > 0 ? firm : known;
  if (use.length === 0) return UNKNOWN_DATE;
  // where no claim gives a first day there is none to give
  const from = use.flatMap((d) => d.from ?? []).sort()[0] ?? null;
  const to = use.map((d) => d.to ?? d.from!).reduce((a, b) => (a > b ? a : b));
  return { from, to, basis: firm.length > 0 ? firm[0]!.basis : use[0]!.basis };
}

/** The days of an interval, at most `most`; empty where it is open or longer. */
export function daysOf(d: DateInterval, most: number): string[] {
  const length = lengthOf(d);
  if (length === null || length > most) return [];
  const first = dayNumber(d.from!);
  return Array.from({ length }, (_, k) => isoDay(first + k));
}
