import { lower } from "../language/sentence.js";
import { type Context, plain } from "./coreference-context.js";
import type { MentionDraft } from "./mention-draft.js";
import { type NamedParty, stateOf } from "./party-forms.js";
import { isPossessive } from "./party-items.js";
import { isEnding, isWord } from "./party-lexicon.js";
import { saidOfOneself } from "./persons.js";
import { ofWhatIsTold } from "./tellers.js";

/** "a spokesman |for the opposition|", "a member |of the team|", "an official with |the relief authority|": whom the words behind name. */
export function employer(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  const { s, i, lexicon } = c;
  const role = d.role!;
  const claim = claimedOfficeBehind(c, d);
  if (claim) return partiesOf(c, claim);
  if (!/^(office|people|relational)$/.test(role.kind) || !isEnding(lexicon, "serving_ends", role.noun))
    return null;
  if (!/^(of|for|with|from)$/.test(lower(s, d.to))) return null;
  let t = d.to + 1;
  while (/^(DET|ADJ)$/.test(s.upos[t] ?? "") || s.xpos[t] === "PRP$") t++;
  const place = administered(c, d, t);
  if (place) return [place];
  const whom = (c.mentions[i] ?? []).find((m) => m.from >= d.to + 1 && m.from <= t && m.to > t);
  if (whom === undefined) return bodyBehind(c, d, t + 1);
  if (whom.kind === "anaphor" || !whom.agent) return null;
  const isNameless = !whom.settled && whom.possessor < 0;
  const told = isNameless ? ofWhatIsTold(c, d, whom.role?.sector ?? null) : null;
  return told ?? oneParty(c, whom) ?? bodyBehind(c, d, whom.to);
}

/** "a man identifying himself as |a spokesman for the front|": the office that somebody claims; null where none does. */
function claimedOfficeBehind({ s, i, mentions, lexicon }: Context, d: MentionDraft): MentionDraft | null {
  const next = (mentions[i] ?? []).find((m) => m.from > d.to && m.from <= d.to + 5 && m.role !== null);
  if (!next) return null;
  let before = next.from - 1;
  while (before > d.to && s.upos[before] === "DET") before--;
  return saidOfOneself(s, before, lexicon) === d.to ? next : null;
}

const settled = (c: Context, m: MentionDraft): MentionDraft | null => (m.settled ? m : c.resolve(m));

function partiesOf(c: Context, m: MentionDraft): readonly NamedParty[] | null {
  const found = settled(c, m);
  return found?.parties[0]?.code ? found.parties.map(plain) : null;
}

function oneParty(c: Context, m: MentionDraft): readonly NamedParty[] | null {
  const found = settled(c, m);
  return found?.parties.length === 1 && found.parties[0]!.code !== null ? found.parties.map(plain) : null;
}

/** "the head of |the city's military administration|": the state that the place lies in; null where nothing of the sort stands at a token. */
function administered(
  { s, i, discourse, mentions, lexicon }: Context,
  d: MentionDraft,
  t: number,
): NamedParty | null {
  if (!isWord(lexicon, "administered", lower(s, t)) || !isPossessive(s, t + 1)) return null;
  let last = t + 2;
  while (s.upos[last + 1] === "NOUN") last++;
  return isWord(lexicon, "town_bodies", lower(s, last))
    ? discourse.where.placeNear({ mentions }, i, d.from)
    : null;
}

/** "an official with |the relief department| in Jammu", "a member of |the mission|": a body by the place behind it, or told of before. */
function bodyBehind(
  { s, i, discourse, mentions, lexicon }: Context,
  d: MentionDraft,
  from: number,
): readonly NamedParty[] | null {
  let end = from;
  while (s.upos[end - 1] === "NOUN" && s.upos[end] === "NOUN") end++;
  const noun = lower(s, end - 1);
  const place = lower(s, end) === "in" ? (mentions[i] ?? []).find((m) => m.from === end + 1) : undefined;
  const country = place?.role === null ? (place.parties[0]?.country ?? null) : null;
  if (country !== null && isWord(lexicon, "town_bodies", noun)) return [stateOf(country)];
  return lower(s, d.to + 1) === "the" ? (discourse.endingIn(i, noun, 3)?.parties ?? null) : null;
}
