import type { Ceasefire } from "../../src/record/ceasefires.js";
import type { Initiative } from "../../src/record/initiatives.js";
import type { Gold, GoldInitiative, Miss, Row } from "./gold.js";
import type { Linked } from "./readings.js";

const meet = (a: readonly string[], b: readonly string[]) => a.filter((x) => b.includes(x)).length;
const share = (a: readonly string[], b: readonly string[]) => {
  const both = meet(a, b);
  return a.length + b.length === 0 ? 1 : both / (a.length + b.length - both);
};

/** Initiatives, matched one to one by third party and parties. */
export function scoreInitiatives(gold: Gold, all: Linked, misses: Miss[]): Row {
  const due = gold.initiatives.filter((g) => !g.optional);
  const pairs = gold.initiatives
    .flatMap((g) => all.record.initiatives.map((p) => ({ g, p, fit: initiativeFit(g, p) })))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const matched = new Map<GoldInitiative, Initiative>();
  const taken = new Set<Initiative>();
  for (const { g, p } of pairs) {
    if (matched.has(g) || taken.has(p)) continue;
    matched.set(g, p);
    taken.add(p);
  }
  const row = {
    gold: due.length,
    read: all.record.initiatives.length,
    matched: 0,
    readMatched: taken.size,
    exactThird: 0,
    exactBoth: 0,
    states: 0,
    steps: 0,
    stepsFound: 0,
  };
  for (const g of due) {
    const p = matched.get(g);
    const name = `[${g.third_party}] between [${g.parties}]`;
    row.steps += g.history.length;
    if (!p) {
      const shareThird = all.record.initiatives.filter((x) => meet(x.thirdParty, g.third_party) > 0);
      misses.push({
        about: "initiative",
        cause: shareThird.some((x) => taken.has(x) && meet(x.parties, g.parties) > 0)
          ? "read as one with another initiative"
          : shareThird.length > 0
            ? "read between other parties"
            : "not read",
        lines: [
          `${name}, ${g.status}: ${g.history.map((h) => `${h.act} ${h.from}`).join(", ")}`,
          ...shareThird.slice(0, 4).map((x) => `  is [${x.thirdParty}] between [${x.parties}] ${x.state}`),
        ],
      });
      continue;
    }
    row.matched++;
    const third = share(p.thirdParty, g.third_party) === 1;
    if (third) row.exactThird++;
    if (third && share(p.parties, g.parties) === 1) row.exactBoth++;
    const steps = g.history.filter((h) => p.history.some((s) => sameStep(h, s)));
    row.stepsFound += steps.length;
    const line = `${name} is [${p.thirdParty}] between [${p.parties}]: ${p.history.map((s) => `${s.act} ${s.date.from ?? "?"} (${s.source ?? "outlet"}) → ${s.state}`).join(", ")}`;
    if ([g.status, ...(g.alt_status ?? [])].includes(p.state)) row.states++;
    else
      misses.push({
        about: "initiative's state",
        cause: `${g.status} read as ${p.state}`,
        lines: [
          `${line}; due ${g.history.map((h) => `${h.act} ${h.from} (${h.source ?? "outlet"})`).join(", ")}`,
        ],
      });
    if (!third)
      misses.push({
        about: "initiative's third party",
        cause: p.thirdParty.length > g.third_party.length ? "too many" : "too few, or others",
        lines: [line],
      });
  }
  for (const p of all.record.initiatives)
    if (!taken.has(p))
      misses.push({
        about: "initiative too many",
        cause:
          p.thirdParty.length === 0
            ? "no third party"
            : gold.initiatives.some(
                  (g) => meet(g.third_party, p.thirdParty) > 0 && meet(g.parties, p.parties) > 0,
                )
              ? "a second of the same third party and side"
              : "of no gold third party",
        lines: [
          `[${p.thirdParty}] between [${p.parties}], ${p.state}: ${p.history.map((s) => `${s.act} ${s.date.from ?? "?"} «${s.evidence[0]!.quote}»`).join(", ")}`,
        ],
      });
  return row;
}

/** Third parties must meet, and parties where both have them; time decides between equals. */
function initiativeFit(g: GoldInitiative, p: Initiative): number {
  if (g.third_party.length > 0 ? meet(g.third_party, p.thirdParty) === 0 : p.thirdParty.length > 0) return 0;
  if (g.parties.length > 0 && p.parties.length > 0 && meet(g.parties, p.parties) === 0) return 0;
  const steps = g.history.filter((h) => p.history.some((s) => sameStep(h, s))).length;
  return (
    share(g.third_party, p.thirdParty) + share(g.parties, p.parties) + steps / Math.max(1, g.history.length)
  );
}

const DAY = 86_400_000;
const near = (from: string, to: string, day: string | null, by: number) =>
  day !== null &&
  Date.parse(day) >= Date.parse(from) - by * DAY &&
  Date.parse(day) <= Date.parse(to) + by * DAY;
const sameStep = (h: GoldInitiative["history"][number], s: Initiative["history"][number]) =>
  h.act === s.act && (near(h.from, h.to, s.date.from, 1) || near(h.from, h.to, s.date.to, 1));

/** Days between two intervals; 0 where they meet or one is not known. */
function daysApart(
  a: { readonly from: string; readonly to: string } | null,
  b: { readonly from: string | null; readonly to: string | null } | null,
): number {
  const [from, to] = [b?.from ?? b?.to, b?.to ?? b?.from];
  if (!a || !from || !to) return 0;
  return Math.max(
    0,
    (Date.parse(from) - Date.parse(a.to)) / DAY,
    (Date.parse(a.from) - Date.parse(to)) / DAY,
  );
}

/** Ceasefires, matched by parties and days. */
export function scoreCeasefires(gold: Gold, all: Linked, misses: Miss[]): Row {
  const row = {
    gold: 0,
    read: all.record.ceasefires.length,
    matched: 0,
    readMatched: 0,
    days: 0,
    states: 0,
    terms: 0,
  };
  const taken = new Set<string>();
  for (const g of gold.ceasefires) {
    if (!g.optional) row.gold++;
    const days = g.agreed ?? g.in_force;
    const away = (c: Ceasefire) => daysApart(days, c.agreed ?? c.inForceFrom);
    const [p] = all.record.ceasefires
      .filter((c) => !taken.has(c.id) && meet(c.parties, g.parties) >= 2 && away(c) <= 10)
      .sort((a, b) => away(a) - away(b));
    if (p) taken.add(p.id);
    if (g.optional) continue;
    if (!p) {
      misses.push({
        about: "ceasefire",
        cause: "not read, or on other days",
        lines: [`${g.id}: ${g.parties}, ${days?.from}`],
      });
      continue;
    }
    row.matched++;
    if (away(p) <= 1) row.days++;
    if (g.term_days === p.termDays) row.terms++;
    if ([g.state, ...(g.alt_states ?? [])].includes(p.state)) row.states++;
    else misses.push({ about: "ceasefire", cause: `${g.state} read as ${p.state}`, lines: [g.id] });
  }
  row.readMatched = taken.size;
  for (const c of all.record.ceasefires)
    if (!taken.has(c.id))
      misses.push({
        about: "ceasefire",
        cause: "too many",
        lines: [`[${c.parties}] ${(c.agreed ?? c.inForceFrom)?.from} ${c.state} «${c.evidence[0]?.quote}»`],
      });
  return row;
}
