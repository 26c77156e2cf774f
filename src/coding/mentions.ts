import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import type { MentionKind, ParsedReport } from "./parsed-report.js";
import type { Sector } from "./party.js";
import { bracketAt, type NamedParty, shortNameOf, unseenGroupAt } from "./party-forms.js";
import {
  type Item,
  isCapitalised,
  isDayOrMonth,
  isHyphen,
  isNounTag,
  isPossessive,
  type NameItem,
  NO_NAMES,
  type OwnName,
  type OwnNames,
  type RoleItem,
  scanItems,
} from "./party-items.js";
import { isWord, type NameEntry, type PartyLexicon } from "./party-lexicon.js";
import { linkPersons, personNameAt } from "./persons.js";

type Bare = Omit<ParsedReport, "mentions">;

/**
 * Finds the words that name a party, in order and not overlapping, for each sentence of a report.
 *
 * Surface chunks over the lexicon's names and nouns are the base; the tree only chooses the head of a phrase and decides
 * where "from X" hangs. Persons take the party of the office that the report names with them.
 */
export function findMentions(parsed: Bare, lexicon: PartyLexicon): MentionDraft[][] {
  const words = new Set<string>();
  for (const s of parsed.sentences) for (const f of s.form) if (isCapitalised(f)) words.add(f);
  const scan = (own: OwnNames) => parsed.sentences.map((s) => scanItems(lexicon, s, words, own));
  const read = (items: readonly (readonly Item[])[]) => {
    const countries = countriesNamed(items);
    return parsed.sentences.map((s, i) => phrases({ s, items: items[i]!, lexicon, countries }));
  };
  const first = read(scan(NO_NAMES));
  const own = namesGiven(parsed.sentences, first, words);
  // Twice: a short name may be used before the sentence that gives it.
  return linkPersons(parsed, own.size === 0 ? first : read(scan(own)), lexicon);
}

/** The short names that a report gives parties: "(RSF)", "known as Rada", or uses for them. */
function namesGiven(
  sentences: readonly Sentence[],
  mentions: readonly (readonly MentionDraft[])[],
  words: ReadonlySet<string>,
): OwnNames {
  const own = new Map<string, OwnName>();
  sentences.forEach((s, i) => {
    for (const m of mentions[i]!) {
      const p = m.parties[0];
      // an office or a person is known as something else than its side
      if (!p?.code || m.parties.length > 1 || m.person !== null) continue;
      const forms = shortNameOf(s, m.from, m.to) ?? initialsOf(s, m, words);
      if (forms && !own.has(forms[0]!)) own.set(forms[0]!, { forms, party: p });
    }
  });
  return own;
}

/** "the ISF", in a report that names the "Iraqi Security Forces": the first letters of a name of three words or more. */
function initialsOf(s: Sentence, m: MentionDraft, words: ReadonlySet<string>): readonly string[] | null {
  const named = s.form.slice(m.from, m.to).filter(isCapitalised);
  const initials = named.map((f) => f[0]).join("");
  return named.length > 2 && initials === initials.toUpperCase() && words.has(initials) ? [initials] : null;
}

/** How often the report names each country by words that can mean nothing else. */
function countriesNamed(items: readonly (readonly Item[])[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const i of items.flat()) {
    if (i.type !== "name" || i.entries.length > 2 || i.entries[0]!.inCountry) continue;
    const country = i.entries[0]!.country;
    if (country !== null) out.set(country, (out.get(country) ?? 0) + 1);
  }
  return out;
}

interface Reading {
  readonly s: Sentence;
  readonly items: readonly Item[];
  readonly lexicon: PartyLexicon;
  readonly countries: ReadonlyMap<string, number>;
}

/** Which of several parties of one name is meant: one whose country the report names, else the first. */
function entryOf(r: Reading, item: NameItem): NameEntry | null {
  const possible = item.entries.filter(
    (e) => !e.inCountry || (e.country !== null && r.countries.has(e.country)),
  );
  if (possible.length === 0) return null;
  const nominalNext = isNounTag(r.s, item.to) || r.s.upos[item.to] === "ADJ" || isHyphen(r.s.form[item.to]);
  const people = possible.find((e) => e.kind === "people");
  const adjective = possible.find((e) => e.kind === "adjective");
  if (people && adjective) return nominalNext ? adjective : people;
  if (possible.length === 1) return possible[0]!;
  // "the Joint Chiefs of Staff": of the country that the report names most, where several have them
  if (possible.every((e) => e.kind === "force")) {
    const named = (e: NameEntry) => r.countries.get(e.country ?? "") ?? 0;
    return possible.reduce((a, b) => (named(b) > named(a) ? b : a));
  }
  const named = possible.filter(
    (e) => e.country !== null && (r.countries.get(e.country) ?? 0) > (e.kind === "state" ? 0 : 0),
  );
  const others = named.filter((e) => e.kind !== "organisation");
  return others.length === 1 ? others[0]! : possible[0]!;
}

/** A side that words before a noun give it. */
interface Side {
  readonly party: NamedParty;
  /** By a nationality ("Afghan", "Afghanistan's") and not as a member ("Taliban"). */
  readonly national: boolean;
  readonly item: NameItem | null;
}

interface Phrase {
  from: number;
  to: number;
  sides: Side[];
  role: RoleItem;
  /** Sector of a noun before the head: "army spokesman". */
  modifier: Sector | null;
  possessor: number;
  person: string | null;
}

const BODY = new Set(["group", "organisation", "force"]);
const CONJUNCTION = /^(and|or|,|&)$/;

function phrases(r: Reading): MentionDraft[] {
  const { s, items, lexicon } = r;
  const at = new Array<Item | null>(s.form.length).fill(null);
  for (const i of items) for (let t = i.from; t < i.to; t++) at[t] = i;
  const used = new Uint8Array(s.form.length);
  const out: MentionDraft[] = [];
  const push = (m: MentionDraft): void => {
    for (let k = out.length - 1; k >= 0; k--)
      if (out[k]!.from < m.to && m.from < out[k]!.to) out.splice(k, 1);
    for (let t = m.from; t < m.to; t++) used[t] = 1;
    out.push(m);
  };

  // Groups that the lexicon does not know, by their form.
  for (let t = 0; t < s.form.length; t++) {
    const group = unseenGroupAt(lexicon, s, t, at);
    if (!group || used[group.from]) continue;
    const { code, country, sector } = group.party;
    push(
      mention(s, {
        from: group.from,
        to: withBracket(s, group.to),
        kind: "name",
        parties: [{ code, country, sector }],
        agent: true,
      }),
    );
    t = group.to - 1;
  }

  for (const item of items) {
    if (item.type !== "role" || used[item.from] || used[item.to - 1] || isModifierOnly(r, item)) continue;
    const phrase = rolePhrase(r, item, at, used, out);
    if (phrase) pushRole(r, phrase, used, push);
  }

  // Groups and forces before states: "Iran's" goes with "Revolutionary Guards".
  for (const bodies of [true, false]) {
    for (const item of items) {
      if (item.type !== "name" || used[item.from] || BODY.has(item.entries[0]!.kind) !== bodies) continue;
      const m = nameMention(r, item, at, used);
      if (m) push(m);
    }
  }
  return out.sort((a, b) => a.from - b.from);
}

/** After "Rapid Support Forces" the "(RSF)" belongs to the name. */
const withBracket = (s: Sentence, to: number): number => bracketAt(s, to)?.to ?? to;

const ACTING = new Set<Sector | null>(["MIL", "COP", "REB", "UAF", "CRM", "PRM", "SPY", "GOV"]);

/** "refugee camp", "hostage deal": one of the unarmed before another noun names a matter, not a party. */
function isModifierOnly(r: Reading, item: RoleItem): boolean {
  const { s } = r;
  // "the opposition National Unity Government"
  if (
    !item.role.plural &&
    item.role.kind !== "office" &&
    r.items.some((i) => i.type === "name" && i.from === item.to && BODY.has(i.entries[0]!.kind))
  )
    return true;
  if (item.role.plural || ACTING.has(item.role.sector) || item.role.kind === "office") return false;
  const next = isHyphen(s.form[item.to]) ? item.to + 1 : item.to;
  return s.upos[next] === "NOUN" && !r.items.some((i) => i.type === "role" && i.from === next);
}

// ---- a noun with its modifiers: "Pakistani Foreign Ministry spokesman Tahir Andrabi"

function rolePhrase(
  r: Reading,
  first: RoleItem,
  at: readonly (Item | null)[],
  used: Uint8Array,
  built: readonly MentionDraft[],
): Phrase | null {
  const { s, lexicon } = r;
  let role = first;
  let modifier: Sector | null = null;
  // The last of a row of nouns is the head: "army media wing spokesman".
  for (;;) {
    const next = nextRole(s, role, at);
    if (!next || used[next.from]) break;
    modifier = role.role.sector === "UNK" ? modifier : role.role.sector;
    role = next;
  }
  const left = leftOf(r, first.from, at, used, built);
  const phrase: Phrase = {
    from: left.from,
    to: role.to,
    sides: left.sides,
    role,
    modifier: modifier ?? left.modifier,
    possessor: left.possessor,
    person: null,
  };
  if (role.role.kind !== "force" && role.role.kind !== "body") {
    const person = personNameAt(lexicon, s, role.to, at);
    if (person && !(role.role.plural && role.role.kind === "people")) {
      phrase.to = person.to;
      phrase.person = person.name;
    }
  }
  rightOf(r, phrase, at, used, built);
  phrase.to = withBracket(s, phrase.to);
  return phrase;
}

/** The noun that follows another directly, or after one plain noun ("army media wing"). */
function nextRole(s: Sentence, role: RoleItem, at: readonly (Item | null)[]): RoleItem | null {
  let t = role.to;
  if (isHyphen(s.form[t])) t++;
  const direct = at[t];
  if (direct?.type === "role" && direct.from === t && t < s.form.length) {
    // "the rebels people fear" is no compound; a plural before a noun rarely is
    if (
      role.role.plural &&
      !/(forces|services|affairs|guards|troops|ss)$/.test(lower(s, role.to - 1)) &&
      lower(s, role.to - 1) !== "police"
    )
      return null;
    return direct;
  }
  if (isNounTag(s, t) && at[t] === null && !isCapitalised(s.form[t]) && !role.role.plural) {
    const skipped = at[t + 1];
    if (skipped?.type === "role" && skipped.from === t + 1 && s.head[t] === skipped.to - 1) return skipped;
  }
  return null;
}

interface Left {
  from: number;
  sides: Side[];
  modifier: Sector | null;
  possessor: number;
}

/** Reads the words before a noun, nearest first, for whose it is. */
const isModifier = (s: Sentence, t: number): boolean =>
  /^(?:compound|amod)/.test(s.relation[t]!) && s.head[t]! > t;

function leftOf(
  r: Reading,
  end: number,
  at: readonly (Item | null)[],
  used: Uint8Array,
  built: readonly MentionDraft[],
): Left {
  const { s, lexicon } = r;
  const left: Left = { from: end, sides: [], modifier: null, possessor: -1 };
  let t = end - 1;
  let steps = 0;
  while (t >= 0 && steps++ < 10) {
    const form = s.form[t]!;
    const item = at[t];
    if (used[t]) {
      // "Karenni Freedom Army fighters"; anything else is a phrase of its own
      const name = built.find((m) => m.to === t + 1 && m.kind === "name");
      if (name && left.sides.length === 0) {
        left.sides.push({ party: bare(name.parties[0]!), national: false, item: null });
        left.from = name.from;
      }
      break;
    }
    if (item?.type === "name") {
      if (item.to - 1 !== t) break;
      const entry = entryOf(r, item);
      if (!entry || item.backed || item.pro || isOfHouse(r, item)) break;
      if (entry.kind === "people" && entry.plural) break;
      if (entry.kind === "leader" && left.sides.length > 0) break;
      const body = left.sides.length === 0 ? bodyOver(r, item, at, used) : null;
      if (body) {
        left.sides.push(sideOf(entryOf(r, body)!, body));
        left.from = body.from;
        break;
      }
      if (left.sides.length === 0) {
        left.sides.push(sideOf(entry, item));
        left.from = item.from;
        for (const more of conjoined(r, item, at, used)) {
          left.sides.unshift(sideOf(entryOf(r, more)!, more));
          left.from = more.from;
        }
      }
      t = Math.min(item.from, left.from) - 1;
      left.from = t + 1;
      continue;
    }
    if (item?.type === "role") {
      if (item.role.kind === "relational" || item.role.plural) break;
      left.modifier ??= item.role.sector === "UNK" ? null : item.role.sector;
      left.from = item.from;
      t = item.from - 1;
      continue;
    }
    if (isPossessive(s, t)) {
      const owner = at[t - 1];
      if (owner?.type === "name" && !used[t - 1]) {
        const entry = entryOf(r, owner);
        if (entry && !owner.pro) {
          if (left.sides.length === 0) left.sides.push(sideOf(entry, owner));
          left.from = owner.from;
          for (const more of conjoined(r, owner, at, used)) {
            left.sides.unshift(sideOf(entryOf(r, more)!, more));
            left.from = more.from;
          }
        }
        break;
      }
      const phrase = built.find((m) => m.to === t && m.settled);
      // "the Houthi prisoners' committee" is of the Houthis, whosever the prisoners are
      const named = phrase?.role?.kind === "people" ? r.items.find((i) => i.from === phrase.from) : null;
      const own = named?.type === "name" ? entryOf(r, named) : null;
      if (own && left.sides.length === 0) {
        left.sides.push(sideOf(own, named as NameItem));
        left.from = phrase!.from;
      } else if (phrase && left.sides.length === 0)
        left.sides.push(...phrase.parties.map((p) => ({ party: bare(p), national: false, item: null })));
      if (!phrase && left.sides.length === 0) left.possessor = t - 1;
      break;
    }
    if (s.xpos[t] === "PRP$" || s.xpos[t] === "WP$") {
      if (left.sides.length === 0) {
        left.possessor = t;
        left.from = t;
      }
      break;
    }
    const participle =
      isWord(lexicon, "backed", form.toLowerCase()) || isWord(lexicon, "run", form.toLowerCase());
    if (participle && isHyphen(s.form[t - 1])) {
      const owner = at[t - 2];
      // "the Iran-backed group": one phrase, in which Iran is not who it is
      if (
        owner?.type === "name" &&
        owner.backed &&
        owner.to === t - 1 &&
        left.sides.length === 0 &&
        left.possessor < 0
      ) {
        left.from = owner.from;
        t = owner.from - 1;
        continue;
      }
      if (owner?.type === "name" && owner.runs && left.sides.length === 0 && !used[t - 2]) {
        const entry = entryOf(r, owner);
        if (entry) {
          left.sides.push(sideOf(entry, owner));
          left.from = owner.from;
          t = owner.from - 1;
          continue;
        }
      }
      break;
    }
    if (isHyphen(form) && t > 0) {
      t--;
      continue;
    }
    const upos = s.upos[t];
    // "a |brutal| terrorist attack": the attack is
    if (upos === "ADJ" && isModifier(s, end) && s.head[t] === s.head[end]) break;
    if (upos === "ADJ" || upos === "NOUN" || (upos === "PROPN" && !isDayOrMonth(form))) {
      // another noun phrase's end: "On Friday afternoon police said"
      if (
        upos === "NOUN" &&
        s.head[t]! < t &&
        s.relation[t] !== "compound" &&
        !/^(nmod|compound)/.test(s.relation[t]!)
      )
        break;
      if (left.sides.length === 0) left.from = t;
      t--;
      continue;
    }
    const participial =
      upos === "VERB" && (s.xpos[t] === "VBN" || isWord(lexicon, "ing_adjectives", form.toLowerCase()));
    if (
      participial &&
      (t === 0 || !/^(NOUN|PROPN|PRON|AUX|PART)$/.test(s.upos[t - 1]!)) &&
      (baseRelation(s, t) === "amod" || /^(DET|NUM)$/.test(s.upos[t - 1] ?? ""))
    ) {
      if (left.sides.length === 0) left.from = t;
      t--;
      continue;
    }
    // "the |internationally| recognised government"
    if (upos === "ADV" && t + 1 === left.from && s.xpos[t + 1] === "VBN" && s.upos[t - 1] === "DET") {
      left.from = t;
      t--;
      continue;
    }
    break;
  }
  return left;
}

/** "|Amnesty International|'s Nigeria director", "|the WFP|'s Sudan chief": the body whose office for a country it is; null in others. */
function bodyOver(
  r: Reading,
  item: NameItem,
  at: readonly (Item | null)[],
  used: Uint8Array,
): NameItem | null {
  const { s } = r;
  if (!isPossessive(s, item.from - 1) || isPossessive(s, item.to)) return null;
  const owner = at[item.from - 2];
  if (owner?.type !== "name" || used[owner.from] || owner.backed || owner.pro) return null;
  const entry = entryOf(r, owner);
  return entry && (entry.kind === "organisation" || entry.kind === "group") ? owner : null;
}

/** "Afghan and" before "Pakistani officials": names joined to one that stands before a noun; nearest first. */
function conjoined(r: Reading, item: NameItem, at: readonly (Item | null)[], used: Uint8Array): NameItem[] {
  const out: NameItem[] = [];
  let t = item.from - 1;
  while (t > 0) {
    const tight = isHyphen(r.s.form[t]) && r.s.start[t] === r.s.end[t - 1];
    if (!CONJUNCTION.test(r.s.form[t]!) && !tight) break;
    let before = t - 1;
    if (r.s.form[before] === "," && /^(and|or)$/.test(r.s.form[t]!)) before--;
    const other = at[before];
    if (other?.type !== "name" || used[before] || other.backed || other.pro) break;
    const entry = entryOf(r, other);
    // "would not join NATO, | Peruvian officials said": joined are "Afghan, Pakistani officials"
    const isApart = out.length === 0 && r.s.form[t] === ",";
    if (isApart && !other.entries.some((e) => e.kind === "adjective")) break;
    if (
      !entry ||
      !/^(adjective|people|group|organisation|ethnic|force)$/.test(entry.kind) ||
      (entry.kind === "people" && entry.plural)
    ) {
      const kinds = other.entries.map((e) => e.kind);
      if (!kinds.includes("adjective")) break;
    }
    out.push(other);
    t = other.from - 1;
  }
  return out;
}

const NATIONAL = new Set(["state", "adjective", "people", "capital", "place", "ethnic"]);
const bare = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: p.sector });

function sideOf(entry: NameEntry, item: NameItem): Side {
  return { party: bare(entry), national: NATIONAL.has(entry.kind), item };
}

/** Reads what follows: "of Sudan", "for the Taliban", "loyal to Haftar", "in Gaza". */
function rightOf(
  r: Reading,
  phrase: Phrase,
  at: readonly (Item | null)[],
  used: Uint8Array,
  built: readonly MentionDraft[],
): void {
  const { s, lexicon } = r;
  const noun = phrase.role.role.noun;
  const sent = isWord(lexicon, "sent", noun);
  let t = phrase.to;
  for (let turn = 0; turn < 2; turn++) {
    const word = lower(s, t);
    if (/^(loyal|allied|aligned|affiliated|belonging|linked)$/.test(word) && phrase.sides.length === 0) {
      const to = /^(to|with)$/.test(lower(s, t + 1))
        ? (ownerAt(r, t + 2, at, used, built) ?? leaderAt(r, t + 2))
        : null;
      if (!to) return;
      phrase.sides.push({ party: to.party, national: to.national, item: null });
      phrase.to = to.to;
      return;
    }
    // "the ministry run by Hamas"
    if (isWord(lexicon, "run", word) && lower(s, t + 1) === "by" && phrase.sides.length === 0) {
      const by = ownerAt(r, t + 2, at, used, built);
      if (by) phrase.sides.push({ party: by.party, national: by.national, item: null });
      return;
    }
    // "militias like Hezbollah", "groups such as the ELN": the one that is named
    const example = word === "like" ? t + 1 : word === "such" && lower(s, t + 1) === "as" ? t + 2 : -1;
    if (example > 0 && phrase.sides.length === 0 && /^(REB|PRM|CRM)$/.test(phrase.role.role.sector ?? "")) {
      const named = ownerAt(r, example, at, used, built);
      if (!named || named.national) return;
      phrase.sides.push({ party: named.party, national: false, item: null });
      phrase.to = named.to;
      return;
    }
    const owner = ownerAt(r, t + 1, at, used, built);
    if (!owner) {
      unnamedOwner(r, phrase, t, at);
      return;
    }
    // "an adviser to the Hamas leadership" is of Hamas; "a military adviser to Kyiv" is sent there
    if (
      word === "to" &&
      sent &&
      !owner.national &&
      phrase.sides.length === 0 &&
      isWord(lexicon, "advising", noun.split(" ").at(-1)!)
    ) {
      phrase.sides.push({ party: owner.party, national: false, item: null });
      phrase.to = owner.to;
      return;
    }
    if (word === "to" && sent) {
      phrase.to = owner.to;
      t = owner.to;
      const person = phrase.person === null ? personNameAt(lexicon, s, t, at) : null;
      if (person) {
        phrase.to = person.to;
        phrase.person = person.name;
        t = person.to;
      }
      continue;
    }
    if (phrase.sides.length > 0 || phrase.possessor >= 0) return;
    if (
      word === "of" ||
      (word === "for" && isWord(lexicon, "serving", noun.split(" ").at(-1)!)) ||
      (word === "from" && !afterLeaving(r, phrase))
    ) {
      if (isWord(lexicon, "not_of", noun) && !(word === "from" && owner.national)) return;
      phrase.sides.push({ party: owner.party, national: owner.national, item: null });
      phrase.modifier ??= owner.sector;
      phrase.to = owner.to;
      if (owner.sector === null) listed(r, phrase, at, used);
      return;
    }
    if (
      word === "with" &&
      /^(fighter|militant|rebel|soldier|commander|official|member|spokes\w+)$/.test(noun) &&
      !owner.national &&
      hangsOn(s, phrase, owner)
    ) {
      phrase.sides.push({ party: owner.party, national: false, item: null });
      phrase.to = owner.to;
      return;
    }
    if (
      /^(in|at|within|across)$/.test(word) &&
      owner.national &&
      !sent &&
      (comesFromPlace(r, phrase) || isOfCapital(phrase, at[t + 1] ?? null))
    ) {
      phrase.sides.push({ party: { ...owner.party, sector: null }, national: true, item: null });
      return;
    }
    return;
  }
}

/** "a spokesman for the movement", "the leader of the group": coreference has to say who that is. */
function unnamedOwner(r: Reading, phrase: Phrase, t: number, at: readonly (Item | null)[]): void {
  const { s } = r;
  const item = at[t + 2];
  if (
    !/^(of|for)$/.test(lower(s, t)) ||
    !/^(the|its|their)$/.test(lower(s, t + 1)) ||
    phrase.sides.length > 0 ||
    phrase.possessor >= 0 ||
    item?.type !== "role" ||
    item.from !== t + 2 ||
    item.role.plural ||
    !/^(group|movement|organisation|organization|militia|outfit|front|alliance|coalition)$/.test(
      item.role.noun,
    )
  )
    return;
  phrase.possessor = item.to - 1;
  phrase.to = item.to;
}

/** "ministers from Qatar, Saudi Arabia and Turkey": the rest of a list of states, when it ends in "and". */
function listed(r: Reading, phrase: Phrase, at: readonly (Item | null)[], used: Uint8Array): void {
  const { s } = r;
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
    const item = at[t];
    if (
      item?.type !== "name" ||
      used[t] ||
      !item.entries.some((e) => e.kind === "state") ||
      isNounTag(s, item.to) ||
      isPossessive(s, item.to)
    )
      return;
    more.push(item);
    t = item.to;
  }
  if (!closed) return;
  for (const item of more) phrase.sides.push(sideOf(entryOf(r, item)!, item));
  phrase.to = more.at(-1)!.to;
}

/** "loyal to Vice President Riek Machar": the party of a person whom the lexicon knows. */
function leaderAt(r: Reading, start: number): Owner | null {
  const item = r.items.find(
    (i) =>
      i.type === "name" &&
      i.from >= start &&
      i.from <= start + 4 &&
      i.entries.some((e) => e.kind === "leader"),
  );
  if (item?.type !== "name") return null;
  const entry = entryOf(r, item);
  if (entry?.kind !== "leader") return null;
  return {
    party: bare(entry),
    national: entry.code === entry.country,
    to: item.to,
    head: item.to - 1,
    sector: null,
  };
}

/** Whether a noun "in X" is X's: officials, ministries and residents are, soldiers and rebels may be anybody's. */
function comesFromPlace(r: Reading, phrase: Phrase): boolean {
  const sector = phrase.role.role.sector;
  const shown = phrase.modifier ?? sector;
  return shown === null
    ? phrase.role.role.kind === "relational"
    : !isWord(r.lexicon, "not_in", shown) &&
        !/^(man|men|woman|women|national|foreigner|expatriate|supporter)$/.test(phrase.role.role.noun);
}

/** "The army in Warsaw", "a senior officer in Phnom Penh": in a capital it is the state's. */
function isOfCapital(phrase: Phrase, item: Item | null): boolean {
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

interface Owner {
  readonly party: NamedParty;
  readonly national: boolean;
  readonly to: number;
  readonly head: number;
  /** Of the noun where the owner is one: "spokesman for the Sudanese army". */
  readonly sector: Sector | null;
}

/** The party named by the noun phrase that begins at a token, over its article: "the Sudanese army", "Rwanda". */
function ownerAt(
  r: Reading,
  start: number,
  at: readonly (Item | null)[],
  used: Uint8Array,
  built: readonly MentionDraft[],
): Owner | null {
  const { s } = r;
  let side: Side | null = null;
  let sector: Sector | null = null;
  let to = -1;
  let t = start;
  for (let steps = 0; t < s.form.length && steps < 7; steps++) {
    if (used[t]) {
      const name = side === null ? built.find((m) => m.from === t && m.kind === "name") : undefined;
      return name
        ? { party: bare(name.parties[0]!), national: false, to: name.to, head: name.to - 1, sector: null }
        : null;
    }
    const item = at[t];
    if (item?.type === "name") {
      const entry = entryOf(r, item);
      if (!entry || item.backed || item.pro) return null;
      side = sideOf(entry, item);
      to = t = item.to;
      if (isPossessive(s, t)) t++;
      continue;
    }
    if (item?.type === "role" && item.from === t) {
      if (item.role.kind === "office" && side === null) return null;
      sector = item.role.sector;
      to = t = item.to;
      continue;
    }
    if (
      s.upos[t] === "DET" ||
      (t === start &&
        /^(breakaway|eastern|western|northern|southern|neighbouring|neighboring|central)$/.test(lower(s, t)))
    ) {
      if (side) break;
      t++;
      continue;
    }
    if ((s.upos[t] === "ADJ" || isHyphen(s.form[t])) && to < 0) {
      t++;
      continue;
    }
    if ((isNounTag(s, t) || s.upos[t] === "ADJ") && to >= 0) {
      // "of the Kharkiv regional military administration"
      const noun = [t + 1, t + 2].find(
        (k) => at[k]?.type === "role" && at[k]!.from === k && k < s.form.length,
      );
      if (
        sector === null &&
        noun !== undefined &&
        (noun === t + 1 || isNounTag(s, t + 1) || s.upos[t + 1] === "ADJ")
      ) {
        t = noun;
        continue;
      }
      // "of the Afghan delegation room": the country's word belongs to another noun
      const adjectival =
        side?.item?.entries.some((e) => e.kind === "adjective") &&
        !side.item.entries.some((e) => e.kind === "state");
      if (adjectival && sector === null) return null;
      if (
        !isCapitalised(s.form[t]) &&
        isNounTag(s, t) &&
        sector === null &&
        !isWord(r.lexicon, "of_places", lower(s, t))
      )
        return null;
    }
    break;
  }
  if (!side || to < 0) return null;
  return {
    party: { ...side.party, sector: sector ?? side.party.sector },
    national: side.national,
    to,
    head: to - 1,
    sector,
  };
}

/** Whether the tree hangs a following phrase on this noun and not on the verb. */
function hangsOn(s: Sentence, phrase: Phrase, owner: Owner): boolean {
  const h = s.head[owner.head]!;
  return h >= phrase.from && h < phrase.to;
}

/** "withdraw troops from Mali": where they leave. */
function afterLeaving(r: Reading, phrase: Phrase): boolean {
  const { s } = r;
  for (let t = Math.max(0, phrase.from - 6); t < phrase.from; t++) {
    if ((s.upos[t] === "VERB" || s.upos[t] === "NOUN") && isWord(r.lexicon, "leaving", s.lemma[t]!))
      return true;
  }
  return false;
}

// ---- what the phrase amounts to

function pushRole(r: Reading, phrase: Phrase, used: Uint8Array, push: (m: MentionDraft) => void): void {
  const { s, lexicon } = r;
  const { role } = phrase.role;
  const definite = isDefinite(s, phrase.from) || phrase.possessor >= 0;
  const hasSide = phrase.sides.length > 0;
  const backed = phrase.modifier !== null && /^(source|commander)$/.test(role.noun);
  if (role.kind === "relational" && !hasSide && phrase.person === null && !definite && !backed) return;
  // "government drones", "army aircraft" are the state's; of other drones nothing says whose they are
  const ofForce = phrase.modifier === "GOV" || phrase.modifier === "MIL";
  if (
    !hasSide &&
    phrase.person === null &&
    phrase.possessor < 0 &&
    isWord(lexicon, "equipment", role.noun) &&
    !ofForce
  )
    return;
  // "authorities" are of the place, unlike "an authority"
  const needsSide = isWord(lexicon, "needs_side", role.noun) && !(role.plural && role.noun === "authority");
  if (!hasSide && phrase.person === null && !definite && needsSide) return;
  // "the former Soviet republic" is none of the Soviet Union
  if (
    /^(republic|state|country|kingdom)$/.test(role.noun) &&
    hasSide &&
    /^(former|ex)$/.test(lower(s, phrase.from - 1))
  )
    return;
  if (
    !hasSide &&
    phrase.person === null &&
    role.kind === "body" &&
    !definite &&
    !role.plural &&
    s.upos[phrase.from - 1] === "DET" &&
    role.sector === "UNK"
  )
    return;
  const nowhere = phrase.sides.every((side) => side.party.code === null);
  const known = phrase.person !== null ? leaderIn(r, phrase) : null;
  // "Libyan strongman Khalifa Haftar" leads a party of his own
  const own =
    known !== null &&
    known.code !== known.country &&
    known.country === phrase.sides[0]?.party.country &&
    isWord(lexicon, "leading", role.noun);
  const leader = nowhere || own ? known : null;
  const parties =
    hasSide && leader === null
      ? phrase.sides.map((side) => partyOf(lexicon, side, phrase))
      : [leader ?? unsided(phrase)];
  shareRole(r, phrase, used, push);
  const agent = agentOfRole(r, phrase);
  push(
    mention(s, {
      from: phrase.from,
      to: phrase.to,
      kind: phrase.person !== null ? "person" : "description",
      parties,
      agent,
      person: phrase.person,
      role,
      possessor: phrase.possessor,
      definite,
      head: headOf(s, phrase),
    }),
  );
}

/** The noun of the phrase, or what it hangs on inside the phrase (a name after a title). */
function headOf(s: Sentence, phrase: Phrase): number {
  let head = phrase.role.to - 1;
  for (let steps = 0; steps < 8; steps++) {
    const h = s.head[head]!;
    if (h < phrase.from || h >= phrase.to || !isNounTag(s, h)) break;
    // conjoined or possessing nouns stand above it in the tree and are not what it names
    if (h < phrase.role.from) break;
    head = h;
  }
  return head;
}

/** "Defence Minister Khawaja Asif": the lexicon knows him where the report does not say of which country. */
function leaderIn(r: Reading, phrase: Phrase): NamedParty | null {
  const item = r.items.find(
    (i) =>
      i.type === "name" &&
      i.from >= phrase.role.to &&
      i.to <= phrase.to &&
      i.entries.some((e) => e.kind === "leader"),
  );
  const entry = item?.type === "name" ? entryOf(r, item) : null;
  if (entry?.kind !== "leader") return headOfState(r, phrase);
  return {
    ...bare(entry),
    sector: entry.code === entry.country ? (phrase.role.role.sector ?? entry.sector) : entry.sector,
  };
}

/** "President Bush": the surname alone beside a high office, where leaders of one country bear it and the report names that. */
function headOfState(r: Reading, phrase: Phrase): NamedParty | null {
  if (!isWord(r.lexicon, "high_offices", phrase.role.role.noun)) return null;
  const who = r.lexicon.surnames.get(phrase.person ?? "");
  return who?.country && r.countries.has(who.country) ? { ...who } : null;
}

const isDefinite = (s: Sentence, from: number): boolean =>
  /^(the|this|that|these|those|both|its|their|his|her)$/.test(lower(s, from - 1)) || s.xpos[from] === "PRP$";

function sectorOf(phrase: Phrase, lexicon: PartyLexicon): Sector | null {
  const { role } = phrase.role;
  if (
    phrase.modifier &&
    (role.sector === null || role.sector === "UNK" || isWord(lexicon, "generic", role.noun))
  )
    return phrase.modifier;
  // "the Azerbaijani side" says nothing of what it is
  return role.sector === "UNK" ? null : role.sector;
}

const OUTSIDE_STATE = new Set<Sector>(["REB", "UAF", "CRM"]);

/** The party of a noun with a side: "Afghan forces" act for the state, "Syrian rebels" do not, "Taliban fighters" are the Taliban. */
function partyOf(lexicon: PartyLexicon, side: Side, phrase: Phrase): NamedParty {
  const { role } = phrase.role;
  const own = sectorOf(phrase, lexicon);
  const { code, country } = side.party;
  if (side.national) {
    const apart = role.unaffiliated || (own !== null && OUTSIDE_STATE.has(own));
    return { code: apart ? null : code, country, sector: own };
  }
  // "the EU's envoy" speaks for the EU, "a Hamas hostage" not for Hamas
  const sender = side.party.sector === "IGO" && isWord(lexicon, "sent", role.noun);
  if (isWord(lexicon, "not_of", role.noun) && !sender) return { code: null, country, sector: own };
  // A government in fact: its fighters are its army.
  if (code !== null && code === country)
    return {
      code,
      country,
      sector: own !== null && !OUTSIDE_STATE.has(own) ? own : own === null ? side.party.sector : "MIL",
    };
  return { code, country, sector: side.party.sector ?? own };
}

function unsided(phrase: Phrase): NamedParty {
  const { role } = phrase.role;
  return {
    code: null,
    country: null,
    sector:
      role.sector === null || (role.sector === "UNK" && phrase.modifier !== null)
        ? phrase.modifier
        : phrase.modifier &&
            (role.sector === "UNK" || role.kind === "office" || role.kind === "people") &&
            role.sector === "GOV"
          ? phrase.modifier
          : role.sector,
  };
}

/** "eight Afghan and two Pakistani troops": the first adjective gets a mention of its own with the noun's sector. */
function shareRole(r: Reading, phrase: Phrase, used: Uint8Array, push: (m: MentionDraft) => void): void {
  const { s } = r;
  let t = phrase.from - 1;
  let numbers = 0;
  while (
    t >= 0 &&
    (s.upos[t] === "NUM" || /^(the|at|least|some|about|more|than|around|several)$/.test(lower(s, t)))
  ) {
    t--;
    numbers++;
  }
  if (numbers === 0 || !/^(and|or|,)$/.test(s.form[t] ?? "")) return;
  const item = r.items.find((i) => i.to === t && i.type === "name");
  if (item?.type !== "name" || used[item.from]) return;
  const entry = entryOf(r, item);
  if (!entry || !item.entries.some((e) => e.kind === "adjective" || e.kind === "ethnic")) return;
  const party = partyOf(r.lexicon, sideOf({ ...entry, kind: "adjective" }, item), phrase);
  push(
    mention(s, {
      from: item.from,
      to: item.to,
      kind: "description",
      parties: [party],
      agent: true,
      role: phrase.role.role,
      head: item.to - 1,
    }),
  );
}

const PLACELIKE = new Set([
  "country",
  "nation",
  "state",
  "republic",
  "kingdom",
  "capital",
  "municipality",
  "embassy",
  "consulate",
  "court",
  "hospital",
  "clinic",
  "parliament",
]);

function agentOfRole(r: Reading, phrase: Phrase): boolean {
  const { s, lexicon } = r;
  const { role } = phrase.role;
  // "police station", "army base"
  const next = isHyphen(s.form[phrase.to]) ? phrase.to + 1 : phrase.to;
  if (phrase.person === null && s.upos[next] === "NOUN" && isWord(lexicon, "things", lower(s, next)))
    return false;
  // "the embassy bombings", "the ministry blast"
  const isHouse = PLACELIKE.has(role.noun) || /ministry$/.test(role.noun);
  if (phrase.person === null && isHouse && isWord(lexicon, "befalling", lower(s, next))) return false;
  if (!PLACELIKE.has(role.noun)) return true;
  let t = phrase.from - 1;
  while (t >= 0 && (s.upos[t] === "DET" || s.upos[t] === "ADJ")) t--;
  return !isWord(lexicon, "place_prepositions", lower(s, t));
}

// ---- names alone

/** "the Saudi Maternity Hospital", "the American University": a house that bears a country's name. */
const HOUSE =
  /^(hospital|clinic|school|university|college|mosque|church|cathedral|hotel|market|bridge|cemetery|museum|station|airport|street|square|road|stadium|theatre|theater|camp|bakery|pharmacy|mall)$/i;

/** Whether a nation's adjective before capitals is part of a building's name. */
function isOfHouse(r: Reading, item: NameItem): boolean {
  if (!item.entries.some((e) => e.kind === "adjective")) return false;
  const { s } = r;
  for (let t = item.to; t < item.to + 4 && isCapitalised(s.form[t]); t++)
    if (HOUSE.test(s.form[t]!)) return true;
  return false;
}

function nameMention(
  r: Reading,
  item: NameItem,
  at: readonly (Item | null)[],
  used: Uint8Array,
): MentionDraft | null {
  const { s, lexicon } = r;
  const entry = entryOf(r, item);
  if (!entry) return null;
  const party: NamedParty = bare(entry);
  if (item.pro && entry.kind !== "leader") return null;
  if (isOfHouse(r, item)) return null;
  if (entry.kind === "adjective" && /^(former|ex)$/.test(lower(s, item.from - 1))) return null;
  if (entry.kind === "ethnic") {
    // "Kurdish" alone before a thing says nothing of who acts
    const stands = entry.plural || !(isNounTag(s, item.to) || s.upos[item.to] === "ADJ");
    if (!stands) return null;
    return mention(s, { from: item.from, to: item.to, kind: "description", parties: [party], agent: true });
  }
  let from = item.from;
  let to = item.to;
  if (entry.kind === "group" || entry.kind === "organisation" || entry.kind === "force") {
    to = withBracket(s, to);
    // "Colombia's ELN", "Lebanese Hezbollah": the country goes with the name
    const owner = ownerBefore(r, from, at, used);
    if (owner >= 0) {
      from = owner;
      // "South Korea's Joint Chiefs of Staff": the lexicon thinks of another country's
      const item2 = at[owner];
      const state = item2?.type === "name" ? entryOf(r, item2) : null;
      const shared =
        entry.kind === "force" ||
        /^(Security Council|General Assembly|Human Rights Council)$/.test(entry.name);
      if (state && shared && state.country !== null && state.country !== entry.country)
        return mention(s, {
          from,
          to,
          kind: "name",
          parties: [
            {
              code: state.country,
              country: state.country,
              sector: entry.sector === "IGO" ? "GOV" : entry.sector,
            },
          ],
          agent: true,
        });
    }
  }
  if (entry.kind === "leader") {
    let name = s.text.slice(s.start[item.from]!, s.end[item.to - 1]!);
    if (isWord(lexicon, "honorifics", lower(s, from - 1).replace(/\./g, ""))) from--;
    if (
      s.upos[from - 1] === "PROPN" &&
      isCapitalised(s.form[from - 1]) &&
      at[from - 1] === null &&
      !used[from - 1] &&
      !isDayOrMonth(s.form[from - 1]!)
    ) {
      // another first name than the leader's: "Lyudmila Putina" is no case, "Igor Putin" is
      const first = entry.name.split(" ")[0];
      if (entry.name.includes(" ") && first !== s.form[from - 1]) return null;
      from--;
      name = s.text.slice(s.start[from]!, s.end[item.to - 1]!);
    }
    return mention(s, {
      from,
      to,
      kind: "person",
      parties: [party],
      agent: true,
      person: entry.name.includes(" ") && item.to - item.from === 1 ? entry.name : name,
    });
  }
  if (entry.kind === "place" && isInLongerName(r, item, at)) return null;
  const agent = isAgentName(r, item, entry);
  const kind: MentionKind = entry.kind === "people" ? "description" : "name";
  return mention(s, { from, to, kind, parties: [party], agent });
}

/** Words before a land's name that say which part of it. */
const PART_OF_LAND =
  /^(?:north|south|east|west|central|upper|lower|inner|outer|greater|northern|southern|eastern|western)$/i;

/** "Tal | Afar |": another place, whose name ends in that of a land. */
function isInLongerName(r: Reading, item: NameItem, at: readonly (Item | null)[]): boolean {
  const { s } = r;
  const before = item.from - 1;
  return (
    item.to - item.from === 1 &&
    s.upos[before] === "PROPN" &&
    /^\p{Lu}\p{Ll}+$/u.test(s.form[before]!) &&
    !PART_OF_LAND.test(s.form[before]!) &&
    !isDayOrMonth(s.form[before]!) &&
    at[before] === null &&
    // not in a headline, where all words are capitalised
    s.upos.some((u, t) => u === "VERB" && /^\p{Ll}/u.test(s.form[t]!))
  );
}

/** Start of a nationality that goes with a group's name ("Colombia's", "Lebanese"), or -1. */
function ownerBefore(r: Reading, from: number, at: readonly (Item | null)[], used: Uint8Array): number {
  const { s } = r;
  let t = from - 1;
  while (t >= 0 && (s.upos[t] === "ADJ" || s.upos[t] === "NOUN") && at[t] === null && !used[t]) t--;
  if (t < 0) return -1;
  if (isPossessive(s, t)) t--;
  const item = at[t];
  if (item?.type !== "name" || used[t] || item.backed || item.pro || item.runs) return -1;
  const possessive = isPossessive(s, item.to);
  const kinds = item.entries.map((e) => e.kind);
  if (possessive ? kinds.includes("state") : kinds.includes("adjective")) return item.from;
  return -1;
}

/**
 * Whether a name can act here. A country or city is only a place after "in", as "the soil of X", or before a thing
 * ("Afghan territory"); a group is always somebody.
 */
function isAgentName(r: Reading, item: NameItem, entry: NameEntry): boolean {
  const { s, lexicon } = r;
  if (entry.kind === "place") return false;
  // a dateline inside the first sentence: "ISLAMABAD: Russia on Wednesday …"
  if (item.from === 0 && /^(:|\(|—|–|-)$/.test(s.form[item.to] ?? ""))
    return s.form[0] !== s.form[0]!.toUpperCase();
  if (
    entry.kind === "group" ||
    entry.kind === "organisation" ||
    entry.kind === "force" ||
    entry.kind === "seat" ||
    entry.kind === "people"
  )
    return true;
  let t = item.to;
  if (isPossessive(s, t)) t++;
  // "Pakistan-Afghanistan border", "Afghan border posts", "Sudan's North Darfur"
  let k = t;
  while (
    k < s.form.length &&
    k < t + 4 &&
    (s.upos[k] === "ADJ" ||
      isHyphen(s.form[k]) ||
      s.upos[k] === "PROPN" ||
      (s.upos[k] === "NOUN" && isNounTag(s, k + 1)))
  )
    k++;
  for (let j = t; j <= k; j++) {
    if (isNounTag(s, j) && isWord(lexicon, "things", lower(s, j))) return false;
    if (j > k - 1) break;
  }
  if (isNounTag(s, k) && isWord(lexicon, "things", lower(s, k))) return false;
  // "the Kuwait invasion", but "the US invasion", "Russia invasion of Ukraine"
  const isSpelt = entry.kind === "state" && /[a-z]/.test(s.form[item.from]!);
  if (isSpelt && isWord(lexicon, "befalling_lands", lower(s, item.to)) && lower(s, item.to + 1) !== "of")
    return false;
  let b = item.from - 1;
  while (
    b >= 0 &&
    (s.upos[b] === "DET" || s.upos[b] === "ADJ" || (s.upos[b] === "ADV" && lower(s, b) !== "not"))
  )
    b--;
  // joined names share what stands before the first: "in Kabul and Kandahar"
  while (
    b > 0 &&
    (/^(and|or)$/.test(s.form[b]!) || (s.form[b] === "," && /^(,|and)$/.test(s.form[item.to] ?? "")))
  ) {
    const other = r.items.find((i) => i.type === "name" && i.to === b);
    if (!other) break;
    b = other.from - 1;
    while (b >= 0 && s.upos[b] === "DET") b--;
  }
  const word = lower(s, b);
  if (isPossessive(s, item.to) || entry.kind === "adjective") return true;
  // "rockets fired at Israel"
  if (isWord(lexicon, "place_prepositions", word) && !(word === "at" && entry.kind === "state")) return false;
  if (word === "of" && isWord(lexicon, "of_places", lower(s, b - 1))) return false;
  // a place after a place: "Goma, Congo", "in Djibo, Burkina Faso"
  if (word === "," && s.upos[b - 1] === "PROPN" && /^[,.)]?$/.test(s.form[item.to] ?? "")) {
    const other = r.items.find((i) => i.type === "name" && i.to === b);
    const kinds = other?.type === "name" ? other.entries.map((e) => e.kind) : [];
    if (!other || kinds.includes("place") || kinds.includes("capital"))
      return (
        !/^(in|at|near|from|to|outside)$/.test(lower(s, (other?.from ?? b - 1) - 1)) && other === undefined
      );
  }
  return true;
}
