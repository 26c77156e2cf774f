/** What can be shown on a report's words, one over the other. */
export const LAYERS = ["says", "event", "toll", "when", "loaded", "missed"] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_WORDS: Record<Layer, string> = {
  says: "Who says it",
  event: "Events",
  toll: "Tolls",
  when: "Times and places",
  loaded: "Loaded words",
  missed: "What was not coded",
};

/** Words of a report that carry something. `id` is shared by the words of one claim. */
export interface Mark {
  readonly id: string;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  /** What stands around it: what a speaker says, the parties to an act. Shown more lightly. */
  readonly faint?: boolean;
}
