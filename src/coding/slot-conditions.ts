import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import { isMonth, isWeekday } from "../text/date-words.js";
import { joinedLemma, lemmaOf } from "./frame-triggers.js";
import type { Frame, WordTest } from "./frames.js";
import { isNegated } from "./modality.js";
import { mentionAt } from "./parsed-report.js";
import type { SlotReader } from "./slot-reader.js";
import { complements, prepositional } from "./slots.js";

/** Whether a frame holds of its trigger here: its `needs`, `not` and `negated`, and that it tells of what it is about. */
export function conditionsHold(reader: SlotReader, frame: Frame): boolean {
  // "said that its airspace had not been violated": nobody is blamed
  if (
    frame.type === "ACCUSE" &&
    frame.needs.has("comp") &&
    reader.read("comp").some((t) => isNegated(reader.s, t))
  )
    return false;
  if (frame.type === "REQUEST" && onlyTells(reader)) return false;
  if (frame.type === "THREATEN" && frame.needs.has("comp") && sparesThem(reader)) return false;
  if (frame.negated && !isNegated(reader.s, reader.token)) return false;
  for (const [slot, test] of frame.needs) if (!holds(reader, slot, test)) return false;
  for (const [slot, test] of frame.not) if (holds(reader, slot, test, slot === "obj")) return false;
  return true;
}

/** "Promised not to strike", "warned that it would not attack": no threat; but "vowed not to rest". */
function sparesThem(reader: SlotReader): boolean {
  const violence = reader.lexicon.classes.get("violence-verb");
  const said = reader.read("comp");
  return said.length > 0 && said.every((t) => isNegated(reader.s, t) && violence?.has(lemmaOf(reader.s, t)));
}

/** Whether a verb that may ask only tells or asks a question: "told officers that there would be no truce", "asked whether it was over". */
function onlyTells(reader: SlotReader): boolean {
  const { s, token } = reader;
  if (reader.kind !== "verb") return false;
  const said = complements(s, token);
  const marked = (c: number, word: string) =>
    children(s, c, "mark").some((m) => s.form[m]!.toLowerCase() === word);
  switch (s.lemma[token]) {
    // "told a paper by telephone, adding that …"
    case "tell":
      return !said.some((c) => marked(c, "to"));
    case "ask":
      return (
        said.length > 0 &&
        !said.some((c) => marked(c, "that") || (marked(c, "to") && reader.objects().length > 0))
      );
    // "insisted that nothing had been paid"
    case "insist":
      return said.length > 0 && said.every((c) => marked(c, "that") && isFact(s, c));
    // "hoped to win", "hoped that the truce would hold": nothing asked of anybody
    case "hope":
      return !said.some((c) => children(s, c, "nsubj").some((t) => isSomebody(reader, t)));
    default:
      return false;
  }
}

/** "That it was over", "that they have left"; not "that the army leave": whether a clause tells how things are. */
function isFact(s: Sentence, clause: number): boolean {
  const isModal = children(s, clause, "aux").some((t) => s.xpos[t] === "MD");
  const isOne = children(s, clause, "nsubj").some((t) => /^NNP?$/.test(s.xpos[t]!));
  if (isModal || s.xpos[clause] === "VB" || (isOne && s.xpos[clause] === "VBP")) return false;
  return [clause, ...children(s, clause, "aux", "aux:pass", "cop")].some((t) => /^VB[DZP]$/.test(s.xpos[t]!));
}

/** Somebody of whom something can be asked: a party, "both sides", "all parties". */
const isSomebody = (reader: SlotReader, t: number): boolean =>
  reader.partyAt(t) || /^(?:side|party|both|all|leader|belligerent)$/.test(reader.s.lemma[t]!);

/** Whether a slot's words meet a test. `ofFirst`: of what is joined, the first counts: "murdered the judge and his wife" is no quarrel at home. */
function holds(reader: SlotReader, slot: string, test: WordTest, ofFirst = false): boolean {
  const { s } = reader;
  const tokens = reader.read(slot);
  const isJoined = (t: number) => baseRelation(s, t) === "conj" && tokens.includes(s.head[t]!);
  const counted = ofFirst ? tokens.filter((t) => !isJoined(t)) : tokens;
  if (counted.some((t) => wordHolds(reader, t, test, slot === "comp"))) return true;
  if (test.parties && partiesIn(reader, reader.read(slot)) > 1) return true;
  const surface = slot === "of" ? nounAfter(s, reader.token, slot) : -1;
  return surface >= 0 && wordHolds(reader, surface, test, false);
}

/** The tokens of a slot for which the test holds. */
export function meeting(reader: SlotReader, slot: string, test: WordTest | undefined): number[] {
  return test ? reader.read(slot).filter((t) => wordHolds(reader, t, test, false)) : [];
}

/** How many parties are named at tokens and what is joined to them. */
function partiesIn({ s, parsed, sentence }: SlotReader, tokens: readonly number[]): number {
  const joined = tokens.flatMap((t) => [t, ...children(s, t, "conj")]);
  const parties = joined.flatMap((t) => mentionAt(parsed, sentence, t)?.parties ?? []);
  return new Set(parties.map((p) => p.code ?? p.words)).size;
}

/** Whether a word meets a test: by itself, by what it stands for or counts, or as a part of a phrase. */
function wordHolds(reader: SlotReader, t: number, test: WordTest, clause: boolean): boolean {
  const { s, lexicon } = reader;
  if (test.any || test.words.has(lemmaOf(s, t)) || test.words.has(s.form[t]!.toLowerCase())) return true;
  const mention = mentionAt(reader.parsed, reader.sentence, t);
  if (mention && ((test.party && mention.parties.length > 0) || (test.person && mention.person !== null)))
    return true;
  if (test.known && mention?.parties.some((p) => p.code !== null)) return true;
  if (
    test.place &&
    (mention?.parties.length || (s.upos[t] === "PROPN" && !mention && !isOfCalendar(s.form[t]!)))
  )
    return true;
  // a name that the lexicon does not know: "killed Abdullah"
  if (test.person && s.upos[t] === "PROPN" && !mention && !isOfCalendar(s.form[t]!)) return true;
  if (test.party && s.names.some((n) => n.from <= t && t < n.to && n.kind !== "LOC")) return true;
  if (test.person && s.names.some((n) => n.from <= t && t < n.to && n.kind === "PER")) return true;
  // "a series of attacks", "dozens of soldiers": what is counted
  if (s.upos[t] === "NUM" || lexicon.classes.get("quantity")?.has(s.lemma[t]!.toLowerCase())) {
    if (prepositional(s, t, "of").some((o) => wordHolds(reader, o, test, false))) return true;
  }
  if (standsFor(reader, t, test)) return true;
  if (test.words.has("dollar") && /^[$€£¥₹]$/.test(s.form[t]!)) return true;
  if (test.number && (s.upos[t] === "NUM" || children(s, t, "nummod").length > 0)) return true;
  if (clause) {
    // "agreed to hold talks": the infinitive's object speaks as well, "vowed that deliveries would resume": the clause's subject
    const inner = children(s, t, "obj", "nsubj", "nsubj:pass", "xcomp");
    if (inner.some((o) => test.words.has(s.lemma[o]!.toLowerCase()))) return true;
    if (test.words.has(`${s.lemma[t]} ${s.form[t + 1]?.toLowerCase()}`)) return true;
  }
  return phrasesAround(s, t).some((phrase) => test.words.has(phrase));
}

/** Days, months and feasts are proper nouns but no places: "fired rockets on Sunday". */
const isOfCalendar = (word: string): boolean =>
  isWeekday(word) || isMonth(word) || /^(?:ramadan|eid|easter|christmas)$/i.test(word);

/** "Jordan supported it": what was told before, in the sentence or the one before it, where only such a thing can be meant. */
function standsFor(reader: SlotReader, t: number, test: WordTest): boolean {
  const { s, parsed, sentence } = reader;
  // "accepted it", "accepted the new one"
  const pointing = s.upos[t] === "PRON" ? /^(it|this|that)$/i : /^one$/i;
  if (!pointing.test(s.form[t]!) || reader.kind !== "verb") return false;
  if (t < reader.token || mentionAt(parsed, sentence, t)?.parties.length) return false;
  const before = parsed.passageOf[sentence] === parsed.passageOf[sentence - 1] ? sentence - 1 : sentence;
  for (let k = sentence; k >= before; k--) {
    const other = parsed.sentences[k]!;
    for (let i = k === sentence ? reader.token - 1 : other.form.length - 1; i >= 0; i--)
      if (other.upos[i] === "NOUN" && reader.lexicon.words.standing.has(joinedLemma(other, i)))
        return test.words.has(joinedLemma(other, i));
  }
  return false;
}

/** The last noun of the phrase right after "token preposition", over hyphens and coordinated modifiers; -1 where there is none. */
function nounAfter(s: Sentence, token: number, preposition: string): number {
  if (s.form[token + 1]?.toLowerCase() !== preposition) return -1;
  let last = -1;
  for (let i = token + 2; i < s.form.length && i < token + 12; i++) {
    const tag = s.upos[i]!;
    if (tag === "NOUN" || tag === "PROPN") last = i;
    else if (
      !["DET", "ADJ", "NUM", "CCONJ", "PUNCT"].includes(tag) &&
      !/^VB[NG]$/.test(s.xpos[i]!) &&
      s.xpos[i] !== "POS"
    )
      break;
    else if (tag === "PUNCT" && !/^[-–]$/.test(s.form[i]!)) break;
  }
  return last;
}

/** Phrases of two and three lemmas that begin or end at a token, with the words before it also as they stand: "arms sale". */
function phrasesAround(s: Sentence, t: number): string[] {
  const lemma = (i: number) => s.lemma[i]?.toLowerCase() ?? "";
  const form = (i: number) => s.form[i]?.toLowerCase() ?? "";
  const [b2, b1, at, a1, a2] = [lemma(t - 2), lemma(t - 1), lemma(t), lemma(t + 1), lemma(t + 2)];
  const phrases = [`${b1} ${at}`, `${b2} ${b1} ${at}`, `${at} ${a1}`, `${at} ${a1} ${a2}`];
  if (form(t - 1) !== b1 || form(t - 2) !== b2)
    phrases.push(`${form(t - 1)} ${at}`, `${form(t - 2)} ${form(t - 1)} ${at}`);
  return phrases;
}
