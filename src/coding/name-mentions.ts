import { lower } from "../language/sentence.js";
import { isBesideBorder } from "./borders.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import { bare, isBody, isOfHouse, type MentionSheet } from "./mention-sheet.js";
import { withBracket } from "./party-forms.js";
import {
  isCapitalised,
  isDayOrMonth,
  isHyphen,
  isNounTag,
  isPossessive,
  type NameItem,
} from "./party-items.js";
import type { NameEntry } from "./party-lexicon.js";

/** Puts what names alone name on the sheet. */
export function readNames(sheet: MentionSheet): void {
  // groups and forces before states: "Iran's" goes with "Revolutionary Guards"
  for (const bodies of [true, false]) {
    for (const item of sheet.items) {
      if (item.type !== "name" || sheet.isTaken(item.from) || isBody(item.entries[0]!) !== bodies) continue;
      const m = nameMention(sheet, item);
      if (m) sheet.push(m);
    }
  }
}

/** What a name alone names; null where it names nobody here. */
function nameMention(sheet: MentionSheet, item: NameItem): MentionDraft | null {
  const { s } = sheet;
  const { from, to } = item;
  const entry = sheet.entryOf(item);
  if (!entry || (item.pro && entry.kind !== "leader") || isOfHouse(sheet, item)) return null;
  // "Chad-backed rebels": whoever is told of, it is not Chad
  const isBacker = item.backed && isHyphen(s.form[to]) && sheet.isWord("backers", lower(s, to + 1));
  // "IS-linked fighters" are its own, "the |IS|-linked Allied Democratic Forces" are not
  if (isBacker && (!isBody(entry) || s.upos[to + 2] === "PROPN")) return null;
  const isFormer = /^(former|ex)$/.test(lower(s, from - 1));
  switch (entry.kind) {
    case "adjective":
      return isFormer ? null : landMention(sheet, item, entry);
    case "ethnic": {
      // "Kurdish" alone before a thing says nothing of who acts
      const stands = entry.plural || !(isNounTag(s, to) || s.upos[to] === "ADJ");
      return stands
        ? mention(s, { from, to, kind: "description", parties: [bare(entry)], agent: true })
        : null;
    }
    case "group":
    case "organisation":
    case "force":
      return bodyMention(sheet, item, entry);
    case "leader":
      return leaderMention(sheet, item, entry);
    case "place":
      return isInLongerName(sheet, item) ? null : landMention(sheet, item, entry);
    default:
      return landMention(sheet, item, entry);
  }
}

const landMention = (sheet: MentionSheet, item: NameItem, entry: NameEntry): MentionDraft =>
  mention(sheet.s, {
    from: item.from,
    to: item.to,
    kind: entry.kind === "people" ? "description" : "name",
    parties: [bare(entry)],
    agent: isAgentName(sheet, item, entry),
  });

/** Bodies of the United Nations that bear the name of one that others have as well. */
const SHARED_NAME = /^(Security Council|General Assembly|Human Rights Council)$/;

/** A group or body, with its acronym and the country that goes with its name: "Colombia's ELN", "Lebanese Hezbollah". */
function bodyMention(sheet: MentionSheet, item: NameItem, entry: NameEntry): MentionDraft {
  const { s } = sheet;
  const to = withBracket(s, item.to);
  const owner = ownerBefore(sheet, item.from);
  const from = owner?.from ?? item.from;
  const country = owner && (sheet.entryOf(owner)?.country ?? null);
  // "South Korea's Joint Chiefs of Staff": the lexicon thinks of another country's
  const isOfOwner =
    country && country !== entry.country && (entry.kind === "force" || SHARED_NAME.test(entry.name));
  if (isOfOwner) {
    const sector = entry.sector === "IGO" ? "GOV" : entry.sector;
    return mention(s, { from, to, kind: "name", parties: [{ code: country, country, sector }], agent: true });
  }
  const agent = isAgentName(sheet, item, entry);
  return mention(s, { from, to, kind: "name", parties: [bare(entry)], agent });
}

/** The nationality that goes with a group's name ("Colombia's", "Lebanese"), or null. */
function ownerBefore(sheet: MentionSheet, from: number): NameItem | null {
  const { s, at } = sheet;
  let t = from - 1;
  while (t >= 0 && (s.upos[t] === "ADJ" || s.upos[t] === "NOUN") && at[t] === null && !sheet.isTaken(t)) t--;
  if (isPossessive(s, t)) t--;
  const item = sheet.freeName(t);
  if (!item || item.backed || item.pro || item.runs) return null;
  const kinds = item.entries.map((e) => e.kind);
  return kinds.includes(isPossessive(s, item.to) ? "state" : "adjective") ? item : null;
}

/** A leader with what is said of the name before it: "Mr Putin", "Vladimir Putin"; null for another of the name. */
function leaderMention(sheet: MentionSheet, item: NameItem, entry: NameEntry): MentionDraft | null {
  const { s, at } = sheet;
  const { to } = item;
  let { from } = item;
  if (sheet.isWord("honorifics", lower(s, from - 1).replace(/\./g, ""))) from--;
  const before = from - 1;
  const hasFirstName =
    s.upos[before] === "PROPN" &&
    isCapitalised(s.form[before]) &&
    at[before] === null &&
    !sheet.isTaken(before) &&
    !isDayOrMonth(s.form[before]!);
  // another first name than the leader's: "Lyudmila Putina" is no case, "Igor Putin" is
  const isFullName = entry.name.includes(" ");
  if (hasFirstName && isFullName && entry.name.split(" ")[0] !== s.form[before]) return null;
  const name = s.text.slice(s.start[hasFirstName ? before : item.from]!, s.end[to - 1]!);
  return mention(s, {
    from: hasFirstName ? before : from,
    to,
    kind: "person",
    parties: [bare(entry)],
    agent: true,
    person: isFullName && to - item.from === 1 ? entry.name : name,
  });
}

/** "Tal | Afar |": another place, whose name ends in that of a land. */
function isInLongerName(sheet: MentionSheet, { from, to }: NameItem): boolean {
  const { s, at } = sheet;
  const before = from - 1;
  return (
    to - from === 1 &&
    s.upos[before] === "PROPN" &&
    /^\p{Lu}\p{Ll}+$/u.test(s.form[before]!) &&
    !sheet.isWord("parts_of_land", lower(s, before)) &&
    !isDayOrMonth(s.form[before]!) &&
    at[before] === null &&
    // not in a headline, where all words are capitalised
    s.upos.some((u, t) => u === "VERB" && /^\p{Ll}/u.test(s.form[t]!))
  );
}

/**
 * Whether a name can act here. A country or city is only a place after "in", as "the soil of X", or before a thing
 * ("Afghan territory"); a group is always somebody.
 */
function isAgentName(sheet: MentionSheet, item: NameItem, entry: NameEntry): boolean {
  const { s } = sheet;
  if (entry.kind === "place") return false;
  // a dateline inside the first sentence: "ISLAMABAD: Russia on Wednesday …"
  if (item.from === 0 && /^(:|\(|—|–|-)$/.test(s.form[item.to] ?? ""))
    return s.form[0] !== s.form[0]!.toUpperCase();
  if (isBody(entry) || entry.kind === "seat" || entry.kind === "people") return true;
  if (isBeforeThing(sheet, item)) return false;
  // "the Kuwait invasion", but "the US invasion", "Russia invasion of Ukraine"
  const isSpelt = entry.kind === "state" && /[a-z]/.test(s.form[item.from]!);
  if (isSpelt && sheet.isWord("befalling_lands", lower(s, item.to)) && lower(s, item.to + 1) !== "of")
    return false;
  if (isPossessive(s, item.to) || entry.kind === "adjective") return true;
  return !isPlace(sheet, item, entry);
}

/** "Pakistan-Afghanistan border", "Afghan border posts", "Sudan's North Darfur". */
function isBeforeThing(sheet: MentionSheet, { to }: NameItem): boolean {
  const { s } = sheet;
  const first = isPossessive(s, to) ? to + 1 : to;
  let last = first;
  const isModifier = (t: number) =>
    s.upos[t] === "ADJ" ||
    s.upos[t] === "PROPN" ||
    isHyphen(s.form[t]) ||
    (s.upos[t] === "NOUN" && isNounTag(s, t + 1));
  while (last < first + 4 && isModifier(last)) last++;
  for (let t = first; t <= last; t++) if (isNounTag(s, t) && sheet.isWord("things", lower(s, t))) return true;
  return false;
}

/** "rockets fired |at Israel|", "the soil |of Afghanistan|", "in Djibo|, Burkina Faso|". */
function isPlace(sheet: MentionSheet, item: NameItem, entry: NameEntry): boolean {
  const { s } = sheet;
  if (isBesideBorder(s, item.from)) return true;
  const b = wordBefore(sheet, item);
  const word = lower(s, b);
  if (sheet.isWord("place_prepositions", word) && !(word === "at" && entry.kind === "state")) return true;
  if (word === "of" && sheet.isWord("of_places", lower(s, b - 1))) return true;
  // a place after a place: "Goma, Congo"
  if (word !== "," || s.upos[b - 1] !== "PROPN" || !/^[,.)]?$/.test(s.form[item.to] ?? "")) return false;
  const other = nameEndingAt(sheet, b);
  if (!other) return /^(in|at|near|from|to|outside)$/.test(lower(s, b - 2));
  return other.entries.some(({ kind }) => kind === "place" || kind === "capital");
}

const nameEndingAt = (sheet: MentionSheet, t: number): NameItem | undefined =>
  sheet.items.find((i): i is NameItem => i.type === "name" && i.to === t);

/** The word before a name's phrase; joined names share what stands before the first: "|in| Kabul and Kandahar". */
function wordBefore(sheet: MentionSheet, item: NameItem): number {
  const { s } = sheet;
  const isModifier = (t: number) =>
    s.upos[t] === "DET" || s.upos[t] === "ADJ" || (s.upos[t] === "ADV" && lower(s, t) !== "not");
  const isListed = /^(,|and)$/.test(s.form[item.to] ?? "");
  let b = item.from - 1;
  while (b >= 0 && isModifier(b)) b--;
  while (b > 0 && (/^(and|or)$/.test(s.form[b]!) || (s.form[b] === "," && isListed))) {
    const other = nameEndingAt(sheet, b);
    if (!other) break;
    b = other.from - 1;
    while (b >= 0 && s.upos[b] === "DET") b--;
  }
  return b;
}
