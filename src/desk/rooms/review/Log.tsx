import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback } from "react";
import type { MadeRuling } from "../../../formats/desk-json.js";
import { excerpt, grouped } from "../../../formats/page.js";
import { api } from "../../api/client.js";
import type { Search } from "../../api/filters.js";
import { Button } from "../../shared/Button.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { useRuling } from "../../shared/rulings.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { VirtualList } from "../../shared/VirtualList.js";
import css from "./Log.module.css";
import { nextOffset, unique, whenWords } from "./log-rows.js";

const PAGE = 100;
/** A quote's length in the log; the report has all of it. */
const QUOTE = 220;

/** All rulings, the latest first, each with a way back. */
export function Log({ onUndone }: { readonly onUndone: (ruling: string) => void }) {
  const query = useInfiniteQuery({
    queryKey: ["rulings"],
    queryFn: ({ pageParam, signal }) =>
      api.rulings({ limit: String(PAGE), offset: String(pageParam) }, signal),
    initialPageParam: 0,
    getNextPageParam: nextOffset,
  });
  const [, change] = useSearchValues();
  const ruling = useRuling();
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const undo = (made: MadeRuling) =>
    ruling.mutate(
      { ruling: { body: { kind: "undo", ruling: made.id }, why: "" } },
      { onSuccess: () => onUndone(made.id) },
    );
  return (
    <Loaded query={query as never} skeleton={<Skeleton lines={10} height="2.4rem" />}>
      {() => {
        const pages = query.data?.pages ?? [];
        const rulings = unique(pages.flatMap((p) => p.rulings));
        const total = pages.at(-1)?.total ?? 0;
        return rulings.length === 0 ? (
          <Empty title="No rulings yet">
            <p>
              Whatever a person decides about the record is kept here for good, with who, when and why: what
              is accepted, corrected or rejected in this room, on reports and on incidents.
            </p>
            <Button kind="strong" onPress={() => change({ tab: undefined })}>
              What waits to be decided
            </Button>
          </Empty>
        ) : (
          <>
            <p className={css.total} role="status">
              {grouped(total)} {total === 1 ? "ruling" : "rulings"}, the latest first. None is ever deleted:
              undoing one is a ruling too.
            </p>
            <VirtualList items={rulings} keyOf={(r) => r.id} label="Rulings" estimate={104} onNearEnd={more}>
              {(made) => <Row made={made} isBusy={ruling.isPending} onUndo={() => undo(made)} />}
            </VirtualList>
            {query.isFetchingNextPage && <Skeleton lines={3} height="2.4rem" />}
          </>
        );
      }}
    </Loaded>
  );
}

function Row({
  made,
  isBusy,
  onUndo,
}: {
  readonly made: MadeRuling;
  readonly isBusy: boolean;
  readonly onUndo: () => void;
}) {
  return (
    <article className={css.row} data-undone={made.stands ? undefined : ""}>
      <div className={css.when}>
        <time dateTime={made.at}>{whenWords(made.at)}</time>
        <span className="foreign">{made.who}</span>
      </div>
      <div className={css.what}>
        <h2 className="foreign">{made.words}</h2>
        {made.quote !== null && <p className={`${css.quote} foreign`}>{excerpt(made.quote, QUOTE)}</p>}
        {made.why !== "" && (
          <p>
            Why: <span className="foreign">{made.why}</span>
          </p>
        )}
        <p className={css.links}>
          {made.report !== null && (
            <Link
              to="/reports/$hash"
              params={{ hash: made.report }}
              search={("claim" in made.body ? { claim: made.body.claim } : {}) as Search}
            >
              <span className="foreign">{made.reportLabel ?? "The report"}</span>
            </Link>
          )}
          {made.incident !== null && (
            <Link to="/incidents/$id" params={{ id: made.incident }}>
              The incident
            </Link>
          )}
        </p>
      </div>
      <div className={css.state}>
        <span>{made.stands ? "stands" : "undone"}</span>
        {made.stands && (
          <Button small isDisabled={isBusy} aria-label={`Undo: ${made.words}`} onPress={onUndo}>
            Undo
          </Button>
        )}
      </div>
    </article>
  );
}
