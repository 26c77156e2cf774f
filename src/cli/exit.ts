/** What the exit code of a command means. */
export const ExitCode = { ok: 0, someUnread: 1, wrongUse: 2 } as const;

/** Wrong use of a command: what is wrong and what to write instead. */
export class UsageError extends Error {
  readonly code = "usage";
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = "UsageError";
  }
}

/** Prints an error with its hint on standard error and gives the exit code that belongs to it. */
export function reportFailure(error: unknown, debug: boolean): number {
  const e = error instanceof Error ? error : new Error(String(error));
  const hint = "hint" in e && typeof e.hint === "string" && !e.message.endsWith(e.hint) ? ` ${e.hint}` : "";
  process.stderr.write(`parley: ${e.message}${hint}\n`);
  if (debug && e.stack) process.stderr.write(`${e.stack}\n`);
  return e instanceof UsageError ? ExitCode.wrongUse : ExitCode.someUnread;
}
