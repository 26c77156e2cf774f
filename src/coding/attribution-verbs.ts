import { child } from "../language/tree.js";
import {
  clauseAfter,
  clauseAround,
  finiteFollows,
  hasFinite,
  isFiniteVerb,
  isTelling,
  passTime,
  skipAdjuncts,
} from "./attribution-clauses.js";
import { contentOf, testSlot } from "./attribution-content.js";
import type { Cue } from "./attribution-lexicon.js";
import { passiveDraft, passiveSubject } from "./attribution-passives.js";
import {
  canSpeak,
  groupStart,
  type Speaker,
  speakerOf,
  standsPassive,
  withoutTime,
} from "./attribution-speakers.js";
import {
  type Content,
  type Draft,
  inClass,
  isSpeechCue,
  lower,
  PLAIN_SPEECH,
  phraseEnd,
  quoteOpeningAt,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { isNominal, type NounPhrase, phraseAt, phraseBefore } from "./noun-phrases.js";

/** The attribution of which a verb is the cue, by the first entry that fits; null where it is none. */
export function verbAttribution(v: SentenceView, verb: number, context: VerbContext): Draft | null {
  const { s } = v;
  // "Their spokesman |claims| that …", tagged a noun
  const isVerb = s.xpos[verb] === "NNS" && s.head[verb]! < 0 && child(s, verb, "nsubj") >= 0;
  if (!/^VB/.test(s.xpos[verb]!) && !isVerb) return null;
  // "declined to |comment| on it"
  const governor = s.xpos[verb] === "VB" && lower(v, verb - 1) === "to" ? s.head[verb]! : -1;
  if (governor >= 0 && inClass(v, "silent", s.lemma[governor]!) && inClass(v, "remark", s.lemma[verb]!))
    return null;
  const cues = v.lexicon.verbs.get(s.lemma[verb]!);
  // "…, referring to Hamas": says what was meant, and nothing of its own
  if (!cues || inClass(v, "aside", lower(v, verb))) return null;
  const quoted = quotedAsSaying(v, verb);
  if (quoted) return quoted;
  const passive = standsPassive(v, verb);
  // "|written| guarantees"
  if (
    s.xpos[verb] === "VBN" &&
    !passive &&
    groupStart(v, verb) === verb &&
    !isNominal(s, verb - 1) &&
    (s.relation[verb] === "amod" || s.upos[verb + 1] === "NOUN")
  )
    return null;
  // "the internationally |recognised| government"
  if (
    s.xpos[verb] === "VBN" &&
    s.relation[verb] === "amod" &&
    s.upos[verb - 1] === "ADV" &&
    s.upos[verb + 1] === "NOUN"
  )
    return null;
  // "in |disputed| Kashmir"
  if (/^VB[DN]$/.test(s.xpos[verb]!) && s.upos[verb - 1] === "ADP" && isNominal(s, verb + 1)) return null;
  if (isBriefed(v, verb) || isWished(v, verb, context.earlier)) return null;
  if (standsInAside(v, verb) || standsInOpening(v, verb) || isCounterfactual(v, verb) || isCondition(v, verb))
    return null;
  for (const cue of cues) {
    const last = phraseEnd(s, verb, cue.words);
    if (last < 0) continue;
    const denied = isNegated(v, verb);
    if (cue.negated && !(denied && isOpenToDoubt(v, verb))) continue;
    const draft =
      cue.speaker[0] === "obj"
        ? citedDraft(v, verb, cue, context)
        : passive
          ? passiveDraft(v, verb, last, cue, context)
          : activeDraft(v, verb, last, cue, context);
    if (draft) return denied && !cue.negated ? negated(v, draft, cue) : draft;
  }
  return null;
}

/** "officials |briefed| on the talks said": who has been told, and not who tells. */
function isBriefed(v: SentenceView, verb: number): boolean {
  const { s } = v;
  if (!/^VB[DN]$/.test(s.xpos[verb]!) || !isTelling(v, verb) || s.upos[verb + 1] !== "ADP") return false;
  if (!isNominal(s, verb - 1)) return false;
  const told = phraseAt(s, verb + 2, true);
  return told !== null && isSpeechCue(v, told.to) && isFiniteVerb(v, told.to);
}

/** "proposed that the two missions |verify| the truce", "asked that they |confirm| it": wished for, and nothing said. */
function isWished(v: SentenceView, verb: number, earlier: readonly Draft[]): boolean {
  const { s } = v;
  if (s.form[verb]!.toLowerCase() !== s.lemma[verb] || !/^VBP?$/.test(s.xpos[verb]!)) return false;
  return earlier.some(
    (d) =>
      d.kind === "act" &&
      d.token >= 0 &&
      /^VB[DN]$/.test(s.xpos[d.token]!) &&
      d.pieces.some((p) => p.start < s.start[verb]! && s.end[verb]! <= p.end),
  );
}

/** `"…," he |was quoted| by the agency |as saying|`, "was quoted as saying that …": who is quoted speaks. */
function quotedAsSaying(v: SentenceView, verb: number): Draft | null {
  const { s } = v;
  if (s.xpos[verb] !== "VBG" || lower(v, verb - 1) !== "as" || !inClass(v, "participle", lower(v, verb)))
    return null;
  let quote = verb - 2;
  while (quote > verb - 14 && quote > 0 && !/^(?:quote|cite|report)$/.test(s.lemma[quote]!)) quote--;
  if (quote <= 0 || !standsPassive(v, quote)) return null;
  const source = phraseBefore(s, groupStart(v, quote));
  if (!source) return null;
  let after = skipAdjuncts(v, verb + 1, false);
  if (lower(v, after) === "by") after = phraseAt(s, after + 1, true)?.to ?? after;
  const told = clauseAfter(v, verb, after, true);
  const to = s.form[source.from - 1] === "," ? source.from - 1 : source.from;
  const range =
    told?.range ?? (to > 1 && (hasFinite(v, 0, to) || v.quoteOf[0]! >= 0) ? { from: 0, to } : null);
  if (!range) return null;
  return {
    ...PLAIN_SPEECH,
    sentence: v.index,
    token: verb,
    cueSpan: { start: s.start[quote]!, end: s.end[verb]! },
    source,
    pieces: [spanOf(v, range)],
    rule: "cue:say/say",
  };
}

/** "The truce, |announced| on March 5 after talks, halted …": a participle of the noun before, whatever its tag. */
function standsInAside(v: SentenceView, verb: number): boolean {
  const { s } = v;
  if (!/^VB[DN]$/.test(s.xpos[verb]!) || s.form[verb - 1] !== "," || !isNominal(s, verb - 2)) return false;
  if (
    v.quoteOf[verb]! >= 0 ||
    !/^(?:in|on|at|after|during|last|earlier|late|early)$/.test(lower(v, verb + 1))
  )
    return false;
  // "A monitoring group, Emergency Lawyers, said on Tuesday that …": the comma closes an aside
  if (s.form.indexOf(",") < verb - 1) return false;
  for (let k = verb + 2; k + 1 < v.end; k++) {
    if (lower(v, k) === "that" || (isFiniteVerb(v, k) && s.form[k - 1] !== ",")) return false;
    if (s.form[k] === "," && isFiniteVerb(v, k + 1)) return !hasFinite(v, 0, verb);
  }
  return false;
}

/** "In a statement |read| out on state television, …": a participle of what opens the sentence, whatever its tag. */
function standsInOpening(v: SentenceView, verb: number): boolean {
  const { s } = v;
  if (!/^VB[DN]$/.test(s.xpos[verb]!)) return false;
  const phrase = phraseBefore(s, verb);
  if (phrase === null || s.upos[phrase.from - 1] !== "ADP" || phrase.from - 1 !== s.upos.indexOf("ADP"))
    return false;
  const opens = s.upos.slice(0, phrase.from - 1).every((tag) => /^(?:PUNCT|CCONJ|ADV)$/.test(tag));
  return (
    opens &&
    (s.upos[phrase.from] === "DET" || s.xpos[phrase.from] === "PRP$") &&
    !s.xpos[phrase.from + 1]?.startsWith("NNP") &&
    inClass(v, "artefact", s.lemma[phrase.head]!)
  );
}

/** "a resolution that would have |demanded| a truce": nobody did. */
const isCounterfactual = (v: SentenceView, verb: number): boolean =>
  /^(?:would|could|might|should)$/.test(lower(v, verb - 2)) && lower(v, verb - 1) === "have";

/** "if the army |agrees|", "will return once a team has |verified|": not said yet. */
function isCondition(v: SentenceView, verb: number): boolean {
  const { s } = v;
  const subject = phraseBefore(s, groupStart(v, verb));
  const mark = subject === null ? "" : lower(v, subject.from - 1);
  if (mark === "if" || mark === "unless")
    return lower(v, subject!.from - 2) !== "even" && lower(v, subject!.from - 2) !== "as";
  if (mark !== "once" && mark !== "until") return false;
  const isAhead = s.form
    .slice(0, subject!.from)
    .some((w) => /^(?:will|would|wo|['’]ll|can|cannot|could|only)$/i.test(w));
  return isAhead || /^VB[ZP]$/.test(s.xpos[groupStart(v, verb)]!);
}

function activeDraft(
  v: SentenceView,
  verb: number,
  last: number,
  cue: Cue,
  context: VerbContext,
): Draft | null {
  // "hold |the army| responsible": the object stands inside the phrase
  const inner = last > verb + 1 ? phraseAt(v.s, verb + 1, true) : null;
  // "dismissed |as absurd| allegations that …"
  const shifted = lower(v, last + 1) === "as" ? afterAs(v, last + 2) : null;
  const called = afterPredicate(v, last + 1, cue.needs.get("predicate"));
  const inside = inner && inner.head < last ? { ...inner, to: Math.min(inner.to, last) } : null;
  const object = shifted ?? called ?? inside ?? directObject(v, last);
  if (cue.object && !(object && cue.object.has(v.s.lemma[object.head]!))) return null;
  if (!testSlot(v, cue, "obj", object?.head ?? -1)) return null;
  if (!testSlot(v, cue, "second", secondObject(v, object))) return null;
  const content = contentOf(v, verb, last, cue, object);
  if (!content) return null;
  // "complained the minister, adding that Bogota |expected| to be told": nothing outside of what it stands in is its content
  if (standsOutside(v, verb, content, context.earlier)) return null;
  // "asked that his name |not be used|"
  if (cue.kind === "act" && isUnnamed(v, content)) return null;
  // "called the report |baseless|"
  if (!called && cue.needs.has("predicate") && !predicateIs(v, cue.needs.get("predicate")!, object, content))
    return null;
  if (cue.kind === "hearsay") return impersonal(v, verb, last, cue, content);
  const speaker: Speaker | null = content.speaker
    ? { phrase: content.speaker, running: false, by: "surface" }
    : speakerOf(v, verb, context.earlier);
  if (!speaker || (speaker.phrase === null && !speaker.running)) return null;
  const phrase = speaker.phrase && withoutTime(v.s, speaker.phrase);
  // "No group claimed responsibility": nobody speaks
  if (phrase && /^(?:no|nobody|none|neither|nothing)$/.test(lower(v, phrase.from))) return null;
  if (phrase && lower(v, phrase.from - 1) === "neither") return null;
  if (phrase) {
    if (!testSlot(v, cue, "subj", phrase.head) && !testSlot(v, cue, "subj", lastNoun(v, phrase))) return null;
    const plain =
      cue.kind === "speech"
        ? (content.sure || content.clausal === true) && !content.before
        : (cue.kind === "act" || cue.kind === "thought") && content.clausal === true && content.sure;
    const pronoun = /^(?:it|this|that|which|these|those)$/.test(lower(v, phrase.head));
    if (pronoun && cue.kind !== "speech" && cue.kind !== "act" && lower(v, phrase.head) !== "it") return null;
    if (
      !canSpeak(v, phrase, context.isAgent) &&
      !(plain && !inClass(v, "never", v.s.lemma[phrase.head]!.toLowerCase())) &&
      cue.kind !== "evidence"
    )
      return null;
  }
  return {
    sentence: v.index,
    token: verb,
    cueSpan: { start: v.s.start[verb]!, end: v.s.end[Math.max(last, content.cueTo)]! },
    source: phrase,
    running: speaker.running,
    pieces: content.pieces,
    kind: cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: speaker.by === "tree" && content.sure ? "tree" : "surface",
    rule: `cue:${cue.id}`,
  };
}

/** Whether content lies before the words of somebody in which its cue stands. */
const standsOutside = (v: SentenceView, verb: number, content: Content, earlier: readonly Draft[]): boolean =>
  earlier.some(
    (d) =>
      !d.nominal &&
      d.pieces.length === 1 &&
      d.pieces[0]!.start < v.s.start[verb]! &&
      v.s.end[verb]! <= d.pieces[0]!.end &&
      content.pieces[0]!.start < d.pieces[0]!.start,
  );

/** "that his name not be used", "her identity be withheld": a condition, not a request of the record's. */
const isUnnamed = (v: SentenceView, content: Content): boolean => {
  const { start, end } = content.pieces[0]!;
  const words = v.s.lemma.filter((_, k) => v.s.start[k]! >= start && v.s.end[k]! <= end).slice(0, 8);
  return (
    words.some((w) => /^(?:name|identity|surname)$/.test(w)) &&
    words.some((w) => /^(?:not|withhold|change|protect)$/.test(w)) &&
    words.some((w) => /^(?:use|publish|print|give|disclose|reveal|mention|withhold|change|protect)$/.test(w))
  );
};

/** "called |false| a report that …", "branded a lie |the charge| that …": the object behind what it is called; null where it stands first. */
function afterPredicate(
  v: SentenceView,
  from: number,
  words: ReadonlySet<string> | undefined,
): NounPhrase | null {
  if (!words) return null;
  let k = from;
  while (/^(?:ADV|DET)$/.test(v.s.upos[k] ?? "") || /^["“‘]$/.test(v.s.form[k] ?? "")) k++;
  if (k >= v.end || !(words.has(v.s.lemma[k]!.toLowerCase()) || words.has(lower(v, k)))) return null;
  k++;
  while (/^["”’]$/.test(v.s.form[k] ?? "")) k++;
  const opens = v.s.upos[k] === "DET" || /^(?:PRP\$|NNS)$/.test(v.s.xpos[k] ?? "");
  return opens ? phraseAt(v.s, k, true) : null;
}

/** Whether what the object is called has one of the words. */
function predicateIs(
  v: SentenceView,
  words: ReadonlySet<string>,
  object: NounPhrase | null,
  content: Content,
): boolean {
  const end = content.pieces.at(-1)!.end;
  for (let k = (object?.head ?? -1) + 1; k < v.end && v.s.start[k]! < end; k++)
    if (words.has(v.s.lemma[k]!.toLowerCase()) || words.has(lower(v, k))) return k > 0;
  return false;
}

function afterAs(v: SentenceView, from: number): NounPhrase | null {
  let k = from;
  const marked = /^["“‘]$/.test(v.s.form[k] ?? "");
  const limit = Math.min(v.end, from + 8);
  if (marked) {
    do k++;
    while (k < limit && !/^["”’]$/.test(v.s.form[k]!));
    k++;
  } else while (k < limit && /^(?:ADJ|ADV)$/.test(v.s.upos[k]!)) k++;
  return k > from && k < limit ? phraseAt(v.s, k, true) : null;
}

/** "The column |appears| to have turned back": nobody is named, and the subject belongs to what is told. */
function impersonal(v: SentenceView, verb: number, last: number, cue: Cue, content: Content): Draft | null {
  const subject = passiveSubject(v, verb);
  const expletive = subject !== null && /^(?:it|there)$/.test(lower(v, subject.head));
  return {
    sentence: v.index,
    token: verb,
    cueSpan: spanOf(v, { from: verb, to: last + 1 }),
    source: null,
    running: false,
    pieces: subject && !expletive ? [spanOf(v, subject), ...content.pieces] : content.pieces,
    kind: cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** "…, citing officials": the object speaks, and what it says is what the sentence told before. */
function citedDraft(v: SentenceView, verb: number, cue: Cue, context: VerbContext): Draft | null {
  const object = directObject(v, verb);
  if (v.s.xpos[verb] !== "VBG" || !object || !canSpeak(v, object, context.isAgent)) return null;
  const before = context.earlier.filter((d) => !d.nominal && d.pieces.at(-1)!.end <= v.s.start[verb]!).at(-1);
  // "The governor, citing the fire service, |said| …"
  const next = object.to + 1;
  // "Local media |reported|, citing hospital staff, that 18 people had died": the same is told
  const told = lower(v, next) === "that" ? clauseAfter(v, verb, next, false) : null;
  const follows =
    told ??
    (!before && v.s.form[object.to] === "," && isSpeechCue(v, next)
      ? clauseAfter(v, next, skipAdjuncts(v, next + 1, false), true)
      : null);
  const pieces = follows
    ? [spanOf(v, follows.range)]
    : before
      ? before.pieces
      : clauseAround(v, verb, object.to);
  if (!pieces) return null;
  return {
    sentence: v.index,
    token: verb,
    cueSpan: spanOf(v, { from: verb, to: verb + 1 }),
    source: object,
    running: false,
    pieces,
    kind: inClass(v, "artefact", v.s.lemma[object.head]!) ? "evidence" : cue.kind,
    stance: cue.stance,
    certainty: cue.certainty,
    answers: null,
    nominal: false,
    by: "surface",
    rule: `cue:${cue.id}`,
  };
}

/** The object right after the verb phrase, over adverbs; by the words, by the tree where they do not say. */
function directObject(v: SentenceView, last: number): NounPhrase | null {
  const { s } = v;
  let j = last + 1;
  while (j < v.end && s.upos[j] === "ADV" && !isNominal(s, j)) j++;
  j = pastManner(v, j);
  // "announced |today| the death of a soldier"
  const day = passTime(v, j);
  if (day > j && phraseAt(s, day, true)) j = day;
  if (/^["“‘']$/.test(s.form[j] ?? "") && quoteOpeningAt(v, j) === null) j++;
  if (isFiniteVerb(v, j)) return markedPhrase(v, j);
  // "accused |the other| of firing first"
  if (lower(v, j) === "the" && /^(?:other|latter|former)$/.test(lower(v, j + 1)) && !isNominal(s, j + 2))
    return { from: j, to: j + 2, head: j + 1 };
  // "dismissed |that| as a fairy tale", taken for a conjunction
  if (/^(?:this|that)$/.test(lower(v, j)) && lower(v, j + 1) === "as") return { from: j, to: j + 1, head: j };
  // "called |that report| baseless", taken for a conjunction
  const that = lower(v, j) === "that" && isNominal(s, j + 1) && inClass(v, "claim", s.lemma[j + 1]!);
  if (that && !isFiniteVerb(v, j + 2)) return { from: j, to: j + 2, head: j + 1 };
  // "raised |to 11| the number of people killed"
  if (lower(v, j) === "to" && s.upos[j + 1] === "NUM") {
    const over = phraseAt(s, j + 2, true);
    if (over) return over;
  }
  // "recorded |more than| 1,300 violations"
  const number = pastQuantity(v, j);
  const counted = number > j ? phraseAt(s, number, true) : null;
  if (counted) return { ...counted, from: j };
  return phraseAt(s, j, true) ?? (j > last + 1 ? markedPhrase(v, j) : null);
}

/** "Denied the rebels |a base|": the head of a second object right behind the first; -1 where none is. */
function secondObject(v: SentenceView, object: NounPhrase | null): number {
  const k = object?.to ?? v.end;
  const opens = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(v.s.upos[k] ?? "");
  if (k >= v.end || !opens || passTime(v, k) > k || finiteFollows(v, k)) return -1;
  return phraseAt(v.s, k, true)?.head ?? -1;
}

/** The number after "more than", "at least", "as many as"; the token itself where none follows. */
function pastQuantity(v: SentenceView, from: number): number {
  if (!/^(?:more|fewer|less|at|up|as|no|not)$/.test(lower(v, from))) return from;
  for (let k = from + 1; k < from + 5 && k < v.end; k++) {
    if (v.s.upos[k] === "NUM" || /^(?:dozens?|hundreds?|thousands?)$/.test(lower(v, k))) return k;
    if (!/^(?:than|least|most|to|many|as|fewer|less|more)$/.test(lower(v, k))) break;
  }
  return from;
}

/** "condemned |in the strongest terms| the attack", "praising |in particular| the envoy": how it is said, before the object. */
function pastManner(v: SentenceView, from: number): number {
  if (lower(v, from) !== "in") return from;
  for (let k = from + 1; k < v.end && k < from + 6; k++) {
    if (/^(?:terms?|particular|turn|full|public|private|detail)$/.test(lower(v, k)))
      return v.s.form[k + 1] === "," ? k + 2 : k + 1;
    if (!/^(?:DET|ADJ|ADV)$/.test(v.s.upos[k]!)) break;
  }
  return from;
}

/** `blamed "hired goons"`: the words in marks, where they make no phrase of their own; null without a noun. */
function markedPhrase(v: SentenceView, from: number): NounPhrase | null {
  if (!/^["“‘']$/.test(v.s.form[from - 1] ?? "")) return null;
  for (let k = from; k < v.end && k < from + 6; k++) {
    if (!/^["”’']$/.test(v.s.form[k]!)) continue;
    return k > from && isNominal(v.s, k - 1) ? { from: from - 1, to: k + 1, head: k - 1 } : null;
  }
  return null;
}

/** The last noun before a preposition: the head where the tree has taken another word for it. */
function lastNoun(v: SentenceView, phrase: NounPhrase): number {
  let last = phrase.head;
  for (let k = phrase.from; k < phrase.to && v.s.upos[k] !== "ADP"; k++) if (isNominal(v.s, k)) last = k;
  return last;
}

/** "did not say", "has not confirmed", "was unable to verify", "|neither| account could be verified". */
export function isNegated(v: SentenceView, verb: number): boolean {
  const { s } = v;
  const subject = phraseBefore(s, groupStart(v, verb));
  if (subject !== null && /^(?:neither|none|no)$/.test(lower(v, subject.from))) return true;
  for (let k = verb - 1; k >= 0 && k >= verb - 6; k--) {
    const word = lower(v, k);
    if (/^(?:not|n't|n’t|never|neither|nor|unable|cannot|impossible)$/.test(word)) return true;
    if (
      word === "to" ||
      s.upos[k] === "AUX" ||
      s.upos[k] === "ADV" ||
      s.upos[k] === "PART" ||
      /^(?:be|have|been|able|yet|possible)$/.test(word)
    )
      continue;
    break;
  }
  return false;
}

/** "could not be verified", "was unable to confirm", "has not been able to verify": doubt, not a refusal to confirm. */
function isOpenToDoubt(v: SentenceView, verb: number): boolean {
  for (let k = verb - 1; k >= 0 && k >= verb - 7; k--)
    if (/^(?:could|can|cannot|unable|able|impossible|possible|been)$/.test(lower(v, k))) return true;
  return (
    /^(?:independently|immediately)$/.test(lower(v, verb + 1)) || /^independently$/.test(lower(v, verb - 1))
  );
}

/** "did not confirm" leaves it open; "did not deny" grants it; "did not say whether" makes no claim, nor does who does neither. */
function negated(v: SentenceView, draft: Draft, cue: Cue): Draft | null {
  // "would neither confirm |nor deny|" says neither
  if (cue.stance === "denies" && lower(v, draft.token - 1) === "nor") return null;
  if (cue.stance === "denies" || cue.stance === "doubts") return { ...draft, stance: "asserts" };
  if (cue.stance === "confirms") return { ...draft, stance: "doubts" };
  if (cue.kind !== "speech") return { ...draft, certainty: "hedged" };
  const start = draft.pieces[0]?.start ?? -1;
  const wh = v.s.start.findIndex(
    (x, k) => x === start && /^(?:whether|if|how|who|when|where|what|why)$/.test(lower(v, k)),
  );
  if (wh >= 0) return { ...draft, stance: "doubts" };
  // "has not commented on the claim" says nothing
  const says = draft.pieces.some((p) =>
    v.s.start.some((x, k) => x >= p.start && x < p.end && isFiniteVerb(v, k)),
  );
  return says ? draft : null;
}
