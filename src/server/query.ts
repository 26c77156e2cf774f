import { z } from "@hono/zod-openapi";
import { EVENT_TYPES, type EventType } from "../coding/event-types.js";
import type { Conflict } from "../record/conflicts.js";
import { INCIDENT_KINDS } from "../record/telling.js";
import { VERDICTS } from "../record/verdicts.js";
import { partyCode, type RecordFilter } from "../store/filters.js";
import { rulingLog } from "../store/ruling-store.js";
import { isCivilDay } from "../text/civil-date.js";
import type { ServerContext } from "./context.js";
import { namesOfRecord } from "./names.js";
import { badRequest } from "./problem.js";
import { parsedJson } from "./room-maker.js";

const day = z
  .string()
  .refine(isCivilDay, "no day of the calendar; write it as YYYY-MM-DD")
  .openapi({ format: "date" });

/** A parameter that may stand more than once. */
export const several = <T extends z.ZodType>(one: T) =>
  z.union([one, z.array(one)]).transform((v): z.output<T>[] => (Array.isArray(v) ? v : [v]) as z.output<T>[]);

export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "no whole number")
    .transform(Number)
    .pipe(z.number().min(least).max(most))
    .openapi({ type: "integer", minimum: least, maximum: most });

const types = EVENT_TYPES as [EventType, ...EventType[]];

export const pageQuery = {
  limit: whole(1, 1000).optional().openapi({ description: "at most so many; else 100" }),
  offset: whole(0, 100_000_000).optional().openapi({ description: "so many are passed over" }),
};

/** What narrows a list, the same wherever lists are. */
export const filterQuery = {
  party: several(z.string().min(1).max(60))
    .optional()
    .openapi({ description: "codes of parties, all of which take part; repeatable" }),
  conflict: z
    .string()
    .max(400)
    .optional()
    .openapi({ description: "the name of a conflict, as /api/conflicts has it" }),
  from: day.optional().openapi({ description: "from this day on" }),
  to: day.optional().openapi({ description: "up to this day, included" }),
  place: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .openapi({ description: "part of a place's name, or a country's code" }),
  type: several(z.enum(types)).optional().openapi({ description: "types of events; repeatable" }),
  kind: several(z.enum(INCIDENT_KINDS)).optional().openapi({ description: "kinds of incidents; repeatable" }),
  verdict: z.enum(VERDICTS).optional(),
  ...pageQuery,
};
export const filterSchema = z.strictObject(filterQuery);
export type FilterQuery = z.output<typeof filterSchema>;

/** What narrows the rooms that show a conflict as a whole. */
export const conflictSchema = filterSchema.pick({ party: true, conflict: true, from: true, to: true });

/** Of lists that a person comes back to. */
export const sinceQuery = {
  since: z.iso
    .datetime()
    .optional()
    .openapi({ description: "only that to which a report seen after this time added something" }),
};
export const wordsQuery = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .openapi({ description: 'words, "a phrase", or, -not', example: "ceasefire Doha" });

/** Rows of a list where no limit is given. */
export const PAGE = 100;

/**
 * The filter that a request asks for; a conflict's parties and period are laid over it.
 *
 * @throws RequestProblem where there is no such conflict, or the days are the wrong way round
 */
export async function filterOf(context: ServerContext, query: FilterQuery): Promise<RecordFilter> {
  const { party, conflict, type, kind, limit, offset, ...rest } = query;
  if (rest.from !== undefined && rest.to !== undefined && rest.from > rest.to)
    throw badRequest(`from (${rest.from}) lies after to (${rest.to}).`, "Give the earlier day first.");
  const filter: RecordFilter = {
    ...(party ? { parties: party.map(partyCode) } : {}),
    from: rest.from,
    to: rest.to,
    place: rest.place,
    verdict: rest.verdict,
    ...(type ? { types: type } : {}),
    ...(kind ? { kinds: kind } : {}),
    ...(rest.place === undefined ? {} : { places: await placesWith(context, rest.place) }),
    limit: limit ?? PAGE,
    offset: offset ?? 0,
  };
  if (conflict === undefined) return filter;
  const found = (await conflicts(context)).find((c) => c.name === conflict);
  if (!found)
    throw badRequest(`There is no conflict “${conflict}”.`, "/api/conflicts lists them with their names.");
  return {
    ...filter,
    among: found.parties,
    from: filter.from ?? found.from ?? undefined,
    to: filter.to ?? found.to ?? undefined,
  };
}

/** More names than these are as quickly looked for in each row. */
const MOST_PLACES = 200;

/** Names of places that have this in them, any case; undefined where they are many. */
async function placesWith(context: ServerContext, part: string): Promise<string[] | undefined> {
  const { index } = await namesOfRecord(context);
  const typed = part.toLowerCase();
  const names = index.places.flatMap((p) => (p.name.toLowerCase().includes(typed) ? p.name : []));
  return names.length > MOST_PLACES ? undefined : [...new Set(names)];
}

/** Conflicts, named or suggested by the incidents; while the record grows, as they were a moment ago. */
export const conflicts = (context: ServerContext): Promise<Conflict[]> =>
  context.cached(
    "conflicts",
    async () =>
      parsedJson<Conflict[]>(await context.rooms.make("conflicts", { rulings: rulingLog(context.store) })),
    { stale: true },
  );
