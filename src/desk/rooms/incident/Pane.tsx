import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../shared/Button.js";
import css from "./Pane.module.css";

/**
 * What stands beside the matrix: at the side where the window is wide, over its lower part where it is narrow. Escape closes it, from
 * the matrix too; other keys pressed in it, or nowhere, go to `onKey`.
 *
 * @param stage names what it shows: when that changes and takes the focused button with it, the focus comes to the pane
 * @param takesFocus whether a person opened it just now; an address that has it open leaves the focus where it is
 */
export function Pane({
  label,
  title,
  tools,
  stage,
  takesFocus,
  onClose,
  onKey,
  children,
}: {
  readonly label: string;
  readonly title: ReactNode;
  readonly tools?: ReactNode;
  readonly stage: string;
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly onKey?: (e: KeyboardEvent) => void;
  readonly children: ReactNode;
}) {
  const pane = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (takesFocus) pane.current?.focus({ preventScroll: true });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the stage changes
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) pane.current?.focus({ preventScroll: true });
  }, [stage]);
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      const target = e.target as Element;
      const inside = target === document.body || pane.current?.contains(target);
      if (e.key === "Escape" && !e.defaultPrevented && (inside || target.closest("[data-cell]"))) onClose();
      else if (inside) onKey?.(e);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [onClose, onKey]);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button and Escape close it, too */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className={css.veil} onClick={onClose} />
      <aside ref={pane} className={css.pane} aria-label={label} tabIndex={-1}>
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
