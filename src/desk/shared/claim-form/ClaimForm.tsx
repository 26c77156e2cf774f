import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { UNNAMED_SPEAKERS } from "../../../formats/record-labels.js";
import type { ClaimChange } from "../../../record/rulings.js";
import { api } from "../../api/client.js";
import { useSourceLabel } from "../../api/names.js";
import { Button } from "../Button.js";
import { type Choice, Select, TextInput } from "../Fields.js";
import css from "./ClaimForm.module.css";
import {
  CLAIM_FIELDS,
  type ClaimField,
  type ClaimValues,
  type CorrectableKind,
  changeOf,
  draftOf,
  edited,
  type FieldName,
  problemsOf,
  valuesOf,
} from "./claim-fields.js";
import { PartyField } from "./PartyField.js";

interface ClaimFormProps {
  readonly kind: CorrectableKind;
  /** What the claim says now, as StandingClaim's `fields` has it; for a claim to be added, what is known already, or {}. */
  readonly fields: ClaimValues;
  /** The claim is not there yet: everything that stands in the form is given, not only what differs. */
  readonly isNew?: boolean;
  /** What the button that sends it says. */
  readonly submit?: string;
  /** Whether the focus goes to it when it opens. */
  readonly takesFocus?: boolean;
  /** `change` is never empty, and what `correct` or `add` takes; `why` may be "". */
  readonly onSubmit: (change: ClaimChange, why: string) => void;
  /** Escape, too. */
  readonly onCancel: () => void;
}

/**
 * The fields of a claim, to correct it or to add one; only what differs is given to `onSubmit`. Where the focus goes
 * afterwards is up to who opened it. Give it a `key` of the claim's id:
 * what was typed for one claim belongs to no other.
 */
export function ClaimForm({
  kind,
  fields,
  isNew = false,
  submit,
  takesFocus = true,
  onSubmit,
  onCancel,
}: ClaimFormProps) {
  const before = isNew ? {} : fields;
  const [draft, setDraft] = useState(() => draftOf(kind, fields, isNew));
  const [why, setWhy] = useState("");
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (takesFocus) form.current?.focus();
  }, []);
  const problems = problemsOf(kind, draft, before, isNew);
  const change = changeOf(before, valuesOf(kind, draft));
  const changed = Object.keys(change).length;
  const send = () => {
    setTried(true);
    if (Object.keys(problems).length === 0 && changed > 0) onSubmit(change, why.trim());
  };
  return (
    <form
      ref={form}
      tabIndex={-1}
      className={css.form}
      aria-label={isNew ? "New claim" : "Correct the claim"}
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
      onKeyDown={(e) => {
        // an open list takes its own Escape
        if (e.key !== "Escape" || (e.target as Element).getAttribute("aria-expanded") === "true") return;
        e.stopPropagation();
        onCancel();
      }}
    >
      <div className={css.fields}>
        {CLAIM_FIELDS[kind].map((field) => (
          <Field
            key={field.name}
            field={field}
            value={draft[field.name] ?? ""}
            was={isNew || !(field.name in change) ? undefined : fields[field.name]}
            error={isTried ? problems[field.name] : undefined}
            onChange={(value) => setDraft((d) => edited(d, field.name as FieldName, value))}
          />
        ))}
      </div>
      <TextInput
        label="Why"
        hint="Kept in the log of rulings beside your name."
        value={why}
        onChange={setWhy}
      />
      <div className={css.buttons}>
        <Button type="submit" kind="strong">
          {submit ?? (isNew ? "Add the claim" : "Save the correction")}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
        <span role="status" className={css.state}>
          {isTried && Object.keys(problems).length > 0
            ? "Something in the form cannot be sent so."
            : isTried && changed === 0
              ? "Nothing is changed yet."
              : ""}
        </span>
      </div>
    </form>
  );
}

function Field({
  field,
  value,
  was,
  error,
  onChange,
}: {
  readonly field: ClaimField;
  readonly value: string | readonly string[];
  /** What it was before; undefined where it is not changed. */
  readonly was: ClaimValues[string] | undefined;
  readonly error: string | undefined;
  readonly onChange: (value: string | readonly string[]) => void;
}) {
  const sourceLabel = useSourceLabel();
  const parties = usePartyChoices(field.sort === "sources");
  const hint = was === undefined ? field.hint : `Was: ${wasWords(field, was, sourceLabel)}`;
  switch (field.sort) {
    case "choice":
      return (
        <Select
          label={field.label}
          hint={hint}
          value={String(value)}
          choices={field.choices ?? []}
          onChange={onChange}
        />
      );
    case "party":
      return (
        <PartyField
          label={field.label}
          hint={hint}
          error={error}
          most={1}
          codes={value === "" ? [] : [String(value)]}
          choices={parties}
          onChange={(codes) => onChange(codes[0] ?? "")}
        />
      );
    case "parties":
    case "sources":
      return (
        <PartyField
          label={field.label}
          hint={hint}
          error={error}
          codes={value as readonly string[]}
          choices={parties}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          label={field.label}
          hint={hint}
          error={error}
          type={field.sort === "day" ? "date" : "text"}
          value={String(value)}
          onChange={onChange}
        />
      );
  }
}

function wasWords(
  field: ClaimField,
  was: Exclude<ClaimValues[string], undefined>,
  sourceLabel: (source: string) => string,
): string {
  if (was === null || was === "" || (typeof was === "object" && was.length === 0)) return "nothing";
  if (typeof was === "object") return was.map(sourceLabel).join(", ");
  if (field.sort === "party") return sourceLabel(String(was));
  return field.choices?.find((c) => c.id === was)?.label ?? String(was);
}

/** All parties of the record, those with most incidents first; before them, for who says it, the sorts of unnamed speakers. */
function usePartyChoices(withUnnamed: boolean): readonly Choice[] {
  const sourceLabel = useSourceLabel();
  const { data } = useQuery({
    queryKey: ["parties"],
    queryFn: ({ signal }) => api.parties({}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => {
    const parties = (data?.parties ?? []).map((p) => ({ id: p.code, label: p.name }));
    return withUnnamed
      ? [...UNNAMED_SPEAKERS.map((id) => ({ id, label: sourceLabel(id) })), ...parties]
      : parties;
  }, [data, withUnnamed, sourceLabel]);
}
