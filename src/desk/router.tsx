import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { type ComponentType, lazy, useState } from "react";
import { parseSearch, type Search, stringifySearch } from "./api/filters.js";
import { Failed } from "./shared/Loaded.js";
import { NotFound } from "./shared/NotFound.js";
import { Shell } from "./shell/Shell.js";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => search as Search,
});

/**
 * A room, which is a file of its own, fetched when it is first opened. The router's own lazy components reload the page where the
 * file cannot be fetched, so that a server that is gone would leave nothing on the page.
 */
function room<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  let fetched: ComponentType | null = null;
  const preload = async () => {
    fetched = (await load())[name];
  };
  const Lazy = lazy(async () => {
    await preload();
    return { default: fetched! };
  });
  // what is there already is shown at once: React holds back what it once had to wait for by a third of a second
  const Room = () => {
    const [Shown] = useState<ComponentType>(() => fetched ?? Lazy);
    return <Shown />;
  };
  return Object.assign(Room, { preload });
}

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    component: room(() => import("./rooms/situation/Situation.js"), "Situation"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/incidents",
    component: room(() => import("./rooms/incidents/Incidents.js"), "Incidents"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/incidents/$id",
    component: room(() => import("./rooms/incident/Incident.js"), "Incident"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/diplomacy",
    component: room(() => import("./rooms/diplomacy/Diplomacy.js"), "Diplomacy"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reports",
    component: room(() => import("./rooms/reports/Reports.js"), "Reports"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reports/$hash",
    component: room(() => import("./rooms/report/Report.js"), "Report"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sources",
    component: room(() => import("./rooms/sources/Sources.js"), "Sources"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/map",
    component: room(() => import("./rooms/map/MapRoom.js"), "MapRoom"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/review",
    component: room(() => import("./rooms/review/Review.js"), "Review"),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch: (search) => stringifySearch(search as Search),
  defaultPreload: "intent",
  // a file that could not be fetched once is not asked for again before the page is
  defaultErrorComponent: ({ error }) => (
    <>
      <h1>Not here</h1>
      <Failed error={error} retry={() => location.reload()} />
    </>
  ),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
