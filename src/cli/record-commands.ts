import { Argument, type Command, Option } from "commander";
import { ROLLUP_RULES } from "../record/rollups.js";

import { RULE_ACTIONS } from "./rule-actions.js";
import { secondReaderOptions } from "./second-reader-options.js";
import { filterOptions, kindOption, outputOptions, storeOptions } from "./with-store.js";

/** Commands that work on the store; each one's code is loaded when it is called. */
export function recordCommands(top: Command): void {
  secondReaderOptions(
    storeOptions(
      top
        .command("add")
        .description("read documents into the store; without any, those that an interruption left")
        .argument("[input...]", "files, folders, globs, addresses, or - for standard input"),
    ),
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
  lists(top);
  storeOptions(
    top.command("serve").description("open the desk: the record in a browser on this machine, until Ctrl-C"),
  )
    .option("--port <number>", "where it listens; 0 takes a free one", "7878")
    .option("--host <name>", "a name of this machine for itself; there are no accounts yet", "127.0.0.1")
    .option("--open", "open it in the browser")
    .addHelpText(
      "after",
      "\nExamples:\n  parley serve --open\n  parley serve --data ./desk --port 8080\n\nIts address is printed on standard error. While it runs, other commands find the store held.",
    )
    .action(async (options) => {
      const { serveCommand } = await import("./serve.js");
      process.exitCode = await serveCommand(options);
    });
  outputOptions(
    storeOptions(
      top
        .command("rule")
        .description("make, list or undo a ruling: what a person decides about the record")
        .addArgument(new Argument("<action>", "what to do").choices([...RULE_ACTIONS]))
        .argument("[target...]", "ids of claims, incidents or tellings"),
    ),
    ["text", "json", "csv", "facts"],
  )
    .option("--who <name>", "who decides (else the account's name)")
    .option("--why <words>", "why")
    .option(
      "--set <name=value...>",
      "for correct and add. Of tolls: low, high, harm, party, kind, perpetrator; of events: type, status, actor, recipient; of steps of diplomacy: act, thirdParty, parties; of all: stance, sources, from, to. Lists with commas",
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
  parley rule add toll --report afgpak-clash-agency --words "four more soldiers" --set harm=wounded low=4 high=4 party=PAK sources=PAK
  parley rule add event --report afgpak-clash-agency --words "opened fire" --set type=ASSAULT actor=AFG recipient=PAK
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
    top
      .command("rebuild")
      .description("make the record anew from the originals and rulings")
      .option("--force", "go on without originals that are missing or damaged"),
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

/** Commands that print what the record has. */
function lists(top: Command): void {
  const list = (
    name: string,
    description: string,
    formats: readonly string[] = ["text", "json", "csv", "facts"],
  ) => filterOptions(outputOptions(storeOptions(top.command(name).description(description)), formats));
  list("incidents", "list what happened, the latest first")
    .addOption(kindOption())
    .option("--conflict <name>", "only of this conflict: part of a name that `parley conflicts` prints")
    .addHelpText(
      "after",
      "\nExamples:\n  parley incidents --party AFG --party PAK --from 2025-10-01\n  parley incidents --verdict contested --format csv",
    )
    .action(async (options) => {
      const { incidentsCommand } = await import("./incidents.js");
      process.exitCode = await incidentsCommand(options);
    });
  outputOptions(
    storeOptions(
      top
        .command("show")
        .description("show one incident: what each party says of it, side by side")
        .argument("<id>", "the incident's id, or its first letters"),
    ),
    ["text", "json", "csv", "facts"],
  )
    .option("--why", "what tied its reports together, and what spoke against")
    .option("--claims", "every claim with the id that rulings take")
    .addOption(
      new Option("--rule <rule>", "how figures become low, best and high")
        .choices([...ROLLUP_RULES])
        .default("ucdp"),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  parley show it0pab\n  parley show it0pab --why\n  parley show it0pab --rule independent",
    )
    .action(async (id: string, options) => {
      const { showCommand } = await import("./show.js");
      process.exitCode = await showCommand(id, options);
    });
  list("timeline", "incidents and diplomacy by day")
    .addOption(kindOption())
    .option("--conflict <name>", "only of this conflict: part of a name that `parley conflicts` prints")
    .action(async (options) => {
      const { timelineCommand } = await import("./diplomacy.js");
      process.exitCode = await timelineCommand(options);
    });
  list("initiatives", "list calls, offers, mediation, talks and ceasefires, with who says each step")
    .option("--conflict <name>", "only of this conflict: part of a name that `parley conflicts` prints")
    .action(async (options) => {
      const { initiativesCommand } = await import("./diplomacy.js");
      process.exitCode = await initiativesCommand(options);
    });
  list("dyad", "two parties week by week, and their incidents in order")
    .argument("<parties...>", "two codes: AFG PAK")
    .addOption(kindOption())
    .action(async (parties: string[], options) => {
      const { dyadCommand } = await import("./dyad.js");
      process.exitCode = await dyadCommand(parties, options);
    });
  outputOptions(
    storeOptions(top.command("conflicts").description("list conflicts, named or suggested by the incidents")),
    ["text", "json"],
  ).action(async (options) => {
    const { conflictsCommand } = await import("./conflicts.js");
    process.exitCode = await conflictsCommand(options);
  });
  list("search", "find words in reports and claims")
    .argument("<words...>", 'words, "a phrase", or, -not')
    .action(async (words: string[], options) => {
      const { searchCommand } = await import("./reports.js");
      process.exitCode = await searchCommand(words, options);
    });
  outputOptions(
    storeOptions(
      top
        .command("report")
        .description("show one report of the store: its copies and versions, and what differs between them")
        .argument("<name>", "its name as `parley reports` prints it, or the first digits of its hash"),
    ),
    ["text", "json"],
  ).action(async (name: string, options) => {
    const { reportCommand } = await import("./reports.js");
    process.exitCode = await reportCommand(name, options);
  });
  list("reports", "list the reports, and what could not be read")
    .option("--unread", "only what could not be read, with the reason")
    .action(async (options) => {
      const { reportsCommand } = await import("./reports.js");
      process.exitCode = await reportsCommand(options);
    });
}
