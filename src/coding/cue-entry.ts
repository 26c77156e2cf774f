import { LexiconError } from "../text/lexicon-error.js";

/** What every entry of a lexicon of cues has: an id, cues of one class at least, and a sentence for and against. */
export interface CueEntryForm {
  readonly id: string;
  readonly yes?: string;
  readonly no?: string;
}

/** How an entry that cannot be used is refused. */
export interface EntryChecks {
  /** Throws LexiconError, naming file and entry. */
  readonly fail: (problem: string, hint: string) => never;
  /** Refuses a value that is not in a list; undefined is none. */
  readonly listed: (value: string | undefined, list: readonly string[], what: string) => void;
}

/**
 * Checks what all such entries have in common. Throws LexiconError.
 *
 * @param seen ids of the entries before; the entry's is added
 * @param keys the keys that an entry may have, among them those of the cue classes
 */
export function checkCueEntry<E extends CueEntryForm>(
  entry: E,
  {
    file,
    seen,
    keys,
    cueClasses,
  }: {
    readonly file: string;
    readonly seen: Set<string>;
    readonly keys: ReadonlySet<string>;
    readonly cueClasses: readonly string[];
  },
): EntryChecks {
  const fail = (problem: string, hint: string): never => {
    throw new LexiconError(file, String(entry?.id), problem, hint);
  };
  if (typeof entry?.id !== "string" || !entry.id.includes("/")) fail("has no id", 'Write "group/name".');
  if (seen.has(entry.id)) fail("stands twice", "Give each entry an id of its own.");
  seen.add(entry.id);
  for (const key of Object.keys(entry))
    if (!keys.has(key)) fail(`unknown key "${key}"`, "See the head of the file.");
  const cues = entry as unknown as Record<string, readonly string[] | undefined>;
  if (!cueClasses.some((c) => (cues[c]?.length ?? 0) > 0))
    fail("has no cue", `Add one of: ${cueClasses.join(", ")}.`);
  if (!entry.yes || !entry.no)
    fail("lacks a sentence", "Write one that it matches (yes) and one that it does not (no).");
  return {
    fail,
    listed: (value, list, what) => {
      if (value !== undefined && !list.includes(value))
        fail(`unknown ${what} "${value}"`, `Use one of: ${list.join(", ")}.`);
    },
  };
}
