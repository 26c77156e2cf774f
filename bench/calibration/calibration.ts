/** A claim with how sure Parley says it is, 0 to 1, and whether it was right. */
export interface Said {
  readonly confidence: number;
  readonly right: boolean;
}

/** Claims of like confidence: how sure they are said to be on average, and how many of them are right. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  readonly said: number;
  readonly right: number;
}

const BINS = 10;

/** Claims in ten bins of equal width; empty ones are left out. */
export function binsOf(claims: readonly Said[]): Bin[] {
  const bins = Array.from({ length: BINS }, (): Said[] => []);
  for (const c of claims) bins[Math.min(BINS - 1, Math.floor(c.confidence * BINS))]!.push(c);
  return bins.flatMap((list, k) =>
    list.length === 0
      ? []
      : [
          {
            from: k / BINS,
            to: (k + 1) / BINS,
            claims: list.length,
            said: list.reduce((sum, c) => sum + c.confidence, 0) / list.length,
            right: list.filter((c) => c.right).length / list.length,
          },
        ],
  );
}

/** Expected calibration error, 0 to 1: how far off what is said is from what is right, over the bins by their claims. */
export function expectedError(claims: readonly Said[]): number {
  return (
    binsOf(claims).reduce((sum, b) => sum + b.claims * Math.abs(b.said - b.right), 0) / (claims.length || 1)
  );
}
