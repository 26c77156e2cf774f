import { basename } from "node:path";
import { loadReader } from "../../src/data/load-reader.js";
import type { Judged, Miss, Task } from "../accuracy/task.js";
import { mainEvent } from "./main-event.js";
import { FILE, heldOut, readStories } from "./stories.js";

export const synthetic: Task = {
  name: "synthetic",
  title: "main event of a story",
  file: FILE,
  measure: async (file) => {
    const reader = await loadReader();
    const all = readStories(file);
    const stories = basename(file) === basename(FILE) ? heldOut(all) : all;
    const misses: Miss[] = [];
    const judged: Judged[] = [];
    const told: Pair[] = [];
    const bodies: Pair[] = [];
    for (const story of stories) {
      const title = reader.readText(story.title.trim(), { id: story.id, published: "2020-01-01" });
      const body = reader.readText(story.text, { id: story.id, published: "2020-01-01" });
      const main = mainEvent(title, body);
      told.push({ gold: story.event, found: main?.type ?? null });
      bodies.push({ gold: story.event, found: mainEvent(null, body)?.type ?? null });
      if (main) judged.push({ kind: "event", confidence: 1, right: main.type === story.event });
      if (main?.type === story.event) continue;
      misses.push({
        kind: main ? "differs" : "missed",
        cause: `${story.event}${main ? ` → ${main.type} (${main.event.rule})` : ""}`,
        sentence: story.title,
        detail: `${story.id}: ${main ? body.report.text.slice(main.event.start, main.event.end) : "nothing told"}`,
      });
    }
    const of = stories.length;
    return {
      misses,
      judged,
      figures: [
        {
          name: "macro F1",
          value: macroF1(told),
          of,
          aim: 75,
          peers: [{ what: "neural coder, on real articles", value: 52 }],
        },
        { name: "… without the headline", value: macroF1(bodies), of },
      ],
    };
  },
};

interface Pair {
  readonly gold: string;
  readonly found: string | null;
}

/** F1 of each type that the gold has, averaged, in per cent. */
function macroF1(pairs: readonly Pair[]): number {
  const types = [...new Set(pairs.map((p) => p.gold))];
  const of = (type: string) => {
    const right = pairs.filter((p) => p.gold === type && p.found === type).length;
    const all = pairs.filter((p) => p.gold === type).length + pairs.filter((p) => p.found === type).length;
    return (2 * right) / all;
  };
  return (100 * types.reduce((n, t) => n + of(t), 0)) / (types.length || 1);
}
