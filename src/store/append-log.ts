import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "./errors.js";
import { syncFolderNow } from "./sync-folder.js";

/** A file of one JSON value a line to which lines are only ever added; what `append` returns from is on the disk. */
export interface AppendLog<T> {
  readonly file: string;
  /** All lines, oldest first. */
  readonly read: () => T[];
  /** Its length in bytes: another where lines were added. */
  readonly size: () => number;
  /** One write and one sync for all of them. */
  readonly append: (lines: readonly T[]) => void;
}

/**
 * Opens a log, which need not exist yet. A last line without its end, left by a crash in the middle of writing, was never
 * acknowledged: it is cut off and kept beside the log as `.torn`.
 *
 * @param parse checks one line; what it throws is reported with file and line
 */
export function openAppendLog<T>(file: string, parse: (value: unknown) => T): AppendLog<T> {
  if (existsSync(file)) cutTornLine(file);
  return {
    file,
    read: () => {
      if (!existsSync(file)) return [];
      return readFileSync(file, "utf8")
        .split("\n")
        .flatMap((line, k) => (line === "" ? [] : [parseLine(line, parse, `${file}:${k + 1}`)]));
    },
    size: () => (existsSync(file) ? statSync(file).size : 0),
    append: (lines) => {
      if (lines.length === 0) return;
      const isNew = !existsSync(file);
      const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      const handle = openSync(file, "a");
      const before = fstatSync(handle).size;
      try {
        // the system may take less than it is given
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
        fsyncSync(handle);
      } catch (error) {
        // a full disk: the next line must not be joined to the piece of this one
        ftruncateSync(handle, before);
        throw error;
      } finally {
        closeSync(handle);
      }
      if (isNew) syncFolderNow(dirname(file));
    },
  };
}

function parseLine<T>(line: string, parse: (value: unknown) => T, where: string): T {
  try {
    return parse(JSON.parse(line));
  } catch (error) {
    throw new StoreError(
      "store-damaged",
      `${where}: this line cannot be read (${error instanceof Error ? error.message.split("\n")[0] : error}).`,
      "Restore the file from a backup, or move the line out of it; the other lines are intact.",
      { cause: error },
    );
  }
}

function cutTornLine(file: string): void {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end === bytes.length) return;
  writeFileSync(`${file}.torn`, bytes.subarray(end));
  truncateSync(file, end);
}
