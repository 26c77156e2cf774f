import { Argument, type Command } from "commander";

import { RULE_ACTIONS } from "./rule-actions.js";
import { outputOptions, storeOptions } from "./with-store.js";

/** Commands that work on the store; each one's code is loaded when it is called. */
export function recordCommands(top: Command): void {
  storeOptions(
    top
      .command("add")
      .description("read documents into the store; without any, those that an interruption left")
      .argument("[input...]", "files, folders, globs, addresses, or - for standard input"),
  )
    .option("--published <date>", "when the reports appeared (YYYY-MM-DD), where they do not say")
    .option("--again", "try once more those that could not be read")
    .option("--quiet", "do not name each document")
    .addHelpText(
      "after",
      `
Examples:
  parley add samples
  parley add reports/ --data ./desk
  cat report.txt | parley add - --published 2026-02-27

A document is named once it stands in the store. Exit code: 0 all read, 1 some could not be read, 2 wrong use.`,
    )
    .action(async (inputs: string[], options) => {
      const { addCommand } = await import("./add.js");
      process.exitCode = await addCommand(inputs, options);
    });
  outputOptions(
    storeOptions(
      top
        .command("rule")
        .description("make, list or undo a ruling: what a person decides about the record")
        .addArgument(new Argument("<action>", "what to do").choices([...RULE_ACTIONS]))
        .argument("[target...]", "ids of claims, incidents or tellings"),
    ),
    ["text", "json"],
  )
    .option("--who <name>", "who decides (else the account's name)")
    .option("--why <words>", "why")
    .option(
      "--set <name=value...>",
      "for correct and add: low, high, harm, party, kind, actor, recipient, type, from, to …",
    )
    .option("--report <name>", "for add: the report, by its name or hash")
    .option("--words <words>", "for add: the words of the report that say it")
    .option("--parties <codes>", "for conflict: AFG,PAK")
    .option("--from <day>", "for conflict")
    .option("--to <day>", "for conflict")
    .addHelpText(
      "after",
      `
Examples:
  parley rule confirm a2cf/t1 --why "checked with the ministry"
  parley rule correct a2cf/t1 --set low=17 high=17 --why "misread"
  parley rule merge i36w3iae7i36s ivg9x1pqk3c0d
  parley rule split ivg9x1pqk3c0d
  parley rule party "33rd Front" FARC-EMC
  parley rule conflict "Durand Line 2025" --parties AFG,PAK --from 2025-10-09
  parley rule undo u7h3kq0w2m5xz
  parley rule list

Rulings are only ever added; they outlive reading anew, and the record shows them as such.`,
    )
    .action(async (action, targets: string[], options) => {
      const { ruleCommand } = await import("./rule.js");
      process.exitCode = await ruleCommand(action, targets, options);
    });
  storeOptions(
    top.command("rebuild").description("make the record anew from the originals and rulings"),
  ).action(async (options) => {
    const { rebuildCommand } = await import("./rebuild.js");
    process.exitCode = await rebuildCommand(options);
  });
  outputOptions(
    storeOptions(
      top
        .command("doctor")
        .description("check that the store holds together, and say what to do where it does not"),
    ),
    ["text", "json"],
  ).action(async (options) => {
    const { doctorCommand } = await import("./doctor.js");
    process.exitCode = await doctorCommand(options);
  });
}
