import type { ReportListing } from "../record/listing.js";
import { dateLabel } from "./labels.js";
import { counted, oneLine, type PageOptions, page, quoted, row, title, wrap } from "./page.js";

/** A document that could not be read, and why. */
export interface UnreadDocument {
  readonly name: string;
  readonly code: string;
  readonly problem: string;
}

/** Reports with their copies and versions; then documents that could not be read, each with the reason. */
export function reportsText(
  list: readonly ReportListing[],
  unread: readonly UnreadDocument[],
  o: PageOptions,
): string {
  if (list.length === 0 && unread.length === 0) return "No reports yet. Add some with `parley add FILE…`.\n";
  return page([
    list.flatMap((r) => reportLines(r, o)),
    list.length === 0 ? [] : [o.style.faint(`${counted(list.length, "report")}.`)],
    unread.length === 0
      ? []
      : [
          title("Could not be read", o),
          ...unread.flatMap((u) => row(oneLine(u.name), `${oneLine(u.problem)} (${u.code})`, o)),
        ],
  ]);
}

function reportLines(r: ReportListing, o: PageOptions): string[] {
  const date = dateLabel({ from: r.from, to: r.to, basis: "stated" });
  const kin = (["copy", "revision"] as const).flatMap((why) => {
    const labels = r.kin.filter((k) => k.why === why).map((k) => oneLine(k.label));
    return labels.length === 0
      ? []
      : [`${why === "copy" ? "near-copy of" : "another version of"} ${labels.join(", ")}`];
  });
  const about = [oneLine(r.outlet ?? "outlet not stated"), date, counted(r.claims, "claim"), ...kin];
  return [
    ...wrap(
      `${o.style.strong(oneLine(r.label))} ${r.title ? o.style.quote(quoted(r.title)) : "(no title)"}`,
      o.width,
      "",
      "   ",
    ),
    ...wrap(about.join(" · "), o.width, "   "),
    ...(r.address ? wrap(o.style.faint(oneLine(r.address)), o.width, "   ") : []),
  ];
}
