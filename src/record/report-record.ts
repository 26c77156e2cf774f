import type { CodedReport } from "../coding/coded-report.js";
import { type DiplomacyFact, diplomacyOf } from "./diplomacy.js";
import { factsOfReport, type ReportFacts } from "./report-facts.js";
import { applyRulings, type Ruling } from "./rulings.js";
import type { Telling } from "./telling.js";
import { tellingsOf } from "./tellings.js";

/** All that one report gives to the record. */
export interface ReportRecord {
  readonly hash: string;
  readonly facts: ReportFacts;
  readonly diplomacy: readonly DiplomacyFact[];
  readonly tellings: readonly Telling[];
  readonly rejected: ReadonlySet<string>;
  readonly unmatched: readonly Ruling[];
}

/**
 * A coded report's claims under the rulings that stand, gathered into tellings.
 *
 * @param hash the report's identity
 * @param standing rulings in the order of the log; those on other reports are passed over
 */
export function recordOfReport(
  coded: CodedReport,
  hash: string,
  standing: readonly Ruling[] = [],
): ReportRecord {
  const read = {
    facts: factsOfReport(coded, hash),
    diplomacy: diplomacyOf(coded, hash),
    hash,
    text: coded.report.text,
  };
  const { facts, diplomacy, rejected, unmatched } = applyRulings(read, standing);
  return { hash, facts, diplomacy, rejected, unmatched, tellings: tellingsOf(coded, facts, hash) };
}
