import type { Answer, Figure, TollCell } from "./incident.js";

/** Named rules by which the figures of a cell become one row; the rule stands wherever its number does. */
export const ROLLUP_RULES = ["per-source", "ucdp", "lowest", "independent", "official", "latest"] as const;
export type RollupRule = (typeof ROLLUP_RULES)[number];

export const RULE_NAMES: Record<RollupRule, string> = {
  "per-source": "each source by itself",
  ucdp: "UCDP: low, best and high over classes of sources",
  lowest: "the lowest figure reported (as ACLED)",
  independent: "only sources that are not parties to it",
  official: "only officials of the sides",
  latest: "the latest figure reported",
};

/** Low, best and high under a rule; null where no source fits it. `open`: the highest figure is open above ("at least"). */
export interface Rollup {
  readonly rule: RollupRule;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly open: boolean;
  /** Sources whose figures were used. */
  readonly sources: readonly (string | null)[];
}

/** A: against interest, or a third body with access; B: local officials, witnesses, other third parties; C: a belligerent about its enemy. */
type SourceClass = "A" | "B" | "C";

const THIRD_BODIES = new Set(["UN", "ICRC", "IOM", "OHCHR", "MSF", "WHO", "medics", "aid workers"]);
const LOCAL = new Set(["officials", "residents", "monitors", "others"]);

function classOf(cell: TollCell, source: string | null, belligerents: ReadonlySet<string>): SourceClass {
  if (source === null) return "C";
  if (THIRD_BODIES.has(source) || (source === cell.party && cell.sort === "forces")) return "A";
  if (LOCAL.has(source) || !belligerents.has(source)) return "B";
  // a side about its own civilians: local officials of the place
  return source === cell.party ? "B" : "C";
}

const counts = (cell: TollCell): (Answer<Figure> & { readonly value: Figure })[] =>
  cell.answers.filter(
    (a): a is Answer<Figure> & { value: Figure } =>
      (a.stance === "asserts" || a.stance === "confirms") &&
      a.value !== null &&
      (a.value.low !== null || a.value.high !== null) &&
      !a.value.more,
  );

/** The point that stands for a figure: "about 30" is 30 by its middle, a range its low, "at least 5" its low, "up to 20" its high. */
export function pointOf(f: Figure): number {
  if (f.hedge === "about" && f.low !== null && f.high !== null) return Math.round((f.low + f.high) / 2);
  if (f.hedge === "up-to") return f.high ?? f.low ?? 0;
  return f.low ?? f.high ?? 0;
}

/**
 * A cell under a rule. @see docs/record.md, "Low, best and high"
 *
 * @param belligerents the parties of the incident
 */
export function rollup(cell: TollCell, rule: RollupRule, belligerents: readonly string[]): Rollup {
  const sides = new Set(belligerents);
  const all = counts(cell);
  const none: Rollup = { rule, low: null, best: null, high: null, open: false, sources: [] };
  const pick = (list: typeof all): Rollup => {
    if (list.length === 0) return none;
    const lows = list.map((a) => a.value.low ?? 0);
    const points = list.map((a) => pointOf(a.value));
    return {
      rule,
      low: Math.min(...lows),
      best: Math.min(...points),
      high: Math.max(...list.map((a) => a.value.high ?? pointOf(a.value))),
      open: list.some((a) => a.value.high === null),
      sources: [...new Set(list.map((a) => a.source))],
    };
  };
  switch (rule) {
    case "per-source":
      return pick(all);
    case "lowest": {
      const sober = all.filter((a) => classOf(cell, a.source, sides) !== "C");
      const use = sober.length > 0 ? sober : all;
      if (use.length === 0) return none;
      const least = use.reduce((a, b) => (pointOf(b.value) < pointOf(a.value) ? b : a));
      return { ...pick([least]), best: pointOf(least.value) };
    }
    case "independent":
      return pick(all.filter((a) => a.source !== null && !sides.has(a.source)));
    case "official":
      return pick(all.filter((a) => a.source !== null && (sides.has(a.source) || a.source === "officials")));
    case "latest": {
      const last = all
        .map((a) => a.asOf ?? "")
        .sort()
        .at(-1);
      return pick(all.filter((a) => (a.asOf ?? "") === last));
    }
    case "ucdp":
      return ucdp(cell, all, sides) ?? none;
  }
}

function ucdp(cell: TollCell, all: ReturnType<typeof counts>, sides: ReadonlySet<string>): Rollup | null {
  if (all.length === 0) return null;
  const byClass = (c: SourceClass) => all.filter((a) => classOf(cell, a.source, sides) === c);
  const bestClass = (["A", "B", "C"] as const).find((c) => byClass(c).length > 0)!;
  const use = byClass(bestClass);
  const denied = cell.answers.some((a) => a.stance === "denies" && a.source === cell.party);
  const low = bestClass === "C" && denied ? 0 : Math.min(...use.map((a) => a.value.low ?? 0));
  const highest = Math.max(...all.map((a) => a.value.high ?? pointOf(a.value)));
  return {
    rule: "ucdp",
    low,
    best: bestOf(use.map((a) => a.value)),
    high: highest,
    open: all.some((a) => a.value.high === null && pointOf(a.value) >= highest - 1),
    sources: [...new Set(use.map((a) => a.source))],
  };
}

/** Where two figures overlap the lower end of the overlap, else the lowest point. */
function bestOf(figures: readonly Figure[]): number {
  for (const [k, a] of figures.entries())
    for (const b of figures.slice(k + 1)) {
      const low = Math.max(a.low ?? 0, b.low ?? 0);
      const high = Math.min(a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY);
      if (low <= high) return low;
    }
  return Math.min(...figures.map(pointOf));
}

/** How far the answer moves with the rule: the least and the greatest best figure over all rules. */
export function spreadOverRules(
  cell: TollCell,
  belligerents: readonly string[],
): { least: number; greatest: number } | null {
  const best = ROLLUP_RULES.map((rule) => rollup(cell, rule, belligerents).best).filter(
    (b): b is number => b !== null,
  );
  const highest = rollup(cell, "per-source", belligerents).high;
  return best.length === 0 ? null : { least: Math.min(...best), greatest: Math.max(...best, highest ?? 0) };
}
