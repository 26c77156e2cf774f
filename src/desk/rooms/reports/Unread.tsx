import { counted } from "../../../formats/page.js";
import { useAdd } from "../../shared/add-context.js";
import { adviceFor, reasonOf } from "../../shared/adding/advice.js";
import { Button } from "../../shared/Button.js";
import css from "./Reports.module.css";
import { useUnread } from "./use-reports.js";

/** Listed at once; of very many the rest is counted. */
const SHOWN = 200;

/** Documents that could not be read: why, and what to do. Nothing where all were. */
export function Unread() {
  const { data } = useUnread();
  const add = useAdd();
  const unread = data?.unread ?? [];
  if (unread.length === 0) return null;
  return (
    <details className={css.unread}>
      <summary>
        {counted(unread.length, "document")} could not be read and {unread.length === 1 ? "is" : "are"} not in
        the record
      </summary>
      <ul>
        {unread.slice(0, SHOWN).map((u) => {
          const document = { name: u.name, code: u.code, message: u.problem };
          return (
            <li key={`${u.original} ${u.name}`}>
              <strong className="foreign">{u.name}</strong>
              <span className="foreign">
                {reasonOf(document)} {adviceFor(document)}
              </span>
            </li>
          );
        })}
      </ul>
      {unread.length > SHOWN && <p>And {counted(unread.length - SHOWN, "other")}.</p>}
      <Button small onPress={add}>
        Add again
      </Button>
    </details>
  );
}
