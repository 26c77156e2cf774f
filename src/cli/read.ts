import pc from "picocolors";
import { loadReader } from "../data/load-reader.js";
import { explain } from "../formats/explain.js";
import { factsOf } from "../formats/facts.js";
import { jsonOf, readAgainOf } from "../formats/json.js";
import { secondReadingText } from "../formats/second-reading-text.js";
import { PLAIN, type TextStyle, textOf } from "../formats/text.js";
import { gatherInputs } from "../sources/inputs.js";
import { isCivilDay } from "../text/civil-date.js";
import { ExitCode, UsageError } from "./exit.js";
import { type Output, openOutput } from "./output.js";
import { startProgress } from "./progress.js";
import { type SecondReaderOptionsOfCommand, secondReaderOf, tellNoReading } from "./second-reader.js";

export interface ReadOptions extends SecondReaderOptionsOfCommand {
  readonly format: "text" | "json" | "facts" | "jsonl";
  readonly published?: string;
  readonly out?: string;
  readonly explain?: string;
  readonly width?: string;
  readonly debug?: boolean;
}

const COLOURS: TextStyle = { strong: pc.bold, faint: pc.dim, quote: pc.cyan, alert: pc.yellow };

/**
 * Reads every input and prints its record in the order given.
 *
 * @returns the exit code: 0 all read, 1 some could not be read (each named on standard error)
 * @throws UsageError where the options make no sense
 */
export async function readCommand(inputs: readonly string[], options: ReadOptions): Promise<number> {
  if (options.published !== undefined && !isCivilDay(options.published))
    throw new UsageError(
      `--published ${options.published} is no date.`,
      "Write it as YYYY-MM-DD, such as 2026-02-27.",
    );
  const width = options.width === undefined ? undefined : Number(options.width);
  if (width !== undefined && !(Number.isInteger(width) && width >= 20))
    throw new UsageError(`--width ${options.width} is no width.`, "Give a number of columns, 20 or more.");
  const second = options.explain === undefined ? secondReaderOf(options) : null;
  const reader = await loadReader();
  const output = openOutput(options.out);
  const progress = startProgress();
  let unread = 0;
  let printed = 0;
  const list = options.explain === undefined && (options.format === "json" || options.format === "facts");
  const fail = (name: string, error: Error) => {
    unread++;
    progress.done();
    // a missing input names itself
    const message = error.message.startsWith(`${name}: `) ? error.message : `${name}: ${error.message}`;
    process.stderr.write(`parley: ${message}\n`);
    if (options.debug && error.stack) process.stderr.write(`${error.stack}\n`);
  };
  for await (const input of gatherInputs(inputs)) {
    if ("error" in input) {
      fail(input.name, input.error);
      continue;
    }
    progress.step(input.name);
    let text: string;
    try {
      const trace = reader.traceBytes(input.bytes, {
        name: input.name,
        id: input.id,
        published: options.published,
        mediaType: input.mediaType,
        address: input.address,
      });
      const { coded } = trace;
      const reading = (await second?.read(coded)) ?? null;
      if (reading !== null) {
        progress.done();
        tellNoReading(input.name, reading);
      }
      if (options.explain !== undefined) text = explain(trace, options.explain);
      else if (options.format === "text") {
        const layout = textOptions(output, width, reader.nameOf);
        text =
          textOf(coded, layout) + (reading === null ? "" : `\n${secondReadingText(coded, reading, layout)}`);
      } else if (options.format === "facts") text = JSON.stringify(factsOf(coded));
      else
        text = JSON.stringify({
          ...jsonOf(coded),
          ...(reading === null ? {} : { secondReading: readAgainOf(coded, reading) }),
        });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      fail(input.name, error instanceof Error ? error : new Error(String(error)));
      continue;
    }
    if (list) output.write(`${printed === 0 ? "[\n" : ",\n"}${text}`);
    else if (options.format === "jsonl") output.write(`${text}\n`);
    else
      output.write(
        printed === 0 ? text : `\n${output.isTerminal ? pc.dim("─".repeat(40)) : "-".repeat(40)}\n\n${text}`,
      );
    printed++;
  }
  if (list) output.write(printed === 0 ? "[]\n" : "\n]\n");
  progress.done();
  output.close();
  await second?.close();
  return unread > 0 ? ExitCode.someUnread : ExitCode.ok;
}

function textOptions(output: Output, width: number | undefined, nameOf: (code: string) => string) {
  const colours = output.isTerminal && !process.env.NO_COLOR && pc.isColorSupported;
  return { width: width ?? Math.min(output.columns, 120), nameOf, style: colours ? COLOURS : PLAIN };
}
