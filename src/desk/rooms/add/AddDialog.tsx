import { showView, useAdding, useShown } from "../../shared/adding/adding.js";
import { tallyOf, tallyWords } from "../../shared/adding/batches.js";
import { Button } from "../../shared/Button.js";
import { Dialog } from "../../shared/Dialog.js";
import css from "./AddDialog.module.css";
import { DraftForm } from "./DraftForm.js";
import { Progress } from "./Progress.js";

/** Takes documents in, and tells what became of each. It can be closed at any time: reading goes on. */
export function AddDialog({ onClose }: { readonly onClose: () => void }) {
  useShown();
  const adding = useAdding();
  return (
    <Dialog title="Add documents" isOpen onClose={onClose} width="wide">
      {adding.view === "batches" ? (
        <Progress adding={adding} onClose={onClose} />
      ) : (
        <>
          <DraftForm draft={adding.draft} problem={adding.problem} />
          {adding.batches.length > 0 && (
            <p className={css.last}>
              Last time: {tallyWords(tallyOf(adding.batches))}.{" "}
              <Button kind="quiet" small onPress={() => showView("batches")}>
                Show
              </Button>
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
