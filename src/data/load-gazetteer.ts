import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Gazetteer, type GazetteerEntry, gazetteerOf } from "../coding/gazetteer.js";
import { LexiconError } from "../coding/lexicon-error.js";
import { foldName } from "../text/fold-name.js";
import { type Centre, readGeonames } from "./geonames.js";
import { packageRoot } from "./package-root.js";

/** All places: this project's supplement, the countries of the party lexicon, GeoNames' populated places. */
export function loadGazetteer(root = packageRoot()): Gazetteer {
  const { gazetteer, centres } = readGeonames();
  return gazetteerOf([...readSupplement(root), ...readCountries(root, centres)], gazetteer);
}

const SUPPLEMENT = "lexicons/places/supplement.tsv";
const PRECISIONS: ReadonlySet<string> = new Set([
  "exact",
  "near",
  "district",
  "province",
  "region",
  "country",
  "water-air",
]);

type Row = { readonly folded: readonly string[]; readonly entry: GazetteerEntry };

/** @throws LexiconError naming file and line where a row has another form */
export function readSupplement(root = packageRoot()): Row[] {
  const rows: Row[] = [];
  readFileSync(join(root, SUPPLEMENT), "utf8")
    .split("\n")
    .forEach((line, i) => {
      if (line === "" || line.startsWith("#")) return;
      const [name, variants, country, precision, latitude, longitude, parent, ...more] = line.split("\t");
      const bad =
        parent === undefined || more.length > 0
          ? "a row has seven columns"
          : !PRECISIONS.has(precision!)
            ? `unknown precision "${precision}"`
            : !inside(latitude!, 90) || !inside(longitude!, 180)
              ? "latitude and longitude are degrees"
              : country !== "-" && !/^[A-Z]{3}$/.test(country!)
                ? `"${country}" is no country code`
                : null;
      if (bad !== null) {
        throw new LexiconError(
          SUPPLEMENT,
          `line ${i + 1}`,
          bad,
          "The form of a row is told at the head of the file.",
        );
      }
      const names = [name!, ...(variants === "-" ? [] : variants!.split("|"))];
      rows.push({
        folded: names.map(foldName),
        entry: {
          name: name!,
          country: country === "-" ? null : country!,
          precision: precision as GazetteerEntry["precision"],
          latitude: Number(latitude),
          longitude: Number(longitude),
          population: 0,
          parent: parent === "-" ? null : parent!,
          origin: "supplement",
        },
      });
    });
  return rows;
}

function inside(degrees: string, most: number): boolean {
  const n = Number(degrees);
  return degrees !== "" && Number.isFinite(n) && Math.abs(n) <= most;
}

function readCountries(root: string, centres: ReadonlyMap<string, Centre>): Row[] {
  const rows: Row[] = [];
  for (const line of readFileSync(join(root, "lexicons/parties/countries.tsv"), "utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [code, names] = line.split("\t");
    if (code === undefined || names === undefined || names === "-") continue;
    const centre = centres.get(code);
    const all = names.split("|");
    rows.push({
      // "US", "UK" are written in capitals only, which folding forgets: the longer names do
      folded: all.filter((n) => n !== "US").map(foldName),
      entry: {
        name: all[0]!,
        country: code,
        precision: "country",
        latitude: centre?.latitude ?? null,
        longitude: centre?.longitude ?? null,
        population: 0,
        parent: null,
        origin: "country",
      },
    });
  }
  return rows;
}
