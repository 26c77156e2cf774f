import { grouped } from "../../../formats/page.js";
import { StepKey } from "../../shared/step-marks/StepMark.js";
import { SHAPE_WORDS, STEP_SHAPES } from "../../shared/step-marks/step-shapes.js";
import { MarkShape } from "./IncidentBand.js";
import css from "./Legend.module.css";
import { legendFigures, type TollScale } from "./toll-scale.js";

const NONE = { toll: null, low: 0, best: 0, high: 0, isBeyond: false, isContested: false, days: null, x: 0 };
const CELL = { harm: "killed", party: null, kind: "", verdict: "contested", open: false } as const;
const TOLL = { ...CELL, low: 1, best: 2, high: 3 };

/** How the three bands are read. */
export function Legend({
  tolls,
  shrink,
  undated,
}: {
  readonly tolls: TollScale;
  readonly shrink: number;
  readonly undated: number;
}) {
  const r = (figure: number) => tolls.radius(figure) * shrink;
  const figures = legendFigures(tolls);
  return (
    <div className={css.legend}>
      <section>
        <h3>Incidents</h3>
        <ul>
          {figures.map((figure) => (
            <li key={figure}>
              <Sample
                size={Math.ceil(r(figure)) + 1}
                mark={{ ...NONE, toll: TOLL, low: r(figure), best: r(figure), high: r(figure) }}
              />
              {grouped(figure)} killed
            </li>
          ))}
          <li>
            <Sample size={12} mark={{ ...NONE, toll: TOLL, low: 3.5, best: 7, high: 11 }} />
            core the lowest figure, disc the best, ring the highest
          </li>
          <li>
            <Sample size={11} mark={{ ...NONE, toll: TOLL, low: 7, best: 7, high: 10, isBeyond: true }} />
            open above, or beyond the scale ({grouped(tolls.cap)})
          </li>
          <li>
            <Sample size={9} mark={{ ...NONE, toll: TOLL, low: 8, best: 8, high: 8, isContested: true }} />
            hatched: contested or denied
          </li>
          <li>
            <Sample
              size={15}
              mark={{
                ...NONE,
                toll: TOLL,
                low: 4,
                best: 4,
                high: 4,
                days: { x: -14, width: 28, openStart: false, openEnd: false },
              }}
            />
            bar: the day is uncertain
          </li>
          <li>
            <Sample size={8} mark={NONE} />
            tick: no figure of people killed
          </li>
        </ul>
        <p>
          Area: the highest of an incident’s counts of people killed, by UCDP’s rule; counts of different
          groups are not added up.
          {undated > 0 &&
            ` ${grouped(undated)} ${undated === 1 ? "incident has" : "incidents have"} no day and ${undated === 1 ? "stands" : "stand"} in the table only.`}
        </p>
      </section>
      <section>
        <h3>Diplomacy</h3>
        <ul>
          {STEP_SHAPES.map((shape) => (
            <li key={shape}>
              <StepKey shape={shape} words={SHAPE_WORDS[shape]} />
            </li>
          ))}
        </ul>
        <p>
          A number counts steps that stand too near to one another; broad lines are ceasefires, broken ones
          have no known end.
        </p>
      </section>
      <section>
        <h3>Intensity</h3>
        <p>
          Sums of PLOVER’s scores of the kinds of acts each week: conflict below, cooperation above the line.
          ▲ a week that stands out from the 26 before it.
        </p>
      </section>
    </div>
  );
}

function Sample({
  size,
  mark,
}: {
  readonly size: number;
  readonly mark: Parameters<typeof MarkShape>[0]["mark"];
}) {
  return (
    <svg
      width={size * 2}
      height={size * 2}
      viewBox={`${-size} ${-size} ${size * 2} ${size * 2}`}
      aria-hidden="true"
    >
      <MarkShape mark={mark} fills={[undefined]} />
    </svg>
  );
}
