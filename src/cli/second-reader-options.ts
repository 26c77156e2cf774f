import type { Command } from "commander";

/** The options of commands that a second reader can read along with; what they mean is in second-reader.ts, loaded when called. */
export function secondReaderOptions(command: Command): Command {
  return command
    .option(
      "--second-reader <reader>",
      "a language model reads too, beside Parley: openai-compatible:URL#model (key in PARLEY_SECOND_READER_KEY)",
    )
    .option("--second-reader-timeout <seconds>", "how long each of its answers may take (else 120)");
}
