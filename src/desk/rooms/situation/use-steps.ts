import { type KeyboardEvent, type RefObject, useRef, useState } from "react";

/** Which of the marks around one a key goes to; null where it goes to none. */
type StepTo<K> = (from: K, key: string) => K | null;

/**
 * A chart whose marks are one stop of the Tab key: arrows go from mark to mark. Marks have their key as `data-key`.
 *
 * @param keys of the marks there are, in order
 */
export function useSteps<E extends Element>(
  keys: readonly string[],
  stepTo: StepTo<string> = (from, key) => alongOrder(keys, from, key),
): {
  readonly box: RefObject<E | null>;
  readonly tabIndexOf: (key: string) => 0 | -1;
  readonly onKeyDown: (e: KeyboardEvent) => void;
  readonly onFocus: (key: string) => void;
} {
  const box = useRef<E>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = chosen !== null && keys.includes(chosen) ? chosen : (keys[0] ?? null);
  return {
    box,
    tabIndexOf: (key) => (key === current ? 0 : -1),
    onFocus: setChosen,
    onKeyDown: (e) => {
      const from = (e.target as Element).closest("[data-key]")?.getAttribute("data-key");
      if (!from || e.altKey || e.ctrlKey || e.metaKey) return;
      const to = stepTo(from, e.key);
      if (to === null) return;
      e.preventDefault();
      e.stopPropagation();
      setChosen(to);
      box.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(to)}"]`)?.focus();
    },
  };
}

/** Left and up go back, right and down on, Home and End to the first and last. */
export function alongOrder(keys: readonly string[], from: string, key: string): string | null {
  const at = keys.indexOf(from);
  const to = {
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    Home: 0,
    End: keys.length - 1,
  }[key];
  return to === undefined ? null : (keys[Math.min(keys.length - 1, Math.max(0, to))] ?? null);
}
