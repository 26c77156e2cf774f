import type { LifeLine, Step } from "./lives.js";

/** By what the table can be sorted. */
export const SORTS = ["last", "third", "state", "rounds", "told"] as const;
export type Sort = (typeof SORTS)[number];

export const sortOf = (value: unknown): Sort => SORTS.find((s) => s === value) ?? "last";

/** What of a row the sorts look at. */
export interface Sortable {
  readonly title: string;
  readonly state: string;
  readonly rounds: number;
  readonly lastDay: string | null;
  readonly reports: number;
}

/** Rows in an order: latest, most, or by the alphabet; rows that are alike keep theirs. */
export function sorted<T extends Sortable>(rows: readonly T[], sort: Sort): T[] {
  const words = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const by: Record<Sort, (a: T, b: T) => number> = {
    last: (a, b) => words(b.lastDay ?? "", a.lastDay ?? ""),
    third: (a, b) => words(a.title, b.title),
    state: (a, b) => words(a.state, b.state),
    rounds: (a, b) => b.rounds - a.rounds,
    told: (a, b) => b.reports - a.reports,
  };
  return [...rows].sort(by[sort]);
}

/** The last step that has a day; without one, the last that is told. */
export function lastStep(line: Pick<LifeLine, "steps">): Step | null {
  const day = (s: Step) => s.date.to ?? s.date.from ?? "";
  return line.steps.reduce<Step | null>((a, s) => (a === null || day(s) >= day(a) ? s : a), null);
}
