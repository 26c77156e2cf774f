import type { Trace } from "../../src/coding/read-report.js";
import { type DateInterval, dayNumber } from "../../src/text/civil-date.js";

/** Who does the violence that a sentence tells, and how long before the report, as features; with each number of a sentence. */
export function circumstancesOf({ parsed, coded }: Trace): (sentence: number) => string[] {
  const at = (start: number) =>
    parsed.sentences.findIndex((s) => s.start[0]! <= start && start < s.end.at(-1)!);
  const violence = coded.events.filter((e) => e.type === "ASSAULT");
  const told = [
    ...violence.map((e) => ({ k: at(e.trigger.start), what: "done", by: e.actor, date: e.date })),
    ...coded.tolls.map((t) => ({
      k: at(t.start),
      what: t.harm,
      by: t.perpetrator ? [t.perpetrator] : [],
      date: t.date,
    })),
  ];
  return (sentence) =>
    told
      .filter(({ k }) => k === sentence)
      .flatMap(({ what, by, date }) => [
        ...(by.length === 0
          ? [`${what} by nobody`]
          : by.map(({ sector }) => `${what} by ${sector ?? "unknown"}`)),
        `when ${ageOf(date)}`,
      ]);

  function ageOf({ from, to, basis }: DateInterval): string {
    const published = coded.report.published.to;
    if (published === null || to === null) return "unknown";
    const days = dayNumber(published) - dayNumber(to);
    const length = from === null ? "open " : dayNumber(to) - dayNumber(from) > 7 ? "long " : "";
    return `${length}${AGES.find(([most]) => days < most)![1]} ${basis}`;
  }
}

/** How many days ago, fewer than. */
const AGES: readonly (readonly [number, string])[] = [
  [0, "later"],
  [2, "now"],
  [8, "week"],
  [32, "month"],
  [63, "two months"],
  [366, "year"],
  [Infinity, "years"],
];
