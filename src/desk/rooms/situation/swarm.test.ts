import { describe, expect, test } from "vitest";
import { type Body, swarm } from "./swarm.js";

/** Bodies spread by a fixed rule, so that the test is the same everywhere. */
const spread = (n: number, width: number, most: number): Body[] =>
  Array.from({ length: n }, (_, k) => ({
    id: `i${k}`,
    x: (k * 7919) % width,
    r: 2.5 + ((k * 104_729) % 100 < 10 ? most : ((k * 31) % 7) / 2),
  }));

function worstOverlap(bodies: readonly Body[], ys: readonly number[], shrink: number): number {
  let worst = 0;
  for (let a = 0; a < bodies.length; a += 1)
    for (let b = a + 1; b < bodies.length; b += 1) {
      const apart = Math.hypot(bodies[a]!.x - bodies[b]!.x, ys[a]! - ys[b]!);
      worst = Math.max(worst, (bodies[a]!.r + bodies[b]!.r) * shrink - apart);
    }
  return worst;
}

describe("swarm", () => {
  test("nothing, and one in the middle", () => {
    expect(swarm([], 100)).toEqual({ ys: [], shrink: 1 });
    expect(swarm([{ id: "a", x: 5, r: 4 }], 100).ys).toEqual([50]);
  });

  test("of two on a day the larger keeps the middle", () => {
    const { ys } = swarm(
      [
        { id: "a", x: 5, r: 3 },
        { id: "b", x: 5, r: 9 },
      ],
      100,
    );
    expect(ys).toEqual([37, 50]);
  });

  test.each([
    [10, 300, 12],
    [200, 900, 14],
    [1000, 1000, 8],
  ])("%d circles on %d px: none over another, all within", (n, width, most) => {
    const bodies = spread(n, width, most);
    const { ys, shrink } = swarm(bodies, 220);
    expect(worstOverlap(bodies, ys, shrink)).toBeLessThan(0.01);
    for (const [k, y] of ys.entries()) {
      expect(y - bodies[k]!.r * shrink).toBeGreaterThanOrEqual(-0.01);
      expect(y + bodies[k]!.r * shrink).toBeLessThanOrEqual(220.01);
    }
  });

  test("too many to fit become smaller, and stay within at the last", () => {
    const bodies = Array.from({ length: 1000 }, (_, k) => ({ id: `i${k}`, x: 10, r: 4 }));
    const { ys, shrink } = swarm(bodies, 60);
    expect(shrink).toBeLessThan(0.3);
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...ys)).toBeLessThanOrEqual(60);
  });

  test("the order in which they are given is nothing to it", () => {
    const bodies = spread(150, 400, 10);
    const there = swarm(bodies, 200);
    const back = swarm([...bodies].reverse(), 200);
    expect([...back.ys].reverse()).toEqual(there.ys);
  });
});
