import { baseRelation } from "../language/tree.js";
import type { Tense } from "../text/resolve-date.js";
import { clauseHead, dateTense, tenseOf } from "./clause-tense.js";
import type { ExpressionPlace } from "./date-governor.js";

/** Tense that a date is read in: of the clause of what it modifies; an object of planning looks ahead. */
export function tenseAt(p: ExpressionPlace, governor: number): Tense {
  const { s, expression: e, from } = p;
  const { words } = p.lexicon;
  if (e.kind === "range" && e.to.kind === "year") return "none";
  if (e.bound === "since") return "past";
  // "officials said Wednesday": beside a verb in the past whatever the clauses around it say
  const before = s.form[from - 1]?.toLowerCase() === "on" ? from - 2 : from - 1;
  if (s.xpos[before] === "VBD" && e.bound === null) return "past";
  const token = governor >= 0 ? governor : from;
  const tense = dateTense(tenseOf(s, token));
  const lemma = s.lemma[token]?.toLowerCase() ?? "";
  // "to get around Wednesday's ruling": what a day is the owner of has been, unless it is a meeting
  if (isOwner(p)) return words.meetings.has(lemma) ? tense : "past";
  if (governor < 0 || tense === "future") return tense;
  if (tense === "present" && isTimetabled(p, clauseHead(s, token))) return "future";
  // "talks scheduled for Monday", "the election due in March", "is expected on Friday"
  if (words.ahead.has(lemma) && s.upos[governor] !== "NOUN" && !saysOn(p, lemma)) return "future";
  // "has scheduled a hearing Thursday"
  const over = s.lemma[s.head[governor]!] ?? "";
  if (baseRelation(s, governor) === "obj" && words.schedules.has(over)) return "future";
  if ((e.kind !== "day" && e.kind !== "month") || e.year !== null) return tense;
  const isVerb = s.upos[governor] === "VERB";
  // "has agreed to a meeting on March 20": the nearest one
  if (isVerb && e.kind === "day" && e.bound === null && words.agreed.has(lemma)) return "none";
  // "the ban, effective Feb. 1": no verb says that it was
  return !isVerb && tense === "past" ? "none" : tense;
}

/** "Talks |resume| on Monday", "who |leaves| office in August". */
function isTimetabled(
  { s, expression: { kind }, lexicon: { words } }: ExpressionPlace,
  verb: number,
): boolean {
  if (!/^VB[ZP]$/.test(s.xpos[verb]!)) return false;
  const lemma = s.lemma[verb]!;
  return words.timetabled.has(lemma) || (kind === "month" && words.timetabled_months.has(lemma));
}

/** "Sunday's". */
const isOwner = ({ s, expression: { end } }: ExpressionPlace): boolean =>
  /^['’]s?\b/.test(s.text.slice(end, end + 3));

/** "planned on Friday", "delayed on Friday" may tell when it was planned; "scheduled for Friday" never does. */
function saysOn({ s, expression: { start } }: ExpressionPlace, lemma: string): boolean {
  if (lemma === "schedule" || lemma === "due" || lemma === "slate" || lemma === "expect") return false;
  return !/(?:for|until|to)\s+(?:the\s+)?$/.test(s.text.slice(Math.max(0, start - 8), start));
}
