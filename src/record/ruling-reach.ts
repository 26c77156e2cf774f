import type { Incident } from "./incident.js";
import type { Ruling } from "./rulings.js";

/** Whether a ruling has to do with an incident: with a report that tells of it, or with how its tellings are joined. */
export function bearsOn({ body }: Pick<Ruling, "body">, incident: Incident): boolean {
  const tells = (id: string) => incident.tellings.some((t) => t.id === id);
  switch (body.kind) {
    case "confirm":
    case "reject":
    case "correct":
    case "add":
      return incident.reports.some((r) => r.hash === reportOf(body));
    case "merge":
      return body.incidents.some(tells);
    case "split":
      return body.tellings.some(tells);
    case "party":
      return incident.parties.includes(body.as);
    case "conflict":
    case "undo":
      return false;
  }
}

/** The report that a ruling on a claim speaks of, by its hash; null for other rulings. */
export function reportOf(body: Ruling["body"]): string | null {
  switch (body.kind) {
    case "confirm":
    case "reject":
    case "correct":
      return body.claim.slice(0, 32);
    case "add":
      return body.report;
    default:
      return null;
  }
}
