import { beforeAll, describe, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../data/load-reader.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

/** "killed 12 src BEN" for each toll, in the record's order. */
const tolls = (text: string): string[] =>
  reader.readText(text, { id: "t", published: "2025-03-03" }).tolls.map((t) => {
    const from = t.sources.map((p) => p.code ?? "?").join("+");
    return `${t.harm} ${t.count.low}${from === "" ? "" : ` src ${from}`}`;
  });

describe("what a total came to", () => {
  test.each([
    ["COTONOU - The ministry raised the toll from 10 to 12.", ["killed 12 src BEN"]],
    [
      "The government first spoke of 10 dead, but the figure has risen to 12.",
      ["killed 10 src -", "killed 12"],
    ],
    ["The death toll, first put at 10, has since risen to 12.", ["killed 10", "killed 12"]],
    ["The toll was put at 10; it has since climbed to 12.", ["killed 10", "killed 12"]],
    ["Three more soldiers died in hospital on Sunday, bringing the total to 12.", ["killed 3", "killed 12"]],
    // numbers of something else
    ["Ten people were killed. The number of attacks this year has risen to 12.", ["killed 10"]],
    ["Ten people were killed on Sunday, bringing to 22 the number of attacks this month.", ["killed 10"]],
    ["Ten people were killed. The total cost came to 14 million francs.", ["killed 10"]],
    ["Ten people were killed. Inflation has since risen to 12.", ["killed 10"]],
  ])("%s", (text, expected) => {
    expect(tolls(text)).toEqual(expected.map((t) => t.replace(" src -", "")));
  });
});

describe("figures behind a label, as in a table", () => {
  test.each([
    [
      "DHAKA - The toll stands as follows.\n\nTotal dead: 192\nInjured: 640\nMissing: 12",
      ["killed 192", "wounded 640", "missing 12"],
    ],
    ["Killed: at least 14; wounded: 32 (five critically)", ["killed 14", "wounded 32"]],
    ["Wounded: in spirit. Killed: nobody knows.", []],
  ])("%s", (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});

describe("who tells of it", () => {
  test.each([
    // all figures of a list
    [
      "HANOI - The ministry gave the toll as 21 dead, 35 wounded and six missing.",
      ["killed 21 src VNM", "wounded 35 src VNM", "missing 6 src VNM"],
    ],
    [
      "HANOI - The provincial health department had spoken of 31 injured and four dead.",
      ["wounded 31 src VNM", "killed 4 src VNM"],
    ],
    // those of the place, and not of where others are
    [
      "The war has killed 40,000 people in Sudan, according to the UN and local authorities, while researchers in the US put the toll at 150,000.",
      ["killed 40000 src UN+SDN", "killed 150000 src USA"],
    ],
    // around who tells it
    [
      "KABUL - Aircraft bombed Spera district in Khost, killing, Kabul said, nine civilians, five of them children.",
      ["killed 9 src AFG", "killed 5 src AFG"],
    ],
    [
      "GOMA - M23 spokesman Lawrence Kanyuka said the post had fallen. Of the 64 soldiers who had held it, he said by telephone, 27 were dead and 19 had been taken prisoner.",
      ["killed 27 src M23", "captured 19 src M23"],
    ],
  ])("%s", (text, expected) => {
    expect(tolls(text)).toEqual(expected);
  });
});
