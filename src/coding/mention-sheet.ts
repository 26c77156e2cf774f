import type { Sentence } from "../language/sentence.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";
import { type Item, isCapitalised, isHyphen, isNounTag, type NameItem } from "./party-items.js";
import { isWord, type NameEntry, type NameKind, type PartyLexicon } from "./party-lexicon.js";

/** One sentence with the names and nouns of the lexicon in it, and the mentions as they are found. */
export class MentionSheet {
  readonly mentions: MentionDraft[] = [];
  /** The name or noun that covers each token, or null. */
  readonly at: readonly (Item | null)[];
  private readonly taken: Uint8Array;

  constructor(
    readonly s: Sentence,
    readonly items: readonly Item[],
    readonly lexicon: PartyLexicon,
    /** How often the report names each country. */
    readonly countries: ReadonlyMap<string, number>,
  ) {
    const at = new Array<Item | null>(s.form.length).fill(null);
    for (const i of items) at.fill(i, i.from, i.to);
    this.at = at;
    this.taken = new Uint8Array(s.form.length);
  }

  /** Adds a mention, in place of those that share a token with it. */
  push(m: MentionDraft): void {
    for (let k = this.mentions.length - 1; k >= 0; k--) {
      const other = this.mentions[k]!;
      if (other.from < m.to && m.from < other.to) this.mentions.splice(k, 1);
    }
    this.taken.fill(1, m.from, m.to);
    this.mentions.push(m);
  }

  /** Whether a mention has held a token. */
  isTaken(t: number): boolean {
    return this.taken[t] === 1;
  }

  /** The name that covers a token and is nobody's yet, or null. */
  freeName(t: number): NameItem | null {
    const item = this.at[t];
    return item?.type === "name" && !this.isTaken(t) ? item : null;
  }

  isWord(name: string, word: string): boolean {
    return isWord(this.lexicon, name, word);
  }

  /** Which of several parties of one name is meant: one whose country the report names, else the first; null where that names none of them. */
  entryOf(item: NameItem): NameEntry | null {
    const { s, countries } = this;
    const possible = item.entries.filter(
      (e) => !e.inCountry || (e.country !== null && countries.has(e.country)),
    );
    if (possible.length === 0) return null;
    const people = possible.find((e) => e.kind === "people");
    const adjective = possible.find((e) => e.kind === "adjective");
    if (people && adjective) {
      const isBeforeNoun = isNounTag(s, item.to) || s.upos[item.to] === "ADJ" || isHyphen(s.form[item.to]);
      return isBeforeNoun ? adjective : people;
    }
    if (possible.length === 1) return possible[0]!;
    const named = (e: NameEntry) => countries.get(e.country ?? "") ?? 0;
    // "the Joint Chiefs of Staff": of the country that the report names most, where several have them
    if (possible.every((e) => e.kind === "force"))
      return possible.reduce((a, b) => (named(b) > named(a) ? b : a));
    const others = possible.filter((e) => named(e) > 0 && e.kind !== "organisation");
    return others.length === 1 ? others[0]! : possible[0]!;
  }
}

/** A side that words before or behind a noun give it. */
export interface Side {
  readonly party: NamedParty;
  /** By a nationality ("Afghan", "Afghanistan's") and not as a member ("Taliban"). */
  readonly national: boolean;
  readonly item: NameItem | null;
}

const NATIONAL = new Set<NameKind>(["state", "adjective", "people", "capital", "place", "ethnic"]);

export const sideOf = (entry: NameEntry, item: NameItem): Side => ({
  party: bare(entry),
  national: NATIONAL.has(entry.kind),
  item,
});

export const bare = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: p.sector });

const BODY = new Set<NameKind>(["group", "organisation", "force"]);

export const isBody = ({ kind }: NameEntry): boolean => BODY.has(kind);

/** Whether a nation's adjective before capitals is part of a building's name: "the Saudi Maternity Hospital", "the American University". */
export function isOfHouse({ s, lexicon }: MentionSheet, item: NameItem): boolean {
  if (!item.entries.some((e) => e.kind === "adjective")) return false;
  for (let t = item.to; t < item.to + 4 && isCapitalised(s.form[t]); t++)
    if (isWord(lexicon, "houses", s.form[t]!.toLowerCase())) return true;
  return false;
}
