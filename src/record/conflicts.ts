import { dayNumber } from "../text/civil-date.js";
import { type Ruling, standingRulings } from "./rulings.js";

/** A named set of parties and a period. */
export interface Conflict {
  readonly name: string;
  /** Codes, those with most incidents first. */
  readonly parties: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly violentIncidents: number;
  /** Proposed from the data; else named by a ruling. */
  readonly proposed: boolean;
}

/** A violent incident as proposals see it. */
export interface ViolentIncident {
  readonly parties: readonly string[];
  /** Day on which it began. */
  readonly day: string;
}

/** Days of quiet after which fighting between the same parties is another conflict. */
const QUIET_DAYS = 180;
/** Violent incidents between two parties that make a conflict. */
const LEAST = 2;

/**
 * Conflicts that the incidents suggest: two parties with at least two violent incidents without half a year of quiet between;
 * further parties join where they take part in half of their own incidents. Conflicts that rulings name stand before them, and
 * take the place of proposals with the same parties in the same time.
 */
export function conflictsOf(
  incidents: readonly ViolentIncident[],
  log: readonly Ruling[],
  nameOf: (code: string) => string,
): Conflict[] {
  const pairs = new Map<string, string[]>();
  for (const { parties, day } of incidents) {
    const sorted = [...new Set(parties)].sort();
    for (const [k, a] of sorted.entries())
      for (const b of sorted.slice(k + 1)) {
        const list = pairs.get(`${a}|${b}`);
        if (list) list.push(day);
        else pairs.set(`${a}|${b}`, [day]);
      }
  }
  const proposals = [...pairs].flatMap(([pair, days]) =>
    spells(days).map((spell) => ({ parties: new Set(pair.split("|")), days: spell })),
  );
  const large = proposals
    .filter((p) => p.days.length >= LEAST)
    .sort((a, b) => b.days.length - a.days.length || key(a).localeCompare(key(b)));
  const joined: { parties: Set<string>; days: readonly string[]; onDay: ReadonlySet<string> }[] = [];
  for (const p of large) {
    // half of its days being theirs too, they meet
    const home = joined.find(
      (j) =>
        [...p.parties].some((x) => j.parties.has(x)) &&
        p.days.filter((d) => j.onDay.has(d)).length * 2 >= p.days.length,
    );
    if (home) for (const x of p.parties) home.parties.add(x);
    else joined.push({ parties: new Set(p.parties), days: p.days, onDay: new Set(p.days) });
  }
  const incidentsOf = new Map<string, number>();
  for (const { parties } of incidents)
    for (const x of new Set(parties)) incidentsOf.set(x, (incidentsOf.get(x) ?? 0) + 1);
  const named = standingRulings(log).flatMap(({ body }): Conflict[] =>
    body.kind === "conflict"
      ? [
          {
            name: body.name,
            parties: body.parties,
            from: body.from,
            to: body.to,
            violentIncidents: incidents.filter(
              (i) =>
                i.parties.filter((x) => body.parties.includes(x)).length >= 2 &&
                (body.from === null || i.day >= body.from) &&
                (body.to === null || i.day <= body.to),
            ).length,
            proposed: false,
          },
        ]
      : [],
  );
  const proposed = joined.map((j): Conflict => {
    const { days } = j;
    const parties = [...j.parties].sort(
      (a, b) => incidentsOf.get(b)! - incidentsOf.get(a)! || a.localeCompare(b),
    );
    return {
      name: `${parties.map(nameOf).join(" – ")}, ${days[0]!.slice(0, 7)}${days.at(-1)!.slice(0, 7) === days[0]!.slice(0, 7) ? "" : ` to ${days.at(-1)!.slice(0, 7)}`}`,
      parties,
      from: days[0]!,
      to: days.at(-1)!,
      violentIncidents: days.length,
      proposed: true,
    };
  });
  const replaced = (p: Conflict) =>
    named.some(
      (n) =>
        p.parties.every((x) => n.parties.includes(x)) &&
        (n.from ?? "") <= p.to! &&
        (n.to ?? "9999") >= p.from!,
    );
  return [...named, ...proposed.filter((p) => !replaced(p))];
}

const key = (p: { parties: ReadonlySet<string>; days: readonly string[] }) =>
  `${[...p.parties].join("|")}|${p.days[0]}`;

/** Days in spells without more than half a year of quiet. */
function spells(days: readonly string[]): string[][] {
  const found: string[][] = [];
  for (const day of [...days].sort()) {
    const last = found.at(-1);
    if (last && dayNumber(day) - dayNumber(last.at(-1)!) <= QUIET_DAYS) last.push(day);
    else found.push([day]);
  }
  return found;
}
