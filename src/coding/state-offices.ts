import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { asState, type Context, isState, isSubject, isVerbOf } from "./coreference-context.js";
import { type Answer, again, type Description } from "./description.js";
import type { MentionDraft } from "./mention-draft.js";
import { type NamedParty, stateOf } from "./party-forms.js";
import { isCapitalised } from "./party-items.js";
import { isWithin, isWord, type PartyLexicon } from "./party-lexicon.js";

/** "The President", in capitals: of the report's own country, where it tells of another's too. */
export function ofOwnState({ s, discourse }: Context, { d, noun, named }: Description): Answer {
  const own = d.definite && !named && isCapitalised(s.form[d.from]) ? discourse.ownOffice(noun) : null;
  return own?.parties ?? null;
}

/** "|Foreign Secretary| Ellen Marsh": of the one state with such an office that the report names, of several the one it is about. */
export function ofFewStates(c: Context, { d, noun }: Description): Answer {
  const { s, discourse, lexicon, mentions } = c;
  const few = officeAt(s, d, lexicon) ?? lexicon.offices.get(noun);
  if (!few) return null;
  const has = (code: string) =>
    mentions.some((list) => list.some((m) => m.parties.some((p) => p.country === code)));
  const named = few.filter(has);
  const state = named.length === 1 ? named[0]! : few.length === 1 ? few[0]! : null;
  if (state !== null) return [stateOf(state)];
  const main = discourse.where.mainState();
  return main?.some((p) => named.includes(p.code ?? "")) ? main : "nobody";
}

/** "a |Foreign Office| spokesman", "the |Secretary of State for| Wales": the states with the longest office that the words begin with. */
function officeAt(s: Sentence, d: MentionDraft, lexicon: PartyLexicon): readonly string[] | undefined {
  for (let k = d.from; k < d.to; k++) {
    const words = s.form
      .slice(k, k + 6)
      .join(" ")
      .toLowerCase();
    const found = [...lexicon.offices.keys()].filter((office) => `${words} `.startsWith(`${office} `));
    if (found.length > 0) return lexicon.offices.get(found.sort((a, b) => b.length - a.length)[0]!);
  }
  return undefined;
}

/** Tokens before and after a name within which its office stands. */
const BESIDE_NAME = 14;

/**
 * "|Minister for Central Asia| Ann Lee", "Minister |Lee|" after her: who is charged with a region is of no state in it, and of which is
 * not told.
 */
export function ofARegion({ s, i, sentences, lexicon }: Context, { d, official }: Description): Answer {
  if (!official) return null;
  const isOfRegion = (x: Sentence, from: number, to: number) =>
    x.form.some((f, t) => {
      if (t < from || t >= to || !/^(?:for|in)$/i.test(f)) return false;
      const k = /^the$/i.test(x.form[t + 1] ?? "") ? t + 2 : t + 1;
      return [1, 2].some((n) =>
        isWord(
          lexicon,
          "world_regions",
          x.form
            .slice(k, k + n)
            .join(" ")
            .toLowerCase(),
        ),
      );
    });
  if (d.person === null) return isOfRegion(s, d.from, d.to + 3) ? "nobody" : null;
  const surname = d.person.slice(d.person.lastIndexOf(" ") + 1);
  const isCharged = (x: Sentence) =>
    x.form.some((f, t) => f === surname && isOfRegion(x, Math.max(0, t - BESIDE_NAME), t + BESIDE_NAME));
  return sentences.slice(0, i + 1).some(isCharged) ? "nobody" : null;
}

/** "MOSCOW — |The defence ministry| said": what serves a whole state, before the report has named another, is of where it was written. */
export function ofTheDateline(c: Context, { d, noun, named }: Description): Answer {
  const { written } = c.discourse.where;
  if (named || written === null || !isWord(c.lexicon, "of_the_dateline", noun)) return null;
  const before = [...c.mentions.slice(0, c.i).flat(), ...c.mentions[c.i]!.filter((m) => m.to <= d.from)];
  const isOther = (p: NamedParty) => p.country !== null && p.country !== written.country;
  return before.some((m) => m.settled && m.parties.some(isOther)) ? null : [written];
}

/** "the army and |local police|": of the same state. */
export function ofTheJoined({ s, out }: Context, { d, named, institution }: Description): Answer {
  if (named || !institution || lower(s, d.from - 1) !== "and") return null;
  const joined = out.findLast((m) => m.to === d.from - 1);
  return joined?.role && joined.parties[0]?.code && isState(joined.parties[0])
    ? [asState(joined.parties[0])]
    : null;
}

/** Tokens between "the government" and whom it is joined with. */
const BESIDE = 3;

/** "|the government| and the ELN", "between Boko Haram and |the army|": of the country in which the group is, which the two fight over. */
export function besideItsGroup(c: Context, x: Description): Answer {
  const { d, named, institution } = x;
  if (named || !institution || (d.role!.plural && d.role!.kind !== "force")) return null;
  const { s, i, mentions } = c;
  const isJoined = (from: number, to: number) =>
    to >= from &&
    to - from <= BESIDE &&
    s.form.slice(from, to).some((f) => /^and$/i.test(f)) &&
    s.form
      .slice(from, to)
      .every((f, k) => /^(?:and|the|both|-|–)$/i.test(f) || /^(?:ADJ|NOUN)$/.test(s.upos[from + k]!));
  const other = (mentions[i] ?? []).find(
    (m) =>
      m.kind === "name" &&
      m.settled &&
      m.parties.length === 1 &&
      (isJoined(d.to, m.from) || isJoined(m.to, d.from)),
  );
  const group = other?.parties[0];
  if (
    !group?.country ||
    group.code === null ||
    isState(group) ||
    !/^(?:REB|CRM|PRM)$/.test(group.sector ?? "")
  )
    return null;
  // a group fights beyond its country too: "the junta", told of before, or of the country that all else is about
  const before = d.definite ? again(c, x) : null;
  return before ?? (c.discourse.where.tellsMostOf(group.country) ? [stateOf(group.country)] : null);
}

/** What no state can be told of: "officials" of any kind, people, a noun with too many meanings. */
export function isNobodys({ s, lexicon }: Context, x: Description): Answer {
  const { d, role, noun, named, institution, official, shown } = x;
  if (named) return null;
  // "police", "state media": a body that every state has, where the words are just these
  const asListed = lower(s, d.to - 1) === noun.split(" ").at(-1);
  const isEverywhere = institution && asListed && isWord(lexicon, "bare_institutions", noun);
  if (!d.definite && !isEverywhere) return "nobody";
  if (role.kind === "people" && !(role.sector === "JUD" && d.definite)) return "nobody";
  if (isWord(lexicon, "needs_side", noun) && shown !== "GOV") return "nobody";
  return official ? null : "nobody";
}

/**
 * "Kabul rejected this. |Information Minister Tariq Malik| dismissed the denial", from Islamabad: an office without a country is of where
 * the report was written, unless its government has just spoken in the same paragraph.
 */
export function ofHomeOrSpeaker(c: Context, { d, noun, named }: Description): Answer {
  const { i, discourse } = c;
  // "Ministry spokesperson Maly Socheata", after the minister of the same state has spoken
  const continued = named || /spokes|ministry/.test(noun) ? discourse.lastGovernment(i, 1) : null;
  const goesOn = continued !== null && discourse.goesOn(i) && !contradicts(c, d);
  return named && discourse.where.home && !goesOn ? [discourse.where.home] : continued;
}

/** "Information Minister Tariq Malik |dismissed| the reports" */
const contradicts = (c: Context, d: MentionDraft): boolean =>
  isSubject(c.s, d) && isVerbOf(c, "contradicting", c.s.head[d.head]!);

/** "Myanmar's junta could not be reached. |State television| had reported …": of whom the paragraph was just about. */
export function ofWhomItCarries({ i, discourse, lexicon }: Context, { noun, named }: Description): Answer {
  const body = !named && isWord(lexicon, "state_media", noun) ? discourse.actingBody(i) : null;
  return body?.[0]?.code && isState(body[0]) ? body.map(asState) : null;
}

/** "the prime minister": of the state that the report is about, whoever acted last. */
export function ofMainState(c: Context, { d, noun, named }: Description): Answer {
  const { i, discourse, lexicon } = c;
  // "KYIV — Russian drones struck Odesa. |The air force| said": others' are called theirs
  const isHomes = !named && isWord(lexicon, "of_the_dateline", noun);
  if (isHomes && discourse.where.home) return [discourse.where.home];
  const ofMain = /^(?:deputy )?prime minister$/.test(noun) && !named;
  const recent =
    named || (isWithin(lexicon, "diplomatic", noun) && !ofMain) ? discourse.actingState(i) : null;
  const found = recent?.parties.map(asState) ?? discourse.where.mainState();
  return found === null || found.some((p) => isGuestOf(c, d, p)) ? "nobody" : found;
}

/** "The minister for Central Asia visited Turkey", "In Turkey, Minister |Lee| met officials" after that: a minister, and not of Turkey. */
function isGuestOf(c: Context, d: MentionDraft, state: NamedParty): boolean {
  const { s, i, sentences } = c;
  const surname = d.person?.slice(d.person.lastIndexOf(" ") + 1);
  return sentences.slice(0, i + 1).some((x, k) => {
    const named = surname === undefined ? [] : x.form.flatMap((f, t) => (f === surname ? [t] : []));
    return [...(x === s ? [d.head] : []), ...named].some((t) => visits(c, k, t, state));
  });
}

/** Whether a token is the subject of a verb of visiting that names the state behind it. */
function visits(
  { sentences, lexicon, mentions }: Context,
  k: number,
  token: number,
  state: NamedParty,
): boolean {
  const s = sentences[k]!;
  // "Ann |Lee|, the adviser, will travel to Kenya", "Ann Lee, |the adviser|, …"
  let of = token;
  while (/^(?:appos|flat)$/.test(baseRelation(s, of)) && s.head[of]! >= 0) of = s.head[of]!;
  const verb = s.head[of]!;
  if (verb < 0 || baseRelation(s, of) !== "nsubj") return false;
  if (!isWord(lexicon, "visiting", s.lemma[verb]!.toLowerCase())) return false;
  return (mentions[k] ?? []).some((m) => m.from > verb && m.parties.some((p) => p.country === state.code));
}
