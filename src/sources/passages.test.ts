import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { readDocument } from "./read-document.js";

const lexicons = loadSourceLexicons();
const folder = join(import.meta.dirname, "../../tests/fixtures/sources/passages");
const KINDS: Record<string, string> = {
  H: "headline",
  D: "dateline",
  B: "body",
  S: "subheading",
  C: "caption",
  I: "interruption",
};

/** A labelled report: its text, and the kind and words of each of its passages. */
function labelled(source: string): { text: string; expected: [kind: string, words: string][] } {
  const lines: string[] = [];
  const expected: [string, string][] = [];
  for (const row of source.trimEnd().split("\n")) {
    const bar = row.indexOf("|");
    const label = row.slice(0, bar);
    const words = row.slice(bar + 2);
    if (label === "D+B") {
      const [dateline = "", body = ""] = words.split(" @ ");
      lines.push(`${dateline} ${body}`);
      expected.push(["dateline", dateline.replace(/\s*[-—:]$/, "")], ["body", body]);
    } else if (label === "B+") {
      lines.push(words);
      expected.at(-1)![1] += `\n${words}`;
    } else {
      lines.push(words);
      if (label !== "") {
        const colon = label === "B" ? /^(\p{Lu}+): (.*)$/u.exec(words) : null;
        if (colon) expected.push(["dateline", colon[1]!], ["body", colon[2]!]);
        else expected.push([KINDS[label]!, words]);
      }
    }
  }
  return { text: lines.join("\n"), expected };
}

describe("labelled reports", () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", (name) => {
    const { text, expected } = labelled(readFileSync(join(folder, name), "utf8"));
    const report = readDocument(new TextEncoder().encode(text), { name }, lexicons);
    expect(report.passages.map((passage) => [passage.kind, text.slice(passage.start, passage.end)])).toEqual(
      expected,
    );
  });
});
