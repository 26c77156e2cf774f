import { describe, expect, test } from "vitest";
import type { Found } from "../../../formats/desk-json.js";
import { type Asked, entryBeside, groupBeside, groupsOf, isEmpty, markedEntry } from "./entries.js";

const nothing: Found = { incidents: [], parties: [], places: [], reports: [] };
const asked = (some: Partial<Asked>): Asked => ({
  words: "",
  found: null,
  recents: [],
  filters: {},
  nameOf: (code) => ({ AFG: "Afghanistan", PAK: "Pakistan" })[code] ?? code,
  ...some,
});
const report = {
  hash: "abc",
  label: "a-label",
  outlet: "Example Post",
  title: "Truce in Doha",
  from: "2025-10-19",
  excerpt: "the «truce» held",
  claim: null,
  incident: null,
};
const found: Found = {
  parties: [{ code: "AFG", name: "Afghanistan" }],
  places: [{ name: "Spin Boldak", country: "AFG", incidents: 3 }],
  incidents: [
    {
      id: "i1",
      kind: "violence",
      from: "2025-10-11",
      to: "2025-10-12",
      place: "Spin Boldak",
      country: "AFG",
      parties: ["AFG", "PAK"],
      acts: ["ASSAULT"],
      verdict: "single-source",
      reports: 1,
      origins: 1,
      cells: [],
    } as unknown as Found["incidents"][number],
  ],
  reports: [report, { ...report, claim: "t 1", title: null, outlet: null }],
};
const ids = (a: Asked) => groupsOf(a).map((g) => [g.title, ...g.entries.map((e) => e.id)]);

describe("what can be chosen", () => {
  test("without words: rooms and commands, and what was looked for lately", () => {
    expect(ids(asked({})).map(([title]) => title)).toEqual(["Rooms", "Commands"]);
    expect(ids(asked({ recents: ["doha"] }))[0]).toEqual(["Lately looked for", "recent:doha", "forget"]);
  });

  test.each([
    ["map", ["room:/map"]],
    ["them dark", ["theme:dark"]],
    ["comp", ["density:compact"]],
    ["re", ["room:/reports", "room:/review"]],
    ["xyz", []],
    ["-", []],
  ])("rooms and commands named by %j", (words, wanted) => {
    expect(ids(asked({ words })).flatMap(([title, ...rest]) => (title === "Go to" ? rest : []))).toEqual(
      wanted,
    );
  });

  test("with words: what was found, and all reports with them", () => {
    expect(ids(asked({ words: "spin afg", found }))).toEqual([
      ["Incidents", "incident:i1"],
      ["Parties", "party:AFG"],
      ["Places", "place:AFG:Spin Boldak"],
      ["Reports", "report:abc", "all"],
      ["Claims", "claim:t 1"],
    ]);
  });

  test.each([
    ["spin", ["Places", "Incidents"]],
    ["afghan", ["Parties", "Places", "Incidents"]],
    ["spin october", ["Incidents", "Parties"]],
  ])("a name that is typed comes before what happened there: %j", (words, titles) => {
    const order = ids(asked({ words, found })).map(([title]) => title);
    expect(order.filter((t) => titles.includes(t!))).toEqual(titles);
  });

  test("where they lead, with the filters of the page for rooms alone", () => {
    const filters = { party: ["UN"], from: "2025-01-01" };
    const hrefs = groupsOf(asked({ words: "spin map", found, filters })).flatMap((g) =>
      g.entries.map((e) => (e.target.kind === "go" ? e.target.href : "")),
    );
    expect(hrefs).toEqual([
      "/incidents/i1",
      "/incidents?party=AFG",
      "/incidents?place=Spin+Boldak",
      "/reports/abc",
      "/reports?q=spin+map",
      "/reports/abc?claim=t+1",
    ]);
    const [rooms] = groupsOf(asked({ filters }));
    expect(rooms!.entries[1]!.target).toEqual({ kind: "go", href: "/incidents?party=UN&from=2025-01-01" });
  });

  test("an incident in words", () => {
    const [group] = groupsOf(asked({ words: "spin afg", found }));
    const [entry] = group!.entries;
    expect(entry!.title).toEqual([
      { text: "Spin", isFound: true },
      { text: " Boldak, 11–12 Oct 2025", isFound: false },
    ]);
    expect(entry!.detail.map((p) => p.text).join("")).toBe("Afghanistan, Pakistan: attacks");
    expect(entry!.aside).toBe("single source");
  });
});

describe("which entry is marked", () => {
  const groups = groupsOf(asked({ words: "spin afg", found }));
  test.each([
    [null, "incident:i1"],
    ["place:AFG:Spin Boldak", "place:AFG:Spin Boldak"],
    ["gone", "incident:i1"],
  ])("%s", (id, wanted) => {
    expect(markedEntry(groups, id)?.id).toBe(wanted);
  });
  test.each([
    ["incident:i1", 1, "party:AFG"],
    ["incident:i1", -1, "claim:t 1"],
    ["claim:t 1", 1, "incident:i1"],
  ])("beside %s by %d", (id, step, wanted) => {
    expect(entryBeside(groups, id, step)).toBe(wanted);
  });
  test.each([
    ["incident:i1", 1, "party:AFG"],
    ["incident:i1", -1, "claim:t 1"],
    ["report:abc", 1, "claim:t 1"],
    ["claim:t 1", 1, "incident:i1"],
  ] as const)("the group beside %s by %d", (id, step, wanted) => {
    expect(groupBeside(groups, id, step)).toBe(wanted);
  });
  test("none where there is none", () => {
    expect(markedEntry([], null)).toBeNull();
    expect(entryBeside([], null, 1)).toBeNull();
    expect(groupBeside([], null, 1)).toBeNull();
  });
});

test("nothing found", () => {
  expect(isEmpty(nothing)).toBe(true);
  expect(isEmpty(found)).toBe(false);
});
