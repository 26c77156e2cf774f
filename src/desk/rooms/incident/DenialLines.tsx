import { type RefObject, useEffect, useState } from "react";
import css from "./DenialLines.module.css";

interface Line {
  /** Numbers of the answers as `data-answer` has them: a denial, and what it denies. */
  readonly from: number;
  readonly to: number;
}

/** Draws a line from each denial to the statement that it denies, in the margin of the box. */
export function DenialLines({
  box,
  lines,
}: {
  readonly box: RefObject<HTMLElement | null>;
  readonly lines: readonly Line[];
}) {
  const [paths, setPaths] = useState<readonly string[]>([]);
  const key = lines.map((l) => `${l.from}>${l.to}`).join();
  // after the box has its ref, which it gets later than its children are laid out
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says what `lines` are
  useEffect(() => {
    const element = box.current;
    if (!element || lines.length === 0) {
      setPaths([]);
      return;
    }
    const measure = () => {
      const top = element.getBoundingClientRect().top - element.scrollTop;
      const middle = (n: number) => {
        const line = element.querySelector(`[data-answer="${n}"] > p`)?.getBoundingClientRect();
        return line ? line.top + line.height / 2 - top : 0;
      };
      setPaths(
        lines.map(({ from, to }, k) => {
          const x = 24 - 5 * (k % 4);
          return `M34 ${middle(from)}H${x}V${middle(to)}H32`;
        }),
      );
    };
    measure();
    const watch = new ResizeObserver(measure);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, [box, key]);
  if (paths.length === 0) return null;
  return (
    <svg className={css.lines} aria-hidden="true" width="40" height="1">
      <defs>
        <marker
          id="denies"
          viewBox="0 0 6 6"
          refX="5"
          refY="3"
          markerWidth="6"
          markerHeight="6"
          orient="auto"
        >
          <path d="M0 0l6 3-6 3z" fill="var(--bad)" />
        </marker>
      </defs>
      {paths.map((d) => (
        <path key={d} d={d} markerEnd="url(#denies)" />
      ))}
    </svg>
  );
}
