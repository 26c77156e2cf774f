import { expect, test } from "vitest";
import { tokenize } from "./tokens.js";
import { type KnownCase, truecaseTokens } from "./truecase.js";

const LOWER = new Set(
  "the army said that guerrillas killed three soldiers in of on and a for after talks over border calls return to clashes near town s with rebels attack by is may were".split(
    " ",
  ),
);
const TITLE = new Set(["salvador", "el", "friday", "pakistan", "russia", "kabul", "afghanistan"]);
const known: KnownCase = (w) =>
  w === "fmln" || w === "un" ? "upper" : TITLE.has(w) ? "title" : LOWER.has(w) ? "lower" : null;
const run = (text: string) =>
  truecaseTokens(tokenize(text, { start: 0, end: text.length }), known)
    .map((t) => t.form)
    .join(" ");

test.each([
  [
    "THE ARMY SAID THAT FMLN GUERRILLAS KILLED THREE SOLDIERS IN EL SALVADOR ON FRIDAY.",
    "The army said that FMLN guerrillas killed three soldiers in El Salvador on Friday .",
  ],
  [
    "GUERRILLAS DIDN'T ATTACK ON 3 MAY. THE ARMY MAY RETURN.",
    "Guerrillas did n't attack on 3 May . The army may return .",
  ],
  ["Russia Calls For Talks After Clashes Near Kabul", "Russia calls for talks after clashes near Kabul"],
  ["UN Calls On Rebels To Return", "UN calls on rebels to return"],
  [
    "The army said that three soldiers were killed near Kabul.",
    "The army said that three soldiers were killed near Kabul .",
  ],
])("gives %j its usual case", (text, expected) => {
  expect(run(text)).toBe(expected);
});

test.each([
  ["Talks In Cape Verde Resume After Clashes", "Talks in Cape Verde resume after clashes"],
  ["REBELS ATTACKED THE TOWN OF CAPE VERDE", "REBELS attacked the town of Cape Verde"],
])("a place of two words keeps its capitals: %j", (text, expected) => {
  const verde = (w: readonly string[], i: number) =>
    /^cape verde$/i.test(w.slice(i, i + 2).join(" ")) ? 2 : 0;
  const lower = (w: string) => (/^(?:verde|cape|resume|in|attacked)$/.test(w) ? "lower" : known(w));
  const tokens = tokenize(text, { start: 0, end: text.length });
  const forms = truecaseTokens(tokens, lower, true, verde).map((t) => t.form);
  expect(forms.join(" ").toLowerCase()).toBe(expected.toLowerCase());
  expect(forms).toContain("Cape");
  expect(forms).toContain("Verde");
});

test("offsets stay", () => {
  const tokens = tokenize("ARMY SAID GUERRILLAS", { start: 0, end: 20 });
  expect(truecaseTokens(tokens, known).map((t) => [t.start, t.end])).toEqual(
    tokens.map((t) => [t.start, t.end]),
  );
});
