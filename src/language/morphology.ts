import { lowerCase } from "./feature-hash.js";
import type { Upos } from "./sentence.js";

/** What features are read from; columns as in `Sentence`. */
export interface TaggedTree {
  readonly form: readonly string[];
  readonly lemma: readonly string[];
  readonly upos: readonly Upos[];
  readonly xpos: readonly string[];
  /** -1 for the root. */
  readonly head: ArrayLike<number>;
  readonly relation: readonly string[];
}

type Agreement = readonly [number: "Sing" | "Plur" | "", person: "1" | "2" | "3" | ""];

/**
 * UD features of every word, "_" where there are none: number, degree, person, tense, mood and form, read from the XPOS
 * tag, closed word lists and, for the person of a verb, its subject. Not written: Abbr, Typo, Style, ExtPos, Foreign.
 */
export function featuresOf(tree: TaggedTree): string[] {
  const subject = new Int32Array(tree.form.length).fill(-1);
  const helpers: Set<string>[] = tree.form.map(() => new Set());
  for (let i = 0; i < tree.form.length; i++) {
    const head = tree.head[i]!;
    if (head < 0) continue;
    const relation = tree.relation[i]!;
    if (relation.startsWith("nsubj") && subject[head]! < 0) subject[head] = i;
    if (relation.startsWith("aux") || relation === "mark" || relation === "case")
      helpers[head]!.add(relation === "mark" ? `mark ${lowerCase(tree.form[i]!)}` : relation);
  }
  return tree.form.map((_, i) => {
    const facts = factsOf(tree, i, agreementOf(tree, i, subject), helpers[i]!);
    return facts.length === 0
      ? "_"
      : [...new Set(facts)].sort((a, b) => (lowerCase(a) < lowerCase(b) ? -1 : 1)).join("|");
  });
}

function factsOf(tree: TaggedTree, i: number, agreement: Agreement, helpers: ReadonlySet<string>): string[] {
  const upos = tree.upos[i]!;
  const xpos = tree.xpos[i]!;
  const word = lowerCase(tree.form[i]!);
  if (upos === "VERB" || upos === "AUX") return verbFacts(tree, i, agreement, helpers);
  switch (xpos) {
    case "NN":
    case "NNP":
      if (upos === "NOUN" || upos === "PROPN" || upos === "SYM") return ["Number=Sing"];
      break;
    case "NNS":
    case "NNPS":
      return [PAIRED.has(word) ? "Number=Ptan" : "Number=Plur"];
    case "CD":
      return [
        /\d/.test(word) ? "NumForm=Digit" : "NumForm=Word",
        /^\d+\/\d+$/.test(word) ? "NumType=Frac" : "NumType=Card",
      ];
    case "PRP":
    case "PRP$":
    case "WP$":
      return PRONOUNS[word]?.split(" ") ?? [];
    case "JJR":
    case "RBR":
      return ["Degree=Cmp"];
    case "JJS":
    case "RBS":
      return ["Degree=Sup"];
    case "FW":
      return ["Foreign=Yes"];
    case "WRB":
      return [
        tree.relation[i]!.startsWith("advmod") && isRelative(tree, i) ? "PronType=Rel" : "PronType=Int",
      ];
  }
  if (upos === "ADJ")
    return /^\d+(?:st|nd|rd|th)$/.test(word)
      ? ["Degree=Pos", "NumForm=Combi", "NumType=Ord"]
      : ORDINALS.has(word)
        ? ["Degree=Pos", "NumForm=Word", "NumType=Ord"]
        : ["Degree=Pos"];
  if (upos === "PART") return word === "not" || word === "n't" || word === "n’t" ? ["Polarity=Neg"] : [];
  if (upos === "DET" || upos === "PRON")
    return (
      (xpos === "WDT" || xpos === "WP"
        ? [isRelative(tree, i) ? "PronType=Rel" : "PronType=Int"]
        : DETERMINERS[word]?.split(" ")) ?? []
    );
  if (upos === "ADV") return ADVERBS[word]?.split(" ") ?? [];
  if (upos === "INTJ") return word === "no" ? ["Polarity=Neg"] : word === "yes" ? ["Polarity=Pos"] : [];
  return [];
}

function verbFacts(
  tree: TaggedTree,
  i: number,
  [number, person]: Agreement,
  helpers: ReadonlySet<string>,
): string[] {
  const finite = (tense: string, n: string, p: string) => [
    "Mood=Ind",
    ...(n ? [`Number=${n}`] : []),
    ...(p ? [`Person=${p}`] : []),
    `Tense=${tense}`,
    "VerbForm=Fin",
  ];
  const relation = tree.relation[i]!;
  switch (tree.xpos[i]) {
    case "MD":
      return ["VerbForm=Fin"];
    case "VBZ":
      return finite("Pres", "Sing", "3");
    case "VBP":
      return finite("Pres", number, person);
    case "VBD":
      return finite("Past", number, person);
    case "VBN":
      return [
        "Tense=Past",
        "VerbForm=Part",
        ...(tree.upos[i] === "VERB" && (helpers.has("aux:pass") || relation === "acl" || relation === "amod")
          ? ["Voice=Pass"]
          : []),
      ];
    case "VBG":
      return helpers.has("aux") ||
        !(helpers.size > 0 || /^(?:csubj|nsubj|obj|nmod|obl|compound)/.test(relation))
        ? ["Tense=Pres", "VerbForm=Part"]
        : ["VerbForm=Ger"];
    case "VB":
      // "Stop the shelling": nothing governs it, nothing helps it.
      return (relation === "root" || relation === "parataxis") && helpers.size === 0
        ? ["Mood=Imp", "Person=2", "VerbForm=Fin"]
        : ["VerbForm=Inf"];
  }
  return [];
}

/** Number and person of the subject, followed from a helper or a joined verb to the verb that has it. */
function agreementOf(tree: TaggedTree, verb: number, subject: Int32Array): Agreement {
  let at = verb;
  for (let steps = 0; subject[at]! < 0 && steps < 4; steps++) {
    const relation = tree.relation[at]!;
    if (tree.head[at]! < 0 || !/^(?:aux|cop|conj)/.test(relation)) return ["", ""];
    at = tree.head[at]!;
  }
  const s = subject[at]!;
  if (s < 0) return ["", ""];
  const own = PRONOUNS[lowerCase(tree.form[s]!)];
  if (own && tree.upos[s] === "PRON") {
    const number = /Number=(\w+)/.exec(own)?.[1] as "Sing" | "Plur" | undefined;
    const person = /Person=(\d)/.exec(own)?.[1] as "1" | "2" | "3" | undefined;
    return [number ?? (person === "2" ? "Sing" : ""), person ?? "3"];
  }
  const joined = tree.relation.some((r, k) => r === "conj" && tree.head[k] === s);
  return [joined || /^NNP?S$/.test(tree.xpos[s]!) ? "Plur" : "Sing", "3"];
}

/** Whether the word stands in a clause that describes a noun. */
function isRelative(tree: TaggedTree, i: number): boolean {
  const relation = tree.head[i]! < 0 ? "" : tree.relation[tree.head[i]!]!;
  return relation === "acl:relcl" || relation === "advcl:relcl";
}

const PAIRED = new Set(["glasses", "pants", "scissors", "trousers", "clothes", "jeans", "thanks"]);

const ORDINALS = new Set(
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" "),
);

const PRONOUNS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  i: "Case=Nom Number=Sing Person=1 PronType=Prs",
  me: "Case=Acc Number=Sing Person=1 PronType=Prs",
  my: "Case=Gen Number=Sing Person=1 Poss=Yes PronType=Prs",
  we: "Case=Nom Number=Plur Person=1 PronType=Prs",
  us: "Case=Acc Number=Plur Person=1 PronType=Prs",
  our: "Case=Gen Number=Plur Person=1 Poss=Yes PronType=Prs",
  you: "Case=Nom Person=2 PronType=Prs",
  your: "Case=Gen Person=2 Poss=Yes PronType=Prs",
  he: "Case=Nom Gender=Masc Number=Sing Person=3 PronType=Prs",
  him: "Case=Acc Gender=Masc Number=Sing Person=3 PronType=Prs",
  his: "Case=Gen Gender=Masc Number=Sing Person=3 Poss=Yes PronType=Prs",
  she: "Case=Nom Gender=Fem Number=Sing Person=3 PronType=Prs",
  her: "Case=Gen Gender=Fem Number=Sing Person=3 Poss=Yes PronType=Prs",
  it: "Case=Nom Gender=Neut Number=Sing Person=3 PronType=Prs",
  its: "Case=Gen Gender=Neut Number=Sing Person=3 Poss=Yes PronType=Prs",
  they: "Case=Nom Number=Plur Person=3 PronType=Prs",
  them: "Case=Acc Number=Plur Person=3 PronType=Prs",
  their: "Case=Gen Number=Plur Person=3 Poss=Yes PronType=Prs",
  himself: "Case=Acc Gender=Masc Number=Sing Person=3 PronType=Prs Reflex=Yes",
  herself: "Case=Acc Gender=Fem Number=Sing Person=3 PronType=Prs Reflex=Yes",
  itself: "Case=Acc Gender=Neut Number=Sing Person=3 PronType=Prs Reflex=Yes",
  themselves: "Case=Acc Number=Plur Person=3 PronType=Prs Reflex=Yes",
  ourselves: "Case=Acc Number=Plur Person=1 PronType=Prs Reflex=Yes",
  whose: "Poss=Yes PronType=Rel",
});

const DETERMINERS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  the: "Definite=Def PronType=Art",
  a: "Definite=Ind PronType=Art",
  an: "Definite=Ind PronType=Art",
  this: "Number=Sing PronType=Dem",
  that: "Number=Sing PronType=Dem",
  these: "Number=Plur PronType=Dem",
  those: "Number=Plur PronType=Dem",
  all: "PronType=Tot",
  both: "PronType=Tot",
  each: "PronType=Tot",
  every: "PronType=Tot",
  no: "PronType=Neg",
  some: "PronType=Ind",
  any: "PronType=Ind",
  another: "PronType=Ind",
  either: "PronType=Ind",
  someone: "Number=Sing PronType=Ind",
  something: "Number=Sing PronType=Ind",
  anyone: "Number=Sing PronType=Ind",
  anything: "Number=Sing PronType=Ind",
  everyone: "Number=Sing PronType=Tot",
  everything: "Number=Sing PronType=Tot",
  nothing: "Number=Sing PronType=Neg",
});

const ADVERBS: Readonly<Record<string, string>> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    [
      ["PronType=Dem", "then there here now so thus"] as const,
      ["PronType=Neg", "never"] as const,
      ["PronType=Tot", "always"] as const,
      ["PronType=Ind", "sometimes somewhere"] as const,
      ["NumForm=Word NumType=Mult", "once twice"] as const,
    ].flatMap(([features, words]) => words.split(" ").map((word) => [word, features])),
  ),
);
