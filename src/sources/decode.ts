import chardet from "chardet";
import { UnreadableDocument } from "./errors.js";

/** Bytes of text that one document may have; a long investigation has 0.1 MB. */
export const MAX_BYTES = 10_000_000;

/** What a file starts with when it is no text, and what to do with such a file. */
const FOREIGN: readonly (readonly [magic: string, what: string])[] = [
  ["%PDF-", "a PDF document; export its text first"],
  ["PK\u0003\u0004", "a ZIP archive or an office document; save it as plain text first"],
  ["\u001f\u008b", "a gzip archive; unpack it first"],
  ["\u0089PNG", "a PNG picture"],
  ["\u00ff\u00d8\u00ff", "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  ["\u00d0\u00cf\u0011\u00e0", "an old office document; save it as plain text first"],
  ["{\\rtf", "an RTF document; save it as plain text first"],
];

/**
 * Bytes to text, in the order: byte order mark, UTF-8 (strict: text in another encoding practically never passes by
 * chance, while saved pages often keep a `charset` that is no longer true), declared charset, UTF-16 by its pattern of
 * NUL bytes, then statistics. `declared` is a WHATWG label or null; an unknown label is ignored.
 * The byte order mark is not part of the text. Throws UnreadableDocument: `empty`, `too-large`, `not-text`.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null): string {
  if (bytes.length === 0) throw new UnreadableDocument("empty", "The document is empty.");
  if (bytes.length > MAX_BYTES) {
    const megabytes = (bytes.length / 1e6).toFixed(1);
    throw new UnreadableDocument(
      "too-large",
      `The document has ${megabytes} MB; at most ${MAX_BYTES / 1e6} MB are read. Split it into single reports.`,
    );
  }
  refuseForeign(bytes);
  const marked = markedEncoding(bytes);
  if (marked !== null) return checked(decodeAs(bytes, marked) ?? "");
  const wide = wideEncoding(bytes);
  if (wide !== null) return checked(decodeAs(bytes, wide) ?? "");
  if (bytes.includes(0)) throw notText("it contains NUL bytes");
  const utf8 = decodeAs(bytes, "utf-8", true);
  if (utf8 !== null) return checked(utf8);
  const named = declared === null || /^utf-?8$/i.test(declared) ? null : decodeAs(bytes, declared);
  return checked(named ?? guessed(bytes));
}

/** The charset that a page or a media type declares ("text/html; charset=windows-1252"), or null. */
export function declaredCharset(bytes: Uint8Array, mediaType: string | undefined): string | null {
  const typed = /charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType ?? "");
  if (typed) return typed[1] ?? null;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const meta =
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]+)/i.exec(
      head,
    );
  return meta?.[1] ?? meta?.[2] ?? null;
}

function refuseForeign(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const foreign = FOREIGN.find(([magic]) => head.startsWith(magic));
  if (foreign) throw notText(`it is ${foreign[1]}`);
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: in English nearly every second byte is NUL, always on the same side. */
function wideEncoding(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096);
  if (length < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < length; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.6 && even < pairs * 0.05) return "utf-16le";
  if (even > pairs * 0.6 && odd < pairs * 0.05) return "utf-16be";
  return null;
}

/**
 * English in a one-byte encoding is nearly all ASCII; what is not are quotes, dashes and the odd name, which windows-1252
 * reads rightly in nearly every English page. Statistics are for the rest (and there only to name the language).
 */
function guessed(bytes: Uint8Array): string {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high += 1;
  if (high < bytes.length * 0.05) return decodeAs(bytes, "windows-1252") ?? "";
  const name = chardet.detect(bytes.subarray(0, 65_536));
  return (name === null ? null : decodeAs(bytes, name)) ?? decodeAs(bytes, "windows-1252") ?? "";
}

function decodeAs(bytes: Uint8Array, label: string, strict = false): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: strict });
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? withWesternMarks(text) : text;
  } catch {
    return null;
  }
}

/** Quotes, dashes and the rest of windows-1252 from 0x80 on; 0x81, 0x8d, 0x8f, 0x90 and 0x9d are not used. */
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node before 24 decodes windows-1252 as Latin-1, which makes control characters of quotes and dashes. */
function withWesternMarks(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (mark) => WESTERN[mark.charCodeAt(0) - 0x80] ?? mark);
}

/** Control characters are what is left of a picture or a program read as text. */
function checked(text: string): string {
  let odd = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) throw notText("it contains NUL characters");
    if ((code < 32 && (code < 9 || code > 13) && code !== 27) || code === 0xfffd) odd += 1;
  }
  if (odd > 2 && odd > text.length * 0.02) throw notText("it is full of control or undecodable characters");
  return text;
}

function notText(why: string): UnreadableDocument {
  return new UnreadableDocument("not-text", `The document is not text: ${why}.`);
}
