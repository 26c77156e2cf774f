import { expect, test } from "vitest";
import {
  answer,
  exactly,
  hashOf,
  incident,
  labelOf,
  moreThan,
  nameOf,
  report,
  says,
  telling,
  toll,
  tolls,
  vague,
} from "../../tests/made-record.js";
import type { Incident } from "../record/incident.js";
import { type IncidentContext, incidentText } from "./incident-text.js";
import { PLAIN, visible } from "./page.js";

const base: IncidentContext = { chains: [], nameOf, labelOf, width: 100, style: PLAIN, rule: "ucdp" };
const shown = (i: Incident, more: Partial<IncidentContext> = {}) => incidentText(i, { ...base, ...more });

const CONTESTED = incident({
  verdict: "contested",
  reports: [
    report("a", "2025-11-05"),
    report("b", "2025-11-06", { title: "Strike at Ford" }),
    report("c", "2025-11-06", { origin: "b" }),
  ],
  origins: 2,
  initiator: {
    verdict: "contested",
    answers: [
      answer("NOR", "SOU", [says("a", "they fired first")]),
      answer("SOU", "NOR", [says("b", "an unprovoked attack")]),
    ],
  },
  tolls: [
    tolls(
      "SOU",
      "contested",
      [
        answer("NOR", exactly(30), [says("a", "30 terrorists")], {
          before: [{ asOf: "2025-11-04", value: exactly(12), evidence: [says("c", "12")] }],
        }),
        answer("SOU", exactly(9), [says("b", "nine soldiers"), says("c", "nine soldiers")], { origins: 1 }),
        answer<ReturnType<typeof exactly>>("UN", null, [says("b", "denied the figure")], {
          stance: "denies",
        }),
      ],
      { perpetrators: ["NOR"] },
    ),
  ],
});

test("the matrix has a column for each that speaks and ends each row with the verdict and the rule", () => {
  expect(shown(CONTESTED)).toBe(`Northland, Southland: attacks (aerial)
5 Nov 2025 · Ford, Southland (exact)
iaaaaaaaaaaaa · violence · contested · 3 reports of 2 origins

WHO SAYS WHAT
                 Northland                   Southland                   United Nations
---------------------------------------------------------------------------------------------------
who began it     Southland                   Northland
                 “they fired first”          “an unprovoked attack”
                 1 report [1]                1 report [2]
                 = contested

killed:          30                          9                           denies
Southland,       “30 terrorists”             “nine soldiers”             “denied the figure”
forces; by       was 12 on 4 Nov [3]         2 reports, 1 origin [2, 3]  1 report [2]
Northland, as    1 report [1]
told
                 = contested · UCDP: low 9, best 9, high 30; best by Southland · 9 to 30 over all
                   rules

Rule for low, best and high: UCDP: low, best and high over classes of sources.

REPORTS
   1  report-a              Outlet A · 5 Nov 2025
   2  report-b              Outlet B · 6 Nov 2025 · “Strike at Ford”
   3  report-c              same origin as 2 · Outlet C · 6 Nov 2025
   Copies of one story and versions of one article are one origin: 3 reports, 2 origins.
`);
});

test("on a narrow page sources stand below one another", () => {
  const text = shown(CONTESTED, { width: 50, rule: "official" });
  expect(text).toContain(`killed: Southland, forces; by Northland, as told
   Northland
      30 · “30 terrorists” · was 12 on 4 Nov [3] ·
      1 report [1]
   Southland
      9 · “nine soldiers” · 2 reports, 1 origin
      [2, 3]
   United Nations
      denies · “denied the figure” · 1 report [2]
   = contested · officials of the sides: low 9,
`);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(50);
});

test("more than five speakers stand below one another, sides first, then third parties, the unnamed and outlets", () => {
  const sources = [null, "others", "officials", "MID", "UN", "SOU", "NOR"];
  const many = incident({
    tolls: [
      tolls(
        "SOU",
        "contested",
        sources.map((s, k) => answer(s, exactly(k + 1), [says("a", `said ${k}`)])),
      ),
    ],
  });
  const order = [
    "Northland",
    "Southland",
    "United Nations",
    "Midland",
    "unnamed officials",
    "others, not named",
    "outlets themselves",
  ];
  const lines = shown(many).split("\n");
  expect(lines.filter((l) => /said \d/.test(l)).map((l) => l.slice(3, 27).trim())).toEqual(order);
});

const words = (i: Incident, more: Partial<IncidentContext> = {}) => shown(i, more).replace(/\s+/g, " ");

test.each([
  [
    "admitted",
    [tolls("SOU", "admitted", [answer("SOU", exactly(3), [says("a", "lost three men")])])],
    "= admitted · UCDP: low 3, best 3, high 3; best by Southland · the same under every rule",
  ],
  [
    "open above",
    [tolls("SOU", "single-source", [answer("UN", moreThan(200), [says("a", "over 200")])])],
    "UCDP: 201 or more; best by United Nations",
  ],
  [
    "without a figure",
    [tolls(null, "single-source", [answer("UN", vague("dozens"), [says("a", "dozens died")])])],
    "killed: forces “dozens” “dozens died” 1 report [1] = single-source",
  ],
  [
    "hedged",
    [tolls("SOU", "single-source", [answer("UN", exactly(2), [says("a", "two", { certainty: "hedged" })])])],
    "2 [hedged]",
  ],
  [
    "doubted",
    [tolls("SOU", "denied", [answer("UN", exactly(2), [says("a", "two")], { stance: "doubts" })])],
    "doubts 2",
  ],
  [
    "corrected",
    [tolls("SOU", "single-source", [answer("UN", exactly(2), [says("a", "two", { ruling: "corrected" })])])],
    "corrected by a ruling",
  ],
] as const)("a toll that is %s", (_, cells, expected) => {
  expect(words(incident({ tolls: cells }))).toContain(expected);
});

test("a rule that no source fits says so", () => {
  const cells = [tolls("SOU", "single-source", [answer(null, exactly(2), [says("a", "two")])])];
  expect(words(incident({ tolls: cells }), { rule: "independent" })).toContain(
    "independent sources: no figure",
  );
});

test("sides without a claim are named", () => {
  const one = incident({
    tolls: [tolls("SOU", "admitted", [answer("SOU", exactly(1), [says("a", "one")])])],
  });
  expect(shown(one)).toContain("No claim here is by Northland.");
});

test("an incident without any claim keeps its head and reports", () => {
  const bare = incident({ place: null, date: { from: null, to: null, basis: "unknown" }, tellings: [] });
  expect(shown(bare)).toBe(`Northland, Southland: people or things harmed, the act not told
date unknown · place not told
iaaaaaaaaaaaa · violence · single-source · 1 report

REPORTS
   1  report-a              Outlet A · 6 Nov 2025
`);
});

test("totals stand with their parts and whose they are; only whole ones are equal", () => {
  const id = (n: number) => `${hashOf("a")}/t${n}`;
  const sum = (complete: boolean) => ({
    total: { claim: id(1), low: 10, words: "10 soldiers" },
    parts: [
      { claim: id(2), low: 8, words: "eight" },
      { claim: id(3), low: 2, words: "two" },
    ],
    complete,
  });
  const told = [telling({ tolls: [toll(id(1), ["NOR"], 10)] })];
  expect(words(incident({ sums: [sum(true)], tellings: told }))).toContain(
    "Northland (report-a) 10 “10 soldiers” = 8 “eight” + 2 “two”",
  );
  expect(words(incident({ sums: [sum(false)], tellings: told }))).toContain(
    "10 “10 soldiers” among them 8 “eight”, and 2 “two”",
  );
});

test("chains say what answered what, per whom", () => {
  const link = {
    relation: "response",
    source: "NOR",
    evidence: [says("a", "in reply to shelling")],
  } as const;
  const chains = [
    { ...link, incident: "iaaaaaaaaaaaa", to: null, toWords: "shelling of a market" },
    { ...link, incident: "ibbbbbbbbbbbb", to: "iaaaaaaaaaaaa", toWords: null, source: null },
    { ...link, incident: "icccccccccccc", to: "idddddddddddd", toWords: null },
  ];
  const text = words(incident(), { chains });
  expect(text).toContain(
    "in response to “shelling of a market”, per Northland: “in reply to shelling” (report-a)",
  );
  expect(text).toContain("answered by ibbbbbbbbbbbb, per outlets themselves");
  expect(text).not.toContain("icccccccccccc");
});

test("what reports say cannot steer the terminal, and colours take no room", () => {
  const hostile = incident({
    tolls: [
      tolls("SOU", "contested", [
        answer("UN", vague("\u001b[2Jmany"), [says("a", "\u001b]0;x\u0007 many\u202e dead")]),
      ]),
    ],
    reports: [report("a", "2025-11-06", { outlet: "\u001b[31mOutlet", title: "two\nlines" })],
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not come out
  expect(shown(hostile)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  const paint = (s: string) => `\u001b[1m${s}\u001b[0m`;
  const coloured = shown(CONTESTED, { style: { strong: paint, faint: paint, quote: paint, alert: paint } });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours off
  expect(coloured.replace(/\u001b\[[0-9;]*m/g, "").replace(/ +$/gm, "")).toBe(shown(CONTESTED));
  for (const line of coloured.split("\n")) expect(visible(line)).toBeLessThanOrEqual(100);
});
