import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { findLandmarks } from "./landmark-mentions.js";
import { parseSourceLexicons } from "./lexicons.js";
import { cueOf } from "./line-form.js";

const lexicons = loadSourceLexicons();
const whole = (text: string) => [{ start: 0, end: text.length }];

describe("cues", () => {
  test.each(lexicons.cues.map((cue) => [`${cue.cue} (${cue.kind})`, cue] as const))("%s", (_, cue) => {
    expect(cueOf(cue.yes, [cue]), cue.yes).toBe(cue);
    expect(cueOf(cue.no, lexicons.cues), cue.no).toBeNull();
  });
});

describe("landmarks", () => {
  test.each(lexicons.landmarks.map((landmark) => [landmark.id, landmark] as const))("%s", (_, landmark) => {
    expect(findLandmarks(landmark.yes, whole(landmark.yes), [landmark]), landmark.yes).toHaveLength(1);
    expect(findLandmarks(landmark.no, whole(landmark.no), [landmark]), landmark.no).toHaveLength(0);
  });

  test("ids are unique", () => {
    expect(new Set(lexicons.landmarks.map((landmark) => landmark.id)).size).toBe(lexicons.landmarks.length);
  });

  test("a sentence about another year names another event", () => {
    const text = "Rebels of the M23 also took Goma in 2012, for eleven days.";
    expect(findLandmarks(text, whole(text), lexicons.landmarks)).toEqual([]);
  });
});

test("a malformed entry is named with its file", () => {
  const files = {
    cues: "[]",
    words: "{small: [], goingOn: [], notPlaces: [], placeNames: [], agencies: [], head: {}}",
    landmarks: "- {id: x, what: the war, near: [War], from: 2024-13-01, yes: a, no: b}",
  };
  expect(() => parseSourceLexicons(files)).toThrow(/landmarks\.yaml: 0\.from: not a day/);
});
