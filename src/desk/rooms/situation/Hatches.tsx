import { colourVar } from "../../shared/party-colour.js";

export const hatchOf = (colour: number | undefined): string => `url(#hatch-${colour ?? "none"})`;

/** Patterns for what is contested, one for each colour; once on a page. */
export function Hatches() {
  return (
    <svg width="0" height="0" aria-hidden="true" style={{ position: "absolute" }}>
      <defs>
        {[undefined, 0, 1, 2, 3, 4, 5, 6, 7].map((c) => (
          <pattern
            key={c ?? "none"}
            id={`hatch-${c ?? "none"}`}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="4" height="4" fill="var(--paper)" />
            <rect width="1.9" height="4" fill={colourVar(c)} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
