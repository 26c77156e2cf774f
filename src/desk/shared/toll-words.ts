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

/** "soldiers of Pakistan killed", "people killed, not said whose", "equipment destroyed, not said whose". */
export function tollWords(
  cell: {
    readonly harm: string;
    readonly party: string | null;
    readonly kind: string;
    readonly sort?: string;
  },
  nameOf: (code: string) => string,
): string {
  const who =
    VICTIMS[cell.kind] ?? VICTIMS[cell.sort ?? ""] ?? (cell.harm === "destroyed" ? "things" : "people");
  const whose = cell.party === null ? "" : ` of ${nameOf(cell.party)}`;
  return `${who}${whose} ${cell.harm}${cell.party === null ? ", not said whose" : ""}`;
}
