import type { SourcesRoom } from "../../../formats/desk-json.js";
import { UNNAMED_SPEAKERS } from "../../../formats/record-labels.js";

export type Speaker = SourcesRoom["speakers"][number];
export type Outlet = SourcesRoom["outlets"][number];

export const VIEWS = ["speakers", "outlets"] as const;
export type View = (typeof VIEWS)[number];

export const SPEAKER_COLUMNS = [
  "name",
  "claims",
  "incidents",
  "alone",
  "corroborated",
  "contested",
  "denials",
  "outlets",
] as const;
export type SpeakerColumn = (typeof SPEAKER_COLUMNS)[number];

export const OUTLET_COLUMNS = ["name", "reports", "origins", "claims", "own", "quotes", "leaves"] as const;
export type OutletColumn = (typeof OUTLET_COLUMNS)[number];

/** In addresses, where null would be: the outlets in their own voice, reports that name no outlet. */
const NOBODY = "-";
export const addressOf = (name: string | null): string => name ?? NOBODY;
/** Whether a value of the address is this speaker or outlet. */
export const isAt = (name: string | null, value: unknown): boolean => value === addressOf(name);

/** Whether incidents can be asked for by it: unnamed sorts of speakers and outlets take part in none. */
export const isParty = (code: string | null): code is string =>
  code !== null && !UNNAMED_SPEAKERS.includes(code);

export const outletName = (outlet: string | null): string => outlet ?? "no outlet named";

/** A speaker's key under a column. */
export const speakerKey =
  (label: (code: string | null) => string) =>
  (s: Speaker, column: SpeakerColumn): number | string =>
    column === "name" ? label(s.code) : column === "outlets" ? s.outlets.length : s[column];

/** An outlet's key under a column; `own` by its share, as outlets differ in size. */
export function outletKey(o: Outlet, column: OutletColumn): number | string {
  switch (column) {
    case "name":
      return outletName(o.outlet);
    case "own":
      return o.claims === 0 ? 0 : o.ownVoice / o.claims;
    case "quotes":
      return o.quotes.length;
    case "leaves":
      return o.leavesOut.length;
    default:
      return o[column];
  }
}

/** Rows whose name has the words, in any case. */
export function named<T>(rows: readonly T[], words: string, nameOf: (row: T) => string): readonly T[] {
  const wanted = words.trim().toLowerCase();
  return wanted === "" ? rows : rows.filter((r) => nameOf(r).toLowerCase().includes(wanted));
}

/** The parties that most claims are about, or by, over many tallies: those that get a colour of their own. */
export function mostNamed(tallies: readonly Speaker["of"][], most: number): string[] {
  const sums = new Map<string, number>();
  for (const { code, claims } of tallies.flat())
    if (isParty(code)) sums.set(code, (sums.get(code) ?? 0) + claims);
  return [...sums]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([code]) => code);
}
