import type { Span } from "../text/span.js";

/** What violence is done with. */
export const MEANS_KINDS = [
  "vehicle-bomb",
  "bomb",
  "explosive",
  "grenade",
  "mine",
  "rocket",
  "artillery",
  "aircraft",
  "drone",
  "firearm",
  "blade",
  "fire",
  "chemical",
] as const;
export type MeansKind = (typeof MEANS_KINDS)[number];

/** What violence is done to besides people. */
export const TARGET_KINDS = [
  "home",
  "vehicle",
  "aircraft",
  "vessel",
  "business",
  "bank",
  "energy",
  "communications",
  "media",
  "transport-route",
  "water",
  "government",
  "diplomatic",
  "police",
  "military",
  "organisation",
  "school",
  "hospital",
  "religious",
  "settlement",
] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** A weapon, as written without its article and number: "powerful bombs". */
export interface Means extends Span {
  readonly words: string;
  readonly kind: MeansKind;
}

/** A thing struck, as written without its article and number: "presidential palace". */
export interface Target extends Span {
  readonly words: string;
  readonly kind: TargetKind;
}
