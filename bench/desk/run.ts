/**
 * How quick the desk is: bytes of script of the first load, Largest Contentful Paint, opening each room, scrolling long lists.
 *
 *   npx tsx bench/desk/run.ts [--data DIR] [--out FILE]
 *
 * Without --data on the samples; a large store is made by `npx tsx bench/store/run.ts --data DIR`.
 */
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { packageRoot } from "../../src/data/package-root.js";
import type { Status } from "../../src/formats/desk-json.js";
import { launchBrowser, serveDesk } from "../../tools/desk-in-browser.js";
import { roomsToVisit } from "../../tools/rooms-to-visit.js";

const { values } = parseArgs({ options: { data: { type: "string" }, out: { type: "string" } } });
const ROUNDS = 5;

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]!;
const round = (x: number) => Math.round(x * 10) / 10;
const spread = (list: readonly number[]) => ({
  median: round(median(list)),
  worst: round(Math.max(...list)),
});

/** The room is there: its title stands, and nothing in it is loading. */
const isOpen = () =>
  (document.querySelector("#room h1")?.textContent ?? "No such page") !== "No such page" &&
  document.querySelector("#room [aria-busy='true']") === null;

const desk = await serveDesk(
  values.data === undefined ? { add: [join(packageRoot(), "samples")] } : { data: values.data },
);
const browser = await launchBrowser();
try {
  const status = (await (await fetch(`${desk.address}/api/status`)).json()) as Status;
  const rooms = (await roomsToVisit(desk.address)).filter((r) => !r.prepare && r.name !== "nowhere");
  // the server is warm when every room was asked for once
  for (const room of rooms) await fullLoad(room.path);
  const first = await firstLoad();
  const opened: Record<string, object> = {};
  for (const room of rooms) {
    const loads: number[] = [];
    const changes: number[] = [];
    for (let k = 0; k < ROUNDS; k += 1) {
      loads.push((await fullLoad(room.path)).openMs);
      changes.push(await changeTo(room.path));
    }
    opened[room.name] = { fromAnotherRoomMs: spread(changes), fromTheAddressMs: spread(loads) };
  }
  const result = {
    bench: "desk",
    reports: status.reports,
    incidents: status.incidents,
    machine: `${cpus().length} × ${cpus()[0]?.model}`,
    node: process.version,
    chromium: browser.version(),
    firstLoad: first,
    opened,
    scrolled: { incidents: await scroll("/incidents"), reports: await scroll("/reports") },
  };
  console.log(JSON.stringify(result, null, 2));
  if (values.out) writeFileSync(values.out, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
  await desk.close();
}

async function inFreshPage<T>(work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    // the TypeScript loader names functions by a helper that a page does not have
    await context.addInitScript("globalThis.__name = (f) => f");
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Everything from nothing: an empty cache, the address typed. Milliseconds from the start of navigation. */
function fullLoad(path: string): Promise<{ openMs: number }> {
  return inFreshPage(async (page) => {
    await page.goto(desk.address + path, { waitUntil: "commit" });
    await page.waitForFunction(isOpen, undefined, { polling: "raf", timeout: 60_000 });
    return { openMs: await page.evaluate(() => performance.now()) };
  });
}

/** From a room without data to this one by a link within the desk, nothing of it fetched before. */
function changeTo(path: string): Promise<number> {
  return inFreshPage(async (page) => {
    await page.goto(`${desk.address}/no-such-page`);
    await page.waitForSelector("#room h1");
    await page.waitForTimeout(300);
    const start = await page.evaluate((to) => {
      history.pushState({}, "", to);
      dispatchEvent(new PopStateEvent("popstate"));
      return performance.now();
    }, path);
    await page.waitForFunction(isOpen, undefined, { polling: "raf", timeout: 60_000 });
    return (await page.evaluate(() => performance.now())) - start;
  });
}

function firstLoad() {
  return inFreshPage(async (page) => {
    const scripts: number[] = [];
    page.on("response", async (r) => {
      if (r.request().resourceType() === "script") scripts.push((await r.request().sizes()).responseBodySize);
    });
    const largest: number[] = [];
    await page.goto(desk.address);
    await page.waitForFunction(isOpen);
    await page.waitForTimeout(1_500);
    largest.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
              type: "largest-contentful-paint",
              buffered: true,
            });
          }),
      ),
    );
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          const observer = new PerformanceObserver((list) => {
            for (const e of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += e.value;
          });
          observer.observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 200);
        }),
    );
    return {
      scriptKb: round(scripts.reduce((a, b) => a + b, 0) / 1000),
      scripts: scripts.length,
      largestContentfulPaintMs: round(largest[0]!),
      layoutShift: Math.round(shift * 1000) / 1000,
    };
  });
}

/** Wheels down a list for three seconds: intervals between frames, in milliseconds. */
function scroll(path: string) {
  return inFreshPage(async (page) => {
    await page.goto(desk.address + path);
    await page.waitForFunction(isOpen);
    await page.waitForTimeout(500);
    await page.mouse.move(700, 600);
    const frames = page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const gaps: number[] = [];
          let last = performance.now();
          const end = last + 3_000;
          const step = (now: number) => {
            gaps.push(now - last);
            last = now;
            if (now < end) requestAnimationFrame(step);
            else resolve(gaps.slice(1));
          };
          requestAnimationFrame(step);
        }),
    );
    for (let k = 0; k < 150; k += 1) {
      await page.mouse.wheel(0, 120);
      await page.waitForTimeout(16);
    }
    const gaps = await frames;
    const sorted = [...gaps].sort((a, b) => a - b);
    return {
      framesPerSecond: round((1000 * gaps.length) / gaps.reduce((a, b) => a + b, 0)),
      p95Ms: round(sorted[Math.floor(0.95 * sorted.length)]!),
      longerThan33Ms: gaps.filter((g) => g > 33).length,
      frames: gaps.length,
      scrolledTo: await page.evaluate(() => Math.round(scrollY)),
    };
  });
}
