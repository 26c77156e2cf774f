import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ReportRoom } from "../../../formats/desk-json.js";
import { dateLabel } from "../../../formats/labels.js";
import { counted, grouped, oneLine } from "../../../formats/page.js";
import type { Search } from "../../api/filters.js";
import { Menu } from "../../shared/Menu.js";
import { PageHead } from "../../shared/PageHead.js";
import { MOST_UNSEEN } from "../../shared/report-text/chunks.js";
import { unseenCounts, unseenIn } from "../../shared/report-text/unseen.js";
import { fileOf, saveFile } from "./export-report.js";
import css from "./Report.module.css";

/** What the report is called, who published it when, and what can be done with it. */
export function ReportHead({ room }: { readonly room: ReportRoom }) {
  const { report, coded } = room;
  const { published } = coded.report;
  return (
    <PageHead
      title={<span className="foreign">{oneLine(report.title ?? report.label)}</span>}
      sub={
        <>
          {report.outlet === null ? (
            "Outlet not named"
          ) : (
            <Link to="/reports" search={{ outlet: report.outlet } as Search} className="foreign">
              {oneLine(report.outlet)}
            </Link>
          )}
          {report.author && (
            <>
              {", by "}
              <span className="foreign">{oneLine(report.author)}</span>
            </>
          )}
          {" · "}
          {dateLabel(published)}
          {published.reasons.length > 0 && <span className="faint"> ({published.reasons.join("; ")})</span>}
        </>
      }
    >
      <Menu
        label="Export"
        entries={[
          { id: "json", words: "What was read (JSON)", label: "What was read (JSON)" },
          { id: "txt", words: "The text", label: "The text" },
        ]}
        onAction={(form) => saveFile(fileOf(room, form as "json" | "txt"))}
      />
    </PageHead>
  );
}

/** Characters that are there and not seen: they could hide or turn words. */
export function UnseenNotice({ text }: { readonly text: string }) {
  const counts = useMemo(() => unseenCounts(unseenIn(text)), [text]);
  if (counts.length === 0) return null;
  const total = counts.reduce((sum, c) => sum + c.count, 0);
  const shown = counts.slice(0, 4);
  return (
    <p className={css.notice} role="note">
      This text has {counted(total, "invisible character")}:{" "}
      {shown.map((c) => `${grouped(c.count)} × ${c.name}`).join("; ")}
      {counts.length > shown.length && `; ${counts.length - shown.length} other sorts`}.{" "}
      {total > MOST_UNSEEN ? `The first ${grouped(MOST_UNSEEN)} are` : "They are"} shown by their numbers
      where they stand, and turn no words around.
    </p>
  );
}
