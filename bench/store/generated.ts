import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodedReport } from "../../src/coding/coded-report.js";
import { loadReader } from "../../src/data/load-reader.js";
import { packageRoot } from "../../src/data/package-root.js";
import { bandRowsOf } from "../../src/record/near-duplicates.js";
import type { ReportToRecord } from "../../src/store/record-reports.js";
import { dayNumber, isoDay } from "../../src/text/civil-date.js";

let state = 20251121;
const random = (n: number) => {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return state % n;
};

/** Samples as read, which the generated reports are made of: the same claims on other days. */
export async function templates(): Promise<CodedReport[]> {
  const reader = await loadReader();
  const folder = join(packageRoot(), "samples");
  return readdirSync(folder)
    .filter((name) => name !== "README.md")
    .map((name) => reader.traceBytes(readFileSync(join(folder, name)), { name }).coded);
}

/** The samples again every four days: eight reports a day, whose incidents several of them tell. The store grows in length, as a real one does, not in density. */
export function generated(k: number, from: readonly CodedReport[]): ReportToRecord {
  const template = from[k % from.length]!;
  const shift = 4 * Math.floor(k / from.length);
  const moved = JSON.parse(
    JSON.stringify(template).replace(
      /"(\d{4}-\d{2}-\d{2})"/g,
      (_, day: string) => `"${isoDay(dayNumber(day) + shift - 13_000)}"`,
    ),
  ) as CodedReport;
  const text = `${template.report.text}\nFiled as ${k}.\n`;
  const signature = Uint32Array.from({ length: 128 }, () => random(0x7fffffff));
  return {
    hash: createHash("sha256").update(text).digest("hex").slice(0, 32),
    coded: { ...moved, report: { ...moved.report, text, address: null } },
    from: { published: null, name: `generated-${k}.txt`, original: "0".repeat(64), mediaType: null },
    seenAt: "2026-01-01T00:00:00.000Z",
    signature,
    bands: bandRowsOf(signature),
  };
}
