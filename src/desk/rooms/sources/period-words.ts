import { dateLabel } from "../../../formats/labels.js";

interface Days {
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

/**
 * Which days the server looked at, and why those.
 *
 * @param looked the first and last day that it looked at; null in a record without days
 * @param asked what the filters ask for
 */
export function periodWords(looked: Days, asked: Days & { readonly conflict?: string | undefined }): string {
  if (!looked.from || !looked.to) return "No days to look at.";
  const days = `Incidents that begin ${dateLabel({ from: looked.from, to: looked.to, basis: "stated" })}`;
  if (asked.from && asked.from < looked.from)
    return `${days}: there are too many to count all, these are the latest.`;
  if (!asked.from && !asked.conflict) return `${days}, the latest of the record.`;
  return `${days}.`;
}
