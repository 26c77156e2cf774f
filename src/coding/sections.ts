import type { ParsedReport } from "./parsed-report.js";
import { countryNamed, type PartyLexicon } from "./party-lexicon.js";

/** A part of a report that a line with nothing but the names of countries opens: in a digest, each is a story of its own. */
export interface Section {
  /** Countries of the line that opens it, ISO alpha-3; none for what stands before the first such line. */
  readonly countries: readonly string[];
  /** Sentences from … to, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

/** Sections in order; a report without such lines is one. */
export function sectionsOf(
  { report, sentences, passageOf }: Pick<ParsedReport, "report" | "sentences" | "passageOf">,
  lexicon: PartyLexicon,
): readonly Section[] {
  const out: Section[] = [];
  let open: { countries: readonly string[]; passage: number } = { countries: [], passage: 0 };
  let from = 0;
  const close = (passage: number): void => {
    const end = passageOf.findIndex((p) => p >= passage);
    const to = end < 0 ? sentences.length : end;
    if (to > from) out.push({ countries: open.countries, from, to });
    from = to;
  };
  report.passages.forEach(({ start, end, kind }, k) => {
    if (kind === "dateline" || end - start > LONGEST) return;
    const countries = countriesOf(report.text.slice(start, end), lexicon);
    if (countries.length === 0) return;
    close(k);
    open = { countries, passage: k };
  });
  close(report.passages.length);
  // a label over all of it is no section
  return out.length > 1 ? out : [{ countries: [], from: 0, to: sentences.length }];
}

/** The one country that heads a section; null where none does, or several do. */
export const homeOfSection = (section: Section | undefined): string | null =>
  section?.countries.length === 1 ? section.countries[0]! : null;

/** A report of which only one section names anybody. */
export const mentionsWithin = <T extends { readonly mentions: readonly (readonly unknown[])[] }>(
  parsed: T,
  { from, to }: Section,
): T => ({ ...parsed, mentions: parsed.mentions.map((list, k) => (from <= k && k < to ? list : [])) });

/** The longest line that opens a section, in characters. */
const LONGEST = 60;

/** What may stand between the names of a line, and before and behind them: "2. Armenia–Azerbaijan:". */
const BETWEEN = /\s*(?:[-–—/,&]|\band\b)\s*/i;
const AROUND = /^[\s\d.•*#–—-]+|[\s:.–—-]+$/g;

/** "Sudan", "Thailand-Cambodia", "Bosnia and Herzegovina": the countries that a line names; none where it says anything else. */
function countriesOf(line: string, lexicon: PartyLexicon): readonly string[] {
  const words = line.replace(AROUND, "");
  if (!/^\p{Lu}/u.test(words)) return [];
  const whole = /[(,]/.test(words) ? null : countryNamed(lexicon, words);
  const found = whole !== null ? [whole] : words.split(BETWEEN).map((w) => countryNamed(lexicon, w));
  const named = found.filter((c) => c !== null);
  return named.length === found.length && named.length <= MOST ? [...new Set(named)] : [];
}

/** A line that names more is a list. */
const MOST = 3;
