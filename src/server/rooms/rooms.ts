import { conflictsOf } from "../../record/conflicts.js";
import type { Ruling } from "../../record/rulings.js";
import type { RecordFilter } from "../../store/filters.js";
import { diplomacyOfRecord, violentIncidents } from "../../store/record-queries.js";
import { reviewQueue } from "../../store/review-queries.js";
import { voicesOfRecord } from "../../store/room-queries.js";
import { diplomacyRoom } from "./diplomacy.js";
import { mapOf } from "./map.js";
import { reviewOf } from "./review.js";
import type { RoomSource } from "./room.js";
import { situationOf } from "./situation.js";

interface Filtered {
  readonly filter: RecordFilter;
}

/**
 * What takes long, since it goes over much of the record or lays much of it out. Question and room can be sent to another thread:
 * the question says all that the room depends on beside the record.
 */
export const ROOMS = {
  conflicts: async ({ db, nameOf }: RoomSource, { rulings }: { readonly rulings: readonly Ruling[] }) =>
    conflictsOf(await violentIncidents(db), rulings, nameOf),
  diplomacy: async ({ db }: RoomSource, { filter }: Filtered) =>
    diplomacyRoom(await diplomacyOfRecord(db, filter)),
  map: ({ db }: RoomSource, { filter }: Filtered) => mapOf(db, filter),
  review: reviewOf,
  reviewQueue: ({ db }: RoomSource, { rulings }: { readonly rulings: readonly Ruling[] }) =>
    reviewQueue(db, rulings),
  situation: situationOf,
  sources: ({ db }: RoomSource, { filter }: Filtered) => voicesOfRecord(db, filter),
};

export type RoomName = keyof typeof ROOMS;
export type RoomQuestion<W extends RoomName> = Parameters<(typeof ROOMS)[W]>[1];
