/**
 * Fits how often a claim is right to what it rests on, and writes models/confidence.json. The same data give the same bytes.
 *
 *   npx tsx tools/train/confidence.ts [--data ../shared/data] [--scorer ../shared/tools/score_record.mjs] [--out models/confidence.json]
 *
 * Only on data whose licence lets weights ship: our own samples with their gold, PLOVER's gold records (CC BY-SA 4.0), MUC-4 (US
 * government) and treebanks (EWT CC BY-SA 4.0, of GUM the documents under free licences). Of other sets nothing is learnt but how
 * often what is right there, a level: of PolNeAR's training documents, and of half of the documents of TimeBank with AQUAINT and of
 * LGL, whose other half is what calibration is measured on. Prints what cross-validation gives.
 *
 * @see models/README.md
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Task } from "../../bench/accuracy/task.js";
import { expectedError } from "../../bench/calibration/calibration.js";
import { judge } from "../../bench/calibration/judged.js";
import { dates } from "../../bench/dates/task.js";
import { gsr } from "../../bench/events/task.js";
import { muc4 } from "../../bench/muc4/task.js";
import { places } from "../../bench/places/task.js";
import { principal } from "../../src/coding/attribution-chain.js";
import type { Rated } from "../../src/coding/claim.js";
import type {
  ClaimKind,
  ConfidenceModel,
  KindWeights,
  RatedKind,
  RatedKinds,
} from "../../src/coding/confidence.js";
import { loadReader } from "../../src/data/load-reader.js";
import { factsOf } from "../../src/formats/facts.js";
import { type Example, type Fitted, fitLogistic, shareOf } from "./logistic.js";
import { attributionsReadTwice } from "./read-off-gold.js";
import { freeDocuments, readTreebank } from "./treebank.js";

const { values: options } = parseArgs({
  options: {
    data: { type: "string", default: "../shared/data" },
    scorer: { type: "string", default: "../shared/tools/score_record.mjs" },
    muc4: { type: "string", default: "muc4/train.jsonl.gz" },
    out: { type: "string", default: "models/confidence.json" },
  },
});

/** A claim to learn from; `group` is what is left out together. */
interface Learnt extends Example {
  readonly kind: RatedKind;
  readonly group: string;
  readonly set: string;
}

const KINDS: readonly RatedKind[] = ["event", "toll", "attribution", "initiative", "date", "place"];
const SAMPLES = "our samples";
/** Ours are easier than what others write: a feature of its own while fitting, and nought afterwards. */
const OURS = "ours";

/** The share that is right on a corpus from which nothing may be learnt but this: of all, or of those with a feature. */
interface Level {
  readonly on: string;
  /** By feature; "" is all: the bias or the weight is set so that as many are said to be right of what was fitted on. */
  readonly shares: ReadonlyMap<string, number>;
}
/** A share of fewer claims is not taken. */
const FEWEST = 20;

const FOLDS = 10;
/** Strengths of the pull towards nought that are tried. */
const PULLS = [1, 2, 4, 8, 16, 32];

const reader = await loadReader();
const learnt: Learnt[] = [
  ...(await samples()),
  ...(await ofTask(gsr, "events/plover-gsr-dev.jsonl", "PLOVER gold records")),
  ...(await ofTask(muc4, options.muc4, "MUC-4 train")),
  ...treebanks(),
];

const LEVELS: Partial<Record<RatedKind, Level>> = {
  // measured 2026-11-21: `npm run bench:accuracy -- --task attribution --file ../shared/data/attribution/polnear-train.jsonl.gz`
  attribution: { on: "PolNeAR train", shares: new Map([["", 0.709]]) },
  date: await levelOf(dates, "half of TimeBank and AQUAINT"),
  place: await levelOf(places, "half of LGL"),
};

/** How much likelier right an event is for standing in one of our samples; of kinds that no other set has, as much is taken off. */
let easier = 0;
const model = Object.fromEntries(KINDS.map((kind) => [kind, fitted(kind)]));
writeFileSync(options.out, `${JSON.stringify(model satisfies Partial<ConfidenceModel>, null, 2)}\n`);

function fitted(kind: RatedKind): KindWeights {
  const examples = learnt.filter((e) => e.kind === kind);
  const best = PULLS.map((pull) => ({ pull, ...crossed(examples, pull) })).reduce((a, b) =>
    b.loss < a.loss ? b : a,
  );
  const { bias, weights } = fitLogistic(examples, best.pull, OURS);
  const { [OURS]: ours = 0, ...kept } = weights;
  const sets = [...new Set(examples.map((e) => e.set))];
  if (kind === "event") easier = ours;
  const { on: levelOn, shares } = LEVELS[kind] ?? { on: null, shares: new Map<string, number>() };
  // of a set alone, bias and "ours" cannot be told apart: together they are its level; places are judged more strictly there than elsewhere
  const own = sets.length > 1 ? bias : bias + ours - (kind === "place" ? 0 : easier);
  const all = shares.get("");
  const biased: Fitted = {
    bias: toTwo(all === undefined ? own : leveled({ bias: own, weights: kept }, examples, all)),
    weights: kept,
  };
  const levels = [...shares].filter(([name]) => name !== "");
  const leveledWeights = levels.map(([name, right]) => [name, leveledBy(biased, examples, name, right)]);
  const rounded = Object.entries<number>({ ...kept, ...Object.fromEntries(leveledWeights) })
    .map(([name, w]) => [name, toTwo(w)] as const)
    .filter(([, w]) => Math.abs(w) >= 0.05)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
  const { loss, plain, error } = best;
  console.log(
    `${kind}: pull ${best.pull}; left out: log loss ${loss.toFixed(3)} (share alone ${plain.toFixed(3)}), calibration error ${(100 * error).toFixed(1)} %`,
  );
  for (const set of sets) {
    const of = examples.filter((e) => e.set === set);
    console.log(`  ${set}: ${of.filter((e) => e.right).length} of ${of.length} right`);
  }
  console.log(
    `  ${rounded.map(([name, w]) => `${name} ${w.toFixed(2)}`).join(", ")}; ours ${ours.toFixed(2)}`,
  );
  return {
    bias: biased.bias,
    weights: Object.fromEntries(rounded),
    on: [...sets, ...(levelOn === null ? [] : [`level by ${levelOn}`])].join(", "),
    claims: examples.length,
    right: examples.filter((e) => e.right).length,
  };
}

/** The bias at which, on average, so many of the examples are said to be right. */
function leveled(model: Fitted, examples: readonly Example[], right: number): number {
  return rising(
    (bias) => examples.reduce((sum, e) => sum + shareOf({ ...model, bias }, e.features), 0),
    right * examples.length,
  );
}

/** The weight of a feature at which, on average, so many of the examples that have it are said to be right. */
function leveledBy(model: Fitted, examples: readonly Example[], name: string, right: number): number {
  const having = examples.filter((e) => e.features[name]);
  const asked = having.length > 0 ? having : [{ features: { [name]: 1 }, right: true }];
  return rising(
    (w) =>
      asked.reduce(
        (sum, e) => sum + shareOf({ ...model, weights: { ...model.weights, [name]: w } }, e.features),
        0,
      ),
    right * asked.length,
  );
}

/** Where a rising function has a value, between -10 and 10. */
function rising(of: (x: number) => number, value: number): number {
  let [low, high] = [-10, 10];
  while (high - low > 1e-6) {
    const middle = (low + high) / 2;
    if (of(middle) < value) low = middle;
    else high = middle;
  }
  return low;
}

/** The shares by classes ("basis stated", "precision exact") that are right in the half of a task's documents kept for this. */
async function levelOf(task: Task, on: string): Promise<Level> {
  const judged = (await task.measure(join(options.data, task.file))).judged.filter((j) => j.forLevel);
  const classes = new Set(
    judged.flatMap((j) => Object.keys(j.features ?? {}).filter((name) => name.includes(" "))),
  );
  const shares = [...classes].sort().flatMap((name): [string, number][] => {
    const of = judged.filter((j) => j.features?.[name]);
    return of.length < FEWEST ? [] : [[name, of.filter((j) => j.right).length / of.length]];
  });
  return { on, shares: new Map(shares) };
}

/** Each fold judged by what was fitted on the others. */
function crossed(examples: readonly Learnt[], pull: number) {
  const groups = [...new Set(examples.map((e) => e.group))];
  const foldOf = new Map(groups.map((g, k) => [g, k % FOLDS]));
  const share = examples.filter((e) => e.right).length / examples.length;
  let [loss, plain] = [0, 0];
  const said: { confidence: number; right: boolean }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = fitLogistic(
      examples.filter((e) => foldOf.get(e.group) !== fold),
      pull,
      OURS,
    );
    for (const e of examples.filter((x) => foldOf.get(x.group) === fold)) {
      const confidence = shareOf(others, e.features);
      said.push({ confidence, right: e.right });
      loss -= Math.log(e.right ? confidence : 1 - confidence);
      plain -= Math.log(e.right ? share : 1 - share);
    }
  }
  return { loss: loss / examples.length, plain: plain / examples.length, error: expectedError(said) };
}

/** The claims that a task judges, each left out for itself. */
async function ofTask(task: Task, file: string, set: string): Promise<Learnt[]> {
  const { judged } = await task.measure(join(options.data, file));
  return judged.flatMap(({ kind, features, right }, k) =>
    features ? [{ kind, features, right, set, group: `${set} ${k}` }] : [],
  );
}

/** Our samples by their gold: a claim is right where it fits an entry of it. */
async function samples(): Promise<Learnt[]> {
  type Fits = (gold: object, found: object) => boolean;
  const { LINES, dateFits } = (await import(pathToFileURL(resolve(options.scorer)).href)) as {
    LINES: readonly (readonly [string, string, readonly Fits[]])[];
    dateFits: Fits;
  };
  const LISTS = {
    event: "events",
    toll: "tolls",
    attribution: "attributions",
    initiative: "initiatives",
  } as const satisfies Record<ClaimKind, string>;
  type List = (typeof LISTS)[ClaimKind];
  const gold = JSON.parse(readFileSync("bench/record/gold.json", "utf8")) as {
    documents: (Record<List, object[]> & { id: string; file: string })[];
  };
  return gold.documents.flatMap((d) => {
    const { coded, parsed } = reader.traceBytes(readFileSync(join("samples", d.file)), {
      name: d.file,
      id: d.id,
    });
    const judged = judge(parsed, reader.resources.confidence);
    const asked = new Set(principal(coded.attributions).map((a) => a.id));
    const learn = <K extends RatedKind>(kind: K, claim: RatedKinds[K], right: boolean): Learnt => {
      const features = { ...judged(kind, claim, right).features, [OURS]: 1 };
      return { kind, features, right, group: d.id, set: SAMPLES };
    };
    return (Object.keys(LISTS) as ClaimKind[]).flatMap((kind) => {
      const list = LISTS[kind];
      const tests = LINES.find(([name]) => name === list)![2];
      const claims: readonly Rated<RatedKinds[ClaimKind]>[] = coded[list];
      return claims.flatMap((claim): Learnt[] => {
        if (kind === "attribution" && !asked.has(claim.id)) return [];
        // one claim at a time, so that it is known which fact is whose
        const facts = factsOf({ ...coded, [list]: [claim] })[list];
        if (facts.length === 0) return [];
        const due = facts.map((f) => (d[list] ?? []).filter((g) => tests.every((fits) => fits(g, f))));
        const learning = learn(
          kind,
          claim,
          due.every((gs) => gs.length > 0),
        );
        if (!("trigger" in claim) || due[0]!.length === 0) return [learning];
        const { date, place } = claim;
        const golds = due[0] as { place: string | null }[];
        const isThere = (g: string | null) =>
          g !== null && place !== null && (g.includes(place.name) || place.name.includes(g));
        const isDated = date.from !== null || date.to !== null;
        const rightDate = golds.some((g) => dateFits(g, facts[0]!));
        const rightPlace = golds.some((g) => isThere(g.place));
        return [
          learning,
          ...(isDated ? [learn("date", date, rightDate)] : []),
          ...(place && golds.some((g) => g.place !== null) ? [learn("place", place, rightPlace)] : []),
        ];
      });
    });
  });
}

/** Attributions in sentences of treebanks that the parsers have not seen: right where the treebank's tree gives the same. */
function treebanks(): Learnt[] {
  const unseen = [
    ...readTreebank(options.data, "en_ewt-ud-dev"),
    ...freeDocuments(readTreebank(options.data, "en_gum-ud-dev")),
  ];
  return attributionsReadTwice(reader, unseen).map(({ parsed, attribution, right }, k) => ({
    kind: "attribution",
    features: judge(parsed, reader.resources.confidence)("attribution", attribution, right).features!,
    right,
    group: `tree ${k}`,
    set: "EWT dev and GUM dev",
  }));
}

function toTwo(x: number): number {
  return Math.round(x * 100) / 100;
}
