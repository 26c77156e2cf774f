import type { ClaimKind } from "../../../coding/confidence.js";
import {
  confidenceWords,
  FIELDS_OF,
  HOW_OFTEN_RIGHT,
  HOW_SURE,
  RIGHT_FIELDS,
  type RightField,
} from "../../../formats/how-often-right.js";
import css from "./HowRight.module.css";

/** How often such a claim is right, and each kind of its fields, on which texts. */
export function HowRight({
  kind,
  confidence,
}: {
  readonly kind: ClaimKind;
  /** Undefined for claims read by a version that stated none. */
  readonly confidence: number | undefined;
}) {
  const off = HOW_SURE.find((h) => h.kind === kind);
  return (
    <div className={css.right}>
      {confidence !== undefined && (
        <p>
          {confidenceWords(confidence)}
          {off && `, give or take ${Math.round(off.off)} in 100`}.
        </p>
      )}
      <RightTable fields={FIELDS_OF[kind]} />
    </div>
  );
}

/** Kinds of fields with the share that is right; all of them without `fields`. */
export function RightTable({ fields }: { readonly fields?: readonly RightField[] }) {
  const shown = (fields ?? RIGHT_FIELDS).map((field) => ({
    field,
    figures: HOW_OFTEN_RIGHT.filter((r) => r.field === field),
  }));
  return (
    <table className={css.table}>
      <caption className="visually-hidden">How often a field is right</caption>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col" className={css.number}>
            right, %
          </th>
          <th scope="col">Measured on</th>
        </tr>
      </thead>
      <tbody>
        {shown.flatMap(({ field, figures }) =>
          figures.map((r, k) => (
            <tr key={`${field} ${r.set}`}>
              {k === 0 && (
                <th scope="rowgroup" rowSpan={figures.length}>
                  {field}
                </th>
              )}
              <td className={css.number}>{r.percent.toFixed(0)}</td>
              <td>
                {r.figure}: {r.set}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
