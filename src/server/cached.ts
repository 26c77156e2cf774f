import type { Changes } from "./changes.js";

/**
 * What `make` gives, kept until the record changes. Who asks while it is being made waits for the same making.
 *
 * With `stale` the last value is given at once, and a newer one made: for what goes over the whole record, so that adding
 * documents does not make every request wait. Making rests between times by how long it takes; once the newer value is there
 * the record is said to have changed again, so that nobody is left with an old one.
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
  restsUntil: number;
}

/** Values beyond which those longest unused go. */
const MOST_KEPT = 300;
/** Making rests so many times as long as it took: it takes at most a twentieth of the database's time. */
const REST = 20;

export function makeCached({ revision, publish }: Changes): Cached {
  const all = new Map<string, Kept>();

  const renew = (kept: Kept, make: () => Promise<unknown>) => {
    kept.isRenewed = true;
    const begin = async () => {
      const [from, began] = [revision(), performance.now()];
      try {
        const value = await make();
        Object.assign(kept, { value: Promise.resolve(value), revision: from });
        publish({ kind: "record", revision: revision() });
      } catch {
        // the old value stays; the next request tries again
      } finally {
        kept.isRenewed = false;
        kept.restsUntil = performance.now() + REST * (performance.now() - began);
      }
    };
    const rest = kept.restsUntil - performance.now();
    if (rest > 0) setTimeout(begin, rest).unref();
    else void begin();
  };

  const first = (key: string, make: () => Promise<unknown>): Kept => {
    const began = performance.now();
    const kept: Kept = {
      value: make(),
      revision: revision(),
      isThere: false,
      isRenewed: false,
      restsUntil: 0,
    };
    kept.value.then(
      () => {
        kept.isThere = true;
        kept.restsUntil = performance.now() + REST * (performance.now() - began);
      },
      // a failure is not kept
      () => {
        if (all.get(key) === kept) all.delete(key);
      },
    );
    return kept;
  };

  return <T>(key: string, make: () => Promise<T>, options: { readonly stale?: boolean } = {}) => {
    let kept = all.get(key);
    const isCurrent = kept !== undefined && kept.revision === revision();
    if (kept && !isCurrent && options.stale) {
      if (kept.isThere && !kept.isRenewed) renew(kept, make);
    } else if (!kept || !isCurrent) kept = first(key, make);
    // the last used stand last
    all.delete(key);
    all.set(key, kept);
    if (all.size > MOST_KEPT) all.delete(all.keys().next().value!);
    return kept.value as Promise<T>;
  };
}
