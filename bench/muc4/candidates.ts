import type { Toll } from "../../src/coding/claim.js";
import type { Resources, Trace } from "../../src/coding/read-report.js";
import { HURT } from "./human-targets.js";
import { incidentsOf, isLongAgo, typeOf } from "./incidents.js";
import { singular } from "./phrases.js";
import { type FoundRoles, partOfName } from "./roles.js";
import { plain } from "./score.js";
import { ASKED, type Asked, COUNTRIES, effectAround, type Telling, tellingsIn } from "./tellings.js";

/** One name of somebody or something that a report may tell in a role, with all that the record says of it. */
export interface Candidate {
  readonly asked: Asked;
  /** Which of the report's entities of the role: of its names one is given at most. */
  readonly entity: number;
  readonly name: string;
  readonly start: number;
  readonly features: readonly string[];
  readonly number: string | null;
  readonly effect: string | null;
  readonly toll: Toll | null;
}

export function candidatesOf(trace: Trace, resources: Resources, rules: FoundRoles): Candidate[] {
  const tellings = tellingsIn(trace, resources, rules);
  const report = aboutReport(trace, rules);
  return ASKED.flatMap((asked) =>
    entitiesOf(tellings.filter((t) => t.asked === asked)).flatMap((same, k) => namesOf(same, k, report)),
  );
}

/**
 * Tellings of one and the same. First those that say what became of somebody, so that of others with the same noun each comes to the
 * nearest: "people" are not the dead and the wounded.
 */
function entitiesOf(tellings: readonly Telling[]): Telling[][] {
  const out: Telling[][] = [];
  const says = (t: Telling) => t.isPerson || t.effect !== null;
  for (const t of [...tellings.filter(says), ...tellings.filter((x) => !says(x))]) {
    const known = out
      .filter(
        (same) =>
          same.some((o) => isSame(o, t)) && (t.isPerson || !same.some((o) => contradict(o.effect, t.effect))),
      )
      .sort((a, b) => away(a, t) - away(b, t))[0];
    if (known) known.push(t);
    else out.push([t]);
  }
  for (const same of out) same.sort((a, b) => tellings.indexOf(a) - tellings.indexOf(b));
  return tellings[0]?.asked === "Human" ? joined(out) : out;
}

function isSame(a: Telling, b: Telling): boolean {
  if (a.isPerson || b.isPerson) return a.isPerson && b.isPerson && partOfName(a.key, b.key);
  if (a.key === b.key) return true;
  // "nine deaths" are the nine people who were killed
  return (
    a.effect !== null &&
    a.effect === b.effect &&
    a.number === b.number &&
    [a, b].some((t) => HURT.test(t.key))
  );
}

const away = (same: readonly Telling[], { start }: Telling) =>
  Math.min(...same.map((o) => Math.abs(o.start - start)));

/** Persons with the nouns that stand for one of them ("the mayor"), and nouns for the same people ("Jesuit priests", "the Jesuits"). */
function joined(groups: readonly Telling[][]): Telling[][] {
  const persons = groups.filter((g) => g[0]!.isPerson);
  const called = (title: string) =>
    persons.filter((p) => p.some((t) => t.features.includes(`title ${title}`)));
  const others: Telling[][] = [];
  for (const g of groups) {
    if (g[0]!.isPerson) continue;
    const who = called(g[0]!.key);
    const left: Telling[] = [];
    for (const t of g) {
      const nearest = who.sort((a, b) => gap(a, t) - gap(b, t))[0];
      if (!nearest) left.push(t);
      else if (isOne(t)) nearest.push(t);
      else left.push({ ...t, features: [...t.features, "named ones"] });
    }
    if (left.length === 0) continue;
    const known = others.find(
      (o) =>
        (saysOf(o).has(left[0]!.key) || saysOf(left).has(o[0]!.key)) &&
        o.every(isOne) === left.every(isOne) &&
        !o.some((x) => left.some((y) => contradict(x.effect, y.effect))),
    );
    if (known) known.push(...left);
    else others.push(left);
  }
  return [...persons, ...others];
}

const isOne = (t: Telling) => t.number === "1";
/** How far a person is named from a telling; what is named before is thrice as near. */
const gap = (person: readonly Telling[], { start }: Telling) =>
  Math.min(
    ...person
      .filter((x) => x.isPerson)
      .map((x) => (x.start <= start ? start - x.start : 3 * (x.start - start))),
  );
const saysOf = (same: readonly Telling[]) =>
  new Set(same.flatMap((t) => plain(t.names[0]!).split(" ").map(singular)));

/** Three people killed and five people wounded are two. */
const contradict = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;

function namesOf(same: readonly Telling[], entity: number, report: readonly string[]): Candidate[] {
  const byName = new Map<string, Telling[]>();
  const spelled = new Map<string, string>();
  const { isPerson } = same[0]!;
  for (const t of same.filter((t) => t.isPerson === isPerson))
    for (const name of t.names) {
      const key = plain(name);
      byName.set(key, [...(byName.get(key) ?? []), t]);
      if (!spelled.has(key)) spelled.set(key, name);
    }
  const most = Math.max(...[...byName.values()].map((x) => x.length));
  const longest = Math.max(...[...byName.keys()].map((x) => x.split(" ").length));
  const n = same.length;
  const shared = [
    ...report,
    ...same.flatMap((t) => t.features),
    isPerson ? "named" : "described",
    `told ${n > 5 ? "often" : n > 2 ? "some" : n > 1 ? "twice" : "once"}`,
  ];
  const exact = same.filter((t) => t.number !== null && t.number !== "PLURAL");
  const counted = exact.find((t) => t.toll !== null) ?? exact[0] ?? same[0]!;
  const number = isPerson ? "1" : counted.number;
  const effect = same.find((t) => t.effect !== null)?.effect ?? effectAround(shared);
  shared.push(`number ${sizeOf(number)}`, `effect ${effect}`);
  return [...byName].map(([key, tellings]): Candidate => {
    const words = key.split(" ");
    const name = spelled.get(key)!;
    const own = tellings.flatMap((t) => t.features).flatMap((f) => OF_NAME.exec(f)?.[0] ?? []);
    const features = [...shared, ...own.map((f) => `name ${f}`), `name words ${Math.min(words.length, 6)}`];
    // no names of persons: they would be learned by heart
    if (!isPerson) features.push(`name first ${words[0]}`, `name last ${words.at(-1)}`);
    if (/ of /i.test(name)) features.push("name of");
    if (tellings.length === most) features.push("name most often");
    if (words.length === longest) features.push("name longest");
    if (tellings.includes(same[0]!)) features.push("name told first");
    return {
      asked: same[0]!.asked,
      entity,
      name,
      start: tellings[0]!.start,
      features: [...new Set(features)],
      number,
      effect,
      toll: counted.toll ?? same.find((t) => t.toll !== null)?.toll ?? null,
    };
  });
}

/** How large a number in the key's words is. */
function sizeOf(number: string | null): string {
  if (number === null || number === "PLURAL" || number === "1") return `${number}`;
  if (!/^\d+$/.test(number)) return "hedged";
  return Number(number) < 5 ? "few" : Number(number) < 20 ? "some" : "many";
}

/** What of a telling counts for the name that it uses as well. */
const OF_NAME = /^(?:rule|means|target|actor:ASSAULT\/happened|recipient:ASSAULT\/happened)/;

/** What sort of report it is. */
function aboutReport(trace: Trace, rules: FoundRoles): string[] {
  const { coded, drafts } = trace;
  const violence = drafts.filter((d) => d.type === "ASSAULT");
  const recent = violence.filter(
    (d) =>
      /happened|ongoing|denied/.test(d.status) && !isLongAgo(coded.events[drafts.indexOf(d)]!.date, trace),
  );
  const armed = coded.tolls.filter((t) => t.of.kind === "military" || t.of.kind === "militant");
  const length = coded.report.text.length;
  const countries = new Map<string, number>();
  for (const { place } of coded.events)
    if (place?.country) countries.set(place.country, (countries.get(place.country) ?? 0) + 1);
  const most = [...countries].sort((a, b) => b[1] - a[1])[0]?.[0];
  return [
    `report violence ${bucket(recent.length)}`,
    `report victims and targets ${bucket(rules.Victim.length + rules.Target.length)}`,
    `report fights ${bucket(violence.filter((d) => d.mutual).length)}`,
    `report armed losses ${bucket(armed.length)}`,
    `report other losses ${bucket(coded.tolls.filter((t) => !armed.includes(t) && t.harm !== "displaced").length)}`,
    `report quotes ${bucket(coded.attributions.filter((a) => a.direct).length)}`,
    `report ${length < 1500 ? "short" : length < 4000 ? "middling" : "long"}`,
    `report in ${most === undefined ? "no country" : COUNTRIES.has(most) ? most : "another country"}`,
    ...incidentsOf(trace).map((i) => `report ${typeOf(i.events)}`),
    ...[...coded.report.text.slice(0, 600).matchAll(LABEL)].map(([, label]) => `report ${label}`),
  ];
}

/** What the monitoring service calls the text. */
const LABEL = /\[(TEXT|REPORT|EXCERPT|COMMUNIQUE|INTERVIEW|STATEMENT|ARTICLE|COMMENTARY|EDITORIAL|SPEECH)/g;

const bucket = (n: number) => (n === 0 ? "0" : n < 2 ? "1" : n < 4 ? "2-3" : n < 8 ? "4-7" : "8+");
