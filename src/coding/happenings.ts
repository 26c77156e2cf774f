import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, dominates, spanOfTokens, subtree } from "../language/tree.js";
import type { Span } from "../text/span.js";
import type { EventClaim } from "./claim.js";
import type { EventDraft } from "./event-draft.js";
import { phraseOf } from "./noun-phrases.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { SequenceLexicon } from "./sequence-lexicon.js";
import { isPassive, surfaceSubject } from "./slots.js";

/** A happening that words of a report tell: a coded event, or a violent act that is only described. */
export interface Happening {
  readonly event: EventClaim | null;
  /** Token of its words in the sentence of the cue, or -1 where it is told elsewhere. */
  readonly token: number;
  readonly span: Span | null;
}

/** How many sentences back an act is looked for that the words at hand only point to. */
const BACK = 3;

const NO_DRAFTS: readonly number[] = [];
const ACTUAL = new Set(["happened", "ongoing", "denied"]);

/** Finds the events of a report by the words of a sentence: at a token, below it, in the clause that governs it. */
export class Happenings {
  private readonly bySentence = new Map<number, number[]>();

  constructor(
    readonly parsed: ParsedReport,
    private readonly drafts: readonly EventDraft[],
    readonly events: readonly EventClaim[],
    private readonly lexicon: SequenceLexicon,
  ) {
    drafts.forEach((d, id) => {
      const list = this.bySentence.get(d.sentence);
      if (list) list.push(id);
      else this.bySentence.set(d.sentence, [id]);
    });
  }

  private in(sentence: number): readonly number[] {
    return this.bySentence.get(sentence) ?? NO_DRAFTS;
  }

  private is(name: string, word: string): boolean {
    return this.lexicon.classes.get(name)?.has(word) === true;
  }

  /** The first actual event of which a token is the trigger or the verb that carries it. */
  at(k: number, t: number): Happening | null {
    for (const id of this.in(k)) {
      const { token, match } = this.drafts[id]!;
      const own = token === t || match.carrier === t || (match.first <= t && t <= match.last);
      if (own && ACTUAL.has(this.events[id]!.status)) return this.told(k, id, token);
    }
    return null;
  }

  private told(k: number, id: number, token: number): Happening {
    const s = this.parsed.sentences[k]!;
    return { event: this.events[id]!, token, span: this.wordsAt(s, token) };
  }

  /** The words that tell a happening among tokens `from` … `to`, `to` excluded: an event's trigger and slots, else its phrase. */
  wordsAmong(k: number, h: Happening, from: number, to: number): Span | null {
    const s = this.parsed.sentences[k]!;
    if (!h.event && h.span && from <= h.token && h.token < to)
      return { start: Math.max(h.span.start, s.start[from]!), end: Math.min(h.span.end, s.end[to - 1]!) };
    const d = h.event && this.drafts[h.event.id]!;
    if (h.token < 0 || !d || d.sentence !== k || s.upos[h.token] === "NOUN") return h.span;
    const { match } = d;
    const tokens = [match.first, match.last, ...match.actor, ...match.recipient].filter(
      (t) => from <= t && t < to,
    );
    const mentions = (this.parsed.mentions[k] ?? []).filter(
      (m) => m.from >= from && m.to <= to && tokens.some((t) => m.from <= t && t < m.to),
    );
    if (tokens.length === 0) return h.span;
    return spanOfTokens(
      s,
      Math.min(...tokens, ...mentions.map((m) => m.from)),
      Math.max(...tokens.map((t) => t + 1), ...mentions.map((m) => m.to)),
    );
  }

  private wordsAt(s: Sentence, token: number): Span {
    const { from, to } = phraseOf(s, token);
    return spanOfTokens(s, from, to);
  }

  /** The happening that a phrase or clause with this head tells of: its own, or what "a series of" and the like bring. */
  tell(k: number, t: number, skip = -1): Happening | null {
    const s = this.parsed.sentences[k]!;
    let layer = [t];
    for (let depth = 0; depth < 5 && layer.length > 0; depth++) {
      for (const x of layer) {
        const event = this.at(k, x);
        if (event) return event;
      }
      layer = layer.flatMap((x) => this.below(s, x)).filter((x) => x !== skip);
    }
    return null;
  }

  /** Where the happening of a word may be told by another below it. */
  private below(s: Sentence, x: number): number[] {
    if (s.upos[x] === "VERB" || s.upos[x] === "AUX" || s.upos[x] === "ADJ")
      return children(s, x, "xcomp", "obj", "conj");
    // "after Afghan forces launched strikes": a clause read as its subject
    const clause = children(s, x, "acl", "acl:relcl").filter(
      (c) => s.xpos[c] === "VBD" && c > x && !/^(who|which|that)$/i.test(s.form[x + 1] ?? ""),
    );
    if (clause.length > 0 && child(s, x, "case") >= 0) return clause;
    if (this.is("container", s.lemma[x]!)) return children(s, x, "nmod", "acl");
    return children(s, x, "conj").slice(0, 1);
  }

  /**
   * The happening of a phrase: told by an event, else described by a violent noun or verb; `presumed`: what the governing word takes for granted,
   * whatever its own status ("to avenge the killing").
   */
  tellOrDescribe(k: number, t: number, skip = -1, presumed = false): Happening | null {
    const told = this.tell(k, t, skip);
    if (told) return told;
    const s = this.parsed.sentences[k]!;
    const clause = this.describedClause(s, k, t);
    if (clause) return clause;
    for (const x of [t, ...(this.is("container", s.lemma[t]!) ? children(s, t, "nmod") : [])]) {
      const nominal = s.upos[x] === "NOUN" || s.upos[x] === "PROPN" || s.xpos[x] === "VBG";
      if (!nominal || !this.isViolent(s, x)) continue;
      if (mentionAt(this.parsed, k, x)?.kind === "name") continue;
      // called for, threatened or asked about: no happening
      if (!presumed && this.isCodedAsUnreal(k, x)) continue;
      const back = this.pointedTo(k, x);
      return back
        ? { event: back, token: x, span: this.wordsAt(s, x) }
        : { event: null, token: x, span: this.wordsAt(s, x) };
    }
    return null;
  }

  /** "After four of its soldiers were killed by a mine": a violent act in a clause of which nothing is coded. */
  private describedClause(s: Sentence, k: number, t: number): Happening | null {
    if (!/^VB[DNG]$/.test(s.xpos[t]!) || !this.is("violent-verb", s.lemma[t]!.toLowerCase())) return null;
    if (s.upos[t] !== "VERB" || this.isCodedAsUnreal(k, t)) return null;
    if (child(s, t, "nsubj", "obj") < 0) return null;
    if (children(s, t, "advmod", "aux").some((a) => /^(not|n't|n’t|never|would|could)$/i.test(s.form[a]!)))
      return null;
    const inside = subtree(
      s,
      t,
      (x) => x !== t && /^(mark|cc|punct|advcl|parataxis|conj|obl:unmarked)$/.test(s.relation[x]!),
    );
    const span = spanOfTokens(s, inside[0]!, inside.at(-1)! + 1);
    return { event: null, token: t, span };
  }

  private isViolent(s: Sentence, x: number): boolean {
    if (/^(any|no|every)$/i.test(s.form[child(s, x, "det")] ?? "")) return false;
    // "future attacks": none that was
    if (
      children(s, x, "amod").some((a) => /^(future|further|possible|potential|imminent)$/i.test(s.form[a]!))
    )
      return false;
    const lemma = s.lemma[x]!.toLowerCase();
    // "a military operation", but not a rescue operation
    const armed =
      this.is("violent-if-armed", lemma) &&
      children(s, x, "amod", "compound").some((a) => this.is("armed", s.form[a]!.toLowerCase()));
    if (!armed && !this.is("violent", lemma) && !this.is("violent", s.form[x]!.toLowerCase())) return false;
    const before = s.form[x - 1]?.toLowerCase() ?? "";
    return !/^(hunger|heart|labour|labor|general|panic|verbal|cyber|trade|price|political|media)$/.test(
      before,
    );
  }

  private isCodedAsUnreal(k: number, t: number): boolean {
    return this.in(k).some((id) => {
      const { token, match } = this.drafts[id]!;
      return (
        (token === t || match.carrier === t || (match.first <= t && t <= match.last)) &&
        !ACTUAL.has(this.events[id]!.status)
      );
    });
  }

  /** "The attack", "those strikes": the last violent event told before with the same word. */
  private pointedTo(k: number, t: number): EventClaim | null {
    const s = this.parsed.sentences[k]!;
    const determiner = s.form[child(s, t, "det")]?.toLowerCase() ?? "";
    if (!/^(the|that|this|these|those)$/.test(determiner)) return null;
    const lemma = s.lemma[t]!.toLowerCase();
    for (let j = k - 1; j >= 0 && j >= k - BACK; j--) {
      const other = this.parsed.sentences[j]!;
      for (const id of this.in(j).slice().reverse()) {
        const e = this.events[id]!;
        if (e.type !== "ASSAULT" || !ACTUAL.has(e.status)) continue;
        const { match } = this.drafts[id]!;
        for (let x = match.first; x <= match.last; x++)
          if (other.lemma[x]!.toLowerCase() === lemma || other.lemma[x]!.toLowerCase().endsWith(lemma))
            return e;
      }
    }
    return null;
  }

  /**
   * The event of the clause that the phrase at `t` hangs on, going up; `cue`: the word that ties it; `asked`: the phrase answers, so that
   * it may stand before "said".
   */
  governor(k: number, t: number, cue: number, asked: boolean): Happening | null {
    const s = this.parsed.sentences[k]!;
    // "shelled a town hours before Kyiv struck back": the main clause read as what hangs on the other
    if (cue < t) {
      for (const c of children(s, t, "ccomp", "parataxis")) {
        const told = c < cue ? this.tell(k, c, t) : null;
        if (told) return told;
      }
    }
    // "the strikes were in response to": the phrase is the predicate
    if (child(s, t, "cop") >= 0 || (s.head[t]! < 0 && child(s, t, "nsubj") >= 0)) {
      const subject = this.ofSubject(k, t, t);
      if (subject) return subject;
    }
    let below = t;
    for (let g = s.head[t]!, steps = 0; g >= 0 && steps < 7; below = g, g = s.head[g]!, steps++) {
      const own = this.tell(k, g, below);
      if (own && own.token !== t) return own;
      const verbal = s.upos[g] === "VERB" || s.upos[g] === "AUX";
      if (verbal || child(s, g, "cop") >= 0) {
        const subject = this.ofSubject(k, g, t);
        if (subject) return subject;
      }
      if (verbal) {
        // "the army said it shelled the post after …": what is said, where the phrase stands behind it
        for (const c of children(s, g, "ccomp", "parataxis")) {
          if (c === below || (c > t && !asked)) continue;
          const said = this.tell(k, c, t) ?? this.ofSubject(k, c, t);
          if (said) return said;
        }
      }
      const relation = baseRelation(s, g);
      if (relation === "ccomp" || relation === "root" || relation === "parataxis") return null;
      if (s.relation[g] === "acl:relcl") return null;
      if (relation === "advcl" && child(s, g, "mark") >= 0 && s.xpos[g] !== "VBG" && s.xpos[g] !== "VB")
        return null;
    }
    return null;
  }

  /** "The strikes came", "the raid was carried out": what the subject tells. */
  private ofSubject(k: number, verb: number, skip: number): Happening | null {
    const s = this.parsed.sentences[k]!;
    const light =
      s.upos[verb] !== "VERB" || this.is("occur", s.lemma[verb]!.toLowerCase()) || isPassive(s, verb);
    if (!light) return null;
    for (const subject of surfaceSubject(s, verb)) {
      if (subject === skip) continue;
      // "they came a day after": the last act told before
      if (/^(they|it|this|that|these)$/i.test(s.form[subject]!) && s.lemma[verb] === "come") {
        const event = this.lastViolent(k - 1);
        if (event) return { event, token: -1, span: null };
      }
      const told = this.tellOrDescribe(k, subject, skip);
      if (told?.event) return told;
    }
    return null;
  }

  private lastViolent(k: number): EventClaim | null {
    const id = this.in(k).find(
      (x) => this.events[x]!.type === "ASSAULT" && ACTUAL.has(this.events[x]!.status),
    );
    return id === undefined ? null : this.events[id]!;
  }

  /** The last violent act before a token by one of those against whom `answer` is directed. */
  lastAgainst(answer: EventClaim, k: number, t: number): EventClaim | null {
    if (answer.mutual) return null;
    // strikes on a country answer those who fight from it
    const foes = new Set(answer.recipient.flatMap((p) => (p.code === null ? [] : [p.code])));
    const isFoe = (p: PartyRef) => foes.has(p.code!) || (p.country !== null && foes.has(p.country));
    const own = new Set(answer.actor.flatMap((p) => (p.code === null ? [] : [p.code])));
    if (own.size === 0) return null;
    for (let j = k; j >= 0 && j >= k - BACK; j--) {
      for (const id of this.in(j).slice().reverse()) {
        const e = this.events[id]!;
        if (e === answer || e.type !== "ASSAULT" || !ACTUAL.has(e.status) || e.mutual) continue;
        if (j === k && this.drafts[id]!.token >= t) continue;
        const by = e.actor.filter((p) => p.code !== null);
        if (by.length === 0 || by.some((p) => own.has(p.code!))) continue;
        const on = e.recipient.flatMap((p) => (p.code === null ? [] : [p.code]));
        const between = foes.size > 0 ? by.some(isFoe) : on.some((c) => own.has(c));
        const suffered =
          on.length === 0 || on.some((c) => own.has(c)) || sameCountry(e.recipient, answer.actor);
        if (between && suffered) return e;
      }
    }
    return null;
  }

  /** The fight that words about who began it are about: in the same sentence, else the last before, with this party in it, or in this role. */
  fightNear(
    k: number,
    t: number,
    codes: readonly string[],
    role: "actor" | "recipient" | null = null,
  ): EventClaim | null {
    const has = (list: readonly PartyRef[]) => codes.every((c) => list.some((p) => p.code === c));
    for (let j = k; j >= 0 && j >= k - BACK; j--) {
      const near = this.in(j)
        .map((id) => ({ e: this.events[id]!, at: this.drafts[id]!.token }))
        .filter(({ e }) => e.type === "ASSAULT" && ACTUAL.has(e.status))
        .filter(({ e }) => has(role === null || e.mutual ? [...e.actor, ...e.recipient] : e[role]));
      // of a sentence before, what it tells first
      if (j === k) near.sort((a, b) => Math.abs(a.at - t) - Math.abs(b.at - t));
      if (near[0]) return near[0].e;
    }
    return null;
  }

  /** Whom the accusation over a word is made against: "accused Kigali of an unprovoked attack". */
  accusedOver(k: number, t: number): readonly PartyRef[] {
    const s = this.parsed.sentences[k]!;
    for (const id of this.in(k)) {
      const e = this.events[id]!;
      if (e.type === "ACCUSE" && !e.mutual && dominates(s, this.drafts[id]!.token, t)) return e.recipient;
    }
    return [];
  }
}

const sameCountry = (a: readonly PartyRef[], b: readonly PartyRef[]) =>
  a.some((x) => x.country !== null && b.some((y) => y.country === x.country));
