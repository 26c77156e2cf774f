import type { DiplomacyRoom } from "../../../formats/desk-json.js";
import { ACT_WORDS, CEASEFIRE_WORDS, partyLabel, STATE_WORDS } from "../../../formats/record-labels.js";
import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { type StepShape, shapeOf } from "../../shared/step-marks/step-shapes.js";
import type { OpenPeriod } from "../../shared/time-axis/scale.js";

export type Initiative = DiplomacyRoom["initiatives"][number];
export type Ceasefire = DiplomacyRoom["ceasefires"][number];
export type Evidence = Initiative["history"][number]["evidence"][number];
type Act = Initiative["history"][number]["act"];

/** Who says it, with the words in which it is said. */
export interface Voice {
  readonly source: string | null;
  readonly evidence: readonly Evidence[];
  readonly reports: readonly string[];
}

/** A step, whoever says that it was taken. */
export interface Step {
  readonly key: string;
  readonly shape: StepShape;
  /** In two words, for the lane. */
  readonly short: string;
  /** Whole: "Iran offers its help", "Pakistan: welcomed". */
  readonly words: string;
  readonly date: Initiative["history"][number]["date"];
  readonly voices: readonly Voice[];
  /** The state after it, in words; null where a step changes none. */
  readonly state: string | null;
}

/** How long something lasts, for the line of a lane. */
export interface Life {
  readonly days: OpenPeriod;
  /** No end is known: the line goes on. */
  readonly isOpen: boolean;
}

/** An initiative or a ceasefire as a lane draws it. */
export interface LifeLine {
  readonly id: string;
  readonly kind: "initiative" | "ceasefire";
  /** "between Afghanistan and Pakistan". */
  readonly label: string;
  /** With the third party: how it is called where it stands alone. */
  readonly title: string;
  readonly state: string;
  readonly isDormant: boolean;
  readonly verdict: Initiative["verdict"] | null;
  /** Sources place it in different states. */
  readonly contested: Initiative["contested"];
  readonly steps: readonly Step[];
  readonly life: Life | null;
}

/** Third parties that act together, with all that they began. */
export interface LifeGroup {
  readonly key: string;
  /** Codes; empty where no third party is named. */
  readonly thirdParty: readonly string[];
  readonly lines: readonly LifeLine[];
}

interface Names {
  readonly nameOf: (code: string) => string;
}

const SHORT: Record<Act, string> = {
  "calls-for": "called for",
  offers: "offered",
  hosts: "talks",
  mediates: "talks",
  brokers: "arranged",
  welcomes: "welcomed",
  accepts: "accepted",
  rejects: "refused",
  "ceasefire-agreed": "ceasefire",
  "ceasefire-violated": "breach",
  "talks-collapse": "broken off",
  "schedules-talks": "talks arranged",
  agrees: "agreed in part",
  "ceasefire-in-force": "in force",
  signs: "settled",
};

/** Acts of a third party; others are acts of the parties between whom it stands. */
const OF_THIRD: readonly Act[] = ["calls-for", "offers", "hosts", "mediates", "brokers"];

/** "between Afghanistan and Pakistan", "towards Sudan". */
export function towards(parties: readonly string[], o: Names): string {
  if (parties.length < 2)
    return parties.length === 0 ? "parties not named" : `towards ${partyLabel(parties, o)}`;
  return `between ${partyLabel(parties.slice(0, -1), o)} and ${partyLabel(parties.slice(-1), o)}`;
}

/** The initiatives by third party: those with the latest step first, and what has no third party last. */
export function initiativeGroups(initiatives: readonly Initiative[], o: Names): LifeGroup[] {
  return grouped(
    initiatives.map((i) => ({
      by: i.thirdParty,
      last: i.to ?? i.from ?? "",
      line: initiativeLine(i, o),
    })),
  );
}

/** The ceasefires by who brokered them. */
export function ceasefireGroups(ceasefires: readonly Ceasefire[], o: Names): LifeGroup[] {
  return grouped(
    ceasefires.map((c) => ({
      by: c.brokers,
      last: c.agreed?.to ?? c.agreed?.from ?? "",
      line: ceasefireLine(c, o),
    })),
  );
}

function grouped(
  list: readonly { readonly by: readonly string[]; readonly last: string; readonly line: LifeLine }[],
): LifeGroup[] {
  const groups = new Map<string, { by: readonly string[]; items: { last: string; line: LifeLine }[] }>();
  for (const { by, last, line } of list) {
    const key = [...by].sort().join("+");
    const group = groups.get(key);
    if (group) group.items.push({ last, line });
    else groups.set(key, { by, items: [{ last, line }] });
  }
  const latest = (items: readonly { readonly last: string }[]) =>
    items.reduce((a, i) => (i.last > a ? i.last : a), "");
  return [...groups]
    .map(([key, { by, items }]) => ({ key, by, items, last: latest(items) }))
    .sort(
      (a, b) =>
        Number(a.key === "") - Number(b.key === "") ||
        (a.last < b.last ? 1 : a.last > b.last ? -1 : a.key < b.key ? -1 : 1),
    )
    .map(({ key, by, items }) => ({
      key,
      thirdParty: by,
      lines: items.sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0)).map(({ line }) => line),
    }));
}

export function initiativeLine(i: Initiative, o: Names): LifeLine {
  const label = towards(i.parties, o);
  return {
    id: i.id,
    kind: "initiative",
    label,
    title:
      i.thirdParty.length === 0 ? `No third party, ${label}` : `${partyLabel(i.thirdParty, o)}, ${label}`,
    state: STATE_WORDS[i.state],
    isDormant: i.dormant,
    verdict: i.verdict,
    contested: i.contested,
    steps: stepsOf(i, o),
    life:
      i.from === null && i.to === null
        ? null
        : { days: { from: i.from ?? i.to, to: i.to ?? i.from }, isOpen: false },
  };
}

/** The steps of an initiative in the order of time; the same act on the same days is one step, with all who tell of it. */
export function stepsOf(i: Pick<Initiative, "history" | "thirdParty">, o: Names): Step[] {
  const found = new Map<string, Step>();
  for (const h of i.history) {
    const words = stepWords(h.act, h.parties, i.thirdParty, o);
    const key = `${h.act} ${h.parties.join("+")} ${h.date.from} ${h.date.to}`;
    const known = found.get(key);
    found.set(key, {
      key,
      shape: shapeOf(h.act),
      short: SHORT[h.act],
      words,
      date: h.date,
      voices: [...(known?.voices ?? []), { source: h.source, evidence: h.evidence, reports: h.reports }],
      state: STATE_WORDS[h.state],
    });
  }
  return [...found.values()];
}

/** Whose step it is stands in front: the third party's, or that of the side which answers. */
function stepWords(act: Act, parties: readonly string[], thirdParty: readonly string[], o: Names): string {
  const isThird = OF_THIRD.includes(act) && thirdParty.length > 0;
  const who = isThird ? thirdParty : parties;
  const whom = isThird && parties.length === 1 ? ` (${partyLabel(parties, o)})` : "";
  return `${who.length === 0 ? "" : `${partyLabel(who, o)}: `}${ACT_WORDS[act]}${whom}`;
}

export function ceasefireLine(c: Ceasefire, o: Names): LifeLine {
  const label = towards(c.parties, o);
  return {
    id: c.id,
    kind: "ceasefire",
    label,
    title: `Ceasefire ${label}`,
    state: CEASEFIRE_WORDS[c.state],
    isDormant: false,
    verdict: null,
    contested: [],
    steps: ceasefireSteps(c, o),
    life: ceasefireLife(c),
  };
}

function ceasefireSteps(c: Ceasefire, o: Names): Step[] {
  const agreed: Step[] = c.agreed
    ? [
        {
          key: "agreed",
          shape: "agreement",
          short: "agreed",
          words: "ceasefire agreed",
          date: c.agreed,
          voices: voicesOf(c),
          state: null,
        },
      ]
    : [];
  return [...agreed, ...breachesOf(c, o)];
}

/** Who says that it was agreed; which of them says which words is not told apart. */
function voicesOf(c: Ceasefire): Voice[] {
  return c.sources.map((source, k) => ({
    source,
    evidence: k === 0 ? c.evidence : [],
    reports: k === 0 ? [...new Set(c.evidence.map((e) => e.report))] : [],
  }));
}

/** Breaches as somebody reports them: who accuses whom on the same days is one. */
export function breachesOf(c: Pick<Ceasefire, "breaches">, o: Names): Step[] {
  const found = new Map<string, Step>();
  for (const b of c.breaches) {
    const key = `breach ${b.accused.join("+")} ${b.date.from} ${b.date.to}`;
    const known = found.get(key);
    found.set(key, {
      key,
      shape: "breach",
      short: "breach",
      words: b.accused.length === 0 ? "breach reported" : `breach reported, by ${partyLabel(b.accused, o)}`,
      date: b.date,
      voices: [
        ...(known?.voices ?? []),
        {
          source: b.accuser,
          evidence: b.evidence,
          reports: [...new Set(b.evidence.map((e) => e.report))],
        },
      ],
      state: null,
    });
  }
  return [...found.values()];
}

/** From when it holds to the end of its term, or to the last that is known of one that ended; else it goes on. */
export function ceasefireLife(
  c: Pick<Ceasefire, "agreed" | "inForceFrom" | "termDays" | "state" | "breaches">,
): Life | null {
  const begin = c.inForceFrom ?? c.agreed;
  const from = begin?.from ?? begin?.to;
  if (!from) return null;
  if (c.termDays !== null)
    return {
      days: { from, to: isoDay(dayNumber(from) + Math.max(1, c.termDays) - 1) },
      isOpen: false,
    };
  const last = c.breaches
    .map((b) => b.date.to ?? b.date.from ?? from)
    .reduce((a, b) => (b > a ? b : a), from);
  return { days: { from, to: last }, isOpen: c.state !== "collapsed" && c.state !== "expired" };
}

/** Breaches that each reports, most first: "Pakistan accuses Afghanistan: 3". */
export function breachTally(
  c: Pick<Ceasefire, "breaches">,
): { readonly accuser: string | null; readonly accused: readonly string[]; readonly times: number }[] {
  const found = new Map<string, { accuser: string | null; accused: readonly string[]; times: number }>();
  for (const { accuser, accused } of c.breaches) {
    const key = `${accuser} ${accused.join("+")}`;
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { accuser, accused, times: 1 });
  }
  return [...found.values()].sort((a, b) => b.times - a.times);
}

/** Everybody who tells of any of these steps, in the order in which they first do. */
export const tellersOf = (steps: readonly Step[]): (string | null)[] => [
  ...new Set(steps.flatMap((s) => s.voices.map((v) => v.source))),
];

/** Reports in which any of these steps is told. */
export const reportsOf = (steps: readonly Step[]): string[] => [
  ...new Set(steps.flatMap((s) => s.voices.flatMap((v) => v.reports))),
];
