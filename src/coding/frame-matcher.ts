import type { Sentence } from "../language/sentence.js";
import { baseRelation, children } from "../language/tree.js";
import { isAnnouncedEnd, isBrokering, isHelp } from "./brokers.js";
import { kindsOf, onlyNames, phrasePlace, triggersOf } from "./frame-triggers.js";
import type { Frame, FrameLexicon, TriggerKind } from "./frames.js";
import { mentionAt, type ParsedReport } from "./parsed-report.js";
import { conditionsHold, meeting } from "./slot-conditions.js";
import { SlotReader } from "./slot-reader.js";

/** A trigger found in a sentence with the tokens that fill its slots; slots may be empty. */
export interface FrameMatch {
  readonly sentence: number;
  /** Head of the trigger. */
  readonly token: number;
  /** First and last token of the trigger's words, both included. */
  readonly first: number;
  readonly last: number;
  readonly kind: TriggerKind;
  readonly frame: Frame;
  /** Further frames of the same type that hold here: they may know the mode that the first leaves open. */
  readonly also: readonly Frame[];
  readonly actor: readonly number[];
  readonly recipient: readonly number[];
  readonly broker: readonly number[];
  /** The object without which the frame would not hold: "signed | a treaty". */
  readonly evidence: readonly number[];
  /** The light verb that carries the noun ("launched airstrikes"), or -1. */
  readonly carrier: number;
  /** The carrying verb says that it ends: "halted the strikes". */
  readonly stopped: boolean;
}

/** Acts that answer a move or end one: kept where a frame with more conditions tells the same without one. */
const KEPT = new Set(["accepts", "rejects", "welcomes", "talks-collapse"]);

/** The initiative act that a match makes: its frame's, else such a one of the others that hold. */
export const actOf = ({ frame, also }: FrameMatch) =>
  frame.act ?? also.find((f) => f.act && KEPT.has(f.act))?.act ?? null;

const DEFAULT_SLOTS = {
  verb: { actor: ["subj"], recipient: ["obj", "iobj"] },
  adj: { actor: ["subj"], recipient: ["to", "with", "against"] },
  noun: { actor: ["poss", "by", "adj", "from"], recipient: ["on", "against", "at", "with", "to"] },
} as const;

/** All matches of a sentence, one for each trigger word, in the order of the text. */
export function matchFrames(parsed: ParsedReport, sentence: number, lexicon: FrameLexicon): FrameMatch[] {
  const s = parsed.sentences[sentence]!;
  const out: FrameMatch[] = [];
  for (let t = 0; t < s.form.length; t++) {
    const match = matchAt(parsed, sentence, t, lexicon);
    if (match) out.push(match);
  }
  return out.filter(
    (m) =>
      !out.some(
        (o) =>
          o !== m &&
          // a word inside a longer trigger is no trigger of its own: "strike" in "air strike" or "hunger strike"
          ((o.last - o.first > m.last - m.first && o.first <= m.first && m.last <= o.last) ||
            isMediationOf(m, o)),
      ),
  );
}

/** "Signed under the auspices of the African Union": the noun says who brokered the other event, and tells none. */
const isMediationOf = (m: FrameMatch, o: FrameMatch) =>
  m.kind === "noun" &&
  m.frame.act === "mediates" &&
  o.broker.length > 0 &&
  m.broker.length > 0 &&
  m.actor.length === 0 &&
  m.broker.every((t) => o.broker.includes(t));

/** The match of the first kind of trigger that a word can be whose conditions hold; null where none does. */
function matchAt(
  parsed: ParsedReport,
  sentence: number,
  t: number,
  lexicon: FrameLexicon,
): FrameMatch | null {
  const s = parsed.sentences[sentence]!;
  if (isWhatSomethingIs(parsed, sentence, t, lexicon) || isAnnouncedEnd(parsed, sentence, t)) return null;
  for (const kind of kindsOf(s, t)) {
    const triggers = triggersOf(lexicon, kind, s, t);
    if (triggers.length === 0) continue;
    if (kind === "noun" && onlyNames(s, t, lexicon)) continue;
    if (kind === "verb" && isAttribute(s, t)) continue;
    const plain = new SlotReader(parsed, sentence, t, t, kind, lexicon);
    const [match, ...others] = triggers.flatMap((trigger) => {
      const place = phrasePlace(s, t, trigger);
      if (!place) return [];
      const reader =
        place.last === t ? plain : new SlotReader(parsed, sentence, t, place.last, kind, lexicon);
      return conditionsHold(reader, trigger.frame) ? [{ frame: trigger.frame, place, reader }] : [];
    });
    if (!match) continue;
    const { frame, place, reader } = match;
    return {
      sentence,
      token: t,
      ...place,
      kind,
      frame,
      also: others.map((o) => o.frame).filter((f) => f.type === frame.type),
      ...sidesOf(reader, frame),
      evidence: kind === "verb" ? meeting(reader, "obj", frame.needs.get("obj")) : [],
      carrier: reader.carrierToken,
      stopped: reader.carrier?.stops ?? false,
    };
  }
  return null;
}

/** Whether a word says what somebody or something is or is called, and tells nothing. */
function isWhatSomethingIs(
  parsed: ParsedReport,
  sentence: number,
  t: number,
  lexicon: FrameLexicon,
): boolean {
  const s = parsed.sentences[sentence]!;
  const mention = mentionAt(parsed, sentence, t);
  if (mention?.kind === "name") return true;
  // "the UN monitoring mission", "the peace negotiators", "the head of Amnesty International"
  const isOfCalled =
    s.upos[t] === "PROPN" || (mention?.kind === "description" && t < mention.head && s.upos[t] === "NOUN");
  if (mention && mention.parties.length > 0 && isOfCalled) return true;
  const relation = baseRelation(s, t);
  // "the Russian-backed militia"
  if (s.xpos[t] === "VBN" && relation === "amod" && /^[-–]$/.test(s.form[t - 1] ?? "")) return true;
  // "a monitoring mission", "the attacking force"
  if (s.xpos[t] === "VBG" && /^(?:amod|compound)$/.test(relation) && s.head[t]! > t) return true;
  // "US-brokered truce", "talks hosted by Qatar": who stands behind the noun
  const tells = children(s, t, "nsubj").some((c) => s.relation[c] === "nsubj");
  const modifies = !tells && (relation === "acl" || relation === "amod");
  return s.xpos[t] === "VBN" && modifies && isBrokering(s, t, lexicon.classes);
}

/** "the internationally recognised government", "the besieged city"; "gave money |to displaced people|", read as what it was given for. */
const isAttribute = (s: Sentence, t: number): boolean =>
  (s.xpos[t] === "VBN" && baseRelation(s, t) === "amod" && s.head[t]! > t) ||
  (/^to$/i.test(s.form[t - 1] ?? "") && /ed$/i.test(s.form[t]!) && s.lemma[t] !== s.form[t]);

/** Who acts, who suffers it and who stands between: nobody is two of these. */
function sidesOf(reader: SlotReader, frame: Frame): Pick<FrameMatch, "actor" | "recipient" | "broker"> {
  const { s, kind, lexicon } = reader;
  const defaults = DEFAULT_SLOTS[kind];
  // "fighters backed by Rwanda stormed the town": who helps in a deed stands between nobody
  const beside = frame.act !== null || BROKERABLE.has(frame.type) ? reader.brokers() : [];
  const broker = [...reader.firstFilled(frame.broker), ...beside];
  // "swapped prisoners with | help | from Oman": nor is the help a side
  const side = (tokens: readonly number[]) =>
    tokens.filter((t) => !broker.includes(t) && !(broker.length > 0 && isHelp(s, t, lexicon.classes)));
  const spoken = frame.actor?.includes("speaker") ?? false;
  let actor = spoken ? [] : side(reader.firstFilled(frame.actor ?? defaults.actor, "actor", broker));
  let recipient = side(reader.firstFilled(frame.recipient ?? defaults.recipient, "recipient", broker));
  if (frame.mutual) {
    const all = [...reader.firstFilled(["between", "among"]), ...reader.read("with")];
    actor = unique([...actor, ...all]);
    recipient = unique(recipient);
  }
  recipient = recipient.filter((r) => !actor.includes(r));
  // "talks between the two were suspended"
  if (actor.length + recipient.length === 0 && kind === "verb") actor = [...reader.read("between")];
  return { actor, recipient, broker: unique(broker) };
}

/** Types of what a third party can bring about between others. */
const BROKERABLE = new Set<Frame["type"]>(["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "RETREAT", "SANCTION"]);

const unique = (x: readonly number[]): number[] => [...new Set(x)].sort((a, b) => a - b);
