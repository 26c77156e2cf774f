import { loadReader } from "../../src/data/load-reader.js";
import type { Figure, Judged, Miss, Task } from "../accuracy/task.js";
import { mainEvent } from "../synthetic/main-event.js";
import { type Headline, readHeadlines } from "./headlines.js";

/** What Parley makes of a headline; null where it tells nothing. */
export interface Told {
  readonly headline: Headline;
  readonly type: string | null;
  /** The entry that coded it, and its words. */
  readonly rule: string;
  readonly words: string;
}

/** Its file lies beside it, so with `--data bench`. Misses are of the open half alone; the figures are of both. */
export const headlines: Task = {
  name: "headlines",
  title: "event of a headline",
  file: "headlines",
  measure: async (file) => {
    const told = await readAll(readHeadlines(file));
    const wrong = told.filter((t) => !isRight(t) && t.headline.half === "open");
    return {
      misses: wrong.map(missOf),
      judged: told.flatMap((t): Judged[] =>
        t.type === null ? [] : [{ kind: "event", confidence: 1, right: isRight(t) }],
      ),
      figures: (["closed", "open"] as const).flatMap((half) => figuresOf(told, half)),
    };
  },
};

/** Reads each as a report of its own. */
export async function readAll(lines: readonly Headline[]): Promise<Told[]> {
  const reader = await loadReader();
  return lines.map((headline) => {
    const report = reader.readText(headline.text, { id: headline.id, published: "2020-01-01" });
    const main = mainEvent(null, report);
    return {
      headline,
      type: main?.type ?? null,
      rule: main?.event.rule ?? "",
      words: main ? report.report.text.slice(main.event.start, main.event.end) : "",
    };
  });
}

export const isRight = (t: Told) => t.type === t.headline.type;

function figuresOf(told: readonly Told[], half: Headline["half"]): Figure[] {
  const of = told.filter((t) => t.headline.half === half);
  const events = of.filter((t) => t.headline.type !== null);
  const none = of.filter((t) => t.headline.type === null);
  return [
    { name: `right, ${half}`, value: share(events), of: events.length },
    { name: `nothing where nothing is told, ${half}`, value: share(none), of: none.length },
  ];
}

const share = (of: readonly Told[]) => (100 * of.filter(isRight).length) / (of.length || 1);

function missOf(t: Told): Miss {
  const { type: gold, text, id } = t.headline;
  return {
    kind: gold === null ? "false" : t.type === null ? "missed" : "differs",
    cause: `${gold ?? "nothing"} → ${t.type ?? "nothing"}`,
    sentence: text,
    detail: t.type === null ? id : `${id}: ${t.rule} at ${JSON.stringify(t.words)}`,
  };
}
