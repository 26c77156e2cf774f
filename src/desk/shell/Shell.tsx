import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { filtersOf, type Search } from "../api/filters.js";
import { useIsConnected, useRecordChanges } from "../api/live.js";
import { AddContext } from "../shared/add-context.js";
import { AddingIndicator } from "../shared/adding/AddingIndicator.js";
import { WindowDrop } from "../shared/adding/WindowDrop.js";
import {
  DENSITIES,
  type Density,
  setAppearance,
  THEMES,
  type Theme,
  useAppearance,
} from "../shared/appearance.js";
import { Button } from "../shared/Button.js";
import { Menu } from "../shared/Menu.js";
import { ROOMS } from "../shared/rooms.js";
import { Toasts } from "../shared/Toasts.js";
import css from "./Shell.module.css";

const Palette = lazy(() => import("../rooms/palette/Palette.js").then((m) => ({ default: m.Palette })));
const AddDialog = lazy(() => import("../rooms/add/AddDialog.js").then((m) => ({ default: m.AddDialog })));

/** What is always there: the rooms, the palette, adding, appearance, and what was just done. */
export function Shell() {
  const navigate = useNavigate();
  const path = useRouterState({ select: (s) => s.location.pathname });
  const search = useRouterState({ select: (s) => s.location.search as Search });
  const [isFinding, setFinding] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const add = useCallback(() => setAdding(true), []);
  const isConnected = useIsConnected();
  useRecordChanges();
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") {
        e.preventDefault();
        setFinding((open) => !open);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <I18nProvider locale="en-GB">
      <AddContext value={add}>
        <a className={css.skip} href="#room">
          To the page
        </a>
        <header className={css.bar}>
          <Link to="/" className={css.wordmark!} aria-label="Parley, to the situation">
            <Mark />
            <span>Parley</span>
          </Link>
          <nav className={css.rooms} aria-label="Rooms">
            {ROOMS.map((r) => (
              <Link
                key={r.to}
                to={r.to}
                search={filtersOf(search) as Search}
                className={css.room!}
                activeOptions={{ exact: r.to === "/", includeSearch: false }}
                {...(r.to !== "/" && path.startsWith(r.to) ? { "aria-current": "page" as const } : {})}
              >
                {r.label}
              </Link>
            ))}
          </nav>
          <div className={css.tools}>
            <AddingIndicator onShow={add} />
            <Button onPress={() => setFinding(true)}>
              <Glass />
              <span className={css.wide}>Search</span>
              <kbd className={css.wide}>Ctrl K</kbd>
            </Button>
            <Button kind="strong" onPress={add}>
              Add
            </Button>
            <Appearance />
          </div>
        </header>
        {!isConnected && (
          <p className={css.lost} role="status">
            The desk's server does not answer. What is shown may be out of date; it is tried again by itself.
          </p>
        )}
        <main id="room" className={css.page} tabIndex={-1}>
          <Outlet />
        </main>
        <Suspense>
          {isFinding && (
            <Palette
              onClose={() => setFinding(false)}
              onGo={(href) => {
                setFinding(false);
                void navigate({ href });
              }}
              onAdd={() => {
                setFinding(false);
                add();
              }}
            />
          )}
          {isAdding && <AddDialog onClose={() => setAdding(false)} />}
        </Suspense>
        <WindowDrop onTake={add} />
        <Toasts />
      </AddContext>
    </I18nProvider>
  );
}

function Appearance() {
  const theme = useAppearance("theme");
  const density = useAppearance("density");
  return (
    <Menu
      kind="quiet"
      name="Appearance"
      label={<span aria-hidden="true">Aa</span>}
      entries={[
        ...THEMES.map((t) => ({
          id: `theme:${t}`,
          words: t,
          label: { system: "As the system", light: "Light", dark: "Dark" }[t],
          isChosen: theme === t,
        })),
        ...DENSITIES.map((d) => ({
          id: `density:${d}`,
          words: d,
          label: { comfortable: "Comfortable rows", compact: "Compact rows" }[d],
          isChosen: density === d,
        })),
      ]}
      onAction={(id) => {
        const [name, value] = id.split(":") as ["theme" | "density", Theme | Density];
        setAppearance(name, value);
      }}
    />
  );
}

const Mark = () => (
  <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
    <path d="M3 4h16v12h-9l-4 4v-4H3z" fill="var(--accent)" />
    <path d="M16 19h6v-7h7v13h-3v4l-4-4h-6z" fill="none" stroke="var(--accent)" strokeWidth="2" />
  </svg>
);

const Glass = () => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    <path d="m10.5 10.5 4 4" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);
