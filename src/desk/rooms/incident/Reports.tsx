import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dateLabel } from "../../../formats/labels.js";
import { counted, oneLine } from "../../../formats/page.js";
import { Button } from "../../shared/Button.js";
import css from "./Lists.module.css";
import { byOrigin, type RoomModel } from "./room-model.js";
import { Section } from "./Section.js";

/** Reports that are shown at first. */
const MOST = 25;

/** The reports that tell of it; copies of one story and versions of one article together. */
export function Reports({ model }: { readonly model: RoomModel }) {
  const [isWhole, setWhole] = useState(false);
  const { reports } = model.incident;
  const groups = byOrigin(reports);
  const shown = isWhole ? groups : groups.slice(0, MOST);
  return (
    <Section title={counted(reports.length, "report")}>
      <ol className={css.reports}>
        {shown.map((group) => (
          <li key={group[0]!.origin}>
            {group.map((r, k) => (
              <p key={r.hash} className={k > 0 ? css.copy : undefined}>
                <Link to="/reports/$hash" params={{ hash: r.hash }} className="foreign">
                  {r.title ? oneLine(r.title) : oneLine(r.label)}
                </Link>{" "}
                <span className="faint">
                  <span className="foreign">{r.outlet ? oneLine(r.outlet) : "outlet not stated"}</span> ·{" "}
                  {dateLabel(r.published)} · <span className="foreign">{oneLine(r.label)}</span>
                  {k > 0 && " · the same origin"}
                </span>
              </p>
            ))}
          </li>
        ))}
      </ol>
      {groups.length > shown.length && (
        <div>
          <Button small onPress={() => setWhole(true)}>
            All {counted(reports.length, "report")}
          </Button>
        </div>
      )}
      {groups.length < reports.length && (
        <p className="faint">
          Copies of one story and versions of one article are one origin: {counted(reports.length, "report")},{" "}
          {counted(groups.length, "origin")}.
        </p>
      )}
    </Section>
  );
}
