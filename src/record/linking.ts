import { type DateInterval, dayNumber } from "../text/civil-date.js";
import { placesAgree } from "./place-distance.js";
import type { IncidentKind, PlaceFact, Telling } from "./telling.js";
import { daysOf, familyOf, gapBetween, isPeriod, lengthOf, ONE_PLACE } from "./tellings.js";
import { sortOf } from "./toll-sort.js";

/** What linking compares of a telling: small, so that many can be held and read at once. */
export interface LinkFeatures {
  readonly id: string;
  readonly report: string;
  readonly kind: IncidentKind;
  /** First day of the report's publication; the order in which tellings look back is by it, then by id. */
  readonly published: string;
  readonly date: DateInterval;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly types: readonly string[];
  readonly modes: readonly string[];
  readonly places: readonly PlaceFact[];
  /** "killed|PAK|forces|PAK|58|58": harm, whose, what sort, who says so, low, high. */
  readonly tolls: readonly string[];
  readonly words: readonly string[];
}

/** One reason for or against a link, with its weight. */
export interface LinkReason {
  readonly feature:
    | "days"
    | "parties"
    | "direction"
    | "place"
    | "mode"
    | "type"
    | "tolls"
    | "words"
    | "report";
  readonly weight: number;
  readonly why: string;
}

export interface LinkScore {
  readonly score: number;
  readonly reasons: readonly LinkReason[];
}

/** A link needs this much; set on the development half of the samples with `npx tsx bench/linking/run.ts`. */
export const LINK_THRESHOLD = 2.5;

/** Weight of what cannot be. */
const NEVER = -100;

/** Longest interval, in days, whose single days are keys. */
const MOST_DAYS = 10;

export function featuresOf(t: Telling, published: string): LinkFeatures {
  return {
    id: t.id,
    report: t.report,
    kind: t.kind,
    published,
    date: t.date,
    actors: t.actors,
    recipients: t.recipients,
    types: [...new Set(t.events.map((e) => e.type))].sort(),
    modes: [
      ...new Set(t.events.map((e) => e.mode).filter((m): m is NonNullable<typeof m> => m !== null)),
    ].sort(),
    places: t.places,
    tolls: t.tolls
      .filter((x) => x.low !== null && x.stance !== "denies" && x.partOf === null)
      .map((x) => [x.harm, x.party ?? "", sortOf(x), x.sources[0] ?? "", x.low, x.high ?? ""].join("|")),
    words: t.words,
  };
}

/**
 * Keys under which a telling is found by those it may be one with: its kind, a party and a day; for a period a party and a
 * month. Tellings that share no key are never compared. Empty where neither party nor day is known.
 */
export function keysOf(
  f: Pick<LinkFeatures, "kind" | "date" | "actors" | "recipients" | "places">,
): string[] {
  const parties = [...new Set([...f.actors, ...f.recipients])];
  const who = parties.length > 0 ? parties : [...new Set(f.places.map((p) => `@${p.country ?? p.name}`))];
  const letter = f.kind[0]!.concat(f.kind === "cooperation" ? "p" : "");
  const when = isPeriod(f.date) || lengthOf(f.date) === null ? monthsOf(f.date) : daysOf(f.date, MOST_DAYS);
  return who.flatMap((p) => when.map((d) => `${letter}|${p}|${d}`));
}

function monthsOf(d: DateInterval): string[] {
  const day = d.from ?? d.to;
  return day === null ? [] : [day.slice(0, 7)];
}

/** Keys to look under for candidates: its own, and those of the day before and after. */
export function lookupKeys(f: LinkFeatures): string[] {
  if (isPeriod(f.date) || lengthOf(f.date) === null) return keysOf(f);
  const days = daysOf({ ...f.date, from: shifted(f.date.from!, -1), to: shifted(f.date.to!, 1) }, MOST_DAYS);
  const own = new Set(keysOf(f).map((k) => k.slice(0, k.lastIndexOf("|"))));
  return [...own].flatMap((k) => days.map((d) => `${k}|${d}`));
}

const shifted = (day: string, by: number) =>
  new Date((dayNumber(day) + by) * 86_400_000).toISOString().slice(0, 10);

/** Whether `a` comes before `b` in the order in which tellings look back: by publication, then by id. */
export const precedes = (a: LinkFeatures, b: LinkFeatures): boolean =>
  a.published < b.published || (a.published === b.published && a.id < b.id);

/**
 * How much speaks for two tellings being of one incident, with the reasons. Symmetric: depends on the pair alone, never on
 * what else is stored.
 */
export function linkScore(a: LinkFeatures, b: LinkFeatures): LinkScore {
  const reasons =
    a.kind !== b.kind
      ? [reason("type", NEVER, "different sorts of happening")]
      : a.report === b.report
        ? [reason("report", NEVER, "one report tells them apart")]
        : [
            compareDays(a, b),
            ...compareParties(a, b),
            comparePlaces(a, b),
            ...(a.kind === "violence" ? [compareModes(a, b), compareTolls(a, b)] : compareTypes(a, b)),
            compareWords(a, b),
          ].filter((r) => r !== null);
  return { score: Math.round(reasons.reduce((sum, r) => sum + r.weight, 0) * 100) / 100, reasons };
}

const reason = (feature: LinkReason["feature"], weight: number, why: string): LinkReason => ({
  feature,
  weight,
  why,
});

function compareDays(a: LinkFeatures, b: LinkFeatures): LinkReason {
  const gap = gapBetween(a.date, b.date);
  if (gap === null) return reason("days", NEVER, "a day is not known");
  if (isPeriod(a.date) !== isPeriod(b.date))
    return reason("days", NEVER, "one tells of a period, the other of a day");
  if (isPeriod(a.date)) {
    return overlapShare(a.date, b.date) >= 0.6
      ? reason("days", 1, "the same period")
      : reason("days", NEVER, "different periods");
  }
  const firm = [a, b].every((f) => f.date.basis === "stated" || f.date.basis === "relative");
  if (gap === 0) return reason("days", firm ? 1.5 : 1, "days meet");
  if (gap === 1) return reason("days", firm ? -0.5 : 0, "one day apart");
  return reason("days", NEVER, `${gap} days apart`);
}

/** Days in common as a share of the days that either covers. */
function overlapShare(a: DateInterval, b: DateInterval): number {
  if (a.from === null || a.to === null || b.from === null || b.to === null)
    return a.from === b.from && a.to === b.to ? 1 : 0;
  const low = Math.max(dayNumber(a.from), dayNumber(b.from));
  const high = Math.min(dayNumber(a.to), dayNumber(b.to));
  const whole =
    Math.max(dayNumber(a.to), dayNumber(b.to)) - Math.min(dayNumber(a.from), dayNumber(b.from)) + 1;
  return Math.max(0, high - low + 1) / whole;
}

const shared = (a: readonly string[], b: readonly string[]) => a.filter((x) => b.includes(x));

function compareParties(a: LinkFeatures, b: LinkFeatures): LinkReason[] {
  const pa = [...new Set([...a.actors, ...a.recipients])];
  const pb = [...new Set([...b.actors, ...b.recipients])];
  if (pa.length === 0 || pb.length === 0) return [];
  const both = shared(pa, pb);
  if (both.length === 0) return [reason("parties", NEVER, "no party in common")];
  return a.kind === "violence" ? compareSides(a, b, { pa, pb, both }) : compareActors(a, b);
}

/** Of a fight: one side's attack is the other's response, so that a change of direction says little where both sides are named. */
function compareSides(
  a: LinkFeatures,
  b: LinkFeatures,
  { pa, pb, both }: { pa: string[]; pb: string[]; both: string[] },
): LinkReason[] {
  const parties =
    both.length >= 2
      ? reason("parties", 1.5, `both between ${both.join(", ")}`)
      : pa.length === 1 || pb.length === 1
        ? reason("parties", 0.5, `${both[0]} in both`)
        : (a.actors.length === 0 || b.actors.length === 0) && shared(a.recipients, b.recipients).length > 0
          ? reason("parties", 0.5, `${both[0]} suffers in both, and one does not say who acts`)
          : reason("parties", -2, `only ${both[0]} in both`);
  if (a.actors.length !== 1 || b.actors.length !== 1) return [parties];
  if (a.actors[0] === b.actors[0]) return [parties, reason("direction", 0.5, `${a.actors[0]} acts in both`)];
  return both.length >= 2 ? [parties] : [parties, reason("direction", -1.5, "different actors")];
}

function compareActors(a: LinkFeatures, b: LinkFeatures): LinkReason[] {
  const found: LinkReason[] = [];
  if (a.actors.length > 0 && b.actors.length > 0) {
    const actors = shared(a.actors, b.actors);
    if (actors.length === 0) return [reason("direction", NEVER, "different actors")];
    found.push(reason("parties", 1.5, `${actors.join(", ")} in both`));
  }
  if (a.recipients.length > 0 && b.recipients.length > 0) {
    const to = shared(a.recipients, b.recipients);
    found.push(
      to.length === 0
        ? reason("direction", -2.5, "towards different parties")
        : reason("parties", 1, `towards ${to.join(", ")}`),
    );
  }
  return found;
}

function comparePlaces(a: LinkFeatures, b: LinkFeatures): LinkReason | null {
  const pairs = a.places.flatMap((p) => b.places.map((q) => ({ p, q, is: placesAgree(p, q) })));
  const best = (["same", "near", "unknown", "far"] as const)
    .map((is) => pairs.find((pair) => pair.is === is))
    .find((pair) => pair !== undefined);
  // where one pair of places could be one, another pair that lies apart says nothing
  if (!best || best.is === "unknown") return null;
  if (best.is === "same") return reason("place", 2, `both in ${best.p.name}`);
  if (best.is === "near") {
    const coarse = best.p.precision === "country" || best.q.precision === "country";
    return reason("place", coarse ? 0.3 : 1, `${best.p.name} and ${best.q.name} lie together`);
  }
  const strict = [...a.modes, ...b.modes].some((m) => ONE_PLACE.has(familyOf(m) ?? ""));
  return reason("place", strict ? -6 : -2, `${best.p.name} and ${best.q.name} lie apart`);
}

const familiesOf = (f: LinkFeatures) => [
  ...new Set(f.modes.map(familyOf).filter((x): x is string => x !== null)),
];

function compareModes(a: LinkFeatures, b: LinkFeatures): LinkReason | null {
  const [fa, fb] = [familiesOf(a), familiesOf(b)];
  if (fa.length === 0 || fb.length === 0) {
    // one side's air raid is not the other side's attack of no said sort
    const strike = [...fa, ...fb].length > 0 && [...fa, ...fb].every((f) => ONE_PLACE.has(f));
    const byOthers = a.actors.length === 1 && b.actors.length === 1 && a.actors[0] !== b.actors[0];
    return strike && byOthers ? reason("mode", -2, "a strike by one, an attack by the other") : null;
  }
  const both = shared(fa, fb);
  return both.length > 0
    ? reason("mode", 0.7, `the same sort of attack (${both.join(", ")})`)
    : reason("mode", -1.5, "different sorts of attack");
}

function compareTypes(a: LinkFeatures, b: LinkFeatures): LinkReason[] {
  const types = shared(a.types, b.types);
  if (types.length === 0) return [reason("type", NEVER, "different types of act")];
  const found = [reason("type", 0.5, types.join(", "))];
  if (a.modes.length > 0 && b.modes.length > 0)
    found.push(
      shared(a.modes, b.modes).length > 0
        ? reason("mode", 0.5, "the same mode")
        : reason("mode", -1.5, "different modes"),
    );
  return found;
}

/** Figures in common; a small one ("three wounded") says less than a large one. */
function compareTolls(a: LinkFeatures, b: LinkFeatures): LinkReason | null {
  let weight = 0;
  const figures = new Set<string>();
  let differ = false;
  for (const x of a.tolls) {
    const [harm, party, sort, source, low, high] = x.split("|");
    for (const y of b.tolls) {
      const [harm2, party2, sort2, source2, low2, high2] = y.split("|");
      if (harm !== harm2 || (party && party2 && party !== party2)) continue;
      if (sort !== sort2 && sort !== "unknown" && sort2 !== "unknown") continue;
      if (low === low2 && high === high2) {
        weight += (Number(low) >= 5 ? 1.5 : 0.5) * (source === source2 ? 1 : 0.7);
        figures.add(`${harm} ${low}${high === low ? "" : "+"}`);
      } else if (source && source === source2 && party === party2) differ = true;
    }
  }
  if (weight > 0)
    return reason(
      "tolls",
      Math.min(3, Math.round(weight * 100) / 100),
      `the same figures (${[...figures].join(", ")})`,
    );
  return differ ? reason("tolls", -0.7, "one source with different figures") : null;
}

function compareWords(a: LinkFeatures, b: LinkFeatures): LinkReason | null {
  const least = Math.min(a.words.length, b.words.length);
  if (least === 0) return null;
  const both = shared(a.words, b.words);
  const share = both.length / Math.max(6, least);
  // almost the same words throughout: one story, whatever an editor changed in it
  if (both.length >= 10 && share >= 0.85) return reason("words", 3, "almost the same words");
  if (both.length >= 2)
    return reason("words", Math.round(Math.min(1.5, share * 3) * 100) / 100, both.slice(0, 6).join(", "));
  return a.kind === "violence" ? null : reason("words", -0.7, "hardly a word in common");
}

/** The score of a link where it is enough for one, else null. */
export function scoreAbove(a: LinkFeatures, b: LinkFeatures): number | null {
  const { score } = linkScore(a, b);
  return score >= LINK_THRESHOLD ? score : null;
}
