import { lower, type Sentence } from "../language/sentence.js";
import { type MentionDraft, mention } from "./mention-draft.js";
import type { BareReport } from "./parsed-report.js";
import type { NamedParty } from "./party-forms.js";
import { type Item, isCapitalised, isDayOrMonth, isHyphen, isPossessive } from "./party-items.js";
import { isWord, type PartyLexicon } from "./party-lexicon.js";

/** A personal name in a sentence; `to` excluded. */
export interface PersonName {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/**
 * The personal name that begins at a token, after titles of honour; null where none does. By the named entities where
 * there are some, else by capitals and tags.
 */
export function personNameAt(
  lexicon: PartyLexicon,
  s: Sentence,
  start: number,
  at: readonly (Item | null)[],
): PersonName | null {
  let t = start;
  while (
    t < s.form.length &&
    isWord(lexicon, "honorifics", lower(s, t).replace(/\./g, "")) &&
    isCapitalised(s.form[t])
  )
    t++;
  const from = t;
  const entity = s.names.find((n) => n.kind === "PER" && n.from === from);
  while (t < s.form.length) {
    const form = s.form[t]!;
    const item = at[t];
    const inEntity = entity !== undefined && t < entity.to;
    if (item?.type === "name" && item.entries[0]!.kind !== "leader" && !inEntity) break;
    if (item?.type === "role" && item.from === t && !inEntity && t === from) break;
    const particle =
      isWord(lexicon, "particles", form.toLowerCase()) &&
      (isCapitalised(s.form[t + 1]) || isHyphen(s.form[t + 1]));
    if (particle && t > from - 1 && (t > from || /^(al|el|bin|ibn|de|del|von|van|abu)$/i.test(form))) {
      t++;
      continue;
    }
    if (isHyphen(form) && t > from && isTight(s, t)) {
      t++;
      continue;
    }
    if (isPossessive(s, t) || !isCapitalised(form) || isDayOrMonth(form)) break;
    if (
      s.upos[t] !== "PROPN" &&
      s.upos[t] !== "X" &&
      !(s.upos[t] === "NOUN" && t > from) &&
      !inEntity &&
      item?.type !== "name"
    )
      break;
    t++;
  }
  // a hyphen at the end belongs to something else
  while (t > from && (isHyphen(s.form[t - 1]) || !/[\p{L}.]/u.test(s.form[t - 1]!))) t--;
  if (t === from) return null;
  return { from: start, to: t, name: s.text.slice(s.start[from]!, s.end[t - 1]!).replace(/\s+/g, " ") };
}

const isTight = (s: Sentence, t: number): boolean =>
  s.start[t] === s.end[t - 1] && s.start[t + 1] === s.end[t];

interface Known {
  readonly name: string;
  readonly party: readonly NamedParty[];
  readonly settled: boolean;
}

/** Words of a name that may stand for it later: the last, and the first where it stands alone. */
function keysOf(name: string): { last: string; first: string | null; all: readonly string[] } {
  const words = name.split(/[\s-]+/).filter((w) => w !== "" && !/^[A-Z]\.?$/.test(w));
  const last = words.at(-1) ?? name;
  return { last, first: words.length > 1 ? words[0]! : null, all: words };
}

/**
 * Carries the party of an office to the person, and the person's party to later mentions of the name: "Foreign Minister
 * Ishaq Dar … Dar said", "Ali Hassan, a spokesman for the Taliban, …". Personal names of nobody known become mentions
 * with a party of no side. Safe to run again after coreference has settled more offices.
 */
export function linkPersons(
  parsed: BareReport,
  found: readonly (readonly MentionDraft[])[],
  lexicon: PartyLexicon,
): MentionDraft[][] {
  const known = new Map<string, Known>();
  const firsts = new Map<string, Known>();
  const learn = (name: string, m: MentionDraft): void => {
    const party = m.parties.map(({ code, country, sector }): NamedParty => ({ code, country, sector }));
    if (party.length === 0) return;
    const { last, first } = keysOf(name);
    const before = known.get(last);
    if (before?.settled && (!m.settled || before.name !== name)) return;
    const entry: Known = {
      name: before && before.name.length > name.length ? before.name : name,
      party,
      settled: m.settled,
    };
    known.set(last, entry);
    if (first !== null) firsts.set(first, entry);
  };

  const none: (Item | null)[] = [];
  const withAppositions = parsed.sentences.map((s, i) => {
    const list = [...found[i]!];
    for (const m of found[i]!) {
      if (m.person !== null) {
        learn(m.person, m);
        continue;
      }
      const head = headedBy(lexicon, s, m, none) ?? headOf(lexicon, s, m, found[i]!);
      const bare = head ? list.findIndex((x) => x.from === head.from && x.to === head.to && !x.settled) : -1;
      if (bare >= 0) list.splice(bare, 1);
      if (head && !list.some((x) => x.from < head.to && head.from < x.to)) {
        learn(head.name, m);
        list.push({
          ...mention(s, {
            from: head.from,
            to: head.to,
            kind: "person",
            parties: m.parties.map(plain),
            agent: true,
            person: head.name,
          }),
          settled: m.settled,
        });
        continue;
      }
      if (m.role === null || m.role.plural || m.role.kind === "body" || m.role.kind === "force") continue;
      const person = appositionOf(lexicon, s, m, list, none);
      if (!person) continue;
      learn(person.name, m);
      const existing = list.findIndex((x) => x.from < person.to && person.from < x.to);
      const made = {
        ...mention(s, {
          from: person.from,
          to: person.to,
          kind: "person",
          parties: m.parties.map(plain),
          agent: true,
          person: person.name,
        }),
        settled: m.settled,
      };
      if (existing < 0) list.push(made);
      else if (!list[existing]!.settled && list[existing]!.kind === "person" && m.settled)
        list[existing] = made;
    }
    return list.sort((a, b) => a.from - b.from);
  });

  return parsed.sentences.map((s, i) => {
    const list = withAppositions[i]!.map((m) => {
      // "Mujahid said" after "spokesman Zabihullah Mujahid": a name, not the noun
      if (
        m.person === null &&
        m.role !== null &&
        m.to - m.from === 1 &&
        isCapitalised(s.form[m.from]) &&
        (m.from > 0 || s.upos[m.from] === "PROPN" || s.xpos[m.from] === "NN")
      ) {
        const who = known.get(s.form[m.from]!);
        if (who)
          return {
            ...mention(s, {
              from: m.from,
              to: m.to,
              kind: "person",
              parties: who.party,
              agent: true,
              person: who.name,
            }),
            settled: who.settled,
          };
      }
      // "Türk said" after "Volker Türk": a name, not somebody from Türkiye
      if (m.person === null && m.role === null && m.kind === "description" && m.to - m.from === 1) {
        const who = known.get(s.form[m.from]!);
        if (who)
          return {
            ...mention(s, {
              from: m.from,
              to: m.to,
              kind: "person",
              parties: who.party,
              agent: true,
              person: who.name,
            }),
            settled: who.settled,
          };
      }
      if (m.person === null || m.settled) return m;
      const who = known.get(keysOf(m.person).last);
      if (!who?.settled) return m;
      return {
        ...m,
        parties: who.party.map((p) => ({
          ...p,
          words: m.parties[0]?.words ?? m.person!,
          span: m.parties[0]?.span ?? { start: s.start[m.from]!, end: s.end[m.to - 1]! },
        })),
        settled: true,
      };
    });
    const used = new Uint8Array(s.form.length);
    for (const m of list) used.fill(1, m.from, m.to);
    for (let t = 0; t < s.form.length; t++) {
      if (used[t] || !isCapitalised(s.form[t]) || isDayOrMonth(s.form[t]!)) continue;
      const who = known.get(s.form[t]!) ?? standsAlone(s, t, firsts);
      if (!who) continue;
      const span = widened(lexicon, s, t, who, used);
      used.fill(1, span.from, span.to);
      list.push({
        ...mention(s, { ...span, kind: "person", parties: who.party, agent: true, person: who.name }),
        settled: who.settled,
      });
    }
    for (const n of s.names) {
      if (n.kind !== "PER") continue;
      let { from, to } = n;
      while (to > from && isPossessive(s, to - 1)) to--;
      if (to === from || used.subarray(from, to).some((u) => u === 1)) continue;
      if (isWord(lexicon, "honorifics", lower(s, from - 1).replace(/\./g, "")) && !used[from - 1]) from--;
      used.fill(1, from, to);
      const name = s.text.slice(s.start[n.from]!, s.end[to - 1]!);
      list.push(
        mention(s, {
          from,
          to,
          kind: "person",
          parties: [{ code: null, country: null, sector: null }],
          agent: true,
          person: name,
        }),
      );
    }
    return list.sort((a, b) => a.from - b.from);
  });
}

const plain = (p: NamedParty): NamedParty => ({ code: p.code, country: p.country, sector: p.sector });

function standsAlone(s: Sentence, t: number, firsts: ReadonlyMap<string, Known>): Known | undefined {
  if (
    isCapitalised(s.form[t + 1]) ||
    (t > 0 && isCapitalised(s.form[t - 1]) && s.upos[t - 1] === "PROPN") ||
    isHyphen(s.form[t + 1])
  )
    return undefined;
  if (s.upos[t] !== "PROPN") return undefined;
  return firsts.get(s.form[t]!);
}

/** Takes in first names, particles and titles before the word that was recognised. */
function widened(
  lexicon: PartyLexicon,
  s: Sentence,
  t: number,
  who: Known,
  used: Uint8Array,
): { from: number; to: number } {
  const { all } = keysOf(who.name);
  let from = t;
  while (from > 0 && !used[from - 1]) {
    const form = s.form[from - 1]!;
    const joined = isHyphen(form) && from > 1 && isTight(s, from - 1);
    if (
      !(
        all.includes(form) ||
        joined ||
        isWord(lexicon, "particles", form.toLowerCase()) ||
        (isWord(lexicon, "honorifics", form.toLowerCase().replace(/\./g, "")) && isCapitalised(form))
      )
    )
      break;
    from--;
  }
  while (
    from < t &&
    /^(e|y|de|la|le|al|el)$/.test(s.form[from]!) &&
    s.upos[from] !== "PROPN" &&
    s.upos[from] !== "X"
  )
    from++;
  let to = t + 1;
  while (to < s.form.length && !used[to] && all.includes(s.form[to]!)) to++;
  return { from, to };
}

/** "Ali Hassan, a spokesman for the ministry," and "the ministry's spokesman, Ali Hassan,": the name beside a noun. */
function appositionOf(
  lexicon: PartyLexicon,
  s: Sentence,
  m: MentionDraft,
  all: readonly MentionDraft[],
  at: readonly (Item | null)[],
): PersonName | null {
  // before: NAME , (the|a) ROLE
  let t = m.from - 1;
  while (
    t >= 0 &&
    (s.upos[t] === "DET" || s.upos[t] === "ADJ" || /^(then|former|currently|now|also)$/.test(lower(s, t)))
  )
    t--;
  if (t > 0 && s.form[t] === ",") {
    const end = t;
    const before = all.find((x) => x.to === end && x.kind === "person");
    if (before) return { from: before.from, to: before.to, name: before.person ?? "" };
    const name = runBefore(lexicon, s, end, all);
    if (name && closesAfter(s, m.to)) return name;
  }
  // after: ROLE , NAME , and ROLE in the country , NAME ,
  const comma = s.form[m.to] === "," ? m.to : afterPlace(s, m.to);
  if (s.form[comma] === ",") {
    const after = all.find((x) => x.from === comma + 1 && x.kind === "person");
    // "alongside his Uzbek counterpart, |Foreign Minister Selim Karatay| urged": no aside, but who does so
    if (after && !/^[,.;:)–—-]?$/.test(s.form[after.to] ?? "") && s.head[after.head]! >= after.to)
      return null;
    if (after) return after.settled ? null : { from: after.from, to: after.to, name: after.person ?? "" };
    if (!m.definite) return null;
    const name = personNameAt(lexicon, s, comma + 1, at);
    if (
      name?.name.includes(" ") &&
      !all.some((x) => x.from < name.to && name.from < x.to) &&
      /^[,.]$|^$/.test(s.form[name.to] ?? "")
    )
      return name;
  }
  return null;
}

/** "representative |in the country|, Lina Marangwe": the token after a phrase of place; the same where there is none. */
function afterPlace(s: Sentence, from: number): number {
  if (!/^(in|for|to|on)$/.test(lower(s, from))) return from;
  let t = from + 1;
  while (t < from + 5 && /^(DET|ADJ|NOUN|PROPN)$/.test(s.upos[t] ?? "")) t++;
  return t > from + 1 ? t : from;
}

/** "the Russian delegation, headed by Vladimir Medinsky", "a faction led by Abu Zarr": who is of the party that he leads. */
function headedBy(
  lexicon: PartyLexicon,
  s: Sentence,
  m: MentionDraft,
  at: readonly (Item | null)[],
): PersonName | null {
  if (!m.settled || m.parties.length !== 1) return null;
  const t = s.form[m.to] === "," ? m.to + 1 : m.to;
  if (!/^(headed|led|commanded|chaired|fronted)$/.test(lower(s, t)) || lower(s, t + 1) !== "by") return null;
  const name = personNameAt(lexicon, s, t + 2, at);
  return name?.name.includes(" ") ? name : null;
}

/** "Lena Holm, who heads the UN mission", "Ali Hassan, who speaks for the militia", "Ali Hassan of the front": the name before. */
function headOf(
  lexicon: PartyLexicon,
  s: Sentence,
  m: MentionDraft,
  all: readonly MentionDraft[],
): PersonName | null {
  if (!m.settled || m.parties.length !== 1 || m.parties[0]!.code === null) return null;
  let t = m.from - 1;
  while (t > 0 && /^(DET|ADJ)$/.test(s.upos[t]!)) t--;
  if (/^(of|from|with|at)$/.test(lower(s, t)) && !(m.role?.plural ?? false))
    return nameOfMember(s, t, m, all);
  const own = saidOfOneself(s, t, lexicon);
  if (own >= 0) t = own;
  else if (lower(s, t) === "for" && /^(speaks|spoke)$/.test(lower(s, t - 1))) t--;
  else if (!/^(heads|leads|runs|chairs|commands|directs|represents|headed|led|commanded)$/.test(lower(s, t)))
    return null;
  if (lower(s, t - 1) !== "who" || s.form[t - 2] !== ",") return null;
  const known = all.find((x) => x.to === t - 2 && x.kind === "person");
  if (known) return known.settled ? null : { from: known.from, to: known.to, name: known.person ?? "" };
  return runBefore(lexicon, s, t - 2, all);
}

/** "|Salem al-Razhi| of the Houthi committee", "|Jan Egeland| with the refugee council": a name just before the preposition. */
function nameOfMember(
  s: Sentence,
  end: number,
  m: MentionDraft,
  all: readonly MentionDraft[],
): PersonName | null {
  const known = all.find((x) => x.to === end && x.kind === "person" && x.role === null);
  if (known) return known.settled ? null : { from: known.from, to: known.to, name: known.person ?? "" };
  const n = s.names.find((x) => x.kind === "PER" && x.to === end);
  if (!n || all.some((x) => x !== m && x.from < n.to && n.from < x.to)) return null;
  return { from: n.from, to: n.to, name: s.text.slice(s.start[n.from]!, s.end[n.to - 1]!) };
}

/** "presents himself |as| Fano's commander", "calling himself |a| general": token of the verb that ends before or at `t`, or -1. */
export function saidOfOneself(s: Sentence, t: number, lexicon: PartyLexicon): number {
  const k = lower(s, t) === "as" ? t - 1 : t;
  return /^(himself|herself|themselves|itself)$/.test(lower(s, k)) &&
    isWord(lexicon, "styling_oneself", s.lemma[k - 1] ?? "")
    ? k - 1
    : -1;
}

/** After the noun comes a comma, a preposition or the verb: it is an aside, not the next subject. */
const closesAfter = (s: Sentence, to: number): boolean =>
  to >= s.form.length ||
  /^([,.;:)–—-]|for|of|at|in|from|with|on|who|told|said|says|and|to|based)$/.test(lower(s, to));

/** A run of capitalised words that ends before a token and looks like a person's name: two words or more. */
function runBefore(
  lexicon: PartyLexicon,
  s: Sentence,
  end: number,
  all: readonly MentionDraft[],
): PersonName | null {
  let from = end;
  const entity = s.names.find((n) => n.kind === "PER" && n.to === end);
  if (entity) from = entity.from;
  else {
    while (from > 0) {
      const form = s.form[from - 1]!;
      const particle = isWord(lexicon, "particles", form.toLowerCase()) && from < end;
      const joined = isHyphen(form) && from < end && from > 1 && isTight(s, from - 1);
      if (
        !particle &&
        !joined &&
        !(s.upos[from - 1] === "PROPN" && isCapitalised(form) && !isDayOrMonth(form))
      )
        break;
      from--;
    }
    while (from < end && !isCapitalised(s.form[from])) from++;
    if (end - from < 2 || end - from > 6) return null;
    const prior = lower(s, from - 1);
    if (/^(in|at|near|from|of|the|outside|to)$/.test(prior)) return null;
  }
  if (all.some((x) => x.from < end && from < x.to)) return null;
  return { from, to: end, name: s.text.slice(s.start[from]!, s.end[end - 1]!) };
}
