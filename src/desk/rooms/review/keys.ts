import { useEffect, useRef, useSyncExternalStore } from "react";

const STORED = "parley.review-keys";
const watchers = new Set<() => void>();
let areOn = read();

function read(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

/** Whether single keys act. They can be switched off: who dictates or types with a switch may press them unwillingly. */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(
    (w) => {
      watchers.add(w);
      return () => void watchers.delete(w);
    },
    () => areOn,
  );
  return [
    on,
    (next) => {
      areOn = next;
      try {
        localStorage.setItem(STORED, next ? "on" : "off");
      } catch {
        // private windows may keep nothing: it holds until the page is closed
      }
      for (const w of watchers) w();
    },
  ];
}

/** Where letters are typed, or keys mean something else. */
const ELSEWHERE =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/** Calls what belongs to a key while nothing is typed anywhere. `keys`: lower case letters. */
export function useKeys(keys: Readonly<Record<string, () => void>>, isOn: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const onKey = (e: KeyboardEvent) => {
      if (e.ctrlKey || e.metaKey || e.altKey || e.repeat || e.defaultPrevented) return;
      if (e.target instanceof Element && e.target.closest(ELSEWHERE)) return;
      const act = latest.current[e.key.toLowerCase()];
      if (!act) return;
      e.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOn]);
}
