import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { isFoe } from "./anaphors.js";
import { bare, isOfHouse, type MentionSheet, sideOf } from "./mention-sheet.js";
import { isDayOrMonth, isHyphen, isPossessive, type NameItem, type RoleItem } from "./party-items.js";
import type { OwnersBefore } from "./role-phrase.js";

/** How many words before a noun are looked at. */
const MOST_WORDS = 10;

/** No more words are looked at. */
const STOP = -1;

/** Reads the words before a noun, nearest first, for whose it is. @param end first token of the noun */
export function ownersBefore(sheet: MentionSheet, end: number): OwnersBefore {
  const reader = new WordsBefore(sheet, end);
  let t = end - 1;
  for (let words = 0; t >= 0 && words < MOST_WORDS; words++) t = reader.read(t);
  return reader.found;
}

class WordsBefore {
  readonly found: OwnersBefore;
  private readonly s: Sentence;

  constructor(
    private readonly sheet: MentionSheet,
    private readonly end: number,
  ) {
    this.s = sheet.s;
    this.found = { from: end, sides: [], modifier: null, possessor: -1 };
  }

  /** The token to look at next, or STOP. */
  read(t: number): number {
    const { s, sheet } = this;
    if (sheet.isTaken(t)) return this.mention(t);
    const item = sheet.at[t];
    if (item?.type === "name") return this.name(t, item);
    if (item?.type === "role") return this.noun(item);
    if (isPossessive(s, t)) return this.possessor(t);
    if (s.xpos[t] === "PRP$" || s.xpos[t] === "WP$" || isFoe(s, t, sheet.lexicon)) return this.pronoun(t);
    if (isHyphen(s.form[t - 1]) && (sheet.isWord("backed", lower(s, t)) || sheet.isWord("run", lower(s, t))))
      return this.participle(t);
    if (isHyphen(s.form[t]) && t > 0) return t - 1;
    return this.word(t);
  }

  private get isOpen(): boolean {
    return this.found.sides.length === 0;
  }

  /** "Karenni Freedom Army fighters"; anything else is a phrase of its own. */
  private mention(t: number): number {
    const name = this.sheet.mentions.find((m) => m.to === t + 1 && m.kind === "name");
    if (name && this.isOpen) {
      this.found.sides.push({ party: bare(name.parties[0]!), national: false, item: null });
      this.found.from = name.from;
    }
    return STOP;
  }

  private name(t: number, item: NameItem): number {
    const { sheet, found } = this;
    const entry = item.to - 1 === t ? sheet.entryOf(item) : null;
    if (!entry || item.backed || item.pro || isOfHouse(sheet, item)) return STOP;
    if (entry.kind === "people" && entry.plural) return STOP;
    if (entry.kind === "leader" && !this.isOpen) return STOP;
    const body = this.isOpen ? bodyOver(sheet, item) : null;
    if (body) {
      found.sides.push(sideOf(sheet.entryOf(body)!, body));
      found.from = body.from;
      return STOP;
    }
    if (this.isOpen) this.take([item, ...conjoined(sheet, item)]);
    found.from = Math.min(item.from, found.from);
    return found.from - 1;
  }

  /** The sides of names, nearest first. */
  private take(names: readonly NameItem[]): void {
    const { sheet, found } = this;
    for (const name of names) {
      found.sides.unshift(sideOf(sheet.entryOf(name)!, name));
      found.from = name.from;
    }
  }

  private noun(item: RoleItem): number {
    const { role } = item;
    if (role.kind === "relational" || role.plural) return STOP;
    this.found.modifier ??= role.sector === "UNK" ? null : role.sector;
    this.found.from = item.from;
    return item.from - 1;
  }

  /** @param t the possessive ending */
  private possessor(t: number): number {
    const { sheet, found } = this;
    const owner = sheet.freeName(t - 1);
    if (owner) {
      if (!sheet.entryOf(owner) || owner.pro) return STOP;
      found.from = owner.from;
      this.take([...(this.isOpen ? [owner] : []), ...conjoined(sheet, owner)]);
      return STOP;
    }
    if (!this.isOpen) return STOP;
    const phrase = sheet.mentions.find((m) => m.to === t && m.settled);
    if (!phrase) {
      found.possessor = t - 1;
      return STOP;
    }
    // "the Houthi prisoners' committee" is of the Houthis, whosever the prisoners are
    const named = phrase.role?.kind === "people" ? sheet.items.find((i) => i.from === phrase.from) : null;
    const own = named?.type === "name" ? sheet.entryOf(named) : null;
    if (own) {
      found.sides.push(sideOf(own, named as NameItem));
      found.from = phrase.from;
    } else found.sides.push(...phrase.parties.map((p) => ({ party: bare(p), national: false, item: null })));
    return STOP;
  }

  private pronoun(t: number): number {
    if (this.isOpen) {
      this.found.possessor = t;
      this.found.from = t;
    }
    return STOP;
  }

  /** @param t "backed", "run", behind a hyphen */
  private participle(t: number): number {
    const { sheet, found } = this;
    const owner = sheet.at[t - 2];
    if (owner?.type !== "name" || !this.isOpen) return STOP;
    // "the Iran-backed group": one phrase, in which Iran is not who it is
    if (owner.backed && owner.to === t - 1 && found.possessor < 0) {
      found.from = owner.from;
      return owner.from - 1;
    }
    const entry = owner.runs && !sheet.isTaken(t - 2) ? sheet.entryOf(owner) : null;
    if (!entry) return STOP;
    found.sides.push(sideOf(entry, owner));
    found.from = owner.from;
    return owner.from - 1;
  }

  /** A word that names nobody: what may stand between a noun and whose it is. */
  private word(t: number): number {
    const { s, end, found, sheet } = this;
    const upos = s.upos[t]!;
    // "a |brutal| terrorist attack": the attack is
    if (upos === "ADJ" && isModifier(s, end) && s.head[t] === s.head[end]) return STOP;
    if (upos === "ADJ" || upos === "NOUN" || (upos === "PROPN" && !isDayOrMonth(s.form[t]!))) {
      // another noun phrase's end: "On Friday afternoon police said"
      if (upos === "NOUN" && s.head[t]! < t && !/^(nmod|compound)/.test(s.relation[t]!)) return STOP;
      return this.over(t);
    }
    const isParticiple =
      upos === "VERB" && (s.xpos[t] === "VBN" || sheet.isWord("ing_adjectives", lower(s, t)));
    const isAttribute =
      (t === 0 || isPossessive(s, t - 1) || !/^(NOUN|PROPN|PRON|AUX|PART)$/.test(s.upos[t - 1]!)) &&
      (baseRelation(s, t) === "amod" || /^(DET|NUM)$/.test(s.upos[t - 1] ?? ""));
    if (isParticiple && isAttribute) return this.over(t);
    // "the |internationally| recognised government"
    if (upos === "ADV" && t + 1 === found.from && s.xpos[t + 1] === "VBN" && s.upos[t - 1] === "DET") {
      found.from = t;
      return t - 1;
    }
    return STOP;
  }

  /** The word is part of the phrase, unless it stands before whose it is. */
  private over(t: number): number {
    if (this.isOpen) this.found.from = t;
    return t - 1;
  }
}

const isModifier = (s: Sentence, t: number): boolean =>
  /^(?:compound|amod)/.test(s.relation[t]!) && s.head[t]! > t;

/** "|Amnesty International|'s Nigeria director", "|the WFP|'s Sudan chief": the body whose office for a country it is; null in others. */
function bodyOver(sheet: MentionSheet, item: NameItem): NameItem | null {
  const { s } = sheet;
  if (!isPossessive(s, item.from - 1) || isPossessive(s, item.to)) return null;
  const owner = sheet.at[item.from - 2];
  if (owner?.type !== "name" || sheet.isTaken(owner.from) || owner.backed || owner.pro) return null;
  const kind = sheet.entryOf(owner)?.kind;
  return kind === "organisation" || kind === "group" ? owner : null;
}

const CONJUNCTION = /^(and|or|,|&)$/;

/** "Afghan and" before "Pakistani officials": names joined to one that stands before a noun; nearest first. */
function conjoined(sheet: MentionSheet, item: NameItem): NameItem[] {
  const { s } = sheet;
  const out: NameItem[] = [];
  let t = item.from - 1;
  while (t > 0) {
    const tight = isHyphen(s.form[t]) && s.start[t] === s.end[t - 1];
    if (!CONJUNCTION.test(s.form[t]!) && !tight) break;
    const isListed = s.form[t - 1] === "," && /^(and|or)$/.test(s.form[t]!);
    const other = sheet.freeName(isListed ? t - 2 : t - 1);
    if (!other || other.backed || other.pro) break;
    const isAdjective = other.entries.some((e) => e.kind === "adjective");
    // "would not join NATO, | Peruvian officials said": joined are "Afghan, Pakistani officials"
    const isApart = out.length === 0 && s.form[t] === ",";
    const entry = sheet.entryOf(other);
    const isMember =
      entry !== null &&
      /^(adjective|people|group|organisation|ethnic|force)$/.test(entry.kind) &&
      !(entry.kind === "people" && entry.plural);
    if (!isAdjective && (isApart || !isMember)) break;
    out.push(other);
    t = other.from - 1;
  }
  return out;
}
