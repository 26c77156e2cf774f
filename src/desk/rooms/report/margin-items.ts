import type { LoadedWord, Uncoded } from "../../../coding/claim.js";
import type { StandingClaim } from "../../../formats/desk-json.js";
import type { Layer } from "../../shared/report-text/layers.js";
import type { Coded } from "./coded-claims.js";
import { layerOf } from "./marks.js";

/** What stands beside the text at a span of it. `key`: a claim's id, "loaded:0", "missed:1", "new". */
export type MarginItem = { readonly key: string; readonly start: number; readonly end: number } & (
  | { readonly kind: "claim"; readonly claim: StandingClaim; readonly number: number }
  | { readonly kind: "loaded"; readonly word: LoadedWord }
  | { readonly kind: "missed"; readonly missed: Uncoded }
  | { readonly kind: "new" }
);

/**
 * What stands beside the text, in its order: a card for each claim of the layers that are on, and for the one that is open; notes
 * on loaded words and on what was not coded where these layers are on; the form for a new claim. Claims keep their numbers.
 */
export function marginItems({
  coded,
  claims,
  layers,
  open,
  adding,
}: {
  readonly coded: Coded;
  readonly claims: readonly StandingClaim[];
  readonly layers: readonly Layer[];
  readonly open: string | null;
  /** Where a claim is being added. */
  readonly adding: { readonly start: number; readonly end: number } | null;
}): MarginItem[] {
  const items: MarginItem[] = claims.flatMap((claim, k) =>
    layers.includes(layerOf(claim.kind)) || claim.id === open
      ? [{ key: claim.id, start: claim.start, end: claim.end, kind: "claim", claim, number: k + 1 }]
      : [],
  );
  if (layers.includes("loaded"))
    for (const [k, word] of coded.loadedWords.entries())
      items.push({ key: `loaded:${k}`, start: word.start, end: word.end, kind: "loaded", word });
  if (layers.includes("missed"))
    for (const [k, missed] of coded.uncoded.entries())
      items.push({ key: `missed:${k}`, start: missed.start, end: missed.end, kind: "missed", missed });
  if (adding) items.push({ key: "new", start: adding.start, end: adding.end, kind: "new" });
  return items.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The item `steps` after the one with this key; the first or last where there is none. Null in an empty list. */
export function itemAfter(
  items: readonly { readonly key: string }[],
  key: string | null,
  steps: 1 | -1,
): string | null {
  const at = items.findIndex((i) => i.key === key);
  if (at < 0) return (steps > 0 ? items[0] : items.at(-1))?.key ?? null;
  return items[Math.min(Math.max(at + steps, 0), items.length - 1)]!.key;
}

/** The layers of the address: "none" is none, what is not there is what is on at first. */
export const FIRST_LAYERS: readonly Layer[] = ["says", "event", "toll"];

export function layersOf(
  value: string | readonly string[] | undefined,
  all: readonly Layer[],
): readonly Layer[] {
  if (value === undefined) return FIRST_LAYERS;
  return all.filter((l) => value.includes(l));
}

/** How layers stand in the address. */
export function layersValue(layers: readonly Layer[]): readonly string[] | undefined {
  if (layers.length === 0) return ["none"];
  const asAtFirst = layers.length === FIRST_LAYERS.length && FIRST_LAYERS.every((l) => layers.includes(l));
  return asAtFirst ? undefined : layers;
}
