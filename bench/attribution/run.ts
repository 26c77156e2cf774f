/**
 * How well attributions are found: source, cue and content against PolNeAR's dev split (84 articles on US politics).
 *
 *   npx tsx bench/attribution/run.ts [--data ../shared/data] [--limit N] [--misses N] [--out FILE]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findAttributions } from "../../src/coding/attribution.js";
import type { ParsedReport } from "../../src/coding/parsed-report.js";
import { loadAttributionLexicon } from "../../src/data/load-attribution.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { analyse } from "../../src/language/analyse.js";
import type { LanguageModel } from "../../src/language/model.js";
import { findQuotations } from "../../src/language/quotes.js";
import type { Sentence } from "../../src/language/sentence.js";
import { tokenize } from "../../src/language/tokens.js";
import type { Passage, Report } from "../../src/sources/report.js";
import type { Span } from "../../src/text/span.js";

interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}
interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly title: string;
  readonly date: string;
  readonly attributions: readonly GoldAttribution[];
}

const ROLES = ["source", "cue", "content"] as const;
type Role = (typeof ROLES)[number];
/** One attribution as sets of token numbers. */
type Tokens = Readonly<Record<Role, ReadonlySet<number>>>;

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    limit: { type: "string", default: "1000" },
    misses: { type: "string", default: "0" },
    out: { type: "string" },
  },
});
const file = join(options.data, "attribution/polnear-dev.jsonl");
if (!existsSync(file)) {
  console.log(`no data: ${file} is not there. Nothing was measured; give the folder with --data.`);
  process.exit(0);
}

const documents = readFileSync(file, "utf8")
  .trim()
  .split("\n")
  .map((l) => JSON.parse(l) as GoldDocument)
  .slice(0, Number(options.limit));
const model = await loadLanguageModel();
const lexicon = loadAttributionLexicon();
const tally = Object.fromEntries(
  ROLES.map((r) => [r, { exact: 0, soft: 0, gold: 0, predicted: 0 }]),
) as Record<Role, { exact: number; soft: number; gold: number; predicted: number }>;
const speech = { gold: 0, found: 0 };
const tokenwise = Object.fromEntries(ROLES.map((r) => [r, { both: 0, gold: 0, predicted: 0 }])) as Record<
  Role,
  { both: number; gold: number; predicted: number }
>;
const missed = new Map<string, number>();
const wrong = new Map<string, number>();
const lines: string[] = [];
const began = performance.now();

for (const document of documents) {
  const { text } = document;
  const words = tokenize(text, { start: 0, end: text.length }).filter((t) => /[\p{L}\p{N}]/u.test(t.form));
  const tokensOf = (spans: readonly Span[]) =>
    new Set(words.flatMap((w, k) => (spans.some((s) => w.start < s.end && s.start < w.end) ? [k] : [])));
  const gold = document.attributions.map(
    (a): Tokens => ({
      source: tokensOf(a.source),
      cue: tokensOf(a.cue),
      content: withoutThat(tokensOf(a.content), words),
    }),
  );
  const found = merged(
    findAttributions(
      parse(document, model),
      lexicon,
      findQuotations(text, { start: 0, end: text.length }),
    ).filter((a) => a.kind !== "scare-quote"),
  );
  const predicted = found.map(
    (a): Tokens => ({
      source: tokensOf(a.sourceSpan ? [a.sourceSpan] : []),
      cue: tokensOf([a.cueSpan]),
      content: tokensOf(a.pieces),
    }),
  );
  const pairs = align(gold, predicted);
  for (const role of ROLES) {
    const t = tally[role];
    t.gold += gold.filter((g) => g[role].size > 0).length;
    t.predicted += predicted.filter((p) => p[role].size > 0).length;
    for (const [g, p] of pairs) {
      const a = gold[g]![role];
      const b = predicted[p]![role];
      if (a.size === 0 || b.size === 0) continue;
      if (a.size === b.size && overlap(a, b) === a.size) t.exact++;
      t.soft += dice(a, b);
    }
    const allGold = new Set(gold.flatMap((g) => [...g[role]]));
    const allFound = new Set(predicted.flatMap((p) => [...p[role]]));
    tokenwise[role].gold += allGold.size;
    tokenwise[role].predicted += allFound.size;
    tokenwise[role].both += overlap(allGold, allFound);
  }
  document.attributions.forEach((a, k) => {
    const cue = a.cue
      .map((s) => text.slice(s.start, s.end))
      .join(" ")
      .toLowerCase();
    const isSpeech =
      /\b(?:sa(?:id|ys?|ying)|told|tells?|telling|according|wrote|writes|added|adding|tweeted|announced|reported|reports|argued|noted|noting|asked|stated|claimed|claims)\b/.test(
        cue,
      );
    const hit = pairs.some(([g]) => g === k);
    if (isSpeech) {
      speech.gold++;
      if (hit) speech.found++;
    }
    if (!hit) {
      missed.set(cue, (missed.get(cue) ?? 0) + 1);
      lines.push(
        `MISSED [${a.source.map((s) => text.slice(s.start, s.end)).join(" … ")}] <${cue}> ${a.content.map((s) => text.slice(s.start, s.end)).join(" || ")}`,
      );
    }
  });
  found.forEach((a, k) => {
    const pair = pairs.find(([, p]) => p === k);
    const shown = `[${a.sourceSpan ? text.slice(a.sourceSpan.start, a.sourceSpan.end) : ""}] <${a.cue}> ${a.rule} ${a.pieces.map((s) => text.slice(s.start, s.end)).join(" || ")}`;
    if (!pair) {
      wrong.set(a.rule, (wrong.get(a.rule) ?? 0) + 1);
      lines.push(`WRONG  ${shown}`);
    } else {
      const g = document.attributions[pair[0]]!;
      if (
        dice(gold[pair[0]]!.content, predicted[k]!.content) < 0.8 ||
        dice(gold[pair[0]]!.source, predicted[k]!.source) < 0.5
      )
        lines.push(
          `DIFFERS ${shown}\n   GOLD [${g.source.map((s) => text.slice(s.start, s.end)).join(" … ")}] <${g.cue.map((s) => text.slice(s.start, s.end)).join(" ")}> ${g.content.map((s) => text.slice(s.start, s.end)).join(" || ")}`,
        );
    }
  });
}

const seconds = (performance.now() - began) / 1000;
const percent = (x: number) => (100 * x).toFixed(1).padStart(5);
const f1 = (hit: number, gold: number, predicted: number) => (hit === 0 ? 0 : (2 * hit) / (gold + predicted));
console.log(
  `PolNeAR dev: ${documents.length} documents, ${tally.cue.gold} attributions, ${tally.cue.predicted} found, ${seconds.toFixed(1)} s`,
);
for (const role of ROLES) {
  const t = tally[role];
  const w = tokenwise[role];
  console.log(
    `${role.padEnd(8)} exact P ${percent(t.exact / t.predicted)} R ${percent(t.exact / t.gold)} F1 ${percent(f1(t.exact, t.gold, t.predicted))}   overlap P ${percent(t.soft / t.predicted)} R ${percent(t.soft / t.gold)} F1 ${percent(f1(t.soft, t.gold, t.predicted))}   tokens F1 ${percent(f1(w.both, w.gold, w.predicted))}`,
  );
}
console.log(
  `cues of speech found: ${speech.found} of ${speech.gold} (${percent(speech.found / speech.gold).trim()} %)`,
);
if (Number(options.misses) > 0) {
  const top = (m: ReadonlyMap<string, number>) =>
    [...m]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 60)
      .map(([k, n]) => `${k} ${n}`)
      .join("; ");
  console.log(`\nmissed cues: ${top(missed)}\n\nwrong by rule: ${top(wrong)}`);
}
if (options.out) writeFileSync(options.out, `${lines.join("\n")}\n`);

function parse(document: GoldDocument, language: LanguageModel): ParsedReport {
  const { text } = document;
  const passages: Passage[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "")
      passages.push({ kind: passages.length === 0 ? "headline" : "body", start: at, end: at + line.length });
    at += line.length + 1;
  }
  const sentences: Sentence[] = [];
  const passageOf: number[] = [];
  passages.forEach((p, k) => {
    for (const s of analyse(text, p, language)) {
      sentences.push(s);
      passageOf.push(k);
    }
  });
  const report: Report = {
    id: document.id,
    text,
    passages,
    title: document.title,
    outlet: null,
    author: null,
    address: null,
    language: "en",
    published: { from: document.date, to: document.date, basis: "stated", reasons: [], evidence: null },
    datelinePlace: null,
  };
  return { report, sentences, passageOf, mentions: sentences.map(() => []) };
}

/** PolNeAR counts the "that" of a clause to its content; Parley does not. */
function withoutThat(
  tokens: ReadonlySet<number>,
  words: readonly { readonly form: string }[],
): ReadonlySet<number> {
  const first = Math.min(...tokens);
  return words[first]?.form === "that" ? new Set([...tokens].filter((t) => t !== first)) : tokens;
}

/** Clauses that share one cue are one attribution in PolNeAR. */
function merged(
  found: ReturnType<typeof findAttributions>,
): { cue: string; cueSpan: Span; sourceSpan: Span | null; pieces: readonly Span[]; rule: string }[] {
  const out: { cue: string; cueSpan: Span; sourceSpan: Span | null; pieces: Span[]; rule: string }[] = [];
  for (const a of found) {
    const same = out.find((o) => o.cueSpan.start === a.cueSpan.start && o.cueSpan.end === a.cueSpan.end);
    if (same) same.pieces.push(...a.pieces);
    else
      out.push({
        cue: a.cue,
        cueSpan: a.cueSpan,
        sourceSpan: a.sourceSpan,
        pieces: [...a.pieces],
        rule: a.rule,
      });
  }
  return out;
}

/** One to one, best first: attributions are the same where their cues share a word, or nearly all of their content. */
function align(gold: readonly Tokens[], predicted: readonly Tokens[]): [number, number][] {
  const scored: [number, number, number][] = [];
  gold.forEach((g, i) => {
    predicted.forEach((p, k) => {
      const cue = overlap(g.cue, p.cue);
      const content = dice(g.content, p.content);
      if (cue > 0 || content >= 0.8) scored.push([(cue > 0 ? 2 : 0) + content, i, k]);
    });
  });
  scored.sort((a, b) => b[0] - a[0]);
  const out: [number, number][] = [];
  for (const [, g, p] of scored) if (!out.some(([x, y]) => x === g || y === p)) out.push([g, p]);
  return out;
}

function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let n = 0;
  for (const x of a) if (b.has(x)) n++;
  return n;
}

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size + b.size === 0 ? 1 : (2 * overlap(a, b)) / (a.size + b.size);
}
