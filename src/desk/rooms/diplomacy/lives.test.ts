import { describe, expect, test } from "vitest";
import { timeScale } from "../../shared/time-axis/scale.js";
import { laneMarks } from "./lane-marks.js";
import {
  breachesOf,
  breachTally,
  type Ceasefire,
  ceasefireGroups,
  ceasefireLife,
  type Initiative,
  initiativeGroups,
  reportsOf,
  type Step,
  stepsOf,
  tellersOf,
  towards,
} from "./lives.js";
import { lastStep, sorted, sortOf } from "./rows.js";

const NAMES: Record<string, string> = {
  AFG: "Afghanistan",
  PAK: "Pakistan",
  IRN: "Iran",
  QAT: "Qatar",
  TUR: "Türkiye",
};
const o = { nameOf: (code: string) => NAMES[code] ?? code };
const on = (from: string | null, to = from) => ({ from, to, basis: "stated" as const });

type History = Initiative["history"][number];
const step = (act: History["act"], day: string | null, more: Partial<History> = {}): History => ({
  act,
  date: on(day),
  source: null,
  parties: ["AFG", "PAK"],
  evidence: [],
  reports: ["r1"],
  state: "offered",
  ...more,
});
const initiative = (more: Partial<Initiative>): Initiative => ({
  id: "n1",
  thirdParty: ["IRN"],
  parties: ["AFG", "PAK"],
  state: "offered",
  dormant: false,
  contested: [],
  acceptedBy: [],
  declinedBy: [],
  rounds: 0,
  places: [],
  verdict: "single-source",
  from: "2025-10-15",
  to: "2025-10-15",
  history: [step("offers", "2025-10-15")],
  ...more,
});
const ceasefire = (more: Partial<Ceasefire>): Ceasefire => ({
  id: "c1",
  parties: ["AFG", "PAK"],
  brokers: ["QAT", "TUR"],
  agreed: on("2025-10-19"),
  inForceFrom: null,
  termDays: null,
  state: "announced",
  sources: [null],
  breaches: [],
  evidence: [],
  ...more,
});
const breach = (
  accuser: string | null,
  accused: string[],
  day: string | null,
): Ceasefire["breaches"][number] => ({
  accuser,
  accused,
  date: on(day),
  evidence: [],
});

test.each([
  [["AFG", "PAK"], "between Afghanistan and Pakistan"],
  [["AFG", "PAK", "TTP"], "between Afghanistan, Pakistan and TTP"],
  [["PAK"], "towards Pakistan"],
  [[], "parties not named"],
])("%j: %s", (codes, words) => expect(towards(codes, o)).toBe(words));

describe("lanes by third party", () => {
  test("the latest first, none named last; those that act together are one", () => {
    const groups = initiativeGroups(
      [
        initiative({ id: "n0", thirdParty: [], to: "2025-12-01" }),
        initiative({ id: "n1" }),
        initiative({ id: "n2", thirdParty: ["QAT", "TUR"], to: "2025-11-07" }),
        initiative({ id: "n3", thirdParty: ["TUR", "QAT"], parties: ["PAK", "TTP"], to: "2025-11-08" }),
      ],
      o,
    );
    expect(groups.map((g) => [g.key, g.lines.map((l) => l.id)])).toEqual([
      ["QAT+TUR", ["n3", "n2"]],
      ["IRN", ["n1"]],
      ["", ["n0"]],
    ]);
    expect(groups[1]!.lines[0]).toMatchObject({
      label: "between Afghanistan and Pakistan",
      title: "Iran, between Afghanistan and Pakistan",
      state: "offered",
    });
  });

  test("nothing", () => expect(initiativeGroups([], o)).toEqual([]));

  test("ceasefires by who brokered them", () => {
    expect(
      ceasefireGroups([ceasefire({}), ceasefire({ id: "c2", brokers: [] })], o).map((g) => g.key),
    ).toEqual(["QAT+TUR", ""]);
  });

  test("an initiative without a day has no line", () => {
    const [group] = initiativeGroups([initiative({ from: null, to: null })], o);
    expect(group!.lines[0]!.life).toBeNull();
  });
});

describe("steps", () => {
  test.each<[History, string, string, string]>([
    [step("offers", "2025-10-15"), "Iran: offers its help", "offered", "offer"],
    [
      step("calls-for", "2025-10-15", { parties: ["PAK"] }),
      "Iran: calls on the parties (Pakistan)",
      "called for",
      "call",
    ],
    [step("welcomes", "2025-10-15", { parties: ["PAK"] }), "Pakistan: welcomed", "welcomed", "welcome"],
    [step("accepts", "2025-10-15", { parties: ["PAK"] }), "Pakistan: accepted", "accepted", "accept"],
    [step("rejects", "2025-10-15", { parties: [] }), "refused", "refused", "reject"],
    [
      step("schedules-talks", "2025-10-15"),
      "Afghanistan, Pakistan: round of talks arranged",
      "talks arranged",
      "scheduled",
    ],
    [step("agrees", "2025-10-15"), "Afghanistan, Pakistan: agreed in part", "agreed in part", "partial"],
    [step("signs", "2025-10-15"), "Afghanistan, Pakistan: settlement signed", "settled", "settlement"],
    [
      step("talks-collapse", "2025-10-15"),
      "Afghanistan, Pakistan: talks broken off",
      "broken off",
      "collapse",
    ],
  ])("%#: %o", (given, words, short, shape) => {
    expect(stepsOf(initiative({ history: [given] }), o)[0]).toMatchObject({ words, short, shape });
  });

  test("what two say of the same days is one step with two voices", () => {
    const steps = stepsOf(
      initiative({
        history: [
          step("agrees", "2025-10-30", { source: "PAK", reports: ["r1"] }),
          step("agrees", "2025-10-30", { source: "AFG", reports: ["r1", "r2"] }),
          step("agrees", "2025-10-31", { source: "AFG", reports: ["r3"] }),
        ],
      }),
      o,
    );
    expect(steps.map((s) => s.voices.map((v) => v.source))).toEqual([["PAK", "AFG"], ["AFG"]]);
    expect(tellersOf(steps)).toEqual(["PAK", "AFG"]);
    expect(reportsOf(steps)).toEqual(["r1", "r2", "r3"]);
  });
});

describe("ceasefires", () => {
  test.each<[string, Partial<Ceasefire>, ReturnType<typeof ceasefireLife>]>([
    ["no day", { agreed: null }, null],
    ["no end known", {}, { days: { from: "2025-10-19", to: "2025-10-19" }, isOpen: true }],
    [
      "a term of two days",
      { termDays: 2 },
      { days: { from: "2025-10-19", to: "2025-10-20" }, isOpen: false },
    ],
    [
      "from when it holds",
      { inForceFrom: on("2025-10-21") },
      { days: { from: "2025-10-21", to: "2025-10-21" }, isOpen: true },
    ],
    [
      "ended: to the last breach",
      { state: "collapsed", breaches: [breach("PAK", ["AFG"], "2025-11-06"), breach("AFG", ["PAK"], null)] },
      { days: { from: "2025-10-19", to: "2025-11-06" }, isOpen: false },
    ],
  ])("how long it lasts: %s", (_, more, life) => expect(ceasefireLife(ceasefire(more))).toEqual(life));

  const breaches = [
    breach("PAK", ["AFG"], "2025-11-06"),
    breach("AFG", ["PAK"], "2025-11-06"),
    breach("PAK", ["AFG"], "2025-11-07"),
    breach(null, [], "2025-11-06"),
  ];

  test("who accuses whom, how often", () => {
    expect(breachTally({ breaches })).toEqual([
      { accuser: "PAK", accused: ["AFG"], times: 2 },
      { accuser: "AFG", accused: ["PAK"], times: 1 },
      { accuser: null, accused: [], times: 1 },
    ]);
  });

  test("as steps", () => {
    expect(breachesOf({ breaches }, o).map((s) => [s.words, s.voices.map((v) => v.source)])).toEqual([
      ["breach reported, by Afghanistan", ["PAK"]],
      ["breach reported, by Pakistan", ["AFG"]],
      ["breach reported, by Afghanistan", ["PAK"]],
      ["breach reported", [null]],
    ]);
  });
});

describe("marks of a lane", () => {
  const scale = timeScale({ from: "2025-10-01", to: "2025-10-31" }, 620);
  const marks = (...history: History[]) =>
    laneMarks(stepsOf(initiative({ history }), o), scale).marks.map((m) => [
      m.x,
      m.row,
      m.side === null ? "" : m.side === "left" ? `${m.words} ·` : m.words,
    ]);

  test.each<[string, History[], unknown[]]>([
    ["none", [], []],
    ["one, with its words", [step("offers", "2025-10-15")], [[290, 0, "offered"]]],
    [
      "no room to the right of the first",
      [step("offers", "2025-10-15"), step("mediates", "2025-10-17")],
      [
        [290, 0, "offered ·"],
        [330, 0, "talks"],
      ],
    ],
    [
      "on one day one below the other, the weightier above",
      [step("offers", "2025-10-15"), step("welcomes", "2025-10-15", { parties: ["PAK"] })],
      [
        [290, 0, "welcomed"],
        [290, 1, "offered"],
      ],
    ],
    [
      "alike on one day: one",
      [
        step("welcomes", "2025-10-15", { parties: ["PAK"] }),
        step("welcomes", "2025-10-15", { parties: ["AFG"] }),
      ],
      [[290, 0, "welcomed +1"]],
    ],
    ["off the axis", [step("offers", "2025-09-15")], []],
    ["at the edge to the left", [step("offers", "2025-10-31")], [[610, 0, "offered ·"]]],
    [
      "between two others no words",
      [step("offers", "2025-10-14"), step("mediates", "2025-10-15"), step("agrees", "2025-10-16")],
      [
        [270, 0, "offered ·"],
        [290, 0, ""],
        [310, 0, "agreed in part"],
      ],
    ],
  ])("%s", (_, history, expected) => expect(marks(...history)).toEqual(expected));

  test("no more rows than a lane has: the rest join the last", () => {
    const acts = ["offers", "mediates", "welcomes", "rejects", "agrees"] as const;
    const drawn = laneMarks(
      stepsOf(initiative({ history: acts.map((a) => step(a, "2025-10-15")) }), o),
      scale,
    );
    expect(drawn.rows).toBe(3);
    expect(drawn.marks.reduce((n, m) => n + m.steps.length, 0)).toBe(5);
  });

  test("uncertain days are a bar; steps without a day are counted", () => {
    const history = [
      step("offers", null),
      { ...step("mediates", null), date: on("2025-10-10", "2025-10-12") },
    ];
    const drawn = laneMarks(stepsOf(initiative({ history }), o), scale);
    expect(drawn.undated).toBe(1);
    expect(drawn.marks[0]!.bar).toMatchObject({ x: 180, width: 60 });
  });
});

describe("rows of the table", () => {
  const row = (title: string, lastDay: string | null, rounds = 0) => ({
    title,
    lastDay,
    rounds,
    state: title,
    reports: rounds,
  });
  const rows = [row("Iran", "2025-10-15"), row("Qatar", "2025-11-07", 2), row("China", null, 1)];

  test.each([
    ["last", ["Qatar", "Iran", "China"]],
    ["third", ["China", "Iran", "Qatar"]],
    ["rounds", ["Qatar", "China", "Iran"]],
    ["told", ["Qatar", "China", "Iran"]],
  ] as const)("by %s", (sort, expected) => expect(sorted(rows, sort).map((r) => r.title)).toEqual(expected));

  test.each([
    ["rounds", "rounds"],
    ["nonsense", "last"],
    [undefined, "last"],
  ])("%s in the address is %s", (value, sort) => expect(sortOf(value)).toBe(sort));

  test("the last step has the latest day, whatever the order", () => {
    const steps = stepsOf(
      initiative({
        history: [step("mediates", "2025-11-07"), step("offers", "2025-10-15"), step("agrees", null)],
      }),
      o,
    ) as Step[];
    expect(lastStep({ steps })!.short).toBe("talks");
    expect(lastStep({ steps: [] })).toBeNull();
  });
});
