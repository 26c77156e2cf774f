import { lower, type Sentence } from "../language/sentence.js";
import type { Harm } from "./claim.js";
import type { CountPhrase } from "./counts.js";
import { type HarmClause, OPEN_PART } from "./harm-clause.js";
import { type NewDraft, overlapsPhrase, type TollDraft } from "./toll-draft.js";
import type { TollWords } from "./toll-words.js";
import { chainLeft, chainRight } from "./victim-chains.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** What tells where or when some of them were: "23 of them |in| a single ambush". */
const PLACE = /^(?:in|at|on|during|near|since|outside)$/;

const harmNamed = (word: string): Harm =>
  /^(?:wounded|injured)$/.test(word) ? "wounded" : word === "missing" ? "missing" : "killed";

/** The count of one person told by name. */
const oneOf = (p: VictimPhrase): CountPhrase => ({
  from: p.from,
  to: p.from,
  kind: "article",
  count: { low: 1, high: 1, hedge: "exact", words: "" },
  more: false,
});

/** What those suffer who are only named by a harm: "the dead", "the wounded". */
const entryNamed = (harm: Harm): HarmEntry => ({
  id: `${harm}/among`,
  harm,
  thingsHarm: null,
  victim: "object",
  who: "people",
  by: "anyone",
  range: false,
  known: false,
  counted: false,
  later: false,
  caring: false,
  after: new Set(),
  not: new Set(),
  behind: new Set(),
});

/** Parts of totals: "including eight Afghan soldiers", "two of them children", "among the dead were three nurses". */
export class TollParts {
  private readonly words: TollWords;

  constructor(
    private readonly view: HarmClause,
    private readonly drafts: readonly TollDraft[],
    private readonly earlier: readonly TollDraft[],
    private readonly push: (draft: NewDraft) => void,
  ) {
    this.words = view.lexicon.words;
  }

  /** Whether parts of those harmed may be told in a sentence that has no word of harm: "11 of the dead were women". */
  static mayStandIn(s: Sentence, { victims }: TollWords): boolean {
    return s.form.some(
      (w, t) =>
        victims.has(w.toLowerCase()) && [1, 2, 3].some((back) => /^(?:the|those)$/.test(lower(s, t - back))),
    );
  }

  read(): void {
    const { s } = this.view;
    for (let t = 0; t < s.form.length; t++) {
      const w = lower(s, t);
      this.readIdentified(t);
      let first = -1;
      if (OPEN_PART.test(w)) {
        if (this.isOfTheRest(t)) continue;
        first = t + 1;
        if (/^(?:them|those|whom|these|the|victims)$/.test(lower(s, first)) && /^among/.test(w)) {
          while (
            first < s.form.length &&
            first < t + 6 &&
            !(this.view.at.get(first)?.from === first && this.view.at.get(first)!.named) &&
            (/^(?:them|those|whom|these|the|victims|people|dead|killed|wounded|were|are|was|injured)$/.test(
              lower(s, first),
            ) ||
              // "among the |31| dead"
              (s.upos[first] === "NUM" && lower(s, first - 1) === "the"))
          )
            first++;
        } else if (/^among/.test(w)) continue;
      } else if (/^[-–—:(,]$/.test(s.form[t]!) && this.view.at.get(t + 1)?.from === t + 1) first = t + 1;
      else {
        const p = this.view.at.get(t);
        // "63 dead, of whom at least 22 were soldiers"
        if (p?.from === t && p.bare && lower(s, t - 1) === "whom" && lower(s, t - 2) === "of")
          this.readOfThem(p);
        // "38 people, |eight women among them|,"
        if (p?.from === t && this.isAmongThem(p)) {
          const total = this.totalBefore(t, p, false);
          if (total !== null)
            for (const part of chainLeft(this.view, p, this.entryOf(total))) this.pushPart(total, part);
        }
        if (p?.from === t && p.bare && (this.readOfTheDead(p) || this.readGravity(p))) continue;
        if (p?.ofThem && p.from === t) {
          this.readOfThem(p);
          t = p.to - 1;
        }
        continue;
      }
      const found = this.view.at.get(first);
      // "including |the rebel leader Omar Khan|"
      const isName = found?.named === true && found.count === null && !found.plural && OPEN_PART.test(w);
      const p = isName ? { ...found, count: oneOf(found) } : found;
      if (p === undefined || p.from !== first || p.count === null || p.measure) continue;
      if (this.readAmongDead(p, t, first)) continue;
      const isList = !OPEN_PART.test(w);
      this.addParts(p, t, isList);
    }
  }

  /** "killed 15 people: |nine| at a school and |six|, among them two women, in Gaza City": so many in each place, who add up to the total. */
  readPlaced(): void {
    const { s } = this.view;
    for (let t = 0; t < s.form.length; t++) {
      if (!/^(?:[-–—:,]|--)$/.test(s.form[t]!) || !this.isPlaced(t + 1)) continue;
      const first = this.view.at.get(t + 1)!;
      const total = this.totalBefore(t, first, false);
      const parts = this.placedFrom(t + 1);
      const sum = parts.reduce((n, p) => n + p.count!.count.low!, 0);
      if (total === null || parts.length < 2 || total.count.hedge !== "exact" || sum !== total.count.low)
        continue;
      for (const p of parts) this.pushPart(total, p);
      return;
    }
  }

  /** Figures without a noun, each told with its place, from a token on to the end of the clause. */
  private placedFrom(from: number): VictimPhrase[] {
    const { s } = this.view;
    const parts: VictimPhrase[] = [];
    for (let t = from; t < s.form.length && !/^[.!?]$/.test(s.form[t]!); t++)
      if (/^(?:[-–—:,;]|--|and)$/.test(lower(s, t - 1)) && this.isPlaced(t)) parts.push(this.view.at.get(t)!);
    return parts;
  }

  /** "|nine| at a school", "|six|, among them two women, in Gaza City" */
  private isPlaced(t: number): boolean {
    const { s } = this.view;
    const p = this.view.at.get(t);
    if (p?.from !== t || !p.bare || p.measure || p.ofThem || p.noun !== null) return false;
    if (p.count?.kind !== "figure" || p.count.count.hedge !== "exact" || p.to !== p.count.to) return false;
    if (PLACE.test(lower(s, p.to))) return true;
    if (s.form[p.to] !== "," || !OPEN_PART.test(lower(s, p.to + 1))) return false;
    const close = s.form.indexOf(",", p.to + 1);
    return close > 0 && PLACE.test(lower(s, close + 1));
  }

  /** "Eight are held, but |the rest| are at large, including their leader": of those to whom it was not done. */
  private isOfTheRest(t: number): boolean {
    const { s } = this.view;
    const before = s.form.slice(Math.max(0, t - 8), t).map((w) => w.toLowerCase());
    const rest = before.findLastIndex((w) => w === "rest" || w === "remainder");
    return rest > 0 && before[rest - 1] === "the";
  }

  private isAmongThem(p: VictimPhrase): boolean {
    const { s } = this.view;
    const isCounted = p.count !== null && p.count.kind !== "none" && p.people !== null && !p.measure;
    return isCounted && /^among(?:st)?$/.test(lower(s, p.to)) && /^(?:them|whom)$/.test(lower(s, p.to + 1));
  }

  /** "The dead were identified as |two nurses and a driver|", "The dead are |Ana Ruiz and the guard Leon Gomez|". */
  private readIdentified(t: number): void {
    const { s } = this.view;
    const isNamed = this.words.stricken.has(lower(s, t)) && /^(?:the|those)$/.test(lower(s, t - 1));
    if (!isNamed || s.upos[t + 1] !== "AUX") return;
    let k = t + 2;
    while (
      s.upos[k] === "ADV" ||
      /^(?:been|being|officially|identified|named|listed|as|:)$/.test(lower(s, k))
    )
      k++;
    const first = this.view.at.get(k);
    if (first?.from !== k || first.people === null) return;
    const harm = harmNamed(lower(s, t));
    for (const p of chainRight(this.view, first, entryNamed(harm))) {
      // "those killed were miners, and |a local official| put their number at 18"
      const end = this.view.overAttachments(p.to);
      if (p !== first && /^(?:VERB|AUX)$/.test(s.upos[end] ?? "")) break;
      const isCounted = p.count !== null && p.count.kind !== "none" && !p.bare;
      const isOne = p.named && p.count === null && !p.plural;
      if (isCounted || isOne) this.pushAlone(harm, { ...p, count: p.count ?? oneOf(p) }, p.from, undefined);
    }
  }

  // "Among the dead were four children", "The dead included three journalists": parts of a total told before, or tolls of their own
  private readAmongDead(first: VictimPhrase, marker: number, at: number): boolean {
    const { s } = this.view;
    const isAmong = /^among/.test(lower(s, marker));
    const victims = isAmong
      ? s.form.slice(marker + 1, at).map((w) => w.toLowerCase())
      : /^includ(?:ed|es?)$/.test(lower(s, marker))
        ? [lower(s, marker - 1)]
        : [];
    const word = victims.find((w) => this.words.victims.has(w));
    if (word === undefined) return false;
    const harm = harmNamed(word);
    const entry = entryNamed(harm);
    const total =
      this.totalBefore(marker, first, false) ??
      this.earlier
        .filter((d) => d.sentence >= this.view.sentence - 2 && d.partOf === null && d.harm === harm)
        .at(-1);
    const whole = total == null && isAmong ? this.view.at.get(marker + 1) : undefined;
    if (whole?.count?.kind === "figure" && whole.to <= at)
      this.pushWhole(harm, { ...whole, to: at }, whole.count);
    for (const p of chainRight(this.view, first, entry)) {
      if (p.count === null || (p.bare && !this.view.isElliptic(p)) || p.people === null) continue;
      this.pushAlone(harm, p, marker, total);
    }
    return true;
  }

  /** "nine of |the 22 people killed|" */
  private pushWhole(harm: Harm, p: VictimPhrase, count: CountPhrase): void {
    this.push({
      phrase: null,
      from: count.from,
      to: p.to,
      token: count.from,
      harm,
      count: count.count,
      kind: "unknown",
      party: null,
      possessive: false,
      possessiveToken: -1,
      words: count.count.words,
      perpetrator: null,
      rule: `${harm}/among`,
    });
  }

  /** Some of those that a harm is said of by its name: a part where the total was told, else a toll of their own. */
  private pushAlone(harm: Harm, p: VictimPhrase, token: number, total: TollDraft | undefined): void {
    this.push({
      phrase: p,
      from: p.from,
      to: p.to,
      token,
      harm,
      count: p.count!.count,
      kind: p.people ?? "unknown",
      party: p.party,
      possessive: false,
      possessiveToken: -1,
      words: this.view.text(p),
      perpetrator: total?.perpetrator ?? null,
      rule: `${harm}/among`,
      ...(total === undefined ? {} : { partOf: total }),
    });
  }

  // "three of them children", "two of whom were women"
  private readOfThem(p: VictimPhrase, named = lower(this.view.s, p.to - 1)): void {
    const { s } = this.view;
    if (p.count?.kind !== "figure") return;
    // "all but two of them civilians"
    if (lower(s, p.from - 1) === "but" && lower(s, p.from - 2) === "all") return;
    const word = named;
    const harm = harmNamed(word);
    const before = this.totalBefore(p.from, p, false);
    // "34 were hurt, and nine of |the dead| were children": of those, not of the hurt
    const fits = before !== null && (!this.words.victims.has(word) || before.harm === harm);
    const total =
      (fits ? before : null) ??
      this.earlier
        .filter((d) => d.sentence >= this.view.sentence - 2 && d.partOf === null && d.harm === harm)
        .at(-1) ??
      null;
    const isNamed = this.words.victims.has(word) && word !== "victims";
    const add = (part: VictimPhrase) => {
      if (total !== null) this.pushPart(total, part);
      else if (before !== null || isNamed || this.words.victims.has(word))
        this.pushAlone(harm, part, part.from, undefined);
    };
    if (p.whole !== null && total === null) this.pushWhole(harm, p, p.whole);
    let noun = this.nounSaidOf(p);
    if (noun === null) {
      // "74 of the wounded are still in hospital"
      const isOther = this.view.triggers.some(
        (x) => x.token >= p.to && x.word.as !== "noun" && x.word.entry.harm !== harm,
      );
      const stands =
        isNamed || (total !== null && (this.tellsHow(p, total.harm) || PLACE.test(lower(s, p.to))));
      if (stands && p.ofThem && !isOther) add({ ...p, people: total?.kind ?? "unknown" });
      return;
    }
    add({ ...noun, from: p.from, count: p.count, party: noun.party });
    // "…, nine were women |and two were nurses|"
    for (;;) {
      let t = noun.to;
      while (/^(?:,|and)$/.test(lower(s, t))) t++;
      const next = t > noun.to ? this.view.at.get(t) : undefined;
      if (next?.from !== t || !next.bare || next.ofThem || next.count?.kind !== "figure") return;
      noun = this.nounSaidOf(next);
      if (noun === null) return;
      add({ ...noun, from: next.from, count: next.count, party: noun.party });
    }
  }

  // "eight were injured, |three seriously|"
  private readGravity(p: VictimPhrase): boolean {
    const { s } = this.view;
    if (p.ofThem || p.count?.kind !== "figure" || !/^(?:,|and|—|–|-)$/.test(lower(s, p.from - 1)))
      return false;
    const end = s.form[p.to + 1] ?? ".";
    if (
      !this.words.gravity.has(lower(s, p.to)) ||
      s.upos[p.to] !== "ADV" ||
      !/^[,.;)—–]$|^(?:and|in)$/.test(end)
    )
      return false;
    const total = this.totalBefore(p.from, p, false);
    if (total?.harm !== "wounded") return false;
    this.pushPart(total, { ...p, people: total.kind });
    return true;
  }

  /** What is said of so many of them: "three of them |children|", "two were |nurses|"; null where it is something else. */
  private nounSaidOf(p: VictimPhrase): VictimPhrase | null {
    const { s } = this.view;
    let t = this.view.copulaBehind(p.to);
    while (/^(?:,|were|are|was|being|is)$/.test(lower(s, t)) || s.upos[t] === "ADV") t++;
    // "five bodies, one of them |that of| a schoolboy"
    if (lower(s, t) === "that" && lower(s, t + 1) === "of") t += 2;
    const noun = this.view.at.get(t);
    if (noun?.from !== t || noun.people === null || noun.count?.kind === "figure") return null;
    // "five of them critically, | the mayor | said"
    if (s.form[t - 1] === "," && !noun.plural) return null;
    const harmed = this.view.triggers.some(
      (x) => x.token >= p.to && x.token <= noun.to && x.word.as !== "noun",
    );
    return harmed ? null : noun;
  }

  /** What is said of some of those harmed is how they are: "12 of them |seriously|", "9,000 of whom |have crossed| into Chad". */
  private tellsHow(p: VictimPhrase, harm: Harm): boolean {
    const { s } = this.view;
    let t = p.to;
    while (s.upos[t] === "AUX") t++;
    if (harm === "displaced")
      return s.upos[t] === "VERB" && !/^(?:return|go|come|die|find)$/.test(s.lemma[t]!);
    if (harm !== "wounded") return false;
    if (/^(?:remain|stay|be)$/.test(s.lemma[t]!)) t++;
    if (lower(s, t) === "in" || lower(s, t) === "with") t++;
    if (s.upos[t] === "DET") t++;
    return this.words.gravity.has(lower(s, t));
  }

  // "Of the 22 dead, nine were children": the rest as "nine of them were children"
  private readOfTheDead(p: VictimPhrase): boolean {
    const { s } = this.view;
    if (s.form[p.from - 1] !== "," || p.count?.kind !== "figure") return false;
    const opener = p.from - 2;
    const dead = /^(?:dead|killed|victims|fatalities|deaths|wounded|injured)$/;
    let t = opener;
    while (t >= 0 && opener - t < 7 && lower(s, t) !== "of") t--;
    if (lower(s, t) !== "of" || !(t === 0 || /^[,;:"“(]$/.test(s.form[t - 1]!))) return false;
    const named = s.form.slice(t, p.from - 1).find((w) => dead.test(w.toLowerCase()));
    if (named === undefined) return false;
    this.readOfThem(p, named.toLowerCase());
    return true;
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
    const { s } = this.view;
    const entry = this.entryOf(total);
    const chain = this.partChain(first, entry);
    if (isList) {
      // "12 people — eight civilians and four soldiers": only what adds up to no more than the total
      if (first.people === null && !this.view.isElliptic(first)) return;
      const sum = chain.reduce((n, p) => n + (p.count?.count.low ?? 0), 0);
      if (
        total.count.low === null ||
        sum > total.count.low ||
        chain.some((p) => !this.view.hasFigure(p) && p.count?.kind !== "article")
      )
        return;
      // behind a comma: only what adds up
      const isComma = s.form[marker] === ",";
      if ((chain.length < 2 || isComma) && sum !== total.count.low) return;
      if (isComma && chain.length < 2) return;
    }
    const noun = [...chain].reverse().find((p) => p.people !== null || p.thing);
    for (const p of chain) {
      if (p.count === null) continue;
      if (p.count.kind === "none") continue;
      if (p.bare && !this.view.isElliptic(p)) continue;
      // "including two cricketers": people of a calling that no list has
      const unlisted =
        !isList &&
        !p.bare &&
        p.noun === null &&
        p.plural &&
        !p.thing &&
        total.harm !== "destroyed" &&
        this.view.hasFigure(p);
      if (unlisted) {
        this.pushPart(total, { ...p, people: total.kind === "mixed" ? "unknown" : total.kind });
        continue;
      }
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
    return chainRight(this.view, first, entry);
  }

  private entryOf(d: TollDraft): HarmEntry {
    // one told by the name of those harmed ("two of the dead") has no word of its own
    return this.view.triggers.find((x) => x.token === d.token)?.word.entry ?? entryNamed(d.harm);
  }

  private pushPart(total: TollDraft, p: VictimPhrase): void {
    if (p.count === null) return;
    this.push({
      phrase: p,
      from: p.from,
      to: p.to,
      token: total.sentence === this.view.sentence ? total.token : p.from,
      harm: total.harm,
      count: p.count.count,
      kind: p.thing && p.people === null ? "equipment" : (p.people ?? total.kind),
      party: p.party ?? total.party,
      possessive: p.party === null && total.party === null && total.possessive,
      possessiveToken: total.possessiveToken,
      words: this.view.text(p),
      perpetrator: total.perpetrator,
      partOf: total,
      rule: total.rule,
    });
  }
}
