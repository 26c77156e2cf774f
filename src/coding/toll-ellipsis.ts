import { lower } from "../language/sentence.js";
import type { VictimKind } from "./claim.js";
import type { HarmClause } from "./harm-clause.js";
import type { PartyRef } from "./party.js";
import { type NewDraft, overlapsPhrase, type TollDraft } from "./toll-draft.js";
import type { VictimPhrase } from "./victim-phrases.js";

/** How many tokens may stand between the two figures. */
const FAR = 20;
const PLACE_ADPOSITION = /^(?:in|near|at|outside|around|on|across|inside|along)$/;
const KIND_OF: Readonly<Record<string, VictimKind>> = { MIL: "military", REB: "militant", COP: "police" };
const JOINER = /^(?:and|,|;|while|plus)$/;
/** What may stand between who gives another figure and the figure: "while the army |spoke of| 12", "the governor |of| seven". */
const BETWEEN = /^(?:of|at|as|it|only|just|the|figure|number|count|toll)$/;
const CONTRAST = /^(?:and|but|,|;|while|whereas|against|though|although)$/;

/**
 * Tolls whose word of harm was said before: "six were killed in Kharkiv and four more in Dnipro", "the loss of 23 men and that of nine",
 * "the army reported four deaths, the guerrillas eleven".
 */
export class TollEllipsis {
  constructor(
    private readonly view: HarmClause,
    private readonly drafts: readonly TollDraft[],
    private readonly push: (draft: NewDraft) => void,
  ) {}

  read(): void {
    for (const p of this.view.phrases) {
      if (p.measure || p.ofThem || p.count?.kind !== "figure" || this.isTaken(p)) continue;
      const before = this.isElsewhere(p) ? this.sameHarm(p) : this.isThatOf(p) ? this.lastBefore(p) : null;
      const rival = before === null ? this.rivalOf(p) : null;
      if (before !== null) this.again(before, p);
      else if (rival !== null) this.again(rival.toll, p, rival);
    }
  }

  private isTaken(p: VictimPhrase): boolean {
    return this.drafts.some((d) => d.phrase !== null && overlapsPhrase(d.phrase, p));
  }

  private lastBefore(p: VictimPhrase): TollDraft | null {
    return this.drafts.filter((d) => reach(d) <= p.from && d.partOf === null).at(-1) ?? null;
  }

  // "and | four more | in Dnipro", where nothing says what became of them
  private isElsewhere(p: VictimPhrase): boolean {
    const { s } = this.view;
    if (!p.bare && p.people === null) return false;
    if (!JOINER.test(lower(s, p.from - 1)) || !PLACE_ADPOSITION.test(lower(s, p.to))) return false;
    const place = this.view.phraseAfter(p.to);
    if (place === null || place.count !== null || place.measure) return false;
    const end = this.view.overAttachments(place.to);
    return s.upos[end] !== "AUX" && s.upos[end] !== "VERB" && !this.view.hasOwnPredicate(place);
  }

  // the toll before it in the sentence, told of another place and with no other verb between
  private sameHarm(p: VictimPhrase): TollDraft | null {
    const { s } = this.view;
    const before = this.lastBefore(p);
    if (before === null || p.from - reach(before) > FAR) return null;
    let isPlaced = false;
    for (let t = reach(before); t < p.from; t++) {
      // "40 in Iran|, according to its ministry,| and nine in Israel": an aside says who tells it
      if (s.form[t] === "," && lower(s, t + 1) === "according") {
        const close = s.form.indexOf(",", t + 1);
        if (close > 0 && close < p.from) t = close;
      }
      if (s.upos[t] === "VERB" || s.upos[t] === "AUX" || /^[.:!?]$/.test(s.form[t]!)) return null;
      if (PLACE_ADPOSITION.test(lower(s, t))) isPlaced = true;
    }
    return isPlaced && !(before.harm === "destroyed" && p.people !== null) ? before : null;
  }

  // "the loss of 23 soldiers and Kabul | that of nine fighters"
  private isThatOf(p: VictimPhrase): boolean {
    const { s } = this.view;
    const before = this.lastBefore(p);
    return (
      lower(s, p.from - 1) === "of" &&
      /^(?:that|those)$/.test(lower(s, p.from - 2)) &&
      before !== null &&
      this.view.triggers.some((x) => x.token === before.token && x.word.as === "noun")
    );
  }

  /** "put the dead at 31, while the army spoke of |12|": the figure that somebody else gives of the same; null where it is none. */
  private rivalOf(p: VictimPhrase): Rival | null {
    const { s } = this.view;
    if (!p.bare || p.noun !== null || p.to !== p.count!.to || p.count!.more) return null;
    if (!/^(?:PUNCT|CCONJ|SCONJ)$/.test(s.upos[p.to] ?? "PUNCT") || /^[-–%$]$/.test(s.form[p.to] ?? ""))
      return null;
    const toll = this.lastBefore(p);
    if (toll === null || toll.count.low === null || toll.harm === "destroyed") return null;
    let t = p.from - 1;
    let told = false;
    while (BETWEEN.test(lower(s, t)) || s.upos[t] === "AUX" || this.tells(t)) told = this.tells(t--) || told;
    const teller = this.view.phraseEndingAt(t + 1);
    if (
      teller === null ||
      teller.measure ||
      teller.thing ||
      (teller.count !== null && teller.count.kind !== "article")
    )
      return null;
    if (teller.from < reach(toll) || !CONTRAST.test(lower(s, teller.from - 1))) return null;
    // "the bomb wounded nine and the governor |seven|" is nobody's account
    // "the rebels lost five men and the army |two|": whose they are
    if (!told && toll.rule === "killed/lose") return { toll, teller, isOwner: true };
    return told || this.tellsBefore(toll) ? { toll, teller, isOwner: false } : null;
  }

  private tells(t: number): boolean {
    const { s, lexicon } = this.view;
    const { saying, giving_figures } = lexicon.words;
    return s.upos[t] === "VERB" && (saying.has(lower(s, t)) || giving_figures.has(s.lemma[t]!));
  }

  private tellsBefore(toll: TollDraft): boolean {
    for (let t = Math.max(toll.token, toll.to) - 1; t >= 0; t--) if (this.tells(t)) return true;
    return false;
  }

  /** "900 people in Lebanon and 31 |in Israel|": whose they are, where they were told of another land; null where no land is named. */
  private stateBehind(p: VictimPhrase): PartyRef | null {
    const place = this.view.phraseAfter(p.to);
    const m = (this.view.parsed.mentions[this.view.sentence] ?? []).find(
      (x) => place !== null && x.head >= place.from && x.head < place.to && x.kind === "name",
    );
    const [party] = m?.parties ?? [];
    return party?.code != null && party.code === party.country ? party : null;
  }

  private again(before: TollDraft, p: VictimPhrase, rival: Rival | null = null): void {
    const by = rival?.teller ?? null;
    const isTold = rival !== null && !rival.isOwner;
    const owner = /^(?:that|those)$/.test(lower(this.view.s, p.from - 2)) ? p.from - 2 : -1;
    const mention = (this.view.parsed.mentions[this.view.sentence] ?? []).find(
      (m) =>
        (by === null ? m.to === owner : m.head >= by.from && m.head < by.to) &&
        m.agent &&
        m.parties.length === 1,
    );
    const own = mention?.parties[0]?.code == null ? null : mention.parties[0];
    const there = p.bare && rival === null && owner < 0 ? this.stateBehind(p) : null;
    const kind = rival?.isOwner ? (KIND_OF[mention?.parties[0]?.sector ?? ""] ?? "unknown") : before.kind;
    this.push({
      phrase: p,
      from: p.from,
      to: p.to,
      token: before.token,
      harm: before.harm,
      count: p.count!.count,
      kind: p.thing && p.people === null ? "equipment" : p.bare ? kind : (p.people ?? "unknown"),
      party:
        p.party ??
        there ??
        (isTold ? null : own) ??
        (p.bare && owner < 0 && !rival?.isOwner ? before.party : null),
      possessive: p.party === null && p.possessive >= 0,
      possessiveToken: p.possessive,
      words: this.view.text(p),
      perpetrator: owner < 0 && there?.code !== before.perpetrator?.code ? before.perpetrator : null,
      teller: rival?.isOwner ? null : own,
      rule: before.rule,
    });
  }
}

/** A figure that another gives of the same toll, or that is of another's own dead. */
interface Rival {
  readonly toll: TollDraft;
  readonly teller: VictimPhrase;
  readonly isOwner: boolean;
}

const reach = (d: TollDraft) => Math.max(d.phrase?.to ?? d.to, d.token + 1);
