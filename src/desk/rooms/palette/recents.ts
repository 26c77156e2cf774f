const KEY = "parley.searches";
const MOST = 6;

/** Searches with these words put first; the same words in other letters are the same. What began as these words gives way. */
export function withRecent(recents: readonly string[], words: string): string[] {
  const typed = words.trim().replace(/\s+/g, " ");
  if (typed === "") return [...recents];
  const low = typed.toLowerCase();
  return [typed, ...recents.filter((r) => r.toLowerCase() !== low && !low.startsWith(r.toLowerCase()))].slice(
    0,
    MOST,
  );
}

/** What was looked for lately in this browser, the latest first. */
export function readRecents(): string[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((w) => typeof w === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepRecents(recents: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(recents));
  } catch {
    // a browser that keeps nothing has none the next time
  }
}
