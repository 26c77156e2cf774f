import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";
import { isHyphen, isNounTag } from "./party-items.js";

/** Whether a class of lexicons/parties/words.yaml holds a word. */
export type WordTest = (kind: string, word: string) => boolean;

/** Two parties and how much a sentence sets them against each other. */
export type Opposed = readonly [NamedParty, NamedParty, number];

/** How far after a word of attack its object is looked for, in tokens. */
const OBJECT_WITHIN = 9;

/**
 * Pairs of parties that a sentence sets against each other: "fighting between A and B", "A and B clashed", "A accused B",
 * "A's offensive against B". By words and their order, with the subject from the tree; each pair once, with its most.
 */
export function opposed(s: Sentence, mentions: readonly MentionDraft[], is: WordTest): readonly Opposed[] {
  const list = mentions.filter(
    (m) => m.parties.length > 0 && m.parties[0]!.code !== null && m.kind !== "anaphor",
  );
  if (list.length === 0) return [];
  const out: Opposed[] = [];
  const add = (x: MentionDraft | undefined, y: MentionDraft | undefined, weight: number): void => {
    if (!x || !y || x === y) return;
    const [a, b] = [x.parties[0]!, y.parties[0]!];
    if (a.code !== b.code) out.push([a, b, x.agent && y.agent ? weight : weight / 2]);
  };
  for (let t = 0; t < s.form.length; t++) {
    const word = lower(s, t);
    if (word === "between") {
      const first = list.find((m) => m.from > t && m.from <= t + 6);
      const second = first && list.find((m) => m.from >= first.to && joins(s, first.to, m.from));
      const matter = [1, 2, 3, 4].some((k) => t - k >= 0 && is("between_sides", s.lemma[t - k]!));
      if (first && first.parties.length === 2 && matter) out.push([first.parties[0]!, first.parties[1]!, 3]);
      add(first, second, matter ? 3 : 1);
      continue;
    }
    const lemma = s.lemma[t]!;
    // "the Sudanese army's war with the RSF", "a truce with Hamas"
    if ((word === "with" || word === "against") && t > 0) {
      const matter = [1, 2, 3].some(
        (k) => t - k >= 0 && (is("between_sides", s.lemma[t - k]!) || is("opposing", s.lemma[t - k]!)),
      );
      const after = list.find((m) => m.from > t && m.from <= t + 5);
      if (matter && after) add(nearestBefore(s, list, t), after, word === "against" ? 2 : 1);
      continue;
    }
    if (s.upos[t] === "VERB" && is("mutual_acts", lemma)) {
      const pair = list.findIndex(
        (m, k) => k > 0 && m.to <= t && t - m.to <= 6 && joins(s, list[k - 1]!.to, m.from),
      );
      if (pair > 0) add(list[pair - 1], list[pair], 2);
    }
    if (!is("opposing", lemma) || !(s.upos[t] === "VERB" || isNounTag(s, t))) continue;
    if (list.some((m) => m.from <= t && t < m.to)) continue;
    const before = subjectOf(s, list, t) ?? nearestBefore(s, list, t);
    const after = list.find(
      (m) =>
        m.from > t &&
        m.from <= t + OBJECT_WITHIN &&
        !(
          s.upos[m.from - 1] === "ADP" &&
          baseRelation(s, m.head) === "obl" &&
          /^(in|near|at|outside|inside|with)$/.test(lower(s, m.from - 1))
        ),
    );
    const verb = s.upos[t] === "VERB";
    if (verb && before && after)
      add(before, after, lemma === "deny" || lemma === "reject" || lemma === "dismiss" ? 1 : 2);
    else if (!verb && before && after && t - before.to <= 2) add(before, after, 1);
  }
  return strongest(out);
}

/** "A and B", "A and its ally B" read as one pair: only an "and" and light words stand between. */
function joins(s: Sentence, from: number, to: number): boolean {
  if (to - from > 6 || to <= from) return false;
  let and = false;
  for (let k = from; k < to; k++) {
    const word = lower(s, k);
    if (word === "and" || isHyphen(s.form[k])) and = true;
    else if (!/^(DET|ADJ|NOUN|PROPN|PART|NUM)$/.test(s.upos[k]!)) return false;
  }
  return and;
}

function subjectOf(s: Sentence, list: readonly MentionDraft[], verb: number): MentionDraft | undefined {
  for (let v = verb, steps = 0; v >= 0 && steps < 4; v = s.head[v]!, steps++) {
    const subject = children(s, v, "nsubj").find((t) => t < verb);
    if (subject === undefined) continue;
    return list.find((m) => m.from <= subject && subject < m.to);
  }
  return undefined;
}

const nearestBefore = (s: Sentence, list: readonly MentionDraft[], t: number): MentionDraft | undefined =>
  list.findLast((m) => m.to <= t && m.agent && t - m.to <= 14 && !s.form.slice(m.to, t).includes(";"));

function strongest(pairs: readonly Opposed[]): readonly Opposed[] {
  const best = new Map<string, Opposed>();
  for (const p of pairs) {
    const key = keyOf(p[0], p[1]);
    if ((best.get(key)?.[2] ?? 0) < p[2]) best.set(key, p);
  }
  return [...best.values()];
}

/** One key for a pair in either order. */
export const keyOf = (a: NamedParty, b: NamedParty): string => [a.code, b.code].sort().join(" ");

/** Codes of those who mediate, host or call on others in a sentence: beside a quarrel, not in it. */
export function bystandersIn(
  s: Sentence,
  mentions: readonly MentionDraft[],
  is: WordTest,
): readonly string[] {
  const out = new Set<string>();
  for (const m of mentions) {
    if (m.parties.length === 0 || m.kind === "anaphor") continue;
    const named = m.role?.noun.split(" ").some((w) => is("bystanding", w)) === true;
    const isHelped = is("bystanding", s.lemma[s.head[m.head]!] ?? "");
    // "hosted |by Oman|", but "urged by Oman" is Oman's as well
    const isAgent =
      baseRelation(s, m.head) === "obl" && children(s, m.head, "case").some((k) => lower(s, k) === "by");
    const acts = isHelped && (baseRelation(s, m.head) === "nsubj" || isAgent);
    const next = is("bystanding", s.lemma[m.to] ?? "") && s.upos[m.to] === "VERB";
    if (named || acts || next) for (const p of m.parties) if (p.code !== null) out.add(p.code);
  }
  // "Russia and France urged": who is joined to a bystander is one
  for (let k = 0; k < mentions.length; k++) {
    const m = mentions[k]!;
    const other = mentions[k + 1];
    if (!other || m.parties.length === 0 || other.parties.length === 0) continue;
    const between = s.form.slice(m.to, other.from).map((f) => f.toLowerCase());
    if (between.length > 3 || !between.every((w) => /^(and|,|the)$/.test(w)) || between.length === 0)
      continue;
    const codes = [...m.parties, ...other.parties].map((p) => p.code);
    if (codes.some((c) => c !== null && out.has(c))) for (const c of codes) if (c !== null) out.add(c);
  }
  return [...out];
}
