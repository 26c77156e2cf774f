import type { IncidentRoom } from "../../../formats/desk-json.js";
import { type MatrixAnswer, type MatrixRow, matrixRows, speakersOf } from "../../../formats/matrix-rows.js";
import type { IncidentJson } from "../../../formats/record-json.js";
import { UNNAMED_SPEAKERS } from "../../../formats/record-labels.js";
import type { Evidence } from "../../../record/incident.js";
import { tollWords } from "../../shared/toll-words.js";
import { type Segment, segmentsOf, type Voice, voiceOf } from "./source-strip.js";
import { type Axis, axesOf } from "./toll-plot.js";

/** An incident as the room shows it. */
export interface RoomModel {
  readonly incident: IncidentJson;
  readonly rows: readonly MatrixRow[];
  readonly speakers: readonly (string | null)[];
  /** Parties that have a colour here: its own first, then those that speak, as many as there are colours. */
  readonly among: readonly string[];
  readonly axes: ReadonlyMap<string, Axis>;
  readonly segments: readonly Segment[];
  readonly voice: (source: string | null) => Voice;
  readonly reportOf: (hash: string) => IncidentJson["reports"][number] | undefined;
  /** Its parties of which no claim is here. */
  readonly silent: readonly string[];
}

export interface Names {
  readonly nameOf: (code: string) => string;
  readonly isOrganisation: (code: string) => boolean;
}

const COLOURS = 8;
const isNamed = (s: string | null): s is string => s !== null && !UNNAMED_SPEAKERS.includes(s);

export function roomModel({ incident, silent }: IncidentRoom, names: Names): RoomModel {
  const rows = matrixRows(incident, names);
  const speakers = speakersOf(incident);
  const reports = new Map(incident.reports.map((r) => [r.hash, r]));
  const voice = (source: string | null) => voiceOf(source, incident.parties, names.isOrganisation);
  return {
    incident,
    rows,
    speakers,
    among: [...new Set([...incident.parties, ...speakers.filter(isNamed)])].slice(0, COLOURS),
    axes: axesOf(rows),
    segments: segmentsOf(rows, speakers, voice, (hash) => reports.get(hash)?.origin ?? hash),
    voice,
    reportOf: (hash) => reports.get(hash),
    silent,
  };
}

const ROW_WORDS = { initiator: "Who began it", what: "What happened", when: "When", where: "Where" } as const;

/** "Who began it", "Soldiers of Pakistan killed". */
export function rowWords(row: MatrixRow, nameOf: (code: string) => string): string {
  if (row.question !== "toll") return ROW_WORDS[row.question];
  const words = tollWords(row.toll!, nameOf);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** By whom a toll was done as its tellers have it, those that suffered it left out. */
export const harmedBy = (row: MatrixRow): readonly string[] =>
  row.toll?.perpetrators.filter((p) => p !== row.toll?.party) ?? [];

type Sum = IncidentJson["sums"][number];

/** The sum that an answer's figure is the total of. */
export const sumOf = (sums: readonly Sum[], a: Pick<MatrixAnswer, "evidence">): Sum | undefined =>
  sums.find((s) => a.evidence.some((e) => e.claim === s.total.claim));

/** "= 8 + 2"; "among them 8, and 2" where the parts are only some of it. */
export const sumWords = (s: Sum): string => {
  const parts = s.parts.map((p) => String(p.low));
  return s.complete ? `= ${parts.join(" + ")}` : `among them ${parts.join(", and ")}`;
};

/** Every claim of the rows once, in the order of the rows, with the number that it has on paper. */
export function numbered(rows: readonly MatrixRow[]): Map<string, { number: number; evidence: Evidence }> {
  const found = new Map<string, { number: number; evidence: Evidence }>();
  for (const a of rows.flatMap((r) => [...r.answers.values()].flat()))
    for (const evidence of [...a.evidence, ...a.before.flatMap((b) => b.evidence)])
      if (!found.has(evidence.claim)) found.set(evidence.claim, { number: found.size + 1, evidence });
  return found;
}

/** Reports by origin, in the order of the incident's list; those of one origin together. */
export function byOrigin<R extends { readonly origin: string }>(reports: readonly R[]): R[][] {
  const groups = new Map<string, R[]>();
  for (const r of reports) {
    const group = groups.get(r.origin);
    if (group) group.push(r);
    else groups.set(r.origin, [r]);
  }
  return [...groups.values()];
}

type Chain = IncidentJson["chains"][number];

/** Links of order by the incident that they lead to, or the words that only describe it. */
export interface ChainNeighbour {
  readonly to: string | null;
  readonly words: string | null;
  readonly links: readonly Chain[];
}

/** What came before the incident and what after; links to one other incident together. */
export function chainNeighbours(
  id: string,
  chains: readonly Chain[],
): { readonly earlier: readonly ChainNeighbour[]; readonly later: readonly ChainNeighbour[] } {
  const gather = (list: readonly Chain[], other: (c: Chain) => string | null): ChainNeighbour[] => {
    const found = new Map<string, Chain[]>();
    for (const c of list) {
      const key = other(c) ?? `“${c.toWords}`;
      const links = found.get(key);
      if (links) links.push(c);
      else found.set(key, [c]);
    }
    return [...found.values()].map((links) => {
      const to = other(links[0]!);
      return { to, words: to === null ? links[0]!.toWords : null, links };
    });
  };
  return {
    earlier: gather(
      chains.filter((c) => c.incident === id),
      (c) => c.to,
    ),
    later: gather(
      chains.filter((c) => c.incident !== id),
      (c) => c.incident,
    ),
  };
}

/** Acts as lists have them, "ASSAULT/aerial", from what is told; a type nobody's words tell stands without a mode. */
export function theActs(i: Pick<IncidentJson, "what" | "types">): string[] {
  const told = i.what.answers
    .flatMap((a) => [a.value, ...a.before.map((b) => b.value)])
    .filter((v) => v !== null);
  const acts = told.map((v) => (v.mode ? `${v.type}/${v.mode}` : v.type));
  return [...new Set([...acts, ...i.types])].sort();
}
