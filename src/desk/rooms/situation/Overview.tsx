import { useMemo } from "react";
import type { Situation } from "../../../formats/desk-json.js";
import { Button } from "../../shared/Button.js";
import { Brush } from "../../shared/time-axis/Brush.js";
import { lengthOf, type Period, timeScale } from "../../shared/time-axis/scale.js";
import { TimeAxis } from "../../shared/time-axis/TimeAxis.js";
import { useWidth } from "../../shared/time-axis/use-width.js";
import { whenWords } from "./incident-words.js";
import css from "./Overview.module.css";
import { overviewBars } from "./week-bars.js";

const HEIGHT = 34;
const BAR = 3;

/** The whole of a long axis, small, to choose which part of it the bands show. */
export function Overview({
  weeks,
  extent,
  shown,
  usual,
  onShow,
}: {
  readonly weeks: Situation["weeks"];
  readonly extent: Period;
  readonly shown: Period;
  /** What is shown where nothing is chosen. */
  readonly usual: Period;
  readonly onShow: (period: Period | null) => void;
}) {
  const [box, width] = useWidth<HTMLDivElement>();
  const scale = useMemo(() => timeScale(extent, width), [extent, width]);
  const bars = useMemo(() => overviewBars(weeks, scale, BAR), [weeks, scale]);
  const most = Math.max(1, ...bars.map((b) => b.incidents));
  const isAll = lengthOf(shown) === lengthOf(extent);
  const isUsual = shown.from === usual.from && shown.to === usual.to;
  return (
    <div className={css.overview}>
      <p className={css.words}>
        Shown: {whenWords(shown)}
        <span className="screen-only">
          <Button small kind="quiet" isDisabled={isUsual} onPress={() => onShow(null)}>
            Last busy year
          </Button>
          <Button small kind="quiet" isDisabled={isAll} onPress={() => onShow(extent)}>
            All
          </Button>
        </span>
      </p>
      <div ref={box} className={css.strip}>
        {width > 0 && (
          <Brush scale={scale} value={shown} onChange={onShow} label="Part of the axis that is shown">
            <svg width={width} height={HEIGHT} aria-hidden="true" className={css.bars}>
              {bars.map((b) => {
                const height = Math.max(2, (b.incidents / most) * HEIGHT);
                return <rect key={b.x} x={b.x} width={BAR - 1} y={HEIGHT - height} height={height} />;
              })}
            </svg>
            <TimeAxis scale={scale} />
          </Brush>
        )}
      </div>
    </div>
  );
}
