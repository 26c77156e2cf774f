import { analyse } from "../language/analyse.js";
import type { LanguageModel } from "../language/model.js";
import type { Quotation } from "../language/quotes.js";
import { lower, type Sentence } from "../language/sentence.js";
import type { Report } from "../sources/report.js";
import type { Span } from "../text/span.js";
import { type IssuerLine, joined, readIssuerLine } from "./issuer-lines.js";
import type { MentionDraft } from "./mention-draft.js";
import { findMentions } from "./mentions.js";
import type { BareReport, Issuer, ParsedReport } from "./parsed-report.js";
import { isOnlooker, type PartyRef } from "./party.js";
import { countryOfPlace, isWord, type PartyLexicon } from "./party-lexicon.js";

/**
 * Who issued a report, by its form: a letterhead ("MINISTRY OF DEFENCE"), a title ("Statement by the Government of …", "Communiqué No. 4"),
 * a sign-off ("Issued by …"), the words that open it ("The following statement was issued by …"). A ministry without a country is of
 * the state that another of these lines or the dateline names. Null for what an outlet writes: names alone make no statement, unless "we"
 * and "our" stand outside of quotations.
 */
export function findIssuer(
  bare: BareReport,
  quotations: readonly Quotation[],
  language: LanguageModel,
  lexicon: PartyLexicon,
): Issuer | null {
  const { report } = bare;
  const reach = reachOf(report);
  const lines = linesOf(report, reach, language, lexicon);
  const form = lines.find((l) => l.form !== null)?.form ?? null;
  const own = lines.filter((l) => l.of.length > 0);
  const said = oursIn(bare, quotations, reach, lexicon);
  const ours = said.length;
  const isHeaded = own.some((l) => l.isOwnLine && !l.isBelow);
  if (form === null && !(isHeaded && ours >= OURS)) return null;
  // "Hamas statement on hostages": a headline like another, unless somebody speaks below it
  const sure = own.filter((l) => l.isOwnLine || l.isSure || ours > 0);
  const parties =
    known(sure, lines, report, lexicon) ?? (form === "statement" ? selfNamed(bare, reach, lexicon) : []);
  if (parties.length === 0 && ours === 0) return null;
  const words = new Set([...sure, ...lines.filter((l) => l.state)].flatMap((l) => l.words));
  // what an organisation tells of others without calling it a statement is a report
  const isOutlet = parties.some(isOnlooker);
  const isAtHome = said.some((s) => namesOwnLand(s, lexicon));
  return { parties, words, reach, isAtHome, claims: form === "statement" || (form === null && !isOutlet) };
}

/** In whose statement a place of the text lies. */
export const issuerAround = ({ issuer }: Pick<ParsedReport, "issuer">, at: number): Issuer | null =>
  issuer && isIn(issuer.reach, at) ? issuer : null;

/** Who speaks there, where it lies in nobody's quotation. */
export const issuerAt = (
  parsed: Pick<ParsedReport, "issuer">,
  quotations: readonly Quotation[],
  at: number,
): Issuer | null => (quotations.some((q) => !q.scare && isIn(q, at)) ? null : issuerAround(parsed, at));

/** Whose claim what is said at a place is where nobody else is named for it: of who issued a statement. */
export const claimantsAt = ({ issuer }: Pick<ParsedReport, "issuer">, at: number): readonly PartyRef[] =>
  issuer?.claims && isIn(issuer.reach, at) ? issuer.parties : [];

/** The state that issued a report; null where it is none, or several. */
export const homeOfIssuer = ({ issuer }: Pick<ParsedReport, "issuer">): string | null =>
  issuer?.parties.length === 1 && issuer.parties[0]!.code === issuer.parties[0]!.country
    ? issuer.parties[0]!.country
    : null;

const isIn = (span: Span, at: number): boolean => span.start <= at && at < span.end;

/** In how many sentences "we" or "our" must stand where there is a letterhead and nothing more. */
const OURS = 2;

/** Lines above and below the text among which an issuer is looked for. */
const ABOVE = 10;
const BELOW = 6;

/** Words from which on what ends in a stop is a paragraph. */
const PARAGRAPH = 12;

const isParagraph = ({ text, passages }: Report, k: number): boolean => {
  const { kind, start, end } = passages[k]!;
  const words = text.slice(start, end);
  return kind === "body" && words.split(/\s+/).length >= PARAGRAPH && /[.!?…;]["”’»)\]]*\s*$/.test(words);
};

/** To the first line of marks alone below a paragraph: "* * *". */
function reachOf(report: Report): Span {
  const { text, passages } = report;
  const first = passages.findIndex((_, k) => isParagraph(report, k));
  const rule = passages.find((p, k) => k > first && !/[\p{L}\p{N}]/u.test(text.slice(p.start, p.end)));
  return { start: 0, end: rule?.start ?? text.length };
}

/** The lines above the first paragraph and below the last. */
function linesOf(report: Report, reach: Span, language: LanguageModel, lexicon: PartyLexicon): IssuerLine[] {
  const within = report.passages.flatMap((p, k) => (p.end <= reach.end ? [k] : []));
  const first = within.find((k) => isParagraph(report, k)) ?? within.length;
  const last = within.findLast((k) => isParagraph(report, k)) ?? within.length;
  const taken = [
    ...within.filter((k) => k < first).slice(0, ABOVE),
    ...within.filter((k) => k > last).slice(0, BELOW),
  ];
  const read = taken.flatMap((k) =>
    analyse(report.text, report.passages[k]!, language).map((s) => ({ s, k })),
  );
  const mentions = findMentions(
    { report, sentences: read.map(({ s }) => s), passageOf: read.map(({ k }) => k) },
    lexicon,
  );
  return read.map(({ s, k }, i) => readIssuerLine(s, mentions[i]!, k > last, lexicon));
}

/** Sentences in which "we", "us" or "our" stands outside of quotations, and not for the newsroom that could not verify it. */
function oursIn(
  { sentences }: BareReport,
  quotations: readonly Quotation[],
  reach: Span,
  lexicon: PartyLexicon,
): readonly Sentence[] {
  const isOurs = (s: Sentence, t: number): boolean =>
    /^(?:we|us|our|ours)$/.test(lower(s, t)) &&
    s.form[t] !== "US" &&
    !quotations.some((q) => isIn(q, s.start[t]!));
  return sentences.filter(
    (s) =>
      isIn(reach, s.start[0]!) &&
      !s.lemma.some((l) => isWord(lexicon, "checking", l)) &&
      s.form.some((_, t) => isOurs(s, t)),
  );
}

/** "our villages", "our own people" */
const namesOwnLand = (s: Sentence, lexicon: PartyLexicon): boolean =>
  s.form.some(
    (f, t) =>
      /^our$/i.test(f) &&
      [1, 2].some((n) => isWord(lexicon, "own_land", s.lemma[t + n]?.toLowerCase() ?? "")),
  );

/** Whom the lines name: the surest first; a body without a country is of the state that another line, or the dateline, names. Null: nobody. */
function known(
  own: readonly IssuerLine[],
  lines: readonly IssuerLine[],
  { datelinePlace }: Report,
  lexicon: PartyLexicon,
): readonly PartyRef[] | null {
  const isKnown = (p: PartyRef): boolean => p.code !== null;
  const named = own.filter((l) => l.of.some(isKnown));
  const line = named.find((l) => l.isSure) ?? named.find((l) => !l.isBelow) ?? named[0];
  if (line) return line.of.filter(isKnown);
  const state = lines.find((l) => l.state)?.state ?? null;
  const body = own[0]?.of[0];
  if (!body) return state === null ? null : [state];
  const country = state?.country ?? (datelinePlace === null ? null : countryOfPlace(lexicon, datelinePlace));
  return country === null ? null : [{ ...body, code: country, country }];
}

/** "The United States condemns …", "We, the Foreign Ministers of …, condemn": who declares something in the first sentence of a statement that nobody signs. */
function selfNamed(
  { report, sentences, passageOf }: BareReport,
  reach: Span,
  lexicon: PartyLexicon,
): PartyRef[] {
  const i = sentences.findIndex((s, k) => isIn(reach, s.start[0]!) && isParagraph(report, passageOf[k]!));
  const s = sentences[i];
  if (!s) return [];
  const bare = { report, sentences: [s], passageOf: [passageOf[i]!] };
  const declares = (m: MentionDraft): boolean => {
    const verb = s.head[m.head]!;
    return (
      s.relation[m.head] === "nsubj" &&
      s.xpos[verb] === "VBZ" &&
      isWord(lexicon, "declaring", s.lemma[verb]!) &&
      m.parties.some((p) => p.code !== null)
    );
  };
  const mentions = findMentions(bare, lexicon)[0]!;
  const ourselves = /^we$/i.test(s.form[0]!) && s.form[1] === "," ? joined(s, mentions, 2) : [];
  return ourselves.length > 0 ? ourselves : [...(mentions.find(declares)?.parties ?? [])];
}
