import type { Ceasefire } from "../record/ceasefires.js";
import { weeksOf } from "../record/dyads.js";
import type { Initiative } from "../record/initiatives.js";
import type { IncidentListing } from "../record/listing.js";
import type { DateInterval } from "../text/civil-date.js";
import { carried, FIGURES_NOTE, listedPlace, tollsLine } from "./incidents-text.js";
import { initiativeTitle } from "./initiatives-text.js";
import { oneDay } from "./labels.js";
import { type PageOptions, page, row, title, wrap } from "./page.js";
import { ACT_WORDS, actsLabel, partyLabel, sourceLabel, verdictLabel } from "./record-labels.js";
import { STANDS_OUT_NOTE, weekStrip } from "./week-bars.js";

export interface Timeline {
  readonly incidents: readonly IncidentListing[];
  readonly initiatives: readonly Initiative[];
  readonly ceasefires: readonly Ceasefire[];
}

interface Entry {
  readonly day: string | null;
  readonly label: string;
  readonly text: string;
}

/** What happened day by day: incidents, steps of initiatives, steps of ceasefires; the weeks as bars above. */
export function timelineText(t: Timeline, o: PageOptions): string {
  const entries = [
    ...t.incidents.map((i) => incidentEntry(i, o)),
    ...t.initiatives.flatMap((n) => stepEntries(n, o)),
    ...t.ceasefires.flatMap((c) => ceasefireEntries(c, o)),
  ];
  if (entries.length === 0) return "Nothing to show between these days.\n";
  const strip = weekStrip(weeksOf(t.incidents), o);
  const days = [...new Set(entries.map((e) => e.day))].sort((a, b) =>
    (a ?? "9999").localeCompare(b ?? "9999"),
  );
  return page([
    strip.length > 0 ? [title("Weeks", o), ...strip] : [],
    ...days.map((day) => [
      o.style.strong(day === null ? "Day not known" : oneDay(day)),
      ...entries.filter((e) => e.day === day).flatMap((e) => row(e.label, e.text, o)),
    ]),
    [
      ...(t.incidents.some((i) => i.cells.length > 0) ? wrap(FIGURES_NOTE, o.width) : []),
      ...(strip.length > 0 ? wrap(STANDS_OUT_NOTE, o.width) : []),
    ].map(o.style.faint),
  ]);
}

/** " (to 15 Oct 2025)" where it runs on. */
const until = (from: string | null, to: string | null) =>
  to === null || from === to ? "" : from === null ? " (up to that day)" : ` (to ${oneDay(to)})`;

function incidentEntry(i: IncidentListing, o: PageOptions): Entry {
  return {
    day: i.from ?? i.to,
    label: i.kind,
    text: `${partyLabel(i.parties, o)}: ${actsLabel(i.acts, i.kind)} · ${listedPlace(i, o)}${until(i.from, i.to)} · ${tollsLine(i, o)}${verdictLabel(i.verdict, o.style)} · ${carried(i)} · ${i.id}`,
  };
}

function stepEntries(n: Initiative, o: PageOptions): Entry[] {
  return n.history.map((s) => ({
    day: s.date.from ?? s.date.to,
    label: "initiative",
    text: `${initiativeTitle(n, o)}: ${ACT_WORDS[s.act]}${s.parties.length === 1 ? ` (${partyLabel(s.parties, o)})` : ""}, per ${sourceLabel(s.source, o)}${until(s.date.from, s.date.to)} · ${n.id}`,
  }));
}

function ceasefireEntries(c: Ceasefire, o: PageOptions): Entry[] {
  const who = partyLabel(c.parties, o);
  const entry = (date: DateInterval, words: string): Entry => ({
    day: date.from ?? date.to,
    label: "ceasefire",
    text: `${who}: ${words}${until(date.from, date.to)} · ${c.id}`,
  });
  const through = c.brokers.length > 0 ? ` through ${partyLabel(c.brokers, o)}` : "";
  const said = c.sources.map((s) => sourceLabel(s, o)).join(", ");
  return [
    ...(c.agreed ? [entry(c.agreed, `agreed${through}, per ${said}`)] : []),
    ...(c.inForceFrom ? [entry(c.inForceFrom, "reported in force")] : []),
    ...c.breaches.map((b) =>
      entry(
        b.date,
        `breach${b.accused.length > 0 ? ` by ${partyLabel(b.accused, o)}` : ""} reported, per ${sourceLabel(b.accuser, o)}`,
      ),
    ),
  ];
}
