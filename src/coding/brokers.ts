import type { Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates } from "../language/tree.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import { agent, logicalSubject, modifiers, possessors, prepositional, withConjuncts } from "./slots.js";

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

/** "mediated", "hosted", "facilitated": a verb's form that says who stands between the sides. */
export const isBrokering = (s: Sentence, t: number, classes: Classes): boolean =>
  classes.get("brokered")?.has(s.form[t]!.toLowerCase()) ?? false;

/** "The war ended with a truce | announced by the American president": by which state it came about, where no side announces it. */
export function isAnnouncedEnd(parsed: ParsedReport, sentence: number, t: number): boolean {
  const s = parsed.sentences[sentence]!;
  const truce = s.head[t]!;
  if (s.form[t]!.toLowerCase() !== "announced" || truce < 0 || baseRelation(s, t) !== "acl") return false;
  const over = s.head[truce]!;
  const isEnd =
    over >= 0 && baseRelation(s, truce) === "obl" && /^(?:end|finish|conclude|stop)$/.test(s.lemma[over]!);
  if (!isEnd) return false;
  const by = agent(s, t).flatMap((a) => mentionAt(parsed, sentence, a)?.parties ?? []);
  const others = (parsed.mentions[sentence] ?? []).filter((m) => m.head < truce).flatMap((m) => m.parties);
  return (
    by.length > 0 &&
    by.every((p) => (p.sector === null || p.sector === "GOV") && !others.some((o) => o.code === p.code))
  );
}

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
  const beside = [...goodOffices(s, token, isParty, classes), ...announcers(parsed, sentence, token)];
  if (!isNoun)
    return [
      ...children(s, token, "obl", "obj", "nsubj", "nsubj:pass").flatMap((noun) => [
        ...(BROKERED.some((c) => classes.get(c)?.has(s.lemma[noun]!))
          ? prefixedBrokers(s, noun, isParty, classes)
          : []),
        // "the delegation led by the minister"
        ...(isParty(noun) && baseRelation(s, noun) === "nsubj"
          ? []
          : participleBrokers(s, noun, isParty, classes)),
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

/** Of the truce itself, or of the verb that ends with it. */
function announcers(parsed: ParsedReport, sentence: number, token: number): readonly number[] {
  const s = parsed.sentences[sentence]!;
  return [token, ...children(s, token, "obl")]
    .flatMap((t) => children(s, t, "acl"))
    .filter((t) => isAnnouncedEnd(parsed, sentence, t))
    .flatMap((t) => agent(s, t));
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
  const named = nouns.flatMap((n) =>
    children(s, n, "acl")
      .flatMap((verb) => [verb, ...children(s, verb, "conj").filter((v) => s.xpos[v] === "VBN")])
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
  return named.length > 0 ? named : brokersBehind(s, noun, isParty, classes);
}

/**
 * As it stands, where the parser loses it: "the deal | brokered last May by | Kenya, Togo and Ghana", "a truce that was mediated, both
 * sides say, by | Oman".
 */
function brokersBehind(
  s: Sentence,
  noun: number,
  isParty: (t: number) => boolean,
  classes: Classes,
): readonly number[] {
  let t = noun + 1;
  // "the truce between Chad and Sudan | that was mediated by"
  if (/^(?:between|with)$/i.test(s.form[t] ?? "")) {
    const that = s.form.findIndex((f, i) => i > noun && /^(?:that|which)$/i.test(f));
    const isClear = s.upos
      .slice(noun + 1, that)
      .every((u) => /^(?:ADP|PROPN|CCONJ|DET|ADJ|NOUN|PUNCT)$/.test(u));
    if (that > 0 && that < noun + 12 && isClear) t = that;
  }
  const from = t;
  while (/^(?:,|that|which|is|was|were|are|has|have|had|been)$/i.test(s.form[t] ?? "")) t++;
  if (t > from + 4 || !/^VB[ND]$/.test(s.xpos[t] ?? "") || !isBrokering(s, t, classes)) return [];
  for (let by = t + 1; by < t + 10 && by < s.form.length; by++) {
    if (/^by$/i.test(s.form[by]!)) return listedFrom(s, by + 1, isParty);
    // only an aside between commas has words of its own
    const isAside = s.form[t + 1] === ",";
    if (
      s.form[by] === ","
        ? by !== t + 1 && !/^by$/i.test(s.form[by + 1] ?? "")
        : !isAside && s.upos[by] === "VERB"
    )
      return [];
  }
  return [];
}

/** "Kenya, Togo and Ghana": the names of a list, up to the one behind "and". */
function listedFrom(s: Sentence, from: number, isParty: (t: number) => boolean): readonly number[] {
  const out: number[] = [];
  let isLast = false;
  for (let t = from; t < s.form.length && t < from + 24; t++) {
    const word = s.form[t]!;
    if (isParty(t)) {
      const isNext = out.length > 0 && isParty(t - 1);
      if (isLast && !isNext && out.at(-1) !== undefined && /^and$/i.test(s.form[out.at(-1)! - 1] ?? ""))
        break;
      if (!isNext) out.push(t);
    } else if (/^and$/i.test(word)) isLast = true;
    else if (word === "," && isLast) break;
    else if (!/^(?:,|the|['’]s)$/i.test(word) && !/^(?:ADJ|PROPN|NOUN)$/.test(s.upos[t]!)) break;
  }
  return out;
}

/** "Signed | with Kenya and Angola | as mediators", "with Ethiopia acting as guarantor": as it stands, since parsers hang it anywhere. */
function asMediators(
  s: Sentence,
  at: number,
  isParty: (t: number) => boolean,
  own: ReadonlySet<string>,
): readonly number[] {
  for (let w = at + 1; w < s.form.length; w++) {
    if (s.form[w]!.toLowerCase() !== "with" || !dominates(s, at, w)) continue;
    const parties = listedFrom(s, w + 1, isParty);
    const as = s.form.findIndex((f, t) => t > (parties.at(-1) ?? s.form.length) && /^as$/i.test(f));
    const between = s.form.slice(parties.at(-1)! + 1, as);
    // "proposed that, together with Oman, Kuwait serve as guarantor": the role is of another
    if (as < 0 || !between.every((f) => /^(?:acting|serving|named|,)$/i.test(f))) continue;
    const roles = s.lemma.slice(as + 1, as + 4).map((l) => l.toLowerCase());
    if (roles.some((l) => own.has(l))) return parties;
  }
  return [];
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

/** "Swapped prisoners | with the help of Oman". */
export const isHelp = (s: Sentence, t: number, classes: Classes): boolean =>
  classes.get("help")?.has(s.lemma[t]!) ?? false;

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
    const named = asMediators(s, at, isParty, own);
    if (named.length > 0) return named;
    const below = s.upos[at] === "VERB" ? children(s, at, "obj").flatMap((o) => children(s, o, "nmod")) : [];
    for (const phrase of [...children(s, at, "obl", "nmod"), ...below]) {
      if (!children(s, phrase, "case").some((c) => THROUGH.has(s.form[c]!.toLowerCase()))) continue;
      const noun = [phrase, ...prepositional(s, phrase, "of")].find(
        (t) =>
          // of a verb: "swapped prisoners with help from Oman"; of a noun it is what is agreed on
          (at === token && s.upos[token] === "VERB" && isHelp(s, t, classes)) ||
          own.has(s.lemma[t]!.toLowerCase()) ||
          own.has(`${s.lemma[t - 1]} ${s.lemma[t]}`.toLowerCase()),
      );
      if (noun === undefined) continue;
      const whose = [
        ...possessors(s, noun),
        ...modifiers(s, noun),
        ...["of", "from", "by"].flatMap((p) => prepositional(s, noun, p)),
      ];
      const parties = [...listedBefore(s, noun, isParty), ...withConjuncts(s, whose)].filter(isParty);
      if (parties.length > 0) return parties;
    }
  }
  return [];
}
