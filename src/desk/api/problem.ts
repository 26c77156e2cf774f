import type { Problem } from "../../formats/desk-json.js";

/** What the server answered instead of what was asked for, or that it did not answer at all. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = "ApiProblem";
  }
}

export const UNREACHABLE: Problem = {
  type: "about:blank",
  title: "No answer",
  status: 0,
  code: "unreachable",
  detail: "The desk's server does not answer.",
  hint: "See whether `parley serve` still runs, start it again if not, and reload.",
};

/** Anything caught, as a problem that can be shown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  // a room's script comes from the server too
  if (error instanceof Error && /preload CSS|imported module|module script/i.test(error.message))
    return UNREACHABLE;
  return {
    type: "about:blank",
    title: "The desk failed",
    status: 0,
    code: "desk",
    detail: error instanceof Error ? error.message : String(error),
    hint: "Reload the page; the record is not touched by this.",
  };
}
