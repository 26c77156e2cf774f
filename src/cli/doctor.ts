import { codeVersion } from "../data/code-version.js";
import { examine } from "../store/doctor.js";
import { ExitCode } from "./exit.js";
import { type OutputOptions, printForms } from "./record-output.js";
import { type StoreOptionsOfCommand, withStore } from "./with-store.js";

/** Checks the store and says what to do about what is wrong. @returns 0 where nothing is at fault, else 1 */
export async function doctorCommand(options: StoreOptionsOfCommand & OutputOptions): Promise<number> {
  return withStore({ ...options, asIs: true }, async (store) => {
    const findings = await examine(store, Object.values(codeVersion()).join(" "));
    printForms(options, {
      text: ({ style }) =>
        [
          `${store.folder} (${store.kind === "embedded" ? "embedded database" : "database server"})`,
          ...findings.map((f) => {
            const mark =
              f.state === "well"
                ? "well  "
                : f.state === "notice"
                  ? style.alert("notice")
                  : style.alert("FAULT ");
            return `${mark}  ${f.check}: ${f.says}${f.advice ? `\n        ${f.advice}` : ""}`;
          }),
          "",
        ].join("\n"),
      json: () => findings,
    });
    return findings.some((f) => f.state === "fault") ? ExitCode.someUnread : ExitCode.ok;
  });
}
