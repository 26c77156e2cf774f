import type { Sentence } from "../language/sentence.js";
import { baseRelation, child, children } from "../language/tree.js";
import { LexiconError } from "../text/lexicon-error.js";
import { STATUSES, type Status } from "./claim.js";
import { presupposing } from "./presupposition.js";
import { coordinatedWith, isContentClause, isParticiple } from "./slots.js";

/** Governing words by lemma: what status they give to the clause or to the noun that they govern. */
export interface ModalityLexicon {
  readonly clause: ReadonlyMap<string, Status>;
  readonly noun: ReadonlyMap<string, Status>;
  /** Words that take what they govern for granted, said at any time after it. @see presupposition.ts */
  readonly presupposed: ReadonlySet<string>;
  /** What a report is called that is denied: "baseless", "a lie". */
  readonly false: ReadonlySet<string>;
  /** Nouns for what a false claim has none of. */
  readonly truth: ReadonlySet<string>;
  /** Words that show something to be so; under a negation nothing is: "no evidence that", "nothing suggests that". */
  readonly shown: ReadonlySet<string>;
}

/** What a sentence says about whether an event has happened. */
export interface Modality {
  /** null where nothing takes it out of the actual. */
  readonly status: Status | null;
  readonly negated: boolean;
  /** Token that gives the status (a governing verb, a modal), or -1. */
  readonly by: number;
  /** A future or modal auxiliary on the event's own verb: its subject announces it. */
  readonly own: boolean;
  /** Only the aim of something done: "launched an operation to detain them". */
  readonly purpose?: true;
  /** What gives no status, but takes for granted that it happened, at any time before: "investigate the killing". */
  readonly presupposed?: true;
}

/** Builds the lexicon from lexicons/modality.yaml: status (or `presupposed`, `false`) → clause | noun → lemmas. */
export function compileModality(
  source: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): ModalityLexicon {
  const clause = new Map<string, Status>();
  const noun = new Map<string, Status>();
  const { presupposed, false: calledFalse, shown, ...statuses } = source;
  for (const [status, by] of Object.entries(statuses)) {
    if (!STATUSES.includes(status as Status))
      throw new LexiconError(
        "lexicons/modality.yaml",
        status,
        "is no status.",
        `Use: ${STATUSES.join(", ")}, presupposed, false, shown.`,
      );
    for (const w of by.clause ?? []) if (!clause.has(w)) clause.set(w, status as Status);
    for (const w of by.noun ?? []) if (!noun.has(w)) noun.set(w, status as Status);
  }
  return {
    clause,
    noun,
    presupposed: new Set(presupposed?.noun),
    false: new Set(calledFalse?.predicate),
    truth: new Set(calledFalse?.truth),
    shown: new Set(shown?.word),
  };
}

const FUTURE = new Set(["will", "'ll", "’ll", "wo", "shall"]);
const POSSIBLE = new Set(["may", "might", "could", "can", "would", "'d", "’d"]);
const OBLIGED = new Set(["must", "should", "ought"]);
const NEGATIONS = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "without"]);
const CONDITIONS = new Set(["if", "unless", "whether", "lest"]);

/**
 * Reads the status of an event at a trigger, going up from its clause: "will meet" is planned, "urged both to meet" called for,
 * "threatened to shell" threatened, "if they attack" hypothetical, "denied attacking" denied.
 *
 * @param head the trigger, or the light verb that carries it
 */
export function modalityAt(s: Sentence, head: number, lexicon: ModalityLexicon): Modality {
  const about = presupposing(s, head, lexicon);
  if (about >= 0) return { status: null, negated: false, by: about, own: false, presupposed: true };
  const verb = clauseVerb(s, head);
  let negated = isNegated(s, head) || isOfNobody(s, head) || isOfAnother(s, head);
  const own = auxiliaryStatus(s, verb);
  // "stopped short of saying that it would fight"
  if (isStoppedShortOf(s, head)) return { status: "hypothetical", negated, by: -1, own: false };
  // "reports that troops crossed the border are false"
  if (isCalledFalse(s, verb, lexicon)) return { status: "denied", negated: false, by: -1, own: false };
  // "no evidence that soldiers had killed him"
  if (isUnshown(s, verb, lexicon)) return { status: "hypothetical", negated: false, by: -1, own: false };
  // "Kenya was to have hosted the summit": it did not
  if (isWasToHave(s, verb)) return { status: "hypothetical", negated, by: -1, own: false };
  // "if they were to close it", "if we were there, they would fight us": weighed, and no plan
  if (isSupposed(s, verb)) return { status: "hypothetical", negated, by: verb, own: false };
  // "should attacks resume": a condition, and no duty
  if (isInverted(s, verb)) return { status: "hypothetical", negated, by: verb, own: false };
  // "Rwanda's demand that the army withdraw"
  if (isSubjunctive(s, verb, lexicon)) return { status: "called-for", negated, by: verb, own: false };
  // "Hezbollah was to pull its fighters back": agreed or due, not done
  const due = isDue(s, verb);
  if (due >= 0) return { status: "planned", negated: negated || isNegated(s, verb), by: due, own: false };
  // "a withdrawal would leave a gap"
  if (own && isOnlyThought(s, head, verb))
    return { status: "hypothetical", negated: negated || isNegated(s, verb), by: own.by, own: false };
  if (own) return { status: own.status, negated: negated || isNegated(s, verb), by: own.by, own: true };
  const raised = raisedBy(s, verb, head, lexicon);
  if (raised >= 0)
    return { status: "planned", negated: negated || isNegated(s, raised), by: raised, own: false };
  let at = head;
  for (let steps = 0; steps < 8; steps++) {
    const governor = s.head[at]!;
    if (governor < 0) break;
    const relation = baseRelation(s, at);
    if (hasCondition(s, at) || isForgone(s, at) || isTimeToCome(s, at))
      return { status: "hypothetical", negated, by: at, own: false };
    if (relation === "conj") {
      // "refused to talk and shelled the town": what governs the first governs a bare second
      if (children(s, at, "nsubj").length > 0) break;
      const first = coordinatedWith(s, at);
      // "will suspend its raids and reopen the road", "would have condemned it and imposed sanctions"
      const shared = sharesAuxiliary(s, at, first) ? auxiliaryStatus(s, first) : null;
      if (shared) return { status: shared.status, negated, by: shared.by, own: true };
      at = first;
      continue;
    }
    const link = linkOf(s, at, relation);
    if (link === null) break;
    // "are going | to meet"
    const isGoing = s.form[governor] === "going" && link === "clause";
    const lemma = isGoing ? "going" : s.lemma[governor]!.toLowerCase();
    const isReason = s.xpos[at] === "VBG" && isMarked(s, at, /^for$/i);
    // "will decide | on a withdrawal": by the verb with its preposition, "provided for" as against "provided"
    const phrased = link === "noun" ? lexicon.noun.get(`${lemma} ${prepositionOf(s, at)}`) : undefined;
    const governing = expectedOf(s, governor, lexicon);
    const told =
      governing ?? phrased ?? (link === "noun" ? lexicon.noun.get(lemma) : lexicon.clause.get(lemma));
    // "called for closing it", but "was warned for closing it"
    const status = isReason && told !== "called-for" ? undefined : told;
    if (status && (phrased || !isEventItself(s, at, link)) && !isReported(s, at, link, status)) {
      // "foiled | an attempt | to bomb the embassy"
      const over =
        s.upos[governor] === "NOUN" && baseRelation(s, governor) === "obj" ? s.head[governor]! : -1;
      if (over >= 0 && lexicon.noun.get(s.lemma[over]!.toLowerCase()) === "hypothetical")
        return { status: "hypothetical", negated, by: over, own: false };
      // "neither confirmed nor denied that it strikes"
      if (status === "denied" && (isNegated(s, governor) || /^nor$/i.test(s.form[governor - 1] ?? "")))
        return { status: "hypothetical", negated, by: governor, own: false };
      if (isNegated(s, governor)) negated = true;
      return { status, negated, by: governor, own: isGoing };
    }
    for (const m of children(s, at, "amod")) {
      const before = lexicon.noun.get(s.form[m]!.toLowerCase());
      if (before && m < at && s.upos[at] === "NOUN") return { status: before, negated, by: m, own: false };
    }
    if (link === "noun" && isEventItself(s, at, link)) break;
    // "was signed in May, only for one side to suspend it": it came to that
    if (link !== "noun" && isOnlyTo(s, at)) break;
    // "searched for the men behind the attack": the act that a noun with "the" names is told as one that took place
    if (link === "purpose" && isPresupposed(s, head)) break;
    // "a bill that would have allowed | the army to shell towns"
    if (link === "purpose" && auxiliaryStatus(s, governor)?.status === "hypothetical")
      return { status: "hypothetical", negated, by: governor, own: false };
    // "will not go to Moscow to meet him"
    if (link === "purpose") {
      const refused = isNegated(s, governor);
      const own = refused && auxiliaryStatus(s, governor) !== null;
      return { status: "planned", negated: negated || refused, by: governor, own, purpose: true };
    }
    const up = auxiliaryStatus(s, governor);
    // "will send | an aid convoy", but "will discuss the attack"
    if (up && relation === "obj" && at === head && isIndefinite(s, at))
      return { status: up.status, negated, by: up.by, own: false };
    if (up && link === "clause" && relation !== "ccomp")
      return { status: up.status, negated, by: up.by, own: false };
    at = governor;
  }
  // "condemned | any attack": of none that took place
  if (s.upos[head] === "NOUN" && children(s, head, "det").some((d) => /^any$/i.test(s.form[d]!)))
    return { status: "hypothetical", negated, by: head, own: false };
  // "an offensive | planned for May |"
  for (const m of children(s, head, "acl"))
    if (m === head + 1 && s.xpos[m] === "VBN" && lexicon.noun.get(s.form[m]!.toLowerCase()) === "planned")
      return { status: "planned", negated, by: m, own: false };
  for (const m of children(s, head, "amod")) {
    const before = lexicon.noun.get(s.form[m]!.toLowerCase());
    if (before && m < head && s.upos[head] === "NOUN") return { status: before, negated, by: m, own: false };
  }
  if (hasCondition(s, at)) return { status: "hypothetical", negated, by: at, own: false };
  return { status: null, negated, by: -1, own: false };
}

/** "A convoy", "raids": of none that is known. */
const isIndefinite = (s: Sentence, noun: number): boolean => {
  const [determiner] = children(s, noun, "det", "nmod:poss");
  return determiner === undefined
    ? s.xpos[noun] === "NNS"
    : /^(?:an?|another|any|some|more)$/i.test(s.form[determiner]!);
};

/** "Troops | are expected | to enter the town": foreseen, where nobody is told to expect it of them. */
const expectedOf = (s: Sentence, governor: number, { clause }: ModalityLexicon): Status | undefined =>
  clause.get("expect") && /^expected$/i.test(s.form[governor]!) && child(s, governor, "aux:pass") >= 0
    ? "planned"
    : undefined;

const prepositionOf = (s: Sentence, token: number): string =>
  s.form[child(s, token, "case")]?.toLowerCase() ?? "";

/** Under an "if" with "were": the clause itself, or what would come of it. */
function isSupposed(s: Sentence, verb: number): boolean {
  const isUnreal = (clause: number) =>
    children(s, clause, "mark").some((m) => /^if$/i.test(s.form[m]!)) &&
    s.form.some((f, t) => t < clause && /^were$/i.test(f) && (s.head[t] === clause || t === clause - 2));
  if (isUnreal(verb)) return true;
  const would = children(s, verb, "aux").some((a) => /^(?:would|'d|’d|could|might)$/i.test(s.form[a]!));
  return would && children(s, verb, "advcl").some(isUnreal);
}

/** "A withdrawal | would leave a gap", "any attack | will fail": one that is weighed; but "a meeting would open on Monday". */
function isOnlyThought(s: Sentence, noun: number, verb: number): boolean {
  if (noun === verb || baseRelation(s, noun) !== "nsubj") return false;
  const [determiner] = children(s, noun, "det");
  const word = determiner === undefined ? "" : s.form[determiner]!.toLowerCase();
  if (word === "any") return true;
  if (s.relation[noun] !== "nsubj") return false;
  const would = children(s, verb, "aux").some((a) => /^(?:would|'d|’d)$/i.test(s.form[a]!));
  return (
    would &&
    /^(?:an?|another)$/.test(word) &&
    !/^(?:begin|start|open|resume|take|happen|follow)$/.test(s.lemma[verb]!)
  );
}

/** "Stopped short of announcing that …", "came close to | attacking": whatever hangs on it was not done. */
function isStoppedShortOf(s: Sentence, head: number): boolean {
  for (let t = head, steps = 0; t >= 0 && steps < 8; t = s.head[t]!, steps++) {
    const next = s.form[t + 1]?.toLowerCase() ?? "";
    if (
      t < head &&
      (/^(?:stop|fall)$/.test(s.lemma[t]!) ? next === "short" : s.lemma[t] === "come" && next === "close")
    )
      return true;
    if (t < head && /^(?:verge|brink)$/.test(s.lemma[t]!) && next === "of") return true;
  }
  return false;
}

/** "|Reports that troops crossed the border| are false", "it is untrue | that they did". */
function isCalledFalse(s: Sentence, verb: number, lexicon: ModalityLexicon): boolean {
  const isFalse = (t: number) => lexicon.false.has(s.lemma[t]?.toLowerCase() ?? "");
  const that = s.form.findLastIndex((f, t) => t < verb && /^that$/i.test(f));
  if (that < 1 || isOwnClaim(s, that - 1)) return false;
  const over = s.head[verb]!;
  const of = over >= 0 && baseRelation(s, over) === "nsubj" ? s.head[over]! : over;
  if (isBaseless(s, that, lexicon.truth)) return true;
  const says = baseRelation(s, verb) === "acl" || baseRelation(s, verb) === "ccomp";
  if (says && of >= 0 && isFalse(of) && child(s, of, "cop") >= 0) return true;
  // whatever the parser makes of the subject: a noun and "that" before the verb, a form of "be" and the word after it
  const be = s.form.findIndex((f, t) => t > verb && (f === "," || FINITE.test(s.xpos[t]!)));
  if (s.upos[that - 1] !== "NOUN" || !/^(?:is|are|was|were)$/i.test(s.form[be] ?? "")) return false;
  let t = be + 1;
  while (t < be + 3 && /^(?:DET|ADJ|ADV)$/.test(s.upos[t] ?? "") && !isFalse(t)) t++;
  return isFalse(t);
}

/** "There is no |truth| to the report | that they did". */
function isBaseless(s: Sentence, that: number, truth: ReadonlySet<string>): boolean {
  for (let t = that - 2; t >= 1 && t >= that - 10 && !FINITE.test(s.xpos[t]!); t--)
    if (truth.has(s.lemma[t]!)) return s.form.slice(Math.max(0, t - 6), t).some((f) => NOTHING.test(f));
  return false;
}

const FINITE = /^(?:VB[DZP]|MD)$/;
const NOTHING =
  /^(?:no|nothing|nobody|none|neither|nor|not|n't|n’t|never|without|any|little|hardly|insufficient)$/i;

/** "Found no | proof | that it shelled the town", "nothing | showed | that he did": what stands before "that" shows nothing. */
function isUnshown(s: Sentence, verb: number, { shown }: ModalityLexicon): boolean {
  const that = s.form.findLastIndex((f, t) => t < verb && /^that$/i.test(f));
  const before = that - 1;
  if (before < 1 || !shown.has(s.lemma[before]!.toLowerCase())) return false;
  // within the clause: "that he did", not the next but one
  if (s.form.slice(that + 1, verb).some((f, i) => f === "," || FINITE.test(s.xpos[that + 1 + i]!))) {
    const own = children(s, verb, "aux", "aux:pass", "cop");
    if (s.xpos.some((x, t) => t > that && t < verb && FINITE.test(x!) && !own.includes(t))) return false;
  }
  for (let t = before - 1; t >= 0 && t >= before - 5 && s.upos[t] !== "PUNCT"; t--)
    if (NOTHING.test(s.form[t]!)) return true;
  return false;
}

/** "Demands | that Chad withdraw", whatever the parser makes of the demand: a bare form with a subject of its own behind "that". */
function isSubjunctive(s: Sentence, verb: number, { clause, noun }: ModalityLexicon): boolean {
  if (s.xpos[verb] !== "VB" || child(s, verb, "aux", "aux:pass") >= 0) return false;
  const [subject] = children(s, verb, "nsubj");
  if (subject === undefined || subject > verb || s.xpos[subject] === "NNS") return false;
  const asks = (lemma: string) => clause.get(lemma) === "called-for" || noun.get(lemma) === "called-for";
  return children(s, verb, "mark", "obj").some(
    (m) => m < subject && /^that$/i.test(s.form[m]!) && asks(s.lemma[m - 1]?.toLowerCase() ?? ""),
  );
}

/** "Will be freed | once the army leaves", "the day that the fighters enter the zones": told of a time ahead in the present. */
function isTimeToCome(s: Sentence, token: number): boolean {
  const over = s.head[token]!;
  if (over < 0 || !/^VB[DPZ]?$/.test(s.xpos[token]!) || child(s, token, "aux") >= 0) return false;
  if (!/^(?:advcl|ccomp|acl)$/.test(baseRelation(s, token))) return false;
  // "would be freed once the fighters disarmed", but "would leave after rebels shelled the town"
  const isPast = s.xpos[token] === "VBD";
  const would = (t: number) => children(s, t, "aux").some((x) => /^(?:would|'d|’d)$/i.test(s.form[x]!));
  if (isPast && !would(over) && !would(s.head[over] ?? -1)) return false;
  const isAhead = (t: number) => {
    const told = t < 0 ? null : auxiliaryStatus(s, t);
    return told !== null && told.status !== "called-for";
  };
  if (!isAhead(over) && !isAhead(s.head[over] ?? -1)) return false;
  const marks = children(s, token, "mark", "advmod").filter((m) => m < token);
  if (marks.some((m) => (isPast ? /^(?:once|when)$/i : WHEN).test(s.form[m]!))) return true;
  let first = child(s, token, "nsubj");
  while (first > 0 && /^(?:DET|ADJ|NUM|PROPN)$/.test(s.upos[first - 1]!)) first--;
  return /^(?:day|moment|minute|hour)$/i.test(s.form[first - 1] ?? "");
}

const WHEN = /^(?:when|once|after|whenever|soon|as)$/i;

/** "The army's claim | that it killed 200", "a claim by the army | that …": whatever it is called, the army claims it. */
const isOwnClaim = (s: Sentence, noun: number): boolean =>
  [noun, s.head[noun]!].some(
    (t) =>
      t >= 0 &&
      s.upos[t] === "NOUN" &&
      (child(s, t, "nmod:poss") >= 0 ||
        children(s, t, "nmod").some((m) => children(s, m, "case").some((c) => /^by$/i.test(s.form[c]!)))),
  );

/** "Was to have hosted". */
const isWasToHave = (s: Sentence, verb: number): boolean =>
  s.xpos[verb] === "VBN" &&
  /^have$/i.test(s.form[verb - 1] ?? "") &&
  /^to$/i.test(s.form[verb - 2] ?? "") &&
  /^(?:was|were)$/i.test(s.form[verb - 3] ?? "");

/** Token of "be" in "was to pull back", "are to meet", of "to" in a headline's "Leaders to meet"; -1 where the verb is no such infinitive. */
function isDue(s: Sentence, verb: number): number {
  // "the crew was to blame"
  if (s.xpos[verb] !== "VB" || (s.lemma[verb] === "blame" && child(s, verb, "obj") < 0)) return -1;
  let t = verb - 1;
  while (t > 0 && s.upos[t] === "ADV") t--;
  if (s.form[t]?.toLowerCase() !== "to") return -1;
  if (s.head[verb]! < 0 && child(s, verb, "nsubj") >= 0) return t;
  // "• President to fly to Lome on Friday"
  if (isBareHeadline(s, verb)) return t;
  return /^(is|are|was|were)$/i.test(s.form[t - 1] ?? "") ? t - 1 : -1;
}

/** "Ministers | to meet in Oslo": a noun and an infinitive, with no finite verb before it. */
export const isBareHeadline = (s: Sentence, verb: number): boolean =>
  s.xpos[verb] === "VB" &&
  baseRelation(s, verb) === "acl" &&
  s.head[s.head[verb]!]! < 0 &&
  s.xpos.every((x, i) => i > verb || !FINITE.test(x!));

/**
 * The verb whose auxiliaries speak for the head: itself, or for a noun the verb it is subject or object of: "a round of | talks | will
 * open".
 */
function clauseVerb(s: Sentence, head: number): number {
  if (s.upos[head] === "VERB" || child(s, head, "cop", "aux") >= 0) return head;
  const relation = baseRelation(s, head);
  const governor = s.head[head]!;
  if (governor >= 0 && relation === "nmod" && PART_OF.has(s.lemma[governor]!.toLowerCase()))
    return clauseVerb(s, governor);
  return governor >= 0 && relation === "nsubj" ? governor : head;
}

const PART_OF = new Set(["round", "session", "phase", "stage", "series", "day", "bout"]);

/** "Talks are due to open", "a meeting is expected to be held": what is said to come of the noun that is its subject; -1 where nothing is. */
function raisedBy(s: Sentence, verb: number, head: number, lexicon: ModalityLexicon): number {
  if (verb < 0 || verb === head || !/^(?:ADJ|VERB)$/.test(s.upos[verb]!) || /^VB[DPZ]$/.test(s.xpos[verb]!))
    return -1;
  if (child(s, verb, "xcomp") < 0 || child(s, verb, "cop", "aux", "aux:pass") < 0) return -1;
  return lexicon.clause.get(s.lemma[verb]!.toLowerCase()) === "planned" ? verb : -1;
}

function auxiliaryStatus(s: Sentence, verb: number): { status: Status; by: number } | null {
  for (const a of children(s, verb, "aux")) {
    const w = s.form[a]!.toLowerCase();
    if (FUTURE.has(w)) return { status: "planned", by: a };
    if (OBLIGED.has(w)) return { status: "called-for", by: a };
    if (POSSIBLE.has(w)) {
      // "said it would impose" tells the future of the past, "would have imposed" what never was
      const would = w === "would" || w === "'d" || w === "’d";
      if (would && !children(s, verb, "aux").some((x) => s.lemma[x] === "have"))
        return { status: "planned", by: a };
      return { status: "hypothetical", by: a };
    }
    if (w === "going") return { status: "planned", by: a };
  }
  return null;
}

/** Whether an auxiliary of the first of two coordinated verbs is also the second's, by its form. */
function sharesAuxiliary(s: Sentence, verb: number, first: number): boolean {
  if (first > verb || child(s, verb, "aux") >= 0) return false;
  if (s.xpos[first] === "VB") return s.xpos[verb] === "VB" || s.xpos[verb] === "VBP";
  return s.xpos[first] === "VBN" && /^VB[DN]$/.test(s.xpos[verb]!) && children(s, first, "aux").length > 1;
}

/** Whether the word itself is negated: "did not attack", "no attack", "never met", "without firing". */
export function isNegated(s: Sentence, token: number): boolean {
  for (const c of children(s, token, "advmod", "det", "mark", "case", "cc:preconj", "aux")) {
    if (NEGATIONS.has(s.form[c]!.toLowerCase()) && c < token) {
      if (s.form[c]!.toLowerCase() === "no" && s.form[c + 1]?.toLowerCase() === "longer") return false;
      if (s.form[c + 1]?.toLowerCase() === "only") return false;
      return true;
    }
  }
  return false;
}

function hasCondition(s: Sentence, token: number): boolean {
  if (isInverted(s, token)) return true;
  // "provided | that Mali withdrew its complaint"
  const over = s.head[token]!;
  const provided = over >= 0 && over < token && /^(?:provided|providing)$/i.test(s.form[over]!);
  if (provided && child(s, over, "nsubj", "nsubj:pass") < 0 && child(s, token, "mark") === over + 1)
    return true;
  return children(s, token, "mark", "advmod").some((m) => {
    const word = s.form[m]!.toLowerCase();
    // "until it lays down its arms": not yet; nor does who "refused to go until they had met"
    return (
      CONDITIONS.has(word) ||
      (word === "until" && (/^VB[ZP]?$/.test(s.xpos[token]!) || isRefusedBefore(s, token))) ||
      // "refuses to talk before the army leaves", "told them not to sign before it had left"
      (word === "before" &&
        (/^VB[ZP]$/.test(s.xpos[token]!)
          ? s.xpos[over] === "VBD" || isRefusedBefore(s, token)
          : isRefusal(s, over) || (isInfinitive(s, over) && isRefusedBefore(s, token))))
    );
  });
}

const isInfinitive = (s: Sentence, token: number): boolean =>
  token >= 0 && s.xpos[token] === "VB" && isMarked(s, token, /^to$/i);

/** "Refused to sign", "was told not to sign". */
const isRefusal = (s: Sentence, verb: number): boolean =>
  verb >= 0 &&
  (/^(?:refuse|decline)$/.test(s.lemma[verb]!) ||
    children(s, verb, "xcomp").some((c) => isInfinitive(s, c) && isNegated(s, c)));

function isRefusedBefore(s: Sentence, token: number): boolean {
  for (let t = s.head[token]!, steps = 0; t >= 0 && steps < 3; t = s.head[t]!, steps++)
    if (/^(?:refuse|decline)$/.test(s.lemma[t]!) || isNegated(s, t)) return true;
  return false;
}

/** "Should the parties so wish", "Had the rebels not withdrawn": a condition by its auxiliary's standing before the subject. */
function isInverted(s: Sentence, token: number): boolean {
  const [first] = children(s, token, "aux", "aux:pass");
  if (first === undefined || !/^(?:should|had|were)$/i.test(s.form[first]!) || s.form.at(-1) === "?")
    return false;
  const begins = first === 0 || /^[,"“]$/.test(s.form[first - 1]!) || baseRelation(s, token) === "parataxis";
  return begins && first + 1 < token && /^(?:DET|PRON|PROPN|NOUN|ADJ)$/.test(s.upos[first + 1]!);
}

/** "Signed, | only for one side to | suspend it", "fled, only to be turned back". */
function isOnlyTo(s: Sentence, token: number): boolean {
  const to = children(s, token, "mark").find((m) => s.form[m]!.toLowerCase() === "to");
  for (let i = (to ?? 0) - 1; i >= 0 && i >= (to ?? 0) - 6 && s.upos[i] !== "VERB"; i--)
    if (/^only$/i.test(s.form[i]!)) return true;
  return false;
}

/** How a word hangs on its governor, as far as status goes; null where the status of the governor does not reach it. */
function linkOf(s: Sentence, token: number, relation: string): "clause" | "noun" | "purpose" | null {
  const to =
    !isParticiple(s, token) && children(s, token, "mark").some((m) => s.form[m]!.toLowerCase() === "to");
  switch (relation) {
    case "xcomp":
      return "clause";
    case "ccomp":
      return "clause";
    // "it is due | to resume talks", read as what is due
    case "csubj":
      return to && s.upos[s.head[token]!] === "ADJ" ? "clause" : null;
    case "advcl":
      if (isGerundObject(s, token)) return "clause";
      // "called | for banning them", "kept them | from attacking", "would break the law | by attacking", "talked | about attacking"
      if (s.xpos[token] === "VBG" && isMarked(s, token, GERUND_MARKS)) return "clause";
      // "prompting them to pull out": they did
      if (to && s.words.causing.has(s.lemma[s.head[token]!]!)) return null;
      return to ? (purposeOnly(s, token) ? "purpose" : "clause") : null;
    case "acl":
      if (isContentClause(s, token)) return "clause";
      // "has no intention of attacking"
      if (
        s.xpos[token] === "VBG" &&
        children(s, token, "mark", "case").some((m) => s.form[m]!.toLowerCase() === "of")
      )
        return "noun";
      return s.relation[token] === "acl:relcl" ? null : to ? "clause" : null;
    case "obj":
    case "obl":
    case "nmod":
      return "noun";
    case "nsubj":
      return s.relation[token] === "nsubj:pass" ? "noun" : null;
    default:
      return null;
  }
}

const isMarked = (s: Sentence, token: number, words: RegExp): boolean =>
  children(s, token, "mark", "case").some((m) => m < token && words.test(s.form[m]!));
const GERUND_MARKS = /^(?:from|by|about|for)$/i;

/** "Warned them | against attacking", "talks | instead of fighting", "it is too early | to attack": not done. */
function isForgone(s: Sentence, token: number): boolean {
  // "far from withdrawing"
  const isFarFrom = /^from$/i.test(s.form[token - 1] ?? "") && /^far$/i.test(s.form[token - 2] ?? "");
  if (s.xpos[token] === "VBG") return isFarFrom || isMarked(s, token, /^(?:against|instead|rather)$/i);
  const over = s.head[token]!;
  const isTooMuch =
    over >= 0 && s.upos[over] === "ADJ" && children(s, over, "advmod").some((t) => /^too$/i.test(s.form[t]!));
  return isTooMuch && isMarked(s, token, /^to$/i);
}

/** "No soldiers | were killed", "neither the mayor nor his guards | were hurt"; but "no fewer than ten". */
export function isOfNobody(s: Sentence, verb: number): boolean {
  const [subject] = children(s, verb, "nsubj");
  if (subject === undefined || subject > verb) return false;
  if (/^(?:nobody|none|neither)$/i.test(s.form[subject]!)) return true;
  if (/^one$/i.test(s.form[subject]!) && /^no$/i.test(s.form[subject - 1] ?? "")) return true;
  return children(s, subject, "det", "cc:preconj").some(
    (d) => /^(?:no|neither)$/i.test(s.form[d]!) && !/^(?:fewer|less|more|longer)$/i.test(s.form[d + 1] ?? ""),
  );
}

/** "It was not Chad | that shelled the camp": by whoever it was, not by the one named. */
function isOfAnother(s: Sentence, verb: number): boolean {
  const noun = s.head[verb]!;
  if (s.relation[verb] !== "acl:relcl" || noun < 0 || !/^(?:NOUN|PROPN)$/.test(s.upos[noun]!)) return false;
  const isCleft = children(s, noun, "nsubj", "expl").some((t) => /^(?:it|this|that)$/i.test(s.form[t]!));
  const actsItself = children(s, verb, "nsubj").every((t) => /^W|^(?:DT|IN)$/.test(s.xpos[t]!));
  return isCleft && actsItself && child(s, noun, "cop") >= 0 && isNegated(s, noun);
}

/** "ruled out | handing over its arms": a gerund right behind a verb and its particle, read as a clause beside it. */
function isGerundObject(s: Sentence, token: number): boolean {
  const particle = child(s, s.head[token]!, "compound:prt");
  return s.xpos[token] === "VBG" && particle >= 0 && particle + 1 === token && child(s, token, "mark") < 0;
}

/** "arrived on Monday to hold talks": an aim, where the governor is not itself a word of asking or planning. */
function purposeOnly(s: Sentence, token: number): boolean {
  const governor = s.head[token]!;
  return s.upos[governor] === "VERB" && !/^(?:call|use|employ)$/.test(s.lemma[governor]!);
}

const isPresupposed = (s: Sentence, head: number) =>
  s.upos[head] === "NOUN" &&
  children(s, head, "det", "nmod:poss").some((d) => /^(?:the|this|that|these|those)$/i.test(s.form[d]!));

/** "told reporters that both had attacked", "what he called an attack": a finite clause or a name after a word of asking is no request. */
function isReported(
  s: Sentence,
  token: number,
  link: "clause" | "noun" | "purpose",
  status: Status,
): boolean {
  const governor = s.head[token]!;
  // "rejected claims that it had fired" denies, "rejected calls to withdraw" does not
  if (status === "denied" && s.lemma[governor] !== "deny" && s.lemma[governor] !== "disavow")
    return link !== "clause" || !children(s, token, "mark").some((m) => s.form[m]!.toLowerCase() === "that");
  if (status !== "called-for") return false;
  if (link === "noun" && s.lemma[governor] === "call" && s.upos[governor] === "VERB")
    return child(s, token, "case") < 0;
  // "insists that it targets bases": said to be so
  const isFact = [token, ...children(s, token, "aux", "aux:pass", "cop")].some((t) =>
    /^VB[DZ]$/.test(s.xpos[t]!),
  );
  if (link === "clause" && isFact && !children(s, token, "aux").some((t) => s.xpos[t] === "MD")) return true;
  if (link !== "clause" || !s.words.asking.has(s.lemma[governor]!.toLowerCase())) return false;
  return !children(s, token, "mark").some((m) => s.form[m]!.toLowerCase() === "to");
}

/** "after the offer" does not make the offer's own object unreal: only event words below the governing noun count. */
function isEventItself(s: Sentence, token: number, link: "clause" | "noun" | "purpose"): boolean {
  if (link !== "noun") return false;
  const preposition = child(s, token, "case");
  const word = preposition < 0 ? "" : s.form[preposition]!.toLowerCase();
  // "tried for the killing of a judge"
  if (word === "for" && s.lemma[s.head[token]!] === "try") return true;
  // "a ban on strikes"
  if (word === "on" && /^(?:ban|moratorium|prohibition)$/.test(s.lemma[s.head[token]!]!)) return false;
  return [
    "after",
    "before",
    "during",
    "amid",
    "following",
    "since",
    "in",
    "on",
    "at",
    "by",
    "from",
    "over",
  ].includes(word);
}
