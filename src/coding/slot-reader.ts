import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates } from "../language/tree.js";
import { brokersOf, isBrokering } from "./brokers.js";
import { findCarrier, governors, nominalGovernor } from "./carriers.js";
import type { FrameLexicon, LightVerb, TriggerKind } from "./frames.js";
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

/** Reads the slots of one trigger, each once. */
export class SlotReader {
  readonly s: Sentence;
  private readonly cache = new Map<string, readonly number[]>();
  readonly carrierToken: number;
  readonly carrier: LightVerb | null;

  constructor(
    readonly parsed: ParsedReport,
    readonly sentence: number,
    readonly token: number,
    private readonly last: number,
    readonly kind: TriggerKind,
    readonly lexicon: FrameLexicon,
  ) {
    this.s = parsed.sentences[sentence]!;
    const found = kind === "noun" ? findCarrier(this.s, token, lexicon) : null;
    this.carrier = found?.light ?? null;
    this.carrierToken = found?.verb ?? -1;
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

  /** The tokens in a slot; empty where nothing fills it. */
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

  /** A slot by its name in docs/lexicons.md. */
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
  objects(): readonly number[] {
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

  private carrierSubject(): readonly number[] {
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
  private carried(role: "actor" | "recipient"): readonly number[] {
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

  /** Whether a mention of a party holds the token. */
  partyAt(t: number): boolean {
    const m = mentionAt(this.parsed, this.sentence, t);
    return m !== null && m.parties.length > 0;
  }

  /** Heads of the parties named inside the phrases of these heads. */
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
}

/** Whether a clause stands between a word and a noun above it. */
function isInClause(s: Sentence, token: number, noun: number): boolean {
  for (let t = token; t !== noun && t >= 0; t = s.head[t]!)
    if (["acl", "advcl", "ccomp", "xcomp"].includes(baseRelation(s, t))) return true;
  return false;
}

function adjectiveSubject(s: Sentence, t: number): readonly number[] {
  const own = surfaceSubject(s, t);
  if (own.length > 0) return own;
  // "forces loyal to Haftar", "a state willing to talk"
  return baseRelation(s, t) === "amod" && s.head[t]! >= 0 ? [s.head[t]!] : [];
}

const unique = (x: readonly number[]): number[] => [...new Set(x)].sort((a, b) => a - b);
