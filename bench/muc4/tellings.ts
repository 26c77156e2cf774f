import type { Toll } from "../../src/coding/claim.js";
import type { EventDraft } from "../../src/coding/event-draft.js";
import { mentionAt } from "../../src/coding/parsed-report.js";
import { matchName } from "../../src/coding/party-lexicon.js";
import type { Resources, Trace } from "../../src/coding/read-report.js";
import { phraseStart } from "../../src/coding/things.js";
import type { Name, Sentence } from "../../src/language/sentence.js";
import { baseRelation, children } from "../../src/language/tree.js";
import { circumstancesOf } from "./circumstances.js";
import { ROLES, type Role } from "./gold.js";
import {
  effectOf,
  isAbducted,
  isCountOfPeople,
  LETHAL,
  NOBODY,
  numberOf,
  wordsOfCounts,
} from "./human-targets.js";
import { addsUp, isLongAgo } from "./incidents.js";
import {
  BESIDE,
  governor,
  headOf,
  headWithin,
  isName,
  isPart,
  isTitle,
  numberBefore,
  pathTo,
  phrase,
  singular,
  thingNames,
  titlesOf,
  weaponNames,
  withNumber,
  withOf,
} from "./phrases.js";
import {
  FORCES,
  type FoundRoles,
  isGroup,
  NAMING,
  peopleOf,
  personsOf,
  personsUnder,
  textOf,
  VICTIMS,
  withoutTitle,
} from "./roles.js";
import { plain } from "./score.js";

/** What the key asks for: GRIT's roles, and human targets with their number and effect. */
export const ASKED = [...ROLES, "Human"] as const;
export type Asked = Role | "Human";

/** One place where a report tells of somebody or something, with what Parley's record says there. */
export interface Telling {
  readonly asked: Asked;
  /** Names of it, as the report writes it here. */
  readonly names: readonly string[];
  /** Tellings with the same key, or of persons with parts of one name, are of the same. */
  readonly key: string;
  readonly isPerson: boolean;
  readonly start: number;
  readonly sentence: number;
  /** What the record says of it here, each a word for the model. */
  readonly features: readonly string[];
  /** In the key's words, of human targets. */
  readonly number: string | null;
  readonly effect: string | null;
  readonly toll: Toll | null;
}

/** The countries that the key tells of. */
export const COUNTRIES = new Set(["ARG", "BOL", "CHL", "COL", "ECU", "SLV", "GTM", "HND", "PER"]);

/** Whatever a report tells that could fill a slot of the key: in the slots of events, in tolls, and beside them. */
export function tellingsIn(trace: Trace, resources: Resources, rules: FoundRoles): Telling[] {
  const { parsed, drafts, coded } = trace;
  const out: Telling[] = [];
  const sentenceAt = (at: number) =>
    parsed.sentences.findIndex((s) => s.start[0]! <= at && at < s.end.at(-1)!);
  const slots = slotsOf(trace, resources);
  const around = circumstancesOf(trace);
  const about = parsed.sentences.map((_, k) => aboutSentence(k));
  parsed.sentences.forEach((s, k) => {
    for (const name of s.names) if (name.kind === "PER") tellPerson(s, k, name);
    for (let t = 0; t < s.form.length; t++)
      if (/^(?:NOUN|PROPN)$/.test(s.upos[t]!) && !isPart(s, t)) tellNoun(s, k, t);
    for (const m of parsed.mentions[k] ?? [])
      if (!m.person && m.kind !== "anaphor")
        for (const p of m.parties)
          if (isGroup(p)) tellGroup(s, k, m.from, m.to, p.code!, `sector:${p.sector}`);
  });
  tellClaims();
  tellTolls();
  for (const role of ROLES) for (const f of rules[role]) tellFound(role, f.name, f.start);
  return out;

  function tell(
    asked: Asked,
    names: readonly string[],
    at: Partial<Telling> & Pick<Telling, "key" | "start">,
  ) {
    const clean = names.map((n) => n.replace(/\s+/g, " ").trim()).filter((n) => plain(n) !== "");
    if (clean.length === 0) return;
    const sentence = sentenceAt(at.start);
    const beside = asked === "Human" ? [...wordsOf(sentence), ...around(sentence)] : [];
    out.push({
      isPerson: false,
      number: null,
      effect: null,
      toll: null,
      ...at,
      asked,
      sentence,
      names: [...new Set(clean)],
      features: [...(at.features ?? []), ...beside],
    });
  }

  /** The nouns, verbs and adjectives of a sentence. */
  function wordsOf(k: number): string[] {
    const s = parsed.sentences[k];
    return (s?.lemma ?? []).flatMap((l, t) =>
      /^(?:NOUN|VERB|ADJ)$/.test(s!.upos[t]!) ? [`with ${l.toLowerCase()}`] : [],
    );
  }

  /** Where a phrase hangs, and how under violence. */
  function hanging(s: Sentence, k: number, from: number, to: number): string[] {
    const here = drafts.filter((d) => d.sentence === k && d.type === "ASSAULT");
    return [...governor(s, from, to), ...pathTo(s, from, to, (t) => here.some((d) => d.token === t))];
  }

  /** The violence and the tolls of a sentence, and where it stands. */
  function aboutSentence(k: number): string[] {
    const f = coded.tolls.filter((t) => sentenceAt(t.start) === k).map((t) => `toll:${t.harm}`);
    const here = drafts.filter((d) => d.sentence === k);
    for (const d of here) {
      if (d.type !== "ASSAULT") continue;
      f.push(`in:${d.status}`, `in:${d.mode}`);
      if (isLongAgo(d.date, trace)) f.push("in:long-ago");
      if (d.mutual) f.push("in:fight");
      if (d.place?.country) f.push(COUNTRIES.has(d.place.country) ? "in:here" : "in:abroad");
    }
    if (here.length > 0 && !here.some((d) => d.type === "ASSAULT")) f.push("in:other-events");
    const place = k - parsed.sentences.findIndex((x) => x.form.length > SHORTEST);
    f.push(place < 2 ? "early" : place < 6 ? "middle" : "late");
    return f;
  }

  function tellPerson(s: Sentence, k: number, { from, to }: Name) {
    const name = withoutTitle(textOf(s, from, to));
    const isKnown = to - from > 1 || mentionAt(parsed, k, from)?.person != null || slots[k]!.has(from);
    if (!isKnown && (s.xpos[from] !== "NNP" || baseRelation(s, from) === "compound")) return;
    const features = [
      ...about[k]!,
      ...slotsNear(s, k, from, to),
      ...hanging(s, k, from, to),
      ...listedAs(s, from),
      ...titlesOf(s, from, to).map((t) => `title ${t}`),
    ];
    const at = { key: name, isPerson: true, start: s.start[from]!, features };
    tell("Victim", [name], at);
    tell("Human", [name], { ...at, number: "1", effect: effectIn(features) });
    const acts = features.some((x) => /^(?:actor:ASSAULT|recipient:(?:ACCUSE|COERCE|SANCTION))/.test(x));
    const words = s.form.slice(Math.max(0, from - 6), from + 8);
    if (acts || words.some((w) => CULPRIT.test(w))) tell("PerpInd", [name], at);
  }

  /** "The following policemen died: A, B and C", "among the injured are A and B" */
  function listedAs(s: Sentence, from: number): string[] {
    const before = s.form.slice(0, from);
    const colon = before.lastIndexOf(":");
    const tolls = coded.tolls.filter((t) => colon > 0 && s.start[0]! <= t.start && t.end <= s.start[colon]!);
    const named = before.findIndex(
      (f, t) => VICTIMS.test(f) && before.slice(t, t + 5).some((x) => NAMING.test(x)),
    );
    return [
      ...tolls.map((t) => `listed:${t.harm}`),
      ...(named < 0 ? [] : [`listed:${/injur|wound/i.test(before[named]!) ? "wounded" : "killed"}`]),
    ];
  }

  function tellNoun(s: Sentence, k: number, t: number) {
    const own = slots[k]!.get(t) ?? [];
    const features = [...about[k]!, ...own, ...hanging(s, k, t, t + 1), `noun ${singular(s.form[t]!)}`];
    const at = { key: singular(s.form[t]!), start: s.start[t]!, features };
    const kind = peopleOf(s, t, resources);
    const isViolent = about[k]!.some((f) => /^(?:in:(?:happened|ongoing|denied|threatened)$|toll:)/.test(f));
    const acts = own.some((x) =>
      /^actor:(?:ASSAULT|COERCE|THREATEN|RETREAT|MOBILIZE)|^recipient:ACCUSE/.test(x),
    );
    if (FORCES.test(s.form[t]!)) tell("PerpOrg", [phrase(s, t), s.form[t]!], at);
    else if (kind && !isName(s, t)) {
      const group = [t, ...children(s, t, "compound", "nmod", "appos", "amod", "flat")].some((x) =>
        mentionAt(parsed, k, x)?.parties.some(isGroup),
      );
      const told = { ...at, features: [...features, `kind:${kind}`, ...(group ? ["of group"] : [])] };
      if (acts || isViolent || kind === "militant") tell("PerpInd", peopleNames(s, t), told);
      const isNamed = isTitle(s, t) || personsUnder(parsed, k, t).length > 0;
      if (
        !isNamed &&
        !NOBODY.test(plain(s.form[t]!)) &&
        features.some((x) => /^(?:recipient:ASSAULT|path )/.test(x))
      )
        tell("Human", [phrase(s, t)], { ...told, number: numberBefore(s, t), effect: effectIn(features) });
    }
    const { targets, means } = resources.things;
    const word = s.form[t]!.toLowerCase();
    const thing = targets.get(word) ?? targets.get(`${s.form[t - 1]?.toLowerCase()} ${word}`);
    if (thing) tell("Target", thingNames(s, t), { ...at, features: [...features, `kind:${thing}`] });
    const weapon = means.get(word);
    if (weapon && s.form[t + 1] !== "-")
      tell("Weapon", weaponNames(s, t), { ...at, features: [...features, `kind:${weapon}`] });
  }

  function tellGroup(s: Sentence, k: number, from: number, to: number, code: string, sector: string) {
    const names: string[] = [];
    for (let t = from; t < to; t++) {
      const name = matchName(resources.parties, s, t);
      if (name?.entries.some((e) => e.code === code))
        names.push(textOf(s, name.from, name.to).replace(/\s*[([].*$/s, ""));
    }
    const features = [...about[k]!, ...slotsNear(s, k, from, to), ...hanging(s, k, from, to), sector];
    tell("PerpOrg", names, { key: code, start: s.start[from]!, features });
  }

  /** What claims say beyond the slots: groups that stand for others' words, weapons and things with their phrases. */
  function tellClaims() {
    for (const a of coded.attributions)
      if (/\b(?:responsib|credit)/i.test(a.cue))
        for (const p of a.parties.filter(isGroup))
          tell("PerpOrg", [p.words], { key: p.code!, start: p.span.start, features: ["claims"] });
    for (const e of coded.events) {
      if (e.type !== "ASSAULT") continue;
      for (const p of e.actor.filter(isGroup))
        tell("PerpOrg", [p.words], { key: p.code!, start: p.span.start, features: ["resolved actor"] });
      for (const m of e.means) {
        const features = [`means:${e.status}`, `means:${e.mode}`, `kind:${m.kind}`];
        tell("Weapon", [m.words], { key: headOf(m.words), start: m.start, features });
      }
      for (const m of e.targets) {
        const features = [`target:${e.status}`, `target:${e.mode}`, `kind:${m.kind}`];
        tell("Target", [m.words], { key: headOf(m.words), start: m.start, features });
      }
    }
  }

  function tellTolls() {
    const counted = parsed.sentences.map((_, k) =>
      wordsOfCounts(
        coded.tolls.filter((t) => isCountOfPeople(t, trace) && sentenceAt(t.start) === k),
        coded.report.text,
      ),
    );
    for (const toll of coded.tolls) {
      const p = toll.perpetrator;
      if (p && isGroup(p))
        tell("PerpOrg", [p.words], { key: p.code!, start: p.span.start, features: [`by:${toll.harm}`] });
      if (!isCountOfPeople(toll, trace)) continue;
      const k = sentenceAt(toll.start);
      const names = counted[k]?.get(toll) ?? [];
      const words = names[0];
      if (words === undefined) continue;
      const features = [
        ...(about[k] ?? []),
        "counted",
        `harmed:${toll.harm}`,
        `kind:${toll.of.kind}`,
        `hedge:${toll.count.hedge}`,
      ];
      if (isLongAgo(toll.date, trace)) features.push("harmed long ago");
      if (addsUp(toll.date)) features.push("harmed over months");
      if (toll.partOf !== null) features.push("part of another");
      const told = { start: toll.start, features, number: numberOf(toll), effect: effectOf(toll), toll };
      const named = personsOf(trace, toll).map((p) => ({ ...p, name: withoutTitle(p.name) }));
      // "three journalists: A, B and C"
      const isList = named.length > 1 || (named.length === 1 && toll.count.high !== 1);
      for (const p of named)
        tell("Human", [p.name], {
          ...told,
          ...(isList ? ONE : {}),
          key: p.name,
          isPerson: true,
          start: p.start,
        });
      if (named.length > 0 && !(isList && (toll.count.low ?? 0) > named.length)) continue;
      // "a woman and a girl"
      const each = words.split(/ and (?:(?:an?|his|her|their|the) )?/i);
      if (each.length > 1 && each.length === toll.count.high)
        for (const one of each) tell("Human", [one], { ...told, ...ONE, key: headOf(one) });
      else tell("Human", names, { ...told, key: headOf(words) });
    }
  }

  /** What the rules of roles.ts find, beside the telling that is the same. */
  function tellFound(role: Role, name: string, start: number) {
    const same = out.find((o) => o.asked === role && o.names.some((n) => plain(n) === plain(name)));
    const isPerson = role === "Victim" || (same?.isPerson ?? false);
    const told = { key: same?.key ?? (isPerson ? name : headOf(name)), isPerson, start, features: ["rule"] };
    tell(role, [name], told);
    if (role === "Victim") tell("Human", [name], { ...told, number: "1" });
  }

  /** The slots of the tokens of a phrase, and of what it stands beside ("leaders, A and B"). */
  function slotsNear(s: Sentence, k: number, from: number, to: number): string[] {
    const f: string[] = [];
    for (let t = from; t < to; t++) f.push(...(slots[k]!.get(t) ?? []));
    let t = headWithin(s, from, to);
    for (let steps = 0; steps < 6 && t >= 0 && BESIDE.test(baseRelation(s, t)); steps++) {
      t = s.head[t]!;
      f.push(...(slots[k]!.get(t) ?? []));
    }
    for (const toll of coded.tolls) {
      const at = s.text.indexOf(toll.of.words, toll.start);
      const end = at + toll.of.words.length;
      if (at < 0 || at > s.start[from]! || s.end[to - 1]! > end) continue;
      f.push(toll.harm === "captured" && !isAbducted(toll, trace) ? "arrested" : `harmed:${toll.harm}`);
    }
    return f;
  }

  function peopleNames(s: Sentence, t: number): string[] {
    const from = phraseStart(s, t);
    const names = [phrase(s, t), s.form[t]!, phrase(s, t).replace(HEDGED, "")];
    // "FMLN guerrillas": guerrillas
    for (let x = from; x < t; x++) {
      const group = matchName(resources.parties, s, x);
      if (group && group.to <= t && group.entries.some(isGroup)) names.push(textOf(s, group.to, t + 1));
    }
    return [...names, ...withOf(s, t), ...withNumber(s, t)];
  }
}

/** A dateline has fewer words. */
const SHORTEST = 5;
const ONE = { number: "1", toll: null };

/** What each token of each sentence does and suffers, as the events say. */
function slotsOf({ parsed, drafts, coded, ...rest }: Trace, resources: Resources): Map<number, string[]>[] {
  const trace = { parsed, drafts, coded, ...rest };
  const out = parsed.sentences.map(() => new Map<number, string[]>());
  drafts.forEach((d, n) => {
    const s = parsed.sentences[d.sentence]!;
    const put = (token: number, slot: "actor" | "recipient") => {
      for (const t of [token, ...children(s, token, "conj")])
        out[d.sentence]!.set(t, [...(out[d.sentence]!.get(t) ?? []), ...saidOf(slot, d, n, s)]);
    };
    for (const t of d.match.actor) put(t, "actor");
    for (const t of d.match.recipient) put(t, "recipient");
  });
  return out;

  function saidOf(slot: "actor" | "recipient", d: EventDraft, n: number, s: Sentence): string[] {
    if (d.type !== "ASSAULT") return [`${slot}:${d.type}`];
    const f = [`${slot}:ASSAULT/${d.status}`, `${slot}:${d.mode}`];
    if (isLongAgo(coded.events[n]!.date, trace)) f.push(`${slot}:long-ago`);
    if (d.mutual) f.push(`${slot}:fight`);
    f.push(`${slot} ${d.rules[0]}`);
    if (d.place?.country) f.push(`${slot}:${COUNTRIES.has(d.place.country) ? "here" : "abroad"}`);
    if (slot === "recipient") {
      f.push(d.match.actor.length > 0 ? "by:somebody" : "by:nobody");
      for (const p of coded.events[n]!.actor) f.push(`suffers from ${p.sector ?? "unknown"}`);
      for (const p of coded.events[n]!.recipient) {
        f.push(`is ${p.sector ?? "unknown"}`);
        if (p.country) f.push(COUNTRIES.has(p.country) ? "is here" : "is abroad");
      }
      if (LETHAL.test(coded.events[n]!.rule)) f.push("lethal");
      if (/wound|injur|casualties/.test(coded.events[n]!.rule)) f.push("wounding");
    } else {
      if (d.match.recipient.length === 0) f.push("against:nobody");
      for (const r of d.match.recipient) f.push(`against:${peopleOf(s, r, resources)}`);
    }
    return f;
  }
}

/** What became of somebody of whom nothing is said, by what their sentences tell. */
export function effectAround(features: readonly string[]): string | null {
  const has = (...some: string[]) => some.some((x) => features.includes(x));
  if (has("recipient:abduct", "harmed:captured")) return null;
  if (has("toll:killed", "in:targeted", "recipient:firearms")) return "DEATH";
  return has("toll:wounded") ? "INJURY" : null;
}

function effectIn(features: readonly string[]): string | null {
  const has = (...some: string[]) => some.some((x) => features.includes(x));
  if (has("harmed:killed", "listed:killed", "lethal") || features.some((f) => KILLING.test(f)))
    return "DEATH";
  if (has("harmed:wounded", "listed:wounded", "wounding")) return "INJURY";
  return has("recipient:RETREAT") ? "REGAINED FREEDOM" : null;
}

const KILLING = /^under (?:of|'s?|’s?) (?:murder|assassination|death|killing|body|massacre)$/;

/** Words that stand near those who are said to have done it. */
const CULPRIT =
  /^(?:murderers?|assassins?|suspects?|responsible|perpetrators?|mastermind(?:s|ed)?|implicated|accused|arrested|charged|confessed|involved|culprits?|kidnappers?|guilty)$/i;
const HEDGED = /^(?:alleged|suspected|presumed|possible|apparent|heavily)\s+/i;
