/** A card that wants to stand at `top`, beside its words. Pixels. */
export interface Card {
  readonly top: number;
  readonly height: number;
}

/**
 * Tops of cards in the order of the text, so that none lies over another: each at its words where there is room, else right below
 * the card before it. The card numbered `held` stands at its words, and those before it move up as far as they must.
 *
 * @param gap pixels between two cards
 * @param held -1 for none
 */
export function layCards(cards: readonly Card[], gap: number, held = -1): number[] {
  // the least top of each, where all stand as high as they can
  const least = stackCards(cards, gap);
  const tops: number[] = [];
  for (const [k, c] of cards.entries()) {
    const free = k === 0 ? 0 : tops[k - 1]! + cards[k - 1]!.height + gap;
    tops.push(k === held ? Math.max(c.top, least[k]!) : Math.max(c.top, free));
  }
  for (let k = held - 1; k >= 0; k -= 1) tops[k] = Math.min(tops[k]!, tops[k + 1]! - gap - cards[k]!.height);
  return tops;
}

/** Tops of cards that stand one right below the other. */
export function stackCards(cards: readonly Card[], gap: number): number[] {
  const tops: number[] = [];
  for (const k of cards.keys()) tops.push(k === 0 ? 0 : tops[k - 1]! + cards[k - 1]!.height + gap);
  return tops;
}

/** How high a column must be for its cards. */
export const columnHeight = (cards: readonly Card[], tops: readonly number[]): number =>
  cards.length === 0 ? 0 : tops.at(-1)! + cards.at(-1)!.height;

/**
 * Where in a stack of cards the reader is who looks at `line` of the text: halfway between two cards where the line is halfway
 * between their words, so that the stack glides as the text is scrolled.
 *
 * @param words tops of the cards' words, rising
 * @param tops tops of the cards in the stack
 */
export function placeInStack(line: number, words: readonly number[], tops: readonly number[]): number {
  const next = words.findIndex((w) => w >= line);
  if (words.length === 0) return 0;
  if (next < 0) return tops.at(-1)! + (line - words.at(-1)!);
  if (next === 0) return tops[0]! - (words[0]! - line);
  const [from, to] = [words[next - 1]!, words[next]!];
  const share = to === from ? 1 : (line - from) / (to - from);
  return tops[next - 1]! + share * (tops[next]! - tops[next - 1]!);
}
