import type { Span } from "../text/span.js";

/** Words that every report of a conflict has and that therefore tell no happening from another. */
const COMMON = new Set(
  `about above across after again against along also although among another area areas army around attack attacked attacks
   authorities back been before being between both civilian civilians could country dead death deaths during each early
   earlier fighters fighting first forces four from government group have here hours including inside into killed killing
   late later least less many military militants more most much near nearly news night official officials only other others
   over people police previous province region report reported reports residents said same saying says security several since
   soldiers some sources spokesman spokesperson spokeswoman state statement still strike strikes struck such than that their
   them then there these they this those three through told troops under until very were what when where which while whom
   will with within without would wounded injured year years monday tuesday wednesday thursday friday saturday sunday`
    .split(/\s+/)
    .filter(Boolean),
);

/** At most this many words are kept of one telling. */
const MOST = 40;

/** Content words of the sentences of a telling: lower case, without a plural's s, sorted, each once. */
export function tellingWords(text: string, sentences: readonly Span[]): string[] {
  const found = new Set<string>();
  for (const s of sentences) {
    for (const [word] of text
      .slice(s.start, s.end)
      .toLowerCase()
      .matchAll(/\p{L}{4,}/gu)) {
      if (COMMON.has(word)) continue;
      found.add(word.length > 5 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word);
      if (found.size >= MOST) break;
    }
  }
  return [...found].sort();
}
