import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** One line of a news site, or a short sentence of news, and the type of what it tells; null where it tells nothing political. */
export interface Headline {
  readonly id: string;
  readonly text: string;
  readonly type: string | null;
  /** `closed`: nobody looks at it, only at how many of its type come out right. */
  readonly half: "open" | "closed";
}

/** The headlines of a file, or of all files of a folder. */
export function readHeadlines(path: string): Headline[] {
  if (statSync(path).isDirectory())
    return readdirSync(path)
      .filter((f) => f.endsWith(".jsonl"))
      .sort()
      .flatMap((f) => readHeadlines(join(path, f)));
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((l) => l.trim())
    .map((l) => JSON.parse(l) as Headline);
}
