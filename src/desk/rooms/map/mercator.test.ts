import { describe, expect, test } from "vitest";
import {
  fitted,
  fromWindow,
  kmPerPixel,
  moved,
  project,
  ringAround,
  SCALES,
  scaleBar,
  toWindow,
  unproject,
  viewOfWords,
  viewWords,
  zoomAround,
} from "./mercator.js";

const size = { width: 800, height: 500 };

describe("points", () => {
  test.each([
    ["where the meridian meets the equator", 0, 0, 0.5, 0.5],
    ["the far west", -180, 0, 0, 0.5],
    ["Kabul", 69.17, 34.53, 0.6921, 0.3976],
    ["Luanda, south of the equator", 13.23, -8.84, 0.5368, 0.5247],
  ])("%s", (_, longitude, latitude, x, y) => {
    const p = project(longitude, latitude);
    expect(p.x).toBeCloseTo(x, 3);
    expect(p.y).toBeCloseTo(y, 3);
    expect(unproject(p).longitude).toBeCloseTo(longitude, 6);
    expect(unproject(p).latitude).toBeCloseTo(latitude, 6);
  });

  test("the poles stay on the map", () => {
    expect(project(0, 90).y).toBeGreaterThan(0);
    expect(project(0, -90).y).toBeLessThan(1);
  });
});

describe("a ring around a place", () => {
  test.each([
    ["at the equator", 0],
    ["at 33° north", 33],
    ["at 55° south", -55],
  ])("%s is as far on every side", (_, latitude) => {
    for (const p of ringAround(30, latitude, 100)) {
      const at = unproject(p);
      const north = (at.latitude - latitude) * 111.32;
      const east = (at.longitude - 30) * 111.32 * Math.cos((((at.latitude + latitude) / 2) * Math.PI) / 180);
      expect(Math.hypot(north, east)).toBeGreaterThan(99);
      expect(Math.hypot(north, east)).toBeLessThan(101);
    }
  });
});

describe("moving", () => {
  const view = { ...project(66.4, 31), scale: 20_000 };

  test("what is under the pointer stays there when zoomed", () => {
    const at = { x: 130, y: 410 };
    const next = zoomAround(view, 1.7, at, size);
    const before = fromWindow(at, view, size);
    const after = fromWindow(at, next, size);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  test("no closer and no farther than the map has something to show", () => {
    expect(zoomAround(view, 1e9, { x: 0, y: 0 }, size).scale).toBe(SCALES.most);
    expect(zoomAround(view, 1e-9, { x: 0, y: 0 }, size).scale).toBe(SCALES.least);
  });

  test("pixels to the east", () => {
    expect(toWindow(view, moved(view, 40, 0), size)).toEqual({ x: expect.closeTo(360, 6), y: 250 });
  });

  test("never off the earth", () => {
    expect(moved(view, 1e9, 0).x).toBe(1);
    expect(moved(view, 0, -1e9).y).toBeGreaterThan(0);
  });
});

describe("fitting", () => {
  const elFasher = { longitude: 25.35, latitude: 13.63, km: 0 };

  test("one place stands in the middle with the land around it", () => {
    const view = fitted([elFasher], size);
    expect(unproject(view).latitude).toBeCloseTo(13.63, 6);
    const across = kmPerPixel(view.scale, 13.63) * size.height;
    expect(across).toBeGreaterThan(160);
    expect(across).toBeLessThan(260);
  });

  test("far places are all in the window, circles whole", () => {
    const circles = [
      elFasher,
      { longitude: -73, latitude: 8.5, km: 300 },
      { longitude: 103.27, latitude: 14.35, km: 25 },
    ];
    const view = fitted(circles, size);
    for (const c of circles) {
      const at = toWindow(project(c.longitude, c.latitude), view, size);
      const r = c.km / kmPerPixel(view.scale, c.latitude);
      expect(at.x - r).toBeGreaterThanOrEqual(0);
      expect(at.x + r).toBeLessThanOrEqual(size.width);
    }
  });

  test("nothing: the inhabited earth", () => {
    expect(fitted([], size).scale).toBeGreaterThan(500);
  });

  test("a window that is not laid out yet", () => {
    expect(fitted([elFasher], { width: 0, height: 0 }).scale).toBe(SCALES.least);
  });
});

test.each([
  [1, 120, 100],
  [0.37, 120, 20],
  [7.4, 120, 500],
  [40, 120, 2000],
])("at %s km a pixel, %s pixels hold a bar of %s km", (kmOfPixel, pixels, km) => {
  expect(scaleBar(kmOfPixel, pixels)).toEqual({ km, pixels: km / kmOfPixel });
});

describe("addresses", () => {
  test("a view comes back as it was", () => {
    const view = { ...project(66.4, 31.01), scale: 20_000 };
    const again = viewOfWords(viewWords(view))!;
    expect(again.x).toBeCloseTo(view.x, 5);
    expect(again.y).toBeCloseTo(view.y, 5);
    expect(again.scale / view.scale).toBeCloseTo(1, 2);
  });

  test.each([undefined, "", "66", "a,b,c", "66,31", "400,31,5", "1,2,NaN"])("%j is no view", (words) => {
    expect(viewOfWords(words)).toBeNull();
  });
});
