import type { MiddlewareHandler } from "hono";

/** Requests under way. */
export interface Traffic {
  /** Whether something is being answered, or was a moment ago. */
  readonly isBusy: () => boolean;
  /** Counts a request while it is answered. */
  readonly count: MiddlewareHandler;
}

const MOMENT_MS = 250;

export function makeTraffic(): Traffic {
  let underWay = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    isBusy: () => underWay > 0 || performance.now() - last < MOMENT_MS,
    count: async (_, next) => {
      underWay += 1;
      try {
        await next();
      } finally {
        underWay -= 1;
        last = performance.now();
      }
    },
  };
}
