import type { Sentence } from "../language/sentence.js";
import { baseRelation, children, dominates } from "../language/tree.js";
import { isDayWord } from "../text/date-words.js";
import { isBeyondBorder } from "./borders.js";
import { distinct, type EventDraft, stateOf } from "./event-draft.js";
import type { EventMode, EventType } from "./event-types.js";
import type { EventWords } from "./event-words.js";
import type { FrameLexicon } from "./frames.js";
import { mentionAt, type ParsedReport, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { prepositional } from "./slots.js";

/** Sectors of people who stand for their country where nothing else is said; armed groups do not. */
const POPULACE = new Set([
  "CVL",
  "EDU",
  "LAB",
  "AGR",
  "REF",
  "REL",
  "BUS",
  "MED",
  "JRN",
  "SOC",
  "OPP",
  "COP",
  "GOV",
  "JUD",
  "LEG",
  "MIL",
]);

/**
 * "students throughout Indonesia", "rebels in the Ivory Coast": people of no known side have the country of their place; so have "ethnic Turks
 * in Bulgaria", "the Turks of Bulgaria".
 */
export function withCountry(
  parsed: ParsedReport,
  sentence: number,
  token: number,
  p: PartyRef,
  { dwelling }: EventWords,
): PartyRef {
  const minority = isMinority(parsed, p);
  const of = p.sector === "CVL" && p.code === p.country;
  if (!minority && !of && (p.code !== null || p.country !== null)) return p;
  const s = parsed.sentences[sentence]!;
  const anybody = minority || p.country === null;
  for (const preposition of anybody ? dwelling : ["of"]) {
    for (const t of prepositional(s, token, preposition)) {
      const country = mentionAt(parsed, sentence, t)?.parties[0]?.country;
      if (!country) continue;
      return { ...p, country, code: p.sector && POPULACE.has(p.sector) && !minority ? country : null };
    }
  }
  return p;
}

/** "in Ukraine", "across the Sahel". */
export const isWhere = ({ report }: ParsedReport, { span }: PartyRef) =>
  /\b(?:in|across|over|around|inside|throughout|for) (?:the )?$/i.test(
    report.text.slice(Math.max(0, span.start - 16), span.start),
  );

/** "ethnic Turks": where they are at home is told by their place, not by their name. */
const isMinority = ({ report }: ParsedReport, { span }: PartyRef) =>
  /\bethnic /i.test(report.text.slice(Math.max(0, span.start - 7), span.start + 7));

/**
 * "Security forces killed 11 militants", "the rebels shelled the town", in a report of one armed group that fights there: its men,
 * unless the paragraph is about another. Of militants and terrorists who attack nobody knows whose they are.
 */
export function withGroup(
  parsed: ParsedReport,
  d: EventDraft,
  group: PartyRef | null,
  classes: FrameLexicon["classes"],
): EventDraft {
  if (group === null || isAboutAnother(parsed, d.sentence, group)) return d;
  const isMan = (p: PartyRef) =>
    p.code === null && p.sector === "REB" && (p.country ?? group.country) === group.country;
  const isFighter = (p: PartyRef) =>
    isMan(p) && classes.get("group-fighters")!.has(p.words.slice(p.words.lastIndexOf(" ") + 1).toLowerCase());
  const of = (list: readonly PartyRef[], isIts: (p: PartyRef) => boolean) =>
    list.some(isIts)
      ? distinct(list.map((p) => (isIts(p) ? { ...p, code: group.code, country: group.country } : p)))
      : list;
  return { ...d, actor: of(d.actor, isFighter), recipient: of(d.recipient, isMan) };
}

/** Whether the paragraph of a sentence names other armed groups, and not this one. */
function isAboutAnother({ mentions, passageOf }: ParsedReport, sentence: number, group: PartyRef): boolean {
  const told = mentions
    .filter((_, k) => passageOf[k] === passageOf[sentence])
    .flat()
    .flatMap((m) => (m.kind === "name" ? m.parties : []))
    .filter((p) => p.sector === "REB" && p.code !== null);
  return told.length > 0 && told.every((p) => p.code !== group.code);
}

interface CountryContext {
  /** The country that the report is set in, or null. */
  readonly home: string | null;
  /** All events of the sentence. */
  readonly all: readonly EventDraft[];
  readonly words: EventWords;
}

/**
 * "Students rioted in Monrovia", "Egyptian police dispersed demonstrators", "the assailants shot two labourers": people and organs of
 * whom nothing else is said are of the country of the event's place, else of the only one that the sentence names, else of the one
 * that the report is set in. Where a state attacks, they are not of that state for its being named alone.
 */
export function withCountries(
  parsed: ParsedReport,
  d: EventDraft,
  { home, all, words }: CountryContext,
): EventDraft {
  const isAnybody = (p: PartyRef) =>
    ((p.code === null && p.country === null) || isMinority(parsed, p)) &&
    p.sector !== null &&
    POPULACE.has(p.sector) &&
    !isNamedOfficial(parsed, d.sentence, p) &&
    !(p.sector === "MIL" && wordsOf(p).some((w) => words.of_several.has(w))) &&
    !words.missions.has(wordsOf(p).at(-1) ?? "");
  if (![...d.actor, ...d.recipient].some(isAnybody)) return d;
  const attackers = TOWARDS.has(d.type) ? d.actor.map((p) => p.code) : [];
  const s = parsed.sentences[d.sentence]!;
  // "Civilians must be let out, he said in New York": where it is said is not where they are
  const said = SAID.has(d.type);
  const place = said ? null : (d.place?.country ?? null);
  const named = new Set(
    (parsed.mentions[d.sentence] ?? [])
      .filter((m) => (m.agent || !said) && !isBeside(s, d, m) && !isBeyondBorder(s, m.from))
      .flatMap((m) => m.parties)
      // a group fights beyond its country too: that says less than where the report is set
      .filter((p) => home === null || p.code === null || p.code === p.country)
      .flatMap((p) => p.country ?? []),
  );
  for (const c of attackers) if (c !== null && c !== home) named.delete(c);
  // "Canada condemns the attack on the camp": nothing says that it is Canada's
  const isDeplored = (x: EventDraft) =>
    x.type === "ACCUSE" && x.mode === "disapprove" && dominates(s, x.token, d.token) && x.token !== d.token;
  for (const x of all.filter(isDeplored)) for (const p of x.actor) if (p.code !== home) named.delete(p.code!);
  const country = place ?? (named.size === 1 ? [...named][0]! : named.size === 0 ? home : null);
  if (country === null) return d;
  // "Soldiers detained five men in Khiam": whose, the place does not say
  const isForeign = (p: PartyRef) => country !== home && p.sector !== null && ORGANS.has(p.sector);
  const of = (list: readonly PartyRef[], unsure: (p: PartyRef) => boolean) =>
    distinct(list.map((p) => (isAnybody(p) ? { ...p, code: unsure(p) ? null : country, country } : p)));
  return {
    ...d,
    // "the charity said Khartoum must free them": whom somebody addresses is another, and so is whom he visits
    actor:
      ((said && country !== home) || d.type === "CONSULT") && d.recipient.some((p) => p.code === country)
        ? d.actor
        : of(d.actor, (p) => isMinority(parsed, p) || isForeign(p)),
    recipient: of(d.recipient, (p) => isMinority(parsed, p)),
  };
}

/** "A truce agreed at talks hosted |by Malaysia|, after fighting that killed 43", "said |in Geneva| that ten had died": who and where something else is done. */
function isBeside(s: Sentence, d: EventDraft, m: PartyMention): boolean {
  const over = s.head[m.head]!;
  if (over < 0 || over === d.token || d.match.actor.some((t) => m.from <= t && t < m.to)) return false;
  const isAgent = children(s, m.head, "case").some((c) => s.form[c]!.toLowerCase() === "by");
  return (
    isAgent || (!m.agent && /^(?:obl|nmod)$/.test(baseRelation(s, m.head)) && !dominates(s, d.token, m.head))
  );
}

const wordsOf = ({ words }: PartyRef): string[] => words.toLowerCase().split(/\W+/);

/** "Foreign Secretary Ann Lee": whose minister she is, her office tells or nothing does. */
const isNamedOfficial = (parsed: ParsedReport, sentence: number, { sector, span }: PartyRef): boolean =>
  sector === "GOV" &&
  (parsed.mentions[sentence] ?? []).some(
    (m) => m.person !== null && m.parties.some((p) => p.span.start === span.start && p.span.end === span.end),
  );

/** Types by which a state attacks, blames, punishes, helps or comforts others rather than its own people. */
const TOWARDS = new Set<EventType>(["ASSAULT", "ACCUSE", "SUPPORT", "AID", "SANCTION"]);

/** Types that are words: they take place where somebody speaks. */
const SAID = new Set<EventType>(["REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT", "AGREE"]);

/** Sectors whose people act for the state. */
const ORGANS = new Set(["MIL", "COP", "GOV"]);

/** "Four people were arrested in Damboa", "he was sentenced to death": what only authorities do, they do of the place or of the report's country. */
export function byAuthorities(
  parsed: ParsedReport,
  d: EventDraft,
  classes: FrameLexicon["classes"],
  home: string | null,
): EventDraft {
  const s = parsed.sentences[d.sentence]!;
  const country = d.place?.country ?? home;
  const acts = classes.get("authority-act")!;
  // "arrested", "taken into custody"; a curfew is nobody else's
  const organ = d.match.actor.some((t) => classes.get("organ")!.has(s.lemma[t]!.toLowerCase()));
  const isTheirs =
    d.mode === "curfew" ||
    (d.type === "COERCE" && organ) ||
    (d.match.kind === "verb" && [d.token, ...children(s, d.token, "obl")].some((t) => acts.has(s.lemma[t]!)));
  if (!isTheirs || country === null || d.actor.some((p) => p.code !== null)) return d;
  if (d.mode !== "curfew" && !organ && d.actor.length + d.match.actor.length > 0) return d;
  const span = { start: s.start[d.token]!, end: s.end[d.token]! };
  const words = s.text.slice(s.start[d.token]!, s.end[d.token]!);
  const by = d.place?.country ? stateOf(d.place) : { code: country, country, sector: null, words, span };
  return { ...d, actor: [by], abstentions: d.abstentions.filter((a) => a.slot !== "actor") };
}

/** What those who rule lay on all their people. */
const AT_HOME = new Set<EventMode | null>(["curfew", "martial-law"]);

/** "Police detained six of them", "evacuated 180 patients": whom a state's own organs arrest or bring out in it, and of whom no more is said, are its people. */
export function ofOwnPeople(s: Sentence, d: EventDraft, classes: FrameLexicon["classes"]): EventDraft {
  const [by] = d.actor;
  const [who] = d.match.recipient;
  const isOpen = d.recipient.every((p) => p.code === null && p.country === null);
  const isRescue = d.type === "AID" && classes.get("rescue-act")!.has(s.lemma[d.token]!.toLowerCase());
  const isPower = d.match.evidence.some((t) => s.lemma[t] === "power");
  const onAll = d.type === "COERCE" && (AT_HOME.has(d.mode) || (d.mode === "seize" && isPower));
  const isArrest = d.type === "COERCE" && d.mode === "arrest";
  if (!isOpen || !(onAll || ((isRescue || isArrest) && who !== undefined))) return d;
  if (d.actor.length !== 1 || !by?.code || by.code !== by.country) return d;
  if (d.place !== null && d.place.country !== by.code) return d;
  const at = who ?? d.token;
  const span = { start: s.start[at]!, end: s.end[at]! };
  const words = s.text.slice(span.start, span.end);
  const people: PartyRef = { code: by.code, country: by.code, sector: "CVL", words, span };
  return { ...d, recipient: [people], abstentions: d.abstentions.filter((a) => a.slot !== "recipient") };
}

/** A protest that names nobody else is against those who govern where it is, or whence the protesters are. */
export function withAuthorities(d: EventDraft, home: string | null): EventDraft {
  if (d.type !== "PROTEST" || d.actor.length === 0 || d.recipient.length > 0) return d;
  if (d.place?.country) return { ...d, recipient: [stateOf(d.place)] };
  const from = d.actor.find((p) => p.country !== null)?.country ?? home;
  return from === null
    ? d
    : { ...d, recipient: [{ ...d.actor[0]!, code: from, country: from, sector: null }] };
}

/** What can be deplored as somebody's deed. */
const DEEDS = new Set<EventDraft["type"]>(["ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE"]);

/** "Türkiye condemned the attack in Kabul": who did it is blamed, and neither who suffered it nor where it was. */
export function blamingDoers(
  s: Sentence,
  d: EventDraft,
  all: readonly EventDraft[],
  words: EventWords,
): EventDraft {
  if (d.type !== "ACCUSE" || d.mode !== "disapprove" || d.match.kind !== "verb") return d;
  if (d.match.recipient.length === 0) return d;
  const isTold = (t: number) => s.head[t] === d.token && /^(?:obj|nsubj:pass)$/.test(s.relation[t]!);
  const deed = all.find((x) => DEEDS.has(x.type) && x.match.kind === "noun" && isTold(x.token));
  const told = deed?.token ?? s.head.findIndex((_, t) => isTold(t) && !isDayWord(s.form[t]!));
  if (told < 0) return d;
  const doers = deed?.actor.filter((p) => p.code !== null) ?? [];
  const suffered = (p: PartyRef) =>
    deed?.recipient.some((x) => (p.code === null ? x.words === p.words : x.code === p.code)) ||
    isBehind(s, told, p, deed?.type === "ASSAULT", words);
  return { ...d, recipient: doers.length > 0 ? doers : d.recipient.filter((p) => !suffered(p)) };
}

/** "The blasts |near embassies of France in Chad|", "senseless acts |against the mission|": behind the deed stand those who suffered it and where it was. */
function isBehind(
  s: Sentence,
  deed: number,
  { span }: PartyRef,
  isViolent: boolean,
  { struck }: EventWords,
): boolean {
  let t = s.start.findIndex((start, k) => start >= span.start && s.end[k]! <= span.end);
  if (t <= deed || !dominates(s, deed, t)) return false;
  while (s.head[t] !== deed) t = s.head[t]!;
  const cases = children(s, t, "case").map((c) => s.form[c]!.toLowerCase());
  return cases.some((c) => struck.has(c)) || (isViolent && !cases.includes("by"));
}
