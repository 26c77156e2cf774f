import { lower, type Sentence } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { isBeyondBorder } from "./borders.js";
import type { MentionDraft } from "./mention-draft.js";
import type { WordTest } from "./opposition.js";
import { type NamedParty, stateOf } from "./party-forms.js";
import { OF_HEADING, type Quarrel, type Stage } from "./quarrel.js";
import { venuesOf } from "./venues.js";

/** Where a report, or a section of one, is from and about, as far as its head says. ISO alpha-3. */
export interface Setting {
  readonly dateline: string | null;
  /** Countries that the line over a section names. */
  readonly heading: readonly string[];
}

/** How many sentences back a place is looked for, for the police and officials of it. */
const PLACE_WITHIN = 5;

/** Sentences with what they name. */
interface Named {
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly (readonly MentionDraft[])[];
}

/** Where a report is written and set, which states it is about, and where the places lie that a sentence names. */
export class Scene {
  private readonly main: NamedParty | null;
  /** The state of the dateline. */
  readonly written: NamedParty | null;
  /** The same where the report is about it too; null in others. */
  readonly home: NamedParty | null;
  private readonly sentences: readonly Sentence[];
  /** What tells who stands against whom. */
  readonly stage: Stage;
  /** Where others meet, and no more is told of. */
  private readonly isVenue: (country: string | null) => boolean;
  /** How much the text tells of each country, whatever its head says. */
  private readonly told: ReadonlyMap<string, number>;

  constructor(
    { sentences, mentions }: Named,
    { dateline, heading }: Setting,
    private readonly quarrel: Quarrel,
    private readonly is: WordTest,
  ) {
    this.sentences = sentences;
    const counts = new Map<string, number>();
    const add = (country: string, n: number): void =>
      void counts.set(country, (counts.get(country) ?? 0) + n);
    mentions.forEach((list, i) => {
      for (const m of list) {
        for (const p of m.parties) {
          if (p.country === null || p.code === null) continue;
          add(p.country, (p.code === p.country ? (m.agent ? 1 : 0.6) : 0.6) + (i === 0 ? 0.5 : 0));
        }
      }
    });
    // talks elsewhere between others: where the report is from, but not what it is about
    const venues = venuesOf(sentences, mentions, is);
    const most = Math.max(0, ...counts.values());
    this.isVenue = (country) =>
      country !== null &&
      !heading.includes(country) &&
      venues.has(country) &&
      !quarrel.isIn(country) &&
      (counts.get(country) ?? 0) < most;
    this.told = new Map(counts);
    for (const country of heading) add(country, OF_HEADING);
    const at = this.isVenue(dateline) ? null : dateline;
    this.written = dateline === null ? null : stateOf(dateline);
    const told = at === null ? 0 : (counts.get(at) ?? 0);
    this.home =
      heading.length === 1 || (told > 0 && told >= most / 5) ? { code: at, country: at, sector: null } : null;
    if (at !== null) add(at, 2);
    const country = sceneOf({ sentences, mentions }, at, is, this.isVenue);
    const states = [...counts]
      .filter(([c]) => counts.size === 1 || !this.isVenue(c))
      .sort((a, b) => b[1] - a[1])
      .map(([c]) => c);
    this.stage = { country, states, heading };
    this.main = states[0] === undefined ? null : stateOf(states[0]);
  }

  /** Country of a place that a sentence names: before a token, else after it, else in the sentence before. */
  placeNear(
    parsed: { readonly mentions: readonly (readonly MentionDraft[])[] },
    sentence: number,
    token: number,
  ): NamedParty | null {
    const struck = (m: MentionDraft, s: Sentence): boolean =>
      m.role === null &&
      m.kind === "name" &&
      m.parties[0]?.sector === "GOV" &&
      baseRelation(s, m.head) === "obj" &&
      this.is("opposing", s.lemma[s.head[m.head]!] ?? "");
    const own = this.sentences[sentence]!;
    // "local authorities say so, while |researchers in the US| put it higher"
    const isWhereSomebodyIs = (m: MentionDraft): boolean =>
      parsed.mentions[sentence]!.some((x) => x.role?.kind === "people" && x.head === own.head[m.head]);
    const here = (parsed.mentions[sentence] ?? []).filter(
      (m) =>
        ((!m.agent && m.role === null) || struck(m, own)) &&
        m.parties[0]?.country &&
        !this.isVenue(m.parties[0].country) &&
        !isBeyondBorder(own, m.from),
    );
    const found =
      here.findLast((m) => m.to <= token) ??
      here.find((m) => !isWhereSomebodyIs(m)) ??
      this.placeIn(parsed, sentence - 1);
    const country = found?.parties[0]?.country;
    return country ? stateOf(country) : null;
  }

  /** Country of the place that was named last, in a few sentences before one; null where none was. */
  placeBefore(
    parsed: { readonly mentions: readonly (readonly MentionDraft[])[] },
    sentence: number,
  ): NamedParty | null {
    for (let k = sentence - 1; k >= 0 && k >= sentence - PLACE_WITHIN; k--) {
      const country = this.placeIn(parsed, k)?.parties[0]?.country;
      if (country) return stateOf(country);
    }
    return null;
  }

  /** The last place that a sentence names for where something is. */
  private placeIn(
    parsed: { readonly mentions: readonly (readonly MentionDraft[])[] },
    sentence: number,
  ): MentionDraft | undefined {
    const s = this.sentences[sentence];
    return (parsed.mentions[sentence] ?? []).findLast(
      (m) =>
        !m.agent &&
        m.role === null &&
        m.parties[0]?.country &&
        !this.isVenue(m.parties[0].country) &&
        !isBeyondBorder(s!, m.from) &&
        lower(s!, m.from - 1) !== "from" &&
        // "a monitor based in Britain"
        lower(s!, m.from - 2) !== "based",
    );
  }

  /** The state that the report is most about, as a list of one; null where it names none. */
  mainState(): readonly NamedParty[] | null {
    return this.main ? [this.main] : null;
  }

  /** Whether the text tells most of a country, or as much as of any other that is not only where others meet. */
  tellsMostOf(country: string): boolean {
    const own = this.told.get(country) ?? 0;
    return [...this.told].every(
      ([c, n]) => n <= own || this.isVenue(c) || this.quarrel.involvement(c) < 1 / 2,
    );
  }

  /** The state in which what the report tells takes place: of its places, its dateline, the homes of its armed groups. */
  scene(): NamedParty | null {
    const country = this.stage.country ?? this.main?.country ?? null;
    return country === null ? null : stateOf(country);
  }
}

/** The country that most of the places lie in; null where the report names none. */
function sceneOf(
  parsed: Named,
  dateline: string | null,
  is: WordTest,
  isVenue: (country: string | null) => boolean,
): string | null {
  const weights = new Map<string, number>();
  const add = (country: string | null | undefined, weight: number): void => {
    if (country && !isVenue(country)) weights.set(country, (weights.get(country) ?? 0) + weight);
  };
  add(dateline, 2);
  parsed.mentions.forEach((list, i) => {
    for (const m of list) {
      const p = m.parties[0];
      if (!p || m.parties.length > 1) continue;
      const relation = baseRelation(parsed.sentences[i]!, m.head);
      if (!m.agent || (m.role !== null && is("of_the_place", m.role.noun))) add(p.country, 1);
      else if (p.code !== p.country) add(p.code === null ? null : p.country, 0.4);
      else if (m.kind === "name") add(p.country, relation === "obj" || relation === "obl" ? 0.6 : 0.2);
      else add(p.country, 0.2);
    }
  });
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
