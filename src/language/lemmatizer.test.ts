import { expect, test } from "vitest";
import { loadLanguageModel } from "../data/load-language.js";
import { applyEdit, findEdit, lemmaOf } from "./lemmatizer.js";

test.each([
  ["clashes", "clash", "2"],
  ["denies", "deny", "3y"],
  ["said", "say", "2y"],
  ["army", "army", "0"],
])("%s → %s is %s", (word, lemma, edit) => {
  expect(findEdit(word, lemma)).toBe(edit);
  expect(applyEdit(word, edit)).toBe(lemma);
});

test.each([
  ["shelled", "VERB|VBD", "shell"],
  ["shelling", "VERB|VBG", "shell"],
  ["denies", "VERB|VBZ", "deny"],
  ["struck", "VERB|VBD", "strike"],
  ["withdrew", "VERB|VBD", "withdraw"],
  ["vowed", "VERB|VBD", "vow"],
  ["pledged", "VERB|VBD", "pledge"],
  ["stopped", "VERB|VBD", "stop"],
  ["recaptured", "VERB|VBD", "recapture"],
  ["torched", "VERB|VBD", "torch"],
  ["accuses", "VERB|VBZ", "accuse"],
  ["clashes", "NOUN|NNS", "clash"],
  ["casualties", "NOUN|NNS", "casualty"],
  ["children", "NOUN|NNS", "child"],
  ["Houthis", "PROPN|NNPS", "Houthi"],
  ["Nations", "PROPN|NNPS", "Nation"],
  ["Friday", "PROPN|NNP", "Friday"],
  ["were", "AUX|VBD", "be"],
  ["constructor", "NOUN|NN", "constructor"],
])("%s as %s is %s", async (word, tag, lemma) => {
  const model = await loadLanguageModel();
  expect(lemmaOf(word, tag, model.header.lemmas, model.words)).toBe(lemma);
});
