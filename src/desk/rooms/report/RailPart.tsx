import type { ReactNode } from "react";
import { useMedia } from "../../shared/use-media.js";
import css from "./Report.module.css";

/** A part of what stands beside the text: open where there is room, a line to be opened where there is not. */
export function RailPart({
  title,
  id,
  children,
}: {
  readonly title: string;
  readonly id: string;
  readonly children: ReactNode;
}) {
  const isWide = useMedia("(min-width: 80.01rem)");
  if (!isWide)
    return (
      <details className={css.part}>
        <summary>{title}</summary>
        {children}
      </details>
    );
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={css.railHead}>
        {title}
      </h2>
      {children}
    </section>
  );
}
