import type { Sentence } from "../language/sentence.js";
import { children } from "../language/tree.js";
import type { Count, Harm, VictimKind } from "./claim.js";
import { VAGUE } from "./counts.js";
import { type HarmTrigger, harmTriggers } from "./harm-words.js";
import { mentionAt, type ParsedReport, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { logicalSubject, surfaceSubject } from "./slots.js";
import { type VictimPhrase, victimPhrases } from "./victim-phrases.js";
import type { HarmEntry, TollLexicon } from "./victims.js";

/** A toll as one sentence tells it, before attributions are laid over it. Tokens `from` … `to` (excluded) are its words. */
export interface TollDraft {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
  /** The word of harm. */
  readonly token: number;
  readonly phrase: VictimPhrase | null;
  readonly harm: Harm;
  readonly count: Count;
  readonly kind: VictimKind;
  readonly party: PartyRef | null;
  /** "its soldiers": the party is to be found outside; `possessiveToken` is the pronoun. */
  readonly possessive: boolean;
  readonly possessiveToken: number;
  readonly words: string;
  readonly perpetrator: PartyRef | null;
  readonly partOf: TollDraft | null;
  /** "any soldier": a toll only where it is denied. */
  readonly onlyDenied: boolean;
  readonly rule: string;
  readonly by: "tree" | "surface";
}

/** The tolls of one sentence. `earlier`: drafts of the sentences before, for "another seven". */
export function tollDrafts(
  parsed: ParsedReport,
  sentence: number,
  lexicon: TollLexicon,
  earlier: readonly TollDraft[],
): TollDraft[] {
  const s = parsed.sentences[sentence]!;
  const triggers = harmTriggers(s, lexicon);
  if (triggers.length === 0) return [];
  const reader = new SentenceTolls(parsed, sentence, lexicon, triggers, earlier);
  return reader.read();
}

const lower = (s: Sentence, t: number) => s.form[t]?.toLowerCase() ?? "";
const JOINERS = /^(?:and|or|,|&|plus)$/;
const OPEN_PART = /^(?:including|included|includes|include|among|amongst)$/;
const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;
const CASUALTY = /^(?:casualty|casualties)$/;
const SUFFERING =
  /^(?:suffer|suffered|suffering|sustain|sustained|sustaining|inflict|inflicted|inflicting|incur|incurred|incurring|take|took|taken|taking|cause|caused|causing|report|reported|reporting|confirm|confirmed|confirming|admit|admitted|acknowledge|acknowledged|deny|denied|denies|deal|dealt|left|leave|leaving|record|recorded|result|resulted|resulting|claim|claimed|claiming|saw|seen|see|bring|brought|mean|meant)$/;
const AVOIDING =
  /^(?:avoid|avoiding|avoided|prevent|preventing|minimise|minimize|minimising|minimizing|reduce|reducing|risk|risks|risking|fear|fears|feared|fearing|warn|warned|warning|potential|possible|further|more|future|limit|limiting|mitigate|against|investigate|investigating|any|probe|inquiry|verify|mourn|mourned|condolences|regret|regretted|justice|accountability|rate|rates|responsibility|responsible|avenge|avenging|revenge|anniversary|cause|causes)$/;

class SentenceTolls {
  private readonly s: Sentence;
  private readonly phrases: readonly VictimPhrase[];
  private readonly at = new Map<number, VictimPhrase>();
  private readonly drafts: TollDraft[] = [];

  constructor(
    private readonly parsed: ParsedReport,
    private readonly sentence: number,
    private readonly lexicon: TollLexicon,
    private readonly triggers: readonly HarmTrigger[],
    private readonly earlier: readonly TollDraft[],
  ) {
    this.s = parsed.sentences[sentence]!;
    const stops = new Set<number>();
    for (const t of triggers)
      if (t.split >= 0) for (let k = 0; k < t.word.rest.length; k++) stops.add(t.split + k);
    this.phrases = victimPhrases(parsed, sentence, lexicon, stops);
    for (const p of this.phrases) for (let t = p.from; t < p.to; t++) this.at.set(t, p);
  }

  read(): TollDraft[] {
    for (const trigger of this.triggers) {
      switch (trigger.word.as) {
        case "total":
          this.readTotal(trigger);
          break;
        case "noun":
          this.readNoun(trigger);
          break;
        default:
          this.readPredicate(trigger);
      }
    }
    this.readParts();
    return this.drafts.sort((a, b) => a.from - b.from || a.token - b.token);
  }

  // ---- verbs and predicates -------------------------------------------------------------------

  private readPredicate(trigger: HarmTrigger): void {
    const { entry } = trigger.word;
    if (trigger.unreal || this.isRemote(trigger)) return;
    const object = this.objectOf(trigger);
    const amod = this.modifiedBy(trigger);
    if (amod !== null) {
      if (amod.count !== null && (amod.count.kind === "figure" || amod.count.kind === "vague"))
        this.add(trigger, [amod], entry, true);
      return;
    }
    const suffersBySubject =
      entry.victim === "subject" &&
      !(
        object !== null &&
        this.suits(object, entry) &&
        object.count?.kind === "figure" &&
        entry.id === "killed/martyred"
      );
    const takesObject =
      trigger.word.as === "verb" &&
      trigger.voice === "active" &&
      !suffersBySubject &&
      object !== null &&
      this.suits(object, entry) &&
      !this.opensClause(object, trigger);
    if (takesObject) {
      if (trigger.habitual && !this.hasFigure(object)) return;
      if (entry.counted && object.count === null) return;
      // "after burning vehicles were used": the word is an adjective there
      if (
        trigger.word.form === "ing" &&
        object.count === null &&
        this.s.upos[trigger.token - 1] === "ADP" &&
        this.hasOwnPredicate(object)
      )
        return;
      this.add(trigger, this.chainRight(object, entry), entry, false);
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
      !TIME_NOUN.test(lower(this.s, object.head))
    )
      return;
    const subject = this.subjectOf(trigger, entry);
    if (subject === null) return;
    // "the number of officers killed this year to 23"
    if (/^(?:number|tally|count|total)$/.test(lower(this.s, subject.head)) && subject.count === null) {
      const whose = this.phraseAfter(subject.to);
      if (lower(this.s, subject.to) === "of" && whose !== null) this.readTotal(trigger, whose);
      return;
    }
    if (!this.suits(subject, entry)) return;
    if (trigger.habitual && !this.hasFigure(subject)) return;
    // "to target fleeing civilians" is no flight of those who target them
    if (suffersBySubject && trigger.word.form === "ing" && !trigger.finite && !this.hasFigure(subject))
      return;
    // "the town | wounded by years of war": a bare participle needs a count or a plural
    if (!trigger.finite && subject.count === null && !subject.plural && trigger.word.as !== "adj") return;
    if (trigger.word.as === "adj" && !trigger.finite && subject.count === null && !this.leftBy(subject))
      return;
    const chain = this.chainLeft(subject, entry);
    this.add(trigger, trigger.finite ? [...chain, ...this.companions(trigger, entry)] : chain, entry, true);
  }

  // "was killed | along with two bodyguards"
  private companions(trigger: HarmTrigger, entry: HarmEntry): VictimPhrase[] {
    const { s } = this;
    let t = trigger.to;
    if (lower(s, t) === ",") t++;
    if (/^(?:along|together)$/.test(lower(s, t)) && lower(s, t + 1) === "with") t += 2;
    else if (lower(s, t) === "alongside") t++;
    else return [];
    const p = this.at.get(t);
    if (p === undefined || p.from !== t || p.measure || !this.suits(p, entry)) return [];
    return this.chainRight(p, entry);
  }

  private hasFigure(p: VictimPhrase): boolean {
    return p.count !== null && p.count.kind === "figure";
  }

  private isBareCount(p: VictimPhrase): boolean {
    return p.bare && !p.measure && p.count !== null;
  }

  // "left five people dead", "leaving dozens homeless"
  private leftBy(p: VictimPhrase): boolean {
    return /^(?:left|leaves|leaving|leave)$/.test(lower(this.s, p.from - 1));
  }

  /** Whether the noun can suffer this harm. */
  private suits(p: VictimPhrase, entry: HarmEntry): boolean {
    if (p.measure) return false;
    if (p.bare) {
      if (p.count === null) return false;
      // "arresting 12": only where those before were fighters
      if (entry.who !== "fighters") return true;
      const kind = this.antecedent(p, entry)?.kind;
      return kind === "militant" || kind === "military";
    }
    const head = lower(this.s, p.head);
    switch (entry.who) {
      case "things":
        if (entry.harm === "captured") return p.thing && !this.lexicon.territory.has(p.noun ?? head);
        if (p.thing) return true;
        return (
          !entry.known &&
          p.people === null &&
          p.noun === null &&
          this.hasFigure(p) &&
          !p.named &&
          !this.lexicon.not.has(head)
        );
      case "both":
        if (p.people !== null) return p.people !== "unknown" || p.plural || p.count !== null;
        return p.thing && !this.lexicon.territory.has(p.noun ?? head);
      case "fighters":
        return p.people === "militant" || p.people === "military";
      case "people":
        if (p.people !== null) return p.noun !== null || p.named || p.plural || p.count !== null;
        if (p.named) return true;
        if (p.thing || entry.known) return false;
        // an unknown noun: only with a figure ("killed 12 mahouts")
        return p.noun === null && this.hasFigure(p) && p.plural && AGENT_NOUN.test(this.s.form[p.head]!);
    }
  }

  /** "12 wounded soldiers", "the 12 captured soldiers" */
  private modifiedBy(trigger: HarmTrigger): VictimPhrase | null {
    const p = this.at.get(trigger.token);
    return p !== undefined && p.from <= trigger.token && trigger.token < p.head && !p.bare ? p : null;
  }

  /** The phrase right behind the verb: adverbs, marks, a second verb ("killed or wounded 20") and quotes between. */
  private objectOf(trigger: HarmTrigger): VictimPhrase | null {
    const { s } = this;
    let t = trigger.to;
    for (let steps = 0; steps < 8 && t < s.form.length; steps++) {
      const p = this.at.get(t);
      if (p !== undefined && p.from === t) {
        if (p.measure && p.bare) return null;
        return p;
      }
      const w = lower(s, t);
      // "claimed the lives | of 21 worshippers"
      if (w === "of" && t === trigger.to && /^(?:lives|life)$/.test(trigger.word.rest.at(-1) ?? "")) {
        t++;
        continue;
      }
      const next = this.triggers.find((x) => x.token === t + 1 && x.word.as === "verb");
      if ((w === "and" || w === "or" || w === "/") && next !== undefined) {
        t = next.to;
        continue;
      }
      if ((w === "and" || w === "or") && /^VB[DNG]$/.test(s.xpos[t + 1] ?? "")) {
        t += 2;
        continue;
      }
      if (/^["“‘']$/.test(w) || (s.upos[t] === "ADV" && s.xpos[t] !== "WRB")) {
        t++;
        continue;
      }
      break;
    }
    // The tree may know an object farther on: "killed, according to residents, 12 people"
    const far = children(s, trigger.token, "obj").find((o) => o > trigger.to && o < trigger.to + 10);
    if (far !== undefined && (lower(s, trigger.to) === "," || s.upos[trigger.to] === "ADV"))
      return this.at.get(far) ?? null;
    return null;
  }

  // "killed | three soldiers were wounded": the phrase is the subject of what follows
  private opensClause(p: VictimPhrase, trigger: HarmTrigger): boolean {
    const { s } = this;
    const next = s.xpos[p.to] ?? "";
    if (trigger.word.form !== "past") return false;
    if (lower(s, trigger.token - 1) === "" || trigger.finite) return false;
    return (FINITE.test(next) || s.upos[p.to] === "AUX") && this.phraseEndingAt(trigger.left) !== null;
  }

  private phraseEndingAt(end: number): VictimPhrase | null {
    const p = this.at.get(end - 1);
    return p !== undefined && p.to === end ? p : null;
  }

  /** Who suffers by a passive or intransitive predicate: the phrase before its group, over prepositional phrases and asides. */
  private subjectOf(trigger: HarmTrigger, entry: HarmEntry): VictimPhrase | null {
    const { s } = this;
    let end = trigger.left;
    // "17 of its staff were among those killed"
    if (
      /^(?:those|the|people)$/.test(lower(s, end - 1)) &&
      lower(s, end - 2) === "among" &&
      s.upos[end - 3] === "AUX"
    )
      end -= 3;
    for (let steps = 0; steps < 10 && end > 0; steps++) {
      const last = end - 1;
      const w = lower(s, last);
      const p = this.phraseEndingAt(end);
      if (p !== null) {
        const before = lower(s, p.from - 1);
        if (p.measure) {
          // "three people on Friday were", "Rahim, 12,": step over
          end = s.upos[p.from - 1] === "ADP" || before === "," || before === "(" ? p.from - 1 : p.from;
          continue;
        }
        const adposition = p.from > 0 && (s.upos[p.from - 1] === "ADP" || s.xpos[p.from - 1] === "IN");
        const including = OPEN_PART.test(before) || /^(?:mostly|mainly|among)$/.test(before);
        if (!adposition && !including) return p;
        if (
          /^(?:after|when|while|as|that|because|since|before|than)$/.test(before) &&
          (this.suits(p, entry) || this.isBareCount(p))
        )
          return p;
        if (including) {
          end = p.from - 1;
          if (lower(s, end - 1) === "," || lower(s, end - 1) === "(") end--;
          continue;
        }
        if (/^(?:of|from)$/.test(before) && this.phraseEndingAt(p.from - 1) === null && this.suits(p, entry))
          return p;
        // a subject behind "with": "with 12 people killed", "with dozens wounded"
        if (
          !trigger.finite &&
          this.hasCount(p) &&
          steps === 0 &&
          (p.bare ||
            /^(?:with|saw|of|by|to|at)$/.test(before) ||
            (before === "in" && /^(?:result|end)/.test(lower(s, p.from - 2))))
        )
          return p;
        end = p.from - 1;
        continue;
      }
      if (/^(?:who|that|which|whom)$/.test(w) || w === ")" || w === "]") {
        if (w === ")") {
          let k = last;
          while (k > 0 && s.form[k] !== "(") k--;
          end = k;
        } else end = last;
        continue;
      }
      if (w === "," || w === "-" || w === "–" || w === "—") {
        const back = this.asideBefore(last);
        if (back >= 0) {
          end = back;
          continue;
        }
        // "soldiers, who were killed"
        if (/^(?:who|which)$/.test(lower(s, end)) || steps > 0) {
          end = last;
          continue;
        }
        if (trigger.finite) {
          end = last;
          continue;
        }
        return null;
      }
      if (s.upos[last] === "ADV" || /^["”’'“]$/.test(w) || w === "there" || s.upos[last] === "PART") {
        end = last;
        continue;
      }
      // "seven guards | travelling on a bus | were killed"
      if (
        /^VB[GN]$/.test(s.xpos[last]!) &&
        this.phraseEndingAt(last) !== null &&
        !this.triggers.some((x) => x.token === last)
      ) {
        end = last;
        continue;
      }
      // "including eight soldiers and two officers, were": the phrase before a joiner was taken over already
      if (JOINERS.test(w) && steps > 0) {
        end = last;
        continue;
      }
      if (OPEN_PART.test(w)) {
        end = last;
        if (lower(s, end - 1) === ",") end--;
        continue;
      }
      break;
    }
    // "a girl was hit by a bullet and died": the subject is shared
    for (const c of surfaceSubject(s, trigger.token)) {
      const p = this.at.get(c);
      if (p !== undefined && c < trigger.token && !p.measure) return p;
    }
    return null;
  }

  private hasCount(p: VictimPhrase): boolean {
    return p.count !== null && p.count.kind !== "none";
  }

  /** Start of an aside that ends at a mark: ", including three children," or "— eight of them soldiers —"; -1 where none is. */
  private asideBefore(mark: number): number {
    const { s } = this;
    const dash = /^[-–—]$/.test(s.form[mark]!);
    for (let k = mark - 1; k >= 0 && k >= mark - 25; k--) {
      const w = s.form[k]!;
      if (/^[.;:!?]$/.test(w)) return -1;
      if (dash ? /^[-–—]$/.test(w) : w === ",") {
        const first = lower(s, k + 1);
        const opens =
          dash ||
          OPEN_PART.test(first) ||
          /^(?:who|which|some|many|most|mostly|mainly|both|all|aged|none|several|according|identified|along|together|as)$/.test(
            first,
          ) ||
          this.at.get(k + 1)?.ofThem === true ||
          (!dash &&
            this.at.get(k + 1)?.to === mark &&
            s.upos[this.at.get(k + 1)!.head] === "PROPN" &&
            this.at.get(k + 1)?.count === null &&
            k > 0 &&
            s.upos[k - 1] !== "PROPN") ||
          this.at.get(k + 1)?.measure === true;
        if (opens) return k;
      }
    }
    return -1;
  }

  /** "12 soldiers, three policemen and a child | were killed": all of them, in order. */
  private chainLeft(last: VictimPhrase, entry: HarmEntry): VictimPhrase[] {
    const chain = [last];
    const { s } = this;
    if (last.ofThem) return chain;
    for (let first = last; ; ) {
      let t = first.from - 1;
      if (t < 1 || !(JOINERS.test(lower(s, t)) || (lower(s, t) === "well" && lower(s, t - 1) === "as")))
        break;
      while (t > 0 && (JOINERS.test(lower(s, t)) || /^(?:as|well)$/.test(lower(s, t)))) t--;
      let before = this.phraseEndingAt(t + 1);
      // "nine women and children": one figure over both
      if (
        before !== null &&
        last.count === null &&
        last.plural &&
        chain.length === 1 &&
        before.count?.kind === "figure" &&
        this.suits(before, entry) &&
        lower(s, t + 1) === "and" &&
        t + 2 === last.from
      )
        return [before];
      // "Captain Hasnain, 24, and Naik Bilal": an age between
      if (before?.measure && before.bare && lower(s, before.from - 1) === ",")
        before = this.phraseEndingAt(before.from - 1);
      if (
        before === null ||
        before.measure ||
        (before.count === null && !(before.named && first.named)) ||
        !(this.suits(before, entry) || (before.bare && !before.ofThem && this.isElliptic(before)))
      )
        break;
      const verb = before.from - 1;
      // "killed 12 soldiers and three civilians were wounded": the first belongs to its own verb
      if (
        verb >= 0 &&
        (s.upos[verb] === "VERB" || this.triggers.some((x) => x.token === verb || x.to === before.from))
      )
        break;
      if (verb >= 0 && s.upos[verb] === "ADP" && !/^(?:after|when|that|while|as)$/.test(lower(s, verb)))
        break;
      if (first.count === null && last.count === null && !first.plural && !first.named) break;
      chain.unshift(before);
      first = before;
    }
    return chain;
  }

  // "eight Afghan and two Pakistani soldiers": the noun comes with the last
  private isElliptic(p: VictimPhrase): boolean {
    return p.bare && p.to > (p.count?.to ?? p.to);
  }

  /** "killed | 12 soldiers, three policemen and a child": until a phrase that has a predicate of its own. */
  private chainRight(first: VictimPhrase, entry: HarmEntry): VictimPhrase[] {
    const chain = [first];
    const { s } = this;
    for (let last = first; ; ) {
      let t = this.overAttachments(last.to);
      if (
        !(
          JOINERS.test(lower(s, t)) ||
          (lower(s, t) === "as" && lower(s, t + 1) === "well") ||
          lower(s, t) === "along"
        )
      )
        break;
      while (JOINERS.test(lower(s, t)) || /^(?:as|well|along|with)$/.test(lower(s, t))) t++;
      const next = this.at.get(t);
      if (
        next === undefined ||
        next.from !== t ||
        next.measure ||
        next.ofThem ||
        (next.count === null && !this.isOneOfTheirs(next))
      )
        break;
      if (!this.suits(next, entry) && !this.isElliptic(next) && !(next.bare && next.count?.more)) break;
      if (next.bare && !this.isElliptic(next) && !next.count?.more && next.noun === null) break;
      if (this.hasOwnPredicate(next)) break;
      chain.push(next);
      last = next;
    }
    return chain;
  }

  // "a colonel and his driver"
  private isOneOfTheirs(p: VictimPhrase): boolean {
    return p.possessive >= 0 && p.people !== null && p.people !== "unknown" && !p.plural;
  }

  /** Past "of the RSF", "from Goma", "in Gaza" (one phrase with a preposition). */
  private overAttachments(from: number): number {
    const { s } = this;
    let t = from;
    for (let steps = 0; steps < 2; steps++) {
      if (/^(?:of|from|in|at|near|inside|belonging)$/.test(lower(s, t))) {
        let k = t + 1;
        while (k < s.form.length && (s.upos[k] === "ADP" || s.upos[k] === "DET")) k++;
        const p = this.at.get(k) ?? this.at.get(t + 1);
        if (p === undefined || p.count !== null) return t;
        t = p.to;
      }
    }
    return t;
  }

  private hasOwnPredicate(p: VictimPhrase): boolean {
    const { s } = this;
    let t = p.to;
    while (s.upos[t] === "ADV") t++;
    if (s.upos[t] === "AUX" || FINITE.test(s.xpos[t] ?? "")) return true;
    if (this.triggers.some((x) => x.token === t && x.word.as !== "noun")) return true;
    return false;
  }

  // ---- nouns ------------------------------------------------------------------------------------

  private readNoun(trigger: HarmTrigger): void {
    const { s } = this;
    const { entry } = trigger.word;
    const word = lower(s, trigger.token);
    const own = this.at.get(trigger.to - 1) ?? this.at.get(trigger.token);
    if (own === undefined || this.isRemote(trigger)) return;
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
    const of = this.victimsBehind(trigger);
    if (isBody) {
      this.readBodies(trigger, own, of);
      return;
    }
    if (counted && !negative && own.count !== null) {
      if (this.isAvoided(own)) return;
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
      if (s.form.some((w) => ECONOMY.test(w.toLowerCase()))) return;
      if (
        !/^(?:heavy|human|severe|serious|significant|major|massive|combat|troop|military|battlefield|huge|considerable|substantial|large)$/.test(
          lower(s, own.to - 2),
        ) &&
        lower(s, trigger.to) !== "of"
      )
        return;
      if (of !== null && this.suits(of, entry)) {
        this.add(trigger, this.chainRight(of, entry), entry, false);
        return;
      }
      if (this.near(own, SUFFERING) && !/^(?:economic|financial|material)$/.test(lower(s, own.to - 2)))
        this.addNoun(trigger, own, { ...VAGUE, words: this.text(own) }, null);
      return;
    }
    if (of !== null && this.suits(of, entry)) {
      // "the killing of civilians", "the death of 14 soldiers"; a named person's death is no count
      if (of.count === null && (!of.plural || of.named)) return;
      if (of.count === null && /^(?:murder|execution|capture|arrest)/.test(word)) return;
      this.add(trigger, this.chainRight(of, entry), entry, false);
      return;
    }
    // "civilian deaths", "military casualties"
    if (lower(s, trigger.to) === ":") return;
    const isPlural = /s$/.test(word) && /^(?:deaths|fatalities|casualties|injuries)$/.test(word);
    if (!isPlural) return;
    const kind = this.modifierKind(own);
    if (CASUALTY.test(word) || kind !== null || own.party !== null || this.near(own, SUFFERING)) {
      if (entry.harm === "wounded") return;
      this.addNoun(trigger, own, { ...VAGUE, words: this.text(own) }, null);
    }
  }

  private text(p: VictimPhrase): string {
    return this.s.text.slice(this.s.start[p.from]!, this.s.end[p.to - 1]!);
  }

  private modifierKind(p: VictimPhrase): VictimKind | null {
    for (let t = p.head - 1; t >= p.from; t--) {
      const kind = this.lexicon.modifiers.get(lower(this.s, t));
      if (kind !== undefined) return kind;
    }
    return null;
  }

  private near(p: VictimPhrase, words: RegExp): boolean {
    for (let t = Math.max(0, p.from - 5); t < Math.min(this.s.form.length, p.to + 5); t++)
      if (words.test(lower(this.s, t))) return true;
    return false;
  }

  private isAvoided(p: VictimPhrase): boolean {
    for (let t = p.from - 1; t >= Math.max(0, p.from - 3); t--) {
      if (AVOIDING.test(lower(this.s, t))) return true;
      if (this.s.upos[t] === "PUNCT") return false;
    }
    // "could cause deaths", "would mean casualties"
    for (let t = p.from - 1; t >= Math.max(0, p.from - 5); t--)
      if (/^(?:could|would|may|might|will|can)$/.test(lower(this.s, t))) return true;
    for (let t = p.from; t < p.head; t++)
      if (
        /^(?:further|more|potential|possible|future|any|unnecessary)$/.test(lower(this.s, t)) &&
        p.count?.kind !== "figure"
      )
        return true;
    return false;
  }

  // "no reports of casualties", "did not report any casualties"
  private noReports(p: VictimPhrase): boolean {
    let negative = false;
    for (let t = p.from - 1; t >= Math.max(0, p.from - 7); t--) {
      const w = lower(this.s, t);
      if (w === "no" || w === "not" || w === "n't" || w === "n’t" || w === "without" || w === "neither")
        negative = true;
      if (/^[.;:]$/.test(w)) break;
    }
    return negative;
  }

  /** "deaths of 14 soldiers", "31 deaths among civilians" */
  private victimsBehind(trigger: HarmTrigger): VictimPhrase | null {
    const { s } = this;
    let t = trigger.to;
    if (
      !/^(?:of|among|amongst)$/.test(lower(s, t)) &&
      !(lower(s, t) === "to" && /^injur/.test(lower(s, t - 1)))
    )
      return null;
    t++;
    const p = this.at.get(t);
    return p !== undefined && p.from === t ? p : null;
  }

  private addNoun(trigger: HarmTrigger, own: VictimPhrase, count: Count, of: VictimPhrase | null): void {
    const { entry } = trigger.word;
    const word = lower(this.s, trigger.token);
    const kind = this.modifierKind(own) ?? of?.people ?? "unknown";
    const party = own.party ?? of?.party ?? this.possessorOf(own) ?? this.sufferer(own);
    const base = {
      phrase: own,
      from: own.from,
      to: of?.to ?? own.to,
      token: trigger.token,
      kind,
      party,
      possessive: party === null && own.possessive >= 0,
      possessiveToken: own.possessive,
      words: this.text(own),
      perpetrator: this.perpetratorOf(trigger, false),
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
    const { s } = this;
    let t = own.to;
    if (lower(s, t) === ",") t++;
    if (!OPEN_PART.test(lower(s, t))) return null;
    const p = this.at.get(t + 1);
    if (p === undefined || p.count?.kind !== "figure") return null;
    return /^(?:dead|deaths|killed|fatalities|fatal)$/.test(lower(s, p.to)) ||
      /^(?:deaths|dead|fatalities)$/.test(lower(s, p.head))
      ? p.count.count
      : null;
  }

  private readBodies(trigger: HarmTrigger, own: VictimPhrase, of: VictimPhrase | null): void {
    const { s } = this;
    const found = (t: number) =>
      /^(?:found|recovered|recovering|finding|retrieved|retrieving|pulled|pulling|discovered|exhumed|dug|counted|brought|unearthed|collected|seen|lay|lying|littered|arrived|received|taken|buried)$/.test(
        lower(s, t),
      );
    let isFound = false;
    for (let t = Math.max(0, own.from - 6); t < Math.min(s.form.length, (of?.to ?? own.to) + 12); t++) {
      if (found(t)) isFound = true;
      if (
        /^(?:exchange|exchanged|swap|swapped|repatriate|repatriated|repatriation|return|returned|handover|handed|hand|release|released)$/.test(
          lower(s, t),
        )
      )
        return;
    }
    if (!isFound) return;
    const counted = own.count !== null && own.count.kind !== "article" ? own.count.count : null;
    if (of !== null && of.people !== null && (of.count !== null || counted !== null)) {
      if (counted !== null) this.addNoun(trigger, own, counted, of);
      else this.add(trigger, this.chainRight(of, trigger.word.entry), trigger.word.entry, false);
    } else if (counted !== null) this.addNoun(trigger, own, counted, null);
  }

  /** "the death toll rose to 31", "bringing the toll of dead to more than 40" */
  private readTotal(trigger: HarmTrigger, whose: VictimPhrase | null = null): void {
    const { s } = this;
    let last: VictimPhrase | null = null;
    for (let t = trigger.to; t < s.form.length && t < trigger.to + 24; t++) {
      if (/^[.;:!?]$/.test(s.form[t]!)) break;
      if (t > trigger.to && this.triggers.some((x) => x.token === t && x.word.as === "verb" && x.finite))
        break;
      const p = this.at.get(t);
      if (p === undefined || p.from !== t || p.measure || p.count?.kind !== "figure") continue;
      const before = lower(s, t - 1);
      if (before === "from" && p.count.count.hedge === "about") {
        last = p;
        break;
      }
      if (
        /^(?:to|at|of|is|was|reached|reaches|reaching|surpassed|exceeded|exceeds|passed|topped|hit|stood|now|past|beyond|:|crossed|be|than)$/.test(
          before,
        ) ||
        s.upos[t - 1] === "ADV" ||
        s.upos[t - 1] === "VERB"
      ) {
        last = p;
        if (before !== "from" && before !== "of") break;
      }
    }
    if (last?.count == null) return;
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
    const own = this.at.get(trigger.token);
    this.push({
      phrase: last,
      from: Math.min(own?.from ?? trigger.token, trigger.token),
      to: last.to,
      token: trigger.token,
      harm: trigger.word.entry.harm,
      count,
      kind: last.people ?? whose?.people ?? this.toll(own) ?? "unknown",
      party: last.party ?? whose?.party ?? own?.party ?? null,
      possessive: false,
      possessiveToken: -1,
      words: last.bare ? "" : this.text(last),
      perpetrator: null,
      rule: trigger.word.entry.id,
    });
  }

  private toll(p: VictimPhrase | undefined): VictimKind | null {
    return p === undefined ? null : this.modifierKind(p);
  }

  // ---- parts ------------------------------------------------------------------------------------

  private readParts(): void {
    const { s } = this;
    for (let t = 0; t < s.form.length; t++) {
      const w = lower(s, t);
      let first = -1;
      if (OPEN_PART.test(w)) {
        first = t + 1;
        if (/^(?:them|those|whom|these|the|victims)$/.test(lower(s, first)) && /^among/.test(w)) {
          while (
            first < s.form.length &&
            first < t + 5 &&
            /^(?:them|those|whom|these|the|victims|dead|killed|wounded|were|are|was|injured)$/.test(
              lower(s, first),
            )
          )
            first++;
        } else if (/^among/.test(w)) continue;
      } else if (/^[-–—:(]$/.test(s.form[t]!) && this.at.get(t + 1)?.from === t + 1) first = t + 1;
      else {
        const p = this.at.get(t);
        if (p?.ofThem && p.from === t) {
          this.readOfThem(p);
          t = p.to - 1;
        }
        continue;
      }
      const p = this.at.get(first);
      if (p === undefined || p.from !== first || p.count === null || p.measure) continue;
      if (this.readAmongDead(p, t, first)) continue;
      const isList = !OPEN_PART.test(w);
      this.addParts(p, t, isList);
    }
  }

  // "Among the dead were four children", "The dead included three journalists": parts of a total told before, or tolls of their own
  private readAmongDead(first: VictimPhrase, marker: number, at: number): boolean {
    const { s } = this;
    const isAmong = /^among/.test(lower(s, marker));
    const victims = isAmong
      ? s.form.slice(marker + 1, at).map((w) => w.toLowerCase())
      : /^includ(?:ed|es?)$/.test(lower(s, marker))
        ? [lower(s, marker - 1)]
        : [];
    const word = victims.find((w) =>
      /^(?:dead|killed|victims|fatalities|casualties|deceased|wounded|injured|missing)$/.test(w),
    );
    if (word === undefined) return false;
    const harm: Harm = /^(?:wounded|injured)$/.test(word)
      ? "wounded"
      : word === "missing"
        ? "missing"
        : "killed";
    const entry: HarmEntry = {
      id: `${harm}/among`,
      harm,
      thingsHarm: null,
      victim: "object",
      who: "people",
      range: false,
      known: false,
      counted: false,
      not: new Set(),
    };
    const total =
      this.totalBefore(marker, first, false) ??
      this.earlier
        .filter((d) => d.sentence >= this.sentence - 2 && d.partOf === null && d.harm === harm)
        .at(-1);
    for (const p of this.chainRight(first, entry)) {
      if (p.count === null || (p.bare && !this.isElliptic(p)) || p.people === null) continue;
      this.push({
        phrase: p,
        from: p.from,
        to: p.to,
        token: marker,
        harm,
        count: p.count.count,
        kind: p.people,
        party: p.party,
        possessive: false,
        possessiveToken: -1,
        words: this.text(p),
        perpetrator: total?.perpetrator ?? null,
        rule: entry.id,
        ...(total === undefined ? {} : { partOf: total }),
      });
    }
    return true;
  }

  // "three of them children", "two of whom were women"
  private readOfThem(p: VictimPhrase): void {
    const { s } = this;
    let t = p.to;
    while (/^(?:,|were|are|was|being|is)$/.test(lower(s, t)) || s.upos[t] === "ADV") t++;
    const noun = this.at.get(t);
    if (
      noun === undefined ||
      noun.from !== t ||
      noun.people === null ||
      noun.count?.kind === "figure" ||
      p.count?.kind !== "figure"
    )
      return;
    if (this.triggers.some((x) => x.token >= p.to && x.token <= noun.to && x.word.as !== "noun")) return;
    const harm = /^(?:wounded|injured)$/.test(lower(s, p.to - 1)) ? "wounded" : "killed";
    const total =
      this.totalBefore(p.from, p, false) ??
      this.earlier
        .filter((d) => d.sentence >= this.sentence - 2 && d.partOf === null && d.harm === harm)
        .at(-1) ??
      null;
    if (total === null) return;
    this.pushPart(total, { ...noun, from: p.from, count: p.count, party: noun.party });
  }

  private totalBefore(t: number, part: VictimPhrase, isList: boolean): TollDraft | null {
    const candidates = this.drafts.filter((d) => {
      const phraseEnd = d.phrase?.to ?? d.to;
      const end = isList ? phraseEnd : Math.min(Math.max(phraseEnd, d.token + 1), t);
      if (isList && t - Math.max(phraseEnd, d.token < t ? d.token + 1 : 0) > 1) return false;
      return (
        phraseEnd <= t &&
        end <= t &&
        d.partOf === null &&
        !(d.phrase !== null && overlapsPhrase(d.phrase, part)) &&
        (part.thing && part.people === null
          ? d.harm === "destroyed" || d.harm === "captured"
          : d.harm !== "destroyed")
      );
    });
    const near = (d: TollDraft) => Math.max(d.phrase?.to ?? d.to, d.token < t ? d.token + 1 : 0);
    let best: TollDraft | null = null;
    for (const d of candidates) if (best === null || near(d) >= near(best)) best = d;
    if (best === null) return null;
    const low = part.count?.count.low ?? 0;
    const high = best.count.high ?? Number.POSITIVE_INFINITY;
    return low <= high ? best : null;
  }

  private addParts(first: VictimPhrase, marker: number, isList: boolean): void {
    const total = this.totalBefore(marker, first, isList);
    if (total === null) return;
    const entry = this.entryOf(total);
    const chain = this.partChain(first, entry);
    if (isList) {
      // "12 people — eight civilians and four soldiers": only what adds up to no more than the total
      if (first.people === null && !this.isElliptic(first)) return;
      const sum = chain.reduce((n, p) => n + (p.count?.count.low ?? 0), 0);
      if (
        total.count.low === null ||
        sum > total.count.low ||
        chain.some((p) => !this.hasFigure(p) && p.count?.kind !== "article")
      )
        return;
      if (chain.length < 2 && sum !== total.count.low) return;
    }
    const noun = [...chain].reverse().find((p) => p.people !== null || p.thing);
    for (const p of chain) {
      if (p.count === null) continue;
      if (p.count.kind === "none") continue;
      if (p.bare && !this.isElliptic(p)) continue;
      const blank = p.people === null && !p.thing;
      const filled =
        blank && noun !== undefined
          ? { ...p, people: noun.people, thing: noun.thing }
          : (blank || p.people === "unknown") && isList
            ? { ...p, people: total.kind }
            : p;
      if (filled.people === null && !filled.thing) continue;
      this.pushPart(total, filled);
    }
  }

  private partChain(first: VictimPhrase, entry: HarmEntry): VictimPhrase[] {
    return this.chainRight(first, entry);
  }

  private entryOf(d: TollDraft): HarmEntry {
    return this.triggers.find((x) => x.token === d.token)!.word.entry;
  }

  private pushPart(total: TollDraft, p: VictimPhrase): void {
    if (p.count === null) return;
    this.push({
      phrase: p,
      from: p.from,
      to: p.to,
      token: total.token,
      harm: total.harm,
      count: p.count.count,
      kind: p.thing && p.people === null ? "equipment" : (p.people ?? total.kind),
      party: p.party ?? total.party,
      possessive: p.party === null && total.party === null && total.possessive,
      possessiveToken: total.possessiveToken,
      words: this.text(p),
      perpetrator: total.perpetrator,
      partOf: total,
      rule: total.rule,
    });
  }

  // ---- adding -----------------------------------------------------------------------------------

  private add(
    trigger: HarmTrigger,
    chain: readonly VictimPhrase[],
    entry: HarmEntry,
    passive: boolean,
  ): void {
    const nounOf = [...chain].reverse().find((p) => p.people !== null || p.thing);
    const owner = entry.id === "killed/lose" ? this.ownerBefore(trigger) : -1;
    const loser = entry.id === "killed/lose" && owner < 0 ? this.actorBefore(trigger) : null;
    const perpetrator = loser === null && owner < 0 ? this.perpetratorOf(trigger, !passive) : null;
    const coordinated = this.coordinatedHarm(trigger);
    chain.forEach((p) => {
      const victim =
        p.bare && nounOf !== undefined && this.isElliptic(p)
          ? { ...p, people: nounOf.people, thing: nounOf.thing }
          : p;
      const count = this.countOf(victim, trigger, entry, coordinated);
      if (count === null) return;
      const inherited =
        victim.bare && victim.people === null && !victim.thing ? this.antecedent(victim, entry) : null;
      const kind = this.kindOf(victim, entry, inherited);
      const merged = this.mergedScope(victim, entry);
      this.push({
        phrase: victim,
        from: Math.min(p.from, trigger.finite || passive ? Math.max(trigger.left, 0) : trigger.token),
        to: Math.max(p.to, trigger.to),
        token: trigger.token,
        harm: victim.thing && victim.people === null ? (entry.thingsHarm ?? entry.harm) : entry.harm,
        count,
        kind: merged?.kind !== undefined && merged.kind !== kind ? "mixed" : kind,
        party: victim.party ?? inherited?.party ?? loser,
        possessive: victim.party === null && loser === null && (victim.possessive >= 0 || owner >= 0),
        possessiveToken: victim.possessive >= 0 ? victim.possessive : owner,
        words: this.text(p),
        perpetrator,
        rule: entry.id,
      });
    });
  }

  // "200 fighters and associated militants": one figure over both
  private mergedScope(p: VictimPhrase, entry: HarmEntry): { kind: VictimKind } | null {
    if (p.count === null || p.count.kind === "article") return null;
    if (lower(this.s, p.to) !== "and") return null;
    const next = this.at.get(p.to + 1);
    if (
      next === undefined ||
      next.from !== p.to + 1 ||
      next.count !== null ||
      next.people === null ||
      !next.plural ||
      next.measure
    )
      return null;
    if (!this.suits(next, entry) || this.hasOwnPredicate(next)) return null;
    return { kind: next.people };
  }

  private kindOf(p: VictimPhrase, entry: HarmEntry, inherited: Pick<TollDraft, "kind"> | null): VictimKind {
    if (entry.who === "things" || (entry.who === "both" && p.people === null && p.thing)) return "equipment";
    return p.people ?? inherited?.kind ?? "unknown";
  }

  // "its forces had lost nine men": the token of "its", or -1
  private ownerBefore(trigger: HarmTrigger): number {
    for (const subject of logicalSubject(this.s, trigger.token)) {
      const p = this.at.get(subject);
      if (p !== undefined && subject < trigger.token && p.possessive >= 0) return p.possessive;
    }
    return -1;
  }

  /** "several others": who was spoken of just before. */
  private antecedent(p: VictimPhrase, entry: HarmEntry): Pick<TollDraft, "kind" | "party"> | null {
    const sameWorld = (d: TollDraft) =>
      (d.harm === "destroyed") === (entry.who === "things") && d.partOf === null;
    const here = this.drafts
      .filter((d) => sameWorld(d) && d.from < p.from && d.phrase !== null && !d.phrase.ofThem)
      .at(-1);
    if (here !== undefined) return here;
    // "seven peacekeepers, three of whom later died, were injured"
    if (p.ofThem) {
      const before = this.phrases.filter((x) => x.to <= p.from && x.people !== null && !x.measure).at(-1);
      if (before !== undefined && p.from - before.to <= 2)
        return { kind: before.people!, party: before.party };
    }
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
    const words = p.count?.count.words ?? this.s.form[p.head]!;
    if (p.count !== null) {
      const { count, kind } = p.count;
      if (kind === "none") return trigger.word.entry.id === "killed/losses" ? null : count;
      if (trigger.negated)
        return /^(?:any|a|one)\b/i.test(words) || kind === "article"
          ? { low: 0, high: 0, hedge: "exact", words }
          : null;
      if (kind === "figure" && count.high !== null && (entry.range || coordinated))
        return { low: 0, high: count.high, hedge: "up-to", words };
      return count;
    }
    if (p.bare) return null;
    if (p.any) return trigger.negated ? { low: 0, high: 0, hedge: "exact", words } : { ...VAGUE, words };
    if (entry.harm === "displaced" && !p.plural) return null;
    if (trigger.negated) return p.plural ? { low: 0, high: 0, hedge: "exact", words } : null;
    if (p.plural)
      return lower(this.s, p.from) === "both"
        ? { low: 2, high: 2, hedge: "exact", words }
        : { ...VAGUE, words };
    // one person or thing: "the commander was killed", "destroyed the bridge"
    if (
      trigger.word.as === "verb" &&
      (trigger.finite || trigger.word.form === "past" || trigger.word.form === "ing")
    ) {
      if (this.s.upos[p.head] === "PRON") return null;
      return this.s.xpos[p.head] === "NNS" ? { ...VAGUE, words } : { low: 1, high: 1, hedge: "exact", words };
    }
    return null;
  }

  // "killed or wounded 20", "20 were killed and wounded": one figure for both
  private coordinatedHarm(trigger: HarmTrigger): boolean {
    const { s } = this;
    const joined = (t: number) => /^(?:and|or|\/)$/.test(lower(s, t));
    const other = (x: HarmTrigger | undefined) =>
      x !== undefined &&
      x.word.entry.harm !== trigger.word.entry.harm &&
      x.word.as !== "noun" &&
      x.word.entry.harm !== "missing";
    if (joined(trigger.to)) {
      const next = this.triggers.find((x) => x.token === trigger.to + 1);
      if (other(next)) return true;
    }
    if (joined(trigger.token - 1)) {
      const prior = this.triggers.find((x) => x.to === trigger.token - 1);
      if (other(prior)) return true;
    }
    return false;
  }

  private push(
    d: Omit<TollDraft, "sentence" | "partOf" | "by" | "onlyDenied"> & { partOf?: TollDraft },
  ): void {
    if (d.phrase !== null) {
      const taken = this.drafts.find(
        (x) =>
          x.phrase !== null &&
          overlapsPhrase(x.phrase, d.phrase!) &&
          (x.harm === d.harm || (x.token !== d.token && !this.sharesFigure(x, d.token))),
      );
      if (taken !== undefined) return;
    }
    this.drafts.push({
      ...d,
      sentence: this.sentence,
      partOf: d.partOf ?? null,
      onlyDenied: d.phrase?.any === true && d.count.hedge === "vague",
      by: "surface",
    });
  }

  // two harms on one phrase: only where they are coordinated ("killed or wounded 20") or a noun gives both ("casualties")
  private sharesFigure(x: TollDraft, token: number): boolean {
    const between = this.s.form.slice(Math.min(x.token, token) + 1, Math.max(x.token, token));
    return between.length <= 2 && between.some((w) => /^(?:and|or|\/)$/i.test(w));
  }

  // ---- by whom, when ----------------------------------------------------------------------------

  private possessorOf(p: VictimPhrase): PartyRef | null {
    const m = (this.parsed.mentions[this.sentence] ?? []).find(
      (x) => x.head >= p.from && x.head < p.to && x.parties.length === 1,
    );
    return m?.parties[0]?.code == null ? null : m.parties[0];
  }

  private mentionIn(from: number, to: number): PartyMention | null {
    return (
      (this.parsed.mentions[this.sentence] ?? [])
        .filter((m) => m.from >= from && m.to <= to && m.parties.length === 1)
        .at(-1) ?? null
    );
  }

  private perpetratorOf(trigger: HarmTrigger, active: boolean): PartyRef | null {
    const { s } = this;
    // behind: "by X", "in an attack by X", "in Israeli strikes"
    for (let t = trigger.to; t < s.form.length && t < trigger.to + 25; t++) {
      const w = lower(s, t);
      if (/^[.;:]$/.test(w) || (active && t > trigger.to + 12)) break;
      if (w === "by" && !active) {
        const by = this.phraseAfter(t);
        const m =
          by === null
            ? null
            : (this.mentionIn(by.from, by.to) ?? mentionAt(this.parsed, this.sentence, by.head));
        if (m !== null && m.parties.length === 1) return m.parties[0]!;
      }
      if (/^(?:in|during|after|from|when|by|amid|following)$/.test(w)) {
        const p = this.phraseAfter(t);
        if (p !== null && ATTACK.test(lower(s, p.head))) {
          const m = this.mentionIn(p.from, p.to);
          if (m?.agent) return m.parties[0]!;
          if (lower(s, p.to) === "by") {
            const by = this.phraseAfter(p.to);
            const agent = by === null ? null : this.mentionIn(by.from, by.to);
            if (agent !== null) return agent.parties[0]!;
          }
        }
      }
      if (w === "," && active) break;
    }
    if (!active) return this.attackBefore(trigger);
    return this.actorBefore(trigger);
  }

  private phraseAfter(t: number): VictimPhrase | null {
    const p = this.at.get(t + 1);
    return p !== undefined && p.from === t + 1 ? p : null;
  }

  // "Pakistan's strikes killed", "airstrikes by X that left many dead", "the army …, killing 12"
  private actorBefore(trigger: HarmTrigger): PartyRef | null {
    const { s } = this;
    for (const subject of logicalSubject(s, trigger.token)) {
      const near = subject < trigger.token ? this.at.get(subject) : undefined;
      if (near === undefined) continue;
      const m = this.mentionIn(near.from, near.to) ?? mentionAt(this.parsed, this.sentence, near.head);
      if (m !== null && m.parties.length === 1) return m.parties[0]!;
      if (lower(s, near.to) === "by" || lower(s, near.to) === "of") {
        const by = this.phraseAfter(near.to);
        const agent = by === null ? null : this.mentionIn(by.from, by.to);
        if (agent !== null) return agent.parties[0]!;
      }
    }
    // "the attack on Kabul, which killed 12": whose attack it was, and nobody else's
    if (/^(?:that|which|who)$/.test(lower(s, trigger.left - 1))) return this.attackBefore(trigger);
    // "killed one soldier and wounded another": whoever did the first
    const first = this.drafts.filter((d) => d.token < trigger.token && d.partOf === null).at(-1);
    if (first !== undefined && trigger.token - first.to <= 4) return first.perpetrator;
    const isVictim = (m: PartyMention) =>
      this.drafts.some((d) => d.phrase !== null && m.from < d.phrase.to && d.phrase.from < m.to);
    const before = (this.parsed.mentions[this.sentence] ?? []).filter(
      (m) =>
        m.to <= trigger.left &&
        m.parties.length === 1 &&
        m.agent &&
        !isVictim(m) &&
        s.upos[m.from - 1] !== "ADP" &&
        s.upos[m.from - 2] !== "ADP",
    );
    return before.at(-1)?.parties[0] ?? null;
  }

  // "the column suffered heavy losses": whose they are
  private sufferer(own: VictimPhrase): PartyRef | null {
    for (let t = own.from - 1; t >= Math.max(0, own.from - 4); t--) {
      if (
        !/^(?:suffer|suffers|suffered|suffering|sustained|sustaining|incurred|took)$/.test(lower(this.s, t))
      )
        continue;
      const before = (this.parsed.mentions[this.sentence] ?? []).filter((m) => m.to <= t && m.agent).at(-1);
      return before?.parties.length === 1 && before.parties[0]!.code !== null ? before.parties[0]! : null;
    }
    return null;
  }

  private attackBefore(trigger: HarmTrigger): PartyRef | null {
    const attack = this.phrases
      .filter((p) => p.to <= trigger.left && ATTACK.test(lower(this.s, p.head)))
      .at(-1);
    if (attack === undefined) return null;
    const m = this.mentionIn(attack.from, attack.to);
    if (m !== null) return m.parties[0]!;
    if (lower(this.s, attack.to) === "by") {
      const by = this.phraseAfter(attack.to);
      const agent = by === null ? null : this.mentionIn(by.from, by.to);
      return agent?.parties[0] ?? null;
    }
    return null;
  }

  /** Told of a time long past: "killed in the 1971 war", "in 1994", "three decades ago". */
  private isRemote(trigger: HarmTrigger): boolean {
    const { s } = this;
    const { published } = this.parsed.report;
    const now = Number((published.to ?? published.from ?? "").slice(0, 4));
    for (let t = Math.max(0, trigger.token - 25); t < Math.min(s.form.length, trigger.token + 20); t++) {
      const w = lower(s, t);
      // "the deadliest since 2014, when 132 were killed"
      if (
        /^(?:1[89]|20)\d\d$/.test(w) &&
        now > 0 &&
        now - Number(w) >= 3 &&
        t < trigger.token &&
        lower(s, t + 1) === "," &&
        /^(?:when|in)$/.test(lower(s, t + 2))
      )
        return true;
      if (w === "decades" && lower(s, t + 1) === "ago") return true;
      if (
        /^(?:1[89]\d\d|19\d0s)$/.test(w) &&
        !/^(?:since|from)$/.test(lower(s, t - 1)) &&
        this.sameClause(t, trigger.token)
      )
        return now === 0 || now - Number(w.slice(0, 4)) > 10 || w.endsWith("s");
      if (
        /^20\d\d$/.test(w) &&
        now > 0 &&
        now - Number(w) >= 5 &&
        !/^(?:since|from)$/.test(lower(s, t - 1)) &&
        this.sameClause(t, trigger.token)
      ) {
        const next = lower(s, t + 1);
        if (
          /^(?:war|genocide|massacre|uprising|invasion|conflict|attack|bombing|earthquake)$/.test(next) ||
          now - Number(w) >= 10
        )
          return true;
      }
    }
    return false;
  }

  private sameClause(a: number, b: number): boolean {
    for (let t = Math.min(a, b) + 1; t < Math.max(a, b); t++)
      if (/^[;:.]$/.test(this.s.form[t]!)) return false;
    return true;
  }
}

const TIME_NOUN =
  /^(?:days?|weeks?|months?|years?|hours?|nights?|mornings?|evenings?|times?|weekends?|afternoons?|decades?|minutes?|way|spot|place|scene|while)$/;
/** Nouns of people by their form: "mahouts" is none, "smugglers", "lobbyists", "deportees" are. */
const AGENT_NOUN = /^\p{Ll}+(?:ers|ors|ists|ians|ees|ants|men|women|ites|eers|folk|goers)$/u;
const ECONOMY =
  /^(?:quarter|airline|airlines|company|companies|profit|profits|market|markets|shares|stock|stocks|revenue|bank|banks|insurer|insurers|investors|economy|trading|sales|firm|firms|election|seats|season|match|crop|crops|harvest|fiscal|export|exports)$/;
const ATTACK =
  /^(?:attacks?|strikes?|airstrikes?|raids?|shelling|bombardments?|bombings?|assaults?|offensives?|operations?|ambush(?:es)?|fire|gunfire|missiles?|drones?|rockets?|barrages?|incursions?|campaign|artillery|forces|raid|blasts?|explosions?|bombs?|shells?|air-strikes?|invasion|strike)$/;

function overlapsPhrase(a: VictimPhrase, b: VictimPhrase): boolean {
  return a.from < b.to && b.from < a.to;
}
