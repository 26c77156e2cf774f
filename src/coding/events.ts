import type { Sentence } from "../language/sentence.js";
import { baseRelation, depth } from "../language/tree.js";
import type { EventContext, EventLexicons } from "./event-clause.js";
import type { EventDraft } from "./event-draft.js";
import { eventDrafts } from "./event-drafts.js";
import { isOutcomeOfFight, mergeWithinSentence } from "./event-merging.js";
import {
  blamingDoers,
  byAuthorities,
  ofOwnPeople,
  withAuthorities,
  withCountries,
  withGroup,
} from "./event-people.js";
import { type FrameMatch, matchFrames } from "./frame-matcher.js";
import type { FrameLexicon } from "./frames.js";
import { asHeadlinePassive } from "./headline-passive.js";
import { isOfMishap, tellsOfMishaps } from "./mishaps.js";
import { findObligations } from "./obligations.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import type { Section } from "./sections.js";
import { doneAlike, sidesOf, undertaken, withSides, withSidesOfClause, withTalksOf } from "./sides-beside.js";
import { isOfWork } from "./stories.js";
import { isDemandOfProtest, isInAssault, isLeft, isTold } from "./told-events.js";

/** All events that a section of a report tells, sentence by sentence, the main clause's first. */
export function findEvents(
  parsed: ParsedReport,
  lexicons: EventLexicons,
  context: EventContext,
  section: Pick<Section, "from" | "to"> = { from: 0, to: parsed.sentences.length },
): EventDraft[] {
  const told = parsed.sentences.slice(section.from, section.to);
  const isAllOfMishap = tellsOfMishaps(told, lexicons.frames.classes);
  const out: EventDraft[] = [];
  for (let k = section.from; k < section.to; k++)
    out.push(...eventsOf(parsed, k, lexicons, { ...context, isAllOfMishap, before: out }));
  return out;
}

interface SentenceContext extends EventContext {
  readonly isAllOfMishap: boolean;
  /** Events of the sentences before. */
  readonly before: readonly EventDraft[];
}

function eventsOf(
  parsed: ParsedReport,
  sentence: number,
  lexicons: EventLexicons,
  context: SentenceContext,
): EventDraft[] {
  const { classes, words } = lexicons.frames;
  const { home, group, isAllOfMishap } = context;
  const { view, matches } = matchesOf(parsed, sentence, lexicons.frames);
  const s = view.sentences[sentence]!;
  const drafts = eventDrafts(view, matches, lexicons, context);
  const merged = mergeWithinSentence(
    s,
    drafts.filter((d) => !isOutcomeOfFight(s, d, drafts)).map((d) => withTalksOf(s, d, drafts)),
    words,
  ).sort((a, b) => salience(s, a) - salience(s, b) || a.token - b.token);
  const sides = sidesOf(merged) ?? sidesOf(context.before.slice(-SIDES_WITHIN).reverse());
  const told = merged
    .map((d) => withSides(s, withSidesOfClause(s, d, merged), sides, words))
    .filter((d) => isTold(s, d, words) && !isOfWork(s, d.token, classes))
    .filter((d) => !isOfMishap(s, d, merged, classes, isAllOfMishap))
    .filter((d) => !isInAssault(s, d, merged) && !isDemandOfProtest(s, d, merged) && !isLeft(s, d, merged))
    .map((d, _, all) => withCountries(view, withGroup(view, d, group, classes), { home, all, words }))
    .map((d) => byAuthorities(view, d, classes, home))
    .map((d) => ofOwnPeople(s, d, classes))
    .map((d) => withAuthorities(d, home))
    .map((d, _, all) => blamingDoers(s, d, all, words));
  return [...told, ...told.flatMap(undertaken), ...told.flatMap((d) => doneAlike(view, d))];
}

/** The triggers of a sentence; where a headline's main verb tells nothing as an active verb, as a passive. */
function matchesOf(
  parsed: ParsedReport,
  sentence: number,
  lexicon: FrameLexicon,
): { view: ParsedReport; matches: FrameMatch[] } {
  const active = matchFrames(parsed, sentence, lexicon);
  const root = parsed.sentences[sentence]!.head.indexOf(-1);
  const isTold = active.some((m) => m.kind === "verb" && m.token === root);
  const passive = isTold ? null : asHeadlinePassive(parsed, sentence);
  const view = passive ?? parsed;
  const found = passive ? matchFrames(passive, sentence, lexicon) : active;
  // somebody must do something, or an act must end: "the raids must stop"
  const obligations = findObligations(view.sentences[sentence]!, sentence).filter((m) =>
    m.recipient.some((t) => mentionAt(parsed, sentence, t) || found.some((f) => f.token === t)),
  );
  return { view, matches: [...found, ...obligations] };
}

/** How many events back the sides of "the clashes" are looked for. */
const SIDES_WITHIN = 12;

/** Lower is told first: the main clause before what hangs on it, and what is governed by another event last. */
function salience(s: Sentence, d: EventDraft): number {
  return (d.contentOf >= 0 ? 100 : 0) + clauseDepth(s, d.match.carrier >= 0 ? d.match.carrier : d.token);
}

/** Depth counted without the clauses of saying above: "X said that Y attacked" tells of the attack. */
function clauseDepth(s: Sentence, token: number): number {
  let steps = 0;
  for (let i = token; i >= 0; i = s.head[i]!) {
    const relation = baseRelation(s, i);
    if (relation !== "ccomp" && relation !== "root" && relation !== "parataxis" && relation !== "conj")
      steps++;
    if (steps > s.form.length) break;
  }
  return Math.min(steps, depth(s, token));
}
