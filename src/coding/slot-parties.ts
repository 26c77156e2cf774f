import { baseRelation, children } from "../language/tree.js";
import { type EventClause, partiesAt } from "./event-clause.js";
import { distinct } from "./event-draft.js";
import { withCountry } from "./event-people.js";
import { isFirstPerson, isHyphened } from "./event-phrases.js";
import { mentionAt } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { modifiers, possessors, prepositional, surfaceSubject, withConjuncts } from "./slots.js";

export type SlotRole = "actor" | "recipient";

export const isKnown = (p: PartyRef): boolean => p.code !== null;

/** The parties that fill a slot; those with a code, where there is one. */
export function partiesOf(c: EventClause, tokens: readonly number[], role: SlotRole): PartyRef[] {
  const parties = distinct(tokens.flatMap((t) => partiesOfWord(c, t, role)));
  return parties.filter((p) => isKnown(p) || !parties.some(isKnown));
}

/**
 * The parties of one word: of the mention there, else of the words that modify it ("Pakistani jets", "the killing by Israel"), else
 * those of the event that stands there ("the airstrikes killed 12").
 */
function partiesOfWord(c: EventClause, t: number, role: SlotRole): readonly PartyRef[] {
  const { s, siblings } = c;
  if (isFirstPerson(s, t)) {
    // "Canada condemns … We urge restraint": in a statement without quotation marks who has spoken last
    const speakers = c.context.speakerAt(c.sentence, t);
    return speakers.length > 0 ? speakers : partiesAt(c, t);
  }
  // "our armed forces": the speaker's
  if (children(s, t, "nmod:poss").some((x) => isFirstPerson(s, x))) return c.context.speakerAt(c.sentence, t);
  const mentioned = partiesOfMention(c, t);
  if (mentioned !== null) return mentioned;
  if (s.upos[t] === "PRON") return sayerOf(c, t);
  const named = namedByApposition(c, t);
  if (named.length > 0) return named;
  const event = siblings.find((m) => m.kind === "noun" && m.token === t);
  if (event && role === "actor")
    return partiesOf({ ...c, siblings: siblings.filter((m) => m !== event) }, event.actor, "actor");
  return partiesNear(c, t, role);
}

/** The parties of the mention at a word, or of those whom it stands for; null where no mention there has any. */
function partiesOfMention(c: EventClause, t: number): readonly PartyRef[] | null {
  const { s, parsed, sentence } = c;
  const own = mentionAt(parsed, sentence, t);
  if (!own || own.parties.length === 0) return null;
  // "delegations from Serbia and Kosovo": of no side by themselves
  const joint = own.kind === "description" && s.xpos[t] === "NNS" && isOfPair(c, t);
  const sides =
    joint || own.parties.every((p) => p.code === null && p.country === null) ? partiesBehind(c, t) : [];
  // "delegations from Chad and the rebels": of both, where the noun was taken for the first one's
  const several = own.kind === "description" && s.xpos[t] === "NNS" ? partiesBehind(c, t) : [];
  if (several.length > own.parties.length && own.parties.every((p) => several.some((x) => x.code === p.code)))
    return several;
  // "pro-government fighters of the 444 Brigade": its
  if (sides.length > 1 || (sides.length === 1 && own.kind === "description" && own.parties.some(isArmed)))
    return sides;
  if (!own.parties.some(isKnown)) {
    const named = namedByApposition(c, t);
    if (named.length > 0) return named;
  }
  return [
    ...joinedOwners(c, t, own.from),
    ...own.parties.map((p) => withCountry(parsed, sentence, t, p, c.lexicon.words)),
  ];
}

/** "Delegations |from Serbia and Kosovo|". */
const partiesBehind = (c: EventClause, t: number): PartyRef[] =>
  distinct(
    ["of", "from"]
      .flatMap((p) => prepositional(c.s, t, p))
      .flatMap((o) => partiesAt(c, o))
      .filter(isKnown),
  );

/** "The foreign ministers | of the two countries": theirs, with nobody named before it. */
function isOfPair({ s, parsed, sentence }: EventClause, t: number): boolean {
  const ofSeveral = prepositional(s, t, "of").some((o) => {
    const m = mentionAt(parsed, sentence, o);
    return m?.kind === "anaphor" && new Set(m.parties.map((p) => p.code)).size > 1;
  });
  return ofSeveral && modifiers(s, t).every((x) => mentionAt(parsed, sentence, x)?.kind !== "name");
}

/** "Three members of the council, | Gabon, Ghana and Kenya |, condemned", "by the Front, | a rebel group, which blamed": one and the other. */
function namedByApposition(c: EventClause, t: number): readonly PartyRef[] {
  const { s, parsed, sentence } = c;
  if (s.upos[t] !== "NOUN") return [];
  const beside = children(s, t, "appos").filter((a) => s.form[a - 1] === "," || /^DT$/.test(s.xpos[a - 1]!));
  const over = baseRelation(s, t) === "appos" ? s.head[t]! : -1;
  // "Egypt, Saudi Arabia and Qatar, | the three countries | that proposed it"
  const first = over >= 0 && baseRelation(s, over) === "conj" ? s.head[over]! : over;
  const above = over < 0 ? [] : s.xpos[t] === "NNS" ? withConjuncts(s, [first]) : [over];
  return [...beside.flatMap((a) => [a, ...children(s, a, "conj")]), ...above]
    .filter((a) => mentionAt(parsed, sentence, a)?.kind === "name")
    .flatMap((a) => partiesAt(c, a))
    .filter(isKnown);
}

const ARMED = new Set(["REB", "UAF", "MIL", "PRM"]);
export const isArmed = (p: PartyRef): boolean => p.sector !== null && ARMED.has(p.sector);

/** "|Russia and| Turkey's foreign ministers": whose they also are. */
function joinedOwners(c: EventClause, token: number, from: number): readonly PartyRef[] {
  const { s } = c;
  const and = s.form[from - 1]?.toLowerCase() === "the" ? from - 2 : from - 1;
  if (s.xpos[token] !== "NNS" || s.form[and]?.toLowerCase() !== "and") return [];
  return children(s, token, "compound", "nmod", "amod")
    .filter((t) => t < and)
    .flatMap((t) => partiesAt(c, t));
}

/** "Syria says it is willing": a pronoun that nothing else resolves, subject of what somebody says, is whoever says it. */
function sayerOf(c: EventClause, pronoun: number): readonly PartyRef[] {
  const { s } = c;
  const verb = s.head[pronoun]!;
  const saying = verb >= 0 && baseRelation(s, verb) === "ccomp" ? s.head[verb]! : -1;
  if (saying < 0 || !["it", "they", "he", "she"].includes(s.form[pronoun]!.toLowerCase())) return [];
  // '"They will pay," the minister said': in a speaker's own words they are somebody else
  const [low, high] = [Math.min(pronoun, saying), Math.max(pronoun, saying)];
  if (s.form.slice(low, high).some((f) => /^["“”»’']$/.test(f))) return [];
  return surfaceSubject(s, saying).flatMap((t) => partiesAt(c, t));
}

/** The subject of the clause that an event noun stands in: "Islamabad regretted the collapse of talks with the Taliban". */
export function clauseSubject(c: EventClause): readonly PartyRef[] {
  const { s, match } = c;
  for (let i = s.head[match.token]!, steps = 0; i >= 0 && steps < 6; i = s.head[i]!, steps++) {
    if (s.upos[i] !== "VERB") continue;
    const subject = surfaceSubject(s, i).filter((t) => t !== match.token);
    const parties = subject.flatMap((t) => partiesAt(c, t));
    if (parties.length > 0) return parties;
    if (baseRelation(s, i) === "acl") continue;
    return [];
  }
  return [];
}

/** Parties that possess a noun or modify it. */
export const ownersOf = (c: EventClause, token: number): readonly PartyRef[] =>
  [...possessors(c.s, token), ...modifiers(c.s, token), ...prepositional(c.s, token, "by")].flatMap((t) =>
    partiesAt(c, t),
  );

/** Parties among a noun's possessors, modifiers and `of` phrases: "Pakistan's jets", "units of the army", "part of a Karen stronghold". */
function partiesNear(c: EventClause, token: number, role: SlotRole, within = 1): readonly PartyRef[] {
  const { s } = c;
  const places = role === "recipient" ? ["of", "from", "in", "near", "inside", "for"] : ["of", "from"];
  // "two of its protocols": what is only theirs is not they
  const owners = possessors(s, token).filter((t) => within > 0 || s.upos[t] !== "PRON");
  const heads = [owners, modifiers(s, token), ...places.map((p) => prepositional(s, token, p))];
  for (const group of heads) {
    const own = group.filter((t) => !isHyphened(s, t + 1));
    const parties = own.flatMap((t) => partiesAt(c, t));
    if (parties.length > 0) return parties;
  }
  // "a lorry hired by the UN"
  const { owning } = c.lexicon.words;
  for (const verb of children(s, token, "acl").filter((v) => owning.has(s.lemma[v]!.toLowerCase()))) {
    const parties = prepositional(s, verb, "by").flatMap((t) => partiesAt(c, t));
    if (role === "recipient" && parties.length > 0) return parties;
  }
  return within === 0
    ? []
    : prepositional(s, token, "of").flatMap((t) => partiesNear(c, t, role, within - 1));
}
