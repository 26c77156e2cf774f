import { lower, type Sentence } from "../language/sentence.js";
import type { VictimKind } from "./claim.js";
import type { HarmTrigger } from "./harm-words.js";
import type { ParsedReport } from "./parsed-report.js";
import type { TollDraft } from "./toll-draft.js";
import { type VictimPhrase, victimPhrases } from "./victim-phrases.js";
import type { HarmEntry, TollLexicon } from "./victims.js";

/** What joins the victims of one harm. */
export const JOINERS = /^(?:and|or|,|;|&|plus)$/;

/** Opens what is a part of those before it: "12 people, |including| two children". */
export const OPEN_PART = /^(?:including|included|includes|include|among|amongst)$/;

/** Tags of verbs that a clause has for its own. */
export const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/** Nouns of people by their form: "mahouts" is none, "smugglers", "lobbyists", "deportees" are. */
const AGENT_NOUN = /^\p{Ll}+(?:ers|ors|ists|ians|ees|ants|men|women|ites|eers|folk|goers)$/u;

/** So many that nobody but refugees is meant: "took in 600,000". */
const MULTITUDE = 1000;

/**
 * One sentence with its words of harm and its noun phrases. Which phrases suffer by which word is found by `harm-subjects.ts`,
 * `harm-objects.ts` and `victim-chains.ts`: on neighbouring words, asking the tree only where they do not tell, for trees of news are
 * wrong about coordinated figures one time in five.
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

  hasFigure(p: VictimPhrase): boolean {
    return p.count !== null && p.count.kind === "figure";
  }

  isBareCount(p: VictimPhrase): boolean {
    return p.bare && !p.measure && p.count !== null;
  }

  /** "left five people dead", "leaving dozens homeless" */
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
      // "freed nine, receiving four in return": nobody says that those fled
      if (entry.who === "refugees")
        return p.ofThem || (p.count.kind === "figure" && (p.count.count.low ?? 0) >= MULTITUDE);
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

  /** The phrase whose last token stands right before `end`; null where none does. */
  phraseEndingAt(end: number): VictimPhrase | null {
    const p = this.at.get(end - 1);
    return p !== undefined && p.to === end ? p : null;
  }

  hasCount(p: VictimPhrase): boolean {
    return p.count !== null && p.count.kind !== "none";
  }

  /** "eight Afghan and two Pakistani soldiers": the noun comes with the last. */
  isElliptic(p: VictimPhrase): boolean {
    return p.bare && p.to > (p.count?.to ?? p.to);
  }

  /** "a colonel and his driver" */
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
    const isPerson =
      p.people !== null && (p.people !== "unknown" || this.lexicon.words.companions.has(p.noun ?? ""));
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

  /** "… and three civilians |were wounded|": a verb behind it that is its own. */
  hasOwnPredicate(p: VictimPhrase): boolean {
    const { s } = this;
    let t = this.overAttachments(p.to);
    // "a spokesman |for the police| said"
    if (lower(s, t) === "for") t = this.phraseAfter(t)?.to ?? t;
    while (s.upos[t] === "ADV") t++;
    if (s.upos[t] === "AUX" || FINITE.test(s.xpos[t] ?? "")) return true;
    if (this.triggers.some((x) => x.token === t && x.word.as !== "noun")) return true;
    return this.speaksBehindName(t);
  }

  /** "killed a guard, the state's governor |, Umar Bello, has said|": a name between commas, and then the verb of whom it names. */
  private speaksBehindName(comma: number): boolean {
    const { s } = this;
    const name = s.form[comma] === "," ? this.at.get(comma + 1) : undefined;
    const isName = name?.from === comma + 1 && name.named && name.count === null && !name.plural;
    if (!isName || s.form[name.to] !== ",") return false;
    let t = name.to + 1;
    while (s.upos[t] === "ADV" || s.upos[t] === "AUX") t++;
    return this.lexicon.words.saying.has(lower(s, t));
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

  /** "killed or wounded 20", "20 were killed and wounded": one figure for both. */
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

  /** The phrase that begins right behind a token; null where none does. */
  phraseAfter(t: number): VictimPhrase | null {
    const p = this.at.get(t + 1);
    return p !== undefined && p.from === t + 1 ? p : null;
  }
}
