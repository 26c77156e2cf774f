import pc from "picocolors";
import { loadParties } from "../data/load-parties.js";
import { packageRoot } from "../data/package-root.js";
import { PLAIN, type TextStyle } from "../formats/text.js";
import { UsageError } from "./exit.js";
import { openOutput } from "./output.js";

export const RECORD_FORMATS = ["text", "json", "csv", "facts"] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

export interface OutputOptions {
  readonly format: RecordFormat;
  readonly out?: string;
  readonly width?: string;
}

export const COLOURS: TextStyle = { strong: pc.bold, faint: pc.dim, quote: pc.cyan, alert: pc.yellow };

/** How the text form is laid out here. */
export interface TextLayout {
  readonly width: number;
  readonly style: TextStyle;
  /** A party's name for its code. */
  readonly nameOf: (code: string) => string;
}

/** Each form that a command has; made when it is asked for. */
export type Forms = Partial<Record<Exclude<RecordFormat, "text">, () => unknown>> & {
  readonly text: (layout: TextLayout) => string;
};

/** Prints in the form asked for; JSON forms with two spaces of indent. */
export function printForms(options: OutputOptions, forms: Forms): void {
  const width = options.width === undefined ? undefined : Number(options.width);
  if (width !== undefined && !(Number.isInteger(width) && width >= 40))
    throw new UsageError(`--width ${options.width} is no width.`, "Give a number of columns, 40 or more.");
  const output = openOutput(options.out);
  try {
    if (options.format === "text") {
      const colours = output.isTerminal && !process.env.NO_COLOR && pc.isColorSupported;
      output.write(
        forms.text({
          width: width ?? Math.min(output.columns, 160),
          style: colours ? COLOURS : PLAIN,
          nameOf: partyNames(),
        }),
      );
      return;
    }
    const made = forms[options.format]?.();
    if (made === undefined)
      throw new UsageError(`There is no ${options.format} form of this.`, "Use --format text or json.");
    output.write(typeof made === "string" ? made : `${JSON.stringify(made, null, 2)}\n`);
  } finally {
    output.close();
  }
}

let names: ((code: string) => string) | null = null;

/** Names of parties from the lexicon, read once. */
export function partyNames(): (code: string) => string {
  if (!names) {
    const { labels } = loadParties(packageRoot());
    names = (code) => labels.get(code) ?? code;
  }
  return names;
}
