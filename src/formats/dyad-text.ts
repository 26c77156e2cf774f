import { type DyadWeek, STANDS_OUT } from "../record/dyads.js";
import type { IncidentListing } from "../record/listing.js";
import { FIGURES_NOTE, incidentLines } from "./incidents-text.js";
import { oneDay } from "./labels.js";
import { counted, type PageOptions, page, title, wrap } from "./page.js";
import { block, greatest, STANDS_OUT_NOTE } from "./week-bars.js";

export interface Dyad {
  readonly parties: readonly [string, string];
  readonly weeks: readonly DyadWeek[];
  /** In order, oldest first. */
  readonly incidents: readonly IncidentListing[];
}

/** Everything between two parties: the weeks with those that stand out, and the incidents in order. */
export function dyadText(d: Dyad, o: PageOptions): string {
  const names = d.parties.map((p) => o.nameOf(p)).join(" and ");
  if (d.incidents.length === 0) return `No incidents between ${names}.\n`;
  return page([
    wrap(names, o.width).map(o.style.strong),
    weekLines(d.weeks, o),
    [title("Incidents", o), ...d.incidents.flatMap((i) => incidentLines(i, o))],
    wrap(FIGURES_NOTE, o.width).map(o.style.faint),
  ]);
}

/** Columns of a bar; narrow pages have one block instead. */
const BAR = 12;

function weekLines(weeks: readonly DyadWeek[], o: PageOptions): string[] {
  if (weeks.length === 0) return [];
  const most = greatest(weeks);
  const wide = o.width >= 76;
  const lines = [
    title("Weeks, each from its Monday", o),
    `${"week".padEnd(13)}${"incidents".padStart(9)}${"violent".padStart(9)}  ${"conflict".padEnd(wide ? BAR + 8 : 9)}${"cooperation".padEnd(wide ? BAR + 8 : 9)}`.trimEnd(),
  ];
  let quiet = 0;
  const endQuiet = () => {
    if (quiet > 0) lines.push(o.style.faint(`             ${counted(quiet, "week")} without an incident`));
    quiet = 0;
  };
  for (const w of weeks) {
    if (w.incidents === 0 && !w.standsOut) {
      quiet++;
      continue;
    }
    endQuiet();
    const cells = [
      oneDay(w.week).padEnd(13),
      String(w.incidents).padStart(9),
      String(w.violent).padStart(9),
      "  ",
      bar(w.conflict, most, wide),
      bar(w.cooperation, most, wide),
    ];
    lines.push(cells.join("").trimEnd());
    if (w.standsOut)
      lines.push(...wrap(outWords(w), o.width, `   ${o.style.alert("stands out:")} `, "      "));
  }
  endQuiet();
  return [...lines, ...wrap(STANDS_OUT_NOTE, o.width).map(o.style.faint)];
}

/** "-18.5  ██████      ": the score, and a bar on a scale that both columns share. */
function bar(value: number, most: number, wide: boolean): string {
  const number = String(value).padEnd(7);
  if (!wide) return `${number}${block(value, most)} `;
  const length = most === 0 || value === 0 ? 0 : Math.max(1, Math.round((Math.abs(value) / most) * BAR));
  return `${number}${"█".repeat(length).padEnd(BAR)} `;
}

function outWords(w: DyadWeek): string {
  const said = (["conflict", "cooperation"] as const).flatMap((what) => {
    const by = what === "conflict" ? w.conflictDeviation : w.cooperationDeviation;
    if (by === null || Math.abs(by) < STANDS_OUT) return [];
    // conflict scores lie below 0: further below is more of it
    const more = what === "conflict" ? by < 0 : by > 0;
    return [`${more ? "more" : "less"} ${what} than in the weeks before (${Math.abs(by)} deviations)`];
  });
  return said.join("; ");
}
