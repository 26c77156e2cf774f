import { expect, test } from "vitest";
import type { Candidate } from "./candidates.js";
import { choose, type Models } from "./choose.js";
import type { Asked } from "./tellings.js";

const candidate = (asked: Asked, entity: number, name: string, ...features: string[]): Candidate => ({
  asked,
  entity,
  name,
  start: 0,
  features,
  number: "1",
  effect: null,
  toll: null,
});

const weights = { "": -3, killed: 4, named: 1 };
const models: Models = {
  weights: {
    PerpInd: weights,
    PerpOrg: weights,
    Target: weights,
    Victim: weights,
    Weapon: weights,
    Human: weights,
  },
  forest: (features) => (features.includes("killed") ? 0.8 : features.includes("sees it") ? 1 : 0),
};
const names = (candidates: readonly Candidate[]) => choose(candidates, models).map((c) => c.name);

test("of each entity the likeliest name, the likeliest entity first", () => {
  const given = [
    candidate("Human", 0, "teacher", "killed"),
    candidate("Human", 1, "Mora", "killed"),
    candidate("Human", 1, "Ana Mora", "killed", "named"),
  ];
  expect(names(given)).toEqual(["Ana Mora", "teacher"]);
});

test("what is not likely enough is left out", () => {
  expect(names([candidate("Human", 0, "teacher"), candidate("Weapon", 0, "rifle")])).toEqual([]);
});

test("human targets, and only they, are chosen by trees as well", () => {
  expect(
    names([candidate("Human", 0, "teacher", "sees it"), candidate("Victim", 0, "Mora", "sees it")]),
  ).toEqual(["teacher"]);
});

test("a name is given once in a role, but two groups of people may have one", () => {
  expect(
    names([candidate("Weapon", 0, "bomb", "killed"), candidate("Weapon", 1, "the bomb", "killed")]),
  ).toEqual(["bomb"]);
  expect(
    names([candidate("Human", 0, "people", "killed"), candidate("Human", 1, "people", "killed")]),
  ).toEqual(["people", "people"]);
});
