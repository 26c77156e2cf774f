import { describe, expect, test } from "vitest";
import { MAX_BYTES } from "../../../sources/decode.js";
import {
  addressesOf,
  addressProblem,
  type Draft,
  draftWords,
  EMPTY_DRAFT,
  isOfReadKind,
  MOST_BYTES,
  megabytes,
  type OfferedFile,
  partsOf,
  problemsOf,
  withFiles,
  withoutPart,
} from "./draft.js";

const file = (name: string, size = 1000): OfferedFile => ({ name, file: { size, lastModified: 1 } });
const draft = (some: Partial<Draft>): Draft => ({ ...EMPTY_DRAFT, ...some });
const many = (n: number, size = 1000) => Array.from({ length: n }, (_, k) => file(`f${k}.txt`, size));

test("the limit is the reader's", () => {
  expect(MOST_BYTES).toBe(MAX_BYTES);
});

describe("an address", () => {
  test.each([
    ["https://example.org/a?b=c#d", null],
    ["http://example.org", null],
    ["HTTPS://EXAMPLE.ORG/feed.xml", null],
    ["example.org/a", "begin with"],
    ["ftp://example.org/a", "begin with"],
    ["https:example.org", "begin with"],
    ["javascript:alert(1)", "begin with"],
    ["https://", "begin with"],
    ["https://user:secret@example.org/", "a password"],
    [`https://example.org/${"a".repeat(2000)}`, "2,000"],
  ])("%s", (address, wrong) => {
    const problem = addressProblem(address);
    if (wrong === null) expect(problem).toBeNull();
    else expect(problem).toContain(wrong);
  });

  test("one a line, each once", () => {
    expect(addressesOf(" https://a.org \r\n\n\thttps://b.org\nhttps://a.org")).toEqual([
      "https://a.org",
      "https://b.org",
    ]);
  });
});

describe("what keeps a draft from being sent", () => {
  test.each<[string, Partial<Draft>, string[]]>([
    ["nothing in it", {}, ["nothing"]],
    ["white space", { text: " \n", addresses: "\n \n" }, ["nothing"]],
    ["a text", { text: "Two soldiers were killed." }, []],
    ["a day that is none", { text: "x", published: "2025-02-30" }, ["published"]],
    ["a day", { text: "x", published: "2025-02-28" }, []],
    ["a text that is too large", { text: "é".repeat(MOST_BYTES / 2 + 1) }, ["text"]],
    ["a line that is no address", { addresses: "https://a.org\nb" }, ["addresses"]],
    ["files that are all too large", { files: [file("a.txt", MOST_BYTES + 1)] }, ["files"]],
    ["one file that is too large", { files: [file("a.txt", MOST_BYTES + 1), file("b.txt")] }, []],
  ])("%s", (_, some, fields) => {
    expect(Object.keys(problemsOf(draft(some)))).toEqual(fields);
  });

  test("counts the other lines that are no addresses", () => {
    expect(problemsOf(draft({ addresses: "a\nb\nc" })).addresses).toContain("2 more lines");
  });
});

test.each<[Partial<Draft>, string]>([
  [{}, ""],
  [{ text: "x" }, "1 text"],
  [{ files: many(1200) }, "1,200 files"],
  [
    { text: "x", files: [file("a"), file("b", MOST_BYTES + 1)], addresses: "https://a.org\nhttps://b.org" },
    "1 text, 1 file and 2 addresses",
  ],
])("a draft in words: %#", (some, words) => {
  expect(draftWords(draft(some))).toBe(words);
});

test.each([
  [1, "1 kB"],
  [12_345, "12 kB"],
  [10_000_000, "10 MB"],
  [10_400_000, "10.4 MB"],
])("%d bytes", (bytes, words) => {
  expect(megabytes(bytes)).toBe(words);
});

test.each([
  ["a.txt", true],
  ["A.HTML", true],
  ["folder/b.md", true],
  ["folder/.git/b.md", false],
  [".hidden.txt", false],
  ["a.pdf", false],
  ["txt", false],
])("of a folder, %s is read: %s", (name, is) => {
  expect(isOfReadKind(name)).toBe(is);
});

test("the same file is taken once", () => {
  const once = withFiles(draft({}), [file("a"), file("b"), file("a")], 2);
  expect(withFiles(once, [file("b"), file("c"), file("c", 5)], 1)).toMatchObject({
    files: [file("a"), file("b"), file("c"), file("c", 5)],
    leftOut: 3,
  });
});

describe("requests", () => {
  test("text and addresses carry the day", () => {
    const whole = draft({ text: "Words.", addresses: "https://a.org", published: "2025-10-11", name: " " });
    const parts = partsOf(whole);
    expect(parts).toEqual([
      {
        kind: "json",
        documents: [{ kind: "text", name: "pasted", text: "Words.", published: "2025-10-11" }],
      },
      { kind: "json", documents: [{ kind: "address", address: "https://a.org", published: "2025-10-11" }] },
    ]);
    expect(withoutPart(whole, parts[0]!)).toMatchObject({ text: "", addresses: "https://a.org" });
    expect(withoutPart(whole, parts[1]!)).toMatchObject({ text: "Words.", addresses: "" });
  });

  test.each([
    [many(120), [50, 50, 20]],
    [many(5, 9_000_000), [2, 2, 1]],
    [[file("huge.txt", MOST_BYTES + 1), ...many(2)], [2]],
  ])("files in parts: %#", (files, sizes) => {
    const whole = draft({ files });
    const parts = partsOf(whole);
    expect(parts.map((p) => p.documents.length)).toEqual(sizes);
    expect(parts.reduce(withoutPart, whole).files).toEqual(files.filter((f) => f.file.size > MOST_BYTES));
  });

  test("a thousand addresses at most", () => {
    const addresses = Array.from({ length: 2300 }, (_, k) => `https://example.org/${k}`).join("\n");
    expect(partsOf(draft({ addresses })).map((p) => p.documents.length)).toEqual([1000, 1000, 300]);
  });

  test("what is put in meanwhile stays", () => {
    const before = draft({ text: "One.", files: [file("a.txt")] });
    const meanwhile = draft({ text: "Two.", files: [...before.files, file("b.txt")] });
    expect(partsOf(before).reduce(withoutPart, meanwhile)).toMatchObject({
      text: "Two.",
      files: [file("b.txt")],
    });
  });
});
