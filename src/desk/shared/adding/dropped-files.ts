import type { DropZoneProps } from "react-aria-components/DropZone";
import type { WholeFile } from "./adding.js";
import { isOfReadKind } from "./draft.js";

/** Files that were dropped or chosen; `leftOut`: so many files of folders are of no kind that is read. */
export interface Gathered {
  readonly files: readonly WholeFile[];
  readonly leftOut: number;
}

type DropItem = Parameters<NonNullable<DropZoneProps["onDrop"]>>[0]["items"][number];

/** A file or a folder as the browser gives it, whichever way it came. */
export type Given =
  | { readonly kind: "file"; readonly name: string; readonly file: () => Promise<File> }
  | { readonly kind: "folder"; readonly name: string; readonly entries: () => AsyncIterable<Given> };

/**
 * All files, those of folders by their paths. A file by itself is taken whatever its name, of folders those of the kinds that are
 * read. A file that the browser cannot give any more is passed over.
 */
export async function gather(given: Iterable<Given>): Promise<Gathered> {
  const files: WholeFile[] = [];
  let leftOut = 0;
  const take = async (one: Given, path: string): Promise<void> => {
    if (one.kind === "folder") {
      for await (const entry of one.entries()) await take(entry, `${path}${one.name}/`);
      return;
    }
    const name = path + one.name;
    if (path !== "" && !isOfReadKind(name)) leftOut += 1;
    else {
      const file = await one.file().catch(() => null);
      if (file) files.push({ name, file });
    }
  };
  for (const one of given) await take(one, "");
  return { files, leftOut };
}

/** Of an input for files or folders. */
export function filesOfList(list: Iterable<File>): Gathered {
  const all = [...list].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  const files = all.filter((f) => !f.name.includes("/") || isOfReadKind(f.name));
  return { files, leftOut: all.length - files.length };
}

/** Of a drop zone. */
export const filesOfItems = (items: readonly DropItem[]): Promise<Gathered> => gather(items.flatMap(ofItem));

function ofItem(item: DropItem): Given[] {
  if (item.kind === "text") return [];
  if (item.kind === "file") return [{ kind: "file", name: item.name, file: () => item.getFile() }];
  return [
    {
      kind: "folder",
      name: item.name,
      entries: async function* () {
        for await (const entry of item.getEntries()) yield* ofItem(entry);
      },
    },
  ];
}

/** Of a drop anywhere, or of what is pasted. What there is is taken before this returns: the browser keeps it no longer. */
export function filesOfTransfer(transfer: DataTransfer): Promise<Gathered> {
  return gather(
    [...transfer.items].flatMap((item) => {
      if (item.kind !== "file") return [];
      const entry = item.webkitGetAsEntry();
      const file = item.getAsFile();
      if (entry?.isDirectory) return [ofEntry(entry)];
      return file ? [{ kind: "file" as const, name: file.name, file: async () => file }] : [];
    }),
  );
}

function ofEntry(entry: FileSystemEntry): Given {
  if (!entry.isDirectory)
    return {
      kind: "file",
      name: entry.name,
      file: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
    };
  return {
    kind: "folder",
    name: entry.name,
    entries: async function* () {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      // the browser gives a folder a hundred entries at a time
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        ).catch(() => []);
        if (some.length === 0) return;
        yield* some.map(ofEntry);
      }
    },
  };
}
