import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { loadLanguageModel } from "../data/load-language.js";
import { analyse } from "../language/analyse.js";
import { annotateConllu, readConllu, toConllu, writeConllu } from "../language/conllu.js";
import { ExitCode, UsageError } from "./exit.js";
import { openOutput } from "./output.js";

export interface ParseOptions {
  readonly conllu?: string;
  readonly out?: string;
}

/** Prints trees as CoNLL-U: of a text, or of a treebank's own tokens tagged and parsed anew. Returns the exit code. */
export async function parseCommand(input: string | undefined, options: ParseOptions): Promise<number> {
  if ((input === undefined) === (options.conllu === undefined))
    throw new UsageError(
      "parse takes one input.",
      "Give a text file, - for standard input, or --conllu FILE.",
    );
  const source = readInput(options.conllu ?? input!);
  const model = await loadLanguageModel();
  const output = openOutput(options.out);
  if (options.conllu !== undefined) output.write(writeConllu(annotateConllu(readConllu(source), model)));
  else output.write(toConllu(paragraphs(source).flatMap((span) => analyse(source, span, model))));
  output.close();
  return ExitCode.ok;
}

function readInput(path: string): string {
  try {
    const bytes = readFileSync(path === "-" ? 0 : path);
    return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  } catch (cause) {
    throw new UsageError(
      `${path} cannot be read.`,
      `Check the name (${(cause as NodeJS.ErrnoException).code ?? "unknown error"}).`,
    );
  }
}

/** Stretches between blank lines. */
function paragraphs(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (const m of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g))
    out.push({ start: m.index, end: m.index + m[0].length });
  return out;
}
