import { Link } from "@tanstack/react-router";
import { counted } from "../../../formats/page.js";
import type { Filters, Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { problemOf } from "../../api/problem.js";
import { Button } from "../../shared/Button.js";
import { Skeleton } from "../../shared/Loaded.js";
import { PartyList } from "../../shared/Party.js";
import { carriedWords, whatWords, whenWords, whereWords } from "./incident-words.js";
import { useNewSince, useVisits } from "./queries.js";
import css from "./Side.module.css";

const MOST = 6;

/** Incidents that reports have added something to since this browser's reader was last here. */
export function NewSince({
  filters,
  among,
}: {
  readonly filters: Filters;
  readonly among: readonly string[];
}) {
  const [{ since }, markSeen] = useVisits();
  const nameOf = useNameOf();
  const news = useNewSince(filters, since, MOST);
  return (
    <section aria-labelledby="new-since" className="screen-only">
      <h2 id="new-since">New since your last visit</h2>
      {since === null ? (
        <p className={css.quiet}>
          This is your first visit in this browser. What reports add from now on will be listed here.
        </p>
      ) : (
        <>
          <p className={css.since}>
            <time dateTime={since}>{moment(since)}</time>
            {news.data && news.data.total > 0 && (
              <span className="screen-only">
                <Button small kind="quiet" onPress={markSeen}>
                  Mark all as seen
                </Button>
              </span>
            )}
          </p>
          {news.data ? (
            news.data.total === 0 ? (
              <p className={css.quiet}>Nothing new in this selection.</p>
            ) : (
              <>
                <ul className={css.items}>
                  {news.data.incidents.map((i) => {
                    const where = whereWords(i, nameOf);
                    return (
                      <li key={i.id} className={css.item}>
                        <Link
                          to="/incidents/$id"
                          params={{ id: i.id }}
                          search={filters as Search}
                          className={css.head!}
                        >
                          {whenWords(i)}
                          {where !== null && <span className="foreign">, {where}</span>}
                        </Link>
                        <span className={css.row}>
                          <PartyList codes={i.parties} among={among} />
                        </span>
                        <span className={css.row}>
                          {whatWords(i)} · {carriedWords(i)}
                        </span>
                      </li>
                    );
                  })}
                </ul>
                {news.data.total > news.data.incidents.length && (
                  <p className={css.quiet}>
                    and {counted(news.data.total - news.data.incidents.length, "more incident")}
                  </p>
                )}
              </>
            )
          ) : news.isError ? (
            <p className={css.quiet}>This could not be fetched: {problemOf(news.error).detail}</p>
          ) : (
            <Skeleton lines={4} />
          )}
        </>
      )}
    </section>
  );
}

const moment = (iso: string) =>
  new Date(iso).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
