/** A line that tells what was done, with a way back. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: "plain" | "bad";
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const SHOWN_MS = 9_000;

let toasts: readonly Toast[] = [];
let next = 1;
const watchers = new Set<() => void>();
const set = (list: readonly Toast[]) => {
  toasts = list;
  for (const w of watchers) w();
};

export const toastStore = {
  subscribe: (w: () => void) => {
    watchers.add(w);
    return () => void watchers.delete(w);
  },
  read: () => toasts,
};

export function dismissToast(id: number): void {
  set(toasts.filter((t) => t.id !== id));
}

/** Shows a line at the edge of the page and reads it out; it goes by itself unless it asks for something or is an error. */
export function showToast(
  words: string,
  options: { tone?: Toast["tone"]; action?: Toast["action"] } = {},
): number {
  const toast: Toast = { id: next++, words, tone: options.tone ?? "plain", action: options.action ?? null };
  set([...toasts.slice(-3), toast]);
  if (toast.tone === "plain")
    setTimeout(() => dismissToast(toast.id), toast.action ? SHOWN_MS * 2 : SHOWN_MS);
  return toast.id;
}
