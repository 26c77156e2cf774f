import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { analyse } from "./analyse.js";
import type { LanguageModel } from "./model.js";
import { decodeNameTable, encodeNameTable, keyOfWords, nameRow } from "./name-table.js";
import { LABELS, labelOf, mayFollow } from "./names.js";

let model: LanguageModel;
beforeAll(async () => {
  model = await loadLanguageModel();
});

function namesIn(text: string): string[] {
  return analyse(text, { start: 0, end: text.length }, model).flatMap((s) =>
    s.names.map((n) => `${n.kind} ${text.slice(s.start[n.from]!, s.end[n.to - 1]!)}`),
  );
}

describe("names", () => {
  test.each([
    ["Governor Oleh Syniehubov said two women were hurt in Kharkiv.", ["PER Oleh Syniehubov", "LOC Kharkiv"]],
    [
      "Colonel Assimi Goita met Sergei Lavrov in Bamako.",
      ["PER Assimi Goita", "PER Sergei Lavrov", "LOC Bamako"],
    ],
    ["Residents fled Barsalogho, a town in Burkina Faso.", ["LOC Barsalogho", "LOC Burkina Faso"]],
    ["The army denied that any soldiers had been killed.", []],
    ["the rebels withdrew on monday, witnesses said.", []],
  ])("finds them in %j", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  test("lie inside their sentence, in order and apart, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "Al",
            "-",
            "Fasher",
            "of",
            "the",
            "Bank",
            "bin",
            "said",
            "I",
            ".",
            ",",
            "M23",
            "'s",
            "É",
          ),
          {
            maxLength: 30,
          },
        ),
        (words) => {
          const text = words.join(" ");
          for (const s of analyse(text, { start: 0, end: text.length }, model)) {
            let last = 0;
            for (const { from, to } of s.names) {
              expect(from).toBeGreaterThanOrEqual(last);
              expect(to).toBeGreaterThan(from);
              last = to;
            }
            expect(last).toBeLessThanOrEqual(s.form.length);
          }
        },
      ),
    );
  });
});

test("a label goes on only from an open one of its kind", () => {
  expect(mayFollow(labelOf(0, "first"), labelOf(0, "last"))).toBe(true);
  expect(mayFollow(labelOf(0, "first"), labelOf(1, "last"))).toBe(false);
  expect(mayFollow(labelOf(0, "first"), LABELS)).toBe(false);
  expect(mayFollow(labelOf(2, "alone"), labelOf(2, "last"))).toBe(false);
  expect(mayFollow(LABELS, labelOf(2, "alone"))).toBe(true);
});

test("a table of names reads back, words and phrases alike", () => {
  const rows = new Map([
    [keyOfWords(["Khan", "Younis"]), { lists: 4, cluster: 0 }],
    [keyOfWords(["Khan"]), { lists: 16, cluster: 9 }],
  ]);
  const { table, length } = decodeNameTable(encodeNameTable(rows));
  expect(length).toBe(8 + 12);
  const row = nameRow(table, keyOfWords(["khan", "younis"]));
  expect([table.lists[row], table.clusters[row]]).toEqual([4, 0]);
  expect(table.clusters[nameRow(table, keyOfWords(["KHAN"]))]).toBe(9);
  expect(nameRow(table, keyOfWords(["Rafah"]))).toBe(0);
  expect(() => decodeNameTable(new Uint8Array(8))).toThrow("not a table of names");
});
