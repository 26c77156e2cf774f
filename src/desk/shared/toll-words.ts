/** Victims by their kind, in neutral words; a sort of "forces" or "unknown" where the kinds differ. */
const VICTIMS: Readonly<Record<string, string>> = {
  military: "soldiers",
  militant: "fighters",
  police: "police",
  forces: "forces",
  civilian: "civilians",
  official: "officials",
  equipment: "equipment",
};

interface Victims {
  readonly harm: string;
  readonly kind: string;
  readonly sort?: string;
}

/** "soldiers", "fighters"; "people" or "things" where it is not said who they are. */
export const victimWords = ({ harm, kind, sort = "" }: Victims): string =>
  VICTIMS[kind] ?? VICTIMS[sort] ?? (harm === "destroyed" ? "things" : "people");

/** "soldiers of Pakistan killed", "people killed, not said whose", "equipment destroyed, not said whose". */
export function tollWords(
  cell: Victims & { readonly party: string | null },
  nameOf: (code: string) => string,
): string {
  const whose = cell.party === null ? "" : ` of ${nameOf(cell.party)}`;
  return `${victimWords(cell)}${whose} ${cell.harm}${cell.party === null ? ", not said whose" : ""}`;
}
