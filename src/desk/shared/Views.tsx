import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Search } from "../api/filters.js";
import { useSearchValues } from "./use-filters.js";
import css from "./Views.module.css";

interface ViewChoice {
  readonly id: string;
  readonly words: ReactNode;
}

/**
 * Views of one room, side by side as links: which is open stands in the address under `name`; the first is what the address
 * without it means. `drop`: values that mean something in one view only.
 */
export function Views({
  label,
  name,
  value,
  views,
  drop = [],
  kind = "tabs",
}: {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly views: readonly ViewChoice[];
  readonly drop?: readonly string[];
  readonly kind?: "tabs" | "chips";
}) {
  const [search] = useSearchValues();
  const kept = Object.fromEntries(Object.entries(search).filter(([n]) => n !== name && !drop.includes(n)));
  return (
    <nav aria-label={label} className={css.views} data-kind={kind}>
      {views.map((v, k) => (
        <Link
          key={v.id}
          to="."
          search={{ ...kept, ...(k > 0 ? { [name]: v.id } : {}) } as Search}
          resetScroll={false}
          className={css.view!}
          // the room itself says which is open: the router would call each of them active
          activeProps={{}}
          {...(v.id === value ? { "aria-current": "page" as const } : { "aria-current": undefined })}
          data-open={v.id === value || undefined}
        >
          {v.words}
        </Link>
      ))}
    </nav>
  );
}
