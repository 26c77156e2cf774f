import { expect, test } from "vitest";
import { type CsvValue, csvOf } from "./csv.js";

const one = (value: CsvValue) => csvOf([{ name: "x", of: (v: CsvValue) => v }], [value]);

test.each<[CsvValue, string]>([
  ["plain", "plain"],
  ["", ""],
  [null, ""],
  [0, "0"],
  [-17.5, "-17.5"],
  [false, "false"],
  ["a,b", '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ["two\nlines", '"two\nlines"'],
  ["=1+1", "'=1+1"],
  ["+44", "'+44"],
  ["-5", "'-5"],
  ["@cmd", "'@cmd"],
  ["\tx", "'\tx"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  [["AFG", "PAK"], "AFG; PAK"],
  [["=x"], "'=x"],
  [[], ""],
])("%j is written as %j", (value, written) => {
  expect(one(value)).toBe(`x\n${written}\n`);
});

test("no rows leave the heading", () => {
  expect(csvOf([{ name: "a", of: () => 1 }], [])).toBe("a\n");
});
