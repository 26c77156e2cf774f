import type { Store } from "../store/open-store.js";
import { enterRulings } from "../store/ruling-store.js";
import { type AddOptions, resumeAdding } from "./add.js";

/**
 * Makes the record anew from originals, sightings and rulings, in a store opened with `fresh`. Interrupted, the next `parley add`
 * goes on where it stopped.
 *
 * @returns how many documents were read
 */
export async function rebuild(store: Store, options: AddOptions): Promise<number> {
  await enterRulings(store);
  return resumeAdding(store, options);
}
