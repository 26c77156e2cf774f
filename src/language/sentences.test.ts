import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_SENTENCE_TOKENS, splitSentences } from "./sentences.js";
import { tokenize } from "./tokens.js";

function sentences(text: string): string[] {
  return splitSentences(text, tokenize(text, { start: 0, end: text.length })).map((s) =>
    text.slice(s[0]!.start, s.at(-1)!.end),
  );
}

test.each([
  ["Gen. Bakr met Lt. Col. Okello. They spoke in Goma.", 2],
  ["The U.S. Army left. The U.S. The rest stayed.", 3],
  ["“We will respond,” he said. “They began it.”", 2],
  ["“Stop!” he said. The guns went on.", 2],
  ["“Where are the envoys?” Minister Sana Haddad asked on Sunday.", 1],
  ['He said: "Both sides lost men." The talks end today.', 2],
  ["The convoy (of 30 trucks.) It left Goma.", 2],
  ["About 3.5 million people fled, the U.N. said.", 1],
  ["Shells fell at 5 p.m. on Monday. Nobody was hurt.", 2],
  ["Shells fell at 5 p.m. The army denied it.", 2],
  ["The army wanted guns, shells, etc. It got none.", 2],
  ["They waited ... and left. They waited... The rain came.", 3],
  ["1. Withdrawal of forces. 2. Release of prisoners.", 2],
  ["The front moved.[17] Nothing else did.", 2],
  ["First paragraph without a stop\n\nSecond paragraph.", 2],
  ["The talks\nwent on.", 1],
  ["J. Smith and M. K. Osman signed it. A. Diallo did not.", 2],
  ["Was it an attack? Nobody knows. al-Shabaab claimed it.", 3],
])("parts %j", (text, n) => {
  expect(sentences(text)).toHaveLength(n);
});

test("a closing quote stays with its sentence", () => {
  expect(sentences("“It was a drone.” The army agreed.")).toEqual(["“It was a drone.”", "The army agreed."]);
});

test("all tokens, in order, none too long", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("Kabul", "said", ".", "?", "”", "“", ")", ",", "U.S.", "the", "\n\n", "..."), {
        maxLength: 700,
      }),
      (words) => {
        const text = words.join(" ");
        const tokens = tokenize(text, { start: 0, end: text.length });
        const parts = splitSentences(text, tokens);
        expect(parts.flat()).toEqual(tokens);
        for (const p of parts) {
          expect(p.length).toBeGreaterThan(0);
          expect(p.length).toBeLessThanOrEqual(MAX_SENTENCE_TOKENS);
        }
      },
    ),
  );
});
