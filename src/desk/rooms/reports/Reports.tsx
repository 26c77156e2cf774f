import { Link } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { ReportPage } from "../../../formats/desk-json.js";
import { counted, oneLine } from "../../../formats/page.js";
import type { Search } from "../../api/filters.js";
import { useAdd } from "../../shared/add-context.js";
import { Button } from "../../shared/Button.js";
import { Combo, TextInput } from "../../shared/Fields.js";
import { FilterBar } from "../../shared/FilterBar.js";
import { Empty, Failed, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { useFilters, useSearchValues } from "../../shared/use-filters.js";
import { VirtualList } from "../../shared/VirtualList.js";
import css from "./Reports.module.css";
import { kinWords, publishedWords, titleOf, totalWords } from "./report-lines.js";
import { Unread } from "./Unread.js";
import { useOutlets, useReports } from "./use-reports.js";

const one = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** The reports of the record, found by words, outlet and the filters of every room; above them what could not be read. */
export function Reports() {
  useTitle("Reports");
  const [filters] = useFilters();
  const [search] = useSearchValues();
  const [q, outlet] = [one(search.q), one(search.outlet)];
  // of the filters those that this room shows: what cannot be taken out here narrows nothing
  const filter = useMemo((): Search => {
    const { conflict, party, from, to, place } = filters;
    return { conflict, party, from, to, place, q, outlet };
  }, [filters, q, outlet]);
  const { query, reports, total } = useReports(filter);
  const isFiltered = Object.values(filter).some((v) => v !== undefined);
  const more = useCallback(() => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
  }, [query.hasNextPage, query.isFetchingNextPage, query.fetchNextPage]);
  return (
    <>
      <PageHead
        title="Reports"
        sub={query.data ? <span aria-live="polite">{totalWords(total, q)}</span> : <>&nbsp;</>}
        exports={{
          what: "reports",
          formats: ["csv", "json", "facts", "text"],
          with: { q, outlet },
        }}
      />
      <Unread />
      <div className={css.find}>
        <SearchField />
        <OutletField />
      </div>
      <FilterBar parts={["conflict", "period", "party", "place"]} />
      {query.isError && !query.data ? (
        <Failed error={query.error} retry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton lines={12} height="3.2rem" />
      ) : reports.length === 0 ? (
        <NoReports isFiltered={isFiltered} />
      ) : (
        <div className={css.list} data-stale={query.isPlaceholderData || undefined}>
          <VirtualList items={reports} keyOf={(r) => r.hash} label="Reports" estimate={68} onNearEnd={more}>
            {(report) => <Row report={report} />}
          </VirtualList>
          <p className={css.end} role="status">
            {query.isFetchingNextPage && "More are coming …"}
            {query.isFetchNextPageError && (
              <>
                The rest could not be fetched.{" "}
                <Button small onPress={() => void query.fetchNextPage()}>
                  Try again
                </Button>
              </>
            )}
          </p>
        </div>
      )}
    </>
  );
}

function Row({ report }: { readonly report: ReportPage["reports"][number] }) {
  const { title, name } = titleOf(report);
  return (
    <article className={css.row}>
      <span className={css.day}>{publishedWords(report)}</span>
      <div className={css.what}>
        <h2 className={css.title}>
          <Link to="/reports/$hash" params={{ hash: report.hash }} search={{} as Search} className="foreign">
            {title}
          </Link>
        </h2>
        <p className={css.sub}>
          <span className="foreign">{oneLine(report.outlet ?? "outlet not named")}</span>
          {name !== null && <span className={`${css.name} foreign`}>{name}</span>}
          {kinWords(report.kin).map((words) => (
            <span key={words} className={css.kin}>
              {words}
            </span>
          ))}
        </p>
      </div>
      <span className={css.claims}>{counted(report.claims, "claim")}</span>
    </article>
  );
}

/** Typing is over after so long without a key. */
const CALM_MS = 300;

function SearchField() {
  const [search, change] = useSearchValues();
  const asked = one(search.q) ?? "";
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    const words = typed.trim();
    if (words === asked) return;
    const timer = window.setTimeout(() => change({ q: words || undefined }, { replace: true }), CALM_MS);
    return () => window.clearTimeout(timer);
  }, [typed, asked, change]);
  return (
    <TextInput
      label="Words in the text"
      type="search"
      placeholder={'ceasefire Doha, "exact words", -without'}
      value={typed}
      onChange={setTyped}
    />
  );
}

function OutletField() {
  const [search, change] = useSearchValues();
  const outlets = useOutlets();
  const outlet = one(search.outlet) ?? "";
  const choices = useMemo(
    () =>
      [...new Set([...(outlet === "" ? [] : [outlet]), ...outlets])].map((id) => ({
        id,
        label: oneLine(id),
      })),
    [outlets, outlet],
  );
  return (
    <Combo
      key={outlet}
      label="Outlet"
      placeholder="All outlets"
      value={outlet}
      choices={choices}
      onChange={(value) => change({ outlet: value || undefined })}
    />
  );
}

function NoReports({ isFiltered }: { readonly isFiltered: boolean }) {
  const add = useAdd();
  const [, change] = useSearchValues();
  if (isFiltered)
    return (
      <Empty title="No report fits">
        <p>Other words, a longer period or fewer filters may find some.</p>
        <Button
          onPress={() =>
            change({
              q: undefined,
              outlet: undefined,
              conflict: undefined,
              party: undefined,
              from: undefined,
              to: undefined,
              place: undefined,
            })
          }
        >
          Show all reports
        </Button>
      </Empty>
    );
  return (
    <Empty title="No reports yet">
      <p>
        Add reports as pasted text, as files (plain text, Markdown or HTML), or by the addresses of pages and
        feeds. Each is read here, and its claims stand beside its words.
      </p>
      <Button kind="strong" onPress={add}>
        Add reports
      </Button>
    </Empty>
  );
}
