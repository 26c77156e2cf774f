import type { Sentence } from "../language/sentence.js";
import type { EventType } from "./event-types.js";

type Classes = ReadonlyMap<string, ReadonlySet<string>>;

interface Draft {
  readonly type: EventType;
  readonly token: number;
  readonly match: { readonly actor: readonly number[] };
}

/**
 * Whether people came to harm by a mishap: "Two trains collided and 14 people were killed". Nobody is said to have done it, the sentence
 * tells of a mishap, and of no other violence: "The bus crashed after gunmen opened fire, killing five" is an attack.
 */
export function isOfMishap(s: Sentence, draft: Draft, drafts: readonly Draft[], classes: Classes): boolean {
  if (!isBareHarm(draft, s, classes) || draft.match.actor.length > 0) return false;
  if (drafts.some((d) => d.type === "ASSAULT" && !isBareHarm(d, s, classes))) return false;
  const mishaps = classes.get("mishap");
  const violence = classes.get("violence-words");
  const words = s.lemma.map((l) => l.toLowerCase());
  return (
    words.some((w, i) => mishaps?.has(w) || (i > 0 && mishaps?.has(`${words[i - 1]} ${w}`))) &&
    !words.some((w) => violence?.has(w))
  );
}

/** An ASSAULT told by its harm alone, not by how it was done. */
const isBareHarm = ({ type, token }: Draft, s: Sentence, classes: Classes): boolean =>
  type === "ASSAULT" && (classes.get("bare-harm")?.has(s.lemma[token]!.toLowerCase()) ?? false);
