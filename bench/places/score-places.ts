/**
 * Scores place names against a corpus of articles as JSON lines ({ text, toponyms: [{ start, end, lat, lon }] }).
 * Recognition: any overlap, one to one. Resolution: share of the recognised, located toponyms within 161 km.
 *
 *   npx tsx bench/places/score-places.ts FILE.jsonl [--errors]
 */
import { readFileSync } from "node:fs";
import { findMentions } from "../../src/coding/mentions.js";
import { findPlaces } from "../../src/coding/places.js";
import { loadGazetteer } from "../../src/data/load-gazetteer.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { loadParties } from "../../src/data/load-parties.js";
import { analyse } from "../../src/language/analyse.js";
import type { Report } from "../../src/sources/report.js";

interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly lat: number | null;
  readonly lon: number | null;
}

const NEAR_KM = 161;

function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b[0] - a[0]) * rad) / 2) ** 2 +
    Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * Math.sin(((b[1] - a[1]) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(h));
}

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: score-places FILE.jsonl [--errors]");
const model = await loadLanguageModel();
const gazetteer = loadGazetteer();
const parties = loadParties();
let gold = 0;
let found = 0;
let recognised = 0;
let located = 0;
let resolved = 0;
let close = 0;
const notes: string[] = [];
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "") continue;
  const document = JSON.parse(line) as { text: string; toponyms: Toponym[] };
  const { text, toponyms } = document;
  const sentences = analyse(text, { start: 0, end: text.length }, model);
  const unknown = { from: null, to: null, basis: "unknown", reasons: [], evidence: null } as const;
  const report: Report = {
    id: "",
    text,
    passages: [{ start: 0, end: text.length, kind: "body" }],
    title: null,
    outlet: null,
    author: null,
    address: null,
    language: "en",
    published: unknown,
    datelinePlace: null,
  };
  const bare = { report, sentences, passageOf: sentences.map(() => 0), mentions: sentences.map(() => []) };
  const { mentions } = findPlaces({ ...bare, mentions: findMentions(bare, parties) }, gazetteer);
  const places = mentions.map((m) => m.place).filter((p) => p.name !== "border");
  gold += toponyms.length;
  found += places.length;
  const used = new Set<object>();
  for (const t of toponyms) {
    const hit = places.find((p) => !used.has(p) && p.start < t.end && t.start < p.end);
    const words = text.slice(Math.max(0, t.start - 30), t.end + 30).replace(/\s+/g, " ");
    if (hit === undefined) {
      notes.push(`missed ${text.slice(t.start, t.end)} | ${words}`);
      continue;
    }
    used.add(hit);
    recognised++;
    if (t.lat === null || t.lon === null) continue;
    located++;
    if (hit.latitude === null || hit.longitude === null) continue;
    resolved++;
    if (kilometres([t.lat, t.lon], [hit.latitude, hit.longitude]) <= NEAR_KM) close++;
    else notes.push(`far ${hit.name} ${hit.country} | ${words}`);
  }
  for (const p of places)
    if (!used.has(p)) notes.push(`spurious ${p.name} | ${text.slice(Math.max(0, p.start - 30), p.end + 30)}`);
}
if (flags.includes("--errors")) process.stdout.write(`${notes.join("\n")}\n`);
process.stdout.write(
  `${JSON.stringify({
    gold,
    found,
    precision: (100 * recognised) / found,
    recall: (100 * recognised) / gold,
    f1: (200 * recognised) / (gold + found),
    resolved: (100 * resolved) / located,
    within161km: (100 * close) / located,
    within161kmOfResolved: (100 * close) / resolved,
  })}\n`,
);
