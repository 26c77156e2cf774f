import type { EventClaim, Toll } from "../coding/claim.js";
import type { CodedReport } from "../coding/coded-report.js";
import type { PartyRef } from "../coding/party.js";
import { wordsOf, wordsOfAll } from "../text/span.js";
import { groupEvents, groupTolls } from "./groups.js";
import { countLabel, dateLabel, eventLabel, pluralLabel } from "./labels.js";
import { type PageOptions, page, quoted, row, title, wrap } from "./page.js";

/** How the readable form is laid out. */
export type TextOptions = PageOptions;

export { PLAIN, type TextStyle } from "./page.js";

/** The readable record of one report, ending in a newline. @see docs/reading.md */
export function textOf(coded: CodedReport, options: TextOptions): string {
  const sections = [head, events, tolls, initiatives, statements, loadedWords, uncoded];
  return page(sections.map((section) => section(coded, options)));
}

function head({ report }: CodedReport, o: TextOptions): string[] {
  const { published } = report;
  const how =
    published.basis === "unknown"
      ? "the report does not say and nothing in it tells"
      : published.evidence
        ? `${published.basis}: ${quoted(wordsOf(report.text, published.evidence))}`
        : published.basis;
  const lines = [
    ...wrap(report.title ?? "(no title)", o.width).map(o.style.strong),
    o.style.faint(
      `${report.id} · ${report.outlet ?? "outlet not stated"}${report.author ? ` · ${report.author}` : ""}`,
    ),
    ...wrap(`Published ${dateLabel(published)} (${how})`, o.width),
  ];
  if (published.basis === "inferred")
    for (const r of published.reasons) lines.push(...wrap(r, o.width, "  · ", "    ").map(o.style.faint));
  return lines;
}

function events(coded: CodedReport, o: TextOptions): string[] {
  // what another event only asks for, plans or threatens is told by that event
  const groups = groupEvents(coded.events.filter((e) => e.contentOf === null));
  if (groups.length === 0) return [];
  const lines = [title("Who did what to whom", o)];
  groups.forEach((group, k) => {
    const first = group[0]!;
    if (k > 0) lines.push("");
    lines.push(...wrap(o.style.strong(`${k + 1}  ${whoLine(first, o)}`), o.width, "", "   "));
    const facets = [
      first.type + (first.mode ? ` ${first.mode}` : ""),
      first.status,
      dateLabel(first.date),
      first.place?.name,
      thingsLabel(
        "with",
        group.flatMap((e) => e.means),
      ),
      thingsLabel(
        "struck",
        group.flatMap((e) => e.targets),
      ),
    ];
    lines.push(...wrap(facets.filter(Boolean).join(" · "), o.width, "   ", "   ").map(o.style.faint));
    for (const e of group) lines.push(...claimLine(coded, e, o));
  });
  return lines;
}

/** "with dynamite, rockets": each thing once, in the words of the report. */
function thingsLabel(lead: string, things: readonly { readonly words: string }[]): string | null {
  const words = [...new Set(things.map((x) => x.words.toLowerCase()))];
  return words.length === 0 ? null : `${lead} ${words.join(", ")}`;
}

function whoLine(e: EventClaim, o: TextOptions): string {
  const label = eventLabel(e.type, e.mode);
  const via = e.broker.length > 0 ? `, through ${partyNames(e.broker, o)}` : "";
  if (e.mutual) return `${partyNames(e.actor, o)}: ${pluralLabel(label)}${via}`;
  const actor = e.actor.length > 0 ? partyNames(e.actor, o) : "(not said who)";
  const recipient = e.recipient.length > 0 ? ` → ${partyNames(e.recipient, o)}` : "";
  return `${actor}${recipient}: ${label}${via}`;
}

function claimLine(coded: CodedReport, e: EventClaim, o: TextOptions): string[] {
  const who = `${sourceNames(e.sources, o)}${e.status === "denied" ? " denies" : ""}${certaintyMark(e.certainty)}`;
  return row(who, o.style.quote(quoted(wordsOf(coded.report.text, e))), o);
}

function tolls(coded: CodedReport, o: TextOptions): string[] {
  const groups = groupTolls(coded.tolls);
  if (groups.length === 0) return [];
  const lines = [title("Tolls, each beside its source", o)];
  for (const { tolls: group, contested } of groups) {
    const first = group[0]!;
    const mark = contested ? ` ${o.style.alert("contested")}` : "";
    lines.push(o.style.strong(`   ${first.harm}: ${victims(first, o)}`) + mark);
    for (const t of group) {
      const who = `${sourceNames(t.sources, o)}${t.stance === "denies" ? " denies" : t.stance === "confirms" ? " confirms" : ""}${certaintyMark(t.certainty)}`;
      const part = t.partOf === null ? "" : " (part of the total above)";
      lines.push(
        ...row(who, `${figure(t)}${part}  ${o.style.quote(quoted(wordsOf(coded.report.text, t)))}`, o),
      );
    }
  }
  return lines;
}

const victims = (t: Toll, o: TextOptions) =>
  [t.of.party?.code ? o.nameOf(t.of.party.code) : null, t.of.kind === "unknown" ? null : t.of.kind]
    .filter(Boolean)
    .join(", ") || "not said whose";

/** "12", "at least 5", "more than 200", "up to 23", "several". */
export function figure(t: Toll): string {
  return t.stance === "denies" ? "none of it" : countLabel(t.count);
}

function initiatives(coded: CodedReport, o: TextOptions): string[] {
  if (coded.initiatives.length === 0) return [];
  const lines = [title("Diplomacy", o)];
  for (const i of coded.initiatives) {
    const third = i.thirdParty.length > 0 ? partyNames(i.thirdParty, o) : "no third party named";
    lines.push(
      ...row(
        i.act,
        `${third}, between ${partyNames(i.parties, o) || "parties not named"} · ${dateLabel(i.date)} · per ${sourceNames(i.sources, o)}`,
        o,
      ),
    );
    lines.push(...row("", o.style.quote(quoted(wordsOf(coded.report.text, i))), o));
  }
  return lines;
}

function statements(coded: CodedReport, o: TextOptions): string[] {
  if (coded.attributions.length === 0) return [];
  const lines = [title("Who says so", o)];
  for (const a of coded.attributions) {
    const code = a.party?.code ? ` [${a.party.code}]` : "";
    const who = `${a.source ?? "nobody named"}${code}`;
    const stance = a.stance === "asserts" ? "" : ` (${a.stance})`;
    lines.push(
      ...row(
        who,
        `${a.cue}${stance}${certaintyMark(a.certainty)} ${o.style.quote(quoted(wordsOfAll(coded.report.text, a.pieces)))}`,
        o,
      ),
    );
  }
  return lines;
}

function loadedWords(coded: CodedReport, o: TextOptions): string[] {
  if (coded.loadedWords.length === 0) return [];
  return [
    title("Loaded words, and whose they are", o),
    ...coded.loadedWords.flatMap((w) =>
      row(
        `“${w.word}”`,
        `${w.party?.code ? o.nameOf(w.party.code) : "the outlet"}; neutral: ${w.neutral}`,
        o,
      ),
    ),
  ];
}

function uncoded(coded: CodedReport, o: TextOptions): string[] {
  if (coded.uncoded.length === 0) return [];
  return [
    title("Left uncoded, and why", o),
    ...coded.uncoded.flatMap((u) => row(u.reason, o.style.quote(quoted(wordsOf(coded.report.text, u))), o)),
  ];
}

const certaintyMark = (c: string) => (c === "stated" ? "" : ` [${c}]`);

function partyNames(list: readonly PartyRef[], o: TextOptions): string {
  const names = list.map((p) => (p.code ? o.nameOf(p.code) : p.words));
  return [...new Set(names)].join(", ");
}

function sourceNames(list: readonly PartyRef[], o: TextOptions): string {
  return list.length === 0 ? "the report itself" : partyNames(list, o);
}
