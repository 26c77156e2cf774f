import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { countriesOf, countryLabels, type LandFile, landPath, wholeName } from "./land.js";
import { fitted } from "./mercator.js";

const countries = countriesOf(createRequire(import.meta.url)("world-atlas/countries-110m.json") as LandFile);
const size = { width: 900, height: 600 };
const sudan = fitted([{ longitude: 30, latitude: 15, km: 600 }], size);

test("countries lie on the map, the date line notwithstanding", () => {
  expect(countries).toHaveLength(177);
  for (const { rings, name } of countries)
    for (const r of rings) {
      expect(r.west, name).toBeGreaterThanOrEqual(0);
      expect(r.east, name).toBeLessThanOrEqual(1);
      expect(r.points.length % 2).toBe(0);
    }
  // no ring runs right across the map as one that is not cut would
  const fiji = countries.find((c) => c.name === "Fiji")!;
  expect(Math.max(...fiji.rings.map((r) => r.east - r.west))).toBeLessThan(0.1);
});

describe("outlines", () => {
  test("of what is seen alone", () => {
    const path = landPath(countries, sudan, size, 0);
    const world = landPath(countries, fitted([], size), size, 0);
    expect(path.match(/M/g)!.length).toBeLessThan(25);
    expect(world.match(/M/g)!.length).toBeGreaterThan(150);
    expect(path).toMatch(/^(M-?\d+\.\d,-?\d+\.\d(L-?\d+\.\d,-?\d+\.\d)*Z)+$/);
  });

  test("where there is only sea, none", () => {
    const sea = fitted([{ longitude: -140, latitude: -20, km: 50 }], size);
    expect(landPath(countries, sea, size)).toBe("");
  });
});

describe("names of countries", () => {
  test("stand in the country, in the part that is seen", () => {
    const labels = countryLabels(countries, sudan, size);
    expect(labels.map((l) => l.name)).toContain("Sudan");
    for (const l of labels) {
      expect(l.x).toBeGreaterThan(0);
      expect(l.x).toBeLessThan(size.width);
    }
    const [x, y] = [labels.find((l) => l.name === "Sudan")!.x, labels.find((l) => l.name === "Sudan")!.y];
    expect(Math.hypot(x - 450, y - 300)).toBeLessThan(150);
  });

  test("close in, the one country around", () => {
    const elFasher = fitted([{ longitude: 25.35, latitude: 13.63, km: 0 }], size);
    expect(countryLabels(countries, elFasher, size).map((l) => l.name)).toEqual(["Sudan"]);
  });

  test("from afar, those that have room", () => {
    const names = countryLabels(countries, fitted([], size), size).map((l) => l.name);
    expect(names).toContain("Russia");
    expect(names).not.toContain("Lebanon");
  });
});

test.each([
  ["S. Sudan", "South Sudan"],
  ["Dem. Rep. Congo", "DR Congo"],
  ["Central African Rep.", "Central African Republic"],
  ["Bosnia and Herz.", "Bosnia and Herzegovina"],
  ["Solomon Is.", "Solomon Islands"],
  ["Côte d'Ivoire", "Côte d'Ivoire"],
])("%s is written %s", (short, whole) => expect(wholeName(short)).toBe(whole));
