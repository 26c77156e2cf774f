import type { Quotation } from "../language/quotes.js";
import { overlaps, type Span } from "../text/span.js";
import { clauseEnd } from "./attribution-clauses.js";
import { canSpeak, speakerOf } from "./attribution-speakers.js";
import {
  type Draft,
  inClass,
  isSpeechCue,
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
  quotations: readonly Quotation[],
): Draft[] {
  return drafts.map((d) => {
    if (d.kind !== "speech" || d.nominal) return d;
    const v = views[d.sentence]!;
    const stop = v.s.end[v.s.form.length - 1]!;
    const last = d.pieces.at(-1)!;
    const q = quotations.find(
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
  quotations: readonly Quotation[],
  passageOf: readonly number[],
): Draft[] {
  const out = [...drafts];
  let covered = -1;
  for (const q of quotations) {
    if (q.scare || q.start < covered) continue;
    covered = q.end;
    if (
      out.some(
        (d) =>
          d.pieces.some((p) => overlaps(p, q.inner)) &&
          !(d.cueSpan.start >= q.start && d.cueSpan.end <= q.end),
      )
    )
      continue;
    const view = views.find((v) => v.quotes.some((x) => x.quotation === q));
    if (!view) continue;
    const tokens = view.quotes.find((x) => x.quotation === q)!;
    if (tokens.from > 0 && !/^[.!?:]$/.test(view.s.form[tokens.from - 1]!) && tokens.from > 2) {
      const draft = embedded(view, tokens.from, tokens.to, q);
      if (draft) out.push(draft);
      continue;
    }
    const opened = tokens.from === 0 ? announced(views, view.index, q) : null;
    if (opened) {
      out.push(opened);
      continue;
    }
    const last = lastSpeech(out, q.start);
    const before = last < 0 ? -1 : out.indexOf(directSibling(out, last, quotations));
    if (
      before >= 0 &&
      passageOf[out[before]!.sentence] === passageOf[view.index] &&
      hasQuotation(out[before]!, quotations)
    ) {
      const d = out[before]!;
      out[before] = { ...d, pieces: [...d.pieces, q.inner] };
      continue;
    }
    if (tokens.to - tokens.from < 6 && !q.continues) continue;
    const near = before >= 0 ? out[before]! : nextSpeech(out, q.end);
    if (!near || Math.abs(near.sentence - view.index) > 8) continue;
    out.push({
      sentence: view.index,
      token: -1,
      cueSpan: near.cueSpan,
      source: null,
      running: true,
      pieces: [q.inner],
      kind: "speech",
      stance: "asserts",
      certainty: "stated",
      answers: null,
      nominal: false,
      by: "surface",
      rule: "quotation:running-speaker",
    });
  }
  return out;
}

/** "The governor added:" before a paragraph that is one quotation. */
function announced(views: readonly SentenceView[], index: number, q: Quotation): Draft | null {
  const v = views[index - 1];
  if (v?.s.form[v.end - 1] !== ":") return null;
  for (let k = v.end - 2; k >= 0; k--) {
    if (!isSpeechCue(v, k)) continue;
    const speaker = speakerOf(v, k, []);
    if (!speaker?.phrase) continue;
    return quotedDraft(v, k, speaker.phrase, q, "quotation:announced");
  }
  return null;
}

/** The draft of the same sentence that has a quotation, where there is one: `"…," said Ali, speaking of the war. "…"`. */
function directSibling(drafts: readonly Draft[], k: number, quotations: readonly Quotation[]): Draft {
  const d = drafts[k]!;
  return (
    drafts
      .filter((o) => o.sentence === d.sentence && o.token >= 0 && !o.nominal && hasQuotation(o, quotations))
      .at(-1) ?? d
  );
}

const hasQuotation = (d: Draft, quotations: readonly Quotation[]) =>
  d.kind === "speech" && quotations.some((q) => !q.scare && d.pieces.some((p) => overlaps(p, q)));

/** The last draft of speech that stands before a place and lies in no other's content; -1 where there is none. */
function lastSpeech(drafts: readonly Draft[], at: number): number {
  const said = drafts.flatMap((d, k) =>
    d.cueSpan.end <= at &&
    !d.nominal &&
    (d.kind === "speech" || d.kind === "act") &&
    !d.rule.startsWith("quotation:") &&
    (d.source !== null || d.running)
      ? [k]
      : [],
  );
  said.sort((a, b) => drafts[b]!.cueSpan.start - drafts[a]!.cueSpan.start);
  const inside = (d: Draft) =>
    drafts.some((o) => o !== d && o.pieces.some((p) => p.start <= d.cueSpan.start && d.cueSpan.end <= p.end));
  return said.find((k) => !inside(drafts[k]!)) ?? -1;
}

function nextSpeech(drafts: readonly Draft[], at: number): Draft | null {
  const later = drafts.filter(
    (d) => d.cueSpan.start >= at && !d.nominal && d.kind === "speech" && d.source !== null,
  );
  return later.sort((a, b) => a.cueSpan.start - b.cueSpan.start)[0] ?? null;
}

/** Quoted words inside a sentence without a cue: they are the words of the subject of its verb. */
function embedded(v: SentenceView, from: number, to: number, q: Quotation): Draft | null {
  if (to - from < 6) return null;
  for (let k = from - 1; k >= 0; k--) {
    if (!/^VB[DZP]$|^VBG$|^VBN$/.test(v.s.xpos[k]!)) continue;
    const speaker = speakerOf(v, k, []);
    const context: VerbContext = { earlier: [], isAgent: () => false };
    if (!speaker?.phrase || !canSpeak(v, speaker.phrase, context.isAgent)) return null;
    return quotedDraft(v, k, speaker.phrase, q, "quotation:embedded");
  }
  return null;
}

function quotedDraft(v: SentenceView, token: number, source: NounPhrase, q: Quotation, rule: string): Draft {
  return {
    sentence: v.index,
    token,
    cueSpan: spanOf(v, { from: token, to: token + 1 }),
    source,
    running: false,
    pieces: [q.inner],
    kind: "speech",
    stance: "asserts",
    certainty: "stated",
    answers: null,
    nominal: false,
    by: "surface",
    rule,
  };
}

/**
 * Words in quotation marks in the outlet's own voice: "carried out “precision strikes” deep inside the country". They are
 * laid to the subject of their clause, who is likely to have used them.
 */
export function scareQuotes(
  v: SentenceView,
  quotations: readonly Quotation[],
  taken: readonly Span[],
  isAgent: (token: number) => boolean,
): Draft[] {
  const out: Draft[] = [];
  const { s } = v;
  const span = { start: s.start[0]!, end: s.end[s.form.length - 1]! };
  for (const q of quotations) {
    if (!q.scare || q.start < span.start || q.end > span.end || taken.some((t) => overlaps(t, q))) continue;
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
