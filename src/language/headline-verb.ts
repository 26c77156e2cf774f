import type { LanguageModel } from "./model.js";
import { taggerFeatures } from "./tagger.js";
import { PAD, type WordColumns } from "./word-features.js";
import { isInClass, type WordClass } from "./word-table.js";

/*
 * Headlines are told in the present and leave articles out, so that the tagger, trained on running text, takes their verb for
 * one more noun of a compound:
 *
 *   Militants storm hotel in Mogadishu       storm NN, the tree "hotel (of the militants' storm)"
 *   Cuba to free political prisoners         free JJ
 *
 * A headline whose main clause has no finite verb gets one: of the words that agree with a noun before them, the first, unless
 * another costs the tagger much less.
 */

const FINITE = new Set(["VBD", "VBZ", "VBP", "MD"]);
const SINGULAR = new Set(["NN", "NNP", "CD"]);
const PLURAL = new Set(["NNS", "NNPS"]);
const MAY_BE_VERB = new Set(["NN", "NNS", "NNP", "NNPS", "JJ", "VB", "FW"]);
/** "Journalist shot dead in Karachi" */
const AFTER_SHOT = /^(?:dead|and|by|in|at|near|outside|while|during)$/;
/** What begins a clause beside the main one. */
const BESIDE =
  /^(?:as|after|before|while|when|if|because|since|until|unless|amid|amidst|who|which|that|following)$/;
const PARTICLE = /^(?:over|back|up|down|off|out|away)$/;
const SAYING = /^(?:says?|said|reports?|shows?|finds?|warns?|claims?)$/;
/** Longer lines are no headlines. */
const LONGEST = 40;

/** What a verb may cost, in scores of the tagger, and what it costs besides where a noun is as likely there. */
const MOST = 3000;
const BEFORE_PHRASE = 2000;
const FAR_FROM_NOUN = 1500;
/** By how much a later word must cost less. */
const MUCH_LESS = 1500;

/** Gives the main clause of a headline its verb, in `tags` (1 + number of the tag, from row PAD); nothing where it has one. */
export function tagHeadlineVerb(
  forms: readonly string[],
  words: WordColumns,
  tags: Int32Array,
  model: LanguageModel,
): void {
  if (forms.length > LONGEST) return;
  let headline = headlineOf(forms, words, tags, model);
  const [from, to] = mainClause(headline.word);
  // "Ban on opposition party lifted"
  if (headline.tag[from] === "VB" && headline.tag[from + 1] === "IN") {
    tags.set(tagsWith(headline, tags, from, "NOUN|NN"));
    headline = headlineOf(forms, words, tags, model);
  }
  for (let i = from; i < to; i++) if (FINITE.has(headline.tag[i]!)) return;
  const without = costOf(headline, tags);
  let best: { tags: Int32Array; cost: number; at: number } | null = null;
  for (let i = from + 1; i < to && headline.tag[i] !== "VBN"; i++) {
    // "Leaders to meet": a verb already
    if (headline.tag[i] === "VB" && headline.word[i - 1] === "to") break;
    const tag = verbTag(headline, i, from);
    if (tag === null) continue;
    const retagged = tagsWith(headline, tags, i, `VERB|${tag}`);
    const cost = costOf(headline, retagged) - without + oddness(headline, i, tag);
    // "Security forces flood streets": one of the two is the verb, and neither comes first
    const margin = best?.at === i - 1 && tag === "VBP" ? 0 : MUCH_LESS;
    if (best === null || cost < best.cost - margin) best = { tags: retagged, cost, at: i };
  }
  if (best === null || best.cost > MOST) return;
  tags.set(best.tags);
  // "Militants pledge to free captives"
  const object = best.at + 2;
  if (headline.word[object - 1] !== "to" || !isInClass(model.words, headline.word[object] ?? "", "verb"))
    return;
  if (model.xposOf[tags[PAD + object]! - 1] === "VB") return;
  const asVerb = tagsWith(headline, tags, object, "VERB|VB");
  if (costOf(headline, asVerb) - costOf(headline, tags) <= MOST) tags.set(asVerb);
}

interface Headline {
  /** In small letters. */
  readonly word: readonly string[];
  /** XPOS as the tagger has it. */
  readonly tag: readonly string[];
  readonly words: WordColumns;
  readonly model: LanguageModel;
}

const headlineOf = (
  forms: readonly string[],
  words: WordColumns,
  tags: Int32Array,
  model: LanguageModel,
): Headline => ({
  word: forms.map((f) => f.toLowerCase()),
  tag: forms.map((_, i) => model.xposOf[tags[PAD + i]! - 1]!),
  words,
  model,
});

/** The longest piece between colons, up to a clause that hangs on it or to who says so. */
function mainClause(word: readonly string[]): [number, number] {
  let [from, to, start] = [0, 0, 0];
  for (let i = 0; i <= word.length; i++) {
    if (i < word.length && word[i] !== ":") continue;
    if (i - start > to - from) [from, to] = [start, i];
    start = i + 1;
  }
  const comma = word.lastIndexOf(",");
  if (comma > from && comma < to && word.slice(comma, to).some((w) => SAYING.test(w))) to = comma;
  for (let i = from + 1; i < to; i++) if (BESIDE.test(word[i]!)) return [from, i];
  return [from, to];
}

type VerbTag = "VB" | "VBP" | "VBZ" | "VBN";

/** The XPOS that the word would have as the verb of what stands before it. */
function verbTag({ word, tag, model }: Headline, i: number, from: number): VerbTag | null {
  if (!MAY_BE_VERB.has(tag[i]!)) return null;
  if (word[i] === "shot") return isNoun(tag[i - 1]!) && AFTER_SHOT.test(word[i + 1] ?? "") ? "VBN" : null;
  // "fighter jets scrambled over the Baltic"
  if (tag[i + 1] === "VBN" && !MAY_BE_VERB.has(tag[i + 2] ?? "")) return null;
  const isBase = isInClass(model.words, word[i]!, "verb");
  const last = tag[i - 1]!;
  if (word[i - 1] === "to") return isBase && i - 2 >= from && isNoun(tag[i - 2]!) ? "VB" : null;
  if (!isNoun(last)) return null;
  const phrase = lastPhrase(tag, i, from);
  // "26 dead in attacks"
  if (phrase >= 0 && !tag.slice(from, phrase).some((t) => t.startsWith("N"))) return null;
  const many = model.grammar.plural_without_s;
  const isMany = many.has(word[i - 1]!);
  if (isInClass(model.words, word[i]!, "thirdPerson"))
    // "two sides exchange prisoners"
    return last !== "CD" && (SINGULAR.has(last) || last === "NNPS" || phrase >= 0) && !isMany ? "VBZ" : null;
  if (!isBase || many.has(word[i]!)) return null;
  return isMany || PLURAL.has(last) || last === "CD" || isFarPlural({ word, tag, model }, i, from)
    ? "VBP"
    : null;
}

const isNoun = (tag: string) => SINGULAR.has(tag) || PLURAL.has(tag);

/** Where the last preposition before the word stands, or -1. */
function lastPhrase(tag: readonly string[], i: number, from: number): number {
  const at = tag.lastIndexOf("IN", i - 1);
  return at >= from ? at : -1;
}

/** "Iran and Iraq sign", "Iran, Iraq sign", "doctors in Zimbabwe walk off" */
function isFarPlural({ word, tag, model }: Omit<Headline, "words">, i: number, from: number): boolean {
  for (let k = from; k < i - 1; k++)
    if (
      word[k] === "and" ||
      word[k] === "&" ||
      word[k] === "," ||
      PLURAL.has(tag[k]!) ||
      model.grammar.plural_without_s.has(word[k]!)
    )
      return true;
  return false;
}

/** "Peace talks in Geneva", "Detainees on hunger strike" */
function oddness({ word, tag, model }: Headline, i: number, as: VerbTag): number {
  if (as === "VB" || as === "VBN") return 0;
  const next = tag[i + 1];
  const is = (c: WordClass) => isInClass(model.words, word[i]!, c);
  const isNounToo = is("oftenNoun") || (is("plural") && !is("oftenVerb"));
  const beforePhrase =
    next === undefined || ((next === "IN" || next === "TO") && !PARTICLE.test(word[i + 1]!));
  const phrase = isNounToo && beforePhrase ? BEFORE_PHRASE : 0;
  const near = as === "VBZ" || PLURAL.has(tag[i - 1]!) || model.grammar.plural_without_s.has(word[i - 1]!);
  return phrase + (near || word[i - 2] === "and" || word[i - 2] === "," ? 0 : FAR_FROM_NOUN);
}

/** The tags with this one, and those after it anew. */
function tagsWith(headline: Headline, tags: Int32Array, at: number, tag: string): Int32Array {
  const out = tags.slice();
  out[PAD + at] = 1 + headline.model.header.tags.indexOf(tag);
  for (let i = at + 1; i < headline.words.size; i++) {
    const scores = scoresAt(headline, i, out);
    let best = 0;
    for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
    out[PAD + i] = best + 1;
  }
  return out;
}

function costOf(headline: Headline, tags: Int32Array): number {
  let cost = 0;
  for (let i = 0; i < headline.words.size; i++) cost -= scoresAt(headline, i, tags)[tags[PAD + i]! - 1]!;
  return cost;
}

function scoresAt({ words, model }: Headline, i: number, tags: Int32Array): Int32Array {
  const { features, scores } = model.taggerScratch;
  model.headlines.tag(features, taggerFeatures(words, PAD + i, tags, features), scores);
  return scores;
}
