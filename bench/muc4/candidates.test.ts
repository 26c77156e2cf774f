import { expect, test } from "vitest";
import { loadReader } from "../../src/data/load-reader.js";
import { candidatesOf } from "./candidates.js";
import { rolesOf } from "./roles.js";
import type { Asked } from "./tellings.js";

const reader = await loadReader();

/** What a report may tell in a role, of each entity the first candidate: name, number, effect. */
function toldIn(asked: Asked, text: string) {
  const dated = `QUITO, 12 March 1990 - ${text}`;
  const trace = reader.traceBytes(new TextEncoder().encode(dated), { name: "made.txt", id: "made" });
  const all = candidatesOf(trace, reader.resources, rolesOf(trace, reader.resources));
  const seen = new Set<number>();
  return all
    .filter((c) => c.asked === asked && !seen.has(c.entity) && seen.add(c.entity))
    .map((c) => [c.name.toLowerCase(), c.number, c.effect]);
}

test("a noun that is a person's title is the person", () => {
  expect(toldIn("Human", "Judge Elena Paredes was killed in Loja. The judge was shot at her home.")).toEqual([
    ["elena paredes", "1", "DEATH"],
  ]);
});

test("parts of one name are one person", () => {
  const told = toldIn("Victim", "Gunmen killed Elena Paredes in Loja. Paredes was buried today.");
  expect(told.map(([name]) => name)).toEqual(["elena paredes"]);
});

test("targets have the number and the effect of their count", () => {
  const told = toldIn("Human", "Four farmers were killed in Loja. Five miners were wounded.");
  expect(told).toContainEqual(["farmers", "4", "DEATH"]);
  expect(told).toContainEqual(["miners", "5", "INJURY"]);
});

test("the dead and the wounded are two, though only one of the counts says of whom", () => {
  const told = toldIn(
    "Human",
    "Four people were killed and twelve wounded in Loja. The people were in a market.",
  );
  expect(told).toEqual([
    ["people", "4", "DEATH"],
    ["people", "12", "INJURY"],
  ]);
});

test("whom nothing names is called by what became of them, once", () => {
  expect(toldIn("Human", "The blast in Loja left nine dead and more than 40 injured.")).toEqual([
    ["dead", "9", "DEATH"],
    ["injured", "40-", "INJURY"],
  ]);
  const told = toldIn(
    "Human",
    "A bomb killed nine farmers in Loja. The nine deaths were confirmed by the police.",
  );
  expect(told.filter(([, number]) => number === "9")).toEqual([["farmers", "9", "DEATH"]]);
});

test("a word for anybody is nobody's title", () => {
  const told = toldIn(
    "Human",
    "One person was killed in Loja. The other person is Elena Paredes, who was wounded.",
  );
  expect(told).toContainEqual(["person", "1", "DEATH"]);
});

test("weapons and things that are struck", () => {
  const text = "Guerrillas attacked the town hall of Loja with grenades.";
  expect(toldIn("Weapon", text).map(([name]) => name)).toEqual(["grenades"]);
  expect(toldIn("Target", text).map(([name]) => name)).toEqual(["town hall"]);
  expect(toldIn("PerpInd", text).map(([name]) => name)).toEqual(["guerrillas"]);
});
