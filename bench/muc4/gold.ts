import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** GRIT's five roles, in its order. */
export const ROLES = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"] as const;
export type Role = (typeof ROLES)[number];

/** One who or what, as one string or several; any names it. */
export interface Entity {
  readonly names: readonly string[];
  /** The key marks it or its template with "?": it may be left out. */
  readonly isOptional: boolean;
}
export type Entities = Readonly<Record<Role, readonly Entity[]>>;

interface Fill {
  readonly optional: boolean;
  readonly alts: readonly { readonly text: string }[];
  readonly of?: readonly string[];
}
interface Values {
  readonly optional: boolean;
  readonly values: readonly string[];
  readonly of: readonly string[];
}

/** A template of the key, with the slots that are scored here. */
export interface Template {
  readonly n: number;
  readonly optional: boolean;
  readonly date: readonly {
    readonly raw: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly type: readonly string[];
  readonly instruments: readonly Fill[];
  readonly perpIndividuals: readonly Fill[];
  readonly perpOrganizations: readonly Fill[];
  readonly physTargets: readonly Fill[];
  readonly humTargetNames: readonly Fill[];
  readonly humTargetDescriptions: readonly Fill[];
  readonly humTargetNumbers: readonly Values[];
  readonly humTargetEffects: readonly Values[];
}

export interface GoldReport {
  readonly id: string;
  readonly date: string | null;
  readonly text: string;
  readonly templates: readonly Template[];
}

export function readGold(file: string): GoldReport[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldReport);
}

const SLOTS: Record<Role, keyof Template> = {
  PerpInd: "perpIndividuals",
  PerpOrg: "perpOrganizations",
  Target: "physTargets",
  Victim: "humTargetNames",
  Weapon: "instruments",
};

/**
 * A report's entities over all its templates, as GRIT's preprocessing makes them: victims are those with a name, and of two whose
 * strings include one another the first stands.
 */
export function entitiesOf(report: GoldReport): Entities {
  const out = {} as Record<Role, Entity[]>;
  for (const role of ROLES) {
    const list: Entity[] = [];
    for (const t of report.templates) {
      for (const fill of t[SLOTS[role]] as readonly Fill[]) {
        const names = fill.alts.map((a) => a.text);
        const k = list.findIndex((e) => includesAll(e.names, names) || includesAll(names, e.names));
        const isOptional = t.optional || fill.optional;
        if (k < 0) list.push({ names, isOptional });
        else if (!isOptional) list[k] = { ...list[k]!, isOptional };
      }
    }
    out[role] = list;
  }
  return out;
}

const includesAll = (all: readonly string[], some: readonly string[]) => some.every((x) => all.includes(x));

/** Somebody hurt, held or aimed at in one template, by name or description. */
export interface HumanTarget {
  readonly names: readonly string[];
  readonly numbers: readonly Answers[];
  readonly effects: readonly Answers[];
}

/** One thing that the key says of a target: "1", "PLURAL", "3-5"; "DEATH", "INJURY". Any is right. */
interface Answers {
  readonly values: readonly string[];
  readonly isOptional: boolean;
}

/** One of the key's human targets with one thing that it says of it. */
export interface HumanFill extends Answers {
  readonly names: readonly string[];
}

/**
 * Human targets with their fills of two slots. Each fill is of one target: of two whom the key calls the same ("PEOPLE", three dead and
 * five hurt) the first fill is of the first. A fill that the key gives to nobody ("NO INJURY": "-") is of a target of that name.
 */
export const humanTargetsOf = (report: GoldReport): HumanTarget[] => report.templates.flatMap(targetsIn);

function targetsIn(t: Template): HumanTarget[] {
  // a description of somebody named is told with the name
  const fills = [...t.humTargetNames, ...t.humTargetDescriptions].filter((f) => (f.of ?? []).length === 0);
  const targets = fills.map((fill) => {
    const own = fill.alts.map((a) => a.text);
    const described = t.humTargetDescriptions.filter((d) => d.of?.some((x) => own.includes(x)));
    return {
      own,
      isOptional: fill.optional,
      names: [...own, ...described.flatMap((d) => d.alts.map((a) => a.text))],
      numbers: [] as Answers[],
      effects: [] as Answers[],
    };
  });
  for (const slot of ["numbers", "effects"] as const)
    for (const v of slot === "numbers" ? t.humTargetNumbers : t.humTargetEffects) {
      let of = targets
        .filter((x) => v.of.some((name) => x.own.includes(name)))
        .sort(
          (a, b) => strangers(a.own, v.of) - strangers(b.own, v.of) || a[slot].length - b[slot].length,
        )[0];
      if (!of) {
        of = { own: [...v.of], isOptional: false, names: [...v.of], numbers: [], effects: [] };
        targets.push(of);
      }
      // "23 -" and "23-"
      const values = slot === "numbers" ? v.values.map((n) => n.replaceAll(" ", "")) : v.values;
      of[slot].push({ values, isOptional: t.optional || of.isOptional || v.optional });
    }
  return targets;
}

/** How many names only one of the two has. */
const strangers = (a: readonly string[], b: readonly string[]) =>
  a.filter((x) => !b.includes(x)).length + b.filter((x) => !a.includes(x)).length;

/** What the key says of all human targets in one slot. */
export const humanFillsOf = (report: GoldReport, slot: "numbers" | "effects"): HumanFill[] =>
  humanTargetsOf(report).flatMap((t) => t[slot].map((said) => ({ names: t.names, ...said })));
