import { z } from "zod";
import { HARMS, HEDGES, INITIATIVE_ACTS, STANCES, STATUSES } from "../coding/claim.js";
import { EVENT_TYPES } from "../coding/event-types.js";

/** What a second reader is asked for. The lists of a coded report have the same names in the plural. */
export const SECOND_KINDS = ["event", "toll", "initiative"] as const;
export type SecondKind = (typeof SECOND_KINDS)[number];

/**
 * Why a claim of a second reader is left out.
 * `not-in-form`: a field is missing or of another type. `unknown-type`: a type, harm, act, status or stance that the record does
 * not have. `quote-not-found`: the quote does not stand in one paragraph of the text, word for word. `quote-too-long`: it is no
 * quote but a passage. `figure-not-in-quote`: the number does not stand in the quote. `party-not-found`: the words of a party or
 * source stand neither in the quote's paragraph nor beside it. `repeated`: the same claim came before.
 */
export const DROP_REASONS = [
  "not-in-form",
  "unknown-type",
  "quote-not-found",
  "quote-too-long",
  "figure-not-in-quote",
  "party-not-found",
  "repeated",
] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Why there is no second reading. @see docs/second-reader.md */
export const NO_READING_CODES = [
  "unreachable",
  "timeout",
  "status",
  "redirect",
  "too-large",
  "no-answer",
  "no-json",
  "too-long",
  "not-asked",
] as const;
export type NoReadingCode = (typeof NO_READING_CODES)[number];

const spanned = {
  start: z.number().int().nonnegative().describe("UTF-16 code units into report.text"),
  end: z.number().int().nonnegative().describe("excluded"),
};
const words = z
  .strictObject({ ...spanned, words: z.string().describe("as they stand in the text") })
  .meta({ id: "QuotedWords" });
const told = {
  ...spanned,
  quote: z.string().describe("report.text.slice(start, end)"),
  sources: z.array(words).describe("who says it; empty: the outlet itself"),
};

const event = z.strictObject({
  kind: z.literal("event"),
  ...told,
  type: z.enum(EVENT_TYPES),
  status: z.enum(STATUSES).nullable().describe("null where it was not given"),
  actor: z.array(words),
  recipient: z.array(words),
});
const toll = z.strictObject({
  kind: z.literal("toll"),
  ...told,
  harm: z.enum(HARMS),
  count: z
    .strictObject({
      low: z.number().int().nonnegative().nullable(),
      high: z.number().int().nonnegative().nullable(),
      hedge: z.enum(HEDGES),
      words: z.string(),
    })
    .describe("as Parley reads the words of the figure that was given"),
  stance: z.enum(STANCES).nullable().describe("null where it was not given"),
  victims: z.array(words),
});
const initiative = z.strictObject({
  kind: z.literal("initiative"),
  ...told,
  act: z.enum(INITIATIVE_ACTS),
  thirdParty: z.array(words),
  parties: z.array(words),
});

const secondClaim = z.discriminatedUnion("kind", [event, toll, initiative]).meta({ id: "SecondClaim" });

const dropped = z
  .strictObject({
    kind: z.enum(SECOND_KINDS).nullable(),
    reason: z.enum(DROP_REASONS),
    detail: z.string().describe("what it is about: the word that is not known, the party that is not found"),
    said: z.string().describe("the quote as it was given, cut short; nothing in it is of the text"),
  })
  .meta({ id: "DroppedClaim" });

const by = {
  reader: z
    .strictObject({
      kind: z.literal("openai-compatible"),
      model: z.string(),
      host: z.string().describe("name and port of the endpoint, nothing else of its address"),
    })
    .describe("who read it"),
  at: z.iso.datetime().describe("when it was asked, UTC"),
  prompt: z.string().describe("version of what was asked"),
};

/** What a second reader made of one report: its claims, each with words of the text, or why there are none. */
export const secondReadingSchema = z.discriminatedUnion("outcome", [
  z.strictObject({
    outcome: z.literal("read"),
    ...by,
    form: z
      .enum(["json_schema", "json_object", "text"])
      .describe("the form of answer that the endpoint knew"),
    parts: z.number().int().positive().describe("how many requests the text was parted into"),
    claims: z.array(secondClaim).describe("in the order of the text"),
    dropped: z.array(dropped).describe("claims that were left out, and why"),
  }),
  z.strictObject({
    outcome: z.literal("none"),
    ...by,
    problem: z.strictObject({ code: z.enum(NO_READING_CODES), message: z.string() }),
  }),
]);

export type QuotedWords = z.infer<typeof words>;
export type SecondClaim = z.infer<typeof secondClaim>;
export type DroppedClaim = z.infer<typeof dropped>;
export type SecondReading = z.infer<typeof secondReadingSchema>;
export type ReadOnce = Extract<SecondReading, { outcome: "read" }>;

/** Why one report has no second reading; the message names the endpoint's host and never what the endpoint said. */
export class NoSecondReading extends Error {
  constructor(
    readonly code: NoReadingCode,
    message: string,
  ) {
    super(message);
    this.name = "NoSecondReading";
  }
}
