import fc from "fast-check";
import { expect, test } from "vitest";
import { findQuotations } from "./quotes.js";

const inner = (text: string) =>
  findQuotations(text, { start: 0, end: text.length }).map((q) => text.slice(q.inner.start, q.inner.end));

test.each([
  ["“We will respond,” he said.", ["We will respond,"]],
  ['Islamabad said it killed 70 "terrorists," most of them foreign.', ["terrorists,"]],
  ["„Nie wieder“, stand dort; « jamais », said the other.", ["Nie wieder", " jamais "]],
  ["The minister’s aide and the soldiers’ families didn’t speak.", []],
  ["'We didn't fire first,' the army's spokesman said.", ["We didn't fire first,"]],
  ["It called the rebels’ claim ‘a lie’ on Friday.", ["a lie"]],
  ["‘It’s the soldiers’ war,’ she said.", ["It’s the soldiers’ war,"]],
  ["“He told us ‘run’ and we ran,” Amna said.", ["He told us ‘run’ and we ran,", "run"]],
  ['"He said \'go\'," she recalled. "We went."', ["He said 'go',", "go", "We went."]],
  ["In the '90s the rebels' camp held 'em all.", []],
  ["``The border is calm,'' the ministry said.", ["The border is calm,"]],
  ['A ("neutral") force, the so-called "buffer".', ["neutral", "buffer"]],
  ['"We are leaving”, he wrote.', ["We are leaving"]],
])("finds the quotations of %j", (text, expected) => {
  expect(inner(text)).toEqual(expected);
});

test("a speech over paragraphs goes on where a paragraph opens with a mark", () => {
  const text = "“The first day was quiet.\n\n“The second was not,” he said.";
  const found = findQuotations(text, { start: 0, end: text.length });
  expect(found.map((q) => [q.closed, q.continues])).toEqual([
    [false, false],
    [true, true],
  ]);
});

test("a mark that is never closed does not swallow the next paragraph", () => {
  const text = 'He said: "We will stay.\n\nThe army denied "everything" later.';
  expect(inner(text)).toEqual(["We will stay.", "everything"]);
});

test.each([
  ['It killed 70 "terrorists," it said.', true],
  ["A so-called “peace offensive” began.", true],
  ["“No,” he said.", false],
  ["He said: “Never.”", false],
  ["“We will not leave this town,” he said.", false],
])("short quoted words are told from utterances: %j", (text, scare) => {
  expect(findQuotations(text, { start: 0, end: text.length })[0]?.scare).toBe(scare);
});

test("spans lie inside, whatever the text", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "“",
          "”",
          '"',
          "'",
          "’",
          "‘",
          "«",
          "»",
          "„",
          " ",
          "a",
          "s",
          ".",
          ",",
          "\n\n",
          "``",
          "''",
          "\ud800",
        ),
        { maxLength: 80 },
      ),
      (parts) => {
        const text = parts.join("");
        for (const q of findQuotations(text, { start: 0, end: text.length })) {
          expect(q.start).toBeLessThan(q.inner.start);
          expect(q.inner.start).toBeLessThan(q.inner.end);
          expect(q.inner.end).toBeLessThanOrEqual(q.end);
          expect(q.end).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});

test.each(['"', "“", "'", "” ", "' "])("a megabyte of %j is read in linear time", (unit) => {
  const text = unit.repeat(1e6 / unit.length);
  const t0 = performance.now();
  findQuotations(text, { start: 0, end: text.length });
  expect(performance.now() - t0).toBeLessThan(4000);
});
