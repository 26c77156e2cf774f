import type { Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import type { Entity } from "./entity.js";
import type { MentionDraft } from "./mention-draft.js";
import { bystandersIn, keyOf, type Opposed, opposed, type WordTest } from "./opposition.js";
import { isOnlooker } from "./party.js";
import { type NamedParty, stateOf } from "./party-forms.js";
import { isHyphen } from "./party-items.js";

/** How many mentions a country's name over a section counts for. */
export const OF_HEADING = 4;

/** Where a report is set, as far as that says who stands against whom. */
export interface Stage {
  readonly country: string | null;
  /** Countries that it names, the most named first. */
  readonly states: readonly string[];
  /** Countries that the line over a section names. */
  readonly heading: readonly string[];
}

/** Who stands against whom in a report, who beside them, and which two "both sides" are. */
export class Quarrel {
  /** Mentions of each code in the whole report. */
  private readonly counts = new Map<string, number>();
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

  constructor(
    private readonly sentences: readonly Sentence[],
    mentions: readonly (readonly MentionDraft[])[],
    /** What the report has named so far, by sentence. */
    private readonly seenIn: ReadonlyMap<number, readonly Entity[]>,
    private readonly neighbours: ReadonlyMap<string, readonly string[]>,
    private readonly is: WordTest,
  ) {
    for (const p of mentions.flat().flatMap((m) => m.parties)) {
      if (p.country === null || p.code === null) continue;
      this.counts.set(p.code, (this.counts.get(p.code) ?? 0) + 1);
      if (p.sector === "REB" && p.code !== p.country) this.rebels.set(p.code, plain(p));
    }
    sentences.forEach((s, i) => {
      this.pairs.push(coordinated(s, mentions[i]!));
      this.opposed.push([]);
      this.beside.push([]);
      this.weighSides(s, i, mentions[i]!);
    });
  }

  /** Whether a party is set against another. */
  isIn(code: string): boolean {
    return Boolean(this.quarrels.get(code));
  }

  /** Takes the pairs of a sentence anew, now that its mentions are resolved. */
  finish(s: Sentence, sentence: number, mentions: readonly MentionDraft[]): void {
    this.pairs[sentence] = coordinated(s, mentions);
    this.weighSides(s, sentence, mentions);
    this.together.set(sentence, togetherIn(this.seenIn.get(sentence) ?? []));
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
  involvement(code: string | null): number {
    const beside = this.bystands.get(code ?? "") ?? 0;
    if (beside === 0) return 1;
    const quarrels = this.quarrels.get(code ?? "") ?? 0;
    return Math.max(0.1, quarrels / (quarrels + 2 * beside));
  }

  private isRebelOf(group: NamedParty, state: NamedParty): boolean {
    return this.rebels.has(group.code ?? "") && group.country === state.code;
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
  pair(sentence: number, token: number, states: boolean, stage: Stage): readonly NamedParty[] | null {
    const scores = new Map<string, { parties: [NamedParty, NamedParty]; score: number }>();
    const add = (a: NamedParty, b: NamedParty, score: number): void => {
      if (a.code === null || b.code === null || a.code === b.code) return;
      if (isOnlooker(a) || isOnlooker(b)) return;
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
      for (const code of new Set([r.country, stage.country]))
        if (code !== null && this.counts.has(code)) add(r, stateOf(code), 1.5);
    // states beside each other, of those that the report names most
    for (const x of stage.states.slice(0, 3))
      for (const y of stage.states.slice(0, 3))
        if (x < y && this.neighbours.get(x)?.includes(y)) add(stateOf(x), stateOf(y), 1);
    const [one, other] = stage.heading;
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

const plain = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: null });
