import { useNameOf, useSourceLabel } from "../api/names.js";
import css from "./Party.module.css";
import { colourVar, partyColours, preferredColour } from "./party-colour.js";

interface PartyProps {
  readonly code: string;
  /** The parties of the view, so that no two of them share a colour. */
  readonly among?: readonly string[];
}

/** A party by its colour and its name. */
export function Party({ code, among }: PartyProps) {
  const nameOf = useNameOf();
  const colour = among ? partyColours(among).get(code) : preferredColour(code);
  return (
    <span className={css.party}>
      <span className={css.swatch} style={{ background: colourVar(colour) }} aria-hidden="true" />
      <span className="foreign">{nameOf(code)}</span>
    </span>
  );
}

/** Parties one after another; `none` where nobody is named. */
export function PartyList({
  codes,
  among,
  none = "parties not named",
}: {
  readonly codes: readonly string[];
  readonly among?: readonly string[];
  readonly none?: string;
}) {
  if (codes.length === 0) return <span className="faint">{none}</span>;
  return (
    <span className={css.list}>
      {codes.map((code) => (
        <Party key={code} code={code} {...(among ? { among } : {})} />
      ))}
    </span>
  );
}

/** Who says it: a party with its colour, an unnamed sort of speaker, or the outlets in their own voice. */
export function Source({
  source,
  among,
}: {
  readonly source: string | null;
  readonly among?: readonly string[];
}) {
  const label = useSourceLabel()(source);
  const isParty = source !== null && among?.includes(source);
  return isParty ? (
    <Party code={source} {...(among ? { among } : {})} />
  ) : (
    <span className="foreign">{label}</span>
  );
}
