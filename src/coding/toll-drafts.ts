import { children } from "../language/tree.js";
import type { Count, VictimKind } from "./claim.js";
import { VAGUE } from "./counts.js";
import { HarmClause } from "./harm-clause.js";
import { type HarmTrigger, harmTriggers } from "./harm-words.js";
import type { ParsedReport } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { Perpetrators } from "./perpetrators.js";
import { lower, type NewDraft, overlapsPhrase, type TollDraft } from "./toll-draft.js";
import { TollEllipsis } from "./toll-ellipsis.js";
import { TollParts } from "./toll-parts.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry, TollLexicon } from "./victims.js";

/** The tolls of one sentence. `earlier`: drafts of the sentences before, for "another seven". */
export function tollDrafts(
  parsed: ParsedReport,
  sentence: number,
  lexicon: TollLexicon,
  earlier: readonly TollDraft[],
): TollDraft[] {
  const s = parsed.sentences[sentence]!;
  const triggers = harmTriggers(s, lexicon);
  if (triggers.length === 0 && !TollParts.mayStandIn(s)) return [];
  const reader = new SentenceTolls(parsed, sentence, lexicon, triggers, earlier);
  return reader.read();
}

const OPEN_PART = /^(?:including|included|includes|include|among|amongst)$/;

/** Nouns of what somebody did to a person; a death may be anybody's, and a capture is no count. */
const VIOLENT = /^(?:killing|murder|assassination|slaying|execution|abduction|kidnapping)s?$/;

const CAPTIVES = "captured/captives";

const GIVING_BACK =
  /^(?:exchange[ds]?|exchanging|swap(?:s|ped)?|repatriat(?:e|ed|ion)|return(?:s|ed)?|handover|hand(?:ed|s|ing)?|releas(?:e|es|ed|ing)|free(?:s|d|ing)?|visit(?:s|ed)?)$/;

const CASUALTY = /^(?:casualty|casualties)$/;

const SUFFERING =
  /^(?:suffer|suffered|suffering|sustain|sustained|sustaining|inflict|inflicted|inflicting|incur|incurred|incurring|take|took|taken|taking|cause|caused|causing|report|reported|reporting|confirm|confirmed|confirming|admit|admitted|acknowledge|acknowledged|deny|denied|denies|deal|dealt|left|leave|leaving|record|recorded|result|resulted|resulting|claim|claimed|claiming|saw|seen|see|bring|brought|mean|meant)$/;

const AVOIDING =
  /^(?:avoid|avoiding|avoided|prevent|preventing|minimise|minimize|minimising|minimizing|reduce|reducing|risk|risks|risking|fear|fears|feared|fearing|warn|warned|warning|potential|possible|further|more|future|limit|limiting|mitigate|against|investigate|investigating|any|probe|inquiry|verify|mourn|mourned|condolences|regret|regretted|justice|accountability|rate|rates|responsibility|responsible|avenge|avenging|revenge|anniversary|cause|causes)$/;

const TIME_NOUN =
  /^(?:days?|weeks?|months?|years?|hours?|nights?|mornings?|evenings?|times?|weekends?|afternoons?|decades?|minutes?|way|spot|place|scene|while)$/;

const ECONOMY =
  /^(?:quarter|airline|airlines|company|companies|profit|profits|market|markets|shares|stock|stocks|revenue|bank|banks|insurer|insurers|investors|economy|trading|sales|firm|firms|election|seats|season|match|crop|crops|harvest|fiscal|export|exports)$/;

class SentenceTolls {
  private readonly drafts: TollDraft[] = [];
  private readonly view: HarmClause;
  private readonly blame: Perpetrators;
  private readonly parts: TollParts;

  constructor(
    parsed: ParsedReport,
    private readonly sentence: number,
    lexicon: TollLexicon,
    triggers: readonly HarmTrigger[],
    private readonly earlier: readonly TollDraft[],
  ) {
    this.view = new HarmClause(parsed, sentence, lexicon, triggers, (p, entry) => this.antecedent(p, entry));
    this.blame = new Perpetrators(this.view, this.drafts);
    this.parts = new TollParts(this.view, this.drafts, earlier, (d) => this.push(d));
  }

  read(): TollDraft[] {
    // "48 hostages" are so many held where nothing else is told of them
    const isCaptives = (x: HarmTrigger) => x.word.entry.id === CAPTIVES;
    const triggers = this.view.triggers;
    for (const trigger of [...triggers.filter((x) => !isCaptives(x)), ...triggers.filter(isCaptives)]) {
      switch (trigger.word.as) {
        case "total":
          if (!this.readTotal(trigger)) this.readTotalBefore(trigger, this.view.at.get(trigger.token));
          this.readVagueTotal(trigger);
          break;
        case "noun":
          this.readNoun(trigger);
          break;
        default:
          this.readPredicate(trigger);
      }
    }
    new TollEllipsis(this.view, this.drafts, (d) => this.push(d)).read();
    this.parts.read();
    return this.drafts.sort((a, b) => a.from - b.from || a.token - b.token);
  }

  // ---- verbs and predicates -------------------------------------------------------------------

  private readPredicate(trigger: HarmTrigger): void {
    const { entry } = trigger.word;
    if (trigger.unreal || this.view.isRemote(trigger)) return;
    if (entry.later && !this.isAfterToll()) return;
    if (entry.by === "armed" && !this.blame.isArmed(trigger)) return;
    if (entry.by === "party" && !this.blame.isByParty(trigger)) return;
    // "villagers |sheltering in| a monastery were killed": which ones
    if (entry.harm === "displaced" && trigger.word.as === "adj" && !trigger.finite && entry.counted) return;
    // "six of those |killed|": they are told as a part
    if (this.view.at.get(trigger.token)?.ofThem) return;
    const inverted = this.view.invertedSubject(trigger);
    if (inverted !== null && this.view.suits(inverted, entry) && !trigger.negated) {
      this.add(trigger, this.view.chainRight(inverted, entry), entry, false);
      return;
    }
    const object = this.view.objectOf(trigger);
    const amod = this.view.modifiedBy(trigger);
    if (amod !== null) {
      // "detained 30 displaced men": what they were before
      if (this.view.isObjectOfAnother(amod, trigger)) return;
      if (amod.count !== null && (amod.count.kind === "figure" || amod.count.kind === "vague"))
        this.add(trigger, [amod], entry, true);
      return;
    }
    // "or killed them": whom, the sentence does not say again
    if (trigger.word.as === "verb" && trigger.voice === "active" && trigger.split < 0) {
      const t = trigger.to;
      const isAlone = !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(this.view.s.upos[t + 1] ?? "");
      if (this.view.s.xpos[t] === "PRP" && isAlone && entry.victim === "object") {
        this.readPronoun(trigger);
        return;
      }
    }
    const suffersBySubject =
      entry.victim === "subject" &&
      !(
        object !== null &&
        this.view.suits(object, entry) &&
        object.count?.kind === "figure" &&
        entry.id === "killed/martyred"
      );
    const takesObject =
      trigger.word.as === "verb" &&
      trigger.voice === "active" &&
      !suffersBySubject &&
      object !== null &&
      this.view.suits(object, entry) &&
      !this.view.opensClause(object, trigger);
    if (takesObject) {
      if (trigger.habitual && !this.view.hasFigure(object)) return;
      if (entry.counted && object.count === null) return;
      if (entry.behind.has(lower(this.view.s, object.to))) return;
      // "executing wounded patients": the word tells which ones
      if (trigger.word.form === "past" && object.count === null && this.view.standsBefore(trigger, object))
        return;
      // "after burning vehicles were used": the word is an adjective there
      if (
        trigger.word.form === "ing" &&
        object.count === null &&
        this.view.s.upos[trigger.token - 1] === "ADP" &&
        this.view.hasOwnPredicate(object)
      )
        return;
      this.add(trigger, this.view.chainRight(object, entry), entry, false);
      return;
    }
    if (
      trigger.word.as === "verb" &&
      trigger.word.form !== "past" &&
      trigger.voice === "active" &&
      !suffersBySubject
    ) {
      if (trigger.word.form === "ing" && trigger.finite) return;
      if (trigger.word.form === "ing" || trigger.word.form === "s" || trigger.word.form === "base") return;
    }
    if (trigger.word.as === "verb" && trigger.habitual && trigger.word.form === "base" && !suffersBySubject)
      return;
    // "Lawmakers killed three bills": another object, and no victim
    if (
      trigger.word.as === "verb" &&
      trigger.voice === "active" &&
      !suffersBySubject &&
      object !== null &&
      !object.bare &&
      !TIME_NOUN.test(lower(this.view.s, object.head))
    )
      return;
    // "three policemen it had kidnapped"
    if (trigger.word.as === "verb" && trigger.voice === "active" && !suffersBySubject && trigger.finite) {
      const whom = this.view.relativeObject(trigger);
      if (whom !== null && this.view.suits(whom, entry)) {
        this.add(trigger, this.view.chainLeft(whom, entry), entry, false);
        return;
      }
    }
    let subject = this.view.subjectOf(trigger, entry);
    if (subject === null) return;
    // "four children were among |the 19| killed"
    const whole = this.view.amongBefore(trigger) < 0 ? null : this.view.phraseEndingAt(trigger.left);
    if (whole?.count?.kind === "figure" && this.view.suits(whole, entry))
      this.add(trigger, [whole], entry, true);
    // "seven soldiers and a mahout were killed": the first of them, where nobody knows the last
    if (
      !this.view.suits(subject, entry) &&
      subject.count !== null &&
      lower(this.view.s, subject.from - 1) === "and"
    ) {
      const before = this.view.phraseEndingAt(subject.from - 1);
      if (before !== null && this.view.hasFigure(before) && this.view.suits(before, entry)) subject = before;
    }
    subject = this.twoOfThem(subject, entry) ?? subject;
    // "put the number of soldiers and allied fighters killed at 31"
    const counted = trigger.finite ? null : this.view.numberOf(subject);
    if (counted !== null && (this.readTotal(trigger, counted) || this.readTotalBefore(trigger, counted)))
      return;
    // "the number of officers killed this year to 23"
    if (/^(?:number|tally|count|total)$/.test(lower(this.view.s, subject.head)) && subject.count === null) {
      const whose = lower(this.view.s, subject.to) === "of" ? this.view.phraseAfter(subject.to) : null;
      const { people, party } = whose ?? subject;
      if (!this.readTotalBefore(trigger, { ...subject, people, party })) this.readTotal(trigger, whose);
      return;
    }
    // "The gunmen killed the agent's son": whom the tree knows is nobody that counts here, and they are not the victims
    const isDoer =
      trigger.word.as === "verb" && trigger.voice === "active" && trigger.finite && !suffersBySubject;
    if (isDoer && children(this.view.s, trigger.token, "obj").some((o) => o > trigger.token)) return;
    if (!this.view.suits(subject, entry)) return;
    if (entry.counted && subject.count === null) return;
    // "two of them gendarmes who were lynched": told as a part
    if (subject.count === null && this.view.phraseEndingAt(subject.from)?.ofThem) return;
    if (trigger.habitual && !this.view.hasFigure(subject)) return;
    // "people who had fled were told to wait": which ones
    const isRelative = /^(?:who|that)$/.test(lower(this.view.s, trigger.left - 1));
    if (isRelative && entry.harm === "displaced" && subject.count === null) return;
    // "to target fleeing civilians" is no flight of those who target them
    if (suffersBySubject && trigger.word.form === "ing" && !trigger.finite && !this.view.hasFigure(subject))
      return;
    // "the town | wounded by years of war": a bare participle needs a count or a plural
    const isAmong = this.view.amongBefore(trigger) >= 0;
    const isBareOne = !trigger.finite && subject.count === null && !subject.plural && !isAmong;
    if (isBareOne && trigger.word.as !== "adj" && !this.goesOn(trigger, subject)) return;
    if (
      trigger.word.as === "adj" &&
      !trigger.finite &&
      subject.count === null &&
      !this.goesOn(trigger, subject) &&
      !this.view.leftBy(subject) &&
      !isAmong
    )
      return;
    this.add(trigger, this.view.chainLeft(subject, entry), entry, true);
    if (trigger.finite) this.add(trigger, this.view.companions(trigger, entry), entry, true);
  }

  /** "the guard was killed and |his companion| hurt": the verb of the first is that of the second. */
  private goesOn(trigger: HarmTrigger, subject: VictimPhrase): boolean {
    const { s, triggers } = this.view;
    const { from, to, people } = subject;
    if (!/^(?:and|,)$/.test(lower(s, from - 1)) || people === null || to !== trigger.left) return false;
    const isLeft = (x: HarmTrigger) => {
      // "leaving a woman dead and |her daughter| wounded"
      const p = this.view.phraseEndingAt(x.left);
      return p !== null && this.view.leftBy(p);
    };
    return triggers.some(
      (x) => x.voice === "passive" && x.token < from && from - x.to < 8 && (x.finite || isLeft(x)),
    );
  }

  /** "killing |him and two guards|", "killed |her and her driver|": one who was told of before, and who was with them. */
  private readPronoun(trigger: HarmTrigger): void {
    const { s } = this.view;
    const { entry } = trigger.word;
    const at = trigger.to;
    const isSelf = /^(?:him|her)self$/.test(lower(s, at));
    if (trigger.habitual || trigger.negated || !(isSelf || /^(?:him|her)$/.test(lower(s, at)))) return;
    const next = lower(s, at + 1) === "and" ? this.view.phraseAfter(at + 1) : null;
    const other =
      next !== null && this.view.suits(next, entry) && !this.view.hasOwnPredicate(next) ? next : null;
    const beside = other !== null && (other.count !== null || other.possessive >= 0) ? other : null;
    const one = beside !== null && beside.count === null && !beside.plural ? beside : null;
    const many = beside !== null && one === null ? this.view.chainRight(beside, entry) : [];
    if (!isSelf) {
      const n = one === null ? 1 : 2;
      const to = one?.to ?? at + 1;
      const words = s.text.slice(s.start[at]!, s.end[to - 1]!);
      const count: Count = { low: n, high: n, hedge: "exact", words };
      this.push({
        phrase: one,
        from: trigger.token,
        to,
        token: trigger.token,
        harm: entry.harm,
        count,
        kind: one?.people ?? "unknown",
        party: one?.party ?? null,
        possessive: false,
        possessiveToken: -1,
        words,
        perpetrator: this.blame.perpetratorOf(trigger, true),
        rule: entry.id,
      });
    }
    if (many.length > 0) this.add(trigger, many, entry, false);
  }

  /** "the driver and his assistant": two, of the kind of the first, whatever the second is called. */
  private twoOfThem(p: VictimPhrase, entry: HarmEntry): VictimPhrase | null {
    const { s } = this.view;
    if (p.possessive < 0 || p.plural || p.count !== null || p.measure) return null;
    const first = lower(s, p.from - 1) === "and" ? this.view.phraseEndingAt(p.from - 1) : null;
    if (
      first === null ||
      first.plural ||
      first.people === null ||
      first.named ||
      !this.view.suits(first, entry)
    )
      return null;
    if (first.count !== null || lower(s, first.from) !== "the") return null;
    const words = s.text.slice(s.start[first.from]!, s.end[p.to - 1]!);
    const two: Count = { low: 2, high: 2, hedge: "exact", words };
    const count = { from: first.from, to: first.from, kind: "figure" as const, count: two, more: false };
    return { ...first, to: p.to, head: p.head, count, plural: true, possessive: -1 };
  }

  // ---- nouns ------------------------------------------------------------------------------------

  private readNoun(trigger: HarmTrigger): void {
    const { s } = this.view;
    const { entry } = trigger.word;
    const word = lower(s, trigger.token);
    const own = this.view.at.get(trigger.to - 1) ?? this.view.at.get(trigger.token);
    if (own === undefined || this.view.isRemote(trigger)) return;
    if (own.head !== trigger.to - 1 && own.head !== trigger.token && entry.id !== "killed/losses") return;
    if (own.measure && !/^(?:killing|killings|death|deaths|injury|injuries)$/.test(lower(s, own.head)))
      return;
    const isBody = entry.id === "killed/bodies";
    const isInjured = /^(?:wounded|injured)$/.test(word);
    if (isInjured) {
      // "30 injured" is read as a predicate
      if (own.count === null) return;
    }
    const negative = own.count?.kind === "none";
    if (
      /^(?:immediate|reports?|word|confirmation|information|indication)$/.test(
        lower(s, own.from + (own.count?.to ?? own.from) - own.from),
      ) &&
      negative
    )
      return;
    const counted = own.count !== null && own.count.kind !== "article";
    const of = this.view.victimsBehind(trigger);
    if (entry.id === CAPTIVES) {
      if (own.count?.kind === "figure" && !this.isGivenBack(own, 18))
        this.addNoun(trigger, own, own.count.count, of);
      return;
    }
    if (isBody) {
      this.readBodies(trigger, own, of);
      return;
    }
    if (counted && !negative && own.count !== null) {
      // "two massacres of peasants": so many times, and not so many dead
      if (this.isAvoided(own) || /^massacres?$/.test(word)) return;
      this.addNoun(trigger, own, own.count.count, of);
      return;
    }
    if (negative) {
      this.addNoun(trigger, own, own.count!.count, of);
      return;
    }
    const noReports = this.noReports(own);
    const figured =
      of !== null &&
      of.count?.kind === "figure" &&
      !/^(?:could|would|may|might|will|can|prevent|avoid|avoiding|preventing)$/.test(lower(s, own.from - 1));
    if (noReports || (!figured && this.isAvoided(own))) return;
    if (entry.id === "killed/losses") {
      const lost = this.lossesTold(trigger);
      if (lost !== null) {
        this.add(trigger, this.view.chainRight(lost, this.view.lexicon.lost), this.view.lexicon.lost, false);
        return;
      }
      if (s.form.some((w) => ECONOMY.test(w.toLowerCase()))) return;
      if (
        !/^(?:heavy|human|severe|serious|significant|major|massive|combat|troop|military|battlefield|huge|considerable|substantial|large)$/.test(
          lower(s, own.to - 2),
        ) &&
        lower(s, trigger.to) !== "of"
      )
        return;
      if (of !== null && this.view.suits(of, entry)) {
        this.add(trigger, this.view.chainRight(of, entry), entry, false);
        return;
      }
      if (this.view.near(own, SUFFERING) && !/^(?:economic|financial|material)$/.test(lower(s, own.to - 2)))
        this.addNoun(trigger, own, { ...VAGUE, words: this.view.text(own) }, null);
      return;
    }
    if (of !== null && this.view.suits(of, entry)) {
      // "the killing of civilians", "the death of 14 soldiers"; a named person's death is no count
      const chain = this.view.chainRight(of, entry, true);
      const isCounted = chain.some((p) => p.count !== null);
      const isNamed = VIOLENT.test(word) && of.named && of.count === null && !of.plural;
      if (!isCounted && !isNamed && (!of.plural || of.named)) return;
      if (!isCounted && !isNamed && /^(?:murder|execution|capture|arrest)/.test(word)) return;
      this.add(trigger, isNamed ? chain.map((p) => this.oneByName(p)) : chain, entry, false);
      return;
    }
    // "civilian deaths", "military casualties"
    if (lower(s, trigger.to) === ":") return;
    // "the number of casualties": how many is not told here
    if (
      lower(s, own.from - 1) === "of" &&
      /^(?:numbers?|tally|count|toll|total|level|scale|extent|rate|estimates?|figures?|lists?|risk|possibility|likelihood)$/.test(
        lower(s, own.from - 2),
      )
    )
      return;
    const isPlural = /s$/.test(word) && /^(?:deaths|fatalities|casualties|injuries)$/.test(word);
    if (!isPlural) return;
    const kind = this.view.modifierKind(own);
    if (CASUALTY.test(word) || kind !== null || own.party !== null || this.view.near(own, SUFFERING)) {
      if (entry.harm === "wounded") return;
      this.addNoun(trigger, own, { ...VAGUE, words: this.view.text(own) }, null);
    }
  }

  /** "exchanged |205 prisoners|", "the bodies of |12 soldiers| were returned": told of how they come back. `before`: how many words ahead it may be told. */
  private isGivenBack(p: VictimPhrase, before: number): boolean {
    const { s } = this.view;
    for (let t = Math.max(0, p.from - before); t < Math.min(s.form.length, p.to + 18); t++)
      if (GIVING_BACK.test(lower(s, t))) return true;
    return false;
  }

  /** "the murder of |the senator Luis Gomez|": one, who has no count of his own. */
  private oneByName(p: VictimPhrase): VictimPhrase {
    if (p.count !== null || !(p.named || this.view.isOneOfTheirs(p))) return p;
    const count: Count = { low: 1, high: 1, hedge: "exact", words: this.view.text(p) };
    return { ...p, count: { from: p.from, to: p.from, kind: "article", count, more: false } };
  }

  /** "losses amounted to |230 servicemen and two tanks|", "losses included |two helicopters|"; null where none is told. */
  private lossesTold(trigger: HarmTrigger): VictimPhrase | null {
    const { s } = this.view;
    let t = trigger.to;
    while (s.upos[t] === "AUX" || s.upos[t] === "ADV") t++;
    if (!/^(?:amount|total|include|comprise|number|reach|exceed|come|run|be)$/.test(s.lemma[t] ?? ""))
      return null;
    t++;
    if (lower(s, t) === "to") t++;
    const p = this.view.at.get(t);
    if (p?.from !== t || p.count?.kind !== "figure" || this.view.hasOwnPredicate(p)) return null;
    return this.view.suits(p, this.view.lexicon.lost) ? p : null;
  }

  private isAvoided(p: VictimPhrase): boolean {
    for (let t = p.from - 1; t >= Math.max(0, p.from - 3); t--) {
      if (AVOIDING.test(lower(this.view.s, t))) return true;
      if (this.view.s.upos[t] === "PUNCT") return false;
    }
    // "could cause deaths", "would mean casualties"
    for (let t = p.from - 1; t >= Math.max(0, p.from - 5); t--)
      if (/^(?:could|would|may|might|will|can)$/.test(lower(this.view.s, t))) return true;
    for (let t = p.from; t < p.head; t++)
      if (
        /^(?:further|more|potential|possible|future|any|unnecessary|latest|new|recent)$/.test(
          lower(this.view.s, t),
        ) &&
        p.count?.kind !== "figure"
      )
        return true;
    return false;
  }

  // "no reports of casualties", "did not report any casualties"
  private noReports(p: VictimPhrase): boolean {
    let negative = false;
    for (let t = p.from - 1; t >= Math.max(0, p.from - 7); t--) {
      const w = lower(this.view.s, t);
      if (w === "no" || w === "not" || w === "n't" || w === "n’t" || w === "without" || w === "neither")
        negative = true;
      if (/^[.;:]$/.test(w)) break;
    }
    return negative;
  }

  private addNoun(trigger: HarmTrigger, own: VictimPhrase, count: Count, of: VictimPhrase | null): void {
    const { entry } = trigger.word;
    const word = lower(this.view.s, trigger.token);
    const kind = this.view.modifierKind(own) ?? of?.people ?? "unknown";
    const party = own.party ?? of?.party ?? this.blame.possessorOf(own) ?? this.blame.sufferer(own);
    const base = {
      phrase: own,
      from: own.from,
      to: of?.to ?? own.to,
      token: trigger.token,
      kind,
      party,
      possessive: party === null && own.possessive >= 0,
      possessiveToken: own.possessive,
      words: this.view.text(own),
      perpetrator: this.blame.perpetratorOf(trigger, false),
      rule: entry.id,
    };
    if (CASUALTY.test(word) && count.low !== null && count.low > 0) {
      // "12 casualties": killed and wounded together (docs/record.md); "12 casualties, including 5 dead" tells how many
      const dead = this.includedDead(own);
      if (dead !== null && count.hedge === "exact" && count.high !== null) {
        this.push({ ...base, harm: "killed", count: dead });
        const rest = Math.max(0, count.low - (dead.high ?? 0));
        this.push({ ...base, harm: "wounded", count: { ...count, low: rest, high: rest } });
        return;
      }
      const open: Count = {
        low: 0,
        high: count.high ?? null,
        hedge: count.high === null ? count.hedge : "up-to",
        words: count.words,
      };
      const range: Count = count.high === null ? { ...open, low: 0, hedge: "vague", high: null } : open;
      const both = range.hedge === "vague" ? { ...range, low: null } : range;
      this.push({ ...base, harm: "killed", count: both });
      this.push({ ...base, harm: "wounded", count: both });
      return;
    }
    this.push({ ...base, harm: entry.harm, count });
  }

  private includedDead(own: VictimPhrase): Count | null {
    const { s } = this.view;
    let t = own.to;
    if (lower(s, t) === ",") t++;
    if (!OPEN_PART.test(lower(s, t))) return null;
    const p = this.view.at.get(t + 1);
    if (p === undefined || p.count?.kind !== "figure") return null;
    return /^(?:dead|deaths|killed|fatalities|fatal)$/.test(lower(s, p.to)) ||
      /^(?:deaths|dead|fatalities)$/.test(lower(s, p.head))
      ? p.count.count
      : null;
  }

  private readBodies(trigger: HarmTrigger, own: VictimPhrase, of: VictimPhrase | null): void {
    const { s } = this.view;
    const found = (t: number) =>
      /^(?:found|recovered|recovering|finding|retrieved|retrieving|pulled|pulling|discovered|exhumed|dug|counted|brought|unearthed|collected|seen|lay|lying|littered|arrived|received|taken|buried|bury|delivered|transferred|transported|washed|piled|strewn|carried|identified|uncovered|turned|appeared|surfaced|dumped|thrown|graves?)$/.test(
        lower(s, t),
      );
    // "there were nine bodies beside the well"
    let isFound = lower(s, own.from - 2) === "there" && s.lemma[own.from - 1] === "be";
    for (let t = Math.max(0, own.from - 6); t < Math.min(s.form.length, (of?.to ?? own.to) + 18); t++)
      if (found(t)) isFound = true;
    if (this.isGivenBack(of ?? own, 6)) return;
    if (!isFound) return;
    const counted = own.count !== null && own.count.kind !== "article" ? own.count.count : null;
    if (of !== null && of.people !== null && (of.count !== null || counted !== null)) {
      if (counted !== null) this.addNoun(trigger, own, counted, of);
      else this.add(trigger, this.view.chainRight(of, trigger.word.entry, true), trigger.word.entry, false);
    } else if (counted !== null) this.addNoun(trigger, own, counted, null);
  }

  /** "the death toll rose to 31", "bringing the toll of dead to more than 40" */
  private readTotal(trigger: HarmTrigger, whose: VictimPhrase | null = null): boolean {
    const { s } = this.view;
    let last: VictimPhrase | null = null;
    for (let t = trigger.to; t < s.form.length && t < trigger.to + 24; t++) {
      if (/^[.;:!?]$/.test(s.form[t]!)) break;
      if (t > trigger.to && this.view.triggers.some((x) => x.token === t && x.word.as === "verb" && x.finite))
        break;
      const p = this.view.at.get(t);
      if (p === undefined || p.from !== t || p.measure || p.count?.kind !== "figure") continue;
      // "spoke of 40 attacks"
      if (trigger.word.entry.later && !p.bare && p.people !== "unknown") continue;
      // "speaks of |38| dead": told with its own word
      if (trigger.word.entry.later && this.view.triggers.some((x) => x.token === p.to)) return false;
      const before = lower(s, t - 1);
      // "gave a toll of 24 and said |another 60| were hurt"
      if (last !== null && !/^(?:to|at)$/.test(before)) break;
      // "revised the toll |from 12 to 19|"
      const fromTo = before === "from" || lower(s, t) === "from";
      if (fromTo && p.count.count.hedge === "about") {
        last = p;
        break;
      }
      if (
        /^(?:to|at|as|of|is|was|reached|reaches|reaching|surpassed|exceeded|exceeds|passed|topped|hit|stood|now|past|beyond|:|crossed|be|than)$/.test(
          before,
        ) ||
        s.upos[t - 1] === "ADV" ||
        s.upos[t - 1] === "VERB"
      ) {
        last = p;
        if (before !== "from" && before !== "of") break;
      }
    }
    if (last?.count == null) return false;
    const { entry } = trigger.word;
    if (entry.later && !this.isAfterToll()) return false;
    const told = this.tollsSoFar().findLast((d) => d.kind !== "equipment");
    const verb = lower(s, last.from - 1);
    let { count } = last.count;
    // "climbed from 22 to 35"
    if (lower(s, last.from) === "from" && count.hedge === "about" && count.high !== null)
      count = { ...count, low: count.high, hedge: "exact" };
    if (
      /^(?:surpassed|exceeded|exceeds|passed|topped|crossed)$/.test(verb) &&
      count.hedge === "exact" &&
      count.low !== null
    )
      count = { ...count, low: count.low + 1, high: null, hedge: "more-than" };
    // "raised its count to 79": whose count it is says nothing of whose dead
    const own = entry.later ? undefined : this.view.at.get(trigger.token);
    this.push({
      phrase: last,
      from: Math.min(own?.from ?? trigger.token, trigger.token),
      to: last.to,
      token: trigger.token,
      harm: entry.later ? told!.harm : entry.harm,
      count,
      kind:
        last.people ??
        whose?.people ??
        (whose?.thing ? "equipment" : null) ??
        this.allOfThem(last) ??
        this.toll(own) ??
        "unknown",
      party: last.party ?? whose?.party ?? own?.party ?? null,
      possessive: (own?.possessive ?? -1) >= 0,
      possessiveToken: own?.possessive ?? -1,
      words: last.bare ? "" : this.view.text(last),
      perpetrator: null,
      ...(entry.later ? { teller: this.blame.tellerBetween(trigger, last) } : {}),
      rule: trigger.word.entry.id,
    });
    return true;
  }

  /** "an undetermined |number of wounded| people" */
  private readVagueTotal(trigger: HarmTrigger): void {
    const p = this.view.at.get(trigger.token);
    if (
      p?.count?.kind === "vague" &&
      p.people !== null &&
      p.count.to >= trigger.token &&
      !trigger.word.entry.later
    )
      this.add(trigger, [p], trigger.word.entry, true);
  }

  private tollsSoFar(): readonly TollDraft[] {
    return [...this.earlier, ...this.drafts];
  }

  private isAfterToll(): boolean {
    return this.tollsSoFar().some((d) => d.kind !== "equipment");
  }

  /** "bringing to |236| the number killed", "put at |18| the number of people killed" */
  private readTotalBefore(trigger: HarmTrigger, whose: VictimPhrase | undefined): boolean {
    const { s } = this.view;
    if (whose === undefined) return false;
    let the = whose.head;
    while (the > 0 && the > whose.head - 6 && !/^(?:number|tally|count|toll|total)$/.test(lower(s, the)))
      the--;
    const told = this.view.phraseEndingAt(lower(s, the - 1) === "the" ? the - 1 : the);
    if (told?.count?.kind !== "figure" || !/^(?:to|at)$/.test(lower(s, told.from - 1))) return false;
    this.add(trigger, [{ ...told, people: told.people ?? whose.people }], trigger.word.entry, true);
    return true;
  }

  // "a toll of 24, |all of them civilians|"
  private allOfThem(p: VictimPhrase): VictimKind | null {
    const { s } = this.view;
    if (lower(s, p.to) !== "," || lower(s, p.to + 1) !== "all") return null;
    const next = this.view.at.get(p.to + (lower(s, p.to + 2) === "of" ? 4 : 2));
    return next?.people ?? null;
  }

  private toll(p: VictimPhrase | undefined): VictimKind | null {
    return p === undefined ? null : this.view.modifierKind(p);
  }

  // ---- adding -----------------------------------------------------------------------------------

  private add(
    trigger: HarmTrigger,
    chain: readonly VictimPhrase[],
    entry: HarmEntry,
    passive: boolean,
  ): void {
    const nounOf = [...chain].reverse().find((p) => p.people !== null || p.thing);
    const owner = entry.id === "killed/lose" ? this.blame.ownerBefore(trigger) : -1;
    const loser = entry.id === "killed/lose" && owner < 0 ? this.blame.actorBefore(trigger) : null;
    const isNoun = trigger.word.as === "noun";
    const doer = isNoun && loser === null ? this.blame.possessorBefore(trigger) : null;
    const perpetrator =
      loser === null && owner < 0 ? (doer ?? this.blame.perpetratorOf(trigger, !passive && !isNoun)) : null;
    // "two soldiers and three civilians were killed and wounded, respectively"
    const inOrder =
      chain.length === 2 &&
      this.view.coordinatedHarm(trigger) &&
      this.view.s.form.slice(trigger.to).some((w) => w.toLowerCase() === "respectively");
    if (inOrder) chain = [chain[this.view.triggers.some((x) => x.to === trigger.token - 1) ? 1 : 0]!];
    const coordinated = !inOrder && this.view.coordinatedHarm(trigger);
    if (chain.length === 1 && this.isPlaceToldOf(chain[0]!)) return;
    const drafts = chain.flatMap((p): NewDraft[] => {
      const victim =
        p.bare && nounOf !== undefined && this.view.isElliptic(p)
          ? { ...p, people: nounOf.people, thing: nounOf.thing }
          : p;
      const count = this.countOf(victim, trigger, entry, coordinated);
      if (count === null) return [];
      const inherited =
        victim.bare && victim.people === null && !victim.thing ? this.antecedent(victim, entry) : null;
      const kind = this.kindOf(victim, entry, inherited, loser);
      const merged = this.view.mergedScope(victim, entry);
      // "killing 15 of their fighters": those of the other side
      const theirs =
        victim.possessive >= 0 && !passive && lower(this.view.s, victim.possessive + 1) !== "own";
      const others = theirs && victim.party !== null && victim.party.code === perpetrator?.code;
      const party = others ? null : (victim.party ?? inherited?.party ?? loser);
      const draft: NewDraft = {
        phrase: victim,
        from: Math.min(p.from, trigger.finite || passive ? Math.max(trigger.left, 0) : trigger.token),
        to: Math.max(p.to, trigger.to),
        token: trigger.token,
        harm: victim.thing && victim.people === null ? (entry.thingsHarm ?? entry.harm) : entry.harm,
        count,
        kind: merged?.kind !== undefined && merged.kind !== kind ? "mixed" : kind,
        party,
        possessive:
          (others || victim.party === null) && loser === null && (victim.possessive >= 0 || owner >= 0),
        othersThan: theirs ? perpetrator : null,
        partyInherited: victim.party === null && inherited?.party != null,
        possessiveToken: victim.possessive >= 0 ? victim.possessive : owner,
        words: this.view.text(p),
        perpetrator,
        rule: entry.id,
      };
      return [draft];
    });
    const total = drafts.length === chain.length ? this.groupOf(chain, drafts) : null;
    if (total === null || this.isTaken(total)) for (const d of drafts) this.push(d);
    else {
      this.push(total);
      const partOf = this.drafts.at(-1)!;
      for (const d of drafts) this.push({ ...d, partOf });
    }
  }

  /** "a woman and her two children", "a major and a sergeant": one group, told as one, with its members for parts; null where figures part them. */
  private groupOf(chain: readonly VictimPhrase[], drafts: readonly NewDraft[]): NewDraft | null {
    const [first, ...others] = chain;
    const isOne = (p: VictimPhrase) =>
      p.count === null ? !p.plural : p.count.kind === "article" && !p.count.more;
    const isPerson = (p: VictimPhrase) => p.people !== null && !p.named && !p.bare && !p.measure;
    if (others.length === 0 || !chain.every(isPerson) || drafts[0]!.harm === "displaced") return null;
    if (!(isOne(first!) || first!.noun === "couple") || !others.every((p) => isOne(p) || p.possessive >= 0))
      return null;
    let sum = 0;
    for (const { count } of drafts) {
      if (count.hedge !== "exact" || count.low === null || count.low === 0) return null;
      sum += count.low;
    }
    const last = chain.at(-1)!;
    const { s } = this.view;
    const words = s.text.slice(s.start[first!.from]!, s.end[last.to - 1]!);
    const count: Count = { low: sum, high: sum, hedge: "exact", words };
    const figure = { from: first!.from, to: last.to, kind: "figure" as const, count, more: false };
    const kinds = new Set(drafts.map((d) => d.kind).filter((k) => k !== "unknown"));
    return {
      ...drafts[0]!,
      phrase: { ...first!, to: last.to, count: figure, plural: true },
      from: Math.min(...drafts.map((d) => d.from)),
      to: Math.max(...drafts.map((d) => d.to)),
      count,
      kind: kinds.size > 1 ? "mixed" : ([...kinds][0] ?? "unknown"),
      words,
    };
  }

  /** "later blew up the building": what happened, and no count of what was lost. */
  private isPlaceToldOf(p: VictimPhrase): boolean {
    if (p.count !== null || p.plural || p.people !== null) return false;
    return this.view.lexicon.territory.has(p.noun ?? lower(this.view.s, p.head));
  }

  private kindOf(
    p: VictimPhrase,
    entry: HarmEntry,
    inherited: Pick<TollDraft, "kind"> | null,
    loser: PartyRef | null,
  ): VictimKind {
    if (entry.who === "things" || (entry.who === "both" && p.people === null && p.thing)) return "equipment";
    // "the army lost 14 men"
    const own = loser?.sector === "MIL" ? "military" : loser?.sector === "REB" ? "militant" : null;
    if (own !== null && (p.people === "unknown" || p.people === null)) return own;
    if (p.people === "unknown" || p.people === null) return this.allOfThem(p) ?? inherited?.kind ?? "unknown";
    return p.people;
  }

  /** "several others": who was spoken of just before. */
  private antecedent(p: VictimPhrase, entry: HarmEntry): Pick<TollDraft, "kind" | "party"> | null {
    const sameWorld = (d: TollDraft) =>
      (d.harm === "destroyed") === (entry.who === "things") && d.partOf === null;
    // `fought off "the terrorists", 17 of whom were killed`: whose relative it is, whoever fell before
    const isOfWhom = lower(this.view.s, p.from - 1) === "whom" && lower(this.view.s, p.from - 2) === "of";
    const beside = isOfWhom
      ? this.view.phrases.findLast((x) => x.to <= p.from - 2 && p.from - x.to <= 4 && x.plural && !x.measure)
      : p.ofThem
        ? this.view.phrases.findLast((x) => x.to <= p.from && p.from - x.to <= 2 && x.plural && !x.measure)
        : undefined;
    if (beside?.people != null) return { kind: beside.people, party: beside.party };
    const here = this.drafts
      .filter((d) => sameWorld(d) && d.from < p.from && d.phrase !== null && !d.phrase.ofThem)
      .at(-1);
    if (here !== undefined) return here;
    // "seven peacekeepers, three of whom later died, were injured"
    if (p.ofThem) {
      const before = this.view.phrases
        .filter((x) => x.to <= p.from && x.people !== null && !x.measure)
        .at(-1);
      // "its soldiers had fired back after three of them were hit"
      if (before !== undefined && (p.from - before.to <= 2 || before.plural))
        return { kind: before.people!, party: before.party };
    }
    // "two dozen soldiers deserted and seven others were captured"
    if (p.count?.more) {
      const before = this.view.phrases
        .filter(
          (x) => x.to <= p.from && x.people !== null && x.plural && this.view.hasFigure(x) && !x.measure,
        )
        .at(-1);
      if (before !== undefined) return { kind: before.people!, party: before.party };
    }
    // "Ten soldiers walked into an ambush; |four| were killed": four of the ten
    const low = p.count?.count.low ?? null;
    const mark = this.view.s.form.findLastIndex((w, t) => t < p.from && /^[;–—]$/.test(w));
    const many = this.view.phrases.findLast(
      (x) => x.to <= mark && x.people !== null && x.plural && !x.measure && this.view.hasFigure(x),
    );
    if (many !== undefined && low !== null && (many.count?.count.low ?? 0) >= low)
      return { kind: many.people!, party: many.party };
    if (p.count?.more || p.ofThem)
      return this.earlier.filter((d) => sameWorld(d) && d.sentence >= this.sentence - 2).at(-1) ?? null;
    return null;
  }

  private countOf(
    p: VictimPhrase,
    trigger: HarmTrigger,
    entry: HarmEntry,
    coordinated: boolean,
  ): Count | null {
    const words = p.count?.count.words ?? this.view.s.form[p.head]!;
    if (p.count !== null) {
      const { count, kind } = p.count;
      // "a nurse who fled Goma": who tells it, and no count of those who did
      if (kind === "article" && entry.harm === "displaced") return null;
      // "a family was killed": how many is not told
      if (kind === "article" && this.isGroup(p)) return { ...VAGUE, words };
      // "nine dead and as many wounded"
      const told = /^as many$/i.test(words)
        ? this.view.phrases.findLast((x) => x.to <= p.from && this.view.hasFigure(x))
        : undefined;
      if (told?.count) return told.count.count;
      if (kind === "article" && p.noun === "couple" && !trigger.negated)
        return { low: 2, high: 2, hedge: "exact", words };
      if (kind === "none") return trigger.word.entry.id === "killed/losses" ? null : count;
      if (trigger.negated)
        return /^(?:any|a|one)\b/i.test(words) || kind === "article"
          ? { low: 0, high: 0, hedge: "exact", words }
          : null;
      if (kind === "figure" && count.high !== null && (entry.range || coordinated))
        return { low: 0, high: count.high, hedge: "up-to", words };
      // "more than 500 killed or wounded": no bound for either
      if (kind === "figure" && coordinated) return { ...VAGUE, words };
      return count;
    }
    if (p.bare) return null;
    if (this.isGroup(p)) return trigger.negated ? null : { ...VAGUE, words };
    // "the couple was killed"
    if (p.noun === "couple" && !trigger.negated) return { low: 2, high: 2, hedge: "exact", words };
    if (p.any) return trigger.negated ? { low: 0, high: 0, hedge: "exact", words } : { ...VAGUE, words };
    if (entry.harm === "displaced" && !p.plural) return null;
    if (trigger.negated) return p.plural ? { low: 0, high: 0, hedge: "exact", words } : null;
    // "accused them of killing civilians": what they do, and no count
    const isGeneral = trigger.word.as === "noun" || trigger.word.form === "ing";
    if (p.plural && isGeneral && p.from === p.head && !this.view.coordinatedHarm(trigger)) return null;
    if (p.plural)
      return lower(this.view.s, p.from) === "both"
        ? { low: 2, high: 2, hedge: "exact", words }
        : { ...VAGUE, words };
    // one person or thing: "the commander was killed", "destroyed the bridge"
    if (
      this.view.amongBefore(trigger) >= 0 ||
      (trigger.word.as === "adj" && trigger.finite) ||
      (trigger.word.as === "verb" &&
        (trigger.finite || trigger.word.form === "past" || trigger.word.form === "ing"))
    ) {
      if (this.view.s.upos[p.head] === "PRON") return null;
      return this.view.s.xpos[p.head] === "NNS"
        ? { ...VAGUE, words }
        : { low: 1, high: 1, hedge: "exact", words };
    }
    return null;
  }

  private isGroup(p: VictimPhrase): boolean {
    return p.people !== null && this.view.lexicon.groups.has(p.noun ?? "");
  }

  private isTaken(d: NewDraft): boolean {
    const { phrase } = d;
    if (phrase === null) return false;
    return this.drafts.some(
      (x) =>
        x !== d.partOf &&
        x.phrase !== null &&
        overlapsPhrase(x.phrase, phrase) &&
        // "Ramon Perez, who had been kidnapped, was found dead"
        !(x.harm !== d.harm && x.phrase === phrase && phrase.named && phrase.count === null) &&
        (x.harm === d.harm || (x.token !== d.token && !this.sharesFigure(x, d.token))),
    );
  }

  private push(d: NewDraft): void {
    if (this.isTaken(d)) return;
    this.drafts.push({
      ...d,
      sentence: this.sentence,
      partOf: d.partOf ?? null,
      othersThan: d.othersThan ?? null,
      partyInherited: d.partyInherited ?? false,
      teller: d.teller ?? null,
      onlyDenied: d.phrase?.any === true && d.count.hedge === "vague",
      by: "surface",
    });
  }

  // two harms on one phrase: only where they are coordinated ("killed or wounded 20") or a noun gives both ("casualties")
  private sharesFigure(x: TollDraft, token: number): boolean {
    const between = this.view.s.form.slice(Math.min(x.token, token) + 1, Math.max(x.token, token));
    if (between.length <= 2 && between.some((w) => /^(?:and|or|\/)$/i.test(w))) return true;
    const first = Math.min(x.token, token) + 1;
    return between.every(
      (w, k) =>
        /^(?:and|or|,)$/i.test(w) ||
        this.view.triggers.some((o) => o.token === first + k && o.word.as !== "noun"),
    );
  }
}
