import type { MadeRuling } from "../../../formats/desk-json.js";
import { excerpt, oneLine } from "../../../formats/page.js";
import { Button } from "../../shared/Button.js";
import { useRuling } from "../../shared/rulings.js";
import css from "./Lists.module.css";
import { Section } from "./Section.js";

/** What persons decided about it, the latest last; each can be undone. */
export function Rulings({ rulings }: { readonly rulings: readonly MadeRuling[] }) {
  const rule = useRuling();
  if (rulings.length === 0) return null;
  return (
    <Section title="Rulings on it">
      <ol className={css.rulings}>
        {rulings.map((r) => (
          <li key={r.id}>
            <span>
              <strong className="foreign">{r.words}</strong>
              {r.quote && <span className="foreign"> {excerpt(r.quote, 100)}</span>}
              {r.reportLabel && <span className="faint foreign"> {oneLine(r.reportLabel)}</span>}
              <span className="faint">
                {" "}
                · {r.at.slice(0, 10)} · <span className="foreign">{oneLine(r.who)}</span>
              </span>
              {r.why !== "" && <span className="foreign">: {oneLine(r.why)}</span>}
            </span>
            {r.stands && (
              <Button
                small
                kind="quiet"
                isDisabled={rule.isPending}
                aria-label={`Undo: ${r.words}`}
                onPress={() => rule.mutate({ ruling: { body: { kind: "undo", ruling: r.id }, why: "" } })}
              >
                Undo
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
