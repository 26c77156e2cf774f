/** What is learnt from: named features, and whether it was right. */
export interface Example {
  readonly features: Readonly<Record<string, number>>;
  readonly right: boolean;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

const STEPS = 30;
/** Hardly any pull: enough for two features that always go together. */
const FREE = 1e-6;

/**
 * Logistic regression by Newton's method; `pull` draws the weights towards nought (half of it times the sum of their squares is
 * added to the loss), the bias and the feature named `free` not.
 */
export function fitLogistic(examples: readonly Example[], pull: number, free = ""): Fitted {
  const names = [...new Set(examples.flatMap((e) => Object.keys(e.features)))].sort();
  const n = names.length + 1;
  const rows = examples.map((e) => [1, ...names.map((name) => e.features[name] ?? 0)]);
  const pulls = ["", ...names].map((name, k) => (k === 0 || name === free ? FREE : pull));
  let w = new Array<number>(n).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = w.map((x, k) => -pulls[k]! * x);
    const curve = w.map((_, i) => w.map((__, k) => (i === k ? pulls[i]! : 0)));
    rows.forEach((row, r) => {
      const p = logistic(row.reduce((sum, x, k) => sum + x * w[k]!, 0));
      const off = Number(examples[r]!.right) - p;
      for (let i = 0; i < n; i++) {
        if (row[i] === 0) continue;
        gradient[i]! += off * row[i]!;
        for (let k = 0; k < n; k++) curve[i]![k]! += p * (1 - p) * row[i]! * row[k]!;
      }
    });
    const change = solve(curve, gradient);
    w = w.map((x, k) => x + change[k]!);
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  return { bias: w[0]!, weights: Object.fromEntries(names.map((name, k) => [name, w[k + 1]!])) };
}

/** How often such an example is right, 0 to 1. */
export function shareOf({ bias, weights }: Fitted, features: Example["features"]): number {
  let score = bias;
  for (const [name, value] of Object.entries(features)) score += (weights[name] ?? 0) * value;
  return logistic(score);
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** The solution of a small system of linear equations, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const a = matrix.map((row, k) => [...row, right[k]!]);
  const n = a.length;
  for (let c = 0; c < n; c++) {
    let top = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r]![c]!) > Math.abs(a[top]![c]!)) top = r;
    [a[c], a[top]] = [a[top]!, a[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = a[r]![c]! / a[c]![c]!;
      for (let k = c; k <= n; k++) a[r]![k]! -= factor * a[c]![k]!;
    }
  }
  return a.map((row, k) => row[n]! / row[k]!);
}
