/** What is said in between, of who tells it: it takes no verb of the sentence for its own. */
import { attach, type DraftTree, firstOf, hasOwn, isFiniteVerb, isNominal, isSubject } from "./draft-tree.js";

/** "According to the |ministry| (MoD), a |band| of gunmen stormed a post": who is named for it, read as who did it, and who did it as another name of his. */
export function subjectAfterSource(tree: DraftTree): void {
  for (let source = 2; source < tree.head.length; source++) {
    const verb = tree.head[source]!;
    if (verb < source || !isSubject(tree.relation[source]!) || !isAccordingTo(tree, source)) continue;
    const who = tree.head.findLastIndex(
      (h, k) =>
        k > source &&
        k < verb &&
        (h === source
          ? /^(?:appos|conj|nmod:desc)$/.test(tree.relation[k]!)
          : h === verb && isSubject(tree.relation[k]!)),
    );
    const opener = who < 0 ? -1 : firstOf(tree, who);
    const comma = tree.form.lastIndexOf(",", who);
    if (comma < source || comma > who || opener > who) continue;
    attach(tree, who, verb, tree.relation[source]!);
    attach(tree, source, verb, "obl");
    attach(tree, comma, source, "punct");
  }
}

const isAccordingTo = (tree: DraftTree, noun: number): boolean =>
  tree.form.some((f, k) => tree.head[k] === noun && tree.relation[k] === "case" && /^according$/i.test(f));

/** "|Ethiopian jets|, the state agency reported, struck a depot": who did it, read as hung on who tells, and the deed as done by that. */
export function subjectAcrossSaying(tree: DraftTree): void {
  for (let says = 3; says < tree.head.length; says++) {
    if (!tree.words.telling.has(tree.lemma[says]!) || !isFiniteVerb(tree, says)) continue;
    const over = tree.head[says]!;
    const verb =
      over > says
        ? over
        : tree.head.findIndex(
            (h, k) => h === says && k > says && /^(?:conj|ccomp|parataxis)$/.test(tree.relation[k]!),
          );
    if (verb < 0 || tree.upos[verb] !== "VERB" || hasOwn(tree, verb, /^(?:nsubj|csubj|expl|mark|cc)/))
      continue;
    let first = verb;
    while (tree.head[first - 1] === verb && /^(?:aux|advmod)/.test(tree.relation[first - 1]!)) first--;
    if (tree.form[first - 1] !== "," || !FINITE.test(tree.xpos[first]!)) continue;
    const speaker = tree.head.findLastIndex((h, k) => h === says && k < says && isSubject(tree.relation[k]!));
    const comma = speaker < 0 ? -1 : firstOf(tree, speaker) - 1;
    const who = tree.form.findIndex((_, k) => tree.head[k] === says && k < comma && isNominal(tree, k));
    if (who < 0 || tree.form[comma] !== "," || hasOwn(tree, who, /^(?:case|mark)/)) continue;
    attach(tree, who, verb, hasOwn(tree, verb, /^aux:pass/) ? "nsubj:pass" : "nsubj");
    if (verb === over) tree.relation[says] = "parataxis";
    else attach(tree, verb, says, "ccomp");
  }
}

const FINITE = /^(?:VB[DZP]|MD)$/;

/** "Troops shelled Kutum, the governor said, and |wounded| three": a second deed, read as done by who tells of the first. */
export function joinedAcrossSaying(tree: DraftTree): void {
  for (let verb = 5; verb < tree.head.length; verb++) {
    const says = tree.head[verb]!;
    if (tree.relation[verb] !== "conj" || tree.upos[verb] !== "VERB" || says < 0 || says > verb) continue;
    if (!tree.words.telling.has(tree.lemma[says]!) || tree.words.speaking.has(tree.lemma[verb]!)) continue;
    if (hasOwn(tree, verb, /^(?:nsubj|csubj|expl)/)) continue;
    const and = tree.head.findIndex((h, k) => h === verb && tree.relation[k] === "cc" && k < verb);
    if (and < 0 || tree.form[and - 1] !== ",") continue;
    const isInserted = tree.relation[says] === "parataxis" && tree.head[says]! < says;
    const told = isInserted
      ? tree.head[says]!
      : tree.head.findIndex((h, k) => h === says && k < says && tree.relation[k] === "ccomp");
    if (told < 0 || tree.upos[told] !== "VERB" || !tree.form.slice(told, says).includes(",")) continue;
    attach(tree, verb, told, "conj");
    if (tree.xpos[told] === "VBD" && tree.xpos[verb] === "VBN") tree.xpos[verb] = "VBD";
  }
}

/** "Chad |agreed|; Sudan said no": a clause of its own, read as what is said behind the semicolon. */
export function clauseBeforeSemicolon(tree: DraftTree): void {
  for (let t = 0; t < tree.head.length; t++) {
    const says = tree.head[t]!;
    if (tree.relation[t] !== "ccomp" || says < t || !tree.form.slice(t, says).includes(";")) continue;
    const isTold = tree.head.some(
      (h, k) => h === says && k > says && /^(?:ccomp|obj)$/.test(tree.relation[k]!),
    );
    if (isTold && hasOwn(tree, t, /^nsubj/)) tree.relation[t] = "parataxis";
  }
}

/** "shot a boy in Qabatiya, the mayor |reported|, and …": who tells, read as a clause about the last noun; nothing relates it. */
export function sayingAsRelative(tree: DraftTree): void {
  for (let says = 4; says < tree.head.length; says++) {
    if (
      !/^acl/.test(tree.relation[says]!) ||
      !tree.words.telling.has(tree.lemma[says]!) ||
      !isFiniteVerb(tree, says)
    )
      continue;
    const who = tree.head.findIndex((h, k) => h === says && k < says && isSubject(tree.relation[k]!));
    if (who < 0 || !isNominal(tree, who) || tree.form[firstOf(tree, who) - 1] !== ",") continue;
    if (!/^(?:[,.;]|on|in|to|by)$/i.test(tree.form[says + 1] ?? ".")) continue;
    let told = tree.head[says]!;
    while (told >= 0 && !(tree.upos[told] === "VERB" && told < who)) told = tree.head[told]!;
    if (told >= 0) attach(tree, says, told, "parataxis");
  }
}

/** "The army shelled the town and, according to the mission, |killed| nine": the verb behind what is inserted, read as told of that. */
export function joinedAfterSource(tree: DraftTree): void {
  for (let and = 1; and + 3 < tree.head.length; and++) {
    if (tree.upos[and] !== "CCONJ" || tree.form[and + 1] !== ",") continue;
    const end = tree.form.indexOf(",", and + 2);
    const verb = end + 1;
    const source = tree.head[and + 2]!;
    if (end < 0 || !/^VB[DZPN]$/.test(tree.xpos[verb] ?? "") || tree.relation[and + 2] !== "case") continue;
    if (source < and || source > end || tree.relation[source] !== "conj") continue;
    let over = tree.head[source]!;
    while (over >= 0 && !(tree.upos[over] === "VERB" && hasOwn(tree, over, /^nsubj/) && over < and))
      over = tree.head[over]!;
    if (over < 0 || hasOwn(tree, verb, /^(?:nsubj|csubj|aux)/)) continue;
    attach(tree, verb, over, "conj");
    attach(tree, and, verb, "cc");
    attach(tree, source, verb, "obl");
    if (tree.xpos[verb] === "VBN") tree.xpos[verb] = "VBD";
  }
}

/** "Mali said five soldiers died, |JNIM| that it had killed 15": a name, read as a word of the first clause, says the second with the verb of the first. */
export function gappedSaying(tree: DraftTree): void {
  for (let that = 4; that < tree.head.length - 2; that++) {
    const name = that - 1;
    if (tree.form[that] !== "that" || tree.upos[name] !== "PROPN") continue;
    let first = name;
    while (tree.upos[first - 1] === "PROPN" || /^(?:the|-)$/.test(tree.form[first - 1] ?? "")) first--;
    if (!/^(?:,|;|and|but|while)$/.test(tree.form[first - 1] ?? "")) continue;
    const clause = tree.head.findIndex(
      (_, k) =>
        k > that + 1 &&
        tree.head.some((h, j) => h === k && j > that && j < k && isSubject(tree.relation[j]!)),
    );
    const says = tree.lemma.findLastIndex(
      (l, k) => k < first && tree.words.telling.has(l) && isFiniteVerb(tree, k) && hasOwn(tree, k, /^nsubj$/),
    );
    const isTold = (k: number) => tree.head[k] === says && tree.relation[k] === "ccomp";
    if (clause < 0 || says < 0 || !tree.form.some((_, k) => k > says && k < first && isTold(k))) continue;
    const head = tree.relation[name] === "flat" ? tree.head[name]! : name;
    attach(tree, head, says, "conj");
    attach(tree, clause, head, "ccomp");
    attach(tree, that, clause, "mark");
    attach(tree, first - 1, head, tree.upos[first - 1] === "PUNCT" ? "punct" : "cc");
  }
}
