import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { problemOf } from "../api/problem.js";
import { Button } from "./Button.js";
import css from "./Loaded.module.css";

/** What a query gives, or its skeleton while it is loading, or what went wrong and what to try. */
export function Loaded<T>({
  query,
  title,
  skeleton,
  children,
}: {
  readonly query: UseQueryResult<T>;
  /** Where the query is all of a page: what the page is called until it is there. */
  readonly title?: string;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined)
    return (
      <>
        {query.isError && <Stale error={query.error} retry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  if (query.isError)
    return (
      <>
        {title && <h1>{title}</h1>}
        <Failed error={query.error} retry={() => void query.refetch()} />
      </>
    );
  return (
    <div aria-busy="true">
      {title && <h1 className="visually-hidden">{title}</h1>}
      <span className="visually-hidden">Loading</span>
      {skeleton ?? <Skeleton lines={6} />}
    </div>
  );
}

/** Grey lines where text will be. */
export function Skeleton({
  lines = 4,
  height = "1em",
}: {
  readonly lines?: number;
  readonly height?: string;
}) {
  return (
    <div className={css.skeleton} aria-hidden="true" aria-busy="true">
      {Array.from({ length: lines }, (_, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines without a life of their own
        <span key={k} style={{ width: `${[92, 78, 85, 64, 88, 71][k % 6]}%`, height }} />
      ))}
    </div>
  );
}

/** What happened and what to try. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const problem = problemOf(error);
  return (
    <section className={css.failed} role="alert">
      <h2>{problem.title}</h2>
      <p>{problem.detail}</p>
      <p>{problem.hint}</p>
      {retry && <Button onPress={retry}>Try again</Button>}
      <p className="faint">{problem.code}</p>
    </section>
  );
}

function Stale({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <p className={css.stale} role="status">
      Not up to date: {problemOf(error).detail}{" "}
      <Button kind="quiet" onPress={retry}>
        Try again
      </Button>
    </p>
  );
}

/** There is nothing here; what to do next. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <section className={css.empty}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
