import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeLanguageModel, LANGUAGE_FILES, type LanguageModel } from "../language/model.js";

/**
 * Reads the models that ship with the package.
 *
 * @param folder the package's `models/` unless given
 * @throws where a file is missing, cut short or not of the same training run as the others
 */
export async function loadLanguageModel(folder: string = modelFolder()): Promise<LanguageModel> {
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
  });
}

/** `models/` of the package: the nearest above this file, which is in src/data or, bundled, in dist. */
function modelFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "models", LANGUAGE_FILES.header))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error(`models/${LANGUAGE_FILES.header} is missing: reinstall the package, or train it anew`);
    folder = above;
  }
  return join(folder, "models");
}
