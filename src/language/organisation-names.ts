import { hashWord } from "./feature-hash.js";
import { MAX_PHRASE, NAME_LISTS, type NameTable, nameRow, phraseKey } from "./name-table.js";

const ORGANISATION = 1 << NAME_LISTS.indexOf("organisation");
const CAPITAL = /^\p{Lu}/u;

/**
 * The capitalised words of a listed organisation's name of which the tagger took one for a verb: "|Human| |Rights| |Watch| called for …",
 * "|Save| the |Children|".
 *
 * @param forms words of one sentence
 * @param xpos their Penn tags
 * @param table of names; phrases longer than MAX_PHRASE are not looked for
 * @returns indices of those words, each once
 */
export function misreadNames(forms: readonly string[], xpos: readonly string[], table: NameTable): number[] {
  const out = new Set<number>();
  for (let i = 0; i < forms.length; i++) {
    if (!CAPITAL.test(forms[i]!)) continue;
    let key = hashWord(forms[i]!);
    for (let j = i + 1; j < Math.min(forms.length, i + MAX_PHRASE); j++) {
      key = phraseKey(key, hashWord(forms[j]!));
      if (!CAPITAL.test(forms[j]!) || !(table.lists[nameRow(table, key)]! & ORGANISATION)) continue;
      const words = Array.from({ length: j + 1 - i }, (_, k) => i + k).filter((k) => CAPITAL.test(forms[k]!));
      if (words.some((k) => /^(?:VB|MD)/.test(xpos[k]!))) for (const k of words) out.add(k);
    }
  }
  return [...out];
}
