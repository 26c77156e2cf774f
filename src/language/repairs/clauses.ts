import { isWeekday } from "../../text/date-words.js";
import {
  attach,
  type DraftTree,
  hasOwn,
  isFiniteVerb,
  isNominal,
  isSubject,
  isUnder,
  SURE,
} from "./draft-tree.js";

/** "were hurt after a shell |hit| the market": a clause, read as a phrase with a verb beside it or of it. */
export function clauseAfterMark(tree: DraftTree): void {
  for (let verb = 3; verb < tree.head.length; verb++) {
    // a past participle has no object
    const hasTense =
      /^VB[DZP]$/.test(tree.xpos[verb]!) || (tree.xpos[verb] === "VBN" && hasOwn(tree, verb, /^obj/));
    if (!hasTense || tree.upos[verb] !== "VERB") continue;
    const relation = tree.relation[verb]!;
    const isJoined = relation === "conj" && !hasOwn(tree, verb, /^cc/);
    const isRead = /^(?:advcl|acl|parataxis)$/.test(relation) || isJoined;
    const isTold = relation === "ccomp" && !tree.words.telling.has(tree.lemma[tree.head[verb]!]!);
    if (!(isRead || isTold) || hasOwn(tree, verb, /^(?:nsubj|csubj|mark|aux:pass|expl)/)) continue;
    // "the deal reached last week fell apart"
    const next = tree.head.findIndex(
      (h, k) => h === verb && k > verb && tree.relation[k] === "conj" && isFiniteVerb(tree, k),
    );
    if (next >= 0 && !hasOwn(tree, next, /^cc/)) continue;
    const mark = markBefore(tree, verb);
    if (mark < 0) continue;
    const over = tree.head[verb]!;
    const noun = tree.head[mark]!;
    if (!/^(?:obl|obj|nmod|parataxis)$/.test(tree.relation[noun]!)) continue;
    const above = tree.head[noun]!;
    if (above < 0 || above > noun || !(over === above || isJoined || isUnder(tree, over, noun))) continue;
    attach(tree, verb, above, "advcl");
    attach(tree, noun, verb, "nsubj");
    attach(tree, mark, verb, "mark");
  }
}

/**
 * The preposition that may open a clause as well, of a noun that nothing but what is said of it parts from a verb: "|after| a raid by
 * gunmen on two villages killed nine"; -1 where none is.
 */
function markBefore(tree: DraftTree, verb: number): number {
  for (let k = verb - 1; k >= 0; k--) {
    if (tree.upos[k] === "PUNCT" && tree.form[k] !== "-") return -1;
    if (isFiniteVerb(tree, k) || (k === verb - 1 && tree.upos[k] === "CCONJ")) return -1;
    if (!MARK.test(tree.form[k]!) || tree.relation[k] !== "case") continue;
    const noun = tree.head[k]!;
    return noun > k && noun < verb && isNominal(tree, noun) && !isWeekday(tree.form[noun]!) ? k : -1;
  }
  return -1;
}

const MARK = /^(?:after|before|since|until|till|when|while|because|as)$/i;

/** "denied that its fighters were involved and |blamed| bandits": who tells the one does the other too, and not those told of. */
export function addressToTeller(tree: DraftTree): void {
  const { telling, addressing } = tree.words;
  for (let i = 4; i < tree.head.length; i++) {
    const told = tree.head[i]!;
    if (tree.relation[i] !== "conj" || told < 0 || told > i) continue;
    // "denied that the town had fallen and |said| its men held it"
    const says = /^(?:say|add)$/.test(tree.lemma[i]!) && hasOwn(tree, i, /^ccomp$/);
    if (!says && !addressing.has(tree.lemma[i]!)) continue;
    if (!/^VB[DN]$/.test(tree.xpos[i]!) || hasOwn(tree, i, /^(?:nsubj|mark|aux|obl:agent)/)) continue;
    const tells = tree.head[told]!;
    if (tree.relation[told] !== "ccomp" || tells < 0 || tells > told || !hasOwn(tree, told, /^nsubj/))
      continue;
    const isTelling = (t: number) => telling.has(tree.lemma[t]!) || addressing.has(tree.lemma[t]!);
    if (!isTelling(tells) || !/^VB[DN]$/.test(tree.xpos[tells]!) || isTelling(told)) continue;
    // "were involved and blamed |bandits|": read as the object of what is no verb
    const stray = tree.head.findIndex((h, k) => h === told && k > i && tree.relation[k] === "obj");
    if (stray >= 0 && tree.upos[told] !== "VERB") attach(tree, stray, i, "obj");
    if (!hasOwn(tree, i, /^(?:obj|ccomp|xcomp|obl)/) || !hasOwn(tree, tells, /^nsubj$/)) continue;
    attach(tree, i, tells, "conj");
    if (tree.xpos[i] === "VBN" && tree.xpos[tells] === "VBD") tree.xpos[i] = "VBD";
  }
}

/** "We note that rebels attacked the town and |killed| three": what is told in the past goes on from what was done, not from who tells it now. */
export function deedToTold(tree: DraftTree): void {
  for (let i = 4; i < tree.head.length; i++) {
    const tells = tree.head[i]!;
    if (tree.relation[i] !== "conj" || tells < 0 || tells > i || tree.xpos[i] !== "VBD") continue;
    if (hasOwn(tree, i, /^(?:nsubj|csubj|mark|aux|expl)/)) continue;
    const isNow =
      /^VB[PZ]$/.test(tree.xpos[tells]!) ||
      (tree.xpos[tells] === "VBN" &&
        tree.form.some((f, k) => tree.head[k] === tells && /^(?:have|has)$/i.test(f)));
    const told = tree.head.findIndex(
      (h, k) => h === tells && k > tells && k < i && tree.relation[k] === "ccomp" && tree.xpos[k] === "VBD",
    );
    if (isNow && told >= 0 && hasOwn(tree, told, /^nsubj/)) attach(tree, i, told, "conj");
  }
}

/** "The minister, who was in Goma two weeks |ago|, accused …": what stands in a clause between commas does not tell of the verb behind it. */
export function wordsOfAside(tree: DraftTree): void {
  for (let who = 2; who < tree.head.length; who++) {
    if (!/^(?:who|which|whose|whom)$/i.test(tree.form[who]!) || tree.form[who - 1] !== ",") continue;
    const end = tree.form.indexOf(",", who);
    const clause =
      tree.upos[tree.head[who]!] === "NOUN" && tree.head[tree.head[who]!]! < end
        ? tree.head[tree.head[who]!]!
        : tree.head[who]!;
    if (end < 0 || clause <= who - 2 || clause > end) continue;
    // "who was in Goma": a place that somebody was in is no other name of his
    if (tree.relation[clause] === "appos" && tree.head[who] === clause) tree.relation[clause] = "acl:relcl";
    for (let t = who + 1; t < end; t++) {
      const over = tree.head[t]!;
      const isOutside = over < who || (over > end && tree.upos[over] === "VERB");
      if (!isOutside || t === clause || !/^(?:advmod|obl|obl:unmarked)$/.test(tree.relation[t]!)) continue;
      if (isUnder(tree, clause, t)) continue;
      tree.head[t] = clause;
      tree.margin[t] = SURE;
    }
  }
}

/** "The ministry had on Monday condemned it": "had" over the phrase is the verb's, and what hung on it with it. */
export function perfectAcrossPhrase(tree: DraftTree): void {
  for (let i = 2; i < tree.head.length; i++) {
    const have = tree.head[i]!;
    if (have < 0 || have > i || i - have > 8 || !/^(?:has|have|had)$/i.test(tree.form[have]!)) continue;
    if (!/^(?:ccomp|xcomp|acl|advcl|dep)$/.test(tree.relation[i]!) || !/^VB[ND]$/.test(tree.xpos[i]!))
      continue;
    const own = tree.form.flatMap((_, k) => (tree.head[k] === have && k !== i ? [k] : []));
    const isBetween = (k: number) => k > have && k < i;
    if (own.some((k) => /^(?:obj|iobj|mark|expl|xcomp|ccomp)/.test(tree.relation[k]!))) continue;
    if (!own.some((k) => isBetween(k) && /^(?:obl|advmod)/.test(tree.relation[k]!))) continue;
    attach(tree, i, tree.head[have]!, tree.relation[have]!);
    attach(tree, have, i, "aux");
    for (const k of own) tree.head[k] = i;
  }
}

/** "The envoy of Chad, whose country chairs the bloc, condemned it": the verb behind the clause, read as joined to the clause's own. */
export function verbAfterWhose(tree: DraftTree): void {
  const root = tree.head.indexOf(-1);
  const whose = tree.xpos.indexOf("WP$");
  if (root < 0 || whose < 2 || whose > root || tree.form[whose - 1] !== ",") return;
  const owned = tree.head.findIndex((h, k) => h === root && k > whose && isSubject(tree.relation[k]!));
  const subject = tree.head.findIndex((h, k) => h === root && k < whose && isSubject(tree.relation[k]!));
  const verb = tree.head.findIndex(
    (h, k) => h === root && tree.relation[k] === "conj" && tree.form[k - 1] === "," && isFiniteVerb(tree, k),
  );
  if (owned < 0 || owned > root || subject < 0 || verb < 0 || hasOwn(tree, verb, /^(?:nsubj|csubj|cc)/))
    return;
  for (let k = verb + 1; k < tree.head.length; k++) if (tree.head[k] === root) tree.head[k] = verb;
  attach(tree, verb, -1, "root");
  attach(tree, subject, verb, "nsubj");
  attach(tree, root, subject, "acl:relcl");
}

/** "Ghana|, too,| called for restraint": one adverb between commas; the verb behind it, read as the name's participle, is what the name does. */
export function verbAfterWord(tree: DraftTree): void {
  const root = tree.head.indexOf(-1);
  const verb = root + 4;
  if (root < 0 || !isNominal(tree, root) || tree.form[root + 1] !== "," || tree.form[root + 3] !== ",")
    return;
  if (!/^(?:too|however|meanwhile|though|moreover|also)$/i.test(tree.form[root + 2] ?? "")) return;
  if (tree.head[verb] !== root || !/^VB[DN]$/.test(tree.xpos[verb] ?? "")) return;
  for (let k = root + 1; k < tree.head.length; k++)
    if (tree.head[k] === root && k !== verb) tree.head[k] = verb;
  attach(tree, verb, -1, "root");
  attach(tree, root, verb, "nsubj");
}

/** "Kigali, which denies backing the group, called on Kinshasa": the verb behind the clause, read as a part of it, is what the name does. */
export function verbAfterRelative(tree: DraftTree): void {
  const root = tree.head.indexOf(-1);
  if (root < 0 || !isNominal(tree, root) || hasOwn(tree, root, /^(?:nsubj|cop)/)) return;
  // and "the envoy for Chad, echoing that stance, called on Kigali"
  const clause = tree.relation.findIndex(
    (r, k) => tree.head[k] === root && (r === "acl:relcl" || (r === "acl" && tree.xpos[k] === "VBG")),
  );
  if (clause < 0 || !tree.form.slice(root, clause).some((f) => f === ",")) return;
  for (let i = clause + 1; i < tree.head.length; i++) {
    const isPast = tree.xpos[i] === "VBN" && tree.form[i + 1]?.toLowerCase() !== "by";
    if (tree.form[i - 1] !== "," || !(isFiniteVerb(tree, i) || isPast) || !isUnder(tree, i, clause)) continue;
    if (hasOwn(tree, i, /^(?:nsubj|csubj|mark|cc)/)) continue;
    for (let k = 0; k < tree.head.length; k++) if (tree.head[k] === root && k > i) tree.head[k] = i;
    attach(tree, i, -1, "root");
    attach(tree, root, i, "nsubj");
    if (isPast) tree.xpos[i] = "VBD";
    return;
  }
}

/** "that the assailants, riding in two trucks, opened fire": the participle of an aside, read as the verb of their clause. */
export function verbAfterAside(tree: DraftTree): void {
  for (let aside = 2; aside < tree.head.length; aside++) {
    const noun = tree.head.findIndex((h, k) => h === aside && k < aside && isSubject(tree.relation[k]!));
    if (!/^VB[GN]$/.test(tree.xpos[aside]!) || tree.form[aside - 1] !== "," || noun < 0) continue;
    if (hasOwn(tree, aside, /^aux/)) continue;
    const verb = tree.form.findIndex(
      (_, k) =>
        k > aside + 1 &&
        tree.form[k - 1] === "," &&
        isFiniteVerb(tree, k) &&
        !hasOwn(tree, k, /^(?:nsubj|cc|mark)/),
    );
    if (verb < 0 || tree.head[verb]! < 0 || !/^(?:conj|advcl|parataxis|acl|dep)/.test(tree.relation[verb]!))
      continue;
    let over = tree.head[aside]!;
    const isMain = over < 0;
    while (over >= 0 && isNominal(tree, over)) over = tree.head[over]!;
    if (!isMain && (over < 0 || over > noun)) continue;
    attach(tree, verb, over, isMain ? "root" : "ccomp");
    for (let k = 0; k < noun; k++) if (tree.head[k] === aside) tree.head[k] = verb;
    attach(tree, noun, verb, "nsubj");
    attach(tree, aside, noun, "acl");
  }
}

/** "Shells fell on Kutum, Radio Dabanga |reports|.": the verb in the end, read as a noun that the names before it belong to. */
export function reportsInTheEnd(tree: DraftTree): void {
  let last = tree.head.length - 1;
  while (last > 0 && tree.upos[last] === "PUNCT") last--;
  if (tree.form[last] !== "reports" || tree.upos[last] !== "NOUN") return;
  if (!/^(?:PROPN|NOUN)$/.test(tree.upos[last - 1] ?? "")) return;
  let first = last - 1;
  while (first > 0 && /^(?:PROPN|DET|ADJ|NOUN)$/.test(tree.upos[first - 1]!)) first--;
  const root = tree.head.indexOf(-1);
  if (tree.form[first - 1] !== "," || root < 0 || root >= first) return;
  for (let k = first; k < last - 1; k++) if (tree.head[k] === last) tree.head[k] = last - 1;
  attach(tree, last - 1, last, "nsubj");
  attach(tree, last, root, "parataxis");
}

/** "The two are |due| to meet": what is due, read as a preposition before the infinitive. */
export function dueToDo(tree: DraftTree): void {
  for (let due = 2; due + 2 < tree.head.length; due++) {
    const verb = tree.head[due]!;
    if (tree.form[due]!.toLowerCase() !== "due" || tree.relation[due] !== "case" || verb <= due) continue;
    const be = tree.head.findIndex(
      (h, k) => (h === verb || h === due) && k < due && /^(?:is|are|was|were|be|been)$/.test(tree.form[k]!),
    );
    if (be < 0 || tree.xpos[verb] !== "VB" || tree.form[due + 1]?.toLowerCase() !== "to") continue;
    attach(tree, due, tree.head[verb]!, tree.relation[verb]!);
    for (let k = 0; k < due; k++) if (tree.head[k] === verb) tree.head[k] = due;
    attach(tree, be, due, "cop");
    attach(tree, verb, due, "xcomp");
    for (let k = verb; k < tree.head.length; k++)
      if (tree.head[k] === verb && tree.upos[k] === "PUNCT") tree.head[k] = due;
  }
}

/** "urged both on Monday to show restraint and |to settle| it": an infinitive, read as joined to the verb that asks for it. */
export function infinitiveAsked(tree: DraftTree): void {
  for (let verb = 3; verb < tree.head.length; verb++) {
    const over = tree.head[verb]!;
    if (tree.relation[verb] !== "conj" || tree.xpos[verb] !== "VB" || over < 0 || !isFiniteVerb(tree, over))
      continue;
    const isInfinitive = tree.form[verb - 1]!.toLowerCase() === "to" && hasOwn(tree, verb, /^cc/);
    if (isInfinitive && !hasOwn(tree, verb, /^nsubj/)) tree.relation[verb] = "xcomp";
  }
}
