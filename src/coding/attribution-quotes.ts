import type { Quotation, Quotations } from "../language/quotes.js";
import { contains, overlaps, type Span } from "../text/span.js";
import { SpanIndex } from "../text/span-index.js";
import { clauseEnd } from "./attribution-clauses.js";
import { canSpeak, speakerOf } from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  isSpeechCue,
  lower,
  PLAIN_SPEECH,
  type SentenceView,
  spanOf,
  type VerbContext,
} from "./attribution-view.js";
import { type NounPhrase, phraseAt } from "./noun-phrases.js";

/*
 * Quotations that no cue of their sentence has taken: what follows a cue (`…," he said. "…"`), whole quoted sentences and
 * paragraphs of the one who is speaking, and single words that the outlet sets apart.
 */

/** Pieces that stop with their sentence although their quotation goes on are drawn out to its end. */
export function extendOverSentences(
  drafts: readonly Draft[],
  views: readonly SentenceView[],
  quotations: Quotations,
): Draft[] {
  return drafts.map((d) => {
    if (d.kind !== "speech" || d.nominal) return d;
    const v = views[d.sentence]!;
    const stop = v.s.end[v.s.form.length - 1]!;
    const last = d.pieces.at(-1)!;
    const q = quotations
      .near({ start: stop, end: stop })
      .find(
        (x) =>
          x.start >= v.s.start[0]! &&
          x.start < stop &&
          x.end > stop &&
          x.start <= last.end &&
          last.end >= x.start &&
          last.end > x.inner.start,
      );
    if (!q || (d.cueSpan.start > q.start && d.cueSpan.end < q.end)) return d;
    return { ...d, pieces: [...d.pieces.slice(0, -1), { start: last.start, end: q.inner.end }] };
  });
}

/** Adds what the quotations that nobody has claimed say: to the draft before them, or as drafts of their own. */
export function withLooseQuotations(
  drafts: readonly Draft[],
  views: readonly SentenceView[],
  quotations: Quotations,
  passageOf: readonly number[],
): Draft[] {
  const out = [...drafts];
  const contentAt = new SpanIndex();
  const said = new SpeechOrder(out, contentAt);
  const viewOf = new Map<Quotation, SentenceView>();
  for (const v of views) for (const x of v.quotes) if (!viewOf.has(x.quotation)) viewOf.set(x.quotation, v);
  const quoting = new Map<number, number[]>();
  const note = (k: number, pieces: readonly Span[]): void => {
    const d = out[k]!;
    for (const p of pieces) contentAt.add(k, p);
    if (d.token < 0 || d.nominal || !hasQuotation(d, pieces, quotations)) return;
    const list = quoting.get(d.sentence);
    if (!list) quoting.set(d.sentence, [k]);
    else if (!list.includes(k)) list.push(k);
  };
  const add = (d: Draft): void => note(out.push(d) - 1, d.pieces);
  drafts.forEach((d, k) => {
    note(k, d.pieces);
  });
  let covered = -1;
  for (const q of quotations.all) {
    if (q.scare || q.start < covered) continue;
    covered = q.end;
    if (
      contentAt.near(q.inner).some((k) => {
        const d = out[k]!;
        return (
          !(d.cueSpan.start >= q.start && d.cueSpan.end <= q.end) &&
          d.pieces.some((p) => overlaps(p, q.inner))
        );
      })
    )
      continue;
    const view = viewOf.get(q);
    if (!view) continue;
    const tokens = view.quotes.find((x) => x.quotation === q)!;
    if (tokens.from > 0 && !/^[.!?:]$/.test(view.s.form[tokens.from - 1]!) && tokens.from > 2) {
      const draft = embedded(view, tokens.from, tokens.to, q);
      if (draft) add(draft);
      continue;
    }
    const opened =
      tokens.from === 0
        ? announced(views[view.index - 1], q)
        : view.s.form[tokens.from - 1] === ":"
          ? announced(view, q, tokens.from)
          : null;
    if (opened) {
      add(opened);
      continue;
    }
    const last = said.before(q.start);
    // the draft of the same sentence that has a quotation, where there is one: `"…," said Ali, speaking of the war. "…"`
    const before = last < 0 ? -1 : Math.max(...(quoting.get(drafts[last]!.sentence) ?? [last]));
    if (
      before >= 0 &&
      passageOf[out[before]!.sentence] === passageOf[view.index] &&
      hasQuotation(out[before]!, out[before]!.pieces, quotations)
    ) {
      const d = out[before]!;
      // `"…," he said. "…"`: a sentence of its own
      if (view.index > d.sentence && tokens.from === 0 && tokens.to - tokens.from >= 6 && !q.continues) {
        add({ ...d, pieces: [q.inner], rule: "quotation:continued", by: "surface" });
        continue;
      }
      out[before] = { ...d, pieces: [...d.pieces, q.inner] };
      note(before, [q.inner]);
      continue;
    }
    if (tokens.to - tokens.from < 6 && !q.continues) continue;
    const near = before >= 0 ? out[before]! : said.after(q.end);
    if (!near || Math.abs(near.sentence - view.index) > 8) continue;
    add({
      ...PLAIN_SPEECH,
      sentence: view.index,
      token: -1,
      cueSpan: near.cueSpan,
      source: null,
      running: true,
      pieces: [q.inner],
      rule: "quotation:running-speaker",
    });
  }
  return out;
}

/** "The governor added:" before a paragraph that is one quotation. */
function announced(v: SentenceView | undefined, q: Quotation, to = v?.end ?? 0): Draft | null {
  const opening = announcing(v, to);
  return opening && quotedDraft(opening.v, opening.cue, opening.source, q.inner, "quotation:announced");
}

/** The cue and the speaker of a sentence that ends with a colon, or of its beginning up to one. */
function announcing(v: SentenceView | undefined, to = v?.end ?? 0) {
  if (v?.s.form[to - 1] !== ":") return null;
  for (let cue = to - 2; cue >= 0; cue--) {
    // "provided |the following statement| on the advance:"
    const isStatement =
      inClass(v, "artefact", v.s.lemma[cue]!.toLowerCase()) && /^(?:following|this)$/.test(lower(v, cue - 1));
    const verb = isStatement ? v.s.head[cue]! : isSpeechCue(v, cue) ? cue : -1;
    const source = verb >= 0 ? speakerOf(v, verb, [])?.phrase : null;
    if (source) return { v, cue, source };
  }
  return null;
}

/** What one says in his own person. */
const FIRST_PERSON = /^(?:I|me|my|we|us|our|ours)$/i;

/**
 * "The minister said:" in a line of its own, and a statement without quotation marks after it: the next passage is his, and those
 * that follow while he speaks in his own person. The cue has no other content.
 */
export function withAnnouncedPassages(
  drafts: readonly Draft[],
  views: readonly SentenceView[],
  passageOf: readonly number[],
): Draft[] {
  let out = [...drafts];
  for (const v of views) {
    const next = v.index + 1;
    const opening = passageOf[next] === passageOf[v.index] ? null : announcing(v);
    if (!opening || !views[next] || v.headline || views[next].quotes.some((q) => q.from === 0)) continue;
    const pieces: Span[] = [];
    for (let i = next; i < views.length; ) {
      const passage = views.slice(i).filter((x) => passageOf[x.index] === passageOf[i]);
      const isOwn = passage.some((x) => x.s.form.some((f) => FIRST_PERSON.test(f)));
      if (passage[0]!.headline || (pieces.length > 0 && !isOwn)) break;
      const last = passage.at(-1)!.s;
      pieces.push({ start: passage[0]!.s.start[0]!, end: last.end[last.form.length - 1]! });
      i += passage.length;
    }
    if (pieces.length === 0) continue;
    const { cue, source } = opening;
    out = out.filter((d) => d.sentence !== v.index || d.token !== cue);
    const [first, ...more] = pieces;
    const d = quotedDraft(v, cue, source, first!, "quotation:announced");
    out.push({ ...d, pieces: [...d.pieces, ...more] });
  }
  return out;
}

const hasQuotation = (d: Draft, pieces: readonly Span[], quotations: Quotations) =>
  d.kind === "speech" && pieces.some((p) => quotations.near(p).some((q) => !q.scare && overlaps(p, q)));

/** How many cues are looked at for who spoke last before a place. */
const SPEECHES_WITHIN = 60;

/** Drafts of speech in the order of their cues: who spoke before and after a place. */
class SpeechOrder {
  private readonly order: readonly number[];

  constructor(
    private readonly drafts: readonly Draft[],
    private readonly contentAt: SpanIndex,
  ) {
    const speaks = (d: Draft) =>
      !d.nominal && (d.kind === "speech" || d.kind === "act") && !d.rule.startsWith("quotation:");
    this.order = [...drafts.keys()]
      .filter((k) => speaks(drafts[k]!))
      .sort((a, b) => this.cueOf(a) - this.cueOf(b) || b - a);
  }

  /** The last one, with its number, that ends before a place and lies in no other's content; -1 where there is none. */
  before(at: number): number {
    const first = this.firstFrom(at);
    for (let i = first - 1; i >= 0 && i >= first - SPEECHES_WITHIN; i--) {
      const d = this.drafts[this.order[i]!]!;
      if (d.cueSpan.end <= at && (d.source !== null || d.running) && !this.isInside(d)) return this.order[i]!;
    }
    return -1;
  }

  /** The first speech of somebody named whose cue does not begin before a place. */
  after(at: number): Draft | null {
    for (let i = this.firstFrom(at); i < this.order.length; i++) {
      const d = this.drafts[this.order[i]!]!;
      if (d.kind === "speech" && d.source !== null) return d;
    }
    return null;
  }

  private cueOf(k: number): number {
    return this.drafts[k]!.cueSpan.start;
  }

  /** Where in the order the cues begin that do not start before a place. */
  private firstFrom(at: number): number {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.cueOf(this.order[middle]!) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isInside(d: Draft): boolean {
    return this.contentAt.near(d.cueSpan).some((k) => {
      const o = this.drafts[k]!;
      return o !== d && o.pieces.some((p) => contains(p, d.cueSpan));
    });
  }
}

/** Quoted words inside a sentence without a cue: they are the words of the subject of its verb. */
function embedded(v: SentenceView, from: number, to: number, q: Quotation): Draft | null {
  if (to - from < 6) return null;
  for (let k = from - 1; k >= 0; k--) {
    if (!/^VB[DZP]$|^VBG$|^VBN$/.test(v.s.xpos[k]!)) continue;
    const speaker = speakerOf(v, k, []);
    const context: VerbContext = { earlier: [], isAgent: () => false };
    if (!speaker?.phrase || !canSpeak(v, speaker.phrase, context.isAgent)) return null;
    return quotedDraft(v, k, speaker.phrase, q.inner, "quotation:embedded");
  }
  return null;
}

function quotedDraft(v: SentenceView, token: number, source: NounPhrase, said: Span, rule: string): Draft {
  return {
    ...PLAIN_SPEECH,
    sentence: v.index,
    token,
    cueSpan: spanOf(v, { from: token, to: token + 1 }),
    source,
    pieces: [said],
    rule,
  };
}

/**
 * Words in quotation marks in the outlet's own voice: "carried out “precision strikes” deep inside the country". They are
 * laid to the subject of their clause, who is likely to have used them.
 */
export function scareQuotes(
  v: SentenceView,
  quotations: Quotations,
  isTaken: (span: Span) => boolean,
  isAgent: (token: number) => boolean,
): Draft[] {
  const out: Draft[] = [];
  const { s } = v;
  const span = { start: s.start[0]!, end: s.end[s.form.length - 1]! };
  for (const q of quotations.near(span)) {
    if (!q.scare || q.start < span.start || q.end > span.end || isTaken(q)) continue;
    let from = 0;
    while (from < s.form.length && s.start[from]! < q.start) from++;
    let to = from;
    while (to < s.form.length && s.end[to]! <= q.end) to++;
    const inner = phraseAt(s, from + 1, false);
    let after = to;
    const limit = to < v.end ? Math.min(clauseEnd(v, to, -1), to + 5) : to;
    while (after < limit && /^(?:NOUN|PROPN|ADP|ADV|DET|ADJ)$/.test(s.upos[after]!)) after++;
    let verb = from - 1;
    while (verb >= 0 && !/^VB/.test(s.xpos[verb]!)) verb--;
    const speaker = verb >= 0 ? speakerOf(v, verb, []) : null;
    const phrase =
      speaker?.phrase &&
      (isAgent(speaker.phrase.head) || inClass(v, "agent", s.lemma[speaker.phrase.head]!.toLowerCase()))
        ? speaker.phrase
        : null;
    out.push({
      sentence: v.index,
      token: from,
      cueSpan: { start: q.start, end: q.end },
      source: phrase,
      running: false,
      pieces: [
        inner
          ? { start: q.start, end: Math.max(q.end, s.end[Math.max(from, after - 1)]!) }
          : { start: q.start, end: q.end },
      ],
      kind: "scare-quote",
      stance: "asserts",
      certainty: "distanced",
      answers: null,
      nominal: true,
      by: "surface",
      rule: "quotation:scare",
    });
  }
  return out;
}
