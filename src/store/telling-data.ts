import type { Telling } from "../record/telling.js";

/** What a telling's row keeps: the facts of its claims stand in the claims' rows. */
export type TellingData = Omit<Telling, "events" | "tolls"> & {
  readonly events: readonly string[];
  readonly tolls: readonly string[];
};
