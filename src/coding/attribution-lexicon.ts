import { LexiconError } from "../text/lexicon-error.js";
import {
  ATTRIBUTION_KINDS,
  type AttributionKind,
  CERTAINTIES,
  type Certainty,
  STANCES,
  type Stance,
} from "./claim.js";
import { checkCueEntry } from "./cue-entry.js";

export const CUE_CLASSES = ["verb", "noun", "adj", "adv", "prep", "connective"] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/** One entry of lexicons/attribution/cues.yaml as it stands in the file; the keys are explained there. */
export interface CueEntry {
  readonly id: string;
  readonly verb?: readonly string[];
  readonly noun?: readonly string[];
  readonly adj?: readonly string[];
  readonly adv?: readonly string[];
  readonly prep?: readonly string[];
  readonly connective?: readonly string[];
  readonly object?: readonly string[];
  readonly content: readonly string[];
  readonly speaker?: readonly string[];
  readonly stance?: Stance;
  readonly certainty?: Certainty;
  readonly kind?: AttributionKind;
  readonly raising?: boolean;
  readonly negated?: boolean;
  readonly complement?: boolean;
  readonly not?: Readonly<Record<string, readonly string[] | string>>;
  readonly needs?: Readonly<Record<string, readonly string[] | string>>;
  readonly yes: string;
  readonly no: string;
}

/** A cue ready for matching: one phrase of an entry. */
export interface Cue {
  readonly id: string;
  readonly class: CueClass;
  /** Lower-case lemmas (verbs, nouns, adjectives) or forms; the head is the first of a verb's, the last of the others'. */
  readonly words: readonly string[];
  /** Lemmas of which the direct object must be one; null where the entry does not ask. */
  readonly object: ReadonlySet<string> | null;
  /** Alternatives, each the parts to be taken together. */
  readonly content: readonly (readonly string[])[];
  readonly speaker: readonly string[];
  readonly stance: Stance;
  readonly certainty: Certainty;
  readonly kind: AttributionKind;
  readonly raising: boolean;
  /** Holds only under "could not", "unable to" and the like. */
  readonly negated: boolean;
  /** The object must be followed by what it is called ("called the strike a massacre"). */
  readonly complement: boolean;
  readonly not: ReadonlyMap<string, ReadonlySet<string>>;
  readonly needs: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Cues by their head word, most particular first. */
export interface AttributionLexicon {
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  readonly nouns: ReadonlyMap<string, readonly Cue[]>;
  readonly adjectives: ReadonlyMap<string, readonly Cue[]>;
  /** Adverbs, prepositions, connectives: by first form. */
  readonly phrases: ReadonlyMap<string, readonly Cue[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The files as parsed, and the name that errors give them. */
export interface AttributionSources {
  readonly file: string;
  readonly cues: readonly CueEntry[];
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const KEYS = new Set([
  ...CUE_CLASSES,
  ...[
    "id",
    "object",
    "content",
    "speaker",
    "stance",
    "certainty",
    "kind",
    "raising",
    "negated",
    "complement",
  ],
  ...["not", "needs", "yes", "no"],
]);
const DEFAULT_SPEAKER: Readonly<Record<CueClass, readonly string[]>> = {
  verb: ["subj", "by"],
  noun: ["poss", "by", "light", "from", "adj"],
  adj: ["subj"],
  adv: [],
  prep: ["object"],
  connective: ["object"],
};

/** Checks the entries and indexes them. Throws LexiconError at the first entry that cannot be used. */
export function compileAttributionLexicon(sources: AttributionSources): AttributionLexicon {
  const classes = new Map(
    Object.entries(sources.words).map(([name, words]) => [name, new Set(words.map(String))]),
  );
  const lexicon = {
    verbs: new Map<string, Cue[]>(),
    nouns: new Map<string, Cue[]>(),
    adjectives: new Map<string, Cue[]>(),
    phrases: new Map<string, Cue[]>(),
    classes,
  };
  const seen = new Set<string>();
  for (const entry of sources.cues) {
    checkEntry(entry, sources.file, seen);
    for (const cue of cuesOf(entry, sources.file, classes)) {
      const [index, key] = placeOf(lexicon, cue);
      const list = index.get(key);
      if (list) list.push(cue);
      else index.set(key, [cue]);
    }
  }
  for (const index of [lexicon.verbs, lexicon.nouns, lexicon.adjectives, lexicon.phrases])
    for (const list of index.values()) list.sort((a, b) => particularity(b) - particularity(a));
  return lexicon;
}

/** Longer phrases and entries that ask for more are tried first; the order of the file decides among equals. */
function particularity(cue: Cue): number {
  return (
    4 * cue.words.length +
    3 * (cue.object ? 1 : 0) +
    2 * (cue.negated ? 1 : 0) +
    cue.needs.size +
    (cue.complement ? 1 : 0) +
    (cue.speaker[0] === "obj" ? 1 : 0)
  );
}

function placeOf(
  lexicon: {
    verbs: Map<string, Cue[]>;
    nouns: Map<string, Cue[]>;
    adjectives: Map<string, Cue[]>;
    phrases: Map<string, Cue[]>;
  },
  cue: Cue,
): [Map<string, Cue[]>, string] {
  switch (cue.class) {
    case "verb":
      return [lexicon.verbs, cue.words[0]!];
    case "noun":
      return [lexicon.nouns, cue.words.at(-1)!];
    case "adj":
      return [lexicon.adjectives, cue.words.at(-1)!];
    default:
      return [lexicon.phrases, cue.words[0]!];
  }
}

function checkEntry(entry: CueEntry, file: string, seen: Set<string>): void {
  const { fail, listed } = checkCueEntry(entry, { file, seen, keys: KEYS, cueClasses: CUE_CLASSES });
  if (!Array.isArray(entry.content) || entry.content.length === 0)
    fail("has no content", "Say where the content stands.");
  listed(entry.stance, STANCES, "stance");
  listed(entry.certainty, CERTAINTIES, "certainty");
  listed(entry.kind, ATTRIBUTION_KINDS, "kind");
}

function cuesOf(entry: CueEntry, file: string, classes: ReadonlyMap<string, ReadonlySet<string>>): Cue[] {
  const wordTests = (tests: CueEntry["not"]) =>
    new Map(
      Object.entries(tests ?? {}).map(([slot, words]) => {
        if (typeof words !== "string") return [slot, new Set(words)];
        const named = classes.get(words.slice(1));
        if (!named)
          throw new LexiconError(file, entry.id, `unknown class "${words}"`, "Classes stand in words.yaml.");
        return [slot, named];
      }),
    );
  return CUE_CLASSES.flatMap((kind) =>
    (entry[kind] ?? []).map(
      (phrase): Cue => ({
        id: entry.id,
        class: kind,
        words: phrase
          .toLowerCase()
          .split(/\s+|(-)/)
          .filter(Boolean),
        object: entry.object ? new Set(entry.object) : null,
        content: entry.content.map((alternative) => alternative.split("+")),
        speaker: entry.speaker ?? DEFAULT_SPEAKER[kind],
        stance: entry.stance ?? "asserts",
        certainty: entry.certainty ?? "stated",
        kind: entry.kind ?? "speech",
        raising: entry.raising ?? false,
        negated: entry.negated ?? false,
        complement: entry.complement ?? false,
        not: wordTests(entry.not),
        needs: wordTests(entry.needs),
      }),
    ),
  );
}
