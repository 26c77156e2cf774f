import type { Sentence } from "../language/sentence.js";
import { baseRelation, children, subtree } from "../language/tree.js";
import type { DateInterval } from "../text/civil-date.js";
import { type DateExpression, isDating } from "../text/date-expression.js";
import { distanceFrom } from "../text/resolve-date.js";
import { isAbout } from "./clause-scope.js";

/** A date expression in its sentence: tokens `from` … `to` (excluded), the token it modifies (-1: none), the days it means. */
export interface ReachingDate {
  readonly expression: DateExpression;
  readonly from: number;
  readonly to: number;
  readonly governor: number;
  readonly interval: DateInterval;
}

/**
 * How a date of a sentence bears on an event of it that it does not modify: `same` time, the event came `after` or `before` what
 * the date belongs to, was `said` then; `apart`: it tells nothing about the event. `mark` is the word between the two, or -1.
 */
export interface Reach {
  readonly kind: "same" | "after" | "before" | "said" | "apart";
  readonly mark: number;
}

const LATER: ReadonlySet<string> = new Set(["after", "following", "since"]);
const EARLIER: ReadonlySet<string> = new Set(["before", "until", "till"]);
const WHERE: ReadonlySet<string> = new Set(["where", "when", "whereupon"]);
const NOTHING: ReadonlySet<string> = new Set([
  "despite",
  "than",
  "although",
  "though",
  "unless",
  "if",
  "against",
  "for",
  "to",
  "because",
]);

/** Reads the words on the way from the date's governor and from the token up to where they meet. */
export function reachOf(s: Sentence, date: ReachingDate, token: number): Reach {
  const clause = date.from < token ? bySurface(s, date, token) : null;
  if (clause !== null) return clause;
  const start = date.governor >= 0 ? date.governor : date.from;
  const up = pathOf(s, token);
  const down = pathOf(s, start);
  const meet = down.find((t) => up.includes(t)) ?? -1;
  const above = up.slice(0, up.indexOf(meet) < 0 ? up.length : up.indexOf(meet));
  const below = down.slice(0, down.indexOf(meet) < 0 ? down.length : down.indexOf(meet));
  let kind: Reach["kind"] = "same";
  for (const t of below) {
    const turn = linkOf(s, t);
    if (turn.kind === "later") return { kind: "after", mark: turn.mark };
    if (turn.kind === "earlier") return { kind: "before", mark: turn.mark };
    if (turn.kind === "apart" || turn.kind === "aside") return { kind: "apart", mark: turn.mark };
    // the date is in what is said, the event is the saying; two things said beside each other go together
    if (turn.kind === "content" && !above.some((a) => linkOf(s, a).kind === "content")) kind = "apart";
  }
  if (kind === "apart") return { kind, mark: -1 };
  for (const t of above) {
    const turn = linkOf(s, t);
    if (turn.kind === "later") return { kind: "before", mark: turn.mark };
    if (turn.kind === "earlier") return { kind: "after", mark: turn.mark };
    if (turn.kind === "apart" || (turn.kind === "aside" && isActor(s, s.head[t]!) && !isNarrow(s, t)))
      return { kind: "apart", mark: turn.mark };
    if (turn.kind === "content" && isAbout(s, s.head[t]!) && s.head[t] === meet) kind = "said";
  }
  if (kind === "said" && below.some((t) => linkOf(s, t).kind === "content")) kind = "same";
  if (kind === "same" && below.length === 0 && above.length > 0 && isAbout(s, meet)) kind = "said";
  return kind === "same" ? (bySurface(s, date, token) ?? { kind, mark: -1 }) : { kind, mark: -1 };
}

/**
 * A mark between the two that the tree does not show: "the deadliest since the fall of the city last month"; "the four-day conflict in
 * May, which erupted after troops crossed the line".
 */
function bySurface(s: Sentence, date: ReachingDate, token: number): Reach | null {
  const ahead = date.from > token;
  const [first, last] = ahead
    ? [token + 1, date.from - 1]
    : [Math.max(date.to, token - MOST_WORDS), token - 1];
  for (let i = last; i >= first; i--) {
    const word = s.form[i]!.toLowerCase();
    if (s.form[i] === "," || s.form[i] === ";") return null;
    if (s.upos[i] !== "ADP" && s.upos[i] !== "SCONJ" && s.upos[i] !== "VERB") continue;
    if (LATER.has(word)) return { kind: ahead ? "after" : "before", mark: i };
    if (EARLIER.has(word) && i + 1 < date.from) return { kind: ahead ? "before" : "after", mark: i };
    if (word === "despite") return { kind: "apart", mark: i };
    // a clause of its own between the mark and the event
    if (!ahead && s.upos[i] === "VERB") return null;
  }
  return null;
}

/** Words back from an event in which a mark still begins its clause. */
const MOST_WORDS = 6;

function pathOf(s: Sentence, token: number): number[] {
  const out: number[] = [];
  for (let t = token; t >= 0 && !out.includes(t); t = s.head[t]!) out.push(t);
  return out;
}

/** The first word of what hangs on a token. */
const beginOf = (s: Sentence, t: number): number => {
  const first = subtree(s, t)[0]!;
  return s.upos[first] === "PUNCT" ? first + 1 : first;
};

type Link = "same" | "later" | "earlier" | "apart" | "aside" | "content";

/** What the link from a word to its head does to the time. */
function linkOf(s: Sentence, t: number): { readonly kind: Link; readonly mark: number } {
  const relation = baseRelation(s, t);
  for (const m of children(s, t, "mark", "case", "advmod")) {
    if (m > t) continue;
    const word = s.form[m]!.toLowerCase();
    if (relation !== "advmod" && LATER.has(word)) return { kind: "later", mark: m };
    if (relation !== "advmod" && EARLIER.has(word)) return { kind: "earlier", mark: m };
    if (
      NOTHING.has(word) &&
      (word !== "to" || relation === "nmod" || relation === "obl") &&
      s.upos[m] !== "PART"
    )
      return { kind: "apart", mark: m };
  }
  // "was in Moscow, where he met the president": goes on with the telling
  const goesOn = children(s, t, "advmod").some((m) => WHERE.has(s.form[m]!.toLowerCase()));
  if (s.relation[t] === "acl:relcl" && !goesOn) return { kind: "aside", mark: -1 };
  // "a soldier was hurt on 6 May; the ministry blamed mines": told beside each other
  if (relation === "parataxis" && /^[;:]$/.test(s.form[beginOf(s, t) - 1] ?? "") && !isAbout(s, s.head[t]!))
    return { kind: "same", mark: -1 };
  if (relation === "ccomp" || relation === "parataxis") return { kind: "content", mark: -1 };
  return { kind: "same", mark: -1 };
}

/** "Gunfire at Spin Boldak which killed five people": no comma before "which", so it tells of what was just told. */
function isNarrow(s: Sentence, t: number): boolean {
  for (let i = t - 1; i > s.head[t]!; i--)
    if (/^(which|that)$/i.test(s.form[i]!)) return s.form[i - 1] !== ",";
  return false;
}

/** "Traore, who seized power …": what a clause tells of somebody may be of any time. */
function isActor(s: Sentence, t: number): boolean {
  return (
    t >= 0 &&
    (s.upos[t] === "PROPN" || s.upos[t] === "PRON" || s.words.acting.has(s.lemma[t]?.toLowerCase() ?? ""))
  );
}

// Distances ---------------------------------------------------------------------------------------------------------------

/** The time of what came so long after or before `base` ("five months after they seized the vessel"); null where no distance is told. */
export function atDistance(
  reach: Reach,
  base: DateInterval,
  dates: readonly ReachingDate[],
): DateInterval | null {
  if (base.from === null || base.to === null || (reach.kind !== "after" && reach.kind !== "before"))
    return null;
  const said = dates.find((d) => d.to === reach.mark)?.expression;
  if (said?.kind !== "duration") return null;
  const interval = distanceFrom(said.count, reach.kind === "after" ? 1 : -1, base);
  return interval.basis === "unknown" ? null : { ...interval, basis: "inferred" };
}

/** The distance to a main clause that a subordinate one is told at: "…, a day after troops shelled the port"; null where none is. */
export function distanceAt(s: Sentence, token: number, dates: readonly ReachingDate[]): Reach | null {
  // "…, a day after the government banned rallies": all up to the next comma
  for (let i = token - 1; i >= 0 && s.form[i] !== "," && s.form[i] !== ";"; i--) {
    const word = s.form[i]!.toLowerCase();
    if (!LATER.has(word) && !EARLIER.has(word)) continue;
    if (!dates.some((d) => d.to === i && d.expression.kind === "duration")) break;
    return { kind: LATER.has(word) ? "before" : "after", mark: i };
  }
  for (const t of pathOf(s, token)) {
    const link = linkOf(s, t);
    if (link.kind === "content") return null;
    if (link.kind !== "later" && link.kind !== "earlier") continue;
    const counted = dates.some((d) => d.to === link.mark && !isDating(d.expression));
    return counted ? { kind: link.kind === "later" ? "before" : "after", mark: link.mark } : null;
  }
  return null;
}
