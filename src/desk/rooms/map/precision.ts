import type { PlacePrecision } from "../../../coding/claim.js";

/** How near a place is known, as the map draws it. */
export interface Precision {
  /** Radius in kilometres of the circle in which it lies; 0 is a point, null is not drawn at all. */
  readonly km: number | null;
  /** After a place's name: "Kurram, somewhere in the district". */
  readonly words: string;
  /** What the circle stands for. */
  readonly meaning: string;
}

/**
 * Precision to radius. "Near" is the 25 km of UCDP's second code; the gazetteer has middles and no outlines, so districts,
 * provinces and regions get the radius of a usual one, and the map says so.
 */
export const PRECISION: Record<PlacePrecision, Precision> = {
  exact: { km: 0, words: "known exactly", meaning: "the town, village, post or crossing itself" },
  near: { km: 25, words: "near it", meaning: "near a known point, within about 25 km" },
  district: {
    km: 30,
    words: "somewhere in the district",
    meaning: "a district, about 30 km around its middle",
  },
  province: {
    km: 100,
    words: "somewhere in the province",
    meaning: "a province, about 100 km around its middle",
  },
  region: {
    km: 250,
    words: "somewhere in the region",
    meaning: "a border area or larger region, about 250 km around its middle",
  },
  "water-air": {
    km: 150,
    words: "at sea or in the air",
    meaning: "at sea or in the air, within about 150 km",
  },
  country: { km: null, words: "somewhere in the country", meaning: "only the country is known: no mark" },
  unresolved: { km: null, words: "not located", meaning: "a name that the gazetteer lacks: no mark" },
};

/** Whether a place so known may stand on the map. */
export const isDrawn = (precision: PlacePrecision): boolean => PRECISION[precision].km !== null;
