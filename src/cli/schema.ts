import { jsonSchema } from "../formats/json-schema.js";
import { ExitCode } from "./exit.js";
import { openOutput } from "./output.js";

/** Prints the JSON Schema of the JSON form. Returns the exit code. */
export function schemaCommand(options: { readonly out?: string }): number {
  const output = openOutput(options.out);
  output.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  output.close();
  return ExitCode.ok;
}
