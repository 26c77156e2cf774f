import { startReaderPool } from "../queue/reader-pool.js";
import { rebuild } from "../queue/rebuild.js";
import { openStore } from "../store/open-store.js";
import { ExitCode } from "./exit.js";
import { startProgress } from "./progress.js";
import type { StoreOptionsOfCommand } from "./with-store.js";

/** Makes the record anew from originals, sightings and rulings. @returns 0 all read, 1 some could not be */
export async function rebuildCommand(
  options: StoreOptionsOfCommand & { readonly force?: boolean },
): Promise<number> {
  const store = await openStore({
    data: options.data,
    database: options.database ?? process.env.PARLEY_DATABASE,
    fresh: true,
    force: options.force === true,
  });
  const pool = startReaderPool();
  const progress = startProgress();
  let unread = 0;
  try {
    const read = await rebuild(store, {
      pool,
      now: () => new Date().toISOString(),
      onOutcome: (outcome) => {
        progress.step(outcome.name);
        if (outcome.kind === "unread") unread += 1;
      },
    });
    progress.done();
    process.stderr.write(`${read} documents read anew${unread > 0 ? `, ${unread} could not be read` : ""}\n`);
    return unread > 0 ? ExitCode.someUnread : ExitCode.ok;
  } finally {
    progress.done();
    await pool.close();
    await store.close();
  }
}
