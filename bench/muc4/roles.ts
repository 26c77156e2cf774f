import type { Toll } from "../../src/coding/claim.js";
import type { EventDraft } from "../../src/coding/event-draft.js";
import { mentionAt } from "../../src/coding/parsed-report.js";
import type { PartyRef } from "../../src/coding/party.js";
import { matchName } from "../../src/coding/party-lexicon.js";
import type { Resources, Trace } from "../../src/coding/read-report.js";
import { phraseStart } from "../../src/coding/things.js";
import type { Sentence } from "../../src/language/sentence.js";
import { baseRelation, child, children, subtree } from "../../src/language/tree.js";
import { isInClass } from "../../src/language/word-table.js";
import { ROLES, type Role } from "./gold.js";
import { isLongAgo } from "./incidents.js";
import { plain } from "./score.js";

/** Somebody or something in a role, by a string with which the report names it. */
export interface Found {
  readonly name: string;
  /** Where it is told first. */
  readonly start: number;
}
export type FoundRoles = Record<Role, readonly Found[]>;

/** Who does violence in a report, to whom and what, and with what: the slots of its events and tolls, gathered over the report. */
export function rolesOf(trace: Trace, resources: Resources): FoundRoles {
  const { parsed, drafts, coded } = trace;
  const out = Object.fromEntries(ROLES.map((r) => [r, [] as Found[]])) as Record<Role, Found[]>;
  const persons = parsed.sentences.flatMap((s) =>
    s.names
      .filter((n) => n.kind === "PER" && n.to - n.from > 1 && n.to - n.from < 6)
      .map((n) => withoutTitle(textOf(s, n.from, n.to))),
  );
  const hasAbduction = /\b(?:kidnap|abduct|hostage)/i.test(coded.report.text);
  const incidents = drafts.flatMap((d, k) => (isIncident(d, k) ? [{ d, claim: coded.events[k]! }] : []));
  for (const { d, claim } of incidents) {
    const s = parsed.sentences[d.sentence]!;
    for (const m of claim.means)
      out.Weapon.push({ name: m.words.replace(/ (?:fire|bursts?|blasts?)$/i, ""), start: m.start });
    for (const t of claim.targets)
      if (t.kind !== "military" && t.kind !== "settlement")
        out.Target.push({ name: t.words, start: t.start });
    for (const t of d.match.actor) addActor(s, d.sentence, t);
    for (const t of d.match.recipient)
      for (const p of personsUnder(parsed, d.sentence, t)) out.Victim.push({ ...p, name: fullName(p.name) });
  }
  // "the attack was carried out by guerrillas": by whom, of an incident told elsewhere
  if (incidents.length > 0)
    drafts.forEach((d, k) => {
      if ((isViolence(d, k) && d.match.recipient.length === 0) || (hasAbduction && isRelease(d)))
        for (const t of d.match.actor) addActor(parsed.sentences[d.sentence]!, d.sentence, t);
    });
  for (const toll of coded.tolls) {
    if (isLongAgo(toll.date, trace)) continue;
    if (toll.harm === "destroyed" && isThing(toll.of.words))
      out.Target.push({ name: withoutCount(toll.of.words), start: toll.start });
    if (toll.harm === "destroyed" || toll.harm === "displaced" || toll.count.high === 0) continue;
    if (toll.of.kind === "militant") continue;
    for (const p of personsOf(trace, toll)) out.Victim.push({ ...p, name: fullName(p.name) });
  }
  for (const p of namedVictims()) out.Victim.push(p);
  if (incidents.length > 0) {
    // who says that it did it, or is said to have
    for (const a of coded.attributions)
      if (/\b(?:responsib|credit)/i.test(a.cue)) for (const p of a.parties) addGroup(p);
    drafts.forEach((d, k) => {
      const e = coded.events[k]!;
      if (d.type !== "ACCUSE" || d.mode !== "allege" || d.status === "denied") return;
      for (const p of e.recipient) addGroup(p);
      // of violence, not of anything else
      if (!drafts.some((x) => x.sentence === d.sentence && x.type === "ASSAULT")) return;
      const s = parsed.sentences[d.sentence]!;
      for (const t of d.match.recipient)
        for (const x of [t, ...children(s, t, "conj")]) addActor(s, d.sentence, x);
    });
  }
  return {
    PerpInd: distinct(out.PerpInd, partOfName),
    PerpOrg: distinct(out.PerpOrg, (a, b) => plain(a) === plain(b)),
    Target: distinct(out.Target, isSameThing),
    Victim: distinct(out.Victim, partOfName),
    Weapon: distinct(out.Weapon, (a, b) => lastWord(a) === lastWord(b)),
  };

  /** Whom a sentence calls victims ("the wounded were identified as A and B"), and hostages who are let go. */
  function namedVictims(): Found[] {
    const named = parsed.sentences.flatMap((s) => {
      const at = s.form.findIndex((f) => VICTIMS.test(f));
      const verb = at < 0 ? -1 : s.form.findIndex((f, t) => t > at && t < at + 5 && NAMING.test(f));
      if (verb < 0) return [];
      return s.names
        .filter((n) => n.kind === "PER" && n.from > verb)
        .map((n) => ({ name: fullName(textOf(s, n.from, n.to)), start: s.start[n.from]! }));
    });
    const freed = drafts.filter((d) => hasAbduction && isRelease(d));
    // "the death of A": told of, whatever the sentence does with it
    const told = parsed.sentences.flatMap((s, k) =>
      s.form.flatMap((f, t) =>
        LOSS.test(f)
          ? children(s, t, "nmod")
              .filter((x) => /^(?:of|against)$/i.test(s.form[child(s, x, "case")] ?? ""))
              .flatMap((x) => personsUnder(parsed, k, x))
          : [],
      ),
    );
    return [
      ...named,
      ...told.map((p) => ({ ...p, name: fullName(p.name) })),
      ...freed.flatMap((d) =>
        d.match.recipient.flatMap((t) =>
          personsUnder(parsed, d.sentence, t).map((p) => ({ ...p, name: fullName(p.name) })),
        ),
      ),
    ];
  }

  function addGroup(p: PartyRef) {
    const name = isGroup(p) ? nameOf(p.code!) : null;
    if (name !== null) out.PerpOrg.push({ name, start: p.span.start });
  }

  /** The name by which the report names a group: its letters ("FMLN"), else the first; null where it only describes it. */
  function nameOf(code: string): string | null {
    const names: string[] = [];
    for (const [k, list] of parsed.mentions.entries()) {
      const s = parsed.sentences[k]!;
      for (const m of list) {
        if (m.parties[0]?.code !== code || m.person) continue;
        if (m.kind === "name") names.push(textOf(s, m.from, m.to));
        else
          for (let t = m.from; t < m.to; t++) {
            const name = matchName(resources.parties, s, t);
            if (name?.entries.some((e) => e.code === code)) names.push(textOf(s, name.from, name.to));
          }
      }
    }
    const name = names.find((n) => /^[A-Z]{2,6}(?:-\d+)?$/.test(n)) ?? names[0];
    return name?.replace(/\s+/g, " ").replace(/ [([].*$/, "") ?? null;
  }

  function isThing(words: string): boolean {
    const last = plain(words).split(" ");
    const kind =
      resources.things.targets.get(last.slice(-2).join(" ")) ?? resources.things.targets.get(last.at(-1)!);
    return kind !== undefined && kind !== "military" && kind !== "settlement";
  }

  function addActor(s: Sentence, sentence: number, t: number) {
    const m = mentionAt(parsed, sentence, t);
    if (m?.kind === "anaphor" || s.upos[t] === "ADJ") return;
    // "the terrorist attack" says what sort it was
    if (/^(?:compound|amod)/.test(s.relation[t]!) && /^(?:terrorist|rebel|guerr?illa)$/i.test(s.form[t]!))
      return;
    if (m?.person) {
      out.PerpInd.push({ name: fullName(m.person), start: s.start[t]! });
      return;
    }
    // "the army": an organisation, "soldiers": those who did it
    if (FORCES.test(s.form[t]!)) {
      if (m?.parties.every((p) => !isGroup(p)) ?? true)
        out.PerpOrg.push({ name: nounPhrase(s, t), start: s.start[t]! });
      else for (const p of m!.parties) addGroup(p);
      return;
    }
    for (const x of [t, ...children(s, t, "compound", "nmod", "appos", "amod", "flat")])
      for (const p of mentionAt(parsed, sentence, x)?.parties ?? []) addGroup(p);
    if (s.upos[t] === "NOUN" && peopleOf(s, t, resources) !== null)
      out.PerpInd.push({ name: withoutGroup(nounPhrase(s, t), sentence, t), start: s.start[t]! });
    else {
      const p = m?.parties.find(isForce);
      if (p) out.PerpOrg.push({ name: p.words, start: p.span.start });
    }
  }

  /** "FMLN guerrillas": guerrillas, and their organisation beside them. */
  function withoutGroup(words: string, sentence: number, t: number): string {
    const s = parsed.sentences[sentence]!;
    for (let k = phraseStart(s, t); k < t; k++) {
      const group = matchName(resources.parties, s, k);
      if (group && group.to <= t && group.entries.some(isGroup)) return textOf(s, group.to, t + 1);
    }
    return words;
  }

  /** The fullest name in the report of a person whom it also names by less. */
  function fullName(name: string): string {
    const bare = withoutTitle(name);
    const words = plain(bare).split(" ");
    let best = bare;
    for (const full of persons) {
      const all = plain(full).split(" ");
      if (all.length > plain(best).split(" ").length && words.every((w) => all.includes(w))) best = full;
    }
    return best;
  }

  function isRelease(d: EventDraft): boolean {
    return d.type === "RETREAT" && d.mode === "release" && d.status === "happened";
  }

  /** An event that the key would tell of: violence that is no fight between armed forces. */
  function isIncident(d: EventDraft, k: number): boolean {
    if (!isViolence(d, k)) return false;
    const s = parsed.sentences[d.sentence]!;
    const { targets } = coded.events[k]!;
    if (targets.some((t) => t.kind !== "military")) return true;
    const suffering = d.match.recipient.map((t) => sideOf(s, d.sentence, t));
    // a blast in a street aims at nobody that it names
    if (d.mode === "explosives" && targets.length === 0 && suffering.every((x) => x === null)) return true;
    // violence among the armed is war; of attacks on nobody in particular the key does not tell
    return suffering.some((x) => x !== null && x !== "military" && x !== "militant");
  }

  function isViolence(d: EventDraft, k: number): boolean {
    if (d.type !== "ASSAULT" || !TOOK_PLACE.has(d.status) || d.mutual || d.frame.mutual) return false;
    return !isLongAgo(coded.events[k]!.date, trace);
  }

  function sideOf(s: Sentence, sentence: number, t: number): string | null {
    const kind = kindOf(s, t);
    if (kind === "military" || kind === "militant") return kind;
    if (personsUnder(parsed, sentence, t).length > 0) return kind ?? "unknown";
    const p = mentionAt(parsed, sentence, t)?.parties[0];
    if (!p && s.names.some((n) => n.kind === "PER" && n.from <= t && t < n.to)) return "unknown";
    if (p?.sector === "MIL") return "military";
    if (p?.sector === "REB" || p?.sector === "UAF") return "militant";
    return kind;
  }

  function kindOf(s: Sentence, t: number): string | null {
    return kindOfVictims(s, t, resources);
  }
}

function kindOfVictims(s: Sentence, t: number, { tolls }: Resources): string | null {
  return (
    (tolls.nouns.get(s.form[t]!.toLowerCase()) ?? tolls.nouns.get(s.lemma[t]!.toLowerCase()))?.people ?? null
  );
}

/** What sort of people a noun means, "people" where only that; null where none. */
export function peopleOf(s: Sentence, t: number, resources: Resources): string | null {
  const { words } = resources.language;
  const arePeople =
    [s.form[t]!, s.lemma[t]!].some((w) => isInClass(words, w.toLowerCase(), "person")) ||
    BODIES.test(s.form[t]!);
  return kindOfVictims(s, t, resources) ?? (arePeople ? "people" : null);
}

export const FORCES = /^(?:army|forces?|military|government|police|navy|battalion|brigade|cartel|mafia)$/i;

/** Bodies of people that act as one. */
const BODIES =
  /^(?:commandos?|units?|groups?|gangs?|squads?|columns?|patrols?|bands?|elements?|mobs?|cells?|teams?|traffickers?|narco\w+)$/i;

/** Their titles are no part of the names that the key has. */
const TITLES =
  /^(?:(?:dr|mr|mrs|ms|msgr|monsignor|father|rev|reverend|gen|general|col|colonel|lt|lieutenant|capt|captain|maj|major|sgt|sergeant|president|senator|sen|judge|justice|minister|bishop|archbishop|mayor|ambassador|deputy|attorney|doctor|journalist|officer|magistrate|former|retired|vice|don|rector|commander|leader|engineer|professor|sister|cardinal|policem[ae]n|priests?|jesuits?|comrades?|engineers|soldiers?|corporal|private|agent|journalists|businessman|councilman|congressman|governor)\.? )+(?=\S)/i;
export const withoutTitle = (name: string) => name.replace(/\s+/g, " ").replace(TITLES, "");

export const VICTIMS =
  /^(?:victims?|injured|wounded|dead|killed|murdered|kidnapped|hostages?|deceased|casualties)$/i;
const LOSS = /^(?:deaths?|murders?|assassinations?|killings?|kidnappings?|abductions?|attacks?)$/i;
export const NAMING = /^(?:identified|are|is|include|includes|included|were|was)$/i;

const TOOK_PLACE = new Set(["happened", "ongoing", "denied", "threatened"]);

export const isGroup = (p: Pick<PartyRef, "code" | "country">) =>
  p.code !== null && p.code !== p.country && p.code !== "UN" && p.code !== "EU";
const isForce = (p: PartyRef) => p.sector === "MIL" || p.sector === "COP";

const withoutCount = (words: string) =>
  words
    .replace(/\s+/g, " ")
    .replace(
      /^(?:(?:at least|about|some|the|a|an|its|their|his|[\d,]+|one|two|three|four|five|six|seven|eight|nine|ten|several|many|another|other) )+/i,
      "",
    );

/** Persons whom the words of a toll name, and those told with them. */
export function personsOf({ parsed }: Trace, toll: Toll): Found[] {
  const k = parsed.sentences.findIndex((s) => toll.start < s.end.at(-1)! && s.start[0]! <= toll.start);
  const s = parsed.sentences[k];
  if (!s) return [];
  const from = s.text.indexOf(toll.of.words, toll.start);
  const to = from + toll.of.words.length;
  if (from < 0 || toll.of.words === "") return [];
  const isWithin = (t: number) => t >= 0 && from <= s.start[t]! && s.end[t]! <= to;
  return s.form.flatMap((_, t) => (isWithin(t) && !isWithin(s.head[t]!) ? personsUnder(parsed, k, t) : []));
}

/** Persons that a phrase names: itself, beside it ("two reporters, A and B"), joined to it, or among it ("including A"). */
export function personsUnder(parsed: Trace["parsed"], sentence: number, token: number): Found[] {
  const s = parsed.sentences[sentence]!;
  const below = subtree(s, token, (t) => {
    const relation = baseRelation(s, t);
    if (relation !== "nmod") return !PART.has(relation);
    return !/^(?:including|like)$/i.test(s.form[child(s, t, "case")] ?? "");
  });
  const out: Found[] = [];
  for (const t of below) {
    const m = mentionAt(parsed, sentence, t);
    const name = s.names.find((n) => n.kind === "PER" && n.from <= t && t < n.to);
    if (name && name.to - name.from > 1)
      out.push({ name: textOf(s, name.from, name.to), start: s.start[name.from]! });
    else if (m?.person && t === m.head) out.push({ name: m.person, start: s.start[m.from]! });
  }
  return out;
}

const PART = new Set(["appos", "conj", "flat", "compound", "list", "parataxis", "dep"]);

export const textOf = (s: Sentence, from: number, to: number) => s.text.slice(s.start[from], s.end[to - 1]);

/** The words of an actor: its modifiers and noun, for "members of" and "a group of" with whose. */
function nounPhrase(s: Sentence, t: number): string {
  let to = t + 1;
  if (/^(?:members?|group|band|gang|squad|column|units?)$/i.test(s.form[t]!)) {
    const of = children(s, t, "nmod").find((x) => s.form[child(s, x, "case")]?.toLowerCase() === "of");
    if (of !== undefined) to = of + 1;
  }
  return textOf(s, phraseStart(s, t), to)
    .replace(/\s+/g, " ")
    .replace(/^(?:alleged|suspected|presumed|possible|apparent)\s+/i, "");
}

const lastWord = (name: string) => plain(name).split(" ").at(-1)!.replace(/s$/, "");

/** "the residence" is "President Ruiz's residence"; his office is no other's. */
function isSameThing(a: string, b: string): boolean {
  if (lastWord(a.split(OF)[0]!) !== lastWord(b.split(OF)[0]!)) return false;
  return !isOwned(a) || !isOwned(b) || lastWord(a) === lastWord(b);
}

const OF = / of /i;
const isOwned = (name: string) => /['’]s | of /i.test(name);

/** One of each: of those that are the same the first told, of names and of things that are somebody's the fullest. */
function distinct(found: readonly Found[], isSame: (a: string, b: string) => boolean): Found[] {
  const out: Found[] = [];
  for (const f of found) {
    const k = out.findIndex((o) => isSame(o.name, f.name));
    if (k < 0) out.push(f);
    else if (
      f.name.length > out[k]!.name.length &&
      (isSame === partOfName || (isSame === isSameThing && isOwned(f.name) && !isOwned(out[k]!.name)))
    )
      out[k] = { ...out[k]!, name: f.name };
  }
  return out;
}

export function partOfName(a: string, b: string): boolean {
  const [x, y] = [plain(a).split(" "), plain(b).split(" ")];
  return x.every((w) => y.includes(w)) || y.every((w) => x.includes(w));
}
