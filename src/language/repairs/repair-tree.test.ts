import { describe, expect, test } from "vitest";
import { drawnTree } from "../../../tests/helpers/drawn-tree.js";
import { loadLanguageModel } from "../../data/load-language.js";
import { analyse } from "../analyse.js";
import type { DraftTree } from "./draft-tree.js";
import { repairTree } from "./repair-tree.js";

const model = await loadLanguageModel();

function draft(drawing: string): DraftTree {
  const tree = drawnTree(drawing);
  const margin = new Float32Array(tree.form.length);
  return { ...tree, head: Int16Array.from(tree.head), margin, words: model.grammar };
}

function arcs(tree: DraftTree): string[] {
  return tree.form.map((form, i) => `${tree.relation[i]}(${form}, ${tree.form[tree.head[i]!] ?? "-"})`);
}

describe("mends", () => {
  test.each([
    [
      "who is named for it, read as who did it",
      "According/VERB/VBG/3/case to/ADP/IN/1/fixed Mutare/PROPN/NNP/6/nsubj ,/PUNCT/,/5/punct gunmen/NOUN/NNS/3/appos stormed/VERB/VBD/0/root it/PRON/PRP/6/obj",
      "nsubj(gunmen, stormed)",
    ],
    [
      "a clause of its own, read as what is said behind the semicolon",
      "Osh/PROPN/NNP/2/nsubj agreed/VERB/VBD/5/ccomp ;/PUNCT/,/2/punct Mutare/PROPN/NNP/5/nsubj said/VERB/VBD/0/root no/INTJ/UH/5/ccomp",
      "parataxis(agreed, said)",
    ],
    [
      "who did it, read as hung on who tells of it in between",
      "Jets/NOUN/NNS/4/obl ,/PUNCT/,/4/punct officials/NOUN/NNS/4/nsubj say/VERB/VBP/0/root ,/PUNCT/,/6/punct bombed/VERB/VBD/4/conj Osh/PROPN/NNP/6/obj",
      "nsubj(Jets, bombed)",
    ],
    [
      "a second deed, read as done by who tells of the first",
      "Jets/NOUN/NNS/2/nsubj bombed/VERB/VBD/6/ccomp Osh/PROPN/NNP/2/obj ,/PUNCT/,/6/punct officials/NOUN/NNS/6/nsubj say/VERB/VBD/0/root ,/PUNCT/,/9/punct and/CCONJ/CC/9/cc wounded/VERB/VBN/6/conj six/NUM/CD/9/obj",
      "conj(wounded, bombed)",
    ],
    [
      "who says a second thing by the verb of the first",
      "Officials/NOUN/NNS/2/nsubj say/VERB/VBP/0/root five/NUM/CD/4/nsubj died/VERB/VBD/2/ccomp ,/PUNCT/,/6/punct JNIM/PROPN/NNP/4/iobj that/SCONJ/IN/9/mark it/PRON/PRP/9/nsubj won/VERB/VBD/2/ccomp",
      "ccomp(won, JNIM)",
    ],
    [
      "two that do it, read as half of a pair of words",
      "Mali/PROPN/NNP/2/nsubj warned/VERB/VBD/0/root them/PRON/PRP/2/obj ;/PUNCT/:/6/punct both/CCONJ/CC/6/cc:preconj left/VERB/VBD/2/conj",
      "nsubj(both, left)",
    ],
    [
      "what was done then, read as done by who tells it now",
      "We/PRON/PRP/2/nsubj note/VERB/VBP/0/root that/SCONJ/IN/5/mark rebels/NOUN/NNS/5/nsubj attacked/VERB/VBD/2/ccomp Gao/PROPN/NNP/5/obj and/CCONJ/CC/8/cc killed/VERB/VBD/2/conj three/NUM/CD/8/obj",
      "conj(killed, attacked)",
    ],
    [
      "who tells, read as a clause about the last noun",
      "Police/NOUN/NNS/2/nsubj shot/VERB/VBD/0/root a/DET/DT/4/det boy/NOUN/NN/2/obj ,/PUNCT/,/7/punct monitors/NOUN/NNS/7/nsubj report/VERB/VBD/4/acl:relcl ,/PUNCT/,/10/punct and/CCONJ/CC/10/cc arrested/VERB/VBD/7/conj six/NUM/CD/10/obj",
      "conj(arrested, shot)",
    ],
    [
      "the verb behind who is named for it",
      "Chad/PROPN/NNP/2/nsubj shelled/VERB/VBD/0/root Bol/PROPN/NNP/2/obj and/CCONJ/CC/7/cc ,/PUNCT/,/4/punct per/ADP/IN/7/case monitors/NOUN/NNS/3/conj ,/PUNCT/,/9/punct killed/VERB/VBN/7/acl nine/NUM/CD/9/obj",
      "conj(killed, shelled)",
    ],
    [
      "the noun behind a name, read as who did it beside those counted",
      "Dozens/NOUN/NNS/6/nsubj of/ADP/IN/3/case Mai/PROPN/NNP/1/nmod Mai/PROPN/NNP/3/flat fighters/NOUN/NNS/6/nsubj fled/VERB/VBD/0/root",
      "nmod(fighters, Dozens)",
    ],
    [
      "the name before how often",
      "Jets/NOUN/NNS/2/nsubj struck/VERB/VBD/0/root Bani/PROPN/NNP/4/nmod:unmarked 40/NUM/CD/5/compound time/NOUN/NNS/2/obl:unmarked",
      "obj(Bani, struck)",
    ],
    [
      "a list whose later nouns are joined to the verb",
      "Rebels/NOUN/NNS/2/nsubj attacked/VERB/VBD/0/root an/DET/DT/4/det office/NOUN/NN/2/obj ,/PUNCT/,/7/punct an/DET/DT/7/det exchange/NOUN/NN/2/conj",
      "conj(exchange, office)",
    ],
    [
      "what is welcomed, read as a mere 'that'",
      "bids/NOUN/NNS/0/root that/SCONJ/IN/4/mark Oman/PROPN/NNP/4/nsubj accept/VERB/VBD/1/acl",
      "obj(that, accept)",
    ],
    [
      "a clause behind an infinitive, read as the main verb's",
      "Oman/PROPN/NNP/2/nsubj renewed/VERB/VBD/0/root offers/NOUN/NNS/2/obj to/PART/TO/5/mark mediate/VERB/VB/3/acl ,/PUNCT/,/9/punct which/PRON/WDT/9/obj Mali/PROPN/NNP/9/nsubj accepted/VERB/VBD/2/acl:relcl",
      "acl:relcl(accepted, offers)",
    ],
    [
      "a verb behind one adverb between commas, read as a participle",
      "Ghana/PROPN/NNP/0/root ,/PUNCT/,/1/punct too/ADV/RB/5/advmod ,/PUNCT/,/3/punct called/VERB/VBN/1/acl for/ADP/IN/7/case calm/NOUN/NN/5/obl",
      "nsubj(Ghana, called)",
    ],
    [
      "what came of a deed, read as done by who tells it",
      "Cutters/NOUN/NNS/2/nsubj rammed/VERB/VBD/6/ccomp it/PRON/PRP/2/obj ,/PUNCT/,/6/punct Manila/PROPN/NNP/6/nsubj say/VERB/VBD/0/root ,/PUNCT/,/8/punct injure/VERB/VBG/6/advcl sailors/NOUN/NNS/8/obj",
      "advcl(injure, rammed)",
    ],
    [
      "what came of a deed, read as done by what is told of its object",
      "Jets/NOUN/NNS/2/nsubj strike/VERB/VBD/0/root boats/NOUN/NNS/2/obj which/PRON/WDT/5/nsubj carry/VERB/VBD/3/acl:relcl arms/NOUN/NNS/5/obj ,/PUNCT/,/8/punct kill/VERB/VBG/5/advcl six/NUM/CD/8/obj",
      "advcl(kill, strike)",
    ],
    [
      "what came of a deed, read as done by who did something else",
      "Peru/PROPN/NNP/2/nsubj halted/VERB/VBD/0/root talks/NOUN/NNS/2/obj after/SCONJ/IN/6/mark rebels/NOUN/NNS/6/nsubj attack/VERB/VBD/2/advcl villages/NOUN/NNS/6/obj ,/PUNCT/,/9/punct kill/VERB/VBG/2/advcl six/NUM/CD/9/obj",
      "advcl(kill, attack)",
    ],
    [
      "a clause behind its mark, whose subject is told of before its verb",
      "Togo/PROPN/NNP/2/nsubj closed/VERB/VBD/0/root it/PRON/PRP/2/obj after/ADP/IN/5/case raids/NOUN/NNS/2/obl on/ADP/IN/7/case villages/NOUN/NNS/5/nmod killed/VERB/VBD/2/conj nine/NUM/CD/8/obj",
      "nsubj(raids, killed)",
    ],
    [
      "a verb between its subject and object, read as an adjective",
      "Peru/PROPN/NNP/2/nsubj halted/VERB/VBD/0/root talks/NOUN/NNS/2/obj after/ADP/IN/5/case fighters/NOUN/NNS/2/obl attacked/VERB/VBN/7/amod villages/NOUN/NNS/5/conj",
      "nsubj(fighters, attacked)",
    ],
    [
      "a verb behind a relative clause, read as a part of it",
      "Kigali/PROPN/NNP/0/root ,/PUNCT/,/4/punct which/PRON/WDT/4/nsubj denies/VERB/VBZ/1/acl:relcl it/PRON/PRP/4/obj ,/PUNCT/,/7/punct called/VERB/VBD/5/acl on/ADP/IN/9/case Kinshasa/PROPN/NNP/7/obl",
      "nsubj(Kigali, called)",
    ],
    [
      "the participle of an aside, read as the verb",
      "He/PRON/PRP/2/nsubj said/VERB/VBD/0/root that/SCONJ/IN/7/mark the/DET/DT/5/det attackers/NOUN/NNS/7/nsubj ,/PUNCT/,/7/punct riding/VERB/VBG/2/ccomp trucks/NOUN/NNS/7/obj ,/PUNCT/,/2/punct opened/VERB/VBD/2/conj fire/NOUN/NN/10/obj",
      "nsubj(attackers, opened)",
    ],
    [
      "a relative clause that hangs on the verb",
      "Crowds/NOUN/NNS/2/nsubj fought/VERB/VBD/0/root police/NOUN/NNS/2/obj ,/PUNCT/,/6/punct who/PRON/WP/6/nsubj fired/VERB/VBD/2/acl:relcl",
      "acl:relcl(fired, police)",
    ],
    [
      "a perfect with a phrase inside",
      "Ankara/PROPN/NNP/2/nsubj had/VERB/VBD/0/root on/ADP/IN/4/case Monday/PROPN/NNP/2/obl condemned/VERB/VBN/2/ccomp it/PRON/PRP/5/obj",
      "nsubj(Ankara, condemned)",
    ],
    [
      "a day of the month that hangs on the name before it",
      "Army/NOUN/NN/5/nsubj on/ADP/IN/3/case 12/NUM/CD/1/nmod May/PROPN/NNP/3/nmod:unmarked said/VERB/VBD/0/root it/PRON/PRP/7/nsubj withdrew/VERB/VBD/5/ccomp",
      "obl(12, said)",
    ],
    [
      "a word of an aside that hangs on the verb behind it",
      "Lee/PROPN/NNP/9/nsubj ,/PUNCT/,/6/punct who/PRON/WP/6/nsubj was/AUX/VBD/6/cop in/ADP/IN/6/case Goma/PROPN/NNP/1/appos ago/ADV/RB/9/advmod ,/PUNCT/,/1/punct accused/VERB/VBD/0/root Rwanda/PROPN/NNP/9/obj",
      "advmod(ago, Goma)",
    ],
    [
      "a clause behind its mark, read as a phrase with a verb beside it",
      "Nine/NUM/CD/2/nsubj died/VERB/VBD/0/root after/ADP/IN/5/case a/DET/DT/5/det shell/NOUN/NN/2/obl hit/VERB/VBD/2/advcl it/PRON/PRP/6/obj",
      "nsubj(shell, hit)",
    ],
    [
      "a participle with its agent, read as the main verb",
      "Truces/NOUN/NNS/2/nsubj brokered/VERB/VBD/0/root by/ADP/IN/4/case Oman/PROPN/NNP/2/obl last/ADJ/JJ/6/amod July/PROPN/NNP/7/nsubj collapsed/VERB/VBD/2/advcl",
      "nsubj(Truces, collapsed)",
    ],
    [
      "a month that is read as the doer",
      "It/PRON/PRP/2/nsubj left/VERB/VBD/0/root and/CCONJ/CC/7/cc on/ADP/IN/5/case 7/NUM/CD/7/obl May/PROPN/NNP/7/nsubj returned/VERB/VBD/2/conj",
      "nmod:unmarked(May, 7)",
    ],
    [
      "a month that is read as a part of the name behind it",
      "In/ADP/IN/3/case May/PROPN/NNP/3/compound Chad/PROPN/NNP/4/obl shelled/VERB/VBD/0/root posts/NOUN/NNS/4/obj",
      "nsubj(Chad, shelled)",
    ],
    [
      "a participle that is taken for the subject",
      "Envoys/NOUN/NNS/2/nsubj:pass gathered/VERB/VBN/5/nsubj in/ADP/IN/4/case Doha/PROPN/NNP/2/obl agree/VERB/VBP/0/root",
      "nsubj(Envoys, agree)",
    ],
    [
      "a weekday that hangs on the name before it",
      "Ankara/PROPN/NNP/4/nsubj on/ADP/IN/3/case Monday/PROPN/NNP/1/nmod condemned/VERB/VBD/0/root it/PRON/PRP/4/obj",
      "obl(Monday, condemned)",
    ],
    [
      "a title read as a subject of its own",
      "Interior/PROPN/NNP/5/nsubj Minister/PROPN/NNP/3/nmod:desc Ahmed/PROPN/NNP/5/nsubj Wafi/PROPN/NNP/3/flat said/VERB/VBD/0/root",
      "compound(Interior, Minister)",
    ],
    [
      "a noun read as a subject beside the noun it describes",
      "Forces/NOUN/NNS/4/nsubj:pass drones/NOUN/NNS/4/nsubj:pass were/AUX/VBD/4/aux:pass shot/VERB/VBN/0/root",
      "compound(Forces, drones)",
    ],
    [
      "an including phrase that hangs on the verb",
      "Nine/NUM/CD/2/nummod people/NOUN/NNS/3/nsubj died/VERB/VBD/0/root in/ADP/IN/6/case the/DET/DT/6/det clashes/NOUN/NNS/3/obl ,/PUNCT/,/10/punct including/VERB/VBG/10/case two/NUM/CD/10/nummod boys/NOUN/NNS/3/obl",
      "nmod(boys, people)",
    ],
    [
      "a dateline read as a subject",
      "ADEN/PROPN/NNP/4/nsubj :/PUNCT/:/4/punct Gunmen/NOUN/NNS/4/nsubj fled/VERB/VBD/0/root",
      "dep(ADEN, fled)",
    ],
    [
      "a description between commas read as a subject",
      "Nine/NUM/CD/2/nummod civilians/NOUN/NNS/9/nsubj:pass ,/PUNCT/,/5/punct mostly/ADV/RB/5/advmod women/NOUN/NNS/9/nsubj:pass ,/PUNCT/,/2/punct had/AUX/VBD/9/aux been/AUX/VBN/9/aux:pass killed/VERB/VBN/0/root",
      "appos(women, civilians)",
    ],
    [
      "a word that hangs on a mark",
      "Gunmen/NOUN/NNS/2/nsubj fled/VERB/VBD/0/root ,/PUNCT/,/4/punct residents/NOUN/NNS/5/appos ./PUNCT/./2/punct",
      "appos(residents, fled)",
    ],
    ["a mark as root", "Gunmen/NOUN/NNS/2/nsubj fled/VERB/VBD/3/dep ./PUNCT/./0/root", "root(fled, -)"],
    [
      "a joined noun behind a name and its participle",
      "Chadian/ADJ/JJ/2/amod troops/NOUN/NNS/8/nsubj and/CCONJ/CC/4/cc Sudan/PROPN/NNP/6/obl -/PUNCT/HYPH/4/punct backed/VERB/VBN/7/amod rebels/NOUN/NNS/8/nsubj clashed/VERB/VBD/0/root",
      "conj(rebels, troops)",
    ],
    [
      "a name before a time",
      "Two/NUM/CD/2/nummod pilots/NOUN/NNS/4/nsubj:pass were/AUX/VBD/4/aux:pass held/VERB/VBN/0/root by/ADP/IN/9/case the/DET/DT/9/det Turks/PROPN/NNPS/9/compound last/ADJ/JJ/9/amod month/NOUN/NN/4/obl:agent",
      "obl:agent(Turks, held)",
    ],
    [
      "a subject behind the phrase that opens its sentence",
      "Under/ADP/IN/2/case pressure/NOUN/NN/7/obl ,/PUNCT/,/4/punct Fiji/PROPN/NNP/2/conj on/ADP/IN/6/case Monday/PROPN/NNP/7/obl withdrew/VERB/VBD/0/root",
      "nsubj(Fiji, withdrew)",
    ],
    [
      "a subject behind a semicolon",
      "Fiji/PROPN/NNP/2/nsubj agreed/VERB/VBD/0/root ;/PUNCT/:/4/punct Samoa/PROPN/NNP/2/appos on/ADP/IN/6/case Monday/PROPN/NNP/2/obl refused/VERB/VBD/2/conj",
      "nsubj(Samoa, refused)",
    ],
    [
      "the first of two subjects read as the sentence",
      "Fiji/PROPN/NNP/0/root and/CCONJ/CC/5/cc Samoa/PROPN/NNP/5/nsubj are/AUX/VBP/5/cop due/ADJ/JJ/1/conj to/PART/TO/7/mark meet/VERB/VB/5/xcomp",
      "nsubj(Fiji, due)",
    ],
    [
      'two subjects with "and" between them',
      "Fiji/PROPN/NNP/4/nsubj and/CCONJ/CC/4/cc Samoa/PROPN/NNP/4/nsubj met/VERB/VBD/0/root",
      "conj(Samoa, Fiji)",
    ],
    [
      "what is due read as a preposition",
      "Fiji/PROPN/NNP/5/nsubj is/AUX/VBZ/5/cop due/ADJ/JJ/5/case to/PART/TO/5/mark vote/VERB/VB/0/root",
      "xcomp(vote, due)",
    ],
    [
      "who would do what is hoped",
      "Fiji/PROPN/NNP/2/nsubj hopes/VERB/VBZ/0/root Samoa/PROPN/NNP/2/obj will/AUX/MD/5/aux return/VERB/VB/2/xcomp",
      "nsubj(Samoa, return)",
    ],
    [
      "two roots",
      "Gunmen/NOUN/NNS/2/nsubj fled/VERB/VBD/0/root north/NOUN/NN/0/root",
      "parataxis(north, fled)",
    ],
    [
      "who reports in the end",
      "Shells/NOUN/NNS/2/nsubj fell/VERB/VBD/0/root nearby/ADV/RB/2/advmod ,/PUNCT/,/6/punct Reuters/PROPN/NNP/6/compound reports/NOUN/NNS/2/obl !/PUNCT/./2/punct",
      "nsubj(Reuters, reports)",
    ],
    [
      "a final stop inside the sentence",
      "Gunmen/NOUN/NNS/2/nsubj fled/VERB/VBD/0/root north/ADV/RB/2/advmod ././././punct".replace(
        "././././punct",
        "./PUNCT/./3/punct",
      ),
      "punct(., fled)",
    ],
  ])("%s", (_, text, arc) => {
    const tree = draft(text);
    repairTree(tree);
    expect(arcs(tree)).toContain(arc);
    expect([...tree.head].filter((h) => h < 0)).toHaveLength(1);
  });
});

describe("leaves alone", () => {
  test.each([
    [
      "a day that belongs to what happened on it",
      "The/DET/DT/2/det attack/NOUN/NN/5/nsubj on/ADP/IN/4/case Monday/PROPN/NNP/2/nmod killed/VERB/VBD/0/root nine/NUM/CD/5/obj",
    ],
    [
      "what who tells goes on to ask for",
      "Jets/NOUN/NNS/2/nsubj bombed/VERB/VBD/6/ccomp Osh/PROPN/NNP/2/obj ,/PUNCT/,/6/punct officials/NOUN/NNS/6/nsubj say/VERB/VBD/0/root ,/PUNCT/,/9/punct and/CCONJ/CC/9/cc urge/VERB/VBD/6/conj calm/NOUN/NN/9/obj",
    ],
    [
      "a fronted object of speech and its speaker",
      "which/PRON/WDT/3/nsubj he/PRON/PRP/3/nsubj denied/VERB/VBD/0/root",
    ],
  ])("%s", (_, text) => {
    const tree = draft(text);
    repairTree(tree);
    expect(arcs(tree)).toEqual(arcs(draft(text)));
  });
});

test("a repair that would hang words in a circle is taken back", () => {
  const text = "Shares of the shipper nose-dived $9 a share, to $80, and pulled other stocks down.";
  for (const { head } of analyse(text, { start: 0, end: text.length }, model))
    for (let t = 0; t < head.length; t++) {
      let up = t;
      for (let steps = 0; up >= 0 && steps <= head.length; steps++) up = head[up]!;
      expect(up).toBe(-1);
    }
});
