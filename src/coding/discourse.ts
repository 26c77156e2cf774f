import { lower, type Sentence } from "../language/sentence.js";
import { type Entity, entityOf, hasCode, type Spoken } from "./entity.js";
import type { MentionDraft } from "./mention-draft.js";
import type { WordTest } from "./opposition.js";
import type { ParsedReport } from "./parsed-report.js";
import { isOnlooker } from "./party.js";
import { type NamedParty, stateOf } from "./party-forms.js";
import { clauseSubject, doerOver, quotedBefore } from "./pronoun-clauses.js";
import { Quarrel } from "./quarrel.js";
import { Scene, type Setting } from "./scene.js";

/** Classes of words for the same office: the first that holds a noun counts. */
const OFFICES = [
  "envoys",
  "spokespeople",
  "heads_of_states",
  "commanders",
  "ministers",
  "armies",
  "governors",
  "heads_of_bodies",
];

/** Sectors of forces that serve a state: none of these is "the group" where another is told of. */
const OF_A_STATE = new Set(["GOV", "MIL", "PRM", "COP", "SPY"]);

/**
 * What a report has named up to a point, and what a word there may point back to. Filled while reading; all choices are
 * by recency and grammatical role, ties go to the later one.
 */
export class Discourse {
  private readonly seen: Entity[] = [];
  /** `seen` by sentence. */
  private readonly seenIn = new Map<number, Entity[]>();
  /** Place in `seen` of the last mention of each country. */
  private readonly lastSeen = new Map<string, number>();
  private readonly speakers: (Spoken & { sentence: number })[] = [];
  private readonly sentences: readonly Sentence[];
  private readonly passageOf: readonly number[];
  private readonly quarrel: Quarrel;
  /** Where the report is set. */
  readonly where: Scene;

  constructor(
    parsed: Pick<ParsedReport, "sentences" | "passageOf"> & {
      readonly mentions: readonly (readonly MentionDraft[])[];
    },
    private readonly setting: Setting,
    private readonly neighbours: ReadonlyMap<string, readonly string[]>,
    private readonly is: WordTest,
  ) {
    this.sentences = parsed.sentences;
    this.passageOf = parsed.passageOf;
    this.quarrel = new Quarrel(parsed.sentences, parsed.mentions, this.seenIn, neighbours, is);
    this.where = new Scene(parsed, setting, this.quarrel, is);
  }

  /** Takes the pairs of a sentence anew, now that its mentions are resolved. */
  finish(s: Sentence, sentence: number, mentions: readonly MentionDraft[]): void {
    this.quarrel.finish(s, sentence, mentions);
  }

  /** The two between which the passage is: "both sides". */
  pair(sentence: number, token: number, states: boolean): readonly NamedParty[] | null {
    return this.quarrel.pair(sentence, token, states, this.where.stage);
  }

  /** "the latter": the two named side by side last. */
  lastPair(sentence: number): readonly [NamedParty, NamedParty] | null {
    return this.quarrel.lastPair(sentence);
  }

  /** "the two delegations": the two that were told to meet. */
  talkers(sentence: number, token: number): readonly NamedParty[] | null {
    return this.quarrel.talkers(sentence, token);
  }

  private quotedTokens: { sentence: number; inside: (t: number) => boolean } | null = null;

  private inQuotes(s: Sentence, sentence: number, token: number): boolean {
    if (this.quotedTokens?.sentence !== sentence)
      this.quotedTokens = { sentence, inside: quotedBefore(s, s.form.length) };
    return this.quotedTokens.inside(token);
  }

  see(s: Sentence, sentence: number, m: MentionDraft): void {
    if (m.parties.length === 0) return;
    const entity = entityOf(s, sentence, m, this.inQuotes(s, sentence, m.from), this.is);
    for (const p of m.parties) if (p.country !== null) this.lastSeen.set(p.country, this.seen.length);
    this.seen.push(entity);
    const here = this.seenIn.get(sentence);
    if (here) here.push(entity);
    else this.seenIn.set(sentence, [entity]);
  }

  spoke(sentence: number, who: Spoken): void {
    this.speakers.push({ sentence, ...who });
  }

  /** Whether the one who spoke last did so in the paragraph of a sentence. */
  goesOn(sentence: number): boolean {
    const last = this.speakers.at(-1);
    return last !== undefined && this.isOneParagraph(last.sentence, sentence);
  }

  isOneParagraph(a: number, b: number): boolean {
    return this.passageOf[a] === this.passageOf[b];
  }

  /** `Pakistan's defence minister has said. "…," |Khalid Anwar| told …`: an office that spoke just before and has no name yet. */
  namelessOffice(sentence: number): readonly NamedParty[] | null {
    const last = this.speakers.at(-1);
    return last?.office && sentence - last.sentence <= 3 && sentence > last.sentence ? last.parties : null;
  }

  /** Whoever was last called by a noun, of a side or not: "the diplomat", after "a Western diplomat". */
  lastCalled(noun: string, sentence: number): Entity | null {
    return this.seen.findLast((e) => e.noun === noun && !e.plural && sentence - e.sentence <= 6) ?? null;
  }

  /** Whoever was last called by a noun in the plural: "one of the diplomats", after "two European diplomats". */
  lastOfSeveral(noun: string, sentence: number): Entity | null {
    return this.seen.findLast((e) => e.noun === noun && e.plural && sentence - e.sentence <= 6) ?? null;
  }

  /** Who spoke last, at most three sentences ago. */
  lastSpeaker(sentence: number): { parties: readonly NamedParty[]; person: string | null } | null {
    const last = this.speakers.at(-1);
    return last && sentence - last.sentence <= 3 ? last : null;
  }

  /** The last speaker that is no person, unless another body was the subject of a sentence since; so many sentences back at most. */
  lastInstitution(sentence: number, reach: number): readonly NamedParty[] | null {
    const last = this.speakers.findLast((x) => x.parties.every((p) => p.code !== null) && x.person === null);
    if (last?.parties.length !== 1 || sentence - last.sentence > reach) return null;
    for (let k = last.sentence + 1; k < sentence; k++)
      if (this.seenIn.get(k)?.some((e) => e.subject && e.agent && e.person === null && hasCode(e)))
        return null;
    return last.parties;
  }

  /** The last speaker that is of a state, so many sentences back at most: whose "ministry spokesman" comes next. */
  lastGovernment(sentence: number, reach: number): readonly NamedParty[] | null {
    const last = this.speakers.at(-1);
    if (!last || sentence - last.sentence > reach || last.parties.length !== 1) return null;
    const p = last.parties[0]!;
    return p.code !== null && p.code === p.country ? [plain(p)] : null;
  }

  /** The body that the sentence before is about, where it is about one side only. */
  actingBody(sentence: number): readonly NamedParty[] | null {
    const subjects = (this.seenIn.get(sentence - 1) ?? []).filter((e) => e.subject && e.agent && hasCode(e));
    const one = subjects[0];
    if (one === undefined || one.person !== null || one.kind === "people") return null;
    const isOther = (e: Entity) => e.parties.length > 1 || e.parties[0]!.code !== one.parties[0]!.code;
    return subjects.some(isOther) ? null : one.parties;
  }

  /** The last party, so many sentences back at most, whose words end in a noun: "the team", after "a United Nations |team|". */
  endingIn(sentence: number, noun: string, reach: number): Entity | null {
    return (
      this.seen.findLast(
        (e) => sentence - e.sentence <= reach && hasCode(e) && endsIn(this.sentences[e.sentence]!, e, noun),
      ) ?? null
    );
  }

  /** The last party with a noun among its words: "the alliance", after "the Congo River |Alliance| (AFC)". */
  calledSo(sentence: number, noun: string): Entity | null {
    const has = (e: Entity) => {
      const s = this.sentences[e.sentence]!;
      for (let t = e.from; t < e.to; t++) if (lower(s, t) === noun) return true;
      return false;
    };
    return this.seen.findLast((e) => e.sentence <= sentence && hasCode(e) && has(e)) ?? null;
  }

  /** The entity whose words hold a token. */
  covering(sentence: number, token: number): Entity | null {
    return this.seenIn.get(sentence)?.findLast((e) => e.from <= token && token < e.to && hasCode(e)) ?? null;
  }

  endingAt(sentence: number, token: number): Entity | null {
    return this.seenIn.get(sentence)?.findLast((e) => e.to === token) ?? null;
  }

  /** The best of what was seen: nearer sentences first, in them subjects, agents, then the later. */
  private best(
    sentence: number,
    reach: number,
    fits: (e: Entity) => boolean,
    weigh: (e: Entity) => number = () => 0,
  ): Entity | null {
    let best: Entity | null = null;
    let top = -Infinity;
    for (let k = this.seen.length - 1; k >= 0; k--) {
      const e = this.seen[k]!;
      const back = sentence - e.sentence;
      if (back > reach) break;
      if (!fits(e)) continue;
      const score = -6 * back + (e.subject ? 4 : 0) + (e.agent ? 2 : 0) + e.from / 100 + weigh(e);
      if (score > top) {
        top = score;
        best = e;
      }
    }
    return best;
  }

  /** For "he": a person; one that spoke or was subject lately. */
  person(s: Sentence, sentence: number, token: number): Entity | null {
    const aside = quotedBefore(s, token);
    const doer = doerOver(s, token);
    return this.best(
      sentence,
      4,
      (e) =>
        e.kind === "person" && !e.plural && !(e.sentence === sentence && (aside(e.from) || isAt(e, doer))),
      (e) => (e.person !== null ? 1 : 0) - (e.quoted && e.sentence !== sentence ? 20 : 0),
    );
  }

  /**
   * For "it", "its": a state, group or body. `of`: the verb after "accused X of", whose subject is X. `not`: code of somebody who
   * cannot be meant.
   */
  body(s: Sentence, sentence: number, token: number, of: number, not: string | null = null): Entity | null {
    if (of >= 0) {
      const accused = this.seenIn.get(sentence)?.findLast((e) => e.to <= of && e.agent);
      if (accused) return accused;
    }
    const aside = quotedBefore(s, token);
    const fits = (e: Entity): boolean =>
      !(e.sentence === sentence && aside(e.from)) &&
      (e.kind === "state" || e.kind === "group" || e.kind === "organisation") &&
      !e.plural &&
      hasCode(e) &&
      (not === null || e.parties[0]!.code !== not);
    // "Pakistan and its neighbours", "Sudan with its army"
    const beside = this.endingAt(sentence, token - 1);
    if (beside && fits(beside) && /^(and|with|or)$/i.test(s.form[token - 1]!)) return beside;
    const subject = clauseSubject(s, token, (lemma) => this.is("controlling", lemma));
    return this.best(
      sentence,
      1,
      fits,
      (e) =>
        (e.agent ? 0 : -6) -
        (e.aside ? 4 : 0) +
        (e.sentence === sentence && e.from <= subject && subject < e.to ? 5 : 0),
    );
  }

  /** For "they", "their": several, or a body that news treats as several. */
  several(s: Sentence, sentence: number, token: number): Entity | null {
    const aside = quotedBefore(s, token);
    const joint = this.jointSubjects(sentence, token);
    if (joint) return joint;
    const doer = doerOver(s, token);
    // "Armed men stormed a village, officials said. They shot two labourers": who goes on is who did so, not who told of it
    const says = this.is("saying", s.lemma[s.head[token]!] ?? "");
    return this.best(
      sentence,
      1,
      (e) =>
        !(e.sentence === sentence && (aside(e.from) || isAt(e, doer))) &&
        (e.plural || e.kind === "group" || e.kind === "people" || e.kind === "state"),
      (e) =>
        (e.plural ? 3 : e.kind === "group" ? 1 : e.kind === "state" ? -3 : 0) -
        (e.speaks && !says && e.sentence !== sentence ? 5 : 0),
    );
  }

  /** "Tshisekedi and Kagame met": two persons who were the subject of the last sentence, where nobody of this one is. */
  private jointSubjects(sentence: number, token: number): Entity | null {
    if (this.seenIn.get(sentence)?.some((e) => e.to <= token && e.subject)) return null;
    const list = (this.seenIn.get(sentence - 1) ?? []).filter((e) => e.person !== null && hasCode(e));
    const form = this.sentences[sentence - 1]?.form ?? [];
    const k = list.findIndex((e, n) => {
      const next = list[n + 1];
      return e.subject && next && next.from - e.to <= 5 && form.slice(e.to, next.from).includes("and");
    });
    if (k < 0) return null;
    const [a, b] = [list[k]!, list[k + 1]!];
    return { ...a, parties: [...a.parties, ...b.parties], person: null, plural: true };
  }

  /** For "the country". */
  state(sentence: number): Entity | null {
    return this.best(sentence, 4, (e) => e.kind === "state" && !e.plural && hasCode(e) && e.person === null);
  }

  /** For "the agency", "the bloc": the last body that is neither a state nor an armed group. */
  organisation(sentence: number): Entity | null {
    return this.best(sentence, 4, (e) => hasCode(e) && e.parties.every(isOnlooker));
  }

  /** For "the group", "the rebels": the last that is no state; of the sector where there is one. */
  group(sentence: number, sector: string | null): Entity | null {
    // a member counts for the group: "Hamas official Osama Hamdan said the group …", both sides do not
    const fits = (e: Entity): boolean =>
      e.parties.length === 1 &&
      e.parties.some((p) => p.code !== null && p.code !== p.country && !isOnlooker(p));
    const exact = (e: Entity) =>
      fits(e) &&
      e.parties.some((p) => (sector === null ? !OF_A_STATE.has(p.sector ?? "") : p.sector === sector));
    const weigh = (e: Entity) => (e.below ? -2 : 0) - (e.aside ? 3 : 0);
    return this.best(sentence, 6, exact, weigh) ?? this.best(sentence, 3, fits, weigh) ?? this.only(exact);
  }

  /** The only party so far that fits; null where there are two. */
  private only(fits: (e: Entity) => boolean): Entity | null {
    const found = this.seen.filter((e) => e.parties.length === 1 && fits(e));
    return found[0] && found.every((e) => e.parties[0]!.code === found[0]!.parties[0]!.code)
      ? found[0]
      : null;
  }

  /** "President El-Sisi", after "President Abdel Fattah El-Sisi": somebody of the same last name. */
  samePerson(name: string): Entity | null {
    const last = (n: string) => n.split(/[\s-]+/).at(-1);
    return (
      this.seen.findLast(
        (e) => e.person !== null && hasCode(e) && !e.pronoun && last(e.person) === last(name),
      ) ?? null
    );
  }

  /** For "His Excellency": the last person of where the report was written, else the first that it names. */
  ownPerson(): Entity | null {
    const persons = this.seen.filter(
      (e) => e.kind === "person" && !e.plural && e.person !== null && hasCode(e),
    );
    return persons.findLast((e) => e.parties[0]!.country === this.setting.dateline) ?? persons[0] ?? null;
  }

  /** For "the President" in a report that tells of two: the one of where it was written, else the first. */
  ownOffice(noun: string): Entity | null {
    const holders = this.seen.filter(
      (e) => e.kind === "person" && !e.plural && e.noun === noun && hasCode(e),
    );
    if (new Set(holders.map((e) => e.parties[0]!.code)).size < 2) return null;
    return holders.find((e) => e.parties[0]!.country === this.setting.dateline) ?? holders[0]!;
  }

  /** For "the envoy", "the ministry": who or what was called so, or by a word for the same office. */
  sameRole(sentence: number, noun: string, kind: string): Entity | null {
    // "the army" after "a Malian drone" is Mali's, unless another army was the subject since
    if (this.is("armies", noun)) {
      return this.best(
        sentence,
        12,
        (e) => hasCode(e) && e.parties.some((p) => p.sector === "MIL" && p.code === p.country),
        // "does not operate against the Lebanese army": an army that does something goes before one that is only named
        (e) => (e.noun !== null && this.is("armies", e.noun) ? (e.subject ? 8 : 2) : 0),
      );
    }
    const isSame = (e: Entity) =>
      e.noun !== null && (e.noun === noun || e.noun.endsWith(` ${noun}`)) && hasCode(e);
    for (
      let k = this.seen.length - 1;
      k >= 0 && sentence - this.seen[k]!.sentence <= (noun === "ministry" ? 30 : 12);
      k--
    )
      if (isSame(this.seen[k]!)) return this.seen[k]!;
    const isHouse = this.is("mission_houses", noun);
    const family = isHouse ? "of_missions" : OFFICES.find((f) => this.is(f, noun));
    const ministry = /ministry$/.test(noun) && noun === "ministry";
    const reach = ministry ? 12 : kind === "office" || isHouse ? 4 : 0;
    return this.best(
      sentence,
      reach,
      (e) =>
        e.noun !== null &&
        hasCode(e) &&
        ((family !== undefined && this.is(family, e.noun)) ||
          (ministry && /ministry/.test(e.noun)) ||
          (noun === "minister" && /minister$/.test(e.noun))),
    );
  }

  /** The state whose office speaks: subject of this or the last two sentences, else the main one. */
  actingState(sentence: number): Entity | null {
    return (
      this.best(sentence, 2, (e) => e.kind === "state" && e.subject && e.agent && !e.plural && hasCode(e)) ??
      null
    );
  }

  /** Neighbours of a state that the report has named so far, else names at all; most named first (`latest`: last named first), at most three. */
  neighboursOf(country: string, latest: boolean): NamedParty[] {
    const beside = this.neighbours.get(country) ?? [];
    const all = this.where.stage.states.filter((c) => beside.includes(c));
    const lastSeen = (c: string): number => this.lastSeen.get(c) ?? -1;
    const sofar = all.filter((c) => lastSeen(c) >= 0);
    if (latest) sofar.sort((a, b) => lastSeen(b) - lastSeen(a));
    return (sofar.length > 0 ? sofar : all).slice(0, 3).map(stateOf);
  }

  /** Two persons of different sides named in one sentence lately: "the two leaders". */
  twoPersons(sentence: number, token: number): readonly NamedParty[] | null {
    for (let k = sentence; k >= 0 && k >= sentence - 3; k--) {
      const parties: NamedParty[] = [];
      for (const e of this.seenIn.get(k) ?? []) {
        if (e.kind !== "person" || e.pronoun || e.plural || !hasCode(e) || (k === sentence && e.to > token))
          continue;
        if (!parties.some((p) => p.code === e.parties[0]!.code)) parties.push(plain(e.parties[0]!));
      }
      if (parties.length === 2) return parties;
      if (parties.length > 2) return null;
    }
    return null;
  }
}

/** "a United Nations |team|", "the EU |Mission| in Armenia (EUMA)". */
const endsIn = (s: Sentence, e: Entity, noun: string): boolean =>
  lower(s, e.to - 1) === noun ||
  (e.kind === "organisation" && s.form.slice(e.from + 1, e.to).some((f) => f.toLowerCase() === noun));

const isAt = (e: Entity, token: number) => token >= 0 && e.from <= token && token < e.to;

const plain = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: null });
