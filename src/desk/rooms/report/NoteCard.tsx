import type { LoadedWord, Uncoded } from "../../../coding/claim.js";
import { oneLine, quoted } from "../../../formats/page.js";
import { Party } from "../../shared/Party.js";
import css from "./NoteCard.module.css";

/** Whose a loaded word is, and a neutral word for it. */
export function LoadedNote({
  word,
  outlet,
  among,
}: {
  readonly word: LoadedWord;
  readonly outlet: string | null;
  readonly among: readonly string[];
}) {
  return (
    <p className={css.note} data-kind="loaded">
      <q className="foreign">{oneLine(word.word)}</q>:{" "}
      {word.party === null ? (
        <>
          a word of <span className="foreign">{outlet ?? "the outlet itself"}</span>
        </>
      ) : word.party.code === null ? (
        <>
          a word of <q className="foreign">{oneLine(word.party.words)}</q>
        </>
      ) : (
        <>
          a word of <Party code={word.party.code} among={among} />
        </>
      )}
      . {word.neutral === "" ? "It is left out in neutral words." : <>Neutral: {word.neutral}.</>}
    </p>
  );
}

/** What was seen and not coded, and why. */
export function MissedNote({ missed, quote }: { readonly missed: Uncoded; readonly quote: string }) {
  return (
    <p className={css.note} data-kind="missed">
      <span className="foreign">{quoted(quote.length > 90 ? `${quote.slice(0, 90)} …` : quote)}</span> Not
      coded: {missed.reason}.
    </p>
  );
}
