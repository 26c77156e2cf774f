import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "./errors.js";
import { syncFolder } from "./sync-folder.js";

/** The documents as they were given, each under the SHA-256 of its bytes: `originals/ab/abcdef…`. */
export interface Originals {
  /** Keeps the bytes and returns their names once all are on the disk; what is there already is left as it is. */
  readonly put: (documents: readonly Uint8Array[]) => Promise<string[]>;
  /** Throws StoreError `store-damaged` where the file is gone or is not what its name says. */
  readonly get: (hash: string) => Promise<Uint8Array>;
  readonly list: () => string[];
}

export const originalHash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

export function openOriginals(folder: string): Originals {
  mkdirSync(folder, { recursive: true });
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    put: async (documents) => {
      const named = documents.map((bytes) => ({ bytes, hash: originalHash(bytes) }));
      const fresh = [
        ...new Map(named.filter(({ hash }) => !existsSync(pathOf(hash))).map((d) => [d.hash, d])).values(),
      ];
      const folders = new Set(fresh.map(({ hash }) => join(folder, hash.slice(0, 2))));
      for (const f of folders) mkdirSync(f, { recursive: true });
      await Promise.all(fresh.map(({ bytes, hash }) => writeDurably(pathOf(hash), bytes)));
      await Promise.all([...folders].map(syncFolder));
      if (folders.size > 0) await syncFolder(folder);
      return named.map(({ hash }) => hash);
    },
    get: async (hash) => {
      const bytes = await readFile(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
        throw damaged(
          pathOf(hash),
          error.code === "ENOENT" ? "is missing" : `cannot be read (${error.code})`,
        );
      });
      if (originalHash(bytes) !== hash) throw damaged(pathOf(hash), "is not what its name says");
      return bytes;
    },
    list: () => {
      const found: string[] = [];
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue;
        for (const name of readdirSync(join(folder, entry.name))) {
          if (/^[0-9a-f]{64}$/.test(name)) found.push(name);
          // what a crash left half written
          else if (name.endsWith(".part")) rmSync(join(folder, entry.name, name), { force: true });
        }
      }
      return found.sort();
    },
  };
}

/** Under another name first, so that a file that has its name is whole. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = await open(part, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
}

const damaged = (path: string, what: string) =>
  new StoreError(
    "store-damaged",
    `${path} ${what}.`,
    "Restore it from a backup; `parley doctor` lists what else is wrong.",
  );
