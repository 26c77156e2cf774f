import { LINK_THRESHOLD, type LinkFeatures, linkScore, precedes } from "./linking.js";

/** A telling in the forest of links: which earlier telling it looks back to. */
export interface LinkNode {
  readonly features: LinkFeatures;
  readonly parent: string | null;
  readonly score: number | null;
}

/** What rulings say of links: `detached` tellings look back to nothing else than the first of their group. */
export interface LinkRulings {
  /** Pairs that a person joined. */
  readonly merged: readonly (readonly [string, string])[];
  /** Groups that a person set apart; the first of each stands for it. */
  readonly detached: readonly (readonly string[])[];
}

export const NO_LINK_RULINGS: LinkRulings = { merged: [], detached: [] };

/**
 * The earlier telling that a telling looks back to: the one with which most speaks for one incident, the earliest of equals.
 * It depends on the set of tellings alone, so the order in which they came leaves no trace.
 */
export function bestAntecedent(
  of: LinkFeatures,
  candidates: Iterable<LinkFeatures>,
): { readonly parent: LinkFeatures; readonly score: number } | null {
  let best: { parent: LinkFeatures; score: number } | null = null;
  for (const c of candidates) {
    if (c.id === of.id || !precedes(c, of)) continue;
    const { score } = linkScore(c, of);
    if (score < LINK_THRESHOLD) continue;
    if (!best || score > best.score || (score === best.score && precedes(c, best.parent)))
      best = { parent: c, score };
  }
  return best;
}

/**
 * Incidents of one or more whole trees of links. From the earliest on, each telling joins the incident of the one that it
 * looks back to, unless that incident already has a telling of the same report or what it has drifted from its beginning:
 * then it begins an incident of its own. An incident has the id of its first telling.
 *
 * @returns the incident of each telling
 */
export function incidentsOfTrees(
  nodes: readonly LinkNode[],
  rulings: LinkRulings = NO_LINK_RULINGS,
): Map<string, string> {
  const byId = new Map(nodes.map((n) => [n.features.id, n]));
  const ordered = [...nodes].sort((a, b) => (precedes(a.features, b.features) ? -1 : 1));
  const ruledParent = new Map<string, string | null>();
  for (const group of rulings.detached) {
    const present = ordered.filter((n) => group.includes(n.features.id)).map((n) => n.features.id);
    present.forEach((id, k) => void ruledParent.set(id, k === 0 ? null : present[0]!));
  }
  const incident = new Map<string, string>();
  const members = new Map<string, LinkFeatures[]>();
  for (const { features, parent } of ordered) {
    const ruled = ruledParent.get(features.id);
    const to = ruled === undefined ? parent : ruled;
    const home = to !== null && byId.has(to) ? incident.get(to) : undefined;
    const joins = home !== undefined && (ruled !== undefined || belongs(features, members.get(home)!));
    const id = joins ? home : features.id;
    incident.set(features.id, id);
    const list = members.get(id);
    if (list) list.push(features);
    else members.set(id, [features]);
  }
  return mergeRuled(incident, ordered, rulings);
}

/** A telling joins where no other of its report is and where nothing forbids it with the first, from which links may drift. */
function belongs(f: LinkFeatures, members: readonly LinkFeatures[]): boolean {
  if (members.some((m) => m.report === f.report)) return false;
  const { score, reasons } = linkScore(members[0]!, f);
  return score > 0 && reasons.every((r) => r.weight > -5);
}

function mergeRuled(
  incident: Map<string, string>,
  ordered: readonly LinkNode[],
  rulings: LinkRulings,
): Map<string, string> {
  if (rulings.merged.length === 0) return incident;
  const rank = new Map(ordered.map((n, k) => [n.features.id, k]));
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    for (let up = root.get(at); up !== undefined; up = root.get(at)) at = up;
    return at;
  };
  for (const [a, b] of rulings.merged) {
    const [x, y] = [incident.get(a), incident.get(b)];
    if (x === undefined || y === undefined) continue;
    const [p, q] = [find(x), find(y)];
    if (p === q) continue;
    const [first, second] = rank.get(p)! < rank.get(q)! ? [p, q] : [q, p];
    root.set(second, first);
  }
  return new Map([...incident].map(([t, i]) => [t, find(i)]));
}
