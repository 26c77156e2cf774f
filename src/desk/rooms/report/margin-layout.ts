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
  const least = [0];
  for (const [k, c] of cards.entries()) least.push(least[k]! + c.height + gap);
  const tops: number[] = [];
  for (const [k, c] of cards.entries()) {
    const free = k === 0 ? 0 : tops[k - 1]! + cards[k - 1]!.height + gap;
    tops.push(k === held ? Math.max(c.top, least[k]!) : Math.max(c.top, free));
  }
  for (let k = held - 1; k >= 0; k -= 1) tops[k] = Math.min(tops[k]!, tops[k + 1]! - gap - cards[k]!.height);
  return tops;
}

/** How high a column must be for its cards. */
export const columnHeight = (cards: readonly Card[], tops: readonly number[]): number =>
  cards.length === 0 ? 0 : tops.at(-1)! + cards.at(-1)!.height;
