import { Link } from "@tanstack/react-router";
import type { IncidentRoom } from "../../../formats/desk-json.js";
import { excerpt, oneLine } from "../../../formats/page.js";
import type { IncidentListing } from "../../../record/listing.js";
import type { Search } from "../../api/filters.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { useFilters } from "../../shared/use-filters.js";
import css from "./Chains.module.css";
import { listedWords } from "./listed-words.js";
import { type ChainNeighbour, chainNeighbours, type RoomModel } from "./room-model.js";

/** What the incident answered or came after, and what answered or followed it, with who says so. */
export function Chains({
  model,
  linked,
}: {
  readonly model: RoomModel;
  readonly linked: IncidentRoom["linked"];
}) {
  const { incident } = model;
  const { earlier, later } = chainNeighbours(incident.id, incident.chains);
  if (earlier.length + later.length === 0) return null;
  const listing = (id: string | null) => linked.find((l) => l.id === id);
  return (
    <nav className={css.chains} aria-label="What it answered, and what answered it">
      <ol>
        {earlier.map((n) => (
          <li key={n.to ?? n.words}>
            <Neighbour neighbour={n} isEarlier listing={listing(n.to)} model={model} />
          </li>
        ))}
        <li aria-current="true">
          <span className={css.here}>this incident</span>
        </li>
        {later.map((n) => (
          <li key={n.to ?? n.words}>
            <Neighbour neighbour={n} isEarlier={false} listing={listing(n.to)} model={model} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

const RELATION_WORDS = {
  response: { earlier: "in response to", later: "answered by" },
  after: { earlier: "after", later: "followed by" },
} as const;

function Neighbour({
  neighbour: { to, words, links },
  isEarlier,
  listing,
  model,
}: {
  readonly neighbour: ChainNeighbour;
  readonly isEarlier: boolean;
  readonly listing: IncidentListing | undefined;
  readonly model: RoomModel;
}) {
  const nameOf = useNameOf();
  const sourceLabel = useSourceLabel();
  const [filters] = useFilters();
  return (
    <div className={css.link}>
      {to === null ? (
        <q className="foreign">{oneLine(words ?? "")}</q>
      ) : (
        <Link to="/incidents/$id" params={{ id: to }} search={filters as Search} className={css.to!}>
          {listing ? listedWords(listing, nameOf) : to}
        </Link>
      )}
      <ul className={css.said}>
        {links.map((l) => (
          <li key={`${l.relation}${l.source}`}>
            {RELATION_WORDS[l.relation][isEarlier ? "earlier" : "later"]}, per {sourceLabel(l.source)}:{" "}
            {l.evidence.slice(0, 1).map((e) => (
              <span key={e.claim}>
                <span className={`${css.quote} foreign`}>{excerpt(e.quote, 90)}</span>{" "}
                <Link
                  to="/reports/$hash"
                  params={{ hash: e.report }}
                  search={{ claim: e.claim } as Search}
                  className="foreign"
                >
                  {model.reportOf(e.report)?.label ?? "the report"}
                </Link>
              </span>
            ))}
            {l.evidence.length > 1 && ` and ${l.evidence.length - 1} more`}
          </li>
        ))}
      </ul>
    </div>
  );
}
