import { lower } from "../language/sentence.js";
import type { VictimKind } from "./claim.js";
import { exactly } from "./counts.js";
import type { HarmTrigger } from "./harm-words.js";
import type { PartyRef } from "./party.js";
import { antecedentOf } from "./toll-antecedents.js";
import { countOf, isPlaceToldOf } from "./toll-counts.js";
import type { NewDraft } from "./toll-draft.js";
import { kindOf } from "./toll-kinds.js";
import type { TollSheet } from "./toll-sheet.js";
import { mergedScope } from "./victim-chains.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** The victims of one word of harm, as they are joined: "12 soldiers, three policemen and a child". */
interface VictimChain {
  readonly trigger: HarmTrigger;
  readonly phrases: readonly VictimPhrase[];
  readonly entry: HarmEntry;
  /** The victims stand before the word of harm, or around it; else they are its object. */
  readonly passive: boolean;
}

/** Who is to blame and who bears the loss, the same for all victims of a chain. */
interface Sides {
  readonly perpetrator: PartyRef | null;
  /** Only by what was told before: that nobody did to his own men. */
  readonly inferred: boolean;
  /** "the army lost 14 men" */
  readonly loser: PartyRef | null;
  /** "its forces had lost nine men": token of the pronoun, or -1. */
  readonly owner: number;
}

/** Adds a toll for each phrase of a chain; one for all of them where they are one group ("a woman and her two children"). */
export function addChain(sheet: TollSheet, chain: VictimChain): void {
  const { view } = sheet;
  const { trigger } = chain;
  const coordinated = view.coordinatedHarm(trigger);
  const inOrder = coordinated && chain.phrases.length === 2 && isRespective(sheet, trigger);
  // "two soldiers and three civilians were killed and wounded, respectively"
  const own = view.triggers.some((x) => x.to === trigger.token - 1) ? 1 : 0;
  // "none of the four priests and 100 refugees was hurt"
  const isNone =
    chain.phrases[0]?.count?.kind === "none" && lower(view.s, chain.phrases[0].from + 1) === "of";
  const phrases = inOrder ? [chain.phrases[own]!] : isNone ? [chain.phrases[0]!] : chain.phrases;
  if (phrases.length === 1 && isPlaceToldOf(view, phrases[0]!)) return;
  const sides = sidesOf(sheet, chain);
  // "eight Afghan and two Pakistani soldiers"
  const noun = chain.phrases.findLast((p) => p.people !== null || p.thing);
  const drafts = phrases
    .map((p) => {
      const isElliptic = p.bare && noun !== undefined && view.isElliptic(p);
      const victim = isElliptic ? { ...p, people: noun.people, thing: noun.thing } : p;
      return draftOf(sheet, chain, victim, sides, coordinated && !inOrder);
    })
    .filter((d) => d !== null);
  pushAll(sheet, phrases, drafts);
}

const isRespective = ({ view }: TollSheet, trigger: HarmTrigger): boolean =>
  view.s.form.slice(trigger.to).some((w) => w.toLowerCase() === "respectively");

function sidesOf({ blame }: TollSheet, { trigger, entry, passive }: VictimChain): Sides {
  const loses = entry.id === "killed/lose";
  const owner = loses ? blame.ownerBefore(trigger) : -1;
  const loser = loses && owner < 0 ? blame.actorBefore(trigger) : null;
  if (loser !== null || owner >= 0) return { perpetrator: null, inferred: false, loser, owner };
  if (entry.caring) return { perpetrator: null, inferred: false, loser, owner };
  const isNoun = trigger.word.as === "noun";
  const active = !passive && !isNoun;
  const named = (isNoun ? blame.possessorBefore(trigger) : null) ?? blame.namedDoer(trigger, active);
  const perpetrator = named ?? blame.doerByContext(trigger, active);
  return { perpetrator, inferred: named === null, loser, owner };
}

/** The toll that one phrase of a chain tells; null where it tells none. */
function draftOf(
  sheet: TollSheet,
  { trigger, entry, passive }: VictimChain,
  victim: VictimPhrase,
  { perpetrator, inferred, loser, owner }: Sides,
  coordinated: boolean,
): NewDraft | null {
  const { view } = sheet;
  const count = countOf(view, victim, { trigger, entry, coordinated });
  if (count === null) return null;
  const isNobody = victim.bare && victim.people === null && !victim.thing;
  const inherited = isNobody ? antecedentOf(sheet, victim, entry) : null;
  const kind = kindOf(view, victim, entry, { inherited, loser });
  const merged = mergedScope(view, victim, entry)?.kind ?? kind;
  // "killing 15 of their fighters": those of the other side
  const theirs = victim.possessive >= 0 && !passive && lower(view.s, victim.possessive + 1) !== "own";
  const others = theirs && victim.party !== null && victim.party.code === perpetrator?.code;
  const isOwned = victim.possessive >= 0 || owner >= 0;
  return {
    phrase: victim,
    from: Math.min(victim.from, trigger.finite || passive ? Math.max(trigger.left, 0) : trigger.token),
    to: Math.max(victim.to, trigger.to),
    token: trigger.token,
    harm: victim.thing && victim.people === null ? (entry.thingsHarm ?? entry.harm) : entry.harm,
    count,
    kind: merged === kind ? kind : "mixed",
    party: others ? null : (victim.party ?? inherited?.party ?? loser),
    possessive: (others || victim.party === null) && loser === null && isOwned,
    othersThan: theirs ? perpetrator : null,
    partyInherited: victim.party === null && inherited?.party != null,
    possessiveToken: victim.possessive >= 0 ? victim.possessive : owner,
    words: view.text(victim),
    perpetrator,
    inferred,
    rule: entry.id,
  };
}

function pushAll(sheet: TollSheet, phrases: readonly VictimPhrase[], drafts: readonly NewDraft[]): void {
  if (drafts.length === phrases.length && isSpeltOut(sheet, phrases, drafts)) {
    sheet.push(drafts[0]!);
    const partOf = sheet.drafts.at(-1)!;
    for (const d of drafts.slice(1)) sheet.push({ ...d, partOf });
    return;
  }
  const group = drafts.length === phrases.length ? groupOf(sheet, phrases, drafts) : null;
  if (group === null || sheet.isTaken(group)) {
    for (const d of drafts) sheet.push(d);
    return;
  }
  sheet.push(group);
  const partOf = sheet.drafts.at(-1)!;
  for (const d of drafts) sheet.push({ ...d, partOf });
}

/** "two civilians, a monk and a driver, were killed": people of any kind, and right behind who they were. */
function isSpeltOut(
  { view }: TollSheet,
  [whole, ...members]: readonly VictimPhrase[],
  [total, ...parts]: readonly NewDraft[],
): boolean {
  const { s, lexicon } = view;
  if (whole === undefined || total === undefined || parts.length < 2 || total.count.hedge !== "exact")
    return false;
  const isGeneral = lexicon.words.general.has(s.lemma[whole.head]!.toLowerCase());
  const isAside = s.form[whole.to] === "," && members[0]!.from === whole.to + 1;
  return isGeneral && isAside && total.count.low === exactSum(parts);
}

/** "a woman and her two children", "a major and a sergeant": one group, told as one, with its members for parts; null where figures part them. */
function groupOf(
  { view }: TollSheet,
  phrases: readonly VictimPhrase[],
  drafts: readonly NewDraft[],
): NewDraft | null {
  if (!isGroup(phrases) || drafts[0]!.harm === "displaced") return null;
  const sum = exactSum(drafts);
  if (sum === null) return null;
  const { from } = phrases[0]!;
  const { to } = phrases.at(-1)!;
  const { s } = view;
  const words = s.text.slice(s.start[from]!, s.end[to - 1]!);
  const count = exactly(sum, words);
  const figure = { from, to, kind: "figure" as const, count, more: false };
  const kinds = new Set(drafts.map((d) => d.kind).filter((kind): kind is VictimKind => kind !== "unknown"));
  return {
    ...drafts[0]!,
    phrase: { ...phrases[0]!, to, count: figure, plural: true },
    from: Math.min(...drafts.map((d) => d.from)),
    to: Math.max(...drafts.map((d) => d.to)),
    count,
    kind: kinds.size > 1 ? "mixed" : ([...kinds][0] ?? "unknown"),
    words,
  };
}

/** Whether one person, or a couple, is joined with others of whom each is one or somebody's. */
function isGroup([first, ...others]: readonly VictimPhrase[]): boolean {
  const isPerson = (p: VictimPhrase) => p.people !== null && !p.named && !p.bare && !p.measure;
  const isOne = (p: VictimPhrase) =>
    p.count === null ? !p.plural : p.count.kind === "article" && !p.count.more;
  if (first === undefined || others.length === 0 || ![first, ...others].every(isPerson)) return false;
  return (isOne(first) || first.noun === "couple") && others.every((p) => isOne(p) || p.possessive >= 0);
}

/** What exact counts come to; null where one is none. */
function exactSum(drafts: readonly NewDraft[]): number | null {
  let sum = 0;
  for (const { count } of drafts) {
    if (count.hedge !== "exact" || count.low === null || count.low === 0) return null;
    sum += count.low;
  }
  return sum;
}
