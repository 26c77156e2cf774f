import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { NodeReader } from "../../src/data/load-reader.js";
import { analyse } from "../../src/language/analyse.js";
import { originsOf } from "../../src/record/near-duplicates.js";
import { storiesOf } from "../../src/record/stories.js";
import { bodyOf } from "../../src/sources/body.js";
import type { Span } from "../../src/text/span.js";
import type { Miss } from "../accuracy/task.js";
import { group } from "./gold.js";
import { type Clustering, conllF1, type Score, scoreOf } from "./metrics.js";
import { headAt, headLemma, linked, type Reading, readingOf, speakersAt } from "./readings.js";

interface GoldMention extends Span {
  readonly kind: string;
  readonly chain: string;
  readonly text: string;
}
interface Story {
  readonly id: string;
  readonly topic: string;
  readonly story: string;
  readonly text: string;
  readonly mentions: readonly GoldMention[];
}

export interface StoriesResult {
  readonly documents: number;
  readonly topics: number;
  readonly mentions: number;
  /** Mentions that are the word of an event or a toll that is part of an incident, or of a statement whose speaker is named. */
  readonly coded: number;
  /** CoNLL F1, percent. */
  readonly conll: Record<string, number>;
  /** Do two documents of one topic tell of one story: percent. */
  readonly stories: Record<string, { precision: number; recall: number; f1: number }>;
}

/** A mention with what is said of it: mentions that have a word of a list in common are one event. */
interface Mention {
  readonly key: string;
  readonly gold: string;
  readonly words: string;
  readonly sentence: string;
  /** The story that Parley finds its document to tell; topics are given. */
  readonly story: string;
  readonly goldStory: string;
  readonly topic: string;
  readonly lemma: string;
  /** What Parley codes with it: an event of an incident with type and mode, harm in an incident, what somebody says. */
  readonly coded: readonly string[];
  readonly isStatement: boolean;
}

/** A day for every document alike, so that dates do not give away which belong together. */
const PUBLISHED = "2013-06-12";

/** ECB+: gold topics, so that only documents of one topic are compared, and gold mentions. */
export function scoreStories(reader: NodeReader, file: string): { result: StoriesResult; misses: Miss[] } {
  const bytes = readFileSync(file);
  const documents = parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const topics = group(documents, (d) => d.topic);
  const storyOf = new Map<Story, string>();
  const shareIncident = new Set<string>();
  const mentions: Mention[] = [];
  for (const [topic, list] of topics) {
    const readings = list.map((d) => readStory(reader, d));
    const { incidentOf } = linked(
      readings.map(({ reading }) => reading),
      false,
    );
    const stories = storiesOf(
      readings.map(({ reading: { trace } }) => {
        const { report } = trace.coded;
        return { title: report.title, body: bodyOf(report), published: PUBLISHED };
      }),
    );
    list.forEach((d, k) => {
      const story = `${topic} ${stories[k]}`;
      storyOf.set(d, story);
      mentions.push(...mentionsOf(d, readings[k]!, story, incidentOf));
    });
    const told = readings.map(
      ({ reading }) => new Set(reading.record.tellings.map((t) => incidentOf.get(t.id)!)),
    );
    list.forEach((a, i) => {
      list.forEach((b, k) => {
        if (i < k && [...told[i]!].some((x) => told[k]!.has(x))) shareIncident.add(`${a.id} ${b.id}`);
      });
    });
  }
  const coded = mentions.filter((m) => m.coded.length > 0);
  const score = (of: readonly Mention[], saysOf: (m: Mention) => readonly string[]) =>
    percent(conllF1(new Map(of.map((m) => [m.key, m.gold])), joined(of, saysOf)));
  const isOneStory = (a: Story, b: Story) => storyOf.get(a) === storyOf.get(b);
  return {
    result: {
      documents: documents.length,
      topics: topics.size,
      mentions: mentions.length,
      coded: coded.length,
      conll: {
        "all mentions: Parley, the rest by head lemma": score(mentions, told),
        "all mentions: Parley, the rest alone": score(mentions, codedAlone),
        "all mentions: head lemma in a story that Parley finds": score(mentions, (m) => [
          `${m.story} ${m.lemma}`,
        ]),
        "all mentions: head lemma in a gold story": score(mentions, (m) => [`${m.goldStory} ${m.lemma}`]),
        "all mentions: head lemma in a topic": score(mentions, byLemma),
        "all mentions: each alone": score(mentions, () => []),
        "coded mentions: Parley": score(coded, codedAlone),
        "coded mentions: Parley and head lemma": score(coded, told),
        "coded mentions: head lemma in a topic": score(coded, byLemma),
        "coded mentions: each alone": score(coded, () => []),
      },
      stories: {
        "Parley: like openings": shown(pairs(documents, isOneStory)),
        "Parley: an incident in common": shown(
          pairs(documents, (a, b) => shareIncident.has(`${a.id} ${b.id}`)),
        ),
        "all of a topic together": shown(pairs(documents, () => true)),
      },
    },
    misses: missesOf(mentions, joined(mentions, told)),
  };
}

const byLemma = (m: Mention) => [`${m.topic} ${m.lemma}`];
const codedAlone = (m: Mention) => m.coded.map((c) => `${m.story} ${c}`);

/**
 * In one story: what one speaker says is one statement; other mentions are one event where Parley has them as one, or where they have
 * the same head lemma.
 */
const told = (m: Mention): string[] => [
  ...codedAlone(m),
  ...(m.isStatement ? [] : [`${m.story} lemma ${m.lemma}`]),
];

/** Clusters of mentions that are connected by something said of both. */
function joined(mentions: readonly Mention[], saysOf: (m: Mention) => readonly string[]): Clustering {
  const edges = mentions.flatMap((m): [string, string][] => [
    [m.key, m.key],
    ...saysOf(m).map((said): [string, string] => [m.key, `= ${said}`]),
  ]);
  const origin = originsOf(edges);
  return new Map(mentions.map((m) => [m.key, origin.get(m.key)!]));
}

function mentionsOf(
  d: Story,
  { reading, placeOf }: ReadStory,
  story: string,
  incidentOf: ReadonlyMap<string, string>,
): Mention[] {
  return d.mentions.flatMap((m, n) => {
    if (m.kind !== "event") return [];
    const span = { start: placeOf(m.start), end: placeOf(m.end - 1) + 1 };
    const head = headAt(reading, span);
    const speakers = head === null ? [] : speakersAt(reading, head);
    // the word that heads a claim's own words: of "shot and killed" the first
    const claims = reading.claims.filter(
      (c) => c.telling !== null && head !== null && headAt(reading, c.trigger) === head,
    );
    const from = d.text.lastIndexOf("\n", m.start) + 1;
    const to = d.text.indexOf("\n", m.start);
    return {
      key: `${d.id} ${n}`,
      gold: `${d.topic} ${m.chain}`,
      words: m.text,
      sentence: d.text.slice(from, to < 0 ? undefined : to),
      story,
      goldStory: d.story,
      topic: d.topic,
      lemma: headLemma(reading, span),
      coded:
        speakers.length > 0
          ? speakers.map((s) => `says ${s}`)
          : claims.map((c) => `${incidentOf.get(c.telling!.id)} ${c.what}`),
      isStatement: speakers.length > 0,
    };
  });
}

/** Each mention that stands apart from most of its event, and each that stands with another event. */
function missesOf(mentions: readonly Mention[], clusters: Clustering): Miss[] {
  const misses: Miss[] = [];
  const most = (list: readonly Mention[], of: (m: Mention) => string) =>
    [...group(list, of).values()].sort((a, b) => b.length - a.length)[0]![0]!;
  const cluster = (m: Mention) => clusters.get(m.key)!;
  for (const list of group(mentions, (m) => m.gold).values()) {
    const to = most(list, cluster);
    for (const m of list)
      if (cluster(m) !== cluster(to))
        misses.push({
          kind: "missed",
          cause:
            m.story !== to.story
              ? "apart: its document is taken for another story"
              : m.isStatement && to.isStatement
                ? "apart: another speaker"
                : m.isStatement || to.isStatement
                  ? "apart: one is a statement"
                  : "apart: another word",
          sentence: m.sentence,
          detail: `${m.words} (${m.lemma}) is not with ${to.words} (${to.lemma}), ${to.key.split(" ")[0]}`,
        });
  }
  for (const list of group(mentions, cluster).values()) {
    const to = most(list, (m) => m.gold);
    for (const m of list)
      if (m.gold !== to.gold)
        misses.push({
          kind: "false",
          cause:
            m.goldStory !== to.goldStory
              ? "together: two stories are taken for one"
              : m.isStatement
                ? "together: the same speaker"
                : m.lemma === to.lemma
                  ? "together: the same word of two events"
                  : "together: one event to Parley",
          sentence: m.sentence,
          detail: `${m.words} is with ${to.words}, ${to.key.split(" ")[0]}`,
        });
  }
  return misses;
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

interface ReadStory {
  readonly reading: Reading;
  /** From a place in the tokens of the corpus to one in the text as read. */
  readonly placeOf: (offset: number) => number;
}

/** Reads a document as it was before it was cut into tokens, one sentence a paragraph. */
function readStory(reader: NodeReader, d: Story): ReadStory {
  const { text, at } = untokenized(d.text);
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
  // headlines too, whose mentions are scored though Parley codes none of them
  const sentences = trace.coded.report.passages.flatMap((p) => analyse(is, p, reader.resources.language));
  const reading = readingOf(trace, d.id, d.id);
  return {
    reading: { ...reading, trace: { ...trace, parsed: { ...trace.parsed, sentences } } },
    placeOf,
  };
}

/** Tokens joined to text ("World 's" is "World's"), with the place of each character of the tokens in it. */
function untokenized(tokens: string): { text: string; at: Int32Array } {
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
