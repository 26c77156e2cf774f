import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ReportRoom } from "../../../formats/desk-json.js";
import { oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import type { Search } from "../../api/filters.js";
import { RailPart } from "./RailPart.js";
import css from "./Report.module.css";

/** Where the report is from, what it is a copy or version of, and what read it. */
export function About({ room }: { readonly room: ReportRoom }) {
  return (
    <RailPart title="About this report" id="about">
      <Facts room={room} />
    </RailPart>
  );
}

function Facts({ room: { report, coded, versions } }: { readonly room: ReportRoom }) {
  const { version } = coded;
  const copies = report.kin.filter((k) => k.why === "copy");
  return (
    <dl className={css.facts}>
      <Fact name="Name">{report.label}</Fact>
      {report.address && (
        <Fact name="Address">
          {/^https?:\/\//i.test(report.address) ? (
            <a href={report.address} rel="noreferrer noopener" target="_blank">
              {report.address}
            </a>
          ) : (
            report.address
          )}
        </Fact>
      )}
      {coded.report.datelinePlace && <Fact name="Dateline">{coded.report.datelinePlace}</Fact>}
      {versions.length > 0 && (
        <Fact name="Versions">
          {versions.map((v) => (
            <span key={v.hash} className={css.version}>
              <Link to="/reports/$hash" params={{ hash: v.hash }} search={{} as Search}>
                {v.isEarlier ? "earlier" : "later"}: {v.label}
              </Link>
              {v.published && `, ${oneDay(v.published)}`} (
              <Link
                to="."
                search={((before: Search) => ({ ...before, against: v.hash })) as never}
                resetScroll={false}
                aria-label={`Compare with ${v.label}`}
              >
                {v.differences.length === 0
                  ? "the same words"
                  : counted(v.differences.length, "passage differs", "passages differ")}
              </Link>
              )
            </span>
          ))}
        </Fact>
      )}
      {copies.length > 0 && (
        <Fact name="Copies of this story">
          {copies.map((k) => (
            <Link key={k.label} to="/reports/$hash" params={{ hash: k.label }} search={{} as Search}>
              {k.label}
            </Link>
          ))}
        </Fact>
      )}
      <Fact name="Language">{languageName(report.language)}</Fact>
      <Fact name="Read by">
        Parley {version.parley}, lexicons {version.lexicons}, models {version.models}
      </Fact>
      <Fact name="Report">
        <code>{report.hash}</code>
      </Fact>
    </dl>
  );
}

/** "English" for "en"; the code where it is none. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="foreign">{children}</dd>
  </div>
);
