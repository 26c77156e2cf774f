import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { oneDay } from "../../../formats/labels.js";
import { dayNumber } from "../../../text/civil-date.js";
import css from "./Brush.module.css";
import { type Grip, moved, periodBetween, toBound, within } from "./brush.js";
import type { Period, TimeScale } from "./scale.js";
import { AXIS_HEIGHT } from "./TimeAxis.js";

/** Pixels within which an edge is taken hold of, and beyond which a press is a drag. */
const NEAR = 6;
const DRAG = 4;
const MONTH = 30;

type Draft = { readonly period: Period } | null;

/**
 * A chart on a time axis, its children, on which a period is picked. By pointer: drag anywhere to draw one, inside it to move it,
 * at its edges to change it; a press without a drag is left to what lies there. By keyboard: two sliders (arrows a day, with Shift
 * a week, Page Up and Down a month, Home and End to the axis' ends). Escape takes it out.
 *
 * It is as wide as the axis; the sliders stand at its foot, where the strip of days is, and reach 24 pixels beyond both ends.
 *
 * @param value what is picked; null is nothing. It may go beyond the axis
 * @param onChange called when a drag or a key is done, with whole days within the axis
 * @param label what is picked, in words: "Period"
 * @param foot height in pixels of the sliders
 */
export function Brush({
  scale,
  value,
  onChange,
  label,
  foot = AXIS_HEIGHT,
  children,
}: {
  readonly scale: TimeScale;
  readonly value: Period | null;
  readonly onChange: (period: Period | null) => void;
  readonly label: string;
  readonly foot?: number;
  readonly children: ReactNode;
}) {
  const ground = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; grip: Grip | "draw"; before: Period } | null>(null);
  const [draft, setDraft] = useState<Draft>(null);
  const bounds = scale.period;
  const picked = draft?.period ?? (value && within(value, bounds));
  const shown = picked ?? bounds;
  const [left, right] = [scale.start(shown.from), scale.end(shown.to)];

  const done = () => {
    drag.current = null;
    if (draft) onChange(draft.period);
    setDraft(null);
  };
  const drop = () => {
    drag.current = null;
    setDraft(null);
  };
  const clear = () => {
    drop();
    onChange(null);
  };
  const placeOf = (e: PointerEvent) => e.clientX - ground.current!.getBoundingClientRect().left;

  const onDown = (e: PointerEvent, grip?: Grip) => {
    if (e.button !== 0) return;
    const x = placeOf(e);
    const found =
      grip ??
      (!picked
        ? "draw"
        : Math.abs(x - left) <= NEAR
          ? "from"
          : Math.abs(x - right) <= NEAR
            ? "to"
            : x > left && x < right
              ? "both"
              : "draw");
    drag.current = { x, grip: found, before: shown };
  };
  const onMove = (e: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    // let go of where it could not be seen
    if (e.buttons === 0) return drop();
    const x = placeOf(e);
    if (!draft && Math.abs(x - from.x) < DRAG) return;
    // only now: a press on a link that does not become a drag stays the link's
    ground.current!.setPointerCapture(e.pointerId);
    setDraft({
      period:
        from.grip === "draw"
          ? periodBetween(scale, from.x, x)
          : moved(from.before, from.grip, Math.round((x - from.x) / scale.dayWidth), bounds),
    });
  };
  const onKey = (e: KeyboardEvent, grip: "from" | "to") => {
    const step = e.shiftKey ? 7 : 1;
    const by = {
      ArrowLeft: -step,
      ArrowDown: -step,
      ArrowRight: step,
      ArrowUp: step,
      PageDown: -MONTH,
      PageUp: MONTH,
    }[e.key];
    if (by !== undefined) setDraft({ period: moved(shown, grip, by, bounds) });
    else if (e.key === "Home") setDraft({ period: toBound(shown, grip, "first", bounds) });
    else if (e.key === "End") setDraft({ period: toBound(shown, grip, "last", bounds) });
    else return;
    e.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not hold a chart
    <div
      ref={ground}
      role="group"
      aria-label={label}
      className={css.ground}
      data-picked={picked !== null || undefined}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={done}
      onPointerCancel={drop}
      onDragStart={(e) => e.preventDefault()}
      onKeyDown={(e) => {
        if (e.key !== "Escape" || !picked) return;
        e.stopPropagation();
        clear();
      }}
    >
      {picked && (
        <>
          <span className={css.inside} style={{ left, width: right - left }} />
          <span className={css.edge} style={{ left: left - NEAR }} />
          <span className={css.edge} style={{ left: right - NEAR }} />
          <span
            className={css.veil}
            style={{ left: 0, width: Math.max(0, left), bottom: foot }}
            data-side="before"
          />
          <span className={css.veil} style={{ left: right, right: 0, bottom: foot }} data-side="after" />
        </>
      )}
      <div className={css.chart}>{children}</div>
      {(["from", "to"] as const).map((grip) => (
        <div
          key={grip}
          className={css.handle}
          data-grip={grip}
          style={{ left: grip === "from" ? left : right, height: foot }}
          role="slider"
          tabIndex={0}
          aria-label={`${label}: ${grip === "from" ? "first day" : "last day"}`}
          aria-valuemin={dayNumber(grip === "from" ? bounds.from : shown.from)}
          aria-valuemax={dayNumber(grip === "from" ? shown.to : bounds.to)}
          aria-valuenow={dayNumber(shown[grip])}
          aria-valuetext={oneDay(shown[grip])}
          onPointerDown={(e) => {
            e.stopPropagation();
            onDown(e, grip);
          }}
          onKeyDown={(e) => onKey(e, grip)}
          onKeyUp={() => draft && !drag.current && done()}
          onBlur={() => draft && !drag.current && done()}
        >
          <span className={css.grip} />
          {draft && <span className={css.bubble}>{oneDay(shown[grip])}</span>}
        </div>
      ))}
    </div>
  );
}
