import { scaleLinear, scaleSymlog } from "d3-scale";
import type { MatrixRow } from "../../../formats/matrix-rows.js";
import type { Figure } from "../../../record/incident.js";
import { pointOf, type Rollup } from "../../../record/rollups.js";

/** An axis that several rows share, so that their spread can be compared by eye. */
export interface Axis {
  /** The greatest figure on it. */
  readonly max: number;
  /** The greatest lies too far above the least for even steps: each tick is ten times the one before. */
  readonly isLog: boolean;
  /** The part of the axis's length, 0 to 1, at which a figure stands. */
  readonly at: (figure: number) => number;
  readonly ticks: readonly number[];
}

/** Above this ratio of the greatest to the least figure even steps would press the small ones together. */
const EVEN = 60;

/** The axis on which all these figures stand; null without any above 0. */
export function axisOf(figures: readonly number[]): Axis | null {
  const above = figures.filter((f) => f > 0);
  if (above.length === 0) return null;
  const greatest = Math.max(...above);
  const isLog = greatest / Math.min(...above) > EVEN;
  if (isLog) {
    const max = 10 ** Math.ceil(Math.log10(greatest));
    const at = scaleSymlog([0, max], [0, 1]);
    const decades = Array.from({ length: Math.log10(max) }, (_, k) => 10 ** (k + 1));
    const step = Math.ceil(decades.length / 3);
    const ticks = [0, ...decades.filter((_, k) => (decades.length - 1 - k) % step === 0)];
    return { max, isLog, at, ticks };
  }
  const at = scaleLinear([0, greatest], [0, 1]);
  return { max: greatest, isLog, at, ticks: at.ticks(3).filter(Number.isInteger) };
}

/** Axes of an incident: the rows of one harm share one. Keyed by harm. */
export function axesOf(rows: readonly MatrixRow[]): Map<string, Axis> {
  const figures = new Map<string, number[]>();
  for (const r of rows) {
    if (r.toll === null) continue;
    const list = figures.get(r.toll.harm) ?? [];
    for (const a of [...r.answers.values()].flat())
      for (const f of [a.figure, ...a.before.map((b) => b.figure)]) if (f !== null) list.push(...pointsOf(f));
    figures.set(r.toll.harm, list);
  }
  return new Map(
    [...figures].flatMap(([harm, list]) => {
      const axis = axisOf(list);
      return axis === null ? [] : [[harm, axis]];
    }),
  );
}

const pointsOf = (f: Figure): number[] =>
  f.low === null && f.high === null ? [] : [pointOf(f), ...(f.low === null ? [] : [f.low]), f.high ?? 0];

/** `dot`: says so; `square`: confirms; `cross`: denies; `ring`: doubts; `plus`: on top of another figure, no total. */
export type Shape = "dot" | "square" | "cross" | "ring" | "plus";
const SHAPES = { asserts: "dot", confirms: "square", denies: "cross", doubts: "ring" } as const;

/** A source's figure on the axis; positions are parts of its length, 0 to 1. */
export interface PlotMark {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  /** Open above: the whisker ends in an arrow. */
  readonly open: boolean;
  readonly shape: Shape;
  /** The source says otherwise by now. */
  readonly earlier: boolean;
}

export interface PlotLane {
  readonly source: string | null;
  readonly marks: readonly PlotMark[];
}

export interface Plot {
  /** One for each answer with a figure, in the order of the columns; what its source said before lies in it, too. */
  readonly lanes: readonly PlotLane[];
  /** What the rule makes of them; null where no source fits it. */
  readonly band: {
    readonly low: number;
    readonly best: number;
    readonly high: number;
    readonly open: boolean;
  } | null;
}

/** One toll row as it is drawn. */
export function plotOf(
  row: MatrixRow,
  speakers: readonly (string | null)[],
  rollup: Rollup,
  axis: Axis,
): Plot {
  const lanes = speakers.flatMap((source) =>
    (row.answers.get(source) ?? []).flatMap((a): PlotLane[] => {
      const marks = [
        ...a.before.flatMap((b) => markOf(b.figure, SHAPES[a.stance], axis, true)),
        ...markOf(a.figure, SHAPES[a.stance], axis, false),
      ];
      return marks.length === 0 ? [] : [{ source, marks }];
    }),
  );
  const { low, best, high, open } = rollup;
  const band =
    low === null || best === null
      ? null
      : { low: axis.at(low), best: axis.at(best), high: axis.at(high ?? best), open };
  return { lanes, band };
}

function markOf(f: Figure | null, shape: Shape, axis: Axis, earlier: boolean): PlotMark[] {
  if (f === null || (f.low === null && f.high === null)) return [];
  const x = pointOf(f);
  return [
    {
      x: axis.at(x),
      from: axis.at(f.low ?? 0),
      to: axis.at(f.high ?? x),
      open: f.high === null,
      shape: f.more ? "plus" : shape,
      earlier,
    },
  ];
}
