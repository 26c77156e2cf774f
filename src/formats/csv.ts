/** What a cell may hold; a list's items are joined by "; ". */
export type CsvValue = string | number | boolean | null | readonly string[];

/** One column: its heading, and its cell of a row. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly of: (row: Row) => CsvValue;
}

/**
 * A table with a heading line, quoted as in RFC 4180, lines ending in "\n". Text that a spreadsheet would take for a formula
 * gets a leading apostrophe; numbers stay numbers.
 */
export function csvOf<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const lines = [columns.map((c) => cell(c.name)), ...rows.map((r) => columns.map((c) => cell(c.of(r))))];
  return lines.map((line) => `${line.join(",")}\n`).join("");
}

function cell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? value : value.join("; ");
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
