import type { Name, Upos } from "./sentence.js";

/** What the models say about the words of one sentence; columns as in `Sentence`. */
export interface WordAnalysis {
  readonly lemma: string[];
  readonly upos: Upos[];
  readonly xpos: string[];
  readonly head: Int16Array;
  readonly relation: string[];
  readonly margin: Float32Array;
  readonly names: Name[];
}
