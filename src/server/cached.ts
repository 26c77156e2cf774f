import type { Changes } from "./changes.js";

/**
 * What `make` gives, kept until the record changes. Who asks while it is being made waits for the same making.
 *
 * With `stale` a value that was right a moment ago is given at once, and a newer one made, so that adding documents does not make
 * every request wait; what a person has ruled is waited for, unless that takes long. Making rests between times by how long it takes; once the newer
 * value is there the record is said to have changed again, so that nobody is left with an old one.
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
  /** A newer value is being made, or waits until making has rested. */
  isRenewed: boolean;
  /** How long making took, in milliseconds, and when it ended, by `performance.now()`. */
  took: number;
  ended: number;
}

/** Values beyond which those longest unused go. */
const MOST_KEPT = 300;
/** Making rests so many times as long as it took: it takes at most a twentieth of the database's time. */
const REST = 20;
/** What takes longer is given as it was also after a ruling. */
const QUICK_MS = 100;
/** For how long an outdated value is good enough, where making a newer one does not rest longer. */
const MOMENT_MS = 3_000;

export function makeCached({ revision, ruledAt, outdatedFor, publish }: Changes): Cached {
  const all = new Map<string, Kept>();

  const begin = (kept: Kept, make: () => Promise<unknown>): Promise<unknown> => {
    const [from, began] = [revision(), performance.now()];
    return make().then((value) => {
      const ended = performance.now();
      Object.assign(kept, { value: Promise.resolve(value), revision: from, isThere: true });
      Object.assign(kept, { took: ended - began, ended });
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
      ended: 0,
    };
    kept.value = begin(kept, make);
    // a failure is not kept
    kept.value.catch(() => {
      if (all.get(key) === kept) all.delete(key);
    });
    return kept;
  };

  const renew = (kept: Kept, make: () => Promise<unknown>) => {
    kept.isRenewed = true;
    const rest = kept.ended + REST * kept.took - performance.now();
    setTimeout(
      () =>
        begin(kept, make)
          .then(() => publish({ kind: "record", revision: revision() }))
          // the old value stays; the next request tries again
          .catch(() => {})
          .finally(() => {
            kept.isRenewed = false;
          }),
      Math.max(0, rest),
    ).unref();
  };

  const isGoodEnough = (kept: Kept) =>
    outdatedFor(kept.revision) <= Math.max(MOMENT_MS, (REST + 2) * kept.took) &&
    (ruledAt() <= kept.revision || kept.took > QUICK_MS);

  return <T>(key: string, make: () => Promise<T>, options: { readonly stale?: boolean } = {}) => {
    let kept = all.get(key);
    if (!kept || kept.revision !== revision()) {
      if (kept && options.stale && (!kept.isThere || isGoodEnough(kept))) {
        if (kept.isThere && !kept.isRenewed) renew(kept, make);
      } else kept = first(key, make);
    }
    // the last used stand last
    all.delete(key);
    all.set(key, kept);
    if (all.size > MOST_KEPT) all.delete(all.keys().next().value!);
    return kept.value as Promise<T>;
  };
}
