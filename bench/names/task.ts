/** Names in reports of war: persons, organisations and armed groups, places (re3d). What counts and how: README.md. */
import { readFileSync } from "node:fs";
import type { Gazetteer } from "../../src/coding/gazetteer.js";
import { findMentions } from "../../src/coding/mentions.js";
import type { ParsedReport } from "../../src/coding/parsed-report.js";
import type { PartyLexicon } from "../../src/coding/party-lexicon.js";
import { findPlaces } from "../../src/coding/places.js";
import { plainReport } from "../../src/coding/plain-report.js";
import { loadGazetteer } from "../../src/data/load-gazetteer.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { loadParties } from "../../src/data/load-parties.js";
import { foldName } from "../../src/text/fold-name.js";
import { overlaps, type Span } from "../../src/text/span.js";
import { sentenceAt } from "../accuracy/sentence-at.js";
import { f1, paired } from "../accuracy/spans.js";
import type { Measured, Miss, Task } from "../accuracy/task.js";

export const names: Task = {
  name: "names",
  title: "who and what is named: persons, organisations, places",
  file: "ner/re3d-dev.jsonl",
  measure,
};

const KINDS = ["Person", "Organisation", "Location"] as const;
type Kind = (typeof KINDS)[number];

interface Named extends Span {
  readonly kind: Kind;
}

interface Entity extends Span {
  readonly text: string;
  readonly type: string;
  readonly confidence: number;
}

async function measure(file: string): Promise<Measured> {
  const model = await loadLanguageModel();
  const resources = { parties: loadParties(), gazetteer: loadGazetteer() };
  const misses: Miss[] = [];
  const parley = new Score();
  const floor = new Score();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const { text, entities } = JSON.parse(line) as { text: string; entities: Entity[] };
    const gold = entities.filter(counts).map((e): Named => ({ ...trimmed(text, e), kind: e.type as Kind }));
    // what was not counted is not asked for, and not held against the reader
    const open = entities.filter((e) => !counts(e));
    const isAsked = (f: Named) => gold.some((g) => overlaps(g, f)) || !open.some((e) => overlaps(e, f));
    const parsed = plainReport(text, model);
    const found = namesOf(parsed, resources)
      .map((n) => ({ ...trimmed(text, n), kind: n.kind }))
      .filter(isAsked);
    parley.add(gold, found);
    floor.add(gold, capitalisedRuns(text, resources.gazetteer).filter(isAsked));
    for (const { gold: g, found: f } of paired(gold, found)) {
      const at = g ?? f!;
      const miss = (kind: Miss["kind"], cause: string) =>
        misses.push({
          kind,
          cause,
          sentence: sentenceAt(parsed, at.start, at.end),
          detail: `${told(text, g)} ⇐ ${told(text, f)}`,
        });
      if (g === null) miss("false", f!.kind);
      else if (f === null) miss("missed", g.kind);
      else if (g.kind !== f.kind) miss("differs", `kind: ${g.kind} → ${f.kind}`);
      else if (g.start !== f.start || g.end !== f.end) miss("differs", `extent: ${g.kind}`);
    }
  }
  const runs = "capitalised runs, places by the gazetteer";
  const figure = (name: string, of: (s: Score) => number, aim?: number) => ({
    name,
    value: of(parley),
    of: parley.gold,
    ...(aim === undefined ? {} : { aim }),
    floor: { what: runs, value: of(floor) },
  });
  return {
    figures: [
      figure("F1, right kind, any overlap", (s) => s.f1("kind"), 65),
      figure("F1, right kind, exact", (s) => s.f1("exact"), 65),
      ...KINDS.map((k) => figure(`${k} F1, any overlap`, (s) => s.f1("kind", k))),
    ],
    misses,
    judged: [],
  };
}

// What counts ---------------------------------------------------------------------------------------------------------

/** Under this an entity is a suggestion of the annotation's tools that nobody confirmed. */
const CONFIRMED = 0.5;

/** The words that may stand inside of a name, or before it, in small letters. */
const JOINING = /^(of|for|the|and|in|on|to|de|du|al|bin|ibn|abu|'s|’s)$/;
const ARTICLE = /^(the|a|an)\s+/i;

/** A confirmed person, organisation or place that is named: every word but joining ones is written with a capital or a figure. */
function counts(e: Entity): boolean {
  if (!KINDS.some((k) => k === e.type) || e.confidence < CONFIRMED) return false;
  const words = e.text.replace(ARTICLE, "").split(/\s+/);
  return (
    words.every((w) => JOINING.test(w) || /^["“'‘(]?(\p{Lu}|\d|al-|ad-|ar-|as-|an-|el-)/u.test(w)) &&
    /\p{Lu}/u.test(words[0]!) &&
    !NO_NAME.test(e.text)
  );
}

/** Pronouns at the head of a sentence, and peoples. */
const NO_NAME =
  /^(I|He|She|It|We|You|They|His|Her|Its|Our|Their|This|That|These|Those|Who|Both|All|Some|Many|Others|Here|There|One|Anyone|Everyone)$|^(the )?(Iraqi|Syrian|American|Briton|Jordanian|German|Russian|Iranian|Kurd|Arab|Muslim|Christian|Yazidi|Sunni|Shia)s?$|^(the )?(British|Turkish|Dutch)$/i;

/** Without the article, which the annotation has or leaves out, and without what follows an apostrophe. */
function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const article = ARTICLE.exec(words)?.[0].length ?? 0;
  const owner = /['’]s?$/.exec(words)?.[0].length ?? 0;
  return { start: start + article, end: end - owner };
}

// What is found -------------------------------------------------------------------------------------------------------

/** The names that the coder reads: parties and persons, places, and what the tagger of names has besides. */
function namesOf(
  bare: ParsedReport,
  resources: { readonly parties: PartyLexicon; readonly gazetteer: Gazetteer },
): Named[] {
  const parsed = { ...bare, mentions: findMentions(bare, resources.parties) };
  const out: Named[] = [];
  const add = (kind: Kind, start: number, end: number) => {
    if (!out.some((n) => overlaps(n, { start, end }))) out.push({ kind, start, end });
  };
  parsed.mentions.forEach((list, i) => {
    const s = parsed.sentences[i]!;
    for (const m of list) {
      const span = [s.start[m.from]!, s.end[m.to - 1]!] as const;
      if (m.kind === "person") add("Person", ...span);
      else if (m.kind === "name" && !isCountry(m.parties[0])) add("Organisation", ...span);
    }
  });
  for (const { place, role } of findPlaces(parsed, resources.gazetteer).mentions) {
    // "Afghan", and "Kabul" in "Kabul Bank", name no place; a country that acts is one of the sides
    if (role === "people" || role === "in-name" || place.name === "border") continue;
    const isSide = role === "party-metonym" && place.precision === "country";
    add(isSide ? "Organisation" : "Location", place.start, place.end);
  }
  for (const s of parsed.sentences)
    for (const n of s.names)
      add(
        ({ PER: "Person", ORG: "Organisation", LOC: "Location" } as const)[n.kind],
        s.start[n.from]!,
        s.end[n.to - 1]!,
      );
  return out.sort((a, b) => a.start - b.start);
}

function isCountry(
  party: { readonly code: string | null; readonly country: string | null } | undefined,
): boolean {
  return party !== undefined && party.code !== null && party.code === party.country;
}

/** The floor: runs of capitalised words; a place where the gazetteer has them, else a person of two words or an organisation. */
function capitalisedRuns(text: string, gazetteer: Gazetteer): Named[] {
  return [...text.matchAll(/\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*)*/gu)].map((m): Named => {
    const span = trimmed(text, { start: m.index, end: m.index + m[0].length });
    const name = text.slice(span.start, span.end);
    const place = gazetteer.lookup(foldName(name)).length > 0;
    return { ...span, kind: place ? "Location" : name.split(/\s+/).length === 2 ? "Person" : "Organisation" };
  });
}

class Score {
  gold = 0;
  private readonly pairs: { readonly gold: Named | null; readonly found: Named | null }[] = [];

  add(gold: readonly Named[], found: readonly Named[]): void {
    this.gold += gold.length;
    this.pairs.push(...paired(gold, found));
  }

  /** Of one kind or of all; a name of another kind is wrong on both sides. */
  f1(what: "kind" | "exact", kind?: Kind): number {
    const of = (n: Named | null) => n !== null && (kind === undefined || n.kind === kind);
    const right = this.pairs.filter(
      ({ gold: g, found: f }) =>
        g !== null &&
        f !== null &&
        of(g) &&
        g.kind === f.kind &&
        (what === "kind" || (g.start === f.start && g.end === f.end)),
    ).length;
    return f1(
      right,
      this.pairs.filter((p) => of(p.gold)).length,
      this.pairs.filter((p) => of(p.found)).length,
    );
  }
}

function told(text: string, n: Named | null): string {
  return n === null ? "–" : `${text.slice(n.start, n.end).replace(/\s+/g, " ")} [${n.kind}]`;
}
