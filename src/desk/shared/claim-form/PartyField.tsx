import { useId, useState } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { useSourceLabel } from "../../api/names.js";
import type { Choice } from "../Fields.js";
import fields from "../Fields.module.css";
import menu from "../Menu.module.css";
import css from "./ClaimForm.module.css";
import { matching } from "./party-choices.js";

/**
 * Parties by code: those chosen as chips that can be taken out, and a box that finds others by name or code. What is typed and
 * is not among them can be taken as a code of its own.
 *
 * @param most with 1, what is chosen takes the place of what was
 */
export function PartyField({
  label,
  codes,
  choices,
  onChange,
  most,
  hint,
  error,
}: {
  readonly label: string;
  readonly codes: readonly string[];
  readonly choices: readonly Choice[];
  readonly onChange: (codes: readonly string[]) => void;
  readonly most?: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}) {
  const sourceLabel = useSourceLabel();
  const [typed, setTyped] = useState("");
  const hintId = useId();
  const offered = matching(choices, typed, codes);
  // a box of its own for each choice: an emptied one would open its list again
  const [round, setRound] = useState(0);
  const take = (code: string) => {
    onChange(most === 1 ? [code] : [...codes, code]);
    setTyped("");
    setRound(round + 1);
  };
  return (
    <ComboBox
      key={round}
      autoFocus={round > 0}
      className={fields.field!}
      value={null}
      onChange={(key) => key !== null && take(String(key))}
      inputValue={typed}
      onInputChange={setTyped}
      items={offered}
      isInvalid={error !== undefined}
      aria-describedby={hintId}
    >
      <Label className={fields.label!}>{label}</Label>
      <div className={css.party}>
        {codes.map((code) => (
          // a button of the library's would be taken for the one that opens the list
          <button
            key={code}
            type="button"
            className={css.chip}
            aria-label={`${label}: without ${sourceLabel(code)}`}
            onClick={() => onChange(codes.filter((c) => c !== code))}
          >
            <span className="foreign">{sourceLabel(code)}</span> <span aria-hidden="true">✕</span>
          </button>
        ))}
        <Input
          className={css.partyInput!}
          placeholder={codes.length === 0 ? "Nobody named" : most === 1 ? "Another" : "Add"}
        />
        <AriaButton className={css.open!} aria-label="Show choices">
          <span aria-hidden="true" className={fields.arrow} />
        </AriaButton>
      </div>
      <span id={hintId} className={error === undefined ? fields.hint : fields.error}>
        {error ?? hint}
      </span>
      <Popover className={menu.popover!}>
        <ListBox className={menu.menu!}>
          {(c: Choice) => (
            <ListBoxItem id={c.id} textValue={c.label} className={menu.item!}>
              <span className="foreign">{c.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
