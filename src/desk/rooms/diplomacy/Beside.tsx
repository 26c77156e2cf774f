import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "../../shared/Button.js";
import css from "./Beside.module.css";

/** What was opened, beside the list; over its lower part where the window is narrow. Escape closes it. */
export function Beside({
  title,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // a link that opens the page with it leaves the focus at the page's beginning
  useEffect(() => {
    if (document.activeElement !== document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section
      className={css.beside}
      aria-labelledby="beside-title"
      onKeyDown={(e) => {
        if (e.key !== "Escape") return;
        e.stopPropagation();
        onClose();
      }}
    >
      <header className={css.head}>
        <h2 id="beside-title" ref={heading} tabIndex={-1} className="foreign">
          {title}
        </h2>
        <span className="screen-only">
          <Button kind="quiet" aria-label="Close" onPress={onClose}>
            ✕
          </Button>
        </span>
      </header>
      <div className={css.body}>{children}</div>
    </section>
  );
}
