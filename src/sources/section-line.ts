import type { SourceLexicons } from "./lexicons.js";
import { caseOf, type LineCase } from "./line-form.js";

/** A line that stands between paragraphs, and what stands around it. */
export interface SectionLine {
  readonly words: string;
  /** Set as a heading by the format. */
  readonly isHeading: boolean;
  /** All of it is a link. */
  readonly isLinked: boolean;
  /** Paragraphs that follow, nearest first; none at the end of a report. */
  readonly following: readonly string[];
  /** Another such line stands directly before or after it. */
  readonly isInRun: boolean;
  /** A line above it announces a list of other stories. */
  readonly isListed: boolean;
}

/** How many paragraphs hold a stem, over a whole report. */
export interface Stems {
  readonly paragraphs: number;
  readonly holding: ReadonlyMap<string, number>;
}

/**
 * How far each line is from a subheading: above `INTERRUPTION`, it belongs to another story. What speaks against a
 * subheading: the next paragraphs do not take up its words, it has words that occur nowhere else, it is as long as a
 * headline, it is in title case (more so among subheadings that are not), it is a link, it stands in a list, nothing
 * follows it, or the text after it goes on as though it were not there ("He added …").
 */
export function strangeness(lines: readonly SectionLine[], stems: Stems, lexicons: SourceLexicons): number[] {
  const first = lines.map((line) => strangenessOf(line, stems, lexicons));
  const styles = lines.map((line) => caseOf(line.words, lexicons));
  const styleOfSections = commonStyle(styles, first);
  // a single word has neither case
  const isOther = (i: number) => styles[i] === "title" && /\p{L}\s+\p{L}/u.test(lines[i]!.words);
  return first.map((value, i) => value + (styleOfSections === "sentence" && isOther(i) ? 0.7 : 0));
}

/** Set by hand on the cases of passages.test.ts, halfway between its two kinds. */
export const INTERRUPTION = 0.4;

function strangenessOf(line: SectionLine, stems: Stems, lexicons: SourceLexicons): number {
  const all = contentStems(line.words, lexicons);
  const length = line.words.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
  const style = caseOf(line.words, lexicons);
  let value = 0;
  value += style === "title" ? 0.6 : style === "capitals" ? 0.2 : -0.3;
  value += length <= 3 ? -1.3 : length <= 5 ? -0.7 : length <= 7 ? 0 : length <= 9 ? 0.6 : 1;
  if (line.isHeading) value -= 0.8;
  if (line.isLinked) value += 2;
  if (line.isInRun) value += 0.8;
  if (line.isListed) value += 2;
  if (line.following.length === 0) return value + 4;

  const near = new Set(line.following.flatMap((paragraph) => contentStems(paragraph, lexicons)));
  let weight = 0;
  let taken = 0;
  let foreign = 0;
  for (const stem of all) {
    const holding = stems.holding.get(stem) ?? 0;
    // A word of every paragraph ("Sudan" in a report on Sudan) ties a line to nothing.
    const rarity = Math.log((stems.paragraphs + 1) / (holding + 0.5)) + 0.1;
    weight += rarity;
    if (near.has(stem)) taken += rarity;
    if (holding === 0) foreign += 1;
  }
  if (weight > 0) value += 0.9 - 3 * (taken / weight);
  if (all.length > 0) value += foreign / all.length - 0.3;
  if (/\d/.test(line.words) && !sharesNumber(line)) value += 0.4;
  const opening = (line.following[0] ?? "").toLowerCase().match(/^["“‘']?(\p{L}+(?:\s\p{L}+)?)/u)?.[1] ?? "";
  if (lexicons.goingOn.has(opening) || lexicons.goingOn.has(opening.split(/\s/)[0] ?? "")) value += 0.5;
  return value;
}

/** Stems of each paragraph, counted once a paragraph. */
export function countStems(paragraphs: readonly string[], lexicons: SourceLexicons): Stems {
  const holding = new Map<string, number>();
  for (const paragraph of paragraphs) {
    for (const stem of new Set(contentStems(paragraph, lexicons)))
      holding.set(stem, (holding.get(stem) ?? 0) + 1);
  }
  return { paragraphs: paragraphs.length, holding };
}

/**
 * Words that say what a text is about, cut so that forms of a word meet: "mediation", "mediators" and "mediated" are
 * "mediat", "Russia" and "Russian" are "russia".
 */
function contentStems(words: string, lexicons: Pick<SourceLexicons, "small">): string[] {
  const stems: string[] = [];
  for (const [token] of words.toLowerCase().matchAll(/\p{L}[\p{L}\p{M}’']*/gu)) {
    const plain = token.replace(/[’']s?$/u, "");
    if (plain.length < 2 || lexicons.small.has(plain)) continue;
    const cut = plain.length > 4 ? plain.replace(/(?:ions?|ing|ed|es|ers?|ors?|s)$/u, "") : plain;
    stems.push((cut.length >= 3 ? cut : plain).slice(0, 6));
  }
  return stems;
}

function sharesNumber(line: SectionLine): boolean {
  const numbers = line.words.match(/\d+/g) ?? [];
  return line.following.some((paragraph) => numbers.some((number) => paragraph.includes(number)));
}

/** The case that those lines have which are surely subheadings, when at least two are and they agree. */
function commonStyle(styles: readonly LineCase[], values: readonly number[]): LineCase | null {
  const sure = styles.filter((_, i) => (values[i] ?? 0) < -0.2);
  return sure.length >= 2 && sure.every((style) => style === sure[0]) ? (sure[0] ?? null) : null;
}
