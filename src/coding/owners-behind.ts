import { lower } from "../language/sentence.js";
import { bare, type MentionSheet, type Side, sideOf } from "./mention-sheet.js";
import type { Sector } from "./party.js";
import { type NamedParty, UN } from "./party-forms.js";
import {
  type Item,
  isCapitalised,
  isHyphen,
  isNounTag,
  isPossessive,
  type NameItem,
  type RoleItem,
} from "./party-items.js";
import { personNameAt } from "./persons.js";
import type { RolePhrase } from "./role-phrase.js";

/** Whom words behind a noun name. */
interface Owner {
  readonly party: NamedParty;
  readonly national: boolean;
  readonly to: number;
  readonly head: number;
  /** Of the noun where the owner is one: "spokesman for the Sudanese army". */
  readonly sector: Sector | null;
}

/** Reads what follows a noun: "of Sudan", "for the Taliban", "loyal to Haftar", "in Gaza". */
export function readBehind(sheet: MentionSheet, phrase: RolePhrase): void {
  // where one is sent may stand before whose he is: "ambassador to Chad of …"
  for (let turn = 0; turn < 2; turn++) if (!readOneBehind(sheet, phrase)) return;
}

/** Whether more may follow. */
function readOneBehind(sheet: MentionSheet, phrase: RolePhrase): boolean {
  const { s } = sheet;
  const { noun } = phrase.role.role;
  const t = phrase.to;
  const word = lower(s, t);
  if (phrase.sides.length === 0) {
    if (sheet.isWord("loyal", word)) {
      take(phrase, loyalTo(sheet, t + 1));
      return false;
    }
    // "the ministry run by Hamas"
    if (sheet.isWord("run", word) && lower(s, t + 1) === "by") {
      const by = ownerAt(sheet, t + 2);
      if (by) phrase.sides.push(withoutItem(by));
      return false;
    }
    // "militias like Hezbollah", "groups such as the ELN": the one that is named
    const example = word === "like" ? t + 1 : word === "such" && lower(s, t + 1) === "as" ? t + 2 : -1;
    if (example > 0 && /^(REB|PRM|CRM)$/.test(phrase.role.role.sector ?? "")) {
      const named = ownerAt(sheet, example);
      take(phrase, named?.national ? null : named);
      return false;
    }
  }
  const owner = ownerAt(sheet, t + 1) ?? (word === "of" ? ownerOfWork(sheet, t + 1) : null);
  if (/^(at|with)$/.test(word) && sheet.isWord("employed", noun) && owner?.national !== true) {
    // for whom somebody works, and not the land that he studies
    phrase.sides.length = 0;
    take(phrase, owner);
    return false;
  }
  if (!owner) {
    readUnnamed(sheet, phrase);
    return false;
  }
  // "his counterpart |from France|", "her colleague from Oslo": of another land than who was told of before
  if (word === "from" && phrase.possessor >= 0 && owner.national && sheet.isWord("colleagues", noun)) {
    phrase.possessor = -1;
    take(phrase, owner);
    return false;
  }
  const isSent = sheet.isWord("sent", noun);
  if (word === "to" && isSent) {
    const isAdviser = !owner.national && phrase.sides.length === 0 && isLastWord(sheet, "advising", noun);
    // "an adviser to the Hamas leadership" is of Hamas; "a military adviser to Kyiv" is sent there
    if (isAdviser) take(phrase, owner);
    else readPerson(sheet, phrase, owner.to);
    return !isAdviser;
  }
  if (phrase.sides.length === 0 && phrase.possessor < 0) readOwner(sheet, phrase, word, owner);
  return false;
}

const withoutItem = ({ party, national }: Owner): Side => ({ party, national, item: null });

function take(phrase: RolePhrase, owner: Owner | null): void {
  if (!owner) return;
  phrase.sides.push(withoutItem(owner));
  phrase.to = owner.to;
}

const isLastWord = (sheet: MentionSheet, name: string, noun: string): boolean =>
  sheet.isWord(name, noun.split(" ").at(-1)!);

/** "Ambassador to Chad |Maria Diaz|". @param t behind where somebody is sent */
function readPerson({ s, lexicon, at }: MentionSheet, phrase: RolePhrase, t: number): void {
  const person = phrase.person === null ? personNameAt(lexicon, s, t, at) : null;
  phrase.to = person?.to ?? t;
  if (person) phrase.person = person.name;
}

/** "director |of field operations at the UN refugee agency|": whose the work is that somebody heads; null where nothing is said of it. */
function ownerOfWork(sheet: MentionSheet, start: number): Owner | null {
  const { s, at } = sheet;
  let t = start;
  while (
    t < start + MOST_WORDS &&
    at[t]?.type !== "name" &&
    /^(?:NOUN|PROPN|ADJ|DET|CCONJ)$/.test(s.upos[t] ?? "")
  )
    t++;
  return t > start && /^(?:of|at|for|with)$/.test(lower(s, t)) ? ownerAt(sheet, t + 1) : null;
}

/** @param word the preposition that stands between noun and owner */
function readOwner(sheet: MentionSheet, phrase: RolePhrase, word: string, owner: Owner): void {
  const { noun } = phrase.role.role;
  const isItsOwn =
    word === "of" ||
    (word === "for" && isLastWord(sheet, "serving", noun)) ||
    (word === "from" && !isAfterLeaving(sheet, phrase));
  if (isItsOwn) {
    if (sheet.isWord("not_of", noun) && !(word === "from" && owner.national)) return;
    take(phrase, owner);
    phrase.modifier ??= owner.sector;
    if (owner.sector === null) readList(sheet, phrase);
    return;
  }
  const { at } = sheet;
  if (word === "with") {
    const isMember = sheet.isWord("members", noun) || /^spokes\w+$/.test(noun);
    if (isMember && !owner.national && hangsOn(sheet, phrase, owner)) take(phrase, owner);
  } else if (
    /^(in|at|within|across)$/.test(word) &&
    owner.national &&
    !sheet.isWord("sent", noun) &&
    !isMet(sheet, phrase)
  ) {
    if (comesFromPlace(sheet, phrase) || isOfCapital(phrase, at[phrase.to + 1] ?? null))
      phrase.sides.push({ party: { ...owner.party, sector: null }, national: true, item: null });
  }
}

/** "Loyal |to Vice President Riek Machar|", "allied |with the Taliban|": a party, or that of a person whom the lexicon knows. */
function loyalTo(sheet: MentionSheet, t: number): Owner | null {
  return /^(to|with)$/.test(lower(sheet.s, t)) ? (ownerAt(sheet, t + 1) ?? leaderAt(sheet, t + 1)) : null;
}

function leaderAt(sheet: MentionSheet, start: number): Owner | null {
  const item = sheet.items.find(
    (i) =>
      i.type === "name" &&
      i.from >= start &&
      i.from <= start + 4 &&
      i.entries.some((e) => e.kind === "leader"),
  );
  const entry = item?.type === "name" ? sheet.entryOf(item) : null;
  if (!item || entry?.kind !== "leader") return null;
  const national = entry.code === entry.country;
  return { party: bare(entry), national, to: item.to, head: item.to - 1, sector: null };
}

/** "a spokesman |for the movement|", "the leader |of the group|": coreference has to say who that is. */
function readUnnamed(sheet: MentionSheet, phrase: RolePhrase): void {
  const { s } = sheet;
  const t = phrase.to;
  const item = sheet.at[t + 2];
  if (!/^(of|for)$/.test(lower(s, t)) || !/^(the|its|their)$/.test(lower(s, t + 1))) return;
  if (phrase.sides.length > 0 || phrase.possessor >= 0) return;
  const isRole = item?.type === "role" && item.from === t + 2;
  // "a spokesman for |the front|", where "front" is no noun for a party by itself
  const isBare = item === null && !isNounTag(s, t + 3) && lower(s, t + 3) !== "of";
  if ((isRole && item.role.plural) || !(isRole || isBare)) return;
  if (!sheet.isWord("unnamed_groups", isRole ? item.role.noun : lower(s, t + 2))) return;
  phrase.possessor = isRole ? item.to - 1 : t + 2;
  phrase.to = phrase.possessor + 1;
}

/** "ministers from Qatar, |Saudi Arabia and Turkey|": the rest of a list of states, when it ends in "and". */
function readList(sheet: MentionSheet, phrase: RolePhrase): void {
  const { s } = sheet;
  const more: NameItem[] = [];
  let t = phrase.to;
  let closed = false;
  while (!closed && (s.form[t] === "," || lower(s, t) === "and")) {
    closed = lower(s, t) === "and";
    t++;
    if (!closed && lower(s, t) === "and") {
      closed = true;
      t++;
    }
    if (s.upos[t] === "DET") t++;
    const item = sheet.freeName(t);
    const isState = item?.entries.some((e) => e.kind === "state" || e.kind === "capital");
    if (!item || !isState || isNounTag(s, item.to) || isPossessive(s, item.to)) return;
    more.push(item);
    t = item.to;
  }
  if (!closed) return;
  for (const item of more) phrase.sides.push(sideOf(sheet.entryOf(item)!, item));
  phrase.to = more.at(-1)!.to;
}

/** Whether a noun "in X" is X's: officials, ministries and residents are, soldiers and rebels may be anybody's. */
function comesFromPlace(sheet: MentionSheet, { role: { role }, modifier }: RolePhrase): boolean {
  const shown = modifier ?? role.sector;
  return shown === null
    ? role.kind === "relational"
    : !sheet.isWord("not_in", shown) && !sheet.isWord("of_anywhere", role.noun);
}

/** "met |army chief Min Aung Hlaing| in Bangkok": a person by name to whom something is done there. */
const isMet = ({ s }: MentionSheet, { person, from, to }: RolePhrase): boolean =>
  person !== null && s.relation.slice(from, to).some((r) => r === "obj" || r === "iobj");

/** "The army in Warsaw", "a senior officer in Phnom Penh": in a capital it is the state's. */
function isOfCapital(phrase: RolePhrase, item: Item | null): boolean {
  const { kind, plural, sector, noun } = phrase.role.role;
  const isOne = !plural && (kind !== "people" || /officer$/.test(noun));
  const shown = phrase.modifier ?? sector;
  return (
    isOne &&
    (shown === "MIL" || shown === null) &&
    item?.type === "name" &&
    item.entries.some((e) => e.kind === "capital")
  );
}

/** How many words the phrase of an owner may have. */
const MOST_WORDS = 7;

/** The party named by the noun phrase that begins at a token, over its article: "the Sudanese army", "Rwanda". */
function ownerAt(sheet: MentionSheet, start: number): Owner | null {
  const { s, at } = sheet;
  let side: Side | null = null;
  let sector: Sector | null = null;
  let to = -1;
  let t = start;
  for (let steps = 0; t < s.form.length && steps < MOST_WORDS; steps++) {
    if (sheet.isTaken(t)) return side === null ? mentionedAt(sheet, t) : null;
    const item = at[t];
    if (item?.type === "name") {
      const entry = sheet.entryOf(item);
      if (!entry || item.backed || item.pro) return null;
      side = sideOf(entry, item);
      to = t = item.to;
      if (!isPossessive(s, t)) continue;
      // "of the |United Nations|' advocacy division"
      if (!side.national && at[t + 1] === null) break;
      t++;
      continue;
    }
    if (item?.type === "role" && item.from === t) {
      if (item.role.kind === "office" && side === null) return officeOfTheUn(sheet, item);
      sector = item.role.sector;
      to = t = item.to;
      continue;
    }
    if (s.upos[t] === "DET" || (t === start && sheet.isWord("sides_of_land", lower(s, t)))) {
      if (side) break;
      t++;
      continue;
    }
    if ((s.upos[t] === "ADJ" || isHyphen(s.form[t])) && to < 0) {
      t++;
      continue;
    }
    if (!isNominal(sheet, t) || to < 0 || sector !== null) break;
    const noun = nounBehind(sheet, t);
    if (noun < 0) {
      if (isOfAnotherNoun(sheet, t, side)) return null;
      break;
    }
    t = noun;
  }
  if (!side || to < 0) return null;
  const party = { ...side.party, sector: sector ?? side.party.sector };
  return { party, national: side.national, to, head: to - 1, sector };
}

/** "envoy |of the Secretary-General|": of the United Nations. */
const officeOfTheUn = (sheet: MentionSheet, { to, role }: RoleItem): Owner | null =>
  sheet.isWord("of_the_un", role.noun) && !isPossessive(sheet.s, to)
    ? { party: UN, national: false, to, head: to - 1, sector: null }
    : null;

const isNominal = ({ s }: MentionSheet, t: number): boolean => isNounTag(s, t) || s.upos[t] === "ADJ";

/** The party of a name that was read already. */
function mentionedAt({ mentions }: MentionSheet, t: number): Owner | null {
  const name = mentions.find((m) => m.from === t && m.kind === "name");
  return name
    ? { party: bare(name.parties[0]!), national: false, to: name.to, head: name.to - 1, sector: null }
    : null;
}

/** "of the Kharkiv |regional military| administration": where the noun stands that these words go with, or -1. */
function nounBehind(sheet: MentionSheet, t: number): number {
  const noun = [t + 1, t + 2].find(
    (k) => sheet.at[k]?.type === "role" && sheet.at[k]!.from === k && k < sheet.s.form.length,
  );
  return noun !== undefined && (noun === t + 1 || isNominal(sheet, t + 1)) ? noun : -1;
}

/** "of the Afghan |delegation room|": the country's word belongs to another noun. */
function isOfAnotherNoun(sheet: MentionSheet, t: number, side: Side | null): boolean {
  const { s } = sheet;
  const kinds = side?.item?.entries.map((e) => e.kind) ?? [];
  if (kinds.includes("adjective") && !kinds.includes("state")) return true;
  return !isCapitalised(s.form[t]) && isNounTag(s, t) && !sheet.isWord("of_places", lower(s, t));
}

/** Whether the tree hangs a following phrase on this noun and not on the verb. */
function hangsOn({ s }: MentionSheet, phrase: RolePhrase, owner: Owner): boolean {
  const h = s.head[owner.head]!;
  return h >= phrase.from && h < phrase.to;
}

/** "withdraw troops from Mali": where they leave. */
function isAfterLeaving(sheet: MentionSheet, { from }: RolePhrase): boolean {
  const { s } = sheet;
  for (let t = Math.max(0, from - 6); t < from; t++)
    if ((s.upos[t] === "VERB" || s.upos[t] === "NOUN") && sheet.isWord("leaving", s.lemma[t]!)) return true;
  return false;
}
