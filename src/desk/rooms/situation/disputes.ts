import type { IncidentRoom } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { figureLabel, placeLabel, whatLabel } from "../../../formats/record-labels.js";
import { tollWords } from "../../shared/toll-words.js";

type Incident = IncidentRoom["incident"];

/** A question that sources answer differently, with who answers what. */
export interface Dispute {
  readonly question: string;
  readonly answers: readonly { readonly who: string; readonly words: string }[];
}

interface Words {
  readonly nameOf: (code: string) => string;
  readonly sourceLabel: (source: string | null) => string;
}

interface FacetLike<T> {
  readonly verdict: string;
  readonly answers: readonly {
    readonly source: string | null;
    readonly stance: string;
    readonly value: T | null;
  }[];
}

/** What is contested or denied of an incident: figures of people killed first, then other figures, then the other questions. */
export function disputes(i: Incident, o: Words): Dispute[] {
  const found: Dispute[] = [];
  const add = <T>(question: string, facet: FacetLike<T>, words: (value: T) => string) => {
    if (facet.verdict !== "contested" && facet.verdict !== "denied") return;
    const byWho = new Map<string, string[]>();
    for (const a of facet.answers) {
      const who = o.sourceLabel(a.source);
      const said = `${a.stance === "asserts" || a.stance === "confirms" ? "" : `${a.stance} `}${a.value === null ? "it" : words(a.value)}`;
      // "asserts it" says nothing
      if (said === "it") continue;
      const list = byWho.get(who) ?? [];
      if (!list.includes(said)) byWho.set(who, [...list, said]);
    }
    if (byWho.size > 0)
      found.push({ question, answers: [...byWho].map(([who, list]) => ({ who, words: list.join("; ") })) });
  };
  const killedFirst = [...i.tolls].sort((a, b) => Number(b.harm === "killed") - Number(a.harm === "killed"));
  for (const t of killedFirst) add(tollWords(t, o.nameOf), t, figureLabel);
  add("who began it", i.initiator, o.nameOf);
  add("what was done", i.what, (w) => whatLabel(w, o));
  add("when", i.when, dateLabel);
  add("where", i.where, (p) => placeLabel(p, o));
  return found;
}
