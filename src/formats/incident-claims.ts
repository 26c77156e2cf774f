import type { Incident } from "../record/incident.js";
import type { EventFact, Telling, TollFact } from "../record/telling.js";
import { excerpt, type PageOptions, row, title } from "./page.js";
import { figureLabel, sourceLabel, tollLabel, whatLabel } from "./record-labels.js";

/** Each claim of an incident with the id that `parley rule` takes, by report and telling. */
export function claimsText(incident: Incident, o: PageOptions, labelOf: (hash: string) => string): string {
  const lines = incident.tellings.flatMap((t) => [
    "",
    o.style.strong(`${labelOf(t.report)}  (telling ${t.id})`),
    ...claimsOf(t).flatMap((c) => row(shortId(c.id), claimWords(c, o), o)),
  ]);
  return [title("Claims, with the ids that rulings take", o), ...lines, ""].join("\n");
}

const claimsOf = (t: Telling): (EventFact | TollFact)[] =>
  [...t.events, ...t.tolls].sort((a, b) => a.start - b.start);

/** Eight digits of the report's hash are enough to find it again. */
const shortId = (id: string) => `${id.slice(0, 8)}${id.slice(id.indexOf("/"))}`;

function claimWords(c: EventFact | TollFact, o: PageOptions): string {
  const said =
    "harm" in c
      ? `${tollLabel(c, o)}: ${figureLabel({ low: c.low, high: c.high, hedge: c.hedge, words: c.figure, more: false })}`
      : whatLabel({ type: c.type, mode: c.mode, actor: c.actor, recipient: c.recipient }, o);
  const by = c.sources.length > 0 ? c.sources.map((s) => sourceLabel(s, o)).join(", ") : sourceLabel(null, o);
  const ruled = c.ruling === null ? "" : ` · ${c.ruling} by a ruling`;
  return `${by} ${c.stance}: ${said} · ${o.style.quote(excerpt(c.quote, 100))}${ruled}`;
}
