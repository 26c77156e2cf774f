import { describe, expect, test } from "vitest";
import { freeNames, placedLabels, type Wanted } from "./labels.js";

const at = (words: string, x: number, y: number): Wanted => ({ key: words, words, x, y, radius: 6 });

const size = { width: 900, height: 500 };

describe("names beside places", () => {
  test.each<[string, Wanted[], [string, string][]]>([
    ["alone: to the right", [at("Kabul", 100, 100)], [["Kabul", "start"]]],
    [
      "the right is taken by another place: to the left",
      [at("Kabul", 100, 100), at("Torkham", 130, 100)],
      [
        ["Kabul", "end"],
        ["Torkham", "start"],
      ],
    ],
    [
      "both sides are taken: below",
      [at("Kabul", 100, 100), at("A", 85, 100), at("B", 115, 100)],
      [
        ["Kabul", "middle"],
        ["A", "end"],
        ["B", "start"],
      ],
    ],
  ])("%s", (_, wanted, expected) => {
    expect(placedLabels(wanted, size).map((p) => [p.words, p.anchor])).toEqual(expected);
  });

  test("no room: left out", () => {
    const around = [
      [85, 100],
      [115, 100],
      [100, 120],
      [100, 82],
    ].map(([x, y]) => at(`${x}`, x!, y!));
    expect(placedLabels([at("Kabul", 100, 100), ...around], size).map((p) => p.words)).not.toContain("Kabul");
  });

  test("no two names stand on one another", () => {
    const wanted = Array.from({ length: 300 }, (_, k) =>
      at(`Place ${k}`, (k * 7919) % 900, (k * 104729) % 500),
    );
    const boxes = placedLabels(wanted, size).map((p) => {
      const width = p.words.length * 6.3;
      const left = p.anchor === "start" ? p.x : p.anchor === "end" ? p.x - width : p.x - width / 2;
      return { left, right: left + width, y: p.y };
    });
    for (const [k, a] of boxes.entries())
      for (const b of boxes.slice(k + 1))
        expect(a.left < b.right && b.left < a.right && Math.abs(a.y - b.y) < 14).toBe(false);
  });
});

test("at the edge a name stands where it is not cut off", () => {
  expect(placedLabels([at("Ubon Ratchathani", 880, 100)], size)[0]!.anchor).toBe("end");
});

test("names of countries give way to places, and to one another", () => {
  const kabul = at("Kabul", 100, 100);
  const names = ["Afghanistan", "Pakistan", "India", "China"].map((name, k) => ({
    name,
    x: [110, 300, 320, 600][k]!,
    y: 100,
  }));
  expect(freeNames(names, [kabul], placedLabels([kabul], size)).map((n) => n.name)).toEqual([
    "Pakistan",
    "China",
  ]);
});
