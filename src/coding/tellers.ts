import { lower, type Sentence } from "../language/sentence.js";
import { asState, type Context, isState, isSubject, isVerbOf } from "./coreference-context.js";
import { type Answer, type Description, isOfInstitution } from "./description.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";
import { isEnding, isWord } from "./party-lexicon.js";

/**
 * "Kinshasa has put off the talks, |a minister| said", "Turkish Foreign Minister Fidan spoke to both, |ministry sources| said": an
 * official who tells of it in the end is of whom it is told, unless those attack: then of where it happens. An official quoted right
 * after a government has spoken is that government's.
 *
 * @param sector of the official's own noun, or of whom he serves
 */
export function ofWhatIsTold(
  c: Context,
  d: MentionDraft,
  sector: string | null,
): readonly NamedParty[] | null {
  const { s, i, discourse } = c;
  const vowed = ofWhatIsVowed(c, d);
  if (vowed) return vowed;
  if (!speaksHere(c, d)) return null;
  const quoted = /^["“]$/.test(s.form[0] ?? "") && d.from > 1;
  const subject = subjectTold(c, d);
  if (subject !== null && tellsOfOwn(c, d, { subject, sector, quoted }))
    return [asState(subject.parties[0]!)];
  return quoted && d.person === null ? discourse.lastGovernment(i, 1) : null;
}

/** "|Kinshasa| has put off the talks, a minister said": the one state that it is told of; null where it is none, or several. */
function subjectTold(c: Context, d: MentionDraft): MentionDraft | null {
  const { s, out } = c;
  const subjects = out.filter(
    (m) =>
      m.to < d.from &&
      m.agent &&
      isSubject(s, m) &&
      !isVerbOf(c, "saying", s.head[m.head]!) &&
      m.parties[0]?.code === m.parties[0]?.country,
  );
  // `"If Manila insists, |China| will answer," the spokeswoman said`: of the main clause
  const subject = subjects.find((m) => s.head[s.head[m.head]!] === s.head[d.head]) ?? subjects[0];
  return subject?.parties.length === 1 && subject.parties[0]!.code ? subject : null;
}

/** What an official tells, and of whom. */
interface Told {
  readonly subject: MentionDraft;
  readonly sector: string | null;
  readonly quoted: boolean;
}

/** Whether an official who tells what a state does is of that state. */
function tellsOfOwn(c: Context, d: MentionDraft, { subject, sector, quoted }: Told): boolean {
  const { s, discourse, lexicon } = c;
  const state = subject.parties[0]!;
  const verb = s.head[subject.head]!;
  const isHostile = ["opposing", "harming", "hostile"].some((kind) => isVerbOf(c, kind, verb));
  const isSeat = subject.kind === "name" && state.sector === "GOV";
  // what a state did may be told by its neighbour's customs officer, but hardly what its envoy did
  const isOfficials = subject.person !== null || subject.role?.sector === "GOV";
  const isCentral = sector === "GOV" && isWord(lexicon, "of_the_centre", d.role!.noun);
  const isVow = quoted && s.form.slice(subject.to, verb).some((f) => /^(will|shall|must)$/i.test(f));
  if (!(isOfficials || isVow || isSeat || isCentral || d.person !== null)) return false;
  return discourse.where.scene()?.code === state.code || (!isHostile && (sector === "GOV" || isSeat));
}

/** "Home Minister Jahangir Chowdhury said |Dhaka would| lodge a protest": what a state will do is told by its own. */
function ofWhatIsVowed(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  const { s, i, mentions } = c;
  const verb = s.head[d.head]!;
  if (verb < d.to || !isSubject(s, d) || !isVerbOf(c, "saying", verb)) return null;
  const m = (mentions[i] ?? []).find((x) => x.from > verb && x.agent && isSubject(s, x));
  const p = m?.settled && m.role === null && m.parties.length === 1 ? m.parties[0]! : null;
  if (p === null || !isState(p) || s.head[s.head[m!.head]!] !== verb) return null;
  return /^(would|will|shall|stood|stands)$/.test(lower(s, m!.to)) ? [asState(p)] : null;
}

/** Subject of a saying or object of "according to", after what is said. */
function speaksHere(c: Context, d: MentionDraft): boolean {
  const { s } = c;
  const t = beforeModifiers(s, d.from);
  if (lower(s, t) === "to" && lower(s, t - 1) === "according") return t > 2;
  if (!/^[,"”]$/.test(s.form[t] ?? "")) return false;
  const h = s.head[d.head]!;
  return h > d.head && isSubject(s, d) && isVerbOf(c, "saying", h);
}

function beforeModifiers(s: Sentence, from: number): number {
  let t = from - 1;
  while (t > 0 && /^(DET|NUM|ADJ)$/.test(s.upos[t]!)) t--;
  return t;
}

/** "Kinshasa has put off the talks, |a minister| said": a new or named official. */
export const newOfficial = (c: Context, { d, named, shown }: Description): Answer =>
  named || !d.definite ? ofWhatIsTold(c, d, shown) : null;

/** "a spokesman said", after "India's army said": of whom it was about. */
export function ofTheScene(c: Context, x: Description): Answer {
  if (x.named || x.d.definite || x.institution || !x.official || !isOfInstitution(c, x)) return null;
  const scene = c.discourse.where.scene();
  return scene ? [scene] : null;
}

/**
 * "a senior security official", "two military sources": of where the report was written, unless another's government has just spoken
 * in the paragraph.
 */
export function ofHomeSecurity(c: Context, { d, noun, named, official }: Description): Answer {
  const { i, discourse, lexicon } = c;
  const { home } = discourse.where;
  if (named || d.definite || !official || !home) return null;
  if (!isWord(lexicon, "security_officials", noun) || !isPlainly(c, d)) return null;
  const spoke = discourse.goesOn(i) ? discourse.lastGovernment(i, 2) : null;
  return spoke === null || spoke[0]!.code === home.code ? [home] : null;
}

/** No word before the noun but a rank: "a senior security official", not "a maritime security source". */
const isPlainly = ({ s, lexicon }: Context, d: MentionDraft): boolean =>
  (d.role!.noun.startsWith(lower(s, d.from)) && s.upos[d.from - 1] !== "ADJ") ||
  isWord(lexicon, "ranks", lower(s, d.from));

/** "a spokesman", "a ministry official": of the body that the report was just about. */
export function ofWhoSpoke({ s, i, discourse, lexicon }: Context, { d, named }: Description): Answer {
  if (named || d.definite) return null;
  const { noun } = d.role!;
  const serves =
    d.to - d.from === 1
      ? /^spokes(man|woman|person)$/.test(noun)
      : isWord(lexicon, "offices", lower(s, d.from)) && isEnding(lexicon, "serving_ends", noun);
  return serves ? (discourse.lastInstitution(i, 2) ?? discourse.actingBody(i)) : null;
}
