import { lower, type Sentence } from "../language/sentence.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import { isBody, type MentionSheet, sideOf } from "./mention-sheet.js";
import { ownersBefore } from "./owners-before.js";
import { readBehind } from "./owners-behind.js";
import type { Sector } from "./party.js";
import { withBracket } from "./party-forms.js";
import { isCapitalised, isHyphen, isNounTag, type RoleItem } from "./party-items.js";
import { personNameAt } from "./persons.js";
import { partiesOfRole, partyOfSide } from "./role-parties.js";
import type { RolePhrase } from "./role-phrase.js";

/** Puts what nouns name on the sheet: "Pakistani Foreign Ministry spokesman Tahir Andrabi", "the army". */
export function readRoles(sheet: MentionSheet): void {
  for (const item of sheet.items) {
    if (item.type !== "role" || sheet.isTaken(item.from) || sheet.isTaken(item.to - 1)) continue;
    if (isModifierOnly(sheet, item)) continue;
    const phrase = rolePhrase(sheet, item);
    if (!isParty(sheet, phrase)) continue;
    const whole = roleMention(sheet, phrase);
    const shared = sharedRole(sheet, phrase);
    if (shared) sheet.push(shared);
    sheet.push(whole);
  }
}

const ACTING = new Set<Sector | null>(["MIL", "COP", "REB", "UAF", "CRM", "PRM", "SPY", "GOV"]);

/** "refugee camp", "hostage deal": one of the unarmed before another noun names a matter, not a party. */
function isModifierOnly(sheet: MentionSheet, { to, role }: RoleItem): boolean {
  const { s, items } = sheet;
  if (role.plural || role.kind === "office") return false;
  // "Bukkuyum Local |Government| Area", "the Government Hospital"
  const isPlace = ["kinds_of_place", "houses"].some((name) => sheet.isWord(name, lower(s, to)));
  if (role.kind === "body" && isPlace) return true;
  // "the opposition National Unity Government"
  if (items.some((i) => i.type === "name" && i.from === to && isBody(i.entries[0]!))) return true;
  if (ACTING.has(role.sector)) return false;
  const next = isHyphen(s.form[to]) ? to + 1 : to;
  return s.upos[next] === "NOUN" && !items.some((i) => i.type === "role" && i.from === next);
}

function rolePhrase(sheet: MentionSheet, first: RoleItem): RolePhrase {
  const { s, lexicon, at } = sheet;
  let role = first;
  let modifier: Sector | null = null;
  // The last of a row of nouns is the head: "army media wing spokesman".
  for (let next = nextRole(sheet, role); next; next = nextRole(sheet, role)) {
    modifier = role.role.sector === "UNK" ? modifier : role.role.sector;
    role = next;
  }
  const before = ownersBefore(sheet, first.from);
  const phrase: RolePhrase = {
    ...before,
    modifier: modifier ?? before.modifier,
    role,
    to: role.to,
    person: null,
  };
  const { kind, plural } = role.role;
  const mayBePerson = kind !== "force" && kind !== "body" && !(plural && kind === "people");
  const person = mayBePerson ? personNameAt(lexicon, s, role.to, at) : null;
  if (person) {
    phrase.to = person.to;
    phrase.person = person.name;
  }
  readBehind(sheet, phrase);
  phrase.to = withBracket(s, phrase.to);
  return phrase;
}

/** The noun that follows another directly, or after one plain noun ("army media wing"); null where none does. */
function nextRole(sheet: MentionSheet, { role, to }: RoleItem): RoleItem | null {
  const { s, at } = sheet;
  const t = isHyphen(s.form[to]) ? to + 1 : to;
  const direct = at[t];
  if (direct?.type === "role" && direct.from === t) {
    // "the rebels people fear" is no compound; a plural before a noun rarely is
    const last = lower(s, to - 1);
    const isCompound =
      !role.plural || /(forces|services|affairs|guards|troops|ss)$/.test(last) || last === "police";
    return isCompound && !sheet.isTaken(t) ? direct : null;
  }
  if (!isNounTag(s, t) || direct !== null || isCapitalised(s.form[t]) || role.plural) return null;
  const skipped = at[t + 1];
  return skipped?.type === "role" &&
    skipped.from === t + 1 &&
    s.head[t] === skipped.to - 1 &&
    !sheet.isTaken(skipped.from)
    ? skipped
    : null;
}

/** Whether a noun with its modifiers names somebody at all. */
function isParty(sheet: MentionSheet, phrase: RolePhrase): boolean {
  const { s } = sheet;
  const { role } = phrase.role;
  if (phrase.sides.length > 0) {
    // "the former Soviet republic" is none of the Soviet Union
    const isFormer = /^(former|ex)$/.test(lower(s, phrase.from - 1));
    return !(isFormer && /^(republic|state|country|kingdom)$/.test(role.noun));
  }
  if (phrase.person !== null) return true;
  const isMarked = isDefinite(s, phrase);
  const isSource = phrase.modifier !== null && /^(source|commander)$/.test(role.noun);
  if (role.kind === "relational" && !isMarked && !isSource) return false;
  // "government drones", "army aircraft" are the state's; of other drones nothing says whose they are
  const ofForce = phrase.modifier === "GOV" || phrase.modifier === "MIL";
  if (phrase.possessor < 0 && !ofForce && sheet.isWord("equipment", role.noun)) return false;
  if (isMarked) return true;
  // "authorities" are of the place, unlike "an authority"
  const needsSide = sheet.isWord("needs_side", role.noun) && !(role.plural && role.noun === "authority");
  const isAnyBody =
    role.kind === "body" && !role.plural && role.sector === "UNK" && s.upos[phrase.from - 1] === "DET";
  return !needsSide && !isAnyBody;
}

/** "the envoy", "its army": can point back; but "a figure that security sources reject". */
const isDefinite = (s: Sentence, { from, possessor, role }: RolePhrase): boolean =>
  possessor >= 0 ||
  /^(the|this|these|those|both|its|their|his|her)$/.test(lower(s, from - 1)) ||
  (lower(s, from - 1) === "that" && !role.role.plural) ||
  s.xpos[from] === "PRP$";

const roleMention = (sheet: MentionSheet, phrase: RolePhrase): MentionDraft =>
  mention(sheet.s, {
    from: phrase.from,
    to: phrase.to,
    kind: phrase.person !== null ? "person" : "description",
    parties: partiesOfRole(sheet, phrase),
    agent: isAgent(sheet, phrase),
    person: phrase.person,
    role: phrase.role.role,
    possessor: phrase.possessor,
    definite: isDefinite(sheet.s, phrase),
    head: headOf(sheet.s, phrase),
  });

/** The noun of the phrase, or what it hangs on inside the phrase (a name after a title). */
function headOf(s: Sentence, phrase: RolePhrase): number {
  let head = phrase.role.to - 1;
  for (let steps = 0; steps < 8; steps++) {
    const h = s.head[head]!;
    // conjoined or possessing nouns stand above it in the tree and are not what it names
    if (h < phrase.from || h >= phrase.to || h < phrase.role.from || !isNounTag(s, h)) break;
    head = h;
  }
  return head;
}

function isAgent(sheet: MentionSheet, phrase: RolePhrase): boolean {
  const { s } = sheet;
  const { noun } = phrase.role.role;
  const isPlace = sheet.isWord("placelike", noun);
  if (phrase.person === null) {
    const next = isHyphen(s.form[phrase.to]) ? phrase.to + 1 : phrase.to;
    // "police station", "army base"
    if (s.upos[next] === "NOUN" && sheet.isWord("things", lower(s, next))) return false;
    // "the embassy bombings", "the ministry blast"
    if ((isPlace || /ministry$/.test(noun)) && sheet.isWord("befalling", lower(s, next))) return false;
  }
  if (!isPlace) return true;
  let t = phrase.from - 1;
  while (t >= 0 && (s.upos[t] === "DET" || s.upos[t] === "ADJ")) t--;
  return !sheet.isWord("place_prepositions", lower(s, t));
}

/** "eight |Afghan| and two Pakistani troops": the first adjective gets a mention of its own with the noun's sector; null where there is none. */
function sharedRole(sheet: MentionSheet, phrase: RolePhrase): MentionDraft | null {
  const { s } = sheet;
  const first = phrase.from - 1;
  let t = first;
  const isOfNumber = () =>
    s.upos[t] === "NUM" || /^(the|at|least|some|about|more|than|around|several)$/.test(lower(s, t));
  while (t >= 0 && isOfNumber()) t--;
  if (t === first || !/^(and|or|,)$/.test(s.form[t] ?? "")) return null;
  const item = sheet.items.find((i) => i.to === t && i.type === "name");
  if (item?.type !== "name" || sheet.isTaken(item.from)) return null;
  const entry = sheet.entryOf(item);
  if (!entry || !item.entries.some((e) => e.kind === "adjective" || e.kind === "ethnic")) return null;
  const side = sideOf({ ...entry, kind: "adjective" }, item);
  return mention(s, {
    from: item.from,
    to: item.to,
    kind: "description",
    parties: [partyOfSide(sheet.lexicon, side, phrase)],
    agent: true,
    role: phrase.role.role,
    head: item.to - 1,
  });
}
