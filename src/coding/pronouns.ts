import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { GROUP, NEIGHBOUR, PERSON, THING } from "./anaphors.js";
import { type Context, filled, isSubject, isVerbOf } from "./coreference-context.js";
import type { Entity } from "./entity.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";
import { isPossessive } from "./party-items.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";
import { coordinated } from "./quarrel.js";

/** "he", "it", "its", "they", "both sides", "its neighbours": null, or without parties, where nobody is found. */
export function resolvePronoun(c: Context, d: MentionDraft): MentionDraft | null {
  const { s, i, discourse, lexicon } = c;
  const word = lower(s, d.from);
  const last = lower(s, d.to - 1);
  const ahead = subjectAhead(c, d);
  if (ahead && (PERSON.test(word) ? isPerson(ahead) : THING.test(word) && !isPerson(ahead)))
    return filled(s, d, { parties: ahead.parties, person: PERSON.test(word) ? ahead.person : null });
  if (NEIGHBOUR.test(last)) return resolveNeighbours(c, d);
  if (word === "former" || word === "latter") {
    const pair = discourse.lastPair(i);
    return pair ? filled(s, d, { parties: [word === "former" ? pair[0] : pair[1]], person: null }) : null;
  }
  const isStyled = isWord(lexicon, "styles", last);
  if (isStyled || PERSON.test(word)) {
    const who = (isStyled ? discourse.ownPerson() : null) ?? discourse.person(s, i, d.from);
    return who ? filled(s, d, who) : { ...d, parties: [] };
  }
  if (THING.test(word)) {
    const parties = speakerGoingOn(c, d) ?? thingAt(c, d.from, s.xpos[d.from] === "PRP$")?.parties ?? null;
    return parties ? filled(s, d, { parties, person: null }) : null;
  }
  if (GROUP.test(word)) {
    const who = discourse.several(s, i, d.from);
    return who ? filled(s, d, { parties: who.parties, person: who.plural ? null : who.person }) : null;
  }
  return resolvePair(c, d);
}

/** "both sides", "the two leaders", "each government" */
function resolvePair(c: Context, d: MentionDraft): MentionDraft {
  const { s, i, discourse, lexicon, out } = c;
  // "accused Oman and Jordan; |both| denied it": two whom the sentence has just joined
  const joined =
    d.to - d.from === 1
      ? coordinated(
          s,
          out.filter((m) => m.to <= d.from),
        ).at(-1)
      : undefined;
  if (joined) return filled(s, d, { parties: joined, person: null });
  const noun = lower(s, d.to - 1);
  // "the two leaders" are persons who were named together
  const persons = isWord(lexicon, "person_pairs", noun) ? discourse.twoPersons(i, d.from) : null;
  // "each government": states before the groups in them
  const states = () => (/^governments?$/.test(noun) ? discourse.pair(i, d.from, true) : null);
  const talking = isWord(lexicon, "talking_pairs", noun) ? discourse.talkers(i, d.from) : null;
  const pair =
    persons ?? talking ?? states() ?? discourse.pair(i, d.from, isWord(lexicon, "state_pairs", noun));
  return pair ? filled(s, d, { parties: pair, person: null }) : { ...d, parties: [] };
}

const isPerson = (m: MentionDraft): boolean =>
  m.person !== null || m.role?.kind === "office" || (m.role?.kind === "people" && !m.role.plural);

/** "Although |it| lost a helicopter, |the army| denied …": the subject of the main clause, where the clause before it opens the sentence. */
function subjectAhead(c: Context, d: MentionDraft): MentionDraft | null {
  const { s, i } = c;
  if (s.upos[0] !== "SCONJ" && !(s.xpos[0] === "VBG" && d.from < 12)) return null;
  const comma = s.form.indexOf(",", d.to);
  if (comma < 0 || c.out.some((m) => m.kind !== "anaphor" && m.agent && m.parties[0]?.code)) return null;
  let top = d.head;
  for (let steps = 0; s.head[top]! >= 0 && steps < 12; steps++) top = s.head[top]!;
  const main = (c.mentions[i] ?? []).find(
    (m) => m.from > comma && m.kind !== "anaphor" && m.agent && isSubject(s, m) && s.head[m.head] === top,
  );
  if (!main) return null;
  const found = main.settled ? main : c.resolve(main);
  return found?.parties[0]?.code ? found : null;
}

/** "…, it added", "It said …": who spoke last, where the sentence has named nobody else who speaks; else null. */
function speakerGoingOn(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  return saysAlone(c, d.from) && !hasSpeakerBefore(c, d.from) ? c.discourse.lastInstitution(c.i, 2) : null;
}

/** Subject of a verb of saying in the main clause. */
function saysAlone(c: Context, t: number): boolean {
  const { s } = c;
  const v = s.head[t]!;
  if (baseRelation(s, t) !== "nsubj" || v < t || v > t + 3 || !isVerbOf(c, "saying", v)) return false;
  return t === 0 || /^[,"”'’]$/.test(s.form[t - 1]!);
}

/** `The ministry denied this: "…," it said`: the sentence has named who speaks. */
const hasSpeakerBefore = (c: Context, t: number): boolean =>
  c.out.some(
    (m) => m.to <= t && m.parties.length > 0 && isSubject(c.s, m) && isVerbOf(c, "saying", c.s.head[m.head]!),
  );

/** What "it" or "its" at a token stands for; null where nothing is found. `owns`: whose something is. */
export function thingAt({ s, i, discourse, lexicon }: Context, t: number, owns: boolean): Entity | null {
  const sayer = owns && lower(s, t + 1) === "own" ? sayerAbove(s, t, lexicon) : -1;
  const said = sayer >= 0 ? discourse.covering(i, sayer) : null;
  if (said) return said;
  const harmed = owns ? Math.max(complainant(s, t, lexicon), punished(s, t, lexicon)) : -1;
  if (harmed >= 0) return discourse.covering(i, harmed);
  const killer = owns ? killerOf(s, t, lexicon) : -1;
  const by = killer >= 0 ? discourse.covering(i, killer) : null;
  return discourse.body(s, i, t, controllerOf(s, t), by?.parties[0]?.code ?? null);
}

/** "|The army| hit a base of the front and killed five of its fighters": token of who kills them, who is not whose they are, or -1. */
function killerOf(s: Sentence, t: number, lexicon: PartyLexicon): number {
  let v = s.head[t]!;
  for (let steps = 0; v >= 0 && steps < 4 && s.upos[v] !== "VERB"; steps++) v = s.head[v]!;
  if (v < 0 || v > t || lower(s, t + 1) === "own" || !isWord(lexicon, "harming_people", s.lemma[v]!))
    return -1;
  for (let steps = 0; v >= 0 && steps < 4; v = s.head[v]!, steps++) {
    const subject = child(s, v, "nsubj");
    if (subject >= 0) return subject;
    if (!/^(?:conj|xcomp|advcl)/.test(s.relation[v]!)) return -1;
  }
  return -1;
}

/** "accused Kabul of letting its soil be used": the owner is who is accused, not the subject. Token of the verb, or -1. */
function controllerOf(s: Sentence, t: number): number {
  let v = s.head[t]!;
  for (let steps = 0; v >= 0 && steps < 6 && s.upos[v] !== "VERB"; steps++) v = s.head[v]!;
  if (v < 0 || v >= t || s.xpos[v] !== "VBG" || child(s, v, "nsubj") >= 0) return -1;
  return /^(of|for|from)$/.test(lower(s, v - 1)) ? v : -1;
}

/** "Armenia said that Azerbaijan had shelled its villages": token of the subject of the saying, or -1. */
function complainant(s: Sentence, t: number, lexicon: PartyLexicon): number {
  const noun = s.head[t]!;
  let v = noun < 0 ? -1 : s.head[noun]!;
  for (let steps = 0; v >= 0 && steps < 3 && s.upos[v] !== "VERB"; steps++) v = s.head[v]!;
  if (v < 0 || v > t || !isWord(lexicon, "harming", s.lemma[v]!)) return -1;
  const above = s.head[v]!;
  if (above < 0 || s.upos[above] !== "VERB" || !/^(ccomp|advcl|xcomp|acl)/.test(s.relation[v]!)) return -1;
  return child(s, above, "nsubj");
}

/** "|A rebel source| said the army had begun it and that two of its own men had died": token of who says so of his own, or -1. */
function sayerAbove(s: Sentence, t: number, lexicon: PartyLexicon): number {
  for (let v = s.head[t]!, steps = 0; v >= 0 && steps < 8; v = s.head[v]!, steps++) {
    if (s.upos[v] !== "VERB" || !isWord(lexicon, "saying", s.lemma[v]!)) continue;
    const sayer = child(s, v, "nsubj");
    if (sayer >= 0 && sayer < t) return sayer;
  }
  return -1;
}

/** "the sanctions imposed on |Iraq| after its invasion": token of who is punished for it, or -1. */
function punished(s: Sentence, t: number, lexicon: PartyLexicon): number {
  const deed = s.head[t]!;
  if (deed < 0 || !isUnder(s, deed, /^(?:after|over|for|following)$/)) return -1;
  const over = s.head[deed]!;
  if (over < 0) return -1;
  const who = [over, ...children(s, over, "obl", "nmod")].find(
    (k) =>
      k < t &&
      isUnder(s, k, /^(?:on|upon|against)$/) &&
      isWord(lexicon, "punishing", s.lemma[s.head[k]!] ?? ""),
  );
  return who ?? -1;
}

const isUnder = (s: Sentence, t: number, preposition: RegExp): boolean =>
  children(s, t, "case").some((c) => preposition.test(lower(s, c)));

/** "its neighbours", "Chad's neighbour", "the neighbours" of each other. */
function resolveNeighbours({ s, i, discourse }: Context, d: MentionDraft): MentionDraft | null {
  const plural = /s$/.test(lower(s, d.to - 1));
  let of: NamedParty | null = null;
  if (s.xpos[d.from] === "PRP$") of = discourse.body(s, i, d.from, -1)?.parties[0] ?? null;
  else if (isPossessive(s, d.from - 1)) of = discourse.endingAt(i, d.from - 1)?.parties[0] ?? null;
  if (of?.country) {
    const others = discourse.neighboursOf(of.country, !plural);
    const parties = plural ? others : others.slice(0, 1);
    return parties.length > 0 ? filled(s, d, { parties, person: null }) : null;
  }
  const pair = plural ? discourse.pair(i, d.from, true) : null;
  return pair ? filled(s, d, { parties: pair, person: null }) : null;
}
