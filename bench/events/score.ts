/**
 * What is counted of events in single sentences, each of which has one event in the gold: the type of the first event that
 * Parley tells, and the countries of the two sides of the first event of the gold type, or else of the first.
 */

/** An event of a prediction, in codes. */
export interface Coded {
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
}

/** The event of a gold sentence, its codes as written. */
export interface Gold {
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  /** Both sides stand as actors and there is no recipient. */
  readonly reciprocal: boolean;
}

export interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export interface Scored {
  readonly right: boolean;
  readonly actor: Counts;
  readonly recipient: Counts;
  /** Some single event has the type and both sides exactly; null where the gold names no country. */
  readonly triple: boolean | null;
}

/** Codes of before PLOVER and ISO agreed. */
const ALIAS: Readonly<Record<string, string>> = {
  JAP: "JPN",
  ITL: "ITA",
  VTN: "VNM",
  ROM: "ROU",
  GER: "DEU",
  PAL: "PSE",
  TMP: "TLS",
  ZAR: "COD",
  KSV: "XKX",
  KOS: "XKX",
};

/** Codes of regions and of kinds of international actors: no countries, and not scored. */
const NO_COUNTRY = new Set(
  "IGO NGO IMG ISM INT MNC NGM UIS UNK EUR AFR MEA ASA LAM NMR SAM WST EEU SAS CAU WAF SEA *** ---".split(
    " ",
  ),
);

/** Types of 2016 in the words of 2021; the PLV sentences also have one type for CONCEDE and RETREAT. */
export const FOLDS = {
  "2021": { DEMAND: "REQUEST", DISAPPROVE: "ACCUSE", INVESTIGATE: "ACCUSE", FIGHT: "ASSAULT" },
  plv: {
    DEMAND: "REQUEST",
    DISAPPROVE: "ACCUSE",
    INVESTIGATE: "ACCUSE",
    FIGHT: "ASSAULT",
    CONCEDE: "YIELD",
    RETREAT: "YIELD",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
export type Fold = Readonly<Record<string, string>>;

export const folded = (type: string, fold: Fold): string => fold[type] ?? type;

const countries = (codes: readonly string[]): Set<string> =>
  new Set(
    codes
      .map((c) => c.toUpperCase().slice(0, 3))
      .map((c) => ALIAS[c] ?? c)
      .filter((c) => !NO_COUNTRY.has(c)),
  );

/** The event by which the sides are judged: the first of the gold type, else the first. */
export const judgedEvent = <E extends Coded>(gold: Gold, events: readonly E[], fold: Fold): E | undefined =>
  events.find((e) => folded(e.type, fold) === folded(gold.type, fold)) ?? events[0];

/** Scores the events of one sentence, in the order in which Parley tells them. */
export function scoreSentence(gold: Gold, events: readonly Coded[], fold: Fold): Scored {
  const type = folded(gold.type, fold);
  const actors = countries(gold.actors);
  const recipients = gold.reciprocal ? new Set<string>() : countries(gold.recipients);
  const best = judgedEvent(gold, events, fold);
  const [a, r] = best ? sides(best, gold) : [new Set<string>(), new Set<string>()];
  const exact = (e: Coded) => {
    const [x, y] = sides(e, gold);
    return folded(e.type, fold) === type && same(x, actors) && same(y, recipients);
  };
  return {
    right: events[0] !== undefined && folded(events[0].type, fold) === type,
    actor: compared(actors, a),
    recipient: compared(recipients, r),
    triple: actors.size + recipients.size > 0 ? events.some(exact) : null,
  };
}

/** Both sides of an event; of a reciprocal gold event they are pooled, since the gold does not tell them apart. */
function sides(e: Coded, gold: Gold): [Set<string>, Set<string>] {
  return gold.reciprocal
    ? [countries([...e.actors, ...e.recipients]), new Set()]
    : [countries(e.actors), countries(e.recipients)];
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((x) => b.has(x));

function compared(gold: ReadonlySet<string>, found: ReadonlySet<string>): Counts {
  const tp = [...found].filter((x) => gold.has(x)).length;
  return { tp, fp: found.size - tp, fn: gold.size - tp };
}

/** F1 in per cent over all sentences. */
export function f1(counts: readonly Counts[]): number {
  const sum = (k: keyof Counts) => counts.reduce((n, c) => n + c[k], 0);
  const [tp, wrong] = [sum("tp"), sum("fp") + sum("fn")];
  return tp === 0 ? 0 : (200 * tp) / (2 * tp + wrong);
}
