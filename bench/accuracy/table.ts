import type { Figure, Measured, Task } from "./task.js";

/** What one task gave, or that its data is not there. */
export type Row = { readonly task: Task } & ({ readonly measured: Measured } | { readonly absent: string });

/** What is shown of it. */
type ShownRow = { readonly task: Pick<Task, "name" | "title"> } & (
  | { readonly measured: Pick<Measured, "figures"> }
  | { readonly absent: string }
);

/** The table as Markdown: one line a figure, those over all tasks last. */
export function tableOf(rows: readonly ShownRow[], overAll: readonly Figure[] = []): string {
  const lines = [
    ...rows.flatMap((row) =>
      "absent" in row
        ? [[row.task.title, row.task.name, "not measured: no data", "", "", "", ""]]
        : linesOf(row.task, row.measured.figures),
    ),
    ...linesOf({ title: "confidence against what is right", name: "" }, overAll),
  ];
  const head = ["task", "name", "metric", "Parley", "aim", "floor", "others"];
  const widths = head.map((h, k) => Math.max(h.length, ...lines.map((l) => l[k]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((c, k) => c.padEnd(widths[k]!)).join(" | ")} |`;
  return [line(head), `|${widths.map((w) => "-".repeat(w + 2)).join("|")}|`, ...lines.map(line)].join("\n");
}

const linesOf = ({ title, name }: Pick<Task, "title" | "name">, figures: readonly Figure[]) =>
  figures.map((f, k) => [
    k === 0 ? title : "",
    k === 0 ? name : "",
    f.name,
    `${shown(f.value, f)}${isShort(f) ? " ⟵" : ""}`,
    f.aim === undefined ? "" : `${f.atMost ? "≤" : "≥"} ${shown(f.aim, f)}`,
    f.floor ? `${f.floor.what} ${shown(f.floor.value, f)}` : "",
    (f.peers ?? []).map((p) => `${p.what} ${shown(p.value, f)}`).join("; "),
  ]);

const shown = (value: number, { unit }: Figure) => `${value.toFixed(1)}${unit ? ` ${unit}` : ""}`;

/** Whether it misses its aim. */
function isShort(f: Figure): boolean {
  if (f.aim === undefined) return false;
  return f.atMost ? f.value > f.aim : f.value < f.aim;
}

/** Misses under their causes, the most frequent first. */
export function causesOf(misses: Measured["misses"]): { cause: string; misses: Measured["misses"] }[] {
  const groups = new Map<string, Measured["misses"][number][]>();
  for (const miss of misses) {
    const key = `${miss.kind}: ${miss.cause}`;
    const group = groups.get(key);
    if (group) group.push(miss);
    else groups.set(key, [miss]);
  }
  return [...groups]
    .map(([cause, group]) => ({ cause, misses: group }))
    .sort((a, b) => b.misses.length - a.misses.length || (a.cause < b.cause ? -1 : 1));
}
