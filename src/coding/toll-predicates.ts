import { lower } from "../language/sentence.js";
import { children } from "../language/tree.js";
import { exactly } from "./counts.js";
import type { HarmClause } from "./harm-clause.js";
import {
  isObjectOfAnother,
  modifiedBy,
  objectOf,
  opensClause,
  relativeObject,
  standsBefore,
} from "./harm-objects.js";
import { amongBefore, invertedSubject, numberOf, subjectOf } from "./harm-subjects.js";
import type { HarmTrigger } from "./harm-words.js";
import { isRemote } from "./remote-harm.js";
import { addChain } from "./toll-chains.js";
import type { TollSheet } from "./toll-sheet.js";
import type { TollTotals } from "./toll-totals.js";
import { chainLeft, chainRight, companions } from "./victim-chains.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** Harm told by a verb or a predicate: "killed 12 soldiers", "three were wounded", "nine dead". */
export class TollPredicates {
  private readonly view: HarmClause;

  constructor(
    private readonly sheet: TollSheet,
    private readonly totals: TollTotals,
  ) {
    this.view = sheet.view;
  }

  read(trigger: HarmTrigger): void {
    if (!this.isTold(trigger)) return;
    if (this.readInverted(trigger) || this.readModified(trigger) || this.readPronoun(trigger)) return;
    const { as, form } = trigger.word;
    const object = objectOf(this.view, trigger);
    const bySubject = this.suffersBySubject(trigger, object);
    const acts = as === "verb" && trigger.voice === "active" && !bySubject;
    if (acts) {
      if (this.readObject(trigger, object) || form !== "past" || this.hasOtherObject(object)) return;
      if (this.readRelative(trigger)) return;
    }
    if (as === "verb" && trigger.habitual && form === "base" && !bySubject) return;
    this.readSubject(trigger, { acts, bySubject });
  }

  /** Whether the words of harm tell of something that happened, by whom the entry asks for, and not as a mere part. */
  private isTold(trigger: HarmTrigger): boolean {
    const { blame } = this.sheet;
    const { entry, as } = trigger.word;
    if (trigger.unreal || isRemote(this.view, trigger)) return false;
    if (entry.later && this.sheet.lastOfPeople() === null) return false;
    if (entry.by === "armed" && !blame.isArmed(trigger)) return false;
    if (entry.by === "party" && !blame.isByParty(trigger)) return false;
    // "villagers |sheltering in| a monastery were killed": which ones
    if (entry.harm === "displaced" && as === "adj" && !trigger.finite && entry.counted) return false;
    // "six of those |killed|": they are told as a part
    return !this.view.at.get(trigger.token)?.ofThem;
  }

  /** "Killed were |two nurses and a driver|" */
  private readInverted(trigger: HarmTrigger): boolean {
    const { entry } = trigger.word;
    const inverted = invertedSubject(this.view, trigger);
    if (inverted === null || !this.view.suits(inverted, entry) || trigger.negated) return false;
    this.addBehind(trigger, inverted);
    return true;
  }

  /** "|12 wounded| soldiers": with a count a toll, and else which ones. */
  private readModified(trigger: HarmTrigger): boolean {
    const p = modifiedBy(this.view, trigger);
    if (p === null) return false;
    const isCounted = p.count?.kind === "figure" || p.count?.kind === "vague";
    // "detained 30 displaced men": what they were before
    if (isCounted && !isObjectOfAnother(this.view, p, trigger)) this.addBefore(trigger, [p]);
    return true;
  }

  /** Whether it is the subject that suffers: "12 died", but not "martyred 12". */
  private suffersBySubject(trigger: HarmTrigger, object: VictimPhrase | null): boolean {
    const { entry } = trigger.word;
    const isMartyred =
      object !== null &&
      this.view.suits(object, entry) &&
      object.count?.kind === "figure" &&
      entry.id === "killed/martyred";
    return entry.victim === "subject" && !isMartyred;
  }

  // ---- objects ----------------------------------------------------------------------------------

  /** "killed |12 soldiers and a child|". True where the object is one that suffers, though it may tell no toll. */
  private readObject(trigger: HarmTrigger, object: VictimPhrase | null): boolean {
    if (object === null || !this.view.suits(object, trigger.word.entry)) return false;
    if (opensClause(this.view, object, trigger)) return false;
    if (!this.isObjectUntold(trigger, object)) this.addBehind(trigger, object);
    return true;
  }

  private isObjectUntold(trigger: HarmTrigger, object: VictimPhrase): boolean {
    const { s } = this.view;
    const { entry, form } = trigger.word;
    if (trigger.habitual && !this.view.hasFigure(object)) return true;
    if (entry.counted && object.count === null) return true;
    if (entry.behind.has(lower(s, object.to))) return true;
    if (object.count !== null) return false;
    // "executing wounded patients": the word tells which ones
    if (form === "past" && standsBefore(this.view, trigger, object)) return true;
    // "after burning vehicles were used": the word is an adjective there
    return form === "ing" && s.upos[trigger.token - 1] === "ADP" && this.view.hasOwnPredicate(object);
  }

  /** "Lawmakers killed three bills": another object, and no victim. */
  private hasOtherObject(object: VictimPhrase | null): boolean {
    if (object === null || object.bare) return false;
    return !this.view.lexicon.words.behind_verbs.has(lower(this.view.s, object.head));
  }

  /** "three policemen it had kidnapped" */
  private readRelative(trigger: HarmTrigger): boolean {
    const { entry } = trigger.word;
    const whom = trigger.finite ? relativeObject(this.view, trigger) : null;
    if (whom === null || !this.view.suits(whom, entry)) return false;
    addChain(this.sheet, { trigger, phrases: chainLeft(this.view, whom, entry), entry, passive: false });
    return true;
  }

  // ---- pronouns ---------------------------------------------------------------------------------

  /** "killing |him and two guards|", "killed |her and her driver|": one who was told of before, and who was with them. True where the object is a pronoun. */
  private readPronoun(trigger: HarmTrigger): boolean {
    const { s } = this.view;
    const { as, entry } = trigger.word;
    const at = trigger.to;
    if (as !== "verb" || trigger.voice !== "active") return false;
    if (trigger.split >= 0 && trigger.split !== at + 1) return false;
    const isAlone = trigger.split >= 0 || !/^(?:NOUN|PROPN|ADJ|NUM)$/.test(s.upos[at + 1] ?? "");
    if (s.xpos[at] !== "PRP" || !isAlone || entry.victim !== "object") return false;
    // "or killed them": whom, the sentence does not say again
    const isSelf = /^(?:him|her)self$/.test(lower(s, at));
    const isOne = isSelf || /^(?:him|her)$/.test(lower(s, at));
    if (trigger.habitual || trigger.negated || !isOne) return true;
    // "welcoming him": one alone is no wave of refugees
    if (entry.who === "refugees" || entry.who === "crowd") return true;
    const beside = this.besidePronoun(trigger);
    const isSecond = beside !== null && beside.count === null && !beside.plural;
    if (!isSelf) this.pushPronoun(trigger, isSecond ? beside : null);
    if (beside !== null && !isSecond) this.addBehind(trigger, beside);
    return true;
  }

  /** "him and |two guards|", "her and |her driver|"; null where nobody of the kind follows. */
  private besidePronoun(trigger: HarmTrigger): VictimPhrase | null {
    const joiner = trigger.to + 1;
    const p = lower(this.view.s, joiner) === "and" ? this.view.phraseAfter(joiner) : null;
    if (p === null || !this.view.suits(p, trigger.word.entry) || this.view.hasOwnPredicate(p)) return null;
    return p.count !== null || p.possessive >= 0 ? p : null;
  }

  private pushPronoun(trigger: HarmTrigger, second: VictimPhrase | null): void {
    const { s } = this.view;
    const { entry } = trigger.word;
    const to = second?.to ?? trigger.to + 1;
    const words = s.text.slice(s.start[trigger.to]!, s.end[to - 1]!);
    this.sheet.push({
      phrase: second,
      from: trigger.token,
      to,
      token: trigger.token,
      harm: entry.harm,
      count: exactly(second === null ? 1 : 2, words),
      kind: second?.people ?? "unknown",
      party: second?.party ?? null,
      possessive: false,
      possessiveToken: -1,
      words,
      perpetrator: this.sheet.blame.perpetratorOf(trigger, true),
      rule: entry.id,
    });
  }

  // ---- subjects ---------------------------------------------------------------------------------

  /** "|seven soldiers| were killed", "|nine| dead", "|villagers| fled" */
  private readSubject(trigger: HarmTrigger, how: SubjectRole): void {
    const { entry } = trigger.word;
    const found = subjectOf(this.view, trigger, entry);
    if (found === null) return;
    this.readWhole(trigger);
    const nearest = this.knownBefore(found, entry) ?? found;
    const subject = this.twoOfThem(nearest, entry) ?? nearest;
    if (this.readNumber(trigger, subject) || this.isSubjectUntold(trigger, subject, how)) return;
    const isSeveral = !subject.plural && /^(?:were|are|have)$/.test(lower(this.view.s, trigger.left));
    this.addBefore(trigger, chainLeft(this.view, subject, entry, isSeveral));
    if (trigger.finite) this.addBefore(trigger, companions(this.view, trigger, entry));
  }

  /** "four children were among |the 19| killed" */
  private readWhole(trigger: HarmTrigger): void {
    const whole = amongBefore(this.view, trigger) < 0 ? null : this.view.phraseEndingAt(trigger.left);
    if (whole?.count?.kind === "figure" && this.view.suits(whole, trigger.word.entry))
      this.addBefore(trigger, [whole]);
  }

  /** "|seven soldiers| and a mahout were killed": the first of them, where nobody knows the last; null where it is known. */
  private knownBefore(p: VictimPhrase, entry: HarmEntry): VictimPhrase | null {
    if (this.view.suits(p, entry) || p.count === null) return null;
    const before = this.joinedBefore(p);
    return before !== null && this.view.hasFigure(before) && this.view.suits(before, entry) ? before : null;
  }

  /** "the driver and his assistant": two, of the kind of the first, whatever the second is called; null where it is something else. */
  private twoOfThem(p: VictimPhrase, entry: HarmEntry): VictimPhrase | null {
    const { s } = this.view;
    if (p.possessive < 0 || p.plural || p.count !== null || p.measure) return null;
    const first = this.joinedBefore(p);
    if (first === null || first.plural || first.people === null || first.named) return null;
    if (!this.view.suits(first, entry) || first.count !== null || lower(s, first.from) !== "the") return null;
    const two = exactly(2, s.text.slice(s.start[first.from]!, s.end[p.to - 1]!));
    const count = { from: first.from, to: first.from, kind: "figure" as const, count: two, more: false };
    return { ...first, to: p.to, head: p.head, count, plural: true, possessive: -1 };
  }

  private joinedBefore(p: VictimPhrase): VictimPhrase | null {
    return lower(this.view.s, p.from - 1) === "and" ? this.view.phraseEndingAt(p.from - 1) : null;
  }

  /** "put the number of soldiers and allied fighters killed at |31|": read as a total. True where it is no count of its own. */
  private readNumber(trigger: HarmTrigger, subject: VictimPhrase): boolean {
    const { s, lexicon } = this.view;
    const counted = trigger.finite ? null : numberOf(this.view, subject);
    if (
      counted !== null &&
      (this.totals.readBehind(trigger, counted) || this.totals.readBefore(trigger, counted))
    )
      return true;
    // "the number of officers killed this year to 23"
    if (!lexicon.words.numbers.has(lower(s, subject.head)) || subject.count !== null) return false;
    const whose = lower(s, subject.to) === "of" ? this.view.phraseAfter(subject.to) : null;
    const { people, party } = whose ?? subject;
    if (!this.totals.readBefore(trigger, { ...subject, people, party }))
      this.totals.readBehind(trigger, whose);
    return true;
  }

  private isSubjectUntold(trigger: HarmTrigger, subject: VictimPhrase, how: SubjectRole): boolean {
    const { entry } = trigger.word;
    // "The gunmen killed the agent's son": whom the tree knows is nobody that counts here, and they are not the victims
    if (how.acts && trigger.finite && this.hasTreeObject(trigger)) return true;
    if (!this.view.suits(subject, entry)) return true;
    if (trigger.habitual && !this.view.hasFigure(subject)) return true;
    // "to target fleeing civilians" is no flight of those who target them
    const isAside = how.bySubject && trigger.word.form === "ing" && !trigger.finite;
    if (isAside && !this.view.hasFigure(subject)) return true;
    return subject.count === null && this.isUncountedUntold(trigger, subject);
  }

  private isUncountedUntold(trigger: HarmTrigger, subject: VictimPhrase): boolean {
    const { s } = this.view;
    const { entry, as } = trigger.word;
    if (entry.counted) return true;
    // "two of them gendarmes who were lynched": told as a part
    if (this.view.phraseEndingAt(subject.from)?.ofThem) return true;
    // "people who had fled were told to wait": which ones
    const isRelative = /^(?:who|that)$/.test(lower(s, trigger.left - 1));
    if (isRelative && entry.harm === "displaced") return true;
    if (trigger.finite || amongBefore(this.view, trigger) >= 0 || this.goesOn(trigger, subject)) return false;
    // "the town | wounded by years of war": a bare participle needs a count or a plural
    return as === "adj" ? !this.view.leftBy(subject) : !subject.plural;
  }

  private hasTreeObject({ token }: HarmTrigger): boolean {
    return children(this.view.s, token, "obj").some((o) => o > token);
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

  // ---- adding -----------------------------------------------------------------------------------

  /** Victims that stand before their word of harm, or around it. */
  private addBefore(trigger: HarmTrigger, phrases: readonly VictimPhrase[]): void {
    addChain(this.sheet, { trigger, phrases, entry: trigger.word.entry, passive: true });
  }

  /** Victims that stand behind their word of harm: the first, and who is joined with it. */
  private addBehind(trigger: HarmTrigger, first: VictimPhrase): void {
    const { entry } = trigger.word;
    addChain(this.sheet, { trigger, phrases: chainRight(this.view, first, entry), entry, passive: false });
  }
}

/** What the subject of a word of harm is to it. */
interface SubjectRole {
  /** An active verb whose object suffers. */
  readonly acts: boolean;
  /** The entry says that its subject suffers: "die", "flee". */
  readonly bySubject: boolean;
}
