import type { Sentence } from "../language/sentence.js";
import type { MentionKind, PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { NamedParty } from "./party-forms.js";
import { isNounTag } from "./party-items.js";
import type { RoleEntry } from "./party-lexicon.js";

/** A mention with what coreference needs to know of its form. */
export interface MentionDraft extends PartyMention {
  /** The noun that says what somebody is: "spokesman", "army"; null for a plain name. */
  readonly role: RoleEntry | null;
  /** Token of a possessor without a party of its own ("its army", "the country's army"), or -1. */
  readonly possessor: number;
  /** "the envoy", "its army": can point back. */
  readonly definite: boolean;
  /** What party the words themselves name; false where coreference has to say. */
  readonly settled: boolean;
}

interface MentionParts {
  from: number;
  to: number;
  kind: MentionKind;
  parties: readonly NamedParty[];
  agent: boolean;
  person?: string | null;
  role?: RoleEntry | null;
  possessor?: number;
  definite?: boolean;
  head?: number;
}

/** Puts a mention together; the head is the highest of its words in the tree, unless given. */
export function mention(s: Sentence, p: MentionParts): MentionDraft {
  const span = { start: s.start[p.from]!, end: s.end[p.to - 1]! };
  const words = s.text.slice(span.start, span.end);
  const known = p.parties.filter((x) => x.code !== null || x.country !== null);
  return {
    from: p.from,
    to: p.to,
    head: p.head ?? highest(s, p.from, p.to),
    kind: p.kind,
    parties: p.parties.map((x): PartyRef => ({ ...x, words, span })),
    person: p.person ?? null,
    agent: p.agent,
    role: p.role ?? null,
    possessor: p.possessor ?? -1,
    definite: p.definite ?? false,
    settled: known.length > 0,
  };
}

/** The token of a stretch whose governor lies outside it; the last such, words of names and nouns first. */
function highest(s: Sentence, from: number, to: number): number {
  let best = -1;
  for (let t = from; t < to; t++) {
    const h = s.head[t]!;
    if (h >= from && h < to) continue;
    if (s.upos[t] === "PUNCT" || s.upos[t] === "PART" || s.upos[t] === "ADP") continue;
    if (best < 0 || (isNounTag(s, t) && !isNounTag(s, best))) best = t;
  }
  return best < 0 ? to - 1 : best;
}
