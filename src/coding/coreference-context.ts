import type { Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import type { Discourse } from "./discourse.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import type { Issuer } from "./parsed-report.js";
import type { NamedParty } from "./party-forms.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";

/** What is known where a mention of a sentence is resolved. */
export interface Context {
  readonly s: Sentence;
  /** Number of the sentence in the report. */
  readonly i: number;
  readonly discourse: Discourse;
  readonly lexicon: PartyLexicon;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly (readonly MentionDraft[])[];
  /** Mentions of this sentence before this one, resolved. */
  readonly out: readonly MentionDraft[];
  /** Resolves another mention of this sentence; null where it stands for nobody. */
  readonly resolve: (d: MentionDraft) => MentionDraft | null;
  /** Whose statement a token of this sentence stands in, outside of quotations; null in what an outlet tells. */
  readonly issuerHere: (token: number) => Issuer | null;
}

/** A party without the words that named it. */
export const plain = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: p.sector });

/** The state of a party, whatever part of it was named. */
export const asState = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: null });

export const isState = (p: NamedParty | undefined): boolean => p?.code != null && p.code === p.country;

/** A mention with the parties and the person that it stands for. */
export function filled(
  s: Sentence,
  d: MentionDraft,
  by: { parties: readonly NamedParty[]; person: string | null },
): MentionDraft {
  return mention(s, {
    from: d.from,
    to: d.to,
    kind: d.kind,
    parties: by.parties.map(plain),
    agent: d.agent,
    person: by.person,
    role: d.role,
    possessor: d.possessor,
    definite: d.definite,
    head: d.head,
  });
}

/** Gives a description the side it was missing, with the sector of its own noun. */
export function withParty(s: Sentence, d: MentionDraft, by: readonly NamedParty[]): MentionDraft {
  const role = d.role!;
  const own = d.parties[0]?.sector ?? role.sector;
  const parties = by.map((p): NamedParty => {
    if (!isState(p)) return { code: p.code, country: p.country, sector: p.sector ?? own };
    const outside = role.unaffiliated && !(p.sector === "GOV" && p.code === "AFG");
    return {
      code: outside ? null : p.code,
      country: p.country,
      sector: own === "UNK" || own === null ? p.sector : own,
    };
  });
  return filled(s, d, { parties, person: d.person });
}

export const isSubject = (s: Sentence, m: MentionDraft): boolean => baseRelation(s, m.head) === "nsubj";

/** Whether a token is a form of a verb of a class of words.yaml. */
export const isVerbOf = ({ s, lexicon }: Pick<Context, "s" | "lexicon">, name: string, t: number): boolean =>
  isWord(lexicon, name, s.lemma[t] ?? "");

/** The state that a place named nearby lies in, else, in a report from nowhere, that of the place named last, else that of the scene; null where none is known. */
export const placeOrScene = ({ mentions, discourse, i }: Context, d: MentionDraft): NamedParty | null =>
  discourse.where.placeNear({ mentions }, i, d.from) ??
  (discourse.where.written === null ? discourse.where.placeBefore({ mentions }, i) : null) ??
  discourse.where.scene();

/** A group by its sector, or by what it is called. */
export const isGroupNoun = (lexicon: PartyLexicon, sector: string | null, noun: string): boolean =>
  /^(REB|PRM|CRM|PTY|OPP)$/.test(sector ?? "") || isWord(lexicon, "groups", noun);
