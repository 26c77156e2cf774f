import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { isBeyondBorder } from "./borders.js";
import type { MentionDraft } from "./mention-draft.js";
import { bystandersIn, keyOf, type Opposed, opposed, type WordTest } from "./opposition.js";
import type { ParsedReport } from "./parsed-report.js";
import { type NamedParty, stateOf } from "./party-forms.js";
import { isHyphen } from "./party-items.js";
import { venuesOf } from "./venues.js";

/** A party or person that the report has mentioned so far. */
export interface Entity {
  readonly parties: readonly NamedParty[];
  readonly person: string | null;
  readonly plural: boolean;
  readonly kind: "state" | "group" | "organisation" | "person" | "people";
  readonly noun: string | null;
  readonly subject: boolean;
  /** Told of in a relative clause about somebody else. */
  readonly aside: boolean;
  /** Below another noun: "an offshoot of |the front|". */
  readonly below: boolean;
  readonly agent: boolean;
  /** Subject of a verb of saying. */
  readonly speaks: boolean;
  /** Found by a pronoun. */
  readonly pronoun: boolean;
  /** In a quotation that closes in its sentence. */
  readonly quoted: boolean;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** "The M23, which |UN experts| say is armed by |Rwanda|, was not invited": what is spoken of on is the M23. */
function inRelative(s: Sentence, token: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps < 8; t = s.head[t]!, steps++)
    if (s.relation[t] === "acl:relcl") return true;
  return false;
}

/** Sectors of forces that serve a state: none of these is "the group" where another is told of. */
const OF_A_STATE = new Set(["GOV", "MIL", "PRM", "COP", "SPY"]);

/** Who spoke; `office`: by an office and no name. */
export interface Spoken {
  readonly parties: readonly NamedParty[];
  readonly person: string | null;
  readonly office: boolean;
}

/** Where a report, or a section of one, is from and about, as far as its head says. ISO alpha-3. */
export interface Setting {
  readonly dateline: string | null;
  /** Countries that the line over a section names. */
  readonly heading: readonly string[];
}

/** How many mentions a country's name over a section counts for. */
const OF_HEADING = 4;

/** Codes of bodies that stand outside a quarrel. */
const OUTSIDE = new Set(["IGO", "NGO", "JRN"]);

/** How many sentences back a place is looked for, for the police and officials of it. */
const PLACE_WITHIN = 5;

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
  /** Mentions of each code in the whole report. */
  private readonly counts = new Map<string, number>();
  private readonly speakers: (Spoken & { sentence: number })[] = [];
  /** Parties side by side, by sentence. */
  private readonly pairs: (readonly [NamedParty, NamedParty])[][] = [];
  /** Parties named in one sentence, by sentence, once it is read. */
  private readonly together = new Map<number, readonly Together[]>();
  /** Armed groups that the report names. */
  private readonly rebels = new Map<string, NamedParty>();
  /** Parties set against each other, by sentence, and the sum for the report. */
  private readonly opposed: (readonly Opposed[])[] = [];
  private readonly against = new Map<string, { parties: [NamedParty, NamedParty]; weight: number }>();
  /** How much each code is set against others in the report. */
  private readonly quarrels = new Map<string, number>();
  /** Codes of mediators, hosts and callers, by sentence, and in how many sentences each is one. */
  private readonly beside: (readonly string[])[] = [];
  private readonly bystands = new Map<string, number>();
  private readonly main: NamedParty | null;
  /** The state of the dateline. */
  readonly written: NamedParty | null;
  /** The same where the report is about it too; null in others. */
  readonly home: NamedParty | null;
  private readonly sentences: readonly Sentence[];
  private readonly passageOf: readonly number[];
  private readonly sceneCountry: string | null;
  /** Where others meet, and no more is told of. */
  private readonly isVenue: (country: string | null) => boolean;
  private readonly states: readonly string[];
  /** How much the text tells of each country, whatever its head says. */
  private readonly told: ReadonlyMap<string, number>;

  constructor(
    parsed: Omit<ParsedReport, "mentions"> & { readonly mentions: readonly (readonly MentionDraft[])[] },
    private readonly setting: Setting,
    private readonly neighbours: ReadonlyMap<string, readonly string[]>,
    private readonly is: WordTest,
  ) {
    const counts = new Map<string, number>();
    const add = (country: string, n: number): void =>
      void counts.set(country, (counts.get(country) ?? 0) + n);
    parsed.mentions.forEach((list, i) => {
      for (const m of list) {
        for (const p of m.parties) {
          if (p.country === null || p.code === null) continue;
          this.counts.set(p.code, (this.counts.get(p.code) ?? 0) + 1);
          if (p.sector === "REB" && p.code !== p.country) this.rebels.set(p.code, plain(p));
          add(p.country, (p.code === p.country ? (m.agent ? 1 : 0.6) : 0.6) + (i === 0 ? 0.5 : 0));
        }
      }
    });
    this.sentences = parsed.sentences;
    this.passageOf = parsed.passageOf;
    parsed.sentences.forEach((s, i) => {
      this.pairs.push(coordinated(s, parsed.mentions[i]!));
      this.opposed.push([]);
      this.beside.push([]);
      this.weighSides(s, i, parsed.mentions[i]!);
    });
    // talks elsewhere between others: where the report is from, but not what it is about
    const venues = venuesOf(parsed.sentences, parsed.mentions, is);
    const most = Math.max(0, ...counts.values());
    const { dateline, heading } = setting;
    this.isVenue = (country) =>
      country !== null &&
      !heading.includes(country) &&
      venues.has(country) &&
      !this.quarrels.get(country) &&
      (counts.get(country) ?? 0) < most;
    this.told = new Map(counts);
    for (const country of heading) add(country, OF_HEADING);
    const at = this.isVenue(dateline) ? null : dateline;
    this.written = dateline === null ? null : stateOf(dateline);
    const told = at === null ? 0 : (counts.get(at) ?? 0);
    this.home =
      heading.length === 1 || (told > 0 && told >= most / 5) ? { code: at, country: at, sector: null } : null;
    if (at !== null) add(at, 2);
    this.sceneCountry = sceneOf(parsed, at, is, this.isVenue);
    const ranked = [...counts]
      .filter(([c]) => counts.size === 1 || !this.isVenue(c))
      .sort((a, b) => b[1] - a[1]);
    this.states = ranked.map(([c]) => c);
    this.main = ranked[0] ? stateOf(ranked[0][0]) : null;
  }

  /** Counts anew who stands against whom and who beside, in one sentence. */
  private weighSides(s: Sentence, sentence: number, mentions: readonly MentionDraft[]): void {
    const count = (pairs: readonly Opposed[], sign: number): void => {
      for (const [a, b, weight] of pairs) {
        const key = keyOf(a, b);
        const old = this.against.get(key);
        if (old) old.weight += sign * weight;
        else this.against.set(key, { parties: [plain(a), plain(b)], weight: sign * weight });
        for (const p of [a, b]) this.quarrels.set(p.code!, (this.quarrels.get(p.code!) ?? 0) + sign * weight);
      }
    };
    count(this.opposed[sentence]!, -1);
    for (const c of this.beside[sentence]!) this.bystands.set(c, (this.bystands.get(c) ?? 0) - 1);
    this.opposed[sentence] = opposed(s, mentions, this.is);
    this.beside[sentence] = bystandersIn(s, mentions, this.is);
    count(this.opposed[sentence], 1);
    for (const c of this.beside[sentence]) this.bystands.set(c, (this.bystands.get(c) ?? 0) + 1);
  }

  /** How many sentences ago a party was told of, by whatever word; 0 where it is not told of before. */
  private sinceNamed(code: string | null, sentence: number): number {
    for (let k = sentence; k >= 0; k--)
      if (this.seenIn.get(k)?.some((e) => e.agent && e.parties.some((p) => p.code === code)))
        return sentence - k;
    return 0;
  }

  /** From 1 for a party of the quarrel down to a tenth for one that only mediates, hosts or calls. */
  private involvement(code: string | null): number {
    const beside = this.bystands.get(code ?? "") ?? 0;
    if (beside === 0) return 1;
    const quarrels = this.quarrels.get(code ?? "") ?? 0;
    return Math.max(0.1, quarrels / (quarrels + 2 * beside));
  }

  private isRebelOf(group: NamedParty, state: NamedParty): boolean {
    return this.rebels.has(group.code ?? "") && group.country === state.code;
  }

  /** Takes the pairs of a sentence anew, now that its mentions are resolved. */
  finish(s: Sentence, sentence: number, mentions: readonly MentionDraft[]): void {
    this.pairs[sentence] = coordinated(s, mentions);
    this.weighSides(s, sentence, mentions);
    this.together.set(sentence, togetherIn(this.seenIn.get(sentence) ?? []));
  }

  /** Country of a place that a sentence names: before a token, else after it, else in the sentence before. */
  placeNear(
    parsed: { readonly mentions: readonly (readonly MentionDraft[])[] },
    sentence: number,
    token: number,
  ): NamedParty | null {
    const struck = (m: MentionDraft, s: Sentence): boolean =>
      m.role === null &&
      m.kind === "name" &&
      m.parties[0]?.sector === "GOV" &&
      baseRelation(s, m.head) === "obj" &&
      this.is("opposing", s.lemma[s.head[m.head]!] ?? "");
    const own = this.sentences[sentence]!;
    // "local authorities say so, while |researchers in the US| put it higher"
    const isWhereSomebodyIs = (m: MentionDraft): boolean =>
      parsed.mentions[sentence]!.some((x) => x.role?.kind === "people" && x.head === own.head[m.head]);
    const here = (parsed.mentions[sentence] ?? []).filter(
      (m) =>
        ((!m.agent && m.role === null) || struck(m, own)) &&
        m.parties[0]?.country &&
        !this.isVenue(m.parties[0].country) &&
        !isBeyondBorder(own, m.from),
    );
    const found =
      here.findLast((m) => m.to <= token) ??
      here.find((m) => !isWhereSomebodyIs(m)) ??
      this.placeIn(parsed, sentence - 1);
    const country = found?.parties[0]?.country;
    return country ? stateOf(country) : null;
  }

  /** Country of the place that was named last, in a few sentences before one; null where none was. */
  placeBefore(
    parsed: { readonly mentions: readonly (readonly MentionDraft[])[] },
    sentence: number,
  ): NamedParty | null {
    for (let k = sentence - 1; k >= 0 && k >= sentence - PLACE_WITHIN; k--) {
      const country = this.placeIn(parsed, k)?.parties[0]?.country;
      if (country) return stateOf(country);
    }
    return null;
  }

  /** The last place that a sentence names for where something is. */
  private placeIn(
    parsed: { readonly mentions: readonly (readonly MentionDraft[])[] },
    sentence: number,
  ): MentionDraft | undefined {
    const s = this.sentences[sentence];
    return (parsed.mentions[sentence] ?? []).findLast(
      (m) =>
        !m.agent &&
        m.role === null &&
        m.parties[0]?.country &&
        !this.isVenue(m.parties[0].country) &&
        !isBeyondBorder(s!, m.from) &&
        lower(s!, m.from - 1) !== "from" &&
        // "a monitor based in Britain"
        lower(s!, m.from - 2) !== "based",
    );
  }

  private quotedTokens: { sentence: number; inside: (t: number) => boolean } | null = null;

  private inQuotes(s: Sentence, sentence: number, token: number): boolean {
    if (this.quotedTokens?.sentence !== sentence)
      this.quotedTokens = { sentence, inside: quotedBefore(s, s.form.length) };
    return this.quotedTokens.inside(token);
  }

  see(s: Sentence, sentence: number, m: MentionDraft): void {
    if (m.parties.length === 0) return;
    const relation = baseRelation(s, m.head);
    const subject = relation === "nsubj" || (s.head[m.head] === -1 && s.upos[m.head] !== "VERB");
    const entity: Entity = {
      parties: m.parties.map(({ code, country, sector }) => ({ code, country, sector })),
      person: m.person,
      plural: m.parties.length > 1 || (m.role?.plural ?? false),
      kind: kindOf(m),
      noun: m.role?.noun ?? ministryIn(s, m),
      subject,
      aside: inRelative(s, m.head),
      below: relation === "nmod",
      agent: m.agent,
      speaks: relation === "nsubj" && this.is("saying", s.lemma[s.head[m.head]!] ?? ""),
      pronoun: m.kind === "anaphor",
      quoted: this.inQuotes(s, sentence, m.from),
      sentence,
      from: m.from,
      to: m.to,
    };
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
    return this.best(sentence, 4, (e) => hasCode(e) && e.parties.every((p) => OUTSIDE.has(p.sector ?? "")));
  }

  /** For "the group", "the rebels": the last that is no state; of the sector where there is one. */
  group(sentence: number, sector: string | null): Entity | null {
    // a member counts for the group: "Hamas official Osama Hamdan said the group …", both sides do not
    const fits = (e: Entity): boolean =>
      e.parties.length === 1 &&
      e.parties.some((p) => p.code !== null && p.code !== p.country && !OUTSIDE.has(p.sector ?? ""));
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
    if (ARMY.has(noun)) {
      return this.best(
        sentence,
        12,
        (e) => hasCode(e) && e.parties.some((p) => p.sector === "MIL" && p.code === p.country),
        // "does not operate against the Lebanese army": an army that does something goes before one that is only named
        (e) => (e.noun !== null && ARMY.has(e.noun) ? (e.subject ? 8 : 2) : 0),
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
    const family = OFFICES.find((f) => f.has(noun) && MISSIONS.has(noun) === f.has("embassy"));
    const ministry = /ministry$/.test(noun) && noun === "ministry";
    const reach = ministry ? 12 : kind === "office" || MISSIONS.has(noun) ? 4 : 0;
    return this.best(
      sentence,
      reach,
      (e) =>
        e.noun !== null &&
        hasCode(e) &&
        ((family?.has(e.noun) ?? false) ||
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

  /** The state that the report is most about, as a list of one; null where it names none. */
  mainState(): readonly NamedParty[] | null {
    return this.main ? [this.main] : null;
  }

  /** Whether the text tells most of a country, or as much as of any other that is not only where others meet. */
  tellsMostOf(country: string): boolean {
    const own = this.told.get(country) ?? 0;
    return [...this.told].every(([c, n]) => n <= own || this.isVenue(c) || this.involvement(c) < 1 / 2);
  }

  /** The state in which what the report tells takes place: of its places, its dateline, the homes of its armed groups. */
  scene(): NamedParty | null {
    const country = this.sceneCountry ?? this.main?.country ?? null;
    return country === null ? null : stateOf(country);
  }

  /** Neighbours of a state that the report has named so far, else names at all; most named first (`latest`: last named first), at most three. */
  neighboursOf(country: string, latest: boolean): NamedParty[] {
    const beside = this.neighbours.get(country) ?? [];
    const all = this.states.filter((c) => beside.includes(c));
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

  /** The two that a report told to meet or to talk with each other, so few sentences ago: "the two delegations". */
  talkers(sentence: number, token: number): readonly NamedParty[] | null {
    for (let k = sentence; k >= 0 && k >= sentence - TALKS_WITHIN; k--) {
      const s = this.sentences[k]!;
      const two = this.pairs[k]!.filter(
        ([a, b]) =>
          a.code !== b.code &&
          this.involvement(a.code) > 1 / 2 &&
          this.involvement(b.code) > 1 / 2 &&
          this.isMeeting(s, k, [a, b], k === sentence ? token : s.form.length),
      ).at(-1);
      if (two) return two.map(plain);
    }
    return null;
  }

  /** Whether two stand as the subject of a meeting: "Turkey and Greece wrapped up a round of talks", or between them one is held. */
  private isMeeting(s: Sentence, sentence: number, two: readonly NamedParty[], before: number): boolean {
    const of = (this.seenIn.get(sentence) ?? []).filter(
      (e) => e.to <= before && !e.pronoun && e.parties.some((p) => two.some((x) => x.code === p.code)),
    );
    return of.some((e) => {
      let t = e.to - 1;
      for (let steps = 0; t >= 0 && steps < 4; steps++) {
        if (steps > 0 && this.is("meeting", s.lemma[t]!)) return true;
        if (s.upos[t] === "VERB")
          return s.lemma.some((l, k) => this.is("meeting", l) && s.upos[k] === "NOUN" && isBelow(s, k, t));
        t = s.head[t]!;
      }
      return false;
    });
  }

  lastPair(sentence: number): readonly [NamedParty, NamedParty] | null {
    for (const k of [sentence - 1, sentence - 2, sentence]) {
      const last = this.pairs[k]?.at(-1);
      if (last) return last;
    }
    return null;
  }

  /**
   * The two parties between which the passage is: who is set against whom in the whole report counts most, then who is
   * named side by side, then in one sentence; nearer sentences more. Mediators, hosts and callers count little, and so does
   * a party that is already named in the clause as somebody else ("Russia called on both sides").
   */
  pair(sentence: number, token: number, states: boolean): readonly NamedParty[] | null {
    const scores = new Map<string, { parties: [NamedParty, NamedParty]; score: number }>();
    const add = (a: NamedParty, b: NamedParty, score: number): void => {
      if (a.code === null || b.code === null || a.code === b.code) return;
      if (OUTSIDE.has(a.sector ?? "") || OUTSIDE.has(b.sector ?? "")) return;
      if (states && (a.code !== a.country || b.code !== b.country)) return;
      const key = [a.code, b.code].sort().join(" ");
      const old = scores.get(key);
      if (old) old.score += score;
      else scores.set(key, { parties: [plain(a), plain(b)], score });
    };
    const first = Math.max(0, sentence - PAIRS_WITHIN);
    // a pair that comes later counts little: "both sides" can stand in a first sentence
    for (let k = sentence; k < this.pairs.length && k <= sentence + PAIRS_WITHIN; k++)
      for (const [a, b] of this.pairs[k]!) add(a, b, k === sentence ? 3 : 0.5);
    for (let k = first; k < sentence; k++)
      for (const [a, b] of this.pairs[k]!) add(a, b, 3 * 0.75 ** (sentence - k));
    for (let k = first; k <= sentence; k++) {
      const named = k === sentence ? togetherIn(this.seenIn.get(k) ?? []) : (this.together.get(k) ?? []);
      for (const [a, b, weight] of named) add(a, b, weight * 0.8 ** (sentence - k));
    }
    // an armed group and its country, or the one that the report is set in, where nothing better is told
    for (const r of this.rebels.values())
      for (const code of new Set([r.country, this.sceneCountry]))
        if (code !== null && this.counts.has(code)) add(r, stateOf(code), 1.5);
    // states beside each other, of those that the report names most
    for (const x of this.states.slice(0, 3))
      for (const y of this.states.slice(0, 3))
        if (x < y && this.neighbours.get(x)?.includes(y)) add(stateOf(x), stateOf(y), 1);
    const [one, other] = this.setting.heading;
    if (one && other) add(stateOf(one), stateOf(other), OF_HEADING);
    for (const { parties, weight } of this.against.values())
      add(parties[0], parties[1], Math.min(MOST_AGAINST, weight * AGAINST));
    const here = new Set(
      (this.seenIn.get(sentence) ?? [])
        .filter((e) => e.to <= token && e.subject && !e.plural)
        .flatMap((e) => e.parties.map((p) => p.code)),
    );
    let best: { parties: [NamedParty, NamedParty]; score: number } | null = null;
    for (const c of scores.values()) {
      const inside = c.parties.filter((p) => here.has(p.code)).length;
      // the parties that the report is about before one that it names in passing
      const mass = Math.min(...c.parties.map((p) => this.counts.get(p.code ?? "") ?? 1));
      const involved = this.involvement(c.parties[0].code) * this.involvement(c.parties[1].code);
      const [a, b] = c.parties;
      // a state and the armed group on its soil rather than the state and a neighbour, where both stand against it
      const within =
        !states &&
        (this.against.get(keyOf(a, b))?.weight ?? 0) >= 2 &&
        (this.isRebelOf(a, b) || this.isRebelOf(b, a))
          ? 1.3
          : 1;
      const away = Math.max(this.sinceNamed(a.code, sentence), this.sinceNamed(b.code, sentence)) - PASSAGE;
      const neighbours = this.neighbours.get(a.country ?? "")?.includes(b.country ?? "") ? 1.3 : 1;
      const score =
        c.score *
        Math.min(3, Math.sqrt(mass)) *
        (inside === 1 ? 0.4 : 1) *
        involved *
        neighbours *
        within *
        FADING ** Math.max(0, away);
      if (!best || score > best.score) best = { parties: c.parties, score };
    }
    return best ? best.parties : null;
  }
}

/** The country that most of the places lie in; null where the report names none. */
function sceneOf(
  parsed: Omit<ParsedReport, "mentions"> & { readonly mentions: readonly (readonly MentionDraft[])[] },
  dateline: string | null,
  is: WordTest,
  isVenue: (country: string | null) => boolean,
): string | null {
  const weights = new Map<string, number>();
  const add = (country: string | null | undefined, weight: number): void => {
    if (country && !isVenue(country)) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  add(dateline, 2);
  parsed.mentions.forEach((list, i) => {
    for (const m of list) {
      const p = m.parties[0];
      if (!p || m.parties.length > 1) continue;
      const relation = baseRelation(parsed.sentences[i]!, m.head);
      if (!m.agent || (m.role !== null && is("of_the_place", m.role.noun))) add(p.country, 1);
      else if (p.code !== p.country) add(p.code === null ? null : p.country, 0.4);
      else if (m.kind === "name") add(p.country, relation === "obj" || relation === "obl" ? 0.6 : 0.2);
      else add(p.country, 0.2);
    }
  });
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** How many sentences before and after "both sides" the two are looked for. */
const PAIRS_WITHIN = 60;

/** Sentences of one passage; by how much a pair counts less for each sentence more that one of it was not told of. */
const PASSAGE = 4;
const FADING = 0.85;

/** How many sentences back two may have talked whose delegations are meant. */
const TALKS_WITHIN = 12;

/** Whether a token is an object of a verb or below one: "wrapped up a third round of |talks|". */
function isBelow(s: Sentence, token: number, verb: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps < 4; t = s.head[t]!, steps++) {
    if (s.head[t] === verb) return /^(?:obj|obl)$/.test(baseRelation(s, t));
    if (s.upos[s.head[t]!] === "VERB") return false;
  }
  return false;
}

/** How much a word that sets two parties against each other counts beside one that only joins them, and the most of it. */
const AGAINST = 1.5;
const MOST_AGAINST = 12;

/** A sentence that names more parties is a list; who stands in it with whom says nothing. */
const MOST_TOGETHER = 24;

/** Two parties named in one sentence, and how much that counts. */
type Together = readonly [NamedParty, NamedParty, number];

/** Each two of the parties that a sentence names, once, with the most that any of their mentions counts. */
function togetherIn(entities: readonly Entity[]): readonly Together[] {
  const list = entities.slice(0, MOST_TOGETHER);
  const together = new Map<string, Together>();
  list.forEach((x, n) => {
    for (const y of list.slice(n + 1)) {
      for (const a of x.parties) {
        for (const b of y.parties) {
          const key = `${a.code} ${b.code}`;
          const weight = x.agent && y.agent ? 1 : 0.4;
          if ((together.get(key)?.[2] ?? 0) < weight) together.set(key, [a, b, weight]);
        }
      }
    }
  });
  return [...together.values()];
}

/** Pairs that stand side by side: "A and B", "between A and B", "A-B". */
export function coordinated(
  s: Sentence,
  mentions: readonly MentionDraft[],
): (readonly [NamedParty, NamedParty])[] {
  const pairs: (readonly [NamedParty, NamedParty])[] = [];
  const list = mentions.filter((m) => m.parties.length > 0 && m.parties[0]!.code !== null);
  for (const m of list)
    if (m.parties.length === 2 && m.kind !== "anaphor") pairs.push([m.parties[0]!, m.parties[1]!]);
  const joint = (k: number): boolean => {
    const a = list[k];
    const b = list[k + 1];
    if (!a || !b || a.parties[0]!.code === b.parties[0]!.code) return false;
    const between = s.form.slice(a.to, b.from).map((f) => f.toLowerCase());
    const joined =
      between.length <= 3 &&
      between.some((w) => w === "and" || w === "nor" || w === "," || isHyphen(w)) &&
      between.every((w) => /^(and|nor|,|the|both|'s|’s|its)$/.test(w) || isHyphen(w));
    return joined;
  };
  // a list of three is no dyad
  for (let k = 0; k + 1 < list.length; k++) {
    if (joint(k) && !joint(k - 1) && !joint(k + 1))
      pairs.push([list[k]!.parties[0]!, list[k + 1]!.parties[0]!]);
  }
  return pairs;
}

/** "a United Nations |team|", "the EU |Mission| in Armenia (EUMA)". */
const endsIn = (s: Sentence, e: Entity, noun: string): boolean =>
  lower(s, e.to - 1) === noun ||
  (e.kind === "organisation" && s.form.slice(e.from + 1, e.to).some((f) => f.toLowerCase() === noun));

/** "The embassy accused them": the subject of the verb whose object a pronoun is, who is somebody else; -1 where it is none. */
function doerOver(s: Sentence, pronoun: number): number {
  const verb = s.head[pronoun]!;
  if (s.xpos[pronoun] === "PRP$" || verb < 0 || !/^(i?obj|obl)$/.test(baseRelation(s, pronoun))) return -1;
  return child(s, verb, "nsubj");
}

const isAt = (e: Entity, token: number) => token >= 0 && e.from <= token && token < e.to;

/** Which tokens lie in a quotation that is closed before a token: in `"The enemy will pay," it said` nobody quoted is "it". */
function quotedBefore(s: Sentence, token: number): (t: number) => boolean {
  const inside = new Uint8Array(token);
  let open = -1;
  for (let t = 0; t < token; t++) {
    const form = s.form[t]!;
    if (form === "“" || form === "``" || (form === '"' && open < 0)) open = t;
    else if (open >= 0 && (form === "”" || form === "''" || form === '"')) {
      inside.fill(1, open, t);
      open = -1;
    } else if (open < 0 && (form === "”" || form === "''")) inside.fill(1, 0, t);
  }
  return (t) => inside[t] === 1;
}

/**
 * Token of the subject of the nearest clause above a token that has one before it, or -1. The subject of an infinitive
 * is the object of a verb like "urge": "Washington urged Rwanda to withdraw its forces".
 */
function clauseSubject(s: Sentence, token: number, controls: (lemma: string) => boolean): number {
  for (let v = s.head[token]!, steps = 0; v >= 0 && steps < 12; v = s.head[v]!, steps++) {
    // "Mali said five died, |JNIM| that it had killed 15"
    if (s.upos[v] === "PROPN" && s.relation[v] === "conj" && child(s, v, "ccomp") > v) return v;
    if (s.upos[v] !== "VERB") continue;
    const subject = children(s, v, "nsubj").find((t) => t < token);
    if (subject !== undefined) return antecedentOf(s, subject, v);
    const above = s.head[v]!;
    if (
      above >= 0 &&
      /^(xcomp|advcl|ccomp|acl)/.test(s.relation[v]!) &&
      controls(s.lemma[above]!) &&
      lower(s, v - 1) === "to"
    ) {
      const object = children(s, above, "obj", "iobj", "obl").find((t) => t > above && t < v);
      if (object !== undefined) return object;
    }
  }
  return -1;
}

/** "the junta, |which| claims that it won": whom a relative pronoun, subject of a verb, stands for; other subjects as they are. */
const antecedentOf = (s: Sentence, subject: number, verb: number): number =>
  s.relation[verb] === "acl:relcl" && /^(?:which|who|that)$/.test(lower(s, subject))
    ? s.head[verb]!
    : subject;

/** "health ministry" in a name that holds one ("Gaza's health ministry"); null in others. */
function ministryIn(s: Sentence, m: MentionDraft): string | null {
  for (let t = m.from + 1; t < m.to; t++)
    if (lower(s, t) === "ministry") return `${lower(s, t - 1)} ministry`;
  return null;
}

const plain = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: null });

const hasCode = (e: Entity): boolean => e.parties.some((p) => p.code !== null);

const ARMY = new Set(["army", "military", "armed forces", "armed force"]);

/** Houses of envoys, who are spoken of for them and the other way. */
const MISSIONS = new Set(["embassy", "consulate", "high commission"]);

/** Words for the same office. */
const OFFICES: readonly ReadonlySet<string>[] = [
  new Set([...MISSIONS, "ambassador", "deputy ambassador", "consul", "consul general", "chargé d'affaires"]),
  new Set([
    "envoy",
    "ambassador",
    "special envoy",
    "diplomat",
    "special representative",
    "representative",
    "emissary",
    "high commissioner",
    "mediator",
    "permanent representative",
    "deputy ambassador",
    "peace envoy",
  ]),
  new Set([
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "military spokesman",
    "army spokesman",
    "military spokesperson",
    "army spokesperson",
    "military spokeswoman",
    "presidential spokesman",
    "government spokesman",
    "chief spokesman",
    "press secretary",
    "official",
  ]),
  new Set([
    "leader",
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "king",
    "emir",
    "supreme leader",
    "chief",
    "head",
    "junta leader",
    "military ruler",
    "ruler",
    "head of state",
  ]),
  new Set([
    "commander",
    "general",
    "colonel",
    "army chief",
    "major general",
    "lieutenant general",
    "officer",
    "military chief",
    "brigadier general",
    "admiral",
    "chief of staff",
    "field commander",
    "deputy commander",
  ]),
  new Set([
    "foreign minister",
    "minister",
    "foreign secretary",
    "top diplomat",
    "secretary of state",
    "defence minister",
    "defense minister",
    "interior minister",
    "home minister",
    "finance minister",
  ]),
  new Set(["army", "military", "armed forces", "armed force"]),
  new Set(["governor", "regional governor", "provincial governor", "district governor"]),
  new Set(["secretary-general", "secretary general", "director-general", "director general", "chief"]),
];

function kindOf(m: MentionDraft): Entity["kind"] {
  if (m.person !== null) return "person";
  const p = m.parties[0]!;
  if (m.role) {
    if (m.role.kind === "office" || m.role.kind === "relational") return "person";
    if (m.role.kind === "people") return m.role.plural ? "people" : "person";
  }
  if (p.sector === "IGO" || p.sector === "NGO" || p.sector === "JRN" || p.sector === "SOC")
    return "organisation";
  if (p.code !== null && p.code === p.country)
    return m.kind === "description" && m.role === null ? "people" : "state";
  if (p.code !== null) return "group";
  return "people";
}
