import type { SearchHit } from "../record/listing.js";
import { oneDay } from "./labels.js";
import { counted, oneLine, type PageOptions, page, wrap } from "./page.js";

/** Hits of a search, the words found in «…» (in bold on a terminal). Text inside quotation marks is the report's. */
export function searchText(hits: readonly SearchHit[], o: PageOptions): string {
  if (hits.length === 0) return "Nothing found.\n";
  return page([
    hits.flatMap((h) => hitLines(h, o)),
    [o.style.faint(`${counted(hits.length, "place")} found.`)],
  ]);
}

function hitLines(h: SearchHit, o: PageOptions): string[] {
  const about = [
    o.style.strong(oneLine(h.label)),
    h.from === null ? "date unknown" : oneDay(h.from),
    h.claim === null ? "report" : `claim ${h.claim.slice(h.claim.indexOf("/") + 1)}`,
    ...(h.incident === null ? [] : [`incident ${h.incident}`]),
  ];
  // marks stay: a pipe has no bold
  const found = oneLine(h.excerpt).replace(/«([^«»]*)»/g, (_, words: string) => `«${o.style.strong(words)}»`);
  return [...wrap(about.join(" · "), o.width, "", "   "), ...wrap(`“${found}”`, o.width, "   ")];
}
