import type { Found } from "../../../formats/desk-json.js";
import { dateLabel, oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { actsLabel, partyLabel } from "../../../formats/record-labels.js";
import { foldName } from "../../../text/fold-name.js";
import { type Filters, filtersOf, type Search, stringifySearch } from "../../api/filters.js";
import type { Density, Theme } from "../../shared/appearance.js";
import { ROOMS } from "../../shared/rooms.js";
import { type Piece, piecesOfExcerpt, piecesOfName } from "./marked.js";

/** What choosing an entry does. */
export type Target =
  | { readonly kind: "go"; readonly href: string }
  | { readonly kind: "add" }
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "density"; readonly density: Density }
  | { readonly kind: "search"; readonly words: string }
  | { readonly kind: "forget" };

export interface Entry {
  /** The same as long as it leads to the same. */
  readonly id: string;
  readonly target: Target;
  readonly title: readonly Piece[];
  readonly detail: readonly Piece[];
  /** At the end of the line. */
  readonly aside: string;
}

export interface EntryGroup {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Asked {
  readonly words: string;
  /** What the server found for them, or for those before while it is still looking; null where there is nothing yet. */
  readonly found: Found | null;
  readonly recents: readonly string[];
  readonly filters: Filters;
  readonly nameOf: (code: string) => string;
}

/** All that can be chosen, in groups; empty ones are left out. Without words: what was looked for lately, rooms and commands. */
export function groupsOf(asked: Asked): EntryGroup[] {
  const { words, found, recents } = asked;
  const commands = [...rooms(asked.filters), ...COMMANDS];
  const groups: EntryGroup[] =
    words.trim() === ""
      ? [
          { title: "Lately looked for", entries: lately(recents) },
          { title: "Rooms", entries: rooms(asked.filters) },
          { title: "Commands", entries: COMMANDS },
        ]
      : [
          { title: "Go to", entries: commands.flatMap((c) => named(c, words)) },
          ...(found === null ? [] : foundGroups(found, asked)),
        ];
  return groups.filter((g) => g.entries.length > 0);
}

const plain = (text: string): Piece[] => (text === "" ? [] : [{ text, isFound: false }]);
const go = (path: string, search: Search = {}): Target => ({
  kind: "go",
  href: path + stringifySearch(search),
});

const rooms = (filters: Filters): Entry[] =>
  ROOMS.map(({ to, label }) => ({
    id: `room:${to}`,
    target: go(to, filtersOf(filters as Search) as Search),
    title: plain(label),
    detail: [],
    aside: "room",
  }));

const command = (id: string, target: Target, label: string): Entry => ({
  id,
  target,
  title: plain(label),
  detail: [],
  aside: "command",
});
const COMMANDS: readonly Entry[] = [
  command("add", { kind: "add" }, "Add documents"),
  command("theme:light", { kind: "theme", theme: "light" }, "Theme: light"),
  command("theme:dark", { kind: "theme", theme: "dark" }, "Theme: dark"),
  command("theme:system", { kind: "theme", theme: "system" }, "Theme: as the system"),
  command("density:comfortable", { kind: "density", density: "comfortable" }, "Rows: comfortable"),
  command("density:compact", { kind: "density", density: "compact" }, "Rows: compact"),
];

/** A room or command whose label has all the words, each at the beginning of one of its own. */
function named(entry: Entry, words: string): Entry[] {
  const label = entry.title.map((p) => p.text).join("");
  const own = foldName(label).split(/[^\p{L}\p{N}]+/u);
  const wanted = foldName(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== "");
  const fits = wanted.length > 0 && wanted.every((w) => own.some((o) => o.startsWith(w)));
  return fits ? [{ ...entry, title: piecesOfName(label, words) }] : [];
}

const lately = (recents: readonly string[]): Entry[] =>
  recents.length === 0
    ? []
    : [
        ...recents.map((words) => ({
          id: `recent:${words}`,
          target: { kind: "search" as const, words },
          title: plain(words),
          detail: [],
          aside: "",
        })),
        command("forget", { kind: "forget" }, "Forget these"),
      ];

const allReports = (words: string): Entry => ({
  id: "all",
  target: go("/reports", { q: words }),
  title: plain(`All reports with “${words}”`),
  detail: [],
  aside: "",
});

function foundGroups(found: Found, { words, nameOf }: Asked): EntryGroup[] {
  const name = (text: string) => piecesOfName(text, words);
  const incidents: EntryGroup[] = [
    {
      title: "Incidents",
      entries: found.incidents.map((i) => ({
        id: `incident:${i.id}`,
        target: go(`/incidents/${encodeURIComponent(i.id)}`),
        title: name(
          `${i.place ?? (i.country === null ? "Place not told" : nameOf(i.country))}, ${dateLabel({ from: i.from, to: i.to, basis: "stated" })}`,
        ),
        detail: name(`${partyLabel(i.parties, { nameOf })}: ${actsLabel(i.acts, i.kind)}`),
        aside: i.verdict.replace("-", " "),
      })),
    },
  ];
  const names: EntryGroup[] = [
    {
      title: "Parties",
      entries: found.parties.map((p) => ({
        id: `party:${p.code}`,
        target: go("/incidents", { party: [p.code] }),
        title: name(p.name),
        detail: [],
        aside: p.code === p.name ? "" : p.code,
      })),
    },
    {
      title: "Places",
      entries: found.places.map((p) => ({
        id: `place:${p.country ?? ""}:${p.name}`,
        target: go("/incidents", { place: p.name }),
        title: name(p.name),
        detail: plain(p.country === null ? "" : nameOf(p.country)),
        aside: counted(p.incidents, "incident"),
      })),
    },
  ];
  const texts: EntryGroup[] = [
    {
      title: "Reports",
      entries: [
        ...found.reports
          .filter((r) => r.claim === null)
          .map((r) => ({
            id: `report:${r.hash}`,
            target: go(`/reports/${r.hash}`),
            title: name(r.title ?? r.label),
            detail: piecesOfExcerpt(r.excerpt),
            aside: source(r),
          })),
        ...(found.reports.length > 0 ? [allReports(words.trim())] : []),
      ],
    },
    {
      title: "Claims",
      entries: found.reports.flatMap((r) =>
        r.claim === null
          ? []
          : [
              {
                id: `claim:${r.claim}`,
                target: go(`/reports/${r.hash}`, { claim: r.claim }),
                title: piecesOfExcerpt(r.excerpt),
                detail: plain(r.title ?? r.label),
                aside: source(r),
              },
            ],
      ),
    },
  ];
  // who types a name wants what bears it before what happened there
  const typed = foldName(words);
  const isName = [...found.parties, ...found.places].some((n) => foldName(n.name).startsWith(typed));
  return isName ? [...names, ...incidents, ...texts] : [...incidents, ...names, ...texts];
}

const source = (r: Found["reports"][number]): string =>
  [r.outlet, r.from === null ? null : oneDay(r.from)].filter((x) => x !== null).join(", ");

/** Which entry is marked: the one that was, as long as it is there, else the first. */
export function markedEntry(groups: readonly EntryGroup[], id: string | null): Entry | null {
  const entries = groups.flatMap((g) => g.entries);
  return entries.find((e) => e.id === id) ?? entries[0] ?? null;
}

/** The entry so many further on; round the ends. */
export function entryBeside(groups: readonly EntryGroup[], id: string | null, step: number): string | null {
  const entries = groups.flatMap((g) => g.entries);
  if (entries.length === 0) return null;
  const at = entries.findIndex((e) => e.id === id);
  return entries[(Math.max(at, 0) + step + entries.length) % entries.length]!.id;
}

/** The first entry of the next group, or of the one before; round the ends. */
export function groupBeside(groups: readonly EntryGroup[], id: string | null, step: 1 | -1): string | null {
  if (groups.length === 0) return null;
  const at = groups.findIndex((g) => g.entries.some((e) => e.id === id));
  return groups[(Math.max(at, 0) + step + groups.length) % groups.length]!.entries[0]!.id;
}

/** Whether the server has found anything at all. */
export const isEmpty = (found: Found): boolean =>
  found.incidents.length + found.parties.length + found.places.length + found.reports.length === 0;
