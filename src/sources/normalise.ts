/**
 * The normal form of a text that every span points into: line ends are LF, no byte order mark at the start, lone
 * surrogates are U+FFFD. Nothing else changes (no Unicode composition, quotes and dashes as they are), so that offsets
 * into a file without CR and mark are offsets into its report.
 */
export function normaliseText(text: string): string {
  const unmarked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const lines = unmarked.includes("\r") ? unmarked.replace(/\r\n?/g, "\n") : unmarked;
  return lines.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
