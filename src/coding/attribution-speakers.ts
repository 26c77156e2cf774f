import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { isFiniteVerb } from "./attribution-clauses.js";
import {
  type Draft,
  haveBefore,
  inClass,
  lower,
  quoteClosingBefore,
  type SentenceView,
} from "./attribution-view.js";
import {
  isNominal,
  isTimeNoun,
  isTimeWord,
  type NounPhrase,
  phraseAt,
  phraseBefore,
  phraseOf,
} from "./noun-phrases.js";
import { subjectsOf, surfaceSubject } from "./slots.js";

/** The left edge of a verb's group: its auxiliaries, negation and adverbs ("|has repeatedly| denied"). */
export function groupStart(v: SentenceView, verb: number): number {
  const { s } = v;
  let g = verb;
  while (
    g > 0 &&
    (/^(?:AUX|ADV|PART)$/.test(s.upos[g - 1]!) ||
      s.relation[g - 1]!.startsWith("aux") ||
      // "has |since| called on"
      (lower(v, g - 1) === "since" && s.xpos[g] === "VBN" && s.lemma[g - 2] === "have")) &&
    s.form[g - 1] !== "to"
  )
    g--;
  if (g === verb) {
    const has = haveBefore(s, s.upos, verb);
    if (has >= 0) return groupStart(v, has);
  }
  return g;
}

/** Whether a verb stands in the passive, told from its auxiliaries before its tree. */
export function standsPassive(v: SentenceView, verb: number): boolean {
  const { s } = v;
  if (s.xpos[verb] !== "VBN" && s.xpos[verb] !== "VBD") return false;
  for (let k = verb - 1; k >= 0 && k >= verb - 5; k--) {
    const lemma = s.lemma[k]!;
    if (s.upos[k] === "AUX" || lemma === "be" || lemma === "have" || lemma === "get") {
      if (lemma === "be" || (lemma === "get" && s.xpos[verb] === "VBN")) return true;
      return false;
    }
    if (s.upos[k] !== "ADV" && s.upos[k] !== "PART") break;
  }
  return s.xpos[verb] === "VBN" && reducedPassive(v, verb);
}

/** "a charge |denied| by Kigali": a participle after its noun. */
function reducedPassive(v: SentenceView, verb: number): boolean {
  const { s } = v;
  if (verb === 0 || child(s, verb, "nsubj") >= 0) return false;
  let k = verb - 1;
  while (k > 0 && s.upos[k] === "ADV") k--;
  // "the shadow government, |known| as the NUG, said"
  // "the army, |accused| by rights groups of killing 130 people"
  if (s.form[k] === "," && k > 0 && /^(?:as|by)$/.test(lower(v, verb + 1))) k--;
  if (!isNominal(s, k) || s.upos[k] === "PRON") return false;
  return lower(v, verb + 1) === "by" || (baseRelation(s, verb) === "acl" && s.relation[verb] !== "acl:relcl");
}

/** The phrase after "by" that names who did it, within a few words of the verb. */
export function byPhrase(v: SentenceView, verb: number, deep = true): NounPhrase | null {
  const { s } = v;
  for (let k = verb + 1; k < v.end && k < verb + 7; k++) {
    if (lower(v, k) === "by" && s.xpos[k + 1] !== "VBG") return phraseAt(s, k + 1, deep);
    if (s.upos[k] === "PUNCT" || s.upos[k] === "VERB") break;
  }
  for (const t of children(s, verb, "obl")) {
    if (child(s, t, "case") >= 0 && lower(v, child(s, t, "case")) === "by") return phraseOf(s, t);
  }
  return null;
}

/** Who speaks: a phrase, the speaker of an earlier cue of this sentence, or nobody. */
export interface Speaker {
  readonly phrase: NounPhrase | null;
  /** The one who spoke last, where the sentence does not name anybody. */
  readonly running: boolean;
  readonly by: "tree" | "surface";
}

/** The subject of an active cue; null where the verb has none that could speak. */
export function speakerOf(v: SentenceView, verb: number, earlier: readonly Draft[]): Speaker | null {
  const { s } = v;
  const g = groupStart(v, verb);
  const hasBe = g < verb && range(g, verb).some((k) => s.lemma[k] === "be" && s.upos[k] === "AUX");
  const outermost = earlier.filter((d) => !d.nominal && !earlier.some((o) => o !== d && covers(o, d)));
  const last = outermost.filter((d) => d.source !== null || d.running).at(-1) ?? null;
  if (s.xpos[verb] === "VBG" && !hasBe) return participleSpeaker(v, verb, g, last);
  if (s.xpos[verb] === "VB" && lower(v, g - 1) === "to") {
    const governor = s.head[verb]!;
    if (governor < 0 || !inClass(v, "rising", s.lemma[governor]!)) return null;
    return fromTree(v, verb);
  }
  const subjects = subjectsOf(s, verb, "nsubj").filter((t) => t < verb && !isTimeNoun(s, t));
  // "airstrikes, which |Moscow| said hit a depot": not the pronoun
  const own = subjects.find((t) => !/^(?:who|which|that)$/.test(lower(v, t))) ?? subjects[0];
  const before = withQualifier(s, phraseBefore(s, g));
  // "a nurse who spoke to |us| said"
  const near = before && /^(?:me|us|him|them)$/.test(lower(v, before.head)) ? null : before;
  if (own !== undefined) {
    const relative = /^(?:who|which|that)$/.test(lower(v, own)) && own > 0;
    if (relative) return relativeSpeaker(v, own) ?? fromTree(v, verb);
    const phrase = withJoined(s, phraseOf(s, own), g);
    const gap = range(phrase.to, g);
    if (
      phrase.to <= g &&
      sameQuote(v, own, verb) &&
      !gap.some((k) => isFiniteVerb(v, k) && s.margin[own]! < 60)
    )
      return { phrase: fuller(s, phrase, near), running: false, by: "tree" };
  }
  if (near && sameQuote(v, near.head, verb)) {
    if (/^(?:who|which|that)$/.test(lower(v, near.head)) && near.to - near.from === 1)
      return relativeSpeaker(v, near.head);
    return { phrase: near, running: false, by: "surface" };
  }
  if (g > 0 && /^(?:who|which|that)$/.test(lower(v, g - 1))) return relativeSpeaker(v, g - 1);
  // "The minister, a former general, said": over the aside
  if (g > 0 && s.form[g - 1] === "," && quoteClosingBefore(v, g) === null) {
    for (let k = g - 2; k > 0 && k > g - 30; k--) {
      if (s.form[k] !== ",") continue;
      const phrase = phraseBefore(s, k);
      if (phrase && sameQuote(v, phrase.head, verb) && opensClause(v, phrase.from))
        return {
          phrase: /^VB/.test(s.xpos[k + 1]!) ? phrase : { ...phrase, to: g - 1 },
          running: false,
          by: "surface",
        };
    }
  }
  if (
    g > 0 &&
    (s.upos[g - 1] === "CCONJ" || s.form[g - 1] === ",") &&
    last &&
    last.token >= 0 &&
    v.quoteOf[last.token] === v.quoteOf[verb] &&
    (isFiniteVerb(v, verb) || (s.xpos[verb] === "VBN" && s.form[g - 2] === ","))
  )
    if (s.upos[g - 1] === "CCONJ" || (isFiniteVerb(v, verb) && last.pieces.at(-1)!.end <= s.start[g]!)) {
      // "condemned the launch|, said| Tokyo was on guard and called …"
      // "accused the UAE, a charge that Abu Dhabi denies, |and rejected| …": of the verb it is joined to
      const joined = outermost.find((d) => d.token === s.head[verb] && baseRelation(s, verb) === "conj");
      const of = joined && (joined.source || joined.running) ? joined : last;
      return { phrase: of.source, running: of.running, by: "surface" };
    }
  const first =
    g > 0 && s.form[g - 1] === "," && quoteClosingBefore(v, g) === null ? reachedFirst(v, g) : null;
  if (first) return { phrase: first, running: false, by: "surface" };
  return isFiniteVerb(v, verb) || s.xpos[verb] === "VBN" || s.xpos[verb] === "VB" ? fromTree(v, verb) : null;
}

/** "|Residents| interviewed in Goma, including two priests, said": who opens the sentence, with only a participle of theirs behind. */
function reachedFirst(v: SentenceView, g: number): NounPhrase | null {
  const { s } = v;
  const phrase = phraseAt(s, 0, false);
  if (!phrase || !/^VB[DN]$/.test(s.xpos[phrase.to] ?? "") || s.upos[phrase.to + 1] !== "ADP") return null;
  if (range(phrase.to + 1, g).some((k) => isFiniteVerb(v, k)) || !canSpeak(v, phrase, () => false))
    return null;
  return phrase;
}

/** "the coast guard |and the UN migration agency| said": a second speaker before the verb, which the tree hung elsewhere. */
export function withJoined(s: Sentence, phrase: NounPhrase, g: number): NounPhrase {
  if (s.form[phrase.to]?.toLowerCase() !== "and" || phrase.to + 1 >= g) return phrase;
  const second = phraseAt(s, phrase.to + 1, true);
  return second?.to === g ? { ...phrase, to: g } : phrase;
}

/** "|an official familiar with| the talks", "|sources close to| the family": from whom the qualifier is said. */
function withQualifier(s: Sentence, phrase: NounPhrase | null): NounPhrase | null {
  if (phrase === null || s.upos[phrase.from - 1] !== "ADP") return phrase;
  const word = phrase.from - 2;
  if (!/^(?:JJ|VBN)$/.test(s.xpos[word] ?? "") || !isNominal(s, word - 1)) return phrase;
  const whom = phraseBefore(s, word);
  return whom === null ? phrase : { ...whom, to: phrase.to };
}

const covers = (outer: Draft, inner: Draft) =>
  outer.pieces.some((p) => p.start <= inner.cueSpan.start && inner.cueSpan.end <= p.end);

/** A phrase that begins a sentence or a clause: a subject, and no second name in a list. */
const opensClause = (v: SentenceView, k: number) =>
  k === 0 || /^(?:SCONJ|CCONJ|PUNCT)$/.test(v.s.upos[k - 1]!);

const QUOTING = new Set(["quote", "cite"]);

/** "|Denying| any role in it, |Tehran| said …", "While |admitting| the raid, |the army| insisted …": the subject after the comma. */
function subjectAhead(v: SentenceView, verb: number, g: number): NounPhrase | null {
  const { s } = v;
  if (g > 1 || (g === 1 && !/^(?:SCONJ|ADP|ADV|CCONJ)$/.test(s.upos[0]!))) return null;
  for (let k = verb + 1; k + 1 < v.end; k++) {
    if (s.form[k] !== "," || v.quoteOf[k] !== v.quoteOf[verb]) continue;
    const phrase = phraseAt(s, k + 1, true);
    if (!phrase || !canSpeak(v, phrase, () => false) || !sameQuote(v, phrase.head, verb)) continue;
    let next = s.form[phrase.to] === "," ? phrase.to + 1 : phrase.to;
    while (next < v.end && s.upos[next] === "ADV") next++;
    if (isFiniteVerb(v, next) || s.form[phrase.to] === ",") return phrase;
  }
  return null;
}

function participleSpeaker(v: SentenceView, verb: number, g: number, last: Draft | null): Speaker | null {
  const { s } = v;
  const ahead = subjectAhead(v, verb, g);
  if (ahead) return { phrase: ahead, running: false, by: "surface" };
  const before = g > 0 ? lower(v, g - 1) : "";
  // "Radio stations quoted |the mayor| as saying"
  const quoted = before === "as" && QUOTING.has(s.lemma[s.head[verb]!] ?? "") ? phraseBefore(s, g - 1) : null;
  if (quoted && s.head[verb]! < quoted.from) return { phrase: quoted, running: false, by: "surface" };
  const joined =
    g === 0 ||
    before === "," ||
    before === "and" ||
    before === "while" ||
    before === "—" ||
    before === "–" ||
    v.quotes.some((q) => q.to === g);
  // "The RSF said so; the government |has rejected| it, insisting that …": of the verb that it hangs on, which stands between
  const governor = s.head[verb]!;
  if (last && joined && governor > last.token && governor < verb && s.upos[governor] === "VERB") {
    const own = children(s, governor, "nsubj").find((t) => t < governor && t > last.token);
    const phrase = own === undefined ? null : phraseOf(s, own);
    if (phrase && lower(v, phrase.from - 1) !== "that" && s.form.slice(last.token, phrase.from).includes(";"))
      return { phrase, running: false, by: "tree" };
  }
  if (
    joined &&
    last &&
    inClass(v, "participle", lower(v, verb)) &&
    last.token >= 0 &&
    v.quoteOf[last.token] === v.quoteOf[verb]
  )
    return { phrase: last.source, running: last.running, by: "surface" };
  const near = phraseBefore(s, g);
  // "a statement saying", "officials warning", "with |each side| accusing the other": the noun just before
  const absolute = near !== null && lower(v, near.from - 1) === "with";
  if (near && (absolute || baseRelation(s, verb) === "acl") && sameQuote(v, near.head, verb))
    return makerOf(v, near, last) ?? { phrase: near, running: false, by: "surface" };
  const found = fromTree(v, verb);
  // "pulled out of talks that were due to begin, |blaming| sanctions": not the talks but who pulled out
  if (before === "," && !(found?.phrase && canSpeak(v, found.phrase, () => false))) {
    const main = mainSubject(v, verb);
    const phrase = main >= 0 ? phraseOf(s, main) : null;
    if (phrase && canSpeak(v, phrase, () => false)) return { phrase, running: false, by: "tree" };
  }
  return found;
}

/** "|The ministry| issued a statement saying": who makes it speaks, where the sentence says who; null where it does not. */
function makerOf(v: SentenceView, artefact: NounPhrase, last: Draft | null): Speaker | null {
  const { s } = v;
  if (!inClass(v, "artefact", s.lemma[artefact.head]!.toLowerCase())) return null;
  const made = s.head[artefact.head]!;
  if (made < 0 || made > artefact.from || baseRelation(s, artefact.head) !== "obj") return null;
  if (!inClass(v, "light", s.lemma[made]!)) return null;
  const maker = speakerOf(v, made, last ? [last] : []);
  return maker?.phrase && canSpeak(v, maker.phrase, () => false) ? maker : null;
}

/** The subject of the highest verb above a token, before it and in the same quotation; -1 where there is none. */
function mainSubject(v: SentenceView, verb: number): number {
  const { s } = v;
  let top = verb;
  for (let steps = 0; s.head[top]! >= 0 && steps < 20; steps++) top = s.head[top]!;
  const subject = children(s, top, "nsubj").find((t) => t < verb);
  return subject !== undefined && sameQuote(v, subject, verb) && isNominal(s, subject) ? subject : -1;
}

function relativeSpeaker(v: SentenceView, pronoun: number): Speaker | null {
  const end = lower(v, pronoun - 1) === "," ? pronoun - 1 : pronoun;
  const phrase = phraseBefore(v.s, end);
  if (!phrase) return null;
  // "There was no reaction from |Kabul|, which has denied that …": who can speak, where the whole cannot
  for (let k = end - 1; k > phrase.from && !canSpeak(v, phrase, () => false); k--) {
    if (v.s.upos[k] !== "ADP") continue;
    const inner = phraseAt(v.s, k + 1, false);
    if (inner?.to === end && canSpeak(v, inner, () => false))
      return { phrase: inner, running: false, by: "surface" };
  }
  return { phrase, running: false, by: "surface" };
}

function fromTree(v: SentenceView, verb: number): Speaker | null {
  const found = surfaceSubject(v.s, verb)[0];
  if (found === undefined || !isNominalHead(v, found) || !sameQuote(v, found, verb)) return null;
  if (found > verb && v.s.relation[found]!.startsWith("nsubj")) return null;
  return { phrase: phraseOf(v.s, found), running: false, by: "tree" };
}

const isNominalHead = (v: SentenceView, t: number) =>
  isNominal(v.s, t) || v.s.upos[t] === "ADJ" || v.s.upos[t] === "DET";

/** Tree and words agree on where the phrase ends: the longer start is taken ("Foreign Ministry spokesperson |Maria …|"). */
function fuller(s: Sentence, tree: NounPhrase, near: NounPhrase | null): NounPhrase {
  if (!near || near.to < tree.to || near.from > tree.to) return tree;
  // `France "regrets" it, |a spokesman| told …`: after a comma the phrase next to the verb stands alone, unless it ends a list
  if (
    near.from > tree.head &&
    s.form[near.from - 1] === "," &&
    !range(near.from, near.to).some((k) => s.upos[k] === "CCONJ")
  )
    return near;
  // A capitalised run is one name with its title; a preposition before it is another phrase.
  return { from: Math.min(near.from, tree.from), to: near.to, head: tree.head };
}

export const sameQuote = (v: SentenceView, a: number, b: number): boolean => v.quoteOf[a] === v.quoteOf[b];

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** "the spokesman |on Thursday evening|", "the council |this week|": when it was said is no part of who says it. */
export function withoutTime(s: Sentence, phrase: NounPhrase): NounPhrase {
  // "Speaking |today| Mr Smith said"
  if (isTimeWord(s, phrase.from) && s.xpos[phrase.from + 1] !== "POS") {
    const from = phrase.from + (s.upos[phrase.from + 1] === "NUM" ? 2 : 1);
    if (phrase.head >= from) return withoutTime(s, { ...phrase, from });
  }
  for (let k = phrase.head + 1; k < phrase.to; k++) {
    const dated =
      isTimeWord(s, k) ||
      (/^(?:this|last|next)$/i.test(s.form[k]!) &&
        /^(?:day|week|month|year|morning|night)$/.test(s.lemma[k + 1] ?? ""));
    if (!dated) continue;
    let to = k;
    while (to > phrase.head + 1 && /^(?:on|in|late|early|earlier|\d{1,2})$/i.test(s.form[to - 1]!)) to--;
    return { ...phrase, to };
  }
  return phrase;
}

/** Whether a phrase can speak: a name, a person, a body of people, a pronoun, or a thing that speaks for its maker. */
export function canSpeak(v: SentenceView, phrase: NounPhrase, isAgent: (token: number) => boolean): boolean {
  const { s } = v;
  const head = phrase.head;
  if (isAgent(head)) return true;
  const lemma = s.lemma[head]!.toLowerCase();
  if (inClass(v, "never", lemma)) return false;
  // a name that the tagger took for a common noun: "but |Sanders| said"
  if (s.upos[head] === "PROPN" || (head > 0 && /^\p{Lu}/u.test(s.form[head]!))) return true;
  if (s.upos[head] === "PRON") return inClass(v, "pronoun", lower(v, head));
  return inClass(v, "agent", lemma) || inClass(v, "artefact", lemma);
}
