import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { glob } from "tinyglobby";
import type { Dispatcher } from "undici";
import { addressHost, addressName, withoutCredentials } from "./address-name.js";
import { MAX_BYTES } from "./decode.js";
import { MissingInput } from "./errors.js";
import type { FetchedDocument, FetchOptions } from "./fetch-document.js";

/** Extensions that are read when a folder is given; a file that is named is read whatever its name. */
const EXTENSIONS = new Set([".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"]);

/** One document to read, or what kept an argument or file from being one. `id` is unique within a call. */
export type GatheredInput =
  | {
      readonly name: string;
      readonly id: string;
      readonly bytes: Uint8Array;
      /** As the server named it. */
      readonly mediaType?: string;
      /** Where a fetched document was found in the end, after redirects. */
      readonly address?: string;
    }
  | { readonly name: string; readonly error: MissingInput };

/**
 * The documents that arguments name, in the order given, folders in alphabetical order: files, folders (with those
 * inside them; hidden ones are passed over), globs, addresses of the web, and "-" for standard input. Each is read or
 * fetched when it is asked for; one that is named twice is given once. What cannot be read comes back as an error, in place.
 * Ids are file names without extension, for an address the last part of its path; where that is taken the folder's name
 * (the host's) is put before it, then a number after it.
 * Standard input has the id "": `readDocument` names it by its text.
 */
export async function* gatherInputs(
  args: readonly string[],
  fetching: FetchOptions = {},
): AsyncGenerator<GatheredInput> {
  const ids = new Set<string>();
  const seen = new Set<string>();
  const web = openWeb(fetching);
  try {
    for (const arg of args) {
      if (arg === "-") {
        yield { name: "-", id: "", bytes: await readStdin() };
        continue;
      }
      if (isAddress(arg)) {
        if (seen.has(arg)) continue;
        seen.add(arg);
        const document = await web.fetch(arg);
        if (document instanceof MissingInput) yield { name: withoutCredentials(arg), error: document };
        else yield { name: arg, id: unique(addressName(arg), addressHost(arg), ids), ...document };
        continue;
      }
      const found = await filesOf(arg);
      if (found instanceof MissingInput) {
        yield { name: arg, error: found };
        continue;
      }
      for (const path of found) {
        if (seen.has(path)) continue;
        seen.add(path);
        const bytes = await bytesOf(path);
        if (bytes instanceof MissingInput) {
          yield { name: path, error: bytes };
          continue;
        }
        const base = basename(path, extname(path)) || basename(path);
        yield { name: path, id: unique(base, basename(dirname(path)), ids), bytes };
      }
    }
  } finally {
    await web.close();
  }
}

/** Anything with a scheme: files have none. */
function isAddress(arg: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(arg);
}

/** Connections and what sites say in robots.txt, kept until it is closed. Nothing is loaded or opened before the first address. */
export function openWeb(fetching: FetchOptions = {}) {
  const robots: NonNullable<FetchOptions["robots"]> = new Map();
  let agent: Dispatcher | null = null;
  return {
    async fetch(address: string): Promise<FetchedDocument | MissingInput> {
      const [{ fetchDocument }, { publicAgent }] = await Promise.all([
        import("./fetch-document.js"),
        import("./public-agent.js"),
      ]);
      agent ??= publicAgent({ allowPrivate: fetching.allowPrivate ?? false });
      try {
        return await fetchDocument(address, { dispatcher: agent, robots, ...fetching });
      } catch (error) {
        if (error instanceof MissingInput) return error;
        throw error;
      }
    },
    async close(): Promise<void> {
      await agent?.destroy();
    },
  };
}

async function filesOf(arg: string): Promise<string[] | MissingInput> {
  const info = await stat(arg).catch(() => null);
  if (info?.isDirectory()) {
    const files = await filesIn(arg);
    return files.length > 0
      ? files
      : new MissingInput("no-match", `${arg}: no .txt, .md or .html files in this folder.`);
  }
  if (info !== null) return [arg];
  if (/[*?[\]{}]/.test(arg)) {
    const files = (
      await glob(arg.replaceAll("\\", "/"), { onlyFiles: true, expandDirectories: false })
    ).sort();
    return files.length > 0 ? files : new MissingInput("no-match", `${arg}: no file matches this pattern.`);
  }
  return new MissingInput("not-found", `${arg}: no such file or folder.`);
}

/** Files of a folder and of those inside it. Links are not followed, so that none leads round in a circle. */
async function filesIn(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      const path = join(next, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && isReport(entry.name)) files.push(path);
    }
  }
  return files.sort();
}

/** A folder's README is about the folder. */
const isReport = (name: string) => EXTENSIONS.has(extname(name).toLowerCase()) && !/^readme\./i.test(name);

async function bytesOf(path: string): Promise<Uint8Array | MissingInput> {
  try {
    const info = await stat(path);
    if (!info.isFile()) return new MissingInput("unreadable", `${path}: not a file.`);
    if (info.size > MAX_BYTES) {
      return new MissingInput(
        "too-large",
        `${path}: ${(info.size / 1e6).toFixed(1)} MB; at most ${MAX_BYTES / 1e6} MB are read. Split it into single reports.`,
      );
    }
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return new MissingInput("unreadable", `${path}: cannot be read (${code}).`);
  }
}

/** Stops one byte past the limit: what is too large is refused by `readDocument`, not by running out of memory. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function unique(base: string, folder: string, ids: Set<string>): string {
  const candidates = [base, folder === "" || folder === "." ? base : `${folder}-${base}`];
  let id = candidates.find((candidate) => !ids.has(candidate));
  for (let n = 2; id === undefined; n += 1) if (!ids.has(`${base}-${n}`)) id = `${base}-${n}`;
  ids.add(id);
  return id;
}
