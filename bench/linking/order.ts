import {
  type Gold,
  type GoldIncident,
  group,
  type Homes,
  incidentOf,
  type Mention,
  type Miss,
  type Row,
  sameSource,
} from "./gold.js";
import type { Linked } from "./readings.js";

/** Who began it, by whom. */
export function scoreInitiators(gold: Gold, homes: Homes, all: Linked, misses: Miss[]): Row {
  const row = { gold: 0, found: 0, read: 0, readThatAreRight: 0 };
  const owner = new Map<string, GoldIncident[]>();
  for (const g of gold.incidents) {
    const home = homes.get(g.id);
    if (home) owner.set(home.id, [...(owner.get(home.id) ?? []), g]);
    for (const i of g.initiator) {
      row.gold++;
      if (home?.initiator.answers.some((a) => a.value === i.party && sameSource(i.source, a.source)))
        row.found++;
      else
        misses.push({
          about: "initiator",
          cause: !home
            ? "its incident is not read"
            : home.initiator.answers.some((a) => a.value === i.party)
              ? "another source"
              : all.record.incidents.some((x) =>
                    x.initiator.answers.some(
                      (a) =>
                        a.value === i.party &&
                        x.id !== home.id &&
                        x.reports.some((r) => g.mentions.some((m) => m.document === r.label)),
                    ),
                  )
                ? "not in this incident; one of the same reports has it"
                : "not read",
          lines: [`${g.id}: ${i.source ?? "outlet"} says that ${i.party} began`],
        });
    }
  }
  for (const i of all.record.incidents) {
    const golds = owner.get(i.id);
    for (const a of i.initiator.answers) {
      row.read++;
      if (golds?.some((g) => g.initiator.some((x) => x.party === a.value && sameSource(x.source, a.source))))
        row.readThatAreRight++;
    }
  }
  return row;
}

/** What answered what, or came after it. */
export function scoreChains(
  gold: Gold,
  { homes, read, all }: { homes: Homes; read: readonly Mention[]; all: Linked },
  misses: Miss[],
): Row {
  const row = {
    gold: 0,
    pairs: 0,
    pairAndRelation: 0,
    all: 0,
    onlyDescribed: 0,
    read: 0,
    readBothEndsKnown: 0,
    readRight: 0,
  };
  const holds = new Map<string, Set<string>>();
  for (const m of read) {
    const i = incidentOf(m, all)!;
    holds.set(i, (holds.get(i) ?? new Set()).add(m.gold.id));
  }
  for (const c of gold.chains) {
    if (c.optional) continue;
    row.gold++;
    const [from, to] = [homes.get(c.from), homes.get(c.to)];
    const pair = all.record.chains.filter(
      (x) => holds.get(x.incident)?.has(c.from) && x.to !== null && holds.get(x.to)?.has(c.to),
    );
    const related = pair.filter((x) => x.relation === c.relation);
    if (pair.length > 0) row.pairs++;
    if (related.length > 0) row.pairAndRelation++;
    if (related.some((x) => sameSource(c.source, x.source))) {
      row.all++;
      continue;
    }
    const described = all.record.chains.some((x) => x.to === null && holds.get(x.incident)?.has(c.from));
    if (pair.length === 0 && described) row.onlyDescribed++;
    misses.push({
      about: "chain",
      cause:
        !from || !to
          ? "an end is not read"
          : from.id === to.id
            ? "both ends are one incident"
            : related.length > 0
              ? "another source"
              : pair.length > 0
                ? "another relation"
                : described
                  ? "the earlier happening is only described"
                  : "not read",
      lines: [`${c.from} ${c.relation} ${c.to} (${c.source ?? "outlet"})`],
    });
  }
  for (const x of all.record.chains) {
    row.read++;
    const ends = x.to === null ? null : [holds.get(x.incident), holds.get(x.to)];
    if (!ends?.[0] || !ends[1]) continue;
    row.readBothEndsKnown++;
    if (gold.chains.some((c) => ends[0]!.has(c.from) && ends[1]!.has(c.to) && c.relation === x.relation))
      row.readRight++;
    else
      misses.push({
        about: "chain too many",
        cause: x.relation,
        lines: [
          `${[...ends[0]]} ${x.relation} ${[...ends[1]]} (${x.source ?? "outlet"}) «${x.evidence[0]!.quote}»`,
        ],
      });
  }
  return row;
}

/** Which reports are one text. */
export function scoreOrigins(gold: Gold, { readings }: Linked, misses: Miss[]): Row {
  const groups = [...group(readings, (r) => r.ref.origin).values()]
    .filter((list) => list.length > 1)
    .map((list) =>
      list
        .map((r) => r.document)
        .sort()
        .join(" "),
    );
  const due = gold.origins.map((list) => [...list].sort().join(" "));
  for (const x of due)
    if (!groups.includes(x)) misses.push({ about: "origin", cause: "not found", lines: [x] });
  for (const x of groups)
    if (!due.includes(x)) misses.push({ about: "origin", cause: "too many", lines: [x] });
  return { gold: due.length, read: groups.length, right: groups.filter((x) => due.includes(x)).length };
}
