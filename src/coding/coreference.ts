import type { Sentence } from "../language/sentence.js";
import { baseRelation, child } from "../language/tree.js";
import { Discourse, type Entity, type Spoken } from "./discourse.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import type { ParsedReport } from "./parsed-report.js";
import type { NamedParty } from "./party-forms.js";
import { isPossessive, lower } from "./party-items.js";
import { countryOfPlace, isWord, type PartyLexicon } from "./party-lexicon.js";
import { linkPersons, saidOfOneself } from "./persons.js";

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
  const dateline =
    parsed.report.datelinePlace === null ? null : countryOfPlace(lexicon, parsed.report.datelinePlace);
  const discourse = new Discourse(parsed, dateline, lexicon.neighbours, (kind, word) =>
    isWord(lexicon, kind, word),
  );
  const resolved = parsed.sentences.map((s, i) => {
    const drafts = withAnaphors(s, parsed.mentions[i]!);
    const out: MentionDraft[] = [];
    // A quotation's "we" is who is said to speak after it; such a speaker is resolved first.
    const late: MentionDraft[] = [];
    for (const d of drafts) {
      if (d.kind === "anaphor" && isSpeakersWord(s, d)) {
        late.push(d);
        continue;
      }
      const m = resolveOne(
        { s, i, discourse, lexicon, sentences: parsed.sentences, mentions: parsed.mentions, out },
        d,
      );
      if (!m) continue;
      out.push(m);
      discourse.see(s, i, m);
    }
    for (const d of late) {
      const speaker = speakerOf(s, out, lexicon) ?? discourse.lastSpeaker(i);
      if (speaker) out.push(filled(s, d, speaker));
    }
    const said = speakerOf(s, out, lexicon);
    if (said) discourse.spoke(i, said);
    discourse.finish(s, i, out);
    return out.sort((a, b) => a.from - b.from);
  });
  return linkPersons(parsed, resolved, lexicon);
}

const PERSON = /^(he|she|him|his|her)$/;
/** "His Excellency", "Her Majesty" */
const STYLED = /^(excellency|majesty|highness|holiness|eminence|grace)$/;
const GROUP = /^(they|them|their)$/;
const THING = /^(it|its)$/;
const SPEAKER = /^(we|our|us|i|my|me)$/;
const PAIR_NOUN =
  /^(sides?|countries|nations|states|neighbours|neighbors|governments|capitals|armies|militaries|parties|rivals|belligerents|foes|powers|forces|factions|groups|leaders|presidents|delegations|ministers|generals|camps|republics|peoples|allies|enemies|warring|combatants)$/;
/** "each army", "either side". */
const PAIR_ONE =
  /^(side|country|nation|state|neighbour|neighbor|government|capital|army|military|party|rival|force|faction|leader|president|delegation)$/;
/** Nouns that can only mean states. */
const STATE_PAIR = /^(countries|nations|neighbours|neighbors|states|capitals|republics|presidents)$/;

/** "the two leaders" are persons who were named together. */
const PERSON_PAIR = /^(leaders|presidents|ministers|generals|commanders)$/;

/** Adds pronouns and phrases that stand for parties to the mentions of a sentence; in order. */
function withAnaphors(s: Sentence, mentions: readonly MentionDraft[]): MentionDraft[] {
  const out: MentionDraft[] = [];
  const taken = new Uint8Array(s.form.length);
  const add = (from: number, to: number, head: number): void => {
    taken.fill(1, from, to);
    out.push(mention(s, { from, to, kind: "anaphor", parties: [], agent: true, head }));
  };
  // "the two countries" before "countries"
  for (let t = 0; t < s.form.length; t++) {
    const pair = pairAt(s, t);
    if (!pair || mentions.some((m) => m.from < pair.to && t < m.to && (m.settled || m.person !== null)))
      continue;
    add(t, pair.to, pair.head);
    t = pair.to - 1;
  }
  for (const m of mentions) {
    if (taken.subarray(m.from, m.to).some((x) => x === 1)) continue;
    taken.fill(1, m.from, m.to);
    out.push(m);
  }
  for (let t = 0; t < s.form.length; t++) {
    if (taken[t]) continue;
    const word = lower(s, t);
    if (/^(neighbours|neighbors|neighbour|neighbor)$/.test(word)) {
      const from = s.xpos[t - 1] === "PRP$" && !taken[t - 1] ? t - 1 : t;
      add(from, t + 1, t);
      continue;
    }
    if (/^(his|her)$/.test(word) && STYLED.test(lower(s, t + 1)) && !/^\p{Lu}/u.test(s.form[t + 2] ?? "")) {
      add(t, t + 2, t + 1);
      t++;
      continue;
    }
    if (s.xpos[t] === "PRP$" || s.upos[t] === "PRON") {
      if (PERSON.test(word) || GROUP.test(word) || SPEAKER.test(word)) {
        if (s.xpos[t] === "PRP$" && /^(neighbours|neighbors|neighbour|neighbor)$/.test(lower(s, t + 1)))
          continue;
        add(t, t + 1, t);
      } else if (THING.test(word) && !isExpletive(s, t)) {
        if (s.xpos[t] === "PRP$" && /^(neighbours|neighbors|neighbour|neighbor)$/.test(lower(s, t + 1)))
          continue;
        add(t, t + 1, t);
      }
    }
    if (word === "the" && /^(former|latter)$/.test(lower(s, t + 1)) && !isNominalAfter(s, t + 2))
      add(t + 1, t + 2, t + 1);
  }
  return out.sort((a, b) => a.from - b.from);
}

const isNominalAfter = (s: Sentence, t: number): boolean =>
  s.upos[t] === "NOUN" || s.upos[t] === "PROPN" || s.upos[t] === "ADJ";

/** "it" that stands for nothing, or for a matter: not a subject of a doing. */
function isExpletive(s: Sentence, t: number): boolean {
  if (s.xpos[t] === "PRP$") return false;
  const relation = baseRelation(s, t);
  if (relation !== "nsubj") return true;
  const head = s.head[t]!;
  if (head < 0 || s.upos[head] !== "VERB") return true;
  return /^(be|seem|appear|happen|remain|become|take|come|mean|follow|matter|depend|occur|emerge|rain|start|begin|end|last|cost|erupt)$/.test(
    s.lemma[head]!,
  );
}

/** "both sides", "the two neighbouring countries", "each other": tokens and head; null where none begins. */
function pairAt(s: Sentence, t: number): { to: number; head: number } | null {
  const word = lower(s, t);
  if (word === "each" && lower(s, t + 1) === "other") return { to: t + 2, head: t + 1 };
  if (word === "one" && lower(s, t + 1) === "another") return { to: t + 2, head: t + 1 };
  if (!/^(both|two|either|neither|each|all)$/.test(word) && !isPairAdjective(word)) return null;
  // "urged |both| to resume talks", "|both| have agreed"
  if (word === "both" && (t + 1 === s.form.length || /^(PART|PUNCT|AUX|VERB)$/.test(s.upos[t + 1]!)))
    return { to: t + 1, head: t };
  // "two village leaders" are anybody's
  if (word === "two" && !/^(the|these|those|both|its|their|between|of)$/.test(lower(s, t - 1))) return null;
  // "all sides", "the warring parties"; "all countries" are more than two
  if (
    word === "all" &&
    !/^(sides|parties|belligerents|factions)$/.test(lower(s, t + (isPairAdjective(lower(s, t + 1)) ? 2 : 1)))
  )
    return null;
  let k = t;
  while (k < s.form.length && k < t + 6) {
    // "the two warring |parties|"
    const before = lower(s, k) === "warring" && PAIR_NOUN.test(lower(s, k + 1));
    if (
      k > t &&
      !before &&
      (word === "each" || word === "either" || word === "neither" ? PAIR_ONE : PAIR_NOUN).test(lower(s, k))
    ) {
      if (
        isPairAdjective(word) &&
        !STATE_PAIR.test(lower(s, k)) &&
        lower(s, k) !== "parties" &&
        lower(s, k) !== "sides"
      )
        return null;
      // "fired from both sides of the road"
      if (
        /^sides?$/.test(lower(s, k)) &&
        lower(s, k + 1) === "of" &&
        !/^(?:the )?(?:conflict|war|dispute|divide|aisle|fight|fighting)$/.test(
          `${lower(s, k + 2)} ${lower(s, k + 3)}`,
        )
      )
        return null;
      return { to: k + 1, head: k };
    }
    const w = s.upos[k];
    if (
      !(
        k === t ||
        w === "ADJ" ||
        w === "NUM" ||
        w === "DET" ||
        w === "NOUN" ||
        w === "VERB" ||
        s.form[k] === "-" ||
        lower(s, k) === "of"
      )
    )
      break;
    k++;
  }
  // "both" alone: as subject or object, not "both … and …"
  if (
    word === "both" &&
    s.upos[t] !== "CCONJ" &&
    !isNominalAfter(s, t + 1) &&
    /^(nsubj|obj|iobj|obl)/.test(s.relation[t]!)
  )
    return { to: t + 1, head: t };
  return null;
}

const isPairAdjective = (word: string): boolean =>
  /^(neighbouring|neighboring|warring|feuding|rival)$/.test(word);

function isSpeakersWord(s: Sentence, d: MentionDraft): boolean {
  return SPEAKER.test(lower(s, d.from));
}

function filled(
  s: Sentence,
  d: MentionDraft,
  by: { parties: readonly NamedParty[]; person: string | null },
): MentionDraft {
  const made = mention(s, {
    from: d.from,
    to: d.to,
    kind: d.kind,
    parties: by.parties.map(plain),
    agent: d.agent,
    person: by.person,
    role: d.role,
    possessor: d.possessor,
    definite: d.definite,
    head: d.head,
  });
  return made;
}

const plain = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: p.sector });

/** The mention that is subject of a verb of saying in a sentence. */
function speakerOf(s: Sentence, mentions: readonly MentionDraft[], lexicon: PartyLexicon): Spoken | null {
  const spoken = (m: MentionDraft): Spoken => ({
    parties: m.parties,
    person: m.person,
    office: m.person === null && m.role?.kind === "office" && !m.role.plural && m.parties[0]?.code !== null,
  });
  for (const m of mentions) {
    if (m.parties.length === 0 || SPEAKER.test(lower(s, m.from))) continue;
    const h = s.head[m.head]!;
    if (h >= 0 && baseRelation(s, m.head) === "nsubj" && isWord(lexicon, "saying", s.lemma[h]!))
      return spoken(m);
    // the surface, where the tree is off: "… ," X said
    const next = lower(s, m.to);
    const before = lower(s, m.from - 1);
    if (
      /^(said|says|told|added|wrote)$/.test(next) ||
      (/^(said|says|added)$/.test(before) && /^[.,"”]?$/.test(s.form[m.to] ?? ""))
    )
      return spoken(m);
  }
  const according = s.form.findIndex((f, t) => f.toLowerCase() === "according" && lower(s, t + 1) === "to");
  if (according >= 0) {
    const m = mentions.find((x) => x.from >= according + 2 && x.from <= according + 4);
    if (m && m.parties.length > 0) return spoken(m);
  }
  return null;
}

interface Context {
  readonly s: Sentence;
  readonly i: number;
  readonly discourse: Discourse;
  readonly lexicon: PartyLexicon;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly (readonly MentionDraft[])[];
  /** Mentions of this sentence before this one, resolved. */
  readonly out: readonly MentionDraft[];
}

function resolveOne(c: Context, d: MentionDraft): MentionDraft | null {
  const { s } = c;
  if (d.kind === "anaphor") return resolvePronoun(c, d);
  if (d.settled) return d;
  if (d.role === null) return d.person === null ? d : nameOfOffice(c, d);
  if (d.possessor >= 0) return resolvePossessed(c, d);
  const by = apposed(c, d) ?? employer(c, d) ?? resolveDescription(c, d) ?? shortened(c, d);
  if (by) return withParty(s, d, by);
  // "countries", "the sides": nobody, rather than somebody unknown
  if (/^(country|nation|state|side|party|capital|republic|kingdom)$/.test(d.role.noun))
    return { ...d, parties: [] };
  return d;
}

/** `Pakistan's defence minister has said. "…," |Khalid Anwar| told …`: a bare name that speaks right after a nameless office is its name. */
function nameOfOffice({ s, i, discourse, lexicon }: Context, d: MentionDraft): MentionDraft {
  const verb = s.head[d.head]!;
  const speaks =
    verb >= 0 &&
    baseRelation(s, d.head) === "nsubj" &&
    isWord(lexicon, "saying", s.lemma[verb]!) &&
    verb >= d.to;
  if (!speaks || !d.person!.includes(" ") || /^[,(]$/.test(s.form[d.to] ?? "")) return d;
  const known = discourse.samePerson(d.person!);
  const parties = known ? known.parties : discourse.namelessOffice(i);
  return parties ? filled(s, d, { parties, person: d.person }) : d;
}

/** "the NUF, a little-known rebel group,": the name before the comma. */
function apposed(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  const { s } = c;
  let t = d.from - 1;
  while (t > 0 && (/^(DET|ADJ|ADV)$/.test(s.upos[t]!) || s.form[t] === "-")) t--;
  if (s.form[t] !== "," || !/^(a|an|the)$/.test(lower(s, t + 1)) || d.person !== null) return null;
  const name = c.out.find((m) => m.to === t && m.kind === "name" && m.settled);
  if (!name || !/^([,.;)–—-]|that|which|who|based)$/.test(lower(s, d.to))) return null;
  const isState = name.parties[0]!.code === name.parties[0]!.country;
  return isGroupNoun(d.role!.sector, d.role!.noun) !== isState ? name.parties.map(plain) : null;
}

/** "a spokesman |for the opposition|", "a member |of the team|", "an official with |the relief authority|": whom the words behind name. */
function employer(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  const { s, i, discourse } = c;
  const role = d.role!;
  // "a man identifying himself as a spokesman for the front"
  const next = (c.mentions[i] ?? []).find((m) => m.from > d.to && m.from <= d.to + 5 && m.role !== null);
  let before = (next?.from ?? 0) - 1;
  while (before > d.to && s.upos[before] === "DET") before--;
  if (next && saidOfOneself(s, before, c.lexicon) === d.to) {
    const claimed = next.settled ? next : resolveOne(c, next);
    return claimed?.parties[0]?.code ? claimed.parties.map(plain) : null;
  }
  if (!/^(office|people|relational)$/.test(role.kind) || !SERVES.test(role.noun)) return null;
  if (!/^(of|for|with|from)$/.test(lower(s, d.to))) return null;
  let t = d.to + 1;
  while (/^(DET|ADJ)$/.test(s.upos[t] ?? "") || s.xpos[t] === "PRP$") t++;
  const whom = (c.mentions[i] ?? []).find((m) => m.from >= d.to + 1 && m.from <= t && m.to > t);
  // "the head of the city's military administration"
  if (
    /^(city|town|region|district|province|state|oblast|county|municipality)$/.test(lower(s, t)) &&
    isPossessive(s, t + 1)
  ) {
    let last = t + 2;
    while (s.upos[last + 1] === "NOUN") last++;
    const place = OF_THE_STATE.test(lower(s, last)) ? discourse.placeNear(c, i, d.from) : null;
    if (place) return [place];
  }
  if (whom !== undefined && (whom.kind === "anaphor" || !whom.agent)) return null;
  const told =
    whom !== undefined && !whom.settled && whom.possessor < 0
      ? ofWhatIsTold(c, d, whom.role?.sector ?? null)
      : null;
  if (told) return told;
  const found = whom === undefined || whom.settled ? whom : resolveOne(c, whom);
  if (found?.parties.length === 1 && found.parties[0]!.code !== null) return found.parties.map(plain);
  let end = whom === undefined ? t + 1 : whom.to;
  while (s.upos[end - 1] === "NOUN" && s.upos[end] === "NOUN") end++;
  // "an official with the relief department |in Jammu|"
  const place = lower(s, end) === "in" ? (c.mentions[i] ?? []).find((m) => m.from === end + 1) : undefined;
  const country = place?.role === null ? (place.parties[0]?.country ?? null) : null;
  if (country !== null && OF_THE_STATE.test(lower(s, end - 1)))
    return [{ code: country, country, sector: null }];
  return lower(s, d.to + 1) === "the" ? (discourse.endingIn(i, lower(s, end - 1), 3)?.parties ?? null) : null;
}

/** "|the team|", "the mission", after "a United Nations team". */
function shortened({ s, i, discourse }: Context, d: MentionDraft): readonly NamedParty[] | null {
  if (
    !d.definite ||
    d.role!.plural ||
    d.person !== null ||
    lower(s, d.from - 1) !== "the" ||
    d.to - d.from !== 1
  )
    return null;
  const again = discourse.endingIn(i, d.role!.noun, 3);
  return again?.parties.length === 1 ? again.parties : null;
}

/** Bodies that states have in their towns. */
const OF_THE_STATE =
  /^(department|authority|authorities|directorate|office|administration|council|police|ministry|service|services|bureau|commission|municipality)$/;

/** Who speaks or acts for a body that the words behind name. */
const SERVES =
  /(?:spokes(?:man|woman|person)|official|officer|member|representative|adviser|commander|source|director|head|chief|worker)$/;

const isPerson = (m: MentionDraft): boolean =>
  m.person !== null || m.role?.kind === "office" || (m.role?.kind === "people" && !m.role.plural);

/** "Although |it| lost a helicopter, |the army| denied …": the subject of the main clause, where the clause before it opens the sentence. */
function subjectAhead(c: Context, d: MentionDraft): MentionDraft | null {
  const { s, i } = c;
  if (s.upos[0] !== "SCONJ" && !(s.xpos[0] === "VBG" && d.from < 12)) return null;
  const comma = s.form.indexOf(",", d.to);
  if (comma < 0 || c.out.some((m) => m.kind !== "anaphor" && m.agent && m.parties[0]?.code)) return null;
  let top = d.head;
  for (let steps = 0; s.head[top]! >= 0 && steps < 12; steps++) top = s.head[top]!;
  const main = (c.mentions[i] ?? []).find(
    (m) =>
      m.from > comma &&
      m.kind !== "anaphor" &&
      m.agent &&
      baseRelation(s, m.head) === "nsubj" &&
      s.head[m.head] === top,
  );
  if (!main) return null;
  const found = main.settled ? main : resolveOne(c, main);
  return found?.parties[0]?.code ? found : null;
}

function resolvePronoun(c: Context, d: MentionDraft): MentionDraft | null {
  const { s, i, discourse, lexicon, out } = c;
  const word = lower(s, d.from);
  const last = lower(s, d.to - 1);
  const ahead = subjectAhead(c, d);
  if (ahead && (PERSON.test(word) ? isPerson(ahead) : THING.test(word) && !isPerson(ahead)))
    return filled(s, d, { parties: ahead.parties, person: PERSON.test(word) ? ahead.person : null });
  if (/^neighbou?rs?$/.test(last)) return resolveNeighbours(s, i, d, discourse);
  if (word === "former" || word === "latter") {
    const pair = discourse.lastPair(i);
    return pair ? filled(s, d, { parties: [word === "former" ? pair[0] : pair[1]], person: null }) : null;
  }
  if (STYLED.test(last)) {
    const who = discourse.ownPerson() ?? discourse.person(s, i, d.from);
    return who ? filled(s, d, who) : { ...d, parties: [] };
  }
  if (PERSON.test(word)) {
    const who = discourse.person(s, i, d.from);
    return who ? filled(s, d, who) : { ...d, parties: [] };
  }
  if (THING.test(word)) {
    const spoken =
      saysAlone(s, d.from, lexicon) && !saidBefore(s, out, d.from, lexicon)
        ? discourse.lastInstitution(i, 2)
        : null;
    if (spoken) return filled(s, d, { parties: spoken, person: null });
    const harmed = s.xpos[d.from] === "PRP$" ? complainant(s, d.from, lexicon) : -1;
    const who =
      harmed >= 0 ? discourse.covering(i, harmed) : discourse.body(s, i, d.from, controllerOf(s, d.from));
    return who ? filled(s, d, { parties: who.parties, person: null }) : null;
  }
  if (GROUP.test(word)) {
    const who = discourse.several(s, i, d.from);
    return who ? filled(s, d, { parties: who.parties, person: who.plural ? null : who.person }) : null;
  }
  const persons = PERSON_PAIR.test(last) ? discourse.twoPersons(i, d.from) : null;
  const pair =
    persons ??
    // "each government": states before the groups in them
    (/^governments?$/.test(last) ? discourse.pair(i, d.from, true) : null) ??
    discourse.pair(i, d.from, STATE_PAIR.test(last));
  return pair ? filled(s, d, { parties: pair, person: null }) : { ...d, parties: [] };
}

/** "…, it added", "It said …": subject of a verb of saying in the main clause, which goes on with who spoke last. */
function saysAlone(s: Sentence, t: number, lexicon: PartyLexicon): boolean {
  const v = s.head[t]!;
  if (baseRelation(s, t) !== "nsubj" || v < t || v > t + 3 || !isWord(lexicon, "saying", s.lemma[v]!))
    return false;
  return t === 0 || /^[,"”'’]$/.test(s.form[t - 1]!);
}

/** `The ministry denied this: "…," it said`: the sentence has named who speaks. */
const saidBefore = (s: Sentence, out: readonly MentionDraft[], t: number, lexicon: PartyLexicon): boolean =>
  out.some(
    (m) =>
      m.to <= t &&
      m.parties.length > 0 &&
      baseRelation(s, m.head) === "nsubj" &&
      isWord(lexicon, "saying", s.lemma[s.head[m.head]!] ?? ""),
  );

/** "accused Kabul of letting its soil be used": the owner is who is accused, not the subject. Token of the verb, or -1. */
function controllerOf(s: Sentence, t: number): number {
  let v = s.head[t]!;
  for (let steps = 0; v >= 0 && steps < 6 && s.upos[v] !== "VERB"; steps++) v = s.head[v]!;
  if (v < 0 || v >= t || s.xpos[v] !== "VBG" || child(s, v, "nsubj") >= 0) return -1;
  return /^(of|for|from)$/.test(lower(s, v - 1)) ? v : -1;
}

/** "Armenia said that Azerbaijan had shelled its villages": token of the subject of the saying, or -1. */
function complainant(s: Sentence, t: number, lexicon: PartyLexicon): number {
  const noun = s.head[t]!;
  let v = noun < 0 ? -1 : s.head[noun]!;
  for (let steps = 0; v >= 0 && steps < 3 && s.upos[v] !== "VERB"; steps++) v = s.head[v]!;
  if (v < 0 || v > t || !isWord(lexicon, "harming", s.lemma[v]!)) return -1;
  const above = s.head[v]!;
  if (above < 0 || s.upos[above] !== "VERB" || !/^(ccomp|advcl|xcomp|acl)/.test(s.relation[v]!)) return -1;
  return child(s, above, "nsubj");
}

function resolveNeighbours(
  s: Sentence,
  i: number,
  d: MentionDraft,
  discourse: Discourse,
): MentionDraft | null {
  const plural = /s$/.test(lower(s, d.to - 1));
  let of: NamedParty | null = null;
  if (s.xpos[d.from] === "PRP$") of = discourse.body(s, i, d.from, -1)?.parties[0] ?? null;
  else if (isPossessive(s, d.from - 1)) of = discourse.endingAt(i, d.from - 1)?.parties[0] ?? null;
  if (of?.country) {
    const others = discourse.neighboursOf(of.country, !plural);
    if (others.length > 0 && plural) return filled(s, d, { parties: others, person: null });
    if (others.length > 0) return filled(s, d, { parties: others.slice(0, 1), person: null });
    return null;
  }
  if (!plural) return null;
  const pair = discourse.pair(i, d.from, true);
  return pair ? filled(s, d, { parties: pair, person: null }) : null;
}

/** "its soldiers", "the country's army", "the group's spokesman". */
function resolvePossessed({ s, i, discourse, lexicon, mentions }: Context, d: MentionDraft): MentionDraft {
  const word = lower(s, d.possessor);
  if (word === "whose") {
    const before = discourse.endingAt(i, d.possessor) ?? discourse.endingAt(i, d.possessor - 1);
    return before ? withParty(s, d, before.parties) : d;
  }
  let owner: Entity | null = null;
  if (PERSON.test(word)) owner = discourse.person(s, i, d.possessor);
  else if (THING.test(word)) {
    const harmed = complainant(s, d.possessor, lexicon);
    owner =
      harmed >= 0
        ? discourse.covering(i, harmed)
        : discourse.body(s, i, d.possessor, controllerOf(s, d.possessor));
  } else if (GROUP.test(word)) owner = discourse.several(s, i, d.possessor);
  else if (/^(country|nation|republic|kingdom|state)$/.test(word)) owner = discourse.state(i);
  else if (isWord(lexicon, "kinds_of_place", word)) {
    const place = discourse.placeNear({ mentions }, i, d.from) ?? discourse.scene();
    if (place && OF_PLACES.has(d.role!.sector ?? d.parties[0]?.sector ?? "")) return withParty(s, d, [place]);
  } else if (isWord(lexicon, "lands", word)) {
    const place = discourse.placeNear({ mentions }, i, d.from) ?? discourse.scene();
    if (place) return withParty(s, d, [place]);
  } else if (/^(group|movement|organisation|organization|militia|outfit|front|alliance|party)$/.test(word))
    owner = discourse.group(i, null);
  // "the agency's chief of mission"
  else if (ORGANISATION.test(word)) owner = discourse.organisation(i);
  // "killed 4,000 people in Lebanon, according to |its authorities|": those are a state's, and of a group's nobody
  if (THING.test(word) && owner && owner.kind !== "state" && STATES_ONLY.test(d.role!.noun)) {
    const state = (mentions[i] ?? []).findLast(
      (m) =>
        m.to <= d.possessor &&
        m.role === null &&
        m.parties[0]?.country &&
        m.parties[0].code === m.parties[0].country,
    );
    if (state) return withParty(s, d, state.parties);
  }
  // "the junta's spokesman": the possessor is a mention itself
  owner ??= discourse.endingAt(i, d.possessor + 1);
  if (!owner || owner.parties.length === 0) return d;
  return withParty(s, d, owner.parties);
}

/** What only a state has. */
const STATES_ONLY = /^(authority|authorities|government|parliament|cabinet|police|embassy|.*ministry)$/;

/** "the province's governor", "the city's police" are of the state; "the town's residents" as well, its rebels are not. */
const OF_PLACES = new Set(["GOV", "COP", "JUD", "LEG", "MIL", "SPY", "MED"]);

/** Gives a description the side it was missing, with the sector of its own noun. */
function withParty(s: Sentence, d: MentionDraft, by: readonly NamedParty[]): MentionDraft {
  const role = d.role!;
  const parties = by.map((p): NamedParty => {
    const own = d.parties[0]?.sector ?? role.sector;
    const isState = p.code !== null && p.code === p.country;
    if (!isState) return { code: p.code, country: p.country, sector: p.sector ?? own };
    const outside = role.unaffiliated && !(p.sector === "GOV" && p.code === "AFG");
    return {
      code: outside ? null : p.code,
      country: p.country,
      sector: own === "UNK" || own === null ? p.sector : own,
    };
  });
  return filled(s, d, { parties, person: d.person });
}

const DIPLOMATIC =
  /(foreign|external affairs|ambassador|envoy|diplomat|representative|negotiator|delegat|spokes|embassy|ministry|minister|secretary of state)/;

function resolveDescription(c: Context, d: MentionDraft): readonly NamedParty[] | null {
  const { s, i, discourse, lexicon, mentions } = c;
  const role = d.role!;
  const noun = role.plural && role.noun === "authority" ? "authorities" : role.noun;
  if (d.person !== null) {
    const again = discourse.samePerson(d.person);
    if (again) return again.parties;
    // "HE Minister of State Khalid bin Hamad", from Doha: so an agency styles its own
    if (/^(his|her|he|hh|hm|hrh|h\.e\.)$/.test(lower(s, d.from)) && discourse.written)
      return [discourse.written];
  } else if (isOutsider(s, d, lexicon)) return null;
  else if (d.definite && !role.plural && role.kind !== "body" && role.kind !== "force") {
    const called = discourse.lastCalled(noun, i);
    if (called && called.parties[0]!.code === null) return null;
  }
  // "The President", in capitals: of the report's own country, where it tells of another's too
  if (d.definite && d.person === null && /^\p{Lu}/u.test(s.form[d.from]!)) {
    const own = discourse.ownOffice(noun);
    if (own) return own.parties;
  }
  const few = officeAt(s, d, lexicon) ?? lexicon.offices.get(noun);
  if (few) return ofFewStates(c, few);
  // "the regime": who was called so, not who speaks of it
  if (noun === "regime" && d.person === null) {
    const called = discourse.calledSo(i, noun);
    if (called) return called.parties;
    if (s.form.slice(d.from, d.to).some((f) => /^\p{Lu}/u.test(f))) return null;
  }
  if (/^(country|nation|republic|kingdom|state|capital)$/.test(noun)) {
    if (role.plural || !d.definite) return null;
    // "In the capital, a bomber struck": a place, of the country that is told of
    if (noun === "capital" && !d.agent) {
      const place = discourse.placeNear({ mentions }, i, d.from);
      return place ? [place] : discourse.mainState();
    }
    return discourse.state(i)?.parties ?? null;
  }
  if (noun === "side" || noun === "party")
    return role.plural && d.definite && lower(s, d.from - 1) === "the"
      ? discourse.pair(i, d.from, false)
      : null;
  const named = d.person !== null;
  if (isGroupNoun(role.sector, noun)) {
    if (!d.definite && !named) return announced(c, d);
    if (named) return null;
    const bloc = noun === "bloc" ? discourse.organisation(i) : null;
    if (bloc) return bloc.parties;
    // "the coalition": who was called so, never the group that it fights
    if (isWord(lexicon, "joint_bodies", noun)) return discourse.calledSo(i, noun)?.parties ?? null;
    const group = discourse.group(i, role.sector)?.parties ?? null;
    return (
      group ??
      (/^(group|organi[sz]ation|network)$/.test(noun) ? (discourse.organisation(i)?.parties ?? null) : null)
    );
  }
  if (d.definite && !named && ORGANISATION.test(noun)) {
    const body = discourse.organisation(i);
    if (body) return body.parties;
  }
  // "the council", after "the transitional council"
  if (d.definite && !named && ASSEMBLED.test(noun)) {
    const again = discourse.sameRole(i, noun, role.kind);
    if (again) return again.parties;
  }
  if (d.definite && !named && ONLY_OF_THE_UN.test(noun)) return [UN];
  if (d.definite && !named && OF_THE_UN.test(noun)) return discourse.organisation(i)?.parties ?? [UN];
  const institution = role.kind === "body" || role.kind === "force" || noun === "authorities";
  // "an army source": of the sector of the noun before
  const shown =
    role.kind === "relational" || role.sector === "UNK" ? (d.parties[0]?.sector ?? null) : role.sector;
  const official = shown !== null && /^(GOV|MIL|COP|LEG|JUD|SPY|IGO)$/.test(shown);
  if (!official && role.sector !== null && !named) return null;
  const told = named || !d.definite ? ofWhatIsTold(c, d, shown) : null;
  if (told) return told;
  // "the army and local police": of the same state
  const joined =
    institution && lower(s, d.from - 1) === "and" ? c.out.findLast((m) => m.to === d.from - 1) : null;
  if (
    !named &&
    joined?.role &&
    joined.parties[0]?.code &&
    joined.parties[0].code === joined.parties[0].country
  )
    return [asState(joined.parties[0])];
  if (isWord(lexicon, "of_the_place", noun) && (d.definite || institution || named || ofInstitution(s, d))) {
    // the same one again, before the place: "the governor" after "the governor of Kherson"
    // but "The regional governor, Alexander Bogomaz," is a new one, of the place named last
    const introduced = s.form[d.to] === "," && s.upos[d.to + 1] === "PROPN";
    const again = named || introduced || !d.definite ? null : discourse.sameRole(i, noun, role.kind);
    if (again) return again.parties;
    const place = discourse.placeNear({ mentions }, i, d.from) ?? discourse.scene();
    if (place) return [place];
  }
  if (!named && !d.definite && !institution && official && ofInstitution(s, d)) {
    // "a spokesman said", after "India's army said": of whom it was about
    const scene = discourse.scene();
    if (scene) return [scene];
  }
  // "a senior security official", "two military sources": of where the report was written
  // unless another's government has just spoken in the paragraph
  if (!named && !d.definite && official && discourse.home && OF_SECURITY.test(noun) && isPlainly(s, d)) {
    const spoke = discourse.goesOn(i) ? discourse.lastGovernment(i, 2) : null;
    if (spoke === null || spoke[0]!.code === discourse.home.code) return [discourse.home];
  }
  if (!named && !d.definite && ofWhoSpoke(s, d)) {
    const last = discourse.lastInstitution(i, 2) ?? discourse.actingBody(i);
    if (last) return last;
  }
  // "the provincial information office", "a regional spokesman": of the state in which the place lies
  if (
    !named &&
    isWord(lexicon, "of_a_part", lower(s, d.from)) &&
    (official || institution) &&
    (d.definite || institution)
  ) {
    const place = discourse.placeNear({ mentions }, i, d.from) ?? discourse.scene();
    if (place) return [place];
  }
  // "Prosecutors there said", after "Shells fell on Odesa"
  if (!named && lower(s, d.to) === "there") {
    const place = discourse.placeNear({ mentions }, i, d.from) ?? discourse.scene();
    if (place) return [place];
  }
  // "two army posts in northern Burkina Faso"
  if (!named && !d.agent && institution) {
    const place = discourse.placeNear({ mentions }, i, d.from);
    if (place) return [place];
  }
  // "In Ethiopia, the government accused Eritrea"
  // "In Niger's Tillaberi region, …, the interior ministry", "In neighbouring South Sudan, government soldiers"
  if (!named && institution && (d.definite || OF_A_STATE.test(noun)) && /^(in|across)$/.test(lower(s, 0))) {
    const comma = s.form.indexOf(",");
    const place = (mentions[i] ?? []).find(
      (m) => m.to <= comma && m.to <= 6 && m.role === null && m.parties[0]?.country,
    );
    const country = place?.parties[0]?.country;
    if (country && comma <= d.from) return [{ code: country, country, sector: null }];
  }
  // the same person or body again: "the envoy", "the ministry"
  if (!named && d.definite) {
    const again = discourse.sameRole(i, noun, role.kind);
    if (again) return again.parties;
  }
  const asListed = lower(s, d.to - 1) === noun.split(" ").at(-1);
  if (
    !named &&
    !d.definite &&
    !(
      institution &&
      asListed &&
      /^(police|authorities|parliament|foreign ministry|foreign office|defence ministry|defense ministry|health ministry|interior ministry|state media|state television|state tv|state radio|state broadcaster|state news agency|government|government forces|government troops|government soldiers|security forces|military|army|air force|coast guard)$/.test(
        noun,
      )
    )
  )
    return null;
  if (role.kind === "people" && !named && !(role.sector === "JUD" && d.definite)) return null;
  if (isWord(lexicon, "needs_side", noun) && !named && shown !== "GOV") return null;
  if (!official && !named) return null;
  // "Ministry spokesperson Maly Socheata", after the minister of the same state has spoken
  const continued = named || /spokes|ministry/.test(noun) ? discourse.lastGovernment(i, 1) : null;
  // "Kabul rejected this. |Information Minister Tariq Malik| dismissed the denial", from Islamabad: an office without a country is of
  // where the report was written, unless its government has just spoken in the same paragraph
  const goesOn = continued !== null && discourse.goesOn(i) && !contradicts(s, d, lexicon);
  if (named && discourse.home && !goesOn) return [discourse.home];
  if (continued) return continued;
  // "Myanmar's junta could not be reached. |State television| had reported …": of whom the paragraph was just about
  const carries =
    !named && /^(state (media|television|tv|radio|broadcaster|news agency)|official news agency)$/.test(noun);
  const body = carries ? discourse.actingBody(i) : null;
  if (body?.[0]?.code && body[0].code === body[0].country) return body.map(asState);
  // "the prime minister": of the state that the report is about, whoever acted last
  const ofMain = /^(?:deputy )?prime minister$/.test(noun) && !named;
  const recent = named || (DIPLOMATIC.test(noun) && !ofMain) ? discourse.actingState(i) : null;
  const found = recent?.parties.map(asState) ?? discourse.mainState();
  return found?.some((p) => isGuestOf(c, d, p)) ? null : found;
}

/** "a |Foreign Office| spokesman", "the |Secretary of State for| Wales": the states with the longest office that the words begin with. */
function officeAt(s: Sentence, d: MentionDraft, lexicon: PartyLexicon): readonly string[] | undefined {
  for (let k = d.from; k < d.to; k++) {
    const words = `${s.form
      .slice(k, k + 6)
      .join(" ")
      .toLowerCase()} `;
    const found = [...lexicon.offices.keys()].filter((office) => words.startsWith(`${office} `));
    if (found.length > 0) return lexicon.offices.get(found.sort((a, b) => b.length - a.length)[0]!);
  }
  return undefined;
}

/** "The minister for Central Asia visited Turkey": a minister, and not of Turkey. */
function isGuestOf({ s, i, lexicon, mentions }: Context, d: MentionDraft, state: NamedParty): boolean {
  const verb = s.head[d.head]!;
  if (verb < 0 || baseRelation(s, d.head) !== "nsubj") return false;
  if (!isWord(lexicon, "visiting", s.lemma[verb]!.toLowerCase())) return false;
  return (mentions[i] ?? []).some((m) => m.from > verb && m.parties.some((p) => p.country === state.code));
}

/** "|Foreign Secretary| Ellen Marsh": of the one state with such an office that the report names, of several the one it is about. */
function ofFewStates({ discourse, mentions }: Context, few: readonly string[]): readonly NamedParty[] | null {
  const has = (code: string) =>
    mentions.some((list) => list.some((m) => m.parties.some((p) => p.country === code)));
  const named = few.filter(has);
  const state = named.length === 1 ? named[0]! : few.length === 1 ? few[0]! : null;
  if (state !== null) return [{ code: state, country: state, sector: null }];
  const main = discourse.mainState();
  return main?.some((p) => named.includes(p.code ?? "")) ? main : null;
}

/**
 * "Kinshasa has put off the talks, |a minister| said", "Turkish Foreign Minister Fidan spoke to both, |ministry sources| said": an
 * official who tells of it in the end is of whom it is told, unless those attack: then of where it happens. An official quoted right
 * after a government has spoken is that government's.
 */
function ofWhatIsTold(c: Context, d: MentionDraft, sector: string | null): readonly NamedParty[] | null {
  const { s, i, discourse, lexicon, out } = c;
  const vowed = ofWhatIsVowed(c, d);
  if (vowed) return vowed;
  if (!speaksHere(s, d, lexicon)) return null;
  const subjects = out.filter(
    (m) =>
      m.to < d.from &&
      m.agent &&
      baseRelation(s, m.head) === "nsubj" &&
      !isWord(lexicon, "saying", s.lemma[s.head[m.head]!] ?? "") &&
      m.parties[0]?.code === m.parties[0]?.country,
  );
  // `"If Manila insists, |China| will answer," the spokeswoman said`: of the main clause
  const subject = subjects.find((m) => s.head[s.head[m.head]!] === s.head[d.head]) ?? subjects[0];
  const quoted = /^["“]$/.test(s.form[0] ?? "") && d.from > 1;
  const state = subject?.parties.length === 1 ? subject.parties[0]! : null;
  if (state?.code) {
    const verb = s.lemma[s.head[subject!.head]!] ?? "";
    const hostile = ["opposing", "harming", "hostile"].some((kind) => isWord(lexicon, kind, verb));
    const scene = discourse.scene()?.code === state.code;
    const seat = subject!.kind === "name" && state.sector === "GOV";
    // what a state did may be told by its neighbour's customs officer, but hardly what its envoy did
    const official = subject!.person !== null || subject!.role?.sector === "GOV";
    const central = isWord(lexicon, "of_the_centre", d.role!.noun) && sector === "GOV";
    const vows =
      quoted && s.form.slice(subject!.to, s.head[subject!.head]).some((f) => /^(will|shall|must)$/i.test(f));
    const own = official || vows || seat || central || d.person !== null;
    if (own && (scene || (!hostile && (sector === "GOV" || seat)))) return [asState(state)];
  }
  if (d.person !== null) return null;
  return quoted ? discourse.lastGovernment(i, 1) : null;
}

/** "Information Minister Tariq Malik |dismissed| the reports" */
const contradicts = (s: Sentence, d: MentionDraft, lexicon: PartyLexicon): boolean =>
  baseRelation(s, d.head) === "nsubj" && isWord(lexicon, "contradicting", s.lemma[s.head[d.head]!] ?? "");

/** "a Western |diplomat|", "a |European| official": of none of the sides. */
const isOutsider = (s: Sentence, d: MentionDraft, lexicon: PartyLexicon): boolean =>
  !d.definite &&
  (isWord(lexicon, "outside_nouns", d.role!.noun) || isWord(lexicon, "outside", lower(s, d.from)));

/** "Home Minister Jahangir Chowdhury said |Dhaka would| lodge a protest": what a state will do is told by its own. */
function ofWhatIsVowed({ s, i, lexicon, mentions }: Context, d: MentionDraft): readonly NamedParty[] | null {
  const verb = s.head[d.head]!;
  if (verb < d.to || baseRelation(s, d.head) !== "nsubj" || !isWord(lexicon, "saying", s.lemma[verb]!))
    return null;
  const m = (mentions[i] ?? []).find((x) => x.from > verb && x.agent && baseRelation(s, x.head) === "nsubj");
  const p = m?.settled && m.role === null && m.parties.length === 1 ? m.parties[0]! : null;
  if (!p?.code || p.code !== p.country || s.head[s.head[m!.head]!] !== verb) return null;
  return /^(would|will|shall|stood|stands)$/.test(lower(s, m!.to)) ? [asState(p)] : null;
}

/** Subject of a saying or object of "according to", after what is said. */
function speaksHere(s: Sentence, d: MentionDraft, lexicon: PartyLexicon): boolean {
  let t = d.from - 1;
  while (t > 0 && /^(DET|NUM|ADJ)$/.test(s.upos[t]!)) t--;
  if (lower(s, t) === "to" && lower(s, t - 1) === "according") return t > 2;
  if (!/^[,"”]$/.test(s.form[t] ?? "")) return false;
  const h = s.head[d.head]!;
  return h > d.head && baseRelation(s, d.head) === "nsubj" && isWord(lexicon, "saying", s.lemma[h]!);
}

/** Sentences from the first that count as a lead, and after it in which what it announces is named. */
const LEAD = 2;

/** "an ethnic armed group said", in a lead: the armed group that the next sentences name as their subject. */
function announced(
  { s, i, mentions, sentences, lexicon }: Context,
  d: MentionDraft,
): readonly NamedParty[] | null {
  let verb = d.to;
  while (
    verb < s.form.length &&
    verb < d.to + 12 &&
    s.form[verb] !== "," &&
    !isWord(lexicon, "saying", s.lemma[verb]!)
  )
    verb++;
  const speaks = isWord(lexicon, "saying", s.lemma[verb] ?? "");
  if (i >= LEAD || d.role!.plural || !speaks) return null;
  for (let k = i + 1; k <= i + LEAD && k < mentions.length; k++) {
    const name = mentions[k]!.find(
      (m) =>
        m.kind === "name" &&
        m.settled &&
        m.parties[0]!.code !== m.parties[0]!.country &&
        isGroupNoun(m.parties[0]!.sector, "") &&
        baseRelation(sentences[k]!, m.head) === "nsubj",
    );
    if (name) return name.parties.map(plain);
  }
  return null;
}

const OF_SECURITY =
  /^(?:security|intelligence|customs|border|military|army|police|defen[cs]e) (?:official|source|officer)$/;

/** No word before the noun but a rank: "a senior security official", not "a maritime security source". */
const isPlainly = (s: Sentence, d: MentionDraft): boolean =>
  (d.role!.noun.startsWith(lower(s, d.from)) && s.upos[d.from - 1] !== "ADJ") ||
  /^(?:senior|top|local|unnamed|ranking|high-ranking)$/.test(lower(s, d.from));

/** "a government spokesman", "an army officer", "a local administrator": somebody of one institution of the place. */
const ofInstitution = (s: Sentence, d: MentionDraft): boolean =>
  /^(army|military|police|government|junta|presidential|parliamentary|interior|defence|defense|foreign|health|local|provincial|district|regional|municipal|state)$/.test(
    lower(s, d.from),
  ) ||
  /^(army|military|police|government|junta)\b/.test(d.role!.noun) ||
  /^(administrator|prefect|mayor|governor|commissioner)$/.test(d.role!.noun);

/** "a spokesman", "a ministry official": of the body that the report was just about. */
const ofWhoSpoke = (s: Sentence, d: MentionDraft): boolean =>
  d.to - d.from === 1
    ? /^spokes(man|woman|person)$/.test(d.role!.noun)
    : /^(ministry|department|agency|command|directorate|office)$/.test(lower(s, d.from)) &&
      SERVES.test(d.role!.noun);

/** Forces and bodies that every state has, named without an article. */
const OF_A_STATE =
  /^(police|authorities|government forces|government troops|government soldiers|security forces|soldiers|troops|military|army)$/;

const ORGANISATION =
  /^(agency|organisation|organization|watchdog|charity|bloc|regional bloc|rights group|human rights group|aid group|aid agency|monitoring group|war monitor|network|world body|peacekeeping mission|observer mission|monitoring mission)$/;

const ASSEMBLED = /^(council|committee|commission|assembly|command|court)$/;

/** Offices that the United Nations have where no other organisation is told of. */
const OF_THE_UN =
  /^(secretary-general|secretary general|under-secretary-general|undersecretary-general|special rapporteur)$/;

const ONLY_OF_THE_UN = /^(humanitarian coordinator|resident coordinator|emergency relief coordinator)$/;

const UN: NamedParty = { code: "UN", country: null, sector: "IGO" };

const asState = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: null });

const isGroupNoun = (sector: string | null, noun: string): boolean =>
  sector === "REB" ||
  sector === "PRM" ||
  sector === "CRM" ||
  sector === "PTY" ||
  sector === "OPP" ||
  /^(group|movement|organisation|organization|outfit|network|alliance|coalition|paramilitary)$/.test(noun);
