/** Makes the empty, migrated database that a new store begins with, where the one there does not fit: `npm run build`. */
import { createHash } from "node:crypto";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { copyFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Kysely, PostgresDialect, sql } from "kysely";
import { packTar } from "modern-tar/fs";
import pg from "pg";
import { packageRoot } from "../src/data/package-root.js";
import type { Database } from "../src/store/database.js";
import { openEmbedded } from "../src/store/embedded-connection.js";
import { migrate } from "../src/store/migrate.js";
import { TEMPLATE_FILES } from "../src/store/template.js";

/** Files that the template is made from: another of them, another template. */
function keyOf(root: string): string {
  const hash = createHash("sha256").update(
    readFileSync(join(root, "node_modules/@electric-sql/pglite/package.json")),
  );
  const folder = join(root, "src/store/migrations");
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex").slice(0, 12);
}

async function make(file: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "parley-template-"));
  try {
    const folder = join(work, "database");
    const engine = await openEmbedded(folder);
    const pool = new pg.Pool({
      max: 1,
      idleTimeoutMillis: 0,
      user: "postgres",
      database: "postgres",
      stream: engine.stream,
    });
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
    await migrate(db);
    await sql`checkpoint`.execute(db);
    await db.destroy();
    await engine.close();
    mkdirSync(dirname(file), { recursive: true });
    await pipeline(packTar(folder), createGzip({ level: 9 }), createWriteStream(`${file}.part`));
    renameSync(`${file}.part`, file);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The template for tests, made where it is missing; `dist` too is given it where `into` says so. */
export async function ensureTemplate(into?: string): Promise<void> {
  const root = packageRoot();
  const cache = join(root, TEMPLATE_FILES.checkout);
  const keyed = cache.replace("store-template", `store-template-${keyOf(root)}`);
  if (!existsSync(keyed)) await make(keyed);
  await copyFile(keyed, cache);
  if (into) {
    mkdirSync(dirname(into), { recursive: true });
    await copyFile(keyed, into);
  }
}

if (process.argv[1]?.endsWith("make-store-template.ts"))
  await ensureTemplate(join(packageRoot(), TEMPLATE_FILES.built));
