import { type Quotation, Quotations } from "../language/quotes.js";
import { contains, overlaps, type Span, wordsOf } from "../text/span.js";
import { SpanIndex } from "../text/span-index.js";
import { adjectiveAttribution } from "./attribution-adjectives.js";
import { appositiveAnswer } from "./attribution-answers.js";
import { finiteFollows } from "./attribution-clauses.js";
import { withGaps } from "./attribution-gaps.js";
import { markAttribution } from "./attribution-headlines.js";
import type { AttributionLexicon } from "./attribution-lexicon.js";
import { nounAttribution } from "./attribution-nouns.js";
import { phraseAttribution } from "./attribution-phrases.js";
import {
  extendOverSentences,
  scareQuotes,
  withAnnouncedPassages,
  withLooseQuotations,
} from "./attribution-quotes.js";
import { verbAttribution } from "./attribution-verbs.js";
import {
  type Draft,
  inClass,
  lower,
  type SentenceView,
  spanOf,
  trimSpan,
  type VerbContext,
  viewOf,
} from "./attribution-view.js";
import type { Attribution } from "./claim.js";
import { issuerAround } from "./issuer.js";
import type { NounPhrase } from "./noun-phrases.js";
import { type Issuer, isHeadline, mentionAt, type ParsedReport, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";

/**
 * Who says what in a report: direct and indirect speech, acts of speech (urges, accuses, welcomes), denials and doubts,
 * hearsay, beliefs and what things show. In the order of the cues. Nested ones name what they lie in.
 *
 * @param found the quotations of the whole report, as `findQuotations` gives them
 * @see docs/record.md; the rules of source, cue and content follow PARC and PolNeAR, without "that" and without the marks of
 *   a content that is one whole quotation
 */
export function findAttributions(
  parsed: ParsedReport,
  lexicon: AttributionLexicon,
  found: readonly Quotation[],
): Attribution[] {
  const quotations = new Quotations(found);
  const views = parsed.sentences.map((s, i) =>
    viewOf(s, i, isHeadline(parsed.report, parsed.passageOf[i]!), quotations, lexicon),
  );
  const cued = views.flatMap((v) => sentenceDrafts(v, parsed));
  const opened = withAnnouncedPassages(cued, views, parsed.passageOf);
  const extended = extendOverSentences(opened, views, quotations);
  const spoken = withLooseQuotations(extended, views, quotations, parsed.passageOf);
  const taken = spoken
    .filter((d) => d.kind === "speech" || d.kind === "act")
    .flatMap((d) => [...d.pieces, d.cueSpan]);
  const takenAt = SpanIndex.of(taken, (span) => [span]);
  const isTaken = (span: Span) => takenAt.near(span).some((k) => overlaps(taken[k]!, span));
  const scare = views.flatMap((v) =>
    v.headline ? [] : scareQuotes(v, quotations, isTaken, isAgentOf(parsed, v.index)),
  );
  const drafts = [...spoken, ...scare]
    .map((d) => trimmedDraft(parsed.report.text, d, quotations))
    .filter((d) => d.pieces.length > 0 && !isOwnVoice(parsed, d, views[d.sentence]!));
  drafts.sort((a, b) => a.cueSpan.start - b.cueSpan.start || a.pieces[0]!.start - b.pieces[0]!.start);
  return settle(drafts, parsed, views, quotations);
}

/** "We believe …" and "I told you …" inside a quotation are the words of who is quoted, and add no speaker. */
function isOwnVoice(parsed: ParsedReport, d: Draft, v: SentenceView): boolean {
  if (!d.source || d.token < 0) return false;
  // "I was unable to confirm it", outside of quotations, is who writes
  if (v.quoteOf[d.token]! < 0)
    return /^i$/i.test(v.s.form[d.source.head]!) && issuerOfWe(parsed, v, d.source.head) === null;
  // "our armed forces are ready" as well
  return [d.source.head, d.source.from].some((t) => /^(?:i|we|you|my|our|your)$/i.test(v.s.form[t]!));
}

/** Who "we" are in somebody's statement; null elsewhere, and for other words. */
const issuerOfWe = (parsed: ParsedReport, v: SentenceView, t: number): Issuer | null =>
  /^(?:we|us|our|i)$/i.test(v.s.form[t]!) && v.quoteOf[t]! < 0 ? issuerAround(parsed, v.s.start[t]!) : null;

/** "|The following statement| was issued by …" */
const issuerOfThis = (parsed: ParsedReport, v: SentenceView, { from, head }: NounPhrase): Issuer | null =>
  inClass(v, "artefact", v.s.lemma[head]!.toLowerCase()) &&
  v.s.form.slice(from, head).some((f) => /^(?:this|following|present)$/i.test(f))
    ? issuerAround(parsed, v.s.start[head]!)
    : null;

const isAgentOf = (parsed: ParsedReport, sentence: number) => (token: number) =>
  mentionAt(parsed, sentence, token)?.agent ?? false;

function sentenceDrafts(v: SentenceView, parsed: ParsedReport): Draft[] {
  const drafts: Draft[] = [];
  const isAgent = isAgentOf(parsed, v.index);
  const answered: Draft[] = [];
  for (let t = 0; t < v.s.form.length; t++) {
    const context: VerbContext = { earlier: drafts, isAgent };
    const answer = appositiveAnswer(v, t, drafts, context);
    if (answer) {
      answered.push(answer);
      const noun = answer.pieces.at(-1)!;
      for (let k = drafts.length - 1; k >= 0; k--)
        if (contains(noun, drafts[k]!.cueSpan) || contains(answer.cueSpan, drafts[k]!.cueSpan))
          drafts.splice(k, 1);
      for (const [k, d] of drafts.entries()) drafts[k] = endingBefore(v, d, answer);
      drafts.push(answer);
      continue;
    }
    const draft =
      verbAttribution(v, t, context) ??
      nounAttribution(v, t, context) ??
      adjectiveAttribution(v, t, context) ??
      phraseAttribution(v, t, context);
    if (draft) drafts.push(...withGaps(v, splitAtThat(v, draft)));
  }
  for (const [k, d] of drafts.entries()) drafts[k] = denialInWords(v, withinHost(d, drafts));
  const mark = drafts.length === 0 || v.headline ? markAttribution(v, { earlier: [], isAgent }) : null;
  if (mark) drafts.unshift(mark);
  return withoutShadows(drafts);
}

/** `"|These reports are false|," he said`: who says so denies them. */
function denialInWords(v: SentenceView, d: Draft): Draft {
  const [piece] = d.pieces;
  if (d.kind !== "speech" || d.stance !== "asserts" || piece === undefined) return d;
  const { s } = v;
  const words = s.start.findIndex((x, k) => x >= piece.start && s.upos[k] !== "PUNCT");
  let k = words;
  while (k >= 0 && s.upos[k] === "DET") k++;
  const claim = s.lemma[k]?.toLowerCase() ?? "";
  if (!inClass(v, "claim", claim)) return d;
  // "the reports |of troops in Kutum| were false": what it is called stands in the end
  const isNamed = /^(?:of|by)$/.test(lower(v, k + 1));
  const be = isNamed
    ? s.lemma.findLastIndex((l, t) => l === "be" && t > k && s.start[t]! < piece.end)
    : k + 1;
  if (be < 0 || (k === words && !isNamed) || s.lemma[be] !== "be") return d;
  k = be + 1;
  while (k < v.end && /^(?:DET|ADV|ADJ|PUNCT)$/.test(s.upos[k]!) && !inClass(v, "rejecting", s.lemma[k]!))
    k++;
  const isFalse = inClass(v, "rejecting", s.lemma[k]?.toLowerCase() ?? "");
  return isFalse && s.start[k]! < piece.end ? { ...d, stance: "denies" } : d;
}

/** What somebody is said to say ends where what is said of it ends: "said it was ready |to talk| and urged …". */
function withinHost(d: Draft, drafts: readonly Draft[]): Draft {
  const hosts = drafts.filter(
    (o) => o !== d && !o.nominal && o.pieces.length === 1 && contains(o.pieces[0]!, d.cueSpan),
  );
  if (hosts.length === 0) return d;
  const stop = Math.min(...hosts.map((o) => o.pieces[0]!.end));
  const last = d.pieces.at(-1)!;
  if (last.start >= stop || last.end <= stop) return d;
  return { ...d, pieces: [...d.pieces.slice(0, -1), { start: last.start, end: stop }] };
}

/** Content that ran over the answer to it ends before: "accuses X of Y|, an allegation Kabul rejects". */
function endingBefore(v: SentenceView, d: Draft, answer: Draft): Draft {
  const stop = answer.answers?.end ?? 0;
  const cut = d.pieces
    .filter((p) => p.start < stop)
    .map((p) => (p.end > stop && p.start < stop ? { start: p.start, end: stop } : p));
  return d.sentence === v.index && d.cueSpan.end <= stop && cut.length > 0 ? { ...d, pieces: cut } : d;
}

/** "adding that A |and that| B": each clause is an attribution of its own. */
function splitAtThat(v: SentenceView, draft: Draft): Draft[] {
  const piece = draft.pieces.at(-1)!;
  const { s } = v;
  if (draft.nominal || draft.kind === "hearsay") return [draft];
  const cuts: { before: number; from: number }[] = [];
  for (let k = 1; k + 1 < v.end; k++) {
    if (s.start[k]! <= piece.start || s.end[k]! > piece.end || v.quoteOf[k]! >= 0) continue;
    if (s.upos[k] !== "CCONJ" || s.form[k + 1]!.toLowerCase() !== "that" || !finiteFollows(v, k + 2))
      continue;
    if (
      s.upos[k + 2] === "NOUN" &&
      s.xpos[k + 1] === "DT" &&
      s.margin[k + 1]! > 60 &&
      s.relation[k + 1] === "det"
    )
      continue;
    cuts.push({ before: s.form[k - 1] === "," ? k - 1 : k, from: k + 2 });
  }
  if (cuts.length === 0) return [draft];
  const starts = [piece.start, ...cuts.map((c) => s.start[c.from]!)];
  const ends = [...cuts.map((c) => s.end[c.before - 1]!), piece.end];
  return starts.map((start, k) => ({
    ...draft,
    pieces: k === 0 ? [...draft.pieces.slice(0, -1), { start, end: ends[k]! }] : [{ start, end: ends[k]! }],
  }));
}

/** A noun of saying inside a verb's cue, or a nameless one that a denial is about, is no attribution of its own. */
function withoutShadows(drafts: readonly Draft[]): Draft[] {
  const answers = new Map<Draft, Span>();
  const kept = drafts.filter((d) => {
    if (!d.nominal)
      return !drafts.some(
        (o) =>
          o !== d &&
          o.token === d.token &&
          o.rule === d.rule &&
          drafts.indexOf(o) < drafts.indexOf(d) &&
          sameContent(o, d),
      );
    if (drafts.some((o) => o !== d && !o.nominal && contains(o.cueSpan, d.cueSpan))) return false;
    const host = drafts.find(
      (o) => o !== d && !o.nominal && o.stance !== "asserts" && o.pieces.some((p) => contains(p, d.cueSpan)),
    );
    if (host && d.source === null) {
      answers.set(host, d.pieces[0]!);
      return false;
    }
    return true;
  });
  return kept.map((d) => (answers.has(d) && d.answers === null ? { ...d, answers: answers.get(d)! } : d));
}

const sameContent = (a: Draft, b: Draft) => a.pieces[0]!.start === b.pieces[0]!.start;

function trimmedDraft(text: string, d: Draft, quotations: Quotations): Draft {
  const pieces = d.pieces.map((p) => trimSpan(text, p, quotations)).filter((p) => p.end > p.start);
  return { ...d, pieces };
}

/** Who spoke last, for what follows without a name. */
interface Running {
  readonly source: string;
  readonly span: Span;
  readonly parties: readonly PartyRef[];
  readonly speaker: string | null;
  readonly sentence: number;
  /** The head of the speaker's words as written, in lower case: "diplomat", "sources". */
  readonly noun: string;
}

/** Who has spoken up to an attribution. */
interface Voices {
  readonly last: Running | null;
  /** Who issued the last statement: "the statement added" is theirs, whoever spoke since. */
  readonly issuer: Running | null;
  readonly all: readonly Running[];
}

/** "said in a statement", "in its report": that what is said was issued. */
const inStatement = (v: SentenceView): boolean =>
  v.s.form.some(
    (f, k) =>
      /^(?:a|an|its|their|the)$/i.test(f) &&
      v.s.form[k - 1]?.toLowerCase() === "in" &&
      artefactAfter(v, k + 1),
  );

/** "joint |statement|" */
const artefactAfter = (v: SentenceView, t: number): boolean =>
  [t, t + 1].some((k) => inClass(v, "artefact", v.s.lemma[k]?.toLowerCase() ?? ""));

/** Gives the drafts their parties, their numbers and their place in each other. */
function settle(
  drafts: readonly Draft[],
  parsed: ParsedReport,
  views: readonly SentenceView[],
  quotations: Quotations,
): Attribution[] {
  const text = parsed.report.text;
  const out: Attribution[] = [];
  const contentAt = SpanIndex.of(drafts, (d) => d.pieces);
  const within = drafts.map((d) => enclosing(drafts, contentAt, d));
  let running: Running | null = null;
  let issuer: Running | null = null;
  const all: Running[] = [];
  const order = [...drafts.keys()].sort((a, b) => within[a]!.length - within[b]!.length || a - b);
  const runningAt = new Map<number, Running | null>();
  const settled = new Map<number, Attribution>();
  // Outer ones first, so that "we" inside a quotation finds who is quoted.
  for (const id of [...drafts.keys()]) runningAt.set(id, null);
  for (const id of order.filter((k) => within[k]!.length === 0)) {
    runningAt.set(id, running);
    const a = attribution(id, { last: running, issuer, all });
    settled.set(id, a);
    if (a.source === null || !a.sourceSpan || (a.kind !== "speech" && a.kind !== "act") || a.nominal)
      continue;
    running = runningOf(id, a.source, a.sourceSpan, a);
    all.push(running);
    if (inStatement(views[drafts[id]!.sentence]!)) issuer = running;
  }
  for (const id of order.filter((k) => within[k]!.length > 0)) {
    const host = settled.get(within[id]!.at(-1)!) ?? null;
    const voice: Running | null =
      host?.sourceSpan && host.source !== null
        ? runningOf(host.id, host.source, host.sourceSpan, host)
        : null;
    settled.set(id, attribution(id, { last: voice, issuer: null, all: [] }));
  }
  for (const id of [...drafts.keys()]) out.push(settled.get(id)!);
  return withAnswers(out, text);

  function runningOf(id: number, source: string, span: Span, a: Attribution): Running {
    const d = drafts[id]!;
    const noun = d.source ? views[d.sentence]!.s.form[d.source.head]!.toLowerCase() : "";
    return { source, span, parties: a.parties, speaker: a.speaker, sentence: d.sentence, noun };
  }

  function attribution(id: number, voices: Voices): Attribution {
    const d = drafts[id]!;
    const v = views[d.sentence]!;
    const found = d.source ? (accusedOf(parsed, v, d) ?? speakerOfPhrase(parsed, v, d.source, voices)) : null;
    const lent = d.running ? voices.last : null;
    const parties = found?.parties ?? lent?.parties ?? [];
    // a phrase of nothing but marks, cut off from both ends, names nobody
    const named = d.source && d.source.from <= d.source.to ? d.source : null;
    const sourceSpan = named ? spanOf(v, named) : (lent?.span ?? null);
    const start = d.pieces[0]!.start;
    const end = d.pieces.reduce((m, p) => Math.max(m, p.end), 0);
    return {
      id,
      start: d.pieces.reduce((m, p) => Math.min(m, p.start), start),
      end,
      source: sourceSpan ? wordsOf(text, sourceSpan) : null,
      sourceSpan,
      party: parties[0] ?? null,
      parties,
      speaker: found?.person ?? lent?.speaker ?? null,
      cue: wordsOf(text, d.cueSpan),
      cueSpan: d.cueSpan,
      kind: d.kind,
      nominal: d.nominal,
      stance: d.stance,
      certainty: d.certainty,
      direct:
        d.kind !== "scare-quote" &&
        d.pieces.every((p) => quotations.near(p).some((q) => !q.scare && contains(q, p))) &&
        !insideHost(id),
      within: within[id]!,
      answers: d.answers,
      pieces: d.pieces,
      rule: d.rule,
      by: d.by,
    };
  }

  /** A nested one is direct only by quotation marks of its own. */
  function insideHost(id: number): boolean {
    const host = within[id]!.at(-1);
    if (host === undefined) return false;
    const d = drafts[id]!;
    return quotations
      .near(d.cueSpan)
      .some((q) => !q.scare && contains(q, d.cueSpan) && d.pieces.every((p) => contains(q, p)));
  }
}

/** The drafts in whose content the cue and the content of one lie, outermost first. */
function enclosing(drafts: readonly Draft[], contentAt: SpanIndex, d: Draft): number[] {
  return contentAt
    .near(d.cueSpan)
    .map((id) => ({ o: drafts[id]!, id }))
    .filter(
      ({ o }) =>
        o !== d &&
        o.pieces.some((p) => contains(p, d.cueSpan)) &&
        d.pieces.every((p) => o.pieces.some((q) => overlaps(q, p))) &&
        !lieInEachOther(o, d),
    )
    .sort((a, b) => size(b.o) - size(a.o) || a.id - b.id)
    .map(({ id }) => id);
}

const lieInEachOther = (a: Draft, b: Draft) => b.pieces.some((p) => contains(p, a.cueSpan));
const size = (d: Draft) => d.pieces.reduce((n, p) => n + p.end - p.start, 0);

/** The parties that a speaker's words name, and the person. */
function speakerOfPhrase(
  parsed: ParsedReport,
  v: SentenceView,
  phrase: NounPhrase,
  voices: Voices,
): { parties: readonly PartyRef[]; person: string | null } {
  const { s } = v;
  const { last, issuer } = voices;
  const we = issuerOfWe(parsed, v, phrase.head) ?? issuerOfThis(parsed, v, phrase);
  if (we) return { parties: we.parties, person: null };
  const own = mentionAt(parsed, v.index, phrase.head);
  // "China, |which| has mediated between the army and the rebels"
  const relative = s.form.findIndex(
    (f, k) => k > phrase.head && k < phrase.to && /^(?:who|which|whose)$/i.test(f) && s.form[k - 1] === ",",
  );
  const to = relative < 0 ? phrase.to : relative;
  const inside = (parsed.mentions[v.index] ?? []).filter((m) => m.from < to && m.to > phrase.from);
  const person = own?.person ?? inside.find((m) => m.person !== null)?.person ?? null;
  // "State broadcaster |Yemen TV|", "The group|, the BLA|": whose it is says the word before, or the aside
  const aside = (m: PartyMention) =>
    s.form[m.from - 1] === "," || (s.form[m.from - 2] === "," && s.upos[m.from - 1] === "DET");
  const titled = own?.parties.some((p) => p.code !== null)
    ? null
    : inside.find(
        (m) => m.agent && (m.to === own?.from || aside(m)) && m.parties.some((p) => p.code !== null),
      );
  const heads: PartyMention[] = titled ? [titled] : own ? [own] : [];
  for (const m of inside) if (!heads.includes(m) && m.agent && joinedTo(v, phrase, m)) heads.push(m);
  const named = unique(heads.flatMap((m) => m.parties));
  const form = s.form[phrase.head]!.toLowerCase();
  const lemma = s.lemma[phrase.head]!.toLowerCase();
  // "the envoy", "the official": who spoke last, where the words name no side
  const role =
    phrase.to - phrase.from === 2 &&
    s.form[phrase.from]!.toLowerCase() === "the" &&
    /^(?:NN|JJ)$/.test(s.xpos[phrase.head]!) &&
    inClass(v, "agent", lemma);
  if (role && last && last.speaker !== null && named.every((p) => p.code === null))
    return { parties: last.parties, person: person ?? last.speaker };
  const definite = s.form[phrase.from]!.toLowerCase() === "the";
  const again = voiceAgain(v, phrase, voices);
  if (again && (form === "it" || named.every((p) => p.code === null) || !inClass(v, "again", lemma)))
    return { parties: again.parties, person: again.speaker };
  const body = definite && phrase.to - phrase.from === 2 ? bodyAgain(parsed, v, phrase) : null;
  if (body) return { parties: body.parties, person: null };
  const anaphoric = s.upos[phrase.head] === "PRON" && /^(?:he|she|it|they|we|i)$/.test(form);
  if (named.some((p) => p.code !== null) || (anaphoric && named.length > 0))
    return { parties: named, person };
  // "The statement, seen by |Reuters|, accused …"
  const seenBy = (m: PartyMention) => s.form[m.from - 1] === "by" && s.xpos[m.from - 2] === "VBN";
  const other = named.length > 0 ? null : inside.find((m) => m.agent && m.parties.length > 0 && !seenBy(m));
  if (other) return { parties: other.parties, person };
  // "Pakistan hit what |it| described as …": the subject of the sentence before who spoke last
  const subject = anaphoric && /^(?:it|they)$/.test(form) ? subjectBefore(parsed, v, phrase.from) : null;
  if (subject) return { parties: subject.parties, person: subject.person };
  // `"…," it said in a statement, which also announced …`
  const here = last !== null && last.span.start >= s.start[0]! && last.span.end <= s.start[phrase.from]!;
  const voice =
    inClass(v, "artefact", lemma) ||
    (definite && phrase.to - phrase.from === 2 && inClass(v, "again", lemma) && last?.speaker === null);
  if (issuer && definite && !here && inClass(v, "artefact", lemma))
    return { parties: issuer.parties, person };
  // "A statement said the drones came from the west", after what the army said
  const next = last !== null && last.sentence === v.index - 1 && phrase.from === 0 && phrase.to === 2;
  const place = definite && phrase.to - phrase.from > 1 ? openingPlace(parsed, v, phrase) : null;
  if (place) return { parties: place.parties, person };
  // "We could not verify the figures": the outlet, where nobody is quoted
  const isOutlets =
    /^(?:we|i)$/.test(form) &&
    v.quoteOf[phrase.head]! < 0 &&
    s.lemma.some((l) => /^(?:verify|corroborate|authenticate)$/.test(l));
  if (last && !isOutlets && (anaphoric || (voice && (definite || here || next))))
    return { parties: last.parties, person: person ?? (anaphoric ? last.speaker : null) };
  return { parties: named, person };
}

/** How many sentences back "the diplomat" may look for the one who spoke. */
const VOICE_WITHIN = 8;

/**
 * "the sources", "|the diplomat| added", "the base said": whoever spoke last under the same noun, of a side or of none; "they added":
 * several who spoke just before. Null for others.
 */
function voiceAgain(v: SentenceView, phrase: NounPhrase, { last, all }: Voices): Running | null {
  const { s } = v;
  const form = s.form[phrase.head]!.toLowerCase();
  if (form === "they" && phrase.to - phrase.from === 1) {
    const several = last !== null && last.sentence >= v.index - 1 && /[^s]s$/.test(last.noun);
    return several && last.parties.some((p) => p.code !== null) ? last : null;
  }
  // `The Zamzam room said so. "…," |it said|`: a body that the lexicon does not know
  if (form === "it" && last !== null && last.sentence === v.index - 1 && last.speaker === null) {
    const unknown = last.parties.every((p) => p.code === null) && last.noun !== "it";
    const begins = phrase.from === 0 || /^[,"”]$/.test(s.form[phrase.from - 1]!);
    return unknown && begins ? last : null;
  }
  if (phrase.to - phrase.from !== 2 || s.form[phrase.from]!.toLowerCase() !== "the") return null;
  if (!/^NNS?$/.test(s.xpos[phrase.head]!) || inClass(v, "artefact", s.lemma[phrase.head]!)) return null;
  return all.findLast((o) => o.noun === form && v.index - o.sentence <= VOICE_WITHIN) ?? null;
}

/** "|In Kyiv|, the headquarters said": the state of a capital that opens the sentence, for a body that nothing else places. */
function openingPlace(parsed: ParsedReport, v: SentenceView, phrase: NounPhrase): PartyMention | null {
  const { s } = v;
  if (!/^in$/i.test(s.form[0]!) || !inClass(v, "agent", s.lemma[phrase.head]!.toLowerCase())) return null;
  const place = (parsed.mentions[v.index] ?? []).find((m) => m.from === 1 && m.person === null);
  const party = place?.parties[0];
  return place &&
    s.form[place.to] === "," &&
    place.to < phrase.from &&
    party?.code &&
    party.code === party.country
    ? place
    : null;
}

/** "accused the militia of genocide, which |it| denies": who is accused, the first that the claim names; null in other answers. */
function accusedOf(
  parsed: ParsedReport,
  v: SentenceView,
  d: Draft,
): { parties: readonly PartyRef[]; person: string | null } | null {
  const { s } = v;
  if (d.answers === null || d.stance !== "denies" || !d.source) return null;
  if (!/^(?:it|they)$/i.test(s.form[d.source.head]!)) return null;
  const { start, end } = d.answers;
  const accused = (parsed.mentions[v.index] ?? []).find(
    (m) =>
      m.agent &&
      m.parties.some((p) => p.code !== null) &&
      s.start[m.from]! >= start &&
      s.end[m.to - 1]! <= end,
  );
  return accused ? { parties: accused.parties, person: accused.person } : null;
}

/** How many sentences back "the service" may look for the one that it is short for. */
const AGAIN_WITHIN = 4;

/** "the service", after "a patrol of the State Border |Service|": the last party before whose words hold the noun, capitalised. */
function bodyAgain(parsed: ParsedReport, v: SentenceView, phrase: NounPhrase): PartyMention | null {
  const noun = v.s.form[phrase.head]!;
  if (!inClass(v, "again", noun.toLowerCase())) return null;
  const name = `${noun[0]!.toUpperCase()}${noun.slice(1)}`;
  for (let i = v.index; i >= Math.max(0, v.index - AGAIN_WITHIN); i--) {
    const { form } = parsed.sentences[i]!;
    const named = (parsed.mentions[i] ?? []).findLast((m) => {
      if (m.parties.length === 0 || (i === v.index && m.from >= phrase.from)) return false;
      // "the UN |mission|"
      const { code, country } = m.parties[0]!;
      if (code !== null && code !== country && form[m.to - 1] === noun && m.to - m.from > 1) return true;
      let to = m.to;
      while (/^\p{Lu}/u.test(form[to] ?? "") && to < m.to + 4) to++;
      return form.slice(m.from, to).includes(name);
    });
    if (named) return named;
  }
  return null;
}

/** The last party before a token that is a subject of this sentence. */
function subjectBefore(parsed: ParsedReport, v: SentenceView, before: number): PartyMention | null {
  const subjects = (parsed.mentions[v.index] ?? []).filter(
    (m) =>
      m.to <= before &&
      m.agent &&
      m.parties.length > 0 &&
      v.s.relation[m.head]!.startsWith("nsubj") &&
      v.quoteOf[m.head] === v.quoteOf[before],
  );
  return subjects.at(-1) ?? null;
}

/** Whether a mention is coordinated with the head: "Afghan officials |and the UN|". */
function joinedTo(v: SentenceView, phrase: NounPhrase, m: PartyMention): boolean {
  if (m.from < phrase.from) return false;
  // "Egypt, Jordan and France"
  const listed = v.s.form.slice(phrase.from, phrase.to).some((f) => f === "and");
  if (
    listed &&
    (v.s.form[m.to] === "," || v.s.form[m.from - 1] === ",") &&
    !/^ADP$/.test(v.s.upos[m.from - 1] ?? "")
  )
    return true;
  for (let k = m.from - 1; k >= phrase.from && k > m.from - 4; k--) {
    const form = v.s.form[k]!.toLowerCase();
    if (form === "and" || form === "&") return m.from > phrase.head || phrase.head > m.to;
    if (v.s.upos[k] !== "DET" && v.s.upos[k] !== "ADJ" && form !== ",") return false;
  }
  return m.to <= phrase.head && v.s.form[m.to]?.toLowerCase() === "and";
}

function unique(parties: readonly PartyRef[]): PartyRef[] {
  return parties.filter(
    (p, i) => parties.findIndex((o) => o.code === p.code && (o.code !== null || o.words === p.words)) === i,
  );
}

/** How many attributions back an answer looks for what it answers. */
const ANSWERS_WITHIN = 200;

/** "Kabul denied the claim": what is answered is the last content that somebody else asserted. */
function withAnswers(attributions: readonly Attribution[], text: string): Attribution[] {
  return attributions.map((a, k) => {
    if (a.answers !== null || a.stance === "asserts" || a.end - a.start > 60) return a;
    if (
      !/^(?:(?:the|these|those|this|such|all|both|any|that|it|them|its?|his|her|their)\b\s*)?(?:\w+['’]s\s+|higher\s+|lower\s+)?(?:claims?|allegations?|accusations?|charges?|reports?|assertions?|figures?|numbers?|tolls?|involvement|responsibility|it|this|that|them)?(?:\s+(?:as\b|an?\s|["“]|lies\b|false\b|untrue\b|propaganda\b|nonsense\b).*)?$/i.test(
        wordsOf(text, a),
      ) &&
      !/^(?:the|th[eo]se|this|that|such)\s+\w+\s+(?:is|are|was|were)\b/i.test(wordsOf(text, a))
    )
      return a;
    // "the UN's figures" answers nobody but the UN
    const owner = /^(?:the )?(.+?)['’]s? \w+$/i.exec(wordsOf(text, a))?.[1] ?? null;
    const last = attributions
      .slice(Math.max(0, k - ANSWERS_WITHIN), k)
      .findLast(
        (o) =>
          (owner === null || (o.source ?? "").includes(owner)) &&
          o.end <= a.start &&
          o.cueSpan.start < a.cueSpan.start &&
          o.stance !== "denies" &&
          o.stance !== "doubts" &&
          !o.nominal &&
          (o.party?.code ?? null) !== (a.party?.code ?? null),
      );
    return last ? { ...a, answers: { start: last.start, end: last.end } } : a;
  });
}
