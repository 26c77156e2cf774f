import type { ReactNode } from "react";
import css from "./PointCard.module.css";

/** Where a card stands: beside what is pointed at, in pixels of the chart. */
export interface CardPlace {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 320;
const AWAY = 16;

/**
 * What a mark stands for, beside it; it can be pointed at itself, and does not go while it is. Those who do not see it have the
 * same in the mark's name.
 */
export function PointCard({
  place,
  width,
  onStay,
  onLeave,
  children,
}: {
  readonly place: CardPlace;
  /** Of the chart. */
  readonly width: number;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
}) {
  const own = Math.min(WIDTH, width);
  const beside =
    place.x + AWAY + own <= width ? place.x + AWAY : place.x - AWAY - own >= 0 ? place.x - AWAY - own : null;
  return (
    <div
      className={css.card}
      aria-hidden="true"
      style={{
        width: own,
        left: beside ?? Math.max(0, Math.min(width - own, place.x - own / 2)),
        top: beside === null ? place.y + AWAY : place.y,
      }}
      data-below={beside === null || undefined}
      onPointerEnter={onStay}
      onPointerLeave={onLeave}
      onPointerDown={(e) => e.stopPropagation()}
    >
      {children}
    </div>
  );
}
