import type { Live } from "../formats/desk-json.js";
import type { Store } from "../store/open-store.js";
import type { Adding } from "./adding.js";
import type { PartyNames } from "./party-names.js";

/** What the routes work with. */
export interface ServerContext extends PartyNames {
  readonly store: Store;
  readonly version: string;
  readonly changes: Changes;
  readonly cached: Cached;
  readonly adding: Adding;
}

/** The record's revision, and who wants to hear of changes. */
export interface Changes {
  /** Grows with every change of the record while the server runs. */
  readonly revision: () => number;
  /** The record has changed. */
  readonly changed: () => void;
  readonly publish: (event: Live) => void;
  /** @returns what ends it */
  readonly subscribe: (listener: (event: Live) => void) => () => void;
}

export function makeChanges(): Changes {
  let revision = 0;
  const listeners = new Set<(event: Live) => void>();
  const publish = (event: Live) => {
    for (const listener of listeners) listener(event);
  };
  return {
    revision: () => revision,
    changed: () => {
      revision += 1;
      publish({ kind: "record", revision });
    },
    publish,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * What `make` gives, kept until the record changes. Who asks while it is being made waits for the same making.
 *
 * With `stale` the last value is given at once while a newer one is made: for what goes over the whole record, so that adding
 * documents does not make every request wait for it. It is then made anew at most once in a while, by how long making takes.
 *
 * @param key names the value among all that are kept; what it depends on beside the record belongs into it
 */
export type Cached = <T>(
  key: string,
  make: () => Promise<T>,
  options?: { readonly stale?: boolean },
) => Promise<T>;

interface Kept {
  /** Of the record when the making of `value` began. */
  revision: number;
  value: Promise<unknown>;
  /** Whether `value` has come. */
  made: boolean;
  making: boolean;
  /** Not made anew before this time, by `performance.now()`. */
  restsUntil: number;
}

/** Values beyond which those longest unused go. */
const MOST_KEPT = 500;
/** A stale value is made anew after a rest of so many times its making. */
const REST = 20;

export function makeCached(changes: Pick<Changes, "revision">): Cached {
  const all = new Map<string, Kept>();
  const begin = (kept: Kept, make: () => Promise<unknown>): Promise<unknown> => {
    const revision = changes.revision();
    const began = performance.now();
    kept.making = true;
    return make().then(
      (value) => {
        kept.making = false;
        kept.revision = revision;
        kept.restsUntil = performance.now() + REST * (performance.now() - began);
        return value;
      },
      (error: unknown) => {
        kept.making = false;
        throw error;
      },
    );
  };
  return <T>(key: string, make: () => Promise<T>, options: { readonly stale?: boolean } = {}) => {
    const known = all.get(key);
    if (known) {
      // the last used stand last
      all.delete(key);
      all.set(key, known);
      const fresh = known.revision === changes.revision();
      if (fresh || (known.making && !known.made)) return known.value as Promise<T>;
      if (options.stale && known.made) {
        if (!known.making && performance.now() >= known.restsUntil) {
          const newer = begin(known, make);
          newer.then(
            () => {
              known.value = newer;
            },
            () => {},
          );
        }
        return known.value as Promise<T>;
      }
    }
    const kept: Kept = {
      revision: changes.revision(),
      value: Promise.resolve(),
      made: false,
      making: true,
      restsUntil: 0,
    };
    const value = begin(kept, make);
    kept.value = value;
    all.set(key, kept);
    value.then(
      () => {
        kept.made = true;
      },
      // a failure is not kept
      () => {
        if (all.get(key) === kept) all.delete(key);
      },
    );
    if (all.size > MOST_KEPT) all.delete(all.keys().next().value!);
    return value as Promise<T>;
  };
}
