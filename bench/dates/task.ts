/** Dates: are expressions found, and do they mean the right day? TimeML documents as JSON lines. How it is scored: README.md. */
import { readFileSync } from "node:fs";
import { datesOf } from "../../src/coding/dates.js";
import { plainReport } from "../../src/coding/plain-report.js";
import { loadConfidence } from "../../src/data/load-confidence.js";
import { loadDates } from "../../src/data/load-dates.js";
import { loadLanguageModel } from "../../src/data/load-language.js";
import { timexType } from "../../src/text/date-expression.js";
import type { Span } from "../../src/text/span.js";
import { timexValue } from "../../src/text/timex.js";
import { sentenceAt } from "../accuracy/sentence-at.js";
import { f1, paired } from "../accuracy/spans.js";
import type { Judged, Measured, Miss, Task } from "../accuracy/task.js";
import { isOfLevelHalf, judge } from "../calibration/judged.js";
import { readSimply } from "./simple-reader.js";

export const dates: Task = {
  name: "dates",
  title: "when: date expressions and their values",
  file: "times/tbaq-train.jsonl",
  measure,
};

/** A date expression with TIMEX3's class and value. */
interface Timex extends Span {
  readonly type: string;
  readonly value: string | null;
}

interface TimemlDocument {
  readonly id: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
}

async function measure(file: string): Promise<Measured> {
  const model = await loadLanguageModel();
  const lexicon = loadDates();
  const confidence = loadConfidence();
  const misses: Miss[] = [];
  const judged: Judged[] = [];
  const parley = new Score();
  const floor = new Score();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue;
    const { id, dct, text, timexes } = JSON.parse(line) as TimemlDocument;
    const published = dct.slice(0, 10);
    const parsed = plainReport(text, model, { published });
    const judgeIn = judge(parsed, confidence, isOfLevelHalf(id));
    const found = datesOf(parsed, lexicon)
      .expressions.flat()
      // a range counts as its two ends, as the annotation has it
      .flatMap(({ expression: e, tense, interval, quarter }) =>
        (e.kind === "range" ? [e.from, e.to] : [e]).map((one) => ({
          start: one.start,
          end: one.end,
          type: timexType(one),
          value: timexValue(one, published, tense, quarter),
          kind: one.kind,
          interval,
        })),
      );
    floor.add(timexes, readSimply(text, published));
    parley.add(timexes, found);
    for (const { gold, found: f } of paired(timexes, found)) {
      const at = gold ?? f!;
      const miss = (kind: Miss["kind"], cause: string) =>
        misses.push({
          kind,
          cause,
          sentence: sentenceAt(parsed, at.start, at.end),
          detail: `${told(text, gold)} ⇐ ${told(text, f)} (published ${published})`,
        });
      if (gold === null) miss("false", f!.kind);
      else if (f === null) miss("missed", `${gold.type} ${shapeOf(gold.value)}`);
      else {
        // "for two days" and "every Friday" date nothing: a record has no day of theirs
        if (f.interval.from !== null || f.interval.to !== null)
          judged.push(judgeIn("date", f.interval, isSameTime(gold.value, f.value)));
        if (gold.value !== f.value)
          miss("differs", `value: ${f.kind}, ${shapeOf(f.value)} for ${shapeOf(gold.value)}`);
        else if (gold.start !== f.start || gold.end !== f.end) miss("differs", `extent: ${f.kind}`);
      }
    }
  }
  const of = parley.gold;
  const published = (what: string, value: number) => ({ what: `${what} (TempEval-3 platinum)`, value });
  const figure = (
    name: "value" | "relaxed" | "strict" | "type",
    aim: number | null,
    peers: [number, number] | null,
  ) => ({
    name: { value: "value F1", relaxed: "span F1, any overlap", strict: "span F1, exact", type: "class F1" }[
      name
    ],
    value: parley.f1(name),
    of,
    ...(aim === null ? {} : { aim }),
    floor: { what: "short regular expression", value: floor.f1(name) },
    ...(peers === null ? {} : { peers: [published("HeidelTime", peers[0]), published("SUTime", peers[1])] }),
  });
  return {
    figures: [
      figure("value", 78, [77.61, 67.38]),
      figure("relaxed", 90, [90.3, 90.32]),
      figure("strict", 82, [81.34, 79.57]),
      figure("type", null, null),
    ],
    misses,
    judged,
  };
}

/** The same days, as far as the gold says them ("1989-WXX" is some week of 1989); the hour is not asked for. */
function isSameTime(gold: string | null, found: string): boolean {
  const day = (value: string) => (/^\d/.test(value) ? value.replace(/T.*/, "") : value);
  const told = day(gold ?? "").replace(/(-[WQ]?X+)+$/, "-");
  return told.endsWith("-") ? `${day(found)}-`.startsWith(told) : told === day(found);
}

/** Counts as TempEval-3 does: class and value over the pairs that overlap. */
class Score {
  gold = 0;
  private found = 0;
  private readonly hits = { relaxed: 0, strict: 0, value: 0, type: 0 };

  add(gold: readonly Timex[], found: readonly Timex[]): void {
    this.gold += gold.length;
    this.found += found.length;
    for (const { gold: g, found: f } of paired(gold, found)) {
      if (g === null || f === null) continue;
      this.hits.relaxed++;
      if (g.start === f.start && g.end === f.end) this.hits.strict++;
      if (g.value === f.value) this.hits.value++;
      if (g.type === f.type) this.hits.type++;
    }
  }

  f1(what: "relaxed" | "strict" | "value" | "type"): number {
    return f1(this.hits[what], this.gold, this.found);
  }
}

/** The form of a value, without its figures: "NNNN-NN-NN", "PND". */
function shapeOf(value: string | null): string {
  return (value ?? "none").replace(/\d/g, "N").replace(/N+(?=[YMWDH])/g, "N");
}

function told(text: string, t: Timex | null): string {
  return t === null ? "–" : `${text.slice(t.start, t.end).replace(/\s+/g, " ")} [${t.type} ${t.value}]`;
}
