import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { principal } from "../src/coding/attribution-chain.js";
import type { PartyRef } from "../src/coding/party.js";
import { factsCode } from "../src/coding/party.js";
import { loadReader, type NodeReader } from "../src/data/load-reader.js";
import { packageRoot } from "../src/data/package-root.js";
import { figure } from "../src/formats/text.js";

/*
 * Whole passages with their readable record: tests/cases/reading/*.txt. A file: a first line `# what it shows · published DATE`,
 * the text, a line `==>`, then one line a claim. A changed expectation is reviewed like code.
 */
const FOLDER = join(packageRoot(), "tests", "cases", "reading");

let reader: NodeReader;
beforeAll(async () => {
  reader = await loadReader();
});

const codes = (list: readonly PartyRef[]) => list.map((p) => factsCode(p) ?? "?").join(",") || "-";

/** The record of a passage, one line a claim, short enough to check by eye. */
function shown(text: string, published: string): string[] {
  const { events, tolls, initiatives, attributions } = reader.readText(text, { id: "case", published });
  return [
    ...principal(attributions).map((a) => `says ${codes(a.parties)} "${a.cue}" ${a.stance}`),
    ...events
      .filter((e) => e.contentOf === null)
      .map((e) => {
        const sides = e.mutual ? `${codes(e.actor)} together` : `${codes(e.actor)} > ${codes(e.recipient)}`;
        const via = e.broker.length > 0 ? ` via ${codes(e.broker)}` : "";
        return `event ${e.type}${e.mode ? ` ${e.mode}` : ""} ${sides}${via} ${e.status} ${e.date.from ?? "…"}..${e.date.to ?? "…"} by ${codes(e.sources)}`;
      }),
    ...tolls.map(
      (t) =>
        `toll ${t.harm} ${t.of.party?.code ?? "-"}/${t.of.kind} ${figure(t)} ${t.stance} by ${codes(t.sources)}`,
    ),
    ...initiatives.map((i) => `initiative ${i.act} ${codes(i.thirdParty)} for ${codes(i.parties)}`),
  ];
}

describe("passages", () => {
  for (const name of readdirSync(FOLDER)
    .filter((f) => f.endsWith(".txt"))
    .sort()) {
    const [head, ...rest] = readFileSync(join(FOLDER, name), "utf8").split("\n");
    const [text, expected] = rest.join("\n").split("\n==>\n");
    test(`${name}: ${head!.replace(/^# /, "")}`, () => {
      const published = /published (\S+)/.exec(head!)![1]!;
      expect(shown(text!.trim(), published)).toEqual(expected!.trim().split("\n"));
    });
  }
});
