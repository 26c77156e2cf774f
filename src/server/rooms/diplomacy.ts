import type { DiplomacyRoom } from "../../formats/desk-json.js";
import type { Diplomacy } from "../../store/record-queries.js";
import type { Given } from "../answer.js";

/** Initiatives and ceasefires, with those of the reports that stand as their evidence. */
export function diplomacyRoom({ initiatives, ceasefires, reports, since }: Diplomacy): Given<DiplomacyRoom> {
  const evidence = [
    ...initiatives.flatMap((i) => i.history.flatMap((step) => step.evidence)),
    ...ceasefires.flatMap((c) => [...c.evidence, ...c.breaches.flatMap((b) => b.evidence)]),
  ];
  const told = new Set(evidence.map((e) => e.report));
  return { initiatives, ceasefires, reports: [...reports.values()].filter((r) => told.has(r.hash)), since };
}
