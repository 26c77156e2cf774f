import { createHash } from "node:crypto";

const DIGITS = "0123456789abcdefghijkmnpqrstuvwxyz";

/** A letter and 12 letters and digits that stand for a text: the same on every machine. Two texts share one by chance once in 10^18. */
export function stableId(letter: string, text: string): string {
  let n = createHash("sha256").update(text).digest().readBigUInt64BE(0);
  let id = "";
  const base = BigInt(DIGITS.length);
  for (let k = 0; k < 12; k += 1) {
    id += DIGITS[Number(n % base)];
    n /= base;
  }
  return letter + id;
}
