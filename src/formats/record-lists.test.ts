import { expect, test } from "vitest";
import { initiative, labelOf, listing, nameOf, on, says } from "../../tests/made-record.js";
import { weeksOf } from "../record/dyads.js";
import { LINK_THRESHOLD } from "../record/linking.js";
import { dyadText } from "./dyad-text.js";
import { type WhyLink, whyText } from "./incident-why.js";
import { incidentsText } from "./incidents-text.js";
import { initiativesText } from "./initiatives-text.js";
import { PLAIN } from "./page.js";
import { bestLabel } from "./record-labels.js";
import { reportsText } from "./reports-text.js";
import { searchText } from "./search-text.js";
import { timelineText } from "./timeline-text.js";

const o = { nameOf, labelOf, width: 100, style: PLAIN };
const ceasefire = {
  id: "caaaaaaaaaaaa",
  parties: ["NOR", "SOU"],
  brokers: ["MID"],
  agreed: on("2025-11-07"),
  inForceFrom: on("2025-11-08"),
  termDays: 2,
  state: "violated",
  sources: ["MID", null],
  breaches: [
    { accuser: "SOU", accused: ["NOR"], date: on("2025-11-08"), evidence: [says("a", "shells fell")] },
    { accuser: null, accused: [], date: on("2025-11-09"), evidence: [says("b", "shots were heard")] },
  ],
  evidence: [says("a", "agreed to a truce")],
} as const;

test.each([
  [{ low: null, best: null, high: null, open: false }, "no figure"],
  [{ low: 17, best: 17, high: 17, open: false }, "17"],
  [{ low: 5, best: 5, high: 5, open: true }, "5 (5 or more)"],
  [{ low: 6, best: 6, high: 30, open: false }, "6 (6–30)"],
  [{ low: 9, best: 9, high: 2000, open: true }, "9 (9–2,000 or more)"],
  [{ low: 201, best: 201, high: 201, open: true }, "201 (201 or more)"],
])("best of %j is %j", (cell, words) => expect(bestLabel(cell)).toBe(words));

test("incidents: two lines each, figures with their verdict, and the rule named", () => {
  const quiet = listing({
    id: "ibbbbbbbbbbbb",
    from: null,
    to: null,
    place: null,
    country: null,
    acts: [],
    cells: [],
    verdict: "single-source",
    reports: 1,
    origins: 1,
  });
  expect(
    incidentsText([listing(), quiet], { ...o, total: 12 }),
  ).toBe(`5 Nov 2025 · Ford, Southland · Northland, Southland: attacks (aerial)
   killed: Southland, military 12 (9–30) contested · contested · 3 reports of 2 origins ·
   iaaaaaaaaaaaa
date unknown · place not told · Northland, Southland: people or things harmed, the act not told
   single-source · 1 report · ibbbbbbbbbbbb

2 of 12 incidents. Figures: best (low–high) by UCDP's rule; \`parley show ID\` names every source.
`);
  expect(incidentsText([], o)).toMatch(/^No incidents\./);
  const [cell] = listing().cells;
  const many = listing({ cells: [cell!, cell!, cell!, cell!, { ...cell!, verdict: "single-source" }] });
  expect(incidentsText([many], o)).toContain("; 2 more ·");
});

test("initiatives with who answered and who says so, ceasefires with breaches by accuser", () => {
  const contested = [
    { source: "NOR", state: "accepted" },
    { source: "SOU", state: "declined" },
  ] as const;
  const n = initiative({ contested, dormant: true, declinedBy: ["SOU"], rounds: 2 });
  expect(initiativesText({ initiatives: [n], ceasefires: [ceasefire] }, o)).toBe(`INITIATIVES

Midland, between Northland and Southland
   accepted by some, not by all · dormant: no step for 90 days · 6–7 Nov 2025 · 2 rounds of talks ·
   naaaaaaaaaaaa
   accepted by Northland · refused by Southland
   contested: Northland: accepted; Southland: refused
   6 Nov 2025               offers its help, per Midland · “Midland offered to host talks” ·
                            report-a
   7 Nov 2025               accepted (Northland), per outlets themselves · “Northland accepted” ·
                            report-b, report-c

CEASEFIRES

Northland and Southland, through Midland
   breaches reported · agreed 7 Nov 2025 · in force from 8 Nov 2025 · for 2 days · caaaaaaaaaaaa
   per Midland, outlets themselves: “agreed to a truce”
   8 Nov 2025               breach by Northland, per Southland · “shells fell” · report-a
   9 Nov 2025               breach by a party not named, per outlets themselves · “shots were heard”
                            · report-b
   A reported breach does not end a ceasefire.
   report-a, report-b
`);
  expect(initiativesText({ initiatives: [], ceasefires: [] }, o)).toBe("No initiatives and no ceasefires.\n");
});

test.each([
  [[], ["NOR", "SOU"], "Northland and Southland, no third party named"],
  [["MID", "UN"], ["NOR"], "Midland, United Nations, towards Northland"],
  [["MID"], [], "Midland, parties not named"],
])("the title of %j between %j", (thirdParty, parties, words) => {
  const text = initiativesText({ initiatives: [initiative({ thirdParty, parties })], ceasefires: [] }, o);
  expect(text.split("\n")[2]).toBe(words);
});

test("a timeline has days in order, undated last, and the weeks as blocks", () => {
  const incidents = [
    listing({ id: "ilater", from: "2025-11-20", to: "2025-11-22", cells: [] }),
    listing({ cells: [] }),
    listing({ id: "inever", from: null, to: null, cells: [] }),
  ];
  const text = timelineText({ incidents, initiatives: [initiative()], ceasefires: [ceasefire] }, o);
  expect(text.split("\n").filter((l) => /^(\d+ \w+ 2025|Day not known)$/.test(l))).toEqual([
    "5 Nov 2025",
    "6 Nov 2025",
    "7 Nov 2025",
    "8 Nov 2025",
    "9 Nov 2025",
    "20 Nov 2025",
    "Day not known",
  ]);
  expect(text).toContain("weeks from 3 Nov 2025 to 17 Nov 2025\nconflict    █·█\ncooperation ···\n");
  expect(text.replace(/\s+/g, " ")).toContain("Ford, Southland (to 22 Nov 2025) · contested");
  expect(text).toContain(
    "   ceasefire                Northland, Southland: breach by Northland reported, per Southland",
  );
  expect(timelineText({ incidents: [], initiatives: [], ceasefires: [] }, o)).toBe(
    "Nothing to show between these days.\n",
  );
});

test("a dyad's weeks: quiet ones together, and those that stand out said how", () => {
  const incidents = [
    listing({
      id: "i1",
      from: "2025-08-04",
      to: "2025-08-04",
      acts: ["CONSULT"],
      kind: "diplomacy",
      cells: [],
    }),
    ...Array.from({ length: 4 }, (_, k) => listing({ id: `i2${k}`, cells: [] })),
  ];
  const text = dyadText({ parties: ["NOR", "SOU"], weeks: weeksOf(incidents), incidents }, o);
  expect(text).toMatch(
    /^Northland and Southland\n\nWEEKS, EACH FROM ITS MONDAY\nweek +incidents +violent +conflict +cooperation\n/,
  );
  expect(text).toContain("             12 weeks without an incident\n");
  expect(text).toMatch(/\n3 Nov 2025 +4 +4 {2}-\d+ +█{12}/);
  expect(text).toMatch(/stands out: more conflict than in the weeks before \([\d.]+ deviations\)/);
  expect(text).toContain("3.5 or more from the median of up to 26 weeks before");
  expect(dyadText({ parties: ["NOR", "MID"], weeks: [], incidents: [] }, o)).toBe(
    "No incidents between Northland and Midland.\n",
  );
  for (const line of dyadText(
    { parties: ["NOR", "SOU"], weeks: weeksOf(incidents), incidents },
    { ...o, width: 60 },
  ).split("\n"))
    expect(line.length).toBeLessThanOrEqual(60);
});

test("reports with kin, and documents that could not be read with the reason", () => {
  const report = {
    hash: "h",
    label: "a",
    outlet: "Outlet A",
    title: "Strike",
    from: "2025-11-05",
    to: "2025-11-06",
    address: "https://a.example/1",
    claims: 1,
    kin: [
      { label: "b", why: "copy" as const },
      { label: "c", why: "revision" as const },
    ],
  };
  const bare = {
    ...report,
    label: "b",
    outlet: null,
    title: null,
    from: null,
    to: null,
    address: null,
    claims: 0,
    kin: [],
  };
  const unread = [{ name: "x\u001b[2J.bin", code: "no-text", problem: "there is no text in it" }];
  expect(reportsText([report, bare], unread, o)).toBe(`a “Strike”
   Outlet A · 5–6 Nov 2025 · 1 claim · near-copy of b · another version of c
   https://a.example/1
b (no title)
   outlet not stated · date unknown · 0 claims

2 reports.

COULD NOT BE READ
   x [2J.bin                there is no text in it (no-text)
`);
  expect(reportsText([], [], o)).toMatch(/^No reports yet\./);
  expect(reportsText([], unread, o)).toMatch(/^COULD NOT BE READ/);
});

test("hits of a search name the report, the claim and the incident", () => {
  const hit = {
    kind: "claim",
    report: "h",
    label: "a",
    claim: "h/t3",
    incident: "iaaaaaaaaaaaa",
    excerpt: "nine «soldiers»\ndied",
    from: "2025-11-05",
  } as const;
  expect(searchText([hit], o)).toBe(`a · 5 Nov 2025 · claim t3 · incident iaaaaaaaaaaaa
   “nine «soldiers» died”

1 place found.
`);
  expect(searchText([{ ...hit, kind: "report", claim: null, incident: null, from: null }], o)).toMatch(
    /^a · date unknown · report\n/,
  );
  expect(searchText([], o)).toBe("Nothing found.\n");
});

test("why: each telling with what it looks back to, and what spoke for and against", () => {
  const features = {
    id: "iaaaaaaaaaaaa",
    report: "h",
    kind: "violence",
    published: "2025-11-06",
    date: on("2025-11-05"),
    actors: ["NOR"],
    recipients: ["SOU"],
    types: [],
    modes: [],
    places: [],
    tolls: [],
    words: [],
  } as const;
  const first: WhyLink = { features, label: "a", parent: null, parentLabel: null, score: null, reasons: [] };
  const second: WhyLink = {
    features: { ...features, id: "ibbbbbbbbbbbb", recipients: [] },
    label: "b",
    parent: "iaaaaaaaaaaaa",
    parentLabel: "a",
    score: 3.3,
    reasons: [
      { feature: "days", weight: 1.5, why: "days meet" },
      { feature: "tolls", weight: -0.7, why: "one source with different figures" },
    ],
  };
  const apart: WhyLink = { ...second, label: "c", parent: "iother", parentLabel: "x" };
  expect(whyText([first, second, apart], o)).toBe(`WHY THESE TELLINGS ARE ONE INCIDENT
A telling joins the earlier one with which most speaks for one incident; a link needs ${LINK_THRESHOLD}.

1  a
   iaaaaaaaaaaaa · 5 Nov 2025 · place not told · Northland → Southland
   looks back to nothing: it begins a chain of links

2  b
   ibbbbbbbbbbbb · 5 Nov 2025 · place not told · Northland
   looks back to a (iaaaaaaaaaaaa), score 3.3
     +1.5  days       days meet
     -0.7  tolls      one source with different figures

3  c
   ibbbbbbbbbbbb · 5 Nov 2025 · place not told · Northland
   looked back to x (iother), score 3.3, but stands apart from it: one report tells both, they
      drifted too far, or a ruling set it apart
     +1.5  days       days meet
     -0.7  tolls      one source with different figures
`);
  expect(whyText([], o)).toBe("No telling belongs to this incident.\n");
});
