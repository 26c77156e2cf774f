import { randomUUID } from "node:crypto";
import type { Batch } from "../formats/desk-json.js";
import {
  type AddOptions,
  type AddOutcome,
  addDocuments,
  addTaken,
  type InputToAdd,
  resumeAdding,
  takeInDocuments,
} from "../queue/add.js";
import { lazyReaderPool } from "../queue/reader-pool.js";
import { withoutCredentials } from "../sources/address-name.js";
import { MAX_BYTES } from "../sources/decode.js";
import { MissingInput } from "../sources/errors.js";
import { feedAddresses, mayBeFeed } from "../sources/feed.js";
import { openWeb } from "../sources/inputs.js";
import type { Store } from "../store/open-store.js";
import type { Changes } from "./changes.js";

/** A document as it is given: its bytes, or where it stands in the web. `published`: YYYY-MM-DD. */
export type GivenDocument =
  | { readonly name: string; readonly bytes: Uint8Array; readonly published?: string | undefined }
  | { readonly address: string; readonly published?: string | undefined };

/** Documents on their way into the store, in batches, read one after another in the background. */
export interface Adding {
  /** Takes a batch in: documents given whole are on the disk when this returns, and survive whatever comes. */
  readonly begin: (documents: readonly GivenDocument[]) => Promise<Batch>;
  /** A batch of this run of the server, while it is among the last; null for others. */
  readonly batch: (id: string) => Batch | null;
  /** Takes up what an earlier run left. */
  readonly resume: () => void;
  /** Ends after the document at hand; what is taken in and not read is taken up next time. */
  readonly close: () => Promise<void>;
}

export interface AddingOptions {
  readonly store: Store;
  readonly changes: Changes;
  readonly now: () => string;
  readonly log: (error: unknown) => void;
  /** Whether the record is being asked for anything. */
  readonly isAsked: () => boolean;
  /** Opens the guard against private addresses. For tests against a server on this machine, and for nothing else. */
  readonly allowPrivate?: boolean;
}

type Outcome = Batch["documents"][number];
interface OpenBatch {
  readonly id: string;
  readonly documents: Outcome[];
}

/** Batches beyond which the oldest are forgotten. */
const MOST_BATCHES = 200;
/** One document a transaction: nobody is answered while one runs. */
const BATCH = 1;
/** While the record is asked, adding rests after each transaction so many times as long as it took. */
const REST = 6;
const LONGEST_REST_MS = 1_000;
/** How long closing waits for the document at hand. */
const GRACE_MS = 10_000;

export function makeAdding(given: AddingOptions): Adding {
  const { store, changes, now, log, isAsked, allowPrivate } = given;
  const batches = new Map<string, OpenBatch>();
  const closing = new AbortController();
  const pool = lazyReaderPool();
  let work: Promise<void> = Promise.resolve();

  const options = (onOutcome: (outcome: AddOutcome) => void): AddOptions => ({
    pool,
    now,
    onOutcome,
    batch: BATCH,
    pause: async (tookMs) => {
      if (isAsked() && !closing.signal.aborted)
        await new Promise((resolve) => setTimeout(resolve, Math.min(REST * tookMs, LONGEST_REST_MS)));
    },
    signal: closing.signal,
  });
  const inTurn = (job: () => Promise<void>, failed: (error: unknown) => void) => {
    work = work.then(async () => {
      if (closing.signal.aborted) return;
      await job().catch((error: unknown) => {
        if (!closing.signal.aborted) failed(error);
      });
    });
  };

  const tell = (batch: OpenBatch, document: Outcome) =>
    changes.publish({ kind: "document", batch: batch.id, ...document });
  const settle = (batch: OpenBatch, outcome: AddOutcome) => {
    const k = batch.documents.findIndex((d) => d.name === outcome.name && d.state === "waiting");
    const document = outcomeOf(outcome);
    if (k !== -1) batch.documents[k] = document;
    tell(batch, document);
    changes.changed();
  };
  const abandon = (batch: OpenBatch) => (error: unknown) => {
    log(error);
    for (const [k, d] of batch.documents.entries())
      if (d.state === "waiting") {
        batch.documents[k] = unreadOf(d.name, "internal", "It could not be read now: a mistake of ours.");
        tell(batch, batch.documents[k]);
      }
  };

  /** What stands at addresses, one after another; the items of a feed take its place. */
  async function* fetched(
    batch: OpenBatch,
    addresses: readonly { readonly address: string; readonly published?: string | undefined }[],
  ): AsyncGenerator<InputToAdd> {
    const web = openWeb(allowPrivate ? { allowPrivate, feeds: true } : { feeds: true });
    const stop = () => void web.close();
    closing.signal.addEventListener("abort", stop);
    try {
      const left = addresses.map((a) => ({ ...a, isItem: false }));
      for (let next = left.shift(); next; next = left.shift()) {
        const { address, published, isItem } = next;
        const name = withoutCredentials(address);
        const found = await web.fetch(address);
        if (closing.signal.aborted) return;
        if (found instanceof MissingInput) yield { name, error: found };
        else if (!mayBeFeed(found)) yield { name, bytes: found.bytes, mediaType: found.mediaType, published };
        else {
          const items = isItem ? null : await feedAddresses(found);
          if (items === null) {
            const what = `${name}: this is ${found.mediaType} and no feed; HTML, plain text and Markdown are read.`;
            yield { name, error: new MissingInput("media-type", what) };
          } else left.push(...follow(batch, name, items).map((item) => ({ address: item, isItem: true })));
        }
      }
    } finally {
      closing.signal.removeEventListener("abort", stop);
      await web.close();
    }
  }

  /** Puts a feed's items into its batch. @returns those that were not in it */
  const follow = (batch: OpenBatch, feed: string, items: readonly string[]): string[] => {
    const fresh = items.filter((item) => batch.documents.every((d) => d.name !== item));
    const k = batch.documents.findIndex((d) => d.name === feed);
    const message = `A feed; ${items.length === 1 ? "its one item is" : `its ${items.length} items are`} read.`;
    batch.documents[k] = { name: feed, state: "known", hash: null, code: "feed", message };
    tell(batch, batch.documents[k]);
    for (const item of fresh) {
      batch.documents.push(waiting(item));
      tell(batch, waiting(item));
    }
    return fresh;
  };

  return {
    begin: async (documents) => {
      const batch: OpenBatch = { id: randomUUID(), documents: [] };
      const whole: { name: string; bytes: Uint8Array; published?: string | undefined }[] = [];
      const addresses: { address: string; published?: string | undefined }[] = [];
      const names = new Set<string>();
      for (const document of documents) {
        if ("address" in document) {
          const name = withoutCredentials(document.address);
          if (names.has(name)) continue;
          names.add(name);
          addresses.push(document);
          batch.documents.push(waiting(name));
          continue;
        }
        const name = unusedName(document.name, names);
        names.add(name);
        if (document.bytes.length > MAX_BYTES) batch.documents.push(tooLarge(name, document.bytes.length));
        else {
          whole.push({ ...document, name });
          batch.documents.push(waiting(name));
        }
      }
      const { taken, known } = await takeInDocuments(store, whole, now());
      batches.set(batch.id, batch);
      if (batches.size > MOST_BATCHES) batches.delete(batches.keys().next().value!);
      for (const outcome of known) settle(batch, outcome);
      const onOutcome = (outcome: AddOutcome) => settle(batch, outcome);
      if (taken.length > 0) {
        changes.changed();
        inTurn(() => addTaken(store, taken, options(onOutcome)), abandon(batch));
      }
      if (addresses.length > 0)
        inTurn(() => addDocuments(store, fetched(batch, addresses), options(onOutcome)), abandon(batch));
      return answerOf(batch);
    },
    batch: (id) => {
      const batch = batches.get(id);
      return batch ? answerOf(batch) : null;
    },
    resume: () =>
      inTurn(async () => {
        await resumeAdding(
          store,
          options(() => changes.changed()),
        );
      }, log),
    close: async () => {
      closing.abort();
      const timer = setTimeout(() => void pool.close(), GRACE_MS);
      await work;
      clearTimeout(timer);
      await pool.close();
    },
  };
}

const answerOf = ({ id, documents }: OpenBatch): Batch => ({
  batch: id,
  done: documents.every((d) => d.state !== "waiting"),
  documents: [...documents],
});

const waiting = (name: string): Outcome => ({
  name,
  state: "waiting",
  hash: null,
  code: null,
  message: null,
});
const unreadOf = (name: string, code: string, message: string): Outcome => ({
  name,
  state: "unread",
  hash: null,
  code,
  message,
});
const outcomeOf = (outcome: AddOutcome): Outcome =>
  outcome.kind === "unread"
    ? unreadOf(outcome.name, outcome.code, outcome.message)
    : { name: outcome.name, state: outcome.kind, hash: outcome.hash, code: null, message: null };
const tooLarge = (name: string, bytes: number): Outcome =>
  unreadOf(
    name,
    "too-large",
    `The document has ${(bytes / 1e6).toFixed(1)} MB; at most ${MAX_BYTES / 1e6} MB are read. Split it into single reports.`,
  );

/** Outcomes are told by name: two files of one name are told apart by a number. */
function unusedName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, base = name, end = ""] = /^(.+?)(\.[A-Za-z0-9]{1,5})?$/s.exec(name) ?? [];
  for (let n = 2; ; n += 1) if (!taken.has(`${base} (${n})${end}`)) return `${base} (${n})${end}`;
}
