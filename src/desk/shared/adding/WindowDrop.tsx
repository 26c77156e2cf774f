import { useEffect, useState } from "react";
import css from "./Adding.module.css";
import { offerFiles } from "./adding.js";
import { filesOfTransfer } from "./dropped-files.js";

/** Takes files that are dropped anywhere on the desk; `onTake` opens the dialog that adds them. */
export function WindowDrop({ onTake }: { readonly onTake: () => void }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (e: DragEvent) => e.dataTransfer?.types.includes("Files") === true;
    const onOver = (e: DragEvent) => {
      if (!hasFiles(e)) return;
      // otherwise the browser would leave the desk and show the file
      e.preventDefault();
      e.dataTransfer!.dropEffect = "copy";
      setOver(true);
    };
    const onLeave = (e: DragEvent) => {
      if (e.relatedTarget === null) setOver(false);
    };
    const onDrop = (e: DragEvent) => {
      setOver(false);
      if (!hasFiles(e)) return;
      e.preventDefault();
      void filesOfTransfer(e.dataTransfer!).then(({ files, leftOut }) => {
        offerFiles(files, leftOut);
        onTake();
      });
    };
    // a drop zone keeps its drop to itself
    const onEnd = () => setOver(false);
    window.addEventListener("dragover", onOver);
    window.addEventListener("dragleave", onLeave);
    window.addEventListener("drop", onDrop);
    window.addEventListener("drop", onEnd, { capture: true });
    return () => {
      window.removeEventListener("dragover", onOver);
      window.removeEventListener("dragleave", onLeave);
      window.removeEventListener("drop", onDrop);
      window.removeEventListener("drop", onEnd, { capture: true });
    };
  }, [onTake]);
  return isOver ? (
    <div className={css.over} aria-hidden="true">
      <p>Drop to add</p>
    </div>
  ) : null;
}
