import { useSyncExternalStore } from "react";
import { Button } from "./Button.js";
import css from "./Toasts.module.css";
import { dismissToast, toastStore } from "./toasts.js";

export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <div className={css.toasts} role="status" aria-live="polite">
      {toasts.map((t) => (
        <div key={t.id} className={css.toast} data-tone={t.tone}>
          <span>{t.words}</span>
          {t.action && (
            <Button
              small
              onPress={() => {
                dismissToast(t.id);
                t.action?.run();
              }}
            >
              {t.action.label}
            </Button>
          )}
          <Button small kind="quiet" aria-label="Dismiss" onPress={() => dismissToast(t.id)}>
            ✕
          </Button>
        </div>
      ))}
    </div>
  );
}
