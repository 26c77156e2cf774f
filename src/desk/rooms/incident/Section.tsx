import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Disclosure, DisclosurePanel } from "react-aria-components/Disclosure";
import { Heading } from "react-aria-components/Heading";
import css from "./Section.module.css";

/** A part of the page below the matrix. */
export function Section({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A part that is opened when it is wanted. */
export function Folded({
  title,
  isOpen,
  onChange,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onChange: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Disclosure className={css.section!} isExpanded={isOpen} onExpandedChange={onChange}>
      <Heading level={2}>
        <Button slot="trigger" className={css.trigger!}>
          <span className={css.arrow} aria-hidden="true" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen && children}</DisclosurePanel>
    </Disclosure>
  );
}
