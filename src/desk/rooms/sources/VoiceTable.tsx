import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { grouped } from "../../../formats/page.js";
import type { Search } from "../../api/filters.js";
import { Button } from "../../shared/Button.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { pressed, type Sorting } from "./sort.js";
import css from "./VoiceTable.module.css";

export interface Column<T, C extends string> {
  readonly id: string;
  readonly words: string;
  /** What the table can be sorted by at this head; none: by nothing. */
  readonly orders?: readonly { readonly id: C; readonly words: string }[];
  readonly cell: (row: T) => ReactNode;
  /** Left out where there is little room, the third before the second: the row's detail has it. */
  readonly rank?: 2 | 3;
  readonly isNumber?: boolean;
}

/** Rows shown before one asks for more. */
const AT_ONCE = 100;

/** A table of those who speak or carry: sorted by its heads, the first column leads to a row's detail. Order and row stand in the address. */
export function VoiceTable<T, C extends string>({
  label,
  rows,
  columns,
  sorting,
  keyOf,
  isOpen,
}: {
  readonly label: string;
  readonly rows: readonly T[];
  readonly columns: readonly Column<T, C>[];
  readonly sorting: Sorting<C>;
  readonly keyOf: (row: T) => string;
  readonly isOpen: (row: T) => boolean;
}) {
  const [most, setMost] = useState(AT_ONCE);
  const shown = rows.slice(0, most);
  return (
    <>
      <table className={css.table}>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <Head key={c.id} column={c} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)} data-open={isOpen(row) || undefined}>
              {columns.map((c, k) =>
                k === 0 ? (
                  <th key={c.id} scope="row" className={css.first}>
                    {c.cell(row)}
                  </th>
                ) : (
                  <td key={c.id} data-rank={c.rank} data-number={c.isNumber || undefined}>
                    {c.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p className={css.more}>
          {grouped(most)} of {grouped(rows.length)} shown.{" "}
          <Button small onPress={() => setMost(most + AT_ONCE)}>
            {grouped(Math.min(AT_ONCE, rows.length - most))} more
          </Button>
        </p>
      )}
    </>
  );
}

function Head<T, C extends string>({
  column,
  sorting,
}: {
  readonly column: Column<T, C>;
  readonly sorting: Sorting<C>;
}) {
  const [, change] = useSearchValues();
  const orders = column.orders ?? [];
  const isSorted = orders.some((o) => o.id === sorting.column);
  return (
    <th
      scope="col"
      data-rank={column.rank}
      data-number={column.isNumber || undefined}
      {...(isSorted
        ? { "aria-sort": sorting.isDescending ? ("descending" as const) : ("ascending" as const) }
        : {})}
    >
      {orders.length > 1 && <span className={css.over}>{column.words}</span>}
      <span className={css.orders}>
        {orders.length === 0 && <span className={css.unordered}>{column.words}</span>}
        {orders.map((o) => (
          <button
            key={o.id}
            type="button"
            className={css.order}
            data-sorted={o.id === sorting.column || undefined}
            onClick={() => change({ sort: pressed(sorting, o.id) }, { replace: true })}
          >
            {o.words}
            <span aria-hidden="true" className={css.arrow}>
              {o.id !== sorting.column ? "" : sorting.isDescending ? "▼" : "▲"}
            </span>
          </button>
        ))}
      </span>
    </th>
  );
}

/** A row's name, which opens its detail, and closes it again. */
export function RowLink({
  name,
  value,
  isOpen,
  children,
}: {
  readonly name: "source" | "outlet";
  readonly value: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}) {
  const [search] = useSearchValues();
  return (
    <Link
      to="."
      search={{ ...search, [name]: isOpen ? undefined : value } as Search}
      resetScroll={false}
      className={css.open!}
      activeProps={{}}
      aria-current={isOpen ? "true" : undefined}
      id={`row-${value}`}
    >
      {children}
    </Link>
  );
}
