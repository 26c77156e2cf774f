import type { ConfidenceModel } from "../../src/coding/confidence.js";
import type { HowOftenRight, HowSure, RightField } from "../../src/formats/how-often-right.js";
import type { Figure, Judged } from "./task.js";

/** What `npm run bench:accuracy -- --out` writes, as far as it is read here. */
export interface Results {
  readonly tasks: readonly {
    readonly task: string;
    readonly title: string;
    readonly figures?: readonly Figure[];
    readonly judged?: readonly {
      readonly kind: Judged["kind"];
      readonly right: number;
      readonly of: number;
    }[];
  }[];
  readonly calibration: readonly (Figure & { readonly kind?: string })[];
}

/** The sets in a reader's words. */
const SETS: Readonly<Record<string, string>> = {
  "events-plover-gsr": "PLOVER gold records, 151 sentences",
  "events-plv": "PLV, 1,050 sentences",
  attribution: "PolNeAR dev, 84 articles on US politics",
  muc4: "MUC-4 dev, 100 reports of attacks",
  dates: "TimeBank and AQUAINT, 256 articles",
  places: "LGL, 588 local American articles",
};

/** Which figure of the table says how often a field is right. */
const FIELDS: readonly (readonly [field: RightField, task: string, figure: string])[] = [
  ["event type", "events-plv", "first type"],
  ["event type", "events-plover-gsr", "first type"],
  ["actor", "events-plover-gsr", "actor F1"],
  ["recipient", "events-plover-gsr", "recipient F1"],
  ["date", "dates", "value F1"],
  ["date", "muc4", "date interval has the date"],
  ["place", "places", "within 161 km, of those found"],
  ["attribution source", "attribution", "source F1"],
  ["attribution cue", "attribution", "cue F1"],
  ["attribution content", "attribution", "content overlap F1"],
];

/** How often each kind of field is right, from the results of the table; what was not measured is left out. */
export function howOftenRightOf({ tasks }: Results, model: ConfidenceModel): HowOftenRight[] {
  const fields = FIELDS.flatMap(([field, task, name]): HowOftenRight[] => {
    const f = tasks.find((t) => t.task === task)?.figures?.find((x) => x.name === name);
    return f ? [{ field, percent: toTenth(f.value), figure: name, of: f.of, set: SETS[task]! }] : [];
  });
  const tolls = tasks.find((t) => t.task === "muc4")?.judged?.find((j) => j.kind === "toll");
  const { right, claims, on } = model.initiative;
  return [
    ...fields,
    ...(tolls ? [share("toll number", tolls.right, tolls.of, SETS.muc4!)] : []),
    share("initiative", right, claims, on),
  ];
}

const share = (field: RightField, right: number, of: number, set: string): HowOftenRight => ({
  field,
  percent: toTenth((100 * right) / of),
  figure: "share of those read",
  of,
  set,
});

/** How far confidences are off for each kind of claim. */
export function howSureOf({ calibration }: Results): HowSure[] {
  return calibration.flatMap(({ kind, value, of }) =>
    kind === undefined ? [] : [{ kind: kind as HowSure["kind"], off: toTenth(value), of }],
  );
}

function toTenth(x: number): number {
  return Math.round(x * 10) / 10;
}
