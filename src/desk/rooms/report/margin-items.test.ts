import { describe, expect, test } from "vitest";
import type { StandingClaim } from "../../../formats/desk-json.js";
import { LAYERS } from "../../shared/report-text/layers.js";
import type { Coded } from "./coded-claims.js";
import { itemAfter, layersOf, layersValue, marginItems } from "./margin-items.js";

const claim = (id: string, kind: StandingClaim["kind"], start: number): StandingClaim => ({
  id,
  kind,
  start,
  end: start + 5,
  quote: "",
  sources: [],
  speaker: null,
  stance: "asserts",
  certainty: "stated",
  ruling: null,
  incident: null,
  fields: {},
});
const coded = {
  loadedWords: [{ start: 12, end: 20, word: "regime", neutral: "government", party: null }],
  uncoded: [{ start: 40, end: 60, reason: "a heading" }],
} as unknown as Coded;
const claims = [claim("h/e0", "event", 0), claim("h/t0", "toll", 10), claim("h/i0", "diplomacy", 30)];

describe("what stands beside the text", () => {
  test.each<[string[], string | null, string[]]>([
    [["event", "toll"], null, ["h/e0", "h/t0", "h/i0"]],
    [["toll"], null, ["h/t0"]],
    // the claim that is open is there whatever is on
    [["toll"], "h/i0", ["h/t0", "h/i0"]],
    [["event", "loaded", "missed"], null, ["h/e0", "loaded:0", "h/i0", "missed:0"]],
    [[], null, []],
  ])("with %j, open %s", (layers, open, keys) => {
    const on = LAYERS.filter((l) => layers.includes(l));
    expect(marginItems({ coded, claims, layers: on, open, adding: null }).map((i) => i.key)).toEqual(keys);
  });

  test("claims keep their numbers whatever is on", () => {
    const [item] = marginItems({ coded, claims, layers: ["toll"], open: null, adding: null });
    expect(item).toMatchObject({ number: 2 });
  });

  test("a new claim stands at its words", () => {
    const items = marginItems({
      coded,
      claims,
      layers: ["event"],
      open: null,
      adding: { start: 20, end: 25 },
    });
    expect(items.map((i) => i.key)).toEqual(["h/e0", "new", "h/i0"]);
  });
});

test.each<[string | null, 1 | -1, string | null]>([
  [null, 1, "a"],
  [null, -1, "c"],
  ["a", 1, "b"],
  ["c", 1, "c"],
  ["a", -1, "a"],
  ["gone", 1, "a"],
])("from %s by %s: %s", (key, steps, next) => {
  expect(itemAfter([{ key: "a" }, { key: "b" }, { key: "c" }], key, steps)).toBe(next);
});

test.each<[readonly string[] | undefined, string[]]>([
  [undefined, ["says", "event", "toll"]],
  [["none"], []],
  [
    ["loaded", "event"],
    ["event", "loaded"],
  ],
  [["nonsense"], []],
])("layers of the address %j", (value, layers) => {
  expect(layersOf(value, LAYERS)).toEqual(layers);
  if (value && !value.includes("nonsense"))
    expect(layersOf(layersValue(layersOf(value, LAYERS)), LAYERS)).toEqual(layers);
});
test("what is on at first is not in the address", () => {
  expect(layersValue(["toll", "says", "event"])).toBeUndefined();
});
