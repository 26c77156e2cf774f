import type { Sentence } from "../language/sentence.js";
import { baseRelation, dominates } from "../language/tree.js";
import { isOnlyWhere } from "./borders.js";
import type { PlaceRef } from "./claim.js";
import type { EventClause } from "./event-clause.js";
import { distinct } from "./event-draft.js";
import { isHyphened, isInPlace, isOfArrangement, isOfTheCrime, isTopic } from "./event-phrases.js";
import { mentionAt } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { isKnown } from "./slot-parties.js";
import { prepositional } from "./slots.js";

/** Where an event was; null where nothing says so. */
export function placeOf(c: EventClause): PlaceRef | null {
  const place = placeOfSides(c);
  const at = place === null ? -1 : c.s.start.indexOf(place.start);
  return at >= 0 && isOfTheCrime(c, at) ? null : place;
}

/** "Talks between Washington and Tehran ended in Muscat": where the sides' names stand nothing takes place, but where the clause says. */
function placeOfSides(c: EventClause): PlaceRef | null {
  const { s, match, context, parsed, sentence } = c;
  const own = context.placeAt(sentence, match.token);
  if (own === null) return null;
  const at = s.start.findIndex((start, t) => start <= own.start && own.start < s.end[t]!);
  if (at >= 0 && (isTopic(c, at) || isOfArrangement(c, at))) return null;
  if (!(match.frame.mutual || match.frame.type === "CONSULT") || match.kind !== "noun") return own;
  const isSide = (place: PlaceRef) =>
    [...match.actor, ...match.recipient].some(
      (t) =>
        !isInPlace(s, t) &&
        s.start[t]! >= place.start &&
        s.end[t]! <= place.end &&
        mentionAt(parsed, sentence, t),
    );
  if (!isSide(own)) return own;
  const verb = s.head[match.token]!;
  const there = verb >= 0 && s.upos[verb] === "VERB" ? context.placeAt(sentence, verb) : null;
  return there === null || isSide(there) ? null : there;
}

/** A strike "inside Afghanistan", "on the Israeli town": the country struck suffers, unless it is the one that acts. */
export function countryStruck(c: EventClause, actor: readonly PartyRef[]): PartyRef[] {
  const { s, match, head, siblings } = c;
  const mentions = c.parsed.mentions[c.sentence] ?? [];
  // "the Kuwait invasion", "the embassy bombing": a house or land that does not act stands before what befell it
  const before = mentions.find((m) => match.kind === "noun" && m.to === match.token && !m.agent);
  if (before?.parties[0]?.code && before.parties.length === 1) return [before.parties[0]];
  for (const preposition of c.lexicon.words.at_country) {
    for (const at of [match.token, head]) {
      for (const t of prepositional(s, at, preposition)) {
        // "died in Indian strikes": who stands before the word of an event does it
        const event = siblings.some((m) => m.kind === "noun" && m.token === t);
        const inside = mentions.filter(
          (m) =>
            m.head === t ||
            (dominates(s, t, m.head) &&
              m.head !== match.token &&
              !isOnlyWhere(s, m.from, match, actor) &&
              // "blamed on Eritrean-backed rebels"
              !isHyphened(s, m.to) &&
              !(event && m.to <= t) &&
              // "in an attack that the Islamic State said it carried out"
              !isSubjectInRelative(s, m.head)),
        );
        const parties = distinct(inside.flatMap((m) => m.parties)).filter(isKnown);
        const struck = parties.filter((p) => !actor.some((a) => a.code === p.code));
        if (struck.length > 0) return struck.slice(0, 1);
      }
    }
  }
  return [];
}

const isSubjectInRelative = (s: Sentence, t: number): boolean =>
  baseRelation(s, t) === "nsubj" &&
  (s.relation[s.head[t]!] === "acl:relcl" || isSaidInRelative(s, s.head[t]!));

const isSaidInRelative = (s: Sentence, verb: number): boolean =>
  baseRelation(s, verb) === "ccomp" && s.relation[s.head[verb]!] === "acl:relcl";
