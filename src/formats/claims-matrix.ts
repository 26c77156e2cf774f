import type { Incident, TollCell } from "../record/incident.js";
import { type RollupRule, rollup, spreadOverRules } from "../record/rollups.js";
import { shortDay } from "./labels.js";
import { type MatrixAnswer, matrixRows, type MatrixRow as Question, speakersOf } from "./matrix-rows.js";
import { counted, excerpt, grouped, type PageOptions, row, title, visible, wrap } from "./page.js";
import { partyLabel, rollupLabel, sourceLabel, tollLabel, verdictLabel } from "./record-labels.js";

/** Words of a cell, wrapped as one, in one manner. */
interface Piece {
  readonly text: string;
  readonly as: "plain" | "strong" | "faint" | "quote" | "alert";
}

/** One question with what each source answers. */
interface MatrixRow {
  readonly label: string;
  /** Each source's answers, one after another. */
  readonly cells: ReadonlyMap<string | null, readonly (readonly Piece[])[]>;
  /** How the row ends: the verdict, and for tolls low, best and high. */
  readonly end: string;
}

export interface MatrixOptions extends PageOptions {
  readonly rule: RollupRule;
  /** The number under which the page lists a report, by its hash. */
  readonly numberOf: (report: string) => number | null;
}

/** Most speakers side by side, the narrowest page, and the narrowest column for it. */
const MOST_COLUMNS = 5;
const LEAST_WIDTH = 60;
const LEAST_COLUMN = 13;
const LABEL_WIDTH = 15;
const GAP = 2;
/** Acts, days and places shown of one source; JSON has all. */
const MOST_ACTS = 3;
/** Longest quote in a cell, and beside a source where the sources stand below one another. */
const CELL_QUOTE = 72;
const LINE_QUOTE = 160;

/**
 * Who says what: a row for each question, a column for each that speaks; below one another where they do not fit side by side.
 *
 * @returns lines
 */
export function claimsMatrix(incident: Incident, o: MatrixOptions): string[] {
  const speakers = speakersOf(incident);
  if (speakers.length === 0) return [];
  const column = Math.floor((o.width - LABEL_WIDTH) / speakers.length) - GAP;
  const aside = o.width >= LEAST_WIDTH && speakers.length <= MOST_COLUMNS && column >= LEAST_COLUMN;
  const rows = rowsOf(incident, o, aside ? CELL_QUOTE : LINE_QUOTE);
  const silent = incident.parties.filter((p) => !speakers.includes(p));
  return [
    title("Who says what", o),
    ...(aside ? sideBySide(rows, speakers, Math.min(column, 36), o) : stacked(rows, speakers, o)),
    ...(silent.length === 0
      ? []
      : ["", ...wrap(`No claim here is by ${partyLabel(silent, o)}.`, o.width).map(o.style.faint)]),
  ];
}

interface Manner {
  readonly o: MatrixOptions;
  readonly most: number;
}

const ROW_WORDS = { initiator: "who began it", what: "what", when: "when", where: "where" } as const;

const rowsOf = (i: Incident, o: MatrixOptions, most: number): MatrixRow[] =>
  matrixRows(i, o).map((r) => rowOf(r, i, { o, most }));

function rowOf(r: Question, i: Incident, how: Manner): MatrixRow {
  const { o } = how;
  const end = verdictLabel(r.verdict, o.style);
  const cut = r.question === "what" || r.question === "when" || r.question === "where";
  const cells = new Map(
    [...r.answers].map(([source, all]): [string | null, Piece[][]] => {
      const shown = cut ? all.slice(0, MOST_ACTS) : all;
      const more = all.length - shown.length;
      return [
        source,
        [
          ...shown.map((a) => answerPieces(a, r, i, how)),
          ...(more > 0 ? [[{ text: `and ${more} more`, as: "faint" } as const]] : []),
        ],
      ];
    }),
  );
  if (r.question !== "toll") return { label: ROW_WORDS[r.question], cells, end };
  return { label: tollRowLabel(r.toll!, o), cells, end: [end, ...figuresOf(r.toll!, i, o)].join(" · ") };
}

function tollRowLabel(cell: TollCell, o: MatrixOptions): string {
  const by = cell.perpetrators.filter((p) => p !== cell.party);
  return `${tollLabel(cell, o)}${by.length > 0 ? `; by ${partyLabel(by, o)}, as told` : ""}`;
}

/** Low, best and high, and how far they move with the rule; nothing where no source gives a figure. */
function figuresOf(cell: TollCell, i: Incident, o: MatrixOptions): string[] {
  const spread = spreadOverRules(cell, i.parties);
  if (spread === null) return [];
  const moves =
    spread.least === spread.greatest
      ? "the same under every rule"
      : `${grouped(spread.least)} to ${grouped(spread.greatest)} over all rules`;
  return [rollupLabel(rollup(cell, o.rule, i.parties), o), moves];
}

const STANCE_WORDS = { asserts: "", confirms: "confirms ", denies: "denies ", doubts: "doubts " } as const;

/** What one answer shows: the stance and the value, its words, what the source said before, and who carries it. */
function answerPieces(a: MatrixAnswer, r: Question, i: Incident, { o, most }: Manner): Piece[] {
  const against = a.stance === "denies" || a.stance === "doubts";
  const sure = a.certainty === "stated" ? "" : ` [${a.certainty}]`;
  const pieces: Piece[] = [
    {
      text: `${STANCE_WORDS[a.stance]}${a.value ?? ""}`.trim() + sure,
      as: against ? "alert" : "strong",
    },
  ];
  if (a.quote !== null) pieces.push({ text: excerpt(a.quote, most), as: "quote" });
  if (a.ruling) pieces.push({ text: `${a.ruling} by a ruling`, as: "plain" });
  const year = i.date.from?.slice(0, 4) ?? null;
  for (const b of [...a.before].reverse())
    pieces.push({
      text: `${r.question === "what" && b.value !== null ? "told earlier:" : "was"} ${b.value ?? "denied"}${b.asOf === null ? "" : ` on ${shortDay(b.asOf, year)}`}${numbers(b.evidence, o)}`,
      as: "plain",
    });
  const origins = a.origins < a.reports ? `, ${counted(a.origins, "origin")}` : "";
  pieces.push({ text: `${counted(a.reports, "report")}${origins}${numbers(a.evidence, o)}`, as: "faint" });
  return pieces;
}

/** " [1, 3]": the reports by their numbers on the page. */
function numbers(evidence: readonly { readonly report: string }[], o: MatrixOptions): string {
  const list = [...new Set(evidence.map((e) => o.numberOf(e.report)))].filter((n) => n !== null);
  return list.length === 0 ? "" : ` [${list.sort((a, b) => a - b).join(", ")}]`;
}

// ---- sources beside one another

function sideBySide(
  rows: readonly MatrixRow[],
  speakers: readonly (string | null)[],
  column: number,
  o: MatrixOptions,
): string[] {
  const widths = [LABEL_WIDTH, ...speakers.map(() => column)];
  const head = [
    [],
    ...speakers.map((s) => piecesLines([{ text: sourceLabel(s, o), as: "strong" }], column, o)),
  ];
  const lines = [...joined(head, widths), o.style.faint("-".repeat(rowWidth(widths)))];
  rows.forEach((r, k) => {
    if (k > 0) lines.push("");
    const cells = speakers.map((s) =>
      (r.cells.get(s) ?? []).flatMap((pieces) => piecesLines(pieces, column, o)),
    );
    lines.push(...joined([piecesLines([{ text: r.label, as: "plain" }], LABEL_WIDTH, o), ...cells], widths));
    lines.push(
      ...wrap(`= ${r.end}`, o.width, " ".repeat(LABEL_WIDTH + GAP), " ".repeat(LABEL_WIDTH + GAP + 2)),
    );
  });
  return lines;
}

const rowWidth = (widths: readonly number[]) => widths.reduce((a, b) => a + b, GAP * (widths.length - 1));

/** Each piece begins a line; a word longer than the column is broken. */
function piecesLines(pieces: readonly Piece[], width: number, o: MatrixOptions): string[] {
  return pieces.flatMap(({ text, as }) => {
    const whole = text
      .split(" ")
      .flatMap((w) => (w.length > width ? (w.match(new RegExp(`.{1,${width}}`, "gu")) ?? []) : [w]))
      .join(" ");
    return wrap(whole, width).map((line) => (as === "plain" ? line : o.style[as](line)));
  });
}

/** Columns of lines beside one another, each padded to its width. */
function joined(columns: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...columns.map((c) => c.length));
  return Array.from({ length: height }, (_, k) =>
    columns
      .map((c, n) => {
        const line = c[k] ?? "";
        return line + " ".repeat(Math.max(0, widths[n]! - visible(line)));
      })
      .join(" ".repeat(GAP))
      .trimEnd(),
  );
}

// ---- sources below one another

function stacked(
  rows: readonly MatrixRow[],
  speakers: readonly (string | null)[],
  o: MatrixOptions,
): string[] {
  return rows.flatMap((r, k) => [
    ...(k > 0 ? [""] : []),
    ...wrap(r.label, o.width, "", "  ").map(o.style.strong),
    ...speakers.flatMap((s) =>
      (r.cells.get(s) ?? []).flatMap((pieces, n) => {
        const [value, ...rest] = pieces.map((p) => (p.as === "plain" ? p.text : o.style[p.as](p.text)));
        return row(n === 0 ? sourceLabel(s, o) : "", [value, ...rest].filter(Boolean).join(" · "), o);
      }),
    ),
    ...wrap(`= ${r.end}`, o.width, "   ", "     "),
  ]);
}
