import { sql } from "kysely";
import type { ReportListing } from "../record/listing.js";
import { storiesOf } from "../record/stories.js";
import { bodyOf } from "../sources/body.js";
import type { Report } from "../sources/report.js";
import type { RecordDb } from "./database-handle.js";
import { reportListings } from "./record-queries.js";

/** Days before and after a report, and how many reports of them, against which its words are weighed. */
const AROUND_DAYS = 14;
const MOST_AROUND = 200;

/**
 * The other reports that tell the story of a report, by the words that they open with, the last published first: also where nothing is
 * coded of them, and other than its copies and versions. Worked out when asked, among reports of its days, those with its parties before
 * others. Empty where its day is not known.
 */
export async function reportsOfItsStory(db: RecordDb, hash: string): Promise<readonly ReportListing[]> {
  const { rows } = await sql<
    Pick<Report, "title" | "text" | "passages"> & { hash: string; published: string; isKin: boolean }
  >`
    with own as (select origin, parties, published_from from report where hash = ${hash})
    select r.hash, r.title, r.text, r.coded #> '{report,passages}' as passages, r.published_from::text as published,
      r.origin = own.origin as "isKin"
    from report r, own
    where r.published_from between own.published_from - ${AROUND_DAYS}::int and own.published_from + ${AROUND_DAYS}::int
    order by r.hash = ${hash} desc, r.parties && own.parties desc nulls last, abs(r.published_from - own.published_from), r.hash
    limit ${MOST_AROUND}`.execute(db);
  const stories = storiesOf(rows.map((r) => ({ title: r.title, body: bodyOf(r), published: r.published })));
  const same = rows.filter((r, k) => stories[k] === stories[0] && !r.isKin).map((r) => r.hash);
  return same.length === 0 ? [] : reportListings(db, { hashes: same, limit: same.length });
}
