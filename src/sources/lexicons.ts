import { parse } from "yaml";
import { z } from "zod";
import { dayNumber } from "../text/civil-date.js";

/** What announces a line that the report does not tell. @see lexicons/sources/cues.yaml */
export interface Cue {
  /** Lower case, straight quotes. */
  readonly cue: string;
  readonly at: "start" | "whole" | "anywhere";
  readonly kind: "interruption" | "caption" | "byline";
  /** Short lines without a final stop after it belong to it. */
  readonly list: boolean;
  /** Longest line that it rules, in words. */
  readonly most: number;
  readonly yes: string;
  readonly no: string;
}

/** A dated event of recent conflicts that reports name without its date. @see lexicons/sources/landmarks.yaml */
export interface Landmark {
  readonly id: string;
  /** What it is, in words that fit after "names": "the attack near Pahalgam". */
  readonly what: string;
  /** All must occur in one sentence; each is a list of phrases of which one is enough. Capitals count in capitalised ones. */
  readonly near: readonly (readonly string[])[];
  /** `near`, compiled: whole words, free white space, a phrase in small letters in any case. */
  readonly patterns: readonly RegExp[];
  /** Civil days, both included. */
  readonly from: string;
  readonly to: string;
  /** A beginning that is named for years ("the war", "the fall of Kabul"): it bounds a report from below only. */
  readonly isBackground: boolean;
  readonly yes: string;
  readonly no: string;
}

export interface SourceLexicons {
  readonly cues: readonly Cue[];
  readonly landmarks: readonly Landmark[];
  readonly small: ReadonlySet<string>;
  readonly goingOn: ReadonlySet<string>;
  readonly notPlaces: ReadonlySet<string>;
  readonly placeNames: ReadonlySet<string>;
  readonly agencies: ReadonlySet<string>;
  /** Words of the lines above and below a text, by their letter in the grammar of such lines; sticky patterns. */
  readonly headWords: readonly (readonly [code: string, pattern: RegExp])[];
}

/** The contents of the files of `lexicons/sources/`, as text. */
export interface SourceLexiconFiles {
  readonly cues: string;
  readonly landmarks: string;
  readonly words: string;
}

const day = z.string().refine((value) => {
  try {
    return dayNumber(value) > 0;
  } catch {
    return false;
  }
}, "not a day YYYY-MM-DD");

const CUES = z.array(
  z.strictObject({
    cue: z.string().min(1),
    at: z.enum(["start", "whole", "anywhere"]).default("start"),
    kind: z.enum(["interruption", "caption", "byline"]).default("interruption"),
    list: z.boolean().default(false),
    most: z.number().int().positive().default(30),
    yes: z.string(),
    no: z.string(),
  }),
);

const LANDMARKS = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    what: z.string().min(4),
    near: z.array(z.string().min(2)).min(1),
    from: day,
    to: day.optional(),
    background: z.boolean().default(false),
    yes: z.string(),
    no: z.string(),
  }),
);

const WORDS = z.strictObject({
  small: z.array(z.string()),
  goingOn: z.array(z.string()),
  notPlaces: z.array(z.string()),
  placeNames: z.array(z.string()),
  agencies: z.array(z.string()),
  head: z.record(z.string().length(1), z.array(z.string().min(1)).min(1)),
});

/** Reads the lexicon files. Throws with the file's name and the entry where one is malformed. */
export function parseSourceLexicons(files: SourceLexiconFiles): SourceLexicons {
  const cues = entries("cues.yaml", CUES, files.cues);
  const words = entries("words.yaml", WORDS, files.words);
  const landmarks = entries("landmarks.yaml", LANDMARKS, files.landmarks).map((entry) => {
    const to = entry.to ?? entry.from;
    if (to < entry.from)
      throw new Error(`lexicons/sources/landmarks.yaml: ${entry.id}: ends before it begins`);
    const near = entry.near.map((group) => group.split("|").map((phrase) => phrase.trim()));
    return {
      id: entry.id,
      what: entry.what,
      near,
      patterns: near.map(patternOf),
      from: entry.from,
      to,
      isBackground: entry.background,
      yes: entry.yes,
      no: entry.no,
    };
  });
  return {
    cues: cues.map((entry) => ({ ...entry, cue: plainQuotes(entry.cue.toLowerCase()) })),
    landmarks,
    small: new Set(words.small),
    goingOn: new Set(words.goingOn),
    notPlaces: new Set(words.notPlaces),
    placeNames: new Set(words.placeNames),
    agencies: new Set(words.agencies),
    headWords: Object.entries(words.head).map(([code, phrases]) => [code, headPattern(phrases)] as const),
  };
}

/** Phrases at a place of a line, the longest first, in any case. */
function headPattern(phrases: readonly string[]): RegExp {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const parts = longestFirst.map((phrase) => phrase.replace(/'/g, "['’]").replace(/\s+/g, "\\s+"));
  return new RegExp(`(?<!\\p{L})(?:${parts.join("|")})(?!\\p{L})`, "iuy");
}

/** Phrases as one pattern; letters of a phrase without capitals match in any case. */
function patternOf(phrases: readonly string[]): RegExp {
  const parts = phrases.map((phrase) => {
    const anyCase = phrase === phrase.toLowerCase();
    const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const letters = anyCase
      ? escaped.replace(/\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
      : escaped;
    return letters.replace(/\s+/g, "\\s+").replace(/['’]/g, "['’]").replace(/-/g, "[-‐‑–]");
  });
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join("|")})(?![\\p{L}\\p{N}])`, "u");
}

/** Curly quotes as straight ones; same length. */
export function plainQuotes(words: string): string {
  return words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function entries<T>(file: string, schema: z.ZodType<T>, source: string): T {
  const result = schema.safeParse(parse(source));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(
    `lexicons/sources/${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "malformed"}`,
  );
}
