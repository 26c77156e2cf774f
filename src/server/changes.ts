import type { Live } from "../formats/desk-json.js";

/** The record's revision, and who wants to hear of changes. */
export interface Changes {
  /** Grows with every change of the record while the server runs. */
  readonly revision: () => number;
  /** The record has changed; `ruled`: by what a person decided, who wants to see it at once. */
  readonly changed: (how?: "ruled") => void;
  /** The revision that the last ruling made. */
  readonly ruledAt: () => number;
  /** For how long, in milliseconds, the record has been newer than it was at a revision; 0 where it is not. */
  readonly outdatedFor: (revision: number) => number;
  /** For how long, in milliseconds, nothing has changed. */
  readonly quietFor: () => number;
  readonly publish: (event: Live) => void;
  /** @returns what ends it */
  readonly subscribe: (listener: (event: Live) => void) => () => void;
}

export function makeChanges(): Changes {
  /** When each revision came, by `performance.now()`. */
  const times = [performance.now()];
  let ruledAt = 0;
  const listeners = new Set<(event: Live) => void>();
  const revision = () => times.length - 1;
  const publish = (event: Live) => {
    for (const listener of listeners) listener(event);
  };
  return {
    revision,
    changed: (how) => {
      times.push(performance.now());
      if (how === "ruled") ruledAt = revision();
      publish({ kind: "record", revision: revision() });
    },
    ruledAt: () => ruledAt,
    outdatedFor: (of) => performance.now() - (times[of + 1] ?? performance.now()),
    quietFor: () => performance.now() - times.at(-1)!,
    publish,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
