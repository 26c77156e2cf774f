import { tokenize } from "../language/tokens.js";
import { LexiconError } from "../text/lexicon-error.js";
import type { WordSource } from "../text/word-classes.js";
import { INITIATIVE_ACTS, type InitiativeAct, STATUSES, type Status } from "./claim.js";
import { EVENT_MODES, type EventMode, type EventType } from "./event-types.js";
import { compileEventWords, type EventWords } from "./event-words.js";

export const TRIGGER_KINDS = ["verb", "noun", "adj"] as const;
export type TriggerKind = (typeof TRIGGER_KINDS)[number];

/** One entry of lexicons/frames/*.yaml as it stands in the file. @see docs/lexicons.md */
export interface FrameEntry {
  readonly id: string;
  readonly verb?: string | readonly string[];
  readonly noun?: string | readonly string[];
  readonly adj?: string | readonly string[];
  readonly type: EventType;
  readonly mode?: EventMode | "content" | null;
  readonly actor?: readonly string[];
  readonly recipient?: readonly string[];
  readonly broker?: readonly string[];
  readonly mutual?: boolean;
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  readonly not?: Readonly<Record<string, readonly string[]>>;
  readonly status?: Status;
  readonly act?: InitiativeAct;
  readonly strong?: boolean;
  readonly broad?: boolean;
  readonly negated?: boolean;
  readonly yes: string;
  readonly no: string;
  readonly also?: readonly string[];
}

/** A test of a slot's words: lemmas or phrases, or what kind of mention fills it. */
export interface WordTest {
  readonly words: ReadonlySet<string>;
  readonly party: boolean;
  /** Two parties or more: "Russia and China". */
  readonly parties: boolean;
  /** A party that the lexicon knows by name or that belongs to one: no stranger's name. */
  readonly known: boolean;
  readonly place: boolean;
  readonly person: boolean;
  readonly number: boolean;
  /** Whatever fills the slot. */
  readonly any: boolean;
}

/** A frame ready for matching. */
export interface Frame {
  readonly id: string;
  readonly type: EventType;
  readonly mode: EventMode | "content" | null;
  readonly actor: readonly string[] | null;
  readonly recipient: readonly string[] | null;
  readonly broker: readonly string[];
  readonly mutual: boolean;
  readonly needs: ReadonlyMap<string, WordTest>;
  readonly not: ReadonlyMap<string, WordTest>;
  readonly status: Status | null;
  readonly act: InitiativeAct | null;
  readonly strong: boolean;
  /** Little is asked of the slots: holds only where no other entry does. */
  readonly broad: boolean;
  /** Tells by being negated ("will not stand idly by"): holds only where it is. */
  readonly negated: boolean;
}

/** A trigger of a frame: the words of its phrase; for verbs the first is the head, for nouns the last. */
export interface Trigger {
  readonly frame: Frame;
  readonly kind: TriggerKind;
  readonly words: readonly string[];
}

/** What a light verb's subject or object is to the event noun that it carries. */
export type CarriedRole = "actor" | "recipient" | "none";

/** A verb that only carries an event noun: where the noun stands, and what the verb's other slots are to the event. */
export interface LightVerb {
  readonly words: readonly string[];
  /** Slot of the verb in which the noun stands: obj, subj, or a preposition. */
  readonly noun: string;
  readonly subject: CarriedRole;
  readonly object: CarriedRole;
  readonly iobj: CarriedRole;
  /** Preposition → what its phrase is: "attributed the attack | to the rebels". */
  readonly phrase: Readonly<Record<string, CarriedRole>>;
  /** The verb says that what the noun names ends: "halted the strikes". */
  readonly stops: boolean;
}

/** An entry of lexicons/light-verbs.yaml as it stands in the file. */
export interface LightVerbEntry {
  readonly verb: string | readonly string[];
  readonly noun: string;
  readonly subject: CarriedRole;
  readonly object?: CarriedRole;
  readonly iobj?: CarriedRole;
  readonly phrase?: Readonly<Record<string, CarriedRole>>;
  readonly stops?: boolean;
}

export interface FrameLexicon {
  /** Triggers by kind and head lemma: "verb:shell". The longest phrases first. */
  readonly triggers: ReadonlyMap<string, readonly Trigger[]>;
  /** By verb lemma. */
  readonly lightVerbs: ReadonlyMap<string, readonly LightVerb[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Type → mode → words that give it. */
  readonly contentModes: ReadonlyMap<string, ReadonlyMap<EventMode, ReadonlySet<string>>>;
  readonly words: EventWords;
}

export interface FrameSources {
  /** File name → entries. */
  readonly frames: Readonly<Record<string, readonly FrameEntry[]>>;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  readonly lightVerbs: readonly LightVerbEntry[];
  readonly contentModes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly words: WordSource;
}

/** Which type wins where two entries fit one trigger equally well. @see docs/record.md, boundaries of types */
const PRECEDENCE: readonly EventType[] = [
  "ASSAULT",
  "COERCE",
  "MOBILIZE",
  "RETREAT",
  "CONCEDE",
  "THREATEN",
  "SANCTION",
  "REJECT",
  "AGREE",
  "REQUEST",
];

const list = (x: string | readonly string[] | undefined): readonly string[] =>
  x === undefined ? [] : typeof x === "string" ? [x] : x;

/** Builds the lexicon; throws LexiconError on the first entry that cannot be used. */
export function compileFrames(sources: FrameSources): FrameLexicon {
  const classes = compileClasses(sources.classes);
  const triggers = new Map<string, Trigger[]>();
  const seen = new Set<string>();
  for (const [file, entries] of Object.entries(sources.frames)) {
    for (const entry of entries) {
      if (seen.has(entry.id))
        throw new LexiconError(file, entry.id, "occurs twice.", "Give each entry an id of its own.");
      seen.add(entry.id);
      const frame = compileFrame(file, entry, classes);
      for (const kind of TRIGGER_KINDS) {
        for (const phrase of list(entry[kind])) {
          const words = tokensOf(phrase).filter((w) => w !== "-");
          const head = kind === "noun" ? words[words.length - 1]! : words[0]!;
          const key = `${kind}:${head}`;
          const at = triggers.get(key);
          const trigger = { frame, kind, words };
          if (at) at.push(trigger);
          else triggers.set(key, [trigger]);
        }
      }
    }
  }
  for (const at of triggers.values()) at.sort((a, b) => rank(b) - rank(a));
  const lightVerbs = new Map<string, LightVerb[]>();
  for (const l of sources.lightVerbs) {
    for (const phrase of list(l.verb)) {
      const words = phrase.split(" ");
      const light = {
        words,
        noun: l.noun,
        subject: l.subject,
        object: l.object ?? "none",
        iobj: l.iobj ?? "none",
        phrase: l.phrase ?? {},
        stops: l.stops ?? false,
      };
      const at = lightVerbs.get(words[0]!);
      if (at) at.push(light);
      else lightVerbs.set(words[0]!, [light]);
    }
  }
  for (const at of lightVerbs.values()) at.sort((a, b) => b.words.length - a.words.length);
  const contentModes = new Map(
    Object.entries(sources.contentModes).map(([type, modes]) => [
      type,
      new Map(
        Object.entries(modes).map(([mode, words]) => [mode as EventMode, expand(words, classes).words]),
      ),
    ]),
  );
  return { triggers, lightVerbs, classes, contentModes, words: compileEventWords(sources.words) };
}

/** Broad entries last; longer phrases first, then more conditions, then precedence of types. */
function rank(t: Trigger): number {
  const precedence = PRECEDENCE.indexOf(t.frame.type);
  return (
    (t.frame.broad ? 0 : 10_000) +
    t.words.length * 1000 +
    t.frame.needs.size * 100 +
    (precedence < 0 ? 0 : 20 - precedence)
  );
}

/** Words of a phrase as the tokenizer divides them: "cross-border" is three, "anti-government" one. */
const tokensOf = (phrase: string): string[] =>
  tokenize(phrase, { start: 0, end: phrase.length }).map((t) => t.form.toLowerCase());

/** Lower case; a hyphened word also as it stands divided in a sentence ("cross - border"). */
function addWord(set: Set<string>, word: string): void {
  set.add(word.toLowerCase());
  if (word.includes("-")) set.add(tokensOf(word).join(" "));
}

function compileClasses(source: FrameSources["classes"]): Map<string, ReadonlySet<string>> {
  const out = new Map<string, ReadonlySet<string>>();
  const open = (name: string, path: readonly string[]): ReadonlySet<string> => {
    const done = out.get(name);
    if (done) return done;
    const words = source[name];
    if (!words || path.includes(name))
      throw new LexiconError(
        "lexicons/classes",
        `$${name}`,
        "is not defined.",
        "Define it or correct its name.",
      );
    const set = new Set<string>();
    for (const w of words) {
      if (w.startsWith("$")) for (const inner of open(w.slice(1), [...path, name])) set.add(inner);
      else addWord(set, w);
    }
    out.set(name, set);
    return set;
  };
  for (const name of Object.keys(source)) open(name, []);
  return out;
}

function expand(words: readonly string[], classes: ReadonlyMap<string, ReadonlySet<string>>): WordTest {
  const set = new Set<string>();
  for (const w of words) {
    if (!w.startsWith("$")) {
      if (!w.startsWith("@")) addWord(set, w);
      continue;
    }
    const members = classes.get(w.slice(1));
    if (!members)
      throw new LexiconError("lexicons/classes", w, "is not defined.", "Define it or correct its name.");
    for (const m of members) set.add(m);
  }
  return {
    words: set,
    party: words.includes("@party") || set.has("@party"),
    parties: words.includes("@parties") || set.has("@parties"),
    known: words.includes("@known") || set.has("@known"),
    place: words.includes("@place") || set.has("@place"),
    person: words.includes("@person") || set.has("@person"),
    number: words.includes("@number") || set.has("@number"),
    any: words.includes("@any") || set.has("@any"),
  };
}

function compileFrame(file: string, e: FrameEntry, classes: ReadonlyMap<string, ReadonlySet<string>>): Frame {
  const fail = (problem: string, hint: string): never => {
    throw new LexiconError(file, e.id ?? "entry without id", problem, hint);
  };
  const modes: readonly string[] =
    EVENT_MODES[e.type] ?? fail(`unknown type "${e.type}".`, "See docs/record.md.");
  const mode = e.mode ?? null;
  if (mode !== null && mode !== "content" && !modes.includes(mode))
    fail(`"${mode}" is no mode of ${e.type}.`, `Use one of: ${modes.join(", ") || "none"}.`);
  if (e.status && !STATUSES.includes(e.status))
    fail(`unknown status "${e.status}".`, `Use: ${STATUSES.join(", ")}.`);
  if (e.act && !INITIATIVE_ACTS.includes(e.act))
    fail(`unknown act "${e.act}".`, `Use: ${INITIATIVE_ACTS.join(", ")}.`);
  if (!e.yes || !e.no) fail("lacks a yes or a no sentence.", "Write both.");
  if (list(e.verb).length + list(e.noun).length + list(e.adj).length === 0)
    fail("has no trigger.", "Give it a verb, noun or adj.");
  const tests = (x: FrameEntry["needs"]): Map<string, WordTest> =>
    new Map(Object.entries(x ?? {}).map(([slot, words]) => [slot, expand(list(words), classes)]));
  const slots = (x: readonly string[] | string | undefined) => (x === undefined ? null : list(x));
  return {
    id: e.id,
    type: e.type,
    mode,
    actor: slots(e.actor),
    recipient: slots(e.recipient),
    broker: slots(e.broker) ?? [],
    mutual: e.mutual ?? false,
    needs: tests(e.needs),
    not: tests(e.not),
    status: e.status ?? null,
    act: e.act ?? null,
    strong: e.strong ?? false,
    negated: e.negated ?? false,
    broad: e.broad ?? false,
  };
}
