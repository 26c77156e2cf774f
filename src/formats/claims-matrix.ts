import type { Answer, Facet, Figure, Incident, TollCell } from "../record/incident.js";
import { type RollupRule, rollup, spreadOverRules } from "../record/rollups.js";
import { dateLabel, shortDay } from "./labels.js";
import { counted, excerpt, grouped, oneLine, type PageOptions, row, title, visible, wrap } from "./page.js";
import {
  figureLabel,
  inSpeakingOrder,
  partyLabel,
  placeLabel,
  rollupLabel,
  sourceLabel,
  tollLabel,
  verdictLabel,
  whatLabel,
} from "./record-labels.js";

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
  const speakers = inSpeakingOrder(
    [incident.initiator, incident.what, incident.when, incident.where, ...incident.tolls].flatMap((f) =>
      f.answers.map((a) => a.source),
    ),
    incident.parties,
  );
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

function rowsOf(i: Incident, o: MatrixOptions, most: number): MatrixRow[] {
  const facets: (MatrixRow | null)[] = [
    facetRow("who began it", i.initiator, (v) => oneLine(o.nameOf(v)), i, { o, most }),
    facetRow("what", i.what, (v) => whatLabel(v, o), i, { o, most }, MOST_ACTS),
    facetRow("when", i.when, dateLabel, i, { o, most }, MOST_ACTS),
    facetRow("where", i.where, (v) => placeLabel(v, o), i, { o, most }, MOST_ACTS),
    ...i.tolls.map((cell) => tollRow(cell, i, { o, most })),
  ];
  return facets.filter((r) => r !== null);
}

interface Manner {
  readonly o: MatrixOptions;
  readonly most: number;
}

function facetRow<T>(
  label: string,
  facet: Facet<T>,
  words: (value: T) => string,
  i: Incident,
  how: Manner,
  most?: number,
): MatrixRow | null {
  if (facet.answers.length === 0) return null;
  const cells = new Map<string | null, Piece[][]>();
  const told = new Set<string>();
  const more = new Map<string | null, number>();
  for (const a of facet.answers) {
    if (most !== undefined && (cells.get(a.source)?.length ?? 0) >= most) {
      more.set(a.source, (more.get(a.source) ?? 0) + 1);
      continue;
    }
    // answers of one day side by side share what the source said before: it stands with the first
    const before = `${a.source}|${a.stance}|${a.before.flatMap((b) => b.evidence.map((e) => e.claim)).join()}`;
    const shown = told.has(before) ? { ...a, before: [] } : a;
    told.add(before);
    cells.set(a.source, [...(cells.get(a.source) ?? []), answerPieces(shown, words, i, how)]);
  }
  for (const [source, n] of more) cells.get(source)!.push([{ text: `and ${n} more`, as: "faint" }]);
  return { label, cells, end: verdictLabel(facet.verdict, how.o.style) };
}

function tollRow(cell: TollCell, i: Incident, how: Manner): MatrixRow {
  const { o } = how;
  const by = cell.perpetrators.filter((p) => p !== cell.party);
  const label = `${tollLabel(cell, o)}${by.length > 0 ? `; by ${partyLabel(by, o)}, as told` : ""}`;
  const base = facetRow(label, cell, figureLabel, i, how)!;
  const spread = spreadOverRules(cell, i.parties);
  const moves =
    spread === null
      ? null
      : spread.least === spread.greatest
        ? "the same under every rule"
        : `${grouped(spread.least)} to ${grouped(spread.greatest)} over all rules`;
  const figures = spread === null ? null : rollupLabel(rollup(cell, o.rule, i.parties), o);
  return { ...base, end: [base.end, figures, moves].filter((x) => x !== null).join(" · ") };
}

const STANCE_WORDS = { asserts: "", confirms: "confirms ", denies: "denies ", doubts: "doubts " } as const;

/** What one answer shows: the stance and the value, its words, what the source said before, and who carries it. */
function answerPieces<T>(
  a: Answer<T>,
  words: (value: T) => string,
  i: Incident,
  { o, most }: Manner,
): Piece[] {
  const against = a.stance === "denies" || a.stance === "doubts";
  const value = a.value === null ? "" : words(a.value);
  const sure = a.evidence.some((e) => e.certainty === "stated") ? "" : ` [${a.evidence[0]?.certainty}]`;
  const pieces: Piece[] = [
    { text: `${STANCE_WORDS[a.stance]}${value}`.trim() + sure, as: against ? "alert" : "strong" },
  ];
  const quote = quoteOf(a);
  if (quote !== null) pieces.push({ text: excerpt(quote, most), as: "quote" });
  const ruled = a.evidence.find((e) => e.ruling !== null)?.ruling;
  if (ruled) pieces.push({ text: `${ruled} by a ruling`, as: "plain" });
  const year = i.date.from?.slice(0, 4) ?? null;
  for (const b of [...a.before].reverse())
    pieces.push({
      text: `${typeof b.value === "object" && b.value !== null && "actor" in b.value ? "told earlier:" : "was"} ${b.value === null ? "denied" : words(b.value)}${b.asOf === null ? "" : ` on ${shortDay(b.asOf, year)}`}${numbers(b.evidence, o)}`,
      as: "plain",
    });
  const origins = a.origins < a.reports ? `, ${counted(a.origins, "origin")}` : "";
  pieces.push({ text: `${counted(a.reports, "report")}${origins}${numbers(a.evidence, o)}`, as: "faint" });
  return pieces;
}

/** The first words that carry an answer; a figure's own words where those do not hold it. */
function quoteOf(a: Answer<unknown>): string | null {
  const quote = a.evidence.find((e) => e.quote !== "")?.quote ?? null;
  const figure = (a.value as Partial<Figure> | null)?.words;
  return quote ?? (figure ? figure : null);
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
