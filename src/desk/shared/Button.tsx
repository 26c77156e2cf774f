import type { Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components/Button";
import css from "./Button.module.css";

export interface ButtonProps extends AriaButtonProps {
  /** `strong`: what the page is for; `quiet`: beside text, without a border. */
  readonly kind?: "plain" | "strong" | "quiet" | "danger";
  readonly small?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind = "plain", small = false, className: _, ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={css.button!} data-kind={kind} data-small={small || undefined} />;
}
