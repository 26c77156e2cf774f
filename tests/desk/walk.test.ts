import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { IncidentPage, IncidentRoom, ReportPage, ReportRoom } from "../../src/formats/desk-json.js";
import { deskInBrowser, opened } from "./desk.js";

// What a person does: finds an incident, goes down to the words, corrects, takes it back, adds a report, takes the view along.
const desk = deskInBrowser();
const { get, largest, standing, rulingsStand } = desk;

/** What tells of the last ruling has a way back. */
const undo = (page: Page) => page.getByRole("status").getByRole("button", { name: "Undo" });

/** Selects words of the report as a person does, with the mouse. */
async function dragOver(page: Page, words: string): Promise<void> {
  const [left, right, y] = await page.evaluate((words) => {
    const text = document.querySelector("[aria-label='Text of the report']")!;
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(words);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      const rect = range.getBoundingClientRect();
      return [rect.left + 0.5, rect.right - 0.5, rect.top + rect.height / 2] as const;
    }
    throw new Error(`“${words}” is not on the page`);
  }, words);
  await page.mouse.move(left, y);
  await page.mouse.down();
  await page.mouse.move(right, y, { steps: 5 });
  await page.mouse.up();
}

test("the list is narrowed, and the address says how", async () => {
  await desk.on("/incidents", async (page) => {
    const rows = page.getByRole("list", { name: /incidents/i }).getByRole("listitem");
    const all = await page.locator("#room").innerText();
    await page.getByRole("button", { name: "More filters" }).click();
    await page.getByRole("combobox", { name: "With party" }).fill("Thai");
    await page.getByRole("option", { name: "Thailand" }).click();
    await page.getByRole("button", { name: "Without: Thailand" }).waitFor();
    expect(page.url()).toContain("party=THA");
    await expect.poll(() => page.locator("#room").innerText()).not.toBe(all);
    expect(await rows.count()).toBeGreaterThan(0);
    // the back button takes the filter out again
    await page.goBack();
    await page.getByRole("button", { name: "Without: Thailand" }).waitFor({ state: "detached" });
    expect(page.url()).not.toContain("party=THA");
    // an address with a filter leads another person to the same view
    await page.goto(`${desk.address()}/incidents?party=THA&verdict=denied`);
    await page.getByRole("button", { name: "Without: denied" }).waitFor();
  });
});

test("from a figure to its words, and to the report at these words beside it", async () => {
  const id = await largest();
  await desk.on(`/incidents/${id}`, async (page) => {
    const cell = page
      .getByRole("gridcell")
      .filter({ hasText: "23 soldiers embraced martyrdom" })
      .getByRole("button");
    await cell.click();
    const panel = page.getByRole("complementary").filter({ hasText: "Read in the report" });
    await panel.getByText("23 of its soldiers died").waitFor();
    expect(page.url()).toContain("cell=");
    await panel.getByRole("button", { name: "Read in the report" }).first().click();
    await page.getByText("The martyred soldiers").or(page.getByText("embraced martyrdom")).first().waitFor();
    expect(page.url()).toContain("claim=");
    // the words that carry the figure are marked in the text, and they are these words
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get("focus") ?? [])].map((r) => (r as Range).toString()).join(""),
      );
    await expect.poll(marked).toContain("23 soldiers embraced martyrdom");
    // the matrix has not gone
    expect(await page.getByRole("grid", { name: "Who says what" }).isVisible()).toBe(true);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain("cell=");
  });
});

test("a claim says how often such a claim is right, and on which texts that was measured", async () => {
  const { reports } = await get<ReportPage>("/api/reports?limit=100");
  const { hash } = reports.find((r) => r.label === "congo-rutshuru-killings")!;
  const { coded } = await get<ReportRoom>(`/api/reports/${hash}`);
  const toll = coded.tolls.find((t) => t.count.low === 43)!;
  const stated = `${toll.confidence.toFixed(2)}: of such claims about`;
  await desk.on(`/reports/${hash}`, async (page) => {
    const card = page.getByRole("article").filter({ hasText: "43 people killed" });
    await card.getByRole("button").first().click();
    await card.getByText("How we know").click();
    await card.getByText(stated).waitFor();
    await card.getByRole("row", { name: /toll number \d\d .*: .*/ }).waitFor();
  });
});

test("another rule gives other figures, and stands by them", async () => {
  const id = await largest();
  await desk.on(`/incidents/${id}`, async (page) => {
    await page.getByRole("button", { name: /Rule for low, best and high/ }).click();
    await page.getByRole("option", { name: /lowest figure reported/ }).click();
    await page.getByRole("grid").getByText("rule: lowest reported").first().waitFor();
    expect(page.url()).toContain("rule=lowest");
  });
});

test("a claim is corrected in the margin, stands as a ruling, and is taken back", async () => {
  const { reports } = await get<ReportPage>("/api/reports?limit=100");
  const report = reports.find((r) => r.label === "congo-rutshuru-killings")!;
  await desk.on(`/reports/${report.hash}`, async (page) => {
    const card = page.getByRole("article").filter({ hasText: "43 people killed" });
    await card.getByRole("button").first().click();
    await card.getByRole("button", { name: /^(Edit|Correct)/ }).click();
    const form = page.getByRole("form", { name: "Correct the claim" });
    await form.getByRole("textbox", { name: "At least" }).fill("44");
    await form.getByRole("textbox", { name: "At most" }).fill("44");
    await form.getByRole("button", { name: "Save the correction" }).click();
    await rulingsStand(1);
    expect((await standing())[0]!.body).toMatchObject({ kind: "correct", change: { low: 44, high: 44 } });
    await page.getByRole("article").filter({ hasText: "44 people killed" }).waitFor();
    await undo(page).click();
    await rulingsStand(0);
    await page.getByRole("article").filter({ hasText: "43 people killed" }).waitFor();
  });
});

test("words that were missed are selected, and become a claim", async () => {
  const { reports } = await get<ReportPage>("/api/reports?limit=100");
  const report = reports.find((r) => r.label === "congo-rutshuru-killings")!;
  await desk.on(`/reports/${report.hash}`, async (page) => {
    await dragOver(page, "Most of the victims were farmers");
    const bar = page.getByRole("toolbar", { name: "Selected words" });
    await bar.getByRole("button", { name: "Toll" }).click();
    const form = page.getByRole("form").last();
    await form.getByRole("textbox", { name: "At least" }).fill("160");
    await form.getByRole("button", { name: /^(Add|Save)/ }).click();
    await rulingsStand(1);
    const { body } = (await standing())[0]!;
    if (body.kind !== "add") throw new Error(`a ruling of kind ${body.kind}`);
    const { report: room } = await get<ReportRoom>(`/api/reports/${report.hash}`);
    expect(room.text.slice(body.start, body.end)).toBe("Most of the victims were farmers");
    await undo(page).click();
    await rulingsStand(0);
  });
});

test("a pasted report arrives in another window without being asked for", async () => {
  const text = `Tindra, 4 June 2025 (Example Wire) - Rebels of the Northern Example Front killed at least seven soldiers near Tindra on Tuesday, the army of Mali said.

"Seven of our soldiers fell," army spokesman Moussa Example said on Wednesday.
`;
  await desk.on("/reports?q=Tindra", async (watching) => {
    expect(await watching.getByRole("link", { name: /Example/ }).count()).toBe(0);
    await desk.on("/", async (page) => {
      await page.getByRole("button", { name: "Add", exact: true }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /text/i }).first().fill(text);
      await dialog
        .getByRole("button", { name: /^(Add|Read)/ })
        .last()
        .click();
      await dialog.getByText(/added/i).first().waitFor({ timeout: 30_000 });
    });
    await watching.getByRole("list").getByRole("link").first().waitFor({ timeout: 20_000 });
  });
});

test("the view is taken along, under its filters, as the command line gives it", async () => {
  await desk.on("/incidents?party=THA", async (page) => {
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: /CSV/ }).click(),
    ]);
    const csv = readFileSync((await download.path())!, "utf8");
    const { total } = await get<IncidentPage>("/api/incidents?party=THA&limit=1");
    const ids = new Set([...csv.matchAll(/^"?(i[0-9a-z]{12})\b/gm)].map((m) => m[1]));
    expect(ids.size).toBe(total);
  });
});

test("two incidents are laid together and apart again", async () => {
  const id = await largest();
  const before = await get<IncidentRoom>(`/api/incidents/${id}`);
  await desk.on(`/incidents/${id}`, async (page) => {
    await page.getByText("How it was put together").first().click();
    await page
      .getByRole("button", { name: /Set apart|Split/ })
      .last()
      .click();
    await rulingsStand(1);
    const after = await get<IncidentRoom>(`/api/incidents/${id}`);
    expect(after.incident.tellings.length).toBeLessThan(before.incident.tellings.length);
    await undo(page).click();
    await rulingsStand(0);
  });
  const again = await get<IncidentRoom>(`/api/incidents/${id}`);
  expect(again.incident.tellings.length).toBe(before.incident.tellings.length);
});

test("the desk's window is named after its room", async () => {
  await desk.on("/map", async (page) => {
    await opened(page);
    expect(await page.title()).toContain("Map");
  });
});
