import type { IncidentKind } from "../../../record/telling.js";
import css from "./Incidents.module.css";
import { switchedKinds, USUAL_KINDS } from "./row-words.js";

const KIND_WORDS: Record<IncidentKind, string> = {
  violence: "Violence",
  coercion: "Coercion",
  cooperation: "Cooperation",
  diplomacy: "Words and talks",
};

/** Which kinds of incidents the list has: violence and coercion where nothing else is chosen. */
export function KindPicker({
  kinds,
  onChange,
}: {
  readonly kinds: readonly string[] | undefined;
  readonly onChange: (kinds: readonly string[] | undefined) => void;
}) {
  const shown = kinds ?? USUAL_KINDS;
  return (
    <fieldset className={css.kinds}>
      <legend className="visually-hidden">Kinds of incidents</legend>
      {Object.entries(KIND_WORDS).map(([k, words]) => (
        <label key={k} className={css.kind}>
          <input
            type="checkbox"
            checked={shown.includes(k)}
            onChange={() => onChange(switchedKinds(kinds, k))}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
