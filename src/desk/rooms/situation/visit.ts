/** When this browser's reader was here, as it is kept between visits. Times are ISO 8601. */
export interface Visits {
  /** What came after it is new; null on a first visit. */
  readonly since: string | null;
  /** When the room was last looked at. */
  readonly last: string;
}

/** A pause after which coming back is another visit. */
const PAUSE_MS = 30 * 60_000;

/**
 * The visits, now that the room is looked at: after a pause what came since the visit before is new; within a visit nothing
 * changes, so that reloading does not hide what was new.
 *
 * @param kept what was kept, as text; anything else than its form counts as nothing
 */
export function visitNow(kept: string | null, now: string): Visits {
  const before = read(kept);
  if (!before) return { since: null, last: now };
  const isAnother = Date.parse(now) - Date.parse(before.last) > PAUSE_MS;
  return { since: isAnother ? before.last : before.since, last: now };
}

/** All that is there has been seen. */
export const allSeen = (now: string): Visits => ({ since: now, last: now });

function read(kept: string | null): Visits | null {
  try {
    const found = JSON.parse(kept ?? "null") as Partial<Visits> | null;
    const isTime = (t: unknown): t is string => typeof t === "string" && !Number.isNaN(Date.parse(t));
    if (!isTime(found?.last)) return null;
    return { since: isTime(found.since) ? found.since : null, last: found.last };
  } catch {
    return null;
  }
}
