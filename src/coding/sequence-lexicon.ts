import { LexiconError } from "../text/lexicon-error.js";
import { INITIATOR_HOWS, type InitiatorHow, SEQUENCE_RELATIONS, type SequenceRelation } from "./claim.js";
import { checkCueEntry } from "./cue-entry.js";

const CUE_CLASSES = ["words", "verb", "noun", "adj"] as const;
type SequenceCueClass = (typeof CUE_CLASSES)[number];

/** One entry of lexicons/sequence/cues.yaml as it stands in the file; the keys are explained there. */
export interface SequenceEntry {
  readonly id: string;
  readonly words?: readonly string[];
  readonly verb?: readonly string[];
  readonly noun?: readonly string[];
  readonly adj?: readonly string[];
  readonly relation?: SequenceRelation;
  readonly later: readonly string[];
  readonly earlier?: readonly string[];
  readonly bare?: readonly string[];
  readonly how?: InitiatorHow;
  readonly who?: readonly string[];
  readonly beside?: readonly string[];
  readonly object?: readonly string[] | string;
  readonly weak?: boolean;
  readonly yes: string;
  readonly no: string;
}

/** A cue ready for matching: one phrase of an entry. */
export interface SequenceCue {
  readonly id: string;
  readonly class: SequenceCueClass;
  /** Lower-case lemmas, or forms of `words`; contiguous. */
  readonly words: readonly string[];
  readonly relation: SequenceRelation | null;
  readonly later: readonly string[];
  readonly earlier: readonly string[];
  readonly bare: ReadonlySet<string>;
  readonly how: InitiatorHow | null;
  readonly who: readonly string[];
  readonly beside: ReadonlySet<string> | null;
  readonly object: ReadonlySet<string> | null;
  readonly weak: boolean;
}

export interface SequenceLexicon {
  /** Cues by their first word, in the order of the file; a longer phrase first. */
  readonly cues: ReadonlyMap<string, readonly SequenceCue[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The files as parsed, and the name that errors give them. */
export interface SequenceSources {
  readonly file: string;
  readonly cues: readonly SequenceEntry[];
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const KEYS = new Set<string>([
  ...CUE_CLASSES,
  ...["id", "relation", "later", "earlier", "bare", "how", "who", "beside", "object", "weak", "yes", "no"],
]);

/** Checks the entries and indexes them. Throws LexiconError at the first entry that cannot be used. */
export function compileSequenceLexicon(sources: SequenceSources): SequenceLexicon {
  const classes = new Map(
    Object.entries(sources.words).map(([name, words]) => [name, new Set(words.map(String))]),
  );
  const cues = new Map<string, SequenceCue[]>();
  const seen = new Set<string>();
  for (const entry of sources.cues) {
    checkEntry(entry, sources.file, seen);
    for (const cue of cuesOf(entry, sources.file, classes)) {
      const list = cues.get(cue.words[0]!);
      if (list) list.push(cue);
      else cues.set(cue.words[0]!, [cue]);
    }
  }
  for (const list of cues.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { cues, classes };
}

function checkEntry(entry: SequenceEntry, file: string, seen: Set<string>): void {
  const { fail, listed } = checkCueEntry(entry, { file, seen, keys: KEYS, cueClasses: CUE_CLASSES });
  listed(entry.relation, SEQUENCE_RELATIONS, "relation");
  listed(entry.how, INITIATOR_HOWS, "how");
  if (!entry.relation && !entry.how) fail("says nothing", "Give it a relation, a how, or both.");
  if (!entry.later?.length) fail("has no later", "Say where the later happening stands.");
  if (entry.relation && !entry.earlier?.length)
    fail("has no earlier", "Say where the earlier happening stands.");
}

function cuesOf(
  entry: SequenceEntry,
  file: string,
  classes: ReadonlyMap<string, ReadonlySet<string>>,
): SequenceCue[] {
  const { object } = entry;
  const objects = typeof object === "string" ? classes.get(object.slice(1)) : object && new Set(object);
  if (typeof object === "string" && !objects)
    throw new LexiconError(file, entry.id, `unknown class "${object}"`, "Classes stand in words.yaml.");
  return CUE_CLASSES.flatMap((kind) =>
    (entry[kind] ?? []).flatMap(spellings).map(
      (words): SequenceCue => ({
        id: entry.id,
        class: kind,
        words,
        relation: entry.relation ?? null,
        later: entry.later,
        earlier: entry.earlier ?? [],
        bare: new Set(entry.bare),
        how: entry.how ?? null,
        who: entry.who ?? [],
        beside: entry.beside ? new Set(entry.beside) : null,
        object: objects ?? null,
        weak: entry.weak ?? false,
      }),
    ),
  );
}

/** "counter-attack" is one token, "self-defence" three: a hyphen is tried both ways. */
function spellings(phrase: string): string[][] {
  const whole = phrase.toLowerCase().split(/\s+/);
  const parted = phrase
    .toLowerCase()
    .split(/\s+|(-)/)
    .filter(Boolean);
  return parted.length === whole.length ? [whole] : [whole, parted];
}
