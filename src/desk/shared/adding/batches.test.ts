import { describe, expect, test } from "vitest";
import type { Batch } from "../../../formats/desk-json.js";
import { type BatchDocument, readingWords, tallyOf, tallyWords, withDocument } from "./batches.js";

const doc = (name: string, state: BatchDocument["state"], code: string | null = null): BatchDocument => ({
  name,
  state,
  hash: null,
  code,
  message: null,
});
const batch = (...documents: BatchDocument[]): Batch => ({ batch: "b", done: false, documents });

describe("how far batches are", () => {
  test.each<[BatchDocument[], string, string]>([
    [[], "Nothing added", "0 of 0"],
    [[doc("a", "waiting")], "Nothing added", "1 of 1"],
    [[doc("a", "added"), doc("b", "waiting")], "1 added", "2 of 2"],
    [
      [doc("a", "added"), doc("b", "known"), doc("c", "unread", "empty"), doc("d", "added")],
      "2 added, 1 known already, 1 could not be read",
      "4 of 4",
    ],
    [[doc("f", "known", "feed"), doc("a", "added"), doc("b", "waiting")], "1 added", "2 of 2"],
  ])("%j", (documents, done, reading) => {
    const tally = tallyOf([batch(...documents)]);
    expect(tallyWords(tally)).toBe(done);
    expect(readingWords(tally)).toBe(reading);
  });

  test("several batches count together", () => {
    expect(tallyOf([batch(doc("a", "added")), batch(doc("a", "waiting"))])).toMatchObject({
      total: 2,
      waiting: 1,
    });
  });
});

describe("an event on a document", () => {
  const before = batch(doc("a", "waiting"), doc("b", "added"));
  const event = (id: string, d: BatchDocument) => withDocument(before, { kind: "document", batch: id, ...d });

  test("of another batch changes nothing", () => {
    expect(event("other", doc("a", "added"))).toBe(before);
  });
  test("stands in the document's place", () => {
    expect(event("b", doc("a", "unread", "empty")).documents).toEqual([
      doc("a", "unread", "empty"),
      doc("b", "added"),
    ]);
  });
  test("on a new name is an item of a feed", () => {
    expect(event("b", doc("c", "waiting")).documents.at(-1)).toEqual(doc("c", "waiting"));
  });
  test("that comes late takes nothing back", () => {
    expect(event("b", doc("b", "waiting"))).toBe(before);
  });
});
