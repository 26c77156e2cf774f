import { expect, test } from "vitest";
import { type GoldReport, humanFillsOf, type Template } from "./gold.js";

const fill = (...names: string[]) => ({ optional: false, alts: names.map((text) => ({ text })) });
const said = (value: string, ...of: string[]) => ({ optional: false, values: [value], of });

function fillsOf(slot: "numbers" | "effects", t: Partial<Template>) {
  const template = {
    humTargetNames: [],
    humTargetDescriptions: [],
    humTargetNumbers: [],
    humTargetEffects: [],
  };
  const report = { templates: [{ ...template, optional: false, ...t }] } as unknown as GoldReport;
  return humanFillsOf(report, slot).map((f) => [f.names.join("/"), f.values[0]]);
}

test("of two targets with one name each has one of the fills, not both", () => {
  const people = {
    humTargetDescriptions: [fill("PEOPLE"), fill("PEOPLE")],
    humTargetNumbers: [said("3", "PEOPLE"), said("5", "PEOPLE")],
  };
  expect(fillsOf("numbers", people)).toEqual([
    ["PEOPLE", "3"],
    ["PEOPLE", "5"],
  ]);
});

test("a fill is of the target whose names are its own", () => {
  const people = {
    humTargetDescriptions: [fill("PEOPLE", "FARMERS"), fill("PEOPLE")],
    humTargetEffects: [said("INJURY", "PEOPLE"), said("DEATH", "PEOPLE", "FARMERS")],
  };
  expect(fillsOf("effects", people)).toEqual([
    ["PEOPLE/FARMERS", "DEATH"],
    ["PEOPLE", "INJURY"],
  ]);
});

test("one target may have two fills, and a fill nobody", () => {
  const farmers = {
    humTargetDescriptions: [fill("FARMERS")],
    humTargetEffects: [said("DEATH", "FARMERS"), said("INJURY", "FARMERS"), said("NO INJURY", "-")],
  };
  expect(fillsOf("effects", farmers)).toEqual([
    ["FARMERS", "DEATH"],
    ["FARMERS", "INJURY"],
    ["-", "NO INJURY"],
  ]);
});

test("numbers are compared without white space", () => {
  const farmers = { humTargetDescriptions: [fill("FARMERS")], humTargetNumbers: [said("23 -", "FARMERS")] };
  expect(fillsOf("numbers", farmers)).toEqual([["FARMERS", "23-"]]);
});
