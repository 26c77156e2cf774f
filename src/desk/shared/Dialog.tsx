import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Button } from "./Button.js";
import css from "./Dialog.module.css";

/** A dialog over the page; Escape and the cross close it, and focus goes back where it was. */
export function Dialog({
  title,
  isOpen,
  onClose,
  children,
  width = "narrow",
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: "narrow" | "wide";
}) {
  return (
    <ModalOverlay
      className={css.veil!}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={css.modal!} data-width={width}>
        <AriaDialog className={css.dialog!}>
          <header className={css.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" aria-label="Close" onPress={onClose}>
              ✕
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
