import type { Span } from "../text/span.js";
import { addressName, isWebAddress } from "./address-name.js";
import type { Draft } from "./block.js";
import { declaredCharset, decodeBytes } from "./decode.js";
import { UnreadableDocument } from "./errors.js";
import { readHtml } from "./html.js";
import { requireEnglish } from "./language-of-text.js";
import type { SourceLexicons } from "./lexicons.js";
import { readMarkdown } from "./markdown.js";
import { normaliseText } from "./normalise.js";
import { readPassages } from "./passages.js";
import { plainBlocks } from "./plain-text.js";
import { publishedOf } from "./published.js";
import type { Passage, Report } from "./report.js";
import { statedDay } from "./stated-day.js";
import { textHash } from "./text-hash.js";
import { readTextHeader, type TextHeader } from "./text-header.js";

/** What is known of a document from outside. */
export interface DocumentHints {
  /** File name, address or another name; its extension tells the format, and without extension it is the report's id. "" or "-": none. */
  readonly name: string;
  /** Takes precedence over the name: its id, where the caller has made ids unique. */
  readonly id?: string;
  /**
   * Where the document was fetched; the report's address where the document names none itself. Without it a name that is an
   * address of the web counts as such.
   */
  readonly address?: string;
  /** As of an HTTP header: "text/html; charset=utf-8". */
  readonly mediaType?: string;
  /** Day of publication as given by the reader: YYYY-MM-DD, YYYY-MM, or two joined by "..". */
  readonly published?: string;
}

/**
 * Bytes of a plain text, Markdown or HTML document to a report. A plain text without carriage returns and byte order
 * mark is the report's text to the letter; Markdown and HTML are reduced to their words.
 * Throws UnreadableDocument (with a stable code and a message for people) for anything that is not an English report,
 * and a RangeError when `hints.published` is no day.
 */
export function readDocument(bytes: Uint8Array, hints: DocumentHints, lexicons: SourceLexicons): Report {
  const text = normaliseText(decodeBytes(bytes, declaredCharset(bytes, hints.mediaType)));
  if (!/\S/.test(text)) throw new UnreadableDocument("empty", "The document is empty.");
  return reportOf(draftOf(text, hints), hints, lexicons);
}

type Sketch = Draft & { readonly header: TextHeader | null };

function draftOf(text: string, hints: DocumentHints): Sketch {
  const format = formatOf(text, hints);
  if (format === "html") return { ...readHtml(text), header: null };
  const header = readTextHeader(text);
  const said = { outlet: header.outlet, author: header.author, address: header.address };
  if (format === "markdown") {
    const dated = header.day === null ? null : { day: header.day, field: "the front matter" };
    const title =
      header.title === null
        ? null
        : text.slice(header.title.start, header.title.end).replace(/^["']|["']$/g, "");
    const read = readMarkdown(text.slice(header.end));
    if (read !== null) return { ...said, ...read, title: read.title ?? title, dated, header: null };
  }
  const title = header.title === null ? null : text.slice(header.title.start, header.title.end);
  return { ...said, text, blocks: plainBlocks(text, header.end), title, dated: null, header };
}

function formatOf(text: string, hints: DocumentHints): "html" | "markdown" | "plain" {
  const type = hints.mediaType ?? "";
  if (/html|xml/i.test(type)) return "html";
  if (/markdown/i.test(type)) return "markdown";
  if (/\.(?:x?html?)$/i.test(hints.name)) return "html";
  if (/\.(?:md|markdown)$/i.test(hints.name)) return "markdown";
  return /^\s*(?:<!--[\s\S]{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body|article)[\s>]/i.test(
    text.slice(0, 2000),
  )
    ? "html"
    : "plain";
}

function reportOf(draft: Sketch, hints: DocumentHints, lexicons: SourceLexicons): Report {
  const { text, header } = draft;
  const found = readPassages(text, draft.blocks, header?.title ?? null, lexicons, header?.dateline ?? null);
  const passages: Passage[] = [];
  if (header?.dateline) passages.push({ kind: "dateline", ...spanOf(header.dateline) });
  if (header?.title) passages.push({ kind: "headline", ...spanOf(header.title) });
  for (const passage of found.passages) passages.push(passage);
  passages.sort((a, b) => a.start - b.start);
  const told = passages.filter((passage) => passage.kind !== "interruption");
  if (!told.some((passage) => /\p{L}/u.test(text.slice(passage.start, passage.end)))) {
    throw new UnreadableDocument("empty", "The document has no text that could be read.");
  }
  requireEnglish(told.map((passage) => text.slice(passage.start, passage.end)).join("\n"));
  const address =
    draft.address ?? hints.address ?? (isWebAddress(hints.name) ? hints.name : null) ?? found.address;
  const published = publishedOf(
    text,
    passages,
    { given: hints.published ?? null, stated: found.day, metadata: draft.dated ?? dayOfAddress(address) },
    lexicons,
  );
  const headline = found.headline;
  return {
    id: idOf(text, hints),
    text,
    passages,
    title: draft.title ?? (headline === null ? null : text.slice(headline.start, headline.end)),
    outlet: draft.outlet,
    author: draft.author ?? found.author,
    address,
    language: "en",
    published,
    datelinePlace: found.datelinePlace,
  };
}

/** The day in an address: "https://example.org/2026/03/12/drone-hits-ferry". */
function dayOfAddress(address: string | null): Draft["dated"] {
  const written = /\/((?:19|20)\d\d)\/(\d{1,2}|[a-z]{3})\/(\d{1,2})(?=[/?#]|$)/i.exec(address ?? "");
  const day = written === null ? null : statedDay(written.slice(1).join("-"));
  return day === null ? null : { day, field: "its address" };
}

function idOf(text: string, hints: DocumentHints): string {
  if (hints.id !== undefined && hints.id !== "") return hints.id;
  if (isWebAddress(hints.name)) return addressName(hints.name);
  const base = hints.name.replace(/^.*[\\/]/, "").replace(/(?<=.)\.[A-Za-z0-9]{1,8}$/, "");
  return base === "" || base === "-" ? textHash(text) : base;
}

function spanOf(span: Span): Span {
  return { start: span.start, end: span.end };
}
