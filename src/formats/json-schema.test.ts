import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadReader } from "../data/load-reader.js";
import { packageRoot } from "../data/package-root.js";
import { jsonOf } from "./json.js";
import { jsonRecordSchema, jsonSchema } from "./json-schema.js";

const folder = join(packageRoot(), "samples");
const samples = readdirSync(folder).filter((name) => name !== "README.md");

test("every sample's JSON is what the schema says, no field more or less", async () => {
  const reader = await loadReader();
  expect(samples.length).toBeGreaterThanOrEqual(16);
  for (const name of samples) {
    const printed = JSON.stringify(
      jsonOf(reader.traceBytes(readFileSync(join(folder, name)), { name }).coded),
    );
    const checked = jsonRecordSchema.safeParse(JSON.parse(printed));
    expect(checked.error?.issues ?? [], name).toEqual([]);
  }
});

test("the schema is plain JSON with named definitions", () => {
  const schema = JSON.parse(JSON.stringify(jsonSchema()));
  expect(schema.$schema).toContain("2020-12");
  expect(Object.keys(schema.$defs)).toEqual(
    expect.arrayContaining(["Event", "Toll", "Attribution", "Party"]),
  );
  expect(schema.additionalProperties).toBe(false);
});
