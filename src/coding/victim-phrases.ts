import { lower, type Sentence } from "../language/sentence.js";
import { isDayWord, mayBeMonth } from "../text/date-words.js";
import type { VictimKind } from "./claim.js";
import { type CountPhrase, countAt } from "./counts.js";
import { mentionAt, type ParsedReport, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import type { TollWords } from "./toll-words.js";
import type { TollLexicon } from "./victims.js";

/**
 * A noun phrase as the words and tags show it, without its prepositional phrases: "at least 12 Afghan soldiers", "seven others",
 * "Sunday's airstrikes". Trees of news are wrong too often to find a count by them; this is what they are checked against.
 */
export interface VictimPhrase {
  readonly from: number;
  /** Excluded. "12 of them", "dozens of people" are one phrase. */
  readonly to: number;
  readonly head: number;
  readonly count: CountPhrase | null;
  /** No noun of its own: "20", "others", "seven more", "eight Afghan". */
  readonly bare: boolean;
  /** "two of them", "three of whom" */
  readonly ofThem: boolean;
  /** "nine of |the 22| people killed": how many those are that it is a part of; null where it is not told. */
  readonly whole: CountPhrase | null;
  /** "three of its crew", "two of whose flock": those of somebody, whatever the noun. */
  readonly ofTheirs: boolean;
  /** The victim noun as the lexicon has it, null where it has none. */
  readonly noun: string | null;
  readonly people: VictimKind | null;
  readonly thing: boolean;
  readonly plural: boolean;
  readonly named: boolean;
  /** "any soldier": told only to be denied. */
  readonly any: boolean;
  readonly party: PartyRef | null;
  /** Token of "its", "their" before the noun, or -1. */
  readonly possessive: number;
  /** A date, an age, a sum, a share, a measure: counted, and nobody's harm. */
  readonly measure: boolean;
}

const TIME = /^(?:overnight|last|next|early|late|earlier|later|since|ago|so|alone|this|that)$/i;
/** "Friday", "June", "last": a word that says when. */
const isTime = (form: string): boolean => isDayWord(form) || mayBeMonth(form) || TIME.test(form);
const IN_ALL = /^(?:in (?:all|total)|all told|altogether\b.*|together\b.*)$/i;
const QUOTE_OPEN = /^(?:["“‘'«]|``)$/;
const QUOTE_CLOSE = /^(?:["”’'»]|'')$/;
const PLURAL_TAG = /^NNP?S$/;

// "IS", "US" are tagged as verb and pronoun at times
const isNoun = (s: Sentence, t: number) =>
  s.upos[t] === "NOUN" ||
  s.upos[t] === "PROPN" ||
  s.upos[t] === "X" ||
  ((s.upos[t] === "AUX" || s.upos[t] === "PRON") && /^[A-Z][A-Z0-9]+$/.test(s.form[t]!));
const isGlued = (s: Sentence, t: number) => t > 0 && t < s.form.length && s.end[t - 1] === s.start[t];

/** Whether a word is one of harm that may stand before a noun or after it ("wounded", "dead"). */
export function isHarmParticiple(lexicon: TollLexicon, word: string): boolean {
  return (
    lexicon.harms
      .get(word)
      ?.some((h) => (h.as === "adj" && h.rest.length === 0) || (h.as === "verb" && h.form === "past")) ??
    false
  );
}

/**
 * All noun phrases of a sentence, in order, not overlapping.
 *
 * @param stops tokens that belong to no phrase: the second half of "took 12 soldiers *hostage*"
 */
export function victimPhrases(
  parsed: ParsedReport,
  sentence: number,
  lexicon: TollLexicon,
  stops: ReadonlySet<number> = new Set(),
): VictimPhrase[] {
  const s = parsed.sentences[sentence]!;
  const out: VictimPhrase[] = [];
  for (let i = 0; i < s.form.length; ) {
    const phrase = stops.has(i) ? null : phraseFrom(parsed, sentence, i, lexicon, stops, out.at(-1) ?? null);
    if (phrase === null) i++;
    else {
      out.push(phrase);
      i = phrase.to;
    }
  }
  return out;
}

function phraseFrom(
  parsed: ParsedReport,
  sentence: number,
  at: number,
  lexicon: TollLexicon,
  stops: ReadonlySet<number>,
  before: VictimPhrase | null,
): VictimPhrase | null {
  const s = parsed.sentences[sentence]!;
  // killed "hundreds" of fighters
  const quoted =
    QUOTE_OPEN.test(s.form[at]!) && isGlued(s, at + 1) ? countPhraseAt(s, at + 1, lexicon) : null;
  const count =
    quoted !== null && quoted.kind !== "article" && QUOTE_CLOSE.test(s.form[quoted.to] ?? "")
      ? quoted
      : (countPhraseAt(s, at, lexicon) ?? bothAlone(s, at));
  // `"scores of rebels" were killed`: the phrase begins inside the marks
  if (quoted !== null && quoted.kind !== "article" && count !== quoted) return null;
  const from = at;
  let j = count?.to ?? at;
  if (count !== null && count === quoted) j++;
  const ofThem = false;
  // "|its| 12 soldiers": the count begins with whose they are
  let possessive = s.xpos[at] === "PRP$" && count !== null ? at : -1;
  let figure = count;
  let ofSoMany: CountPhrase | null = null;
  let whole: CountPhrase | null = null;
  const openers = () => {
    while (
      j < s.form.length &&
      (s.upos[j] === "DET" || /^(?:PRP|WP)\$$/.test(s.xpos[j]!)) &&
      !isTime(s.form[j]!)
    ) {
      if (/^(?:PRP|WP)\$$/.test(s.xpos[j]!)) possessive = j;
      j++;
    }
  };
  if (count !== null && lower(s, j) === "of") {
    // "two of the dead", "six of those killed", "nine of the 22 people injured"
    const harmed = harmedBehind(s, j + 1, lexicon);
    if (harmed > 0) {
      whole = countPhraseAt(s, j + 2, lexicon);
      return finish({ ofThem: true, to: harmed, head: j - 1, bare: true });
    }
    if (
      /^(?:them|whom|us)$/.test(lower(s, j + 1)) ||
      (/^(?:which|these|those)$/.test(lower(s, j + 1)) && !isNoun(s, j + 2))
    ) {
      return finish({ ofThem: true, to: j + 2, head: j - 1, bare: true });
    }
    const inner = countPhraseAt(s, j + 1, lexicon);
    if (inner?.kind === "figure" && /^one$/i.test(count.count.words)) ofSoMany = inner;
    j = inner !== null && inner.kind !== "article" ? inner.to : j + 1;
  } else if (count === null && !startsPhrase(s, at)) return null;
  // "its 12 soldiers", "the 12 soldiers" — the count may stand behind the determiner; behind a figure a determiner opens
  // another phrase ("bringing to 236 the number")
  if (count?.kind !== "figure" || j > count.to) openers();
  if (figure === null && j > at) {
    const later = countPhraseAt(s, j, lexicon);
    if (later !== null && later.kind !== "article") {
      figure = later;
      j = later.to;
    }
  }
  const body = bodyFrom(s, j, lexicon, stops);
  if (body.head < 0) {
    if (figure === null) return null;
    return finish({
      ofThem,
      to: Math.max(figure.to, body.to),
      head: Math.max(figure.to - 1, body.to - 1),
      bare: true,
    });
  }
  // "a family |of five|", "a crew of seven"
  const size =
    lower(s, body.to) === "of" && lexicon.groups.has(lower(s, body.head))
      ? countPhraseAt(s, body.to + 1, lexicon)
      : null;
  if (size?.kind === "figure" && !isNoun(s, size.to) && s.upos[size.to] !== "ADJ") {
    if (figure === null || figure.kind === "article") figure = size;
    return finish({ ofThem, to: size.to, head: body.head, bare: false });
  }
  return finish({ ofThem, to: body.to, head: body.head, bare: false });

  function finish(p: { ofThem: boolean; to: number; head: number; bare: boolean }): VictimPhrase {
    const found = p.bare ? null : nounOf(s, from, p, lexicon);
    const isAny = lower(s, from) === "any";
    // "the Saudi prisoners, |seven in all|,"
    if (figure === null && !p.bare && s.form[p.to] === ",") {
      const told = countPhraseAt(s, p.to + 1, lexicon);
      if (told?.kind === "figure" && IN_ALL.test(s.form.slice(told.to, told.to + 2).join(" "))) figure = told;
    }
    // "one of |13 men| from the village who have been missing": it is said of all of them
    if (ofSoMany !== null && pluralFollows(s, p.to)) figure = ofSoMany;
    const mention = partyMention(parsed, sentence, from, p.to, p.head);
    const person = !p.bare && found === null && mention?.kind === "person";
    const word = lower(s, p.head);
    const noun = found?.noun ?? null;
    const isBare = p.bare || (noun !== null && /^(?:others?|more)$/.test(noun));
    const modified = found === null ? null : modifierKind(s, from, found.from, lexicon);
    const overrides = noun !== null && (lexicon.unaffected.has(noun) || found?.people === "unknown");
    const people =
      isBare || found === null || found.people !== "unknown" || modified !== null
        ? kindBefore()
        : kindOfMember();
    function kindOfMember(): VictimKind {
      // "PKK members", "members of one family"
      if (
        /^(?:of|from)$/.test(lower(s, p.to)) &&
        s.form.slice(p.to + 1, p.to + 5).some((w) => /^(?:family|household|families)$/i.test(w))
      )
        return "civilian";
      if (/^members?$/.test(noun ?? "") && /^(?:of|from)$/.test(lower(s, p.to))) {
        const t = s.upos[p.to + 1] === "DET" || s.xpos[p.to + 1] === "PRP$" ? p.to + 2 : p.to + 1;
        // the last noun counts: "members of the village |militia|", "of the Republican |Guard|"
        let end = t;
        while (isNoun(s, end) || s.upos[end] === "ADJ") end++;
        for (let from = t; from < end; from++) {
          const group = lexicon.nouns.get(s.form.slice(from, end).join(" ").toLowerCase());
          if (group?.people != null && group.people !== "unknown") return group.people;
        }
      }
      if (!lexicon.words.members.has(noun ?? "")) return found?.people ?? "unknown";
      // "unidentified men" who act are armed; one who is found dead is not
      if (s.form.slice(from, p.head).some((w) => /^un(?:identified|known)$/i.test(w))) return "unknown";
      const side = kindOfMention(mention, mention?.head ?? -1);
      return side === "militant" || side === "military" || side === "police" ? side : "unknown";
    }
    function kindBefore(): VictimKind | null {
      // officers are of whom was last spoken of
      if (noun !== null && /^(?:officers?|personnel)$/.test(noun) && modified === null)
        return forceBefore(parsed, sentence, p.head, lexicon.words);
      return isBare
        ? null
        : modified !== null &&
            (overrides || found?.people === null) &&
            !(found?.thing && found.people === null)
          ? modified
          : (found?.people ?? (p.bare || found !== null ? null : kindOfMention(mention, p.head)));
    }
    return {
      from,
      to: p.to,
      head: p.head,
      count: figure ?? count,
      bare: isBare,
      ofThem: p.ofThem,
      whole: whole?.kind === "figure" ? whole : null,
      ofTheirs: !p.bare && count?.kind === "figure" && possessive > count.to && lower(s, count.to) === "of",
      noun,
      people,
      thing: found?.thing ?? false,
      any: isAny,
      // "policemen Gabriel Ruiz and Henry Mora": each is one
      plural:
        (noun !== null && lexicon.plurals.has(noun) && !found?.title) ||
        PLURAL_TAG.test(s.xpos[p.head] ?? ""),
      named: person || (found?.title ?? false),
      party: singleParty(mention) ?? partyBehind(parsed, sentence, p.to, noun),
      possessive,
      measure: isMeasure(s, from, p, word, lexicon, figure, before),
    };
  }
}

/** End of "the dead", "those killed", "the 22 people injured" that begin at a token: a whole that parts are told of; -1 where none is. */
function harmedBehind(s: Sentence, at: number, lexicon: TollLexicon): number {
  if (!/^(?:the|those|these)$/.test(lower(s, at))) return -1;
  let t = countPhraseAt(s, at + 1, lexicon)?.to ?? at + 1;
  if (/^(?:people|persons|ones)$/.test(lower(s, t))) t++;
  return (lexicon.words.victims.has(lower(s, t)) || lower(s, t) === "captured") && !isNoun(s, t + 1)
    ? t + 1
    : -1;
}

function pluralFollows(s: Sentence, from: number): boolean {
  for (let t = from; t < Math.min(s.form.length, from + 6) && s.form[t] !== ","; t++)
    if (/^(?:who|that)$/.test(lower(s, t))) return /^(?:have|were|are)$/.test(lower(s, t + 1));
  return false;
}

/** "|both| were captured": two of those told of before; "both sides" are no count. */
function bothAlone(s: Sentence, at: number): CountPhrase | null {
  if (lower(s, at) !== "both" || !/^(?:AUX|VERB|PUNCT)$/.test(s.upos[at + 1] ?? "PUNCT")) return null;
  const count = { low: 2, high: 2, hedge: "exact" as const, words: s.form[at]! };
  return { from: at, to: at + 1, kind: "figure", count, more: true };
}

// "a 12-member team", "24-hour": a figure with a hyphen behind it counts nothing here.
function countPhraseAt(s: Sentence, at: number, lexicon: TollLexicon): CountPhrase | null {
  const count = countAt(s, at, lexicon.counts);
  if (
    count?.kind === "figure" &&
    /^[-‐‑–]$/.test(s.form[count.to] ?? "") &&
    isGlued(s, count.to) &&
    isGlued(s, count.to + 1)
  )
    return null;
  return count;
}

function startsPhrase(s: Sentence, t: number): boolean {
  const tag = s.upos[t]!;
  if (tag === "PRON")
    return (
      /^(?:others?|those|many|some|several|none|nobody|hers|both)$/.test(lower(s, t)) || s.xpos[t] === "PRP$"
    );
  if (QUOTE_OPEN.test(s.form[t]!))
    return t + 1 < s.form.length && (isNoun(s, t + 1) || s.upos[t + 1] === "ADJ") && isGlued(s, t + 1);
  if (tag === "VERB")
    return (
      /^VB[NG]$/.test(s.xpos[t]!) &&
      isNoun(s, t + 1) &&
      /^(?:armed|suspected|alleged|wanted|allied|affiliated|unidentified|uniformed)$/.test(lower(s, t))
    );
  return tag === "DET" || tag === "ADJ" || tag === "NOUN" || tag === "PROPN" || tag === "NUM" || tag === "X";
}

/** "a |civilian|": a noun of people that is tagged an adjective, with no noun behind it. */
const isSomebody = (s: Sentence, t: number, lexicon: TollLexicon) =>
  lexicon.nouns.get(lower(s, t))?.people != null &&
  !/^(?:NOUN|PROPN|ADJ|NUM|PUNCT)$/.test(s.upos[t + 1] ?? "");

/** The words from the first modifier to the last noun. `head` is -1 where there is none; an adjective alone is a head after a count. */
function bodyFrom(
  s: Sentence,
  at: number,
  lexicon: TollLexicon,
  stops: ReadonlySet<number>,
): { head: number; to: number } {
  let head = -1;
  let to = at;
  let open = false;
  const nominal = (t: number) =>
    t < s.form.length && !isTime(s.form[t]!) && (isNoun(s, t) || s.upos[t] === "ADJ");
  for (let j = at; j < s.form.length; j++) {
    if (stops.has(j)) break;
    const word = s.form[j]!;
    const tag = s.upos[j]!;
    const hyphen = /^[-‐‑–/]$/.test(word) && isGlued(s, j) && isGlued(s, j + 1);
    const afterHyphen = j > at && /^[-‐‑–/]$/.test(s.form[j - 1]!) && isGlued(s, j);
    if (isTime(word) && !(word === "Sun" || afterHyphen)) break;
    if (hyphen) {
      to = j + 1;
      continue;
    }
    if (afterHyphen) {
      to = j + 1;
      if (isNoun(s, j)) head = j;
      continue;
    }
    if (isHarmParticiple(lexicon, word.toLowerCase()) && tag !== "PROPN") {
      // "12 wounded soldiers", not "soldiers wounded" and not "and wounded 30"
      const before = j > at || j > 0;
      if (
        head < 0 &&
        before &&
        nominal(j + 1) &&
        !/^NN/.test(s.xpos[j - 1] ?? "") &&
        s.upos[j - 1] !== "CCONJ"
      ) {
        to = j + 1;
        continue;
      }
      break;
    }
    if (isNoun(s, j) || (tag === "ADJ" && isSomebody(s, j, lexicon))) {
      head = j;
      to = j + 1;
      continue;
    }
    if (tag === "ADJ") {
      if (head >= 0 && !nominal(j + 1)) break;
      to = j + 1;
      continue;
    }
    if (tag === "NUM") {
      // "S-400", "Su 35", "T-72"; else a figure opens the next phrase
      if (head >= 0 && !(s.upos[head] === "PROPN" && j === head + 1 && isNoun(s, j + 1))) break;
      // "the agent's |2-year-old son|"
      const isAge = s.xpos[j - 1] === "POS" && /^[-‐‑]$/.test(s.form[j + 1] ?? "") && isGlued(s, j + 1);
      if (head < 0 && j > at && !isAge) break;
      to = j + 1;
      continue;
    }
    if (s.xpos[j] === "POS" || word === "’s" || word === "'s") {
      if (!nominal(j + 1) && !(s.upos[j + 1] === "NUM") && !QUOTE_OPEN.test(s.form[j + 1] ?? "")) break;
      head = -1;
      to = j + 1;
      continue;
    }
    if (QUOTE_OPEN.test(word) && !open && nominal(j + 1) && isGlued(s, j + 1)) {
      open = true;
      to = j + 1;
      continue;
    }
    if (QUOTE_CLOSE.test(word) && open) {
      open = false;
      to = j + 1;
      if (!nominal(j + 1)) break;
      continue;
    }
    if (/^VB[NG]$/.test(s.xpos[j]!) && tag !== "AUX" && head < 0 && nominal(j + 1)) {
      to = j + 1;
      continue;
    }
    // "Afghan and Pakistani soldiers"
    if (
      (tag === "CCONJ" || word === ",") &&
      head < 0 &&
      j > at &&
      s.upos[j - 1] === "ADJ" &&
      s.upos[j + 1] === "ADJ" &&
      nominal(j + 2)
    ) {
      to = j + 1;
      continue;
    }
    if (tag === "ADV" && s.xpos[j] !== "WRB" && head < 0 && s.upos[j + 1] === "ADJ" && j > at) {
      to = j + 1;
      continue;
    }
    break;
  }
  while (to > at && head >= 0 && to - 1 > head && !QUOTE_CLOSE.test(s.form[to - 1]!)) to--;
  // "a |passer-by|"
  if (head >= 0 && to === head + 1 && hyphenated(s, head, lexicon) !== null) to = head + 3;
  return { head, to: head < 0 ? Math.max(at, to) : to };
}

/** A noun that goes on behind its hyphen, where the lexicon has it: "passer-by". */
function hyphenated(s: Sentence, head: number, lexicon: TollLexicon): string | null {
  if (!/^[-‐‑]$/.test(s.form[head + 1] ?? "") || !isGlued(s, head + 1) || !isGlued(s, head + 2)) return null;
  const whole = `${lower(s, head)}-${lower(s, head + 2)}`;
  return lexicon.nouns.has(whole) ? whole : null;
}

/** Police or soldiers, by the nearest word before that tells; in this sentence behind it too. */
function forceBefore(
  parsed: ParsedReport,
  sentence: number,
  token: number,
  { army, police }: TollWords,
): VictimKind {
  const told = (word: string) => (police.has(word) ? "police" : army.has(word) ? "military" : null);
  for (let k = sentence; k >= Math.max(0, sentence - 2); k--) {
    const { form } = parsed.sentences[k]!;
    for (let t = (k === sentence ? token : form.length) - 1; t >= 0; t--) {
      const kind = told(form[t]!.toLowerCase());
      if (kind !== null) return kind;
    }
    if (k === sentence)
      for (const word of form.slice(token + 1)) {
        const kind = told(word.toLowerCase());
        if (kind !== null) return kind;
      }
  }
  return "military";
}

interface FoundNoun {
  readonly noun: string;
  readonly from: number;
  readonly people: VictimKind | null;
  readonly thing: boolean;
  /** The noun stands before a name: "commander Abu Salim". */
  readonly title: boolean;
}

function nounOf(
  s: Sentence,
  from: number,
  p: { head: number; to: number },
  lexicon: TollLexicon,
): FoundNoun | null {
  const whole = p.to === p.head + 3 ? hyphenated(s, p.head, lexicon) : null;
  if (whole !== null) return { noun: whole, from: p.head, ...lexicon.nouns.get(whole)!, title: false };
  for (let t = p.head; t >= from; t--) {
    if (t < p.head && (!isNoun(s, t) || s.upos[p.head] !== "PROPN")) {
      if (s.upos[p.head] !== "PROPN") return null;
      continue;
    }
    for (let length = 3; length >= 1; length--) {
      if (t - length + 1 < from) continue;
      const words = s.form
        .slice(t - length + 1, t + 1)
        .join(" ")
        .toLowerCase()
        .replaceAll(" - ", "-");
      const found = lexicon.nouns.get(words);
      if (found !== undefined) return { noun: words, from: t - length + 1, ...found, title: t < p.head };
    }
    if (t < p.head && s.xpos[t] === "POS") return null;
  }
  return null;
}

function modifierKind(s: Sentence, from: number, noun: number, lexicon: TollLexicon): VictimKind | null {
  let kind: VictimKind | null = null;
  for (let t = from; t < noun; t++) kind = lexicon.modifiers.get(lower(s, t)) ?? kind;
  return kind;
}

function partyMention(
  parsed: ParsedReport,
  sentence: number,
  from: number,
  to: number,
  head: number,
): PartyMention | null {
  const inside = (parsed.mentions[sentence] ?? []).filter(
    (m) => m.head >= from && m.head < to && m.parties.length === 1,
  );
  const sided = inside.filter((m) => m.parties[0]!.code !== null);
  return sided.filter((m) => m.head <= head).at(-1) ?? sided.at(-1) ?? inside.at(-1) ?? null;
}

// "soldiers" of no known side are no party
const singleParty = (m: PartyMention | null): PartyRef | null =>
  m?.parties.length === 1 && m.parties[0]!.code !== null ? m.parties[0]! : null;

// A noun that is itself the name of a people or a group: "Palestinians", "the Houthis".
function kindOfMention(m: PartyMention | null, head: number): VictimKind | null {
  if (m === null || head < m.from || head >= m.to || m.kind === "anaphor") return null;
  switch (m.parties[0]?.sector) {
    case "REB":
    case "UAF":
    case "CRM":
      return "militant";
    case "MIL":
    case "PRM":
      return "military";
    case "COP":
      return "police";
    case "GOV":
      return m.kind === "person" ? "official" : "unknown";
    default:
      return "unknown";
  }
}

// "members of the RSF", "fighters from M23", "troops loyal to Kinshasa"
function partyBehind(
  parsed: ParsedReport,
  sentence: number,
  to: number,
  noun: string | null,
): PartyRef | null {
  if (noun === null) return null;
  const s = parsed.sentences[sentence]!;
  let t = to;
  if (/^(?:belonging|loyal|allied|affiliated|linked)$/.test(lower(s, t))) t++;
  if (!/^(?:of|from|to|with)$/.test(lower(s, t)) || (t === to && !/^(?:of|from)$/.test(lower(s, t))))
    return null;
  t++;
  while (s.upos[t] === "DET") t++;
  // "people from their homes" is not whose people they are
  if (s.xpos[t] === "PRP$") return null;
  const mention = mentionAt(parsed, sentence, t);
  return mention !== null && mention.from <= t ? singleParty(mention) : null;
}

const AGE = /^(?:\d{1,2}|1[01]\d)$/;

/** "three siblings aged 8, 12 and 17", "his daughters, 4 and 7,": figures in a list behind those whose ages they are. */
function isAgeInList(s: Sentence, at: number, before: VictimPhrase | null): boolean {
  if (!AGE.test(s.form[at]!)) return false;
  const joins = (t: number) => /^(?:,|and|or)$/.test(lower(s, t));
  let first = at;
  for (let t = at - 1; t > 0 && (joins(t) || AGE.test(s.form[t]!)); t--) if (AGE.test(s.form[t]!)) first = t;
  if (/^(?:aged|ages?)$/.test(lower(s, first - 1))) return true;
  if (s.form[first - 1] !== ",") return false;
  if (first !== at) return before?.bare === true && before.measure;
  if (before === null || before.to !== first - 1 || before.people === null || !before.plural) return false;
  let ages = 0;
  let t = first;
  for (; joins(t) || AGE.test(s.form[t] ?? ""); t++) if (AGE.test(s.form[t]!)) ages++;
  const closed = s.form[t - 1] === "," || s.form[t] === ")";
  const told = before.count === null || before.count.kind !== "figure" ? null : before.count.count.low;
  return ages >= 2 && closed && (told === null || told === ages);
}

function isMeasure(
  s: Sentence,
  from: number,
  p: { to: number; head: number; bare: boolean },
  word: string,
  lexicon: TollLexicon,
  count: CountPhrase | null,
  before: VictimPhrase | null,
): boolean {
  if (!p.bare && lexicon.not.has(word)) return true;
  if (/^how$/.test(lower(s, from - 1))) return true;
  // "all but three of the 28 on board": those whom it did not befall
  if (lower(s, from - 1) === "but" && lower(s, from - 2) === "all") return true;
  if (count === null) return false;
  const next = lower(s, p.to);
  const prior = lower(s, from - 1);
  if (count.kind === "figure") {
    if (p.bare && isAgeInList(s, from, before)) return true;
    if (
      /^(?:%|percent|per|km|kms|mm|cm|m|kg|kilometres|kilometers|miles|a\.m\.|p\.m\.|am|pm|gmt|th|°|years?|days?)$/.test(
        p.bare ? next : lower(s, count.to),
      )
    )
      return true;
    if (/^[$€£₹¥]|^(?:rs|usd|us\$|pkr|inr|eur)$/.test(prior) || /[$€£₹¥]$/.test(prior)) return true;
    if (
      p.bare &&
      (mayBeMonth(prior) ||
        mayBeMonth(next) ||
        /^(?:aged|age|no\.|number|article|resolution|chapter|day|page|section|group|highway|route)$/.test(
          prior,
        ))
    )
      return true;
    // "the 1980 assassination", "12 March 1980"
    if (
      !p.bare &&
      /^(?:1[89]|20)\d\d$/.test(s.form[count.to - 1]!) &&
      count.to - count.from === 1 &&
      (!PLURAL_TAG.test(s.xpos[p.head] ?? "") || mayBeMonth(prior))
    )
      return true;
    // years
    if (p.bare && /^(?:1[89]|20)\d\d$/.test(s.form[p.to - 1]!) && !/^(?:were|was|have|had)$/.test(next))
      return true;
    // "Rahim, 12, and", "a boy, 9,": an age between commas behind a single person
    if (
      p.bare &&
      prior === "," &&
      before !== null &&
      before.to === from - 1 &&
      !before.plural &&
      (before.count === null || before.count.kind === "article") &&
      /^(?:[,;.)]|and|was)$/.test(next)
    )
      return true;
    if (p.bare && prior === "(" && next === ")") return true;
    // "a 12-year-old", "24-hour": a figure tied to a unit is no count; "12-year-old boy" still has its article
    if (next === "-" && p.bare) return true;
  }
  return false;
}
