import type { Verdict as VerdictName } from "../../record/verdicts.js";
import css from "./Verdict.module.css";

/** What each verdict means, for those who point at it. */
export const VERDICT_MEANING: Record<VerdictName, string> = {
  "single-source": "One source says so; nobody else speaks on it.",
  corroborated: "Different sources say what agrees.",
  admitted: "A party says it against its own interest.",
  contested: "Sources say what cannot both be so.",
  denied: "One says it, another denies it.",
};

/** A verdict as a shape with its word: the shape tells it without colour. */
export function Verdict({
  verdict,
  compact = false,
}: {
  readonly verdict: VerdictName;
  readonly compact?: boolean;
}) {
  return (
    <span className={css.verdict} data-verdict={verdict} title={VERDICT_MEANING[verdict]}>
      <VerdictShape verdict={verdict} />
      <span className={compact ? "visually-hidden" : undefined}>{verdict.replace("-", " ")}</span>
    </span>
  );
}

export function VerdictShape({ verdict }: { readonly verdict: VerdictName }) {
  return (
    <svg className={css.shape} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {verdict === "single-source" && (
        <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
      {verdict === "corroborated" && (
        <>
          <circle cx="6" cy="8" r="4.2" fill="currentColor" opacity="0.55" />
          <circle cx="10" cy="8" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </>
      )}
      {verdict === "admitted" && (
        <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
      {verdict === "contested" && (
        <path
          d="M1.5 5h9m0 0L7.8 2.3M10.5 5 7.8 7.7M14.5 11h-9m0 0 2.7-2.7M5.5 11l2.7 2.7"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
        />
      )}
      {verdict === "denied" && (
        <path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" strokeWidth="2" />
      )}
    </svg>
  );
}
