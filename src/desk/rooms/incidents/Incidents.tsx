import { Link } from "@tanstack/react-router";
import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { counted, grouped } from "../../../formats/page.js";
import { RULE_NAMES } from "../../../record/rollups.js";
import { filtersOf, type Search } from "../../api/filters.js";
import { useAdd } from "../../shared/add-context.js";
import { Button } from "../../shared/Button.js";
import { FilterBar } from "../../shared/FilterBar.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { VirtualList, type VirtualListHandle } from "../../shared/VirtualList.js";
import { IncidentRow } from "./IncidentRow.js";
import css from "./Incidents.module.css";
import { KindPicker } from "./KindPicker.js";
import { useIncidentList } from "./use-incident-list.js";

/** What happened, as a list that goes on to its end however long it is. */
export function Incidents() {
  useTitle("Incidents");
  const [search, change] = useSearchValues();
  const filters = useMemo(() => filtersOf(search), [search]);
  const since = typeof search.since === "string" ? search.since : undefined;
  const asked: Search = since === undefined ? { ...filters } : { ...filters, since };
  const { first, rows, onRange } = useIncidentList(asked);
  const list = useRef<VirtualListHandle>(null);
  const takesFocus = useWalk(list, rows.length);
  return (
    <>
      <PageHead
        title="Incidents"
        sub={
          <p>
            {first.data ? `${counted(first.data.total, "incident")}, ${first.data.sorted}.` : "Counting."}{" "}
            Figures: best (low–high); rule: {RULE_NAMES.ucdp}.
          </p>
        }
        exports={{ what: "incidents", formats: ["csv", "json", "facts", "text"] }}
      />
      <FilterBar />
      <div className={`${css.tools} screen-only`}>
        <KindPicker kinds={filters.kind} onChange={(kind) => change({ kind })} />
        {since !== undefined && (
          <Button small onPress={() => change({ since: undefined })}>
            <span className="visually-hidden">Without: </span>
            reports added something since {since.slice(0, 16).replace("T", " ")}{" "}
            <span aria-hidden="true">✕</span>
          </Button>
        )}
        <p className={css.keys}>
          <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> opens
        </p>
      </div>
      <Loaded query={first} skeleton={<Skeleton lines={10} height="3.6rem" />}>
        {({ total }) =>
          total === 0 ? (
            <NothingFound isNarrowed={Object.keys(asked).length > 0} />
          ) : (
            <>
              <div className={css.list}>
                <VirtualList items={rows} label="Incidents" estimate={76} onRange={onRange} handle={list}>
                  {(row, index) => (
                    <IncidentRow incident={row} index={index} filters={filters} takesFocus={takesFocus} />
                  )}
                </VirtualList>
              </div>
              <p className={css.printed}>
                Of {grouped(total)} the rows in view are printed; the export has all.
              </p>
            </>
          )
        }
      </Loaded>
    </>
  );
}

function NothingFound({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const add = useAdd();
  if (isNarrowed)
    return (
      <Empty title="No incident fits these filters">
        <p>
          Take one out above, or ask for other kinds; words and talks are listed only when they are asked for.
        </p>
        <Link to="/incidents">All incidents of violence and coercion</Link>
      </Empty>
    );
  return (
    <Empty title="No incidents yet">
      <p>Add reports, and what they tell of is listed here with who says it.</p>
      <Button kind="strong" onPress={add}>
        Add reports
      </Button>
    </Empty>
  );
}

/**
 * Walks the rows by j and k from anywhere on the page, and by arrow keys from a row.
 *
 * @returns whether a row was walked to and is still to get the focus; asked by each row as it comes to be there
 */
function useWalk(list: RefObject<VirtualListHandle | null>, count: number): (index: number) => boolean {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      const target = e.target as HTMLElement;
      if (
        e.ctrlKey ||
        e.metaKey ||
        e.altKey ||
        target.matches("input:not([type=checkbox]), textarea, select")
      )
        return;
      const row = target.closest<HTMLElement>("[data-row]");
      const by = stepOf(e.key, row !== null);
      if (by === 0 || count === 0 || target.closest('[role="dialog"], [role="listbox"], [role="menu"]'))
        return;
      e.preventDefault();
      const at = wanted.current ?? (row === null ? null : Number(row.dataset.row));
      const to = at === null ? firstInView() : Math.min(count - 1, Math.max(0, at + by));
      wanted.current = to;
      list.current?.scrollTo(to);
      const link = document.querySelector<HTMLElement>(`[data-row="${to}"]`);
      if (link) {
        link.focus({ preventScroll: true });
        wanted.current = null;
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [list, count]);
  return useCallback((index) => {
    if (wanted.current !== index) return false;
    wanted.current = null;
    return true;
  }, []);
}

function stepOf(key: string, isOnRow: boolean): number {
  if (key === "j" || (isOnRow && key === "ArrowDown")) return 1;
  if (key === "k" || (isOnRow && key === "ArrowUp")) return -1;
  return 0;
}

/** The first row that stands below the bar of rooms. */
function firstInView(): number {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const row = rows.find((r) => r.getBoundingClientRect().top >= 52) ?? rows[0];
  return Number(row?.dataset.row ?? 0);
}
