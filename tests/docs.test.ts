import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { program } from "../src/cli/main.js";
import {
  ATTRIBUTION_KINDS,
  CERTAINTIES,
  HARMS,
  HEDGES,
  INITIATIVE_ACTS,
  PLACE_PRECISIONS,
  STANCES,
  STATUSES,
  VICTIM_KINDS,
} from "../src/coding/claim.js";
import { EVENT_MODES, EVENT_TYPES } from "../src/coding/event-types.js";
import { CEASEFIRE_STATES } from "../src/record/ceasefires.js";
import { DIPLOMATIC_ACTS } from "../src/record/diplomacy.js";
import { INITIATIVE_STATES } from "../src/record/initiatives.js";
import { ROLLUP_RULES } from "../src/record/rollups.js";
import { INCIDENT_KINDS } from "../src/record/telling.js";
import { VICTIM_SORTS } from "../src/record/toll-sort.js";
import { VERDICTS } from "../src/record/verdicts.js";
import { MISSING_CODES, UNREADABLE_CODES } from "../src/sources/errors.js";
import { excerpt, pages, readPage, refreshed } from "../tools/docs-examples.js";

describe.each(pages())("%s", (page) => {
  const text = readPage(page);

  test("leads to pages that are there", () => {
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(?:https?:|mailto:|#)/.test(target!)) continue;
      const path = join(dirname(page), target!.split("#")[0]!);
      expect(existsSync(path), `${page} leads to ${target}`).toBe(true);
    }
  });

  test("names no path of one machine", () => {
    expect(text).not.toMatch(/(?:^|[\s"'`(=])(?:\/(?:home|root|tmp|work|Users|opt)\/|[A-Z]:\\)/m);
  });

  test("shows what its commands print; else run: npx tsx tools/docs-examples.ts", () => {
    expect(text).toBe(refreshed(page));
  }, 300_000);
});

test("an excerpt says where it leaves something out", () => {
  expect(excerpt("a\n\nb\nc\n\nTITLE\nd\n\ne\n", "1 paragraphs, TITLE")).toBe("a\n\n…\n\nTITLE\nd\n\n…");
  expect(excerpt("a\nb\nc\n", "2 lines")).toBe("a\nb\n…");
});

test("every word of the record is explained", () => {
  const words: readonly string[] = [
    ...EVENT_TYPES,
    ...Object.values(EVENT_MODES).flat(),
    ...STATUSES,
    ...STANCES,
    ...CERTAINTIES,
    ...ATTRIBUTION_KINDS,
    ...HARMS,
    ...VICTIM_KINDS,
    ...HEDGES,
    ...INITIATIVE_ACTS,
    ...PLACE_PRECISIONS,
    ...INCIDENT_KINDS,
    ...VERDICTS,
    ...VICTIM_SORTS,
    ...ROLLUP_RULES,
    ...DIPLOMATIC_ACTS,
    ...INITIATIVE_STATES,
    ...CEASEFIRE_STATES,
  ];
  const record = readPage("docs/record.md");
  expect(words.filter((w) => !record.includes(`\`${w}\``))).toEqual([]);
});

test("every error code is explained", () => {
  const errors = readPage("docs/errors.md");
  const ofStore = /code:([^,]*),/.exec(readPage("src/store/errors.ts"))![1]!;
  const codes = [
    ...UNREADABLE_CODES,
    ...MISSING_CODES,
    ...Array.from(ofStore.matchAll(/"([\w-]+)"/g), ([, code]) => code!),
    "reader-failed",
    "lexicon",
    "usage",
  ];
  expect(codes.filter((c) => !errors.includes(`\`${c}\``))).toEqual([]);
});

test("every command and option is explained", () => {
  const all = pages().map(readPage).join("\n");
  for (const command of program().commands) {
    expect(all).toContain(`parley ${command.name()}`);
    for (const option of command.options)
      expect(all, `${command.name()} ${option.long}`).toContain(option.long!);
  }
});
