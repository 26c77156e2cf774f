import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import type { Situation } from "../../../formats/desk-json.js";
import type { Filters } from "../../api/filters.js";
import { leadLink } from "./clauses.js";
import css from "./Sentences.module.css";

/** How things stand, in a few sentences; every clause that rests on something leads to it. */
export function Sentences({
  sentences,
  filters,
}: {
  readonly sentences: Situation["sentences"];
  readonly filters: Filters;
}) {
  return (
    <p className={css.state}>
      {sentences.map((clauses, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no name; they are all new when they change
        <Fragment key={k}>
          {k > 0 && " "}
          <span>
            {clauses.map((clause, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <Fragment key={n}>
                {clause.lead ? (
                  <Link
                    {...leadLink(clause.lead, filters)}
                    className={css.lead!}
                    data-contested={clause.contested || undefined}
                  >
                    <span className="foreign">{clause.text}</span>
                    {clause.contested && <Contested text={clause.text} />}
                  </Link>
                ) : (
                  <span className="foreign">
                    {clause.text}
                    {clause.contested && <Contested text={clause.text} />}
                  </span>
                )}
              </Fragment>
            ))}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** A shape with its word, which is only read out where the clause says it itself. */
const Contested = ({ text }: { readonly text: string }) => (
  <span className={css.contested}>
    <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
      <path
        d="M1.5 5h9m0 0L7.8 2.3M10.5 5 7.8 7.7M14.5 11h-9m0 0 2.7-2.7M5.5 11l2.7 2.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
    </svg>
    <span className={/contested|denied/.test(text) ? "visually-hidden" : undefined}>contested</span>
  </span>
);
