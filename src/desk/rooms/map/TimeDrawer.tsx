import { useEffect, useMemo, useState } from "react";
import { dateLabel, oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Brush } from "../../shared/time-axis/Brush.js";
import { bulkPeriod, middleDay, padded } from "../../shared/time-axis/bulk-period.js";
import { timeScale } from "../../shared/time-axis/scale.js";
import { TimeAxis, TimeGrid } from "../../shared/time-axis/TimeAxis.js";
import { useWidth } from "../../shared/time-axis/use-width.js";
import type { Paint } from "./paint.js";
import type { MapIncident } from "./spots.js";
import css from "./TimeDrawer.module.css";
import { type Bin, binned, nextPeriod } from "./time-bins.js";
import { partsWords } from "./words.js";

const LANE = 46;
const PRESETS = [
  { words: "1 month", days: 30 },
  { words: "3 months", days: 91 },
  { words: "6 months", days: 182 },
] as const;

/** Pause between two steps of playing. */
const STEP_MS = 900;

/**
 * When the incidents were: a lane for each kind, a column for each day, week or month, cut by who acted. Brushing it picks the
 * period of the map and its list.
 *
 * @param incidents those of all days, so that the axis stays while a period is picked
 */
export function TimeDrawer({
  incidents,
  order,
  paint,
  from,
  to,
  onPeriod,
}: {
  readonly incidents: readonly MapIncident[];
  readonly order: readonly string[];
  readonly paint: Paint;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** `isStep`: one of many, which is not gone back to one by one. */
  readonly onPeriod: (
    period: { readonly from: string | undefined; readonly to: string | undefined } | null,
    isStep?: boolean,
  ) => void;
}) {
  const nameOf = useNameOf();
  const [box, width] = useWidth<HTMLDivElement>();
  const [isWhole, setWhole] = useState(false);
  const [isPlaying, setPlaying] = useState(false);
  const bulk = useMemo(() => bulkPeriod(incidents), [incidents]);
  // a period that was picked is on the axis
  const isAll = isWhole || (bulk !== null && from !== undefined && from < padded(bulk.period).from);
  const days = isAll ? bulk?.all : bulk?.period;
  const period = useMemo(() => days && padded(days), [days]);
  const scale = useMemo(() => period && timeScale(period, width), [period, width]);
  useEffect(() => {
    if (!isPlaying || !days) return;
    const timer = window.setTimeout(() => {
      const next = nextPeriod(days, from, to);
      if (next) onPeriod(next, true);
      else setPlaying(false);
    }, STEP_MS);
    return () => window.clearTimeout(timer);
  }, [isPlaying, days, from, to, onPeriod]);
  const bins = useMemo(() => scale && binned(incidents, scale, order), [incidents, scale, order]);
  if (!bulk || !days || !period || !scale || !bins)
    return <p className={css.note}>None of these incidents has a day, so there is no time axis.</p>;
  const undated = incidents.filter((i) => middleDay(i) === null).length;
  const height = bins.lanes.length * LANE;
  const last = days.to;
  return (
    <section className={css.drawer} aria-labelledby="map-time">
      <header className={css.head}>
        <h2 id="map-time">When</h2>
        <p className={css.note}>
          Incidents on the map by {bins.size}; the highest column is {bins.most}.
          {!isAll &&
            bulk.before > 0 &&
            ` ${counted(bulk.before, "incident")} before ${oneDay(days.from)} stand off the axis.`}
          {undated > 0 && ` ${counted(undated, "incident")} without a day.`}
        </p>
        <div className={`${css.presets} screen-only`}>
          <Button small kind="quiet" onPress={() => setPlaying(!isPlaying)}>
            {isPlaying ? "Stop" : "Play"}
          </Button>
          {bulk.before > 0 && (
            <Button small kind="quiet" onPress={() => setWhole(!isWhole)} aria-pressed={isWhole}>
              {isWhole ? "Leave early ones off" : "Show all days"}
            </Button>
          )}
          {PRESETS.filter((p) => dayNumber(last) - dayNumber(days.from) > p.days).map((p) => (
            <Button
              key={p.days}
              small
              kind="quiet"
              aria-label={`Last ${p.words} on the axis`}
              onPress={() => onPeriod({ from: isoDay(dayNumber(last) - p.days + 1), to: last })}
            >
              {p.words}
            </Button>
          ))}
          <Button small kind="quiet" onPress={() => onPeriod(null)} isDisabled={!from && !to}>
            All days
          </Button>
        </div>
      </header>
      <div className={css.lanes}>
        <ul className={css.kinds} aria-hidden="true">
          {bins.lanes.map((lane) => (
            <li key={lane.kind} style={{ height: LANE }}>
              {lane.kind}
            </li>
          ))}
        </ul>
        <div ref={box} className={css.chart}>
          <Brush
            scale={scale}
            value={from || to ? { from: from ?? period.from, to: to ?? period.to } : null}
            onChange={(p) =>
              // an end of the axis is no limit, but where earlier days are left off it
              onPeriod(
                p && {
                  from: p.from === period.from && (isAll || bulk.before === 0) ? undefined : p.from,
                  to: p.to === period.to ? undefined : p.to,
                },
              )
            }
            label="Period"
          >
            <TimeGrid scale={scale} height={height} />
            <svg
              className={css.columns}
              width={scale.width}
              height={height}
              role="img"
              aria-label={`${bins.lanes
                .map(
                  (l) =>
                    `${l.kind}: ${counted(
                      l.bins.reduce((n, b) => n + b.incidents, 0),
                      "incident",
                    )}`,
                )
                .join(
                  "; ",
                )}, from ${oneDay(days.from)} to ${oneDay(last)}. The list beside the map and the table have the same.`}
            >
              {bins.lanes.map((lane, k) => (
                <g key={lane.kind} transform={`translate(0,${k * LANE})`}>
                  {lane.bins.map((bin) => {
                    const x = scale.start(bin.period.from);
                    const wide = Math.max(2, scale.end(bin.period.to) - x - 1);
                    return (
                      <g key={bin.period.from} transform={`translate(${x.toFixed(1)},0)`}>
                        <title>
                          {`${dateLabel({ ...bin.period, basis: "stated" })}: ${counted(bin.incidents, "incident")} (${partsWords(bin.parts, nameOf)})`}
                        </title>
                        <Column bin={bin} width={wide} most={bins.most} paint={paint} />
                      </g>
                    );
                  })}
                  <line className={css.base} x2={scale.width} y1={LANE - 0.5} y2={LANE - 0.5} />
                </g>
              ))}
            </svg>
            <TimeAxis scale={scale} />
          </Brush>
        </div>
      </div>
    </section>
  );
}

function Column({
  bin,
  width,
  most,
  paint,
}: {
  readonly bin: Bin;
  readonly width: number;
  readonly most: number;
  readonly paint: Paint;
}) {
  const unit = (LANE - 8) / Math.max(most, 4);
  let y = LANE;
  return bin.parts.flatMap((p) =>
    [
      { share: p.share - p.contested, fill: paint.of(p.actor), key: `${p.actor}` },
      { share: p.contested, fill: paint.hatch(p.actor), key: `${p.actor} contested` },
    ]
      .filter((part) => part.share > 1e-9)
      .map((part) => {
        const height = part.share * unit;
        y -= height;
        return (
          <rect
            key={part.key}
            y={y}
            width={width}
            height={height}
            style={{ fill: part.fill }}
            className={css.column}
          />
        );
      }),
  );
}
