import { describe, expect, test } from "vitest";
import { largestRadius, legendFigures, mainToll, niceAbove, tollScale } from "./toll-scale.js";

const cell = (harm: string, low: number | null, best: number | null, high: number | null) => ({
  harm,
  party: null,
  kind: "unknown",
  verdict: "single-source" as const,
  low,
  best,
  high,
  open: false,
});

describe("the figure that an incident is drawn by", () => {
  test.each([
    ["none", [], undefined],
    ["no one killed", [cell("wounded", 4, 4, 4)], undefined],
    ["killed without a figure", [cell("killed", null, null, null)], undefined],
    ["the highest best", [cell("killed", 1, 3, 90), cell("killed", 7, 7, 7), cell("wounded", 99, 99, 99)], 7],
    ["not a sum", [cell("killed", 5, 5, 5), cell("killed", 5, 5, 5)], 5],
    ["nobody killed is a figure", [cell("killed", 0, 0, 30)], 0],
  ])("%s", (_, cells, best) => expect(mainToll(cells)?.best).toBe(best));

  test("of equals the one with the higher high", () => {
    expect(mainToll([cell("killed", 5, 5, 5), cell("killed", 5, 5, 9)])?.high).toBe(9);
  });
});

describe("the scale of areas", () => {
  test("areas are in proportion", () => {
    const { radius, cap } = tollScale([100, 25], 20);
    expect(cap).toBe(100);
    expect(radius(100)).toBe(20);
    expect(radius(25)).toBe(10);
  });

  test("a figure far beyond the others is capped", () => {
    const bests = [...Array.from({ length: 40 }, (_, k) => k + 1), 58_801];
    const { radius, cap } = tollScale(bests, 20);
    expect(cap).toBe(50);
    expect(radius(58_801)).toBe(radius(50));
  });

  test.each([[[]], [[0]], [[1]]])("%j: something is to be seen", (bests) => {
    const { radius, cap } = tollScale(bests, 20);
    expect(cap).toBe(5);
    expect(radius(0)).toBeGreaterThan(0);
  });

  test.each([
    [1, 5],
    [5, 5],
    [11, 20],
    [201, 500],
    [5001, 10_000],
  ])("nice above %d: %d", (n, nice) => expect(niceAbove(n)).toBe(nice));

  test.each([
    [1, 34],
    [100, 24],
    [1000, 10],
  ])("the largest of %d circles: %d px", (n, r) => expect(largestRadius(n)).toBe(r));

  test("figures of the legend", () => {
    expect(legendFigures(tollScale([480], 20))).toEqual([10, 100, 500]);
    expect(legendFigures(tollScale([3], 20))).toEqual([1, 5]);
  });
});
