import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import type { Tense } from "../text/resolve-date.js";
import { isBareHeadline } from "./modality.js";

/** `perfect` is the present perfect ("have killed"): past, but at no time that is told of. */
export type ClauseTense = "past" | "present" | "perfect" | "future" | "none";

const MODALS_AHEAD: ReadonlySet<string> = new Set([
  "will",
  "'ll",
  "’ll",
  "wo",
  "shall",
  "would",
  "may",
  "might",
  "could",
  "should",
  "must",
]);

/** The head of the clause that holds a token: itself where it is a predicate, else the nearest one above. */
export function clauseHead(s: Sentence, token: number): number {
  let t = token;
  for (let steps = 0; steps <= s.form.length; steps++) {
    if (isPredicate(s, t)) return t;
    const up = s.head[t]!;
    if (up < 0) return t;
    t = up;
  }
  return t;
}

function isPredicate(s: Sentence, t: number): boolean {
  const relation = baseRelation(s, t);
  if (s.upos[t] === "VERB")
    return relation !== "amod" && relation !== "compound" && relation !== "case" && relation !== "mark";
  if (relation === "root" || relation === "ccomp" || relation === "advcl" || relation === "parataxis")
    return true;
  return children(s, t, "cop").length > 0;
}

/** Tense of the clause that holds a token; of a noun, that of the clause it stands in. */
export function tenseOf(s: Sentence, token: number): ClauseTense {
  return tenseOfClause(s, clauseHead(s, token), 0);
}

/** What the resolver of dates wants to know: the perfect is past. */
export function dateTense(tense: ClauseTense): Tense {
  return tense === "perfect" ? "past" : tense;
}

function tenseOfClause(s: Sentence, head: number, depth: number): ClauseTense {
  const { ahead, beginning, carrying, undertaking } = s.words;
  const auxiliaries = children(s, head, "aux", "cop");
  let finite: ClauseTense | null = null;
  for (const a of auxiliaries) {
    const form = s.form[a]!.toLowerCase();
    if (MODALS_AHEAD.has(form)) return "future";
    if (finite !== null) continue;
    if (/^(has|have|'ve|’ve)$/.test(form) || (form === "'s" && s.lemma[a] === "have")) finite = "perfect";
    else if (/^(had|was|were|did)$/.test(form) || s.xpos[a] === "VBD") finite = "past";
    else if (s.xpos[a] === "VBZ" || s.xpos[a] === "VBP" || form === "can") finite = "present";
  }
  if (finite !== null) {
    // "is expected", "was due": the predicate is said in its own tense; what it governs looks ahead
    if (finite === "present" && isGoingTo(s, head)) return "future";
    // "was to take effect", "are to meet": looks ahead; "was to have met" looks back on it
    if (s.xpos[head] === "VB" && isToBe(s, head, auxiliaries)) return "future";
    return finite;
  }
  // "helped the two | reach a truce"
  const bare = s.xpos[head] === "VBP" && /^(?:help|let|make|see)$/.test(s.lemma[s.head[head]!] ?? "");
  if (bare && /^(?:ccomp|xcomp)$/.test(baseRelation(s, head)))
    return tenseOfClause(s, clauseHead(s, s.head[head]!), depth + 1);
  switch (s.xpos[head]) {
    case "VBD":
      return "past";
    case "VBZ":
    case "VBP":
      return "present";
    default:
  }
  const up = s.head[head]!;
  if (up < 0 || depth > 8) return s.xpos[head] === "VBN" ? "past" : "none";
  const governor = s.lemma[up]?.toLowerCase() ?? "";
  const relation = baseRelation(s, head);
  if (isInfinitive(s, head)) {
    const bearer = clauseHead(s, up);
    if (carrying.has(governor)) return tenseOfClause(s, bearer, depth + 1);
    // "had been due to begin on Tuesday": that Tuesday is gone
    // but "said that they had agreed to meet on Tuesday" reports what lies ahead
    const isReported = undertaking.has(governor) && baseRelation(s, up) === "ccomp";
    if (ahead.has(governor) && isPastPerfect(s, up) && !isReported) return "past";
    if (ahead.has(governor) || relation === "advcl" || isBareHeadline(s, head)) return "future";
    return ahead.has(s.lemma[bearer]?.toLowerCase() ?? "") ? "future" : "none";
  }
  // "scheduled for Monday", "due to begin": a participle that looks ahead
  if (s.xpos[head] === "VBN") {
    if (ahead.has(s.lemma[head]!.toLowerCase()) && relation === "acl" && !isPastPerfect(s, head))
      return "future";
    return relation === "conj" || relation === "xcomp"
      ? tenseOfClause(s, clauseHead(s, up), depth + 1)
      : "past";
  }
  const bearer = clauseHead(s, up);
  // "agreed to a truce starting on Saturday"
  if (
    s.xpos[head] === "VBG" &&
    relation === "acl" &&
    beginning.has(s.lemma[head]!) &&
    ahead.has(s.lemma[bearer]!)
  )
    return "future";
  return tenseOfClause(s, bearer, depth + 1);
}

function isInfinitive(s: Sentence, head: number): boolean {
  return s.xpos[head] === "VB" || children(s, head, "mark").some((m) => s.xpos[m] === "TO");
}

function isGoingTo(s: Sentence, head: number): boolean {
  return s.lemma[head] === "go" && children(s, head, "xcomp").length > 0;
}

/** "Had been due", "had agreed": said from a time at which it was already over. */
export function isPastPerfect(s: Sentence, head: number): boolean {
  return children(s, head, "aux", "cop").some(
    (a) => s.lemma[a] === "have" && /^(had|['’]d)$/i.test(s.form[a]!),
  );
}

/** A form of "be" just before "to" and the infinitive. */
function isToBe(s: Sentence, head: number, auxiliaries: readonly number[]): boolean {
  return auxiliaries.some(
    (a) => s.lemma[a] === "be" && s.xpos[a + 1] === "TO" && a + 1 < head && head - a <= 4,
  );
}
