import type { ReportListing } from "../record/listing.js";
import type { Difference } from "../record/revisions.js";
import { dateLabel } from "./labels.js";
import { oneLine, type PageOptions, quoted, row, title, wrap } from "./page.js";

/** Another version of a report, with what differs from it to the one shown. */
export interface VersionOfReport {
  readonly label: string;
  readonly text: string;
  /** Whether it came before the one shown. */
  readonly isEarlier: boolean;
  readonly differences: readonly Difference[];
}

/** A report as the store has it: what it is, what it is a copy or version of, which others tell its story, and what its versions say otherwise. */
export function reportText(
  report: ReportListing & { readonly text: string },
  { versions, sameStory }: { versions: readonly VersionOfReport[]; sameStory: readonly ReportListing[] },
  o: PageOptions,
): string {
  const kin = report.kin.map(
    (k) => `${k.why === "copy" ? "a copy of one story with" : "a version of one article with"} ${k.label}`,
  );
  const head = [
    o.style.strong(oneLine(report.title ?? report.label)),
    `${report.label} · ${report.outlet ?? "outlet not named"} · ${dateLabel({ from: report.from, to: report.to, basis: "stated" })}`,
    ...(report.address ? [oneLine(report.address)] : []),
    `${report.claims} claims · report ${report.hash}`,
    ...kin.map((k) => `It is ${k}.`),
    ...(sameStory.length === 0
      ? []
      : [`The same story, by its words: ${sameStory.map((r) => oneLine(r.label)).join(", ")}.`]),
  ].flatMap((line) => wrap(line, o.width));
  return [...head, ...versions.flatMap((v) => versionLines(report, v, o)), ""].join("\n");
}

function versionLines(report: { label: string; text: string }, v: VersionOfReport, o: PageOptions): string[] {
  const [older, newer] = v.isEarlier ? [v, report] : [report, v];
  const changes = v.differences.filter((d) => d.kind !== "same");
  const sentence = (text: string, span: { start: number; end: number } | null) =>
    span === null ? "" : quoted(text.slice(span.start, span.end));
  return [
    "",
    title(`From ${older.label} to ${newer.label}`, o),
    ...(changes.length === 0 ? ["The same words."] : []),
    ...changes.flatMap((d) => {
      if (d.kind === "changed") {
        const words = d.words
          .map(
            ({ before, after }) =>
              `${sentence(older.text, before) || "nothing"} → ${sentence(newer.text, after) || "nothing"}`,
          )
          .join("; ");
        return [
          ...row("was", sentence(older.text, d.before), o),
          ...row("is", sentence(newer.text, d.after), o),
          ...row("", o.style.alert(words), o),
        ];
      }
      return d.kind === "removed"
        ? row("gone", sentence(older.text, d.before), o)
        : row("new", sentence(newer.text, d.after), o);
    }),
  ];
}
