import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodeLanguageModel, LANGUAGE_FILES, type LanguageModel } from "../language/model.js";
import { loadGrammarWords } from "./load-grammar-words.js";
import { packageRoot } from "./package-root.js";

/**
 * Reads the models that ship with the package, and the word classes of grammar.
 *
 * @param folder the package's `models/` unless given
 * @throws where a file is missing, cut short or not of the same training run as the others
 */
export async function loadLanguageModel(
  folder: string = join(packageRoot(), "models"),
): Promise<LanguageModel> {
  const read = (name: string) => readFile(join(folder, name));
  const [header, words, tagger, parser, backward, names, ...headlines] = await Promise.all([
    readFile(join(folder, LANGUAGE_FILES.header), "utf8"),
    read(LANGUAGE_FILES.words),
    read(LANGUAGE_FILES.tagger),
    read(LANGUAGE_FILES.parser),
    read(LANGUAGE_FILES.backward),
    read(LANGUAGE_FILES.names),
    read(LANGUAGE_FILES.headlineTagger),
    read(LANGUAGE_FILES.headlineParser),
    read(LANGUAGE_FILES.headlineBackward),
  ]);
  return decodeLanguageModel({
    header,
    words,
    tagger,
    parser,
    backward,
    headlines: { tagger: headlines[0], parser: headlines[1], backward: headlines[2] },
    names,
    grammar: loadGrammarWords(),
  });
}
