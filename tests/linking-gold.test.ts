import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../src/data/package-root.js";

/* The gold for the record over many reports, bench/linking/samples.json: it names what is there, and nothing twice. */

interface Incident {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly part_of?: string;
  readonly mentions: readonly { readonly document: string; readonly quote: string; readonly or?: string }[];
  readonly tolls: readonly { readonly claims: readonly Told[] }[];
}
interface Told {
  readonly documents: readonly string[];
}
interface Gold {
  readonly incidents: readonly Incident[];
  readonly initiatives: readonly { readonly history: readonly Told[] }[];
  readonly ceasefires: readonly (Told & { readonly breaches: readonly Told[] })[];
  readonly chains: readonly (Told & { readonly from: string; readonly to: string })[];
  readonly origins: readonly (readonly string[])[];
  readonly revisions: readonly (readonly string[])[];
}

const gold = JSON.parse(
  readFileSync(join(packageRoot(), "bench", "linking", "samples.json"), "utf8"),
) as Gold;
const samples = join(packageRoot(), "samples");
const texts = new Map(
  readdirSync(samples)
    .filter((name) => name !== "README.md")
    .map((name) => [name.replace(/\.[^.]+$/, ""), readFileSync(join(samples, name), "utf8")]),
);
const ids = new Set(gold.incidents.map(({ id }) => id));

describe.each(gold.incidents)("$id", ({ from, to, part_of, mentions }) => {
  test("is told in words that stand in its reports, once", () => {
    expect(mentions.length).toBeGreaterThan(0);
    for (const { document, quote, or } of mentions) {
      expect(texts.get(document)?.split(quote).length, `“${quote}” in ${document}`).toBe(2);
      if (or !== undefined) expect(ids).toContain(or);
    }
  });

  test("has days in order and a whole that is there", () => {
    if (from !== null && to !== null) expect(from <= to).toBe(true);
    if (part_of !== undefined) expect(ids).toContain(part_of);
  });
});

test("names reports and incidents that are there", () => {
  const told: readonly Told[] = [
    ...gold.incidents.flatMap(({ tolls }) => tolls.flatMap(({ claims }) => claims)),
    ...gold.initiatives.flatMap(({ history }) => history),
    ...gold.ceasefires.flatMap((c) => [c, ...c.breaches]),
    ...gold.chains,
  ];
  const named = [
    ...told.flatMap(({ documents }) => documents),
    ...gold.origins.flat(),
    ...gold.revisions.flat(),
  ];
  expect(named.filter((id) => !texts.has(id))).toEqual([]);
  expect(gold.chains.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id))).toEqual([]);
});

test("has each incident and each mention once, and leaves no report out", () => {
  expect(ids.size).toBe(gold.incidents.length);
  const mentions = gold.incidents.flatMap((i) => i.mentions.map((m) => `${m.document} ${m.quote}`));
  expect(new Set(mentions).size).toBe(mentions.length);
  const told = new Set(gold.incidents.flatMap((i) => i.mentions.map((m) => m.document)));
  expect([...texts.keys()].filter((id) => !told.has(id))).toEqual([]);
});
