import { z } from "zod";
import {
  ATTRIBUTION_KINDS,
  CERTAINTIES,
  HARMS,
  HEDGES,
  INITIATIVE_ACTS,
  INITIATOR_HOWS,
  PLACE_PRECISIONS,
  SEQUENCE_RELATIONS,
  STANCES,
  STATUSES,
  VICTIM_KINDS,
} from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import { EVENT_MODES, EVENT_TYPES, type EventMode } from "../coding/event-types.js";
import { SECTORS } from "../coding/party.js";
import { MEANS_KINDS, TARGET_KINDS } from "../coding/thing-kinds.js";
import { comparisonSchema } from "../second-reader/compare.js";
import { secondReadingSchema } from "../second-reader/reading.js";
import { PASSAGE_KINDS } from "../sources/report.js";
import { DATE_BASES } from "../text/civil-date.js";
import { type HowOftenRight, RIGHT_FIELDS } from "./how-often-right.js";
import { JSON_FORM, type ReadAgain } from "./json.js";

/** One report as `--format json` and `jsonl` print it. */
export type JsonRecord = CodedReport & {
  readonly form: typeof JSON_FORM;
  readonly howOftenRight: readonly HowOftenRight[];
  readonly secondReading?: ReadAgain | undefined;
};

const offset = z.number().int().nonnegative();
const id = z.number().int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const spanned = {
  start: offset.describe("UTF-16 code units into report.text"),
  end: offset.describe("excluded, so that text.slice(start, end) is the words"),
};
const span = z.strictObject(spanned).meta({ id: "Span" });

const dated = {
  from: day.nullable().describe("first day; null is open, or unknown"),
  to: day.nullable().describe("last day, included"),
  basis: z.enum(DATE_BASES).describe("how the days are known"),
};
const dateInterval = z.strictObject(dated).meta({ id: "DateInterval" });

const provenance = {
  rule: z.string().describe("the rule or lexicon entry that made it"),
  by: z.enum(["tree", "surface"]).describe("surface where the tree was not to be trusted"),
};

const rated = {
  ...provenance,
  confidence: z.number().min(0).max(1).describe("how often such a claim is right, by what it rests on"),
};

const sure = z.number().min(0).max(1).nullable();
const datedClaim = {
  ...rated,
  dateConfidence: sure.describe("how often such a date is right; null: there is none"),
};
const placedClaim = {
  ...datedClaim,
  placeConfidence: sure.describe("how often such a place is right; null: there is none"),
};

const party = z
  .strictObject({
    code: z
      .string()
      .nullable()
      .describe("ISO 3166-1 alpha-3, UN, EU or a group's short name; null: of no known side"),
    country: z.string().nullable().describe("ISO 3166-1 alpha-3; for a group, where its fight is"),
    sector: z.enum(SECTORS).nullable(),
    words: z.string().describe("as written"),
    span,
  })
  .meta({ id: "Party" });
const parties = z.array(party);

const place = z
  .strictObject({
    ...spanned,
    name: z.string(),
    country: z.string().nullable(),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
    precision: z.enum(PLACE_PRECISIONS),
  })
  .meta({ id: "Place" });

const report = z
  .strictObject({
    id: z.string(),
    text: z.string().describe("the text that every span points into"),
    passages: z.array(z.strictObject({ ...spanned, kind: z.enum(PASSAGE_KINDS) })),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    author: z.string().nullable(),
    address: z.string().nullable(),
    language: z.string(),
    published: z.strictObject({ ...dated, reasons: z.array(z.string()), evidence: span.nullable() }),
    datelinePlace: z.string().nullable(),
  })
  .meta({ id: "Report" });

const attribution = z
  .strictObject({
    id,
    ...spanned,
    source: z.string().nullable(),
    sourceSpan: span.nullable(),
    party: party.nullable(),
    parties,
    speaker: z.string().nullable(),
    cue: z.string(),
    cueSpan: span,
    kind: z.enum(ATTRIBUTION_KINDS),
    nominal: z.boolean(),
    stance: z.enum(STANCES),
    certainty: z.enum(CERTAINTIES),
    direct: z.boolean(),
    within: z.array(id).describe("attributions that this one lies in, outermost first"),
    answers: span.nullable().describe("the claim that it answers"),
    pieces: z.array(span),
    ...rated,
  })
  .meta({ id: "Attribution" });

const attributionIds = z.array(id).describe("attributions, innermost last; empty: the outlet's own voice");

const modes = Object.values(EVENT_MODES).flat() as [EventMode, ...EventMode[]];
const event = z
  .strictObject({
    id,
    ...spanned,
    type: z.enum(EVENT_TYPES),
    mode: z.enum([...new Set(modes)] as [EventMode, ...EventMode[]]).nullable(),
    actor: parties,
    recipient: parties,
    broker: parties,
    means: z
      .array(z.strictObject({ ...spanned, words: z.string(), kind: z.enum(MEANS_KINDS) }))
      .describe("weapons that it was done with"),
    targets: z
      .array(z.strictObject({ ...spanned, words: z.string(), kind: z.enum(TARGET_KINDS) }))
      .describe("things that it struck"),
    date: dateInterval,
    place: place.nullable(),
    status: z.enum(STATUSES),
    certainty: z.enum(CERTAINTIES),
    attributions: attributionIds,
    sources: parties.describe("the innermost parties that assert it"),
    trigger: span,
    mutual: z.boolean(),
    contentOf: id.nullable().describe("the event that calls for, offers, plans or threatens this one"),
    abstentions: z.array(z.strictObject({ slot: z.string(), reason: z.string() })),
    ...placedClaim,
  })
  .meta({ id: "Event" });

const count = z.strictObject({
  low: z.number().int().nonnegative().nullable(),
  high: z.number().int().nonnegative().nullable().describe("null is open above"),
  hedge: z.enum(HEDGES),
  words: z.string(),
});

const toll = z
  .strictObject({
    id,
    ...spanned,
    harm: z.enum(HARMS),
    of: z.strictObject({ party: party.nullable(), kind: z.enum(VICTIM_KINDS), words: z.string() }),
    count,
    perpetrator: party.nullable(),
    sources: parties,
    attributions: attributionIds,
    speaker: z.string().nullable(),
    stance: z.enum(STANCES),
    certainty: z.enum(CERTAINTIES),
    partOf: id.nullable().describe("the larger toll that this is a part of: never add the two"),
    date: dateInterval,
    place: place.nullable(),
    ...placedClaim,
  })
  .meta({ id: "Toll" });

const initiative = z
  .strictObject({
    id,
    ...spanned,
    thirdParty: parties,
    parties,
    act: z.enum(INITIATIVE_ACTS),
    date: dateInterval,
    status: z.enum(STATUSES),
    sources: parties,
    attributions: attributionIds,
    ...datedClaim,
  })
  .meta({ id: "Initiative" });

const sequence = z
  .strictObject({
    id,
    ...spanned,
    relation: z.enum(SEQUENCE_RELATIONS).describe("the later answered the earlier, or only came after it"),
    event: id.describe("the later event"),
    to: id.nullable().describe("the earlier event; null where it is only described"),
    toSpan: span.nullable().describe("words of the earlier happening"),
    sources: parties,
    attributions: attributionIds,
    ...provenance,
  })
  .meta({ id: "Sequence" });

const initiator = z
  .strictObject({
    id,
    ...spanned,
    event: id.describe(
      "the act by which it began; for responded the act that answered it, or the one answered",
    ),
    party: party.describe("who began"),
    how: z.enum(INITIATOR_HOWS).describe("told to have acted first, or to have been answered"),
    sources: parties,
    attributions: attributionIds,
    ...provenance,
  })
  .meta({ id: "Initiator" });

const loadedWord = z
  .strictObject({
    ...spanned,
    word: z.string(),
    neutral: z.string(),
    party: party.nullable().describe("whose word it is; null is the outlet's"),
  })
  .meta({ id: "LoadedWord" });

const readAgain = z
  .strictObject({
    reading: secondReadingSchema,
    comparison: comparisonSchema.nullable().describe("null where there is no reading"),
  })
  .meta({ id: "SecondReading" });

/** How often each kind of field is right, as measured. */
export const howOftenRight = z
  .array(
    z.strictObject({
      field: z.enum(RIGHT_FIELDS),
      percent: z.number().min(0).max(100),
      figure: z.string().describe("what was counted"),
      of: z.number().int().positive().describe("cases that it rests on"),
      set: z.string().describe("the texts that it was measured on"),
    }),
  )
  .readonly()
  .meta({ id: "HowOftenRight" });

/** Checks one report in the JSON form; fields that it does not name are refused. @see docs/reading.md */
export const jsonRecordSchema = z.strictObject({
  form: z.literal(JSON_FORM).describe("version of this layout"),
  report,
  sentences: z.array(span).describe("the sentences that were read, in the order of the text"),
  attributions: z.array(attribution),
  events: z.array(event),
  tolls: z.array(toll),
  initiatives: z.array(initiative),
  sequences: z.array(sequence),
  initiators: z.array(initiator),
  loadedWords: z.array(loadedWord),
  uncoded: z.array(z.strictObject({ ...spanned, reason: z.string() })),
  howOftenRight,
  version: z.strictObject({ parley: z.string(), lexicons: z.string(), models: z.string() }),
  secondReading: readAgain
    .optional()
    .describe(
      "only with --second-reader: what a language model makes of the report; nothing above follows from it",
    ),
}) satisfies z.ZodType<JsonRecord>;

/** The JSON Schema (draft 2020-12) of one report in the JSON form. */
export function jsonSchema(): object {
  return z.toJSONSchema(jsonRecordSchema.meta({ title: "Parley: the record of one report" }));
}
