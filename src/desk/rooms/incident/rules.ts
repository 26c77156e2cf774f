import type { RollupRule } from "../../../record/rollups.js";

/** How each rule comes to its figures, and what they cannot tell; @see docs/record.md, "Low, best and high". */
export const RULE_METHOD: Record<RollupRule, { readonly how: string; readonly limit: string }> = {
  "per-source": {
    how: "The range runs from the lowest to the highest figure that any source gives. No best figure is chosen.",
    limit: "It does not say which source is nearer to what happened.",
  },
  ucdp: {
    how: "Best comes from the best class of sources that gives a figure: sides about their own forces and third bodies with access; then local officials, witnesses and other third parties; then a side about its enemy. High is the highest figure of all.",
    limit:
      "The class of a source says nothing about this one figure, and an early figure weighs as much as a late one.",
  },
  lowest: {
    how: "The lowest figure reported; what a side says of its enemy is left out where anybody else gives a figure.",
    limit: "It is a floor: who is found or dies later may be missing.",
  },
  independent: {
    how: "Only figures of named or unnamed sources that are no party to the incident.",
    limit:
      "Such sources often repeat what a side told them; where a report does not say so, it cannot be seen.",
  },
  official: {
    how: "Only figures of the sides themselves and of unnamed officials.",
    limit: "Sides tend to count their own losses low and those of the enemy high.",
  },
  latest: {
    how: "All figures that stand from the last day on which any source gave one.",
    limit: "Later is not always better: it may only be later that a side spoke.",
  },
};
