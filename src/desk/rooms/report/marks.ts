import type { StandingClaim } from "../../../formats/desk-json.js";
import { findDateExpressions } from "../../../text/date-expressions.js";
import type { Layer, Mark } from "../../shared/report-text/layers.js";
import type { TextSpan } from "../../shared/report-text/ReportText.js";
import { type Coded, type CodedClaim, codedClaims, partySpans } from "./coded-claims.js";

interface Marked {
  readonly text: string;
  readonly coded: Coded;
  readonly claims: readonly StandingClaim[];
}

/** The layer that a claim's words are in. */
export const layerOf = (kind: StandingClaim["kind"]): Layer => (kind === "toll" ? "toll" : "event");

/** The words of each of these layers. A claim's marks have its id; others "says:3", "loaded:0", "missed:1", "when:7". */
export function marksOf(report: Marked, layers: readonly Layer[]): Mark[] {
  return layers.flatMap((layer) =>
    layer === "event" || layer === "toll" ? claimMarks(report, layer) : MARKS[layer](report),
  );
}

const MARKS: Record<Exclude<Layer, "event" | "toll">, (report: Marked) => Mark[]> = {
  says: ({ coded }) =>
    coded.attributions.flatMap((a) => [
      ...[a.sourceSpan, a.cueSpan].flatMap((s) => (s ? [mark(`says:${a.id}`, "says", s)] : [])),
      ...a.pieces.map((p) => mark(`says:${a.id}`, "says", p, true)),
    ]),
  when: ({ text, coded }) => {
    const places = [...coded.events, ...coded.tolls].flatMap((c) => c.place ?? []);
    const times = coded.sentences.flatMap((s) => findDateExpressions(text, s));
    return distinct([...places, ...times]).map((s, k) => mark(`when:${k}`, "when", s));
  },
  loaded: ({ coded }) => coded.loadedWords.map((w, k) => mark(`loaded:${k}`, "loaded", w)),
  missed: ({ coded, claims }) => [
    ...coded.uncoded.map((u, k) => mark(`missed:${k}`, "missed", u)),
    ...unusedSentences(coded.sentences, claims).map((s, k) => mark(`unused:${k}`, "missed", s, true)),
  ],
};

function claimMarks({ text, coded, claims }: Marked, layer: "event" | "toll"): Mark[] {
  const readOf = codedClaims(coded);
  return claims
    .filter((c) => layerOf(c.kind) === layer && c.ruling !== "rejected")
    .flatMap((c) => {
      const read = readOf(c);
      const core = coreOf(text, c, read);
      const whole = core.start === c.start && core.end === c.end ? [] : [c];
      const around = distinct([...(layer === "toll" ? whole : []), ...partySpans(c, read)]);
      return [mark(c.id, layer, core), ...around.map((s) => mark(c.id, layer, s, true))];
    });
}

/** The words that a claim hangs on: the trigger of an event, the figure of a toll; else all of its words. */
function coreOf(text: string, claim: StandingClaim, read: CodedClaim | null): TextSpan {
  if (read?.kind === "event") return read.read.trigger;
  if (read?.kind !== "toll") return claim;
  const { words } = read.read.count;
  const at = text.slice(claim.start, claim.end).indexOf(words);
  if (words === "" || at < 0) return claim;
  return { start: claim.start + at, end: claim.start + at + words.length };
}

/** Sentences in which no claim stands that is not rejected; both lists in the order of the text. */
export function unusedSentences(
  sentences: readonly TextSpan[],
  claims: readonly Pick<StandingClaim, "start" | "end" | "ruling">[],
): TextSpan[] {
  const standing = claims.filter((c) => c.ruling !== "rejected").sort((a, b) => a.start - b.start);
  let k = 0;
  let reach = 0;
  return sentences.filter((s) => {
    for (; k < standing.length && standing[k]!.start < s.end; k += 1)
      reach = Math.max(reach, standing[k]!.end);
    return reach <= s.start;
  });
}

const mark = (id: string, layer: Layer, { start, end }: TextSpan, faint = false): Mark =>
  faint ? { id, layer, start, end, faint } : { id, layer, start, end };

const distinct = (spans: readonly TextSpan[]): TextSpan[] => [
  ...new Map(spans.map((s) => [`${s.start}-${s.end}`, s])).values(),
];
