/**
 * Characters that are there and not seen: controls, soft hyphens, zero-width and bidirectional ones, tags. Joiners are left out
 * where the script or the picture before them needs them.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: as above
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Mn}\p{Mc}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]/gu;

const NAMES: Readonly<Record<string, string>> = {
  "\u00ad": "soft hyphen",
  "\u061c": "Arabic letter mark",
  "\u200b": "zero-width space",
  "\u200c": "zero-width non-joiner",
  "\u200d": "zero-width joiner",
  "\u200e": "left-to-right mark",
  "\u200f": "right-to-left mark",
  "\u202a": "left-to-right embedding",
  "\u202b": "right-to-left embedding",
  "\u202c": "end of an embedding or override",
  "\u202d": "left-to-right override",
  "\u202e": "right-to-left override",
  "\u2060": "word joiner",
  "\u2066": "left-to-right isolate",
  "\u2067": "right-to-left isolate",
  "\u2068": "first strong isolate",
  "\u2069": "end of an isolate",
  "\ufeff": "zero-width no-break space",
};

/** An invisible character by its number, such as "U+202E". */
export const numberOf = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;

/** What an invisible character is called: "U+202E, right-to-left override". */
export const unseenName = (character: string): string => {
  const name = NAMES[character];
  return name ? `${numberOf(character)}, ${name}` : numberOf(character);
};

/** A run of one invisible character. UTF-16 code units into the text, `end` excluded. */
export interface Unseen {
  readonly start: number;
  readonly end: number;
  readonly character: string;
}

/** Runs of invisible characters, in order. */
export function unseenIn(text: string): Unseen[] {
  const found: { start: number; end: number; character: string }[] = [];
  for (const { 0: character, index } of text.matchAll(UNSEEN)) {
    const last = found.at(-1);
    if (last?.end === index && last.character === character) last.end += character.length;
    else found.push({ start: index, end: index + character.length, character });
  }
  return found;
}

/** How many there are of each, most first. */
export function unseenCounts(runs: readonly Unseen[]): { readonly name: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { start, end, character } of runs)
    counts.set(character, (counts.get(character) ?? 0) + (end - start) / character.length);
  return [...counts]
    .map(([character, count]) => ({ name: unseenName(character), count }))
    .sort((a, b) => b.count - a.count);
}
