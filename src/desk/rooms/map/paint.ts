import { colourVar } from "../../shared/party-colour.js";
import { OTHERS } from "./spots.js";

/** How those who acted are painted: their colour, and the hatch in it for what is contested. */
export interface Paint {
  readonly of: (actor: string | null) => string;
  readonly hatch: (actor: string | null) => string;
  /** Every hatch that can be asked for, by its id. */
  readonly hatches: readonly { readonly id: string; readonly colour: string }[];
}

/** @param colours numbers of the colours of the parties that have one of their own */
export function paintOf(colours: ReadonlyMap<string, number>): Paint {
  const of = (actor: string | null) =>
    actor === null ? "var(--line-strong)" : actor === OTHERS ? "var(--ink-2)" : colourVar(colours.get(actor));
  const key = (actor: string | null) =>
    `map-hatch-${actor === null ? "unsaid" : actor === OTHERS ? "others" : (colours.get(actor) ?? "unsaid")}`;
  const hatches = new Map(
    [null, OTHERS, ...colours.keys()].map((actor) => [key(actor), { id: key(actor), colour: of(actor) }]),
  );
  return { of, hatch: (actor) => `url(#${key(actor)})`, hatches: [...hatches.values()] };
}
