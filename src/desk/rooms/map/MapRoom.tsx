import { Link } from "@tanstack/react-router";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { IncidentMap } from "../../../formats/desk-json.js";
import { counted } from "../../../formats/page.js";
import { filtersOf, type Search } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { FilterBar } from "../../shared/FilterBar.js";
import { Empty, Loaded, Skeleton } from "../../shared/Loaded.js";
import { PageHead, useTitle } from "../../shared/PageHead.js";
import { partyColours } from "../../shared/party-colour.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Legend } from "./Legend.js";
import { boxOf } from "./land.js";
import { MapChart } from "./MapChart.js";
import css from "./MapRoom.module.css";
import { Hatches } from "./MarkShape.js";
import { type Mark, marksOf } from "./marks.js";
import { fitted, project, SCALES, type Size } from "./mercator.js";
import { Panel } from "./Panel.js";
import { PlacesTable } from "./PlacesTable.js";
import { paintOf } from "./paint.js";
import { isDrawn } from "./precision.js";
import { useIncidentMap } from "./queries.js";
import { type MapIncident, mainActors, type Spot, spotsOf } from "./spots.js";
import { TimeDrawer } from "./TimeDrawer.js";
import { useMapView } from "./use-map-view.js";
import { coverage } from "./words.js";

/** Where the incidents were, as near as that is known. */
export function MapRoom() {
  useTitle("Map");
  const [search, change] = useSearchValues();
  const filters = useMemo(() => filtersOf(search), [search]);
  // the axis and the first view are of all days, so that both stay where they are while a period is picked
  const { from: _, to: __, ...ofAllDays } = filters;
  const now = useIncidentMap(filters);
  const always = useIncidentMap(ofAllDays);
  const isTable = search.view === "table";
  return (
    <>
      <PageHead
        title="Map"
        sub={now.data && <Coverage map={now.data} />}
        exports={{ what: "incidents", formats: ["csv", "json", "facts", "text"] }}
      >
        <Button kind="quiet" onPress={() => change({ view: isTable ? undefined : "table" })}>
          {isTable ? "Show as map" : "Show as table"}
        </Button>
      </PageHead>
      <FilterBar />
      <Loaded query={now} skeleton={<MapSkeleton />}>
        {(map) =>
          map.total === 0 ? (
            <NoIncidents isFiltered={Object.keys(filters).length > 0} />
          ) : (
            <Drawn map={map} always={always.data ?? map} isTable={isTable} />
          )
        }
      </Loaded>
    </>
  );
}

const drawnOf = (map: IncidentMap) => map.incidents.filter((i) => isDrawn(i.precision)).length;
const sumOf = (map: IncidentMap) => map.countryOnly.reduce((sum, c) => sum + c.incidents, 0);

function Coverage({ map }: { readonly map: IncidentMap }) {
  return (
    <p>{coverage({ total: map.total, shown: map.shown, drawn: drawnOf(map), countryOnly: sumOf(map) })}</p>
  );
}

function NoIncidents({ isFiltered }: { readonly isFiltered: boolean }) {
  return isFiltered ? (
    <Empty title="No incidents under these filters">
      <p>Take a filter out above, or choose a longer period.</p>
    </Empty>
  ) : (
    <Empty title="Nothing to draw yet">
      <p>Add reports (the button at the top): what they tell to have happened somewhere appears here.</p>
    </Empty>
  );
}

const MapSkeleton = () => (
  <div className={css.skeleton}>
    <Skeleton lines={1} height="100%" />
  </div>
);

function Drawn({
  map,
  always,
  isTable,
}: {
  readonly map: IncidentMap;
  readonly always: IncidentMap;
  readonly isTable: boolean;
}) {
  const [search, change] = useSearchValues();
  const box = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const order = useMemo(() => mainActors(always.incidents), [always]);
  const paint = useMemo(() => paintOf(partyColours(order)), [order]);
  const spots = useMemo(() => spotsOf(map.incidents), [map]);
  const allSpots = useMemo(() => spotsOf(always.incidents), [always]);
  const home = useMemo(() => fitted(allSpots, size), [allSpots, size]);
  const onMoved = useCallback((at: string) => change({ at }, { replace: true }), [change]);
  useFreshView(search, change);
  const view = useMapView({ box, layer, size, home, words: one(search.at), onMoved });
  const marks = useMemo(() => marksOf(spots, view.view.scale), [spots, view.view.scale]);
  const spot = one(search.spot);
  const picked = useMemo(
    () => (spot === undefined ? null : (marks.find((m) => m.spots.some((s) => s.key === spot)) ?? null)),
    [marks, spot],
  );
  const isOnlySeen = search.only === "view";
  const listed = useMemo(
    () => (picked ? picked.incidents : isOnlySeen ? seen(map.incidents, view.view, size) : map.incidents),
    [picked, isOnlySeen, map, view.view, size],
  );
  const onPeriod = useCallback(
    (p: { from: string | undefined; to: string | undefined } | null, isStep = false) =>
      change({ from: p?.from, to: p?.to }, { replace: isStep }),
    [change],
  );
  const onOpen = useCallback((m: Mark) => change({ spot: m.key }), [change]);
  return (
    <>
      <Hatches paint={paint} />
      <div className={css.stage}>
        <div className={css.left}>
          <div className={css.window}>
            {isTable && <PlacesTable spots={spots} order={order} onOpen={(s) => change({ spot: s.key })} />}
            <MapChart
              marks={marks}
              order={order}
              paint={paint}
              size={size}
              map={view}
              open={picked?.key ?? null}
              onOpen={onOpen}
              onFit={() => view.show(fitted(spots, size))}
              box={box}
              layer={layer}
              isHidden={isTable}
            />
          </div>
          <Legend incidents={map.incidents} order={order} paint={paint} />
        </div>
        <div className={css.right}>
          <Panel
            incidents={listed}
            mark={picked}
            among={order}
            isOnlySeen={isOnlySeen}
            onOnlySeen={(only) => change({ only: only ? "view" : undefined }, { replace: true })}
            onClose={() => change({ spot: undefined })}
            onZoom={(m) => view.show(fitted(m.spots, size))}
            canZoom={!isTable && picked !== null && canZoom(picked.spots, view.view.scale)}
            aside={<NotDrawn map={map} />}
          />
        </div>
      </div>
      <TimeDrawer
        incidents={always.incidents}
        order={order}
        paint={paint}
        from={one(search.from)}
        to={one(search.to)}
        onPeriod={onPeriod}
      />
    </>
  );
}

/** Other filters are other places: what was looked at is left, but not when the address itself says where to look. */
function useFreshView(search: Search, change: ReturnType<typeof useSearchValues>[1]): void {
  const { from: _, to: __, ...rest } = filtersOf(search);
  const key = JSON.stringify(rest);
  const before = useRef({ key, at: search.at });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the filters change
  useEffect(() => {
    const was = before.current;
    before.current = { key, at: search.at };
    if (was.key !== key && was.at === search.at && (search.at !== undefined || search.spot !== undefined))
      change({ at: undefined, spot: undefined }, { replace: true });
  }, [key, search.at]);
}

const one = (value: Search[string]): string | undefined => (typeof value === "string" ? value : value?.[0]);

/** Incidents whose place lies in the window. */
function seen(
  incidents: readonly MapIncident[],
  view: Parameters<typeof boxOf>[0],
  size: Size,
): MapIncident[] {
  const box = boxOf(view, size);
  return incidents.filter((i) => {
    const at = project(i.longitude, i.latitude);
    return at.x >= box.west && at.x <= box.east && at.y >= box.north && at.y <= box.south;
  });
}

/** Places of one point stay together however close one looks. */
const canZoom = (spots: readonly Spot[], scale: number): boolean =>
  scale < SCALES.most / 4 &&
  (spots.length === 1 ||
    spots.some((s) => s.longitude !== spots[0]!.longitude || s.latitude !== spots[0]!.latitude));

/** What the map cannot show, by country: no pin is put where nobody said that something was. */
function NotDrawn({ map }: { readonly map: IncidentMap }) {
  const [search] = useSearchValues();
  const nameOf = useNameOf();
  const filters = filtersOf(search);
  const nowhere = Math.max(0, map.shown - drawnOf(map) - sumOf(map));
  if (map.countryOnly.length === 0 && nowhere === 0) return null;
  return (
    <section className={css.notDrawn} aria-labelledby="map-not-drawn">
      <h3 id="map-not-drawn">Not on the map</h3>
      <ul>
        {map.countryOnly.map((c) => (
          <li key={c.country}>
            <Link to="/incidents" search={{ ...filters, place: c.country } as Search}>
              {counted(c.incidents, "incident")} known only to be in{" "}
              <span className="foreign">{nameOf(c.country)}</span>
            </Link>
          </li>
        ))}
        {nowhere > 0 && (
          <li>{counted(nowhere, "incident")} with no place, or with one that is not located</li>
        )}
      </ul>
    </section>
  );
}

/** An element's size, kept up to date; nothing before it is laid out. */
function useSize(box: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      // while the table is shown the map has no size; it keeps the one it had
      if (width > 0 && height > 0)
        setSize((was) => (was.width === width && was.height === height ? was : { width, height }));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return size;
}
