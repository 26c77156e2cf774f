import { createHash } from "node:crypto";
import type { Trace } from "../../src/coding/read-report.js";
import type { ReportRef } from "../../src/record/incident.js";
import { isNearDuplicate, originsOf } from "../../src/record/near-duplicates.js";
import { type ConflictRecord, recordOf } from "../../src/record/record.js";
import { type ReportRecord, recordOfReport } from "../../src/record/report-record.js";
import { type IncidentKind, kindOf, type Telling } from "../../src/record/telling.js";
import { bodyOf } from "../../src/sources/body.js";
import type { Span } from "../../src/text/span.js";

/** A report that was read, with what it gives to the record. */
export interface Reading {
  readonly document: string;
  readonly trace: Trace;
  readonly ref: ReportRef;
  readonly record: ReportRecord;
  readonly claims: readonly Claim[];
}

/** An event or a toll of a report, with where it stands. */
export interface Claim extends Span {
  readonly id: string;
  /** The words that tell it; for a toll all of its words. */
  readonly trigger: Span;
  readonly kind: IncidentKind;
  /** "ASSAULT/aerial happened", "killed". */
  readonly says: string;
  /** What it tells of: "ASSAULT/aerial", "COERCE/", "killed". */
  readonly what: string;
  /** The telling that it is part of; null where it is told of no happening. */
  readonly telling: Telling | null;
}

export interface Linked {
  readonly readings: readonly Reading[];
  readonly record: ConflictRecord;
  /** The incident of each telling. */
  readonly incidentOf: ReadonlyMap<string, string>;
}

/** @param salt keeps two documents with one text apart, where they are to count as two reports */
export function readingOf(trace: Trace, document: string, salt = ""): Reading {
  const { coded } = trace;
  const { report } = coded;
  const hash = createHash("sha256")
    .update(salt + report.text)
    .digest("hex")
    .slice(0, 32);
  const record = recordOfReport(coded, hash);
  const tellings = new Map<string, Telling>();
  for (const t of record.tellings) for (const claim of [...t.events, ...t.tolls]) tellings.set(claim.id, t);
  const ref = {
    hash,
    label: document,
    outlet: report.outlet,
    title: report.title,
    published: report.published,
    origin: hash,
  };
  const claims = [
    ...coded.events.map((e): Claim => {
      const id = `${hash}/e${e.id}`;
      return {
        id,
        start: e.start,
        end: e.end,
        trigger: e.trigger,
        kind: kindOf(e.type),
        what: `${e.type}/${e.mode ?? ""}`,
        says: `${e.type}${e.mode ? `/${e.mode}` : ""} ${e.status}${e.contentOf === null ? "" : ", content"}`,
        telling: tellings.get(id) ?? null,
      };
    }),
    ...coded.tolls.map((t): Claim => {
      const id = `${hash}/t${t.id}`;
      return {
        id,
        start: t.start,
        end: t.end,
        trigger: t,
        kind: "violence",
        what: t.harm,
        says: t.harm,
        telling: tellings.get(id) ?? null,
      };
    }),
  ];
  return { document, trace, ref, record, claims };
}

/** The record of all readings; copies of one text have one origin. */
export function linked(readings: readonly Reading[], origins = true): Linked {
  const edges: [string, string][] = readings.map(({ ref }) => [ref.hash, ref.hash]);
  if (origins) {
    const bodies = readings.map(({ trace }) => bodyOf(trace.coded.report));
    for (let a = 0; a < readings.length; a++)
      for (let b = a + 1; b < readings.length; b++)
        if (isNearDuplicate(bodies[a]!, bodies[b]!).duplicate)
          edges.push([readings[a]!.ref.hash, readings[b]!.ref.hash]);
  }
  const originOf = originsOf(edges);
  const own = readings.map((r) => ({ ...r, ref: { ...r.ref, origin: originOf.get(r.ref.hash)! } }));
  const record = recordOf(own);
  const incidentOf = new Map(
    record.incidents.flatMap((i) => i.tellings.map((t): [string, string] => [t.id, i.id])),
  );
  return { readings: own, record, incidentOf };
}

const overlap = (a: Span, b: Span) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** Claims at a place in the text, the one that covers most of it with its own words first. */
export function claimsAt(reading: Reading, span: Span): Claim[] {
  return reading.claims
    .map((claim) => ({ claim, words: overlap(claim.trigger, span), all: overlap(claim, span) }))
    .filter(({ words, all }) => words > 0 || all > 0)
    .sort((a, b) => b.words - a.words || b.all - a.all)
    .map(({ claim }) => claim);
}

type Sentence = Trace["parsed"]["sentences"][number];

const sentenceAt = ({ trace }: Reading, span: Span): Sentence | undefined =>
  trace.parsed.sentences.find(({ start, end }) => {
    const n = start.length;
    return n > 0 && start[0]! <= span.start && span.start < end[n - 1]!;
  });

/** The token of some words that hangs on none of the others. */
function headOf(s: Sentence, span: Span): number | undefined {
  const inside = Array.from(s.start.keys()).filter((k) => s.end[k]! > span.start && s.start[k]! < span.end);
  return inside.find((k) => !inside.includes(s.head[k]!)) ?? inside[0];
}

/** Where the head of some words begins; null where the sentence was not read. */
export function headAt(reading: Reading, span: Span): number | null {
  const s = sentenceAt(reading, span);
  const head = s && headOf(s, span);
  return s && head !== undefined ? s.start[head]! : null;
}

/** Relations within the words for a speaker whose words name the same one: "the actress's agent, Jane Roe". */
const NAMED_BESIDE = /^(?:flat|appos|compound|conj)/;

/** Who says it, where a word is that of a statement: nouns and names for the speaker, lower case; empty where it is none or nobody is named. */
export function speakersAt(reading: Reading, at: number): string[] {
  const names = reading.trace.coded.attributions.flatMap((a) => {
    const isCue = a.kind === "speech" && !a.nominal && a.cueSpan.start <= at && at < a.cueSpan.end;
    const source = isCue ? a.sourceSpan : null;
    const s = source ? sentenceAt(reading, source) : undefined;
    const head = s && headOf(s, source!);
    if (!s || head === undefined) return [];
    // "he said": whom the pronoun was found to stand for
    if (s.upos[head] === "PRON") return a.speaker === null ? [] : [a.speaker.split(" ").at(-1)!];
    const named = [head];
    s.head.forEach((up, k) => {
      const isInside = s.start[k]! >= source!.start && s.end[k]! <= source!.end;
      if (isInside && named.includes(up) && NAMED_BESIDE.test(s.relation[k]!)) named.push(k);
    });
    return named.filter((k) => s.upos[k] === "NOUN" || s.upos[k] === "PROPN").map((k) => s.lemma[k]!);
  });
  return [...new Set(names.map((n) => n.toLowerCase()))];
}

/** Lemma of the head of some words; the words themselves where the sentence was not read. */
export function headLemma(reading: Reading, span: Span): string {
  const s = sentenceAt(reading, span);
  const head = s && headOf(s, span);
  return s && head !== undefined
    ? s.lemma[head]!.toLowerCase()
    : reading.trace.coded.report.text.slice(span.start, span.end).toLowerCase();
}

/** Arcs up the tree from words to a claim that tells the same with another word ("killed when aircraft bombed the house"). */
const GOVERNING_ARCS = 2;

/** Claims whose own words govern some words of the text, the nearest first; empty where the sentence was not read. */
export function governingClaims(reading: Reading, span: Span): Claim[] {
  const s = sentenceAt(reading, span);
  if (!s) return [];
  const found: Claim[] = [];
  let at = headOf(s, span);
  for (let arcs = 0; arcs < GOVERNING_ARCS && at !== undefined; arcs++) {
    const up = s.head[at]!;
    if (up < 0) break;
    found.push(...reading.claims.filter((c) => c.trigger.start < s.end[up]! && c.trigger.end > s.start[up]!));
    at = up;
  }
  return found;
}

/** The sentences with a claim of a kind: whether one holds the words. */
export function hasClaimInSentence(reading: Reading, span: Span, kind: IncidentKind): boolean {
  const s = sentenceAt(reading, span);
  if (!s) return false;
  const [start, end] = [s.start[0]!, s.end[s.end.length - 1]!];
  return reading.claims.some((c) => c.kind === kind && c.trigger.start >= start && c.trigger.end <= end);
}
