import type { ChainLink } from "../record/chains.js";
import type { Incident, ReportRef, TollSum } from "../record/incident.js";
import { type RollupRule, RULE_NAMES } from "../record/rollups.js";
import { claimsMatrix } from "./claims-matrix.js";
import { dateLabel } from "./labels.js";
import { counted, excerpt, oneLine, type PageOptions, page, quoted, row, title, wrap } from "./page.js";
import { actsLabel, actsOf, partyLabel, placeLabel, sourceLabel, verdictLabel } from "./record-labels.js";

export interface IncidentContext extends PageOptions {
  /** All links of order that touch it. */
  readonly chains: readonly ChainLink[];
  /** A report's label by its hash. */
  readonly labelOf: (report: string) => string;
  /** How several figures become low, best and high. */
  readonly rule: RollupRule;
}

/** One incident with every source's claims beside one another, ending in a newline. @see docs/record.md */
export function incidentText(incident: Incident, o: IncidentContext): string {
  const groups = byOrigin(incident.reports);
  const listed = groups.flat();
  const numberOf = (hash: string) => {
    const at = listed.findIndex((r) => r.hash === hash);
    return at < 0 ? null : at + 1;
  };
  return page([
    head(incident, o),
    claimsMatrix(incident, { ...o, numberOf }),
    ruleLines(incident, o),
    sums(incident, o),
    chains(incident, o),
    reports(groups, o),
  ]);
}

function head(i: Incident, o: IncidentContext): string[] {
  const what = `${partyLabel(i.parties, o)}: ${actsLabel(actsOf(i), i.kind)}`;
  const how = i.date.basis === "unknown" || i.date.basis === "stated" ? "" : ` (${i.date.basis})`;
  const place = i.place ? placeLabel(i.place, o) : "place not told";
  const origins = i.origins < i.reports.length ? ` of ${counted(i.origins, "origin")}` : "";
  return [
    ...wrap(what, o.width, "", "  ").map(o.style.strong),
    ...wrap(`${dateLabel(i.date)}${how} · ${place}`, o.width, "", "  "),
    ...wrap(
      `${i.id} · ${i.kind} · ${verdictLabel(i.verdict, o.style)} · ${counted(i.reports.length, "report")}${origins}`,
      o.width,
      "",
      "  ",
    ),
  ];
}

/** What the words "low, best, high" mean, where figures stand. */
function ruleLines(i: Incident, o: IncidentContext): string[] {
  if (!i.tolls.some((t) => t.answers.some((a) => a.value !== null && a.value.low !== null))) return [];
  return wrap(`Rule for low, best and high: ${RULE_NAMES[o.rule]}.`, o.width, "", "  ").map(o.style.faint);
}

// ---- totals and their parts

function sums(i: Incident, o: IncidentContext): string[] {
  if (i.sums.length === 0) return [];
  return [title("Totals and their parts", o), ...i.sums.flatMap((s) => sumLines(s, i, o))];
}

function sumLines(s: TollSum, i: Incident, o: IncidentContext): string[] {
  const [total, ...parts] = [s.total, ...s.parts].map(
    (x) => `${x.low} ${o.style.quote(excerpt(x.words, 100))}`,
  );
  const made = s.complete ? `= ${parts.join(" + ")}` : `among them ${parts.join(", and ")}`;
  return row(saidBy(s.total.claim, i, o), `${total} ${made}`, o);
}

/** "Afghanistan (kabul-daily)": whose figure it is, and the report. */
function saidBy(claim: string, i: Incident, o: IncidentContext): string {
  const telling = i.tellings.find((t) => t.tolls.some((x) => x.id === claim));
  const toll = telling?.tolls.find((x) => x.id === claim);
  if (!telling || !toll) return "source not found";
  const who = toll.sources.length === 0 ? [null] : toll.sources;
  return `${who.map((s) => sourceLabel(s, o)).join(", ")} (${oneLine(o.labelOf(telling.report))})`;
}

// ---- what came before and after

function chains(i: Incident, o: IncidentContext): string[] {
  const own = o.chains.filter((c) => c.incident === i.id || c.to === i.id);
  if (own.length === 0) return [];
  return [title("What it answered, and what answered it", o), ...own.flatMap((c) => chainLines(c, i, o))];
}

function chainLines(c: ChainLink, i: Incident, o: IncidentContext): string[] {
  const later = c.incident === i.id;
  const how =
    c.relation === "response" ? (later ? "in response to" : "answered by") : later ? "after" : "followed by";
  const other = later ? (c.to ?? o.style.quote(quoted(c.toWords ?? ""))) : c.incident;
  const quotes = [...new Set(c.evidence.map((e) => excerpt(e.quote, 120)))].slice(0, 2);
  const where = [...new Set(c.evidence.map((e) => oneLine(o.labelOf(e.report))))].sort().join(", ");
  return row(
    how,
    `${other}, per ${sourceLabel(c.source, o)}: ${quotes.map(o.style.quote).join(" ")} (${where})`,
    o,
  );
}

// ---- reports

/** Reports by origin, in the order of the incident's list; those of one origin together. */
function byOrigin(list: readonly ReportRef[]): ReportRef[][] {
  const groups = new Map<string, ReportRef[]>();
  for (const r of list) {
    const group = groups.get(r.origin);
    if (group) group.push(r);
    else groups.set(r.origin, [r]);
  }
  return [...groups.values()];
}

function reports(groups: readonly (readonly ReportRef[])[], o: IncidentContext): string[] {
  const all = groups.flat();
  const copies = all.length > groups.length;
  const lines = [
    title("Reports", o),
    ...groups.flatMap((group) =>
      group.flatMap((r, k) => {
        const same = k === 0 ? "" : `same origin as ${all.indexOf(group[0]!) + 1} · `;
        const words = `${same}${oneLine(r.outlet ?? "outlet not stated")} · ${dateLabel(r.published)}${r.title ? ` · ${o.style.quote(quoted(r.title))}` : ""}`;
        return row(`${all.indexOf(r) + 1}  ${oneLine(o.labelOf(r.hash))}`, words, o);
      }),
    ),
  ];
  return copies
    ? [
        ...lines,
        ...wrap(
          `Copies of one story and versions of one article are one origin: ${counted(all.length, "report")}, ${counted(groups.length, "origin")}.`,
          o.width,
          "   ",
        ).map(o.style.faint),
      ]
    : lines;
}
