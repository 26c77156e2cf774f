import { type Ruling, undoneRulings } from "../record/rulings.js";
import type { TextStyle } from "./page.js";

/** What a ruling decides, in a line. */
export function rulingWords({ body: b }: Pick<Ruling, "body">): string {
  switch (b.kind) {
    case "confirm":
      return `confirms ${b.claim}`;
    case "reject":
      return `rejects ${b.claim}`;
    case "correct":
      return `corrects ${b.claim}: ${JSON.stringify(b.change)}`;
    case "add":
      return `adds a claim (${b.what}) to ${b.report.slice(0, 8)}: ${JSON.stringify(b.change)}`;
    case "merge":
      return `merges ${b.incidents.join(" and ")}`;
    case "split":
      return `sets ${b.tellings.join(", ")} apart`;
    case "party":
      return `${b.code} is ${b.as}`;
    case "conflict":
      return `names a conflict “${b.name}”: ${b.parties.join(", ")}, ${b.from ?? "…"} to ${b.to ?? "…"}`;
    case "undo":
      return `undoes ${b.ruling}`;
  }
}

/** The log of rulings, two lines each or three, in its order. */
export function rulingsText(log: readonly Ruling[], style: TextStyle): string {
  if (log.length === 0) return "No rulings.\n";
  const undone = undoneRulings(log);
  return log
    .map((r) => {
      const head = `${style.strong(r.id)}  ${r.at.slice(0, 10)}  ${r.who}${undone.has(r.id) ? style.alert("  undone") : ""}`;
      return `${head}\n   ${rulingWords(r)}${r.why ? `\n   ${style.faint(r.why)}` : ""}\n`;
    })
    .join("");
}
