import type { Store } from "../store/open-store.js";
import type { Adding } from "./adding.js";
import type { Cached } from "./cached.js";
import type { Changes } from "./changes.js";
import type { PartyNames } from "./party-names.js";
import type { RoomMaker } from "./room-maker.js";
import type { Traffic } from "./traffic.js";

/** What the routes work with. */
export interface ServerContext extends PartyNames {
  readonly store: Store;
  readonly version: string;
  /** The record's revision, and who listens. */
  readonly changes: Changes;
  /** Keeps answers until the record changes. */
  readonly cached: Cached;
  /** Makes what goes over much of the record. */
  readonly rooms: RoomMaker;
  /** Documents on their way into the store. */
  readonly adding: Adding;
  /** Who is being answered. */
  readonly traffic: Traffic;
  /** Who makes rulings here, and the time. */
  readonly who: string;
  readonly now: () => string;
  /** Aborted when the server closes: what streams ends. */
  readonly closing: AbortSignal;
  /** Takes errors that are mistakes of ours. */
  readonly log: (error: unknown) => void;
}
