import { lower } from "../language/sentence.js";
import type { HarmClause } from "./harm-clause.js";
import type { TollDraft } from "./toll-draft.js";
import type { VictimPhrase } from "./victim-phrases.js";
import type { HarmEntry } from "./victims.js";

/** Whose kind and party a count without a noun takes over. */
export type Antecedent = Pick<TollDraft, "kind" | "party">;

/** What has been told when a count without a noun is met. `earlier`: tolls of the sentences before, `drafts`: of this one. */
export interface ToldBefore {
  readonly view: HarmClause;
  readonly drafts: readonly TollDraft[];
  readonly earlier: readonly TollDraft[];
}

/** How many sentences back "seven others" may reach. */
const WITHIN = 2;

/** "several others", "four of them": who was spoken of just before; null where nobody was. */
export function antecedentOf(told: ToldBefore, p: VictimPhrase, entry: HarmEntry): Antecedent | null {
  const { view, drafts, earlier } = told;
  const sameWorld = (d: TollDraft) =>
    (d.harm === "destroyed") === (entry.who === "things") && d.partOf === null;
  const beside = besideIt(view, p);
  if (beside !== null) return beside;
  const here = drafts.findLast(
    (d) => sameWorld(d) && d.from < p.from && d.phrase !== null && !d.phrase.ofThem,
  );
  const inSentence =
    (here && likeThem(here)) ?? wholeBefore(view, p) ?? countedBefore(view, p) ?? acrossMark(view, p);
  if (inSentence !== null) return inSentence;
  if (!p.count?.more && !p.ofThem) return null;
  const before = earlier.findLast((d) => sameWorld(d) && d.sentence >= view.sentence - WITHIN);
  return before === undefined ? null : likeThem(before);
}

/** "an Indian cook was killed and |four others| hurt": one person's country says nothing of the others', a soldier's side does. */
const likeThem = ({ kind, party, count }: TollDraft): Antecedent =>
  count.low === 1 && count.high === 1 && (kind === "civilian" || kind === "unknown")
    ? { kind, party: null }
    : { kind, party };

const asAntecedent = (p: VictimPhrase | undefined): Antecedent | null =>
  p?.people == null ? null : { kind: p.people, party: p.party };

/** `fought off "the terrorists", 17 of whom were killed`: whose relative it is, whoever fell before. */
function besideIt({ s, phrases }: HarmClause, p: VictimPhrase): Antecedent | null {
  const isOfWhom = lower(s, p.from - 1) === "whom" && lower(s, p.from - 2) === "of";
  if (!isOfWhom && !p.ofThem) return null;
  const [end, within] = isOfWhom ? [p.from - 2, 4] : [p.from, 2];
  return asAntecedent(
    phrases.findLast((x) => x.to <= end && p.from - x.to <= within && x.plural && !x.measure),
  );
}

/** "seven peacekeepers, three of whom later died, were injured", "its soldiers had fired back after three of them were hit" */
function wholeBefore({ phrases }: HarmClause, p: VictimPhrase): Antecedent | null {
  if (!p.ofThem) return null;
  const before = phrases.findLast((x) => x.to <= p.from && x.people !== null && !x.measure);
  const isNear = before !== undefined && (p.from - before.to <= 2 || before.plural);
  return isNear ? asAntecedent(before) : null;
}

/** "two dozen soldiers deserted and seven others were captured" */
function countedBefore(view: HarmClause, p: VictimPhrase): Antecedent | null {
  if (!p.count?.more) return null;
  return asAntecedent(view.phrases.findLast((x) => x.to <= p.from && isSoManyPeople(view, x)));
}

/** "Ten soldiers walked into an ambush; |four| were killed": four of the ten. */
function acrossMark(view: HarmClause, p: VictimPhrase): Antecedent | null {
  const low = p.count?.count.low ?? null;
  const mark = view.s.form.findLastIndex((w, t) => t < p.from && /^[;–—]$/.test(w));
  const many = view.phrases.findLast((x) => x.to <= mark && isSoManyPeople(view, x));
  return low !== null && (many?.count?.count.low ?? 0) >= low ? asAntecedent(many) : null;
}

const isSoManyPeople = (view: HarmClause, p: VictimPhrase): boolean =>
  p.people !== null && p.plural && view.hasFigure(p) && !p.measure;
