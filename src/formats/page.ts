/** Marks up words for the terminal; identity functions in a pipe. */
export interface TextStyle {
  readonly strong: (s: string) => string;
  readonly faint: (s: string) => string;
  readonly quote: (s: string) => string;
  readonly alert: (s: string) => string;
}

const same = (s: string) => s;
export const PLAIN: TextStyle = { strong: same, faint: same, quote: same, alert: same };

/** How readable forms are laid out. */
export interface PageOptions {
  /** Columns; lines are wrapped to it. */
  readonly width: number;
  /** Names for party codes: "AFG" → "Afghanistan". */
  readonly nameOf: (code: string) => string;
  readonly style: TextStyle;
}

export const title = (words: string, o: Pick<PageOptions, "style">) => o.style.strong(words.toUpperCase());

/** "26,000": thousands apart, the same on every machine. */
export const grouped = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ",");

/** "1 report", "3 reports". */
export const counted = (n: number, one: string, many = `${one}s`) => `${grouped(n)} ${n === 1 ? one : many}`;

/** Words of a report on one line: white space folded, control characters shown as spaces. */
export function oneLine(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: text of reports is hostile; a terminal must not obey it
  return words.replace(/[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
}

/** Words on one line, in quotation marks. */
export const quoted = (words: string): string => `“${oneLine(words).replace(/^["“”]|["“”]$/g, "")}”`;

/** Quoted words, cut after a word where they are longer than `most` characters, and the cut shown. */
export function excerpt(words: string, most: number): string {
  const line = oneLine(words);
  if (line.length <= most) return quoted(line);
  const cut = line.slice(0, most);
  const end = cut.lastIndexOf(" ");
  return quoted(`${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.]+$/, "")} …`);
}

const LABEL_COLUMN = 24;

/** A label column and text beside it, wrapped; the label stands above where it is too long or the page too narrow. */
export function row(label: string, text: string, o: Pick<PageOptions, "width">): string[] {
  if (o.width < 60 || label.length > LABEL_COLUMN) {
    const above = label ? wrap(label, o.width, "   ", "   ") : [];
    return [...above, ...wrap(text, o.width, "      ", "      ")];
  }
  return wrap(text, o.width, `   ${label.padEnd(LABEL_COLUMN)} `, " ".repeat(LABEL_COLUMN + 4));
}

/** Columns that words take: the escape sequences of colour take none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of colour take no room on the line
export const visible = (s: string) => s.replace(/\u001b\[[0-9;]*m/g, "").length;

export function wrap(text: string, width: number, first = "", rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let bare = true;
  for (const word of text.split(" ")) {
    if (!bare && visible(line) + 1 + visible(word) > width) {
      lines.push(line);
      line = rest + word;
    } else {
      line += bare ? word : ` ${word}`;
    }
    bare = false;
  }
  lines.push(line);
  return lines;
}

/** Sections with an empty line between them, ending in a newline; those without lines are left out. */
export const page = (sections: readonly (readonly string[])[]): string =>
  `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
