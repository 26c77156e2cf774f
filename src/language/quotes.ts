import type { Span } from "../text/span.js";
import { SpanIndex } from "../text/span-index.js";
import { tokenize } from "./tokens.js";

/** Quoted words. `start`…`end` holds the marks, `inner` what stands between them. */
export interface Quotation extends Span {
  readonly inner: Span;
  /** A quoted word or short phrase of up to four tokens that is no utterance of its own: killed 70 "terrorists". */
  readonly scare: boolean;
  /** Has a closing mark; a paragraph of a speech that goes on in the next has none. */
  readonly closed: boolean;
  /** Begins a paragraph whose predecessor's quotation was not closed: the same speaker goes on. */
  readonly continues: boolean;
}

/** The quotations of a report, in order, to be asked for by place. */
export class Quotations {
  private readonly index: SpanIndex;

  constructor(readonly all: readonly Quotation[]) {
    this.index = SpanIndex.of(all, (q) => [q]);
  }

  /** Those that may overlap, hold or touch a span, in order: a superset, to be tested by the caller. */
  near(span: Span): Quotation[] {
    return this.index.near(span).map((k) => this.all[k]!);
  }
}

type Style = "“" | "«" | "‘" | '"' | "'" | "``";

interface Open {
  readonly style: Style;
  readonly at: number;
  readonly inner: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const MAX_NESTING = 6;

/**
 * Quotations in all styles (“ ” „ “ « » ‘ ’ " ' `` ''), nested ones too. Apostrophes are not quotes. A quotation ends with its paragraph
 * (a blank line, or a line break after a sentence's end): what is still open there is kept, `closed: false`, where it is double and
 * the next paragraph goes on with a mark or it stood at the beginning of a paragraph or after a comma or colon.
 *
 * @returns in order of `start`; a nested quotation follows the one around it; spans inside `span`
 */
export function findQuotations(text: string, span: Span): Quotation[] {
  const out: Quotation[] = [];
  let wasOpen = false;
  for (const p of paragraphs(text, span)) wasOpen = readParagraph(text, p, span, wasOpen, out);
  return out.sort((a, b) => a.start - b.start || b.end - a.end);
}

function paragraphs(text: string, span: Span): Span[] {
  const out: Span[] = [];
  let from = span.start;
  for (let i = text.indexOf("\n", from); i >= 0 && i < span.end; i = text.indexOf("\n", i + 1)) {
    let next = i + 1;
    while (next < span.end && /[^\S\n]/.test(text[next]!)) next++;
    const blank = text[next] === "\n" || text[next] === "\r";
    let before = i - 1;
    while (before >= from && /\s/.test(text[before]!)) before--;
    if (blank || (before >= from && /[.!?…”"»’')\]:]/.test(text[before]!))) {
      if (i > from) out.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (span.end > from) out.push({ start: from, end: span.end });
  return out;
}

function readParagraph(text: string, p: Span, whole: Span, wasOpen: boolean, out: Quotation[]): boolean {
  const stack: Open[] = [];
  let first = p.start;
  while (first < p.end && /\s/.test(text[first]!)) first++;
  if (first >= p.end) return wasOpen;
  const singles = new SingleMarks(text, p);
  const open = (style: Style, at: number, length = 1) => {
    if (stack.length < MAX_NESTING) stack.push({ style, at, inner: at + length });
  };
  const close = (styles: readonly Style[], at: number, length = 1): boolean => {
    let k = stack.length - 1;
    while (k >= 0 && !styles.includes(stack[k]!.style)) k--;
    if (k < 0) return false;
    const o = stack[k]!;
    stack.length = k;
    if (at > o.inner) out.push(quotation(text, o, at, at + length, whole, wasOpen && o.at === first, true));
    return true;
  };
  const has = (style: Style) => stack.some((o) => o.style === style);
  for (let i = p.start; i < p.end; i++) {
    const c = text[i]!;
    const before = i > p.start ? text[i - 1]! : " ";
    const after = i + 1 < p.end ? text[i + 1]! : " ";
    switch (c) {
      case "„":
      case "‟":
        open("“", i);
        break;
      case "“":
        // German and Slavic: „…“
        if (has("“") && !/\s/.test(before) && !LETTER.test(after)) close(["“"], i);
        else open("“", i);
        break;
      case "”":
        if (!close(["“", '"', "``"], i) && /[\s([—–]/.test(before) && LETTER.test(after)) open("“", i);
        break;
      case "«":
      case "‹":
        open("«", i);
        break;
      case "»":
      case "›":
        close(["«"], i);
        break;
      case "`":
        if (after === "`") {
          open("``", i, 2);
          i++;
        } else if (singles.opens(i)) open("'", i);
        break;
      case "‘":
      case "‚":
        if (c === "‘" || LETTER.test(after)) open("‘", i);
        break;
      case "’":
        if (has("‘") && singles.closes(i)) close(["‘", "'"], i);
        break;
      case "'":
        if (after === "'") {
          if (!close(["``", '"', "“"], i, 2) && /[\s([—–]/.test(before)) open('"', i, 2);
          i++;
        } else if ((has("'") || has("‘")) && singles.closes(i)) close(["'", "‘"], i);
        else if (!has("'") && singles.opens(i)) open("'", i);
        break;
      case '"': {
        const canOpen = /[\s([{—–\-/“‘']/.test(before) && !/\s/.test(after);
        const canClose = !/[\s([{]/.test(before);
        if (has('"')) {
          // Two openings in a row: the first was never closed, or this one stands inside it.
          if (canClose || !canOpen) close(['"'], i);
          else open('"', i);
        } else if (canClose && !canOpen) {
          // Mixed marks; said"We; a stray mark of inches opens nothing.
          if (!close(["“", "``"], i) && LETTER.test(after) && !/\d/.test(before)) open('"', i);
        } else open('"', i);
        break;
      }
      default:
    }
  }
  // What is still open: only doubles, outermost.
  const o = stack.find((x) => x.style !== "'" && x.style !== "‘");
  if (o === undefined) return false;
  let end = p.end;
  while (end > o.inner && /\s/.test(text[end - 1]!)) end--;
  let before = o.at - 1;
  while (before >= p.start && /\s/.test(text[before]!)) before--;
  const stands = o.at === first || (before >= p.start && /[,:;.!?—–]/.test(text[before]!));
  let next = p.end;
  while (next < whole.end && /\s/.test(text[next]!)) next++;
  const goesOn = next < whole.end && /["“„«]/.test(text[next]!);
  if (!stands && !goesOn) return false;
  if (end > o.inner) out.push(quotation(text, o, end, end, whole, wasOpen && o.at === first, false));
  return goesOn;
}

function quotation(
  text: string,
  o: Open,
  innerEnd: number,
  end: number,
  whole: Span,
  continues: boolean,
  closed: boolean,
): Quotation {
  const inner = { start: o.inner, end: innerEnd };
  return {
    start: o.at,
    end,
    inner,
    scare: closed && !continues && isScare(text, o.at, inner, end, whole),
    closed,
    continues,
  };
}

function isScare(text: string, start: number, inner: Span, end: number, whole: Span): boolean {
  if (inner.end - inner.start > 80) return false;
  const words = tokenize(text, inner).filter((t) => LETTER.test(t.form));
  if (words.length === 0 || words.length > 4) return false;
  const content = text.slice(inner.start, inner.end);
  if (/[!?…]$/.test(content.trim())) return false;
  // “No,” he said; He said: “Never.” — an utterance, however short.
  let before = start - 1;
  while (before >= whole.start && /[ \t]/.test(text[before]!)) before--;
  const begins = before < whole.start || /[,:.!?\n]/.test(text[before]!);
  const capital = /^\p{Lu}/u.test(content);
  if (begins && capital && (/[.,]$/.test(content.trim()) || /^[.,]/.test(text.slice(end, end + 1))))
    return false;
  return !(begins && text[before] !== "," && /,$/.test(content));
}

/** Single marks are apostrophes more often than quotes: an opening one needs a closing one after it in the paragraph. */
class SingleMarks {
  private readonly lastClosing: number;

  constructor(
    private readonly text: string,
    private readonly p: Span,
  ) {
    let last = -1;
    for (let i = p.end - 1; i >= p.start; i--) {
      if ((text[i] === "'" || text[i] === "’") && this.couldClose(i)) {
        last = i;
        break;
      }
    }
    this.lastClosing = last;
  }

  opens(i: number): boolean {
    const before = i > this.p.start ? this.text[i - 1]! : " ";
    const after = this.text[i + 1] ?? " ";
    if (!/[\s([{—–"“‘/-]/.test(before) || /\s/.test(after) || i + 1 >= this.p.end) return false;
    // '90s, 'em, 'til
    if (/^['’`](?:\d0s|em\b|til\b|cause\b|tis\b|n['’])/i.test(this.text.slice(i, i + 7))) return false;
    return this.lastClosing > i + 1;
  }

  closes(i: number): boolean {
    if (!this.couldClose(i)) return false;
    // soldiers’ families: a possessive where a better closing mark follows
    const before = this.text[i - 1]!;
    const rest = this.text.slice(i + 1, Math.min(this.p.end, i + 3));
    if ((before === "s" || before === "S") && /^ [\p{Ll}]/u.test(rest)) return this.lastClosing <= i;
    return true;
  }

  private couldClose(i: number): boolean {
    if (i <= this.p.start) return false;
    const before = this.text[i - 1]!;
    const after = i + 1 < this.p.end ? this.text[i + 1]! : " ";
    return !/[\s([{]/.test(before) && !LETTER.test(after);
  }
}
