import type { ClaimKind } from "../../../coding/confidence.js";
import type { ReportRoom } from "../../../formats/desk-json.js";
import type { Evidence } from "../../../record/incident.js";

/** How a claim was come by. */
export interface ReadHow {
  /** The rule or the entry of a word list that made it; null where a person added it, or where it was read anew since. */
  readonly rule: string | null;
  /** Read over a parser's tree, or over the words alone where the tree was not to be trusted. */
  readonly by: "tree" | "surface" | null;
  readonly isAdded: boolean;
  /** What kind of claim it is and how often such a claim is right; null for kinds that state none and where it was not read so. */
  readonly rated: { readonly kind: ClaimKind; readonly confidence: number | undefined } | null;
  readonly start: number;
  readonly end: number;
  /** Versions of the program and, in short, of its word lists and models. */
  readonly version: { readonly parley: string; readonly lexicons: string; readonly models: string };
}

/** Lists of a coded report by the letter in a claim's id. */
const LISTS = {
  e: "events",
  t: "tolls",
  i: "initiatives",
  b: "initiators",
  s: "sequences",
} as const;

/** Kinds of claims that say how often such a claim is right. */
const RATED: Readonly<Record<string, ClaimKind>> = { e: "event", t: "toll", i: "initiative" };

const SHORT = 8;

/** What the report as it was read says of the claim behind this evidence. */
export function readHow(coded: ReportRoom["coded"], e: Pick<Evidence, "claim" | "start" | "end">): ReadHow {
  const [, letter = "", number = ""] = /\/([a-z])([0-9a-z]+)$/.exec(e.claim) ?? [];
  const list = letter in LISTS ? coded[LISTS[letter as keyof typeof LISTS]] : [];
  const claim = list.find((c) => String(c.id) === number);
  const { parley, lexicons, models } = coded.version;
  return {
    rule: claim?.rule ?? null,
    by: claim?.by ?? null,
    isAdded: letter === "r",
    rated:
      claim && RATED[letter]
        ? { kind: RATED[letter], confidence: "confidence" in claim ? claim.confidence : undefined }
        : null,
    start: e.start,
    end: e.end,
    version: { parley, lexicons: lexicons.slice(0, SHORT), models: models.slice(0, SHORT) },
  };
}
