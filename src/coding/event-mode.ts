import { subtree } from "../language/tree.js";
import type { EventClause } from "./event-clause.js";
import { isWhy } from "./event-phrases.js";
import type { EventMode, EventType } from "./event-types.js";
import type { FrameMatch } from "./frame-matcher.js";
import type { Frame } from "./frames.js";

/** The frame's mode, or for `content` the mode of what is asked, refused or threatened. */
export function modeOf(c: EventClause, type: EventType, mutual: boolean): EventMode | null {
  const { frame, match } = c;
  if (type === "REJECT" && frame.type !== "REJECT") return REFUSED_MODE[frame.type] ?? null;
  if (frame.type === "AID" && type === "RETREAT") return "release";
  // "hosted delegations of both"
  if (type === "CONSULT" && mutual && frame.mode === "visit") return "third-party";
  if (type !== frame.type) return type === "THREATEN" ? threatened(frame) : null;
  return frame.mode === "content" ? contentMode(c, type) : (frame.mode ?? moreSpecific(match));
}

/** What is refused where it is told by its negation: "will not sit down with them". */
const REFUSED_MODE: Partial<Record<EventType, EventMode>> = {
  CONSULT: "meet",
  AID: "assist",
  COOPERATE: "assist",
  RETREAT: "yield",
  CONCEDE: "yield",
};

function threatened(frame: Frame): EventMode {
  if (frame.type === "ASSAULT") return "violence";
  if (frame.type === "SANCTION") return frame.mode === "expel" ? "expel" : "relations";
  if (frame.type !== "COERCE") return "relations";
  return frame.mode === "arrest" ? "arrest" : "restrict";
}

/** The first mode that another frame of the same type knows. */
function moreSpecific(match: FrameMatch): EventMode | null {
  for (const f of match.also) if (f.mode !== null && f.mode !== "content") return f.mode;
  return null;
}

/** By the first word below that tells. @see lexicons/content-modes.yaml */
function contentMode({ s, match, lexicon }: EventClause, type: EventType): EventMode | null {
  const modes = lexicon.contentModes.get(type);
  if (!modes) return null;
  const modeOfWords = (...options: readonly string[]): EventMode | null => {
    for (const [mode, words] of modes) if (options.some((w) => words.has(w))) return mode;
    return null;
  };
  const roots = match.carrier >= 0 ? [match.token, match.carrier] : [match.token];
  const below = [...new Set(roots.flatMap((r) => subtree(s, r)))]
    .filter((t) => t > match.token)
    .sort((a, b) => a - b);
  for (const t of below) {
    const lemma = s.lemma[t]!.toLowerCase();
    const mode = modeOfWords(lemma, `${s.lemma[t - 1]?.toLowerCase()} ${lemma}`);
    if (mode) return mode;
  }
  // "halted its fire at the request of Oman": what was done is what was asked
  const done = isWhy(s, match.token, lexicon.words) ? s.lemma[s.head[match.token]!] : undefined;
  return done ? modeOfWords(done.toLowerCase()) : null;
}
