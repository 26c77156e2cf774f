import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { readDocument } from "./read-document.js";

const lexicons = loadSourceLexicons();
const folder = join(import.meta.dirname, "../../tests/fixtures/sources/pages");
const names = readdirSync(folder).filter((name) => /\.(?:html|md)$/.test(name) && name !== "README.md");

describe("saved pages and Markdown", () => {
  test.each(names)("%s", (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, ".expected.json")), "utf8"));
    const report = readDocument(readFileSync(join(folder, name)), { name }, lexicons);
    const { passages, ...fields } = expected;
    const found = report.passages.map((passage, i): [string, string] => {
      const words = report.text.slice(passage.start, passage.end);
      return [passage.kind, words.slice(0, passages[i]?.[1].length ?? words.length)];
    });
    expect(found).toEqual(passages);
    expect(report).toMatchObject(fields);
  });
});

test("a page without JSON-LD that anyone can parse is still read", () => {
  const page = `<html><head><script type="application/ld+json">{"@type": NewsArticle}</script></head><body><p>Two soldiers were killed by a mine near the crossing, the governor said.</p></body></html>`;
  const report = readDocument(
    new TextEncoder().encode(page),
    { name: "x", mediaType: "text/html" },
    lexicons,
  );
  expect(report.text).toBe("Two soldiers were killed by a mine near the crossing, the governor said.");
});
