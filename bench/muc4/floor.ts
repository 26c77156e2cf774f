import { ROLES, type Role } from "./gold.js";
import type { IncidentType } from "./incidents.js";

/** The type by the first of these words that a text has. */
const TYPE_WORDS: readonly (readonly [RegExp, IncidentType])[] = [
  [/\bKIDNAP|\bABDUCT|\bHOSTAGE/, "KIDNAPPING"],
  [/\bBOMB|\bDYNAMIT|\bEXPLO/, "BOMBING"],
];

export const floorType = (text: string): IncidentType =>
  TYPE_WORDS.find(([words]) => words.test(text))?.[1] ?? "ATTACK";

const WORDS: Record<Exclude<Role, "Victim">, RegExp> = {
  PerpInd: /\b(?:GUERRILLAS|TERRORISTS|REBELS|GUNMEN|ARMED MEN|UNIDENTIFIED (?:MEN|INDIVIDUALS|PERSONS))\b/g,
  PerpOrg: /\b(?:FMLN|ELN|SHINING PATH|MRTA|FARC|EXTRADITABLES|ARMED FORCES|ARMY)\b/g,
  Target: /\b(?:HOUSES?|CARS?|BUS(?:ES)?|VEHICLES?|EMBASSY|OFFICES?|RESTAURANT|STORES?|BRIDGE)\b/g,
  Weapon: /\b(?:CAR BOMB|BOMBS?|DYNAMITE|EXPLOSIVES|GRENADES?|ROCKETS?|MACHINEGUNS?|RIFLES?)\b/g,
};

/** Words of each role wherever they stand within a sentence of attack, and what stands behind a word of killing up to the next comma. */
export function floorRoles(text: string): Record<Role, readonly string[]> {
  const told = text
    .split(/(?<=\.)\s+/)
    .filter((s) => /\b(?:KILL|ATTACK|MURDER|ASSASSINAT|BOMB|KIDNAP|EXPLO|WOUND)/.test(s))
    .join(" ");
  const out = Object.fromEntries(ROLES.map((r) => [r, [] as string[]])) as Record<Role, string[]>;
  for (const [role, words] of Object.entries(WORDS))
    out[role as Role] = [...new Set(told.match(words) ?? [])];
  const victims = told.matchAll(
    /(?:KILLED|MURDERED|KIDNAPPED|MURDER OF|ASSASSINATION OF)\s+([A-Z]+ [A-Z]+(?: [A-Z]+)?),/g,
  );
  out.Victim = [...new Set([...victims].map((m) => m[1]!))];
  return out;
}
