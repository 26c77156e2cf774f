import { Button } from "../Button.js";
import css from "./Adding.module.css";
import { isReading, useAdding, useFollowing } from "./adding.js";
import { readingWords, tallyOf } from "./batches.js";

/** How far reading is, while there is something to read; opens the dialog again. It also keeps an eye on it for all of the desk. */
export function AddingIndicator({ onShow }: { readonly onShow: () => void }) {
  useFollowing(onShow);
  const adding = useAdding();
  if (!isReading(adding)) return null;
  const { sending } = adding;
  const [verb, count] = sending
    ? ["Sending", `${sending.sent} of ${sending.of}`]
    : ["Reading", readingWords(tallyOf(adding.batches))];
  return (
    <Button kind="quiet" onPress={onShow}>
      <span className={css.turning} aria-hidden="true" />
      <span className={css.words} data-reading>
        <span className={css.verb}>{verb} </span>
        {count}
      </span>
    </Button>
  );
}
