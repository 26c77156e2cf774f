import { useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useEffect } from "react";
import { api } from "../api/client.js";
import { filtersOf, type Search } from "../api/filters.js";
import { Button } from "./Button.js";
import { Menu } from "./Menu.js";
import css from "./PageHead.module.css";
import { showToast } from "./toasts.js";

interface Exports {
  /** What /api/export makes: "incidents", "initiatives" … */
  readonly what: string;
  readonly formats: readonly ("csv" | "json" | "facts" | "text")[];
  /** Beside the filters: the id of an incident. */
  readonly with?: Search;
  /** Another export beside it, named in words. */
  readonly also?: { readonly what: string; readonly format: "csv"; readonly words: string };
}

const FORMAT_WORDS = { csv: "CSV (spreadsheet)", json: "JSON", facts: "Facts (JSON)", text: "Text" };

/** A room's title with what can be done with the view: a lasting link, export, print. */
export function PageHead({
  title,
  sub,
  exports,
  children,
}: {
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  readonly exports?: Exports;
  readonly children?: ReactNode;
}) {
  const search = useRouterState({ select: (s) => s.location.search as Search });
  return (
    <header className={css.head}>
      <div className={css.words}>
        <h1>{title}</h1>
        {sub && <div className={css.sub}>{sub}</div>}
      </div>
      <div className={`${css.tools} screen-only`}>
        {children}
        <Button kind="quiet" onPress={() => void copyLink()}>
          Copy link
        </Button>
        <Button kind="quiet" onPress={() => window.print()}>
          Print
        </Button>
        {exports && (
          <Menu
            label="Export"
            entries={[
              ...exports.formats.map((format) => ({
                what: exports.what,
                format,
                words: FORMAT_WORDS[format],
              })),
              ...(exports.also ? [exports.also] : []),
            ].map(({ what, format, words }) => ({
              id: `${what}.${format}`,
              words,
              label: words,
              href: api.exportAddress(what, { ...filtersOf(search), ...exports.with, format }),
              download: true,
            }))}
          />
        )}
      </div>
    </header>
  );
}

/** Sets what the window is called while a room is open. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Parley`;
  }, [title]);
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    showToast("The link to this view is copied.");
  } catch {
    showToast(`This view: ${location.href}`);
  }
}
