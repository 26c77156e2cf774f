import type { Certainty, Stance } from "../coding/claim.js";
import type { Answer, Evidence, Facet, Figure, Incident, TollCell } from "../record/incident.js";
import type { Verdict } from "../record/verdicts.js";
import { dateLabel } from "./labels.js";
import { oneLine, type PageOptions } from "./page.js";
import { figureLabel, inSpeakingOrder, placeLabel, whatLabel } from "./record-labels.js";

/** What one source answers to one question, in words; where it stands on a page is another matter. */
export interface MatrixAnswer {
  /** A party's code or a sort of speaker; null: outlets in their own voice. */
  readonly source: string | null;
  readonly stance: Stance;
  /** null where the source only denies or doubts. */
  readonly value: string | null;
  /** Of a toll; null for other questions. */
  readonly figure: Figure | null;
  /** "stated" where any of its evidence is. */
  readonly certainty: Certainty;
  /** The first words that carry it; a figure's own words where those do not hold it. */
  readonly quote: string | null;
  readonly ruling: Evidence["ruling"];
  /** What the source said before, oldest first; told once where several answers of one day share it. */
  readonly before: readonly {
    readonly asOf: string | null;
    readonly value: string | null;
    readonly figure: Figure | null;
    readonly evidence: readonly Evidence[];
  }[];
  readonly evidence: readonly Evidence[];
  readonly reports: number;
  readonly origins: number;
  readonly asOf: string | null;
}

export type MatrixQuestion = "initiator" | "what" | "when" | "where" | "toll";

/** One question with what each source answers. */
export interface MatrixRow {
  /** Names the row among those of its incident: "when", "killed.PAK.forces". */
  readonly key: string;
  readonly question: MatrixQuestion;
  readonly toll: TollCell | null;
  /** In the order of the facet; each source's answers one after another. */
  readonly answers: ReadonlyMap<string | null, readonly MatrixAnswer[]>;
  readonly verdict: Verdict;
}

type Told = Pick<Incident, "parties" | "initiator" | "what" | "when" | "where" | "tolls">;

/** All that speak on an incident, in the order of their columns. */
export const speakersOf = (i: Told): (string | null)[] =>
  inSpeakingOrder(
    [i.initiator, i.what, i.when, i.where, ...i.tolls].flatMap((f) => f.answers.map((a) => a.source)),
    i.parties,
  );

/** The questions that anybody answers: who began it, what, when, where, then each toll. */
export function matrixRows(i: Told, o: Pick<PageOptions, "nameOf">): MatrixRow[] {
  const rows = [
    rowOf("initiator", i.initiator, (v) => oneLine(o.nameOf(v))),
    rowOf("what", i.what, (v) => whatLabel(v, o)),
    rowOf("when", i.when, dateLabel),
    rowOf("where", i.where, (v) => placeLabel(v, o)),
    ...i.tolls.map((cell) => rowOf("toll", cell, figureLabel, cell)),
  ];
  return rows.filter((r) => r.answers.size > 0);
}

function rowOf<T>(
  question: MatrixQuestion,
  facet: Facet<T>,
  words: (value: T) => string,
  toll: TollCell | null = null,
): MatrixRow {
  const answers = new Map<string | null, MatrixAnswer[]>();
  const told = new Set<string>();
  for (const a of facet.answers) {
    const before = `${a.source}|${a.stance}|${a.before.flatMap((b) => b.evidence.map((e) => e.claim)).join()}`;
    const own = answerOf(told.has(before) ? { ...a, before: [] } : a, words, toll !== null);
    told.add(before);
    const list = answers.get(a.source);
    if (list) list.push(own);
    else answers.set(a.source, [own]);
  }
  const key = toll === null ? question : `${toll.harm}.${toll.party ?? ""}.${toll.sort}`;
  return { key, question, toll, answers, verdict: facet.verdict };
}

function answerOf<T>(a: Answer<T>, words: (value: T) => string, isToll: boolean): MatrixAnswer {
  const figureOf = (value: T | null) => (isToll ? (value as Figure | null) : null);
  const { source, stance, evidence, reports, origins, asOf } = a;
  return {
    source,
    stance,
    value: a.value === null ? null : words(a.value),
    figure: figureOf(a.value),
    certainty: evidence.some((e) => e.certainty === "stated")
      ? "stated"
      : (evidence[0]?.certainty ?? "stated"),
    quote: evidence.find((e) => e.quote !== "")?.quote ?? (figureOf(a.value)?.words || null),
    ruling: evidence.find((e) => e.ruling !== null)?.ruling ?? null,
    before: a.before.map((b) => ({
      asOf: b.asOf,
      value: b.value === null ? null : words(b.value),
      figure: figureOf(b.value),
      evidence: b.evidence,
    })),
    evidence,
    reports,
    origins,
    asOf,
  };
}
