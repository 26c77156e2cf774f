import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { NodeReader } from "../../src/data/load-reader.js";
import type { Span } from "../../src/text/span.js";
import { group } from "./gold.js";
import { type Clustering, conllF1, type Score, scoreOf } from "./metrics.js";
import { claimsAt, headLemma, linked, type Reading, readingOf } from "./readings.js";

interface Mention extends Span {
  readonly kind: string;
  readonly chain: string;
  readonly text: string;
}
interface Story {
  readonly id: string;
  readonly topic: string;
  readonly story: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export interface StoriesResult {
  readonly documents: number;
  readonly topics: number;
  readonly mentions: number;
  /** Mentions on which Parley has a claim that is part of an incident. */
  readonly coded: number;
  /** CoNLL F1, percent. */
  readonly conll: Record<string, number>;
  /** Do two documents of one topic tell of one story: percent. */
  readonly stories: Record<string, { precision: number; recall: number; f1: number }>;
  readonly threshold: number;
}

/** A day for every document alike, so that dates do not give away which belong together. */
const PUBLISHED = "2013-06-12";

/** ECB+: gold topics, so that only documents of one topic are compared, and gold mentions. The train topics are looked for beside the file. */
export function scoreStories(reader: NodeReader, file: string): StoriesResult {
  const dev = parse(readFileSync(file, "utf8"));
  const trainFile = join(dirname(file), "ecbplus-train.jsonl.gz");
  const train = existsSync(trainFile) ? parse(gunzipSync(readFileSync(trainFile)).toString("utf8")) : [];
  const gold = new Map<string, string>();
  const incidents = new Map<string, string | null>();
  const lemmas = new Map<string, string>();
  const topics = group(dev, (d) => d.topic);
  const shareIncident = new Set<string>();
  for (const [topic, documents] of topics) {
    const readings = documents.map((d) => readStory(reader, d));
    const { incidentOf } = linked(
      readings.map(({ reading }) => reading),
      false,
    );
    documents.forEach((d, k) => {
      const { reading, placeOf } = readings[k]!;
      for (const [n, m] of d.mentions.entries()) {
        if (m.kind !== "event") continue;
        const key = `${d.id} ${n}`;
        const span = { start: placeOf(m.start), end: placeOf(m.end - 1) + 1 };
        const claim = claimsAt(reading, span).find((c) => c.telling !== null);
        gold.set(key, `${topic} ${m.chain}`);
        incidents.set(key, claim ? `${topic} ${incidentOf.get(claim.telling!.id)}` : null);
        lemmas.set(key, `${topic} ${headLemma(reading, span)}`);
      }
    });
    const told = readings.map(
      ({ reading }) => new Set(reading.record.tellings.map((t) => incidentOf.get(t.id)!)),
    );
    documents.forEach((a, i) => {
      documents.forEach((b, k) => {
        if (i < k && [...told[i]!].some((x) => told[k]!.has(x))) shareIncident.add(`${a.id} ${b.id}`);
      });
    });
  }
  const coded = [...gold.keys()].filter((m) => incidents.get(m) !== null);
  const over = (keys: Iterable<string>, of: (key: string) => string): Clustering =>
    new Map([...keys].map((k) => [k, of(k)]));
  const score = (keys: readonly string[], of: (key: string) => string) =>
    percent(
      conllF1(
        over(keys, (k) => gold.get(k)!),
        over(keys, of),
      ),
    );
  const every = [...gold.keys()];
  const lemma = (k: string) => lemmas.get(k)!;
  const alone = (k: string) => `alone ${k}`;
  const cosine = cosineOf(train.length > 0 ? train : dev);
  const { threshold } = bestThreshold(train.length > 0 ? train : dev, cosine);
  const { threshold: high, score: highest } = bestThreshold(dev, cosine);
  return {
    documents: dev.length,
    topics: topics.size,
    mentions: gold.size,
    coded: coded.length,
    conll: {
      "coded mentions: Parley": score(coded, (k) => incidents.get(k)!),
      "coded mentions: Parley and the same lemma": score(coded, (k) => `${incidents.get(k)} ${lemma(k)}`),
      "coded mentions: head lemma in a topic": score(coded, lemma),
      "coded mentions: each alone": score(coded, alone),
      "all mentions: Parley, the rest alone": score(every, (k) => incidents.get(k) ?? alone(k)),
      "all mentions: Parley, the rest by head lemma": score(every, (k) => incidents.get(k) ?? lemma(k)),
      "all mentions: head lemma in a topic": score(every, lemma),
      "all mentions: each alone": score(every, alone),
    },
    stories: {
      "Parley: an incident in common": shown(pairs(dev, (a, b) => shareIncident.has(`${a.id} ${b.id}`))),
      [`words in common: cosine ${threshold.toFixed(2)} or more, set on train`]: shown(
        pairs(dev, (a, b) => cosine(a, b) >= threshold),
      ),
      [`words in common: cosine ${high.toFixed(2)} or more, the best on dev itself`]: shown(highest),
      "all of a topic together": shown(pairs(dev, () => true)),
    },
    threshold,
  };
}

const percent = (x: number) => Math.round(x * 1000) / 10;
const shown = (s: Score) => ({
  precision: percent(s.precision),
  recall: percent(s.recall),
  f1: percent(s.f1),
});
const parse = (lines: string): Story[] =>
  lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Story);

/** Reads a document as it was before it was cut into tokens, one sentence a paragraph. */
function readStory(reader: NodeReader, d: Story) {
  const { text, at } = joined(d.text);
  const bytes = new TextEncoder().encode(text);
  const trace = reader.traceBytes(bytes, {
    name: `${d.id}.txt`,
    published: PUBLISHED,
    mediaType: "text/plain",
  });
  const is = trace.coded.report.text;
  // reading may trim or join space: places are found by counting what is not space
  const places = Array.from(is.matchAll(/\S/g), (m) => m.index);
  const order = new Int32Array(text.length + 1);
  let n = 0;
  for (let k = 0; k < text.length; k++) {
    order[k] = n;
    if (/\S/.test(text[k]!)) n++;
  }
  const placeOf = (offset: number) => places[order[at[offset]!]!] ?? is.length;
  return { reading: readingOf(trace, d.id, d.id) as Reading, placeOf };
}

/** Tokens joined to text ("World 's" is "World's"), with the place of each character of the tokens in it. */
function joined(tokens: string): { text: string; at: Int32Array } {
  const at = new Int32Array(tokens.length + 1);
  let text = "";
  let open = false;
  for (let k = 0; k < tokens.length; k++) {
    const c = tokens[k]!;
    const rest = tokens.slice(k + 1);
    const glued =
      c === " " &&
      (/^(?:[.,;:!?%)\]]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)/.test(rest) ||
        /[([$£€]$/.test(text) ||
        (open && rest.startsWith('"')) ||
        (open && text.endsWith('"')));
    at[k] = text.length;
    if (glued) continue;
    if (c === '"') open = !open;
    text += c === "\n" ? "\n\n" : c;
  }
  at[tokens.length] = text.length;
  return { text, at };
}

/** Pairs of documents of one topic: are they of one story? */
function pairs(documents: readonly Story[], same: (a: Story, b: Story) => boolean): Score {
  let [right, found, due] = [0, 0, 0];
  for (const list of group(documents, (d) => d.topic).values())
    list.forEach((a, i) => {
      list.forEach((b, k) => {
        if (i >= k) return;
        const [is, says] = [a.story === b.story, same(a, b)];
        if (is) due++;
        if (says) found++;
        if (is && says) right++;
      });
    });
  return scoreOf(right, found, due);
}

const words = (text: string) => text.toLowerCase().match(/\p{L}[\p{L}\p{N}]+|\p{N}+/gu) ?? [];

/** Cosine of two documents by words that few documents have. */
function cosineOf(corpus: readonly Story[]): (a: Story, b: Story) => number {
  const holders = new Map<string, number>();
  for (const d of corpus) for (const w of new Set(words(d.text))) holders.set(w, (holders.get(w) ?? 0) + 1);
  const memo = new Map<Story, Map<string, number>>();
  const vector = (d: Story) => {
    const known = memo.get(d);
    if (known) return known;
    const counts = new Map<string, number>();
    for (const w of words(d.text)) counts.set(w, (counts.get(w) ?? 0) + 1);
    const made = new Map(
      [...counts].map(([w, n]) => [
        w,
        (1 + Math.log(n)) * Math.log((corpus.length + 1) / ((holders.get(w) ?? 0) + 1)),
      ]),
    );
    const length = Math.sqrt([...made.values()].reduce((sum, x) => sum + x * x, 0)) || 1;
    for (const [w, x] of made) made.set(w, x / length);
    memo.set(d, made);
    return made;
  };
  return (a, b) => {
    const [x, y] = [vector(a), vector(b)];
    let sum = 0;
    for (const [w, n] of x) sum += n * (y.get(w) ?? 0);
    return sum;
  };
}

function bestThreshold(documents: readonly Story[], cosine: (a: Story, b: Story) => number) {
  let best = { threshold: 0, score: pairs(documents, () => true) };
  for (let step = 1; step <= 60; step++) {
    const threshold = step / 100;
    const score = pairs(documents, (a, b) => cosine(a, b) >= threshold);
    if (score.f1 > best.score.f1) best = { threshold, score };
  }
  return best;
}
