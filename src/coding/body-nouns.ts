import { lower } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import { type Context, isGroupNoun, isSubject, isVerbOf, plain } from "./coreference-context.js";
import { type Answer, again, type Description, isGroup } from "./description.js";
import type { MentionDraft } from "./mention-draft.js";
import { type NamedParty, UN } from "./party-forms.js";
import { isCapitalised } from "./party-items.js";
import { isWord } from "./party-lexicon.js";

/** "the regime": who was called so, not who speaks of it. */
export function theRegime({ s, i, discourse }: Context, { d, noun, named }: Description): Answer {
  if (noun !== "regime" || named) return null;
  const called = discourse.calledSo(i, noun);
  if (called) return called.parties;
  return s.form.slice(d.from, d.to).some(isCapitalised) ? "nobody" : null;
}

/** "the administration", after "the Weah administration". */
export function theAdministration({ i, discourse }: Context, { d, noun, named }: Description): Answer {
  if (noun !== "administration" || named || !d.definite || d.to - d.from > 1) return null;
  const called = discourse.calledSo(i, noun)?.parties ?? [];
  return called.some((p) => p.code !== null) ? called : null;
}

/** "the country", "the capital" */
export function theState(
  { i, discourse, mentions, lexicon }: Context,
  { d, role, noun }: Description,
): Answer {
  if (!isWord(lexicon, "states", noun) && noun !== "capital") return null;
  if (role.plural || !d.definite) return "nobody";
  if (noun !== "capital" || d.agent) return discourse.state(i)?.parties ?? "nobody";
  // "In the capital, a bomber struck": a place, of the country that is told of
  const place = discourse.where.placeNear({ mentions }, i, d.from);
  return place ? [place] : (discourse.where.mainState() ?? "nobody");
}

/** "the sides", "the parties" */
export function theSides(c: Context, { d, role, noun }: Description): Answer {
  const { s, i, discourse } = c;
  if (noun !== "side" && noun !== "party") return null;
  const isBoth = role.plural && d.definite && lower(s, d.from - 1) === "the";
  // "mediated between the two delegations, said the sides would meet again": of those that talk
  const same = isBoth ? c.out.findLast((m) => m.kind === "anaphor" && m.parties.length === 2) : undefined;
  if (same) return same.parties.map(plain);
  const talking = isBoth && talksInClause(c, d) ? discourse.talkers(i, d.from) : null;
  return talking ?? (isBoth ? discourse.pair(i, d.from, false) : null) ?? "nobody";
}

/** "|the sides| had narrowed differences and would meet again" */
function talksInClause({ s, lexicon }: Context, d: MentionDraft): boolean {
  const verb = s.head[d.head]!;
  if (verb < 0 || baseRelation(s, d.head) !== "nsubj") return false;
  return [verb, ...children(s, verb, "conj", "xcomp", "ccomp")].some((t) =>
    isWord(lexicon, "meeting", s.lemma[t]!),
  );
}

/** "the group", "an ethnic armed group", "the coalition", "the bloc" */
export function theGroup(c: Context, x: Description): Answer {
  const { i, discourse, lexicon } = c;
  const { d, noun, role, named } = x;
  if (!isGroup(c, x)) return null;
  if (named) return "nobody";
  // "the outlawed groups": several, and none by name
  if (
    role.plural &&
    isWord(lexicon, "unnamed_groups", role.noun) &&
    !/^(?:both|two)$/.test(lower(c.s, d.from))
  )
    return "nobody";
  if (!d.definite && !isBare(c, x)) return announced(c, d) ?? "nobody";
  const bloc = noun === "bloc" ? discourse.organisation(i) : null;
  if (bloc) return bloc.parties;
  // "the coalition": who was called so, never the group that it fights
  if (isWord(lexicon, "joint_bodies", noun)) return discourse.calledSo(i, noun)?.parties ?? "nobody";
  const group = discourse.group(i, role.sector);
  if (group) return group.parties;
  const isAny = /^(group|organi[sz]ation|network)$/.test(noun);
  const body = isAny ? discourse.organisation(i)?.parties : null;
  // the UN is an organisation, and no group
  return body && !(noun === "group" && body.some((p) => p.sector === "IGO")) ? body : "nobody";
}

/** "|group| next day released him": one, with no article, as digests write. */
const isBare = ({ s }: Context, { d, role }: Description): boolean =>
  !role.plural &&
  d.to - d.from === 1 &&
  isSubject(s, d) &&
  !/^(?:DET|ADJ|NUM|NOUN|PROPN|ADP)$/.test(s.upos[d.from - 1] ?? "") &&
  !isCapitalised(s.form[d.to]);

/** Sentences from the first that count as a lead, and after it in which what it announces is named. */
const LEAD = 2;

/** "an ethnic armed group said", in a lead: the armed group that the next sentences name as their subject. */
function announced(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  const { s, i, mentions, sentences, lexicon } = c;
  const end = Math.min(s.form.length, d.to + 12);
  let verb = d.to;
  while (verb < end && s.form[verb] !== "," && !isVerbOf(c, "saying", verb)) verb++;
  if (i >= LEAD || d.role!.plural || !isVerbOf(c, "saying", verb)) return null;
  for (let k = i + 1; k <= i + LEAD && k < mentions.length; k++) {
    const name = mentions[k]!.find(
      (m) =>
        m.kind === "name" &&
        m.settled &&
        m.parties[0]!.code !== m.parties[0]!.country &&
        isGroupNoun(lexicon, m.parties[0]!.sector, "") &&
        isSubject(sentences[k]!, m),
    );
    if (name) return name.parties.map(plain);
  }
  return null;
}

/** "the agency", "the council" after "the transitional council", "the humanitarian coordinator" */
export function theOrganisation(c: Context, x: Description): Answer {
  const { i, discourse, lexicon } = c;
  const { d, noun, named } = x;
  if (!d.definite || named) return null;
  const body = isWord(lexicon, "organisations", noun) ? discourse.organisation(i) : null;
  if (body) return body.parties;
  const assembled = isWord(lexicon, "assembled", noun) ? again(c, x) : null;
  if (assembled) return assembled;
  if (isWord(lexicon, "only_of_the_un", noun)) return [UN];
  // offices that the United Nations have where no other organisation is told of
  return isWord(lexicon, "of_the_un", noun) ? (discourse.organisation(i)?.parties ?? [UN]) : null;
}

/** "the NUF, a little-known rebel group,": the name before the comma. */
export function apposed({ s, out, lexicon }: Context, d: MentionDraft): readonly NamedParty[] | null {
  let t = d.from - 1;
  while (t > 0 && (/^(DET|ADJ|ADV)$/.test(s.upos[t]!) || s.form[t] === "-")) t--;
  if (s.form[t] !== "," || !/^(a|an|the)$/.test(lower(s, t + 1)) || d.person !== null) return null;
  const name = out.find((m) => m.to === t && m.kind === "name" && m.settled);
  if (!name || !/^([,.;)–—-]|that|which|who|based)$/.test(lower(s, d.to))) return null;
  const { code, country } = name.parties[0]!;
  const isState = code === country;
  return isGroupNoun(lexicon, d.role!.sector, d.role!.noun) !== isState ? name.parties.map(plain) : null;
}

/** "|the team|", "the mission", after "a United Nations team". */
export function shortened({ s, i, discourse }: Context, d: MentionDraft): readonly NamedParty[] | null {
  const isBare = d.definite && d.person === null && d.to - d.from === 1 && lower(s, d.from - 1) === "the";
  if (!isBare || d.role!.plural) return null;
  const before = discourse.endingIn(i, d.role!.noun, 3);
  return before?.parties.length === 1 ? before.parties : null;
}
