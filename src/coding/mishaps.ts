import type { Sentence } from "../language/sentence.js";
import type { EventType } from "./event-types.js";
import { surfaceSubject } from "./slots.js";

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

interface Draft {
  readonly type: EventType;
  readonly token: number;
  readonly actor: readonly unknown[];
  readonly match: { readonly actor: readonly number[]; readonly kind: string };
}

/**
 * Whether people came to harm by a mishap: "Two trains collided and 14 people were killed". Nobody is said to have done it, the sentence
 * tells of a mishap, and of no other violence: "The bus crashed after gunmen opened fire, killing five" is an attack.
 *
 * @param isAllOfMishap whether the whole report tells of mishaps alone, so that "Ten people were killed" is of one as well
 */
export function isOfMishap(
  s: Sentence,
  draft: Draft,
  drafts: readonly Draft[],
  classes: Classes,
  isAllOfMishap: boolean,
): boolean {
  if (isOfNature(s, draft, classes)) return true;
  if (!isBareHarm(draft, s, classes) || draft.actor.length > 0) return false;
  if (isAllOfMishap) return true;
  const violence = classes.get("violence-words");
  // "an island that killed ten", read so of the earthquake on it
  const isDone = draft.match.actor.some(
    (t) => s.upos[t] !== "NOUN" || violence?.has(s.lemma[t]!.toLowerCase()),
  );
  if (isDone || drafts.some((d) => d.type === "ASSAULT" && !isBareHarm(d, s, classes))) return false;
  return hasMishap([s], classes) && !hasViolence([s], classes);
}

/** Whether a report tells of a mishap, and has no word of violence. */
export const tellsOfMishaps = (sentences: readonly Sentence[], classes: Classes): boolean =>
  hasMishap(sentences, classes) && !hasViolence(sentences, classes);

/** "An earthquake razed villages": nobody did it. */
const isOfNature = (s: Sentence, { type, token, actor, match }: Draft, classes: Classes): boolean =>
  type === "ASSAULT" &&
  match.kind === "verb" &&
  actor.length === 0 &&
  surfaceSubject(s, token).some((t) => {
    const lemma = s.lemma[t]!.toLowerCase();
    return s.upos[t] === "NOUN" && classes.get("weather")!.has(lemma) && classes.get("mishap")!.has(lemma);
  });

function hasMishap(sentences: readonly Sentence[], classes: Classes): boolean {
  const mishaps = classes.get("mishap");
  return sentences.some(({ lemma }) =>
    lemma.some((l, i) => {
      const w = l.toLowerCase();
      return mishaps?.has(w) || (i > 0 && mishaps?.has(`${lemma[i - 1]!.toLowerCase()} ${w}`));
    }),
  );
}

const hasViolence = (sentences: readonly Sentence[], classes: Classes): boolean =>
  sentences.some(({ lemma }) => lemma.some((l) => classes.get("violence-words")?.has(l.toLowerCase())));

/** An ASSAULT told by its harm alone, not by how it was done. */
const isBareHarm = ({ type, token }: Draft, s: Sentence, classes: Classes): boolean =>
  type === "ASSAULT" && (classes.get("bare-harm")?.has(s.lemma[token]!.toLowerCase()) ?? false);
