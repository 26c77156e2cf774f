import { readFileSync } from "node:fs";
import { loadReader } from "../../src/data/load-reader.js";
import type { Figure, Judged, Measured, Miss, Task } from "../accuracy/task.js";
import { type CodedSentence, codeSentence } from "./code-sentence.js";
import { FOLDS, type Fold, f1, folded, type Gold, judgedEvent, type Scored, scoreSentence } from "./score.js";

interface GoldLine {
  readonly id: string;
  readonly text: string;
  readonly event: string;
  readonly source?: readonly (string | { readonly code?: string })[];
  readonly target?: readonly (string | { readonly code?: string })[];
  readonly markup?: string;
}

export const gsr: Task = {
  name: "events-plover-gsr",
  title: "event and its sides",
  file: "events/plover-gsr-dev.jsonl",
  measure: async (file) => {
    const { scored, ...rest } = await measured(file, FOLDS["2021"]);
    const named = scored.filter((s) => s.triple !== null);
    const exact = (100 * named.filter((s) => s.triple).length) / (named.length || 1);
    const against = (script: number, dictionary: number) => ({
      floor: { what: "keyword script", value: script },
      peers: [{ what: "dictionary coder", value: dictionary }],
    });
    const of = scored.length;
    return {
      ...rest,
      figures: [
        { name: "first type", value: firstType(scored), of, aim: 80, ...against(60, 44) },
        { name: "actor F1", value: f1(scored.map((s) => s.actor)), of, aim: 86, ...against(75, 66) },
        { name: "recipient F1", value: f1(scored.map((s) => s.recipient)), of, aim: 80, ...against(64, 64) },
        { name: "all three exact", value: exact, of: named.length, aim: 45, ...against(29, 33) },
      ] satisfies Figure[],
    };
  },
};

export const plv: Task = {
  name: "events-plv",
  title: "event",
  file: "events/plv-train.jsonl",
  measure: async (file) => {
    const { scored, ...rest } = await measured(file, FOLDS.plv);
    return {
      ...rest,
      figures: [
        {
          name: "first type",
          value: firstType(scored),
          of: scored.length,
          aim: 80,
          floor: { what: "keyword script", value: 59.5 },
          peers: [{ what: "entailment model told the actors", value: 76 }],
        },
      ] satisfies Figure[],
    };
  },
};

const firstType = (scored: readonly Scored[]) =>
  (100 * scored.filter((s) => s.right).length) / (scored.length || 1);

async function measured(file: string, fold: Fold): Promise<Omit<Measured, "figures"> & { scored: Scored[] }> {
  const reader = await loadReader();
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((l) => l.trim())
    .map((l) => JSON.parse(l) as GoldLine);
  const scored: Scored[] = [];
  const misses: Miss[] = [];
  const judged: Judged[] = [];
  for (const line of lines) {
    const gold = goldOf(line);
    const events = codeSentence(reader, line.id, line.text);
    const score = scoreSentence(gold, events, fold);
    scored.push(score);
    misses.push(...missesOf(line, gold, events, score, fold));
    if (events[0]) judged.push(events[0].judged(score.right));
  }
  return { scored, misses, judged };
}

function goldOf(line: GoldLine): Gold {
  const codes = (list: GoldLine["source"]) =>
    (list ?? []).map((c) => (typeof c === "string" ? c : (c.code ?? ""))).filter((c) => c !== "");
  const [actors, recipients] = [codes(line.source), codes(line.target)];
  const reciprocal = recipients.length === 0 && actors.length > 1 && /SRC\/TAR/.test(line.markup ?? "");
  return { type: line.event, actors, recipients, reciprocal };
}

function missesOf(
  line: GoldLine,
  gold: Gold,
  events: readonly CodedSentence[],
  score: Scored,
  fold: Fold,
): Miss[] {
  const out: Miss[] = [];
  const told = events.map((e) => `${e.type} ${e.words} (${e.rule})`).join("; ") || "nothing";
  const first = events[0];
  const type = folded(gold.type, fold);
  const base = { sentence: line.text, detail: `${line.id}: ${type}; told: ${told}` };
  if (!first) out.push({ ...base, kind: "missed", cause: `type: ${type}` });
  else if (!score.right)
    out.push({
      ...base,
      kind: "differs",
      cause: `type: ${type} → ${folded(first.type, fold)} (${first.rule})`,
    });
  // a gold without sides
  if (!line.source && !line.target) return out;
  const best = judgedEvent(gold, events, fold);
  for (const [side, counts, named, found] of [
    ["actor", score.actor, gold.actors, best?.actors],
    ["recipient", score.recipient, gold.reciprocal ? [] : gold.recipients, best?.recipients],
  ] as const) {
    if (counts.fp + counts.fn === 0) continue;
    const kind = counts.fp === 0 ? "missed" : counts.fn === 0 ? "false" : "differs";
    const detail = `${line.id}: ${side} ${named.join("+")} ≠ ${(found ?? []).join("+")}; ${type}; told: ${told}`;
    out.push({ sentence: line.text, kind, cause: side, detail });
  }
  return out;
}
