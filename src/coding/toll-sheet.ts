import { HarmClause } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import type { ParsedReport } from "./parsed-report.js";
import { Perpetrators } from "./perpetrators.js";
import { antecedentOf } from "./toll-antecedents.js";
import { type NewDraft, overlapsPhrase, type TollDraft } from "./toll-draft.js";
import type { TollLexicon } from "./victims.js";

/** The tolls of one sentence as they are found. Readers of each kind of wording push theirs; a phrase that is taken stays so. */
export class TollSheet {
  readonly drafts: TollDraft[] = [];
  readonly view: HarmClause;
  readonly blame: Perpetrators;

  constructor(
    parsed: ParsedReport,
    readonly sentence: number,
    readonly lexicon: TollLexicon,
    triggers: readonly HarmTrigger[],
    /** Tolls of the sentences before. */
    readonly earlier: readonly TollDraft[],
  ) {
    this.view = new HarmClause(parsed, sentence, lexicon, triggers, (p, entry) =>
      antecedentOf(this, p, entry),
    );
    this.blame = new Perpetrators(this.view, this.drafts);
  }

  /** The last toll of people before, in this sentence or those before it; null where there is none. */
  lastOfPeople(): TollDraft | null {
    const isOfPeople = (d: TollDraft) => d.kind !== "equipment";
    return this.drafts.findLast(isOfPeople) ?? this.earlier.findLast(isOfPeople) ?? null;
  }

  /** Adds a toll; nothing where its phrase is taken. */
  push(d: NewDraft): void {
    if (this.isTaken(d)) return;
    this.drafts.push({
      ...d,
      sentence: this.sentence,
      inferred: d.inferred ?? false,
      partOf: d.partOf ?? null,
      othersThan: d.othersThan ?? null,
      partyInherited: d.partyInherited ?? false,
      teller: d.teller ?? null,
      onlyDenied: d.phrase?.any === true && d.count.hedge === "vague",
      by: "surface",
    });
  }

  /** Whether its phrase is that of a toll already told, by the same harm or by one that it does not share a figure with. */
  isTaken(d: NewDraft): boolean {
    const { phrase } = d;
    if (phrase === null) return false;
    return this.drafts.some(
      (x) =>
        x !== d.partOf &&
        x.phrase !== null &&
        overlapsPhrase(x.phrase, phrase) &&
        !(x.phrase === phrase && isOfBoth(x, d)) &&
        (x.harm === d.harm || (x.token !== d.token && !this.sharesFigure(x, d.token))),
    );
  }

  // two harms on one phrase: only where they are coordinated ("killed or wounded 20") or a noun gives both ("casualties")
  private sharesFigure(x: TollDraft, token: number): boolean {
    const { s, triggers } = this.view;
    const first = Math.min(x.token, token) + 1;
    const between = s.form.slice(first, Math.max(x.token, token));
    if (between.length <= 2 && between.some((w) => /^(?:and|or|\/)$/i.test(w))) return true;
    return between.every(
      (w, k) =>
        /^(?:and|or|,)$/i.test(w) || triggers.some((o) => o.token === first + k && o.word.as !== "noun"),
    );
  }
}

/** "Ramon Perez, who had been kidnapped, was found dead", "two students who had been abducted were found dead": each is told of them. */
function isOfBoth(a: NewDraft, b: NewDraft): boolean {
  if (a.harm === b.harm) return false;
  if (a.phrase!.named && a.phrase!.count === null) return true;
  // "a policeman wounded on Monday died in hospital"
  if (a.harm === "wounded" && b.rule === "killed/die") return true;
  const isTaken = (d: NewDraft) => d.harm === "captured" && d.rule !== "captured/captives";
  return isTaken(a) !== isTaken(b) && [a, b].every((d) => isTaken(d) || d.harm === "killed");
}
