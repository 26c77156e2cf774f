import type { Trace } from "../../src/coding/read-report.js";
import { loadReader } from "../../src/data/load-reader.js";
import type { Figure, Judged, Measured, Miss, Task } from "../accuracy/task.js";
import { judge } from "../calibration/judged.js";
import type { Candidate } from "./candidates.js";
import { filledBy, readModels } from "./choose.js";
import { floorRoles, floorType } from "./floor.js";
import { entitiesOf, type GoldReport, ROLES, type Role, readGold, type Template } from "./gold.js";
import { countFills, pairFills } from "./human-targets.js";
import { type FoundIncident, incidentsOf, typeOf } from "./incidents.js";
import type { FoundRoles } from "./roles.js";
import { type Counts, f1, hasDay, noCounts, pairUp, plain, precision, recall } from "./score.js";

/** MUC-4: what was done to whom, with what and by whom, over whole reports. @see bench/muc4/README.md */
export const muc4: Task = {
  name: "muc4",
  title: "incidents, roles, tolls of whole reports",
  file: "muc4/dev-tst1.jsonl",
  calibration: "muc4/dev-tst2.jsonl",
  measure,
};

/** Where the figures of others are written: bench/muc4/README.md. All on the test half, TST3 and TST4. */
const PEERS = [{ what: "GRIT, trained (test half)", value: 54.5 }];

async function measure(file: string): Promise<Measured> {
  const reader = await loadReader();
  const models = readModels();
  const misses: Miss[] = [];
  const judged: Judged[] = [];
  const roles = Object.fromEntries(ROLES.map((r) => [r, noCounts()])) as Record<Role, Counts>;
  const lenient = noCounts();
  const floor = noCounts();
  const numbers = noCounts();
  const effects = noCounts();
  const types = { right: 0, floor: 0, of: 0 };
  const dates = { right: 0, of: 0, days: [] as number[] };
  for (const gold of readGold(file)) {
    const trace = traceOf(gold, reader);
    const judgeIn = judge(trace.parsed, reader.resources.confidence);
    const filled = filledBy(trace, reader.resources, models);
    scoreRoles(gold, filled.roles, trace);
    scoreFloor(gold);
    const incidents = incidentsOf(trace);
    for (const t of gold.templates) if (!t.optional) scoreTemplate(gold, t, incidents, trace, judgeIn);
    scoreHumans(gold, filled.humans, trace, judgeIn);
  }
  const all = ROLES.reduce((sum, r) => plus(sum, roles[r]), noCounts());
  const figure = (name: string, c: Counts): Figure => ({ name, value: f1(c), of: c.gold });
  const share = (right: number, of: number) => (of === 0 ? 0 : (100 * right) / of);
  return {
    figures: [
      {
        ...figure("role entities CEAF-REE F1", all),
        aim: 50,
        floor: { what: "names by the nearest word of attack", value: f1(floor) },
        peers: PEERS,
      },
      { name: "… precision", value: precision(all), of: all.predicted },
      { name: "… recall", value: recall(all), of: all.gold },
      ...ROLES.map((r) => figure(`… ${r}`, roles[r])),
      figure("… F1 with the optional left out", lenient),
      {
        name: "incident type accuracy",
        value: share(types.right, types.of),
        of: types.of,
        aim: 80,
        floor: { what: "by key words", value: share(types.floor, types.of) },
      },
      { name: "date interval has the date", value: share(dates.right, dates.of), of: dates.of, aim: 85 },
      { ...figure("human targets' numbers F1", numbers), aim: 60 },
      { ...figure("human targets' effects F1", effects), aim: 60 },
    ],
    misses,
    judged,
  };

  function scoreRoles(gold: GoldReport, found: FoundRoles, trace: Trace) {
    const key = entitiesOf(gold);
    for (const role of ROLES) {
      const pairs = pairUp(
        found[role].map((f) => [f.name]),
        key[role].map((e) => e.names),
      );
      const c = roles[role];
      const right = pairs.filter((g) => g >= 0).length;
      c.right += right;
      c.predicted += pairs.length;
      c.gold += key[role].length;
      lenient.right += right;
      lenient.predicted += pairs.length;
      lenient.gold += key[role].filter((e, g) => !e.isOptional || pairs.includes(g)).length;
      found[role].forEach((f, p) => {
        if (pairs[p]! >= 0) return;
        misses.push({
          kind: "false",
          cause: `${role}: ${causeOfFalse([f.name], role, key)}`,
          sentence: sentenceAt(trace, f.start),
          detail: `${gold.id}: ${f.name}`,
        });
      });
      key[role].forEach((e, g) => {
        if (pairs.includes(g) || e.isOptional) return;
        const start = firstOf(e.names[0]!, trace);
        misses.push({
          kind: "missed",
          cause: `${role}: ${causeOfMiss(e.names, role, found)}`,
          sentence: sentenceAt(trace, start),
          detail: `${gold.id}: ${e.names.join(" / ")}`,
        });
      });
    }
  }

  function scoreFloor(gold: GoldReport) {
    const key = entitiesOf(gold);
    const found = floorRoles(gold.text);
    for (const role of ROLES) {
      const pairs = pairUp(
        found[role].map((name) => [name]),
        key[role].map((e) => e.names),
      );
      floor.right += pairs.filter((g) => g >= 0).length;
      floor.predicted += pairs.length;
      floor.gold += key[role].length;
    }
  }

  function scoreTemplate(
    gold: GoldReport,
    t: Template,
    incidents: readonly FoundIncident[],
    trace: Trace,
    judgeIn: ReturnType<typeof judge>,
  ) {
    const best = incidentOf(t, incidents, trace);
    types.of++;
    if (t.type.includes(floorType(gold.text))) types.floor++;
    const start = gold.text.search(/\S/);
    const type = best ? typeOf(eventsOn(t, best, trace)) : null;
    if (type !== null && t.type.includes(type)) types.right++;
    else
      misses.push({
        kind: best ? "differs" : "missed",
        cause: `incident: ${t.type.join("/")} → ${type ?? "none"}`,
        sentence: best ? claimsText(best, trace) : sentenceAt(trace, start),
        detail: `${gold.id} template ${t.n}`,
      });
    const days = t.date.filter((d) => d.from !== null || d.to !== null);
    if (!best || days.length === 0) return;
    dates.of++;
    const { from, to } = best.date;
    const isRight = days.some((d) => hasDay(best.date, d));
    if (isRight) dates.right++;
    else
      misses.push({
        kind: "differs",
        cause: `date: ${from === null ? "none" : best.date.basis}`,
        sentence: claimsText(best, trace),
        detail: `${gold.id} template ${t.n}: ${days.map((d) => d.raw).join(" / ")} → ${from} … ${to}`,
      });
    if (from !== null || to !== null) judged.push(judgeIn("date", best.date, isRight));
  }

  function scoreHumans(
    gold: GoldReport,
    found: readonly Candidate[],
    trace: Trace,
    judgeIn: ReturnType<typeof judge>,
  ) {
    for (const [slot, counts] of [
      ["numbers", numbers],
      ["effects", effects],
    ] as const) {
      const fills = pairFills(found, gold, slot);
      countFills(counts, fills);
      const { answers, key, pairs, isRight } = fills;
      answers.forEach((a, k) => {
        const fill = key[pairs[k]!];
        if (fill && slot === "numbers" && a.toll) judged.push(judgeIn("toll", a.toll, isRight[k]!));
        if (isRight[k]) return;
        const value = slot === "numbers" ? a.number : a.effect;
        misses.push({
          kind: fill ? "differs" : "false",
          cause: fill ? `${slot}: ${fill.values.join("/")} → ${value}` : `human target: ${slot}`,
          sentence: sentenceAt(trace, a.start),
          detail: `${gold.id}: ${a.name}`,
        });
      });
      key.forEach((f, g) => {
        if (!pairs.includes(g) && !f.isOptional)
          misses.push({
            kind: "missed",
            cause: `human target: ${slot}`,
            sentence: sentenceAt(trace, firstOf(f.names[0]!, trace)),
            detail: `${gold.id}: ${f.names.join(" / ")}`,
          });
      });
    }
  }
}

const plus = (a: Counts, b: Counts): Counts => ({
  right: a.right + b.right,
  predicted: a.predicted + b.predicted,
  gold: a.gold + b.gold,
});

/** Reads a report of the corpus. */
export function traceOf(gold: GoldReport, reader: Awaited<ReturnType<typeof loadReader>>): Trace {
  return reader.traceBytes(new TextEncoder().encode(gold.text), {
    name: `${gold.id}.txt`,
    id: gold.id,
    mediaType: "text/plain",
    ...(gold.date === null ? {} : { published: gold.date }),
  });
}

/**
 * The incident whose sentences name the most of a template's fills; the first of equals, null where none is named. One that is told by
 * an event goes before one that is told by counts alone, which say neither how it was done nor, mostly, when.
 */
function incidentOf(t: Template, incidents: readonly FoundIncident[], trace: Trace): FoundIncident | null {
  const fills = fillsOf(t);
  let best: FoundIncident | null = incidents.length > 0 && fills.length === 0 ? incidents[0]! : null;
  let top = 0;
  for (const i of incidents) {
    const told = plain(claimsText(i, trace));
    const named = fills.filter((f) => f.alts.some((a) => told.includes(plain(a.text)))).length;
    const score = named > 0 && i.events.length > 0 ? named + fills.length : named;
    if (score > top) {
      top = score;
      best = i;
    }
  }
  return best;
}

const fillsOf = (t: Template) => [
  ...t.perpIndividuals,
  ...t.perpOrganizations,
  ...t.physTargets,
  ...t.humTargetNames,
  ...t.humTargetDescriptions,
  ...t.instruments,
];

/** The events of an incident in the sentences that name a fill of a template; all where none does. A telling may gather several of the key's incidents. */
function eventsOn(t: Template, i: FoundIncident, trace: Trace): readonly FoundIncident["events"][number][] {
  const names = fillsOf(t).flatMap((f) => f.alts.map((a) => plain(a.text)));
  const on = i.events.filter((e) => {
    const told = plain(sentenceAt(trace, e.trigger.start));
    return names.some((n) => told.includes(n));
  });
  return on.length > 0 ? on : i.events;
}

/** The sentences in which an incident is told. */
function claimsText(i: FoundIncident, { parsed, coded }: Trace): string {
  const claims = [...i.events, ...i.tolls];
  return parsed.sentences
    .map((s) => ({ start: s.start[0]!, end: s.end.at(-1)! }))
    .filter((s) => claims.some((c) => c.start < s.end && s.start < c.end))
    .map((s) => coded.report.text.slice(s.start, s.end))
    .join(" ");
}

/** Where the report has these words first, whatever the white space in them; -1 where it does not. */
function firstOf(words: string, { coded }: Trace): number {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return coded.report.text.search(new RegExp(escaped));
}

function sentenceAt({ parsed, coded }: Trace, at: number): string {
  const s = parsed.sentences.find((x) => x.start[0]! <= at && at < x.end.at(-1)!);
  return s ? coded.report.text.slice(s.start[0]!, s.end.at(-1)!) : "(not in a sentence that is read)";
}

type Names = readonly string[];
const overlap = (a: Names, b: Names) =>
  a.some((x) =>
    b.some((y) =>
      plain(x)
        .split(" ")
        .some((w) => w.length > 2 && plain(y).split(" ").includes(w)),
    ),
  );

function causeOfFalse(names: Names, role: Role, key: ReturnType<typeof entitiesOf>): string {
  if (ROLES.every((r) => key[r].length === 0)) return "the report has no incident";
  if (key[role].some((e) => overlap(e.names, names))) return "other words, or told twice";
  for (const r of ROLES) if (r !== role && key[r].some((e) => overlap(e.names, names))) return `is ${r}`;
  return "not in the key";
}

function causeOfMiss(names: Names, role: Role, found: FoundRoles): string {
  if (found[role].some((f) => overlap([f.name], names))) return "other words";
  for (const r of ROLES)
    if (r !== role && found[r].some((f) => overlap([f.name], names))) return `taken for ${r}`;
  return "not found";
}
