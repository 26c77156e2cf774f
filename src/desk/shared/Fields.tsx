import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { ComboBox } from "react-aria-components/ComboBox";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { TextArea } from "react-aria-components/TextArea";
import { TextField } from "react-aria-components/TextField";
import css from "./Fields.module.css";
import menu from "./Menu.module.css";

interface FieldProps {
  readonly label: string;
  /** The label is read out and not shown. */
  readonly bare?: boolean;
  readonly hint?: ReactNode;
}

/** One line of text; `type` as of an input: "text", "date", "number", "search". */
export function TextInput({
  label,
  bare,
  hint,
  value,
  onChange,
  type = "text",
  placeholder,
  error,
  autoFocus,
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}) {
  return (
    <TextField
      className={css.field!}
      value={value}
      onChange={onChange}
      type={type as "text"}
      isInvalid={error !== undefined}
      autoFocus={autoFocus ?? false}
    >
      <Label className={bare ? "visually-hidden" : css.label!}>{label}</Label>
      <Input className={css.input!} {...(placeholder ? { placeholder } : {})} />
      {hint && <span className={css.hint}>{hint}</span>}
      {error !== undefined && <FieldError className={css.error!}>{error}</FieldError>}
    </TextField>
  );
}

/** Several lines of text. */
export function TextBox({
  label,
  bare,
  hint,
  value,
  onChange,
  rows = 8,
  placeholder,
  error,
  autoFocus,
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}) {
  return (
    <TextField
      className={css.field!}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      autoFocus={autoFocus ?? false}
    >
      <Label className={bare ? "visually-hidden" : css.label!}>{label}</Label>
      <TextArea className={css.input!} rows={rows} {...(placeholder ? { placeholder } : {})} />
      {hint && <span className={css.hint}>{hint}</span>}
      {error !== undefined && <FieldError className={css.error!}>{error}</FieldError>}
    </TextField>
  );
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One of a few choices. */
export function Select({
  label,
  bare,
  hint,
  value,
  choices,
  onChange,
}: FieldProps & {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}) {
  return (
    <AriaSelect className={css.field!} value={value} onChange={(key) => onChange(String(key))}>
      <Label className={bare ? "visually-hidden" : css.label!}>{label}</Label>
      <AriaButton className={css.select!}>
        <SelectValue className={css.selected!} />
        <span aria-hidden="true" className={css.arrow} />
      </AriaButton>
      {hint && <span className={css.hint}>{hint}</span>}
      <Popover className={menu.popover!}>
        <ListBox className={menu.menu!} items={choices}>
          {(c) => (
            <ListBoxItem id={c.id} textValue={c.label} className={menu.item!}>
              <span className="foreign">{c.label}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** One of many choices, found by typing; what is not among them can be typed too where `custom` is set. */
export function Combo({
  label,
  bare,
  hint,
  value,
  choices,
  onChange,
  custom = false,
  placeholder,
}: FieldProps & {
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
  readonly custom?: boolean;
  readonly placeholder?: string;
}) {
  return (
    <ComboBox
      className={css.field!}
      value={value === "" ? null : value}
      onChange={(key) => onChange(key === null ? "" : String(key))}
      defaultItems={choices}
      allowsCustomValue={custom}
      menuTrigger="focus"
      {...(custom ? { onInputChange: onChange } : {})}
    >
      <Label className={bare ? "visually-hidden" : css.label!}>{label}</Label>
      <div className={css.combo}>
        <Input className={css.input!} {...(placeholder ? { placeholder } : {})} />
        <AriaButton className={css.open!} aria-label="Show choices">
          <span aria-hidden="true" className={css.arrow} />
        </AriaButton>
      </div>
      {hint && <span className={css.hint}>{hint}</span>}
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
