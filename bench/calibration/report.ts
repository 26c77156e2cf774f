import type { Figure, Judged } from "../accuracy/task.js";
import { type Bin, binsOf, expectedError } from "./calibration.js";

/** Tasks whose claims say nothing of calibration: what confidences were fitted on, and stories that a model wrote. */
const LEFT_OUT = new Set(["events-plover-gsr", "synthetic"]);

/** Claims of one kind, with the tasks that judged them. */
export interface Pool {
  readonly kind: Judged["kind"];
  readonly tasks: readonly string[];
  readonly claims: readonly Judged[];
}

/** The judged claims of all tasks by kind, in the order in which kinds come up; without those that levels are read off. */
export function poolsOf(
  tasks: readonly { readonly name: string; readonly judged: readonly Judged[] }[],
): Pool[] {
  const kept = tasks
    .filter((t) => !LEFT_OUT.has(t.name))
    .map(({ name, judged }) => ({ name, judged: judged.filter((j) => !j.forLevel) }));
  const kinds = [...new Set(kept.flatMap((t) => t.judged.map((j) => j.kind)))];
  return kinds.map((kind) => ({
    kind,
    tasks: kept.filter((t) => t.judged.some((j) => j.kind === kind)).map((t) => t.name),
    claims: kept.flatMap((t) => t.judged.filter((j) => j.kind === kind)),
  }));
}

/** Per cent by which confidence and share of right claims may differ, over all and for a kind. */
const AIM = 8;

/** Expected calibration errors: over all kinds, then of each. Floor: the same confidence for all, the share that is right being unknown. */
export function calibrationFigures(pools: readonly Pool[]): (Figure & { readonly kind?: Judged["kind"] })[] {
  const figure = (name: string, claims: readonly Judged[]): Figure => ({
    name,
    value: 100 * expectedError(claims),
    of: claims.length,
    aim: AIM,
    atMost: true,
    floor: { what: "always sure", value: 100 * expectedError(claims.map((c) => ({ ...c, confidence: 1 }))) },
  });
  const all = pools.flatMap((p) => p.claims);
  return all.length === 0
    ? []
    : [
        figure("calibration error, all", all),
        ...pools.map((p) => ({
          ...figure(`… ${p.kind}, ${p.tasks.join(", ")}`, p.claims),
          kind: p.kind,
        })),
      ];
}

const WIDTH = 40;

/** A line a bin: how sure, how many claims, and as a bar how many of them are right, with "|" where that should be. */
export function reliabilityBars(pools: readonly Pool[]): string {
  return pools
    .map(({ kind, claims }) =>
      [
        `${kind} (${claims.length} claims)`,
        ...binsOf(claims).map(
          (b) =>
            `  ${b.from.toFixed(1)}–${b.to.toFixed(1)}  ${bar(b)}  said ${per(b.said)}, right ${per(b.right)} of ${b.claims}`,
        ),
      ].join("\n"),
    )
    .join("\n");
}

function bar({ said, right }: Bin): string {
  const at = Math.min(WIDTH - 1, Math.round(said * WIDTH));
  const filled = Math.round(right * WIDTH);
  return Array.from({ length: WIDTH }, (_, k) => (k === at ? "|" : k < filled ? "█" : "·")).join("");
}

const per = (share: number) => `${(100 * share).toFixed(0).padStart(3)} %`;
