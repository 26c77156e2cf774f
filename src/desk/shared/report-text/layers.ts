/** What can be shown on a report's words, one over the other. */
export const LAYERS = ["says", "event", "toll", "when", "loaded"] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_WORDS: Record<Layer, string> = {
  says: "Who says it",
  event: "Events",
  toll: "Tolls",
  when: "Times and places",
  loaded: "Loaded words",
};

/** Words of a report that carry something. `id` is shared by the words of one claim. */
export interface Mark {
  readonly id: string;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
}
