import type { CodedReport } from "../coding/coded-report.js";
import { compareReadings } from "../second-reader/compare.js";
import type {
  DroppedClaim,
  DropReason,
  QuotedWords,
  ReadOnce,
  SecondClaim,
  SecondKind,
  SecondReading,
} from "../second-reader/reading.js";
import { wordsOf } from "../text/span.js";
import { countLabel, eventLabel, oneDay } from "./labels.js";
import { excerpt, oneLine, type PageOptions, page, row, title, wrap } from "./page.js";

/** Most characters of a quote that is shown. */
const QUOTE = 160;

/** A second reading beside the report's own, ending in a newline: who read it, where the two agree and differ, what was left out. */
export function secondReadingText(coded: CodedReport, reading: SecondReading, o: PageOptions): string {
  const { model, host } = reading.reader;
  const head = [
    title("Second reading", o),
    ...wrap(
      `${oneLine(model)} at ${host} · ${oneDay(reading.at.slice(0, 10))} · ${reading.prompt}`,
      o.width,
      "   ",
    ),
  ];
  if (reading.outcome === "none")
    return page([[...head, ...wrap(`There is none: ${reading.problem.message}`, o.width, "   ")]]);
  return page([[...head, ...sideBySide(coded, reading, o)]]);
}

function sideBySide(coded: CodedReport, reading: ReadOnce, o: PageOptions): string[] {
  const compared = compareReadings(coded, reading);
  const name = oneLine(reading.reader.model);
  const ours = { event: coded.events, toll: coded.tolls, initiative: coded.initiatives };
  const parleys = (kind: SecondKind, k: number) => {
    const claim = ours[kind][k]!;
    return `${ourWords(coded, kind, k)}  ${o.style.quote(excerpt(wordsOf(coded.report.text, claim), QUOTE))}`;
  };
  const seconds = (k: number) => {
    const claim = reading.claims[k]!;
    return `${theirWords(claim)}  ${o.style.quote(excerpt(claim.quote, QUOTE))}`;
  };
  const tallies = (["event", "toll", "initiative"] as const).map((kind) => {
    const t = compared[kind];
    return row(
      `${kind}s`,
      `${t.agree} agree, ${t.differ} differ, ${t.onlyParley} only Parley, ${t.onlySecond} only ${name}`,
      o,
    );
  });
  const section = (words: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", o.style.strong(`   ${words}`), ...lines];
  const [agree, differ] = [true, false].map((same) =>
    compared.pairs.filter((p) => (p.differs.length === 0) === same),
  );
  return [
    ...wrap("It changes nothing above, and neither reading is taken for right.", o.width, "   "),
    ...tallies.flat(),
    ...section(
      "Both say",
      agree!.flatMap((p) => row(p.kind, parleys(p.kind, p.parley), o)),
    ),
    ...section(
      "They differ",
      differ!.flatMap((p) => [
        ...row(`${p.kind}: ${p.differs.join(", ")}`, `Parley: ${parleys(p.kind, p.parley)}`, o),
        ...row("", `${name}: ${seconds(p.second)}`, o),
      ]),
    ),
    ...section(
      "Only Parley",
      compared.onlyParley.flatMap((p) => row(p.kind, parleys(p.kind, p.parley), o)),
    ),
    ...section(
      `Only ${name}`,
      compared.onlySecond.flatMap((p) => row(p.kind, seconds(p.second), o)),
    ),
    ...section(
      `Left out of what ${name} gave, and why`,
      reading.dropped.flatMap((d) => row(d.kind ?? "claim", droppedWords(d), o)),
    ),
  ];
}

function ourWords({ events, tolls, initiatives }: CodedReport, kind: SecondKind, k: number): string {
  if (kind === "event") return `${eventLabel(events[k]!.type, events[k]!.mode)} · ${events[k]!.status}`;
  if (kind === "initiative") return initiatives[k]!.act;
  const { harm, count, stance } = tolls[k]!;
  return tollWords(harm, countLabel(count), stance);
}

function theirWords(claim: SecondClaim): string {
  switch (claim.kind) {
    case "event": {
      const sides = [claim.actor, claim.recipient].map(names).filter((side) => side !== "");
      const status = claim.status === null ? "" : ` · ${claim.status}`;
      return `${eventLabel(claim.type, null)}${status}${sides.length > 0 ? ` · ${sides.join(" → ")}` : ""}${per(claim)}`;
    }
    case "toll":
      return `${tollWords(claim.harm, countLabel(claim.count), claim.stance)}${per(claim)}`;
    case "initiative": {
      const third = names(claim.thirdParty);
      return `${claim.act}${third === "" ? "" : ` · ${third}`}${per(claim)}`;
    }
  }
}

const tollWords = (harm: string, count: string, stance: string | null) =>
  `${harm} ${count}${stance === null || stance === "asserts" ? "" : ` (${stance})`}`;
const names = (list: readonly QuotedWords[]) => list.map((w) => oneLine(w.words)).join(", ");
const per = ({ sources }: SecondClaim) => (sources.length > 0 ? ` · per ${names(sources)}` : "");

/** Plain words for the reasons, as a reader sees them. */
const REASONS: Readonly<Record<DropReason, string>> = {
  "not-in-form": "not in the form asked for",
  "unknown-type": "no type of the record",
  "quote-not-found": "its quote does not stand in a paragraph of the text",
  "quote-too-long": "its quote is too long",
  "figure-not-in-quote": "its figure does not stand in its quote",
  "party-not-found": "who it names does not stand near its quote",
  repeated: "said before",
};

/** What stands in quotation marks here is not of the text: it is shown as what was said. */
function droppedWords({ reason, detail, said }: DroppedClaim): string {
  const what = detail === "" ? "" : ` (${oneLine(detail)})`;
  return `${REASONS[reason]}${what}${said === "" ? "" : `: gave ${excerpt(said, QUOTE)}`}`;
}
