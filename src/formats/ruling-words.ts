import type { EventType } from "../coding/event-types.js";
import { type ClaimChange, type Ruling, undoneRulings } from "../record/rulings.js";
import { dateLabel, eventLabel } from "./labels.js";
import { grouped, type PageOptions, type TextStyle } from "./page.js";
import { ACT_WORDS, partyLabel, sourceLabel } from "./record-labels.js";

/** What a ruling decides, in a line. */
export function rulingWords({ body: b }: Pick<Ruling, "body">): string {
  switch (b.kind) {
    case "confirm":
      return `confirms ${b.claim}`;
    case "reject":
      return `rejects ${b.claim}`;
    case "correct":
      return `corrects ${b.claim}: ${JSON.stringify(b.change)}`;
    case "add":
      return `adds a claim (${b.what}) to ${b.report.slice(0, 8)}: ${JSON.stringify(b.change)}`;
    case "merge":
      return `merges ${b.incidents.join(" and ")}`;
    case "split":
      return `sets ${b.tellings.join(", ")} apart`;
    case "party":
      return `${b.code} is ${b.as}`;
    case "conflict":
      return `names a conflict “${b.name}”: ${b.parties.join(", ")}, ${b.from ?? "…"} to ${b.to ?? "…"}`;
    case "undo":
      return `undoes ${b.ruling}`;
  }
}

/**
 * What a ruling decides, for those who see its claim beside it: no ids of claims, parties by their names.
 *
 * @param undone the ruling that an undoing takes back, where it is known
 */
export function plainRulingWords(
  { body: b }: Pick<Ruling, "body">,
  o: Pick<PageOptions, "nameOf">,
  undone?: Pick<Ruling, "body">,
): string {
  switch (b.kind) {
    case "confirm":
      return "confirmed";
    case "reject":
      return "rejected";
    case "correct":
      return `corrected: ${changeWords(b.change, o)}`;
    case "add":
      return `${b.what} added: ${changeWords(b.change, o)}`;
    case "merge":
      return "two incidents made one";
    case "split":
      return "set apart from its incident";
    case "party":
      return `${o.nameOf(b.code)} is ${o.nameOf(b.as)}`;
    case "conflict":
      return `conflict “${b.name}” named: ${partyLabel(b.parties, o)}`;
    case "undo":
      return undone ? `taken back: ${plainRulingWords(undone, o)}` : "an earlier ruling taken back";
  }
}

/** "figure 25; said by Pakistan": what a change says, field by field. */
function changeWords(c: ClaimChange, o: Pick<PageOptions, "nameOf">): string {
  const parties = (label: string, codes: readonly string[] | undefined) =>
    codes === undefined ? [] : [`${label} ${partyLabel(codes, o, "nobody named")}`];
  const party = (label: string, code: string | null | undefined) =>
    code === undefined ? [] : parties(label, code === null ? [] : [code]);
  return [
    ...(c.type === undefined ? [] : [eventLabel(c.type as EventType, null)]),
    ...(c.act === undefined ? [] : [ACT_WORDS[c.act]]),
    ...(c.harm === undefined ? [] : [c.harm]),
    ...figureWords(c),
    ...(c.kind === undefined ? [] : [c.kind]),
    ...parties("who acts:", c.actor),
    ...parties("to whom:", c.recipient),
    ...parties("third party:", c.thirdParty),
    ...parties("between:", c.parties),
    ...party("whose:", c.party),
    ...party("by whom:", c.perpetrator),
    ...(c.status === undefined ? [] : [c.status.replaceAll("-", " ")]),
    ...(c.sources === undefined
      ? []
      : [
          `said by ${c.sources.length === 0 ? "the outlet itself" : c.sources.map((s) => sourceLabel(s, o)).join(", ")}`,
        ]),
    ...(c.stance === undefined ? [] : [c.stance]),
    ...(c.from === undefined && c.to === undefined
      ? []
      : [dateLabel({ from: c.from ?? null, to: c.to ?? c.from ?? null, basis: "stated" })]),
  ].join("; ");
}

function figureWords({ low, high }: ClaimChange): string[] {
  if (low === undefined && high === undefined) return [];
  if (low !== undefined && low === high) return [low === null ? "no figure" : `figure ${grouped(low)}`];
  return [
    ...(low === undefined ? [] : [low === null ? "no lowest figure" : `at least ${grouped(low)}`]),
    ...(high === undefined ? [] : [high === null ? "open above" : `at most ${grouped(high)}`]),
  ];
}

/** The log of rulings, two lines each or three, in its order. */
export function rulingsText(log: readonly Ruling[], style: TextStyle): string {
  if (log.length === 0) return "No rulings.\n";
  const undone = undoneRulings(log);
  return log
    .map((r) => {
      const head = `${style.strong(r.id)}  ${r.at.slice(0, 10)}  ${r.who}${undone.has(r.id) ? style.alert("  undone") : ""}`;
      return `${head}\n   ${rulingWords(r)}${r.why ? `\n   ${style.faint(r.why)}` : ""}\n`;
    })
    .join("");
}
