/** Run as a process of its own: opens the store, adds a row, says so on a line, and keeps it until its input ends. */
import { sql } from "kysely";
import { StoreError } from "../../src/store/errors.js";
import { openStore } from "../../src/store/open-store.js";

const [data = "", key = ""] = process.argv.slice(2);
try {
  const store = await openStore({ data });
  await sql`insert into meta (key, value) values (${key}, 'true'::jsonb)`.execute(store.db);
  process.stdout.write(`${JSON.stringify({ opened: true })}\n`);
  process.stdin.resume().on("end", () => void store.close().then(() => process.exit(0)));
} catch (error) {
  if (!(error instanceof StoreError)) throw error;
  process.stdout.write(
    `${JSON.stringify({ opened: false, code: error.code, message: error.message, hint: error.hint })}\n`,
  );
}
