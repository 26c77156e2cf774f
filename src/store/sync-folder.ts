import { closeSync, fsyncSync, openSync } from "node:fs";
import { open } from "node:fs/promises";

/** Makes a new name in a folder last; systems that cannot sync folders do without. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    passOver(error);
  }
}

/** The same where nothing may come between; the disk can take a tenth of a second, in which the thread does nothing else. */
export function syncFolderNow(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    passOver(error);
  }
}

function passOver(error: unknown): void {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== "EISDIR" && code !== "EPERM" && code !== "EINVAL" && code !== "EACCES") throw error;
}
