import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { unpackTar } from "modern-tar/fs";
import { packageRoot } from "../data/package-root.js";
import { StoreError } from "./errors.js";
import { syncFolder } from "./sync-folder.js";

/** Where the template lies: in a checkout that of the newest schema, in the package what the build left. */
export const TEMPLATE_FILES = {
  checkout: "node_modules/.cache/parley/store-template.tar.gz",
  built: "dist/store-template.tar.gz",
} as const;

/** The PostgreSQL that PGlite's folders are of; a folder of another one cannot be opened. */
export const ENGINE_MAJOR = "18";

/** The template that fits, or null: opening then makes a database from nothing, which takes some seconds. */
export function findTemplate(root = packageRoot()): string | null {
  return (
    Object.values(TEMPLATE_FILES)
      .map((f) => join(root, f))
      .find((f) => existsSync(f)) ?? null
  );
}

/**
 * Lays a fresh database where there is none: unpacked beside and renamed, so that a folder that is there is whole.
 *
 * @returns whether a template was found
 */
export async function layDatabase(folder: string, template = findTemplate()): Promise<boolean> {
  if (existsSync(folder) || template === null) return template !== null;
  const part = `${folder}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o700 });
  await pipeline(createReadStream(template), createGunzip(), unpackTar(part));
  renameSync(part, folder);
  await syncFolder(join(folder, ".."));
  return true;
}

/** Throws StoreError `store-other-engine` where the folder is of another PostgreSQL than this PGlite. */
export function checkEngine(folder: string): void {
  const file = join(folder, "PG_VERSION");
  if (!existsSync(file)) return;
  const major = readFileSync(file, "utf8").trim();
  if (major !== ENGINE_MAJOR)
    throw new StoreError(
      "store-other-engine",
      `${folder} was made by PostgreSQL ${major}; this Parley has ${ENGINE_MAJOR}.`,
      "Run `parley rebuild`: it makes the database anew from the originals and rulings, which are not touched.",
    );
}
