import { Button } from "../../shared/Button.js";
import type { SelectedWords } from "../../shared/report-text/ReportText.js";
import css from "./Report.module.css";

/** Stands under the words that are selected: a claim can be made of them. */
export function SelectionBar({
  selected,
  box,
  onAdd,
}: {
  readonly selected: SelectedWords;
  /** What the bar is laid over. */
  readonly box: HTMLElement | null;
  readonly onAdd: (what: "event" | "toll") => void;
}) {
  const around = box?.getBoundingClientRect();
  if (!around) return null;
  const left = Math.max(0, Math.min(selected.rect.left - around.left, around.width - 260));
  return (
    <div
      className={css.selection}
      role="toolbar"
      aria-label="Selected words"
      style={{ top: selected.rect.bottom - around.top + 6, left }}
      // the words stay selected while the bar is used
      onMouseDown={(e) => e.preventDefault()}
    >
      <span>Add a claim:</span>
      <Button small onPress={() => onAdd("event")}>
        Event
      </Button>
      <Button small onPress={() => onAdd("toll")}>
        Toll
      </Button>
    </div>
  );
}
