import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, spanOfTokens } from "../language/tree.js";
import type { Span } from "../text/span.js";
import type { Happening, Happenings } from "./happenings.js";
import { type ModalityLexicon, modalityAt } from "./modality.js";
import type { SequenceCue, SequenceLexicon } from "./sequence-lexicon.js";
import { logicalObject, logicalSubject, surfaceSubject } from "./slots.js";

/** A cue of order or cause found in a sentence, with the happenings that it ties. */
export interface SequenceMatch {
  readonly cue: SequenceCue;
  readonly sentence: number;
  /** Head of the cue's words. */
  readonly token: number;
  readonly span: Span;
  readonly later: Happening | null;
  readonly earlier: Happening | null;
  /** Head of the phrase or clause where the earlier happening stands, whether or not it tells of one; -1 where nothing stands. */
  readonly earlierAt: number;
}

/** All cues of a report that somebody puts as fact, sentence by sentence. */
export function matchSequenceCues(
  happenings: Happenings,
  lexicon: SequenceLexicon,
  modality: ModalityLexicon,
): SequenceMatch[] {
  const out: SequenceMatch[] = [];
  if (happenings.events.length === 0) return out;
  const { sentences } = happenings.parsed;
  const alleging = lexicon.classes.get("alleging") ?? new Set<string>();
  for (let k = 0; k < sentences.length; k++) {
    const s = sentences[k]!;
    for (let t = 0; t < s.form.length; t++) {
      for (const cue of candidates(lexicon, s, t)) {
        const match = matchAt(happenings, k, t, cue, modality, alleging);
        if (!match) continue;
        out.push(match);
        break;
      }
    }
  }
  return out;
}

function candidates(lexicon: SequenceLexicon, s: Sentence, t: number): readonly SequenceCue[] {
  const byForm = lexicon.cues.get(s.form[t]!.toLowerCase());
  const byLemma = s.lemma[t] === s.form[t] ? undefined : lexicon.cues.get(s.lemma[t]!.toLowerCase());
  return byForm && byLemma && byForm !== byLemma ? [...byForm, ...byLemma] : (byForm ?? byLemma ?? NONE);
}

const NONE: readonly SequenceCue[] = [];

function matchAt(
  happenings: Happenings,
  k: number,
  first: number,
  cue: SequenceCue,
  modality: ModalityLexicon,
  alleging: ReadonlySet<string>,
): SequenceMatch | null {
  const s = happenings.parsed.sentences[k]!;
  const last = first + cue.words.length - 1;
  if (last >= s.form.length) return null;
  for (let i = 0; i < cue.words.length; i++) {
    const t = first + i;
    const form = s.form[t]!.toLowerCase();
    const fits =
      form === cue.words[i] || (cue.class !== "words" && s.lemma[t]!.toLowerCase() === cue.words[i]);
    if (!fits) return null;
  }
  const token = headOf(s, cue, first, last);
  if (token < 0 || isDenied(s, cue, first, token, modality, alleging)) return null;
  if (cue.beside && !isBeside(s, token, last, cue.beside)) return null;
  if (cue.object && !logicalObject(s, token).some((o) => cue.object!.has(s.lemma[o]!.toLowerCase())))
    return null;
  const at = new CuePlace(happenings, k, cue, token, first, last);
  const { earlier, token: earlierAt } = at.earlier();
  const later = at.later(earlier);
  const told = earlier ?? at.before(later);
  return {
    cue,
    sentence: k,
    token,
    span: spanOfTokens(s, first, last + 1),
    later,
    earlier: told && { ...told, span: at.wordsOf(told) },
    earlierAt,
  };
}

/** The token of the cue by which it hangs in the tree, or -1 where the word is of another class. */
function headOf(s: Sentence, cue: SequenceCue, first: number, last: number): number {
  switch (cue.class) {
    case "verb":
      return /^VB/.test(s.xpos[first]!) ? first : -1;
    case "noun":
      if (!/^NN|^VBG/.test(s.xpos[last]!) || s.relation[last] === "compound") return -1;
      return /^(any|no)$/i.test(s.form[child(s, last, "det")] ?? "") ? -1 : last;
    case "adj":
      return last;
    default: {
      for (let t = last; t >= first; t--) {
        const h = s.head[t]!;
        if (h < first || h > last) return s.relation[t] === "compound" ? -1 : t;
      }
      return -1;
    }
  }
}

const NEGATION = /^(not|n't|n’t|never|nothing|nor|neither|no|without|hardly)$/i;

/** "Not in retaliation for", "did not respond", "will respond": no claim that it was so. */
function isDenied(
  s: Sentence,
  cue: SequenceCue,
  first: number,
  token: number,
  modality: ModalityLexicon,
  alleging: ReadonlySet<string>,
): boolean {
  for (let t = first - 1; t >= 0 && t >= first - 2; t--) if (NEGATION.test(s.form[t]!)) return true;
  if (isAlleged(s, token, alleging)) return true;
  if (cue.class !== "verb") return false;
  const { status, negated } = modalityAt(s, token, modality);
  return (
    negated ||
    (status !== null && status !== "ongoing" && status !== "denied" && !cue.later.includes("governor"))
  );
}

/** "The insinuation that Pakistan attacked first is a lie": what is laid to nobody named is nobody's claim. */
function isAlleged(s: Sentence, token: number, alleging: ReadonlySet<string>): boolean {
  for (let i = token, steps = 0; i >= 0 && steps < 6; i = s.head[i]!, steps++) {
    const relation = baseRelation(s, i);
    const over = s.head[i]!;
    if ((relation === "acl" || relation === "ccomp") && over >= 0 && s.upos[over] === "NOUN")
      if (alleging.has(s.lemma[over]!.toLowerCase())) return true;
  }
  return false;
}

/** "Fired first", "were the first to fire": the word depends on the verb right behind it, or governs it. */
function isBeside(s: Sentence, verb: number, last: number, words: ReadonlySet<string>): boolean {
  if (words.has(s.form[s.head[verb]!]?.toLowerCase() ?? "") && /^(acl|xcomp|advcl)/.test(s.relation[verb]!))
    return true;
  const objects = children(s, verb, "obj");
  // "opened fire |first| near the temple", wherever the tree has hung it
  const end = Math.max(last, ...objects.filter((o) => o <= last + 3)) + 1;
  if (words.has(s.form[end]?.toLowerCase() ?? "") && s.upos[end] === "ADV") return true;
  return [verb, ...objects].some((x) =>
    children(s, x, "advmod", "amod", "xcomp", "obj", "obl").some(
      (c) =>
        words.has(s.form[c]!.toLowerCase()) &&
        child(s, c, "case") < 0 &&
        // "the first village", "first, …" are something else
        (s.upos[c] === "ADV" || /^(shot|round|bullet)s?$/i.test(s.form[x]!) || c > last) &&
        s.form[c + 1] !== ",",
    ),
  );
}

/** The slots of one cue. */
class CuePlace {
  private readonly s: Sentence;

  constructor(
    private readonly happenings: Happenings,
    private readonly k: number,
    private readonly cue: SequenceCue,
    private readonly token: number,
    private readonly first: number,
    private readonly last: number,
  ) {
    this.s = happenings.parsed.sentences[k]!;
  }

  /** What the cue governs: of `words` the head of the last one; where the tree has a participle ("following an attack"), its object. */
  private object(): number {
    const { s, token } = this;
    const relation = baseRelation(s, token);
    if (s.xpos[token] === "VBG" && relation !== "case" && relation !== "mark") return child(s, token, "obj");
    if (relation !== "case" && relation !== "mark" && relation !== "advmod" && relation !== "fixed")
      return -1;
    const head = s.head[token]!;
    if (head <= this.last || isRecord(s, token, head)) return -1;
    // "|hours| after four soldiers were killed": the measure read as the subject of the clause
    const verb = s.head[token - 1] ?? -1;
    const measured =
      verb > head && MEASURE.test(s.form[token - 1]!) && baseRelation(s, token - 1) === "nsubj";
    if (measured && s.upos[head] !== "VERB" && !s.form.slice(head, verb).includes(",")) return verb;
    return clauseOf(s, head);
  }

  private phrase(preposition: string): number {
    const { s, token, last } = this;
    const right = (t: number) => s.form[t]?.toLowerCase() === preposition && s.head[t]! > t;
    // "in retaliation |for a rocket attack": the phrase right behind, wherever the tree has hung it
    if (right(last + 1)) return s.head[last + 1]!;
    const own = children(s, token, "obl", "nmod", "advcl", "acl").find(
      (t) =>
        t > token &&
        children(s, t, "case", "mark").some((c) => s.form[c]!.toLowerCase() === preposition) &&
        !(preposition === "to" && s.xpos[t] === "VB"),
    );
    return own ?? -1;
  }

  earlier(): { earlier: Happening | null; token: number } {
    let at = -1;
    for (const slot of this.cue.earlier) {
      const { happening, token } = this.slot(slot, null);
      if (token >= 0 && at < 0) at = token;
      if (happening) return { earlier: happening, token };
      if (token >= 0) break;
    }
    return { earlier: null, token: at };
  }

  later(earlier: Happening | null): Happening | null {
    for (const slot of this.cue.later) {
      const { happening } = this.slot(slot, earlier);
      if (happening?.event && happening.event !== earlier?.event) return happening;
    }
    return null;
  }

  /** Where nothing is governed: the last act of the other side. */
  before(later: Happening | null): Happening | null {
    if (!later?.event || !this.standsAlone()) return null;
    const event = this.happenings.lastAgainst(later.event, this.k, Math.max(this.token, later.token));
    return event && { event, token: -1, span: null };
  }

  /** The words of a happening on its side of the cue. */
  wordsOf(h: Happening): Span | null {
    const behind = h.token > this.last;
    return this.happenings.wordsAmong(
      this.k,
      h,
      behind ? this.last + 1 : 0,
      behind || h.token >= this.first ? this.s.form.length : this.first,
    );
  }

  /** No phrase says what it answers, and the cue may stand so. */
  private standsAlone(): boolean {
    const { s, cue, token } = this;
    if (!cue.earlier.includes("before")) return false;
    if (cue.earlier.some((slot) => slot !== "before" && this.slot(slot, null).token >= 0)) return false;
    if (cue.class !== "noun") return true;
    return children(s, token, "case").some((c) => cue.bare.has(s.form[c]!.toLowerCase()));
  }

  private slot(slot: string, earlier: Happening | null): { happening: Happening | null; token: number } {
    const { s, k, token, happenings, cue } = this;
    const told = (t: number, describe = true) =>
      t < 0
        ? { happening: null, token: -1 }
        : {
            happening: describe
              ? happenings.tellOrDescribe(k, t, -1, cue.class === "verb")
              : happenings.tell(k, t),
            token: t,
          };
    switch (slot) {
      case "self":
        return told(token, false);
      case "near":
      case "before":
        return { happening: null, token: -1 };
      case "governor": {
        // `words` such as "after" hang on what they govern, others on the clause itself
        const from = cue.class === "words" && this.object() >= 0 ? this.object() : token;
        if (cue.class === "noun" && !this.isAdverbial()) return { happening: null, token: -1 };
        const found = happenings.governor(k, from, token, cue.relation === "response");
        return { happening: found, token: found?.token ?? -1 };
      }
      case "object":
        return told(this.object());
      case "noun": {
        const noun = baseRelation(s, token) === "amod" ? s.head[token]! : -1;
        if (noun >= 0) {
          const own = told(noun, false);
          // "killed 58 soldiers in retaliatory operations"
          const over = own.happening ?? happenings.governor(k, noun, token, true);
          return { happening: over, token: over?.token ?? -1 };
        }
        // "the attack was unprovoked"
        const subject = child(s, token, "nsubj");
        return subject >= 0 ? told(subject) : told(s.head[token]!, false);
      }
      case "subj":
        return firstOf(logicalSubject(s, token).map((t) => told(t)));
      case "obj":
        return firstOf(logicalObject(s, token).map((t) => told(t)));
      default: {
        const t = this.phrase(slot);
        const found = told(t);
        return earlier && found.happening?.event === earlier.event ? { happening: null, token: -1 } : found;
      }
    }
  }

  /** "In response", "as retaliation", "was a response": the noun says how another act was meant. */
  private isAdverbial(): boolean {
    const { s, token } = this;
    return child(s, token, "case", "cop") >= 0 || s.head[token]! < 0 || this.first < token;
  }
}

/** "The worst fighting since the war": how far back one has to look, not what came first. */
function isRecord(s: Sentence, cue: number, head: number): boolean {
  if (s.form[cue]!.toLowerCase() !== "since" || s.head[head]! < 0) return false;
  return children(s, s.head[head]!, "amod").some((a) => s.xpos[a] === "JJS" || s.form[a] === "first");
}

const MEASURE = /^(minutes?|hours?|days?|weeks?|months?|years?)$/i;

/** "After M23 withdrew", read as "after M23": the finite verb whose subject the phrase is, else the phrase. */
function clauseOf(s: Sentence, head: number): number {
  if (!/^(NOUN|PROPN|PRON)$/.test(s.upos[head]!)) return head;
  for (let v = head + 1; v < s.form.length && v <= head + 6; v++) {
    if (s.form[v] === ",") break;
    if (/^VB[DZP]$/.test(s.xpos[v]!) && s.upos[v] === "VERB")
      return surfaceSubject(s, v).includes(head) && s.relation[v] !== "acl:relcl" ? v : head;
  }
  return head;
}

function firstOf(list: readonly { happening: Happening | null; token: number }[]): {
  happening: Happening | null;
  token: number;
} {
  return list.find((x) => x.happening) ?? list[0] ?? { happening: null, token: -1 };
}
