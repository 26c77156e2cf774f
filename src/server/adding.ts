import type { Batch } from "../formats/desk-json.js";
import type { AsyncInputs } from "./documents.js";

/** Documents on their way into the store, in batches; one after another, in the background. */
export interface Adding {
  /** Takes a batch; its documents are read in turn. */
  readonly begin: (names: readonly string[], inputs: AsyncInputs) => Batch;
  readonly batch: (id: string) => Batch | null;
  /** Takes up what an earlier run left. */
  readonly resume: () => void;
  /** Ends after the document at hand; what is not read is taken up next time. */
  readonly close: () => Promise<void>;
}
