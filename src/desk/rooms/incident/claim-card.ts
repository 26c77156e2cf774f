import type { MatrixAnswer, MatrixRow } from "../../../formats/matrix-rows.js";
import type { Figure } from "../../../record/incident.js";

const speaksFor = (a: MatrixAnswer) => a.stance === "asserts" || a.stance === "confirms";

/** Answers that a denial or doubt is about: those of the same value where it names one, else all that others say. */
export function answered(row: MatrixRow, against: MatrixAnswer): MatrixAnswer[] {
  if (speaksFor(against)) return [];
  const others = [...row.answers.values()]
    .flat()
    .filter((a) => a.source !== against.source && speaksFor(a) && a.value !== null);
  const same = others.filter((a) => a.value === against.value);
  return against.value !== null && same.length > 0 ? same : others;
}

/** What a source says from a day on, until it says otherwise. */
interface Position {
  readonly from: string | null;
  readonly until: string | null;
  readonly source: string | null;
  readonly against: boolean;
  readonly value: string | null;
  readonly figure: Figure | null;
}

/**
 * The first day on which what sources then said could not all be so; null where that day is not known, or nothing is in dispute.
 * Outlets in their own voice contest nothing, as in verdicts, and who says otherwise by then is not held to what it said before.
 */
export function disputedSince(row: MatrixRow): string | null {
  if (row.verdict !== "contested" && row.verdict !== "denied") return null;
  const positions = [...row.answers.values()].flat().flatMap(positionsOf);
  const days = [...new Set(positions.map((p) => p.from).filter((d) => d !== null))].sort();
  return (
    days.find((day) => {
      const standing = positions.filter(
        (p) => p.from !== null && p.from <= day && (p.until === null || day < p.until),
      );
      return standing.some((p) => standing.some((q) => conflict(p, q)));
    }) ?? null
  );
}

function positionsOf(a: MatrixAnswer): Position[] {
  const told = [...a.before, a];
  return told.map(({ asOf, value, figure }, k) => ({
    from: asOf,
    until: told[k + 1]?.asOf ?? null,
    source: a.source,
    against: !speaksFor(a),
    value,
    figure,
  }));
}

function conflict(a: Position, b: Position): boolean {
  if (a.source === b.source) return false;
  if (a.against !== b.against) return true;
  if (a.against || a.source === null || b.source === null) return false;
  if (a.value === null || b.value === null) return false;
  if (a.figure === null || b.figure === null) return a.value !== b.value;
  return !a.figure.more && !b.figure.more && !meet(a.figure, b.figure);
}

const meet = (a: Figure, b: Figure): boolean =>
  Math.max(a.low ?? 0, b.low ?? 0) <=
  Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);
