import { describe, expect, test } from "vitest";
import { roomsToVisit } from "../../tools/rooms-to-visit.js";
import { axeViolations } from "./axe.js";
import { deskInBrowser, opened } from "./desk.js";

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

describe("every room of the samples", () => {
  const desk = deskInBrowser();

  describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
    test.each([
      ["wide", WIDE],
      ["narrow", NARROW],
    ] as const)(
      "%s: opens without complaint, and axe finds nothing",
      async (_, viewport) => {
        const found: Record<string, string[]> = {};
        for (const room of await roomsToVisit(desk.address())) {
          const complaints = await desk.on(
            room.path,
            async (page) => {
              await room.prepare?.(page);
              await opened(page);
              const violations = await axeViolations(page);
              if (violations.length > 0) found[room.name] = violations;
              // nothing stands beyond the page's edge but in boxes that scroll
              const tooWide = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
              );
              if (tooWide > 0) found[`${room.name}: wider than the window`] = [`${tooWide} pixels`];
            },
            { viewport, colorScheme, reducedMotion: "reduce" },
          );
          if (complaints.length > 0) found[`${room.name}: complaints`] = complaints;
        }
        expect(found).toEqual({});
      },
      240_000,
    );
  });
});

describe("every room of an empty store", () => {
  const desk = deskInBrowser([]);

  test.each(["/", "/incidents", "/diplomacy", "/reports", "/sources", "/map", "/review"])(
    "%s says what to do next",
    async (path) => {
      const complaints = await desk.on(path, async (page) => {
        const words = await page.locator("#room").innerText();
        expect(words).toMatch(/\badd\b/i);
        expect(await axeViolations(page)).toEqual([]);
      });
      expect(complaints).toEqual([]);
    },
  );
});

describe("a server that is gone", () => {
  const desk = deskInBrowser([]);

  test("is said, and what to do", async () => {
    await desk.on("/incidents", async (page) => {
      await desk.close();
      await page.getByRole("link", { name: "Reports", exact: true }).click();
      await page.getByText("does not answer").first().waitFor();
      await page.getByText("parley serve").first().waitFor();
    });
  });
});

describe("an address that leads nowhere", () => {
  const desk = deskInBrowser([]);

  test.each(["/incidents/i000000000000", "/reports/00000000000000000000000000000000"])(
    "%s says so",
    async (path) => {
      await desk.on(path, async (page) => {
        await page
          .getByText(/There is no such incident|names no report/)
          .first()
          .waitFor();
        expect(await axeViolations(page)).toEqual([]);
      });
    },
  );
});
