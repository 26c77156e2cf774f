import { HARMS, STANCES, STATUSES, VICTIM_KINDS } from "../../../coding/claim.js";
import { EVENT_TYPES } from "../../../coding/event-types.js";
import { eventLabel } from "../../../formats/labels.js";
import { ACT_WORDS } from "../../../formats/record-labels.js";
import type { ClaimChange } from "../../../record/rulings.js";
import { isCivilDay } from "../../../text/civil-date.js";
import type { Choice } from "../Fields.js";

/** Kinds of claims that can be corrected; who began it and what came after what are only confirmed or rejected with their event. */
export const CORRECTABLE = ["event", "toll", "diplomacy"] as const;
export type CorrectableKind = (typeof CORRECTABLE)[number];
export const isCorrectable = (kind: string): kind is CorrectableKind =>
  (CORRECTABLE as readonly string[]).includes(kind);

export type FieldName = keyof ClaimChange;
/** A claim's fields as StandingClaim has them. */
export type ClaimValues = Readonly<Record<string, string | number | null | readonly string[]>>;
/** What stands in the form: text for every field of one value ("" is none), codes for parties. */
export type Draft = Readonly<Partial<Record<FieldName, string | readonly string[]>>>;

export interface ClaimField {
  readonly name: FieldName;
  readonly label: string;
  readonly sort: "choice" | "party" | "parties" | "sources" | "count" | "day";
  readonly choices?: readonly Choice[];
  readonly hint?: string;
}

const plain = (list: readonly string[]): Choice[] =>
  list.map((id) => ({ id, label: id.replaceAll("-", " ") }));

const SAID: readonly ClaimField[] = [
  { name: "sources", label: "Who says it", sort: "sources", hint: "Nobody: the outlet in its own voice." },
  { name: "stance", label: "Stance", sort: "choice", choices: plain(STANCES) },
];
const DAYS: readonly ClaimField[] = [
  { name: "from", label: "First day", sort: "day" },
  { name: "to", label: "Last day", sort: "day" },
];

/** The fields of each kind, in the order of the form. */
export const CLAIM_FIELDS: Readonly<Record<CorrectableKind, readonly ClaimField[]>> = {
  event: [
    { name: "actor", label: "Who acts", sort: "parties" },
    {
      name: "type",
      label: "What it does",
      sort: "choice",
      choices: EVENT_TYPES.map((id) => ({ id, label: eventLabel(id, null) })),
    },
    { name: "recipient", label: "To whom", sort: "parties" },
    { name: "status", label: "Status", sort: "choice", choices: plain(STATUSES) },
    ...SAID,
    ...DAYS,
  ],
  toll: [
    { name: "harm", label: "Harm", sort: "choice", choices: plain(HARMS) },
    { name: "party", label: "Whose people", sort: "party" },
    { name: "kind", label: "Who they are", sort: "choice", choices: plain(VICTIM_KINDS) },
    { name: "low", label: "At least", sort: "count", hint: "Empty: no figure." },
    { name: "high", label: "At most", sort: "count", hint: "Empty: open above." },
    { name: "perpetrator", label: "By whom", sort: "party" },
    ...SAID,
    ...DAYS,
  ],
  diplomacy: [
    {
      name: "act",
      label: "Act",
      sort: "choice",
      choices: Object.entries(ACT_WORDS).map(([id, label]) => ({ id, label })),
    },
    { name: "thirdParty", label: "Third party", sort: "parties" },
    { name: "parties", label: "Between whom", sort: "parties" },
    ...SAID,
    ...DAYS,
  ],
};

/** What a claim that a person adds begins with. */
const FRESH: Draft = {
  type: "ASSAULT",
  status: "happened",
  stance: "asserts",
  harm: "killed",
  kind: "unknown",
  act: "offers",
};

const isMany = (f: ClaimField) => f.sort === "parties" || f.sort === "sources";

/** A claim's fields as they stand in the form; for a claim to be added, what such claims begin with. */
export function draftOf(kind: CorrectableKind, fields: ClaimValues, isNew = false): Draft {
  return Object.fromEntries(
    CLAIM_FIELDS[kind].map((f) => {
      const value = fields[f.name] ?? (isNew ? FRESH[f.name] : undefined);
      if (isMany(f)) return [f.name, Array.isArray(value) ? value : []];
      return [f.name, value === null || value === undefined ? "" : String(value)];
    }),
  );
}

/** The form's text as a claim's fields; call only where `problemsOf` finds nothing. */
export function valuesOf(kind: CorrectableKind, draft: Draft): ClaimValues {
  return Object.fromEntries(
    CLAIM_FIELDS[kind].map((f) => {
      const value = draft[f.name] ?? (isMany(f) ? [] : "");
      if (typeof value !== "string") return [f.name, value];
      if (value.trim() === "") return [f.name, null];
      return [f.name, f.sort === "count" ? Number(value) : value];
    }),
  );
}

/**
 * What differs, as `correct` and `add` take it; {} where nothing does. The order of parties says nothing. Both days go together:
 * a first day alone is taken as that one day.
 */
export function changeOf(before: ClaimValues, after: ClaimValues): ClaimChange {
  const differs = (name: string) => keyOf(before[name]) !== keyOf(after[name]);
  const change: Record<string, unknown> = {};
  for (const name of Object.keys(after))
    if (name !== "from" && name !== "to" && differs(name)) change[name] = after[name];
  if (differs("from") || differs("to"))
    for (const name of ["from", "to"]) if (after[name]) change[name] = after[name];
  return change as ClaimChange;
}

const keyOf = (value: ClaimValues[string] | undefined): string =>
  value === null || value === undefined
    ? ""
    : typeof value === "object"
      ? [...value].sort().join("\n")
      : String(value);

/** What cannot be sent so, by field; {} where all can. */
export function problemsOf(
  kind: CorrectableKind,
  draft: Draft,
  before: ClaimValues,
  isNew = false,
): Partial<Record<FieldName, string>> {
  const found: Partial<Record<FieldName, string>> = {};
  const text = (name: FieldName) => String(draft[name] ?? "").trim();
  for (const f of CLAIM_FIELDS[kind]) {
    const value = text(f.name);
    if (f.sort === "count" && value !== "" && !/^\d{1,9}$/.test(value))
      found[f.name] = "A whole number, in digits.";
    if (f.sort === "day" && value !== "" && !isCivilDay(value)) found[f.name] = "No day of the calendar.";
    if (f.sort === "day" && value === "" && before[f.name] && !(f.name === "to" && text("from") !== ""))
      found[f.name] = "A day that is known can be changed, not taken out.";
  }
  if (text("low") !== "" && text("high") !== "" && !found.low && !found.high)
    if (Number(text("low")) > Number(text("high"))) found.high = "Lies below the lowest.";
  if (text("from") !== "" && text("to") !== "" && text("from") > text("to"))
    found.to = "Lies before the first day.";
  if (isNew && kind === "toll" && text("low") === "") found.low ??= "A new toll needs a figure.";
  if (isNew && kind === "event" && (draft.actor ?? []).length === 0)
    found.actor = "A new event needs who acts.";
  return found;
}

/** A draft with one field changed. A figure that was exact stays exact: its upper end goes along with its lower one. */
export function edited(draft: Draft, name: FieldName, value: string | readonly string[]): Draft {
  const follows = name === "low" && draft.low === draft.high;
  return { ...draft, [name]: value, ...(follows ? { high: value } : {}) };
}
