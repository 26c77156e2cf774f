import type { Ceasefire } from "../record/ceasefires.js";
import type { Answer, Figure, Incident, TollCell } from "../record/incident.js";
import type { Initiative } from "../record/initiatives.js";
import { rollup } from "../record/rollups.js";
import type { Lead } from "./desk-json.js";
import { dateLabel } from "./labels.js";
import { counted, grouped, oneLine } from "./page.js";
import { CEASEFIRE_WORDS, figureLabel, inSpeakingOrder, STATE_WORDS, sourceLabel } from "./record-labels.js";

/** A part of a sentence with what supports it. The texts of a sentence's clauses, one after another, are the sentence. */
export interface Clause {
  readonly text: string;
  readonly lead: Lead | null;
  /** What it says is contested or denied. */
  readonly contested: boolean;
}

/** What the sentences are made of: a selection of the record, and nothing beside it. */
export interface SituationFacts {
  /** The parties that are asked for; empty for the whole record. */
  readonly parties: readonly string[];
  /** Two of them suffice; else all take part. */
  readonly isAmong: boolean;
  /** The selection as a query of the list of incidents. */
  readonly query: Readonly<Record<string, string | string[]>>;
  /** Incidents of violence, their first and last day, and how many are contested or denied. */
  readonly violent: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly contested: number;
  readonly denied: number;
  /** Incidents of coercion. */
  readonly coercive: number;
  /** The incident of violence with most people killed by UCDP's low figure, where any has one. */
  readonly deadliest: Incident | null;
  /** The contested or denied one with the highest figure. */
  readonly disputed: Incident | null;
  readonly initiatives: readonly Initiative[];
  readonly ceasefires: readonly Ceasefire[];
}

interface Names {
  readonly nameOf: (code: string) => string;
}

/** The state of a conflict in three to five sentences, in the record's own neutral voice; figures only with who says them. */
export function situationText(s: SituationFacts, o: Names): Clause[][] {
  const sentences: Clause[][] = [countSentence(s, o)];
  if (s.violent > 0) sentences.push(tollSentence(s, o), disputeSentence(s));
  const initiative = latest(s.initiatives, (i) => i.to ?? i.from);
  const ceasefire = latest(s.ceasefires, (c) => c.agreed?.from ?? c.agreed?.to ?? null);
  if (!initiative && !ceasefire && s.violent > 0)
    sentences.push([plain("No initiative of diplomacy and no ceasefire is on record.")]);
  else
    sentences.push(
      initiative ? initiativeSentence(initiative, o) : [plain("No initiative of diplomacy is on record.")],
      ceasefire ? ceasefireSentence(ceasefire, o) : [plain("No ceasefire is on record.")],
    );
  return sentences.map((clauses) => clauses.filter((c) => c.text !== ""));
}

const plain = (text: string): Clause => ({ text, lead: null, contested: false });

/** The last by day, then by id. */
function latest<T extends { readonly id: string }>(
  list: readonly T[],
  dayOf: (x: T) => string | null,
): T | undefined {
  const key = (x: T) => `${dayOf(x) ?? ""}|${x.id}`;
  return list.reduce<T | undefined>((a, b) => (a === undefined || key(b) > key(a) ? b : a), undefined);
}

// ---- names

/** "the United States": names that take an article in a sentence. */
const nameIn = (code: string, o: Names): string => {
  const name = oneLine(o.nameOf(code));
  return /^(?:UN|EU|AU)$|^(?:United|Democratic|Central African|European|African|Arab)\b|\b(?:Republic|Islands|Emirates|Union|Nations|States)$/.test(
    name,
  )
    ? `the ${name}`
    : name;
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

const PLURAL = new Set<string | null>([
  null,
  "officials",
  "medics",
  "aid workers",
  "monitors",
  "residents",
  "others",
]);

/** What a source does, of one and of several. */
const VERBS = {
  says: "say",
  speaks: "speak",
  denies: "deny",
  doubts: "doubt",
  reports: "report",
} as const;

/** "Pakistan says", "unnamed officials say". */
const saying = (source: string | null, verb: keyof typeof VERBS, o: Names): string => {
  if (source === "others") return `others who are not named ${VERBS[verb]}`;
  return PLURAL.has(source) ? `${sourceLabel(source, o)} ${VERBS[verb]}` : `${nameIn(source!, o)} ${verb}`;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

// ---- how many incidents

function countSentence(s: SituationFacts, o: Names): Clause[] {
  const who = among(s, o);
  const lead = (kind: string): Lead => ({ to: "incidents", filter: { ...s.query, kind } });
  const days = s.from === null ? "" : `, ${dayRange(s.from, s.to ?? s.from)}`;
  const coercion: Clause[] =
    s.coercive === 0
      ? []
      : [
          plain(s.violent === 0 ? "; " : ", beside "),
          {
            text:
              s.violent === 0
                ? `${counted(s.coercive, "incident")} of coercion ${s.coercive === 1 ? "is" : "are"}`
                : `${counted(s.coercive, "incident")} of coercion`,
            lead: lead("coercion"),
            contested: false,
          },
        ];
  if (s.violent === 0) return [plain(`No incident of violence${who} is on record`), ...coercion, plain(".")];
  return [
    {
      text: `${counted(s.violent, "incident")} of violence${who} ${s.violent === 1 ? "is" : "are"} on record`,
      lead: lead("violence"),
      contested: false,
    },
    plain(days),
    ...coercion,
    plain("."),
  ];
}

const dayRange = (from: string, to: string) =>
  from === to
    ? `on ${dateLabel({ from, to, basis: "stated" })}`
    : `from ${dateLabel({ from, to: from, basis: "stated" })} to ${dateLabel({ from: to, to, basis: "stated" })}`;

function among({ parties, isAmong }: SituationFacts, o: Names): string {
  const names = listed(parties.map((p) => nameIn(p, o)));
  if (parties.length === 0) return "";
  if (parties.length === 1) return ` in which ${names} takes part`;
  if (parties.length === 2) return ` between ${names}`;
  return isAmong ? ` between any two of ${names}` : ` in which ${names} take part`;
}

// ---- people killed

/** Answers of a cell that are told one by one; what is more is counted. */
const MOST_ANSWERS = 4;

function tollSentence({ deadliest, violent }: SituationFacts, o: Names): Clause[] {
  if (!deadliest) return [plain("No figure of people killed in one of them is on record.")];
  const lead: Lead = { to: "incident", id: deadliest.id };
  const which = violent === 1 ? "It" : "The deadliest of them by UCDP's low figure";
  return [
    { text: `${which} is that of ${incidentWords(deadliest)}`, lead, contested: false },
    plain(": "),
    ...joined(
      mainCells(deadliest).map((cell) => cellClauses(cell, { incident: deadliest, lead }, o)),
      "; ",
    ),
    plain("."),
  ];
}

/** "11–12 Oct 2025 (Kunar)". */
const incidentWords = (i: Pick<Incident, "place" | "date">): string =>
  `${dateLabel(i.date)}${i.place ? ` (${oneLine(i.place.name)})` : ""}`;

/** The cell of people killed with the highest low figure, and the highest of another side. */
function mainCells(i: Incident): TollCell[] {
  const ranked = i.tolls
    .map((cell) => ({ cell, ...rollup(cell, "ucdp", i.parties) }))
    .filter((r) => r.cell.harm === "killed" && r.low !== null)
    .sort((a, b) => b.low! - a.low! || (b.high ?? 0) - (a.high ?? 0));
  const [first] = ranked;
  const other = ranked.find(
    (r) => r.cell.party !== null && r.cell.party !== first?.cell.party && r.high !== 0,
  );
  return [first, other].flatMap((r) => (r ? [r.cell] : []));
}

/** "Pakistan says 23 of its soldiers were killed", "Afghanistan says 58", "by UCDP's rule low 23, best 23, high 58". */
function cellClauses(
  cell: TollCell,
  { incident, lead }: { readonly incident: Incident; readonly lead: Lead },
  o: Names,
): Clause[] {
  const contested = cell.verdict === "contested" || cell.verdict === "denied";
  const order = inSpeakingOrder(
    cell.answers.map((a) => a.source),
    incident.parties,
  );
  const answers = [...cell.answers].sort((a, b) => order.indexOf(a.source) - order.indexOf(b.source));
  const told = [...answers.filter(isFigure), ...answers.filter((a) => !isFigure(a))];
  const texts = told
    .slice(0, MOST_ANSWERS)
    .map((a, k) => answerWords(a, { cell, before: told[k - 1]?.source }, o));
  const left = told.length - texts.length;
  if (left > 0) texts.push(`${counted(left, "other answer")} ${left === 1 ? "is" : "are"} on record`);
  const { low, best, high, open } = rollup(cell, "ucdp", incident.parties);
  // a range is never without its rule
  if (low !== null && (low !== high || open) && told.filter(isFigure).length > 1)
    texts.push(
      `by UCDP's rule low ${grouped(low)}, best ${grouped(best ?? low)}, high ${grouped(high ?? low)}${open ? " or more" : ""}`,
    );
  return joined(
    texts.map((text) => [{ text, lead, contested }]),
    ", ",
  );
}

const isFigure = (a: Answer<Figure>): a is Answer<Figure> & { readonly value: Figure } =>
  (a.stance === "asserts" || a.stance === "confirms") &&
  a.value !== null &&
  (a.value.low !== null || a.value.high !== null);

/** @param before who gave the answer told before this one; undefined for the first, which says whose the victims are */
function answerWords(
  a: Answer<Figure>,
  { cell, before }: { readonly cell: TollCell; readonly before: string | null | undefined },
  o: Names,
): string {
  if (a.stance === "denies") return `${saying(a.source, "denies", o)} it`;
  if (a.stance === "doubts") return `${saying(a.source, "doubts", o)} it`;
  if (!isFigure(a)) return `${saying(a.source, "speaks", o)} of ${a.value ? figureLabel(a.value) : "it"}`;
  const figure = figureLabel(a.value);
  if (before === a.source) return `and ${figure} at the same time`;
  if (before !== undefined) return `${saying(a.source, "says", o)} ${figure}`;
  const one = a.value.low === 1 && a.value.high === 1;
  return `${saying(a.source, "says", o)} ${figure} ${victims(cell, a.source, one, o)} ${one ? "was" : "were"} ${cell.harm}`;
}

const VICTIMS: Readonly<Record<string, readonly [string, string]>> = {
  military: ["soldier", "soldiers"],
  militant: ["fighter", "fighters"],
  police: ["police officer", "police officers"],
  official: ["official", "officials"],
  civilian: ["civilian", "civilians"],
};

/** "of its soldiers", "soldiers of Pakistan", "people". */
function victims(cell: TollCell, source: string | null, one: boolean, o: Names): string {
  const [singular, plural] = VICTIMS[cell.kind] ?? ["person", "people"];
  if (cell.party !== null && cell.party === source) return `of its ${plural}`;
  const noun = one ? singular : plural;
  return cell.party === null ? noun : `${noun} of ${nameIn(cell.party, o)}`;
}

function joined(parts: readonly (readonly Clause[])[], by: string): Clause[] {
  return parts.flatMap((part, k) => (k === 0 ? [...part] : [plain(by), ...part]));
}

// ---- what is contested

function disputeSentence(s: SituationFacts): Clause[] {
  if (s.contested + s.denied === 0)
    return [
      plain(s.violent === 1 ? "It is neither contested nor denied." : "None of them is contested or denied."),
    ];
  const counts = (["contested", "denied"] as const).flatMap((verdict, k): Clause[] => {
    const n = s[verdict];
    if (n === 0) return [];
    const isFirst = k === 0 || s.contested === 0;
    const whole = s.violent === 1 ? "It" : `${grouped(n)}${isFirst ? " of them" : ""}`;
    const text = `${whole} ${n === 1 ? "is" : "are"} ${verdict}`;
    const filter = { ...s.query, kind: "violence", verdict };
    return [
      ...(isFirst ? [] : [plain(" and ")]),
      { text, lead: { to: "incidents", filter }, contested: true },
    ];
  });
  if (!s.disputed || s.violent === 1) return [...counts, plain(".")];
  const isSame = s.disputed.id === s.deadliest?.id;
  return [
    ...counts,
    plain(isSame ? ", " : "; the one with the highest figure is "),
    {
      text: isSame ? "that one among them" : `that of ${incidentWords(s.disputed)}`,
      lead: { to: "incident", id: s.disputed.id },
      contested: true,
    },
    plain("."),
  ];
}

// ---- diplomacy

function initiativeSentence(i: Initiative, o: Names): Clause[] {
  const lead: Lead = { to: "initiative", id: i.id };
  const parties = i.parties.map((p) => nameIn(p, o));
  const between =
    parties.length > 1 ? ` between ${listed(parties)}` : parties.length === 1 ? ` towards ${parties[0]}` : "";
  const whose =
    i.thirdParty.length > 0
      ? `The latest initiative, that of ${listed(i.thirdParty.map((p) => nameIn(p, o)))}${between},`
      : `The latest move of diplomacy, ${parties.length > 1 ? `between ${listed(parties)} themselves` : `of ${parties[0] ?? "parties not named"}`},`;
  const step = i.history.findLast((h) => h.state === i.state) ?? i.history.at(-1);
  const says = i.history
    .filter((h) => h.state === i.state && h.act === step?.act)
    .map((h) => sourceLabel(h.source, o));
  const isContested = i.verdict === "contested";
  const about = step ? ` (${dateLabel(step.date)}, per ${listed([...new Set(says)])})` : "";
  const welcomed = [...new Set(i.history.filter((h) => h.act === "welcomes").flatMap((h) => h.parties))];
  const answers = [
    welcomed.length > 0 ? `welcomed by ${listed(welcomed.map((p) => nameIn(p, o)))}` : "",
    i.acceptedBy.length > 0 ? `accepted by ${listed(i.acceptedBy.map((p) => nameIn(p, o)))}` : "",
    i.declinedBy.length > 0 ? `refused by ${listed(i.declinedBy.map((p) => nameIn(p, o)))}` : "",
    ...i.contested.map((c) => `${STATE_WORDS[c.state]} per ${sourceLabel(c.source, o)}`),
    i.dormant ? "no step in the 90 days before the last report" : "",
  ].filter((text) => text !== "");
  return [
    { text: `${whose} stands at: ${STATE_WORDS[i.state]}${about}`, lead, contested: isContested },
    ...answers.flatMap((text) => [plain("; "), { text, lead, contested: isContested }]),
    plain("."),
  ];
}

function ceasefireSentence(c: Ceasefire, o: Names): Clause[] {
  const lead: Lead = { to: "ceasefire", id: c.id };
  const day = c.agreed === null ? "" : ` agreed ${dateLabel(c.agreed)}`;
  const through = c.brokers.length > 0 ? ` through ${listed(c.brokers.map((p) => nameIn(p, o)))}` : "";
  const breaches = new Map<string, { accuser: string | null; accused: readonly string[]; n: number }>();
  for (const { accuser, accused } of c.breaches) {
    const known = breaches.get(`${accuser}|${accused.join()}`);
    if (known) known.n += 1;
    else breaches.set(`${accuser}|${accused.join()}`, { accuser, accused, n: 1 });
  }
  return [
    {
      text: capital(
        `the latest ceasefire, between ${listed(c.parties.map((p) => nameIn(p, o)))},${day}${through}, per ${listed(c.sources.map((s) => sourceLabel(s, o)))}: ${CEASEFIRE_WORDS[c.state]}`,
      ),
      lead,
      contested: false,
    },
    ...[...breaches.values()].flatMap(({ accuser, accused, n }) => [
      plain("; "),
      {
        text: `${saying(accuser, "reports", o)} ${counted(n, "breach", "breaches")}${accused.length > 0 ? ` by ${listed(accused.map((p) => nameIn(p, o)))}` : ""}`,
        lead,
        contested: false,
      },
    ]),
    plain("."),
  ];
}
