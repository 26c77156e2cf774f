import { LexiconError } from "../text/lexicon-error.js";
import type { WordSource } from "../text/word-classes.js";
import { HARMS, type Harm, VICTIM_KINDS, type VictimKind } from "./claim.js";
import { type CountLexicon, type CountSource, compileCounts } from "./counts.js";
import { compileTollWords, type TollWords } from "./toll-words.js";

/** The parsed form of lexicons/tolls/victims.yaml. */
export interface VictimSource {
  readonly kinds: Readonly<Record<string, readonly string[]>>;
  readonly modifiers: Readonly<Record<string, readonly string[]>>;
  readonly unaffected: readonly string[];
  readonly not: readonly string[];
  readonly territory: readonly string[];
  readonly uprooted: readonly string[];
  readonly groups: readonly string[];
}

/** An entry of lexicons/tolls/harms.yaml, as written there. */
export interface HarmSource {
  readonly id: string;
  readonly harm: string;
  readonly verb?: readonly string[];
  readonly adj?: readonly string[];
  readonly noun?: readonly string[];
  readonly total?: readonly string[];
  readonly victim?: "subject" | "object";
  readonly who?: HarmEntry["who"];
  readonly by?: HarmEntry["by"];
  readonly loaded?: boolean;
  readonly range?: boolean;
  readonly known?: boolean;
  readonly counted?: boolean;
  readonly later?: boolean;
  readonly caring?: boolean;
  readonly things?: string;
  readonly after?: readonly string[];
  readonly not?: readonly string[];
  readonly behind?: readonly string[];
  readonly yes: string;
  readonly no: string;
}

export interface TollSources {
  readonly counts: CountSource;
  readonly victims: VictimSource;
  readonly harms: readonly HarmSource[];
  readonly words: WordSource;
}

export interface HarmEntry {
  readonly id: string;
  readonly harm: Harm;
  readonly victim: "subject" | "object";
  /** `fighters`: only armed people ("holding 11 soldiers"). `many`: or a number of others ("detained 40 protesters"). `unarmed`: fighters who flee are displaced by nobody. `crowd`: 20 or more of them, or refugees. */
  readonly who: "people" | "things" | "both" | "fighters" | "many" | "unarmed" | "crowd" | "refugees";
  /** `armed`: only where armed people do it ("gunmen picked up three teachers"). `party`: or a state, a force, a group. */
  readonly by: "anyone" | "armed" | "party";
  /** Words of which one must stand right before it: "*fatally* shot". Empty: any. */
  readonly after: ReadonlySet<string>;
  readonly range: boolean;
  readonly known: boolean;
  /** Only with a count: "lost 12 men". */
  readonly counted: boolean;
  /** Counts only after a toll of people, whose harm it takes: "the mayor put the figure at 18". */
  readonly later: boolean;
  /** Who does it looks after them: "evacuated 4,000 people". */
  readonly caring: boolean;
  /** The harm where the victim is a thing: "lost 12 tanks"; null where it is the same. */
  readonly thingsHarm: Harm | null;
  readonly not: ReadonlySet<string>;
  /** Words that, right behind the object, make it something else: "held 12 soldiers *accountable*". */
  readonly behind: ReadonlySet<string>;
}

/** How a form stands in its verb: "killing" is `ing`, "killed" `past` (also the participle), "kill" `base`, "kills" `s`. */
export type VerbForm = "base" | "s" | "past" | "ing";

export interface HarmWord {
  readonly entry: HarmEntry;
  readonly as: "verb" | "adj" | "noun" | "total";
  readonly form: VerbForm | null;
  /** Words that follow the first one, right after it or, for verbs, behind the object. */
  readonly rest: readonly string[];
}

/** What a noun says of a victim. */
export interface VictimNoun {
  readonly people: VictimKind | null;
  readonly thing: boolean;
}

/** All that lexicons/tolls says, compiled. */
export interface TollLexicon {
  readonly counts: CountLexicon;
  /** Nouns, singular and plural, one word or a phrase of up to three. */
  readonly nouns: ReadonlyMap<string, VictimNoun>;
  readonly plurals: ReadonlySet<string>;
  readonly modifiers: ReadonlyMap<string, VictimKind>;
  readonly unaffected: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
  readonly territory: ReadonlySet<string>;
  readonly uprooted: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** What "lost 12 men and two tanks" says, for "losses amounted to 12 men and two tanks". */
  readonly lost: HarmEntry;
  /** By the lower-case form of the first word, longest phrase first. */
  readonly harms: ReadonlyMap<string, readonly HarmWord[]>;
  readonly words: TollWords;
}

const VICTIMS_FILE = "lexicons/tolls/victims.yaml";
const HARMS_FILE = "lexicons/tolls/harms.yaml";

/** @throws LexiconError naming the file and entry where a harm, kind or key is none that the record knows */
export function compileTolls(sources: TollSources): TollLexicon {
  const nouns = new Map<string, VictimNoun>();
  const plurals = new Set<string>();
  for (const [kind, list] of Object.entries(sources.victims.kinds)) {
    if (!VICTIM_KINDS.includes(kind as VictimKind))
      throw new LexiconError(VICTIMS_FILE, kind, "is no kind of victim.", `Use: ${VICTIM_KINDS.join(", ")}.`);
    for (const noun of list) {
      for (const form of new Set([noun, plural(noun)])) {
        const known = nouns.get(form);
        const thing = kind === "equipment";
        // the first kind of a word stands; "bomber" is a person and a thing
        nouns.set(form, {
          people: known?.people ?? (thing ? null : (kind as VictimKind)),
          thing: (known?.thing ?? false) || thing,
        });
      }
      if (!nouns.has(noun) || plural(noun) !== noun) plurals.add(plural(noun));
    }
  }
  for (const p of IRREGULAR_PLURALS) plurals.add(p);
  const modifiers = new Map<string, VictimKind>();
  for (const [kind, list] of Object.entries(sources.victims.modifiers))
    for (const word of list) modifiers.set(word, kind as VictimKind);
  const harms = compileHarms(sources.harms);
  const lost = harms.get("lose")?.find((w) => w.entry.thingsHarm !== null)?.entry;
  if (lost === undefined)
    throw new LexiconError(HARMS_FILE, "lose", "has no entry for people and things.", "Add killed/lose.");
  return {
    counts: compileCounts(sources.counts),
    nouns,
    plurals,
    modifiers,
    unaffected: new Set(sources.victims.unaffected.flatMap((w) => [w, plural(w)])),
    not: new Set(sources.victims.not.flatMap((w) => [w, plural(w)])),
    territory: new Set(sources.victims.territory.flatMap((w) => [w, plural(w)])),
    groups: new Set(sources.victims.groups),
    uprooted: new Set(sources.victims.uprooted.flatMap((w) => [w, plural(w)])),
    harms,
    lost,
    words: compileTollWords(sources.words),
  };
}

const IRREGULAR_PLURALS = [
  "people",
  "men",
  "women",
  "children",
  "police",
  "personnel",
  "troops",
  "servicemen",
  "servicewomen",
  "policemen",
  "policewomen",
  "gunmen",
  "militiamen",
  "fishermen",
  "tribesmen",
  "herdsmen",
  "infantrymen",
  "guardsmen",
  "crewmen",
  "airmen",
  "passersby",
  "passers-by",
  "cameramen",
  "businessmen",
  "mujahideen",
  "aircraft",
  "pows",
  "jawans",
  "taliban",
  "khawarij",
  "khwarij",
  "staff",
  "infantry",
  "artillery",
  "others",
  "bodies",
  "lives",
  "casualties",
  "infrastructure",
  "equipment",
  "ammunition",
  "militants",
  "congressmen",
  "schoolchildren",
  "civilians",
  "noncombatants",
  "gendarmes",
  "security forces",
];

/** The regular plural of a noun or noun phrase: "body" → "bodies", "aid worker" → "aid workers". */
export function plural(noun: string): string {
  if (
    /(?:men|people|children|troops|personnel|police|forces|women|aircraft|corps|staff|casualties|dead)$/.test(
      noun,
    )
  )
    return noun;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:^|[ -])(?:wife|life|thief)$/.test(noun)) return noun.replace(/fe?$/, "ves");
  return `${noun}s`;
}

function compileHarms(sources: readonly HarmSource[]): ReadonlyMap<string, readonly HarmWord[]> {
  const out = new Map<string, HarmWord[]>();
  const add = (form: string, word: HarmWord) => {
    const list = out.get(form) ?? [];
    list.push(word);
    out.set(form, list);
  };
  for (const source of sources) {
    if (!HARMS.includes(source.harm as Harm))
      throw new LexiconError(
        HARMS_FILE,
        source.id,
        `has no harm "${source.harm}".`,
        `Use: ${HARMS.join(", ")}.`,
      );
    const entry: HarmEntry = {
      id: source.id,
      harm: source.harm as Harm,
      victim: source.victim ?? "object",
      who: source.who ?? "people",
      by: source.by ?? "anyone",
      range: source.range ?? false,
      known: source.known ?? false,
      counted: source.counted ?? false,
      later: source.later ?? false,
      caring: source.caring ?? false,
      thingsHarm: (source.things as Harm | undefined) ?? null,
      after: new Set(source.after ?? []),
      not: new Set(source.not ?? []),
      behind: new Set(source.behind ?? []),
    };
    for (const phrase of source.verb ?? []) {
      const [first, ...rest] = phrase.split(" ") as [string, ...string[]];
      for (const [form, kind] of inflections(first)) add(form, { entry, as: "verb", form: kind, rest });
    }
    for (const phrase of source.adj ?? []) {
      const [first, ...rest] = phrase.split(" ") as [string, ...string[]];
      add(first, { entry, as: "adj", form: null, rest });
    }
    for (const as of ["noun", "total"] as const) {
      for (const phrase of source[as] ?? []) {
        for (const form of new Set([phrase, plural(phrase)])) {
          const [first, ...rest] = form.split(" ") as [string, ...string[]];
          add(first, { entry, as, form: null, rest });
        }
      }
    }
  }
  for (const list of out.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return out;
}

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = Object.assign(
  Object.create(null),
  {
    slay: ["slew", "slain"],
    pay: ["paid", "paid"],
    make: ["made", "made"],
    shoot: ["shot", "shot"],
    burn: ["burned", "burnt"],
    flee: ["fled", "fled"],
    lose: ["lost", "lost"],
    meet: ["met", "met"],
    leave: ["left", "left"],
    seek: ["sought", "sought"],
    find: ["found", "found"],
    go: ["went", "gone"],
    take: ["took", "taken"],
    sink: ["sank", "sunk"],
    hurt: ["hurt", "hurt"],
    set: ["set", "set"],
    bring: ["brought", "brought"],
    put: ["put", "put"],
    blow: ["blew", "blown"],
    send: ["sent", "sent"],
    lay: ["laid", "laid"],
    give: ["gave", "given"],
    hold: ["held", "held"],
    drive: ["drove", "driven"],
    bleed: ["bled", "bled"],
    freeze: ["froze", "frozen"],
    fall: ["fell", "fallen"],
    run: ["ran", "run"],
    lead: ["led", "led"],
    knock: ["knocked", "knocked"],
    gun: ["gunned", "gunned"],
    gut: ["gutted", "gutted"],
    stab: ["stabbed", "stabbed"],
    mow: ["mowed", "mown"],
    kidnap: ["kidnapped", "kidnapped"],
    beat: ["beat", "beaten"],
    overrun: ["overran", "overrun"],
    cost: ["cost", "cost"],
    cut: ["cut", "cut"],
    expel: ["expelled", "expelled"],
  },
);
const DOUBLED = new Set(["gun", "gut", "stab", "kidnap", "set", "put", "cut", "expel", "overrun"]);

function inflections(verb: string): [string, VerbForm][] {
  const [past, participle] = IRREGULAR[verb] ?? [regularPast(verb), regularPast(verb)];
  const s = /(?:s|x|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const ing =
    verb === "die"
      ? "dying"
      : verb === "flee"
        ? "fleeing"
        : DOUBLED.has(verb)
          ? `${verb}${verb.at(-1)}ing`
          : /[^e]e$/.test(verb)
            ? `${verb.slice(0, -1)}ing`
            : `${verb}ing`;
  const forms = new Map<string, VerbForm>([
    [verb, "base"],
    [s, "s"],
    [ing, "ing"],
    [past, "past"],
    [participle, "past"],
  ]);
  return [...forms];
}

function regularPast(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${verb}ed`;
}
