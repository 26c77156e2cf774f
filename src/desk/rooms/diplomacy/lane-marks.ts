import { weightOf } from "../../shared/step-marks/step-shapes.js";
import { middleOf, overlaps, type Stretch, stretchOf, type TimeScale } from "../../shared/time-axis/scale.js";
import type { Step } from "./lives.js";

/** A step on a lane, or several that stand too close to be told apart. */
export interface LaneMark {
  readonly key: string;
  readonly x: number;
  /** 0 is the upper line of the lane. */
  readonly row: number;
  /** In the order of time; the weightiest gives the shape. */
  readonly steps: readonly Step[];
  readonly main: Step;
  /** The days on which an uncertain one may have been. */
  readonly bar: Stretch | null;
  readonly words: string;
  /** Of the mark on which the words stand; null where there is no room for them. */
  readonly side: "left" | "right" | null;
}

export interface LaneDrawing {
  readonly marks: readonly LaneMark[];
  readonly rows: number;
  /** Steps that cannot stand on the axis: they have no day. */
  readonly undated: number;
}

/** What a mark takes up, and the distance within which two are one. */
const MARK = 18;
const CLOSE = 9;
const LETTER = 6.1;
const GAP = 12;
const MOST_ROWS = 3;

/**
 * A lane's steps on the axis. Each stands in the first row in which it covers no other, with its words on the side where they fit; those that
 * find no row join the one they would cover.
 */
export function laneMarks(steps: readonly Step[], scale: TimeScale): LaneDrawing {
  const dated = steps
    .filter((s) => overlaps(s.date, scale.period))
    .map((step) => ({ step, x: clamp(middleOf(scale, step.date)!, scale.width) }))
    .sort((a, b) => a.x - b.x || weightOf(b.step.shape) - weightOf(a.step.shape));
  const rows: { x: number; steps: Step[] }[][] = [];
  for (const { step, x } of dated) {
    const same = rows.flat().find((m) => Math.abs(m.x - x) < CLOSE && m.steps[0]!.shape === step.shape);
    if (same) {
      same.steps.push(step);
      continue;
    }
    const free = rows.find((row) => x - row.at(-1)!.x >= MARK);
    if (free) free.push({ x, steps: [step] });
    else if (rows.length < MOST_ROWS) rows.push([{ x, steps: [step] }]);
    else
      rows
        .map((row) => row.at(-1)!)
        .reduce((a, b) => (x - b.x < x - a.x ? b : a))
        .steps.push(step);
  }
  const marks = rows.flatMap((row, k) => {
    // up to where the row is taken already
    let end = 0;
    return row.map((m, n): LaneMark => {
      const main = m.steps.reduce((a, b) => (weightOf(b.shape) > weightOf(a.shape) ? b : a));
      const words = m.steps.length === 1 ? main.short : `${main.short} +${m.steps.length - 1}`;
      const reach = GAP + words.length * LETTER;
      const next = row[n + 1] ? row[n + 1]!.x - MARK / 2 : scale.width;
      const side = m.x + reach < next ? "right" : m.x - reach > end ? "left" : null;
      end = m.x + (side === "right" ? reach : MARK / 2);
      return {
        key: m.steps[0]!.key,
        x: m.x,
        row: k,
        steps: m.steps,
        main,
        bar: main.date.from === main.date.to ? null : stretchOf(scale, main.date),
        words,
        side,
      };
    });
  });
  return {
    marks: marks.sort((a, b) => a.x - b.x || a.row - b.row),
    rows: Math.max(1, rows.length),
    undated: steps.filter((s) => s.date.from === null && s.date.to === null).length,
  };
}

const clamp = (x: number, width: number) => Math.max(0, Math.min(width, x));
