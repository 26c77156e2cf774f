import type { CodedReport } from "../coding/coded-report.js";
import type { ParsedReport } from "../coding/parsed-report.js";
import type { Sentence } from "../language/sentence.js";
import { overlaps, type Span, wordsOf } from "../text/span.js";
import { confidenceWords, FIELDS_OF, rightWords } from "./how-often-right.js";

/** A coded report with the trees it was coded from. */
export interface Trace {
  readonly coded: CodedReport;
  readonly parsed: ParsedReport;
}

const RATED = {
  events: "event",
  tolls: "toll",
  attributions: "attribution",
  initiatives: "initiative",
} as const;
const KINDS = { e: "events", t: "tolls", a: "attributions", i: "initiatives" } as const;

/** How one claim was made: its words, the rule, the slots, and the tree of its sentence. A claim that is not there is said so. */
export function explain({ coded, parsed }: Trace, claim: string): string {
  const kind = KINDS[claim[0] as keyof typeof KINDS];
  const item = kind ? coded[kind][Number(claim.slice(1))] : undefined;
  if (!kind || !item)
    return `${coded.report.id} has no claim ${claim}; it has ${Object.entries(KINDS)
      .map(([letter, name]) => `${coded[name].length} ${name} (${letter}0 …)`)
      .join(", ")}\n`;
  const lines = [`${claim} in ${coded.report.id}: “${wordsOf(coded.report.text, item)}”`, ""];
  for (const [field, value] of Object.entries(item)) {
    if (["start", "end", "id"].includes(field)) continue;
    const words =
      /onfidence$/.test(field) && typeof value === "number" ? confidenceWords(value) : shown(value);
    lines.push(`${field.padEnd(14)} ${words}`);
  }
  lines.push("", "how often right:");
  for (const field of FIELDS_OF[RATED[kind]]) {
    const words = rightWords(field);
    if (words !== "") lines.push(`  ${field.padEnd(20)} ${words}`);
  }
  for (const s of parsed.sentences) {
    if (overlaps(spanOf(s), item)) lines.push("", ...treeLines(s));
  }
  return `${lines.join("\n")}\n`;
}

const spanOf = (s: Sentence): Span => ({ start: s.start[0]!, end: s.end[s.form.length - 1]! });

function shown(value: unknown): string {
  if (value === null) return "-";
  if (Array.isArray(value)) return value.length === 0 ? "-" : value.map(shown).join("; ");
  if (typeof value !== "object") return String(value);
  const v = value as Record<string, unknown>;
  if ("code" in v && "words" in v) return `${v.code ?? "?"} “${v.words}”${v.sector ? ` ${v.sector}` : ""}`;
  return JSON.stringify(value);
}

/** The tree as an indented list in the order of the text: form, class, relation and governor, margin of the arc. */
function treeLines(s: Sentence): string[] {
  const width = Math.min(24, Math.max(...s.form.map((f) => f.length)));
  return s.form.map((form, i) => {
    const governor = s.head[i]! < 0 ? "(root)" : s.form[s.head[i]!]!;
    return `${String(i).padStart(3)}  ${form.padEnd(width)}  ${s.upos[i]!.padEnd(5)} ${(s.relation[i] ?? "").padEnd(12)} ← ${governor}  ${Math.round(s.margin[i]!)}`;
  });
}
