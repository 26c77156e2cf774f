import type { ReportRoom } from "../../../formats/desk-json.js";
import { oneDay } from "../../../formats/labels.js";
import { excerpt } from "../../../formats/page.js";
import type { RulingBody } from "../../../record/rulings.js";
import { Button } from "../../shared/Button.js";
import css from "./Report.module.css";

/** What persons decided about the report's claims, the latest first, each with a way back. */
export function RulingsLog({
  rulings,
  onRule,
}: {
  readonly rulings: ReportRoom["rulings"];
  readonly onRule: (body: RulingBody) => void;
}) {
  const standing = rulings
    .filter((r) => r.stands && r.body.kind !== "undo")
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <section className={css.section} aria-labelledby="rulings">
      <h2 id="rulings">Rulings on this report</h2>
      {standing.length === 0 ? (
        <p className="faint">
          None: its claims stand as they were read. Open a claim to confirm, edit or reject it.
        </p>
      ) : (
        <ul className={css.log}>
          {standing.map((r) => (
            <li key={r.id}>
              <span className="foreign">
                {r.quote && <span className={css.ruled}>{excerpt(r.quote, 100)}</span>} {r.words}
                {r.why && ` (${r.why})`}
              </span>
              <span className="faint">
                <span className="foreign">{r.who}</span>, {oneDay(r.at.slice(0, 10))}, {r.at.slice(11, 16)}{" "}
                UTC
              </span>
              <Button
                small
                aria-label={`Undo: ${r.words}`}
                onPress={() => onRule({ kind: "undo", ruling: r.id })}
              >
                Undo
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
