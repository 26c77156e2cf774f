import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { packageRoot } from "../../src/data/package-root.js";
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
  return {
    on,
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
