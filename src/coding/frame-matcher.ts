import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates } from "../language/tree.js";
import { brokersOf, isAnnouncedEnd, isBrokering, isHelp } from "./brokers.js";
import type { Frame, FrameLexicon, LightVerb, Trigger, TriggerKind, WordTest } from "./frames.js";
import { isNegated } from "./modality.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import {
  agent,
  complements,
  logicalObject,
  logicalSubject,
  modifiers,
  namedAs,
  particleObject,
  possessors,
  prepositional,
  subjectsOf,
  surfaceSubject,
  withConjuncts,
} from "./slots.js";

/** A trigger found in a sentence with the tokens that fill its slots; slots may be empty. */
export interface FrameMatch {
  readonly sentence: number;
  /** Head of the trigger. */
  readonly token: number;
  /** First and last token of the trigger's words, both included. */
  readonly first: number;
  readonly last: number;
  readonly kind: TriggerKind;
  readonly frame: Frame;
  /** Further frames of the same type that hold here: they may know the mode that the first leaves open. */
  readonly also: readonly Frame[];
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  readonly broker: readonly number[];
  /** The object without which the frame would not hold: "signed | a treaty". */
  readonly evidence: readonly number[];
  /** The light verb that carries the noun ("launched airstrikes"), or -1. */
  readonly carrier: number;
  /** The carrying verb says that it ends: "halted the strikes". */
  readonly stopped: boolean;
}

/** Acts that answer a move or end one: kept where a frame with more conditions tells the same without one. */
const KEPT = new Set(["accepts", "rejects", "welcomes", "talks-collapse"]);

/** The initiative act that a match makes: its frame's, else such a one of the others that hold. */
export const actOf = ({ frame, also }: FrameMatch) =>
  frame.act ?? also.find((f) => f.act && KEPT.has(f.act))?.act ?? null;

/** Days and months are proper nouns but no places: "fired rockets on Sunday". */
const CALENDAR =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|ramadan|eid|easter|christmas)$/i;

const DEFAULT_SLOTS = {
  verb: { actor: ["subj"], recipient: ["obj", "iobj"] },
  adj: { actor: ["subj"], recipient: ["to", "with", "against"] },
  noun: { actor: ["poss", "by", "adj", "from"], recipient: ["on", "against", "at", "with", "to"] },
} as const;

/** All matches of a sentence, one for each trigger word, in the order of the text. */
export function matchFrames(parsed: ParsedReport, sentence: number, lexicon: FrameLexicon): FrameMatch[] {
  const s = parsed.sentences[sentence]!;
  const out: FrameMatch[] = [];
  for (let t = 0; t < s.form.length; t++) {
    const match = matchAt(parsed, sentence, t, lexicon);
    if (match) out.push(match);
  }
  return out.filter(
    (m) =>
      !out.some(
        (o) =>
          o !== m &&
          // a word inside a longer trigger is no trigger of its own: "strike" in "air strike" or "hunger strike"
          ((o.last - o.first > m.last - m.first && o.first <= m.first && m.last <= o.last) ||
            isMediationOf(m, o)),
      ),
  );
}

/** "Signed under the auspices of the African Union": the noun says who brokered the other event, and tells none. */
const isMediationOf = (m: FrameMatch, o: FrameMatch) =>
  m.kind === "noun" &&
  m.frame.act === "mediates" &&
  o.broker.length > 0 &&
  m.broker.length > 0 &&
  m.actor.length === 0 &&
  m.broker.every((t) => o.broker.includes(t));

function matchAt(
  parsed: ParsedReport,
  sentence: number,
  t: number,
  lexicon: FrameLexicon,
): FrameMatch | null {
  const s = parsed.sentences[sentence]!;
  const mention = mentionAt(parsed, sentence, t);
  if (mention && mention.kind === "name") return null;
  // "the UN monitoring mission", "the peace negotiators", "the head of Amnesty International": what somebody is called
  const isOfCalled =
    s.upos[t] === "PROPN" || (mention?.kind === "description" && t < mention.head && s.upos[t] === "NOUN");
  if (mention && mention.parties.length > 0 && isOfCalled) return null;
  // "the Russian-backed militia": what somebody is, not what is told
  if (s.xpos[t] === "VBN" && baseRelation(s, t) === "amod" && /^[-–]$/.test(s.form[t - 1] ?? "")) return null;
  // "a monitoring mission", "the attacking force": what kind of thing it is
  if (s.xpos[t] === "VBG" && /^(?:amod|compound)$/.test(baseRelation(s, t)) && s.head[t]! > t) return null;
  // "US-brokered truce", "talks hosted by Qatar": who stands behind the noun, no event of its own
  const tells = children(s, t, "nsubj").some((c) => s.relation[c] === "nsubj");
  const modifies = !tells && (baseRelation(s, t) === "acl" || baseRelation(s, t) === "amod");
  if (s.xpos[t] === "VBN" && modifies && isBrokering(s, t, lexicon.classes)) return null;
  if (isAnnouncedEnd(parsed, sentence, t)) return null;
  for (const kind of kindsOf(s, t)) {
    const triggers = triggersOf(lexicon, kind, s, t);
    if (triggers.length === 0) continue;
    if (kind === "noun" && onlyNames(s, t, lexicon)) continue;
    // "the internationally recognised government", "the besieged city": what somebody is, not what is told
    const attributive =
      (kind === "verb" && s.xpos[t] === "VBN" && baseRelation(s, t) === "amod" && s.head[t]! > t) ||
      // "gave money |to displaced people|", read as what it was given for
      (kind === "verb" &&
        /^to$/i.test(s.form[t - 1] ?? "") &&
        /ed$/i.test(s.form[t]!) &&
        s.lemma[t] !== s.form[t]);
    const plain = new SlotReader(parsed, sentence, t, t, kind, lexicon);
    const holding = triggers.flatMap((trigger) => {
      const place = phrasePlace(s, t, trigger);
      if (!place) return [];
      const reader =
        place.last === t ? plain : new SlotReader(parsed, sentence, t, place.last, kind, lexicon);
      if (attributive) return [];
      return conditionsHold(reader, trigger.frame) ? [{ frame: trigger.frame, place }] : [];
    });
    if (holding.length > 0) {
      const { frame, place } = holding[0]!;
      const reader =
        place.last === t ? plain : new SlotReader(parsed, sentence, t, place.last, kind, lexicon);
      const also = holding
        .slice(1)
        .map((h) => h.frame)
        .filter((f) => f.type === frame.type);
      const defaults = DEFAULT_SLOTS[kind];
      // "fighters backed by Rwanda stormed the town": who helps in a deed stands between nobody
      const beside = frame.act !== null || BROKERABLE.has(frame.type) ? reader.brokers() : [];
      const broker = [...reader.firstFilled(frame.broker), ...beside];
      // "swapped prisoners with | help | from Oman": nor is the help a side
      const side = (tokens: readonly number[]) =>
        tokens.filter((t) => !broker.includes(t) && !(broker.length > 0 && isHelp(s, t, lexicon.classes)));
      const spoken = frame.actor?.includes("speaker") ?? false;
      let actor = spoken ? [] : side(reader.firstFilled(frame.actor ?? defaults.actor, "actor", broker));
      let recipient = side(reader.firstFilled(frame.recipient ?? defaults.recipient, "recipient", broker));
      if (frame.mutual) {
        const all = [...reader.firstFilled(["between", "among"]), ...reader.read("with")];
        actor = unique([...actor, ...(actor.length === 0 || all.length > 0 ? all : [])]);
        recipient = unique(recipient.filter((r) => !actor.includes(r)));
      }
      recipient = recipient.filter((r) => !actor.includes(r));
      // "talks between the two were suspended"
      if (actor.length + recipient.length === 0 && kind === "verb") actor = [...reader.read("between")];
      return {
        sentence,
        token: t,
        ...place,
        kind,
        frame,
        also,
        actor,
        recipient,
        broker: unique(broker),
        evidence: kind === "verb" ? reader.meeting("obj", frame.needs.get("obj")) : [],
        carrier: reader.carrierToken,
        stopped: reader.carrier?.stops ?? false,
      };
    }
  }
  return null;
}

/** Types of what a third party can bring about between others. */
const BROKERABLE = new Set<Frame["type"]>(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "SANCTION"]);

const unique = (x: readonly number[]): number[] => [...new Set(x)].sort((a, b) => a - b);

function kindsOf(s: Sentence, t: number): TriggerKind[] {
  switch (s.upos[t]) {
    case "VERB":
      if (s.xpos[t] === "VBN") return isDisposed(s, t) ? ["adj", "verb"] : ["verb", "adj"];
      // "the fighting resumed" read as a verb; with an object it is one ("fighting corruption")
      return s.xpos[t] === "VBG" && child(s, t, "obj") < 0 ? ["verb", "noun"] : ["verb"];
    case "AUX":
      return ["verb"];
    case "NOUN":
      return ["noun"];
    case "PROPN":
      return ["noun"];
    case "ADJ":
      // "a cowardly attack": what is said in passing is no act of its own
      if (baseRelation(s, t) === "amod" && s.head[t]! > t)
        return /^VB/.test(s.xpos[t]!) ? ["verb"] : ["noun"];
      return /^VB/.test(s.xpos[t]!) || /(ed|en)$/.test(s.form[t]!) ? ["adj", "verb"] : ["adj", "noun"];
    case "ADP":
    case "ADV":
      return ["adj"];
    default:
      return [];
  }
}

/** "Oman was prepared to host the talks": what it would do, not what was done to it. */
const isDisposed = (s: Sentence, t: number): boolean =>
  /^(?:prepared|determined|committed|poised|inclined|disposed)$/i.test(s.form[t]!) &&
  child(s, t, "aux:pass", "cop") >= 0 &&
  child(s, t, "xcomp") >= 0;

function triggersOf(lexicon: FrameLexicon, kind: TriggerKind, s: Sentence, t: number): readonly Trigger[] {
  const lemma = lemmaOf(s, t);
  const byLemma = lexicon.triggers.get(`${kind}:${lemma}`) ?? [];
  const form = s.form[t]!.toLowerCase();
  if (form === lemma) return byLemma;
  const byForm = lexicon.triggers.get(`${kind}:${form}`);
  return byForm ? [...byForm, ...byLemma] : byLemma;
}

/** "re-open" as "reopen", "ex-rebel" as "rebel". */
const lemmaOf = (s: Sentence, t: number) =>
  s.lemma[t]!.toLowerCase()
    .replace(/^re-(?=[a-z])/, "re")
    .replace(/^ex-(?=[a-z])/, "");

/** The same with what stands before its hyphen: "cease-fire" as "ceasefire". */
const joinedLemma = (s: Sentence, t: number) =>
  s.form[t - 1] === "-" && s.lemma[t - 2] === "cease" ? `cease${lemmaOf(s, t)}` : lemmaOf(s, t);

/** Where the trigger's whole phrase stands around its head, or null where a word of it is missing. */
function phrasePlace(s: Sentence, t: number, trigger: Trigger): { first: number; last: number } | null {
  const { words, kind } = trigger;
  if (words.length === 1) return { first: t, last: t };
  if (kind === "noun") {
    let at = t;
    for (let k = words.length - 2; k >= 0; k--) {
      at--;
      if (s.form[at] === "-" || s.form[at] === "–") at--;
      if (at < 0 || !wordIs(s, at, words[k]!)) return null;
    }
    return { first: at, last: t };
  }
  let last = t;
  for (const word of words.slice(1)) {
    const found = phraseWord(s, t, last, word);
    if (found < 0) return null;
    if (found > last) last = found;
  }
  return { first: t, last: Math.min(last, t + 6) };
}

/** An event noun that only tells what kind of thing its head is: "air raid sirens", "attack helicopters", "murder charges". */
function onlyNames(s: Sentence, t: number, lexicon: FrameLexicon): boolean {
  const head = s.head[t]!;
  if (head <= t || baseRelation(s, t) !== "compound") return false;
  return lexicon.classes.get("kind-head")?.has(s.lemma[head]!.toLowerCase()) ?? false;
}

const wordIs = (s: Sentence, t: number, word: string) =>
  s.lemma[t]?.toLowerCase() === word || s.form[t]?.toLowerCase() === word;

/** A further word of a verb phrase: a dependent, the preposition of a dependent, or the words right after. */
function phraseWord(s: Sentence, verb: number, last: number, word: string): number {
  for (let i = last + 1; i <= last + 3 && i < s.form.length; i++) {
    // "said | no | assault had begun": it counts the assault
    const noun = s.head[i]!;
    const isCount =
      word === "no" &&
      s.lemma[verb] === "say" &&
      s.relation[i] === "det" &&
      noun > i &&
      !s.upos.slice(i, noun).includes("ADP");
    if (wordIs(s, i, word) && !isCount && (i === last + 1 || dominates(s, verb, i))) return i;
    if (s.upos[i] === "VERB" || s.upos[i] === "PUNCT") break;
  }
  for (const d of children(s, verb)) {
    // "took the men aside and fired" takes no fire
    const relation = baseRelation(s, d);
    if (relation === "conj" || relation === "parataxis") continue;
    // "during the call he reiterated" repeats no call
    if (relation === "obl" && d < verb) continue;
    if (wordIs(s, d, word)) return d;
    for (const c of children(s, d, "case", "mark", "compound:prt", "nmod"))
      if (wordIs(s, c, word) && c > verb) return c;
  }
  // a headline's "Website blocked in Harare"
  const isBarePassive =
    s.xpos[verb] === "VBN" && child(s, verb, "nsubj:pass") >= 0 && child(s, verb, "aux") < 0;
  return word === "be" && isBarePassive ? verb : -1;
}

function conditionsHold(reader: SlotReader, frame: Frame): boolean {
  // "said that its airspace had not been violated": nobody is blamed
  if (frame.type === "ACCUSE" && frame.needs.has("comp") && reader.read("comp").some(reader.isNegated))
    return false;
  if (frame.type === "REQUEST" && reader.onlyTells()) return false;
  if (frame.negated && !reader.isNegatedItself()) return false;
  for (const [slot, test] of frame.needs) if (!reader.holds(slot, test)) return false;
  for (const [slot, test] of frame.not) if (reader.holds(slot, test, slot === "obj")) return false;
  return true;
}

/** What is accepted, supported or turned down under "it". */
const STAND_FOR = new Set(
  "ceasefire truce agreement accord deal pact plan proposal offer invitation initiative roadmap resolution demand call mediation ultimatum settlement attack strike raid decision".split(
    " ",
  ),
);

/** Reads the slots of one trigger, each once. */
class SlotReader {
  private readonly s: Sentence;
  private readonly cache = new Map<string, readonly number[]>();
  readonly carrierToken: number;
  readonly carrier: LightVerb | null;

  constructor(
    private readonly parsed: ParsedReport,
    private readonly sentence: number,
    private readonly token: number,
    private readonly last: number,
    private readonly kind: TriggerKind,
    private readonly lexicon: FrameLexicon,
  ) {
    this.s = parsed.sentences[sentence]!;
    const found = kind === "noun" ? findCarrier(this.s, token, lexicon) : null;
    this.carrier = found?.light ?? null;
    this.carrierToken = found?.verb ?? -1;
  }

  /** Whether a verb that may ask only tells or asks a question: "told officers that there would be no truce", "asked whether it was over". */
  onlyTells(): boolean {
    const { s, token } = this;
    if (this.kind !== "verb") return false;
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
          !said.some((c) => marked(c, "that") || (marked(c, "to") && this.objects().length > 0))
        );
      // "insisted that nothing had been paid"
      case "insist":
        return said.length > 0 && said.every((c) => marked(c, "that") && this.isFact(c));
      // "hoped to win", "hoped that the truce would hold": nothing asked of anybody
      case "hope":
        return !said.some((c) => children(s, c, "nsubj").some((t) => this.isSomebody(t)));
      default:
        return false;
    }
  }

  /** "That it was over", "that they have left"; not "that the army leave": whether a clause tells how things are. */
  private isFact(clause: number): boolean {
    const { s } = this;
    const isModal = children(s, clause, "aux").some((t) => s.xpos[t] === "MD");
    const isOne = children(s, clause, "nsubj").some((t) => /^NNP?$/.test(s.xpos[t]!));
    if (isModal || s.xpos[clause] === "VB" || (isOne && s.xpos[clause] === "VBP")) return false;
    return [clause, ...children(s, clause, "aux", "aux:pass", "cop")].some((t) =>
      /^VB[DZP]$/.test(s.xpos[t]!),
    );
  }

  /** Somebody of whom something can be asked: a party, "both sides", "all parties". */
  private isSomebody(t: number): boolean {
    const { s } = this;
    return this.partyAt(t) || /^(?:side|party|both|all|leader|belligerent)$/.test(s.lemma[t]!);
  }

  readonly isNegated = (t: number): boolean => isNegated(this.s, t);
  isNegatedItself(): boolean {
    return isNegated(this.s, this.token);
  }

  /** The first slot that a party fills, the light verb's slots after the noun's own; else the first that anything fills. */
  firstFilled(
    slots: readonly string[],
    role?: "actor" | "recipient",
    taken: readonly number[] = [],
  ): readonly number[] {
    let fallback: readonly number[] = [];
    for (const slot of [...slots, ...(role ? [role] : [])]) {
      const filled = slot === role ? this.carried(role) : this.read(slot);
      const tokens = (role === "actor" ? filled.flatMap((t) => this.doersOf(t)) : filled).filter(
        (t) => !this.isTime(t) && !taken.includes(t),
      );
      // "Iraqi forces have begun their assault": the subject says whose it is
      if (role && tokens.length > 0 && tokens.every((t) => this.s.upos[t] === "PRON")) {
        const carried = this.carried(role);
        if (carried.some((t) => this.hasParty(t))) return carried;
      }
      if (tokens.some((t) => this.hasParty(t))) return tokens;
      if (fallback.length === 0) fallback = tokens;
    }
    return fallback;
  }

  /** "The attack carried out | by gunmen | injured two": who did what acts; else the token itself. */
  private doersOf(t: number): readonly number[] {
    if (this.partyAt(t)) return [t];
    const done = children(this.s, t, "acl").filter((verb) =>
      this.lexicon.lightVerbs
        .get(this.s.lemma[verb]!.toLowerCase())
        ?.some((light) => light.noun === "obj" && light.subject === "actor"),
    );
    const by = done.flatMap((verb) => agent(this.s, verb));
    return by.length > 0 ? withConjuncts(this.s, by) : [t];
  }

  /** Something that two have with each other. */
  private isArrangement(t: number): boolean {
    const lemma = this.s.lemma[t]!.toLowerCase();
    return ["ceasefire", "accord", "talks"].some((c) => this.lexicon.classes.get(c)?.has(lemma));
  }

  private isTime(t: number): boolean {
    return this.lexicon.classes.get("temporal")?.has(this.s.lemma[t]!.toLowerCase()) ?? false;
  }

  /** A party at the token or among the words that modify it. */
  private hasParty(t: number): boolean {
    return (
      this.partyAt(t) ||
      [...possessors(this.s, t), ...modifiers(this.s, t), ...prepositional(this.s, t, "of")].some((m) =>
        this.partyAt(m),
      )
    );
  }

  read(slot: string): readonly number[] {
    const known = this.cache.get(slot);
    if (known) return known;
    const found = this.find(slot);
    const tokens =
      slot === "between" && found.length === 1 ? [...found, ...this.otherSide(found[0]!)] : found;
    this.cache.set(slot, tokens);
    return tokens;
  }

  /** "The truce between the Houthis | and the Yemeni government took effect": the second side read as the verb's subject. */
  private otherSide(first: number): readonly number[] {
    const { parsed, sentence, s } = this;
    const mentions = parsed.mentions[sentence] ?? [];
    const to = mentions.find((m) => m.head === first)?.to ?? first + 1;
    if (s.form[to]?.toLowerCase() !== "and") return [];
    const from = /^(?:the|its|their)$/i.test(s.form[to + 1] ?? "") ? to + 2 : to + 1;
    const second = mentions.find((m) => m.parties.length > 0 && (m.from === from || m.from === to + 1));
    return second ? [second.head] : [];
  }

  private find(slot: string): readonly number[] {
    return this.slot(slot).map((t) => namedAs(this.s, t));
  }

  private slot(slot: string): readonly number[] {
    const { s, token } = this;
    const verbal = this.kind === "verb";
    switch (slot) {
      case "subj":
        if (verbal) return this.subjects();
        if (this.kind === "adj") return withConjuncts(s, adjectiveSubject(s, token));
        // "Norway is the largest donor"
        return child(s, token, "cop") >= 0
          ? withConjuncts(s, surfaceSubject(s, token))
          : this.carrierSubject();
      case "obj":
        return verbal ? this.objects() : [];
      case "iobj":
        return withConjuncts(s, children(s, token, "iobj"));
      case "comp":
        return this.complements();
      case "poss":
        return possessors(s, token);
      case "adj":
        return this.partyModifiers();
      case "mod":
        return modifiers(s, token);
      case "gov":
        return governors(s, token, this.lexicon);
      case "head":
        // whatever it hangs on: empty where a headline without a verb is told by it ("Taliban delegation in Oslo")
        return s.head[token]! >= 0 ? [s.head[token]!] : [];
      case "gov-subj":
        return nominalGovernor(s, token, this.lexicon).slot === "obj"
          ? logicalSubject(s, nominalGovernor(s, token, this.lexicon).verb)
          : [];
      case "broker":
        return this.brokers();
      case "appos":
        return this.namedBeside();
      case "of-obj":
        return this.partiesInside(this.objects());
      case "adv":
        return children(s, token, "advmod", "compound:prt");
      case "of-in":
      case "of-for":
        return this.partiesInside(this.read(slot.slice(3)));
      case "of-subj":
        return this.partiesInside(this.read("subj"));
      case "by":
        return this.kind === "noun" ? this.nounAgents() : prepositional(s, token, "by");
      case "from":
        // "700 kilometres from each other": how far, and not whence
        return this.prepositionalOfCarrier(slot).filter((t) => !/^(?:each|other|another)$/i.test(s.form[t]!));
      default:
        return this.prepositionalOfCarrier(slot);
    }
  }

  /** "was shot and killed | by gunmen", "were let go | by the rebels": of a phrase's last verb, where the first has none. */
  private subjects(): readonly number[] {
    const { s, token, last } = this;
    const own = logicalSubject(s, token);
    if (own.length > 0 || last === token || s.head[last] !== token) return own;
    if (!/^VBN?$/.test(s.xpos[last]!)) return own;
    return withConjuncts(s, prepositional(s, last, "by"));
  }

  /** "asked Kabul to reopen" (often read as indirect object), "handed over the base" (its particle read as a preposition). */
  private objects(): readonly number[] {
    const { s, token } = this;
    const own = logicalObject(s, token);
    if (own.length > 0) return own;
    const indirect = children(s, token, "iobj");
    if (indirect.length > 0) return withConjuncts(s, indirect);
    // "urged Kabul and Islamabad to talk", read as a clause with a subject of its own
    for (const clause of children(s, token, "ccomp")) {
      if (
        s.xpos[clause] !== "VB" ||
        !children(s, clause, "mark").some((m) => s.form[m]!.toLowerCase() === "to")
      )
        continue;
      const raised = children(s, clause, "nsubj").filter((t) => t > token);
      if (raised.length > 0) return withConjuncts(s, raised);
    }
    return particleObject(s, token);
  }

  /** Of the head, else of the last word of a verb phrase: "came to the aid | of Kabul", "stands ready | to mediate". */
  private orOfPhrase(read: (t: number) => readonly number[]): readonly number[] {
    const own = read(this.token);
    return own.length > 0 || this.last === this.token || this.kind === "noun" ? own : read(this.last);
  }

  /** Own, of the phrase's last word, or for an object noun its verb's: "signed a deal | to end the war". */
  private complements(): readonly number[] {
    const { s, token } = this;
    const own = this.orOfPhrase((t) => complements(s, t));
    if (own.length > 0 || this.kind !== "noun" || baseRelation(s, token) !== "obj") return own;
    return complements(s, s.head[token]!).filter((t) => t > token);
  }

  carrierSubject(): readonly number[] {
    if (this.carrierToken < 0) return [];
    const { s } = this;
    // "airstrikes launched by Israel", "strikes that Israel launched"
    if (s.head[this.carrierToken] === this.token) {
      const by = agent(s, this.carrierToken);
      return withConjuncts(
        s,
        by.length > 0 ? by : children(s, this.carrierToken, "nsubj").filter((t) => t !== this.token),
      );
    }
    return logicalSubject(s, this.carrierToken);
  }

  /** What stands in the slots of the light verb that are this to the event. */
  carried(role: "actor" | "recipient"): readonly number[] {
    if (!this.carrier) return [];
    const { s, carrierToken } = this;
    const heads: number[] = [];
    if (this.carrier.subject === role) heads.push(...this.carrierSubject());
    if (this.carrier.object === role) heads.push(...logicalObject(s, carrierToken));
    if (this.carrier.iobj === role) heads.push(...withConjuncts(s, children(s, carrierToken, "iobj")));
    for (const [preposition, is] of Object.entries(this.carrier.phrase))
      if (is === role) heads.push(...prepositional(s, carrierToken, preposition));
    return heads.filter((t) => t !== this.token);
  }

  private prepositionalOfCarrier(preposition: string): readonly number[] {
    const own = this.orOfPhrase((t) => prepositional(this.s, t, preposition));
    if (own.length > 0) return own;
    if (preposition === "of" && this.kind === "verb") {
      // "accused the other | of violations": hung on the pronoun
      const through = this.objects()
        .filter((o) => /^(?:other|another|them|it|him|her)$/i.test(this.s.form[o]!))
        .flatMap((o) => prepositional(this.s, o, preposition));
      if (through.length > 0) return through;
    }
    // "the ceasefire with the Houthis | came into force"
    if (preposition === "with" && this.kind === "verb") {
      const through = children(this.s, this.token, "nsubj", "nsubj:pass")
        .filter((t) => this.isArrangement(t))
        .flatMap((t) => prepositional(this.s, t, preposition));
      if (through.length > 0) return through;
    }
    if (preposition === "between" || preposition === "among") {
      // "a truce mediated by Norway | between the two": hung on the participle; "the truce between the two | was signed": on the subject
      const [over, below] = this.kind === "noun" ? [["acl"]] : [["nsubj", "nsubj:pass"], ["acl"]];
      const own = children(this.s, this.token, ...over!);
      // "a truce between the two | that has been broken"
      const isRelative = this.kind === "verb" && baseRelation(this.s, this.token) === "acl";
      const nouns = isRelative ? [...own, this.s.head[this.token]!] : own;
      const through = [...nouns, ...nouns.flatMap((n) => (below ? children(this.s, n, ...below) : []))];
      for (const t of through) {
        const sides = prepositional(this.s, t, preposition);
        if (sides.length > 0) return sides;
      }
    }
    // "the extradition of the dealer to Peru": a noun's phrases may hang on what it is done to
    if (this.kind === "noun" && preposition !== "of") {
      const through = children(this.s, this.token, "nmod").flatMap((o) =>
        prepositional(this.s, o, preposition),
      );
      if (through.length > 0) return through;
    }
    if (this.carrierToken >= 0 && this.carrierToken !== this.token) {
      const through = prepositional(this.s, this.carrierToken, preposition).filter((t) => t !== this.token);
      if (through.length > 0) return through;
    }
    // "offered to mediate | between Sudan and the RSF": the infinitive has the phrase
    for (const c of this.read("comp")) {
      const below = prepositional(this.s, c, preposition);
      if (below.length > 0) return below;
    }
    return [];
  }

  /** Parties among the words before the noun, by the tree or right before it. */
  private partyModifiers(): readonly number[] {
    const { s, token } = this;
    const out = modifiers(s, token).filter((t) => this.actorAt(t));
    if (out.length > 0) return unique(out.flatMap((t) => withConjuncts(s, [t]).filter((c) => c < token)));
    for (let i = token - 1; i >= 0 && i >= token - 5; i--) {
      if (this.actorAt(i)) return withConjuncts(s, [i]).filter((c) => c < token);
      if (this.partyAt(i)) break;
      if (
        s.upos[i] !== "ADJ" &&
        s.upos[i] !== "NOUN" &&
        s.upos[i] !== "PROPN" &&
        s.form[i] !== "-" &&
        s.upos[i] !== "ADV" &&
        // "the Houthi-led assault"
        !(s.form[i - 1] === "-" && this.lexicon.words.doing.has(s.form[i]!.toLowerCase()))
      )
        break;
    }
    return [];
  }

  /** A party that can act: "Pakistani airstrikes"; but "the Pahalgam attack", "the Kabul bombing" say where. */
  private actorAt(t: number): boolean {
    const m = mentionAt(this.parsed, this.sentence, t);
    return m?.agent === true && m.parties.some((p) => !(m.kind === "name" && p.sector === "GOV"));
  }

  private nounAgents(): readonly number[] {
    const { s, token } = this;
    const direct = prepositional(s, token, "by");
    if (direct.length > 0) return direct;
    // "separatists were | behind the bombing"
    const isBehind = children(s, token, "case").some((c) => s.form[c]!.toLowerCase() === "behind");
    if (isBehind && child(s, token, "cop") >= 0) return withConjuncts(s, subjectsOf(s, token, "nsubj"));
    // "the repatriation of prisoners by Iraq": the agent hangs on what it is done to
    const through = children(s, token, "nmod").flatMap((o) => prepositional(s, o, "by"));
    if (through.length > 0) return through;
    for (const verb of children(s, token, "acl")) {
      if (isBrokering(s, verb, this.lexicon.classes) || /^(?:attend|pose)$/.test(s.lemma[verb]!)) continue;
      // "an attack for which the group took responsibility"
      const owned = children(s, verb, "obj").some((o) => s.lemma[o] === "responsibility");
      if (owned && s.relation[verb] === "acl:relcl") return withConjuncts(s, subjectsOf(s, verb, "nsubj"));
      const by = agent(s, verb);
      if (by.length > 0) return withConjuncts(s, by);
    }
    // "the capture of the town by rebels": the phrase is often hung on the town
    return withConjuncts(
      s,
      prepositional(s, token, "of").flatMap((o) => prepositional(s, o, "by")),
    );
  }

  /** The names beside a noun that says what they are: "the mediators, Qatar and Egypt", "mediator Qatar". */
  private namedBeside(): readonly number[] {
    const { s, token } = this;
    const after = children(s, token, "appos", "flat").filter((t) => this.partyAt(t));
    const head = ["nmod", "compound", "amod"].includes(baseRelation(s, token)) ? s.head[token]! : -1;
    return withConjuncts(s, head > token && this.partyAt(head) ? [...after, head] : after);
  }

  brokers(): readonly number[] {
    return brokersOf(this.parsed, this.sentence, this.token, this.kind === "noun", this.lexicon.classes);
  }

  private partyAt(t: number): boolean {
    const m = mentionAt(this.parsed, this.sentence, t);
    return m !== null && m.parties.length > 0;
  }

  private partiesInside(heads: readonly number[]): readonly number[] {
    const { s } = this;
    const out: number[] = [];
    for (const m of this.parsed.mentions[this.sentence] ?? []) {
      if (
        dominates(s, this.token, m.head) &&
        this.kind === "verb" &&
        heads.some((h) => dominates(s, h, this.token))
      )
        continue;
      if (m.parties.length > 0 && heads.some((h) => h === m.head || dominates(s, h, m.head)))
        out.push(m.head);
    }
    // "defended the right of Rwandan troops | to strike militias in Congo": rather not those of a clause inside
    const outside = out.filter((t) => heads.some((h) => !isInClause(s, t, h)));
    return outside.length > 0 ? outside : out;
  }

  /** The tokens of a slot for which the test holds. */
  meeting(slot: string, test: WordTest | undefined): number[] {
    return test ? this.read(slot).filter((t) => this.wordHolds(t, test, false)) : [];
  }

  /** `ofFirst`: of what is joined, the first counts: "murdered the judge and his wife" is no quarrel at home. */
  holds(slot: string, test: WordTest, ofFirst = false): boolean {
    const { s } = this;
    const tokens = this.read(slot);
    const isJoined = (t: number) => baseRelation(s, t) === "conj" && tokens.includes(s.head[t]!);
    const counted = ofFirst ? tokens.filter((t) => !isJoined(t)) : tokens;
    if (counted.some((t) => this.wordHolds(t, test, slot === "comp"))) return true;
    if (test.parties && this.partiesIn(this.read(slot)) > 1) return true;
    const surface = slot === "of" ? nounAfter(this.s, this.token, slot) : -1;
    return surface >= 0 && this.wordHolds(surface, test, false);
  }

  private partiesIn(tokens: readonly number[]): number {
    const joined = tokens.flatMap((t) => [t, ...children(this.s, t, "conj")]);
    const parties = joined.flatMap((t) => mentionAt(this.parsed, this.sentence, t)?.parties ?? []);
    return new Set(parties.map((p) => p.code ?? p.words)).size;
  }

  /** "Jordan supported it": what was told before, in the sentence or the one before it, where only such a thing can be meant. */
  private standsFor(t: number, test: WordTest): boolean {
    const { s, parsed, sentence } = this;
    // "accepted it", "accepted the new one"
    const pointing = s.upos[t] === "PRON" ? /^(it|this|that)$/i : /^one$/i;
    if (!pointing.test(s.form[t]!) || this.kind !== "verb") return false;
    if (t < this.token || mentionAt(parsed, sentence, t)?.parties.length) return false;
    const before = parsed.passageOf[sentence] === parsed.passageOf[sentence - 1] ? sentence - 1 : sentence;
    for (let k = sentence; k >= before; k--) {
      const other = parsed.sentences[k]!;
      for (let i = k === sentence ? this.token - 1 : other.form.length - 1; i >= 0; i--)
        if (other.upos[i] === "NOUN" && STAND_FOR.has(joinedLemma(other, i)))
          return test.words.has(joinedLemma(other, i));
    }
    return false;
  }

  private wordHolds(t: number, test: WordTest, clause: boolean): boolean {
    const { s } = this;
    if (test.any || test.words.has(lemmaOf(s, t)) || test.words.has(s.form[t]!.toLowerCase())) return true;
    const mention = mentionAt(this.parsed, this.sentence, t);
    if (mention && ((test.party && mention.parties.length > 0) || (test.person && mention.person !== null)))
      return true;
    if (test.known && mention?.parties.some((p) => p.code !== null)) return true;
    if (
      test.place &&
      (mention?.parties.length || (s.upos[t] === "PROPN" && !mention && !CALENDAR.test(s.form[t]!)))
    )
      return true;
    // a name that the lexicon does not know: "killed Abdullah"
    if (test.person && s.upos[t] === "PROPN" && !mention && !CALENDAR.test(s.form[t]!)) return true;
    if (test.party && s.names.some((n) => n.from <= t && t < n.to && n.kind !== "LOC")) return true;
    if (test.person && s.names.some((n) => n.from <= t && t < n.to && n.kind === "PER")) return true;
    // "a series of attacks", "dozens of soldiers": what is counted
    if (s.upos[t] === "NUM" || this.lexicon.classes.get("quantity")?.has(s.lemma[t]!.toLowerCase())) {
      if (prepositional(s, t, "of").some((o) => this.wordHolds(o, test, false))) return true;
    }
    if (this.standsFor(t, test)) return true;
    if (test.words.has("dollar") && /^[$€£¥₹]$/.test(s.form[t]!)) return true;
    if (test.number && (s.upos[t] === "NUM" || children(s, t, "nummod").length > 0)) return true;
    if (clause) {
      // "agreed to hold talks": the infinitive's object speaks as well
      const inner = [...children(s, t, "obj", "nsubj:pass"), ...children(s, t, "xcomp")];
      if (inner.some((o) => test.words.has(s.lemma[o]!.toLowerCase()))) return true;
      if (test.words.has(`${s.lemma[t]} ${s.form[t + 1]?.toLowerCase()}`)) return true;
    }
    return phrasesAround(s, t).some((phrase) => test.words.has(phrase));
  }
}

/** Whether a clause stands between a word and a noun above it. */
function isInClause(s: Sentence, token: number, noun: number): boolean {
  for (let t = token; t !== noun && t >= 0; t = s.head[t]!)
    if (["acl", "advcl", "ccomp", "xcomp"].includes(baseRelation(s, t))) return true;
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

function adjectiveSubject(s: Sentence, t: number): readonly number[] {
  const own = surfaceSubject(s, t);
  if (own.length > 0) return own;
  // "forces loyal to Haftar", "a state willing to talk"
  return baseRelation(s, t) === "amod" && s.head[t]! >= 0 ? [s.head[t]!] : [];
}

/** The light verb that carries an event noun, by where the noun stands under it. */
function findCarrier(
  s: Sentence,
  noun: number,
  lexicon: FrameLexicon,
): { verb: number; light: LightVerb } | null {
  const governor = nominalGovernor(s, noun, lexicon);
  if (governor.verb >= 0) {
    for (const light of lexicon.lightVerbs.get(s.lemma[governor.verb]!.toLowerCase()) ?? []) {
      if (!light.words.slice(1).every((p) => phraseWord(s, governor.verb, governor.verb, p) >= 0)) continue;
      // "stopped |shelling|": what is told is that it stopped
      if (light.stops && s.upos[noun] === "VERB") continue;
      if (light.noun === governor.slot) return { verb: governor.verb, light };
    }
  }
  for (const verb of children(s, noun, "acl")) {
    for (const light of lexicon.lightVerbs.get(s.lemma[verb]!.toLowerCase()) ?? []) {
      if (light.noun === "obj" && light.subject === "actor") return { verb, light };
    }
  }
  return null;
}

/** What stands over a noun: the verb of which it is subject or object ("lifted the siege"), the noun of which it is the `of` phrase. */
function governors(s: Sentence, noun: number, lexicon: FrameLexicon): number[] {
  const { verb, slot } = nominalGovernor(s, noun, lexicon);
  const head = s.head[noun]!;
  const above = head >= 0 && baseRelation(s, noun) === "nmod" && child(s, noun, "case") >= 0 ? [head] : [];
  // "entered the second week of a strike": both the verb and what is counted
  return verb >= 0 && (slot === "obj" || slot === "subj") ? [verb, ...above] : verb >= 0 ? [] : above;
}

/** The verb over a noun and the slot in which the noun stands there, through "a series of" and coordination. */
function nominalGovernor(
  s: Sentence,
  noun: number,
  lexicon: FrameLexicon,
  steps = 0,
): { verb: number; slot: string } {
  const governor = s.head[noun]!;
  if (governor < 0 || steps > 3) return { verb: -1, slot: "" };
  const relation = s.relation[noun]!;
  switch (baseRelation(s, noun)) {
    case "obj":
      return { verb: governor, slot: "obj" };
    case "nsubj":
      return { verb: governor, slot: relation === "nsubj:pass" ? "obj" : "subj" };
    // "civilians are facing |shelling| by the army", read as a verb
    case "xcomp":
    case "advcl":
      return s.xpos[noun] === "VBG" && governor === noun - 1
        ? { verb: governor, slot: "obj" }
        : { verb: -1, slot: "" };
    case "obl": {
      const preposition = child(s, noun, "case");
      return { verb: governor, slot: preposition < 0 ? "" : s.form[preposition]!.toLowerCase() };
    }
    case "conj":
      return nominalGovernor(s, governor, lexicon, steps + 1);
    case "nmod": {
      if (lexicon.classes.get("quantity")?.has(s.lemma[governor]!.toLowerCase()))
        return nominalGovernor(s, governor, lexicon, steps + 1);
      // "denied | any role | in the killing": the light verb is two words, and the phrase hangs on the second
      const over = nominalGovernor(s, governor, lexicon, steps + 1);
      const slot = s.form[child(s, noun, "case")]?.toLowerCase();
      const isLight = lexicon.lightVerbs
        .get(s.lemma[over.verb]?.toLowerCase() ?? "")
        ?.some((l) => l.noun === slot && l.words[1] === s.lemma[governor]!.toLowerCase());
      return isLight && over.slot === "obj" ? { verb: over.verb, slot: slot! } : { verb: -1, slot: "" };
    }
    default:
      return { verb: -1, slot: "" };
  }
}
