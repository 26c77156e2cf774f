import type { Sentence } from "../language/sentence.js";
import { baseRelation, children, subtree } from "../language/tree.js";
import type { FrameMatch } from "./frame-matcher.js";
import type { Frame } from "./frames.js";
import { isNegated } from "./modality.js";
import { surfaceSubject } from "./slots.js";

/**
 * "Washington said Tehran must halt enrichment": who says that another must do something asks for it. The demand has no
 * trigger word of its own; the modal is it.
 */
export const OBLIGATION: Frame = {
  id: "request/must",
  type: "REQUEST",
  mode: "content",
  actor: null,
  recipient: null,
  broker: [],
  mutual: false,
  needs: new Map(),
  not: new Map(),
  status: null,
  act: null,
  strong: false,
  broad: false,
  negated: false,
};

const MODALS = new Set(["must", "should", "ought"]);

/** Demands in a sentence: the speaker's clause governs one with `must` whose subject is somebody else. */
export function findObligations(s: Sentence, sentence: number): FrameMatch[] {
  const out: FrameMatch[] = [];
  for (let t = 0; t < s.form.length; t++) {
    if (s.upos[t] !== "AUX" || !MODALS.has(s.form[t]!.toLowerCase())) continue;
    const verb = s.head[t]!;
    if (verb < 0 || isNegated(s, verb)) continue;
    const speaker = speakerOver(s, verb);
    const asked = surfaceSubject(s, verb);
    if (speaker.length === 0 || asked.length === 0 || speaker.some((x) => asked.includes(x))) continue;
    out.push({
      sentence,
      token: t,
      first: t,
      last: verb > t ? Math.min(verb, t + 3) : t,
      kind: "verb",
      frame: OBLIGATION,
      also: [],
      actor: speaker,
      recipient: asked,
      broker: [],
      evidence: [],
      carrier: verb,
      stopped: false,
    });
  }
  return [...out, ...commandAfterColon(s, sentence)];
}

/** "EU to Georgia: drop the bill": who commands, and whom, stands before the colon of a headline. */
function commandAfterColon(s: Sentence, sentence: number): FrameMatch[] {
  const colon = s.form.indexOf(":");
  const to = s.form.slice(0, colon + 1).indexOf("to");
  const verb = colon + (/^["“‘']$/.test(s.form[colon + 1] ?? "") ? 2 : 1);
  if (to < 1 || colon < to + 2 || colon > 8 || s.xpos[verb] !== "VB") return [];
  return [
    {
      sentence,
      token: to,
      first: 0,
      last: colon - 1,
      kind: "verb",
      frame: OBLIGATION,
      also: [],
      actor: [to - 1],
      recipient: [colon - 1],
      broker: [],
      evidence: [],
      carrier: verb,
      stopped: false,
    },
  ];
}

/** The subject of the verb whose content the clause is. */
function speakerOver(s: Sentence, verb: number): number[] {
  let at = verb;
  for (let steps = 0; steps < 4; steps++) {
    const governor = s.head[at]!;
    if (governor < 0) return [];
    const relation = baseRelation(s, at);
    if (relation === "ccomp") return surfaceSubject(s, governor);
    // "said it was open to talks but that Kyiv must withdraw"
    if (relation === "conj" && children(s, at, "mark").some((m) => s.form[m]!.toLowerCase() === "that"))
      return surfaceSubject(s, governor);
    if (relation === "conj") at = governor;
    else break;
  }
  // "…, the ministry said": the saying hangs on what is said
  const said = children(s, verb, "parataxis").find((p) => surfaceSubject(s, p).length > 0);
  return said === undefined
    ? []
    : surfaceSubject(s, said).filter((x) => !subtree(s, verb, (c) => c === said).includes(x));
}
