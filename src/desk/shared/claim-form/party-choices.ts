import type { Choice } from "../Fields.js";

/** As many choices as a list holds that is still looked through. */
const MOST = 60;
/** Longest code that a ruling takes. */
const LONGEST = 60;

/** Choices whose name or code has the typed words, without those taken already; last, the typed words as a code of their own. */
export function matching(choices: readonly Choice[], typed: string, taken: readonly string[]): Choice[] {
  const words = typed.trim().toLowerCase();
  const found = choices
    .filter((c) => !taken.includes(c.id))
    .filter((c) => c.label.toLowerCase().includes(words) || c.id.toLowerCase().includes(words))
    .slice(0, MOST);
  const isKnown = [...choices.map((c) => c.id), ...choices.map((c) => c.label), ...taken].some(
    (c) => c.toLowerCase() === words,
  );
  const code = typed.trim().slice(0, LONGEST);
  return words === "" || isKnown ? found : [...found, { id: code, label: `${code} (new to the record)` }];
}
