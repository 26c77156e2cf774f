import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import type { MentionDraft } from "./mention-draft.js";
import type { WordTest } from "./opposition.js";
import type { NamedParty } from "./party-forms.js";

/** A party or person that the report has mentioned so far. */
export interface Entity {
  readonly parties: readonly NamedParty[];
  readonly person: string | null;
  readonly plural: boolean;
  readonly kind: "state" | "group" | "organisation" | "person" | "people";
  readonly noun: string | null;
  readonly subject: boolean;
  /** Told of in a relative clause about somebody else. */
  readonly aside: boolean;
  /** Below another noun: "an offshoot of |the front|". */
  readonly below: boolean;
  readonly agent: boolean;
  /** Subject of a verb of saying. */
  readonly speaks: boolean;
  /** Found by a pronoun. */
  readonly pronoun: boolean;
  /** In a quotation that closes in its sentence. */
  readonly quoted: boolean;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** "The M23, which |UN experts| say is armed by |Rwanda|, was not invited": what is spoken of on is the M23. */
function inRelative(s: Sentence, token: number): boolean {
  for (let t = token, steps = 0; t >= 0 && steps < 8; t = s.head[t]!, steps++)
    if (s.relation[t] === "acl:relcl") return true;
  return false;
}

/** Who spoke; `office`: by an office and no name. */
export interface Spoken {
  readonly parties: readonly NamedParty[];
  readonly person: string | null;
  readonly office: boolean;
}

/** What a mention of a sentence tells of whom it names. */
export function entityOf(
  s: Sentence,
  sentence: number,
  m: MentionDraft,
  quoted: boolean,
  is: WordTest,
): Entity {
  const relation = baseRelation(s, m.head);
  return {
    parties: m.parties.map(({ code, country, sector }) => ({ code, country, sector })),
    person: m.person,
    plural: m.parties.length > 1 || (m.role?.plural ?? false),
    kind: kindOf(m),
    noun: m.role?.noun ?? ministryIn(s, m),
    subject: relation === "nsubj" || (s.head[m.head] === -1 && s.upos[m.head] !== "VERB"),
    aside: inRelative(s, m.head),
    below: relation === "nmod",
    agent: m.agent,
    speaks: relation === "nsubj" && is("saying", s.lemma[s.head[m.head]!] ?? ""),
    pronoun: m.kind === "anaphor",
    quoted,
    sentence,
    from: m.from,
    to: m.to,
  };
}

/** "health ministry" in a name that holds one ("Gaza's health ministry"); null in others. */
function ministryIn(s: Sentence, m: MentionDraft): string | null {
  for (let t = m.from + 1; t < m.to; t++)
    if (lower(s, t) === "ministry") return `${lower(s, t - 1)} ministry`;
  return null;
}

function kindOf(m: MentionDraft): Entity["kind"] {
  if (m.person !== null) return "person";
  const p = m.parties[0]!;
  if (m.role) {
    if (m.role.kind === "office" || m.role.kind === "relational") return "person";
    if (m.role.kind === "people") return m.role.plural ? "people" : "person";
  }
  if (p.sector === "IGO" || p.sector === "NGO" || p.sector === "JRN" || p.sector === "SOC")
    return "organisation";
  if (p.code !== null && p.code === p.country)
    return m.kind === "description" && m.role === null ? "people" : "state";
  if (p.code !== null) return "group";
  return "people";
}

/** Whether it is a party that is known. */
export const hasCode = (e: Entity): boolean => e.parties.some((p) => p.code !== null);
