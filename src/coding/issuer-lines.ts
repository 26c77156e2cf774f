import { lower, type Sentence } from "../language/sentence.js";
import type { MentionDraft } from "./mention-draft.js";
import type { PartyRef } from "./party.js";
import { bracketAt } from "./party-forms.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";

/** What a line above or below a text says of who issued it. */
export interface IssuerLine {
  /** The form that it names: somebody's statement, or a report on others (a meeting, a situation). */
  readonly form: "statement" | "report" | null;
  /** Whom it names as who speaks, with a code or without ("Ministry of Defence"). */
  readonly of: readonly PartyRef[];
  /** It names nobody but a state, in full: "KINGDOM OF CAMBODIA". */
  readonly state: PartyRef | null;
  /** Says so in words: "Statement by …", "Issued by …". */
  readonly isSure: boolean;
  /** Nothing but the names of who speaks: a letterhead. */
  readonly isOwnLine: boolean;
  readonly isBelow: boolean;
  /** Its words, in lower case. */
  readonly words: readonly string[];
}

/**
 * Reads a line above or below a text for who issued it: a letterhead, a title, a sign-off.
 *
 * @param s the line as a sentence, with its mentions
 * @param isBelow it stands below the text
 */
export function readIssuerLine(
  s: Sentence,
  mentions: readonly MentionDraft[],
  isBelow: boolean,
  lexicon: PartyLexicon,
): IssuerLine {
  const words = s.form.map((f) => f.toLowerCase()).filter((f) => /^\p{L}{3,}/u.test(f));
  const line = { form: null, of: [], state: null, isSure: false, isOwnLine: false, isBelow, words };
  const signed = signedBy(s, mentions, lexicon);
  if (signed) return { ...line, form: "statement", of: signed, isSure: true };
  // "Statement by the army raises doubts" is a headline
  if (s.xpos.some((x) => /^(?:VBZ|VBD|VBP|MD)$/.test(x))) return line;
  const noun = formAt(s, lexicon, "statements");
  if (noun >= 0) {
    const by = speakersAfter(s, mentions, noun, lexicon);
    const of = by.length > 0 ? by : speakersBefore(s, mentions, noun, lexicon);
    return { ...line, form: "statement", of, isSure: by.length > 0 };
  }
  const form = formAt(s, lexicon, "reports_on_others") >= 0 ? "report" : null;
  const group = groupOf(s, mentions, lexicon);
  if (group) return { ...line, form, of: [group], isOwnLine: true };
  if (!isLetterhead(s, mentions, lexicon)) return { ...line, form };
  // "GENEVA (ICRC)"
  const first = mentions.find((m) => m.parties.length > 0 && m.agent);
  const own = first?.parties.filter((p) => p.sector !== "JRN") ?? [];
  if (own.length === 0) return { ...line, form };
  const isState = first!.role === null && own.every((p) => p.code === p.country && p.sector === null);
  const isBody = s.form.some((_, t) => isWord(lexicon, "letterheads", lower(s, t)));
  if (!isState || isBody) return { ...line, form, of: own, isOwnLine: true };
  const isInFull = words.some((w) => isWord(lexicon, "states_in_full", w));
  return { ...line, form, state: isInFull ? own[0]! : null };
}

/** "Issued by the Spokesperson of …", "The following statement was issued today by …": whom, or null. */
function signedBy(s: Sentence, mentions: readonly MentionDraft[], lexicon: PartyLexicon): PartyRef[] | null {
  const issued = s.lemma.findIndex((l) => isWord(lexicon, "issuing", l));
  if (issued < 0 || issued > SIGNED_WITHIN) return null;
  const isIntroduced = s.form.at(-1) === ":" && formAt(s, lexicon, "statements") >= 0;
  if (issued > 0 && !isIntroduced) return null;
  const by = s.form.findIndex((f, t) => t > issued && /^by$/i.test(f));
  if (by < 0) return null;
  return joined(s, mentions, by + 1);
}

/** How far from its beginning a line says who issued it: "The full text of the statement issued by …". */
const SIGNED_WITHIN = 10;

/** "Statement |by the Foreign Ministers of A and B| on C": whom a noun for a statement is of. */
function speakersAfter(
  s: Sentence,
  mentions: readonly MentionDraft[],
  noun: number,
  lexicon: PartyLexicon,
): PartyRef[] {
  const topic = s.form.findIndex(
    (_, t) => t > noun && isWord(lexicon, "statement_topics", lower(s, t)) && lower(s, t + 1) !== "behalf",
  );
  const to = topic < 0 ? s.form.length : topic;
  const behalf = s.form.findIndex((f, t) => t > noun && t < to && /^behalf$/i.test(f));
  return joined(
    s,
    mentions.filter((m) => m.to <= to),
    (behalf < 0 ? noun : behalf) + 1,
  );
}

/** The parties of the mentions that follow a token, with nothing but small words before and between them. */
export function joined(s: Sentence, mentions: readonly MentionDraft[], from: number): PartyRef[] {
  const out: PartyRef[] = [];
  let at = from;
  for (const m of mentions.filter((x) => x.from >= from)) {
    const between = s.upos.slice(at, m.from);
    if (out.length === 0 && at === from && between.length === 0 && s.upos[from - 1] === "NOUN") return [];
    if (!between.every((u) => /^(?:ADP|DET|ADJ|CCONJ|PUNCT)$/.test(u))) break;
    out.push(...m.parties);
    at = m.to;
  }
  return out;
}

/** "|Foreign Ministry| press statement on …" */
function speakersBefore(
  s: Sentence,
  mentions: readonly MentionDraft[],
  noun: number,
  lexicon: PartyLexicon,
): readonly PartyRef[] {
  let at = noun;
  while (at > 0 && isWord(lexicon, "before_statement", lower(s, at - 1))) at--;
  return mentions.find((m) => m.to === at && m.from <= 1)?.parties ?? [];
}

/** "PATRIOTIC FRONT FOR THE RENEWAL OF KASAI (FPRK)": a group that the lexicon does not know, by its noun and its short name. */
function groupOf(s: Sentence, mentions: readonly MentionDraft[], lexicon: PartyLexicon): PartyRef | null {
  const open = s.form.lastIndexOf("(");
  const short = open < 0 ? null : bracketAt(s, open);
  const isGroup = s.form
    .slice(0, Math.max(0, open))
    .some((f) => isWord(lexicon, "group_heads_armed", f.toLowerCase()));
  if (!short || short.to < s.form.length || !isGroup) return null;
  if (mentions.some((m) => m.role === null && m.parties.some((p) => p.code !== null && p.code !== p.country)))
    return null;
  const span = { start: s.start[0]!, end: s.end[short.to - 1]! };
  return {
    code: s.text.slice(s.start[open + 1]!, s.end[short.to - 2]!),
    country: null,
    sector: "REB",
    words: s.text.slice(span.start, span.end),
    span,
  };
}

/** Where a noun of a class stands, of one word or two: "statement", "press release"; -1 for nowhere. */
const formAt = (s: Sentence, lexicon: PartyLexicon, name: string): number =>
  s.form.findIndex(
    (_, t) =>
      isWord(lexicon, name, lower(s, t)) || isWord(lexicon, name, `${lower(s, t - 1)} ${lower(s, t)}`),
  );

/** Whether a line is made of names and of the words that stand in letterheads. */
function isLetterhead(s: Sentence, mentions: readonly MentionDraft[], lexicon: PartyLexicon): boolean {
  const isNamed = (t: number): boolean => mentions.some((m) => m.from <= t && t < m.to);
  return (
    mentions.length > 0 &&
    !s.form.includes(":") &&
    s.form.every(
      (f, t) =>
        isNamed(t) ||
        /^(?:ADP|DET|CCONJ|PUNCT|NUM|SYM|PART)$/.test(s.upos[t]!) ||
        !/\p{L}/u.test(f) ||
        isWord(lexicon, "letterheads", lower(s, t)),
    )
  );
}
