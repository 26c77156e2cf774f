import { z } from "zod";
import type { EventClaim, InitiativeClaim, Toll } from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import { overlaps, type Span } from "../text/span.js";
import { type ReadOnce, SECOND_KINDS, type SecondClaim, type SecondKind } from "./reading.js";

const id = z.number().int().nonnegative();
const tally = z.strictObject({ agree: id, differ: id, onlyParley: id, onlySecond: id });

/** Two readings of one report side by side. Neither is taken for right, and nothing is merged. */
export const comparisonSchema = z.strictObject({
  event: tally,
  toll: tally,
  initiative: tally,
  pairs: z
    .array(
      z.strictObject({
        kind: z.enum(SECOND_KINDS),
        parley: id.describe("index in events, tolls or initiatives"),
        second: id.describe("index in the second reading's claims"),
        differs: z.array(z.string()).describe("what the two say differently; empty: they agree"),
      }),
    )
    .describe("claims of both readings on the same words"),
  onlyParley: z.array(z.strictObject({ kind: z.enum(SECOND_KINDS), parley: id })),
  onlySecond: z.array(z.strictObject({ kind: z.enum(SECOND_KINDS), second: id })),
});
export type Comparison = z.infer<typeof comparisonSchema>;

/** What is compared of a claim, by name: those in `SAME` first of all, the rest only noted. */
interface Compared extends Span {
  readonly values: Readonly<Record<string, string>>;
}

/** What makes two claims one: with it equal on the same words they are paired before any others. */
const SAME: Readonly<Record<SecondKind, readonly string[]>> = {
  event: ["type"],
  toll: ["harm", "figure"],
  initiative: ["act"],
};

/**
 * Pairs the claims of two readings: one of each, of one kind, on words that overlap. First those of the same type (and figure), the
 * closest words first; of the rest those that say different things of the same words.
 */
export function compareReadings(coded: CodedReport, second: ReadOnce): Comparison {
  const parts = SECOND_KINDS.map((kind) => compareKind(kind, coded, second.claims));
  return {
    ...(Object.fromEntries(parts.map((p) => [p.kind, tallyOf(p)])) as Record<
      SecondKind,
      z.infer<typeof tally>
    >),
    pairs: parts.flatMap((p) => p.pairs),
    onlyParley: parts.flatMap((p) => p.onlyParley),
    onlySecond: parts.flatMap((p) => p.onlySecond),
  };
}

const tallyOf = ({ pairs, onlyParley, onlySecond }: ReturnType<typeof compareKind>) => ({
  agree: pairs.filter((p) => p.differs.length === 0).length,
  differ: pairs.filter((p) => p.differs.length > 0).length,
  onlyParley: onlyParley.length,
  onlySecond: onlySecond.length,
});

function compareKind(kind: SecondKind, coded: CodedReport, claims: readonly SecondClaim[]) {
  const ours = oursOf(kind, coded);
  const theirs = claims.flatMap((claim, index) =>
    claim.kind === kind ? [{ index, ...comparedOf(claim) }] : [],
  );
  const candidates = ours
    .flatMap((a, parley) =>
      theirs
        .filter((b) => overlaps(a, b))
        .map((b) => {
          const differs = Object.keys(a.values).filter((f) => f in b.values && a.values[f] !== b.values[f]);
          const unlike = SAME[kind].filter((f) => differs.includes(f)).length;
          return { parley, second: b.index, differs, unlike, share: shareOf(a, b) };
        }),
    )
    .filter((c) => c.unlike === 0 || isOfSameWords(kind, c))
    .sort(
      (x, y) =>
        x.unlike - y.unlike ||
        x.differs.length - y.differs.length ||
        y.share - x.share ||
        x.parley - y.parley ||
        x.second - y.second,
    );
  const pairs: Comparison["pairs"] = [];
  const takenOurs = new Set<number>();
  const takenTheirs = new Set<number>();
  for (const { parley, second, differs } of candidates) {
    if (takenOurs.has(parley) || takenTheirs.has(second)) continue;
    takenOurs.add(parley);
    takenTheirs.add(second);
    pairs.push({ kind, parley, second, differs });
  }
  pairs.sort((x, y) => x.parley - y.parley);
  return {
    kind,
    pairs,
    onlyParley: ours.flatMap((_, parley) => (takenOurs.has(parley) ? [] : [{ kind, parley }])),
    onlySecond: theirs.flatMap(({ index }) => (takenTheirs.has(index) ? [] : [{ kind, second: index }])),
  };
}

/** Half the words in common: a whole sentence quoted beside a few words of it may well be about something else. */
const SAME_WORDS = 0.5;

/** Whether two claims that are not the same are two readings of the same words, rather than two claims of one sentence. */
const isOfSameWords = (kind: SecondKind, c: { unlike: number; share: number }) =>
  kind === "toll" ? c.unlike < SAME.toll.length : c.share >= SAME_WORDS;

const shareOf = (a: Span, b: Span) =>
  (Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

function oursOf(kind: SecondKind, coded: CodedReport): Compared[] {
  switch (kind) {
    case "event":
      return coded.events.map((c) => ({ ...spanOf(c), values: { type: c.type, status: c.status } }));
    case "toll":
      return coded.tolls.map((c) => ({
        ...spanOf(c),
        values: { harm: c.harm, figure: figureOf(c.count), stance: c.stance },
      }));
    case "initiative":
      return coded.initiatives.map((c) => ({ ...spanOf(c), values: { act: c.act } }));
  }
}

const spanOf = ({ start, end }: EventClaim | Toll | InitiativeClaim) => ({ start, end });

/** A second reader that gives no status or stance does not differ in it. */
function comparedOf(claim: SecondClaim): Compared {
  const { start, end } = claim;
  const said = (name: string, value: string | null): Record<string, string> =>
    value === null ? {} : { [name]: value };
  switch (claim.kind) {
    case "event":
      return { start, end, values: { type: claim.type, ...said("status", claim.status) } };
    case "toll":
      return {
        start,
        end,
        values: { harm: claim.harm, figure: figureOf(claim.count), ...said("stance", claim.stance) },
      };
    case "initiative":
      return { start, end, values: { act: claim.act } };
  }
}

/** Counts are compared as intervals; two vague words are alike. */
const figureOf = ({ low, high }: { low: number | null; high: number | null }) =>
  low === null ? "vague" : `${low}–${high ?? ""}`;
