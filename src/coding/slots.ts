import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { isDayWord } from "../text/date-words.js";

/*
 * Grammatical slots of a trigger: which tokens stand in its logical subject, object, possessor, preposition.
 * Tokens are heads of phrases; coordinated heads are included ("Afghanistan and Pakistan" gives both).
 */

const RELATIVE = new Set(["that", "which", "who", "whom"]);
const isRelativePronoun = (s: Sentence, t: number) =>
  RELATIVE.has(s.form[t]!.toLowerCase()) && /^W|^DT|^IN/.test(s.xpos[t]!);

const isVerbal = (s: Sentence, t: number) =>
  s.upos[t] === "VERB" || s.upos[t] === "AUX" || /^VB/.test(s.xpos[t]!);

/** Whether the verb is passive: by its auxiliary, by standing as a bare past participle after a noun, or by its twin. */
export function isPassive(s: Sentence, verb: number): boolean {
  if (child(s, verb, "aux:pass") >= 0) return true;
  if (child(s, verb, "nsubj:pass") >= 0)
    return (
      child(s, verb, "obj") < 0 && children(s, verb, "nsubj").every((t) => s.relation[t] === "nsubj:pass")
    );
  const relation = baseRelation(s, verb);
  // "the truce, agreed on Monday, …": a bare past before its noun's verb is a participle whatever its tag
  const bare = s.relation[verb] === "acl" && s.xpos[verb] === "VBD";
  if ((s.xpos[verb] !== "VBN" && !bare) || isFirstOfTwo(s, verb)) return false;
  if (child(s, verb, "aux") >= 0) return false;
  if (relation === "acl" || relation === "amod") return child(s, verb, "nsubj", "obj") < 0;
  if (relation === "conj" && child(s, verb, "nsubj") < 0) return isPassive(s, coordinatedWith(s, verb));
  // "after being hit …", "the crossing remained closed"
  return (relation === "advcl" || relation === "xcomp") && child(s, verb, "nsubj", "obj") < 0;
}

/** "China, which borders both, | called for restraint and said": the first of two verbs read as a participle beside their subject. */
function isFirstOfTwo(s: Sentence, verb: number): boolean {
  const noun = s.head[verb]!;
  const second = s.head[noun] ?? -1;
  if (s.relation[verb] !== "acl" || s.form[verb - 1] !== "," || second < verb) return false;
  return (
    s.relation[noun] === "nsubj" &&
    FINITE.has(s.xpos[second]!) &&
    children(s, second, "cc").some((c) => c > verb && c < second && /^(?:and|but)$/i.test(s.form[c]!))
  );
}

/** Heads with all heads conjoined to them, no duplicates, in order. */
export function withConjuncts(s: Sentence, heads: readonly number[]): number[] {
  const out = [...heads];
  for (let k = 0; k < out.length; k++) {
    for (const c of children(s, out[k]!, "conj")) if (!out.includes(c) && !hasOwnSubject(s, c)) out.push(c);
  }
  return withoutRuledOut(s, out).sort((a, b) => a - b);
}

/** "Not Chad | but the rebels", "the army, | not the rebels |, shelled": of several, those that it was not are left out. */
function withoutRuledOut(s: Sentence, nouns: number[]): number[] {
  const isRuledOut = (t: number) =>
    /^(?:NOUN|PROPN)$/.test(s.upos[t]!) &&
    children(s, t, "advmod").some(
      (n) =>
        n < t && /^not$/i.test(s.form[n]!) && !/^(?:only|just|merely|all|every|even)$/i.test(s.form[n + 1]!),
    );
  const left = nouns.length > 1 ? nouns.filter((t) => !isRuledOut(t)) : nouns;
  return left.length > 0 ? left : nouns;
}

const hasOwnSubject = (s: Sentence, t: number) =>
  (s.upos[t] === "VERB" || child(s, t, "cop") >= 0) && child(s, t, "nsubj") >= 0;

/** The grammatical subject: own, shared by coordination, or controlled from above; empty where there is none. */
export function surfaceSubject(s: Sentence, verb: number, steps = 0): number[] {
  if (steps > 6) return [];
  const own = subjectsOf(s, verb, "nsubj", "csubj").flatMap((t) =>
    isRelativePronoun(s, t) ? [] : notTime(s, t),
  );
  if (own.length > 0)
    return [
      ...joinedBefore(s, verb, own[0]!),
      ...own.filter((t, k) => k === 0 || isJoined(s, verb, own[k - 1]!, t)),
    ];
  const strayed = strayedSubject(s, verb);
  if (strayed.length > 0) return strayed;
  // "Syria says it is willing to talk": a pronoun taken for an empty one
  const empty = children(s, verb, "expl").filter((t) => s.upos[t] === "PRON" && child(s, verb, "xcomp") >= 0);
  if (empty.length > 0) return empty;
  // "after India conducted strikes": a finite clause has a subject of its own, though it was read as the preposition's
  if (["advcl", "ccomp"].includes(baseRelation(s, verb))) {
    const before = subjectBefore(s, verb);
    if (before.length > 0) return before;
  }
  const inherited = inheritedSubject(s, verb, steps);
  return inherited.length > 0 ? inherited : subjectBefore(s, verb);
}

/** "Britain and the UN chief welcomed": two subjects side by side, where the tree does not join them. */
function isJoined(s: Sentence, verb: number, a: number, b: number): boolean {
  if (s.upos[a] === "PRON" || s.upos[b] === "PRON") return false;
  // "delegations from Yemen's government | and the Houthis | sat down": the verb's own "and" stands between them
  if (children(s, verb, "cc").some((c) => c > a && c < b && /^and$/i.test(s.form[c]!)) && b < verb)
    return !s.form.slice(a, b).some((f) => f === "," || f === ";");
  // "Poland, | Latvia and Estonia | began"
  const listed = s.form[a + 1] === "," && b - a <= 4 && s.upos[a] === "PROPN" && s.upos[b] === "PROPN";
  if (listed && children(s, b, "conj").some((c) => child(s, c, "cc") >= 0)) return true;
  const between = s.form.slice(a + 1, b).map((f) => f.toLowerCase());
  return (
    between.filter((w) => w === "and").length === 1 &&
    between.length <= 5 &&
    !between.some((w) => w === "," || w === "but")
  );
}

/** "after | Turkey and | the SDF signed": the first of two subjects taken for the phrase of a word that is a conjunction here. */
function joinedBefore(s: Sentence, verb: number, subject: number): number[] {
  const and = children(s, verb, "cc").find((t) => t < subject && /^and$/i.test(s.form[t]!));
  const first = and === undefined ? -1 : and - 1;
  const whole = first < 0 ? -1 : phraseOver(s, verb, first);
  if (whole >= 0 && whole !== first) return notTime(s, whole);
  if (first < 0 || !/^(NOUN|PROPN)$/.test(s.upos[first]!) || subject - first > 6) return [];
  if (s.form.slice(first, subject).includes(",")) return [];
  return isAfterConjunction(s, first) ? [first] : [];
}

/** "A week of talks between Kampala | and the rebels | broke up": the phrase without a preposition that the word ends, before the verb; -1 where none. */
function phraseOver(s: Sentence, verb: number, last: number): number {
  let t = last;
  for (let steps = 0; steps < 6 && s.head[t] !== verb; steps++) {
    if (s.head[t]! < 0 || s.head[t]! > verb) return -1;
    t = s.head[t]!;
  }
  const isNoun = /^(?:NOUN|PROPN)$/.test(s.upos[t]!) && child(s, t, "case", "mark") < 0;
  return s.head[t] === verb && isNoun && t < last && !s.form.slice(t, last).includes(",") ? t : -1;
}

const isAfterConjunction = (s: Sentence, noun: number): boolean =>
  children(s, noun, "case", "mark").some((c) => SUBORDINATORS.has(s.form[c]!.toLowerCase()));

/**
 * A subject that the tree hung elsewhere: on the auxiliary ("Addis Ababa has in turn accused"), or before a comma as if it were an aside
 * ("Turkish jets, meanwhile, bombed").
 */
function strayedSubject(s: Sentence, verb: number): number[] {
  for (const a of children(s, verb, "aux", "cop", "mark")) {
    const own = children(s, a, "nsubj").filter((t) => t < verb);
    if (own.length > 0) return own.slice(0, 1);
  }
  if (!FINITE.has(s.xpos[verb]!)) return [];
  const coordinated = subjectReadAsVerb(s, verb);
  if (coordinated >= 0) return [coordinated];
  const behind = subjectBehindAside(s, verb);
  if (behind >= 0) return [behind];
  // "the agency working in Chad said": a participle read as a clause of its own
  for (const clause of children(s, verb, "ccomp", "advcl")) {
    if (clause > verb || s.xpos[clause] !== "VBG" || child(s, clause, "aux", "mark") >= 0) continue;
    const own = children(s, clause, "nsubj").filter((t) => t + 1 === clause);
    if (own.length > 0 && !s.form.slice(clause, verb).includes(",")) return own;
  }
  const aside = children(s, verb, "parataxis", "dislocated", "vocative", "discourse", "dep").filter(
    (t) =>
      t < verb &&
      /^(NOUN|PROPN)$/.test(s.upos[t]!) &&
      child(s, t, "case", "nsubj") < 0 &&
      s.form[t + 1] === ",",
  );
  return aside.length === 1 ? aside : [];
}

/** "Tokyo voiced concern, and | Hanoi, which has claims of its own, urged": a noun beside the first verb is the second's subject; -1 where none. */
function subjectReadAsVerb(s: Sentence, verb: number): number {
  const first = s.head[verb]!;
  if (baseRelation(s, verb) !== "conj" || s.form[verb - 1] !== ",") return -1;
  return (
    children(s, first, "conj").find(
      (t) =>
        s.upos[first] === "VERB" &&
        t > first &&
        t < verb &&
        /^(?:NOUN|PROPN)$/.test(s.upos[t]!) &&
        child(s, t, "cc") >= 0 &&
        child(s, t, "case") < 0 &&
        children(s, t, "acl", "appos").some((c) => c < verb),
    ) ?? -1
  );
}

/** "since Azerbaijani forces, backed by drones, attacked": the noun before the aside, after a word that may be a conjunction; -1 where none. */
function subjectBehindAside(s: Sentence, verb: number): number {
  if (s.form[verb - 1] !== ",") return -1;
  for (let i = verb - 2; i > 0 && i >= verb - 16; i--) {
    if (s.form[i] !== ",") continue;
    if (!/^(VBN|VBG|WDT|WP)$/.test(s.xpos[i + 1]!)) continue;
    const noun = i - 1;
    if (!/^(NOUN|PROPN)$/.test(s.upos[noun]!)) return -1;
    return isAfterConjunction(s, noun) || isFirstPhrase(s, noun) ? noun : -1;
  }
  return -1;
}

/** "|The M23|, which experts say Rwanda commands, seized the town": the phrase that opens the sentence. */
const isFirstPhrase = (s: Sentence, noun: number): boolean =>
  noun <= 5 &&
  child(s, noun, "case", "mark") < 0 &&
  s.upos.slice(0, noun).every((tag) => /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tag!));

/** "Hours after the blast, the army said": of two subjects a measure of time is none. */
export function subjectsOf(s: Sentence, verb: number, ...relations: readonly string[]): number[] {
  // "under the pact, the rebels were to withdraw": a phrase with a preposition read as an outer subject
  let all = children(s, verb, ...relations).filter(
    (t) => s.relation[t] !== "nsubj:outer" || child(s, t, "case") < 0,
  );
  // "In Tel | Aviv |, relatives rallied": a name read as two, the first after its preposition
  if (all.length > 1 && s.form[all[0]! + 1] === "," && isAfterPreposition(s, all[0]! - 1, verb))
    all = all.slice(1);
  // 'The ministry: "The rebels did it"': who speaks stands before the colon
  const colon = all.length < 2 ? -1 : s.form.indexOf(":", all[0]);
  if (colon >= 0 && colon < all[all.length - 1]!) all = all.filter((t) => t > colon);
  all = withoutRuledOut(s, all);
  return all.length < 2
    ? all
    : all.filter((t) => isDayWord(s.form[t]!) || !s.words.times.has(s.lemma[t]!.toLowerCase()));
}

const isAfterPreposition = (s: Sentence, t: number, verb: number): boolean =>
  t >= 0 && s.head[t] === verb && baseRelation(s, t) === "obl" && child(s, t, "case") >= 0;

/** "Iran today threatened", "hours after the rebels withdrew": a time read as the subject; the name before or the phrase behind it is. */
function notTime(s: Sentence, subject: number): number[] {
  // "China for its part lodged": read as China's part
  if (s.lemma[subject] === "part" && child(s, subject, "case") >= 0 && child(s, subject, "nmod:poss") >= 0) {
    const named = children(s, subject, "compound", "nmod").filter(
      (t) => t < subject && s.upos[t] === "PROPN" && child(s, t, "case") < 0,
    );
    if (named.length > 0) return named.slice(-1);
  }
  if (isDayWord(s.form[subject]!))
    // "the ministry | Thursday | urged", in the manner of old wires
    return children(s, subject, "compound", "nmod")
      .filter((t) => t < subject && /^(?:NOUN|PROPN)$/.test(s.upos[t]!))
      .slice(-1);
  if (!s.words.times.has(s.lemma[subject]!.toLowerCase())) return [subject];
  // "a court this week freed him"
  const which = children(s, subject, "det", "amod").find((t) => /^(?:this|last|next)$/i.test(s.form[t]!));
  const before = children(s, subject, "compound", "nmod").filter((t) => which !== undefined && t < which);
  if (before.length > 0) return before.slice(-1);
  // "a week of talks broke up", "hours after the rebels withdrew"
  const behind = children(s, subject, "nmod").filter((t) =>
    ["of", "after", "before"].some((p) => caseIs(s, t, p)),
  );
  return behind.length > 0 ? behind : [subject];
}

/** The subject that coordination or a governing verb lends. */
function inheritedSubject(s: Sentence, verb: number, steps: number): number[] {
  const governor = overEachOther(s, s.head[verb]!);
  if (governor < 0) return [];
  const relation = s.relation[verb]!;
  switch (baseRelation(s, verb)) {
    case "conj": {
      const first = coordinatedWith(s, verb);
      return isVerbal(s, first) || s.upos[first] === "ADJ" ? surfaceSubject(s, first, steps + 1) : [];
    }
    case "xcomp": {
      // "urged Kyiv to withdraw": the object acts; "agreed to withdraw": the subject does.
      const object = children(s, governor, "obj", "iobj").filter((t) => t < verb);
      if (object.length > 0 && s.lemma[governor] !== "promise") return object.slice(0, 1);
      const asked = askedBy(s, governor);
      return asked.length > 0 ? asked : surfaceSubject(s, governor, steps + 1);
    }
    case "advcl": {
      if (s.xpos[verb] === "VB") {
        const wanted = subjectAfterFor(s, verb);
        if (wanted >= 0) return [wanted];
        // "prompting | the movement | to pull out"
        const moved = s.words.causing.has(s.lemma[governor]!)
          ? children(s, governor, "obj").filter((t) => t < verb)
          : [];
        if (moved.length > 0) return moved.slice(0, 1);
        // "welcomed an offer by Kenya | to host talks": hung on the verb over the offer
        const offer = children(s, governor, "obj").find((t) => t < verb && s.words.offers.has(s.lemma[t]!));
        const whose = offer === undefined ? [] : [...prepositional(s, offer, "by"), ...possessors(s, offer)];
        if (whose.length > 0) return whose;
      }
      // "accused the militia of carrying out the attack", "barred it from shelling": the object would do it
      if (
        (s.xpos[verb] === "VBG" || children(s, verb, "aux").some((a) => s.xpos[a] === "VBG")) &&
        children(s, verb, "mark", "case").some((m) =>
          ["of", "from", "for"].includes(s.form[m]!.toLowerCase()),
        )
      ) {
        const object = isPassive(s, governor)
          ? surfaceSubject(s, governor, steps + 1)
          : children(s, governor, "obj").filter((t) => t < verb);
        if (object.length > 0) return object.slice(0, 1);
      }
      const asked = s.xpos[verb] === "VB" ? askedBy(s, governor) : [];
      if (asked.length > 0) return asked;
      return child(s, verb, "mark") >= 0 &&
        s.xpos[verb] !== "VBG" &&
        s.xpos[verb] !== "VB" &&
        s.xpos[verb] !== "VBN"
        ? []
        : surfaceSubject(s, governor, steps + 1);
    }
    case "ccomp":
      return s.xpos[verb] === "VBG" || s.xpos[verb] === "VB" ? surfaceSubject(s, governor, steps + 1) : [];
    case "acl":
      if (relation === "acl:relcl") {
        // "the government today ordered": a day is no subject that would make the noun the object
        const nounIsObject = children(s, verb, "nsubj").some(
          (t) => !isRelativePronoun(s, t) && !isDayWord(s.form[t]!),
        );
        return nounIsObject ? [] : [governor];
      }
      // "its willingness to mediate", "plans to attack": whoever has the noun
      if (s.xpos[verb] === "VB")
        return isMovedObject(s, governor) ? [governor] : nounHolder(s, governor, steps + 1);
      return [governor];
    case "amod":
      return s.xpos[verb] === "VBN" ? [governor] : [];
    default:
      return [];
  }
}

/** "only for | Kigali | to suspend it", "called for | both sides | to stop": the subject of the infinitive; -1 where there is none. */
function subjectAfterFor(s: Sentence, verb: number): number {
  const to = children(s, verb, "mark").find((m) => s.form[m]!.toLowerCase() === "to");
  const noun = to === undefined ? -1 : to - 1;
  if (noun < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(s.upos[noun]!) || s.head[noun] !== s.head[verb]) return -1;
  return children(s, noun, "case").some((c) => /^for$/i.test(s.form[c]!)) ? noun : -1;
}

/** "accused each | other | of breaking the truce": what hangs on the pronoun's second word hangs on the verb. */
function overEachOther(s: Sentence, governor: number): number {
  if (governor < 0 || s.relation[governor] !== "fixed" || !/^(?:other|another)$/i.test(s.form[governor]!))
    return governor;
  const first = s.head[governor]!;
  return baseRelation(s, first) === "obj" ? s.head[first]! : governor;
}

/**
 * What a coordinated verb stands beside: its head, or the verb of saying above where the head is only what is said. 'retorted that the draft
 * "confused …" | and accused London', "denied that its men had killed the herders | and alleged that …".
 */
export function coordinatedWith(s: Sentence, verb: number): number {
  const head = s.head[verb]!;
  const above = baseRelation(s, head) === "ccomp" ? s.head[head]! : -1;
  if (above < 0 || above > head || child(s, verb, "nsubj") >= 0) return head;
  const quotes = s.form.slice(head, verb).filter((f) => /^["”»]$/.test(f));
  const opened = s.form.slice(above, head).some((f) => /^["“«]$/.test(f));
  if (opened && quotes.length === 1) return above;
  // "said the reply was being studied | and accused the group": no auxiliary of the first can be the second's
  const apart = child(s, head, "aux:pass", "cop") >= 0 || /^VB[GP]?$/.test(s.xpos[head]!);
  const accuses = s.words.spoken.has(s.lemma[verb]!.toLowerCase()) && child(s, verb, "obj") >= 0;
  if (apart && accuses && s.xpos[above] === "VBD" && /^VB[DN]$/.test(s.xpos[verb]!)) return above;
  const says = (t: number) => children(s, t, "ccomp").some((c) => c > t && child(s, c, "mark") >= 0);
  const speaks =
    says(verb) || (s.words.spoken.has(s.lemma[verb]!.toLowerCase()) && child(s, head, "aux") >= 0);
  return /^VB[DN]$/.test(s.xpos[verb]!) && s.xpos[above] === "VBD" && says(above) && speaks && !says(head)
    ? above
    : head;
}

export const FINITE: ReadonlySet<string> = new Set(["VBD", "VBZ", "VBP", "MD"]);
const SUBORDINATORS = new Set([
  "after",
  "before",
  "as",
  "while",
  "since",
  "until",
  "when",
  "that",
  "because",
  "though",
  "although",
]);

/**
 * The subject of a finite verb that the tree left without one: the noun phrase right before it, unless that phrase
 * is governed by a plain preposition. "after Afghan forces launched" is often read as a prepositional phrase.
 */
function subjectBefore(s: Sentence, verb: number): number[] {
  const finite =
    FINITE.has(s.xpos[verb]!) ||
    isBareFinite(s, verb) ||
    children(s, verb, "aux", "cop").some((a) => FINITE.has(s.xpos[a]!));
  if (!finite) return [];
  for (let i = verb - 1; i >= 0 && i >= verb - 8; i--) {
    const tag = s.upos[i]!;
    if (tag === "AUX" || tag === "ADV" || tag === "PART") continue;
    if (tag !== "NOUN" && tag !== "PROPN" && tag !== "PRON") return [];
    if (isRelativePronoun(s, i)) return [];
    // "after Armenia and Azerbaijan agreed": read as the preposition's two nouns
    const joined = baseRelation(s, i) === "conj" ? s.head[i]! : -1;
    if (joined >= 0 && joined < i && isAfterConjunction(s, joined)) return [joined];
    const prepositions = children(s, i, "case").map((c) => s.form[c]!.toLowerCase());
    return prepositions.every((p) => SUBORDINATORS.has(p)) ? [i] : [];
  }
  return [];
}

/** "after rebels set off a bomb": a participle with an object, behind a noun that a conjunction begins the clause of. */
const isBareFinite = (s: Sentence, verb: number): boolean =>
  s.xpos[verb] === "VBN" &&
  child(s, verb, "aux", "aux:pass") < 0 &&
  children(s, verb, "obj").some((o) => o > verb) &&
  children(s, verb, "mark").some((m) => m < verb - 1 && SUBORDINATORS.has(s.form[m]!.toLowerCase()));

const isMovedObject = (s: Sentence, noun: number): boolean =>
  baseRelation(s, noun) === "obj" && s.words.moving.has(s.lemma[s.head[noun]!]!);

/** Who has an abstract noun: its possessor, else the subject of the verb it is the object of. */
function nounHolder(s: Sentence, noun: number, steps: number): number[] {
  const possessor = children(s, noun, "nmod:poss");
  if (possessor.length > 0) return possessor;
  // "an offer |by Kenya| to mediate", "the offer |of Egypt|"
  const isOffer = s.words.offers.has(s.lemma[noun]!);
  const of = isOffer ? prepositional(s, noun, "of").filter((t) => s.upos[t] === "PROPN") : [];
  const by = isOffer ? prepositional(s, noun, "by") : [];
  if (by.length + of.length > 0) return [...by, ...of];
  const governor = s.head[noun]!;
  if (governor < 0 || !isVerbal(s, governor)) return [];
  return isPassive(s, governor) ? agent(s, governor) : surfaceSubject(s, governor, steps + 1);
}

/** The `by` agent of a passive. */
export function agent(s: Sentence, verb: number): number[] {
  const own = children(s, verb, "obl").filter((t) => caseIs(s, t, "by"));
  if (own.length > 0) return own;
  // "was broken within hours by both sides": the phrase is often hung on the one before it
  return children(s, verb, "obl").flatMap((o) =>
    children(s, o, "nmod").filter((t) => t > verb && caseIs(s, t, "by")),
  );
}

/** Who does it. */
export function logicalSubject(s: Sentence, verb: number): number[] {
  return withConjuncts(s, isPassive(s, verb) ? agent(s, verb) : surfaceSubject(s, verb));
}

/** To whom it is done. */
export function logicalObject(s: Sentence, verb: number): number[] {
  if (isPassive(s, verb)) return withConjuncts(s, surfaceSubject(s, verb));
  const own = children(s, verb, "obj").filter((t) => !isRelativePronoun(s, t) && !isDayWord(s.form[t]!));
  if (own.length > 0)
    return withConjuncts(
      s,
      own.map((t) => beforeTime(s, t)),
    );
  // "shot down 38 drones": a counted object is often read as a measure of time
  const counted = children(s, verb, "obl:unmarked").filter(
    (t) => t > verb && t - verb <= 6 && s.upos[t] === "NOUN" && !s.words.times.has(s.lemma[t]!),
  );
  if (counted.length > 0) return withConjuncts(s, counted.slice(0, 1));
  const governor = s.head[verb]!;
  const isRelative =
    s.relation[verb] === "acl:relcl" ||
    (s.relation[verb] === "acl" && FINITE.has(s.xpos[verb]!) && child(s, verb, "xcomp") >= 0);
  if (isRelative && governor >= 0) {
    const subject = children(s, verb, "nsubj").some((t) => !isRelativePronoun(s, t));
    if (subject) return withConjuncts(s, [...arrangementOver(s, governor), governor]);
  }
  // "an offer that Oman said it welcomed"
  const above = baseRelation(s, verb) === "ccomp" && governor >= 0 ? s.head[governor]! : -1;
  const isGap = above >= 0 && s.relation[governor] === "acl:relcl" && child(s, verb, "nsubj") >= 0;
  if (isGap && child(s, verb, "ccomp", "xcomp", "cop", "obl") < 0 && child(s, governor, "obj") < 0)
    return [above];
  // "an offer that Oman accepted and | Yemen called premature |"
  const told = relativeBefore(s, verb);
  if (told >= 0) return logicalObject(s, told);
  if (
    baseRelation(s, verb) === "conj" &&
    governor >= 0 &&
    s.xpos[governor] === s.xpos[verb] &&
    governor < verb
  ) {
    // "shelled and looted the town": the object after the second verb belongs to both
    return [];
  }
  const twin = children(s, verb, "conj").find((c) => isVerbal(s, c) && child(s, c, "nsubj") < 0);
  return twin !== undefined && twin - verb <= 3 ? withConjuncts(s, children(s, twin, "obj")) : [];
}

/** "An offer that Oman |accepted| and Yemen called premature": the clause whose object a second verb shares; -1 where there is none. */
function relativeBefore(s: Sentence, verb: number): number {
  const over = s.head[verb]!;
  if (baseRelation(s, verb) !== "conj" || child(s, verb, "nsubj") < 0 || child(s, verb, "ccomp", "obl") >= 0)
    return -1;
  if (s.relation[over] === "acl:relcl") return over;
  // "called |premature|": it is something that is called so
  if (child(s, verb, "xcomp") < 0) return -1;
  return s.relation.findLastIndex(
    (r, t) =>
      r === "acl:relcl" && t > over && t < verb && children(s, t, "obj").some((o) => isRelativePronoun(s, o)),
  );
}

/**
 * "A truce | on oil wells that Riyadh brokered", "an offer | to host them in Istanbul, which Kyiv accepted": of what is agreed on
 * something, or offered to be done, the relative clause may tell that.
 */
function arrangementOver(s: Sentence, about: number): number[] {
  const over = s.head[about]!;
  const isAbout =
    baseRelation(s, about) === "nmod" && ["on", "over", "about"].some((p) => caseIs(s, about, p));
  if (isAbout && over >= 0) return s.words.arrangements.has(s.lemma[over]!.toLowerCase()) ? [over] : [];
  for (let t = about, steps = 0; steps < 4 && s.head[t]! >= 0; steps++) {
    const offer = s.head[t]!;
    if (isInfinitiveOf(s, t)) return s.words.offers.has(s.lemma[offer]!.toLowerCase()) ? [offer] : [];
    t = offer;
  }
  return [];
}

/** "an offer |to host| the talks": a verb that tells what a noun is about. */
const isInfinitiveOf = (s: Sentence, t: number): boolean =>
  s.xpos[t] === "VB" &&
  baseRelation(s, t) === "acl" &&
  children(s, t, "mark").some((m) => s.form[m]!.toLowerCase() === "to");

/** "Welcomed the | offer | hours later": a time read as what the word before it modifies. */
function beforeTime(s: Sentence, object: number): number {
  if (
    !s.words.times.has(s.lemma[object]!.toLowerCase()) ||
    !/^(?:later|earlier|ago|after|before)$/i.test(s.form[object + 1] ?? "")
  )
    return object;
  return (
    children(s, object, "compound")
      .filter((t) => t < object)
      .at(-1) ?? object
  );
}

const PARTICLES = new Set(["over", "out", "down", "up", "off", "back", "away", "in"]);

/** "handed over the bodies": a particle read as a preposition; its phrase is the object. */
export function particleObject(s: Sentence, verb: number): number[] {
  const particle = s.form[verb + 1]?.toLowerCase() ?? "";
  // "handed in rifles", but "met in Doha"
  if (
    !PARTICLES.has(particle) ||
    (particle === "in" && !/^(?:bring|call|draft|hand|let|rein|send|take|turn|usher)$/.test(s.lemma[verb]!))
  )
    return [];
  return withConjuncts(
    s,
    children(s, verb, "obl").filter((t) => children(s, t, "case").includes(verb + 1)),
  );
}

const caseIs = (s: Sentence, t: number, preposition: string) =>
  children(s, t, "case", "mark").some(
    (c) => isPreposition(s.form[c]!, preposition) || s.lemma[c] === preposition,
  );

/** "called | on Kyiv | to withdraw", "appealed | to both | to …": who is asked with a preposition. */
const askedBy = (s: Sentence, verb: number): number[] => {
  const preposition = ASKED_WITH.get(s.lemma[verb]!);
  return preposition === undefined ? [] : prepositional(s, verb, preposition);
};
const ASKED_WITH = new Map([
  ["call", "on"],
  ["prevail", "on"],
  ["appeal", "to"],
  ["plead", "with"],
]);

/** "called upon both" as "on". */
const isPreposition = (form: string, preposition: string): boolean => {
  const word = form.toLowerCase();
  return word === preposition || (word === "upon" && preposition === "on");
};

/** Heads of phrases with this preposition that hang on the token, on its object, or stand right after it. */
export function prepositional(s: Sentence, token: number, preposition: string): number[] {
  const own = children(s, token, "obl", "nmod", "advcl", "acl").filter(
    (t) => caseIs(s, t, preposition) && !(preposition === "to" && s.xpos[t] === "VB"),
  );
  if (own.length > 0) return withConjuncts(s, own);
  if (isVerbal(s, token)) {
    // "launched scores of drones | against Israel": the phrase is hung on the object, or on what is counted by it
    const objects = children(s, token, "obj", "nsubj:pass");
    const counted = objects.flatMap((o) => children(s, o, "nmod"));
    const throughObject = [...objects, ...counted].flatMap((o) =>
      children(s, o, "nmod").filter((t) => t > token && caseIs(s, t, preposition)),
    );
    if (throughObject.length > 0) return withConjuncts(s, throughObject);
  }
  return phraseAfter(s, token, preposition);
}

/** Surface fallback: the noun phrase after "token preposition", by its last noun; empty where none stands there. */
function phraseAfter(s: Sentence, token: number, preposition: string): number[] {
  if (!isPreposition(s.form[token + 1] ?? "", preposition)) return [];
  let last = -1;
  for (let i = token + 2; i < s.form.length && i < token + 10; i++) {
    const tag = s.upos[i]!;
    if (tag === "NOUN" || tag === "PROPN" || tag === "PRON") last = i;
    else if (
      tag !== "DET" &&
      tag !== "ADJ" &&
      tag !== "NUM" &&
      s.form[i] !== "-" &&
      s.xpos[i] !== "POS" &&
      // "blames on the Pakistan-based group"
      !(s.xpos[i] === "VBN" && s.form[i - 1] === "-")
    )
      break;
  }
  return last >= 0 ? withConjuncts(s, [last]) : [];
}

/** "Fired at | what it said were | two bases of the group": the noun that it is named by; the token itself where it is no such "what". */
export function namedAs(s: Sentence, token: number): number {
  if (!/^what$/i.test(s.form[token]!)) return token;
  const end = Math.min(s.form.length, token + 14);
  const says = s.lemma.findIndex(
    (l, t) => t > token && t < end && s.words.naming.has(l) && s.upos[t] === "VERB",
  );
  if (says < 0) return token;
  let noun = -1;
  for (let i = says + 1; i < end; i++) {
    const tag = s.upos[i]!;
    if (tag === "NOUN" || tag === "PROPN") noun = i;
    else if (noun >= 0 && !/^[-–]$/.test(s.form[i]!)) break;
    else if (/^[,.;]$/.test(s.form[i]!)) break;
  }
  return noun >= 0 ? noun : token;
}

/** Words before a noun that modify it: adjectives, compounds, names without a preposition. */
export function modifiers(s: Sentence, noun: number): number[] {
  return children(s, noun, "amod", "compound", "nmod", "flat", "nummod").filter(
    (t) => t < noun && child(s, t, "case") < 0 && s.relation[t] !== "nmod:poss",
  );
}

/** Possessors of a noun. */
export function possessors(s: Sentence, noun: number): number[] {
  return withConjuncts(s, children(s, noun, "nmod:poss"));
}

/** Heads of the clauses and infinitives that a word governs, with what they coordinate. */
export function complements(s: Sentence, token: number): number[] {
  const direct = children(s, token, "xcomp", "ccomp", "acl", "advcl").filter((t) => {
    const relation = s.relation[t]!;
    if (t < token && relation !== "ccomp") return false;
    // "ruled out ceding territory": the gerund right after the verb or its particle
    if (relation === "advcl" && s.xpos[t] === "VBG" && t <= token + 2 && child(s, t, "mark", "nsubj") < 0)
      return true;
    if (relation === "acl:relcl" || relation === "advcl:relcl") return isContentClause(s, t);
    if (baseRelation(s, t) === "advcl" || baseRelation(s, t) === "acl")
      return (
        !isParticiple(s, t) &&
        (children(s, t, "mark").some((m) => s.form[m]!.toLowerCase() === "to") ||
          s.form[t - 1]?.toLowerCase() === "to")
      );
    return true;
  });
  if (direct.length > 0) return withConjuncts(s, direct);
  const moved = children(s, token, "obj")
    .filter((o) => isMovedObject(s, o))
    .flatMap((o) => children(s, o, "acl").filter((c) => s.xpos[c] === "VB" && s.relation[c] !== "acl:relcl"));
  return moved.length > 0 ? withConjuncts(s, moved) : infinitiveRead(s, token);
}

/** "Admitted to two soldiers |killed|": a participle of its own, and no infinitive. */
export const isParticiple = (s: Sentence, verb: number): boolean =>
  s.xpos[verb] === "VBN" && child(s, verb, "aux", "aux:pass", "cop") < 0;

/** "The demand | that Algiers close the camps": read as a relative clause, though nothing is left out of it. */
export const isContentClause = (s: Sentence, verb: number): boolean =>
  baseRelation(s, verb) === "acl" &&
  children(s, verb, "obj", "mark").some((t) => t < verb && s.form[t]!.toLowerCase() === "that") &&
  children(s, verb, "nsubj").some((t) => t < verb && !isRelativePronoun(s, t)) &&
  children(s, verb, "obj", "xcomp", "obl").some((t) => t > verb);

/** "called on both to exercise restraint": the infinitive taken for a noun after "to". */
function infinitiveRead(s: Sentence, token: number): number[] {
  const asked = children(s, token, "obl", "nmod");
  for (const t of [...asked, ...asked.flatMap((a) => children(s, a, "nmod"))]) {
    const to = children(s, t, "case").find((c) => c > token && s.form[c]!.toLowerCase() === "to");
    if (to === undefined || to + 1 >= t) continue;
    const verb = to + 1;
    if (s.upos[verb] === "NOUN" && s.xpos[verb] === "NN" && s.head[verb] === t) return [verb];
  }
  return [];
}
