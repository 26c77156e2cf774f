import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import { agent, logicalSubject, modifiers, possessors, prepositional, withConjuncts } from "./slots.js";

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** "mediated", "hosted", "facilitated": a verb's form that says who stands between the sides. */
export const isBrokering = (s: Sentence, t: number, classes: Classes): boolean =>
  classes.get("brokered")?.has(s.form[t]!.toLowerCase()) ?? false;

/**
 * Third parties of an event: "US-brokered ceasefire", "talks mediated by Qatar"; of a verb those of its talks ("met at talks hosted by
 * Qatar"); of both those whose help is told beside it: "signed under the auspices of the African Union", "with Egyptian mediation".
 */
export function brokersOf(
  parsed: ParsedReport,
  sentence: number,
  token: number,
  isNoun: boolean,
  classes: Classes,
): readonly number[] {
  const s = parsed.sentences[sentence]!;
  const isParty = (t: number) => (mentionAt(parsed, sentence, t)?.parties.length ?? 0) > 0;
  const beside = goodOffices(s, token, isParty, classes);
  if (!isNoun)
    return [
      ...children(s, token, "obl", "obj", "nsubj", "nsubj:pass").flatMap((noun) => [
        ...(BROKERED.some((c) => classes.get(c)?.has(s.lemma[noun]!))
          ? prefixedBrokers(s, noun, isParty, classes)
          : []),
        ...participleBrokers(s, noun, isParty, classes),
      ]),
      ...beside,
    ];
  const out = [
    ...participleBrokers(s, token, isParty, classes),
    ...beside,
    ...prefixedBrokers(s, token, isParty, classes),
  ];
  // "Egyptian, Qatari and US mediation"
  if (classes.get("good-offices")?.has(s.lemma[token]!.toLowerCase()))
    out.push(...listedBefore(s, token, isParty));
  const verb = s.head[token]!;
  const relation = baseRelation(s, token);
  // "Oman backed the deal": who is for it did not bring it about
  const brought = verb >= 0 && s.lemma[verb] !== "back" && isBrokering(s, verb, classes);
  if (brought && (relation === "nsubj" || relation === "obj"))
    out.push(...logicalSubject(s, verb).filter((t) => t !== token));
  return out;
}

/** What is brokered: "signed a Qatari-brokered truce", but "attacked US-backed rebels". */
const BROKERED = ["ceasefire", "accord", "talks"];

/** "US-brokered truce", leftwards over "Qatar- and Turkiye-mediated". */
function prefixedBrokers(
  s: Sentence,
  noun: number,
  isParty: (t: number) => boolean,
  classes: Classes,
): readonly number[] {
  for (let i = noun - 1; i >= 1 && i >= noun - 6; i--) {
    if (!isBrokering(s, i, classes) || !/[-–]/.test(s.form[i - 1]!)) continue;
    const out: number[] = [];
    for (let k = i - 1; k >= 0 && k >= i - 9; k--) {
      if (isParty(k)) out.push(k);
      else if (!/^([-–,]|and|,)$/i.test(s.form[k]!)) break;
    }
    return out;
  }
  return [];
}

/** "mediated by Qatar together with Egypt" after a noun, or after what the noun is about ("talks on a truce, mediated by Qatar"). */
function participleBrokers(
  s: Sentence,
  noun: number,
  isParty: (t: number) => boolean,
  classes: Classes,
): readonly number[] {
  const about = (n: number) =>
    children(s, n, "case").some((c) => ["on", "about", "over", "for"].includes(s.form[c]!.toLowerCase()));
  if (s.relation[noun] === "nmod" && about(noun)) return [];
  const nouns = [noun, ...children(s, noun, "nmod").filter(about)];
  return nouns.flatMap((n) =>
    children(s, n, "acl")
      .filter((verb) => isBrokering(s, verb, classes))
      .flatMap((verb) => {
        const by = agent(s, verb);
        // "mediated by Malaysia with the backing of China": who backs does not mediate
        const beside = prepositional(s, verb, "with").filter(isParty);
        // "an accord between Kenya, led by its prime minister, and Somalia": one of the sides
        const ofSide = by.some((t) => children(s, t, "nmod:poss").some((w) => s.upos[w] === "PRON"));
        return by.length === 0 || ofSide ? [] : withConjuncts(s, [...by, ...beside]);
      }),
  );
}

/** "Signed | with Kenya and Angola | as mediators". */
function asMediators(s: Sentence, at: number, own: ReadonlySet<string>): readonly number[] {
  return children(s, at, "obl", "nmod").flatMap((phrase) => {
    if (!children(s, phrase, "case").some((c) => s.form[c]!.toLowerCase() === "with")) return [];
    const parties = withConjuncts(s, [phrase]);
    // the second phrase hangs on the first or beside it
    const roles = [at, ...parties].flatMap((t) => prepositional(s, t, "as")).filter((t) => t > phrase);
    return roles.some((t) => own.has(s.lemma[t]!.toLowerCase())) ? parties : [];
  });
}

/** "under | Egyptian, Qatari and US | mediation", however the tree joins them. */
function listedBefore(s: Sentence, noun: number, isParty: (t: number) => boolean): readonly number[] {
  const out: number[] = [];
  for (let k = noun - 1; k >= 0 && k >= noun - 9; k--) {
    if (isParty(k)) out.unshift(k);
    else if (!/^(?:,|and|the|joint)$/i.test(s.form[k]!)) break;
  }
  return out;
}

const THROUGH = new Set(["under", "through", "with", "by", "via", "thanks", "after", "following"]);

/** Whose mediation stands beside an event: hung on its word, or on the verb of which the noun is subject or object. */
function goodOffices(
  s: Sentence,
  token: number,
  isParty: (t: number) => boolean,
  classes: Classes,
): readonly number[] {
  const own = classes.get("good-offices");
  if (!own) return [];
  const relation = baseRelation(s, token);
  const verb = relation === "nsubj" || relation === "obj" ? s.head[token]! : -1;
  // "a truce agreed under Qatari mediation"
  const made = children(s, token, "acl").filter((t) => s.xpos[t] === "VBN");
  for (const at of [token, ...(verb >= 0 ? [verb] : []), ...made]) {
    const named = asMediators(s, at, own).filter(isParty);
    if (named.length > 0) return named;
    for (const phrase of children(s, at, "obl", "nmod")) {
      if (!children(s, phrase, "case").some((c) => THROUGH.has(s.form[c]!.toLowerCase()))) continue;
      const noun = [phrase, ...prepositional(s, phrase, "of")].find(
        (t) => own.has(s.lemma[t]!.toLowerCase()) || own.has(`${s.lemma[t - 1]} ${s.lemma[t]}`.toLowerCase()),
      );
      if (noun === undefined) continue;
      const whose = [...possessors(s, noun), ...modifiers(s, noun), ...prepositional(s, noun, "of")];
      const parties = [...listedBefore(s, noun, isParty), ...withConjuncts(s, whose)].filter(isParty);
      if (parties.length > 0) return parties;
    }
  }
  return [];
}
