import type { PlaceFact } from "./telling.js";

const EARTH_KM = 6371;

/** Great-circle distance in kilometres; null where a coordinate is missing. */
export function distanceKm(a: PlaceFact, b: PlaceFact): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  const rad = (x: number) => (x * Math.PI) / 180;
  const [p, q] = [rad(a.latitude), rad(b.latitude)];
  const h =
    Math.sin((q - p) / 2) ** 2 +
    Math.cos(p) * Math.cos(q) * Math.sin(rad(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.sqrt(h));
}

/** How far from its centre point a place of this precision may reach, in kilometres. */
const REACH: Record<PlaceFact["precision"], number> = {
  exact: 15,
  near: 25,
  district: 40,
  province: 120,
  region: 300,
  country: 1500,
  "water-air": 300,
  unresolved: 0,
};

/**
 * Whether two places can be where one thing happened: `same` by name or point; `near` where one may hold or adjoin the other;
 * `far` where both are known and apart; `unknown` where the names say nothing.
 */
export function placesAgree(a: PlaceFact, b: PlaceFact): "same" | "near" | "far" | "unknown" {
  if (a.name.toLowerCase() === b.name.toLowerCase() && (a.country === b.country || !a.country || !b.country))
    return a.precision === "country" ? "near" : "same";
  const km = distanceKm(a, b);
  if (km === null) {
    if (a.country && b.country && a.country !== b.country) return "far";
    return "unknown";
  }
  if (a.precision === "country" || b.precision === "country")
    return a.country === b.country ? "near" : "unknown";
  const reach = Math.max(REACH[a.precision], REACH[b.precision]);
  if (km <= 15 && a.country === b.country) return "same";
  return km <= reach ? "near" : "far";
}
