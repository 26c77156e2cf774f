import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession, Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { IncidentPage, ReportPage, ReportRoom } from "../../src/formats/desk-json.js";
import { roomsToVisit } from "../../tools/rooms-to-visit.js";
import { deskInBrowser, opened } from "./desk.js";

// What a person does who has no mouse: nothing here but keys.
const desk = deskInBrowser();
const { get, largest, standing, rulingsStand } = desk;

/** As many presses of Tab as a person may be asked for. */
const MOST_TABS = 200;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/** What has the focus, as a screen reader is told of it: "button Add"; "" where nothing has it. */
async function focused(page: Page): Promise<string> {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  const session = await sessions.get(page)!;
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
  if (!result.objectId || result.className === "HTMLBodyElement") return "";
  const { nodes } = await session.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return `${nodes[0]?.role?.value} ${nodes[0]?.name?.value ?? ""}`;
}

/** Presses Tab until what `isThere` asks for has the focus. */
async function tabUntil(page: Page, wanted: string, isThere: () => Promise<boolean>): Promise<void> {
  const passed: string[] = [];
  for (let k = 0; k < MOST_TABS; k++) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
    passed.push(await focused(page));
  }
  throw new Error(`Tab does not lead to ${wanted}, but past ${passed.join("; ")}`);
}

/** Presses Tab until the focus is on what has such a role and name. */
const tabTo = (page: Page, name: RegExp): Promise<void> =>
  tabUntil(page, String(name), async () => name.test(await focused(page)));

/** Whether the focus is in a part of the page; false where there is no such part. */
const hasFocus = (part: Locator): Promise<boolean> =>
  part.evaluateAll((all) => all.some((e) => e.contains(document.activeElement)));

/** Presses Tab until the focus is in a part of the page, once that is there. */
async function tabInto(page: Page, part: Locator): Promise<void> {
  await part.waitFor({ timeout: 15_000 });
  await tabUntil(page, String(part), () => hasFocus(part));
}

/** An attribute of what has the focus. */
const ofFocused = (page: Page, attribute: string): Promise<string | null> =>
  page.evaluate((a) => document.activeElement?.getAttribute(a) ?? null, attribute);

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

async function congo(): Promise<string> {
  const { reports } = await get<ReportPage>("/api/reports?limit=100");
  return reports.find((r) => r.label === "congo-rutshuru-killings")!.hash;
}

/** Types over what stands in the field that has the focus. */
async function retype(page: Page, words: string): Promise<void> {
  await press(page, "Control+A");
  await page.keyboard.type(words);
}

test("past the bar to the page, and from room to room", async () => {
  await desk.on("/", async (page) => {
    await press(page, "Tab");
    expect(await focused(page)).toBe("link To the page");
    await press(page, "Enter", "Tab");
    expect(await hasFocus(page.locator("#room"))).toBe(true);
  });
  await desk.on("/", async (page) => {
    await tabTo(page, /^link Incidents$/);
    await press(page, "Enter");
    await page.getByRole("heading", { level: 1, name: "Incidents" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/incidents");
  });
});

test("the palette finds a place and a party, and lands there", async () => {
  await desk.on("/", async (page) => {
    await press(page, "Control+K");
    const palette = page.getByRole("dialog", { name: "Search" });
    await palette.waitFor();
    await page.keyboard.type("Komanda");
    await palette
      .getByRole("option", { name: /^Komanda/ })
      .first()
      .waitFor();
    const marked = () =>
      palette.evaluate((e) =>
        [...e.querySelectorAll("[role=option]")].findIndex((o) => o.ariaSelected === "true"),
      );
    await expect.poll(marked).toBe(0);
    await press(page, "ArrowDown");
    expect(await marked()).toBe(1);
    await press(page, "ArrowUp");
    expect(await marked()).toBe(0);
    await press(page, "Enter");
    await palette.waitFor({ state: "detached" });
    await page.waitForURL(/\/incidents\?place=Komanda/);
    await page.getByRole("button", { name: "Without: at Komanda" }).waitFor();

    await press(page, "Control+K");
    await page.keyboard.type("Thailand");
    await palette
      .getByRole("option", { name: /^Thailand/ })
      .first()
      .waitFor();
    await press(page, "ArrowDown");
    const href = await palette.locator("[role=option][aria-selected=true]").getAttribute("href");
    expect(href).not.toContain("party=THA");
    await press(page, "ArrowUp", "Enter");
    await page.waitForURL(/\/incidents\?party=THA/);
    // and Escape leaves everything as it was
    await press(page, "Control+K");
    await palette.waitFor();
    await press(page, "Escape");
    await palette.waitFor({ state: "detached" });
    expect(page.url()).toContain("party=THA");
  });
});

test("the list of incidents is walked, and one of them opened", async () => {
  await desk.on("/incidents", async (page) => {
    const row = () => ofFocused(page, "data-row");
    await press(page, "j");
    await expect.poll(row).toBe("0");
    await press(page, "ArrowDown", "j");
    await expect.poll(row).toBe("2");
    await press(page, "k");
    await expect.poll(row).toBe("1");
    const href = (await ofFocused(page, "href"))!;
    await press(page, "Enter");
    await page.getByRole("grid", { name: "Who says what" }).waitFor();
    expect(page.url()).toBe(desk.address() + href);
  });
});

test("from cell to cell of the matrix, to the words, and back to the cell", async () => {
  await desk.on(`/incidents/${await largest()}`, async (page) => {
    const grid = page.getByRole("grid", { name: "Who says what" });
    const at = async () => (await ofFocused(page, "data-at"))?.split("/").map(Number) ?? [];
    await tabInto(page, grid);
    expect(await at()).toEqual([0, 0]);
    await press(page, "ArrowDown");
    expect((await at())[0]).toBe(1);
    await press(page, "ArrowRight");
    expect((await at())[1]).toBeGreaterThan(0);
    await press(page, "ArrowLeft");
    expect((await at())[1]).toBe(0);
    // one stop of Tab for all of it
    await press(page, "Tab");
    expect(await hasFocus(grid)).toBe(false);
    await press(page, "Shift+Tab", "End");
    expect(await hasFocus(grid)).toBe(true);
    const cell = await ofFocused(page, "data-cell");
    expect((await at())[1]).toBeGreaterThan(0);
    await press(page, "Enter");
    const pane = page.getByRole("complementary").filter({ hasText: "Read in the report" });
    await pane.waitFor();
    expect(await hasFocus(pane)).toBe(true);
    await tabTo(page, /^button Read in the report$/);
    await press(page, "Enter");
    await page.waitForURL(/claim=/);
    const report = page
      .getByRole("complementary")
      .filter({ has: page.getByRole("region", { name: "Report" }) });
    await report.waitFor();
    await expect.poll(() => hasFocus(report)).toBe(true);
    await tabTo(page, /^link Open the whole report$/);
    await press(page, "Escape");
    await report.waitFor({ state: "detached" });
    expect(page.url()).not.toContain("cell=");
    expect(await ofFocused(page, "data-cell")).toBe(cell);
  });
});

test("incidents along time are stepped through, and a period is picked and cleared", async () => {
  await desk.on("/", async (page) => {
    const band = page.getByRole("group", { name: /^Incidents in the order of time/ });
    const mark = () => ofFocused(page, "data-key");
    await tabInto(page, band);
    const first = await mark();
    await press(page, "ArrowRight");
    const second = await mark();
    expect(second).not.toBe(first);
    await press(page, "End");
    expect([first, second]).not.toContain(await mark());
    await press(page, "Home");
    expect(await mark()).toBe(first);
    await press(page, "ArrowRight", "Enter");
    await page.waitForURL(`**/incidents/${second}`);
  });
  await desk.on("/", async (page) => {
    const handle = (day: string) =>
      page.getByRole("slider", { name: `Period picked on the axis: ${day} day` });
    const day = async (d: string) => Number(await handle(d).getAttribute("aria-valuenow"));
    const [from, to] = [await day("first"), await day("last")];
    await tabInto(page, handle("first"));
    await press(page, "PageUp", "ArrowRight");
    expect(await day("first")).toBe(from + 31);
    await page.waitForURL(/[?&]from=/);
    await press(page, "Tab", "Shift+ArrowLeft");
    expect(await hasFocus(handle("last"))).toBe(true);
    expect(await day("last")).toBe(to - 7);
    await page.getByText("Picked:").waitFor();
    await press(page, "Escape");
    await page.waitForURL((url) => !/from=|to=/.test(url.search));
    await expect.poll(() => day("first")).toBe(from);
    expect(await day("last")).toBe(to);
  });
});

test("claims are stepped through, one is corrected, and it is undone", async () => {
  await desk.on(`/reports/${await congo()}`, async (page) => {
    await tabTo(page, /^button Add a claim$/);
    await press(page, "j");
    await expect.poll(() => focused(page)).toMatch(/^button 1\b/);
    await press(page, "j");
    await expect.poll(() => focused(page)).toMatch(/^button 2\b/);
    await press(page, "k");
    await expect.poll(() => focused(page)).toMatch(/^button 1\b/);
    for (let n = 2; !/43 people killed/.test(await focused(page)); n++) {
      await press(page, "j");
      await expect.poll(() => focused(page)).toMatch(new RegExp(`^button ${n}\\b`));
    }
    expect(page.url()).toContain("claim=");
    await tabTo(page, /^button Edit$/);
    await press(page, "Enter");
    await expect.poll(() => hasFocus(page.getByRole("form", { name: "Correct the claim" }))).toBe(true);
    await tabTo(page, /^textbox At least$/);
    await retype(page, "44");
    await tabTo(page, /^textbox At most$/);
    await retype(page, "44");
    await tabTo(page, /^button Save the correction$/);
    await press(page, "Enter");
    await rulingsStand(1);
    expect((await standing())[0]!.body).toMatchObject({ kind: "correct", change: { low: 44, high: 44 } });
    await expect.poll(() => focused(page)).toMatch(/44 people killed/);
    await tabInto(page, page.getByRole("status").getByRole("button", { name: "Undo" }));
    await press(page, "Enter");
    await rulingsStand(0);
    await page.getByRole("article").filter({ hasText: "43 people killed" }).waitFor();
  });
});

test("words that were missed are typed, and become a claim", async () => {
  const words = "Most of the victims were farmers";
  const hash = await congo();
  await desk.on(`/reports/${hash}`, async (page) => {
    await tabTo(page, /^button Add a claim$/);
    await press(page, "Enter");
    await expect.poll(() => focused(page)).toMatch(/^radio Event/);
    await press(page, "ArrowRight");
    expect(await focused(page)).toMatch(/^radio Toll/);
    await tabTo(page, /^textbox Its words/);
    await page.keyboard.type(words);
    await page.getByText("Found, to the letter.").waitFor();
    await tabTo(page, /^textbox At least$/);
    await page.keyboard.type("160");
    await tabTo(page, /^button Add the claim$/);
    await press(page, "Enter");
    await rulingsStand(1);
    const { body } = (await standing())[0]!;
    if (body.kind !== "add") throw new Error(`a ruling of kind ${body.kind}`);
    const { report } = await get<ReportRoom>(`/api/reports/${hash}`);
    expect(report.text.slice(body.start, body.end)).toBe(words);
    expect(body.change).toMatchObject({ low: 160 });
    await tabInto(page, page.getByRole("status").getByRole("button", { name: "Undo" }));
    await press(page, "Enter");
    await rulingsStand(0);
  });
});

test("what waits is accepted and taken back by single keys", async () => {
  await desk.on("/review", async (page) => {
    const item = async () =>
      (await page.locator("#room section h2").first().innerText()) +
      (await page.locator("#room blockquote").first().innerText());
    // until the names of the parties have come their codes stand there
    await page.waitForLoadState("networkidle");
    const first = await item();
    await press(page, "a");
    await rulingsStand(1);
    expect((await standing())[0]!.body.kind).toBe("confirm");
    await expect.poll(item).not.toBe(first);
    await press(page, "u");
    await rulingsStand(0);
    await expect.poll(item).toBe(first);
  });
});

test("a history of diplomacy is opened and left", async () => {
  await desk.on("/diplomacy", async (page) => {
    const lanes = page.getByRole("list", { name: "Initiatives and ceasefires" });
    await tabInto(page, lanes);
    const link = await focused(page);
    const id = await ofFocused(page, "id");
    expect(id).toMatch(/^life-/);
    await press(page, "Enter");
    await page.waitForURL(/[?&](initiative|ceasefire)=/);
    const heading = page
      .getByRole("heading", { name: "Steps", exact: true })
      .or(page.getByText("The agreement, in the words"));
    await heading.waitFor();
    await expect.poll(() => focused(page)).toMatch(/^heading /);
    await press(page, "Escape");
    await heading.waitFor({ state: "detached" });
    expect(page.url()).not.toMatch(/initiative=|ceasefire=/);
    await expect.poll(() => ofFocused(page, "id")).toBe(id);
    expect(await focused(page)).toBe(link);
  });
});

test("a place of the map is opened and left", async () => {
  await desk.on("/map", async (page) => {
    await page.locator("[data-mark]").first().waitFor();
    await tabUntil(page, "a place", async () => (await ofFocused(page, "data-mark")) !== null);
    const mark = await ofFocused(page, "data-mark");
    const place = (await focused(page)).replace(/^button /, "");
    await press(page, "Enter");
    const back = page.getByRole("button", { name: "All incidents" });
    await back.waitFor();
    await expect.poll(() => focused(page)).toMatch(/^heading /);
    const title = (await focused(page)).replace(/^heading /, "");
    expect(place.startsWith(title.split(/[,;(]| and /)[0]!)).toBe(true);
    await press(page, "Escape");
    await back.waitFor({ state: "detached" });
    expect(await ofFocused(page, "data-mark")).toBe(mark);
  });
});

test("the view is taken along by the menu", async () => {
  await desk.on("/incidents?party=THA", async (page) => {
    await tabTo(page, /^button Export$/);
    await press(page, "Enter");
    await expect.poll(() => focused(page)).toMatch(/^menuitem CSV/);
    await press(page, "ArrowDown");
    expect(await focused(page)).toBe("menuitem JSON");
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Enter")]);
    const { incidents } = JSON.parse(readFileSync((await download.path())!, "utf8")) as IncidentPage;
    expect(incidents.length).toBe((await get<IncidentPage>("/api/incidents?party=THA&limit=1")).total);
    await expect.poll(() => focused(page)).toBe("button Export");
  });
});

test("a report is pasted and sent, and the focus comes back to where it was", async () => {
  const text = `Tindra, 4 June 2025 (Example Wire) - Rebels of the Northern Example Front killed at least seven soldiers near Tindra on Tuesday, the army of Mali said.
`;
  await desk.on(
    "/reports",
    async (page) => {
      await page.evaluate((t) => navigator.clipboard.writeText(t), text);
      await tabTo(page, /^button Add$/);
      await press(page, "Enter");
      const dialog = page.getByRole("dialog", { name: "Add documents" });
      await expect.poll(() => focused(page)).toBe("textbox Text of a report");
      await press(page, "Control+V");
      await expect
        .poll(() => dialog.getByRole("textbox", { name: "Text of a report" }).inputValue())
        .toBe(text);
      await press(page, "Control+Enter");
      await dialog.getByRole("button", { name: "Added 1" }).waitFor({ timeout: 30_000 });
      expect((await get<ReportPage>("/api/reports?q=Tindra")).total).toBe(1);
      await press(page, "Escape");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => focused(page)).toBe("button Add");
    },
    { permissions: ["clipboard-read", "clipboard-write"] },
  );
});

test("what has the focus shows it, in every room", async () => {
  const found: Record<string, string[]> = {};
  for (const room of await roomsToVisit(desk.address())) {
    await desk.on(
      room.path,
      async (page) => {
        if (room.prepare) await press(page, ...(room.name === "palette" ? ["Control+K"] : []));
        if (room.name === "add") {
          await tabTo(page, /^button Add$/);
          await press(page, "Enter");
        }
        if (room.prepare) await page.getByRole("dialog").waitFor();
        await opened(page);
        const seen = new Set<string>();
        for (let k = 0; k < 60; k++) {
          await press(page, "Tab");
          const name = await focused(page);
          for (const problem of [
            await focusProblem(page),
            name === "" ? null : await stays(() => placeProblem(page)),
          ])
            if (problem !== null) found[room.name] = [...(found[room.name] ?? []), problem];
          if (name !== "") seen.add(name);
        }
        // Tab leads somewhere at all
        if (seen.size < 2) found[`${room.name}: stops of Tab`] = [...seen];
      },
      { reducedMotion: "reduce" },
    );
  }
  expect(found).toEqual({});
}, 240_000);

/** What the page keeps between two presses of Tab: what had the focus, and how it looked with it. */
interface Held {
  readonly self: Element;
  readonly look: Look;
}
interface Look {
  readonly ring: string;
  readonly drawn: string;
}

/**
 * Why a person who looks at the page would not have seen what had the focus before the last press of Tab, which took it away;
 * null where it was to be seen, or is gone.
 */
function focusProblem(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const kept = globalThis as { held?: Held | null };
    const ringOf = (e: Element): string => {
      const s = getComputedStyle(e);
      const isOutlined =
        s.outlineStyle !== "none" &&
        Number.parseFloat(s.outlineWidth) >= 1 &&
        !/transparent|[,/] 0\)$/.test(s.outlineColor);
      return isOutlined ? s.outline : s.boxShadow === "none" ? "" : s.boxShadow;
    };
    const look = (e: Element): Look => ({
      // a box or radio that is not shown itself is shown by its label, a field without a border by what it stands in
      ring: [e, e.closest("label") ?? e, e.parentElement!].map(ringOf).join("|"),
      // what is drawn has its ring drawn, too
      drawn:
        e instanceof SVGElement
          ? [...e.querySelectorAll("*")].map((d) => getComputedStyle(d).stroke).join()
          : "",
    });
    const self = document.activeElement!;
    const before = kept.held;
    kept.held = self === document.body ? null : { self, look: look(self) };
    if (!before?.self.isConnected || before.self === self) return null;
    const now = look(before.self);
    const isRinged = before.look.ring.length > now.ring.length;
    return isRinged || before.look.drawn !== now.drawn
      ? null
      : `${before.self.outerHTML.slice(0, 120)} looks as it does without the focus`;
  });
}

/** A problem that does not go by itself while the page scrolls to what has the focus. */
async function stays(problem: () => Promise<string | null>): Promise<string | null> {
  let found = await problem();
  for (let k = 0; k < 10 && found !== null; k++) {
    await delay(100);
    found = await problem();
  }
  return found;
}

/** Why what has the focus is not where a person looks; null where it is. */
function placeProblem(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const self = document.activeElement!;
    const shown = self.matches("input") ? (self.closest("label") ?? self) : self;
    const box = shown.getBoundingClientRect();
    const isIn = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return isIn ? null : `${self.outerHTML.slice(0, 120)} is out of the window`;
  });
}
