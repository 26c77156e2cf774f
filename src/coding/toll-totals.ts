import { lower } from "../language/sentence.js";
import { child } from "../language/tree.js";
import type { Count } from "./claim.js";
import type { HarmClause } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import { mentionAt } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { addChain } from "./toll-chains.js";
import { kindOfAll } from "./toll-kinds.js";
import type { TollSheet } from "./toll-sheet.js";
import type { VictimPhrase } from "./victim-phrases.js";

/** How many tokens behind its word the figure of a total is looked for. */
const REACH = 24;

/** Totals: "the death toll rose to 31", "put the number of dead at 18". */
export class TollTotals {
  private readonly view: HarmClause;

  constructor(private readonly sheet: TollSheet) {
    this.view = sheet.view;
  }

  read(trigger: HarmTrigger): void {
    if (this.isOfOthers(trigger)) return;
    if (!this.readBehind(trigger)) this.readBefore(trigger, this.view.at.get(trigger.token));
    this.readVague(trigger);
  }

  /** "Total dead: |192|", "Civilians killed: |14|; injured: 32", as in a table: whether there is such a figure. */
  readLabel(trigger: HarmTrigger): boolean {
    const { s, at } = this.view;
    const figure = at.get(trigger.to + 1);
    if (s.form[trigger.to] !== ":" || figure?.from !== trigger.to + 1) return false;
    if (!figure.bare || figure.measure || figure.count?.kind !== "figure" || trigger.word.entry.later)
      return false;
    if (!/^[.,;()/]?$/.test(s.form[figure.to] ?? "")) return false;
    const counted = at.get(trigger.token - 1) ?? at.get(trigger.token);
    const { entry } = trigger.word;
    const phrase = { ...figure, people: counted?.people ?? null, party: counted?.party ?? null };
    addChain(this.sheet, { trigger, phrases: [phrase], entry, passive: true });
    return true;
  }

  /**
   * "the death toll rose to |31|", "bringing the toll of dead to |more than 40|"
   *
   * @param whose whom the words before count: "the number of |officers| killed rose to 23"
   * @returns whether there is such a figure
   */
  readBehind(trigger: HarmTrigger, whose: VictimPhrase | null = null): boolean {
    const figure = this.figureBehind(trigger);
    if (figure?.count == null) return false;
    const { entry } = trigger.word;
    const told = entry.later ? this.sheet.lastOfPeople() : null;
    if (entry.later && told === null) return false;
    // "raised its count to 79": whose count it is says nothing of whose dead
    const own = entry.later ? undefined : this.view.at.get(trigger.token);
    this.sheet.push({
      phrase: figure,
      from: Math.min(own?.from ?? trigger.token, trigger.token),
      to: figure.to,
      token: trigger.token,
      harm: told?.harm ?? entry.harm,
      count: this.reached(figure, figure.count.count),
      kind:
        figure.people ??
        whose?.people ??
        (whose?.thing ? "equipment" : null) ??
        kindOfAll(this.view, figure) ??
        (own && this.view.modifierKind(own)) ??
        "unknown",
      party: figure.party ?? whose?.party ?? own?.party ?? this.nationBefore(trigger),
      possessive: (own?.possessive ?? -1) >= 0,
      possessiveToken: own?.possessive ?? -1,
      words: figure.bare ? "" : this.view.text(figure),
      perpetrator: null,
      ...(entry.later ? { teller: this.sheet.blame.tellerBetween(trigger, figure) } : {}),
      rule: entry.id,
    });
    return true;
  }

  /** "put the |Cambodian| dead at 30": whose they are, by a nation's adjective; null where none stands there. */
  private nationBefore({ token }: HarmTrigger): PartyRef | null {
    const { s, parsed, sentence } = this.view;
    const m = s.upos[token - 1] === "ADJ" ? mentionAt(parsed, sentence, token - 1) : null;
    return m?.parties.length === 1 && m.parties[0]!.code !== null ? m.parties[0]! : null;
  }

  /** "bringing to |236| the number killed", "put at |18| the number of people killed": whether there is such a figure. */
  readBefore(trigger: HarmTrigger, whose: VictimPhrase | undefined): boolean {
    const { s } = this.view;
    if (whose === undefined) return false;
    let number = whose.head;
    while (number > 0 && number > whose.head - 6 && !this.namesNumber(number)) number--;
    const told = this.view.phraseEndingAt(lower(s, number - 1) === "the" ? number - 1 : number);
    if (told?.count?.kind !== "figure" || !/^(?:to|at)$/.test(lower(s, told.from - 1))) return false;
    const counted = { ...told, people: told.people ?? whose.people };
    addChain(this.sheet, { trigger, phrases: [counted], entry: trigger.word.entry, passive: true });
    return true;
  }

  /** "an undetermined |number of wounded| people" */
  private readVague(trigger: HarmTrigger): void {
    const { entry } = trigger.word;
    const p = this.view.at.get(trigger.token);
    if (p?.count?.kind !== "vague" || p.people === null || p.count.to < trigger.token || entry.later) return;
    addChain(this.sheet, { trigger, phrases: [p], entry, passive: true });
  }

  private namesNumber(t: number): boolean {
    const word = lower(this.view.s, t);
    return word === "toll" || this.view.lexicon.words.numbers.has(word);
  }

  /** The figure behind the word of a total that it came to; null where none is told with it. */
  private figureBehind(trigger: HarmTrigger): VictimPhrase | null {
    const { s, triggers } = this.view;
    const { later } = trigger.word.entry;
    let last: VictimPhrase | null = null;
    for (let t = trigger.to; t < s.form.length && t < trigger.to + REACH; t++) {
      if (/^[.;!?]$/.test(s.form[t]!) || (s.form[t] === ":" && t > trigger.to)) break;
      if (t > trigger.to && triggers.some((x) => x.token === t && x.word.as === "verb" && x.finite)) break;
      const p = this.view.at.get(t);
      if (p === undefined || p.from !== t || p.measure || p.count?.kind !== "figure") continue;
      // "spoke of 40 attacks"
      if (later && !p.bare && p.people !== "unknown") continue;
      // "speaks of |38| dead": told with its own word
      if (later && triggers.some((x) => x.token === p.to)) return null;
      const before = lower(s, t - 1);
      // "gave a toll of 24 and said |another 60| were hurt"
      if (last !== null && !/^(?:to|at)$/.test(before)) break;
      // "revised the toll |from 12 to 19|"
      const fromTo = before === "from" || lower(s, t) === "from";
      if (fromTo && p.count.count.hedge === "about") return p;
      if (!this.comesTo(t - 1)) continue;
      last = p;
      if (before !== "from" && before !== "of") break;
    }
    return last;
  }

  /** "the number |of attacks| rose to 12", "the total |cost|", "|inflation| has risen to 12": what is counted there is nothing told before. */
  private isOfOthers({ token, to, word }: HarmTrigger): boolean {
    const { s, triggers, at } = this.view;
    if (!word.entry.later) return false;
    // "the number |held|"
    const { giving_figures } = this.view.lexicon.words;
    if (word.rest.length === 0 && s.xpos[to] === "VBN" && !giving_figures.has(s.lemma[to]!)) return true;
    if (word.rest.length === 0)
      return lower(s, to) === "of" ? at.get(to + 1)?.count == null : (at.get(token)?.head ?? token) !== token;
    const subject = word.rest.at(-1) === "to" ? this.subjectOf(token) : -1;
    if (subject < 0 || /^(?:it|that|which)$/.test(lower(s, subject))) return false;
    const total = triggers.find((x) => x.word.as === "total" && x.token <= subject && subject < x.to);
    return total === undefined || this.isOfOthers(total);
  }

  /** Who or what rose: by the tree, else the noun before the verb and its auxiliaries; -1 where none stands there. */
  private subjectOf(verb: number): number {
    const { s } = this.view;
    const own = child(s, verb, "nsubj", "nsubj:pass");
    let t = verb - 1;
    while (/^(?:AUX|ADV|SCONJ)$/.test(s.upos[t] ?? "") || s.lemma[t] === "have") t--;
    return own >= 0 ? own : s.upos[t] === "NOUN" ? t : -1;
  }

  /** Whether a word ties a total to the figure behind it: "rose |to|", "|reached|", "stood |now|". */
  private comesTo(t: number): boolean {
    const { s, lexicon } = this.view;
    return lexicon.words.totalling.has(lower(s, t)) || s.upos[t] === "ADV" || s.upos[t] === "VERB";
  }

  /** The count that a total came to: "climbed |from 22 to 35|" is 35, "passed |40|" more than 40. */
  private reached(figure: VictimPhrase, said: Count): Count {
    const { s, lexicon } = this.view;
    const isRise = lower(s, figure.from) === "from" && said.hedge === "about" && said.high !== null;
    const count: Count = isRise ? { ...said, low: said.high, hedge: "exact" } : said;
    const isBeyond = lexicon.words.exceeding.has(lower(s, figure.from - 1)) && count.hedge === "exact";
    if (!isBeyond || count.low === null) return count;
    return { ...count, low: count.low + 1, high: null, hedge: "more-than" };
  }
}
