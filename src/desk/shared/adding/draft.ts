import type { DocumentsRequest } from "../../../formats/desk-json.js";
import { isCivilDay } from "../../../text/civil-date.js";

/** A file with the name that it has in its folder. */
export interface OfferedFile {
  readonly name: string;
  readonly file: Pick<File, "size" | "lastModified">;
}

/** What a person has put together and not sent yet. `published`: the day for documents that do not say one, YYYY-MM-DD or "". */
export interface Draft<F extends OfferedFile = OfferedFile> {
  readonly text: string;
  readonly name: string;
  /** One a line. */
  readonly addresses: string;
  readonly files: readonly F[];
  readonly published: string;
  /** How many files of folders are of no kind that is read. */
  readonly leftOut: number;
}

export const EMPTY_DRAFT: Draft<never> = {
  text: "",
  name: "",
  addresses: "",
  files: [],
  published: "",
  leftOut: 0,
};

/** Bytes of a document up to which the server reads it (MAX_BYTES of sources/decode.ts). */
export const MOST_BYTES = 10_000_000;
/** A request has at most so many documents, files so many bytes together: what is sent shows soon, and a failure costs little. */
const MOST_DOCUMENTS = 1000;
const MOST_FILES = 50;
const MOST_OF_FILES = 20_000_000;
const LONGEST_ADDRESS = 2000;

/** Extensions of files that are taken out of folders, as `parley add FOLDER` does; a file by itself is taken whatever its name. */
export const EXTENSIONS = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"] as const;
export const isOfReadKind = (name: string): boolean =>
  EXTENSIONS.some((e) => name.toLowerCase().endsWith(e)) &&
  !name.split("/").some((part) => part.startsWith("."));

export const isTooLarge = ({ file }: OfferedFile): boolean => file.size > MOST_BYTES;

/** Lines of the field for addresses, without blank ones and repetitions. */
export const addressesOf = (lines: string): string[] => [
  ...new Set(
    lines
      .split(/\r?\n/)
      .map((l) => l.trim())
      .filter((l) => l !== ""),
  ),
];

/** What is wrong with an address, in words; null where nothing is. */
export function addressProblem(address: string): string | null {
  const shown = address.length > 60 ? `${address.slice(0, 60)}…` : address;
  if (address.length > LONGEST_ADDRESS)
    return `“${shown}” has more than ${LONGEST_ADDRESS.toLocaleString("en")} characters.`;
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || !/^https?:\/\//i.test(address))
    return `“${shown}” is no address of the web: it must begin with https:// or http://.`;
  if (url.username !== "" || url.password !== "") return `“${shown}” has a user name or a password in it.`;
  return null;
}

/** What keeps a draft from being sent, beside the field that it is about; `nothing`: there is nothing in it. */
export interface DraftProblems {
  readonly text?: string;
  readonly addresses?: string;
  readonly files?: string;
  readonly published?: string;
  readonly nothing?: string;
}

export function problemsOf(draft: Draft): DraftProblems {
  const bytes = new TextEncoder().encode(draft.text).length;
  const addresses = addressesOf(draft.addresses);
  const wrong = addresses.map(addressProblem).filter((p) => p !== null);
  const isNothing = draft.text.trim() === "" && addresses.length === 0 && draft.files.length === 0;
  return {
    ...(isNothing
      ? { nothing: "There is nothing to add yet: paste a text, choose files or give addresses." }
      : {}),
    ...(bytes > MOST_BYTES
      ? {
          text: `The text has ${megabytes(bytes)}; at most ${megabytes(MOST_BYTES)} are read. Split it into single reports.`,
        }
      : {}),
    ...(wrong.length > 0
      ? {
          addresses:
            wrong[0]! + (wrong.length > 1 ? ` ${wrong.length - 1} more lines are no addresses.` : ""),
        }
      : {}),
    ...(draft.files.length > 0 &&
    draft.files.every(isTooLarge) &&
    draft.text.trim() === "" &&
    addresses.length === 0
      ? { files: "None of these files can be sent." }
      : {}),
    ...(draft.published !== "" && !isCivilDay(draft.published)
      ? { published: "This is no day of the calendar." }
      : {}),
  };
}

/** 10,400,000 as "10.4 MB", 900 as "1 kB". */
export const megabytes = (bytes: number): string =>
  bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))} kB`
    : `${(bytes / 1e6).toFixed(bytes % 1e6 === 0 ? 0 : 1)} MB`;

/** "1 text, 3 files and 2 addresses"; "" for nothing. Files that are too large are not counted: they are not sent. */
export function draftWords(draft: Draft): string {
  const some = (n: number, one: string, many: string) =>
    n === 0 ? "" : `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  const parts = [
    some(draft.text.trim() === "" ? 0 : 1, "text", "texts"),
    some(draft.files.filter((f) => !isTooLarge(f)).length, "file", "files"),
    some(addressesOf(draft.addresses).length, "address", "addresses"),
  ].filter((p) => p !== "");
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** A draft with more files; the same file is not taken twice. */
export function withFiles<F extends OfferedFile>(
  draft: Draft<F>,
  files: readonly F[],
  leftOut = 0,
): Draft<F> {
  const key = (f: F) => `${f.name}|${f.file.size}|${f.file.lastModified}`;
  const known = new Set(draft.files.map(key));
  const fresh = files.filter((f) => !known.has(key(f)) && known.add(key(f)));
  return { ...draft, files: [...draft.files, ...fresh], leftOut: draft.leftOut + leftOut };
}

/** What is sent at once. */
export type Part<F extends OfferedFile> =
  | { readonly kind: "json"; readonly documents: DocumentsRequest["documents"] }
  | { readonly kind: "files"; readonly documents: readonly F[]; readonly published: string };

/** A draft in requests of bearable size; files that are too large are in none. */
export function partsOf<F extends OfferedFile>(draft: Draft<F>): Part<F>[] {
  const parts: Part<F>[] = [];
  const published = draft.published === "" ? {} : { published: draft.published };
  if (draft.text.trim() !== "") {
    const name = draft.name.trim() === "" ? "pasted" : draft.name.trim();
    parts.push({ kind: "json", documents: [{ kind: "text", name, text: draft.text, ...published }] });
  }
  const addresses = addressesOf(draft.addresses).map((address) => ({
    kind: "address" as const,
    address,
    ...published,
  }));
  for (let k = 0; k < addresses.length; k += MOST_DOCUMENTS)
    parts.push({ kind: "json", documents: addresses.slice(k, k + MOST_DOCUMENTS) });
  const left = draft.files.filter((f) => !isTooLarge(f));
  while (left.length > 0) {
    let n = 1;
    let bytes = left[0]!.file.size;
    while (n < Math.min(left.length, MOST_FILES) && bytes + left[n]!.file.size <= MOST_OF_FILES)
      bytes += left[n++]!.file.size;
    parts.push({ kind: "files", documents: left.splice(0, n), published: draft.published });
  }
  return parts;
}

/** What is left of a draft when a part of it is sent; what was put into it meanwhile stays. */
export function withoutPart<F extends OfferedFile>(draft: Draft<F>, part: Part<F>): Draft<F> {
  if (part.kind === "files") {
    const sent = new Set(part.documents);
    return { ...draft, files: draft.files.filter((f) => !sent.has(f)) };
  }
  const texts = part.documents.flatMap((d) => (d.kind === "text" ? [d.text] : []));
  const sent = new Set(part.documents.flatMap((d) => (d.kind === "address" ? [d.address] : [])));
  return {
    ...draft,
    ...(texts.includes(draft.text) ? { text: "", name: "" } : {}),
    addresses: addressesOf(draft.addresses)
      .filter((a) => !sent.has(a))
      .join("\n"),
  };
}
