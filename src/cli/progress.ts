/** Progress of long work on standard error: one line that is written over; silent where nobody watches or for a few items. */
export interface Progress {
  step(name: string): void;
  done(): void;
}

const FEW = 5;

/** @param intervalMs least time between two writes */
export function startProgress(stream: NodeJS.WriteStream = process.stderr, intervalMs = 100): Progress {
  let count = 0;
  let last = 0;
  const started = Date.now();
  const show = stream.isTTY === true;
  return {
    step(name) {
      count++;
      const now = Date.now();
      if (!show || count <= FEW || now - last < intervalMs) return;
      last = now;
      const rate = count / Math.max(0.001, (now - started) / 1000);
      const width = (stream.columns ?? 80) - 1;
      stream.write(`\r\u001b[K${`read ${count} reports, ${rate.toFixed(0)}/s  ${name}`.slice(0, width)}`);
    },
    done() {
      if (show && count > FEW) stream.write(`\r\u001b[K`);
    },
  };
}
