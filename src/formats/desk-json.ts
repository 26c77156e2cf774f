import { z } from "zod";
import { PLACE_PRECISIONS } from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import { rulingBodySchema, rulingSchema } from "../record/rulings.js";
import { howOftenRight } from "./json-schema.js";
import {
  ceasefire,
  codes,
  count,
  day,
  hash,
  incidentListing,
  incidentSchema,
  initiative,
  reportListing,
  reportRef,
  source,
  unread,
  week,
} from "./record-json.js";

/** What every list says of itself: how many there are, which part this is, and by what it is sorted. */
export const paged = {
  total: count.describe("how many there are under this filter"),
  limit: count,
  offset: count,
  sorted: z.string().describe("the order, in words"),
};

/** How the store stands. `revision` grows with every change of the record while the server runs. */
export const statusSchema = z
  .strictObject({
    version: z.string(),
    engine: z.enum(["embedded", "server"]),
    revision: count,
    reports: count,
    incidents: count,
    unread: count,
    rulings: count,
    waiting: count.describe("documents taken in and not read yet"),
    firstDay: day.nullable().describe("of publication"),
    lastDay: day.nullable(),
    howOftenRight: howOftenRight.describe("how often each kind of field of a claim is read rightly"),
  })
  .meta({ id: "Status" });

export const PARTY_KINDS = ["state", "group", "organisation", "other"] as const;
export const partiesSchema = z
  .strictObject({
    parties: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        kind: z.enum(PARTY_KINDS),
        incidents: count.describe("that it takes part in"),
      }),
    ),
  })
  .meta({ id: "Parties" });

export const conflict = z
  .strictObject({
    name: z.string(),
    parties: codes,
    from: day.nullable(),
    to: day.nullable(),
    violentIncidents: count,
    proposed: z.boolean().describe("suggested by the data; else named by a ruling"),
  })
  .meta({ id: "Conflict" });
export const conflictsSchema = z.strictObject({ conflicts: z.array(conflict) }).meta({ id: "Conflicts" });

export const incidentPageSchema = z
  .strictObject({ ...paged, incidents: z.array(incidentListing) })
  .meta({ id: "IncidentPage" });

export const madeRuling = rulingSchema
  .extend({
    stands: z.boolean().describe("not undone"),
    words: z.string().describe("what it decides, in a line"),
    report: hash.nullable().describe("the report that its claim stands in"),
    reportLabel: z.string().nullable(),
    quote: z.string().nullable().describe("the words of its claim"),
    incident: z.string().nullable().describe("the incident that it bears upon, as it is now"),
  })
  .meta({ id: "MadeRuling" });
export type MadeRuling = z.infer<typeof madeRuling>;

export const incidentRoomSchema = z
  .strictObject({
    incident: incidentSchema,
    wasPartOf: z.boolean().describe("the id asked for is of a part of it"),
    linked: z.array(incidentListing).describe("incidents that its chains lead to"),
    rulings: z.array(madeRuling).describe("that stand on its reports and links"),
    silent: codes.describe("its parties of which no claim is here"),
  })
  .meta({ id: "IncidentRoom" });

export const whySchema = z
  .strictObject({
    links: z.array(
      z.strictObject({
        telling: z.string(),
        report: hash,
        label: z.string(),
        parent: z.string().nullable(),
        parentLabel: z.string().nullable(),
        score: z.number().nullable(),
        reasons: z.array(z.strictObject({ words: z.string(), weight: z.number() })),
      }),
    ),
  })
  .meta({ id: "Why" });

export const reportPageSchema = z
  .strictObject({ ...paged, reports: z.array(reportListing) })
  .meta({ id: "ReportPage" });
export const unreadSchema = z.strictObject({ unread: z.array(unread) }).meta({ id: "UnreadDocuments" });

/** One claim of a report as it stands in the record: read, ruled on, and laid to an incident. */
const standingClaim = z
  .strictObject({
    id: z.string().describe("as rulings name it"),
    kind: z.enum(["event", "toll", "diplomacy", "initiator", "sequence"]),
    start: count.describe("UTF-16 code units into the report's text"),
    end: count,
    quote: z.string(),
    sources: codes,
    speaker: z.string().nullable(),
    stance: z.string(),
    certainty: z.string(),
    ruling: z.enum(["confirmed", "corrected", "added", "rejected"]).nullable(),
    incident: z.string().nullable(),
    /** The fields that its kind has, as `correct` takes them. */
    fields: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())])),
  })
  .meta({ id: "StandingClaim" });
export type StandingClaim = z.infer<typeof standingClaim>;

export const reportRoomSchema = z
  .strictObject({
    report: reportListing.extend({ text: z.string(), author: z.string().nullable(), language: z.string() }),
    coded: z
      .custom<Omit<CodedReport, "report"> & { readonly report: Omit<CodedReport["report"], "text"> }>()
      .meta({ type: "object" })
      .describe("the report as `parley read --format json` prints it, its text left out"),
    claims: z.array(standingClaim).describe("in the order of the text"),
    versions: z.array(
      z.strictObject({
        hash,
        label: z.string(),
        isEarlier: z.boolean(),
        published: day.nullable(),
        differences: z.array(z.strictObject({ before: z.string(), after: z.string() })),
      }),
    ),
    rulings: z.array(madeRuling),
  })
  .meta({ id: "ReportRoom" });

/** An incident as charts and maps draw it. */
const drawnIncident = incidentListing
  .extend({ actors: codes.describe("who acted, as those have it who tell of it") })
  .meta({ id: "DrawnIncident" });
export type DrawnIncident = z.infer<typeof drawnIncident>;

export const reportIncidentsSchema = z
  .strictObject({
    incidents: z.array(incidentListing).describe("those that its claims are laid to, the latest first"),
    alone: z
      .array(z.string())
      .describe(
        "its claims that no report of another origin bears out, on incidents that others tell of too",
      ),
  })
  .meta({ id: "ReportIncidents" });

/** Where a generated sentence's words lead. */
const lead = z
  .discriminatedUnion("to", [
    z.strictObject({ to: z.literal("incident"), id: z.string() }),
    z.strictObject({ to: z.literal("initiative"), id: z.string() }),
    z.strictObject({ to: z.literal("ceasefire"), id: z.string() }),
    z.strictObject({
      to: z.literal("incidents"),
      filter: z
        .record(z.string(), z.union([z.string(), codes]))
        .describe("query of the list of incidents; lists are repeated"),
    }),
  ])
  .meta({ id: "Lead" });
const clause = z
  .strictObject({ text: z.string(), lead: lead.nullable(), contested: z.boolean() })
  .meta({ id: "Clause" });

export const situationSchema = z
  .strictObject({
    parties: codes,
    from: day.nullable(),
    to: day.nullable(),
    sentences: z
      .array(z.array(clause))
      .describe("three to five, each of clauses whose texts stand one after another"),
    total: count.describe("incidents of violence and coercion in the period"),
    incidents: z.array(drawnIncident).describe("the latest of them, oldest first"),
    initiatives: z.array(initiative),
    ceasefires: z.array(ceasefire),
    weeks: z.array(week),
    contested: z.array(incidentListing).describe("contested or denied, the latest first"),
    since: day.nullable().describe("from which day diplomacy was looked at, where there is too much for all"),
    reports: z.array(reportRef).describe("those that tell of the diplomacy"),
  })
  .meta({ id: "Situation" });

export const diplomacySchema = z
  .strictObject({
    initiatives: z.array(initiative),
    ceasefires: z.array(ceasefire),
    reports: z.array(reportRef),
    since: day.nullable(),
  })
  .meta({ id: "Diplomacy" });

const tally = z.strictObject({ code: source, claims: count });
/** How a speaker's claims fare beside what others say of the same. */
const voice = {
  claims: count,
  incidents: count,
  alone: count.describe("facets on which nobody else speaks"),
  corroborated: count.describe("facets on which another says the same"),
  contested: count.describe("facets on which another says otherwise, or denies it"),
  denials: count.describe("claims in which it denies or doubts"),
};
export const sourcesSchema = z
  .strictObject({
    from: day
      .nullable()
      .describe("of the incidents that were looked at: the last year where nothing is asked"),
    to: day.nullable(),
    outlets: z.array(
      z.strictObject({
        outlet: z.string().nullable(),
        reports: count,
        origins: count,
        claims: count,
        ownVoice: count.describe("claims in its own voice"),
        quotes: z.array(tally).describe("whom it quotes, most first; 100 at most"),
        leavesOut: codes.describe(
          "parties to incidents it reports, whom others quote on them and it does not",
        ),
      }),
    ),
    speakers: z.array(
      z.strictObject({
        code: source,
        ...voice,
        of: z.array(tally).describe("of whom it speaks, most first; 100 at most"),
        outlets: z.array(z.strictObject({ outlet: z.string().nullable(), claims: count })),
      }),
    ),
  })
  .meta({ id: "Sources" });

export const mapSchema = z
  .strictObject({
    total: count,
    shown: count.describe("how many of them are here, the latest first"),
    incidents: z.array(
      drawnIncident.extend({
        latitude: z.number(),
        longitude: z.number(),
        precision: z.enum(PLACE_PRECISIONS),
      }),
    ),
    unlocated: count.describe("of those here, how many have no place on the map"),
    countryOnly: z.array(z.strictObject({ country: z.string(), incidents: count })),
  })
  .meta({ id: "IncidentMap" });

export const REVIEW_WHYS = ["contested", "doubtful", "link"] as const;
export const reviewSchema = z
  .strictObject({
    total: count.describe("how many there are; of each why 1,000 at most are counted and shown"),
    more: z.boolean().describe("there are more than are counted"),
    items: z.array(
      z.strictObject({
        key: z.string().describe("the same for the same question"),
        why: z.enum(REVIEW_WHYS),
        reasons: z.array(z.string()).describe("why a person should look, in words"),
        claim: standingClaim.nullable(),
        /** For links: the two tellings that may be one incident. */
        link: z
          .strictObject({
            incident: z.string(),
            telling: z.string(),
            parent: z.string(),
            score: z.number(),
            claim: z.string().describe("whose words are quoted: where its report is opened"),
            parentClaim: z.string(),
            quote: z.string(),
            parentQuote: z.string(),
            parentBefore: z
              .string()
              .describe("the text before the parent's words; the telling's is the item's"),
            parentAfter: z.string(),
            report: hash,
            parentReport: hash,
            label: z.string(),
            parentLabel: z.string(),
            start: count,
            end: count,
            parentStart: count,
            parentEnd: count,
          })
          .nullable(),
        report: hash,
        reportLabel: z.string(),
        outlet: z.string().nullable(),
        published: day.nullable(),
        before: z.string().describe("the text before the words"),
        quote: z.string(),
        after: z.string(),
        others: z
          .array(
            z.strictObject({
              source,
              words: z.string(),
              claim: z.string().describe("where its report is opened"),
              report: hash,
              reportLabel: z.string(),
            }),
          )
          .describe("what others say of the same"),
      }),
    ),
  })
  .meta({ id: "Review" });

export const rulingPageSchema = z
  .strictObject({ ...paged, rulings: z.array(madeRuling) })
  .meta({ id: "RulingPage" });
export const rulingRequestSchema = z
  .strictObject({ body: rulingBodySchema, why: z.string().max(2000).default("") })
  .meta({ id: "RulingRequest" });

export const documentsRequestSchema = z
  .strictObject({
    documents: z
      .array(
        z.discriminatedUnion("kind", [
          z.strictObject({
            kind: z.literal("text"),
            name: z.string().max(300).default("pasted"),
            text: z.string().min(1),
            published: day.optional(),
          }),
          z.strictObject({ kind: z.literal("address"), address: z.url(), published: day.optional() }),
        ]),
      )
      .min(1)
      .max(1000),
  })
  .meta({ id: "DocumentsRequest" });

export const documentOutcome = z
  .strictObject({
    name: z.string(),
    state: z.enum(["waiting", "added", "known", "unread"]),
    hash: hash.nullable(),
    code: z.string().nullable(),
    message: z.string().nullable().describe("why it could not be read"),
  })
  .meta({ id: "DocumentOutcome" });
export const batchSchema = z
  .strictObject({ batch: z.string(), done: z.boolean(), documents: z.array(documentOutcome) })
  .meta({ id: "Batch" });

export const findSchema = z
  .strictObject({
    parties: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    places: z.array(z.strictObject({ name: z.string(), country: z.string().nullable(), incidents: count })),
    incidents: z.array(incidentListing),
    reports: z.array(
      z.strictObject({
        hash,
        label: z.string(),
        outlet: z.string().nullable(),
        title: z.string().nullable(),
        from: day.nullable(),
        excerpt: z.string().describe("the words found stand in « and »"),
        claim: z.string().nullable(),
        incident: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "Found" });

/** Errors as RFC 9457 has them, with the stable `code` of docs/errors.md and what to do. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    hint: z.string(),
  })
  .meta({ id: "Problem" });

/** What the server tells those who listen, as JSON in `data`; `event` is the kind. */
export const liveSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("record"), revision: count }).describe("the record changed"),
    z.strictObject({ kind: z.literal("document"), batch: z.string(), ...documentOutcome.shape }),
  ])
  .meta({ id: "Live" });

export type Status = z.infer<typeof statusSchema>;
export type Parties = z.infer<typeof partiesSchema>;
export type Conflicts = z.infer<typeof conflictsSchema>;
export type IncidentPage = z.infer<typeof incidentPageSchema>;
export type IncidentRoom = z.infer<typeof incidentRoomSchema>;
export type UnreadDocuments = z.infer<typeof unreadSchema>;
export type Why = z.infer<typeof whySchema>;
export type ReportPage = z.infer<typeof reportPageSchema>;
export type ReportIncidents = z.infer<typeof reportIncidentsSchema>;
export type ReportRoom = z.infer<typeof reportRoomSchema>;
export type Lead = z.infer<typeof lead>;
export type Situation = z.infer<typeof situationSchema>;
export type DiplomacyRoom = z.infer<typeof diplomacySchema>;
export type SourcesRoom = z.infer<typeof sourcesSchema>;
export type IncidentMap = z.infer<typeof mapSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type RulingPage = z.infer<typeof rulingPageSchema>;
export type RulingRequest = z.infer<typeof rulingRequestSchema>;
export type DocumentsRequest = z.infer<typeof documentsRequestSchema>;
export type Batch = z.infer<typeof batchSchema>;
export type Found = z.infer<typeof findSchema>;
export type Problem = z.infer<typeof problemSchema>;
export type Live = z.infer<typeof liveSchema>;
