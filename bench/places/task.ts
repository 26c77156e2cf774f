/** Places: are names found, and are they put on the right spot? Articles with marked names as JSON lines. How it is scored: README.md. */
import { readFileSync } from "node:fs";
import type { Gazetteer } from "../../src/coding/gazetteer.js";
import { findMentions } from "../../src/coding/mentions.js";
import { findPlaces } from "../../src/coding/places.js";
import { plainReport } from "../../src/coding/plain-report.js";
import { loadConfidence } from "../../src/data/load-confidence.js";
import { loadGazetteer } from "../../src/data/load-gazetteer.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { loadParties } from "../../src/data/load-parties.js";
import { foldName } from "../../src/text/fold-name.js";
import type { Span } from "../../src/text/span.js";
import { sentenceAt } from "../accuracy/sentence-at.js";
import { f1, paired } from "../accuracy/spans.js";
import type { Judged, Measured, Miss, Task } from "../accuracy/task.js";
import { isOfLevelHalf, judge } from "../calibration/judged.js";

export const places: Task = {
  name: "places",
  title: "where: place names and their coordinates",
  file: "places/lgl.jsonl",
  measure,
};

interface Toponym extends Span {
  readonly lat: number | null;
  readonly lon: number | null;
  readonly featureCode: string | null;
}

interface Found extends Span {
  readonly name: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Within a hundred miles, as the field counts. */
const NEAR_KM = 161;

async function measure(file: string): Promise<Measured> {
  const model = await loadLanguageModel();
  const confidence = loadConfidence();
  const gazetteer = loadGazetteer();
  const parties = loadParties();
  const misses: Miss[] = [];
  const judged: Judged[] = [];
  const parley = new Score();
  const floor = new Score();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const { id, text, toponyms } = JSON.parse(line) as { id: string; text: string; toponyms: Toponym[] };
    const bare = plainReport(text, model);
    const parsed = { ...bare, mentions: findMentions(bare, parties) };
    const judgeIn = judge(parsed, confidence, isOfLevelHalf(id));
    const found = findPlaces(parsed, gazetteer)
      .mentions.map((m) => m.place)
      .filter((p) => p.name !== "border");
    parley.add(toponyms, found);
    floor.add(toponyms, longestNames(text, gazetteer));
    for (const { gold, found: f } of paired(toponyms, found)) {
      const at = gold ?? f!;
      const miss = (kind: Miss["kind"], cause: string) =>
        misses.push({
          kind,
          cause,
          sentence: sentenceAt(parsed, at.start, at.end),
          detail: `${gold ? text.slice(gold.start, gold.end) : "–"} ⇐ ${f ? told(f) : "–"}`,
        });
      if (gold === null) miss("false", f!.latitude === null ? "not located" : "located");
      else if (f === null) miss("missed", gold.featureCode ?? "not in GeoNames");
      else if (gold.lat !== null) {
        const km = distance(gold, f);
        if (km === null) miss("differs", `not located: ${gold.featureCode}`);
        else {
          judged.push(judgeIn("place", f, km <= NEAR_KM));
          if (km > NEAR_KM) miss("differs", `far off: ${gold.featureCode}`);
        }
      }
    }
  }
  const flat = "longest name in the gazetteer, most populous";
  return {
    figures: [
      {
        name: "names F1",
        value: f1(parley.recognised, parley.gold, parley.found),
        of: parley.gold,
        aim: 75,
        floor: { what: flat, value: f1(floor.recognised, floor.gold, floor.found) },
      },
      {
        name: "within 161 km, of those found",
        value: (100 * parley.near) / parley.known,
        of: parley.known,
        aim: 80,
        floor: { what: flat, value: (100 * floor.near) / floor.known },
        peers: [{ what: "Mordecai 3, given the names (967 of them)", value: 82.7 }],
      },
      { name: "names precision", value: (100 * parley.recognised) / parley.found, of: parley.found },
      { name: "names recall", value: (100 * parley.recognised) / parley.gold, of: parley.gold },
      {
        name: "within 161 km, of those located",
        value: (100 * parley.near) / parley.located,
        of: parley.located,
      },
    ],
    misses,
    judged,
  };
}

class Score {
  gold = 0;
  found = 0;
  /** Names of the gold that one found overlaps. */
  recognised = 0;
  /** Of these, the ones whose coordinates the gold has. */
  known = 0;
  /** Of these, the ones that are located. */
  located = 0;
  /** Of these, the ones put near enough. */
  near = 0;

  add(gold: readonly Toponym[], found: readonly Found[]): void {
    this.gold += gold.length;
    this.found += found.length;
    for (const { gold: g, found: f } of paired(gold, found)) {
      if (g === null || f === null) continue;
      this.recognised++;
      if (g.lat === null) continue;
      this.known++;
      const km = distance(g, f);
      if (km === null) continue;
      this.located++;
      if (km <= NEAR_KM) this.near++;
    }
  }
}

function distance(g: Toponym, f: Found): number | null {
  if (g.lat === null || g.lon === null || f.latitude === null || f.longitude === null) return null;
  return kilometres([g.lat, g.lon], [f.latitude, f.longitude]);
}

/** Over the great circle. */
function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b[0] - a[0]) * rad) / 2) ** 2 +
    Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * Math.sin(((b[1] - a[1]) * rad) / 2) ** 2;
  return 12_742 * Math.asin(Math.sqrt(h));
}

/** The floor of the task: the longest run of up to four capitalised words that the gazetteer has, its most populous place. */
function longestNames(text: string, gazetteer: Gazetteer): Found[] {
  const words = [...text.matchAll(/\p{Lu}[\p{L}'’-]*\.?/gu)];
  const out: Found[] = [];
  for (let i = 0; i < words.length; ) {
    let step = 1;
    for (let n = 4; n >= 1; n--) {
      const last = words[i + n - 1];
      if (last === undefined) continue;
      const start = words[i]!.index;
      const end = last.index + last[0].length;
      const name = text.slice(start, end);
      // one run: only white space between its words
      if (name.split(/\s+/).length !== n) continue;
      const entries = gazetteer.lookup(foldName(name));
      if (entries.length === 0) continue;
      const best = entries.reduce((a, b) => (weight(b) > weight(a) ? b : a));
      out.push({ start, end, name, latitude: best.latitude, longitude: best.longitude });
      step = n;
      break;
    }
    i += step;
  }
  return out;
}

/** States and provinces carry no population: they count as large. */
function weight({ origin, population }: { readonly origin: string; readonly population: number }): number {
  return origin === "geonames" ? population : 10_000_000;
}

function told(f: Found): string {
  return f.latitude === null
    ? `${f.name} (not located)`
    : `${f.name} ${f.latitude.toFixed(1)} ${f.longitude?.toFixed(1)}`;
}
