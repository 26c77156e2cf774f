import { lower } from "../language/sentence.js";
import { baseRelation, dominates } from "../language/tree.js";
import { isAbout } from "./clause-scope.js";
import type { DatedSentence, PlacedDate } from "./placed-date.js";
import { FINITE } from "./slots.js";

/** Whether a date of a token's sentence is of something else. */
export const isOfOther = (scene: DatedSentence, d: PlacedDate, token: number): boolean =>
  isAside(scene, d, token) || isOfThing(scene, d, token);

/**
 * "The mission, short of money since January, condemned the attack": a date in what is said of a subject before its verb, for a token
 * outside it. What only dates ("the army, on Monday, …"), and the day of a happening ("the raid, which began on Monday, killed"), reach on.
 */
function isAside({ s, lexicon }: DatedSentence, d: PlacedDate, token: number): boolean {
  // "an earlier truce, agreed in May, collapsed": the truce is of May
  if (s.upos[token] === "NOUN" && d.governor !== token && dominates(s, token, d.governor)) return false;
  let open = d.from - 1;
  while (open > 0 && s.form[open] !== ",") open--;
  let close = d.to;
  while (close < s.form.length && s.form[close] !== ",") close++;
  if (open < 1 || close + 1 >= s.form.length || (token > open && token < close)) return false;
  // "the mission (AUSSOM), short of money"
  const noun = (s.form[open - 1] === ")" ? s.form.lastIndexOf("(", open - 1) : open) - 1;
  const word = lower(s, noun);
  if (!/^(NOUN|PROPN)$/.test(s.upos[noun] ?? "")) return false;
  if (lexicon.eventNoun.test(word) && !lexicon.words.made.has(word)) return false;
  const verb = s.upos[close + 1] === "ADV" ? close + 2 : close + 1;
  if (!FINITE.has(s.xpos[verb] ?? "")) return false;
  const first = open + 1;
  // "the coordinator, in a statement on Monday, condemned", "the army, in a raid on Monday, killed"
  const before = lower(s, d.from - 1) === "on" ? d.from - 2 : d.from - 1;
  const isOfVerb = lexicon.words.sayings.has(s.lemma[before]!) || lexicon.eventNoun.test(lower(s, before));
  if (isOfVerb && lower(s, first) === "in" && before - first <= 3) return false;
  return !isAbout(s, first) && s.upos.slice(first, d.from).some((tag) => /^(NOUN|VERB|ADJ)$/.test(tag!));
}

/** "Suspended deliveries under a 1960 treaty", "the truce signed in July collapsed": the date belongs to the noun alone. */
function isOfThing({ s, lexicon }: DatedSentence, d: PlacedDate, token: number): boolean {
  const { made, makes } = lexicon.words;
  const at = d.governor;
  if (at < 0 || at === token) return false;
  // "had signed the 2016 accord"
  if (makes.has(s.lemma[token]!) && s.head[at] === token) return false;
  if (s.upos[at] === "NOUN" && d.to <= at && /^(year|month)$/.test(d.expression.kind))
    return (made.has(lower(s, at)) || !lexicon.eventNoun.test(lower(s, at))) && s.head[token] !== at;
  // "violating the truce that it declared in July"
  const that = s.form.findLastIndex((f, i) => i < at && i >= at - 4 && /^(?:that|which)$/i.test(f));
  const isMade = that > 0 && made.has(lower(s, that - 1)) && !s.upos.slice(that, at).includes("VERB");
  if (isMade && s.upos[at] === "VERB") return token !== that - 1;
  // "signed in July" beside its noun
  const noun = s.head[at]!;
  const isParticiple = s.xpos[at] === "VBN" && baseRelation(s, at) === "acl" && at === noun + 1;
  return isParticiple && made.has(lower(s, noun)) && token !== noun && (token < noun || s.form[d.to] !== ",");
}
