import type { SequenceRelation } from "../coding/claim.js";
import { evidenceOf } from "./evidence.js";
import type { Evidence } from "./incident.js";
import type { Telling } from "./telling.js";

/** One incident that answered another, or came after it, by one source. */
export interface ChainLink {
  /** The later incident. */
  readonly incident: string;
  /** The earlier incident; null where the words only describe it. */
  readonly to: string | null;
  readonly toWords: string | null;
  readonly relation: SequenceRelation;
  readonly source: string | null;
  readonly evidence: readonly Evidence[];
}

/**
 * Links between incidents from what tellings say of the order of happenings.
 *
 * @param incidentOf the incident of a telling, by the telling's id
 */
export function chainsOf(tellings: readonly Telling[], incidentOf: ReadonlyMap<string, string>): ChainLink[] {
  const home = new Map<string, string>();
  for (const t of tellings) for (const e of t.events) home.set(e.id, incidentOf.get(t.id) ?? t.id);
  const links = new Map<string, ChainLink>();
  for (const t of tellings) {
    for (const s of t.sequences) {
      const incident = home.get(s.event);
      const to = s.to === null ? null : (home.get(s.to) ?? null);
      if (incident === undefined || incident === to || (to === null && s.toWords === null)) continue;
      for (const source of s.sources.length > 0 ? s.sources : [null]) {
        const key = [incident, to ?? s.toWords, s.relation, source ?? ""].join("|");
        const evidence = evidenceOf(s, t.report);
        const known = links.get(key);
        if (known) links.set(key, { ...known, evidence: [...known.evidence, evidence] });
        else
          links.set(key, {
            incident,
            to,
            toWords: to === null ? s.toWords : null,
            relation: s.relation,
            source,
            evidence: [evidence],
          });
      }
    }
  }
  return [...links.values()].sort((a, b) => (a.incident < b.incident ? -1 : a.incident > b.incident ? 1 : 0));
}
