import type { Upos } from "../../src/language/sentence.js";

/** A tree as it is drawn in tables: "form/UPOS/XPOS/head/relation" for each word; heads count from 1, 0 is the root. */
export function drawnTree(drawing: string) {
  const rows = drawing.split(" ").map((w) => w.split("/"));
  return {
    form: rows.map((r) => r[0]!),
    lemma: rows.map((r) => r[0]!.toLowerCase()),
    upos: rows.map((r) => r[1] as Upos),
    xpos: rows.map((r) => r[2]!),
    head: rows.map((r) => Number(r[3]) - 1),
    relation: rows.map((r) => r[4]!),
  };
}
