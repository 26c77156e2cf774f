/** How many party colours there are: --party-0 and on. */
const COLOURS = 8;

/** The colour that a party's code prefers: the same in every view and on every machine (FNV-1a). */
export function preferredColour(code: string): number {
  let h = 0x811c9dc5;
  for (let k = 0; k < code.length; k += 1) h = Math.imul(h ^ code.charCodeAt(k), 0x01000193) >>> 0;
  return h % COLOURS;
}

/**
 * Colours of the parties of one view, by number: each has the one that it prefers, and where two prefer the same the later in the
 * alphabet takes the next that is free. Beyond eight parties colours are shared; names stand beside them everywhere.
 */
export function partyColours(codes: readonly string[]): Map<string, number> {
  const taken = new Set<number>();
  const found = new Map<string, number>();
  for (const code of [...new Set(codes)].sort()) {
    let colour = preferredColour(code);
    if (taken.size < COLOURS) while (taken.has(colour)) colour = (colour + 1) % COLOURS;
    taken.add(colour);
    found.set(code, colour);
  }
  return found;
}

/** A colour's number as CSS has it; parties without one are in faint ink. */
export const colourVar = (n: number | undefined): string =>
  n === undefined ? "var(--ink-3)" : `var(--party-${n})`;
