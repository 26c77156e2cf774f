import type { Sentence } from "../language/sentence.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import { MentionSheet } from "./mention-sheet.js";
import { readNames } from "./name-mentions.js";
import type { BareReport, Issuer } from "./parsed-report.js";
import { shortNameOf, unseenGroupAt, withBracket } from "./party-forms.js";
import { type Item, isCapitalised, NO_NAMES, type OwnName, type OwnNames, scanItems } from "./party-items.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";
import { linkPersons } from "./persons.js";
import { readRoles } from "./role-mentions.js";

/**
 * Finds the words that name a party, in order and not overlapping, for each sentence of a report.
 *
 * Surface chunks over the lexicon's names and nouns are the base; the tree only chooses the head of a phrase and decides
 * where "from X" hangs. Persons take the party of the office that the report names with them.
 */
export function findMentions(
  parsed: BareReport,
  lexicon: PartyLexicon,
  issuer: Issuer | null = null,
): MentionDraft[][] {
  const words = new Set<string>();
  for (const s of parsed.sentences) for (const f of s.form) if (isCapitalised(f)) words.add(f);
  const scan = (own: OwnNames) => parsed.sentences.map((s) => scanItems(lexicon, s, words, own));
  const read = (items: readonly (readonly Item[])[]) => {
    const countries = countriesNamed(items);
    return parsed.sentences.map((s, i) => mentionsOf(new MentionSheet(s, items[i]!, lexicon, countries)));
  };
  const first = read(scan(NO_NAMES));
  const own = new Map([
    ...namesOfIssuer(issuer, words, lexicon),
    ...namesGiven(parsed.sentences, first, words, lexicon),
  ]);
  // Twice: a short name may be used before the sentence that gives it.
  return linkPersons(parsed, own.size === 0 ? first : read(scan(own)), lexicon);
}

/** The short names that a report gives parties: "(RSF)", "known as Rada", or uses for them. */
function namesGiven(
  sentences: readonly Sentence[],
  mentions: readonly (readonly MentionDraft[])[],
  words: ReadonlySet<string>,
  lexicon: PartyLexicon,
): OwnNames {
  const own = new Map<string, OwnName>();
  sentences.forEach((s, i) => {
    for (const m of mentions[i]!) {
      const p = m.parties[0];
      // an office or a person is known as something else than its side
      if (!p?.code || m.parties.length > 1 || m.person !== null) continue;
      const forms =
        shortNameOf(s, m.from, m.to) ?? initialsOf(s, m, words) ?? headOfName(s, m, sentences, lexicon);
      if (forms && !own.has(forms[0]!)) own.set(forms[0]!, { forms, party: p });
    }
  });
  return own;
}

/** "the |Front|", in a communiqué of one. */
function namesOfIssuer(
  issuer: Issuer | null,
  words: ReadonlySet<string>,
  lexicon: PartyLexicon,
): (readonly [string, OwnName])[] {
  const party = issuer?.parties[0];
  if (!issuer || !party || issuer.parties.length > 1 || party.code === party.country) return [];
  const heads = [...words].filter(
    (w) =>
      issuer.words.has(w.toLowerCase()) &&
      (w === party.code || isWord(lexicon, "recalled_heads", w.toLowerCase())),
  );
  return heads.map((w) => [w, { forms: [w], party }]);
}

/** "the ISF", in a report that names the "Iraqi Security Forces": the first letters of a name of three words or more. */
function initialsOf(s: Sentence, m: MentionDraft, words: ReadonlySet<string>): readonly string[] | null {
  const named = s.form.slice(m.from, m.to).filter(isCapitalised);
  const initials = named.map((f) => f[0]).join("");
  return named.length > 2 && initials === initials.toUpperCase() && words.has(initials) ? [initials] : null;
}

/** "the |Clan| had frozen the talks", in a report that names the "Clan del Golfo": with a capital, and with nothing behind it. */
function headOfName(
  s: Sentence,
  m: MentionDraft,
  sentences: readonly Sentence[],
  lexicon: PartyLexicon,
): readonly string[] | null {
  const head =
    m.to - m.from > 1 && m.kind === "name"
      ? s.form
          .slice(m.from, m.to)
          .find((f) => isCapitalised(f) && isWord(lexicon, "recalled_heads", f.toLowerCase()))
      : undefined;
  if (head === undefined || m.parties[0]!.code === m.parties[0]!.country) return null;
  const standsAlone = (x: Sentence) =>
    x.form.some(
      (f, t) =>
        f === head &&
        t > 0 &&
        /^the$/i.test(x.form[t - 1]!) &&
        !isCapitalised(x.form[t + 1]) &&
        !/^(?:of|for|del|de)$/.test(x.form[t + 1] ?? ""),
    );
  return sentences.some(standsAlone) ? [head] : null;
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

/** The mentions of one sentence, in order. */
function mentionsOf(sheet: MentionSheet): MentionDraft[] {
  readUnseenGroups(sheet);
  readRoles(sheet);
  readNames(sheet);
  return sheet.mentions.sort((a, b) => a.from - b.from);
}

/** Groups that the lexicon does not know, by their form. */
function readUnseenGroups(sheet: MentionSheet): void {
  const { s, lexicon, at } = sheet;
  for (let t = 0; t < s.form.length; t++) {
    const group = unseenGroupAt(lexicon, s, t, at);
    if (!group || sheet.isTaken(group.from)) continue;
    const to = withBracket(s, group.to);
    sheet.push(mention(s, { from: group.from, to, kind: "name", parties: [group.party], agent: true }));
    t = group.to - 1;
  }
}
