import { Fragment } from "react";
import type { ReportRoom } from "../../../formats/desk-json.js";
import { oneDay } from "../../../formats/labels.js";
import { counted } from "../../../formats/page.js";
import { Button } from "../../shared/Button.js";
import { Select } from "../../shared/Fields.js";
import css from "./Versions.module.css";
import { changedWords, type WordRun } from "./version-words.js";

/** Two versions of one article side by side, the older left: the passages that differ, and no others. */
export function Versions({
  room: { report, versions },
  against,
  onChange,
}: {
  readonly room: ReportRoom;
  readonly against: string;
  readonly onChange: (against: string | undefined) => void;
}) {
  const other = versions.find((v) => v.hash === against || v.label === against);
  if (!other)
    return (
      <p className={css.missing} role="status">
        There is no version {against} of this report.{" "}
        <Button small onPress={() => onChange(undefined)}>
          Close
        </Button>
      </p>
    );
  const self = { label: report.label, published: report.from ?? report.to };
  const [older, newer] = other.isEarlier ? [other, self] : [self, other];
  return (
    <section className={css.versions} aria-labelledby="versions">
      <header className={css.head}>
        <h2 id="versions">What changed between two versions</h2>
        {versions.length > 1 && (
          <Select
            label="Compare with"
            bare
            value={other.hash}
            choices={versions.map((v) => ({ id: v.hash, label: v.label }))}
            onChange={onChange}
          />
        )}
        <Button small onPress={() => onChange(undefined)}>
          Close
        </Button>
      </header>
      {other.differences.length === 0 ? (
        <p>Both have the same words.</p>
      ) : (
        <table className={css.table}>
          <caption className="visually-hidden">
            {counted(other.differences.length, "passage differs", "passages differ")}, the older version left
          </caption>
          <thead>
            <tr>
              <Side side="Older" version={older} />
              <Side side="Newer" version={newer} />
            </tr>
          </thead>
          <tbody>
            {other.differences.map((d, k) => {
              const runs = changedWords(d.before, d.after);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: passages in their order
                <tr key={k}>
                  <Passage runs={runs.before} kind="gone" none="not there yet" />
                  <Passage runs={runs.after} kind="new" none="left out" />
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

const Side = ({
  side,
  version,
}: {
  readonly side: string;
  readonly version: { readonly label: string; readonly published: string | null };
}) => (
  <th scope="col">
    {side}: <span className="foreign">{version.label}</span>
    <span className={css.day}>{version.published ? oneDay(version.published) : "day not known"}</span>
  </th>
);

function Passage({
  runs,
  kind,
  none,
}: {
  readonly runs: readonly WordRun[];
  readonly kind: "gone" | "new";
  readonly none: string;
}) {
  if (runs.length === 0)
    return (
      <td>
        <span className="faint">({none})</span>
      </td>
    );
  const Changed = kind === "gone" ? "del" : "ins";
  return (
    <td className="foreign">
      {runs.map((r, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words in their order
        <Fragment key={k}>
          {r.changed ? <Changed className={css[kind]}>{r.words}</Changed> : r.words}
        </Fragment>
      ))}
    </td>
  );
}
