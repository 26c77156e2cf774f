/**
 * Which reports are copies of one wire story.
 *
 * Two stages. Candidates: reports that share a band of their signatures (`bandRowsOf`, kept in the store). Decision:
 * `isNearDuplicate` on the two texts. Why these numbers: bench/duplicates/README.md.
 *
 * A signature is two MinHash sketches over shingles of words: one of the whole text and one of its first third. Bands of
 * both are laid into the same places, so that a copy cut down to its first third meets the opening of the full story,
 * which a sketch of the whole alone would often miss.
 */

/** Words in a shingle. A changed word breaks as many shingles as this. */
const SHINGLE_WORDS = 3;
const ROWS = 2;
/** Bands of one sketch; a signature has twice as many, the second half in the same places as the first. */
export const BANDS = 32;
const SKETCH = BANDS * ROWS;
const OPENING_SHARE = 1 / 3;
/** The opening is never shorter than this; a text that is has two equal sketches. */
const OPENING_WORDS = 60;

/** Shingles for the decision. */
const DECISION_WORDS = 4;
/** Fewer shared shingles than this (a stock phrase, a boilerplate line) never make a copy. */
const SHARED_FLOOR = 25;
const CONTAINMENT = 0.65;
/**
 * Copies are cut from the end and keep their opening; background is repeated at the end. So less is asked for where the
 * opening of one text stands in the other. Title, outlet, dateline and half a lead of another's lie before it.
 */
const OPENING_CONTAINMENT = 0.45;
const OPENING_FROM = 30;
const OPENING_TO = 90;
const OPENING_COVERED = 0.6;
const RESEMBLANCE = 0.4;
/** Where both texts are shorter than this, a stock notice or a daily bulletin can be most of them. */
const SHORT_WORDS = 130;
const SHORT_CONTAINMENT = 0.8;
/** Quoted words are not counted where at least so many others are. */
const UNQUOTED_FLOOR = 25;

export interface BandRow {
  /** 0 to BANDS - 1. Two rows of one report can have the same band. */
  readonly band: number;
  /** Below 2^53. */
  readonly value: number;
}

export interface NearDuplicate {
  readonly duplicate: boolean;
  /** Shared shingles among all shingles of both. */
  readonly resemblance: number;
  /** Share of the words of one text, quotations left out, that stand in shared shingles; for the text with the larger share. */
  readonly containment: number;
}

/** 2 × BANDS × 2 numbers: the sketch of the whole text, then that of its opening. The same on every machine. */
export function signatureOf(text: string): Uint32Array {
  const shingles = shinglesOf(wordsOf(text).hashes, SHINGLE_WORDS);
  const opening = Math.max(OPENING_WORDS, Math.ceil(shingles.length * OPENING_SHARE));
  const signature = new Uint32Array(SKETCH * 2).fill(0xffffffff);
  sketch(shingles, 0, Math.min(opening, shingles.length), signature.subarray(SKETCH));
  signature.set(signature.subarray(SKETCH), 0);
  sketch(shingles, Math.min(opening, shingles.length), shingles.length, signature.subarray(0, SKETCH));
  return signature;
}

/**
 * One value per band: first those of the whole text, then those of the opening. A value at place `i` is of the band
 * `i % BANDS` and is to be compared with all values of that band, of either sketch. Empty for a text without words.
 */
export function bandsOf(signature: Uint32Array): readonly number[] {
  const values: number[] = [];
  if (signature.every((value) => value === 0xffffffff)) return values;
  for (let at = 0; at < signature.length; at += ROWS) {
    let high = 0x2c1b3c6d ^ ((at / ROWS) % BANDS);
    let low = 0x297a2d39;
    for (let row = at; row < at + ROWS; row++) {
      high = mix(high ^ signature[row]!);
      low = mix((low + signature[row]!) ^ high);
    }
    values.push(((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0));
  }
  return values;
}

/** The rows to store and to look up: `bandsOf` with the band of each value, without repetitions. */
export function bandRowsOf(signature: Uint32Array): readonly BandRow[] {
  const rows: BandRow[] = [];
  const values = bandsOf(signature);
  for (let i = 0; i < values.length; i++)
    if (i < BANDS || values[i - BANDS] !== values[i]) rows.push({ band: i % BANDS, value: values[i]! });
  return rows;
}

/** Estimate of the resemblance of the two whole texts, 0 to 1. Says nothing about cut copies. */
export function estimatedSimilarity(a: Uint32Array, b: Uint32Array): number {
  let same = 0;
  for (let i = 0; i < SKETCH; i++) if (a[i] === b[i] && a[i] !== 0xffffffff) same++;
  return same / SKETCH;
}

/**
 * Whether one text is a copy of the other or both are copies of a third: much of the shorter one stands in the longer
 * one in the same words. Symmetric.
 *
 * Containment counts words and not shingles, so that a word changed here and there by an editor costs that word and not
 * all shingles over it; and only words outside quotation marks, because outlets that wrote their own reports carry the
 * same statements.
 */
export function isNearDuplicate(textA: string, textB: string): NearDuplicate {
  const a = wordsOf(textA);
  const b = wordsOf(textB);
  const shinglesA = shinglesOf(a.hashes, DECISION_WORDS);
  const shinglesB = shinglesOf(b.hashes, DECISION_WORDS);
  const inA = new Set(shinglesA);
  const inB = new Set(shinglesB);
  let shared = 0;
  for (const shingle of inA) if (inB.has(shingle)) shared++;
  const union = inA.size + inB.size - shared;
  const resemblance = union === 0 ? 0 : shared / union;
  const coveredA = coveredWords(a, shinglesA, inB);
  const coveredB = coveredWords(b, shinglesB, inA);
  const containment = Math.max(unquotedShare(a, coveredA), unquotedShare(b, coveredB));
  return { duplicate: isCopy(), resemblance, containment };

  function isCopy(): boolean {
    if (union > 0 && shared === union) return true;
    if (shared < SHARED_FLOOR) return false;
    if (a.hashes.length < SHORT_WORDS && b.hashes.length < SHORT_WORDS)
      return containment >= SHORT_CONTAINMENT;
    if (resemblance >= RESEMBLANCE || containment >= CONTAINMENT) return true;
    return containment >= OPENING_CONTAINMENT && (opensIn(a, coveredA) || opensIn(b, coveredB));
  }
}

/**
 * The origin of each report that an edge names: connected reports have one origin, named by the smallest hash among
 * them. A report without copies is named by an edge to itself or is its own origin. Any order of edges gives the same.
 */
export function originsOf(edges: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const root = (hash: string): string => {
    let top = hash;
    for (let next = parent.get(top)!; next !== top; next = parent.get(top)!) top = next;
    for (let at = hash; at !== top; ) {
      const next = parent.get(at)!;
      parent.set(at, top);
      at = next;
    }
    return top;
  };
  for (const [a, b] of edges) {
    if (!parent.has(a)) parent.set(a, a);
    if (!parent.has(b)) parent.set(b, b);
    const rootA = root(a);
    const rootB = root(b);
    if (rootA < rootB) parent.set(rootB, rootA);
    else if (rootB < rootA) parent.set(rootA, rootB);
  }
  return new Map([...parent.keys()].sort().map((hash) => [hash, root(hash)]));
}

// Words as hashes: compatibility forms, case, quotation marks, apostrophes and commas within numbers do not count. Scripts
// written without spaces give a word for each character.
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]|[\p{L}\p{N}\p{M}]+(?:['’ʼ.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;
const PLAIN_WORD = /[a-z0-9]+(?:['.,][a-z0-9]+)*/g;

// A quotation of several words within one paragraph.
const QUOTATION = /(?<![\p{L}\p{N}])["“”„«][^"“”„«»\n]{25,}["“”»](?![\p{L}\p{N}])/gu;

interface Words {
  readonly hashes: Uint32Array;
  /** 1 for a word within quotation marks. */
  readonly quoted: Uint8Array;
}

function wordsOf(text: string): Words {
  const folded = text.normalize("NFKC").toLowerCase().replace(/[’ʼ]/g, "'");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
  const plain = /^[\x00-\x7f–—‘“”]*$/.test(folded);
  const quotations = Array.from(folded.matchAll(QUOTATION), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const hashes: number[] = [];
  const quoted: number[] = [];
  let next = 0;
  for (const match of folded.matchAll(plain ? PLAIN_WORD : WORD)) {
    const word = match[0];
    let hash = 0x811c9dc5;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (code !== 0x27 && code !== 0x2c && code !== 0x2e) hash = Math.imul(hash ^ code, 0x01000193);
    }
    while (next < quotations.length && quotations[next]!.end <= match.index) next++;
    hashes.push(mix(hash));
    quoted.push(next < quotations.length && quotations[next]!.start < match.index ? 1 : 0);
  }
  return { hashes: Uint32Array.from(hashes), quoted: Uint8Array.from(quoted) };
}

// A text shorter than a shingle is one shingle.
function shinglesOf(words: Uint32Array, length: number): Uint32Array {
  if (words.length === 0) return words;
  const shingles = new Uint32Array(Math.max(1, words.length - length + 1));
  for (let i = 0; i < shingles.length; i++) {
    let hash = 0x9e3779b9;
    for (let k = i; k < Math.min(i + length, words.length); k++)
      hash = Math.imul(hash ^ words[k]!, 0x01000193) ^ (hash >>> 15);
    shingles[i] = mix(hash);
  }
  return shingles;
}

function sketch(shingles: Uint32Array, from: number, to: number, minima: Uint32Array): void {
  for (let k = 0; k < minima.length; k++) {
    const seed = SEEDS[k]!;
    let least = minima[k]!;
    for (let i = from; i < to; i++) {
      const hash = mix(shingles[i]! ^ seed) >>> 0;
      if (hash < least) least = hash;
    }
    minima[k] = least;
  }
}

const SEEDS = Uint32Array.from({ length: SKETCH }, (_, k) => mix(Math.imul(k + 1, 0x9e3779b9)));

// 1 for each word that stands in a shared shingle.
function coveredWords(words: Words, shingles: Uint32Array, others: ReadonlySet<number>): Uint8Array {
  const covered = new Uint8Array(words.hashes.length);
  for (let i = 0; i < shingles.length; i++)
    if (others.has(shingles[i]!)) covered.fill(1, i, i + DECISION_WORDS);
  return covered;
}

function unquotedShare({ quoted }: Words, covered: Uint8Array): number {
  const { words, shared } = countUnquoted(quoted, covered);
  if (words >= UNQUOTED_FLOOR) return shared / words;
  return covered.length === 0 ? 0 : covered.reduce((sum, one) => sum + one, 0) / covered.length;
}

function opensIn({ quoted }: Words, covered: Uint8Array): boolean {
  const { words, shared } = countUnquoted(
    quoted.subarray(OPENING_FROM, OPENING_TO),
    covered.subarray(OPENING_FROM, OPENING_TO),
  );
  return words >= UNQUOTED_FLOOR && shared >= OPENING_COVERED * words;
}

function countUnquoted(quoted: Uint8Array, covered: Uint8Array): { words: number; shared: number } {
  let words = 0;
  let shared = 0;
  for (let i = 0; i < quoted.length; i++) {
    if (quoted[i] === 1) continue;
    words++;
    shared += covered[i]!;
  }
  return { words, shared };
}

// The finaliser of MurmurHash3: every bit of the input moves every bit of the output.
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
