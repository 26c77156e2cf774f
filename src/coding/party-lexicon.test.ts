import { beforeAll, describe, expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { loadParties, readPartyData } from "../data/load-parties.js";
import type { LanguageModel } from "../language/model.js";
import { findLoadedWords } from "./loaded-words.js";
import { findMentions } from "./mentions.js";
import { compilePartyLexicon, isEnding, isWithin, isWord, pluralOf } from "./party-lexicon.js";
import { plainReport } from "./plain-report.js";

const data = readPartyData();
const lexicon = loadParties();
let model: LanguageModel;

beforeAll(async () => {
  model = await loadLanguageModel();
});

function mentionsIn(text: string) {
  const parsed = plainReport(text, model);
  return { parsed, mentions: findMentions(parsed, lexicon).flat() };
}

describe("ambiguous names", () => {
  const codesOf = (name: string): (string | null)[] => {
    const codes: (string | null)[] = data.countries
      .filter((c) => [...c.names, ...c.capitals, ...c.adjectives].includes(name))
      .map((c) => c.code);
    for (const b of [...data.groups, ...data.organisations, ...data.forces])
      if (b.names.includes(name)) codes.push(b.code);
    for (const p of data.places) if (p.name === name) codes.push(p.country);
    return codes;
  };

  test.each(data.ambiguous.map((a) => [a.name, a.yes, a.no] as const))("%s: %s / %s", (name, yes, no) => {
    const codes = codesOf(name);
    expect(codes.length, "the name is in no other file").toBeGreaterThan(0);
    const has = (text: string) =>
      mentionsIn(text).mentions.some((m) =>
        m.parties.some((p) => codes.includes(p.code) && p.words.includes(name)),
      );
    expect(has(yes)).toBe(true);
    expect(has(no)).toBe(false);
  });
});

describe("loaded words", () => {
  test.each(data.loaded.map((l) => [l.words[0]!, l] as const))("%s", (_name, l) => {
    const neutrals = (text: string) => findLoadedWords(mentionsIn(text).parsed, lexicon);
    expect(neutrals(l.yes).some((w) => w.neutral === l.neutral)).toBe(true);
    if (l.no) expect(neutrals(l.no)).toEqual([]);
  });
});

describe("the files", () => {
  test("codes are there once and in order", () => {
    const codes = data.countries.map((c) => c.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect([...codes].sort()).toEqual(codes);
    for (const list of [data.groups, data.organisations]) {
      const own = list.map((b) => b.code);
      expect(new Set(own).size).toBe(own.length);
    }
  });

  test("every country that is named is in countries.tsv", () => {
    const known = new Set(data.countries.map((c) => c.code));
    const named = [
      ...data.groups.map((g) => g.country),
      ...data.forces.map((f) => f.code),
      ...data.leaders.map((l) => l.country),
      ...data.places.map((p) => p.country),
      ...[...data.neighbours].flatMap(([c, list]) => [c, ...list]),
    ].filter((c): c is string => typeof c === "string" && c !== "-");
    expect(named.filter((c) => !known.has(c))).toEqual([]);
  });

  test("neighbours are mutual", () => {
    for (const [code, list] of data.neighbours)
      for (const n of list) expect(data.neighbours.get(n), `${n} beside ${code}`).toContain(code);
  });

  test("parties of leaders are groups or organisations of the other files", () => {
    const known = new Set([...data.countries, ...data.groups, ...data.organisations].map((b) => b.code));
    expect(data.leaders.filter((l) => l.code !== null && !known.has(l.code)).map((l) => l.name)).toEqual([]);
  });

  test("no noun stands in two lists of roles", () => {
    const nouns = data.roles.flatMap((r) => r.words);
    const twice = nouns.filter((w, i) => nouns.indexOf(w) !== i && !["chief", "source"].includes(w));
    expect(twice).toEqual([]);
  });

  test("a parent of a group is a group", () => {
    const codes = new Set(data.groups.map((g) => g.code));
    expect(data.groups.filter((g) => g.parent && !codes.has(g.parent)).map((g) => g.code)).toEqual([]);
  });

  test("a group with the code of a state says where", () => {
    expect(() =>
      compilePartyLexicon({
        ...data,
        groups: [{ code: "BRN", country: "THA", names: ["X Front"], sector: "REB" }],
      }),
    ).toThrow(/groups\.yaml: BRN: that is the code of a state\./);
  });

  test("an unknown sector says where", () => {
    expect(() =>
      compilePartyLexicon({ ...data, groups: [{ code: "X", names: ["X Front"], sector: "REBEL" }] }),
    ).toThrow(/groups\.yaml: X: unknown sector "REBEL"/);
  });
});

test.each([
  ["army", "armies"],
  ["gunman", "gunmen"],
  ["police", "police"],
  ["German", "Germans"],
  ["embassy", "embassies"],
  ["Swiss", "Swisses"],
])("plural of %s", (one, many) => expect(pluralOf(one)).toBe(many));

describe("classes of words.yaml", () => {
  test.each([
    ["deputy commander", true],
    ["spokeswoman", true],
    ["chief of staff", false],
    ["baker", false],
  ])("whether %j ends as one who serves a body", (noun, serves) =>
    expect(isEnding(lexicon, "serving_ends", noun)).toBe(serves),
  );

  test.each([
    ["deputy foreign minister", true],
    ["delegation", true],
    ["mayor", false],
  ])("whether %j deals with other states", (noun, deals) =>
    expect(isWithin(lexicon, "diplomatic", noun)).toBe(deals),
  );

  test("an unknown class says so", () => {
    expect(() => isWord(lexicon, "unheard_of", "mayor")).toThrow(
      'no class "unheard_of" in lexicons/parties/words.yaml',
    );
  });
});
