import { expect, test } from "vitest";
import {
  answer,
  exactly,
  hashOf,
  incident,
  initiative,
  labelOf,
  listing,
  moreThan,
  says,
  tolls,
} from "../../tests/made-record.js";
import type { Ruling } from "../record/rulings.js";
import {
  incidentsCsv,
  initiativesCsv,
  reportsCsv,
  rulingsCsv,
  searchCsv,
  weeksCsv,
  wholeIncidentsCsv,
} from "./record-csv.js";

const lines = (csv: string) => csv.trimEnd().split("\n");

test("an incident has a row for each toll, and one with empty cells where it has none", () => {
  expect(
    lines(incidentsCsv([listing(), listing({ id: "i0", cells: [], place: null, country: null })])),
  ).toEqual([
    "id,kind,from,to,place,country,parties,acts,incident_verdict,reports,origins,harm,victims_party,victims_kind,low,best,high,open_above,rule,toll_verdict",
    "iaaaaaaaaaaaa,violence,2025-11-05,2025-11-05,Ford,SOU,NOR; SOU,ASSAULT/aerial,contested,3,2,killed,SOU,military,9,12,30,false,ucdp,contested",
    "i0,violence,2025-11-05,2025-11-05,,,NOR; SOU,ASSAULT/aerial,contested,3,2,,,,,,,,,",
  ]);
});

test("whole incidents name the rule and whose figures it took", () => {
  const i = incident({
    tolls: [
      tolls("SOU", "contested", [
        answer("NOR", moreThan(29), [says("a", "")]),
        answer("SOU", exactly(9), [says("b", "")]),
        answer(null, exactly(12), [says("c", "")]),
      ]),
    ],
  });
  const last = (rule: "official" | "per-source") =>
    lines(wholeIncidentsCsv([i], rule))[1]!
      .split(",")
      .slice(-7);
  expect(last("official")).toEqual(["9", "9", "30", "true", "official", "contested", "NOR; SOU"]);
  expect(last("per-source").at(-1)).toBe("NOR; SOU; outlet");
});

test("an initiative has a row for each step", () => {
  expect(lines(initiativesCsv([initiative()], labelOf)).slice(1)).toEqual([
    "naaaaaaaaaaaa,MID,NOR; SOU,accepted-by-one,false,1,offers,2025-11-06,2025-11-06,NOR; SOU,MID,offered,report-a,Midland offered to host talks",
    "naaaaaaaaaaaa,MID,NOR; SOU,accepted-by-one,false,2,accepts,2025-11-07,2025-11-07,NOR,outlet,accepted-by-one,report-b; report-c,Northland accepted",
  ]);
});

test("weeks, reports, hits and rulings", () => {
  const week = {
    week: "2025-11-03",
    incidents: 2,
    violent: 1,
    conflict: -9.5,
    cooperation: 0,
    conflictDeviation: null,
    cooperationDeviation: 4,
    standsOut: true,
  };
  expect(lines(weeksCsv(["NOR", "SOU"], [week]))[1]).toBe("2025-11-03,NOR; SOU,2,1,-9.5,0,,4,true");
  const report = {
    hash: "h",
    label: "-a",
    outlet: null,
    title: "War, they say",
    from: null,
    to: null,
    address: null,
    claims: 0,
    kin: [
      { label: "b", why: "copy" as const },
      { label: "c", why: "revision" as const },
    ],
  };
  expect(lines(reportsCsv([report]))[1]).toBe(`h,'-a,,"War, they say",,,,0,b,c`);
  const hit = {
    kind: "claim",
    report: "h",
    label: "a",
    claim: "h/e1",
    incident: null,
    excerpt: "«x»",
    from: null,
  } as const;
  expect(lines(searchCsv([hit]))[1]).toBe("claim,h,a,,h/e1,,«x»");
  const ruling: Ruling = {
    id: "uaaaaaaaaaaaa",
    at: "2025-11-05T00:00:00Z",
    who: "Ann",
    why: "=twice",
    body: { kind: "reject", claim: `${hashOf("a")}/e1`, start: 1, end: 2 },
  };
  expect(lines(rulingsCsv([ruling]))[1]).toBe(
    `uaaaaaaaaaaaa,2025-11-05T00:00:00Z,Ann,'=twice,reject,${hashOf("a")}/e1,"{""claim"":""${hashOf("a")}/e1"",""start"":1,""end"":2}"`,
  );
});
