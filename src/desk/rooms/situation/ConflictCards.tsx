import { Link } from "@tanstack/react-router";
import type { Conflicts } from "../../../formats/desk-json.js";
import { counted } from "../../../formats/page.js";
import { PartyList } from "../../shared/Party.js";
import css from "./ConflictCards.module.css";
import { whenWords } from "./incident-words.js";

/** The conflicts of the record, to pick one. */
export function ConflictCards({ conflicts }: { readonly conflicts: Conflicts["conflicts"] }) {
  return (
    <ul className={css.cards} aria-label="Conflicts in the record">
      {conflicts.map((c) => (
        <li key={c.name}>
          <Link to="/" search={{ conflict: c.name }} className={css.card!}>
            <span className={`${css.name} foreign`}>{c.name}</span>
            <span className={css.parties}>
              <PartyList codes={c.parties} among={c.parties} />
            </span>
            <span className={css.facts}>
              <span>{whenWords(c)}</span>
              <span>
                {counted(c.violentIncidents, "violent incident")}
                {c.proposed && (
                  <span className={css.proposed} title="Nobody has named it: the incidents suggest it.">
                    proposed
                  </span>
                )}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** As high as a row of cards. */
export const CardsSkeleton = () => <div className={css.waiting} />;
