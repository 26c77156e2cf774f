import type { EventClaim, Toll } from "../coding/claim.js";
import type { PartyRef } from "../coding/party.js";
import { type DateInterval, dayNumber } from "../text/civil-date.js";

const codesOf = (list: readonly PartyRef[]) =>
  list
    .map((p) => p.code ?? p.words.toLowerCase())
    .sort()
    .join("+");

const meet = (a: DateInterval, b: DateInterval) =>
  (a.from === null && a.to === null) ||
  (b.from === null && b.to === null) ||
  ((a.from ?? "") <= (b.to ?? "9999") && (b.from ?? "") <= (a.to ?? "9999"));

/** Claims that tell one event of the story: same type and sides, dates that meet. In the order of the first claim of each. */
export function groupEvents(events: readonly EventClaim[]): EventClaim[][] {
  const groups: EventClaim[][] = [];
  for (const e of events) {
    const group = groups.find((g) => {
      const first = g[0]!;
      return (
        first.type === e.type &&
        codesOf(first.actor) === codesOf(e.actor) &&
        codesOf(first.recipient) === codesOf(e.recipient) &&
        (first.mode === e.mode || first.mode === null || e.mode === null) &&
        (first.status === "denied" || e.status === "denied" || first.status === e.status) &&
        meet(first.date, e.date)
      );
    });
    if (group) group.push(e);
    else groups.push([e]);
  }
  return groups;
}

/** Tolls of one harm to one sort of victim, side by side. */
export interface TollGroup {
  readonly tolls: readonly Toll[];
  /** Different sources give incompatible figures, or one denies what another says. */
  readonly contested: boolean;
}

/** Groups by harm, victims and perpetrator; parts stand below their total. */
export function groupTolls(tolls: readonly Toll[]): TollGroup[] {
  const groups = new Map<string, Toll[]>();
  for (const t of tolls) {
    const root = t.partOf === null ? t : (tolls.find((x) => x.id === t.partOf) ?? t);
    const key = [root.harm, root.of.party?.code ?? "-", root.of.kind].join("|");
    const group = groups.get(key);
    if (group) group.push(t);
    else groups.set(key, [t]);
  }
  return [...groups.values()].map((group) => ({ tolls: group, contested: isContested(group) }));
}

function isContested(group: readonly Toll[]): boolean {
  const whole = group.filter((t) => t.partOf === null);
  return whole.some((a) =>
    whole.some((b) => {
      if (a === b || codesOf(a.sources) === codesOf(b.sources) || !isOneTelling(a, b)) return false;
      // five dead in one town and two in another do not contradict each other
      if (a.place && b.place && a.place.name !== b.place.name) return false;
      if ((a.stance === "denies") !== (b.stance === "denies")) return true;
      if (a.count.low === null || b.count.low === null) return false;
      return a.count.low > (b.count.high ?? Infinity) || b.count.low > (a.count.high ?? Infinity);
    }),
  );
}

/** Days of a stretch over which losses are added up: "since January", "in the first quarter". */
const LONG_DAYS = 10;

/** Characters, some paragraphs, within which figures of no named place are told of one happening. */
const NEAR = 1500;

/** Whether two tolls can be of the same dead: not where one is of months and the other of a day, nor far apart in the text. */
function isOneTelling(a: Toll, b: Toll): boolean {
  if (!meet(a.date, b.date) || isLong(a.date) !== isLong(b.date)) return false;
  const isSamePlace = a.place !== null && a.place.name === b.place?.name;
  return isSamePlace || Math.abs(a.start - b.start) <= NEAR;
}

const isLong = ({ from, to }: DateInterval): boolean =>
  from !== null && to !== null && dayNumber(to) - dayNumber(from) > LONG_DAYS;
