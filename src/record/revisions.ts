import { diffArrays } from "diff";
import { splitSentences } from "../language/sentences.js";
import { tokenize } from "../language/tokens.js";
import type { Span } from "../text/span.js";

/** What tells the versions of one article apart. */
export interface Revision {
  /** ISO days; null where it is not known. */
  readonly published: { readonly from: string | null; readonly to: string | null };
  /** ISO time with a fixed form, so that order of text is order of time. */
  readonly seenAt: string;
  readonly hash: string;
}

export type Difference =
  | { readonly kind: "same"; readonly before: Span; readonly after: Span }
  | { readonly kind: "removed"; readonly before: Span; readonly after: null }
  | { readonly kind: "added"; readonly before: null; readonly after: Span }
  | {
      readonly kind: "changed";
      readonly before: Span;
      readonly after: Span;
      /** The words that differ, inside the sentence; one side is null where words only went or only came. */
      readonly words: readonly { readonly before: Span | null; readonly after: Span | null }[];
    };

const TRACKING =
  /^(?:utm_.*|at_(?:medium|campaign|link.*|bbc.*|format|ptr.*|custom.*)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|_ga|_gl|_hs(?:enc|mi)|ref|ref_src|ref_url|referrer|source_ref|cmp|cmpid|ocid|smid|smtyp|xtor|traffic_source|ns_(?:campaign|mchannel|source|linkname|fee)|s_cid|ito|guccounter|guce_referrer.*|__twitter_impression)$/i;

/**
 * The form under which versions of one article are found again, or null where the address is none of http. Written with
 * https; lower-case host without www.; no user, fragment, tracking parameters or slash at the end; parameters in order.
 */
export function canonicalAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return null;
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const host = url.hostname.replace(/\.$/, "").replace(/^www\.(?=.*\.)/, "");
  if (host === "") return null;
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const parameters = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => parameter !== "" && !TRACKING.test(parameter.split("=", 1)[0]!))
    .sort();
  const path = url.pathname.replace(/\/+$/, "");
  return `https://${host}${port}${path}${parameters.length === 0 ? "" : `?${parameters.join("&")}`}`;
}

/**
 * Which version came first: by day of publication, then by when it was first seen, then by hash. A version whose day is
 * not known counts as of the day it was seen.
 */
export function revisionOrder(a: Revision, b: Revision): number {
  const [fromA, fromB] = [firstDay(a), firstDay(b)];
  return (
    compare(fromA, fromB) ||
    compare(a.published.to ?? fromA, b.published.to ?? fromB) ||
    compare(a.seenAt, b.seenAt) ||
    compare(a.hash, b.hash)
  );
}

function firstDay({ published, seenAt }: Revision): string {
  return published.from ?? published.to ?? seenAt.slice(0, 10);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sentences pair as one changed sentence from this share of common words on (Dice). */
const ALIKE = 0.5;
/** A word that stands in more sentences than this says little about which two belong together. */
const COMMON_WORD = 12;
/** Bounds of the search for the shortest list of edits; past them a plainer alignment is given. */
const SENTENCE_EDITS = 300;
const WORD_EDITS = 400;

interface Sentence extends Span {
  /** The words as they are compared: quotation marks, dashes and spaces in one form. */
  readonly key: string;
}

/**
 * What became of each sentence between two versions, in order; removed sentences stand before those added in their place. A
 * sentence that moved is removed and added. Sentences that differ only in the form of quotation marks, dashes and spaces are the same.
 */
export function differencesOf(before: string, after: string): Difference[] {
  const old = sentencesOf(before);
  const now = sentencesOf(after);
  const differences: Difference[] = [];
  const changed = new Map<number, number>();
  let i = 0;
  let j = 0;
  const between = (toOld: number, toNow: number) => {
    for (const [k, l] of alikePairs(old.slice(i, toOld), now.slice(j, toNow))) changed.set(i + k, j + l);
    for (; i < toOld || j < toNow; ) {
      const partner = changed.get(i);
      if (i < toOld && partner === undefined) removed(old[i++]!);
      else if (j < (partner ?? toNow)) added(now[j++]!);
      else differences.push(...changeOf(before, after, old[i++]!, now[j++]!));
    }
  };
  const removed = (sentence: Sentence) =>
    differences.push({ kind: "removed", before: spanOf(sentence), after: null });
  const added = (sentence: Sentence) =>
    differences.push({ kind: "added", before: null, after: spanOf(sentence) });
  for (const [k, l] of samePairs(old, now)) {
    between(k, l);
    differences.push({ kind: "same", before: spanOf(old[i++]!), after: spanOf(now[j++]!) });
  }
  between(old.length, now.length);
  return differences;
}

// Lines are paragraphs or headings; none goes on in the next.
function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const tokens = tokenize(text, { start: line.index, end: line.index + line[0].length });
    for (const sentence of splitSentences(text, tokens)) {
      const start = sentence[0]!.start;
      const end = sentence.at(-1)!.end;
      sentences.push({ start, end, key: plainForm(text.slice(start, end)) });
    }
  }
  return sentences;
}

function plainForm(words: string): string {
  return words
    .replace(/[‘’‚‛ʼ]/g, "'")
    .replace(/[“”„‟«»]|''|``/g, '"')
    .replace(/[‐‑–—]/g, "-")
    .replace(/\s+/g, " ");
}

// Pairs of equal sentences, rising on both sides. Sentences that the other text lacks are left out first: two very
// different texts leave nothing to search.
function samePairs(old: readonly Sentence[], now: readonly Sentence[]): [number, number][] {
  const pairs: [number, number][] = [];
  let first = 0;
  while (first < old.length && first < now.length && old[first]!.key === now[first]!.key)
    pairs.push([first, first++]);
  const inOld = new Set(old.slice(first).map(({ key }) => key));
  const inNow = new Set(now.slice(first).map(({ key }) => key));
  const places = (sentences: readonly Sentence[], others: ReadonlySet<string>) =>
    [...sentences.keys()].filter((k) => k >= first && others.has(sentences[k]!.key));
  const oldPlaces = places(old, inNow);
  const nowPlaces = places(now, inOld);
  const edits = diffArrays(
    oldPlaces.map((k) => old[k]!.key),
    nowPlaces.map((k) => now[k]!.key),
    { maxEditLength: SENTENCE_EDITS },
  );
  if (edits === undefined) return [...pairs, ...uniquePairs(old, now, oldPlaces, nowPlaces)];
  let k = 0;
  let l = 0;
  for (const { added, removed, value } of edits) {
    if (!added && !removed)
      for (let n = 0; n < value.length; n++) pairs.push([oldPlaces[k + n]!, nowPlaces[l + n]!]);
    if (!added) k += value.length;
    if (!removed) l += value.length;
  }
  return pairs;
}

// Where the texts hold the same sentences in another order: those that each text has once.
function uniquePairs(
  old: readonly Sentence[],
  now: readonly Sentence[],
  oldPlaces: readonly number[],
  nowPlaces: readonly number[],
): [number, number][] {
  const once = (sentences: readonly Sentence[], places: readonly number[]) => {
    const at = new Map<string, number>();
    for (const k of places) at.set(sentences[k]!.key, at.has(sentences[k]!.key) ? -1 : k);
    return at;
  };
  const inOld = once(old, oldPlaces);
  const pairs = [...once(now, nowPlaces)].flatMap(([key, l]) => {
    const k = inOld.get(key) ?? -1;
    return k >= 0 && l >= 0 ? [{ k, l, weight: old[k]!.end - old[k]!.start }] : [];
  });
  return risingChain(pairs);
}

// Pairs of sentences that share most of their words, rising on both sides, with the greatest sum of likeness.
function alikePairs(old: readonly Sentence[], now: readonly Sentence[]): [number, number][] {
  if (old.length === 0 || now.length === 0) return [];
  const oldWords = old.map(wordSet);
  const nowWords = now.map(wordSet);
  const holders = new Map<string, number[]>();
  for (const [l, words] of nowWords.entries())
    for (const word of words) {
      const list = holders.get(word);
      if (list === undefined) holders.set(word, [l]);
      else if (list.length <= COMMON_WORD) list.push(l);
    }
  const pairs: { k: number; l: number; weight: number }[] = [];
  for (const [k, words] of oldWords.entries()) {
    const tried = new Set<number>();
    for (const word of words) {
      const list = holders.get(word);
      if (list !== undefined && list.length <= COMMON_WORD) for (const l of list) tried.add(l);
    }
    for (const l of tried) {
      let shared = 0;
      for (const word of words) if (nowWords[l]!.has(word)) shared++;
      const weight = (2 * shared) / (words.size + nowWords[l]!.size);
      if (weight >= ALIKE) pairs.push({ k, l, weight });
    }
  }
  return risingChain(pairs);
}

function wordSet({ key }: Sentence): Set<string> {
  return new Set(key.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
}

// The heaviest chain in which both places rise; best prefixes in a Fenwick tree.
function risingChain(pairs: { k: number; l: number; weight: number }[]): [number, number][] {
  interface Link {
    readonly k: number;
    readonly l: number;
    readonly total: number;
    readonly back: Link | null;
  }
  const ordered = pairs.sort((a, b) => a.k - b.k || b.l - a.l);
  const size = ordered.reduce((most, { l }) => Math.max(most, l), 0) + 1;
  const tree: (Link | null)[] = new Array(size + 1).fill(null);
  let best: Link | null = null;
  for (const { k, l, weight } of ordered) {
    let back: Link | null = null;
    for (let at = l; at > 0; at -= at & -at)
      if ((tree[at]?.total ?? 0) > (back?.total ?? 0)) back = tree[at]!;
    const link: Link = { k, l, total: weight + (back?.total ?? 0), back };
    for (let at = l + 1; at <= size; at += at & -at) if (link.total > (tree[at]?.total ?? 0)) tree[at] = link;
    if (link.total > (best?.total ?? 0)) best = link;
  }
  const chain: [number, number][] = [];
  for (let link = best; link !== null; link = link.back) chain.push([link.k, link.l]);
  return chain.reverse();
}

function changeOf(before: string, after: string, old: Sentence, now: Sentence): Difference[] {
  const oldWords = wordSpans(before, old);
  const nowWords = wordSpans(after, now);
  const edits = diffArrays(
    oldWords.map(({ start, end }) => plainForm(before.slice(start, end))),
    nowWords.map(({ start, end }) => plainForm(after.slice(start, end))),
    { maxEditLength: WORD_EDITS },
  );
  if (edits === undefined)
    return [
      { kind: "removed", before: spanOf(old), after: null },
      { kind: "added", before: null, after: spanOf(now) },
    ];
  const words: { before: Span | null; after: Span | null }[] = [];
  let k = 0;
  let l = 0;
  for (let n = 0; n < edits.length; ) {
    const [fromOld, fromNow] = [k, l];
    for (; n < edits.length && (edits[n]!.added || edits[n]!.removed); n++)
      if (edits[n]!.added) l += edits[n]!.value.length;
      else k += edits[n]!.value.length;
    if (k > fromOld || l > fromNow)
      words.push({ before: stretch(oldWords, fromOld, k), after: stretch(nowWords, fromNow, l) });
    if (n < edits.length) {
      k += edits[n]!.value.length;
      l += edits[n]!.value.length;
      n++;
    }
  }
  if (words.length === 0) return [{ kind: "same", before: spanOf(old), after: spanOf(now) }];
  return [{ kind: "changed", before: spanOf(old), after: spanOf(now), words }];
}

// Words with their marks apart: "killed 12," is three.
function wordSpans(text: string, { start, end }: Span): Span[] {
  const words = text
    .slice(start, end)
    .matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu);
  return Array.from(words, (word) => ({
    start: start + word.index,
    end: start + word.index + word[0].length,
  }));
}

function stretch(words: readonly Span[], from: number, to: number): Span | null {
  return to > from ? { start: words[from]!.start, end: words[to - 1]!.end } : null;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
