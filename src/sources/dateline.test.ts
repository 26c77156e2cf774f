import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { datelineOf } from "./dateline.js";

const lexicons = loadSourceLexicons();
const REST =
  "Two soldiers and a driver were killed when a mine went off under their lorry, the governor said.";

describe("datelines", () => {
  test.each([
    [
      `ISLAMABAD, Feb 27 (Agency) — ${REST}`,
      "ISLAMABAD",
      "ISLAMABAD, Feb 27 (Agency)",
      { year: null, month: 2, day: 27 },
    ],
    [`ISLAMABAD: ${REST}`, "ISLAMABAD", "ISLAMABAD", null],
    [`KYIV (Agency) - ${REST}`, "KYIV", "KYIV (Agency)", null],
    [`GOMA, DR Congo — ${REST}`, "GOMA", "GOMA, DR Congo", null],
    [`BOGOTÁ, 3 May 2024 — ${REST}`, "BOGOTÁ", "BOGOTÁ, 3 May 2024", { year: 2024, month: 5, day: 3 }],
    [
      `KABUL, Oct. 20 (Agency) -- ${REST}`,
      "KABUL",
      "KABUL, Oct. 20 (Agency)",
      { year: null, month: 10, day: 20 },
    ],
    [`GENEVA (14 May 2024) – ${REST}`, "GENEVA", "GENEVA (14 May 2024)", { year: 2024, month: 5, day: 14 }],
    [`ADDIS ABABA, Ethiopia (AP) — ${REST}`, "ADDIS ABABA", "ADDIS ABABA, Ethiopia (AP)", null],
    [
      `Port Sudan, 12 March 2025 – ${REST}`,
      "Port Sudan",
      "Port Sudan, 12 March 2025",
      { year: 2025, month: 3, day: 12 },
    ],
    [`Kyiv (Agency) - ${REST}`, "Kyiv", "Kyiv (Agency)", null],
    [`Gaza City, Palestine – ${REST}`, "Gaza City", "Gaza City, Palestine", null],
    [`RAMALLAH/GAZA: ${REST}`, "RAMALLAH/GAZA", "RAMALLAH/GAZA", null],
    [
      `MOSCOW, February 27. /AGENCY/. ${REST}`,
      "MOSCOW",
      "MOSCOW, February 27. /AGENCY/.",
      { year: null, month: 2, day: 27 },
    ],
    [`KHARTOUM / OMDURMAN – ${REST}`, "KHARTOUM / OMDURMAN", "KHARTOUM / OMDURMAN", null],
    [`New Delhi: ${REST}`, "New Delhi", "New Delhi", null],
    [`N’DJAMENA, Chad — ${REST}`, "N’DJAMENA", "N’DJAMENA, Chad", null],
    [`SANA'A: ${REST}`, "SANA'A", "SANA'A", null],
    [
      `Deir al-Balah, Gaza Strip (Agency) — ${REST}`,
      "Deir al-Balah",
      "Deir al-Balah, Gaza Strip (Agency)",
      null,
    ],
    [
      `LIMA (PERU), 4 MAY 89 (AGENCY) -- [Excerpt] ${REST}`,
      "LIMA",
      "LIMA (PERU), 4 MAY 89 (AGENCY)",
      { year: 1989, month: 5, day: 4 },
    ],
    [`LIMA, 4 MAY 89 -- [Report] [Text] ${REST}`, "LIMA", "LIMA, 4 MAY 89", { year: 1989, month: 5, day: 4 }],
    [`QUITO — [Interview with the mayor] [Text] ${REST}`, "QUITO", "QUITO", null],
    [`12 October 2025 — ${REST}`, null, "12 October 2025", { year: 2025, month: 10, day: 12 }],
  ])("%s", (text, place, words, day) => {
    const found = datelineOf(text, { start: 0, end: text.length }, lexicons, true);
    expect(found).toMatchObject({ place, day });
    expect(text.slice(found!.start, found!.end)).toBe(words);
    expect(text.slice(found!.bodyStart)).toBe(REST);
  });

  test.each([
    "BREAKING: Two soldiers and a driver were killed when a mine went off, the governor of the province said.",
    "Analysis: The truce that nobody wanted has now lasted longer than the two that everybody had signed before.",
    "Zelensky: “We will not give up our land, and nobody will sign such a paper in our name or for our children.”",
    "The army — which denied it — said that two soldiers and a driver had been killed by a mine on Friday.",
    "Mali: killed.",
    "Two people (a driver and a guard) - both from the north - were killed by a mine, the governor said on Friday.",
    "WATCH: The governor of the province speaks to families who lost their homes in the fighting of last week.",
  ])("none in %s", (text) => {
    expect(datelineOf(text, { start: 0, end: text.length }, lexicons, true)).toBeNull();
  });
});
