/** Marks that names lose when they are compared: combining accents, apostrophes of all kinds, hamza and ayn, stops. */
const DROPPED = /[\p{M}'’‘`´ʼʻʿʾ.]/gu;
const PLAIN = /^[a-z ]*$/;

/**
 * The form in which names are compared: lower case, no accents, apostrophes or stops, hyphens as spaces. "Sana'a" is
 * "sanaa", "Deir al-Balah" is "deir al balah". The same form for all writings of one spelling; other spellings are variants.
 */
export function foldName(name: string): string {
  const low = name.toLowerCase();
  if (PLAIN.test(low)) return low;
  return low
    .normalize("NFKD")
    .replace(DROPPED, "")
    .replace(/[\s\-‐-―/]+/g, " ")
    .replace(/ø/g, "o")
    .replace(/[đð]/g, "d")
    .replace(/ł/g, "l")
    .replace(/ı/g, "i")
    .replace(/ß/g, "ss")
    .trim();
}
