import css from "./StepMark.module.css";
import type { StepShape } from "./step-shapes.js";

/** A step of diplomacy as a shape about (0, 0), some 12 pixels wide; it is placed by its parent. */
export function StepMark({ shape }: { readonly shape: StepShape }) {
  return (
    <g className={css.mark} data-shape={shape}>
      {shape === "call" && <circle r={3} className={css.hollow} />}
      {shape === "offer" && (
        <>
          <circle r={5.5} className={css.hollow} />
          <circle r={2} className={css.full} />
        </>
      )}
      {shape === "scheduled" && <rect x={-5} y={-5} width={10} height={10} className={css.hollow} />}
      {shape === "talks" && <rect x={-5} y={-5} width={10} height={10} className={css.full} />}
      {shape === "welcome" && <path d="M0 -6 5.5 4.5H-5.5Z" className={css.hollow} />}
      {shape === "accept" && <path d="M0 -6.5 6.5 5H-6.5Z" className={css.full} />}
      {shape === "reject" && <path d="M-4.5 -4.5 4.5 4.5M4.5 -4.5-4.5 4.5" className={css.line} />}
      {shape === "breach" && <path d="M1.5 -7-3.5 1H3.5L-1.5 7" className={css.line} />}
      {shape === "partial" && (
        <>
          <path d="M0 -6.2 6.2 0 0 6.2-6.2 0Z" className={css.hollow} />
          <path d="M0 -6.2V6.2L-6.2 0Z" className={css.full} />
        </>
      )}
      {shape === "agreement" && <path d="M0 -7 7 0 0 7-7 0Z" className={css.full} />}
      {shape === "settlement" && (
        <>
          <path d="M0 -8 8 0 0 8-8 0Z" className={css.hollow} />
          <path d="M0 -5 5 0 0 5-5 0Z" className={css.full} />
        </>
      )}
      {shape === "collapse" && <path d="M-6.5 -5H6.5L0 6.5Z" className={css.hollow} />}
    </g>
  );
}

/** A shape with its words, for legends. */
export function StepKey({ shape, words }: { readonly shape: StepShape; readonly words: string }) {
  return (
    <span className={css.key}>
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <StepMark shape={shape} />
      </svg>
      {words}
    </span>
  );
}
