import { lower } from "../language/sentence.js";
import { baseRelation, child } from "../language/tree.js";
import type { HarmClause } from "./harm-clause.js";
import type { HarmTrigger } from "./harm-words.js";
import { mentionAt, type PartyMention } from "./parsed-report.js";
import type { PartyRef } from "./party.js";
import { logicalSubject } from "./slots.js";
import type { TollDraft } from "./toll-draft.js";
import type { VictimPhrase } from "./victim-phrases.js";

/** How many words behind a word of harm it may say in what it was done. */
const NEAR = 4;

/** Who did the harm that a sentence tells, and whose the losses are. `drafts`: the tolls found in it so far. */
export class Perpetrators {
  constructor(
    private readonly view: HarmClause,
    private readonly drafts: readonly TollDraft[],
  ) {}

  // "its forces had lost nine men": the token of "its", or -1
  ownerBefore(trigger: HarmTrigger): number {
    for (const subject of logicalSubject(this.view.s, trigger.token)) {
      const p = this.view.at.get(subject);
      if (p !== undefined && subject < trigger.token && p.possessive >= 0) return p.possessive;
    }
    return -1;
  }

  // ---- by whom, when ----------------------------------------------------------------------------

  possessorOf(p: VictimPhrase): PartyRef | null {
    const m = (this.view.parsed.mentions[this.view.sentence] ?? []).find(
      (x) => x.head >= p.from && x.head < p.to && x.parties.length === 1,
    );
    return m?.parties[0]?.code == null ? null : m.parties[0];
  }

  /** "the figure given on the Cambodian side was |41,000|": who gives it, where the words stand between; else null. */
  tellerBetween(trigger: HarmTrigger, figure: VictimPhrase): PartyRef | null {
    const m = this.mentionIn(trigger.token, figure.from);
    return m?.agent && m.parties[0]!.code !== null ? m.parties[0]! : null;
  }

  /** "Israel's killing of 14 people": the party right before a noun of harm, with its 's. */
  possessorBefore(trigger: HarmTrigger): PartyRef | null {
    const at = trigger.token - 1;
    if (this.view.s.xpos[at] !== "POS") return null;
    const m = (this.view.parsed.mentions[this.view.sentence] ?? []).find(
      (x) => x.to === at || x.to === at + 1,
    );
    return m?.parties.length === 1 ? m.parties[0]! : null;
  }

  mentionIn(from: number, to: number): PartyMention | null {
    return (
      (this.view.parsed.mentions[this.view.sentence] ?? [])
        .filter((m) => m.from >= from && m.to <= to && m.parties.length === 1 && !this.isOnlyOrigin(m))
        .at(-1) ?? null
    );
  }

  /** "|Iranian|-made drones", "the |Rwanda|-backed rebels": whose make or help it is, and not who does it, as in "Saudi-led strikes". */
  private isOnlyOrigin({ to }: PartyMention): boolean {
    const { s, lexicon } = this.view;
    return (
      /^[-–]$/.test(s.form[to] ?? "") &&
      s.upos[to + 1] === "VERB" &&
      !lexicon.words.doing.has(lower(s, to + 1))
    );
  }

  /** Who did it, by the words around a word of harm; null where they name nobody. */
  perpetratorOf(trigger: HarmTrigger, active: boolean): PartyRef | null {
    return this.namedDoer(trigger, active) ?? this.doerByContext(trigger, active);
  }

  /** Who is named for it: behind it, or as the subject of an active word of harm. */
  namedDoer(trigger: HarmTrigger, active: boolean): PartyRef | null {
    return this.agentBehind(trigger, active) ?? (active ? this.subjectOf(trigger) : null);
  }

  /** Who did what was told before it. */
  doerByContext(trigger: HarmTrigger, active: boolean): PartyRef | null {
    return active ? this.doerBefore(trigger) : this.attackBefore(trigger);
  }

  /** Behind it: "by X", "in an attack by X", "in Israeli strikes". */
  private agentBehind(trigger: HarmTrigger, active: boolean): PartyRef | null {
    const { s } = this.view;
    if (this.isInFight(trigger)) return null;
    for (let t = trigger.to; t < s.form.length && t < trigger.to + 25; t++) {
      const w = lower(s, t);
      if (/^[.;:]$/.test(w) || (active && t > trigger.to + 12)) break;
      // "was killed in a village |captured by| the rebels": what else they did
      const isOthers =
        s.upos[t - 1] === "VERB" && t - 1 >= trigger.to && !this.view.triggers.some((x) => x.token === t - 1);
      if (w === "by" && !active && !isOthers) {
        const by = this.view.phraseAfter(t);
        const m =
          by === null
            ? null
            : (this.mentionIn(by.from, by.to) ?? mentionAt(this.view.parsed, this.view.sentence, by.head));
        if (m !== null && m.parties.length === 1) return m.parties[0]!;
      }
      if (/^(?:in|during|after|from|when|by|amid|following)$/.test(w)) {
        const p = this.view.phraseAfter(t);
        if (p !== null && this.view.lexicon.words.attacks.has(lower(s, p.head))) {
          const m = this.mentionIn(p.from, p.to);
          if (m?.agent) return m.parties[0]!;
          if (lower(s, p.to) === "by") {
            const by = this.view.phraseAfter(p.to);
            const agent = by === null ? null : this.mentionIn(by.from, by.to);
            if (agent !== null) return agent.parties[0]!;
          }
        }
      }
      if (w === "," && active) break;
    }
    return null;
  }

  /** Who is the subject of an active word of harm, or did what the sentence told before it. */
  actorBefore(trigger: HarmTrigger): PartyRef | null {
    return this.subjectOf(trigger) ?? this.doerBefore(trigger);
  }

  // "the convoy came under fire, killing two": not by those who were fired at
  private isUnderFire({ left }: HarmTrigger): boolean {
    const words = this.view.s.form.slice(Math.max(0, left - 12), left).join(" ");
    return /\b(?:came|come|comes|coming|been) under\b[^.;:]*$/i.test(words);
  }

  /** "|Pakistan's| strikes killed", "airstrikes |by X| that left many dead", "the army |…, killing 12" */
  private subjectOf(trigger: HarmTrigger): PartyRef | null {
    const { s } = this.view;
    if (this.isUnderFire(trigger)) return null;
    for (const subject of logicalSubject(s, trigger.token)) {
      const near = subject < trigger.token ? this.view.at.get(subject) : undefined;
      if (near === undefined || this.speaksOnly(near.to)) continue;
      const m =
        this.mentionIn(near.from, near.to) ?? mentionAt(this.view.parsed, this.view.sentence, near.head);
      // "the embassy bombing killed ten": it was struck
      const isStruck =
        m !== null &&
        !m.agent &&
        m.head !== near.head &&
        this.view.lexicon.words.attacks.has(lower(s, near.head));
      if (m !== null && m.parties.length === 1 && !isStruck) return m.parties[0]!;
      if (lower(s, near.to) === "by" || lower(s, near.to) === "of") {
        const by = this.view.phraseAfter(near.to);
        const agent = by === null ? null : this.mentionIn(by.from, by.to);
        if (agent !== null) return agent.parties[0]!;
      }
    }
    return null;
  }

  /** Who did what was told before: of whoever is the subject nothing is known. */
  private doerBefore(trigger: HarmTrigger): PartyRef | null {
    const { s } = this.view;
    if (this.isUnderFire(trigger)) return this.attackBefore(trigger);
    // "strikes hit a unit of the militia and destroyed two lorries", "the war has cost 160 lives": whose it was is not told, and not who was hit
    const subject = logicalSubject(s, trigger.token)[0];
    if (
      subject !== undefined &&
      (this.view.lexicon.words.attacks.has(lower(s, subject)) || this.isMatter(subject))
    )
      return this.attackBefore(trigger);
    // "the attack on Kabul, which killed 12": whose attack it was, and nobody else's
    if (/^(?:that|which|who)$/.test(lower(s, trigger.left - 1))) return this.attackBefore(trigger);
    // "a clinic had been shelled, killing 11": by whom is not told
    const over = s.head[trigger.token]!;
    if (over >= 0 && s.relation[trigger.token]!.startsWith("advcl") && child(s, over, "nsubj:pass") >= 0)
      return this.attackBefore(trigger);
    // "killed one soldier and wounded another": whoever did the first
    const first = this.drafts.filter((d) => d.token < trigger.token && d.partOf === null).at(-1);
    if (first !== undefined && trigger.token - first.to <= 4) return first.perpetrator;
    const isVictim = (m: PartyMention) =>
      this.drafts.some((d) => d.phrase !== null && m.from < d.phrase.to && d.phrase.from < m.to);
    const before = (this.view.parsed.mentions[this.view.sentence] ?? []).filter(
      (m) =>
        m.to <= trigger.left &&
        m.parties.length === 1 &&
        m.agent &&
        !isVictim(m) &&
        !this.speaksOnly(m.to) &&
        // "hit a rebel unit; destroyed two lorries": not by whom it was done to
        baseRelation(s, m.head) !== "obj" &&
        s.upos[m.from - 1] !== "ADP" &&
        s.upos[m.from - 2] !== "ADP",
    );
    return before.at(-1)?.parties[0] ?? null;
  }

  /** A noun that is nobody: "the conflict has uprooted 64,000". */
  private isMatter(token: number): boolean {
    const { s, at, parsed, sentence } = this.view;
    return (
      s.upos[token] === "NOUN" && at.get(token)?.people == null && mentionAt(parsed, sentence, token) === null
    );
  }

  // "officials said | a rocket had struck a mosque, killing six": who tells it did not do it by that
  private speaksOnly(to: number): boolean {
    const { s, lexicon, triggers } = this.view;
    let t = to;
    while (s.upos[t] === "ADV" || s.upos[t] === "AUX") t++;
    const speaks = s.upos[t] === "VERB" && lexicon.words.saying.has(lower(s, t));
    return speaks && !triggers.some((x) => x.token === t);
  }

  /** Whether those who do it are armed, by their name or by what they are called. */
  isArmed(trigger: HarmTrigger): boolean {
    const { s } = this.view;
    const isActive = trigger.voice === "active";
    const by = s.form.findIndex((w, t) => t >= trigger.to && t < trigger.to + 12 && w.toLowerCase() === "by");
    const who = isActive
      ? logicalSubject(s, trigger.token)
      : by < 0
        ? []
        : [this.view.phraseAfter(by)?.head ?? -1];
    return who.some((t) => {
      const kind = this.view.at.get(t)?.people;
      return kind === "military" || kind === "militant" || kind === "police";
    });
  }

  /** Whether a side does it: armed people, a state, a force, a group. By whom is often not said of those who are held. */
  isByParty(trigger: HarmTrigger): boolean {
    if (trigger.voice === "passive" || this.isArmed(trigger)) return true;
    const { parsed, sentence, s } = this.view;
    return logicalSubject(s, trigger.token).some(
      (t) => mentionAt(parsed, sentence, t)?.agent === true || /^groups?$/.test(lower(s, t)),
    );
  }

  // "the column suffered heavy losses": whose they are
  sufferer(own: VictimPhrase): PartyRef | null {
    for (let t = own.from - 1; t >= Math.max(0, own.from - 4); t--) {
      if (
        !/^(?:suffer|suffers|suffered|suffering|sustained|sustaining|incurred|took)$/.test(
          lower(this.view.s, t),
        )
      )
        continue;
      const before = (this.view.parsed.mentions[this.view.sentence] ?? [])
        .filter((m) => m.to <= t && m.agent)
        .at(-1);
      return before?.parties.length === 1 && before.parties[0]!.code !== null ? before.parties[0]! : null;
    }
    return null;
  }

  /** "were killed |in the fighting|": by either side. */
  private isInFight(trigger: HarmTrigger): boolean {
    const { s, lexicon } = this.view;
    for (let t = trigger.to; t < trigger.to + NEAR; t++) {
      const p = /^(?:in|during|amid)$/.test(lower(s, t)) ? this.view.phraseAfter(t) : null;
      if (p !== null && lexicon.words.fights.has(lower(s, p.head))) return true;
    }
    return false;
  }

  /** "|an attack by X| … killed": whose attack was told before. */
  private attackBefore(trigger: HarmTrigger): PartyRef | null {
    const { s } = this.view;
    if (this.isInFight(trigger)) return null;
    // "five members |of its armed forces| were killed": whose they are
    const isOfVictims = (p: VictimPhrase) =>
      lower(s, p.from - 1) === "of" && this.view.phraseEndingAt(p.from - 1)?.people != null;
    const attack = this.view.phrases
      .filter(
        (p) =>
          p.to <= trigger.left &&
          p.count?.kind !== "figure" &&
          this.view.lexicon.words.attacks.has(lower(s, p.head)) &&
          !isOfVictims(p),
      )
      .at(-1);
    if (attack === undefined) return null;
    const m = this.mentionIn(attack.from, attack.to);
    // "the embassy bombing": what was struck
    if (m !== null) return m.agent ? m.parties[0]! : null;
    if (lower(this.view.s, attack.to) === "by") {
      const by = this.view.phraseAfter(attack.to);
      const agent = by === null ? null : this.mentionIn(by.from, by.to);
      return agent?.parties[0] ?? null;
    }
    return null;
  }
}
