import { type Count, HARMS, INITIATIVE_ACTS, STANCES, STATUSES } from "../coding/claim.js";
import { type CountLexicon, type CountPhrase, countAt, figureAt } from "../coding/counts.js";
import { EVENT_TYPES } from "../coding/event-types.js";
import { tokenize } from "../language/tokens.js";
import { type Span, wordsOf } from "../text/span.js";
import { findWords } from "./find-words.js";
import type { DroppedClaim, DropReason, QuotedWords, SecondClaim, SecondKind } from "./reading.js";

/** What an answer is held against. */
export interface Evidence {
  readonly text: string;
  /** The paragraphs that were sent, in the order of the text: a quote lies in one of them. */
  readonly paragraphs: readonly Span[];
  readonly counts: CountLexicon;
  /** What must not be repeated of an answer, such as the key; null: nothing. */
  readonly secret: string | null;
}

/** A quote is the words of one claim; half a page would let any figure stand "in" it. */
const MAX_QUOTE = 500;
const MAX_SAID = 200;
/** More than any article has; an answer that runs on is cut there. */
const MAX_CLAIMS = 1000;

const LISTS = { events: "event", tolls: "toll", initiatives: "initiative" } as const;

/**
 * Takes from an answer the claims that the text bears out; every other one is given with its reason. Nothing of an answer comes
 * through but words from fixed lists and places in the text.
 *
 * @param answer the object of the endpoint's JSON, whatever it holds
 */
export function claimsOfAnswer(
  answer: Readonly<Record<string, unknown>>,
  evidence: Evidence,
): { claims: SecondClaim[]; dropped: DroppedClaim[] } {
  const claims: SecondClaim[] = [];
  const dropped: DroppedClaim[] = [];
  const seen = new Set<string>();
  // before it is cut, so that no piece is left at the end
  const shown = (words: string) => withoutSecret(words, evidence.secret).slice(0, MAX_SAID);
  for (const [list, kind] of Object.entries(LISTS)) {
    const items = answer[list] ?? [];
    if (!Array.isArray(items)) {
      dropped.push({ kind, reason: "not-in-form", detail: list, said: "" });
      continue;
    }
    for (const item of items.slice(0, MAX_CLAIMS)) {
      const said = typeof item?.quote === "string" ? shown(item.quote) : "";
      try {
        const claim = claimOf(kind, item, evidence);
        const key = JSON.stringify(claim);
        if (seen.has(key)) throw new Dropped("repeated", "");
        seen.add(key);
        claims.push(claim);
      } catch (error) {
        if (!(error instanceof Dropped)) throw error;
        dropped.push({ kind, reason: error.reason, detail: shown(error.detail), said });
      }
    }
  }
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  return { claims, dropped };
}

/** Shorter than this is no key but a word that a local server wants to be given, and which may stand in any text. */
const MIN_SECRET = 8;

const withoutSecret = (words: string, secret: string | null) =>
  secret === null || secret.length < MIN_SECRET ? words : words.replaceAll(secret, "(key)");

class Dropped extends Error {
  constructor(
    readonly reason: DropReason,
    readonly detail: string,
  ) {
    super(reason);
  }
}

type Item = Readonly<Record<string, unknown>>;

function claimOf(kind: SecondKind, item: unknown, evidence: Evidence): SecondClaim {
  if (typeof item !== "object" || item === null || Array.isArray(item))
    throw new Dropped("not-in-form", kind);
  const fields = item as Item;
  // words of our lists first: what is no claim of the record need not be looked for
  const typed = typeOf(kind, fields);
  const quote = quoteOf(fields, evidence);
  const parties = (name: string) => textsOf(fields, name).map((w) => partyOf(w, quote, evidence));
  const told = {
    start: quote.span.start,
    end: quote.span.end,
    quote: wordsOf(evidence.text, quote.span),
    sources: parties("source"),
  };
  switch (typed.kind) {
    case "event":
      return { ...typed, ...told, actor: parties("actor"), recipient: parties("recipient") };
    case "toll":
      return { ...typed, ...told, count: countOf(fields, quote, evidence), victims: parties("victims") };
    case "initiative":
      return { ...typed, ...told, thirdParty: parties("thirdParty"), parties: parties("parties") };
  }
}

function typeOf(kind: SecondKind, item: Item) {
  switch (kind) {
    case "event":
      return {
        kind,
        type: wordOf(item, "type", EVENT_TYPES),
        status: item.status == null ? null : wordOf(item, "status", STATUSES),
      } as const;
    case "toll":
      return {
        kind,
        harm: wordOf(item, "harm", HARMS),
        stance: item.stance == null ? null : wordOf(item, "stance", STANCES),
      } as const;
    case "initiative":
      return { kind, act: wordOf(item, "act", INITIATIVE_ACTS) } as const;
  }
}

function wordOf<T extends string>(item: Item, field: string, known: readonly T[]): T {
  const value = item[field];
  if (typeof value !== "string") throw new Dropped("not-in-form", field);
  const word = known.find((k) => k === value.trim());
  if (word === undefined) throw new Dropped("unknown-type", `${field} ${value}`);
  return word;
}

/** Strings of a list; one string alone is a list of one, as models without a schema write it. */
function textsOf(item: Item, field: string): string[] {
  const value = item[field] ?? [];
  const list = typeof value === "string" ? [value] : value;
  if (!Array.isArray(list) || !list.every((w) => typeof w === "string"))
    throw new Dropped("not-in-form", field);
  return list.filter((w) => w.trim() !== "");
}

interface Quote {
  readonly span: Span;
  /** Index of its paragraph. */
  readonly at: number;
}

function quoteOf(item: Item, { text, paragraphs }: Evidence): Quote {
  const { quote } = item;
  if (typeof quote !== "string") throw new Dropped("not-in-form", "quote");
  if (quote.length > MAX_QUOTE) throw new Dropped("quote-too-long", `${quote.length} characters`);
  for (const [at, paragraph] of paragraphs.entries()) {
    const span = findWords(text, paragraph, quote);
    if (span !== null) return { span, at };
  }
  throw new Dropped("quote-not-found", "");
}

/** A party's words where they stand: in the quote, in its paragraph, or in the one before or after. */
function partyOf(words: string, { span, at }: Quote, { text, paragraphs }: Evidence): QuotedWords {
  for (const near of [span, paragraphs[at], paragraphs[at - 1], paragraphs[at + 1]]) {
    const found = near && words.length <= MAX_QUOTE ? findWords(text, near, words) : null;
    if (found !== null && found !== undefined) return { ...found, words: wordsOf(text, found) };
  }
  throw new Dropped("party-not-found", words);
}

/** The count whose figure the claim gives, as the words of the quote have it, hedges and all. */
function countOf(item: Item, { span, at }: Quote, { text, paragraphs, counts }: Evidence): Count {
  const given = item.figure ?? null;
  const figure = typeof given === "string" && /^\d{1,12}$/.test(given) ? Number(given) : given;
  if (figure !== null && !(typeof figure === "number" && Number.isSafeInteger(figure) && figure >= 0))
    throw new Dropped("not-in-form", "figure");
  const found = countsIn(text, paragraphs[at]!, span, counts).find(({ phrase, figures }) =>
    figure === null ? phrase.kind === "vague" : figures.includes(figure),
  );
  if (!found) throw new Dropped("figure-not-in-quote", figure === null ? "no vague word" : String(figure));
  return found.phrase.count;
}

/** The counts of a paragraph whose figures lie in a span. Read over the paragraph: "five" of "twenty-five" is none. */
function countsIn(text: string, paragraph: Span, span: Span, lexicon: CountLexicon) {
  const tokens = tokenize(text, paragraph);
  const words = {
    text,
    form: tokens.map((t) => t.form),
    start: tokens.map((t) => t.start),
    end: tokens.map((t) => t.end),
  };
  const found: { phrase: CountPhrase; figures: number[] }[] = [];
  for (let k = 0; k < tokens.length && tokens[k]!.start < span.end; ) {
    const phrase = countAt(words, k, lexicon);
    if (phrase === null) {
      k += 1;
      continue;
    }
    const { figures, from, to } = figuresOf(phrase, words.form);
    // a hedge may stand outside the quote, the figure may not
    if (words.start[from]! >= span.start && words.end[to - 1]! <= span.end) found.push({ phrase, figures });
    k = phrase.to;
  }
  return found;
}

/** The plain figures of a count phrase, and the tokens from the first to the last of them. */
function figuresOf(
  phrase: CountPhrase,
  form: readonly string[],
): { figures: number[]; from: number; to: number } {
  if (phrase.kind !== "figure") {
    const figures = phrase.kind === "article" ? [1] : phrase.kind === "none" ? [0] : [];
    return { figures, from: phrase.from, to: phrase.to };
  }
  const figures: number[] = [];
  let { from, to } = phrase;
  for (let i = phrase.from; i < phrase.to; ) {
    const figure = figureAt(form, i);
    if (figure === null) {
      i += 1;
      continue;
    }
    if (figures.length === 0) from = i;
    figures.push(figure.value);
    to = figure.to;
    i = figure.to;
  }
  return { figures, from, to };
}
