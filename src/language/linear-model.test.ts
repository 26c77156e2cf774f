import { expect, test } from "vitest";
import { feature, hashWord } from "./feature-hash.js";
import { decodeLinearModel, encodeLinearModel, scoreClasses, WEIGHT_SCALE } from "./linear-model.js";

const rows = {
  classes: 3,
  // In rising order as unsigned numbers.
  keys: Int32Array.from([5, 70_000, -3]),
  counts: Uint8Array.from([2, 1, 1]),
  entryClass: Uint8Array.from([0, 2, 1, 2]),
  entryWeight: Float32Array.from([127, -127, 31.75, -0.5]),
};

function scores(features: number[]): number[] {
  const out = new Int32Array(3);
  scoreClasses(decodeLinearModel(encodeLinearModel(rows)), Int32Array.from(features), features.length, out);
  return [...out].map((s) => s / WEIGHT_SCALE);
}

test("scores are sums over the rows of the features present", () => {
  expect(scores([])).toEqual([0, 0, 0]);
  expect(scores([5])).toEqual([127, 0, -127]);
  // Weights are stored in 127 steps, fine near zero and coarse far from it.
  expect(Math.abs(scores([5, 999, 70_000])[1]! - 31.75)).toBeLessThan(1);
  expect(scores([-3])[2]).toBeCloseTo(-0.5, 1);
});

test("bytes that are no model are refused", () => {
  expect(() => decodeLinearModel(new Uint8Array(40))).toThrow("PLM1");
  expect(() => decodeLinearModel(encodeLinearModel(rows).slice(0, -1))).toThrow("cut short");
});

test("digits and case do not matter to the hash of a word; 0 stands for no word", () => {
  expect(hashWord("Kabul")).toBe(hashWord("KABUL"));
  expect(hashWord("1,200")).toBe(hashWord("3,456"));
  expect(hashWord("")).not.toBe(0);
  expect(feature(1, 2, 3)).not.toBe(feature(2, 2, 3));
});
