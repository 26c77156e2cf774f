import { expect, test } from "vitest";
import { PLACE_PRECISIONS } from "../../../coding/claim.js";
import { isDrawn, PRECISION } from "./precision.js";

test.each([
  ["exact", 0],
  ["near", 25],
  ["district", 30],
  ["province", 100],
  ["region", 250],
  ["water-air", 150],
  ["country", null],
  ["unresolved", null],
] as const)("%s: %s km", (precision, km) => {
  expect(PRECISION[precision].km).toBe(km);
  expect(isDrawn(precision)).toBe(km !== null);
});

test("every precision has a radius and words, and says its radius", () => {
  expect(Object.keys(PRECISION)).toEqual(expect.arrayContaining([...PLACE_PRECISIONS]));
  for (const { km, meaning } of Object.values(PRECISION)) if (km) expect(meaning).toContain(`${km} km`);
});
