import { EVENT_TYPES, type EventType } from "../coding/event-types.js";
import type { CeasefireState } from "../record/ceasefires.js";
import type { DiplomaticAct } from "../record/diplomacy.js";
import type { Figure, Incident, What } from "../record/incident.js";
import type { InitiativeState } from "../record/initiatives.js";
import type { Rollup, RollupRule } from "../record/rollups.js";
import type { IncidentKind, PlaceFact } from "../record/telling.js";
import type { VictimSort } from "../record/toll-sort.js";
import type { Verdict } from "../record/verdicts.js";
import { countLabel, eventLabel } from "./labels.js";
import { grouped, oneLine, type PageOptions, type TextStyle } from "./page.js";

type Names = Pick<PageOptions, "nameOf">;

/** Sorts of speakers without a code, in the order in which they stand beside one another. */
const UNNAMED: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  officials: "unnamed officials",
  medics: "medics",
  "aid workers": "aid workers",
  monitors: "monitors",
  residents: "residents",
  others: "others, not named",
});
export const UNNAMED_SPEAKERS: readonly string[] = Object.keys(UNNAMED);

/** Who says it: a party's name, a sort of speaker, or the outlets in their own voice. */
export const sourceLabel = (source: string | null, o: Names): string =>
  source === null ? "outlets themselves" : (UNNAMED[source] ?? oneLine(o.nameOf(source)));

/** Speakers in the order of their columns: the sides, the UN, other third parties, those not named, the outlets themselves. */
export function inSpeakingOrder(
  sources: Iterable<string | null>,
  sides: readonly string[],
): (string | null)[] {
  const unnamed = Object.keys(UNNAMED);
  const rank = (s: string | null): number => {
    if (s === null) return 10_000;
    const side = sides.indexOf(s);
    if (s === "UN") return side >= 0 ? 999 : 1000;
    if (side >= 0) return side;
    const kind = unnamed.indexOf(s);
    return kind >= 0 ? 2000 + kind : 1001;
  };
  return [...new Set(sources)].sort(
    (a, b) => rank(a) - rank(b) || ((a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0),
  );
}

/** "Afghanistan, Pakistan"; `none` where nobody is named. */
export const partyLabel = (codes: readonly string[], o: Names, none = "parties not named"): string =>
  codes.length === 0 ? none : codes.map((c) => oneLine(o.nameOf(c))).join(", ");

/** "contested" stands out on the page; what nobody disputes does not. */
export const verdictLabel = (v: Verdict, style: TextStyle): string =>
  v === "contested" || v === "denied" ? style.alert(v) : v;

/** "attacks (aerial, heavy weapons); coerces (seize)" of "ASSAULT/aerial" and the like; the kind where no act is told. */
export function actsLabel(acts: readonly string[], kind: IncidentKind): string {
  const byType = new Map<string, string[]>();
  for (const a of acts) {
    const [type, mode] = a.split("/") as [string, string | undefined];
    const modes = byType.get(type) ?? [];
    if (mode && !modes.includes(mode)) modes.push(mode);
    byType.set(type, modes);
  }
  // the gravest first
  const types = [...byType.keys()].sort((a, b) => typeRank(b) - typeRank(a));
  return types.length === 0
    ? KIND_WORDS[kind]
    : types
        .map((t) => {
          const modes = byType.get(t)!.map((m) => m.replace(/-/g, " "));
          const label = eventLabel(t as EventType, null);
          return modes.length > 0 ? `${label} (${modes.join(", ")})` : label;
        })
        .join("; ");
}

const typeRank = (t: string) => EVENT_TYPES.indexOf(t as EventType);

const KIND_WORDS: Record<IncidentKind, string> = {
  violence: "people or things harmed, the act not told",
  coercion: "coercion",
  cooperation: "cooperation",
  diplomacy: "words",
};

/** Types with their modes as lists have them: "ASSAULT/aerial". */
export const actsOf = (i: Pick<Incident, "tellings">): string[] =>
  [
    ...new Set(i.tellings.flatMap((t) => t.events.map((e) => (e.mode ? `${e.type}/${e.mode}` : e.type)))),
  ].sort();

/** "Pakistan → Afghanistan: attacks (aerial)". */
export function whatLabel(w: What, o: Names): string {
  const to = w.recipient.length > 0 ? ` → ${partyLabel(w.recipient, o)}` : "";
  return `${partyLabel(w.actor, o, "(not said who)")}${to}: ${eventLabel(w.type, w.mode)}`;
}

const PRECISION: Record<PlaceFact["precision"], string> = {
  exact: "exact",
  near: "near it",
  district: "somewhere in the district",
  province: "somewhere in the province",
  region: "somewhere in the region",
  country: "somewhere in the country",
  "water-air": "at sea or in the air",
  unresolved: "not located",
};

/** "Spin Boldak, Afghanistan (exact)". */
export function placeLabel(p: PlaceFact, o: Names): string {
  const country = p.country === null || o.nameOf(p.country) === p.name ? "" : `, ${o.nameOf(p.country)}`;
  return `${oneLine(p.name)}${country} (${PRECISION[p.precision]})`;
}

/** A figure as its source put it, in numerals. */
export const figureLabel = (f: Figure): string =>
  `${f.low === null && f.high !== null ? `up to ${grouped(f.high)}` : countLabel(f)}${f.more ? " more" : ""}`;

/** "killed: Pakistan, forces"; a kind is finer than a sort. */
export function tollLabel(
  cell: {
    readonly harm: string;
    readonly party: string | null;
    readonly sort?: VictimSort;
    readonly kind: string;
  },
  o: Names,
): string {
  const sort = cell.sort ?? cell.kind;
  const whose = [
    cell.party === null ? null : oneLine(o.nameOf(cell.party)),
    sort === "unknown" ? null : sort,
  ];
  return `${cell.harm}: ${whose.filter((w) => w !== null).join(", ") || "not said whose"}`;
}

/** A rule's name where its numbers stand. */
export const RULE_WORDS: Record<RollupRule, string> = {
  "per-source": "each source by itself",
  ucdp: "UCDP",
  lowest: "lowest reported",
  independent: "independent sources",
  official: "officials of the sides",
  latest: "latest reported",
};

/** "UCDP: low 6, best 6, high 30; best by unnamed officials"; says so where no source fits the rule. */
export function rollupLabel(r: Rollup, o: Names): string {
  const name = RULE_WORDS[r.rule];
  if (r.low === null || r.best === null) return `${name}: no figure`;
  if (r.open && r.low === r.best && (r.high ?? r.low) === r.low)
    return `${name}: ${grouped(r.low)} or more${byWhom(r, o)}`;
  const high = r.open ? `${grouped(r.high ?? r.low)} or more` : grouped(r.high ?? r.low);
  const best = r.rule === "per-source" ? "" : `best ${grouped(r.best)}, `;
  return `${name}: low ${grouped(r.low)}, ${best}high ${high}${byWhom(r, o)}`;
}

/** Whose figures the rule took; those of other sources may stand in the range all the same. */
function byWhom(r: Rollup, o: Names): string {
  const from = r.sources.map((s) => sourceLabel(s, o)).join(", ");
  return from === "" ? "" : `; ${r.rule === "per-source" ? "" : "best "}by ${from}`;
}

/** "6 (0–30)", "6 (6 or more)", "17". */
export function bestLabel(c: {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly open: boolean;
}): string {
  if (c.best === null || c.low === null) return "no figure";
  const high = c.high ?? c.best;
  const range =
    c.low === high
      ? c.open
        ? ` (${grouped(high)} or more)`
        : ""
      : ` (${grouped(c.low)}–${grouped(high)}${c.open ? " or more" : ""})`;
  return `${grouped(c.best)}${range}`;
}

export const STATE_WORDS: Record<InitiativeState, string> = {
  "called-for": "called for",
  offered: "offered",
  welcomed: "welcomed",
  "accepted-by-one": "accepted by some, not by all",
  accepted: "accepted",
  declined: "refused",
  talks: "talks held",
  "talks-scheduled": "talks arranged",
  partial: "agreed in part",
  ceasefire: "ceasefire reached",
  settled: "settlement signed",
  collapsed: "talks broken off",
};

export const CEASEFIRE_WORDS: Record<CeasefireState, string> = {
  announced: "announced",
  "in-force": "in force",
  violated: "breaches reported",
  expired: "its term has run out",
  collapsed: "ended",
};

export const ACT_WORDS: Record<DiplomaticAct, string> = {
  "calls-for": "calls on the parties",
  offers: "offers its help",
  hosts: "hosts talks",
  mediates: "mediates",
  brokers: "brings about an arrangement",
  welcomes: "welcomed",
  accepts: "accepted",
  rejects: "refused",
  "ceasefire-agreed": "ceasefire agreed",
  "ceasefire-violated": "breach of a ceasefire reported",
  "talks-collapse": "talks broken off",
  "schedules-talks": "round of talks arranged",
  agrees: "agreed in part",
  "ceasefire-in-force": "ceasefire in force",
  signs: "settlement signed",
};
