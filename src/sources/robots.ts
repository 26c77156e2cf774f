import robotsParser from "robots-parser";

/** What a site's robots.txt says. */
export interface Robots {
  /** Status with which the site failed to give it; nothing may be fetched then (RFC 9309, 2.3.1.4). Else null. */
  readonly failed: number | null;
  allows(address: string): boolean;
}

/** Bytes of a robots.txt that are read; what follows counts for nothing (RFC 9309, 2.5). */
export const ROBOTS_BYTES = 512_000;

const EVERYTHING: Robots = { failed: null, allows: () => true };

/** A site that has no robots.txt (any 4xx, or redirects without end) allows everything. */
export function robotsOf(origin: string, status: number, text: string, userAgent: string): Robots {
  if (status >= 500) return { failed: status, allows: () => false };
  if (status < 200 || status >= 300) return EVERYTHING;
  const rules = robotsParser(`${origin}/robots.txt`, text.replace(/^\uFEFF/, ""));
  return { failed: null, allows: (address) => rules.isAllowed(address, userAgent) !== false };
}
