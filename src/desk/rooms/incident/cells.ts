import type { MatrixAnswer, MatrixRow } from "../../../formats/matrix-rows.js";
import type { Evidence } from "../../../record/incident.js";

/** Names the cell of a row and a speaker in the address; of a row alone, the row. */
export const cellKey = (row: string, source?: string | null): string =>
  source === undefined ? row : `${row}:${source ?? "outlets"}`;

/** What is open: a row with one of its speakers, or with all of them (`source` undefined). */
export interface OpenCell {
  readonly row: MatrixRow;
  readonly source: string | null | undefined;
}

/** The cell of this name; null where there is none, any more or at all. */
export function findCell(rows: readonly MatrixRow[], key: string | undefined): OpenCell | null {
  for (const row of rows) {
    if (key === row.key) return { row, source: undefined };
    for (const source of row.answers.keys()) if (key === cellKey(row.key, source)) return { row, source };
  }
  return null;
}

/** Words that carry an answer, with what they carry. */
export interface Quote {
  readonly evidence: Evidence;
  readonly source: string | null;
  readonly answer: MatrixAnswer;
  /** What the words say, where the source says otherwise by now. */
  readonly earlier: { readonly asOf: string | null; readonly value: string | null } | null;
}

/** The quotes of a cell, or of all cells of a row: for each answer what carries it, then what was said before, the latest first. */
export function quotesOf({ row, source }: OpenCell): Quote[] {
  const answers = source === undefined ? [...row.answers.values()].flat() : (row.answers.get(source) ?? []);
  return answers.flatMap((answer) => [
    ...answer.evidence.map((evidence) => ({ evidence, source: answer.source, answer, earlier: null })),
    ...[...answer.before]
      .reverse()
      .flatMap((earlier) =>
        earlier.evidence.map((evidence) => ({ evidence, source: answer.source, answer, earlier })),
      ),
  ]);
}

/** The cell in which a claim is found, tolls before the rest: a toll's words often tell the act, too. */
export function cellOfClaim(rows: readonly MatrixRow[], claim: string): string | null {
  for (const row of [...rows].reverse())
    for (const source of row.answers.keys())
      if (quotesOf({ row, source }).some((q) => q.evidence.claim === claim)) return cellKey(row.key, source);
  return null;
}

/** A place in the grid: row, and column with the rows' labels as column 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a place in the grid; the nearest that is filled, or the place itself at the edge.
 *
 * @param filled whether there is something to open, by row and column
 */
export function gridMove(
  filled: readonly (readonly boolean[])[],
  at: GridPlace,
  key: string,
  ctrl = false,
): GridPlace | null {
  const { row, column } = at;
  const columns = filled[0]?.length ?? 0;
  const seek = (next: (k: number) => GridPlace): GridPlace => {
    for (let k = 1; ; k += 1) {
      const to = next(k);
      if (to.row < 0 || to.row >= filled.length || to.column < 0 || to.column >= columns) return at;
      if (filled[to.row]![to.column]) return to;
    }
  };
  const last = (r: number) => ({ row: r, column: filled[r]?.lastIndexOf(true) ?? 0 });
  switch (key) {
    case "ArrowRight":
      return seek((k) => ({ row, column: column + k }));
    case "ArrowLeft":
      return seek((k) => ({ row, column: column - k }));
    case "ArrowDown":
      return seek((k) => ({ row: row + k, column }));
    case "ArrowUp":
      return seek((k) => ({ row: row - k, column }));
    case "Home":
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case "End":
      return last(ctrl ? filled.length - 1 : row);
    default:
      return null;
  }
}
