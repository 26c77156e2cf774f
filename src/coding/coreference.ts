import { findQuotations, type Quotation } from "../language/quotes.js";
import { lower } from "../language/sentence.js";
import { SPEAKER, withAnaphors } from "./anaphors.js";
import { type Context, filled, isSubject, isVerbOf, withParty } from "./coreference-context.js";
import { resolveDescription } from "./descriptions.js";
import { Discourse } from "./discourse.js";
import type { Spoken } from "./entity.js";
import { isFoes, resolveFoe } from "./foes.js";
import { homeOfIssuer, issuerAt } from "./issuer.js";
import type { MentionDraft } from "./mention-draft.js";
import type { ParsedReport } from "./parsed-report.js";
import type { NamedParty } from "./party-forms.js";
import { countryOfPlace, isWord, type PartyLexicon } from "./party-lexicon.js";
import { linkPersons } from "./persons.js";
import { resolvePossessed } from "./possessors.js";
import { resolvePronoun } from "./pronouns.js";
import type { Setting } from "./scene.js";
import { mentionsWithin, type Section, sectionsOf } from "./sections.js";

/** A report whose mentions still know their form. */
export type DraftReport = Omit<ParsedReport, "mentions"> & {
  readonly mentions: readonly (readonly MentionDraft[])[];
};

/**
 * Resolves what stands for a party: "both sides", "its neighbours", "the envoy", "he", "the ministry", "its soldiers", an
 * office without a country. Mentions are added for pronouns; those that cannot be resolved have no parties.
 *
 * By recency, subject before others, and fit of number and kind; the rules are those that news keeps to, no more.
 */
export function resolveCoreference(parsed: DraftReport, lexicon: PartyLexicon): MentionDraft[][] {
  const { datelinePlace } = parsed.report;
  const dateline = datelinePlace === null ? homeOfIssuer(parsed) : countryOfPlace(lexicon, datelinePlace);
  const sections = sectionsOf(parsed, lexicon);
  const { text } = parsed.report;
  const quotations = findQuotations(text, { start: 0, end: text.length });
  const discourses = sections.map(
    (section) =>
      new Discourse(
        mentionsWithin(parsed, section),
        settingOf(section, dateline),
        lexicon.neighbours,
        (kind, word) => isWord(lexicon, kind, word),
      ),
  );
  const resolved = parsed.sentences.map((s, i) => {
    const discourse = discourses[sections.findIndex(({ to }) => i < to)]!;
    const drafts = withAnaphors(s, parsed.mentions[i]!, lexicon);
    const out: MentionDraft[] = [];
    const { sentences, mentions } = parsed;
    const resolve = (d: MentionDraft) => resolveOne(context, d);
    const issuerHere = (token: number) => issuerAt(parsed, quotations, s.start[token]!);
    const context: Context = { s, i, discourse, lexicon, sentences, mentions, out, resolve, issuerHere };
    // A quotation's "we" is who is said to speak after it, "the enemy" whom he fights; such a speaker is resolved first.
    const late: MentionDraft[] = [];
    for (const d of drafts) {
      if (isFirstPersons(context, d) || isFoes(context, d)) {
        late.push(d);
        continue;
      }
      const m = context.resolve(d);
      if (!m) continue;
      out.push(m);
      discourse.see(s, i, m);
    }
    for (const d of late) {
      if (isFoes(context, d)) {
        const foe = resolveFoe(context, d, speakerOf(context));
        if (foe) out.push(foe);
        continue;
      }
      const speaker = firstPerson(context, d, quotations);
      if (speaker) out.push(d.role === null ? filled(s, d, speaker) : withParty(s, d, speaker.parties));
      else if (d.role !== null) out.push(d);
    }
    const said = speakerOf(context);
    if (said) discourse.spoke(i, said);
    discourse.finish(s, i, out);
    return out.sort((a, b) => a.from - b.from);
  });
  return linkPersons(parsed, resolved, lexicon);
}

/** "we", "us"; in somebody's statement "our soldiers" too. */
const isFirstPersons = ({ s, issuerHere }: Context, d: MentionDraft): boolean =>
  d.kind === "anaphor"
    ? SPEAKER.test(lower(s, d.from))
    : d.possessor >= 0 && SPEAKER.test(lower(s, d.possessor)) && issuerHere(d.possessor) !== null;

/** Who "we" are: in a statement nobody but who issued it; else who speaks in the sentence, or spoke last. */
function firstPerson(
  c: Context,
  d: MentionDraft,
  quotations: readonly Quotation[],
): { parties: readonly NamedParty[]; person: string | null } | null {
  const { s, i, discourse, lexicon, issuerHere } = c;
  const token = d.possessor >= 0 ? d.possessor : d.from;
  const issuer = issuerHere(token);
  if (issuer) return issuer.parties.length === 0 ? null : { parties: issuer.parties, person: null };
  // "We could not verify the figures": the outlet's own word, unless somebody is quoted
  const at = s.start[token]!;
  const isQuoted = quotations.some((q) => q.start <= at && at < q.end);
  const checks = !isQuoted && s.lemma.some((l) => isWord(lexicon, "checking", l));
  return speakerOf(c) ?? (checks ? null : discourse.lastSpeaker(i));
}

/** A section that is headed by one country is written as if from there. */
const settingOf = ({ countries: heading }: Section, dateline: string | null): Setting => ({
  dateline: heading.length === 0 ? dateline : heading.length === 1 ? heading[0]! : null,
  heading,
});

function resolveOne(c: Context, d: MentionDraft): MentionDraft | null {
  if (d.kind === "anaphor") return resolvePronoun(c, d);
  if (d.settled) return d;
  if (d.role === null) return d.person === null ? d : nameOfOffice(c, d);
  return d.possessor >= 0 ? resolvePossessed(c, d) : resolveDescription(c, d);
}

/** `Pakistan's defence minister has said. "…," |Khalid Anwar| told …`: a bare name that speaks right after a nameless office is its name. */
function nameOfOffice(c: Context, d: MentionDraft): MentionDraft {
  const { s, i, discourse } = c;
  const verb = s.head[d.head]!;
  const speaks = verb >= d.to && isSubject(s, d) && isVerbOf(c, "saying", verb);
  if (!speaks || !d.person!.includes(" ") || /^[,(]$/.test(s.form[d.to] ?? "")) return d;
  const known = discourse.samePerson(d.person!);
  const parties = known ? known.parties : discourse.namelessOffice(i);
  return parties ? filled(s, d, { parties, person: d.person }) : d;
}

/** Who is subject of a verb of saying in a sentence, or of "according to"; null where nobody is. */
function speakerOf(c: Context): Spoken | null {
  const { s, out } = c;
  const m = out.find((x) => x.parties.length > 0 && !SPEAKER.test(lower(s, x.from)) && saysSo(c, x));
  if (m) return asSpoken(m);
  const according = s.form.findIndex((f, t) => f.toLowerCase() === "according" && lower(s, t + 1) === "to");
  const named =
    according < 0 ? undefined : out.find((x) => x.from >= according + 2 && x.from <= according + 4);
  return named && named.parties.length > 0 ? asSpoken(named) : null;
}

function saysSo(c: Context, m: MentionDraft): boolean {
  const { s } = c;
  if (isSubject(s, m) && isVerbOf(c, "saying", s.head[m.head]!)) return true;
  // the surface, where the tree is off: "… ," X said
  if (/^(said|says|told|added|wrote)$/.test(lower(s, m.to))) return true;
  return /^(said|says|added)$/.test(lower(s, m.from - 1)) && /^[.,"”]?$/.test(s.form[m.to] ?? "");
}

const asSpoken = (m: MentionDraft): Spoken => ({
  parties: m.parties,
  person: m.person,
  office: m.person === null && m.role?.kind === "office" && !m.role.plural && m.parties[0]?.code !== null,
});
