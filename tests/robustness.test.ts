import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { oddInputs } from "../bench/reading/odd-inputs.js";
import type { CodedReport } from "../src/coding/coded-report.js";
import { loadReader, type NodeReader } from "../src/data/load-reader.js";
import { factsOf } from "../src/formats/facts.js";
import { PLAIN, textOf } from "../src/formats/text.js";
import { UnreadableDocument } from "../src/sources/errors.js";
import type { Span } from "../src/text/span.js";

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

const encoder = new TextEncoder();

/** Reads bytes as the command line does; null where they are refused with a message. */
function read(bytes: Uint8Array): CodedReport | null {
  try {
    return reader.traceBytes(bytes, { name: "input.txt", published: "2026-02-27" }).coded;
  } catch (error) {
    if (error instanceof UnreadableDocument) return null;
    throw error;
  }
}

/** Every span of the record lies in the text; what is printed of it prints. */
function expectSound(coded: CodedReport): void {
  const { text } = coded.report;
  const spans: Span[] = [
    ...coded.report.passages,
    ...coded.events,
    ...coded.events.map((e) => e.trigger),
    ...coded.events.flatMap((e) => [...e.actor, ...e.recipient, ...e.broker].map((p) => p.span)),
    ...coded.tolls,
    ...coded.initiatives,
    ...coded.sequences.flatMap((x) => [x, ...(x.toSpan ? [x.toSpan] : [])]),
    ...coded.initiators.flatMap((x) => [x, x.party.span]),
    ...coded.attributions,
    ...coded.attributions.flatMap((a) => [a.cueSpan, ...a.pieces, ...(a.sourceSpan ? [a.sourceSpan] : [])]),
    ...coded.loadedWords,
    ...coded.uncoded,
  ];
  for (const s of spans) {
    expect(s.start).toBeGreaterThanOrEqual(0);
    expect(s.end).toBeGreaterThanOrEqual(s.start);
    expect(s.end).toBeLessThanOrEqual(text.length);
  }
  for (const t of coded.tolls) {
    if (t.count.low !== null && t.count.high !== null) expect(t.count.low).toBeLessThanOrEqual(t.count.high);
  }
  // it goes from thread to thread: it is data and nothing else
  expect(structuredClone(coded)).toEqual(coded);
  expect(JSON.stringify(factsOf(coded)).length).toBeGreaterThan(0);
  expect(textOf(coded, { width: 80, nameOf: reader.nameOf, style: PLAIN })).not.toContain("undefined");
}

describe("odd inputs are read or refused with a message", () => {
  for (const [name, text] of oddInputs(20_000)) {
    test(name, () => {
      const coded = read(encoder.encode(text));
      if (coded) expectSound(coded);
    });
  }
  test.each([
    ["nothing", new Uint8Array()],
    ["NUL bytes", new Uint8Array(1000)],
    ["invalid UTF-8", Uint8Array.from({ length: 400 }, (_, i) => 128 + (i % 128))],
    [
      "words that every object has",
      encoder.encode(
        "Constructor: toString\n\nThe army said constructor soldiers and toString rebels were killed by __proto__ on Friday. Five of valueOf hasOwnProperty died.",
      ),
    ],
    ["a lone byte order mark", Uint8Array.from([0xef, 0xbb, 0xbf])],
  ])("%s", (_, bytes) => {
    const coded = read(bytes);
    if (coded) expectSound(coded);
  });
});

const words = fc.constantFrom(
  ..."the army said Kabul Pakistan killed 12 soldiers “ ” \" ' , . ; : — - ( ) on Friday Islamabad that at least dozens of militants denied talks ceasefire offered to mediate between and \n \n\n not would after airstrikes by in 's its he US-brokered including constructor toString valueOf hasOwnProperty __proto__".split(
    " ",
  ),
);

describe("properties", () => {
  test("any text is read or refused, and every span lies in it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300, unit: "binary" }), fc.string({ maxLength: 300 })),
        (text) => {
          const coded = read(encoder.encode(text));
          if (coded) expectSound(coded);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("words of news in any order", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 80 }), (list) => {
        const coded = read(encoder.encode(list.join(" ")));
        if (coded) expectSound(coded);
      }),
      // a cue whose speaker is nothing but marks
      { numRuns: 200, examples: [[[":", "(", "ceasefire", "on", "said", "Pakistan"]]] },
    );
  });

  test("the same text gives the same record", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (list) => {
        const bytes = encoder.encode(list.join(" "));
        expect(JSON.stringify(read(bytes))).toBe(JSON.stringify(read(bytes)));
      }),
      { numRuns: 40 },
    );
  });
});
