import { expect, test } from "vitest";
import { grow, votersOf } from "./forest.js";

const example = (isRight: boolean, ...features: string[]) => ({ features, isRight });
const times = <T>(n: number, x: T): T[] => Array.from({ length: n }, () => x);

test("trees learn what is right only together", () => {
  const votes = votersOf(
    grow([
      ...times(20, example(true, "killed", "recent")),
      ...times(20, example(false, "killed", "old")),
      ...times(20, example(false, "arrested", "recent")),
    ]),
  );
  expect(votes(["killed", "recent"])).toBeGreaterThan(0.9);
  expect(votes(["killed", "old"])).toBeLessThan(0.1);
  expect(votes(["arrested", "recent"])).toBeLessThan(0.1);
});

test("the same examples give the same trees", () => {
  const examples = [...times(8, example(true, "a", "b")), ...times(8, example(false, "b", "c"))];
  expect(grow(examples)).toEqual(grow(examples));
});

test("a tree is read from its numbers: feature, where those with it go on, shares below zero", () => {
  const votes = votersOf({ features: ["killed"], trees: ["0 3 -21 -81", "-1"] });
  expect(votes(["killed"])).toBe(0.4);
  expect(votes(["wounded"])).toBe(0.1);
});
