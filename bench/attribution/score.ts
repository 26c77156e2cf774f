import { findQuotations, type Quotation } from "../../src/language/quotes.js";
import type { Sentence } from "../../src/language/sentence.js";
import { contains, overlaps, type Span } from "../../src/text/span.js";
import type { GoldAttribution } from "./documents.js";
import { SAYINGS } from "./sayings.js";

/*
 * Attributions as they are compared, and how they are scored: the conversions and metrics of Citron, a published extractor of
 * quotes, in terms of words. README.md says what each is for.
 */

export const ROLES = ["source", "cue", "content"] as const;
export type Role = (typeof ROLES)[number];

/** One attribution as sets of word numbers, gold and found alike. */
export interface Laid extends Readonly<Record<Role, ReadonlySet<number>>> {
  /** The cue as it was marked, before it was cut down to the word that says. */
  readonly cueAt: Span;
  /** Where the source is a relative pronoun only: the head of what it stands for, by the tree. */
  readonly antecedent: number | null;
  /** The rule that found it; "" in the gold. */
  readonly rule: string;
}

interface Word extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly sentence: number;
  readonly token: number;
}

const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|morning|afternoon|evening|night|week|month|year)$/i;
const RELATIVE = /^\s*(?:who|which|that|whom)\s*$/i;
const SAYS = /^(?:VERB|NOUN|PROPN|ADJ)$/;

/** The words of a document: tokens with a letter or a figure. */
export class Words {
  private readonly words: Word[];
  private readonly quotations: readonly Quotation[];

  constructor(
    readonly text: string,
    private readonly sentences: readonly Sentence[],
  ) {
    this.words = sentences.flatMap((s, sentence) =>
      s.form.flatMap((form, k) =>
        /[\p{L}\p{N}]/u.test(form)
          ? [
              {
                start: s.start[k]!,
                end: s.end[k]!,
                form,
                lemma: s.lemma[k]!,
                upos: s.upos[k]!,
                sentence,
                token: k,
              },
            ]
          : [],
      ),
    );
    this.quotations = findQuotations(text, { start: 0, end: text.length });
  }

  /** An attribution in the conventions in which all are compared. */
  laid(a: GoldAttribution, rule = ""): Laid {
    const content = this.within(a.content.filter((s) => !RELATIVE.test(this.text.slice(s.start, s.end))));
    // "said |that| …"
    if (content.length > 1 && this.is(content[0]!, /^that$/i)) content.shift();
    const source = this.within(a.source.map((s) => this.beforeAside(s))).filter(
      (w) => !this.is(w, /^['’]s?$/),
    );
    return {
      source: new Set(source),
      antecedent: source.length === 1 && this.is(source[0]!, RELATIVE) ? this.antecedentOf(source[0]!) : null,
      cue: new Set(this.saying(this.within(a.cue.slice(0, 1)))),
      content: new Set(this.joined(content)),
      cueAt: { start: a.cue[0]?.start ?? 0, end: a.cue[0]?.end ?? 0 },
      rule,
    };
  }

  /** An attribution with the words that its annotators marked, as they are. */
  marked(a: GoldAttribution): Laid {
    const set = (spans: readonly Span[]) => new Set(this.within(spans));
    return {
      source: set(a.source),
      antecedent: null,
      cue: set(a.cue),
      content: set(a.content),
      cueAt: { start: a.cue[0]?.start ?? 0, end: a.cue[0]?.end ?? 0 },
      rule: "",
    };
  }

  /** Those that have all three parts and lie neither in another's content nor, with their cue, in quotation marks. */
  outermost(all: readonly Laid[]): Laid[] {
    const whole = all.filter((a) => ROLES.every((role) => a[role].size > 0));
    const inOther = (a: Laid) =>
      whole.some((o) => o !== a && [...a.cue].every((w) => o.content.has(w)) && !liesIn(o, a));
    return whole.filter((a) => !this.quotations.some((q) => contains(q, a.cueAt)) && !inOther(a));
  }

  /** Whether a word of its cue is one of saying. */
  isSaying(a: Laid): boolean {
    return [...a.cue].some((w) => SAYINGS.has(this.words[w]!.lemma.toLowerCase()));
  }

  /** The lemma of the word that says, in lower case. */
  lemmaOfCue(a: Laid): string {
    return this.words[Math.min(...a.cue)]!.lemma.toLowerCase();
  }

  sentenceOf(a: Laid): string {
    const s = this.sentences[this.words[Math.min(...a.cue)]!.sentence]!;
    return this.text.slice(s.start[0]!, s.end[s.end.length - 1]!);
  }

  shown(a: Laid): string {
    const [source, cue, content] = ROLES.map((role) => this.read(a[role]));
    return `[${source}] <${cue}> ${content}`;
  }

  /** Its words, with "…" where some are left out. */
  private read(set: ReadonlySet<number>): string {
    const sorted = [...set].sort((a, b) => a - b);
    return sorted
      .map((w, i) => `${i > 0 && sorted[i - 1] !== w - 1 ? "… " : ""}${this.words[w]!.form}`)
      .join(" ");
  }

  private within(spans: readonly Span[]): number[] {
    return this.words.flatMap((w, k) => (spans.some((s) => overlaps(s, w)) ? [k] : []));
  }

  private is(word: number, form: RegExp): boolean {
    return form.test(this.words[word]?.form ?? "");
  }

  /** With the joiners between its pieces: "said that A |and that| B". */
  private joined(content: readonly number[]): number[] {
    return content.flatMap((w, i) => {
      const last = content[i - 1] ?? w;
      const between = Array.from({ length: Math.max(0, w - last - 1) }, (_, k) => last + 1 + k);
      return between.length <= 2 && between.every((x) => this.is(x, /^(?:and|or|but|that)$/i))
        ? [...between, w]
        : [w];
    });
  }

  /** "the mayor|, a doctor by training|", "the council |(GNC)|", "people |who had fled|". */
  private beforeAside(span: Span): Span {
    const cut = this.text.slice(span.start, span.end).search(/\s*[,([]|\s+(?:who|whose|which|that)\s/);
    return cut > 0 ? { start: span.start, end: span.start + cut } : span;
  }

  private antecedentOf(pronoun: number): number | null {
    const { sentence, token } = this.words[pronoun]!;
    const s = this.sentences[sentence]!;
    let t = token;
    while (t >= 0 && s.relation[t] !== "acl:relcl") t = s.head[t]!;
    const head = t < 0 ? -1 : this.words.findIndex((w) => w.sentence === sentence && w.token === s.head[t]);
    return head < 0 ? null : head;
  }

  /** "has |complained| bitterly about", "|said| in an interview on Friday"; all of a cue without such a word. */
  private saying(cue: readonly number[]): readonly number[] {
    const out: number[] = [];
    for (const w of cue) {
      const { upos, form } = this.words[w]!;
      if (SAYS.test(upos) && !TIME.test(form)) out.push(w);
      else if (upos === "ADP" && out.length > 0) break;
    }
    return out.length > 0 ? out : cue;
  }
}

/** Two that lie in each other are neither of them inside. */
const liesIn = (inner: Laid, outer: Laid) => [...inner.cue].every((w) => outer.content.has(w));

/** Pairs of gold and found, one to one: their cues overlap, and of several the one with most of the content. */
export function align(gold: readonly Laid[], found: readonly Laid[]): [number, number][] {
  const scored: [number, number, number][] = [];
  gold.forEach((g, i) => {
    found.forEach((p, k) => {
      if (overlaps(g.cueAt, p.cueAt)) scored.push([dice(g.content, p.content), i, k]);
    });
  });
  scored.sort((a, b) => b[0] - a[0]);
  const out: [number, number][] = [];
  for (const [, g, p] of scored) if (!out.some(([x, y]) => x === g || y === p)) out.push([g, p]);
  return out;
}

type Sums = Record<Role, number>;
const none = (): Sums => ({ source: 0, cue: 0, content: 0 });

/** Sums over documents. */
export class Scores {
  gold = 0;
  found = 0;
  private readonly same = none();
  private readonly shared = none();
  private readonly words = none();

  add(gold: readonly Laid[], found: readonly Laid[]): void {
    this.gold += gold.length;
    this.found += found.length;
    for (const role of ROLES) {
      for (const a of [...gold, ...found]) this.words[role] += a[role].size;
      for (const [g, p] of align(gold, found)) {
        this.shared[role] += sharedBy(gold[g]![role], found[p]![role]);
        if (sameIn(role, gold[g]!, found[p]!)) this.same[role]++;
      }
    }
  }

  /** Of attributions whose cues overlap and whose words in this role are the same. */
  exact(role: Role): number {
    return percent(2 * this.same[role], this.gold + this.found);
  }

  /** Of the words in this role that attributions whose cues overlap have in common. */
  overlap(role: Role): number {
    return percent(2 * this.shared[role], this.words[role]);
  }
}

const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);

/** The same words; of a source also the phrase that ends at its relative pronoun: "|the mayor|, who said". */
export const sameIn = (role: Role, a: Laid, b: Laid): boolean =>
  (a[role].size === b[role].size && sharedBy(a[role], b[role]) === a[role].size) ||
  (role === "source" && (standsFor(a, b) || standsFor(b, a)));

const standsFor = (pronoun: Laid, phrase: Laid) =>
  pronoun.antecedent !== null &&
  phrase.source.has(pronoun.antecedent) &&
  Math.max(...phrase.source) === Math.min(...pronoun.source) - 1;

/** The share of common words. */
export const dice = (a: ReadonlySet<number>, b: ReadonlySet<number>): number =>
  a.size + b.size === 0 ? 0 : (2 * sharedBy(a, b)) / (a.size + b.size);

function sharedBy(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}
