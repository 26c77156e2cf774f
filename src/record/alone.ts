import type { Answer, Evidence, Incident } from "./incident.js";
import { figuresAgree } from "./incidents.js";

/**
 * Claims of a report on an incident that others tell too, which no report of another origin bears out: figures that agree with
 * none of theirs, and who began it where none of them says so of that party. Ids, in the order of the incident; empty where
 * nobody else tells of it, since then every claim is.
 */
export function claimsAlone(incident: Incident, report: string): string[] {
  const origin = new Map(incident.reports.map((r) => [r.hash, r.origin]));
  const own = origin.get(report);
  const isOther = (e: Evidence) => origin.get(e.report) !== own;
  if (!incident.reports.some((r) => r.origin !== own)) return [];
  const answers = incident.tolls.flatMap((cell) => cell.answers.map((answer) => ({ cell, answer })));
  const figures = answers.flatMap(({ cell, answer }) =>
    answers.some(
      (o) =>
        o.cell.harm === cell.harm &&
        // a figure that is not said whose may be of these
        (o.cell.party === cell.party || o.cell.party === null || cell.party === null) &&
        sameStance(o.answer, answer) &&
        o.answer.evidence.some(isOther) &&
        (answer.value === null || o.answer.value === null || figuresAgree(answer.value, o.answer.value)),
    )
      ? []
      : claimsOf(answer, report),
  );
  const beginners = incident.initiator.answers.flatMap((answer) =>
    incident.initiator.answers.some(
      (o) => o.value === answer.value && sameStance(o, answer) && o.evidence.some(isOther),
    )
      ? []
      : claimsOf(answer, report),
  );
  return [...new Set([...figures, ...beginners])];
}

const claimsOf = (answer: Answer<unknown>, report: string): string[] =>
  answer.evidence.filter((e) => e.report === report).map((e) => e.claim);

const bears = (a: Answer<unknown>) => a.stance === "asserts" || a.stance === "confirms";
const sameStance = (a: Answer<unknown>, b: Answer<unknown>) => bears(a) === bears(b);
