import type { BatchDocument } from "./batches.js";

/** What to do about a document that could not be read, by the stable code of docs/errors.md. What the reason says itself is not here. */
const ADVICE: Readonly<Record<string, string>> = {
  empty:
    "See whether it has any text; a page that is built in the browser must be saved after it has loaded.",
  "not-text": "Its text can be pasted, too.",
  address: "Correct the address, or save the page and add the file.",
  robots: "Save the page and add the file, or paste its text.",
  redirects: "Give the address where the page is in the end.",
  status: "See whether the address is right; a page behind a login must be saved and added as a file.",
  "media-type": "Save or export it as text and add that.",
  timeout: "Try again later, or save the page and add the file.",
  unreachable: "See whether the address is right and there is a network; then add it again.",
  "not-found": "See whether the address is right.",
  unreadable: "See whether it can be opened here.",
  "reader-failed": "Add it once more; if it fails again, please report it with its text.",
  "original-damaged": "Add the document once more.",
  internal: "Add it once more; the terminal in which the desk runs has the details.",
};

/** What to do about it; "" where the reason says that itself. */
export const adviceFor = (d: Pick<BatchDocument, "code">): string =>
  d.code === null ? "" : (ADVICE[d.code] ?? "");

/** The reason as a sentence, without the name that stands beside it already. */
export function reasonOf({ name, message }: Pick<BatchDocument, "name" | "message">): string {
  if (message === null || message === "") return "No reason is known.";
  const reason = message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message;
  const sentence = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
