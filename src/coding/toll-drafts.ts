import { type HarmTrigger, harmTriggers } from "./harm-words.js";
import type { ParsedReport } from "./parsed-report.js";
import type { TollDraft } from "./toll-draft.js";
import { TollEllipsis } from "./toll-ellipsis.js";
import { CAPTIVES, TollNouns } from "./toll-nouns.js";
import { TollParts } from "./toll-parts.js";
import { TollPredicates } from "./toll-predicates.js";
import { TollSheet } from "./toll-sheet.js";
import { TollTotals } from "./toll-totals.js";
import type { TollLexicon } from "./victims.js";

/** The tolls of one sentence, in the order of the text. `earlier`: drafts of the sentences before, for "another seven". */
export function tollDrafts(
  parsed: ParsedReport,
  sentence: number,
  lexicon: TollLexicon,
  earlier: readonly TollDraft[],
): TollDraft[] {
  const s = parsed.sentences[sentence]!;
  const triggers = harmTriggers(s, lexicon);
  if (triggers.length === 0 && !TollParts.mayStandIn(s, lexicon.words)) return [];
  const sheet = new TollSheet(parsed, sentence, lexicon, triggers, earlier);
  const push = sheet.push.bind(sheet);
  readTriggers(sheet, triggers);
  const parts = new TollParts(sheet.view, sheet.drafts, earlier, push);
  parts.readPlaced();
  new TollEllipsis(sheet.view, sheet.drafts, push).read();
  parts.read();
  return sheet.drafts.sort((a, b) => a.from - b.from || a.token - b.token);
}

function readTriggers(sheet: TollSheet, triggers: readonly HarmTrigger[]): void {
  const totals = new TollTotals(sheet);
  const nouns = new TollNouns(sheet);
  const predicates = new TollPredicates(sheet, totals);
  const isCaptives = (x: HarmTrigger) => x.word.entry.id === CAPTIVES;
  // "48 hostages" are so many held where nothing else is told of them
  for (const trigger of [...triggers.filter((x) => !isCaptives(x)), ...triggers.filter(isCaptives)]) {
    if (totals.readLabel(trigger)) continue;
    switch (trigger.word.as) {
      case "total":
        totals.read(trigger);
        break;
      case "noun":
        nouns.read(trigger);
        break;
      default:
        predicates.read(trigger);
    }
  }
}
