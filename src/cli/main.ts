import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { packageRoot } from "../data/package-root.js";
import { ExitCode, reportFailure } from "./exit.js";
import { recordCommands } from "./record-commands.js";
import { secondReaderOptions } from "./second-reader-options.js";

/** Builds the program; each command's code is loaded when it is called. */
export function program(): Command {
  const version = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version as string;
  const top = new Command("parley")
    .description(
      "Reads reports of conflict and keeps the record: who did what to whom, when, where, according to whom.",
    )
    .version(version)
    .option("--debug", "print the stack of an error")
    .showHelpAfterError("(parley --help shows what there is)")
    .exitOverride();
  const read = top
    .command("read")
    .description("read reports and print their record")
    .argument("<input...>", "files, folders, globs, or - for standard input")
    .addOption(
      new Option("--format <form>", "how to print it")
        .choices(["text", "json", "facts", "jsonl"])
        .default("text"),
    )
    .option("--published <date>", "when the reports appeared (YYYY-MM-DD), where they do not say")
    .option("--out <file>", "write to a file instead of standard output")
    .option("--explain <claim>", "show how one claim was made: its number, such as e3, t1, a2 or i0")
    .option("--width <columns>", "width of the text form");
  secondReaderOptions(read)
    .addHelpText(
      "after",
      `
Examples:
  parley read samples/afgpak-clash-agency.txt
  parley read reports/ --format jsonl --out record.jsonl
  cat report.txt | parley read - --published 2026-02-27 --format json

Exit code: 0 all read, 1 some could not be read (each is named on standard error), 2 wrong use.`,
    )
    .action(async (inputs: string[], options) => {
      const { readCommand } = await import("./read.js");
      process.exitCode = await readCommand(inputs, { ...options, debug: top.opts().debug === true });
    });
  top
    .command("parse")
    .description("print dependency trees as CoNLL-U, from text or for the tokens of a treebank")
    .argument("[input]", "a text file, or - for standard input")
    .option("--conllu <file>", "tag and parse the tokens of this CoNLL-U file anew")
    .option("--out <file>", "write to a file instead of standard output")
    .addHelpText("after", "\nExample:\n  parley parse --conllu en_ewt-ud-test.conllu > parsed.conllu")
    .action(async (input: string | undefined, options) => {
      const { parseCommand } = await import("./parse.js");
      process.exitCode = await parseCommand(input, options);
    });
  top
    .command("schema")
    .description("print the JSON Schema of a JSON form")
    .addOption(
      new Option("--of <form>", "of one report, or of a list of the record")
        .choices([
          "report",
          "incident",
          "incidents",
          "initiatives",
          "timeline",
          "dyad",
          "reports",
          "search",
          "rulings",
        ])
        .default("report"),
    )
    .option("--out <file>", "write to a file instead of standard output")
    .action(async (options) => {
      const { schemaCommand } = await import("./schema.js");
      process.exitCode = schemaCommand(options);
    });
  recordCommands(top);
  return top;
}

/** Runs the command line; the exit code is left in `process.exitCode`. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
    process.stderr.write(`parley: the output cannot be written (${error.code}).\n`);
    process.exit(ExitCode.someUnread);
  });
  try {
    await program().parseAsync(argv as string[]);
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? ExitCode.ok : ExitCode.wrongUse;
      return;
    }
    process.exitCode = reportFailure(error, argv.includes("--debug"));
  }
}
