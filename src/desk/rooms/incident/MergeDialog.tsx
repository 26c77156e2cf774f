import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { IncidentJson } from "../../../formats/record-json.js";
import type { IncidentListing } from "../../../record/listing.js";
import { dayNumber, isoDay } from "../../../text/civil-date.js";
import { api } from "../../api/client.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Dialog } from "../../shared/Dialog.js";
import { TextInput } from "../../shared/Fields.js";
import { Loaded, Skeleton } from "../../shared/Loaded.js";
import { useRuling } from "../../shared/rulings.js";
import { Verdict } from "../../shared/Verdict.js";
import css from "./Lists.module.css";
import { listedWords } from "./listed-words.js";

/** Days around an incident within which others are offered before anything is typed. */
const NEAR = 3;

/** Finds another incident, by words or an id, and rules that both are one. */
export function MergeDialog({
  incident,
  onClose,
}: {
  readonly incident: IncidentJson;
  readonly onClose: () => void;
}) {
  const nameOf = useNameOf();
  const rule = useRuling();
  const [words, setWords] = useState("");
  const [why, setWhy] = useState("");
  const [chosen, setChosen] = useState<IncidentListing | null>(null);
  const asked = words.trim();
  const found = useQuery({
    queryKey: ["merge", incident.id, asked],
    queryFn: async ({ signal }) =>
      asked === ""
        ? (await api.incidents(nearby(incident), signal)).incidents
        : (await api.search({ q: asked }, signal)).incidents,
  });
  return (
    <Dialog title="Merge with another incident" isOpen onClose={onClose} width="wide">
      <p>Choose the incident that is the same as this one. Both ids will lead to the one that they become.</p>
      <TextInput
        label="Words, a place, or an id"
        type="search"
        value={words}
        onChange={setWords}
        hint={asked === "" ? `Offered now: others of its parties within ${NEAR} days.` : undefined}
        autoFocus
      />
      <Loaded query={found} skeleton={<Skeleton lines={5} />}>
        {(list) => {
          const others = list.filter((l) => l.id !== incident.id);
          if (others.length === 0) return <p role="status">No other incident is found by that.</p>;
          return (
            <ul className={css.found} aria-label="Incidents found">
              {others.map((l) => (
                <li key={l.id}>
                  <button
                    type="button"
                    className={css.choice}
                    aria-pressed={chosen?.id === l.id}
                    onClick={() => setChosen(l)}
                  >
                    <span className="foreign">{listedWords(l, nameOf)}</span>
                    <span className="faint">
                      <Verdict verdict={l.verdict} /> {l.id}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <TextInput label="Why" hint="Kept in the log of rulings." value={why} onChange={setWhy} />
      <div className={css.tools}>
        <Button
          kind="strong"
          isDisabled={chosen === null || rule.isPending}
          onPress={() => {
            if (!chosen) return;
            rule.mutate({
              ruling: { body: { kind: "merge", incidents: [incident.id, chosen.id] }, why: why.trim() },
            });
            onClose();
          }}
        >
          Rule that they are one
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </Dialog>
  );
}

/** Others of its first party around its days. */
function nearby({ parties, date, kind }: IncidentJson) {
  const from = date.from ?? date.to;
  const to = date.to ?? date.from;
  return {
    limit: "20",
    kind: [kind],
    ...(parties.length > 0 ? { party: parties.slice(0, 2) } : {}),
    ...(from === null ? {} : { from: isoDay(dayNumber(from) - NEAR) }),
    ...(to === null ? {} : { to: isoDay(dayNumber(to) + NEAR) }),
  };
}
