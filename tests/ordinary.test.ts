import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { loadReader, type NodeReader } from "../src/data/load-reader.js";

/** Ordinary news, one sentence a line, written for this project: sport, business, weather, accidents, courts, fiction, history, science. */
const sentences = readFileSync(new URL("cases/ordinary.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.trim() !== "");

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

test("ordinary news gives an ASSAULT in at most one sentence of a hundred", () => {
  const alarms = sentences.flatMap((sentence) => {
    const coded = reader.readText(sentence, { id: "ordinary", published: "2025-06-15" });
    const rules = coded.events.filter((e) => e.type === "ASSAULT").map((e) => e.rule);
    return rules.length > 0 ? [`${sentence} (${rules.join(", ")})`] : [];
  });
  expect(sentences.length).toBeGreaterThanOrEqual(200);
  expect(alarms.length / sentences.length, alarms.join("\n")).toBeLessThanOrEqual(0.01);
});
