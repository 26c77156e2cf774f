import type { Figure, Incident, TollCell } from "../../src/record/incident.js";
import { sortOf } from "../../src/record/toll-sort.js";
import {
  type Gold,
  type GoldClaim,
  type GoldIncident,
  type GoldToll,
  type Homes,
  type Miss,
  type Row,
  sameSource,
} from "./gold.js";
import type { Linked } from "./readings.js";

const SORTS = { military: "forces", militant: "forces", police: "forces" } as Record<string, string>;
const sortOfGold = (kind: string) => SORTS[kind] ?? (kind === "mixed" ? "unknown" : kind);

/** 3 where harm, side and sort are the gold's, less where one of them is open, 0 where one is another. */
function cellFit(g: GoldToll, harm: string, party: string | null, sort: string): number {
  if (g.harm !== harm) return 0;
  if (g.of.party !== null && party !== null && g.of.party !== party) return 0;
  const of = sortOfGold(g.of.kind);
  if (of !== sort && of !== "unknown" && sort !== "unknown") return 0;
  return 1 + Number(g.of.party === party) + Number(of === sort);
}

/** "Dozens" and "hundreds" are words to Parley and bounds in the gold. */
const isVague = (f: { low: number | null; high: number | null }) =>
  (f.low === null && f.high === null) || (f.low === 12 && f.high === 99) || (f.low === 100 && f.high === 999);
const sameFigure = (g: GoldClaim, f: Pick<Figure, "low" | "high"> | null) =>
  f === null
    ? g.low === null && g.high === null
    : (g.low === f.low && g.high === f.high) || (isVague(g) && isVague(f));
const DENIES = new Set(["denies", "doubts"]);

const answers = (cell: TollCell) =>
  cell.answers.flatMap((a) => [
    { source: a.source, stance: a.stance as string, value: a.value },
    ...a.before.map((b) => ({ source: a.source, stance: a.stance as string, value: b.value })),
  ]);
const claimIn = (claim: GoldClaim, cell: TollCell) =>
  answers(cell).some(
    (a) =>
      sameSource(claim.source, a.source) &&
      DENIES.has(a.stance) === DENIES.has(claim.stance) &&
      (DENIES.has(claim.stance) || sameFigure(claim, a.value)),
  );

/** Toll cells of the incidents that were found: verdicts, and the claims in them. */
export function scoreTolls(gold: Gold, homes: Homes, all: Linked, misses: Miss[]): Row {
  const row = {
    gold: 0,
    inMatched: 0,
    cells: 0,
    verdicts: 0,
    claims: 0,
    claimsInMatched: 0,
    claimsFound: 0,
    figures: 0,
  };
  for (const g of gold.incidents) {
    if (g.optional) continue;
    const home = homes.get(g.id);
    for (const toll of g.tolls) {
      row.gold++;
      row.claims += toll.claims.length;
      if (home) row.inMatched++;
      if (home) row.claimsInMatched += toll.claims.length;
      const cell = home && bestCell(toll, home.tolls);
      const name = `${g.id}: ${toll.harm} of ${toll.of.party ?? "?"}, ${toll.of.kind}`;
      const due = toll.claims.map(written).join("; ");
      if (!cell) {
        const cause = home ? whereIsToll(toll, g, home, all) : "its incident is not read";
        misses.push({ about: "toll", cause, lines: [`${name}: ${due}`] });
        continue;
      }
      row.cells++;
      for (const claim of toll.claims) {
        if (claimIn(claim, cell)) row.claimsFound++;
        else
          misses.push({
            about: "claim of a toll",
            cause: claimCause(claim, toll, cell, home, all),
            lines: [`${name}: ${written(claim)}, is ${answers(cell).map(writtenAnswer).join("; ")}`],
          });
        if (answers(cell).some((a) => a.value !== null && sameFigure(claim, a.value))) row.figures++;
      }
      if ([toll.verdict, ...(toll.alt_verdicts ?? [])].includes(cell.verdict)) row.verdicts++;
      else {
        const missing = toll.claims.some((c) => !claimIn(c, cell));
        const extra = answers(cell).some(
          (a) =>
            !toll.claims.some(
              (c) => sameSource(c.source, a.source) && (DENIES.has(c.stance) || sameFigure(c, a.value)),
            ),
        );
        misses.push({
          about: "verdict",
          cause: `${toll.verdict} read as ${cell.verdict}; ${missing ? "a claim is missing" : extra ? "a claim too many" : "all claims are right"}`,
          lines: [`${name}: ${due}`, `  is ${answers(cell).map(writtenAnswer).join("; ")}`],
        });
      }
    }
  }
  return row;
}

function bestCell(toll: GoldToll, cells: readonly TollCell[]): TollCell | undefined {
  return cells
    .map((cell) => ({
      cell,
      fit: cellFit(toll, cell.harm, cell.party, cell.sort),
      right: toll.claims.filter((c) => claimIn(c, cell)).length,
    }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.right - a.right || b.fit - a.fit)[0]?.cell;
}

const written = (c: GoldClaim) => `${c.source ?? "outlet"} ${c.stance} ${c.low ?? ""}–${c.high ?? ""}`;
const writtenAnswer = (a: { source: string | null; stance: string; value: Figure | null }) =>
  `${a.source ?? "outlet"} ${a.stance} ${a.value ? `${a.value.low ?? ""}–${a.value.high ?? ""}` : "nothing"}`;

/** Where in the reports that have it a toll went that is not in its incident. */
function whereIsToll(toll: GoldToll, g: GoldIncident, home: Incident, all: Linked): string {
  const documents = new Set(toll.claims.flatMap((c) => c.documents));
  const tolls = all.readings
    .filter((r) => documents.has(r.document))
    .flatMap((r) => r.record.facts.tolls.filter((t) => toll.claims.some((c) => sameFigure(c, t))));
  const fits = tolls.filter((t) => cellFit(toll, t.harm, t.party, sortOf(t)) > 0);
  const claims = toll.claims.filter((c) => c.low !== null || c.high !== null);
  if (fits.length > 0 && (claims.length > 0 || fits.length === 1)) {
    const inside = home.tellings.some((t) => fits.some((f) => t.tolls.some((x) => x.id === f.id)));
    return inside
      ? "read, in a cell of another side or sort"
      : `read, in another incident${g.umbrella ? " (the gold's is a sum)" : ""}`;
  }
  if (claims.length > 0 && tolls.some((t) => t.harm === toll.harm)) return "read, with another side or sort";
  if (claims.length > 0 && tolls.length > 0) return "its figure is read with another harm";
  return toll.claims.every((c) => DENIES.has(c.stance)) ? "only denied" : "not read";
}

function claimCause(claim: GoldClaim, toll: GoldToll, cell: TollCell, home: Incident, all: Linked): string {
  if (DENIES.has(claim.stance)) return "a denial is not read";
  const figure = answers(cell).find((a) => a.value !== null && sameFigure(claim, a.value));
  if (figure)
    return `its figure has another source (${claim.source === null ? "outlet" : "named"} due, ${figure.source === null ? "outlet" : "named"} read)`;
  const elsewhere = home.tolls.some((c) => c !== cell && c.harm === toll.harm && claimIn(claim, c));
  if (elsewhere) return "in another cell of the incident";
  const documents = all.readings.filter((r) => claim.documents.includes(r.document));
  const tolls = documents.flatMap((r) =>
    r.record.facts.tolls.filter((t) => t.harm === toll.harm && sameFigure(claim, t)),
  );
  if (tolls.length > 0) {
    const part = tolls.every((t) => t.partOf !== null);
    const inside = home.tellings.some((t) => tolls.some((f) => t.tolls.some((x) => x.id === f.id)));
    return inside
      ? part
        ? "left out as a part of a larger toll"
        : "read, in a cell of another side or sort"
      : "read, in another incident";
  }
  return "not read, or with another figure";
}
