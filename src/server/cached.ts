import type { Changes } from "./changes.js";

/**
 * What `make` gives, kept until the record changes. Who asks while it is being made waits for the same making.
 *
 * With `stale` a value that was right a moment ago is given at once, so that adding documents does not make every request wait;
 * what a person has ruled is waited for, unless that takes long. Newer values are made one after another, with rests between
 * them; once one is there the record is said to have changed again, so that nobody is left with an old one.
 *
 * @param key names the value among all that are kept; what it depends on beside the record belongs into it
 */
export type Cached = <T>(
  key: string,
  make: () => Promise<T>,
  options?: { readonly stale?: boolean },
) => Promise<T>;

interface Kept {
  /** The last value that came, or the first while it is being made. */
  value: Promise<unknown>;
  /** Of the record when the making of `value` began. */
  revision: number;
  isThere: boolean;
  /** A newer value is being made, or is to be made in its turn. */
  isRenewed: boolean;
  /** How long making took, in milliseconds. */
  took: number;
  /** Characters or bytes of text, where it is text. */
  size: number;
}

/** Values, and characters of text in them, beyond which those longest unused go. */
const MOST_KEPT = 300;
const MOST_TEXT = 100_000_000;
/** After each newer value making rests while the record goes on changing: so many times as long as it took. */
const REST = { quick: 3, slow: 50 };
const QUICK_MS = 50;
/** The record has stopped changing: nobody is held up by making what is outdated at once. */
const QUIET_MS = 1_500;
/** What takes longer is given as it was also after a ruling. */
const RULED_MS = 100;
/** For how long an outdated value is good enough; what takes long may be older, by so many times its making. */
const MOMENT_MS = 3_000;
const MOMENTS = 20;

export function makeCached({ revision, ruledAt, outdatedFor, quietFor, publish }: Changes): Cached {
  const all = new Map<string, Kept>();

  const begin = (kept: Kept, make: () => Promise<unknown>): Promise<unknown> => {
    const [from, began] = [revision(), performance.now()];
    return make().then((value) => {
      const took = performance.now() - began;
      const size = textIn(value);
      Object.assign(kept, { value: Promise.resolve(value), revision: from, isThere: true, took, size });
      return value;
    });
  };

  const first = (key: string, make: () => Promise<unknown>): Kept => {
    const kept: Kept = {
      value: Promise.resolve(),
      revision: revision(),
      isThere: false,
      isRenewed: false,
      took: 0,
      size: 0,
    };
    kept.value = begin(kept, make);
    // a failure is not kept
    kept.value.catch(() => {
      if (all.get(key) === kept) all.delete(key);
    });
    return kept;
  };

  let turn: Promise<void> = Promise.resolve();
  const renew = (key: string, kept: Kept, make: () => Promise<unknown>) => {
    kept.isRenewed = true;
    turn = turn.then(async () => {
      if (all.get(key) !== kept) return;
      // a failure leaves the old value; the next request tries again
      await begin(kept, make).then(
        () => publish({ kind: "record", revision: revision() }),
        () => {},
      );
      kept.isRenewed = false;
      const until = performance.now() + kept.took * (kept.took > QUICK_MS ? REST.slow : REST.quick);
      while (performance.now() < until && quietFor() < QUIET_MS)
        await sleep(Math.min(250, until - performance.now()));
    });
  };

  const isGoodEnough = (kept: Kept) =>
    (kept.isRenewed || outdatedFor(kept.revision) <= Math.max(MOMENT_MS, MOMENTS * kept.took)) &&
    (ruledAt() <= kept.revision || kept.took > RULED_MS);

  const makeRoom = () => {
    let size = 0;
    for (const kept of all.values()) size += kept.size;
    for (const [key, kept] of all) {
      if (all.size <= MOST_KEPT && size <= MOST_TEXT) return;
      size -= kept.size;
      all.delete(key);
    }
  };

  return <T>(key: string, make: () => Promise<T>, options: { readonly stale?: boolean } = {}) => {
    let kept = all.get(key);
    if (!kept || kept.revision !== revision()) {
      if (kept && options.stale && (!kept.isThere || isGoodEnough(kept))) {
        if (kept.isThere && !kept.isRenewed) renew(key, kept, make);
      } else kept = first(key, make);
    }
    // the last used stand last
    all.delete(key);
    all.set(key, kept);
    makeRoom();
    return kept.value as Promise<T>;
  };
}

const textIn = (value: unknown): number => {
  const text = typeof value === "object" && value !== null && "json" in value ? value.json : value;
  return typeof text === "string" || text instanceof Uint8Array ? text.length : 0;
};

const sleep = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());
