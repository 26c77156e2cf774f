import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Batch, ReportPage } from "../../src/formats/desk-json.js";
import { axeViolations } from "./axe.js";
import { deskInBrowser } from "./desk.js";

// Reports that try to be more than text.
const folder = mkdtempSync(join(tmpdir(), "parley-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCRIPT = `<script>document.title = "taken"; window.taken = true</script><img src="/x" onerror="window.taken = true">`;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
write(
  "markup.txt",
  `Title: Rebels ${SCRIPT} attack
Outlet: <b onmouseover="window.taken = true">Example</b> Wire
Date: 2025-05-03

Rebels of the Example Front ${SCRIPT} killed five soldiers in Bunia on Friday, the army of Congo said. See <a href="javascript:window.taken = true">javascript:window.taken=true</a>.

"Five {{constructor.constructor('window.taken=true')()}} of ours died," the army's spokesman said.
`,
);
write(
  "bidi.txt",
  `Title: Toll \u202etxet sdrawkcab\u202c told
Date: 2025-05-04

The army of Congo said that \u202e51\u202c soldiers and zero\u200bwidth\u200d people were killed in Bunia on Saturday by the \u2066Example\u2069 Front.
`,
);
/** Two megabytes without a line's end, with a few claims at its beginning. */
const longLine = `Bunia, 5 May 2025. ${"The army of Congo said that five soldiers were killed. ".repeat(40)}${"The market opens at nine and closes at five on most days. ".repeat(35_000)}\n`;

describe("hostile text", () => {
  const desk = deskInBrowser([folder]);
  const reports = async () =>
    ((await (await fetch(`${desk.address()}/api/reports?limit=100`)).json()) as ReportPage).reports;

  test("markup is shown as it is written, in every room, and does nothing", async () => {
    const report = (await reports()).find((r) => r.label === "markup")!;
    for (const path of [
      "/",
      "/incidents",
      "/reports",
      `/reports/${report.hash}?layer=says&layer=event&layer=toll&layer=when&layer=loaded`,
      "/sources?view=outlets",
      "/review",
    ]) {
      const complaints = await desk.on(path, async (page) => {
        expect(await page.evaluate(() => "taken" in window), path).toBe(false);
        expect(await page.title(), path).toContain("Parley");
        expect(await page.locator("#room script, #room [onerror], #room [href^='javascript:']").count()).toBe(
          0,
        );
        expect(await page.locator("#room img[src='/x']").count()).toBe(0);
      });
      expect(complaints, path).toEqual([]);
    }
    await desk.on(`/reports/${report.hash}`, async (page) => {
      const text = await page.getByRole("region", { name: "Text of the report" }).innerText();
      expect(text).toContain('<img src="/x" onerror="window.taken = true">');
      expect(await axeViolations(page)).toEqual([]);
    });
  });

  test("what turns or hides characters is shown, and turns nothing outside of its line", async () => {
    const report = (await reports()).find((r) => r.label === "bidi")!;
    await desk.on(`/reports/${report.hash}`, async (page) => {
      await page
        .getByText(/invisible/i)
        .first()
        .waitFor();
    });
    await desk.on("/reports", async (page) => {
      const isolated = await page.evaluate(() =>
        [...document.querySelectorAll("#room .foreign")].every((e) =>
          ["isolate", "isolate-override", "plaintext"].includes(getComputedStyle(e).unicodeBidi),
        ),
      );
      expect(isolated).toBe(true);
    });
  });

  test("a line of two megabytes is read, shown and scrolled", async () => {
    const begun = (await (
      await fetch(`${desk.address()}/api/documents`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ documents: [{ kind: "text", name: "long-line", text: longLine }] }),
      })
    ).json()) as Batch;
    const state = async () =>
      ((await (await fetch(`${desk.address()}/api/batches/${begun.batch}`)).json()) as Batch).documents[0]!;
    await expect
      .poll(async () => (await state()).state, { timeout: 170_000, interval: 1_000 })
      .not.toBe("waiting");
    const { hash, message } = await state();
    // on a slow machine it is given up after two minutes, and listed with that reason
    if (hash === null) {
      await desk.on("/reports", async (page) => {
        await page.getByText(message!).first().waitFor();
      });
      return;
    }
    await desk.on(`/reports/${hash}`, async (page) => {
      const began = Date.now();
      await page.getByRole("region", { name: "Text of the report" }).waitFor();
      await page.keyboard.press("End");
      expect(await page.evaluate(() => document.body.textContent!.length)).toBeGreaterThan(1_900_000);
      expect(Date.now() - began).toBeLessThan(20_000);
    });
  }, 240_000);
});
