import type { ReportRoom } from "../../../formats/desk-json.js";

/** A file to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A report as `parley read --format json` prints it, or its text as it stands. */
export function fileOf({ report, coded }: ReportRoom, form: "json" | "txt"): SavedFile {
  const name = `${report.label.replace(/[^\p{L}\p{N}._-]+/gu, "-").slice(0, 100) || "report"}.${form}`;
  if (form === "txt") return { name, type: "text/plain", content: report.text };
  const { id, ...rest } = coded.report;
  const { sentences, attributions, events, tolls, initiatives, sequences, initiators } = coded;
  const { loadedWords, uncoded, version } = coded;
  const read = {
    form: 1,
    report: { id, text: report.text, ...rest },
    ...{ sentences, attributions, events, tolls, initiatives, sequences, initiators },
    ...{ loadedWords, uncoded, version },
  };
  return { name, type: "application/json", content: `${JSON.stringify([read], null, 2)}\n` };
}

/** Hands a file to the browser, which saves it. */
export function saveFile({ name, type, content }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // the browser has taken it by then
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
