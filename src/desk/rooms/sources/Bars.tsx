import type { ReactNode } from "react";
import { grouped } from "../../../formats/page.js";
import { useSourceLabel } from "../../api/names.js";
import { colourVar, partyColours } from "../../shared/party-colour.js";
import { VerdictShape } from "../../shared/Verdict.js";
import css from "./Bars.module.css";
import { firstOf, partsOf, percent } from "./shares.js";

interface Named {
  readonly code: string | null;
  readonly claims: number;
}

/** Heights are fixed; widths follow the room that there is. */
function Bar({
  height = 8,
  label,
  children,
}: {
  readonly height?: number;
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <svg className={css.bar} width="100%" height={height} role="img" aria-label={label}>
      {children}
    </svg>
  );
}

const pct = (n: number) => `${(100 * n).toFixed(2)}%`;

/** One size beside the greatest of its column. */
export function SizeBar({ n, most }: { readonly n: number; readonly most: number }) {
  return (
    <svg className={css.bar} width="100%" height={4} aria-hidden="true">
      <rect width="100%" height={4} className={css.ground} />
      <rect width={pct(most === 0 ? 0 : n / most)} height={4} className={css.size} />
    </svg>
  );
}

/** How many names stand in words beside a bar. */
const IN_WORDS = 3;

/**
 * Whose share of the claims is how large: one bar, and the first names with their numbers in words.
 *
 * @param coloured the parties that have a colour of their own in this view; all others share the grey
 */
export function TallyBar({
  tallies,
  coloured,
  none,
}: {
  readonly tallies: readonly Named[];
  readonly coloured: readonly string[];
  readonly none: string;
}) {
  const label = useSourceLabel();
  if (tallies.length === 0) return <span className="faint">{none}</span>;
  const colours = partyColours(coloured);
  const colour = (code: string | null) => colourVar(code === null ? undefined : colours.get(code));
  const { first, others, othersClaims } = firstOf(tallies, IN_WORDS);
  const words = tallies.map((t) => `${label(t.code)} ${grouped(t.claims)}`).join(", ");
  return (
    <div className={css.tally}>
      <Bar label={words}>
        {partsOf(tallies.map((t) => [t, t.claims] as const)).map(({ of, from, share }) => (
          <rect
            key={of.code ?? ""}
            x={pct(from)}
            width={pct(share)}
            height={8}
            fill={colour(of.code)}
            className={css.cut}
          >
            <title>{`${label(of.code)}: ${grouped(of.claims)}`}</title>
          </rect>
        ))}
      </Bar>
      <span className={css.names}>
        {first.map((t) => (
          <span key={t.code ?? ""} className={css.name}>
            <span className={css.swatch} style={{ background: colour(t.code) }} aria-hidden="true" />
            <span className="foreign">{label(t.code)}</span> {grouped(t.claims)}
          </span>
        ))}
        {others > 0 && (
          <span className="faint">
            {others} more, {grouped(othersClaims)}
          </span>
        )}
      </span>
    </div>
  );
}

export interface Agreement {
  readonly alone: number;
  readonly corroborated: number;
  readonly contested: number;
}
export const WAYS = ["alone", "corroborated", "contested"] as const;
export const WAY_WORDS: Record<(typeof WAYS)[number], string> = {
  alone: "nobody else speaks on it",
  corroborated: "another says the same",
  contested: "another says otherwise, or denies it",
};

/** How what a source says stands beside what others say: one bar cut in three, told apart by their grounds, with the numbers. */
export function AgreementBar({
  of,
  isLarge = false,
}: {
  readonly of: Agreement;
  readonly isLarge?: boolean;
}) {
  const whole = of.alone + of.corroborated + of.contested;
  if (whole === 0) return <span className="faint">nothing to compare</span>;
  const height = isLarge ? 16 : 8;
  const words = WAYS.map((w) => `${w} ${grouped(of[w])} (${percent(of[w], whole)})`).join(", ");
  return (
    <div className={css.tally}>
      <Bar height={height} label={`Of ${grouped(whole)} facets: ${words}`}>
        {partsOf(WAYS.map((w) => [w, of[w]] as const)).map((part) => (
          <g key={part.of}>
            <rect
              x={pct(part.from)}
              width={pct(part.share)}
              height={height}
              className={css[part.of]}
              {...(part.of === "contested" ? { fill: "url(#hatch)" } : {})}
            />
            <title>{`${part.of}: ${grouped(part.count)} of ${grouped(whole)}`}</title>
          </g>
        ))}
      </Bar>
      {!isLarge && (
        <span className={css.names}>
          {WAYS.map((w) => (
            <span key={w} className={css.name} data-none={of[w] === 0 || undefined}>
              <AgreementShape way={w} />
              {grouped(of[w])} {w}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

export const AgreementShape = ({ way }: { readonly way: (typeof WAYS)[number] }) => (
  <VerdictShape verdict={way === "alone" ? "single-source" : way} />
);

/** The ground of what is contested; once on the page. */
export const Hatch = () => (
  <svg className={css.defs} width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" fill="var(--warn-soft)" />
        <rect width="2" height="5" fill="var(--warn)" />
      </pattern>
    </defs>
  </svg>
);
