import { lower, type Sentence } from "../language/sentence.js";
import { children } from "../language/tree.js";
import { FINITE, type HarmClause } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import { timeBefore } from "./noun-phrases.js";
import type { VictimPhrase } from "./victim-phrases.js";

/** The phrase right behind the verb: adverbs, marks, a second verb ("killed or wounded 20") and quotes between. */
export function objectOf(view: HarmClause, trigger: HarmTrigger): VictimPhrase | null {
  const { s } = view;
  let t = trigger.to;
  for (let steps = 0; steps < 8 && t < s.form.length; steps++) {
    const p = view.at.get(t);
    if (p !== undefined && p.from === t) {
      if (p.measure && p.bare) return null;
      return p;
    }
    const w = lower(s, t);
    // "claimed the lives | of 21 worshippers"
    if (w === "of" && t === trigger.to && /^(?:lives|life|throats?)$/.test(trigger.word.rest.at(-1) ?? "")) {
      t++;
      continue;
    }
    const next = view.triggers.find((x) => x.token === t + 1 && x.word.as === "verb");
    if ((w === "and" || w === "or" || w === "/" || view.isSeries(t)) && next !== undefined) {
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
  // "murdered, at gunpoint, | a soldier", "killing, Kyiv said, |nine people|"
  if (lower(s, trigger.to) === ",") {
    const close = s.form.findIndex((f, k) => f === "," && k > trigger.to + 1);
    const opens = s.upos[trigger.to + 1] === "ADP" || lower(s, trigger.to + 1) === "according";
    const isAside = opens || view.lexicon.words.saying.has(lower(s, close - 1));
    const p = isAside && close > 0 && close < trigger.to + 8 ? view.at.get(close + 1) : undefined;
    if (p?.from === close + 1 && !p.measure && !view.hasOwnPredicate(p)) return p;
  }
  // The tree may know an object farther on: "killed, according to residents, 12 people"
  const far = children(s, trigger.token, "obj").find((o) => o > trigger.to && o < trigger.to + 10);
  if (far !== undefined && (lower(s, trigger.to) === "," || s.upos[trigger.to] === "ADV"))
    return view.at.get(far) ?? null;
  return null;
}

/** "deaths of 14 soldiers", "31 deaths among civilians" */
export function victimsBehind(view: HarmClause, trigger: HarmTrigger): VictimPhrase | null {
  const { s } = view;
  let t = overTimeAndPlace(s, trigger.to);
  if (
    !/^(?:of|among|amongst)$/.test(lower(s, t)) &&
    !(lower(s, t) === "to" && /^injur/.test(lower(s, t - 1)))
  )
    return null;
  t++;
  const p = view.at.get(t);
  return p !== undefined && p.from === t ? p : null;
}

/** "the murder | in Lima last week | of a judge": when and where between a noun and those it befell. */
function overTimeAndPlace(s: Sentence, from: number): number {
  const of = s.form.findIndex((f, t) => t > from && t < from + LONGEST_ASIDE && f.toLowerCase() === "of");
  for (let end = of; end > from; ) {
    let start = timeBefore(s, end);
    if (start === end) {
      while (s.upos[start - 1] === "PROPN") start--;
      if (start === end || !/^(?:in|near|at|outside)$/.test(lower(s, start - 1))) return from;
      start--;
    }
    if (start <= from) return start === from ? of : from;
    end = start;
  }
  return from;
}
const LONGEST_ASIDE = 9;

/** "killed | three soldiers were wounded": the phrase is the subject of what follows */
export function opensClause(view: HarmClause, p: VictimPhrase, trigger: HarmTrigger): boolean {
  const { s } = view;
  const next = s.xpos[p.to] ?? "";
  if (trigger.word.form !== "past") return false;
  if (lower(s, trigger.token - 1) === "" || trigger.finite) return false;
  return (FINITE.test(next) || s.upos[p.to] === "AUX") && view.phraseEndingAt(trigger.left) !== null;
}

/** "three policemen | it had kidnapped": those before a clause without an object of its own; null where it is none. */
export function relativeObject(view: HarmClause, trigger: HarmTrigger): VictimPhrase | null {
  const { s } = view;
  let t = trigger.left - 1;
  const subject = view.phraseEndingAt(t + 1);
  if (/^(?:it|they|he|she|we|i)$/.test(lower(s, t))) t--;
  else if (subject !== null && subject.count === null && subject.from > 0) t = subject.from - 1;
  else return null;
  const marked = /^(?:that|which|whom|who)$/.test(lower(s, t));
  if (marked) t--;
  else if (subject !== null && !/^acl/.test(s.relation[trigger.token]!)) return null;
  const p = view.phraseEndingAt(t + 1);
  return p !== null && !p.bare && view.hasFigure(p) && s.upos[trigger.to] !== "PRON" ? p : null;
}

/** "12 wounded soldiers", "the 12 captured soldiers" */
export function modifiedBy(view: HarmClause, trigger: HarmTrigger): VictimPhrase | null {
  const p = view.at.get(trigger.token);
  // "the |dead| man's brothers": he, and not they
  if (p === undefined || view.s.xpos.slice(trigger.token, p.head).includes("POS")) return null;
  return p.from <= trigger.token && trigger.token < p.head && !p.bare ? p : null;
}

/** "executing | wounded patients", "for injured people": a participle between a verb or preposition and its noun. */
export function standsBefore(view: HarmClause, trigger: HarmTrigger, object: VictimPhrase): boolean {
  const { s } = view;
  if (trigger.finite || object.from !== trigger.to || s.xpos[trigger.token] === "VBD") return false;
  const before = trigger.token - 1;
  // "|Displaced| families told …" at the start of a sentence
  if (before < 0) return view.hasOwnPredicate(object) || s.xpos[object.to] === "VBN";
  return s.upos[before] === "VERB" || s.upos[before] === "ADP" || s.upos[before] === "DET";
}

/** Whether another verb of harm has a phrase as its object. */
export function isObjectOfAnother(view: HarmClause, p: VictimPhrase, trigger: HarmTrigger): boolean {
  return view.triggers.some(
    (x) => x !== trigger && x.word.as === "verb" && x.voice === "active" && x.to === p.from,
  );
}
