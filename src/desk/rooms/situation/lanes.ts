import type { Situation } from "../../../formats/desk-json.js";
import { ACT_WORDS, CEASEFIRE_WORDS, STATE_WORDS } from "../../../formats/record-labels.js";
import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { type StepShape, shapeOf, weightOf } from "../../shared/step-marks/step-shapes.js";
import {
  daysBar,
  middleOf,
  type OpenPeriod,
  overlaps,
  type Period,
  type Stretch,
  type TimeScale,
} from "../../shared/time-axis/scale.js";

type Initiative = Situation["initiatives"][number];
type Ceasefire = Situation["ceasefires"][number];

/** What a step leads to in the room of diplomacy. */
export type LaneTarget = { readonly initiative: string } | { readonly ceasefire: string };

export interface LaneStep {
  readonly shape: StepShape;
  readonly days: OpenPeriod;
  /** "Iran offers its help", "Pakistan: welcomed". */
  readonly words: string;
  /** Who say so. */
  readonly sources: readonly (string | null)[];
  readonly target: LaneTarget;
}

/** A stretch of time for which something lasts. */
export interface LaneSpan {
  readonly days: OpenPeriod;
  readonly kind: "initiative" | "ceasefire";
  /** It has ended, or its end is not known. */
  readonly isOver: boolean;
  readonly words: string;
}

/** A third party with all that it did, or the ceasefires. */
export interface Lane {
  readonly key: string;
  readonly label: string;
  readonly steps: readonly LaneStep[];
  readonly spans: readonly LaneSpan[];
}

interface Names {
  readonly nameOf: (code: string) => string;
}

const CEASEFIRES = "Ceasefires";

/** Ceasefires first, then a lane for each third party, those with most steps first; initiatives without one come last. */
export function lanesOf(s: Pick<Situation, "initiatives" | "ceasefires">, o: Names): Lane[] {
  const byThird = new Map<string, Initiative[]>();
  for (const i of s.initiatives) {
    const key = [...i.thirdParty].sort().join("+");
    byThird.set(key, [...(byThird.get(key) ?? []), i]);
  }
  const lanes = [...byThird].map(([key, list]) => ({
    key,
    label: key === "" ? "Without a third party" : key.split("+").map(o.nameOf).join(", "),
    steps: list.flatMap((i) => stepsOf(i, o)),
    spans: list.flatMap((i) => initiativeSpan(i, o)),
  }));
  lanes.sort(
    (a, b) =>
      Number(a.key === "") - Number(b.key === "") ||
      b.steps.length - a.steps.length ||
      (a.label < b.label ? -1 : 1),
  );
  if (s.ceasefires.length === 0) return lanes;
  return [
    {
      key: "ceasefires",
      label: CEASEFIRES,
      steps: s.ceasefires.flatMap((c) => ceasefireSteps(c, o)),
      spans: s.ceasefires.flatMap((c) => ceasefireSpan(c, o)),
    },
    ...lanes,
  ];
}

/** The steps of an initiative; the same step on the same days is one, whoever says it. */
function stepsOf(i: Initiative, o: Names): LaneStep[] {
  const found = new Map<string, LaneStep>();
  for (const h of i.history) {
    const words = actWords(h.act, h.parties, i.thirdParty, o);
    const key = `${words}|${h.date.from}|${h.date.to}`;
    const known = found.get(key);
    found.set(key, {
      shape: shapeOf(h.act),
      days: h.date,
      words,
      sources: [...new Set([...(known?.sources ?? []), h.source])],
      target: { initiative: i.id },
    });
  }
  return [...found.values()];
}

/** Whose step it is stands before it: the third party's, or that of the side which answers. */
function actWords(
  act: Initiative["history"][number]["act"],
  parties: readonly string[],
  thirdParty: readonly string[],
  o: Names,
): string {
  const names = (codes: readonly string[]) => codes.map(o.nameOf).join(", ");
  const third = ["calls-for", "offers", "hosts", "mediates", "brokers"].includes(act);
  const who = names(third && thirdParty.length > 0 ? thirdParty : parties);
  return third ? `${who || "somebody"} ${ACT_WORDS[act]}` : `${ACT_WORDS[act]}${who ? `: ${who}` : ""}`;
}

function initiativeSpan(i: Initiative, o: Names): LaneSpan[] {
  if (i.from === null && i.to === null) return [];
  return [
    {
      days: { from: i.from ?? i.to, to: i.to ?? i.from },
      kind: "initiative",
      isOver: i.state === "collapsed" || i.state === "declined",
      words: `${i.parties.map(o.nameOf).join(", ")}: ${STATE_WORDS[i.state]}`,
    },
  ];
}

function ceasefireSteps(c: Ceasefire, o: Names): LaneStep[] {
  const target = { ceasefire: c.id };
  const between = c.parties.map(o.nameOf).join(", ");
  const agreed: LaneStep[] = c.agreed
    ? [
        {
          shape: "agreement",
          days: c.agreed,
          words: `ceasefire agreed: ${between} (${CEASEFIRE_WORDS[c.state]})`,
          sources: c.sources,
          target,
        },
      ]
    : [];
  return [
    ...agreed,
    ...c.breaches.map((b) => ({
      shape: "breach" as const,
      days: b.date,
      words: `breach reported${b.accused.length > 0 ? `, by ${b.accused.map(o.nameOf).join(", ")}` : ""}: ceasefire of ${between}`,
      sources: [b.accuser],
      target,
    })),
  ];
}

/** From when it holds to the end of its term, or on and on; one that ended, or of which nobody says that it held, to what is last known. */
function ceasefireSpan(c: Ceasefire, o: Names): LaneSpan[] {
  const begin = c.inForceFrom ?? c.agreed;
  const from = begin?.from ?? begin?.to;
  if (!from) return [];
  const isOver = c.state === "collapsed" || c.state === "expired";
  const lastBreach = c.breaches
    .map((b) => b.date.to ?? b.date.from ?? from)
    .reduce((a, b) => (a > b ? a : b), from);
  const to =
    c.termDays !== null
      ? isoDay(dayNumber(from) + Math.max(0, c.termDays - 1))
      : isOver || c.state === "announced"
        ? lastBreach
        : null;
  return [
    {
      days: { from, to },
      kind: "ceasefire",
      isOver,
      words: `${c.parties.map(o.nameOf).join(", ")}: ceasefire ${CEASEFIRE_WORDS[c.state]}`,
    },
  ];
}

/** Steps so near to one another that one mark stands for them. */
export interface LaneMark {
  readonly key: string;
  readonly x: number;
  readonly shape: StepShape;
  /** In the order of time. */
  readonly steps: readonly LaneStep[];
  /** The days that an uncertain one may have been on. */
  readonly days: Stretch | null;
}

/** What a mark takes up. */
const MARK = 13;

/** A lane's steps on the axis, in order; what would stand on top of one another is one mark, in the shape of its weightiest. */
export function laneMarks(lane: Lane, scale: TimeScale): LaneMark[] {
  const placed = lane.steps
    .filter((s) => overlaps(s.days, scale.period))
    .map((step) => ({ step, x: Math.min(scale.width, Math.max(0, middleOf(scale, step.days)!)) }))
    .sort((a, b) => a.x - b.x || weightOf(a.step.shape) - weightOf(b.step.shape));
  const groups: { x: number; steps: LaneStep[]; best: LaneStep }[] = [];
  for (const { step, x } of placed) {
    const last = groups.at(-1);
    if (last && x - last.x < MARK) {
      last.steps.push(step);
      if (weightOf(step.shape) >= weightOf(last.best.shape)) last.best = step;
    } else groups.push({ x, steps: [step], best: step });
  }
  return groups.map((g) => ({
    key: `${lane.key}:${g.steps[0]!.words}:${g.steps[0]!.days.from}:${g.steps[0]!.days.to}`,
    x: g.x,
    shape: g.best.shape,
    steps: g.steps,
    days: uncertain(g.best.days) ? daysBar(scale, g.best.days) : null,
  }));
}

const uncertain = (d: OpenPeriod) => d.from !== d.to;

/** Spans that have a day in the period. */
export const shownSpans = (lane: Lane, period: Period): readonly LaneSpan[] =>
  lane.spans.filter((s) => overlaps(s.days, period));
