/**
 * Pictures of every room of the desk on the samples, wide and narrow, light and dark:
 *
 *   npm run screenshots [-- --out screenshots --room incident]
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../src/data/package-root.js";
import { launchBrowser, serveDesk } from "./desk-in-browser.js";
import { roomsToVisit } from "./rooms-to-visit.js";

const { values } = parseArgs({
  options: { out: { type: "string" }, room: { type: "string" }, data: { type: "string" } },
});
const out = values.out ?? join(packageRoot(), "screenshots");
const SIZES = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const;

mkdirSync(out, { recursive: true });
const desk = await serveDesk(
  values.data === undefined ? { add: [join(packageRoot(), "samples")] } : { data: values.data },
);
const browser = await launchBrowser();
try {
  const rooms = (await roomsToVisit(desk.address)).filter(
    (r) => values.room === undefined || r.name === values.room,
  );
  for (const colorScheme of ["light", "dark"] as const)
    for (const [width, height] of SIZES) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        reducedMotion: "reduce",
      });
      for (const room of rooms) {
        await page.goto(desk.address + room.path);
        await page.waitForSelector("#room:not(:has([aria-busy='true']))");
        await room.prepare?.(page);
        await page.evaluate("document.fonts.ready");
        await page.waitForTimeout(250);
        const file = join(out, `${room.name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path: file });
        process.stdout.write(`${file}\n`);
      }
      await page.close();
    }
} finally {
  await browser.close();
  await desk.close();
}
