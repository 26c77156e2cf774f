import { useSyncExternalStore } from "react";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

const watchers = new Set<() => void>();
const root = () => document.documentElement;

/** Sets a theme or density for the whole desk; kept in this browser. */
export function setAppearance(name: "theme" | "density", value: Theme | Density): void {
  root().dataset[name] = value;
  try {
    localStorage.setItem(`parley.${name}`, value);
  } catch {
    // private windows may keep nothing: it holds until the page is closed
  }
  for (const w of watchers) w();
}

export function useAppearance(name: "theme" | "density"): string {
  return useSyncExternalStore(
    (w) => {
      watchers.add(w);
      return () => void watchers.delete(w);
    },
    () => root().dataset[name] ?? "",
  );
}
