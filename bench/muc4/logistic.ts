/** Weights of a logistic regression, by feature; "" is the constant. */
export type Weights = Readonly<Record<string, number>>;

/** How likely a candidate with these features is right. */
export function probability(weights: Weights, features: readonly string[]): number {
  let sum = weights[""] ?? 0;
  for (const f of features) sum += weights[f] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

export interface Example {
  readonly features: readonly string[];
  readonly isRight: boolean;
}

/** Rarer features are not learned from. */
const FEWEST = 6;
/** Smaller weights are left out. */
const SMALLEST = 0.02;
/** Chosen, as the shrinking, by cross-validation over the training half. */
const ROUNDS = 12;
const STEP = 0.05;

/** AdaGrad over shuffled examples; the same examples give the same weights. */
export function train(examples: readonly Example[], shrink: number): Weights {
  const index = indexOf(examples);
  const names = ["", ...index.keys()];
  const rows = examples.map(({ features, isRight }) => ({
    active: [0, ...features.flatMap((f) => (index.has(f) ? index.get(f)! + 1 : []))],
    isRight,
  }));
  const weights = new Float64Array(names.length);
  weights[0] = -2;
  const squares = new Float64Array(names.length).fill(1e-3);
  const next = random(7);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(rows, next);
    for (const { active, isRight } of rows) {
      let sum = 0;
      for (const k of active) sum += weights[k]!;
      const error = 1 / (1 + Math.exp(-sum)) - (isRight ? 1 : 0);
      for (const k of active) {
        const slope = error + (k === 0 ? 0 : (shrink / rows.length) * weights[k]!);
        squares[k]! += slope * slope;
        weights[k]! -= (STEP * slope) / Math.sqrt(squares[k]!);
      }
    }
  }
  return Object.fromEntries(
    names
      .map((f, k) => [f, Math.round(100 * weights[k]!) / 100] as const)
      .filter(([, w]) => Math.abs(w) >= SMALLEST),
  );
}

/** The features that are learned from, numbered. */
export function indexOf(examples: readonly Example[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const names = [...counts].flatMap(([f, n]) => (n >= FEWEST ? [f] : []));
  return new Map(names.map((f, k) => [f, k]));
}

export function random(seed: number): () => number {
  let x = seed;
  return () => {
    x = (x * 1103515245 + 12345) % 2147483648;
    return x / 2147483648;
  };
}

function shuffle<T>(list: T[], next: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
