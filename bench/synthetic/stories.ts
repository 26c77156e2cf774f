import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Story {
  readonly id: string;
  readonly event: string;
  readonly title: string;
  readonly titleTemplate: string;
  readonly text: string;
}

export const FILE = "events/synthetic.jsonl.gz";

export function readStories(file: string): Story[] {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .split("\n")
    .filter((l) => l.trim())
    .map((l) => JSON.parse(l) as Story);
}

/**
 * The stories of a fifth of each type's headline templates, those of the smallest hashes: stories of one template differ in little
 * but names. The rest may be looked at.
 */
export function heldOut(stories: readonly Story[]): Story[] {
  const templates = new Map<string, Set<string>>();
  for (const s of stories) templates.set(s.event, (templates.get(s.event) ?? new Set()).add(s.titleTemplate));
  const held = new Set(
    [...templates.values()].flatMap((of) =>
      [...of].sort((a, b) => hash(a) - hash(b)).slice(0, Math.ceil(of.size / 5)),
    ),
  );
  return stories.filter((s) => held.has(s.titleTemplate));
}

function hash(text: string): number {
  let at = 0x811c9dc5;
  for (const byte of Buffer.from(text)) at = Math.imul(at ^ byte, 0x01000193) >>> 0;
  return at;
}
