import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { DrawnIncident, Situation } from "../../../formats/desk-json.js";
import { oneDay } from "../../../formats/labels.js";
import { counted, grouped } from "../../../formats/page.js";
import { type Filters, type Search, stringifySearch } from "../../api/filters.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Party } from "../../shared/Party.js";
import { StepKey } from "../../shared/step-marks/StepMark.js";
import { Brush } from "../../shared/time-axis/Brush.js";
import { overlaps, type Period, timeScale } from "../../shared/time-axis/scale.js";
import { TimeAxis, TimeGrid } from "../../shared/time-axis/TimeAxis.js";
import { useWidth } from "../../shared/time-axis/use-width.js";
import type { Actors } from "./actors.js";
import css from "./Bands.module.css";
import { DiplomacyBand, stepDays } from "./DiplomacyBand.js";
import { Hatches } from "./Hatches.js";
import { IncidentBand } from "./IncidentBand.js";
import { IncidentCard } from "./IncidentCard.js";
import { IntensityBand } from "./IntensityBand.js";
import { type IncidentMark, incidentMarks } from "./incident-marks.js";
import { Legend } from "./Legend.js";
import { type LaneMark, lanesOf } from "./lanes.js";
import { type CardPlace, PointCard } from "./PointCard.js";
import { largestRadius, mainToll, tollScale } from "./toll-scale.js";
import { standsOutWords, type WeekBar, weekBars } from "./week-bars.js";

/** Heights in pixels: none depends on what is loaded, so that nothing jumps. */
const INCIDENTS = 250;
const INTENSITY = 104;
const LANE = 28;
/** Room above a band for its name. */
const HEAD = 26;
/** On a narrow page a lane's name stands over it. */
const NARROW = 640;
const NARROW_LANE = 42;
const MOST_LANES = 7;
const LINGER_MS = 140;

interface BandsProps {
  /** Of the whole selection, whatever period is brushed. */
  readonly situation: Situation;
  /** The incidents to draw: those of the part of the axis that is shown. */
  readonly incidents: readonly DrawnIncident[];
  /** How many there are in that part; more than are drawn where there are very many. */
  readonly total: number;
  /** The part of the axis that is shown. */
  readonly shown: Period;
  readonly brushed: Period | null;
  readonly onBrush: (period: Period | null) => void;
  readonly filters: Filters;
  /** Who has which colour. */
  readonly actors: Actors;
}

/** Incidents, diplomacy and intensity on one axis, on which a period can be picked. */
export function Bands({ situation, incidents, total, shown, brushed, onBrush, filters, actors }: BandsProps) {
  const { among } = actors;
  const nameOf = useNameOf();
  const navigate = useNavigate();
  const [box, width] = useWidth<HTMLDivElement>();
  const [allLanes, setAllLanes] = useState(false);
  const scale = useMemo(() => timeScale(shown, width), [shown, width]);
  const laneHeight = width < NARROW ? NARROW_LANE : LANE;

  const tolls = useMemo(
    () =>
      tollScale(
        incidents.filter((i) => overlaps(i, shown)).map((i) => mainToll(i.cells)?.best ?? 0),
        largestRadius(incidents.length),
      ),
    [incidents, shown],
  );
  const placed = useMemo(
    () => (width === 0 ? null : incidentMarks(incidents, scale, tolls, INCIDENTS)),
    [incidents, scale, tolls, width],
  );
  const lanes = useMemo(
    () => lanesOf(situation, { nameOf }).filter((l) => l.steps.some((s) => overlaps(s.days, shown))),
    [situation, nameOf, shown],
  );
  const shownLanes = useMemo(() => (allLanes ? lanes : lanes.slice(0, MOST_LANES)), [lanes, allLanes]);
  const weeks = useMemo(() => weekBars(situation.weeks, scale, INTENSITY), [situation.weeks, scale]);
  const lanesHeight = Math.max(1, shownLanes.length) * laneHeight;
  const lanesTop = INCIDENTS + HEAD;
  const weeksTop = lanesTop + lanesHeight + HEAD;

  const { card, point, stay, leave, close } = useCard();
  const go = useCallback((href: string) => void navigate({ href }), [navigate]);
  const query = useMemo(() => stringifySearch(filters as Search), [filters]);
  const goToIncident = useCallback((href: string) => go(href + query), [go, query]);
  const hrefOf = useCallback(
    (s: { readonly target: Search | object }) =>
      `/diplomacy${stringifySearch({ ...filters, ...s.target } as Search)}`,
    [filters],
  );
  const pointIncident = useCallback(
    (mark: IncidentMark | null) =>
      mark === null
        ? leave()
        : point({ x: mark.x, y: mark.y }, <IncidentCard incident={mark.incident} among={among} />),
    [point, leave, among],
  );
  const pointSteps = useCallback(
    (mark: LaneMark | null, y: number) =>
      mark === null ? leave() : point({ x: mark.x, y: lanesTop + y }, <StepsCard mark={mark} />),
    [point, leave, lanesTop],
  );
  const pointWeek = useCallback(
    (bar: WeekBar | null) =>
      bar === null ? leave() : point({ x: bar.x + bar.width / 2, y: weeksTop + 20 }, <WeekCard bar={bar} />),
    [point, leave, weeksTop],
  );

  const first = incidents.find((i) => i.from !== null || i.to !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape puts away what is shown beside a mark
    <div
      className={css.bands}
      onKeyDown={(e) => {
        if (e.key !== "Escape" || !card) return;
        e.stopPropagation();
        close();
      }}
    >
      <Hatches />
      <ActorKey actors={actors} />
      <div className={css.frame}>
        <div ref={box} className={css.plot} onPointerDown={close}>
          {placed && (
            <Brush scale={scale} value={brushed} onChange={onBrush} label="Period picked on the axis">
              <TimeGrid scale={scale} height={weeksTop + INTENSITY} />
              <IncidentBand
                marks={placed.marks}
                colours={actors.colours}
                width={width}
                height={INCIDENTS}
                onPoint={pointIncident}
                onGo={goToIncident}
              />
              {placed.marks.length === 0 && (
                <p className={css.none} style={{ top: INCIDENTS / 2 }}>
                  No incidents with a day in this period
                </p>
              )}
              {total > incidents.length && first && (
                <Undrawn
                  width={scale.start(first.from ?? first.to!)}
                  words={`The latest ${grouped(incidents.length)} of ${grouped(total)} incidents are drawn. Show a shorter period to see the others.`}
                />
              )}
              <div className={css.head} />
              <div className={css.lanes} style={{ height: lanesHeight }}>
                {shownLanes.length === 0 ? (
                  <p className={css.none} style={{ top: laneHeight / 2 }}>
                    No diplomacy told of in this period
                  </p>
                ) : (
                  <DiplomacyBand
                    lanes={shownLanes}
                    scale={scale}
                    laneHeight={laneHeight}
                    hrefOf={hrefOf}
                    onPoint={pointSteps}
                    onGo={go}
                  />
                )}
              </div>
              <div className={css.head} />
              <div className={css.intensity}>
                <IntensityBand weeks={weeks} width={width} height={INTENSITY} onPoint={pointWeek} />
              </div>
              <div className={css.axis}>
                <TimeAxis scale={scale} />
              </div>
            </Brush>
          )}
          {placed && (
            <div className={css.labels}>
              <h3 className={css.title} style={{ top: 0 }}>
                Incidents
              </h3>
              <h3 className={css.title} style={{ top: lanesTop - HEAD + 6 }}>
                Diplomacy
              </h3>
              {shownLanes.map((lane, k) => (
                <span
                  key={lane.key}
                  className={`${css.lane} foreign`}
                  style={{ top: lanesTop + k * laneHeight, height: laneHeight }}
                  title={lane.label}
                >
                  {lane.label}
                </span>
              ))}
              <h3 className={css.title} style={{ top: weeksTop - HEAD + 6 }}>
                Intensity
              </h3>
              {weeks.most.cooperation > 0 && (
                <span className={css.sum} style={{ top: weeksTop + 6 }}>
                  cooperation +{weeks.most.cooperation}
                </span>
              )}
              {weeks.most.conflict > 0 && (
                <span className={css.sum} style={{ top: weeksTop + INTENSITY - 12 }}>
                  conflict −{weeks.most.conflict}
                </span>
              )}
            </div>
          )}
          {card && (
            <PointCard place={card.place} width={width} onStay={stay} onLeave={leave}>
              {card.content}
            </PointCard>
          )}
        </div>
      </div>
      {lanes.length > MOST_LANES && (
        <p className="screen-only">
          <Button kind="quiet" small onPress={() => setAllLanes(!allLanes)}>
            {allLanes
              ? `Only ${MOST_LANES} lanes of diplomacy`
              : `Show ${counted(lanes.length - MOST_LANES, "more lane")} of diplomacy`}
          </Button>
        </p>
      )}
      <Legend tolls={tolls} shrink={placed?.shrink ?? 1} undated={placed?.undated ?? 0} />
    </div>
  );
}

/** As high as the bands before they are there. */
export const BANDS_HEIGHT = INCIDENTS + INTENSITY + MOST_LANES * LANE + HEAD * 2 + 36;

/** The card beside what is pointed at; it stays for a moment, so that the pointer can go to it. */
function useCard() {
  const [card, setCard] = useState<{ readonly place: CardPlace; readonly content: ReactNode } | null>(null);
  const waiting = useRef(0);
  const stay = useCallback(() => window.clearTimeout(waiting.current), []);
  const close = useCallback(() => setCard(null), []);
  const point = useCallback(
    (place: CardPlace, content: ReactNode) => {
      stay();
      setCard({ place, content });
    },
    [stay],
  );
  const leave = useCallback(() => {
    stay();
    waiting.current = window.setTimeout(close, LINGER_MS);
  }, [stay, close]);
  return { card, point, stay, leave, close };
}

function ActorKey({ actors: { among, others } }: { readonly actors: Actors }) {
  return (
    <div className={css.actors}>
      <span>Who acted:</span>
      <ul>
        {among.map((code) => (
          <li key={code}>
            <Party code={code} among={among} />
          </li>
        ))}
        <li>
          <span className={css.grey} aria-hidden="true" />
          {others > 0 ? `${counted(others, "other")}, or not told` : "not told"}
        </li>
      </ul>
    </div>
  );
}

/** The part of the axis whose incidents are too many to be drawn. */
const Undrawn = ({ width, words }: { readonly width: number; readonly words: string }) => (
  <>
    <div className={css.undrawn} style={{ width: Math.max(0, width), height: INCIDENTS }} />
    <p className={css.undrawnWords}>{words}</p>
  </>
);

const MOST_STEPS = 6;

function StepsCard({ mark }: { readonly mark: LaneMark }) {
  const sourceLabel = useSourceLabel();
  return (
    <>
      {mark.steps.slice(0, MOST_STEPS).map((s) => (
        <p key={`${s.words}${s.days.from}`}>
          <StepKey shape={s.shape} words={stepDays(s)} />
          <br />
          <span className="foreign">{s.words}</span>{" "}
          <span className="faint">per {s.sources.map(sourceLabel).join(", ")}</span>
        </p>
      ))}
      {mark.steps.length > MOST_STEPS && <p className="faint">and {mark.steps.length - MOST_STEPS} more</p>}
    </>
  );
}

function WeekCard({ bar: { week } }: { readonly bar: WeekBar }) {
  return (
    <>
      <p className={css.week}>Week of {oneDay(week.week)}</p>
      <p>
        {counted(week.incidents, "incident")}, {week.violent} of them violent
      </p>
      <p>
        conflict {week.conflict}, cooperation {week.cooperation}
      </p>
      {week.standsOut && <p>▲ {standsOutWords(week)}</p>}
    </>
  );
}
