import { abbreviationKind } from "./abbreviations.js";
import { isStarter, type Token } from "./tokens.js";

/** No sentence has more tokens: longer ones are parted at a semicolon, a comma, or where they stand. */
export const MAX_SENTENCE_TOKENS = 200;

const CLOSERS = new Set(["”", "’", "»", '"', "'", "''", ")", "]", "}"]);
const OPENERS = new Set(["“", "‘", "«", "„", "``", "(", "[", "{"]);
const END = /^(?:[.!?]|[!?]{2,}|\.{2,}|…+|[。؟۔।！？])$/u;
const SAYS =
  /^(?:said|says|asked|asks|told|tells|wrote|writes|added|adds|replied|shouted|declared|warned|exclaimed|cried|demanded|wondered|tweeted|posted|chanted|continued|concluded|noted|insisted|answered|recalled|remarked)$/;

/**
 * Parts the tokens of one passage into sentences. Closing quotes and brackets belong to the sentence before;
 * “Stop!” he said is one sentence. A blank line always parts. Linear in the number of tokens.
 *
 * @returns all tokens, in order; no sentence is empty or has more than MAX_SENTENCE_TOKENS
 */
export function splitSentences(text: string, tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = [];
  let from = 0;
  const close = (to: number) => {
    while (to - from > MAX_SENTENCE_TOKENS) {
      const cut = safeCut(tokens, from, from + MAX_SENTENCE_TOKENS);
      sentences.push(tokens.slice(from, cut));
      from = cut;
    }
    if (to > from) sentences.push(tokens.slice(from, to));
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    if (i > from && breaksLine(text, tokens[i - 1]!, tokens[i]!)) close(i);
    if (!mayEnd(tokens, from, i)) continue;
    let last = i;
    while (
      last + 1 < tokens.length &&
      (END.test(tokens[last + 1]!.form) || CLOSERS.has(tokens[last + 1]!.form)) &&
      belongsBefore(text, tokens, last)
    )
      last++;
    last = pastFootnotes(tokens, last);
    if (last + 1 >= tokens.length || endsHere(tokens, i, last)) close(last + 1);
    i = last;
  }
  close(tokens.length);
  return sentences;
}

function safeCut(tokens: readonly Token[], from: number, limit: number): number {
  for (const mark of [";", ":", ","]) {
    for (let k = limit - 1; k > from + MAX_SENTENCE_TOKENS / 2; k--)
      if (tokens[k]!.form === mark) return k + 1;
  }
  return limit;
}

// A blank line, or a line that begins with a bullet.
function breaksLine(text: string, before: Token, after: Token): boolean {
  if (after.start - before.end < 1) return false;
  const gap = text.slice(before.end, Math.min(after.start, before.end + 200));
  if (!gap.includes("\n")) return false;
  return /\n[^\S\n]*\n/.test(gap) || /^(?:[•▪●*–—]|-)$/.test(after.form);
}

function mayEnd(tokens: readonly Token[], from: number, i: number): boolean {
  const { form } = tokens[i]!;
  if (END.test(form)) {
    // "1. Withdrawal of forces": the figure opens the sentence, it does not end it.
    return !(
      form === "." &&
      i === from + 1 &&
      /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})$/.test(tokens[from]!.form)
    );
  }
  // An abbreviation may be the last word: "… in the U.S. The army …".
  return form.length > 1 && form.endsWith(".") && abbreviationMayEnd(form);
}

function abbreviationMayEnd(form: string): boolean {
  const word = form.slice(0, -1);
  if (/^\p{L}(?:\.\p{L})+$/u.test(word)) return !/^(?:e\.g|i\.e|c\.f)$/i.test(word);
  if (/^\p{L}$/u.test(word)) return false;
  const kind = abbreviationKind(word);
  return kind === "last" || kind === "date" || word.toLowerCase() === "al";
}

// Whether the closing mark after `last` closes something of this sentence: it is glued to it, or a closing shape.
function belongsBefore(text: string, tokens: readonly Token[], last: number): boolean {
  const next = tokens[last + 1]!;
  if (END.test(next.form)) return next.start === tokens[last]!.end;
  if (next.start === tokens[last]!.end) {
    // A straight quote that is glued on both sides opens: end."Next
    const after = text[next.end] ?? " ";
    return !(/^["']$/.test(next.form) && /[\p{L}\p{N}]/u.test(after));
  }
  // Treebank style puts spaces before closing marks too.
  return /^(?:”|»|''|\)|\])$/.test(next.form);
}

function endsHere(tokens: readonly Token[], i: number, last: number): boolean {
  const next = tokens[last + 1]!;
  const end = tokens[i]!;
  const closed = last > i && CLOSERS.has(tokens[last]!.form);
  const begins = opening(tokens, last + 1);
  const first = begins < tokens.length ? tokens[begins]!.form : "";
  const lower = /^\p{Ll}/u.test(first);
  const capital = /^\p{Lu}/u.test(first);
  const glued = next.start === tokens[last]!.end;
  if (!END.test(end.form)) {
    // After an abbreviation only a plain beginning parts.
    if (glued) return false;
    const kind = abbreviationKind(end.form.slice(0, -1));
    if (kind === "date") return false;
    if (closed) return capital;
    return begins > last + 1 ? capital : isStarter(first) || (/^etc\.$/i.test(end.form) && capital);
  }
  if (/^[,;:]$/.test(next.form) || next.form === "%" || /^(?:-|–|—)$/.test(next.form)) return false;
  if (glued && !closed) {
    // "end.The next": a full stop with no space parts only before a capital; "?!" and "a.b" do not.
    return end.form === "."
      ? capital && /\p{Ll}$/u.test(tokens[i - 1]?.form ?? "")
      : capital || OPENERS.has(next.form);
  }
  if (closed && /[)\]}]/.test(tokens[last]!.form) && !END.test(tokens[last - 1]?.form ?? "") && lower)
    return false;
  if (lower) {
    if (closed) return false;
    if (/^[!?]/.test(end.form) || /^(?:\.{2,}|…+)$/.test(end.form)) return false;
    return true;
  }
  // “Where are they?” Zakharova said. — the question is inside the sentence of its speaker.
  if (closed && /^["”'’»]$|^''$/.test(tokens[last]!.form) && /^[!?]/.test(end.form))
    return !cueFollows(tokens, last + 1);
  if (/^(?:\.{2,}|…+)$/.test(end.form)) return capital || begins > last + 1;
  return true;
}

// "… in 1805.[17] Placed under": the note belongs to the sentence before.
function pastFootnotes(tokens: readonly Token[], last: number): number {
  let k = last;
  while (
    tokens[k + 1]?.form === "[" &&
    /^(?:\d{1,4}|[a-z])$/.test(tokens[k + 2]?.form ?? "") &&
    tokens[k + 3]?.form === "]"
  )
    k += 3;
  return k;
}

function opening(tokens: readonly Token[], from: number): number {
  let k = from;
  while (
    k < tokens.length &&
    k < from + 4 &&
    (OPENERS.has(tokens[k]!.form) || /^["']$/.test(tokens[k]!.form))
  )
    k++;
  return k;
}

function cueFollows(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < tokens.length && k < from + 8; k++) {
    const { form } = tokens[k]!;
    if (SAYS.test(form)) return true;
    if (END.test(form) || form === ":" || form === ";") return false;
  }
  return false;
}
