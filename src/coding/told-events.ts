import type { Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates } from "../language/tree.js";
import { headOf } from "./event-clause.js";
import type { EventDraft } from "./event-draft.js";
import { codesAlone } from "./event-phrases.js";
import type { EventWords } from "./event-words.js";
import { actOf } from "./frame-matcher.js";

/*
 * Which drafts of a sentence are told as events.
 */

/** Somebody is named in it, or its word tells enough by itself; talks need two sides. */
export function isTold(s: Sentence, d: EventDraft, words: EventWords): boolean {
  if (isWhereSpoken(s, d, words)) return false;
  // "the mediators, Qatar and Egypt": who mediates is told, between whom elsewhere
  const sides = new Set([...d.actor, ...d.recipient].map((p) => p.code ?? p.words)).size;
  if (d.broker.length > 0 && (d.frame.act === "mediates" || (d.type === "CONSULT" && sides === 0)))
    return true;
  if (
    d.type === "CONSULT" &&
    d.frame.mutual &&
    d.match.kind === "noun" &&
    sides < 2 &&
    headOf(s, d.match) === d.token
  )
    return false;
  return (
    sides + d.broker.length > 0 ||
    d.match.actor.length + d.match.recipient.length > 0 ||
    codesAlone(s, d.match)
  );
}

/** "Walked out of | talks | with Kinshasa": of what is left or called off only that is told. */
export const isLeft = (s: Sentence, d: EventDraft, all: readonly EventDraft[]): boolean =>
  d.type === "CONSULT" &&
  d.match.kind === "noun" &&
  d.frame.mutual &&
  all.some(
    (x) =>
      x.match.kind === "verb" &&
      (x.type === "REJECT" || (x.type === "SANCTION" && actOf(x.match) === "talks-collapse")) &&
      x.contentOf !== d.token &&
      x.token < d.token &&
      [x.token, ...children(s, x.token, "obj", "advmod", "compound:prt")].includes(s.head[d.token]!) &&
      LEAVING.has(baseRelation(s, d.token)),
  );

const LEAVING = new Set(["obl", "nmod", "obj"]);

/** "Speaking at | a discussion | hosted by an institute": where it is said. */
export const isWhereSpoken = (s: Sentence, d: EventDraft, { speaking }: EventWords): boolean =>
  d.type === "CONSULT" &&
  d.match.kind === "noun" &&
  headOf(s, d.match) === d.token &&
  speaking.has(s.lemma[s.head[d.token]!] ?? "") &&
  children(s, d.token, "case").some((c) => /^at$/i.test(s.form[c]!)) &&
  d.actor.length + d.recipient.length === 0;

/** "Rallied outside the ministry to demand her release": the demand of a protest is told by the protest. @see docs/record.md */
export const isDemandOfProtest = (s: Sentence, d: EventDraft, all: readonly EventDraft[]): boolean =>
  d.type === "REQUEST" &&
  d.match.kind === "verb" &&
  baseRelation(s, d.token) === "advcl" &&
  all.some((x) => x.type === "PROTEST" && [x.token, x.match.carrier].includes(s.head[d.token]!));

/** "Killed nine gunmen in three security operations": of what an assault is part, the assault is told. */
export const isInAssault = (s: Sentence, d: EventDraft, all: readonly EventDraft[]): boolean =>
  d.type === "COERCE" &&
  d.mode === null &&
  d.match.kind === "noun" &&
  d.match.carrier < 0 &&
  all.some((x) => x.type === "ASSAULT" && x.match.kind === "verb" && dominates(s, x.token, d.token));
