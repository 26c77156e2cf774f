import { isFoe } from "./anaphors.js";
import { type Context, filled, isSubject, withParty } from "./coreference-context.js";
import type { Spoken } from "./entity.js";
import type { MentionDraft } from "./mention-draft.js";
import type { NamedParty } from "./party-forms.js";

/** "the enemy", "enemy soldiers": whoever the speaker fights. */
export const isFoes = ({ s, lexicon }: Context, d: MentionDraft): boolean =>
  d.kind === "anaphor" ? isFoe(s, d.from, lexicon) : d.possessor >= 0 && isFoe(s, d.possessor, lexicon);

/**
 * "the enemy" is whom the report sets against who speaks, or else against who acts in the sentence: of nobody where it sets nobody against
 * them. @param said who speaks in the sentence
 */
export function resolveFoe(c: Context, d: MentionDraft, said: Spoken | null): MentionDraft | null {
  const foe = foeOf(c, speakerAt(c, d, said));
  if (d.role === null) return foe ? filled(c.s, d, { parties: [foe], person: null }) : null;
  return foe ? withParty(c.s, d, [foe]) : { ...d, parties: [] };
}

function speakerAt(c: Context, d: MentionDraft, said: Spoken | null): readonly NamedParty[] {
  const token = d.possessor >= 0 ? d.possessor : d.from;
  const issuer = c.issuerHere(token)?.parties ?? [];
  if (issuer.length > 0) return issuer;
  // "the army destroyed an |enemy| convoy"
  const acting = c.out.findLast((m) => m.to <= token && isSubject(c.s, m) && m.parties[0]?.code);
  return said?.parties ?? acting?.parties ?? c.discourse.lastSpeaker(c.i)?.parties ?? [];
}

function foeOf({ i, discourse }: Context, speaker: readonly NamedParty[]): NamedParty | null {
  const pair = discourse.pair(i, 0, false) ?? [];
  const isSpeaker = (p: NamedParty) => speaker.some((x) => x.code !== null && x.code === p.code);
  const others = pair.filter((p) => !isSpeaker(p));
  return pair.some(isSpeaker) && others.length === 1 ? others[0]! : null;
}
