import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../shared/Button.js";
import css from "./Pane.module.css";

/**
 * What stands beside the matrix: at the side where the window is wide, over its lower part where it is narrow. Escape closes it.
 *
 * @param takesFocus whether a person opened it just now; an address that has it open leaves the focus where it is
 */
export function Pane({
  label,
  title,
  tools,
  takesFocus,
  onClose,
  onKey,
  children,
}: {
  readonly label: string;
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly onKey?: (e: KeyboardEvent) => void;
  readonly children: ReactNode;
}) {
  const pane = useRef<HTMLElement>(null);
  // once, when it opens
  // biome-ignore lint/correctness/useExhaustiveDependencies: later changes must not take the focus
  useEffect(() => {
    if (takesFocus) pane.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button and Escape close it, too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className={css.veil} onClick={onClose} />
      <aside
        ref={pane}
        className={css.pane}
        aria-label={label}
        tabIndex={-1}
        onKeyDown={(e) => {
          // keys of a dialog opened from here are its own
          if (!pane.current?.contains(e.target as Node)) return;
          if (e.key === "Escape") {
            e.stopPropagation();
            onClose();
          } else onKey?.(e);
        }}
      >
        <header className={css.head}>
          <h2 className={css.title}>{title}</h2>
          <div className={css.tools}>
            {tools}
            <Button kind="quiet" aria-label="Close" onPress={onClose}>
              ✕
            </Button>
          </div>
        </header>
        {children}
      </aside>
    </>
  );
}
