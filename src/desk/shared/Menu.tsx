import type { ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Button } from "./Button.js";
import css from "./Menu.module.css";

export interface MenuEntry {
  readonly id: string;
  readonly label: ReactNode;
  readonly words: string;
  /** A link that is followed; else `onAction` is called with the id. */
  readonly href?: string;
  readonly download?: boolean;
  readonly isChosen?: boolean;
}

/** A button that opens a list of actions or links. */
export function Menu({
  label,
  name,
  entries,
  onAction,
  kind = "plain",
}: {
  readonly label: ReactNode;
  /** What the button is called, where its label is a picture. */
  readonly name?: string;
  readonly entries: readonly MenuEntry[];
  readonly onAction?: (id: string) => void;
  readonly kind?: "plain" | "quiet";
}) {
  return (
    <MenuTrigger>
      <Button kind={kind} {...(name ? { "aria-label": name } : {})}>
        {label}
      </Button>
      <Popover className={css.popover!} placement="bottom end">
        <AriaMenu className={css.menu!} onAction={(key) => onAction?.(String(key))}>
          {entries.map((e) => (
            <MenuItem
              key={e.id}
              id={e.id}
              textValue={e.words}
              className={css.item!}
              {...(e.href ? { href: e.href } : {})}
              {...(e.download ? { download: "" } : {})}
            >
              <span>{e.label}</span>
              {e.isChosen && <span aria-hidden="true">✓</span>}
              {e.isChosen && <span className="visually-hidden">(chosen)</span>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
