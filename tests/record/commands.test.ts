import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/data/package-root.js";
import { RECORD_JSON, type RecordJsonName } from "../../src/formats/record-json.js";

/* The commands of the store as a person runs them, over the samples: each in each of its forms. */
const root = packageRoot();
let data: string;

function parley(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "src/cli.ts"), ...args, "--data", data],
    { cwd: root, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 64e6 },
  );
  return { status, out: stdout, err: stderr };
}

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "parley-commands-"));
  const added = parley("add", "samples", "--quiet");
  expect(added).toMatchObject({ status: 0, out: "", err: "30 added, 0 known already\n" });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const AFG_PAK = ["--party", "AFG", "--party", "PAK"];

describe("lists", () => {
  test.each<[RecordJsonName, string[]]>([
    ["incidents", ["incidents", ...AFG_PAK]],
    ["initiatives", ["initiatives", ...AFG_PAK]],
    ["timeline", ["timeline", ...AFG_PAK]],
    ["dyad", ["dyad", "AFG", "PAK"]],
    ["reports", ["reports"]],
    ["search", ["search", "ceasefire", "Doha"]],
    ["rulings", ["rule", "list"]],
  ])("%s fit their schema", (name, args) => {
    const { status, out } = parley(...args, "--format", "json");
    expect(status).toBe(0);
    expect(() => RECORD_JSON[name].parse(JSON.parse(out))).not.toThrow();
  });

  test("reports and hits are narrowed by what they claim", () => {
    const labels = (...args: string[]) =>
      (JSON.parse(parley("reports", ...args, "--format", "json").out).reports as { label: string }[]).map(
        (r) => r.label,
      );
    expect(labels("--party", "KHM").sort()).toEqual([
      "thailand-cambodia-december",
      "thailand-cambodia-second-truce",
      "thailand-cambodia-truce",
    ]);
    const facts = JSON.parse(parley("search", "ceasefire", "--party", "KHM", "--format", "facts").out) as {
      id: string;
    }[];
    expect(new Set(facts.map((f) => f.id.slice(0, 17)))).toEqual(new Set(["thailand-cambodia"]));
  });

  test("incidents in the facts form name documents by their files", () => {
    const facts = JSON.parse(parley("incidents", ...AFG_PAK, "--format", "facts").out) as {
      documents: string[];
      tolls: {
        verdict: string;
        claims: { source: string | null; low: number | null; documents: string[] }[];
      }[];
    }[];
    const clash = facts.find((i) => i.documents.length >= 5)!;
    const contested = clash.tolls.filter((t) => t.verdict === "contested").flatMap((t) => t.claims);
    const by = (source: string, low: number) =>
      contested.find((c) => c.source === source && c.low === low)?.documents;
    expect(by("PAK", 23)).toContain("afgpak-clash-agency");
    expect(by("AFG", 58)).toContain("afgpak-clash-agency");
  });

  test("a report names those that tell its story, its versions and copies apart", () => {
    const others = (name: string) =>
      (JSON.parse(parley("report", name, "--format", "json").out).sameStory as { label: string }[]).map(
        (r) => r.label,
      );
    expect(others("afgpak-clash-kabul").sort()).toEqual([
      "afgpak-clash-agency",
      "afgpak-clash-islamabad",
      "afgpak-clash-washington",
    ]);
    expect(others("afgpak-boldak-revised")).toEqual([]);
    expect(others("colombia-catatumbo")).toEqual([]);
    expect(parley("report", "afgpak-clash-kabul", "--width", "200").out).toContain(
      "The same story, by its words: afgpak-clash-agency, afgpak-clash-islamabad, afgpak-clash-washington.",
    );
  });

  test("a verdict narrows incidents to those that have it", () => {
    const { incidents } = JSON.parse(parley("incidents", "--verdict", "contested", "--format", "json").out);
    expect(new Set(incidents.map((i: { verdict: string }) => i.verdict))).toEqual(new Set(["contested"]));
  });

  test("an unknown incident and a wrong day say what to write instead", () => {
    expect(parley("show", "izzzz")).toMatchObject({
      status: 2,
      err: "parley: There is no incident izzzz. `parley incidents` lists them with their ids.\n",
    });
    expect(parley("incidents", "--from", "2025-13-01")).toMatchObject({ status: 2 });
  });
});

describe("rulings", () => {
  test("a merge makes one incident of two, an old id leads to it, and undoing sets them apart", () => {
    const list = () =>
      (
        JSON.parse(parley("incidents", "--format", "json", "--limit", "500").out).incidents as {
          id: string;
          reports: number;
        }[]
      ).filter((i) => i.reports === 1);
    const [a, b] = list();
    const made = parley("rule", "merge", a!.id, b!.id, "--who", "analyst", "--why", "one and the same");
    expect(made.status).toBe(0);
    const shown = parley("show", a!.id, "--format", "json").out;
    expect(JSON.parse(shown).id).toBe(JSON.parse(parley("show", b!.id, "--format", "json").out).id);
    const undone = parley("rule", "undo", made.out.split(" ")[0]!);
    expect(undone.status).toBe(0);
    expect(list().map((i) => i.id)).toEqual(expect.arrayContaining([a!.id, b!.id]));
  });

  test("a corrected figure is shown as corrected", () => {
    const { incidents } = JSON.parse(parley("incidents", ...AFG_PAK, "--format", "json").out);
    const clash = incidents.sort(
      (x: { reports: number }, y: { reports: number }) => y.reports - x.reports,
    )[0];
    const claims = parley("show", clash.id, "--claims", "--width", "200").out;
    const id = /([0-9a-f]{8}\/t\d+) +Afghanistan asserts: killed: Pakistan, military: 58/.exec(claims)![1]!;
    expect(
      parley("rule", "correct", id, "--set", "low=55", "--set", "high=55", "--who", "analyst").status,
    ).toBe(0);
    expect(parley("show", clash.id, "--claims", "--width", "200").out).toMatch(
      /military: 55 .* corrected by a ruling/,
    );
    expect(parley("doctor").status).toBe(0);
  });
});
