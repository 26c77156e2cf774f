import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenize } from "./tokens.js";

const forms = (text: string) =>
  tokenize(text, { start: 0, end: text.length })
    .map((t) => t.form)
    .join(" ");

test.each([
  ["They don't, can’t and cannot say.", "They do n't , ca n’t and can not say ."],
  ["Pakistan’s army and the soldiers' families", "Pakistan ’s army and the soldiers ' families"],
  ["a cross-border raid by Islamabad-based units", "a cross - border raid by Islamabad - based units"],
  [
    "anti-government, non-combatants, ex-rebels, mid-October",
    "anti-government , non-combatants , ex-rebels , mid-October",
  ],
  ["Qatar- and Turkiye-mediated talks", "Qatar - and Turkiye - mediated talks"],
  ["S-400 batteries and JF-17s", "S - 400 batteries and JF - 17s"],
  ["M23, AFC/M23 and the FDLR", "M23 , AFC / M23 and the FDLR"],
  ["overnight on Oct 11/12", "overnight on Oct 11/12"],
  ["dated 2026-02-27 and 27/02/2026", "dated 2026-02-27 and 27/02/2026"],
  ["about 10-12 men", "about 10 - 12 men"],
  ["worth $2.5m, Rs500 or US$3bn", "worth $ 2.5 m , Rs 500 or US$ 3 bn"],
  ["7.62mm rounds, 1,000 of them, 50% spent", "7.62 mm rounds , 1,000 of them , 50 % spent"],
  ["at 5:30am, the 20th in the 1990s", "at 5:30 am , the 20th in the 1990s"],
  ["Gen. Bakr met Lt. Col. J. Okello.", "Gen. Bakr met Lt. Col. J. Okello ."],
  ["the U.S.-led force left the U.K.", "the U.S. - led force left the U.K."],
  ["No. 5 said no.", "No. 5 said no ."],
  ["on Mar. 3 in the Mar. Then", "on Mar. 3 in the Mar . Then"],
  ["It was Plan B. The army left.", "It was Plan B . The army left ."],
  ["“No…” he said—‘never’!", "“ No … ” he said — ‘ never ’ !"],
  [
    "see https://example.org/a?b=1). Or mail desk@example.org.",
    "see https://example.org/a?b=1 ) . Or mail desk@example.org .",
  ],
  ["@ministry wrote #ceasefire", "@ministry wrote #ceasefire"],
  ["Sana'a, O’Brien and Ta’izz", "Sana'a , O’Brien and Ta’izz"],
  ["al-Qaeda and Tehreek-e-Taliban", "al - Qaeda and Tehreek - e - Taliban"],
  ["and/or (both) [sic]", "and / or ( both ) [ sic ]"],
  ["Kha\u00adrtoum fell\u200b.\u202eNow", "Khartoum fell . Now"],
  ["the ’90s and 2024's", "the ’90s and 2024 's"],
])("parts %j", (text, expected) => {
  expect(forms(text)).toBe(expected);
});

test("tokens stay inside their span", () => {
  const text = "before. The U.S. army";
  expect(tokenize(text, { start: 8, end: 15 }).map((t) => t.form)).toEqual(["The", "U.S"]);
});

const odd = fc.array(
  fc.constantFrom(
    "a",
    "é",
    "1",
    ".",
    ",",
    "'",
    "’",
    "-",
    "/",
    " ",
    "\n",
    "\0",
    "\ud800",
    "\udc00",
    "😀",
    "\u200d",
    "\u00ad",
    "\u202e",
    "@",
    "#",
    "$",
    "“",
    "”",
    "http://",
    "U.S.",
    "s",
    "n't",
    "(",
    "م",
  ),
  { maxLength: 60 },
);

test("any text: in order, inside, not empty, and nothing visible is lost", () => {
  fc.assert(
    fc.property(odd, (parts) => {
      const text = parts.join("");
      let at = 0;
      for (const t of tokenize(text, { start: 0, end: text.length })) {
        expect(t.start).toBeGreaterThanOrEqual(at);
        expect(t.end).toBeGreaterThan(t.start);
        expect(t.form).not.toBe("");
        expect(text.slice(at, t.start)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
        at = t.end;
      }
      expect(text.slice(at)).toMatch(/^[\s\p{Cc}\p{Cf}]*$/u);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["letters", "a"],
  ["full stops", "."],
  ["at signs", "a@"],
  ["lone surrogates", "\ud800"],
  ["dotted words", "ab."],
])("a megabyte of %s is read in linear time", (_, unit) => {
  const text = unit.repeat(Math.floor(1e6 / unit.length));
  const t0 = performance.now();
  tokenize(text, { start: 0, end: text.length });
  expect(performance.now() - t0).toBeLessThan(5000);
});
