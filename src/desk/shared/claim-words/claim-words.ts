import type { Count } from "../../../coding/claim.js";
import { EVENT_MODES, type EventMode, type EventType } from "../../../coding/event-types.js";
import type { StandingClaim } from "../../../formats/desk-json.js";
import { countLabel, eventLabel } from "../../../formats/labels.js";
import { excerpt, grouped } from "../../../formats/page.js";
import { ACT_WORDS } from "../../../formats/record-labels.js";
import type { DiplomaticAct } from "../../../record/diplomacy.js";
import { victimWords } from "../toll-words.js";

/** Words one after another, parties among them by their codes. */
export type Phrase = readonly (string | { readonly party: string })[];

/** What the machine read beside a claim's fields; null where nothing was. */
export interface ReadBeside {
  readonly mode?: EventMode | null;
  readonly count?: Count;
  /** What another claim of the report says, by its id. */
  readonly quoteOf?: (claim: string) => string | undefined;
}

type Told = Pick<StandingClaim, "kind" | "fields">;

/** What a claim says, in plain words: "Pakistan → Afghanistan: attacks (aerial)", "at least 5 soldiers of Pakistan killed". */
export function claimPhrase({ kind, fields }: Told, read: ReadBeside = {}): Phrase {
  const codes = (name: string) => parties(fields[name]);
  switch (kind) {
    case "event": {
      const [actor, recipient] = [codes("actor"), codes("recipient")];
      return [
        ...(actor.length > 0 ? listed(actor) : ["(not said who)"]),
        ...(recipient.length > 0 ? [" → ", ...listed(recipient)] : []),
        `: ${eventLabel(fields.type as EventType, modeOf(fields.type as EventType, read.mode))}`,
      ];
    }
    case "toll": {
      const [party, by] = [codes("party"), codes("perpetrator")];
      const figure = figureWords(fields, read.count);
      const who = victimWords({ harm: String(fields.harm), kind: String(fields.kind) });
      return [
        // a figure in words of its own stands apart: “heavy losses”: people killed
        /^\d|\d$/.test(figure) ? `${figure} ${figure === "1" ? one(who) : who}` : `${figure}: ${who}`,
        ...(party.length > 0 ? [" of ", ...listed(party)] : []),
        ` ${fields.harm}${party.length > 0 ? "" : ", not said whose"}`,
        ...(by.length > 0 ? [", by ", ...listed(by)] : []),
      ];
    }
    case "diplomacy": {
      const [third, sides] = [codes("thirdParty"), codes("parties")];
      const act = ACT_WORDS[fields.act as DiplomaticAct] ?? String(fields.act);
      if (third.length === 0) return sides.length === 0 ? [act] : [...listed(sides), `: ${act}`];
      const towards = sides.length > 1 ? ", between " : ", towards ";
      return [...listed(third), `: ${act}`, ...(sides.length > 0 ? [towards, ...listed(sides)] : [])];
    }
    case "initiator":
      return [
        ...listed(codes("party")),
        fields.how === "responded" ? " began it: the other side is said to have answered" : " began it",
      ];
    case "sequence": {
      const earlier = typeof fields.to === "string" ? read.quoteOf?.(fields.to) : undefined;
      const words = earlier ?? (typeof fields.toWords === "string" ? fields.toWords : "");
      const what = words === "" ? "what went before" : excerpt(words, 80);
      return [fields.relation === "response" ? `It answered ${what}` : `It came after ${what}`];
    }
  }
}

/** A figure as its source put it while that stands, else as it was corrected: "at least 5", "12–15", "up to 20". */
export function figureWords(fields: StandingClaim["fields"], count: Count | undefined): string {
  const [low, high] = [fields.low as number | null, fields.high as number | null];
  if (count && count.low === low && count.high === high && (low !== null || high === null))
    return countLabel(count);
  if (low === null) return high === null ? "a number not told" : `up to ${grouped(high)}`;
  return countLabel({ low, high, hedge: high === null ? "at-least" : "exact", words: "" });
}

/** Who it is said by, for `Source`: the outlet itself where nobody else is named. */
export const sourcesOf = (claim: Pick<StandingClaim, "sources">): readonly (string | null)[] =>
  claim.sources.length === 0 ? [null] : claim.sources;

/** What is not plain about how a claim is said: "denies", "hedged", "planned"; empty for what is simply asserted. */
export function manner({ kind, stance, certainty, fields }: Omit<StandingClaim, "id">): string[] {
  const status = kind === "event" && fields.status !== "happened" ? String(fields.status) : null;
  return [
    ...(stance === "asserts" || status === stance ? [] : [stance]),
    ...(status === null || (status === "denied" && stance === "denies") ? [] : [status.replaceAll("-", " ")]),
    ...(certainty === "stated" ? [] : [certainty]),
  ];
}

const one = (victims: string): string =>
  victims === "people" ? "person" : victims.replace(/(?<=[a-z])s$/, "");

const parties = (value: StandingClaim["fields"][string] | undefined): readonly string[] =>
  Array.isArray(value) ? value : typeof value === "string" ? [value] : [];

const listed = (codes: readonly string[]): Phrase =>
  codes.flatMap((party, k) => [...(k > 0 ? [", "] : []), { party }]);

// a type that was corrected may not have the mode that was read
const modeOf = (type: EventType, mode: EventMode | null | undefined): EventMode | null =>
  mode && (EVENT_MODES[type] as readonly string[]).includes(mode) ? mode : null;

/** A phrase as text. */
export const phraseText = (phrase: Phrase, nameOf: (code: string) => string): string =>
  phrase.map((p) => (typeof p === "string" ? p : nameOf(p.party))).join("");
