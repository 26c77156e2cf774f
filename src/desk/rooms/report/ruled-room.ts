import type { ReportRoom, StandingClaim } from "../../../formats/desk-json.js";
import type { ClaimChange, RulingBody } from "../../../record/rulings.js";

/**
 * A report's room as it will be with a ruling, to be shown until the server has answered: what the ruling says of the claim, and
 * nothing that follows from it (incidents, verdicts).
 */
export function roomWith(room: ReportRoom, body: RulingBody): ReportRoom {
  switch (body.kind) {
    case "confirm":
      return withClaim(room, body.claim, (c) => ({
        ...c,
        ruling: c.ruling === null || c.ruling === "rejected" ? "confirmed" : c.ruling,
      }));
    case "reject":
      return withClaim(room, body.claim, (c) => ({ ...c, ruling: "rejected" }));
    case "correct":
      return withClaim(room, body.claim, (c) => ({
        ...c,
        sources: body.change.sources ?? c.sources,
        stance: body.change.stance ?? c.stance,
        fields: { ...c.fields, ...given(body.change) },
        ruling: c.ruling === "added" ? "added" : "corrected",
      }));
    case "add": {
      const { change } = body;
      const added: StandingClaim = {
        id: `${body.report}/r`,
        kind: body.what,
        start: body.start,
        end: body.end,
        quote: room.report.text.slice(body.start, body.end),
        sources: change.sources ?? [],
        speaker: null,
        stance: change.stance ?? "asserts",
        certainty: "stated",
        ruling: "added",
        incident: null,
        fields: { ...EMPTY[body.what], ...given(change) },
      };
      const claims = [...room.claims, added].sort((a, b) => a.start - b.start || a.end - b.end);
      return { ...room, claims };
    }
    case "undo": {
      const undone = room.rulings.find((r) => r.id === body.ruling);
      const rulings = room.rulings.map((r) => (r === undone ? { ...r, stands: false } : r));
      const of = undone?.body;
      if (of?.kind !== "reject" && of?.kind !== "confirm") return { ...room, rulings };
      const before = room.claims.map((c) =>
        isOf(of, c) && c.ruling === (of.kind === "reject" ? "rejected" : "confirmed")
          ? { ...c, ruling: null }
          : c,
      );
      return { ...room, rulings, claims: before };
    }
    default:
      return room;
  }
}

/** What a change says; what it leaves out is not there. */
const given = (change: ClaimChange) => change as StandingClaim["fields"];

const EMPTY = {
  event: { type: "ASSAULT", status: "happened", actor: [], recipient: [], from: null, to: null },
  toll: {
    harm: "killed",
    party: null,
    kind: "unknown",
    low: null,
    high: null,
    perpetrator: null,
    from: null,
    to: null,
  },
};

const withClaim = (
  room: ReportRoom,
  id: string,
  change: (c: StandingClaim) => StandingClaim,
): ReportRoom => ({
  ...room,
  claims: room.claims.map((c) => (c.id === id ? change(c) : c)),
});

type OfClaim = Extract<RulingBody, { kind: "confirm" | "reject" | "correct" }>;

/** Whether a ruling is of this claim: by its id, or by its words where claims were numbered anew since. */
const isOf = (body: OfClaim, c: Pick<StandingClaim, "id" | "start" | "end">): boolean =>
  body.claim === c.id || (body.start === c.start && body.end === c.end);

/** The rulings that stand on a claim, the latest first. */
export function rulingsOn(
  claim: Pick<StandingClaim, "id" | "start" | "end">,
  rulings: ReportRoom["rulings"],
): ReportRoom["rulings"] {
  return rulings
    .filter((r) => {
      if (!r.stands) return false;
      if (r.body.kind === "add") return claim.id.endsWith(`/r${r.id}`);
      if (r.body.kind !== "confirm" && r.body.kind !== "reject" && r.body.kind !== "correct") return false;
      return isOf(r.body, claim);
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}
