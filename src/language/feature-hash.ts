/**
 * Features of the linear models are 32-bit integers: a template number mixed with up to three integer atoms. There is no
 * vocabulary file; two features that collide share weights, which with a few million of them is one in a thousand.
 */

/** A feature of one, two or three atoms. Unused atoms are 0. */
export function feature(template: number, a: number, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ a;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ c;
  h = Math.imul(h ^ (h >>> 16), 0x27d4eb2f);
  return (h ^ (h >>> 14)) | 0;
}

const FNV_BASIS = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a over the UTF-16 code units of a word, lone surrogates included, regardless of case and with every ASCII digit read
 * as 0: "1,200" and "3,400" are one word.
 */
export function hashWord(form: string): number {
  let h = FNV_BASIS;
  const lower = lowerCase(form);
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i);
    h = Math.imul(h ^ (c >= 48 && c <= 57 ? 48 : c), FNV_PRIME);
  }
  return finish(h);
}

/** As `toLowerCase`, without making a new string where nothing changes. */
export function lowerCase(form: string): string {
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i);
    if ((c >= 65 && c <= 90) || c > 127) return form.toLowerCase();
  }
  return form;
}

/** 0 is kept free: it stands for "no word" in every template. */
function finish(h: number): number {
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = (h ^ (h >>> 12)) | 0;
  return h === 0 ? 1 : h;
}
