import type { Batch, Live } from "../../../formats/desk-json.js";

export type BatchDocument = Batch["documents"][number];
type DocumentEvent = Extract<Live, { kind: "document" }>;

/** How far documents are, a feed not counted: its items are. */
export interface Tally {
  readonly total: number;
  readonly waiting: number;
  readonly added: number;
  readonly known: number;
  readonly unread: number;
}

/** A feed stands in its batch as known, with this code; its items follow. */
export const isFeed = (d: BatchDocument): boolean => d.state === "known" && d.code === "feed";

export function tallyOf(batches: readonly Batch[]): Tally {
  const documents = batches.flatMap((b) => b.documents).filter((d) => !isFeed(d));
  const count = (state: BatchDocument["state"]) => documents.filter((d) => d.state === state).length;
  return {
    total: documents.length,
    waiting: count("waiting"),
    added: count("added"),
    known: count("known"),
    unread: count("unread"),
  };
}

/** "12 added, 3 known already, 1 could not be read"; what there is none of is left out. */
export function tallyWords(t: Tally): string {
  const parts = [
    t.added > 0 ? `${t.added} added` : "",
    t.known > 0 ? `${t.known} known already` : "",
    t.unread > 0 ? `${t.unread} could not be read` : "",
  ].filter((p) => p !== "");
  return parts.length === 0 ? "Nothing added" : parts.join(", ");
}

/** "3 of 12": the one at hand. */
export const readingWords = (t: Tally): string =>
  `${Math.min(t.total - t.waiting + 1, t.total)} of ${t.total}`;

/** A batch in which one document stands as the server has just told; one that it does not have yet is an item of a feed. */
export function withDocument(batch: Batch, { kind: _, batch: id, ...document }: DocumentEvent): Batch {
  if (id !== batch.batch) return batch;
  const at = batch.documents.findIndex((d) => d.name === document.name);
  if (at === -1) return { ...batch, done: false, documents: [...batch.documents, document] };
  // what has become of a document does not change back: events can come after the answer that tells more
  if (batch.documents[at]!.state !== "waiting" && document.state === "waiting") return batch;
  return { ...batch, documents: batch.documents.with(at, document) };
}
