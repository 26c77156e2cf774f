import { baseRelation } from "../language/tree.js";
import { type DateInterval, dayNumber, isoDay } from "../text/civil-date.js";
import { isDating } from "../text/date-expression.js";
import { distanceFrom } from "../text/resolve-date.js";
import { isAbout } from "./clause-scope.js";
import { clauseHead, tenseOf } from "./clause-tense.js";
import { atDistance, type Reach, reachOf } from "./date-reach.js";
import { direct, isAheadOf } from "./event-date.js";
import { type DatedSentence, days, isShort, SHORT_DAYS } from "./placed-date.js";

/** Days in which "after" is soon after; what leads to something is told as of its day or the day before. */
const SOON_DAYS = 2;

/** Days of a dated thing that another event of its sentence may be counted from. */
const MOST_DAYS = 31;

/** @param isLead whether the sentence is of the report's first paragraph */
export function sentenceDate(scene: DatedSentence, token: number, isLead: boolean): DateInterval | null {
  const { s } = scene;
  const dates = scene.dates.filter(
    (d) => isDating(d.expression) && d.interval.from !== null && d.interval.to !== null,
  );
  let found: { interval: DateInterval; rank: number } | null = null;
  for (const d of dates) {
    if (isAheadOf(scene, d, token)) continue;
    const reach = reachOf(s, d, token);
    if (reach.kind === "apart") continue;
    let interval: DateInterval | null = { ...d.interval, basis: "inferred" };
    if (reach.kind === "after" || reach.kind === "before") {
      interval = besides(scene, reach, interval, isLead);
      if (interval === null) continue;
    } else if (reach.kind === "said" || (isAbout(s, d.governor) && d.governor !== token)) {
      // what is said on a day happened then or the day before
      if (!isDay(interval)) continue;
      interval = { ...interval, from: isoDay(dayNumber(interval.from!) - 1) };
    } else if (days(interval) > MOST_DAYS || d.expression.bound !== null) continue;
    const rank = reach.kind === "same" && !isAbout(s, d.governor) ? 0 : reach.kind === "said" ? 2 : 1;
    // two that tell of the same time: which of them is not said
    if (found !== null && found.rank === rank && !isSame(found.interval, interval)) return null;
    if (found === null || rank < found.rank) found = { interval, rank };
  }
  return found?.interval ?? null;
}

const isDay = (interval: DateInterval): boolean => days(interval) <= 2;

const isSame = (a: DateInterval, b: DateInterval): boolean => a.from === b.from && a.to === b.to;

/** The time of what came after or before `base`, as far away as the words say; else soon, or with the news where that is near. */
function besides(
  { s, dates, published }: DatedSentence,
  reach: Reach,
  base: DateInterval,
  isLead: boolean,
): DateInterval | null {
  const counted = atDistance(reach, base, dates);
  if (counted !== null) return upTo(counted, published);
  const mark = s.form[reach.mark]?.toLowerCase();
  if (mark === "since" || days(base) > MOST_DAYS) return null;
  // "stormed the prison on Sunday before retreating": soon after, whatever the news is
  if (reach.kind === "after" && published.from !== null && mark !== "before") {
    const ago = dayNumber(published.from) - dayNumber(base.from!);
    // "opened fire after last Thursday's strikes": the news; "shelled the port after the truce ended on May 3": soon after
    if (ago >= 0 && (ago < SHORT_DAYS || isLead)) return null;
  }
  const give = isShort(base) ? 1 : 0;
  const [from, to] = reach.kind === "after" ? [0, give * SOON_DAYS] : [-give, 0];
  const soon: DateInterval = {
    from: isoDay(dayNumber(base.from!) + from),
    to: isoDay(dayNumber(base.to!) + to),
    basis: "inferred",
  };
  return upTo(soon, published);
}

/** Nothing that has happened lies after the report. */
function upTo(interval: DateInterval, { to }: DateInterval): DateInterval {
  return to === null || interval.to === null || interval.to <= to || interval.from! > to
    ? interval
    : { ...interval, to };
}

/** "Said in November that it accepted the plan": the date of the saying that a clause is the content of; null where none is told. */
export function saidAt(scene: DatedSentence, token: number): DateInterval | null {
  const { s } = scene;
  let t = clauseHead(s, token);
  for (let steps = 0; steps < 4; steps++) {
    const up = s.head[t]!;
    if (up < 0) return null;
    if (baseRelation(s, t) === "ccomp" && isAbout(s, up)) {
      const hit = direct(scene, up);
      const isClosed = hit !== null && hit.interval.from !== null && hit.interval.to !== null;
      return isClosed && days(hit.interval) <= MOST_DAYS ? { ...hit.interval, basis: "inferred" } : null;
    }
    t = up;
  }
  return null;
}

/** "For years", "over two decades" beside a verb in the perfect. */
export function stretchAt({ s, dates, published }: DatedSentence, token: number): DateInterval | null {
  const { to } = published;
  if (to === null || tenseOf(s, token) !== "perfect") return null;
  for (const d of dates) {
    if (d.expression.kind !== "duration" || d.governor !== token) continue;
    if (!/^(for|over)$/.test(s.form[d.from - 1]?.toLowerCase() ?? "")) continue;
    const { from } = distanceFrom(d.expression.count, -1, { from: to, to, basis: "relative" });
    return { from: d.expression.count.vague ? null : from, to, basis: "inferred" };
  }
  return null;
}
