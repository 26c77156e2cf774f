import { jsonSchema } from "../formats/json-schema.js";
import { type RecordJsonName, recordJsonSchemas } from "../formats/record-json.js";
import { ExitCode } from "./exit.js";
import { openOutput } from "./output.js";

/** Prints the JSON Schema of a JSON form. Returns the exit code. */
export function schemaCommand(options: {
  readonly of: "report" | RecordJsonName;
  readonly out?: string;
}): number {
  const schema = options.of === "report" ? jsonSchema() : recordJsonSchemas()[options.of];
  const output = openOutput(options.out);
  output.write(`${JSON.stringify(schema, null, 2)}\n`);
  output.close();
  return ExitCode.ok;
}
