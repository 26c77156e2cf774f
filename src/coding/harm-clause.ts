import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import type { VictimKind } from "./claim.js";
import type { HarmTrigger } from "./harm-words.js";
import type { ParsedReport } from "./parsed-report.js";
import { surfaceSubject } from "./slots.js";
import { lower, type TollDraft } from "./toll-draft.js";
import { type VictimPhrase, victimPhrases } from "./victim-phrases.js";
import type { HarmEntry, TollLexicon } from "./victims.js";

const JOINERS = /^(?:and|or|,|;|&|plus)$/;

/** Opens what is a part of those before it: "12 people, |including| two children". */
export const OPEN_PART = /^(?:including|included|includes|include|among|amongst)$/;

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** Verbs whose object, where a predicate of harm follows it, is no object of theirs: "said 12 soldiers and a child | were killed". */
export const SAYING =
  /^(?:left|leav(?:e|es|ing)|saw|sa(?:y|ys|id)|saying|report(?:s|ed|ing)?|claim(?:s|ed|ing)?|confirm(?:s|ed|ing)?|announc(?:e|es|ed|ing)|admit(?:s|ted|ting)?|acknowledg(?:e|es|ed|ing)|add(?:s|ed|ing)?|believ(?:e|es|ed)|thinks?|thought|fear(?:s|ed)?|stat(?:e|es|ed|ing)|t(?:ell|ells|old)|kn(?:ow|ows|ew)|learn(?:s|ed|t)?|show(?:s|ed|n)?|estimat(?:e|es|ed)|insist(?:s|ed)?|alleg(?:e|es|ed|ing)|not(?:e|es|ed|ing)|declar(?:e|es|ed)|record(?:s|ed)?|den(?:y|ies|ied)|maintain(?:s|ed)?|indicat(?:e|es|ed)|reveal(?:s|ed)?|suggest(?:s|ed)?|writ(?:e|es)|wrote|mean(?:s|t)?)$/;

/** Those who go with somebody, of no kind of their own. */
const COMPANION = /^(?:bodyguard|aide|companion|colleague|comrade|associate|deputy)$/;

/** Nouns of people by their form: "mahouts" is none, "smugglers", "lobbyists", "deportees" are. */
const AGENT_NOUN = /^\p{Ll}+(?:ers|ors|ists|ians|ees|ants|men|women|ites|eers|folk|goers)$/u;

/**
 * One sentence with its words of harm and its noun phrases: which phrases suffer by which word. Works on neighbouring words and
 * asks the tree only where they do not tell: trees of news are wrong about coordinated figures one time in five.
 */
export class HarmClause {
  readonly s: Sentence;
  readonly phrases: readonly VictimPhrase[];
  /** The phrase that holds a token. */
  readonly at = new Map<number, VictimPhrase>();

  constructor(
    readonly parsed: ParsedReport,
    readonly sentence: number,
    readonly lexicon: TollLexicon,
    readonly triggers: readonly HarmTrigger[],
    /** Who was spoken of before "several others". */
    private readonly antecedent: (
      p: VictimPhrase,
      entry: HarmEntry,
    ) => Pick<TollDraft, "kind" | "party"> | null,
  ) {
    this.s = parsed.sentences[sentence]!;
    const stops = new Set<number>();
    for (const t of triggers)
      if (t.split >= 0) for (let k = 0; k < t.word.rest.length; k++) stops.add(t.split + k);
    this.phrases = victimPhrases(parsed, sentence, lexicon, stops);
    for (const p of this.phrases) for (let t = p.from; t < p.to; t++) this.at.set(t, p);
  }

  // "was killed | along with two bodyguards"
  companions(trigger: HarmTrigger, entry: HarmEntry): VictimPhrase[] {
    const { s } = this;
    let t = trigger.to;
    // "was killed near his home, | along with two guards"
    const isOpen = (k: number) => !/^(?:VERB|AUX)$/.test(s.upos[k] ?? "AUX") && !/^[.;:]$/.test(s.form[k]!);
    for (let k = t; k < t + 14 && isOpen(k); k++)
      if (s.form[k] === "," && /^(?:along|together)$/.test(lower(s, k + 1))) t = k;
    if (lower(s, t) === ",") t++;
    if (/^(?:along|together)$/.test(lower(s, t)) && lower(s, t + 1) === "with") t += 2;
    else if (lower(s, t) === "alongside") t++;
    else return [];
    const p = this.at.get(t);
    if (p === undefined || p.from !== t || p.measure || !this.suits(p, entry)) return [];
    return this.chainRight(p, entry);
  }

  hasFigure(p: VictimPhrase): boolean {
    return p.count !== null && p.count.kind === "figure";
  }

  isBareCount(p: VictimPhrase): boolean {
    return p.bare && !p.measure && p.count !== null;
  }

  // "left five people dead", "leaving dozens homeless"
  leftBy(p: VictimPhrase): boolean {
    return /^(?:left|leaves|leaving|leave)$/.test(lower(this.s, p.from - 1));
  }

  /** Whether the noun can suffer this harm. */
  suits(p: VictimPhrase, entry: HarmEntry): boolean {
    if (p.measure) return false;
    if (p.bare) {
      if (p.count === null) return false;
      // "holds 14 of Rakhine's townships"
      if (!p.ofThem && p.to > p.count.to + 1 && lower(this.s, p.count.to) === "of") return false;
      // "arresting 12": only where those before were fighters
      if (entry.who === "many") return p.count.kind === "figure" || p.count.kind === "vague";
      if (entry.who !== "fighters") return true;
      const kind = this.antecedent(p, entry)?.kind;
      return kind === "militant" || kind === "military";
    }
    const head = lower(this.s, p.head);
    const isArmed = p.people === "militant" || p.people === "military" || p.people === "police";
    if (entry.who === "unarmed" && isArmed) return false;
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
        if (p.people !== null) return p.people !== "unknown" || p.plural || p.named || p.count !== null;
        if (p.named) return true;
        return p.thing && !this.lexicon.territory.has(p.noun ?? head);
      case "many":
        if (p.count?.kind === "figure" || p.count?.kind === "vague") return p.people !== null;
        return p.people === "militant" || p.people === "military";
      case "fighters":
        return p.people === "militant" || p.people === "military";
      case "crowd":
        return p.people !== null && !isArmed && (this.isUprooted(p) || this.isCrowd(p));
      case "refugees":
        return p.count !== null && this.isUprooted(p);
      case "unarmed":
      case "people":
        if (p.people !== null) return p.noun !== null || p.named || p.plural || p.count !== null;
        if (p.named) return true;
        if (p.thing || entry.known) return false;
        if (p.ofTheirs && p.noun === null && !this.lexicon.not.has(head)) return true;
        // an unknown noun: only with a figure ("killed 12 mahouts")
        return p.noun === null && this.hasFigure(p) && p.plural && AGENT_NOUN.test(this.s.form[p.head]!);
    }
  }

  /** "refugees", "850,000 Sudanese": people whom one word calls uprooted, or a people by a figure. */
  private isUprooted(p: VictimPhrase): boolean {
    return p.noun === null
      ? p.people === "unknown" && this.hasFigure(p) && !p.bare
      : this.lexicon.uprooted.has(p.noun);
  }

  /** "3,200 people", "dozens of families": too many to be an errand. */
  private isCrowd(p: VictimPhrase): boolean {
    if (p.count === null || p.people === "official") return false;
    return p.count.kind === "vague" ? /s$/.test(p.count.count.words) : (p.count.count.low ?? 0) >= 20;
  }

  /** "12 wounded soldiers", "the 12 captured soldiers" */
  modifiedBy(trigger: HarmTrigger): VictimPhrase | null {
    const p = this.at.get(trigger.token);
    // "the |dead| man's brothers": he, and not they
    if (p === undefined || this.s.xpos.slice(trigger.token, p.head).includes("POS")) return null;
    return p.from <= trigger.token && trigger.token < p.head && !p.bare ? p : null;
  }

  /** Whether another verb of harm has a phrase as its object. */
  isObjectOfAnother(p: VictimPhrase, trigger: HarmTrigger): boolean {
    return this.triggers.some(
      (x) => x !== trigger && x.word.as === "verb" && x.voice === "active" && x.to === p.from,
    );
  }

  /** "executing | wounded patients", "for injured people": a participle between a verb or preposition and its noun. */
  standsBefore(trigger: HarmTrigger, object: VictimPhrase): boolean {
    const { s } = this;
    if (trigger.finite || object.from !== trigger.to || s.xpos[trigger.token] === "VBD") return false;
    const before = trigger.token - 1;
    // "|Displaced| families told …" at the start of a sentence
    if (before < 0) return this.hasOwnPredicate(object) || s.xpos[object.to] === "VBN";
    return s.upos[before] === "VERB" || s.upos[before] === "ADP" || s.upos[before] === "DET";
  }

  /** "the number of soldiers and allied fighters | killed": those whose number it is, the first that is known; null where it is none. */
  numberOf(last: VictimPhrase): VictimPhrase | null {
    const { s } = this;
    let first = last;
    for (let steps = 0; steps < 3 && JOINERS.test(lower(s, first.from - 1)); steps++) {
      const before = this.phraseEndingAt(first.from - 1);
      if (before === null) break;
      first = before;
    }
    let t = first.from - 1;
    const isTotal = this.triggers.some(
      (x) => x.word.as === "total" && x.token < first.from && x.to > first.from,
    );
    if (isTotal || first.count !== null) return null;
    if (lower(s, t) !== "of") return null;
    t--;
    if (!/^(?:number|tally|count|total|toll)$/.test(lower(s, t))) return null;
    return first.party !== null ? { ...last, party: last.party ?? first.party } : last;
  }

  /** The phrase right behind the verb: adverbs, marks, a second verb ("killed or wounded 20") and quotes between. */
  objectOf(trigger: HarmTrigger): VictimPhrase | null {
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
      if (
        w === "of" &&
        t === trigger.to &&
        /^(?:lives|life|throats?)$/.test(trigger.word.rest.at(-1) ?? "")
      ) {
        t++;
        continue;
      }
      const next = this.triggers.find((x) => x.token === t + 1 && x.word.as === "verb");
      if ((w === "and" || w === "or" || w === "/" || this.isSeries(t)) && next !== undefined) {
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
    // "murdered, at gunpoint, | a soldier"
    if (lower(s, trigger.to) === "," && s.upos[trigger.to + 1] === "ADP") {
      const close = s.form.findIndex((f, k) => f === "," && k > trigger.to + 1);
      const p = close > 0 && close < trigger.to + 8 ? this.at.get(close + 1) : undefined;
      if (p?.from === close + 1 && !p.measure && !this.hasOwnPredicate(p)) return p;
    }
    // The tree may know an object farther on: "killed, according to residents, 12 people"
    const far = children(s, trigger.token, "obj").find((o) => o > trigger.to && o < trigger.to + 10);
    if (far !== undefined && (lower(s, trigger.to) === "," || s.upos[trigger.to] === "ADV"))
      return this.at.get(far) ?? null;
    return null;
  }

  // "killed | three soldiers were wounded": the phrase is the subject of what follows
  opensClause(p: VictimPhrase, trigger: HarmTrigger): boolean {
    const { s } = this;
    const next = s.xpos[p.to] ?? "";
    if (trigger.word.form !== "past") return false;
    if (lower(s, trigger.token - 1) === "" || trigger.finite) return false;
    return (FINITE.test(next) || s.upos[p.to] === "AUX") && this.phraseEndingAt(trigger.left) !== null;
  }

  phraseEndingAt(end: number): VictimPhrase | null {
    const p = this.at.get(end - 1);
    return p !== undefined && p.to === end ? p : null;
  }

  /** Who suffers by a passive or intransitive predicate: the phrase before its group, over prepositional phrases and asides. */
  subjectOf(trigger: HarmTrigger, entry: HarmEntry): VictimPhrase | null {
    const { s } = this;
    let end = trigger.left;
    let joined = false;
    // "17 of its staff were among those killed"
    const among = this.amongBefore(trigger);
    if (among >= 0) end = among - 1;
    // "Ramon Perez, mayor of Achi, who had been missing, | was found dead": one person, over whatever is told of him between
    const told = this.treeSubject(trigger);
    const isOne =
      told !== null &&
      !told.plural &&
      (told.count === null || told.count.kind === "article") &&
      /^(?:was|is|has|had)$/.test(lower(s, trigger.left));
    const isCut = told !== null && s.form[this.overAttachments(told.to)] === "," && s.form[end - 1] === ",";
    if (isOne && isCut && this.suits(told, entry)) return told;
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
        // "a policeman guarding workers | was shot": the one who guards
        if (s.xpos[p.from - 1] === "VBG" && !OPEN_PART.test(before) && trigger.finite) {
          const holder = this.phraseEndingAt(p.from - 1);
          if (holder !== null && this.suits(holder, entry)) return holder;
        }
        const including = OPEN_PART.test(before) || /^(?:mostly|mainly|among)$/.test(before);
        // "a technician of the (CBS) network | was killed"
        const isOwn = baseRelation(s, p.head).startsWith("nsubj") || this.suits(p, entry);
        if (!adposition && !including) return isOne && told.people !== null && !isOwn ? told : p;
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
        // "half of the 60 people | were killed"; but "half of the 60 people killed" were
        if (
          trigger.finite &&
          before === "of" &&
          /^(?:first|second|third|last|neither|none|each|half|brother|father|son)$/.test(lower(s, p.from - 2))
        )
          return null;
        if (/^(?:of|from)$/.test(before) && this.phraseEndingAt(p.from - 1) === null && this.suits(p, entry))
          return p;
        // a subject behind "with": "with 12 people killed", "with dozens wounded"
        if (
          !trigger.finite &&
          this.hasCount(p) &&
          (steps === 0 || joined) &&
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
      // "300 killed and | wounded": the one before has the figure
      const prior =
        steps === 0 && /^(?:and|or)$/.test(w)
          ? this.triggers.find((x) => x.to === last && x.word.as !== "noun")
          : undefined;
      if (prior !== undefined) {
        end = prior.left;
        joined = true;
        continue;
      }
      // "seven guards | travelling on a bus | were killed"
      if (
        (/^VB[GN]$/.test(s.xpos[last]!) || w === "aged") &&
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
    return told;
  }

  /** The subject that the tree gives a word of harm, or the verb that it hangs on: "was |found| dead". */
  private treeSubject(trigger: HarmTrigger): VictimPhrase | null {
    const { s } = this;
    const verb = baseRelation(s, trigger.token) === "xcomp" ? s.head[trigger.token]! : -1;
    const subjects = [
      ...surfaceSubject(s, trigger.token),
      ...(verb >= 0 && trigger.word.as === "adj" ? surfaceSubject(s, verb) : []),
    ];
    for (const c of subjects) {
      const p = this.at.get(c);
      if (p !== undefined && c < trigger.token && !p.measure) return p;
    }
    return null;
  }

  /** "were among | the dead", "was among the 19 killed": the token of "among", or -1. */
  amongBefore(trigger: HarmTrigger): number {
    const { s } = this;
    let t = trigger.left - 1;
    const figure = this.phraseEndingAt(trigger.left);
    if (figure?.count?.kind === "figure") t = figure.from;
    else if (lower(s, t) === "people") t--;
    if (/^(?:those|the)$/.test(lower(s, t))) t--;
    return t < trigger.left - 1 && lower(s, t) === "among" && s.upos[t - 1] === "AUX" ? t : -1;
  }

  /** "Also killed in the attack were | two officers", "among the dead was | a child": those behind the verb; null where it is not turned round. */
  invertedSubject(trigger: HarmTrigger): VictimPhrase | null {
    const { s } = this;
    if (trigger.voice === "passive" && trigger.word.as === "verb") return null;
    // "among those killed", "among the priests murdered"
    const those = this.phraseEndingAt(trigger.left);
    let open = (those?.from ?? trigger.left) - 1;
    if (those === null && /^(?:those|the|them)$/.test(lower(s, open))) open--;
    const isAmong = lower(s, open) === "among";
    if (isAmong) open--;
    else if (trigger.finite || those !== null) return null;
    if (open >= 0 && s.upos[open] !== "PUNCT" && s.upos[open] !== "CCONJ") return null;
    for (let t = trigger.to; t < s.form.length && t < trigger.to + 9; t++) {
      if (s.upos[t] === "PUNCT" || FINITE.test(s.xpos[t]!) || s.upos[t] === "AUX") {
        const p = /^(?:was|were|is|are)$/.test(lower(s, t)) ? this.at.get(t + 1) : undefined;
        return p?.from === t + 1 && !p.measure ? p : null;
      }
    }
    return null;
  }

  /** "three policemen | it had kidnapped": those before a clause without an object of its own; null where it is none. */
  relativeObject(trigger: HarmTrigger): VictimPhrase | null {
    const { s } = this;
    let t = trigger.left - 1;
    const subject = this.phraseEndingAt(t + 1);
    if (/^(?:it|they|he|she|we|i)$/.test(lower(s, t))) t--;
    else if (subject !== null && subject.count === null && subject.from > 0) t = subject.from - 1;
    else return null;
    const marked = /^(?:that|which|whom|who)$/.test(lower(s, t));
    if (marked) t--;
    else if (subject !== null && !/^acl/.test(s.relation[trigger.token]!)) return null;
    const p = this.phraseEndingAt(t + 1);
    return p !== null && !p.bare && this.hasFigure(p) && s.upos[trigger.to] !== "PRON" ? p : null;
  }

  hasCount(p: VictimPhrase): boolean {
    return p.count !== null && p.count.kind !== "none";
  }

  /** Start of an aside that ends at a mark: ", including three children," or "— eight of them soldiers —"; -1 where none is. */
  asideBefore(mark: number): number {
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
          /^(?:who|which|some|many|most|mostly|mainly|both|all|aged|none|several|according|identified|named|called|believed|described|along|together|as)$/.test(
            first,
          ) ||
          this.areNamesOf(k, mark) ||
          (!dash && this.isApposition(k)) ||
          (/^(?:them|whom)$/.test(lower(s, mark - 1)) && lower(s, mark - 2) === "among") ||
          this.at.get(k + 1)?.ofThem === true ||
          // "nearly half of them children"
          this.s.form
            .slice(k + 1, Math.min(mark, k + 7))
            .some((x, n, all) => x.toLowerCase() === "of" && /^(?:them|whom)$/i.test(all[n + 1] ?? "")) ||
          (!dash &&
            this.at.get(k + 1)?.to === mark &&
            s.upos[this.at.get(k + 1)!.head] === "PROPN" &&
            this.at.get(k + 1)?.count === null &&
            k > 0 &&
            s.upos[k - 1] !== "PROPN") ||
          this.at.get(k + 1)?.measure === true ||
          (!dash && this.describesName(k));
        if (opens) return k;
      }
    }
    return -1;
  }

  /** "Two of the escort |, agents of the secret police,|": what a comma opens says who they are. */
  private isApposition(comma: number): boolean {
    const about = this.at.get(comma + 1);
    if (about?.from !== comma + 1 || about.count !== null || about.named) return false;
    const whose = this.at.get(this.s.head[about.head]!);
    return (
      baseRelation(this.s, about.head) === "appos" &&
      whose !== undefined &&
      whose.to <= comma &&
      this.hasFigure(whose)
    );
  }

  /** "Two brothers |, Ahmed and Yusuf Saleh,|": the names of those that a figure stands before. */
  private areNamesOf(comma: number, mark: number): boolean {
    const whose = this.phraseEndingAt(comma);
    if (whose === null || !this.hasFigure(whose) || whose.bare || whose.measure) return false;
    for (let t = comma + 1; t < mark; t++)
      if (!/^(?:PROPN|CCONJ|PUNCT)$/.test(this.s.upos[t]!) && !this.at.get(t)?.named) return false;
    return mark > comma + 1;
  }

  /** "Ruiz | , leader of the union": what a comma opens says who is named before it. */
  private describesName(comma: number): boolean {
    const { s } = this;
    const name = this.phraseEndingAt(comma);
    const about = this.at.get(comma + 1);
    if (name === null || about === undefined || !this.isOneName(name) || about.from !== comma + 1)
      return false;
    if (about.named || (about.count !== null && about.count.kind === "figure")) return false;
    const governor = s.head[about.head]!;
    return (
      baseRelation(s, about.head) === "appos" && name.from <= governor && governor < Math.max(name.to, comma)
    );
  }

  private isOneName(p: VictimPhrase): boolean {
    return p.named && p.count === null && !p.plural && !p.measure;
  }

  /** "12 soldiers, three policemen and a child | were killed": all of them, in order. */
  chainLeft(last: VictimPhrase, entry: HarmEntry): VictimPhrase[] {
    const chain = [last];
    const { s } = this;
    // "left 13 dead, including two infants, and |20| wounded": nobody but them
    const alone = last.bare && last.noun === null && last.count?.more !== true && !this.isElliptic(last);
    if (last.ofThem || alone) return chain;
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
      // "Ruiz, leader of the union, and Gilda Mora"
      const aside = first.named && s.form[t + 1] === "," ? this.asideBefore(t + 1) : -1;
      if (aside >= 0 && this.describesName(aside)) before = this.phraseEndingAt(aside);
      // "A teacher, Maria Lopez, and her husband": the name of the first between
      if (before?.named && before.count === null && s.form[t + 1] === "," && s.form[before.from - 1] === ",")
        before =
          this.phraseEndingAt(before.from - 1)?.count == null ? before : this.phraseEndingAt(before.from - 1);
      // "Captain Hasnain, 24, and Naik Bilal": an age between
      if (before?.measure && before.bare && lower(s, before.from - 1) === ",")
        before = this.phraseEndingAt(before.from - 1);
      if (
        before === null ||
        before.measure ||
        (before.count === null && !(before.named && first.named) && !this.isOneOfTheirs(before)) ||
        !(this.suits(before, entry) || (before.bare && !before.ofThem && this.isElliptic(before)))
      )
        break;
      const verb = before.from - 1;
      // "killed 12 soldiers and three civilians were wounded": the first belongs to its own verb
      if (
        verb >= 0 &&
        ((s.upos[verb] === "VERB" && !SAYING.test(lower(s, verb))) ||
          this.triggers.some((x) => x.token === verb || x.to === before.from))
      )
        break;
      if (verb >= 0 && s.upos[verb] === "ADP" && !/^(?:after|when|that|while|as)$/.test(lower(s, verb)))
        break;
      if (
        first.count === null &&
        last.count === null &&
        !first.plural &&
        !first.named &&
        !this.isOneOfTheirs(first)
      )
        break;
      chain.unshift(before);
      first = before;
    }
    return chain;
  }

  // "eight Afghan and two Pakistani soldiers": the noun comes with the last
  isElliptic(p: VictimPhrase): boolean {
    return p.bare && p.to > (p.count?.to ?? p.to);
  }

  /**
   * "killed | 12 soldiers, three policemen and a child": until a phrase that has a predicate of its own.
   *
   * @param nominal "the deaths of |a mother and her three children| caused outrage": the predicate is that of the noun before them
   */
  chainRight(first: VictimPhrase, entry: HarmEntry, nominal = false): VictimPhrase[] {
    const chain = [first];
    const { s } = this;
    for (let last = first; ; ) {
      let t = this.overAge(this.overName(this.overAttachments(last.to)));
      // a semicolon joins persons of a list, and clauses
      if (s.form[t] === ";" && !this.isOneName(last) && !this.isOneName(first)) break;
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
      if (!nominal && this.hasOwnPredicate(next)) break;
      chain.push(next);
      last = next;
    }
    return chain.length === 1 && this.isOneName(first) ? [first, ...this.namesBehind(first)] : chain;
  }

  /** "killed Ruiz, | leader of the union, Gilda Mora and the lawyer Jaime Paz": names after a name, up to the one behind "and". */
  private namesBehind(first: VictimPhrase): VictimPhrase[] {
    const { s } = this;
    const names: VictimPhrase[] = [];
    for (let last = first; ; ) {
      let t = this.overAge(this.overAttachments(last.to));
      if (s.form[t] === "," && this.describesName(t)) {
        let k = t + 1;
        while (k < s.form.length && !/^(?:[,.;:]|and)$/.test(lower(s, k))) k++;
        t = k;
      }
      const isLast = lower(s, t) === "and" || (/^[,;]$/.test(s.form[t] ?? "") && lower(s, t + 1) === "and");
      while (JOINERS.test(lower(s, t))) t++;
      const next = this.at.get(t);
      const suits =
        next?.from === t && (this.isOneName(next) || (isLast && next.count !== null && !next.bare));
      const isJoined = t > last.to && suits && !next!.measure && !this.hasOwnPredicate(next!);
      // a comma alone may open what somebody says
      if (!isJoined) return [];
      names.push(next!);
      if (isLast) return names;
      last = next!;
    }
  }

  // "Maria Ruiz | , 42 |; a guard and": an age behind a name
  private overAge(from: number): number {
    const { s } = this;
    const age = s.form[from] === "," ? this.at.get(from + 1) : undefined;
    return age?.measure && age.bare && /^(?:[,;]|and)$/.test(lower(s, age.to)) ? age.to : from;
  }

  // "one of its commanders | , Abu Yusuf, | and two guards"
  private overName(from: number): number {
    const { s } = this;
    if (s.form[from] !== ",") return from;
    const name = this.at.get(from + 1);
    const isName =
      name !== undefined && name.count === null && s.upos[name.head] === "PROPN" && !name.measure;
    return isName && s.form[name.to] === "," && lower(s, name.to + 1) === "and" ? name.to : from;
  }

  // "a colonel and his driver"
  isOneOfTheirs(p: VictimPhrase): boolean {
    const { s } = this;
    // "his bodyguard and |driver|", "the cook's |daughter|"
    const shared =
      p.from === p.head && lower(s, p.from - 1) === "and" ? this.phraseEndingAt(p.from - 1) : null;
    const isTheirs =
      p.possessive >= 0 ||
      s.xpos.slice(p.from, p.head).includes("POS") ||
      (shared !== null &&
        !shared.plural &&
        ((shared.possessive >= 0 && shared.count === null) ||
          s.xpos.slice(shared.from, shared.head).includes("POS")));
    const isPerson = p.people !== null && (p.people !== "unknown" || COMPANION.test(p.noun ?? ""));
    return isTheirs && isPerson && !p.plural;
  }

  /** Past "of the RSF", "from Goma", "in Gaza" (one phrase with a preposition). */
  overAttachments(from: number): number {
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

  /** The form of "be" that a phrase ending at a token is the subject of, over what stands between ("in Kupwara, a town, | were"); else that token. */
  copulaBehind(from: number): number {
    const { s } = this;
    let t = from;
    for (let steps = 0; steps < 6; steps++) {
      if (s.upos[t] === "AUX") return t;
      if (s.upos[t] === "ADP" && lower(s, t) !== "by") {
        t = this.phraseAfter(t)?.to ?? t + 2;
      } else if (s.form[t] === ",") {
        const close = s.form.findIndex((w, k) => k > t && /^[,;:.]$/.test(w));
        if (close < 0 || s.form[close] !== "," || s.upos[close + 1] !== "AUX") return from;
        t = close + 1;
      } else return from;
    }
    return from;
  }

  hasOwnPredicate(p: VictimPhrase): boolean {
    const { s } = this;
    let t = this.overAttachments(p.to);
    while (s.upos[t] === "ADV") t++;
    if (s.upos[t] === "AUX" || FINITE.test(s.xpos[t] ?? "")) return true;
    if (this.triggers.some((x) => x.token === t && x.word.as !== "noun")) return true;
    return false;
  }

  text(p: VictimPhrase): string {
    return this.s.text.slice(this.s.start[p.from]!, this.s.end[p.to - 1]!);
  }

  modifierKind(p: VictimPhrase): VictimKind | null {
    for (let t = p.head - 1; t >= p.from; t--) {
      const kind = this.lexicon.modifiers.get(lower(this.s, t));
      if (kind !== undefined) return kind;
    }
    return null;
  }

  /** "deaths of 14 soldiers", "31 deaths among civilians" */
  victimsBehind(trigger: HarmTrigger): VictimPhrase | null {
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

  // "200 fighters and associated militants": one figure over both
  mergedScope(p: VictimPhrase, entry: HarmEntry): { kind: VictimKind } | null {
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

  // "killed or wounded 20", "20 were killed and wounded": one figure for both
  coordinatedHarm(trigger: HarmTrigger): boolean {
    const { s } = this;
    // "killed, wounded or captured": a comma joins where "or" follows
    const joined = (t: number) => /^(?:and|or|\/)$/.test(lower(s, t)) || this.isSeries(t);
    const other = (x: HarmTrigger | undefined) =>
      x !== undefined &&
      x.word.entry.harm !== trigger.word.entry.harm &&
      x.word.as !== "noun" &&
      x.word.entry.harm !== "missing";
    if (joined(trigger.to)) {
      const next = this.triggers.find((x) => x.token === trigger.to + 1);
      // "left 40 people dead | and displaced 3,000": those of the second verb are others
      const own = next?.voice === "active" && next.word.as === "verb" ? this.at.get(next.to) : undefined;
      const isOther = trigger.voice === "passive" && own?.from === next?.to && own?.count != null;
      if (other(next) && !isOther) return true;
    }
    if (joined(trigger.token - 1)) {
      const prior = this.triggers.find((x) => x.to === trigger.token - 1);
      const own =
        trigger.voice === "active" && trigger.word.as === "verb" ? this.at.get(trigger.to) : undefined;
      const isOther = prior?.voice === "passive" && own?.from === trigger.to && own.count !== null;
      if (other(prior) && !isOther) return true;
    }
    return false;
  }

  /** The comma of "killed, wounded or captured". */
  isSeries(comma: number): boolean {
    const { s } = this;
    if (s.form[comma] !== ",") return false;
    const at = (t: number) => this.triggers.find((x) => x.token === t && x.word.as !== "noun");
    const prior = this.triggers.some((x) => x.to === comma && x.word.as !== "noun");
    const next = at(comma + 1);
    if (!prior || next === undefined) return false;
    const t = s.form[next.to] === "," ? next.to + 1 : next.to;
    return /^(?:and|or)$/.test(lower(s, t)) && at(t + 1) !== undefined;
  }

  phraseAfter(t: number): VictimPhrase | null {
    const p = this.at.get(t + 1);
    return p !== undefined && p.from === t + 1 ? p : null;
  }

  /** Told of a time long past: "killed in the 1971 war", "in 1994", "three decades ago". */
  isRemote(trigger: HarmTrigger): boolean {
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
        /^(?:when|in)$/.test(lower(s, t + 2)) &&
        this.runsOnFrom(t)
      )
        return true;
      if (w === "decades" && lower(s, t + 1) === "ago") return true;
      if (/^(?:1[89]\d\d|19\d0s)$/.test(w) && !this.runsOnFrom(t) && this.sameClause(t, trigger.token))
        return now === 0 || now - Number(w.slice(0, 4)) > 10 || w.endsWith("s");
      if (
        /^20\d\d$/.test(w) &&
        now > 0 &&
        now - Number(w) >= 5 &&
        !this.runsOnFrom(t) &&
        this.sameClause(t, trigger.token) &&
        /^(?:war|genocide|massacre|uprising|invasion|conflict|attack|bombing|earthquake)$/.test(
          lower(s, t + 1),
        )
      )
        return true;
    }
    return false;
  }

  // "since 2011", "since the revolt began in 2011": what has been counted up to now
  private runsOnFrom(year: number): boolean {
    for (let t = year - 1; t >= Math.max(0, year - 10) && !/^[,;:.]$/.test(lower(this.s, t)); t--)
      if (/^(?:since|from)$/.test(lower(this.s, t))) return true;
    return false;
  }

  sameClause(a: number, b: number): boolean {
    for (let t = Math.min(a, b) + 1; t < Math.max(a, b); t++)
      if (/^[;:.]$/.test(this.s.form[t]!)) return false;
    return true;
  }
}
