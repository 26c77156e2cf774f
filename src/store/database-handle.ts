import type { Kysely, Transaction } from "kysely";
import type { Database } from "./database.js";

/** The database, or a transaction in it. */
export type RecordDb = Kysely<Database> | Transaction<Database>;
