import type { Sentence } from "../language/sentence.js";
import { child } from "../language/tree.js";
import { chainAt } from "./attribution-chain.js";
import type { Attribution, EventClaim, InitiatorClaim, SequenceClaim } from "./claim.js";
import { distinct } from "./event-draft.js";
import type { Happening, Happenings } from "./happenings.js";
import { mentionAt } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { voiceAt } from "./sequence.js";
import type { SequenceMatch } from "./sequence-cues.js";
import { logicalSubject, modifiers, possessors, prepositional } from "./slots.js";

type Draft = Omit<InitiatorClaim, "id"> & { readonly weak: boolean };

const known = (list: readonly PartyRef[]) => distinct(list.filter((p) => p.code !== null));
const minus = (list: readonly PartyRef[], other: readonly PartyRef[]) =>
  list.filter((p) => !other.some((o) => o.code === p.code));

/**
 * Who began it, as each source tells it: whoever is told to have acted first, and whoever is told to have been answered. Where two
 * accuse each other there is one claim by each.
 */
export function findInitiators(
  happenings: Happenings,
  matches: readonly SequenceMatch[],
  sequences: readonly SequenceClaim[],
  attributions: readonly Attribution[],
  sides: readonly PartyRef[],
): InitiatorClaim[] {
  const out: Draft[] = [];
  for (const m of matches) {
    if (m.cue.how === null) continue;
    const voice = voiceAt(attributions, m.span);
    if (!voice) continue;
    const drafts =
      m.cue.how === "began"
        ? began(happenings, m, voice, attributions)
        : answered(happenings, m, voice, sides);
    for (const d of drafts) if (!out.some((x) => sameClaim(x, d))) out.push(d);
  }
  // "launched an attack after the other side had shelled it": the order says who came first
  const second = new Set(
    sequences.filter((x) => x.to === null || happenings.events[x.to]?.type === "ASSAULT").map((x) => x.event),
  );
  for (const d of out) {
    const own = happenings.events[d.event]!.actor.some((p) => p.code === d.party.code);
    if (d.how === "responded" && !own) second.add(d.event);
  }
  return out
    .filter((d) => !(d.weak && second.has(d.event)))
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ weak: _, ...d }, id) => ({ id, ...d }));
}

const sameClaim = (a: Draft, b: Draft) =>
  a.event === b.event &&
  a.party.code === b.party.code &&
  a.how === b.how &&
  a.sources.map((p) => p.code).join() === b.sources.map((p) => p.code).join();

type Said = Pick<InitiatorClaim, "sources" | "attributions">;

function draft(m: SequenceMatch, event: EventClaim, party: PartyRef, voice: Said): Draft {
  const trigger = event.trigger;
  // the words of the event belong to the claim where they stand by the cue
  const near = m.later?.event === event && m.later.token >= 0;
  return {
    start: near ? Math.min(m.span.start, trigger.start) : m.span.start,
    end: near ? Math.max(m.span.end, trigger.end) : m.span.end,
    event: event.id,
    party,
    how: m.cue.how!,
    sources: voice.sources,
    attributions: voice.attributions,
    rule: `sequence:${m.cue.id}`,
    by: "tree",
    weak: m.cue.weak,
  };
}

/** The claims of a cue by which its actor began. */
function began(
  happenings: Happenings,
  m: SequenceMatch,
  voice: Said,
  attributions: readonly Attribution[],
): Draft[] {
  const { parsed } = happenings;
  const s = parsed.sentences[m.sentence]!;
  const subject = m.cue.who.includes("subj") ? logicalSubject(s, m.token) : [];
  if ([...subject, s.head[m.token]!].some((t) => isOther(s, t)))
    return mutual(happenings, m, voice, attributions);
  const eventAt = (codes: readonly string[]) =>
    m.later?.event ??
    (m.cue.later.includes("near") ? happenings.fightNear(m.sentence, m.token, codes, "actor") : null);
  // "provocations against the army": nobody is told to have made them by what else the sentence tells
  const whose = m.cue.class !== "noun" || m.later?.token === m.token;
  for (const who of m.cue.who) {
    if (who === "actor" && !whose) continue;
    const event = who === "actor" ? eventAt([]) : null;
    const parties =
      who === "actor"
        ? event && !event.mutual
          ? event.actor
          : []
        : who === "accused"
          ? happenings.accusedOver(m.sentence, m.token)
          : who === "subj"
            ? subject.flatMap(
                (t) => mentionAt(parsed, m.sentence, t)?.parties ?? partiesOn(happenings, m.sentence, t),
              )
            : partiesOn(happenings, m.sentence, m.token, who);
    const began = known(parties);
    if (began.length === 0) continue;
    const act = event ?? eventAt(began.map((p) => p.code!));
    if (act?.type !== "ASSAULT") continue;
    return began.map((p) => draft(m, act, p, voice));
  }
  return [];
}

/** "The other", "each other", "one another". */
const isOther = (s: Sentence, t: number): boolean => {
  const word = s.form[t]?.toLowerCase() ?? "";
  const next = s.form[t + 1]?.toLowerCase();
  if (word === "each") return next === "other";
  if (word === "one") return next === "another";
  return word === "other" || (word === "another" && s.form[t - 1]?.toLowerCase() === "one");
};

/** "Each army accused the other of firing first": each says it of the others. */
function mutual(
  happenings: Happenings,
  m: SequenceMatch,
  voice: Said,
  attributions: readonly Attribution[],
): Draft[] {
  const speakers = known(
    chainAt(attributions, m.span)
      .filter((a) => a.source !== null)
      .at(-1)?.parties ?? [],
  );
  if (speakers.length !== 2) return [];
  const event =
    (m.later?.event?.type === "ASSAULT" ? m.later.event : null) ??
    happenings.fightNear(
      m.sentence,
      m.token,
      speakers.map((p) => p.code!),
    );
  if (!event) return [];
  return speakers.flatMap((speaker) =>
    minus(speakers, [speaker]).map((other) =>
      draft(m, event, other, { sources: [speaker], attributions: voice.attributions }),
    ),
  );
}

/** The claims of a cue by which its actor answered: the other side began. */
function answered(
  happenings: Happenings,
  m: SequenceMatch,
  voice: Said,
  sides: readonly PartyRef[],
): Draft[] {
  const s = happenings.parsed.sentences[m.sentence]!;
  const event =
    m.later?.event ??
    // "the assault was repulsed": the act itself is all that is told
    (m.cue.later.includes("obj") ? m.earlier?.event : null) ??
    (m.cue.later.includes("near") ? answerNear(happenings, m) : null);
  if (event?.type !== "ASSAULT") return [];
  const subject =
    m.cue.class === "verb" || !m.later
      ? known(
          logicalSubject(s, m.cue.class === "verb" ? m.token : Math.max(0, s.head[m.token]!)).flatMap(
            (t) => mentionAt(happenings.parsed, m.sentence, t)?.parties ?? [],
          ),
        )
      : [];
  if (event.mutual && subject.length === 0) return [];
  const { earlier } = m;
  if (earlier?.event && earlier.event.type !== "ASSAULT") return [];
  // "in retaliation for the arrest": something that was no act of violence; "responded to the militants" names them
  const named =
    !earlier && m.earlierAt >= 0
      ? (mentionAt(happenings.parsed, m.sentence, m.earlierAt)?.parties ?? [])
      : null;
  if (named?.length === 0) return [];
  const own = subject.length > 0 || !m.later ? subject : known(event.actor);
  const other = (list: readonly PartyRef[]) => minus(known(list), own);
  const candidates = [
    () => (earlier?.event ? other(earlier.event.actor) : []),
    () => (m.later ? [] : other(event.actor)),
    () => other(named ?? earlierParties(happenings, m, earlier)),
    () => (own.length > 0 ? other(event.recipient) : []),
    () => (own.length === 1 && sides.some((p) => p.code === own[0]!.code) ? other(sides) : []),
  ];
  for (const find of candidates) {
    const parties = find();
    if (parties.length > 0) return parties.map((p) => draft(m, event, p, voice));
  }
  return [];
}

const ARMED = new Set(["MIL", "REB", "UAF", "COP", "SPY"]);

/** "Its troops had responded in a measured manner": the fight that armed people are told to have answered in, without words of its own. */
function answerNear(happenings: Happenings, m: SequenceMatch): EventClaim | null {
  if (m.earlierAt >= 0) return null;
  const { parsed } = happenings;
  const s = parsed.sentences[m.sentence]!;
  const verb = m.cue.class === "verb" ? m.token : s.head[m.token]!;
  if (verb < 0 || (child(s, verb, "obj", "ccomp", "xcomp") >= 0 && m.cue.words.length === 1)) return null;
  const armed = known(
    logicalSubject(s, verb).flatMap((t) => mentionAt(parsed, m.sentence, t)?.parties ?? []),
  ).filter((p) => p.sector !== null && ARMED.has(p.sector));
  if (armed.length !== 1) return null;
  return happenings.fightNear(
    m.sentence,
    m.token,
    armed.map((p) => p.code!),
    "recipient",
  );
}

function earlierParties(
  happenings: Happenings,
  m: SequenceMatch,
  earlier: Happening | null,
): readonly PartyRef[] {
  const at = earlier && earlier.token >= 0 ? earlier.token : m.earlierAt;
  return at < 0 ? [] : partiesOn(happenings, m.sentence, at);
}

/** Who has a noun or stands by it as its doer. */
function partiesOn(happenings: Happenings, k: number, noun: number, who?: string): readonly PartyRef[] {
  const { parsed } = happenings;
  const s = parsed.sentences[k]!;
  const groups: Record<string, () => number[]> = {
    poss: () => possessors(s, noun),
    adj: () => modifiers(s, noun),
    by: () => prepositional(s, noun, "by"),
  };
  for (const [name, tokens] of Object.entries(groups)) {
    if (who !== undefined && who !== name) continue;
    const parties = tokens().flatMap((t) => mentionAt(parsed, k, t)?.parties ?? []);
    if (parties.length > 0) return parties;
  }
  return [];
}
