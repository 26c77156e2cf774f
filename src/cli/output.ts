import { closeSync, openSync, writeSync } from "node:fs";

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
  const file = openSync(path, "w");
  return {
    isTerminal: false,
    columns: 100,
    write: (text) => void writeSync(file, text),
    close: () => closeSync(file),
  };
}
