/** How many party colours there are: --party-0 and on. */
const COLOURS = 8;

/** Where the hash begins: so that the two sides of forty of today's and recent conflicts do not prefer the same colour. */
const BEGIN = 10;

/** The colour that a party's code prefers: the same in every view and on every machine (FNV-1a). */
export function preferredColour(code: string): number {
  let h = BEGIN;
  for (let k = 0; k < code.length; k += 1) h = Math.imul(h ^ code.charCodeAt(k), 0x01000193) >>> 0;
  return ((h ^ (h >>> 15)) >>> 0) % COLOURS;
}

/**
 * Colours of the parties of one view, by number: each has the one that it prefers, so that it has it in every room; only where two
 * prefer the same, the later in the alphabet takes one that nobody there prefers. Beyond eight parties colours are shared; names
 * stand beside them everywhere.
 */
export function partyColours(codes: readonly string[]): Map<string, number> {
  const sorted = [...new Set(codes)].sort();
  const found = new Map<string, number>();
  const taken = new Set<number>();
  const take = (code: string, colour: number) => {
    found.set(code, colour);
    taken.add(colour);
  };
  for (const code of sorted) if (!taken.has(preferredColour(code))) take(code, preferredColour(code));
  for (const code of sorted) {
    if (found.has(code)) continue;
    let colour = preferredColour(code);
    if (taken.size < COLOURS) while (taken.has(colour)) colour = (colour + 1) % COLOURS;
    take(code, colour);
  }
  return found;
}

/** A colour's number as CSS has it; parties without one are in faint ink. */
export const colourVar = (n: number | undefined): string =>
  n === undefined ? "var(--ink-3)" : `var(--party-${n})`;
