import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Why } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { oneLine } from "../../../formats/page.js";
import { useNameOf } from "../../api/names.js";
import { Button } from "../../shared/Button.js";
import { Loaded, Skeleton } from "../../shared/Loaded.js";
import { PartyList } from "../../shared/Party.js";
import { useRuling } from "../../shared/rulings.js";
import css from "./Lists.module.css";
import { MergeDialog } from "./MergeDialog.js";
import type { RoomModel } from "./room-model.js";
import { Folded } from "./Section.js";
import { useWhy } from "./use-incident.js";

/** What tied the tellings of the reports into one incident; one can be set apart, and another incident joined. */
export function Together({ model }: { readonly model: RoomModel }) {
  const [isOpen, setOpen] = useState(false);
  const [isMerging, setMerging] = useState(false);
  const why = useWhy(model.incident.id, isOpen);
  return (
    <Folded title="How it was put together" isOpen={isOpen} onChange={setOpen}>
      <p className="faint">
        A telling is what one report says of it. Each joins the earlier one with which most speaks for one
        incident.
      </p>
      <Loaded query={why} skeleton={<Skeleton lines={4} />}>
        {({ links }) => <Links links={links} model={model} />}
      </Loaded>
      <div className={css.tools}>
        <Button onPress={() => setMerging(true)}>Merge with another incident …</Button>
      </div>
      {isMerging && <MergeDialog incident={model.incident} onClose={() => setMerging(false)} />}
    </Folded>
  );
}

function Links({ links, model }: { readonly links: Why["links"]; readonly model: RoomModel }) {
  const rule = useRuling();
  const nameOf = useNameOf();
  const own = new Set(links.map((l) => l.telling));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
    <section className={css.links} tabIndex={0} aria-label="Links between tellings">
      <table>
        <thead>
          <tr>
            <th scope="col">Telling</th>
            <th scope="col">Looks back to</th>
            <th scope="col" className={css.score}>
              Score
            </th>
            <th scope="col">For and against</th>
            <th scope="col">
              <span className="visually-hidden">Ruling</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {links.map((l) => {
            const telling = model.incident.tellings.find((t) => t.id === l.telling);
            return (
              <tr key={l.telling}>
                <th scope="row">
                  <Link to="/reports/$hash" params={{ hash: l.report }} className="foreign">
                    {oneLine(l.label)}
                  </Link>
                  {telling && (
                    <p className="faint">
                      {dateLabel(telling.date)} ·{" "}
                      <PartyList
                        codes={[...new Set([...telling.actors, ...telling.recipients])]}
                        among={model.among}
                      />
                    </p>
                  )}
                </th>
                <td>
                  {l.parent === null ? (
                    "nothing: it begins a chain of links"
                  ) : (
                    <>
                      <span className="foreign">{oneLine(l.parentLabel ?? "a report")}</span>
                      {!own.has(l.parent) && (
                        <p className="faint">
                          but stands apart from it: one report tells both, they drifted too far, or a ruling
                          set it apart
                        </p>
                      )}
                    </>
                  )}
                </td>
                <td className={css.score}>{l.score ?? ""}</td>
                <td>
                  <ul className={css.reasons}>
                    {l.reasons.map((r) => (
                      <li key={`${r.words}${r.weight}`} data-against={r.weight < 0 || undefined}>
                        <span className={css.weight}>{r.weight < 0 ? `−${-r.weight}` : `+${r.weight}`}</span>
                        <span className="foreign">{named(oneLine(r.words), model.among, nameOf)}</span>
                      </li>
                    ))}
                  </ul>
                </td>
                <td>
                  {links.length > 1 && (
                    <Button
                      small
                      isDisabled={rule.isPending}
                      aria-label={`Set apart: ${l.label}`}
                      onPress={() =>
                        rule.mutate({ ruling: { body: { kind: "split", tellings: [l.telling] }, why: "" } })
                      }
                    >
                      Set apart
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Reasons name parties by their codes. */
const named = (words: string, codes: readonly string[], nameOf: (code: string) => string): string =>
  words.replace(/\b[A-Z][A-Z0-9]+\b/g, (code) => (codes.includes(code) ? nameOf(code) : code));
