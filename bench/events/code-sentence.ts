import type { EventClaim } from "../../src/coding/claim.js";
import type { PartyRef } from "../../src/coding/party.js";
import type { NodeReader } from "../../src/data/load-reader.js";
import type { Judged } from "../accuracy/task.js";
import { judge } from "../calibration/judged.js";
import type { Coded } from "./score.js";

export interface CodedSentence extends Coded {
  /** The lexicon entry that made it. */
  readonly rule: string;
  /** Its sides in words. */
  readonly words: string;
  readonly judged: (right: boolean) => Judged;
}

/** The events that a sentence tells for themselves, in the order of the record; not what is asked for, promised or only possible. */
export function codeSentence(reader: NodeReader, id: string, text: string): CodedSentence[] {
  const bytes = new TextEncoder().encode(text);
  const { coded, parsed } = reader.traceBytes(bytes, {
    id,
    published: "2000-01-01",
    mediaType: "text/plain",
  });
  const judged = judge(parsed, reader.resources.confidence);
  return coded.events
    .filter((e) => e.contentOf === null && e.status !== "hypothetical")
    .map((e) => ({
      type: e.type,
      actors: countries(e.actor),
      recipients: e.mutual ? [] : countries(e.recipient),
      rule: e.rule,
      words: words(e),
      judged: (right) => judged("event", e, right),
    }));
}

/** A group stands for the country of its fight, as in PLOVER's records. */
function countries(parties: readonly PartyRef[]): string[] {
  const codes = parties.map((p) => p.country ?? (p.code === "UN" || p.code === "EU" ? "IGO" : null));
  return [...new Set(codes.filter((c) => c !== null))];
}

const words = (e: EventClaim) =>
  `${e.actor.map((p) => p.words).join("+")} → ${e.recipient.map((p) => p.words).join("+")}`;
