import type { ReportPage } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { counted, oneLine } from "../../../formats/page.js";

type Listing = ReportPage["reports"][number];

/** What a report is called in a list, and its name where that is another. */
export function titleOf({ title, label }: Pick<Listing, "title" | "label">): {
  title: string;
  name: string | null;
} {
  const words = oneLine(title ?? "");
  return words === "" ? { title: label, name: null } : { title: words, name: label };
}

/** "1 copy", "2 versions": what else there is of its origin; empty for a report that stands alone. */
export function kinWords(kin: Listing["kin"]): string[] {
  const of = (why: "copy" | "revision") => kin.filter((k) => k.why === why).length;
  const [copies, versions] = [of("copy"), of("revision")];
  return [
    ...(copies > 0 ? [counted(copies, "copy", "copies")] : []),
    ...(versions > 0 ? [counted(versions, "other version")] : []),
  ];
}

/** When a report appeared, as far as it is known. */
export const publishedWords = ({ from, to }: Pick<Listing, "from" | "to">): string =>
  dateLabel({ from, to, basis: "stated" });

/** How many reports there are, and what of: "1,204 reports", "3 reports with “ceasefire”". */
export const totalWords = (total: number, words: string | undefined): string =>
  `${counted(total, "report")}${words ? ` with “${words}”` : ""}`;
