import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { dateLabel } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { actsLabel, bestLabel } from "../../../formats/record-labels.js";
import type { Filters, Search } from "../../api/filters.js";
import { filtersOf } from "../../api/filters.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Party } from "../../shared/Party.js";
import { tollWords } from "../../shared/toll-words.js";
import { useSearchValues } from "../../shared/use-filters.js";
import { Verdict } from "../../shared/Verdict.js";
import type { Mark } from "./marks.js";
import css from "./Panel.module.css";
import type { MapIncident } from "./spots.js";
import { contestedWords, markName, spotWords } from "./words.js";

interface PanelProps {
  readonly incidents: readonly MapIncident[];
  /** The mark that was picked; the list is of its incidents. */
  readonly mark: Mark | null;
  readonly among: readonly string[];
  readonly isOnlySeen: boolean;
  readonly onOnlySeen: (only: boolean) => void;
  readonly onClose: () => void;
  readonly onZoom: (mark: Mark) => void;
  /** Whether zooming in can tell the mark's places apart, or shows more of its surroundings. */
  readonly canZoom: boolean;
  readonly aside: ReactNode;
}

/** Beside the map: its incidents, or those of the place that was picked. */
export function Panel(props: PanelProps) {
  const { incidents, mark, isOnlySeen, onOnlySeen, onClose, aside } = props;
  const title = useRef<HTMLHeadingElement>(null);
  const key = mark?.key;
  useEffect(() => {
    if (key !== undefined) title.current?.focus();
  }, [key]);
  const onKey = (e: KeyboardEvent) => {
    if (e.key !== "Escape" || !mark) return;
    e.stopPropagation();
    onClose();
    document.querySelector<SVGElement>(`[data-mark="${CSS.escape(mark.key)}"]`)?.focus();
  };
  return (
    <section className={css.panel} aria-labelledby="map-panel-title" onKeyDown={onKey}>
      <header className={css.head}>
        <div className={css.titleRow}>
          <h2 id="map-panel-title" ref={title} tabIndex={-1} className="foreign">
            {mark
              ? markName(mark.spots)
              : `${counted(incidents.length, "incident")} ${isOnlySeen ? "in view" : "on the map"}`}
          </h2>
          {mark && (
            <Button small kind="quiet" onPress={onClose}>
              All incidents
            </Button>
          )}
        </div>
        {mark ? (
          <MarkHead {...props} mark={mark} />
        ) : (
          <label className={`${css.only} screen-only`}>
            <input type="checkbox" checked={isOnlySeen} onChange={(e) => onOnlySeen(e.target.checked)} />
            Only what is in view
          </label>
        )}
      </header>
      {incidents.length === 0 && (
        <p className={css.none}>
          {isOnlySeen
            ? "No incident lies in this part of the map. Zoom out, or list all."
            : "None of these incidents has a place that is known closely enough to be drawn."}
        </p>
      )}
      <Rows
        key={key ?? ""}
        incidents={incidents}
        among={props.among}
        hasPlaces={!mark || mark.spots.length > 1}
      />
      {!mark && aside}
    </section>
  );
}

function MarkHead({ mark, canZoom, onZoom }: PanelProps & { readonly mark: Mark }) {
  const nameOf = useNameOf();
  const [, change] = useSearchValues();
  const contested = contestedWords(mark.incidents);
  return (
    <>
      <ul className={css.spots}>
        {mark.spots.map((s) => (
          <li key={s.key}>
            <span className="foreign">{spotWords(s, nameOf)}</span>
            <Button
              small
              kind="quiet"
              aria-label={`Filter by it: ${s.name}`}
              onPress={() => change({ place: s.name, spot: undefined })}
            >
              Filter by it
            </Button>
          </li>
        ))}
      </ul>
      <p className={css.sum}>
        {counted(mark.incidents.length, "incident")}
        {contested && `, ${contested}`}
        {canZoom && (
          <Button small kind="quiet" onPress={() => onZoom(mark)}>
            {mark.spots.length > 1 ? "Zoom in to tell them apart" : "Zoom in"}
          </Button>
        )}
      </p>
    </>
  );
}

/** Above this many rows only those near what is seen are made. */
const MANY = 120;

function Rows({
  incidents,
  among,
  hasPlaces,
}: {
  readonly incidents: readonly MapIncident[];
  readonly among: readonly string[];
  readonly hasPlaces: boolean;
}) {
  const [search] = useSearchValues();
  const filters = filtersOf(search);
  const row = (i: MapIncident) => <Row incident={i} among={among} hasPlace={hasPlaces} filters={filters} />;
  if (incidents.length > MANY) return <ManyRows incidents={incidents} row={row} />;
  return (
    <ul className={css.rows} aria-label="Incidents">
      {incidents.map((i) => (
        <li key={i.id}>{row(i)}</li>
      ))}
    </ul>
  );
}

function ManyRows({
  incidents,
  row,
}: {
  readonly incidents: readonly MapIncident[];
  readonly row: (i: MapIncident) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: incidents.length,
    getScrollElement: () => box.current,
    estimateSize: () => 84,
    overscan: 6,
    getItemKey: (k) => incidents[k]!.id,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls by itself can be reached by keyboard
    <section ref={box} className={css.rows} tabIndex={0} aria-label="Incidents, a list that scrolls">
      <ul style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map((v) => (
          <li
            key={v.key}
            ref={rows.measureElement}
            data-index={v.index}
            aria-setsize={incidents.length}
            aria-posinset={v.index + 1}
            className={css.virtual}
            style={{ transform: `translateY(${v.start}px)` }}
          >
            {row(incidents[v.index]!)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({
  incident: i,
  among,
  hasPlace,
  filters,
}: {
  readonly incident: MapIncident;
  readonly among: readonly string[];
  readonly hasPlace: boolean;
  readonly filters: Filters;
}) {
  const nameOf = useNameOf();
  const killed = i.cells.filter((c) => c.harm === "killed" && c.best !== null);
  const others = i.parties.filter((p) => !i.actors.includes(p));
  return (
    <article className={css.row} data-verdict={i.verdict}>
      <p className={css.first}>
        <Link to="/incidents/$id" params={{ id: i.id }} search={filters as Search} className={css.link!}>
          <span className={css.day}>{dateLabel({ from: i.from, to: i.to, basis: "stated" })}</span>
          {hasPlace && <span className="foreign"> · {i.place ?? "place not named"}</span>}
        </Link>
        <Verdict verdict={i.verdict} compact />
      </p>
      <p className={css.acts}>{actsLabel(i.acts, i.kind)}</p>
      <p className={css.who}>
        {i.actors.length === 0 ? (
          <span className="faint">not said who</span>
        ) : (
          i.actors.map((a) => <Party key={a} code={a} among={among} />)
        )}
        {others.length > 0 && (
          <span className="faint">
            {i.actors.length === 0 ? "parties: " : "→ "}
            <span className="foreign">{others.map(nameOf).join(", ")}</span>
          </span>
        )}
      </p>
      {killed.length > 0 && (
        <p className={css.toll}>
          {killed
            .slice(0, 2)
            .map((c) => `${tollWords(c, nameOf)}: ${bestLabel(c)}`)
            .join("; ")}
          <span className="faint"> by the rule of UCDP</span>
        </p>
      )}
    </article>
  );
}
