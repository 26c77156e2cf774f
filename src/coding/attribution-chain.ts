import { contains, overlaps, type Span } from "../text/span.js";
import { SpanIndex } from "../text/span-index.js";
import type { Attribution } from "./claim.js";

/** The attributions in whose content a span lies, outermost first; empty where the outlet says it in its own voice. */
export function chainAt(attributions: readonly Attribution[], span: Span): Attribution[] {
  return indexOf(attributions)
    .near({ start: span.start, end: span.start })
    .map((k) => attributions[k]!)
    .filter((a) => a.pieces.some((p) => contains(p, span)) && !overlaps(a.cueSpan, span))
    .sort((a, b) => length(b) - length(a) || a.id - b.id);
}

const indexes = new WeakMap<readonly Attribution[], SpanIndex>();

/** Where each attribution has content, so that long reports are not searched whole for every claim. */
function indexOf(attributions: readonly Attribution[]): SpanIndex {
  let index = indexes.get(attributions);
  if (!index) indexes.set(attributions, (index = SpanIndex.of(attributions, (a) => a.pieces)));
  return index;
}

/** The last of the chain: whose words a span is; null in the outlet's own voice. */
export function innermostAt(attributions: readonly Attribution[], span: Span): Attribution | null {
  return chainAt(attributions, span).at(-1) ?? null;
}

const length = (a: Attribution) => a.end - a.start;

/**
 * The attributions that a reader would list: who said, asked, accused, denied what. Left out are beliefs and wishes, things
 * that show something, words set apart, nouns of saying and acts inside what somebody else says, and what a speaker's content
 * lays to the same speaker again.
 */
export function principal(attributions: readonly Attribution[]): Attribution[] {
  return attributions.filter((a) => {
    if (a.kind === "thought" || a.kind === "evidence" || a.kind === "scare-quote") return false;
    // "The figures could not be verified": by whom is not said
    if (a.source === null && a.kind === "speech" && !a.direct && a.stance !== "asserts") return false;
    const outer = a.within.map((id) => attributions.find((o) => o.id === id)).filter((o) => o !== undefined);
    if (a.nominal && a.party === null) return false;
    // "Kigali rejected |a Congolese report| that …": two sides, of which the noun gives one
    if (a.nominal && outer.some((o) => !isOfAnother(a, o))) return false;
    if (a.kind === "act" && outer.length > 0) return false;
    return !outer.some((o) => o.party !== null && o.party.code === (a.party?.code ?? null));
  });
}

const isOfAnother = (a: Attribution, o: Attribution): boolean =>
  a.party?.code != null && o.party?.code != null && o.party.code !== a.party.code;
