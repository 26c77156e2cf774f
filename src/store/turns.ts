const last = new WeakMap<object, Promise<unknown>>();

/**
 * Work that changes the record, one at a time in the order of asking: rulings and documents that come together must each see
 * what the other did.
 */
export function inTurn<T>(store: object, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(store) ?? Promise.resolve()).then(work);
  last.set(
    store,
    turn.catch(() => {}),
  );
  return turn;
}
