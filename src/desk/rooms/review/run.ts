import type { Review, RulingRequest } from "../../../formats/desk-json.js";
import type { ClaimChange } from "../../../record/rulings.js";

export type Item = Review["items"][number];
export type Why = Item["why"];

export const WHYS = ["contested", "doubtful", "link"] as const satisfies readonly Why[];
export const DECISIONS = ["accepted", "corrected", "rejected", "skipped"] as const;
export type Decision = (typeof DECISIONS)[number];

/** One item that a person went past, and how. */
export interface Step {
  readonly number: number;
  readonly item: Item;
  readonly decision: Decision;
}

/** What a person did since the room was opened. */
export interface Run {
  /** In the order in which they were made. */
  readonly steps: readonly Step[];
  /** What is looked at: it stays while the list is fetched anew. */
  readonly shown: Item | null;
}

export const NEW_RUN: Run = { steps: [], shown: null };

export type RunAction =
  | { readonly kind: "show"; readonly item: Item }
  | { readonly kind: "step"; readonly step: Step }
  /** A step is taken back: its item is looked at again. */
  | { readonly kind: "back"; readonly number: number }
  /** What was skipped is to come again. */
  | { readonly kind: "unskip" }
  /** A ruling on the item was undone elsewhere, so that it may come again. */
  | { readonly kind: "forget"; readonly number: number };

export function runReducer(run: Run, action: RunAction): Run {
  switch (action.kind) {
    case "show":
      return { ...run, shown: action.item };
    case "step":
      return { steps: [...run.steps, action.step], shown: null };
    case "back": {
      const step = run.steps.find((s) => s.number === action.number);
      return step ? { steps: without(run, action.number), shown: step.item } : run;
    }
    case "unskip":
      return { steps: run.steps.filter((s) => s.decision !== "skipped"), shown: null };
    case "forget":
      return { ...run, steps: without(run, action.number) };
  }
}

const without = (run: Run, number: number) => run.steps.filter((s) => s.number !== number);

const suits = (item: Item, why: Why | null) => why === null || item.why === why;

/**
 * What is looked at: what was looked at before, as it is now, else the first that this run has not gone past; null at the end.
 *
 * @param list as the server has it; it may still hold what was decided a moment ago
 */
export function currentOf(run: Run, list: readonly Item[], why: Why | null): Item | null {
  const { shown } = run;
  if (shown && suits(shown, why)) return list.find((i) => i.key === shown.key) ?? shown;
  const past = new Set(run.steps.map((s) => s.item.key));
  return list.find((i) => !past.has(i.key) && suits(i, why)) ?? null;
}

export interface Progress {
  /** Number of the item that is looked at, 1 is the first; of how many. */
  readonly position: number;
  readonly of: number;
  readonly decided: number;
  readonly skipped: number;
}

/**
 * How far the run is, under one filter.
 *
 * @param list what waits as the server has it, `total` of them in all: it may not have heard of what was done a moment ago
 */
export function progressOf(run: Run, list: readonly Item[], total: number, why: Why | null): Progress {
  const past = run.steps.filter((s) => suits(s.item, why));
  const waiting = new Set(list.map((i) => i.key));
  const decided = past.filter((s) => s.decision !== "skipped");
  // those decided leave the server's count once it has heard of them
  const gone = decided.filter((s) => !waiting.has(s.item.key)).length;
  const { shown } = run;
  const isBack = shown !== null && suits(shown, why) && !waiting.has(shown.key);
  const of = total + gone + (isBack ? 1 : 0);
  return {
    position: Math.min(of, past.length + 1),
    of,
    decided: decided.length,
    skipped: past.length - decided.length,
  };
}

/** Items that are fetched beyond those skipped: the next is there without waiting. */
const AHEAD = 20;
/** As many as the server gives at once. */
const MOST = 100;

/** Which part of the list is fetched. Those decided leave it; those skipped stay, in front. */
export function windowOf(skipped: number): { readonly limit: number; readonly offset: number } {
  const steps = Math.ceil(skipped / AHEAD);
  return {
    limit: Math.min(MOST, AHEAD * (1 + steps)),
    offset: AHEAD * Math.max(0, steps - MOST / AHEAD + 1),
  };
}

/** How many items of each decision the run has. */
export const tallyOf = (run: Run): Record<Decision, number> =>
  Object.fromEntries(DECISIONS.map((d) => [d, run.steps.filter((s) => s.decision === d).length])) as Record<
    Decision,
    number
  >;

/** Whether a ruling can name the item's claim: who began it and what came after what go with their events. */
export const canRule = (item: Item): boolean =>
  item.link !== null || (item.claim !== null && /^[0-9a-f]{32}\/[etir]/.test(item.claim.id));

/** The ruling that a decision is; null where it is none, or none can be made. */
export function rulingOf(
  item: Item,
  decision: Decision,
  { why = "", change }: { readonly why?: string; readonly change?: ClaimChange } = {},
): RulingRequest | null {
  if (decision === "skipped" || !canRule(item)) return null;
  if (item.link) {
    const { telling, parent } = item.link;
    if (decision === "accepted") return { body: { kind: "merge", incidents: [telling, parent] }, why };
    return decision === "rejected" ? { body: { kind: "split", tellings: [telling] }, why } : null;
  }
  if (!item.claim) return null;
  const claim = { claim: item.claim.id, start: item.claim.start, end: item.claim.end };
  switch (decision) {
    case "accepted":
      return { body: { kind: "confirm", ...claim }, why };
    case "rejected":
      return { body: { kind: "reject", ...claim }, why };
    case "corrected":
      return change ? { body: { kind: "correct", ...claim, change }, why } : null;
  }
}
