import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { ReportRoom } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { quoted } from "../../../formats/page.js";
import { useNameOf, useSourceLabel } from "../../api/names.js";
import { claimPhrase, manner, phraseText } from "../../shared/claim-words/claim-words.js";
import { blocksOf } from "../../shared/report-text/chunks.js";
import { stanceVerb } from "./card-words.js";
import { codedClaims, readBeside } from "./coded-claims.js";
import { noted } from "./noted.js";
import css from "./Printed.module.css";

/** Whether the page is being printed; what is only for paper is laid out then and not before. */
export function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // the paper is laid out as soon as this returns
    const set = (printing: boolean) => flushSync(() => setPrinting(printing));
    const media = window.matchMedia("print");
    const changed = () => set(media.matches);
    const begins = () => set(true);
    const ends = () => set(false);
    // not every browser tells both ways
    media.addEventListener("change", changed);
    window.addEventListener("beforeprint", begins);
    window.addEventListener("afterprint", ends);
    return () => {
      media.removeEventListener("change", changed);
      window.removeEventListener("beforeprint", begins);
      window.removeEventListener("afterprint", ends);
    };
  }, []);
  return isPrinting;
}

/** The report on paper: its text with numbers, and a note for each claim that stands. */
export function Printed({ room }: { readonly room: ReportRoom }) {
  const nameOf = useNameOf();
  const sourceLabel = useSourceLabel();
  const { report, coded, claims } = room;
  const readOf = codedClaims(coded);
  const quoteOf = (id: string) => claims.find((c) => c.id === id)?.quote;
  const numbered = claims.map((claim, k) => ({ claim, number: k + 1, end: claim.end }));
  const standing = numbered.filter((n) => n.claim.ruling !== "rejected");
  return (
    <div className={css.printed}>
      {report.address && <p className={css.origin}>{report.address}</p>}
      {blocksOf(report.text, coded.report.passages).map((block) => (
        <p key={block.chunks[0]!.start} className={css.block} data-kind={block.kind}>
          {noted(report.text, block.chunks, standing).map((p, k) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces in their order
            "words" in p ? p.words : <sup key={k}>{p.notes.join(", ")}</sup>,
          )}
        </p>
      ))}
      <h2>Claims</h2>
      <ol className={css.notes}>
        {standing.map(({ claim, number }) => {
          const { from, to } = claim.fields as { from?: string | null; to?: string | null };
          const who =
            claim.sources.length === 0
              ? (report.outlet ?? "The outlet")
              : claim.sources.map(sourceLabel).join(", ");
          return (
            <li key={claim.id} value={number}>
              {who} {stanceVerb(claim.stance, claim.sources)}{" "}
              <strong>{phraseText(claimPhrase(claim, readBeside(readOf(claim), quoteOf)), nameOf)}</strong>
              {from || to ? `, ${dateLabel({ from: from ?? null, to: to ?? null, basis: "stated" })}` : ""}
              {manner(claim)
                .filter((m) => m !== claim.stance)
                .map((m) => ` (${m})`)}
              {claim.ruling && ` [${claim.ruling}]`}. <q>{quoted(claim.quote).slice(1, -1)}</q>
            </li>
          );
        })}
      </ol>
      <p className={css.origin}>
        Read by Parley {coded.version.parley}, lexicons {coded.version.lexicons}, models{" "}
        {coded.version.models}. Report {report.hash}.
      </p>
    </div>
  );
}
