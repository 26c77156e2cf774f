import type { Stance as StanceName } from "../../../coding/claim.js";
import css from "./Stance.module.css";

/** A stance as a shape with its word; who asserts is told by neither. */
export function Stance({ stance }: { readonly stance: StanceName }) {
  if (stance === "asserts") return null;
  return (
    <span className={css.stance} data-stance={stance}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        {stance === "denies" && <path d="M2 2l8 8m0-8-8 8" stroke="currentColor" strokeWidth="2" />}
        {stance === "confirms" && <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />}
        {stance === "doubts" && (
          <circle
            cx="6"
            cy="6"
            r="4.4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.6"
            strokeDasharray="2.5 2"
          />
        )}
      </svg>
      {stance}
    </span>
  );
}
