import { lower, type Sentence } from "../language/sentence.js";
import { child, children } from "../language/tree.js";
import type { TollWords } from "./toll-words.js";
import type { HarmWord, TollLexicon } from "./victims.js";

/** A word of harm as it stands in a sentence. */
export interface HarmTrigger {
  readonly word: HarmWord;
  readonly token: number;
  /** End (excluded) of the words that stand together: "shot dead |", "lost their lives |". */
  readonly to: number;
  /** Token of the part behind the object ("shot 12 people *dead*"), or -1. */
  readonly split: number;
  /** First token of the verb group: "| had also been killed". */
  readonly left: number;
  /** active: the object suffers. passive: the subject, or the noun before a bare participle. */
  readonly voice: "active" | "passive";
  /** There is a finite verb in the group: "were killed", "killed three". */
  readonly finite: boolean;
  readonly negated: boolean;
  /** Not told as having happened: "would kill", "to kill", "if killed", "vowed to kill". */
  readonly unreal: boolean;
  /** The group's tense is the present or the base form: habits, plans. */
  readonly habitual: boolean;
}

const BE =
  /^(?:was|were|been|being|be|is|are|am|get|gets|got|getting|gotten|'s|’s|'re|’re|remain|remains|remained|lay|lie|left)$/;
const HAVE = /^(?:has|have|had|having|'ve|’ve|'d|’d)$/;
const MODAL = /^(?:will|would|could|can|may|might|must|should|shall|'ll|’ll|wo|ca)$/;
const NEGATION = /^(?:not|n't|n’t|never|neither|nor)$/;

/** All words of harm of a sentence, in order; the longest phrase at a token wins. */
export function harmTriggers(s: Sentence, lexicon: TollLexicon): HarmTrigger[] {
  const out: HarmTrigger[] = [];
  let covered = 0;
  for (let t = 0; t < s.form.length; t++) {
    if (t < covered) continue;
    const trigger = triggerAt(s, t, lexicon);
    if (trigger === null) continue;
    out.push(trigger);
    covered = Math.max(covered, trigger.to);
  }
  // "shot 12 people dead": the second half is no trigger of its own
  return out.filter(
    (x) =>
      !out.some(
        (o) => o !== x && o.split >= 0 && o.split <= x.token && x.token < o.split + o.word.rest.length,
      ),
  );
}

function triggerAt(s: Sentence, t: number, lexicon: TollLexicon): HarmTrigger | null {
  const words = lexicon.harms.get(lower(s, t));
  if (words === undefined) return null;
  for (const word of words) {
    if (word.entry.not.has(lower(s, t + 1)) || (word.as !== "verb" && word.entry.not.has(lower(s, t - 1))))
      continue;
    // "a loss |of trade|"
    const isOf = (c: number) => children(s, c, "case").some((x) => lower(s, x) === "of");
    const of = word.as === "noun" ? children(s, t, "nmod").filter(isOf) : [];
    if (of.some((c) => word.entry.not.has(s.lemma[c]!.toLowerCase()))) continue;
    if (word.entry.after.size > 0 && !word.entry.after.has(lower(s, t - 1))) continue;
    const place = restPlace(s, t, word);
    if (place === null) continue;
    // "the dead at |40|", and not "13 dead at |the junction|"
    if (
      word.as === "total" &&
      word.rest.at(-1) === "at" &&
      !/^(?:NUM|ADV|ADJ)$/.test(s.upos[place.to] ?? "") &&
      !/^(?:at|["“‘'])$/.test(lower(s, place.to))
    )
      continue;
    if (word.as === "verb") {
      const trigger = verbTrigger(s, t, word, place, lexicon.words);
      if (trigger !== null) return trigger;
    } else if (word.as === "adj") {
      // "claimed |a hit| on the depot", "took |a direct hit|"
      const article = s.upos[t - 1] === "ADJ" ? t - 2 : t - 1;
      if (/^an?$/.test(lower(s, article)) && s.upos[t] === "NOUN") continue;
      if (
        s.upos[t] === "PROPN" &&
        s.xpos[t] === "NNP" &&
        /^\p{Lu}/u.test(s.form[t]!) &&
        t > 0 &&
        /^\p{Lu}/u.test(s.form[t - 1]!) &&
        !isHeadlineLike(s)
      )
        continue;
      const group = groupBefore(s, t, lexicon.words);
      return {
        word,
        token: t,
        ...place,
        left: group.left,
        voice: "passive",
        finite: group.be,
        negated: group.negated,
        unreal: group.unreal,
        habitual: false,
      };
    } else {
      if (word.as === "noun" && s.upos[t] === "VERB" && s.xpos[t] !== "VBG") continue;
      if (word.as === "noun" && /ing$/.test(lower(s, t)) && !nominalGerund(s, t)) continue;
      return {
        word,
        token: t,
        ...place,
        left: t,
        voice: "active",
        finite: false,
        negated: false,
        unreal: false,
        habitual: false,
      };
    }
  }
  return null;
}

// "Killed" of a headline in title case is tagged as a name.
function isHeadlineLike(s: Sentence): boolean {
  let capital = 0;
  let words = 0;
  for (const f of s.form) {
    if (!/^\p{L}{3,}/u.test(f)) continue;
    words++;
    if (/^\p{Lu}/u.test(f)) capital++;
  }
  return words >= 4 && capital >= 0.7 * words;
}

const nominalGerund = (s: Sentence, t: number) =>
  lower(s, t + 1) === "of" ||
  /s$/.test(lower(s, t)) ||
  (t > 0 &&
    (s.upos[t - 1] === "DET" ||
      s.upos[t - 1] === "ADJ" ||
      s.xpos[t - 1] === "POS" ||
      s.xpos[t - 1] === "PRP$"));

/** Where the rest of a phrase stands: right behind (a possessive between: "lost their lives"), or behind the object. */
function restPlace(s: Sentence, t: number, word: HarmWord): { to: number; split: number } | null {
  const { rest } = word;
  if (rest.length === 0) return { to: t + 1, split: -1 };
  const behind = endOfRest(s, t + 1, rest);
  if (behind > 0) return { to: behind, split: -1 };
  if (word.as !== "verb") return null;
  // "took in 300 families", and not "took them to a school in Goma"
  if (rest.length === 1 && /^(?:in|into|over)$/.test(rest[0]!)) return null;
  // "drove 300 families from their homes"
  for (let k = t + 2; k < s.form.length && k <= t + 14; k++) {
    // "suffered |no| serious injuries"
    if (word.entry.victim === "subject" && lower(s, k - 1) === "no") return null;
    const isRest = lower(s, k) === rest[0] && endOfRest(s, k, rest) > 0;
    if (/^[.;:!?]$/.test(s.form[k]!) || (s.upos[k] === "VERB" && !/^VB[NG]$/.test(s.xpos[k]!) && !isRest))
      return null;
    if (isRest) return { to: t + 1, split: k };
  }
  return null;
}

/** End of the words of a phrase that stand at a token, a "their" or "the" between them; -1 where they do not. */
function endOfRest(s: Sentence, at: number, rest: readonly string[]): number {
  let k = at;
  for (const word of rest) {
    // "lost |their| lives", and not "suffered |no| injuries"
    const isSkipped =
      s.xpos[k] === "PRP$" || (s.upos[k] === "DET" && !/^(?:no|any|neither)$/.test(lower(s, k)));
    if (lower(s, k) !== word && isSkipped) k++;
    if (lower(s, k) !== word) return -1;
    k++;
  }
  return k;
}

interface VerbGroup {
  readonly left: number;
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  readonly to: boolean;
  readonly negated: boolean;
  readonly unreal: boolean;
}

/** Auxiliaries and adverbs before a verb, joined participles too: "had been shot and | killed". */
function groupBefore(s: Sentence, t: number, words: TollWords): VerbGroup {
  let be = false;
  let have = false;
  let modal = false;
  let to = false;
  let negated = false;
  let isReal = false;
  let left = t;
  for (let k = t - 1; k >= 0 && k >= t - 9; k--) {
    const w = lower(s, k);
    const own = /^'s|^’s/.test(w) ? s.upos[k] === "AUX" || s.upos[k] === "VERB" : true;
    if (BE.test(w) && own && !(w === "left" && s.upos[k] !== "VERB" && s.upos[k] !== "AUX"))
      be = be || !/^(?:left)$/.test(w);
    else if (HAVE.test(w) && own) have = true;
    else if (MODAL.test(w) && s.upos[k] !== "PROPN" && s.form[k] !== "May") modal = true;
    else if (NEGATION.test(w)) negated = true;
    else if (w === "to" && (s.upos[k + 1] === "VERB" || s.upos[k + 1] === "AUX")) {
      to = true;
      left = k;
      // "are |believed to| be under the rubble"
      const governor =
        governorOf(s, k) === "real" && s.xpos[k - 1] === "VBN" ? groupBefore(s, k - 1, words) : null;
      if (governor !== null) left = governor.left;
      negated ||= governor?.negated ?? false;
      isReal = governor !== null;
      break;
    } else if (
      // "whom nobody has identified, was killed": a comma behind which the group has its auxiliary opens it
      (w === "and" || w === "or" || (w === "," && !be)) &&
      k > 0 &&
      /^VB[ND]$/.test(s.xpos[k - 1]!) &&
      (s.xpos[t] === s.xpos[k - 1] || be || BE.test(lower(s, k - 2)) || BE.test(lower(s, k - 3))) &&
      !isFigure(s, k - 1)
    ) {
      // "were shot and killed": the auxiliary is before the first
      const first = groupBefore(s, k - 1, words);
      if (first.be || first.have || first.to || first.modal) {
        return { ...first, be: be || first.be, negated: negated || first.negated };
      }
      break;
    } else if (
      words.between.has(w) ||
      (s.upos[k] === "ADV" && w !== "when" && w !== "where" && w !== "why" && w !== "how" && w !== "there")
    ) {
      // goes with the group
    } else break;
    left = k;
  }
  const governed = to && !isReal && governorOf(s, left) !== "real";
  const conditional = isConditional(s, left);
  negated ||= isOfNeither(s, left);
  return { left, be, have, modal, to, negated, unreal: modal || conditional || (governed && !have) };
}

/** "Neither the mayor nor her driver | was hurt" */
function isOfNeither(s: Sentence, left: number): boolean {
  let k = left - 1;
  while (k >= 0 && lower(s, k) !== "nor" && !/^(?:VERB|AUX)$/.test(s.upos[k]!) && !/^[.;:]$/.test(s.form[k]!))
    k--;
  return k >= 0 && lower(s, k) === "nor";
}

const isFigure = (s: Sentence, t: number) => s.upos[t] === "NUM";

// "managed to kill", "said to have been killed" happened; "ordered to kill" did not.
function governorOf(s: Sentence, to: number): "real" | "open" {
  for (let k = to - 1; k >= 0 && k >= to - 3; k--) {
    if (s.upos[k] === "ADV") continue;
    return /^(?:managed|able|proceeded|continued|went|came|began|started|continue|known|reported|believed|said|confirmed|understood|turned)$/.test(
      lower(s, k),
    )
      ? "real"
      : "open";
  }
  return "open";
}

function isConditional(s: Sentence, left: number): boolean {
  for (let k = left - 1; k >= 0 && k >= left - 12; k--) {
    const w = lower(s, k);
    if (/^[,;:.]$/.test(w) || w === "that") return false;
    if (/^(?:if|unless|lest|whether)$/.test(w)) return true;
  }
  return false;
}

/** "Aid to vulnerable | and displaced | people": what they are called, and nothing that anybody does. */
const isBesideAdjective = (s: Sentence, t: number): boolean =>
  s.upos[t - 1] === "CCONJ" &&
  s.upos[t - 2] === "ADJ" &&
  s.upos[t + 1] === "NOUN" &&
  child(s, t - 2, "cop", "nsubj") < 0;

function verbTrigger(
  s: Sentence,
  t: number,
  word: HarmWord,
  place: { to: number; split: number },
  words: TollWords,
): HarmTrigger | null {
  const group = groupBefore(s, t, words);
  const base = { word, token: t, ...place, left: group.left, negated: group.negated };
  if (s.upos[t] === "PROPN" && !isHeadlineLike(s)) return null;
  switch (word.form) {
    case "ing": {
      if (nominalGerund(s, t) && (lower(s, t + 1) === "of" || s.upos[t] === "NOUN")) return null;
      const governor = lower(s, t - 1);
      const unreal =
        words.before_unreal.has(governor) ||
        words.before_unreal.has(lower(s, t - 2)) ||
        group.modal ||
        isConditional(s, t);
      return {
        ...base,
        voice: "active",
        finite: group.be,
        unreal,
        negated: group.negated || governor === "without",
        habitual: group.be,
      };
    }
    case "base":
    case "s": {
      // a noun, "kills" of a game, "a down payment"
      if (s.upos[t] !== "VERB" && !(word.form === "s" && isHeadlineLike(s)) && s.upos[t] !== "AUX")
        return null;
      const did = /^(?:did|do|does)$/.test(lower(s, t - 1)) || /^(?:did)$/.test(lower(s, t - 2));
      return {
        ...base,
        voice: group.be ? "passive" : "active",
        finite: true,
        unreal:
          group.unreal ||
          (word.form === "base" &&
            !group.to &&
            !did &&
            !isHeadlineLike(s) &&
            s.xpos[t] === "VB" &&
            !group.negated &&
            !BE.test(lower(s, t - 1))),
        habitual: !did && !(group.to && !group.unreal),
      };
    }
    case "past": {
      if (isBesideAdjective(s, t)) return null;
      if (group.be) return { ...base, voice: "passive", finite: true, unreal: group.unreal, habitual: false };
      return {
        ...base,
        voice: "active",
        finite: s.xpos[t] === "VBD" || group.have,
        unreal: group.unreal && !group.have,
        habitual: false,
      };
    }
    case null:
      return null;
  }
}
