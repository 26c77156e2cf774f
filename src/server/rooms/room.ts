import type { RecordDb } from "../../store/database-handle.js";

/** What rooms and exports are made from, in whichever thread they are made. */
export interface RoomSource {
  readonly db: RecordDb;
  readonly nameOf: (code: string) => string;
}
