import { describe, expect, test } from "vitest";
import { drawnTree } from "../../tests/helpers/drawn-tree.js";
import { featuresOf } from "./morphology.js";

describe("features", () => {
  test.each([
    [
      "Rebels/NOUN/NNS/2/nsubj seized/VERB/VBD/0/root it/PRON/PRP/2/obj",
      [
        "Number=Plur",
        "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin",
        "Case=Nom|Gender=Neut|Number=Sing|Person=3|PronType=Prs",
      ],
    ],
    [
      "He/PRON/PRP/4/nsubj:pass was/AUX/VBD/4/aux:pass not/PART/RB/4/advmod killed/VERB/VBN/0/root",
      [
        "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
        "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin",
        "Polarity=Neg",
        "Tense=Past|VerbForm=Part|Voice=Pass",
      ],
    ],
    [
      "Stop/VERB/VB/0/root the/DET/DT/4/det third/ADJ/JJ/4/amod attack/NOUN/NN/1/obj",
      [
        "Mood=Imp|Person=2|VerbForm=Fin",
        "Definite=Def|PronType=Art",
        "Degree=Pos|NumForm=Word|NumType=Ord",
        "Number=Sing",
      ],
    ],
    ["more/ADJ/JJR/2/amod drones/NOUN/NNS/0/root ./PUNCT/./2/punct", ["Degree=Cmp", "Number=Plur", "_"]],
  ])("%s", (text, features) => {
    expect(featuresOf(drawnTree(text))).toEqual(features);
  });
});
