import { LINK_THRESHOLD, type LinkFeatures, type LinkReason } from "../record/linking.js";
import { dateLabel } from "./labels.js";
import { oneLine, type PageOptions, page, title, visible, wrap } from "./page.js";
import { partyLabel } from "./record-labels.js";

/** Why a telling is in its incident: what it looks back to, and what spoke for and against. */
export interface WhyLink {
  readonly features: LinkFeatures;
  /** Label of its report. */
  readonly label: string;
  /** The earlier telling that it looks back to; null where nothing earlier is near enough. */
  readonly parent: string | null;
  readonly parentLabel: string | null;
  readonly score: number | null;
  readonly reasons: readonly LinkReason[];
}

/** Each telling of an incident with the link that brought it in, in the order of publication. */
export function whyText(links: readonly WhyLink[], o: PageOptions): string {
  if (links.length === 0) return "No telling belongs to this incident.\n";
  const own = new Set(links.map((l) => l.features.id));
  return page([
    [
      title("Why these tellings are one incident", o),
      ...wrap(
        `A telling joins the earlier one with which most speaks for one incident; a link needs ${LINK_THRESHOLD}.`,
        o.width,
      ).map(o.style.faint),
    ],
    ...links.map((l, k) => linkLines(l, k + 1, own, o)),
  ]);
}

function linkLines(l: WhyLink, n: number, own: ReadonlySet<string>, o: PageOptions): string[] {
  const f = l.features;
  const sides =
    f.actors.length > 0 && f.recipients.length > 0
      ? `${partyLabel(f.actors, o)} → ${partyLabel(f.recipients, o)}`
      : partyLabel([...f.actors, ...f.recipients], o);
  const places = f.places.map((p) => oneLine(p.name)).join(", ") || "place not told";
  return [
    ...wrap(o.style.strong(`${n}  ${oneLine(l.label)}`), o.width, "", "   "),
    ...wrap(`${f.id} · ${dateLabel(f.date)} · ${places} · ${sides}`, o.width, "   ").map(o.style.faint),
    ...wrap(backLine(l, own), o.width, "   ", "      "),
    ...l.reasons.flatMap((r) => reasonLines(r, o)),
  ];
}

function backLine(l: WhyLink, own: ReadonlySet<string>): string {
  if (l.parent === null) return "looks back to nothing: it begins a chain of links";
  const who = `${oneLine(l.parentLabel ?? "a report")} (${l.parent})`;
  const score = l.score === null ? "" : `, score ${l.score}`;
  return own.has(l.parent)
    ? `looks back to ${who}${score}`
    : `looked back to ${who}${score}, but stands apart from it: one report tells both, they drifted too far, or a ruling set it apart`;
}

function reasonLines(r: LinkReason, o: PageOptions): string[] {
  const sign = r.weight < 0 ? "-" : "+";
  const weight = `${sign}${Math.abs(r.weight)}`.padStart(6);
  const label = `   ${r.weight < 0 ? o.style.alert(weight) : weight}  ${r.feature.padEnd(10)}`;
  const indent = " ".repeat(visible(label) + 1);
  return wrap(oneLine(r.why), o.width, `${label} `, o.width < 60 ? " ".repeat(11) : indent);
}
