/**
 * Codes single sentences of a gold standard and writes the events in the scorer's form.
 *
 *   npx tsx bench/events/run.ts --file GOLD.jsonl [--out PRED.jsonl] [--scorer score_events.mjs --ontology 2021]
 *
 * GOLD: lines {id, text}. PRED: lines {id, events: [{type, actors, recipients}]}, codes of countries; a group stands for the
 * country of its fight, as in PLOVER's records.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { EventClaim } from "../../src/coding/claim.js";
import type { PartyRef } from "../../src/coding/party.js";
import { loadReader } from "../../src/data/load-reader.js";

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    out: { type: "string" },
    scorer: { type: "string" },
    ontology: { type: "string", default: "2021" },
  },
  strict: false,
  allowPositionals: true,
});
const file = String(values.file ?? "../shared/data/events/plover-gsr-dev.jsonl");
if (!existsSync(file)) {
  console.error(`bench/events: ${file} is not there; give a gold file with --file. Nothing was measured.`);
  process.exit(1);
}

const reader = await loadReader();
const lines = readFileSync(file, "utf8")
  .split("\n")
  .filter((l) => l.trim());
const predictions = lines.map((line) => {
  const gold = JSON.parse(line) as { id: string; text: string; date?: string };
  const coded = reader.readText(gold.text, { id: gold.id, published: "2000-01-01" });
  const events = coded.events
    .filter((e) => e.contentOf === null && e.status !== "hypothetical")
    .map((e) => ({
      type: e.type,
      actors: countries(e.actor),
      recipients: e.mutual ? [] : countries(e.recipient),
      rule: e.rule,
      by: words(e),
    }));
  return { id: gold.id, events };
});
const out = String(values.out ?? join(tmpdir(), "parley-events.jsonl"));
writeFileSync(out, `${predictions.map((p) => JSON.stringify(p)).join("\n")}\n`);
console.log(`${predictions.length} sentences coded, written to ${out}`);
const scorer = values.scorer;
if (typeof scorer === "string") {
  const done = spawnSync(
    process.execPath,
    [scorer, file, out, "--ontology", String(values.ontology), "--per-type"],
    { encoding: "utf8" },
  );
  process.stdout.write(done.stdout + done.stderr);
}

function countries(parties: readonly PartyRef[]): string[] {
  return [
    ...new Set(
      parties
        .map((p) => p.country ?? (p.code === "UN" || p.code === "EU" ? "IGO" : null))
        .filter((c) => c !== null),
    ),
  ];
}

function words(e: EventClaim): string {
  return `${e.actor.map((p) => p.words).join("+")} → ${e.recipient.map((p) => p.words).join("+")}`;
}
