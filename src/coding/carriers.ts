import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { phraseWord } from "./frame-triggers.js";
import type { FrameLexicon, LightVerb } from "./frames.js";

/*
 * The verbs over an event noun: light ones, which only carry it ("launched airstrikes", "came under attack"), and those that say what
 * is done with it ("lifted the siege").
 */

/** The light verb that carries an event noun, by where the noun stands under it. */
export function findCarrier(
  s: Sentence,
  noun: number,
  lexicon: FrameLexicon,
): { verb: number; light: LightVerb } | null {
  const governor = nominalGovernor(s, noun, lexicon);
  if (governor.verb >= 0) {
    for (const light of lexicon.lightVerbs.get(s.lemma[governor.verb]!.toLowerCase()) ?? []) {
      if (!light.words.slice(1).every((p) => phraseWord(s, governor.verb, governor.verb, p) >= 0)) continue;
      // "stopped |shelling|": what is told is that it stopped
      if (light.stops && s.upos[noun] === "VERB") continue;
      if (light.noun === governor.slot) return { verb: governor.verb, light };
    }
  }
  for (const verb of children(s, noun, "acl")) {
    for (const light of lexicon.lightVerbs.get(s.lemma[verb]!.toLowerCase()) ?? []) {
      if (light.noun === "obj" && light.subject === "actor") return { verb, light };
    }
  }
  return null;
}

/** What stands over a noun: the verb of which it is subject or object ("lifted the siege"), the noun of which it is the `of` phrase. */
export function governors(s: Sentence, noun: number, lexicon: FrameLexicon): number[] {
  const { verb, slot } = nominalGovernor(s, noun, lexicon);
  const head = s.head[noun]!;
  const above = head >= 0 && baseRelation(s, noun) === "nmod" && child(s, noun, "case") >= 0 ? [head] : [];
  // "entered the second week of a strike": both the verb and what is counted
  return verb >= 0 && (slot === "obj" || slot === "subj") ? [verb, ...above] : verb >= 0 ? [] : above;
}

/** The verb over a noun and the slot in which the noun stands there, through "a series of" and coordination. */
export function nominalGovernor(
  s: Sentence,
  noun: number,
  lexicon: FrameLexicon,
  steps = 0,
): { verb: number; slot: string } {
  const governor = s.head[noun]!;
  if (governor < 0 || steps > 3) return { verb: -1, slot: "" };
  const relation = s.relation[noun]!;
  switch (baseRelation(s, noun)) {
    case "obj":
      return { verb: governor, slot: "obj" };
    case "nsubj":
      return { verb: governor, slot: relation === "nsubj:pass" ? "obj" : "subj" };
    // "civilians are facing |shelling| by the army", read as a verb
    case "xcomp":
    case "advcl":
      return s.xpos[noun] === "VBG" && governor === noun - 1
        ? { verb: governor, slot: "obj" }
        : { verb: -1, slot: "" };
    case "obl": {
      const preposition = child(s, noun, "case");
      return { verb: governor, slot: preposition < 0 ? "" : s.form[preposition]!.toLowerCase() };
    }
    case "conj":
      return nominalGovernor(s, governor, lexicon, steps + 1);
    case "nmod": {
      if (lexicon.classes.get("quantity")?.has(s.lemma[governor]!.toLowerCase()))
        return nominalGovernor(s, governor, lexicon, steps + 1);
      // "denied | any role | in the killing": the light verb is two words, and the phrase hangs on the second
      const over = nominalGovernor(s, governor, lexicon, steps + 1);
      const slot = s.form[child(s, noun, "case")]?.toLowerCase();
      const isLight = lexicon.lightVerbs
        .get(s.lemma[over.verb]?.toLowerCase() ?? "")
        ?.some((l) => l.noun === slot && l.words[1] === s.lemma[governor]!.toLowerCase());
      return isLight && over.slot === "obj" ? { verb: over.verb, slot: slot! } : { verb: -1, slot: "" };
    }
    default:
      return { verb: -1, slot: "" };
  }
}
