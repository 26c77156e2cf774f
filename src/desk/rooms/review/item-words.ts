import { dateLabel } from "../../../formats/labels.js";
import { UNNAMED_SPEAKERS } from "../../../formats/record-labels.js";
import { claimPhrase, manner, phraseText, sourcesOf } from "../../shared/claim-words/claim-words.js";
import type { Decision, Item, Why } from "./run.js";

export const WHY_WORDS: Record<Why, string> = {
  contested: "Contested",
  doubtful: "Doubtful",
  link: "One incident or two",
};

/** What each filter holds, for those who choose it. */
export const WHY_MEANING: Record<Why, string> = {
  contested: "Sources say what cannot both be so: was each of them read rightly?",
  doubtful: "The machine was least sure of how it read these.",
  link: "Two reports were taken to tell of one happening, and only just.",
};

export const LINK_QUESTION = "Are these one incident?";

/** What a stance does, after the names of those who take it. */
const SAYS: Readonly<Record<string, string>> = {
  asserts: "says",
  confirms: "confirms",
  denies: "denies",
  doubts: "doubts",
};
const SAY: Readonly<Record<string, string>> = {
  asserts: "say",
  confirms: "confirm",
  denies: "deny",
  doubts: "doubt",
};

type Claim = NonNullable<Item["claim"]>;

/** A party, not a sort of speakers. */
const isParty = (code: string) => !UNNAMED_SPEAKERS.includes(code);

/** The parties that an item names, so that no two share a colour. */
export function partiesOf({ claim, others }: Pick<Item, "claim" | "others">): string[] {
  const fields = ["actor", "recipient", "party", "perpetrator", "thirdParty", "parties"];
  const named = fields.flatMap((f) => claim?.fields[f] ?? []).filter((c) => typeof c === "string");
  const said = [...(claim?.sources ?? []), ...others.map((o) => o.source)].filter((s) => s !== null);
  return [...new Set([...named, ...said])].filter(isParty);
}

/** "says", "deny": as many speak. Sorts of speakers ("unnamed officials") and outlets are many. */
export function verbOf(claim: Pick<Claim, "sources" | "stance">): string {
  const [only, ...others] = claim.sources;
  const isOne = only !== undefined && others.length === 0 && isParty(only);
  return (isOne ? SAYS : SAY)[claim.stance] ?? claim.stance;
}

/** What is not plain about a claim beside its stance: "planned", "hedged". */
export const asides = (claim: Claim): string[] => manner(claim).filter((m) => m !== claim.stance);

/** The days that a claim speaks of; null where none is told. */
export function daysOfClaim({ fields }: Pick<Claim, "fields">): string | null {
  const day = (name: string) => (typeof fields[name] === "string" ? (fields[name] as string) : null);
  const [from, to] = [day("from"), day("to")];
  return from === null && to === null ? null : dateLabel({ from, to, basis: "stated" });
}

interface Names {
  readonly nameOf: (code: string) => string;
  readonly sourceLabel: (source: string | null) => string;
}

/** An item's question in one line, for those who hear the page. */
export function itemWords(item: Item, { nameOf, sourceLabel }: Names): string {
  const why = `${WHY_WORDS[item.why]}.`;
  if (item.link) return `${why} ${LINK_QUESTION} “${item.link.quote}” “${item.link.parentQuote}”`;
  if (!item.claim) return `${why} “${item.quote}”`;
  const who = `${sourcesOf(item.claim).map(sourceLabel).join(", ")} ${verbOf(item.claim)}`;
  const words = phraseText(claimPhrase(item.claim), nameOf);
  return `${why} ${who}: ${[words, ...asides(item.claim)].join(", ")}.`;
}

const DONE: Record<Decision, string> = {
  accepted: "Accepted",
  corrected: "Corrected",
  rejected: "Rejected",
  skipped: "Skipped",
};

/** What a step did, in a word or a few. */
export function doneWords(item: Pick<Item, "link">, decision: Decision): string {
  if (!item.link) return DONE[decision];
  return {
    accepted: "Ruled one incident",
    rejected: "Ruled two incidents",
    corrected: "",
    skipped: "Skipped",
  }[decision];
}
