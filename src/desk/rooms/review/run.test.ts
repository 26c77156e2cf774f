import { describe, expect, test } from "vitest";
import {
  currentOf,
  type Decision,
  type Item,
  NEW_RUN,
  progressOf,
  type Run,
  rulingOf,
  runReducer,
  tallyOf,
  type Why,
  windowOf,
} from "./run.js";

const HASH = "a".repeat(32);

function item(key: string, why: Why = "doubtful", letter = "t"): Item {
  const claim: NonNullable<Item["claim"]> = {
    id: `${HASH}/${letter}1`,
    kind: "toll",
    start: 3,
    end: 9,
    quote: "six were killed",
    sources: [],
    speaker: null,
    stance: "asserts",
    certainty: "stated",
    ruling: null,
    incident: null,
    fields: {},
  };
  const link: NonNullable<Item["link"]> = {
    incident: "i000000000002",
    telling: "i000000000001",
    parent: "i000000000002",
    score: 2.6,
    claim: `${HASH}/t1`,
    parentClaim: `${HASH}/t2`,
    quote: "",
    parentQuote: "",
    parentBefore: "",
    parentAfter: "",
    report: HASH,
    parentReport: HASH,
    label: "",
    parentLabel: "",
    start: 0,
    end: 1,
    parentStart: 0,
    parentEnd: 1,
  };
  return {
    key,
    why,
    reasons: [],
    claim: why === "link" ? null : claim,
    link: why === "link" ? link : null,
    report: HASH,
    reportLabel: "",
    outlet: null,
    published: null,
    before: "",
    quote: "",
    after: "",
    others: [],
  };
}

const [a, b, c] = [item("a"), item("b", "contested"), item("c", "link")];
const went = (...steps: [Item, Decision][]): Run =>
  steps.reduce<Run>(
    (run, [i, decision], k) => runReducer(run, { kind: "step", step: { number: k + 1, item: i, decision } }),
    NEW_RUN,
  );

describe("what is looked at", () => {
  test.each<[string, Run, Item[], Why | null, string | null]>([
    ["the first", NEW_RUN, [a, b, c], null, "a"],
    ["the first of its sort", NEW_RUN, [a, b, c], "link", "c"],
    ["nothing", NEW_RUN, [], null, null],
    [
      "what is decided does not come back while the list still has it",
      went([a, "accepted"]),
      [a, b],
      null,
      "b",
    ],
    ["nor what was skipped", went([a, "skipped"], [b, "skipped"]), [a, b], null, null],
    ["what was looked at stays when others come before it", { ...NEW_RUN, shown: b }, [a, b], null, "b"],
    ["and when the list no longer has it", { ...NEW_RUN, shown: b }, [a], null, "b"],
    ["but not under a filter that it does not suit", { ...NEW_RUN, shown: b }, [c], "link", "c"],
  ])("%s", (_, run, list, why, key) => {
    expect(currentOf(run, list, why)?.key ?? null).toBe(key);
  });

  test("a step taken back shows its item again", () => {
    const run = runReducer(went([a, "rejected"], [b, "skipped"]), { kind: "back", number: 1 });
    expect(currentOf(run, [b, c], null)?.key).toBe("a");
    expect(run.steps.map((s) => s.item.key)).toEqual(["b"]);
  });

  test("what was skipped comes again when asked for", () => {
    const run = runReducer(went([a, "skipped"], [b, "accepted"]), { kind: "unskip" });
    expect(currentOf(run, [a, b], null)?.key).toBe("a");
  });

  test("a ruling undone elsewhere lets its item come again", () => {
    const run = runReducer(went([a, "rejected"]), { kind: "forget", number: 1 });
    expect(currentOf(run, [a], null)?.key).toBe("a");
  });
});

describe("how far the run is", () => {
  test.each<[string, Run, Item[], number, Why | null, string]>([
    ["at its beginning", NEW_RUN, [a, b, c], 37, null, "1 of 37, 0 decided, 0 skipped"],
    [
      "the server has not heard yet",
      went([a, "accepted"]),
      [a, b, c],
      37,
      null,
      "2 of 37, 1 decided, 0 skipped",
    ],
    ["it has heard", went([a, "accepted"]), [b, c], 36, null, "2 of 37, 1 decided, 0 skipped"],
    ["skipped ones still wait", went([a, "skipped"]), [a, b], 2, null, "2 of 2, 0 decided, 1 skipped"],
    [
      "under a filter",
      went([a, "accepted"], [b, "rejected"]),
      [c],
      1,
      "link",
      "1 of 1, 0 decided, 0 skipped",
    ],
    [
      "what was taken back, and the server has not heard",
      runReducer(went([a, "accepted"], [b, "skipped"]), { kind: "back", number: 1 }),
      [b, c],
      36,
      null,
      "2 of 37, 0 decided, 1 skipped",
    ],
    ["past the last", went([a, "accepted"]), [], 0, null, "1 of 1, 1 decided, 0 skipped"],
  ])("%s", (_, run, list, total, why, words) => {
    const p = progressOf(run, list, total, why);
    expect(`${p.position} of ${p.of}, ${p.decided} decided, ${p.skipped} skipped`).toBe(words);
  });

  test("by decision", () => {
    expect(tallyOf(went([a, "accepted"], [b, "accepted"], [c, "skipped"]))).toEqual({
      accepted: 2,
      corrected: 0,
      rejected: 0,
      skipped: 1,
    });
  });
});

test.each<[number, number, number]>([
  [0, 20, 0],
  [1, 40, 0],
  [80, 100, 0],
  [81, 100, 20],
  [200, 100, 120],
])("with %i skipped, %i are fetched from %i on", (skipped, limit, offset) => {
  expect(windowOf(skipped)).toEqual({ limit, offset });
  expect(limit + offset - skipped).toBeGreaterThanOrEqual(19);
});

describe("the ruling that a decision is", () => {
  const at = { claim: `${HASH}/t1`, start: 3, end: 9 };
  test.each<[string, Item, Decision, object | null]>([
    ["a claim accepted", a, "accepted", { kind: "confirm", ...at }],
    ["a claim rejected", a, "rejected", { kind: "reject", ...at }],
    ["a claim corrected", a, "corrected", { kind: "correct", ...at, change: { low: 5 } }],
    ["a claim skipped", a, "skipped", null],
    ["two tellings are one", c, "accepted", { kind: "merge", incidents: ["i000000000001", "i000000000002"] }],
    ["they are two", c, "rejected", { kind: "split", tellings: ["i000000000001"] }],
    ["a link is not corrected", c, "corrected", null],
    ["who began it is ruled on with its event", item("d", "doubtful", "b"), "accepted", null],
  ])("%s", (_, i, decision, body) => {
    expect(rulingOf(i, decision, { change: { low: 5 }, why: "seen" })).toEqual(body && { body, why: "seen" });
  });
});
