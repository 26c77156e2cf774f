import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { VERDICTS } from "../../record/verdicts.js";
import { api } from "../api/client.js";
import type { Filters } from "../api/filters.js";
import { useNameOf } from "../api/names.js";
import { Button } from "./Button.js";
import { Combo, Select, TextInput } from "./Fields.js";
import css from "./FilterBar.module.css";
import { useFilters } from "./use-filters.js";

type Part = "conflict" | "period" | "party" | "place" | "verdict";

/** What narrows a room, in a row; what is set shows as chips that can be taken out. It stands in the address. */
export function FilterBar({
  parts = ["conflict", "period", "party", "place", "verdict"],
}: {
  readonly parts?: readonly Part[];
}) {
  const [filters, change] = useFilters();
  const [isOpen, setOpen] = useState(false);
  const chips = useChips(filters);
  const conflicts = useQuery({ queryKey: ["conflicts"], queryFn: ({ signal }) => api.conflicts({}, signal) });
  return (
    <search className={css.bar}>
      <div className={css.row}>
        {parts.includes("conflict") && (
          <div className={css.conflict}>
            <Combo
              key={filters.conflict ?? ""}
              label="Conflict"
              bare
              placeholder="All conflicts"
              value={filters.conflict ?? ""}
              choices={(conflicts.data?.conflicts ?? []).map((c) => ({ id: c.name, label: c.name }))}
              onChange={(conflict) => change({ conflict: conflict || undefined })}
            />
          </div>
        )}
        <Button onPress={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? "Fewer filters" : "More filters"}
        </Button>
        <ul className={css.chips} aria-label="Filters set">
          {chips.map((chip) => (
            <li key={chip.key}>
              <Button small onPress={() => change(chip.without)} aria-label={`Without: ${chip.words}`}>
                <span className="foreign">{chip.words}</span> <span aria-hidden="true">✕</span>
              </Button>
            </li>
          ))}
          {chips.length > 1 && (
            <li>
              <Button
                small
                kind="quiet"
                onPress={() =>
                  change({
                    conflict: undefined,
                    party: undefined,
                    from: undefined,
                    to: undefined,
                    place: undefined,
                    type: undefined,
                    kind: undefined,
                    verdict: undefined,
                  })
                }
              >
                Clear all
              </Button>
            </li>
          )}
        </ul>
      </div>
      {isOpen && (
        <div className={css.more}>
          {parts.includes("party") && <PartyPicker filters={filters} change={change} />}
          {parts.includes("period") && (
            <>
              <TextInput
                label="From"
                type="date"
                value={filters.from ?? ""}
                onChange={(from) => change({ from: from || undefined })}
              />
              <TextInput
                label="To"
                type="date"
                value={filters.to ?? ""}
                onChange={(to) => change({ to: to || undefined })}
              />
            </>
          )}
          {parts.includes("place") && (
            <TextInput
              label="Place"
              placeholder="Part of a name, or a country's code"
              value={filters.place ?? ""}
              onChange={(place) => change({ place: place || undefined }, { replace: true })}
            />
          )}
          {parts.includes("verdict") && (
            <Select
              label="Verdict"
              value={filters.verdict ?? "any"}
              choices={[
                { id: "any", label: "any" },
                ...VERDICTS.map((v) => ({ id: v, label: v.replace("-", " ") })),
              ]}
              onChange={(v) => change({ verdict: v === "any" ? undefined : v })}
            />
          )}
        </div>
      )}
    </search>
  );
}

function PartyPicker({
  filters,
  change,
}: {
  readonly filters: Filters;
  readonly change: ReturnType<typeof useFilters>[1];
}) {
  const parties = useQuery({ queryKey: ["parties"], queryFn: ({ signal }) => api.parties({}, signal) });
  const chosen = filters.party ?? [];
  return (
    <Combo
      key={chosen.join()}
      label="With party"
      value=""
      placeholder="Add a party"
      choices={(parties.data?.parties ?? [])
        .filter((p) => !chosen.includes(p.code))
        .map((p) => ({ id: p.code, label: p.name }))}
      onChange={(code) => code && change({ party: [...chosen, code] })}
    />
  );
}

function useChips(filters: Filters) {
  const nameOf = useNameOf();
  const list = (name: "party" | "type" | "kind", words: (v: string) => string) =>
    (filters[name] ?? []).map((v) => ({
      key: `${name}:${v}`,
      words: words(v),
      without: { [name]: (filters[name] ?? []).filter((x) => x !== v) },
    }));
  const one = (name: keyof Filters, words: (v: string) => string) =>
    filters[name] === undefined
      ? []
      : [{ key: name, words: words(String(filters[name])), without: { [name]: undefined } }];
  return [
    ...one("conflict", (v) => v),
    ...list("party", nameOf),
    ...one("from", (v) => `from ${v}`),
    ...one("to", (v) => `to ${v}`),
    ...one("place", (v) => `at ${v}`),
    ...list("type", (v) => v.toLowerCase()),
    ...list("kind", (v) => v),
    ...one("verdict", (v) => v.replace("-", " ")),
  ];
}
