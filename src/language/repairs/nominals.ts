import {
  attach,
  type DraftTree,
  firstOf,
  hasDependent,
  hasOwn,
  isNominal,
  isPlural,
  isSubject,
  isUnder,
} from "./draft-tree.js";

/** "the government and |Rwanda|-backed rebels": the name is of the participle, what is joined is the noun behind. */
export function nameOfParticiple(tree: DraftTree): void {
  for (let i = 1; i + 3 < tree.head.length; i++) {
    const participle = i + 2;
    const noun = tree.head[participle]!;
    if (!/^[-–]$/.test(tree.form[i + 1]!) || tree.relation[participle] !== "amod" || noun <= participle)
      continue;
    if (!isNominal(tree, noun) || tree.xpos[participle] !== "VBN") continue;
    const and = i - 1;
    const first = tree.relation[i] === "conj" ? tree.head[i]! : i - 2;
    // the noun is read as beside the first, which it is joined to, or as below the name
    const isSplit =
      first >= 0 &&
      (tree.relation[i] === "conj" ||
        (tree.head[first] === tree.head[noun] && tree.relation[first] === tree.relation[noun]));
    if (tree.relation[and] !== "cc" || tree.head[and] !== i || !isSplit || !isNominal(tree, first)) continue;
    if (tree.head[noun] === i || tree.head[noun] === tree.head[first]) attach(tree, noun, first, "conj");
    attach(tree, i, participle, "compound");
    attach(tree, and, noun, "cc");
  }
}

/** "|Al-Qaeda|-linked fighters attacked": the name and the noun behind, both read as who attacked. */
export function nameBesideParticiple(tree: DraftTree): void {
  for (let participle = 2; participle + 1 < tree.head.length; participle++) {
    const name = tree.head[participle]!;
    if (tree.xpos[participle] !== "VBN" || !/^[-–]$/.test(tree.form[participle - 1]!)) continue;
    if (!/^(?:acl|amod|dep)$/.test(tree.relation[participle]!) || name < 0 || name >= participle) continue;
    const noun = tree.head.findIndex(
      (h, k) => k > participle && h === tree.head[name] && tree.relation[k] === tree.relation[name],
    );
    if (noun < 0 || !isNominal(tree, noun) || !isNominal(tree, name) || noun > participle + 5) continue;
    attach(tree, participle, noun, "amod");
    attach(tree, name, participle, "compound");
  }
}

/**
 * Two subjects of one verb, one right before the other, are one nominal:
 *
 *   Defence Minister Khawaja Asif said …        Defence is part of the title, Khawaja the subject
 *   Two Rapid Support Forces drones were shot down.
 *
 * and between commas the second describes the first:
 *
 *   Nine civilians, mostly women and children, were killed.
 */
export function subjectsJoined(tree: DraftTree): void {
  const subjectOf = new Int32Array(tree.head.length).fill(-1);
  for (let i = 0; i < tree.head.length; i++) {
    const verb = tree.head[i]!;
    if (verb < 0 || !isSubject(tree.relation[i]!)) continue;
    const earlier = subjectOf[verb]!;
    subjectOf[verb] = i;
    if (earlier < 0 || !isNominal(tree, earlier) || !isNominal(tree, i) || i > verb) continue;
    const next = earlier + 1;
    const first = firstOf(tree, i);
    if (tree.form[next] === "," && first - next <= 1 && hasCommaAfter(tree, i, verb)) {
      attach(tree, i, earlier, "appos");
      continue;
    }
    // "the army and the rebels fought": both read as subjects of their own
    if (/^and$/i.test(tree.form[next]!) && (first === next || first === next + 1)) {
      attach(tree, i, earlier, "conj");
      attach(tree, next, i, "cc");
      subjectOf[verb] = earlier;
      continue;
    }
    if (next !== first || tree.upos[next] === "PUNCT") continue;
    const intoTitle = next < i && isNominal(tree, next) && tree.head[next] === i;
    if (intoTitle) attach(tree, earlier, next, "compound");
    else attach(tree, earlier, i, tree.upos[i] === "PROPN" ? "nmod:desc" : "compound");
  }
}

/** Whether a comma stands between a phrase and the verb after it, with nothing else but helpers of the verb. */
function hasCommaAfter(tree: DraftTree, token: number, verb: number): boolean {
  let at = token + 1;
  while (at < verb && isUnder(tree, at, token) && tree.form[at] !== ",") at++;
  return tree.form[at] === "," && at < verb;
}

/** "ISLAMABAD: Security forces said …", "GOMA, DR Congo (AP) — Rebels seized …": the place before the mark is no subject. */
export function datelineAside(tree: DraftTree): void {
  let mark = -1;
  for (let i = 1; i < Math.min(tree.form.length, 9) && mark < 0; i++)
    if (/^(?::|-|–|—|--)$/.test(tree.form[i]!)) mark = i;
  if (mark < 0 || tree.upos[0] !== "PROPN") return;
  // A name in capitals, or one followed by an agency in brackets.
  if (!/^\p{Lu}{3,}/u.test(tree.form[0]!) && tree.form[mark - 1] !== ")") return;
  const root = tree.head.indexOf(-1);
  if (root < mark) return;
  for (let i = 0; i < mark; i++) {
    const head = tree.head[i]!;
    if (head > mark && tree.upos[i] === "PROPN" && tree.relation[i] !== "dep") attach(tree, i, root, "dep");
  }
}

/**
 * An "including" phrase is part of a number or group before it, not of the verb:
 *
 *   10 soldiers were killed in the clashes, including eight Afghan and two Pakistani troops.
 *      ^^^^^^^^
 */
export function includingToNoun(tree: DraftTree): void {
  for (let k = 1; k < tree.head.length; k++) {
    if (tree.form[k] !== "including" || tree.relation[k] !== "case") continue;
    const part = tree.head[k]!;
    if (part < k || tree.head[part]! < 0 || !/^(?:obl|nmod)$/.test(tree.relation[part]!)) continue;
    const above = tree.head[part]!;
    if (above > k) continue;
    const isClause = tree.upos[above] === "VERB";
    const counted = hasDependent(tree, part, "nummod");
    // "in the clashes, including eight troops": people are counted among people that are counted.
    if (
      !isClause &&
      !(counted && !hasDependent(tree, above, "nummod") && tree.words.happenings.has(tree.lemma[above]!))
    )
      continue;
    const whole = wholeBefore(tree, k, counted);
    if (whole >= 0 && !isUnder(tree, whole, part)) attach(tree, part, whole, "nmod");
  }
}

/** The nearest noun before that can have parts; one with a number, where there is one and the part has one. */
function wholeBefore(tree: DraftTree, before: number, counted: boolean): number {
  let nearest = -1;
  for (let i = before - 1; i >= 0 && before - i <= 30; i--) {
    if (tree.upos[i] !== "NOUN" && tree.upos[i] !== "PROPN" && tree.upos[i] !== "NUM") continue;
    if (/^(?:compound|nmod:poss|nmod:desc|flat|nummod)/.test(tree.relation[i]!)) continue;
    const hasNumber = hasDependent(tree, i, "nummod") || tree.upos[i] === "NUM";
    if (counted && hasNumber) return i;
    if (nearest < 0 && isPlural(tree, i)) nearest = i;
  }
  return nearest;
}

/** "offered to mediate following clashes at the border": a preposition, read as a participle before its noun. */
export function followingAsPreposition(tree: DraftTree): void {
  for (let i = 1; i < tree.head.length; i++) {
    if (tree.form[i]!.toLowerCase() !== "following" || tree.relation[i] !== "amod") continue;
    const noun = tree.head[i]!;
    if (noun <= i || ["DET", "ADJ", "ADP", "NUM"].includes(tree.upos[i - 1]!) || tree.xpos[i - 1] === "POS")
      continue;
    tree.relation[i] = "case";
    if (tree.relation[noun] === "obj") tree.relation[noun] = "obl";
  }
}

/** "attacked the mayor's office, the exchange, and the station": the later nouns of a list, read as joined to the verb. */
export function listToItsNoun(tree: DraftTree): void {
  for (let i = 2; i < tree.head.length; i++) {
    const verb = tree.head[i]!;
    if (tree.relation[i] !== "conj" || !isNominal(tree, i) || verb < 0 || tree.upos[verb] !== "VERB")
      continue;
    if (tree.relation.some((r, k) => tree.head[k] === i && !OF_NOUN.test(r))) continue;
    const noun = tree.relation.findLastIndex((r, k) => k < i && tree.head[k] === verb && r === "obj");
    const isNext =
      /^and$/i.test(tree.form[firstOf(tree, i) - 1] ?? "") || /^and$/i.test(tree.form[firstOf(tree, i)]!);
    if (noun > verb && (tree.upos[noun] === tree.upos[i] || isNext)) tree.head[i] = noun;
  }
}

/** What hangs on a noun that heads no clause. */
const OF_NOUN = /^(?:det|amod|compound|nmod|nummod|punct|cc|case|flat|appos|acl|conj)/;

/** "clashed with police, who fired tear gas": a relative clause that hangs on the verb describes the noun before "who". */
export function relativeToNoun(tree: DraftTree): void {
  for (let i = 2; i < tree.head.length; i++) {
    const over = tree.head[i]!;
    const own = tree.form.findIndex((f, k) => tree.head[k] === i && k < i && /^(?:who|which|that)$/i.test(f));
    // "it was the army that fired and it was |the rebels| that fled"
    if (own > 0 && tree.head[own - 1] === over && hasOwn(tree, own - 1, /^cop/)) {
      attach(tree, i, own - 1, "acl:relcl");
      continue;
    }
    const pronoun = tree.form.findIndex((f, k) => k > over && k < i && /^(?:who|which|that)$/i.test(f));
    // "offered its help, which Oman turned down": read as when or why it was offered
    const isAside =
      tree.relation[i] === "advcl" && tree.head[pronoun] === i && tree.form[pronoun - 1] === ",";
    if (!(tree.relation[i] === "acl:relcl" || isAside) || over < 0 || over > i) continue;
    // "thirteen members voted for the text, which Britain drafted": not across the verb of the noun that it was hung on
    const crosses = tree.upos[over] !== "VERB" && tree.head[over]! > over && tree.head[over]! < pronoun;
    if (tree.upos[over] !== "VERB" && !(crosses && tree.form[pronoun - 1] === ",")) continue;
    const before = tree.form[pronoun - 1] === "," ? pronoun - 2 : pronoun - 1;
    // "renewed an offer to mediate, which Oman accepted"
    let noun = before;
    while (noun > over && !isNominal(tree, noun)) noun = tree.head[noun]!;
    if (pronoun < 0 || noun <= over) continue;
    while (/^(?:flat|compound)/.test(tree.relation[noun]!) && isNominal(tree, tree.head[noun]!))
      noun = tree.head[noun]!;
    if (!isUnder(tree, noun, i)) attach(tree, i, noun, "acl:relcl");
  }
}

/** "an invitation |that| Oman has welcomed": what is welcomed, read as a mere "that". */
export function relativeThat(tree: DraftTree): void {
  for (let i = 2; i < tree.head.length; i++) {
    const noun = tree.head[i]!;
    if (tree.relation[i] !== "acl" || noun < 0 || noun > i || !tree.words.transitive.has(tree.lemma[i]!))
      continue;
    const that = tree.form.findIndex((f, k) => k > noun && k < i && tree.head[k] === i && /^that$/i.test(f));
    if (that < 0 || hasOwn(tree, i, /^(?:obj|ccomp|xcomp|aux:pass)/) || !hasOwn(tree, i, /^nsubj/)) continue;
    if (isSubject(tree.relation[that]!)) continue;
    tree.relation[i] = "acl:relcl";
    tree.relation[that] = "obj";
  }
}

/** "welcomed an offer by Kenya to host talks": an infinitive behind the offer and whose it is tells what is offered. */
export function infinitiveToOffer(tree: DraftTree): void {
  for (let i = 3; i < tree.head.length; i++) {
    const over = tree.head[i]!;
    if (tree.relation[i] !== "advcl" || tree.xpos[i] !== "VB" || over < 0 || over > i) continue;
    if (tree.form[i - 1]?.toLowerCase() !== "to") continue;
    const offer = tree.head.findIndex(
      (h, k) =>
        h === over &&
        k > over &&
        k < i &&
        tree.relation[k] === "obj" &&
        tree.words.offers.has(tree.lemma[k]!),
    );
    if (offer < 0) continue;
    const between = tree.form.flatMap((_, k) => (k > offer && k < i - 1 && tree.head[k] === over ? [k] : []));
    if (/^(?:by|from|to)$/i.test(tree.form[offer + 1]!) && between.length === 0)
      attach(tree, i, offer, "acl");
  }
}

/** "attacked |Pokrovsk| 40 times": the name before how often, read as a part of the number. */
export function nameBeforeTimes(tree: DraftTree): void {
  for (let name = 1; name + 2 < tree.head.length; name++) {
    const times = name + 2;
    const verb = tree.head[times]!;
    if (tree.lemma[times] !== "time" || tree.head[name + 1] !== times || tree.head[name] !== name + 1)
      continue;
    if (!isNominal(tree, name) || verb < 0 || tree.upos[verb] !== "VERB" || hasDependent(tree, verb, "obj"))
      continue;
    attach(tree, name, verb, "obj");
    attach(tree, name + 1, times, "nummod");
  }
}
