import { closeSync, openSync, writeSync } from "node:fs";
import { UsageError } from "./exit.js";

/** Where a command's data goes: standard output or a file. */
export interface Output {
  readonly isTerminal: boolean;
  readonly columns: number;
  write(text: string): void;
  close(): void;
}

/** Opens the output; a file is made anew. Throws what the file system says where it cannot be made. */
export function openOutput(path: string | undefined): Output {
  if (path === undefined) {
    return {
      isTerminal: process.stdout.isTTY === true,
      columns: process.stdout.columns ?? 100,
      write: (text) => void process.stdout.write(text),
      close: () => {},
    };
  }
  const file = openFile(path);
  return {
    isTerminal: false,
    columns: 100,
    write: (text) => void writeSync(file, text),
    close: () => closeSync(file),
  };
}

function openFile(path: string): number {
  try {
    return openSync(path, "w");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `--out ${path} cannot be written (${code === "ENOENT" ? "its folder is not there" : code}).`,
      "Name a file in a folder that is there.",
    );
  }
}
