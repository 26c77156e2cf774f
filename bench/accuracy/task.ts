import type { Features } from "../../src/coding/confidence.js";

/** What `npm run bench:accuracy` measures: each task lies in its own folder of bench/ and says what it measures and how. */
export interface Task {
  /** As `--task` names it: "attribution". */
  readonly name: string;
  /** What is asked of the reader: "who says so". */
  readonly title: string;
  /** The gold file, below the data folder. Development or training data only: test halves are nobody's to tune on. */
  readonly file: string;
  /** Another of its form, where the claims of `file` are too few to tell of calibration; its figures are not shown. */
  readonly calibration?: string;
  /** Reads a gold file of this task's form and scores what Parley makes of its texts. */
  readonly measure: (file: string) => Promise<Measured>;
}

export interface Measured {
  /** In the order in which they are shown, the headline first. */
  readonly figures: readonly Figure[];
  /** Every difference from the gold, for the error table. */
  readonly misses: readonly Miss[];
  /** Claims with the confidence that they carry, for calibration; empty where the gold cannot judge single claims. */
  readonly judged: readonly Judged[];
}

export interface Figure {
  /** The metric: "source F1", "value F1". */
  readonly name: string;
  /** In per cent, unless `unit` says otherwise. */
  readonly value: number;
  readonly unit?: "km" | "ms";
  /** How many cases it rests on. */
  readonly of: number;
  /** What is to be reached, with "at most" where less is better. */
  readonly aim?: number;
  readonly atMost?: true;
  /** What a trivial method reaches on the same file: computed here where `what` is code of ours, else noted. */
  readonly floor?: Compared;
  /** Published or measured, with where that is written; on another set where it says so. */
  readonly peers?: readonly Compared[];
}

export interface Compared {
  readonly what: string;
  readonly value: number;
}

export interface Miss {
  /** In the gold and not found; found and not in the gold; found, and something about it differs. */
  readonly kind: "missed" | "false" | "differs";
  /** What misses are grouped by: "type: ASSAULT → COERCE", "cue: vow". */
  readonly cause: string;
  /** The sentence, as written. */
  readonly sentence: string;
  /** Gold and prediction, in a line. */
  readonly detail: string;
}

export interface Judged {
  readonly kind: "event" | "toll" | "attribution" | "date" | "place" | "initiative";
  /** 0 to 1: how sure Parley says it is. */
  readonly confidence: number;
  readonly right: boolean;
  /** What the confidence rests on, to learn from. */
  readonly features?: Features;
  /** Of the half of a set that the levels of confidence are read off: says nothing of calibration. */
  readonly forLevel?: true;
}
