import { describe, expect, test } from "vitest";
import { arcPath, arcsOf, marksOf, radiusOf } from "./marks.js";
import type { MapIncident, Spot } from "./spots.js";

const spot = (name: string, longitude: number, latitude: number, count: number, km = 0): Spot => ({
  key: name,
  name,
  country: "SDN",
  precision: km === 0 ? "exact" : "province",
  longitude,
  latitude,
  km,
  incidents: Array.from({ length: count }, (_, k) => ({ id: `${name}${k}` }) as MapIncident),
});
const khartoum = spot("Khartoum", 32.53, 15.55, 9);
const omdurman = spot("Omdurman", 32.48, 15.64, 3);
const elFasher = spot("El Fasher", 25.35, 13.63, 5);

describe("marks", () => {
  test.each<[string, Spot[], number, [string, number, number][]]>([
    ["nothing", [], 20_000, []],
    [
      "far apart",
      [khartoum, elFasher],
      20_000,
      [
        ["Khartoum", 1, 9],
        ["El Fasher", 1, 5],
      ],
    ],
    [
      "near ones are one from afar, under the biggest",
      [khartoum, elFasher, omdurman],
      20_000,
      [
        ["Khartoum", 2, 12],
        ["El Fasher", 1, 5],
      ],
    ],
    [
      "and two from close",
      [khartoum, omdurman],
      400_000,
      [
        ["Khartoum", 1, 9],
        ["Omdurman", 1, 3],
      ],
    ],
    ["from very far all are one", [khartoum, elFasher, omdurman], 300, [["Khartoum", 3, 17]]],
  ])("%s", (_, spots, scale, expected) => {
    expect(marksOf(spots, scale).map((m) => [m.key, m.spots.length, m.incidents.length])).toEqual(expected);
  });

  test("no mark covers another, also after it has grown", () => {
    const many = Array.from({ length: 300 }, (_, k) =>
      spot(`p${k}`, 20 + ((k * 7919) % 97) / 10, 10 + ((k * 104729) % 89) / 10, 1 + (k % 4)),
    );
    const marks = marksOf(many, 5000);
    for (const [k, a] of marks.entries())
      for (const b of marks.slice(k + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y) * 5000).toBeGreaterThan(0.85 * (a.radius + b.radius));
  });

  test("a mark has a broken line where none of its places is exact", () => {
    const north = spot("North Kordofan", 30, 13.8, 2, 100);
    expect(marksOf([north], 20_000)[0]!.isLoose).toBe(true);
    expect(marksOf([khartoum, { ...north, longitude: 32.53, latitude: 15.55 }], 20_000)[0]!.isLoose).toBe(
      false,
    );
  });

  test("every incident is in one mark, two thousand places quickly", () => {
    const many = Array.from({ length: 2000 }, (_, k) =>
      spot(`p${k}`, (k * 7919) % 160, ((k * 104729) % 100) - 50, 1 + (k % 4)),
    );
    const began = performance.now();
    const marks = marksOf(many, 2000);
    expect(performance.now() - began).toBeLessThan(200);
    expect(marks.reduce((sum, m) => sum + m.incidents.length, 0)).toBe(5000);
  });
});

test("a mark's area grows with its incidents, up to what a map can bear", () => {
  expect([1, 2, 10, 100, 5000].map((n) => Math.round(radiusOf(n)))).toEqual([6, 11, 15, 26, 26]);
});

describe("rings", () => {
  test("cut by who acted, what is contested apart", () => {
    expect(
      arcsOf([
        { actor: "PAK", share: 3, contested: 1 },
        { actor: null, share: 1, contested: 0 },
      ]),
    ).toEqual([
      { from: 0, to: 0.5, actor: "PAK", isContested: false },
      { from: 0.5, to: 0.75, actor: "PAK", isContested: true },
      { from: 0.75, to: 1, actor: null, isContested: false },
    ]);
  });

  test.each([
    ["a quarter", 0, 0.25, 10, 6, "M0.00,-10.00A10,10 0 0 1 10.00,-0.00L6.00,-0.00A6,6 0 0 0 0.00,-6.00Z"],
    ["a slice of three quarters", 0.25, 1, 10, 0, "M10.00,-0.00A10,10 0 1 1 -0.00,-10.00L0,0Z"],
    ["all of a disc", 0, 1, 10, 0, "M0,-10A10,10 0 1 1 0,10A10,10 0 1 1 0,-10Z"],
  ])("%s", (_, from, to, outer, inner, path) => {
    expect(arcPath(from, to, outer, inner)).toBe(path);
  });
});
