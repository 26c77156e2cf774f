import { counted, grouped } from "../../../formats/page.js";
import { PRECISION } from "./precision.js";
import { isContested, type MapIncident, OTHERS, type Part, type Spot } from "./spots.js";

type NameOf = (code: string) => string;

/** "Kurram, Pakistan: somewhere in the district, drawn with 30 km". */
export function spotWords(spot: Pick<Spot, "name" | "country" | "precision">, nameOf: NameOf): string {
  const { km, words } = PRECISION[spot.precision];
  return `${placeWords(spot, nameOf)}: ${words}${km ? `, drawn with ${km} km` : ""}`;
}

export const placeWords = (spot: Pick<Spot, "name" | "country">, nameOf: NameOf): string =>
  spot.country === null || nameOf(spot.country) === spot.name
    ? spot.name
    : `${spot.name}, ${nameOf(spot.country)}`;

/** "El Fasher", "El Fasher and 2 places near". */
export const markName = (spots: readonly Pick<Spot, "name">[]): string => {
  const others = new Set(spots.map((s) => s.name)).size - 1;
  return others === 0 ? spots[0]!.name : `${spots[0]!.name} and ${counted(others, "place")} near`;
};

/** "Pakistan in 3, others in 1, not said who in 2": more than there are incidents where several acted in one. */
export const partsWords = (parts: readonly Part[], nameOf: NameOf): string =>
  parts.map((p) => `${actorName(p.actor, nameOf)} in ${p.acted}`).join(", ");

export const actorName = (actor: string | null, nameOf: NameOf): string =>
  actor === null ? "not said who" : actor === OTHERS ? "others" : nameOf(actor);

/** "2 of them contested or denied"; "" where none is. */
export function contestedWords(incidents: readonly Pick<MapIncident, "verdict">[]): string {
  const n = incidents.filter(isContested).length;
  return n === 0
    ? ""
    : incidents.length === 1
      ? "contested or denied"
      : `${grouped(n)} of them contested or denied`;
}

/** What of the incidents under the filters is drawn, and what is not, without a remainder. */
export function coverage(map: {
  readonly total: number;
  readonly shown: number;
  readonly drawn: number;
  readonly countryOnly: number;
}): string {
  const nowhere = map.shown - map.drawn - map.countryOnly;
  const parts = [
    map.shown < map.total
      ? `${grouped(map.shown)} of ${counted(map.total, "incident")} shown, the latest first`
      : counted(map.total, "incident"),
    `${grouped(map.drawn)} on the map`,
    ...(map.countryOnly > 0 ? [`${grouped(map.countryOnly)} of which only the country is known`] : []),
    ...(nowhere > 0 ? [`${grouped(nowhere)} without a place`] : []),
  ];
  return parts.join(" · ");
}
