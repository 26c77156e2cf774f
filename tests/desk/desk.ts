import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { packageRoot } from "../../src/data/package-root.js";
import type { IncidentPage, RulingPage } from "../../src/formats/desk-json.js";
import { launchBrowser, type RunningDesk, serveDesk } from "../../tools/desk-in-browser.js";

/** The desk on a store of its own and a browser, for all tests of a file. */
export function deskInBrowser(add: readonly string[] = [join(packageRoot(), "samples")]) {
  let desk: RunningDesk;
  let browser: Browser;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([serveDesk({ add }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });

  /**
   * Opens a page of the desk, works with it, and closes it.
   *
   * @returns what the page complained of: errors that nobody caught, and errors and warnings of the console
   */
  async function on(
    path: string,
    work: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<string[]> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      page.on("pageerror", (e) => complaints.push(e.message));
      page.on("console", (m) => {
        if (m.type() === "error" || m.type() === "warning") complaints.push(m.text());
      });
      await page.goto(desk.address + path);
      await opened(page);
      await work(page);
    } finally {
      await context.close();
    }
    return complaints;
  }

  async function get<T>(path: string): Promise<T> {
    return (await (await fetch(desk.address + path)).json()) as T;
  }
  /** The incident that most reports tell of. */
  async function largest(): Promise<string> {
    const { incidents } = await get<IncidentPage>("/api/incidents?limit=300&kind=violence");
    return [...incidents].sort((a, b) => b.reports - a.reports)[0]!.id;
  }
  const standing = async () =>
    (await get<RulingPage>("/api/rulings")).rulings.filter((r) => r.stands && r.body.kind !== "undo");
  /** Waits until the server has so many rulings that stand. */
  async function rulingsStand(n: number): Promise<void> {
    await expect.poll(async () => (await standing()).length, { timeout: 15_000 }).toBe(n);
  }
  return {
    on,
    get,
    largest,
    standing,
    rulingsStand,
    address: () => desk.address,
    close: () => desk.close(),
  };
}

/** Waits until a room stands: its title is there and nothing in it is loading. */
export async function opened(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector("#room :is(h1, h2)") !== null &&
      document.querySelector("#room [aria-busy='true']") === null,
  );
}
