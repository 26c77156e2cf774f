/** A circle that has its place in time and wants one across. */
export interface Body {
  readonly id: string;
  /** Pixels. */
  readonly x: number;
  readonly r: number;
}

export interface Swarm {
  /** Middle of each circle, in the order given: pixels from the strip's top. */
  readonly ys: readonly number[];
  /** What every radius is to be multiplied by so that all find room; 1 where they do as they are. */
  readonly shrink: number;
}

const GAP = 1;
const STEP = 0.85;
/** Smaller than a fifth, circles may lie over one another instead. */
const LEAST = 0.2;

/**
 * Lays circles beside one another about the middle of a strip, none over another: the largest first, each as near to the middle
 * as is free at its place in time. Where they need more than the strip's height all become smaller alike. The outcome does not
 * depend on the order in which they are given.
 */
export function swarm(bodies: readonly Body[], height: number): Swarm {
  const order = bodies
    .map((_, k) => k)
    .sort((a, b) => {
      const [p, q] = [bodies[a]!, bodies[b]!];
      return q.r - p.r || p.x - q.x || (p.id < q.id ? -1 : 1);
    });
  for (let shrink = 1; ; shrink *= STEP) {
    const isLast = shrink * STEP < LEAST;
    const ys = laid(bodies, order, shrink, height / 2, isLast);
    if (ys) return { ys, shrink };
  }
}

/** Places at one size; null where they need more room, unless they are to be squeezed in. */
function laid(
  bodies: readonly Body[],
  order: readonly number[],
  shrink: number,
  half: number,
  squeeze: boolean,
): number[] | null {
  const widest = Math.max(1, ...bodies.map((b) => b.r)) * shrink * 2 + GAP;
  const columns = new Map<number, number[]>();
  const ys: number[] = new Array(bodies.length).fill(half);
  for (const k of order) {
    const { x } = bodies[k]!;
    const r = bodies[k]!.r * shrink;
    const column = Math.floor(x / widest);
    const near = [column - 1, column, column + 1].flatMap((c) => columns.get(c) ?? []);
    const gaps: { y: number; reach: number }[] = [];
    for (const other of near) {
      const touch = r + bodies[other]!.r * shrink + GAP;
      const across = touch * touch - (x - bodies[other]!.x) ** 2;
      if (across > 0) gaps.push({ y: ys[other]! - half, reach: Math.sqrt(across) });
    }
    const y = nearestFree(gaps);
    if (Math.abs(y) + r > half && !squeeze) return null;
    const most = Math.max(0, half - r);
    ys[k] = half + Math.min(most, Math.max(-most, y));
    columns.set(column, [...(columns.get(column) ?? []), k]);
  }
  return ys;
}

/** The free height nearest to 0 beside stretches that are taken; above before below. */
function nearestFree(taken: readonly { readonly y: number; readonly reach: number }[]): number {
  const candidates = [0, ...taken.flatMap((t) => [t.y - t.reach, t.y + t.reach])].sort(
    (a, b) => Math.abs(a) - Math.abs(b) || a - b,
  );
  const slack = 1e-6;
  return candidates.find((y) => taken.every((t) => Math.abs(y - t.y) >= t.reach - slack))!;
}
