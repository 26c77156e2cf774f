import type { ServerContext } from "./context.js";
import type { JsonBytes } from "./room-maker.js";
import type { RoomName, RoomQuestion } from "./rooms/rooms.js";

/** A room's JSON, kept until the record changes; while it grows, as it was a moment ago. */
export const roomJson = <W extends RoomName>(
  { cached, rooms }: Pick<ServerContext, "cached" | "rooms">,
  room: W,
  question: RoomQuestion<W>,
): Promise<JsonBytes> =>
  cached(`${room} ${JSON.stringify(question)}`, () => rooms.make(room, question), { stale: true });
