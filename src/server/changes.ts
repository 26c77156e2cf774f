import type { Live } from "../formats/desk-json.js";

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
