import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children, spanOfTokens, subtree } from "../language/tree.js";
import { LexiconError } from "../text/lexicon-error.js";
import type { Span } from "../text/span.js";
import type { EventDraft } from "./event-draft.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import {
  MEANS_KINDS,
  type Means,
  type MeansKind,
  TARGET_KINDS,
  type Target,
  type TargetKind,
} from "./thing-kinds.js";
import { plural } from "./victims.js";

export interface Things {
  readonly means: readonly Means[];
  readonly targets: readonly Target[];
}

/** A block of lexicons/things/*.yaml, as written there. */
export interface ThingSource {
  readonly kind: string;
  readonly words: readonly string[];
  readonly yes: string;
  readonly no: string;
}

/** Nouns and phrases, singular and plural, with spaces for hyphens → kind. */
export interface ThingLexicon {
  readonly means: ReadonlyMap<string, MeansKind>;
  readonly targets: ReadonlyMap<string, TargetKind>;
}

/** @throws LexiconError where a kind is none that the record knows */
export function compileThings(sources: {
  readonly means: readonly ThingSource[];
  readonly targets: readonly ThingSource[];
}): ThingLexicon {
  return {
    means: byWord("lexicons/things/means.yaml", sources.means, MEANS_KINDS),
    targets: byWord("lexicons/things/targets.yaml", sources.targets, TARGET_KINDS),
  };
}

function byWord<K extends string>(
  file: string,
  blocks: readonly ThingSource[],
  kinds: readonly K[],
): Map<string, K> {
  const out = new Map<string, K>();
  for (const { kind, words } of blocks) {
    const known = kinds.find((k) => k === kind);
    if (!known) throw new LexiconError(file, kind, "is no kind of thing.", `Use: ${kinds.join(", ")}.`);
    // the first kind of a word stands: a tanker is a lorry before it is a ship
    for (const word of words)
      for (const form of [word, plural(word)]) if (!out.has(plain(form))) out.set(plain(form), known);
  }
  return out;
}

const plain = (words: string) => words.toLowerCase().replace(/[-–\s]+/g, " ");

/**
 * What each violent event was done with and what it struck, by the tree: a weapon below the word of the event or beside it, a
 * thing in the slots of those who suffer or where the blast was.
 */
export function thingsOf(
  parsed: ParsedReport,
  draft: EventDraft,
  siblings: readonly EventDraft[],
  lexicon: ThingLexicon,
): Things {
  const none = { means: [], targets: [] };
  if (!isViolent(draft)) return none;
  const s = parsed.sentences[draft.sentence]!;
  const means: Means[] = [];
  const targets: Target[] = [];
  for (let t = 0; t < s.form.length; t++) {
    const weapon = nounAt(s, t, lexicon.means);
    const thing = nounAt(s, t, lexicon.targets);
    if (!weapon && !thing) continue;
    if (weapon && eventUsing(s, t, weapon.kind, siblings) === draft)
      means.push({ ...weapon.noun, kind: weapon.kind });
    else if (
      thing &&
      isPhraseHead(s, t) &&
      // whose it is was not struck as well: "a bus of the company"
      !targets.some((o) => s.start[t]! < o.end) &&
      eventStriking(parsed, t, thing.kind, draft, siblings) === draft
    )
      targets.push({ ...withOwner(s, t, thing.noun), kind: thing.kind });
  }
  return { means, targets };
}

const isViolent = (d: EventDraft) => d.type === "ASSAULT" || (d.type === "THREATEN" && d.mode === "violence");

/** "police |station|", not "|police| station": the last noun of its phrase. */
const isPhraseHead = (s: Sentence, t: number) =>
  baseRelation(s, t) !== "compound" && !(baseRelation(s, t) === "nmod" && s.form[t + 1] === "'s");

const LONGEST = 4;

/** The longest entry that ends at a token, with its phrase as written: what stands before it as its modifier, without article and number. */
function nounAt<K>(
  s: Sentence,
  head: number,
  words: ReadonlyMap<string, K>,
): { kind: K; noun: Span & { words: string } } | null {
  for (let from = Math.max(0, head - LONGEST); from <= head; from++) {
    const kind = words.get(plain(s.text.slice(s.start[from], s.end[head])));
    // "a land |mine|" may be tagged a pronoun
    if (kind === undefined || (from === head && !/^(?:NOUN|PROPN)$/.test(s.upos[head]!))) continue;
    return { kind, noun: wordsOf(s, phraseStart(s, from), head + 1) };
  }
  return null;
}

function wordsOf(s: Sentence, from: number, to: number): Span & { words: string } {
  const span = spanOfTokens(s, from, to);
  return { ...span, words: s.text.slice(span.start, span.end).replace(/\s+/g, " ") };
}

/** A thing with whose it is, as far as that is named: "President Ruiz's residence", "offices of the Workers' Party", "the bus". */
function withOwner(s: Sentence, thing: number, span: Span): Span & { words: string } {
  let from = s.start.indexOf(span.start);
  for (const t of children(s, thing, "nmod")) {
    const below = subtree(s, t);
    const first = below[0]!;
    const isOwner = s.xpos[from - 1] === "POS" && below.at(-1) === from - 1;
    if (isOwner && from - first < LONGEST_OWNER && below.some((x) => s.upos[x] === "PROPN"))
      from = s.upos[first] === "DET" ? first + 1 : first;
  }
  return wordsOf(s, from, ownerEnd(s, thing));
}

const LONGEST_OWNER = 8;

/** End (excluded) of "of …" behind a noun: until what is no name or noun of the same phrase. */
function ownerEnd(s: Sentence, thing: number): number {
  if (s.form[thing + 1]?.toLowerCase() !== "of") return thing + 1;
  const owner = s.head[thing + 1]!;
  if (owner < 0 || s.head[owner] !== thing || !/^(?:NOUN|PROPN)$/.test(s.upos[owner]!)) return thing + 1;
  let end = thing + 2;
  while (end < s.form.length && end - thing < LONGEST_OWNER && isNominal(s, end)) end++;
  while (!/^(?:NOUN|PROPN)$/.test(s.upos[end - 1]!)) end--;
  return end;
}

const isNominal = (s: Sentence, t: number) =>
  /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(s.upos[t]!) ||
  s.form[t]!.toLowerCase() === "of" ||
  s.xpos[t] === "POS" ||
  /^[-–]$/.test(s.form[t]!);

/** Adjectives and nouns right before a noun belong to its words; articles, numbers and pronouns do not. */
export function phraseStart(s: Sentence, head: number): number {
  let from = head;
  for (let t = head - 1; t >= 0; t--) {
    const form = s.form[t]!;
    if (/^[-–]$/.test(form) && t > 0) continue;
    if (s.upos[t] === "NUM" && from === t + 1 && form !== "one") continue;
    const modifies =
      /^(?:ADJ|NOUN|PROPN)$/.test(s.upos[t]!) ||
      /^VB[NG]$/.test(s.xpos[t]!) ||
      // "heavily armed men"
      (s.upos[t] === "ADV" && s.head[t] === t + 1 && /ly$/i.test(form));
    if (!modifies || QUANTITY.test(form)) break;
    if (s.head[t]! < t || s.head[t]! > head + 3) break;
    // "yesterday armed men …"
    if (/^(?:obl|nsubj|obj|advmod|advcl|root|case|conj)$/.test(baseRelation(s, t)) && s.upos[t] !== "ADV")
      break;
    from = t;
  }
  return from;
}

const QUANTITY =
  /^(?:several|some|many|few|other|another|various|more|least|most|such|same|numerous|different|own|first|second|third|last)$/i;

/** Verbs whose weapon was not used for what the sentence tells: it was taken, found, made safe, or passed on. */
const UNUSED = new Set(
  "seize find discover confiscate recover capture collect surrender defuse deactivate disarm dismantle sell buy smuggle supply provide import export ship steal produce manufacture develop test down shoot-down ban".split(
    " ",
  ),
);

/** The violent event of a sentence that a weapon belongs to: the next above it in the tree, else the sentence's only one. */
function eventUsing(
  s: Sentence,
  weapon: number,
  kind: MeansKind,
  drafts: readonly EventDraft[],
): EventDraft | null {
  const violent = drafts.filter(isViolent);
  const at = (t: number) =>
    violent.find((d) => t === d.token || t === d.match.carrier || inTrigger(d, t)) ?? null;
  // what flies is struck as often as it strikes: only where it does so
  const flies = kind === "aircraft" || kind === "drone";
  if (flies && !/^(?:nsubj|obl|nmod)$/.test(s.relation[weapon]!) && s.relation[weapon] !== "obl:agent")
    return null;
  // "gasoline station", "bomb squad": a modifier is a weapon only beside the word of the event, or of what it did ("dynamite attack")
  if (baseRelation(s, weapon) === "compound" && !at(s.head[weapon]!) && !isBlow(s, s.head[weapon]!))
    return null;
  for (let t = weapon, steps = 0; t >= 0 && steps < 12; t = s.head[t]!, steps++) {
    const here = at(t);
    if (here) return flies && here.match.recipient.includes(weapon) ? null : here;
    // "workers of a copper mine"
    if (isOf(s, t) && violent.some((d) => d.match.recipient.includes(s.head[t]!))) return null;
    if (UNUSED.has(s.lemma[t]!.toLowerCase())) return null;
    const below = t === weapon ? children(s, t, "acl") : children(s, t, "advcl", "xcomp", "conj");
    const told = below.map(at).find((d) => d !== null);
    if (told) return told;
  }
  return violent.length === 1 && !flies ? violent[0]! : null;
}

const isBlow = (s: Sentence, t: number) =>
  /^(?:attack|assault|blast|explosion|detonation|fire|burst|strike|raid)$/.test(s.lemma[t]!.toLowerCase());
const isOf = (s: Sentence, t: number) =>
  baseRelation(s, t) === "nmod" && /^(?:of|at|from)$/i.test(s.form[child(s, t, "case")] ?? "");
const inTrigger = (d: EventDraft, t: number) => d.match.first <= t && t <= d.match.last;

/** Whether a noun is somebody, not the part or side of a thing. */
const isNamed = (parsed: ParsedReport, sentence: number, t: number): boolean => {
  const s = parsed.sentences[sentence]!;
  const m = mentionAt(parsed, sentence, t);
  if (m !== null && (m.person !== null || m.agent)) return true;
  return baseRelation(s, t) === "appos" && isNamed(parsed, sentence, s.head[t]!);
};

/** Where a blast is told to be, or a shot to go. */
const NEAR = new Set(
  "at on against in near outside inside under beside to into toward towards by of opposite beneath behind before".split(
    " ",
  ),
);

/** The violent event of a sentence that struck a thing. */
function eventStriking(
  parsed: ParsedReport,
  thing: number,
  kind: TargetKind,
  draft: EventDraft,
  drafts: readonly EventDraft[],
): EventDraft | null {
  const s = parsed.sentences[draft.sentence]!;
  // where people were attacked is no target: roads and settlements are struck only as objects
  const isGround = GROUND.has(kind);
  const direct = drafts.find((d) => isViolent(d) && d.match.recipient.includes(thing));
  if (direct && (!isGround || isObject(s, thing))) return direct;
  if (mentionAt(parsed, draft.sentence, thing)?.agent && baseRelation(s, thing) === "nsubj") return null;
  let placed = false;
  for (let t = thing, steps = 0; t >= 0 && steps < 6; steps++) {
    const relation = baseRelation(s, t);
    const head = s.head[t]!;
    if (head < 0) return null;
    const d = drafts.find((x) => isViolent(x) && (head === x.token || head === x.match.carrier));
    const cased = child(s, t, "case");
    const near = cased < 0 || NEAR.has(s.form[cased]!.toLowerCase()) || isFrontOf(s, cased);
    if (relation === "obj" || s.relation[t] === "nsubj:pass")
      return d ?? (DAMAGE.has(s.lemma[head]!.toLowerCase()) ? nearest(head, drafts.filter(isViolent)) : null);
    if (relation === "obl" || relation === "nmod") {
      if (!near || (isGround && (!isAimed(s, t) || !d))) return null;
      // a place is struck where something bursts or is thrown there; people are only attacked there
      if (d) {
        const isAlone = d.match.recipient.length === 0;
        return BURSTS.has(d.mode ?? "") || (isAlone && (relation === "nmod" || isAimed(s, t))) ? d : null;
      }
      // "the president of the court" was struck, not the court
      if (relation === "nmod" && (placed || isNamed(parsed, draft.sentence, head))) return null;
      placed = true;
    } else if (relation !== "conj" && relation !== "appos" && relation !== "compound") return null;
    t = head;
  }
  return null;
}

/** "A bomb went off, damaging two shops": what the act did. */
const DAMAGE = new Set("damage destroy shatter demolish wreck gut level blow burn raze hit".split(" "));
const nearest = (token: number, drafts: readonly EventDraft[]): EventDraft | null =>
  drafts.reduce<EventDraft | null>(
    (best, d) => (best && Math.abs(best.token - token) <= Math.abs(d.token - token) ? best : d),
    null,
  );

const BURSTS = new Set(["explosives", "heavy-weapons", "aerial", "destroy", "drone", "suicide-attack"]);
const isFrontOf = (s: Sentence, c: number) => /^(?:front|next|close)$/i.test(s.form[c + 1] ?? "");
const GROUND = new Set<TargetKind>(["settlement", "transport-route"]);
const isObject = (s: Sentence, t: number): boolean =>
  baseRelation(s, t) === "conj"
    ? isObject(s, s.head[t]!)
    : baseRelation(s, t) === "obj" || s.relation[t] === "nsubj:pass" || isAimed(s, t);
/** "fired on the bus", "an attack on the bus"; not "attacked a doctor on the bus". */
const isAimed = (s: Sentence, t: number) =>
  children(s, t, "case").some(
    (c) =>
      /^(?:at|against|of)$/i.test(s.form[c]!) ||
      (/^on$/i.test(s.form[c]!) && (baseRelation(s, t) === "nmod" || child(s, s.head[t]!, "obj") < 0)),
  );
