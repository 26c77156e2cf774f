/** Days (numbers since 1970-01-01) that are asked for what lies near them; each is kept once. */
export class DayList {
  private readonly days: number[] = [];

  add(day: number): void {
    const at = this.from(day);
    if (this.days[at] !== day) this.days.splice(at, 0, day);
  }

  /** Whether a day lies between two, both included. */
  has(from: number, to: number): boolean {
    const first = this.days[this.from(from)];
    return first !== undefined && first <= to;
  }

  /** Days to the nearest one; infinite where there is none. */
  distance(day: number): number {
    const at = this.from(day);
    const after = this.days[at];
    const before = this.days[at - 1];
    return Math.min(
      after === undefined ? Number.POSITIVE_INFINITY : after - day,
      before === undefined ? Number.POSITIVE_INFINITY : day - before,
    );
  }

  /** The place of the first day that is not before this one. */
  private from(day: number): number {
    return lowerBound(this.days, (d) => d >= day);
  }
}

/** The place of the first entry of a list for which a test holds that holds for all after it. */
export function lowerBound<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (holds(list[mid]!)) high = mid;
    else low = mid + 1;
  }
  return low;
}
