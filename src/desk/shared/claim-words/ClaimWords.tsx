import { Party, Source } from "../Party.js";
import type { Phrase } from "./claim-words.js";

/** A claim's words with its parties by colour and name. */
export function ClaimWords({
  phrase,
  among,
}: {
  readonly phrase: Phrase;
  readonly among: readonly string[];
}) {
  return (
    <span>
      {phrase.map((p, k) =>
        typeof p === "string" ? (
          p
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: words in their order
          <Party key={k} code={p.party} among={among} />
        ),
      )}
    </span>
  );
}

/** Who says it, one after another. */
export function Sources({
  sources,
  among,
}: {
  readonly sources: readonly (string | null)[];
  readonly among: readonly string[];
}) {
  return (
    <span>
      {sources.map((s, k) => (
        <span key={s ?? ""}>
          {k > 0 && ", "}
          <Source source={s} among={among} />
        </span>
      ))}
    </span>
  );
}
