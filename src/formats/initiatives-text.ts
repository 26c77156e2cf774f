import type { Ceasefire } from "../record/ceasefires.js";
import type { Evidence } from "../record/incident.js";
import type { Initiative, InitiativeStep } from "../record/initiatives.js";
import { dateLabel } from "./labels.js";
import { counted, excerpt, oneLine, type PageOptions, page, row, title, wrap } from "./page.js";
import { ACT_WORDS, CEASEFIRE_WORDS, partyLabel, STATE_WORDS, sourceLabel } from "./record-labels.js";

export interface DiplomacyOptions extends PageOptions {
  /** A report's label by its hash. */
  readonly labelOf: (report: string) => string;
}

/** Third parties' moves with their lives, then ceasefires with the breaches that each side reports. */
export function initiativesText(
  { initiatives, ceasefires }: { initiatives: readonly Initiative[]; ceasefires: readonly Ceasefire[] },
  o: DiplomacyOptions,
): string {
  if (initiatives.length === 0 && ceasefires.length === 0) return "No initiatives and no ceasefires.\n";
  return page([
    ...(initiatives.length > 0 ? [[title("Initiatives", o)]] : []),
    ...initiatives.map((n) => initiativeLines(n, o)),
    ...(ceasefires.length > 0 ? [[title("Ceasefires", o)]] : []),
    ...ceasefires.map((c) => ceasefireLines(c, o)),
  ]);
}

function initiativeLines(n: Initiative, o: DiplomacyOptions): string[] {
  const about = [
    STATE_WORDS[n.state],
    ...(n.dormant ? ["dormant: no step for 90 days"] : []),
    period(n),
    ...(n.rounds > 0 ? [counted(n.rounds, "round of talks", "rounds of talks")] : []),
    n.id,
  ];
  const answers = [
    ...(n.acceptedBy.length > 0 ? [`accepted by ${partyLabel(n.acceptedBy, o)}`] : []),
    ...(n.declinedBy.length > 0 ? [`refused by ${partyLabel(n.declinedBy, o)}`] : []),
  ];
  const contested = n.contested.map((c) => `${sourceLabel(c.source, o)}: ${STATE_WORDS[c.state]}`).join("; ");
  return [
    ...wrap(initiativeTitle(n, o), o.width, "", "  ").map(o.style.strong),
    ...wrap(about.join(" · "), o.width, "   "),
    ...(answers.length > 0 ? wrap(answers.join(" · "), o.width, "   ") : []),
    ...(contested ? wrap(`${o.style.alert("contested")}: ${contested}`, o.width, "   ") : []),
    ...n.history.flatMap((s) => stepLines(s, o)),
  ];
}

/** "Qatar, Türkiye, between Afghanistan and Pakistan". */
export const initiativeTitle = (n: Pick<Initiative, "thirdParty" | "parties">, o: PageOptions): string =>
  n.thirdParty.length === 0
    ? `${between(n.parties, o)}, no third party named`
    : `${partyLabel(n.thirdParty, o)}, ${n.parties.length > 1 ? "between " : n.parties.length === 1 ? "towards " : ""}${between(n.parties, o)}`;

const between = (codes: readonly string[], o: PageOptions): string =>
  codes.length < 2
    ? partyLabel(codes, o)
    : `${partyLabel(codes.slice(0, -1), o)} and ${partyLabel(codes.slice(-1), o)}`;

function period(n: Initiative): string {
  if (n.from === null) return "days not told";
  return dateLabel({ from: n.from, to: n.to ?? n.from, basis: "stated" });
}

function stepLines(s: InitiativeStep, o: DiplomacyOptions): string[] {
  const who = s.parties.length === 1 ? ` (${partyLabel(s.parties, o)})` : "";
  return row(
    dateLabel(s.date),
    `${ACT_WORDS[s.act]}${who}, per ${sourceLabel(s.source, o)} · ${words(s.evidence, o)} · ${labels(s.reports, o)}`,
    o,
  );
}

/** The first words that tell it. */
const words = (evidence: readonly Evidence[], o: DiplomacyOptions) =>
  evidence[0] ? o.style.quote(excerpt(evidence[0].quote, 120)) : "no words kept";

const labels = (reports: readonly string[], o: DiplomacyOptions) =>
  [...new Set(reports.map((r) => oneLine(o.labelOf(r))))].sort().join(", ");

function ceasefireLines(c: Ceasefire, o: DiplomacyOptions): string[] {
  const term = c.termDays === null ? "no term told" : `for ${counted(c.termDays, "day")}`;
  const through = c.brokers.length > 0 ? `, through ${partyLabel(c.brokers, o)}` : "";
  const days = [
    ...(c.agreed ? [`agreed ${dateLabel(c.agreed)}`] : []),
    ...(c.inForceFrom ? [`in force from ${dateLabel(c.inForceFrom)}`] : []),
  ];
  const said = c.sources.map((s) => sourceLabel(s, o)).join(", ") || "nobody named";
  const hashes = [...c.evidence, ...c.breaches.flatMap((b) => b.evidence)].map((e) => e.report);
  return [
    ...wrap(`${between(c.parties, o)}${through}`, o.width, "", "  ").map(o.style.strong),
    ...wrap([CEASEFIRE_WORDS[c.state], ...days, term, c.id].join(" · "), o.width, "   "),
    ...wrap(`per ${said}: ${words(c.evidence, o)}`, o.width, "   ", "      "),
    ...c.breaches.flatMap((b) =>
      row(
        dateLabel(b.date),
        `breach by ${b.accused.length > 0 ? partyLabel(b.accused, o) : "a party not named"}, per ${sourceLabel(b.accuser, o)} · ${words(b.evidence, o)} · ${labels(
          b.evidence.map((e) => e.report),
          o,
        )}`,
        o,
      ),
    ),
    ...(c.breaches.length > 0
      ? wrap("A reported breach does not end a ceasefire.", o.width, "   ").map(o.style.faint)
      : []),
    ...wrap(labels(hashes, o), o.width, "   ").map(o.style.faint),
  ];
}
