import { lower } from "../language/sentence.js";
import { mayBeMonth } from "../text/date-words.js";
import type { Count } from "./claim.js";
import { exactly, VAGUE } from "./counts.js";
import { type HarmClause, OPEN_PART } from "./harm-clause.js";
import { victimsBehind } from "./harm-objects.js";
import type { HarmTrigger } from "./harm-words.js";
import { isRemote } from "./remote-harm.js";
import { addChain } from "./toll-chains.js";
import type { NewDraft } from "./toll-draft.js";
import type { TollSheet } from "./toll-sheet.js";
import type { TollWords } from "./toll-words.js";
import { chainRight, isOneByOffice } from "./victim-chains.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** "48 hostages": so many are held, where nothing else is told of them. */
export const CAPTIVES = "captured/captives";
const BODIES = "killed/bodies";
const LOSSES = "killed/losses";

const CASUALTY = /^(?:casualty|casualties)$/;
const MODAL = /^(?:could|would|may|might|will|can)$/;

/** Harm told by a noun: "14 deaths", "the killing of two nurses", "heavy losses", "nine bodies were found". */
export class TollNouns {
  private readonly view: HarmClause;

  constructor(private readonly sheet: TollSheet) {
    this.view = sheet.view;
  }

  read(trigger: HarmTrigger): void {
    const own = this.phraseOf(trigger);
    if (own === null || isRemote(this.view, trigger) || this.isNoNews(own)) return;
    const of = victimsBehind(this.view, trigger);
    const { id } = trigger.word.entry;
    const isFigured = own.count !== null && own.count.kind !== "article" && !this.isDated(own);
    const count = isFigured ? own.count!.count : null;
    if (id === CAPTIVES) this.readCaptives(trigger, own, of);
    else if (id === BODIES) this.readBodies(trigger, own, of);
    else if (count !== null) {
      if (own.count!.kind === "none" || !this.isNoCountOfDead(trigger, own))
        this.addNoun(trigger, own, count, of);
    } else if (this.isUntold(own, of)) return;
    else if (id === LOSSES) this.readLosses(trigger, own, of);
    else if (of !== null && this.view.suits(of, trigger.word.entry)) this.readVictims(trigger, of);
    else this.readUncounted(trigger, own);
  }

  /** The phrase that the noun heads; null where it stands in another's. */
  private phraseOf(trigger: HarmTrigger): VictimPhrase | null {
    const { at, s } = this.view;
    const own = at.get(trigger.to - 1) ?? at.get(trigger.token);
    if (own === undefined) return null;
    const isHead = own.head === trigger.to - 1 || own.head === trigger.token;
    if (!isHead && trigger.word.entry.id !== LOSSES) return null;
    if (own.measure && !/^(?:killing|killings|death|deaths|injury|injuries)$/.test(lower(s, own.head)))
      return null;
    // "30 injured" is read as a predicate
    if (/^(?:wounded|injured)$/.test(lower(s, trigger.token)) && own.count === null) return null;
    return own;
  }

  /** "the |1995| murder of a judge", "his |2019| killing", "the December |6| killing": when, and not how many. */
  private isDated(own: VictimPhrase): boolean {
    const { s } = this.view;
    const at = (own.count?.to ?? 0) - 1;
    if (mayBeMonth(s.form[at - 1] ?? "") && /^\d{1,2}(?:st|nd|rd|th)?$/.test(s.form[at]!)) return true;
    if (at < own.from || !/^(?:1[89]|20)\d\d$/.test(s.form[at]!)) return false;
    return (
      s.xpos[own.head] === "NN" || /^(?:DET|PART)$/.test(s.upos[at - 1] ?? "") || s.xpos[at - 1] === "PRP$"
    );
  }

  /** "no reports of deaths", "no immediate casualties" */
  private isNoNews(own: VictimPhrase): boolean {
    const { s, lexicon } = this.view;
    return own.count?.kind === "none" && lexicon.words.tidings.has(lower(s, own.count.to));
  }

  /** "prevented 12 deaths", "two massacres of peasants": so many times, and not so many dead. */
  private isNoCountOfDead(trigger: HarmTrigger, own: VictimPhrase): boolean {
    return this.isAvoided(own) || /^massacres?$/.test(lower(this.view.s, trigger.token));
  }

  /** "no reports of casualties", "avoid deaths": nobody tells it as having happened. */
  private isUntold(own: VictimPhrase, of: VictimPhrase | null): boolean {
    if (this.isNegated(own)) return true;
    const before = lower(this.view.s, own.from - 1);
    const isFigured =
      of?.count?.kind === "figure" && !/^(?:prevent|avoid)(?:ing)?$/.test(before) && !MODAL.test(before);
    return !isFigured && this.isAvoided(own);
  }

  // ---- captives and bodies --------------------------------------------------------------------

  private readCaptives(trigger: HarmTrigger, own: VictimPhrase, of: VictimPhrase | null): void {
    if (own.count?.kind === "figure" && !this.isGivenBack(own, 18))
      this.addNoun(trigger, own, own.count.count, of);
  }

  /** "|nine bodies| were found", "the bodies of |12 soldiers|" */
  private readBodies(trigger: HarmTrigger, own: VictimPhrase, of: VictimPhrase | null): void {
    if (this.isGivenBack(of ?? own, 6) || !this.isFound(own, of)) return;
    const { entry } = trigger.word;
    const counted = own.count !== null && own.count.kind !== "article" ? own.count.count : null;
    const isNamed = of?.named === true && of.count === null && !of.plural;
    const isOfSome = of !== null && of.people !== null && (of.count !== null || counted !== null);
    const owner = of === null && counted === null ? this.ownerOf(own) : null;
    if (counted !== null) this.addNoun(trigger, own, counted, isOfSome ? of : null);
    else if (owner !== null) this.addNoun(trigger, own, exactly(1, this.view.text(own)), owner);
    else if (isNamed || isOfSome) {
      const phrases = chainRight(this.view, of, entry, true).map((p) => this.oneByName(p));
      addChain(this.sheet, { trigger, phrases, entry, passive: false });
    }
  }

  /** "|a farmer's| body": one whom a noun names, and no "his" or "the men's"; null where nobody is. */
  private ownerOf(own: VictimPhrase): VictimPhrase | null {
    const { s, lexicon } = this.view;
    const mark = s.xpos.indexOf("POS", own.from);
    if (mark <= own.from || mark >= own.head || s.xpos[own.head] !== "NN" || s.xpos[mark - 1] !== "NN")
      return null;
    const people = lexicon.nouns.get(lower(s, mark - 1))?.people ?? null;
    return people === null ? null : { ...own, people };
  }

  private isFound(own: VictimPhrase, of: VictimPhrase | null): boolean {
    const { s } = this.view;
    // "there were nine bodies beside the well"
    if (lower(s, own.from - 2) === "there" && s.lemma[own.from - 1] === "be") return true;
    return this.hasWord("found", own.from - 6, (of?.to ?? own.to) + 18);
  }

  /** "exchanged |205 prisoners|", "the bodies of |12 soldiers| were returned": told of how they come back. `before`: how many words ahead it may be told. */
  private isGivenBack(p: VictimPhrase, before: number): boolean {
    return this.hasWord("giving_back", p.from - before, p.to + 18);
  }

  /** Whether a word of a class stands at a token `from` … `to` (excluded) of the sentence. */
  private hasWord(name: keyof TollWords, from: number, to: number): boolean {
    const words = this.view.lexicon.words[name];
    return this.view.s.form.slice(Math.max(0, from), to).some((w) => words.has(w.toLowerCase()));
  }

  // ---- losses ---------------------------------------------------------------------------------

  private readLosses(trigger: HarmTrigger, own: VictimPhrase, of: VictimPhrase | null): void {
    const { s, lexicon } = this.view;
    const { words } = lexicon;
    const lost = this.lossesTold(trigger);
    if (lost !== null) {
      this.addObjects(trigger, lost, lexicon.lost);
      return;
    }
    if (this.hasWord("trade", 0, s.form.length)) return;
    const before = lower(s, own.to - 2);
    if (!words.heavy.has(before) && lower(s, trigger.to) !== "of") return;
    if (of !== null && this.view.suits(of, trigger.word.entry))
      this.addObjects(trigger, of, trigger.word.entry);
    else if (this.isSuffered(own) && !words.of_money.has(before)) this.addUncounted(trigger, own);
  }

  /** "losses amounted to |230 servicemen and two tanks|", "losses included |two helicopters|"; null where none is told. */
  private lossesTold(trigger: HarmTrigger): VictimPhrase | null {
    const { s, lexicon } = this.view;
    let t = trigger.to;
    while (s.upos[t] === "AUX" || s.upos[t] === "ADV") t++;
    if (!lexicon.words.amounting.has(s.lemma[t] ?? "")) return null;
    t++;
    if (lower(s, t) === "to") t++;
    const p = this.view.at.get(t);
    if (p?.from !== t || p.count?.kind !== "figure" || this.view.hasOwnPredicate(p)) return null;
    return this.view.suits(p, lexicon.lost) ? p : null;
  }

  // ---- deaths, killings, casualties -------------------------------------------------------------

  /** "the killing of |two civilians|", "the death of |14 soldiers|"; a named person's death is no count. */
  private readVictims(trigger: HarmTrigger, of: VictimPhrase): void {
    const { entry } = trigger.word;
    const word = lower(this.view.s, trigger.token);
    const chain = chainRight(this.view, of, entry, true);
    const isNamed = this.view.lexicon.words.deeds.has(word) && of.named && of.count === null && !of.plural;
    if (!isNamed && !chain.some((p) => p.count !== null)) {
      if (!of.plural || of.named) return;
      if (/^(?:murder|execution|capture|arrest)/.test(word)) return;
    }
    const phrases = isNamed || chain.length > 1 ? chain.map((p) => this.oneByName(p)) : chain;
    addChain(this.sheet, { trigger, phrases, entry, passive: false });
  }

  /** "the murder of |the senator Luis Gomez|": one, who has no count of his own. */
  private oneByName(p: VictimPhrase): VictimPhrase {
    if (p.count !== null || !(p.named || this.view.isOneOfTheirs(p) || isOneByOffice(this.view, p))) return p;
    const count = exactly(1, this.view.text(p));
    return { ...p, count: { from: p.from, to: p.from, kind: "article", count, more: false } };
  }

  /** "civilian deaths", "military casualties": some, where the sentence says whose they are or that they were suffered. */
  private readUncounted(trigger: HarmTrigger, own: VictimPhrase): void {
    const { s, lexicon } = this.view;
    const word = lower(s, trigger.token);
    if (lower(s, trigger.to) === ":") return;
    // "the number of casualties": how many is not told here
    if (lower(s, own.from - 1) === "of" && lexicon.words.extent.has(lower(s, own.from - 2))) return;
    if (!/^(?:deaths|fatalities|casualties|injuries)$/.test(word)) return;
    const isSomebodys = this.view.modifierKind(own) !== null || own.party !== null;
    const isTold = CASUALTY.test(word) || isSomebodys || this.isSuffered(own);
    if (isTold && trigger.word.entry.harm !== "wounded") this.addUncounted(trigger, own);
  }

  // ---- told or not ------------------------------------------------------------------------------

  /** "suffered heavy losses", "reported casualties" */
  private isSuffered(own: VictimPhrase): boolean {
    return this.hasWord("suffering", own.from - 5, own.to + 5);
  }

  /** "to avoid |deaths|", "could cause |deaths|", "|further casualties|" */
  private isAvoided(p: VictimPhrase): boolean {
    const { s, lexicon } = this.view;
    for (let t = p.from - 1; t >= Math.max(0, p.from - 3); t--) {
      if (lexicon.words.avoiding.has(lower(s, t))) return true;
      if (s.upos[t] === "PUNCT") return false;
    }
    const before = s.form.slice(Math.max(0, p.from - 5), p.from);
    if (before.some((w) => MODAL.test(w.toLowerCase()))) return true;
    return p.count?.kind !== "figure" && this.hasWord("unspecific", p.from, p.head);
  }

  /** "no reports of casualties", "did not report any casualties" */
  private isNegated(p: VictimPhrase): boolean {
    for (let t = p.from - 1; t >= Math.max(0, p.from - 7); t--) {
      const w = lower(this.view.s, t);
      if (/^(?:no|not|n't|n’t|without|neither)$/.test(w)) return true;
      if (/^[.;:]$/.test(w)) return false;
    }
    return false;
  }

  // ---- adding -----------------------------------------------------------------------------------

  private addObjects(trigger: HarmTrigger, first: VictimPhrase, entry: HarmEntry): void {
    addChain(this.sheet, { trigger, phrases: chainRight(this.view, first, entry), entry, passive: false });
  }

  private addUncounted(trigger: HarmTrigger, own: VictimPhrase): void {
    this.addNoun(trigger, own, { ...VAGUE, words: this.view.text(own) }, null);
  }

  /** A toll of the noun's own phrase. `of`: whom the words behind it name. */
  private addNoun(trigger: HarmTrigger, own: VictimPhrase, count: Count, of: VictimPhrase | null): void {
    const { blame } = this.sheet;
    const { entry } = trigger.word;
    const party = own.party ?? of?.party ?? blame.possessorOf(own) ?? blame.sufferer(own);
    const draft = {
      phrase: own,
      from: own.from,
      to: of?.to ?? own.to,
      token: trigger.token,
      harm: entry.harm,
      count,
      kind: this.view.modifierKind(own) ?? of?.people ?? "unknown",
      party,
      possessive: party === null && own.possessive >= 0,
      possessiveToken: own.possessive,
      words: this.view.text(own),
      perpetrator: blame.perpetratorOf(trigger, false),
      rule: entry.id,
    };
    const isBoth = CASUALTY.test(lower(this.view.s, trigger.token)) && count.low !== null && count.low > 0;
    if (isBoth) this.pushCasualties(draft, own);
    else this.sheet.push(draft);
  }

  /** "12 casualties": killed and wounded together (docs/record.md); "12 casualties, including 5 dead" tells how many. */
  private pushCasualties(draft: NewDraft, own: VictimPhrase): void {
    const { count } = draft;
    const dead = this.includedDead(own);
    if (dead !== null && count.hedge === "exact" && count.high !== null) {
      const rest = Math.max(0, (count.low ?? 0) - (dead.high ?? 0));
      this.sheet.push({ ...draft, harm: "killed", count: dead });
      this.sheet.push({ ...draft, harm: "wounded", count: { ...count, low: rest, high: rest } });
      return;
    }
    const { high, words } = count;
    const both: Count = high === null ? { ...VAGUE, words } : { low: 0, high, hedge: "up-to", words };
    this.sheet.push({ ...draft, harm: "killed", count: both });
    this.sheet.push({ ...draft, harm: "wounded", count: both });
  }

  /** "12 casualties, including |5 dead|"; null where it is not told. */
  private includedDead(own: VictimPhrase): Count | null {
    const { s } = this.view;
    const t = lower(s, own.to) === "," ? own.to + 1 : own.to;
    if (!OPEN_PART.test(lower(s, t))) return null;
    const p = this.view.at.get(t + 1);
    if (p?.count?.kind !== "figure") return null;
    const isDead =
      /^(?:dead|deaths|killed|fatalities|fatal)$/.test(lower(s, p.to)) ||
      /^(?:deaths|dead|fatalities)$/.test(lower(s, p.head));
    return isDead ? p.count.count : null;
  }
}
