import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { parseSearch, type Search, stringifySearch } from "./api/filters.js";
import { Failed } from "./shared/Loaded.js";
import { NotFound } from "./shared/NotFound.js";
import { Shell } from "./shell/Shell.js";

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>) => search as Search,
});

// every room is a file of its own, fetched when it is first opened
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: "/",
    component: lazyRouteComponent(() => import("./rooms/situation/Situation.js"), "Situation"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/incidents",
    component: lazyRouteComponent(() => import("./rooms/incidents/Incidents.js"), "Incidents"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/incidents/$id",
    component: lazyRouteComponent(() => import("./rooms/incident/Incident.js"), "Incident"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/diplomacy",
    component: lazyRouteComponent(() => import("./rooms/diplomacy/Diplomacy.js"), "Diplomacy"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reports",
    component: lazyRouteComponent(() => import("./rooms/reports/Reports.js"), "Reports"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/reports/$hash",
    component: lazyRouteComponent(() => import("./rooms/report/Report.js"), "Report"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/sources",
    component: lazyRouteComponent(() => import("./rooms/sources/Sources.js"), "Sources"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/map",
    component: lazyRouteComponent(() => import("./rooms/map/MapRoom.js"), "MapRoom"),
  }),
  createRoute({
    getParentRoute: () => root,
    path: "/review",
    component: lazyRouteComponent(() => import("./rooms/review/Review.js"), "Review"),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  parseSearch,
  stringifySearch: (search) => stringifySearch(search as Search),
  defaultPreload: "intent",
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
