import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { StoreError } from "./errors.js";

/** Who holds a data directory. `boot`: the system's boot, so that a number used again after a restart is not taken for the holder. */
interface Holder {
  readonly pid: number;
  readonly boot: string;
  readonly host: string;
  readonly since: string;
  /** When the process started, in the system's ticks; "" where it cannot be told. Sets it apart from a later one of the same number. */
  readonly started: string;
  /** Where it answers, if it does. */
  readonly address?: string;
}

export interface StoreLock {
  /** Says where the holder answers, to those who find the directory held. */
  readonly answersAt: (address: string) => void;
  readonly release: () => Promise<void>;
}

/**
 * Takes the data directory for this process, before anything in it is opened: two openers of the embedded database would lose
 * each other's rows without a word. On Linux an abstract socket, which goes with its process however that ends, decides; the
 * file says who it is, and decides elsewhere by whether its process lives.
 *
 * @throws StoreError `store-busy`, naming the process that holds it
 */
export async function lockStore(folder: string): Promise<StoreLock> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error as NodeJS.ErrnoException);
  }
  const file = join(folder, "lock");
  const server = process.platform === "linux" ? await listenAbstract(folder, file) : null;
  const holder: Holder = {
    pid: process.pid,
    boot: bootId(),
    host: hostname(),
    since: new Date().toISOString(),
    started: startOf(process.pid),
  };
  const answersAt = (address: string) => writeFileSync(file, JSON.stringify({ ...holder, address }));
  const release = async () => {
    rmSync(file, { force: true });
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  };
  for (let tries = 0; ; tries += 1) {
    try {
      const handle = openSync(file, "wx");
      writeSync(handle, JSON.stringify(holder));
      closeSync(handle);
      return { answersAt, release };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST" || tries > 3) {
        server?.close();
        throw cannotWrite(folder, error as NodeJS.ErrnoException);
      }
    }
    const other = readHolder(file);
    // with the socket in hand the file is what a dead process left, unless its holder lives outside this network namespace
    if (other && lives(other) && other.pid !== process.pid) {
      server?.close();
      throw busy(folder, other);
    }
    rmSync(file, { force: true });
  }
}

function listenAbstract(folder: string, file: string): Promise<Server> {
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 32);
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.unref();
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? busy(folder, existsSync(file) ? readHolder(file) : null) : error),
    );
    server.listen(`\0parley-${name}`, () => resolve(server));
  });
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return null;
  }
}

function lives(holder: Holder): boolean {
  if (holder.host !== hostname() || holder.boot !== bootId()) return false;
  try {
    process.kill(holder.pid, 0);
    return !holder.started || holder.started === startOf(holder.pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function startOf(pid: number): string {
  try {
    // the name, in brackets, can hold spaces; the start is the 20th field after it
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function bootId(): string {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
}

const busy = (folder: string, holder: Holder | null) =>
  new StoreError(
    "store-busy",
    holder
      ? `${folder} is held by ${holder.address ? `the desk at ${holder.address}` : "another Parley"} (process ${holder.pid}, since ${holder.since}).`
      : `${folder} is held by another Parley.`,
    holder?.address
      ? "Work there, end it, or use another directory with --data."
      : "Wait until it is done or end it, or use another directory with --data.",
  );

const cannotWrite = (folder: string, error: NodeJS.ErrnoException) =>
  new StoreError(
    "store-unwritable",
    error.code === "EEXIST" || error.code === "ENOTDIR"
      ? `${folder} is not a directory.`
      : `${folder} cannot be written (${error.code ?? error.message}).`,
    "Name a directory that you may write to with --data or PARLEY_DATA.",
    { cause: error },
  );
