import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import css from "./CardColumn.module.css";
import { columnHeight, layCards } from "./margin-layout.js";

/** Pixels between two cards. */
const GAP = 6;
/** A card's height before it is measured. */
const ESTIMATE = 48;
/** Cards from which on only those near the window are there. */
const MANY = 400;
/** How far beyond the window they are there, in pixels. */
const NEAR = 1_500;

/**
 * A column of cards, each beside its words as far as there is room. Where `wants` gives nothing they stand one below the other.
 *
 * @param wants where each card wants to stand, in pixels from the top of the window; called whenever what is laid out changes
 * @param watched its size says when words have moved
 */
export function CardColumn<T extends { readonly key: string }>({
  items,
  held,
  wants,
  watched,
  label,
  children,
}: {
  readonly items: readonly T[];
  /** The card that stands at its words whatever is before it. */
  readonly held: string | null;
  readonly wants: (() => readonly (number | null)[]) | null;
  readonly watched: HTMLElement | null;
  readonly label: string;
  readonly children: (item: T) => ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const [places, setPlaces] = useState<readonly number[]>([]);
  const [isSettled, setSettled] = useState(false);

  const place = useCallback(() => {
    const top = list.current?.getBoundingClientRect().top ?? 0;
    let last = 0;
    setPlaces((wants?.() ?? []).map((want) => (last = want === null ? last : want - top)));
  }, [wants]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards want other places
  useLayoutEffect(place, [place, items]);
  useEffect(() => {
    if (!watched) return;
    const observer = new ResizeObserver(place);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [watched, place]);
  useEffect(() => {
    // cards glide only once they have a place
    const timer = window.setTimeout(() => setSettled(true), 300);
    return () => window.clearTimeout(timer);
  }, []);

  const observer = useMemo(
    () =>
      new ResizeObserver((entries) =>
        setHeights((before) => {
          const after = new Map(before);
          for (const { target } of entries)
            after.set((target as HTMLElement).dataset.key!, (target as HTMLElement).offsetHeight);
          return after;
        }),
      ),
    [],
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const measured = useCallback(
    (card: HTMLLIElement | null) => {
      if (!card) return;
      observer.observe(card);
      return () => observer.unobserve(card);
    },
    [observer],
  );

  const cards = items.map((item, k) => ({
    top: places[k] ?? 0,
    height: heights.get(item.key) ?? ESTIMATE,
  }));
  const tops = layCards(
    cards,
    GAP,
    items.findIndex((i) => i.key === held),
  );
  const window_ = useWindowAround(list, items.length > MANY);
  return (
    <ol
      ref={list}
      className={css.column}
      style={{ height: columnHeight(cards, tops) }}
      data-settled={isSettled || undefined}
      aria-label={label}
    >
      {items.map((item, k) => {
        const isNear =
          window_ === null ||
          item.key === held ||
          (tops[k]! + cards[k]!.height > window_.top - NEAR && tops[k]! < window_.bottom + NEAR);
        return isNear ? (
          <li key={item.key} ref={measured} data-key={item.key} className={css.card} style={{ top: tops[k] }}>
            {children(item)}
          </li>
        ) : null;
      })}
    </ol>
  );
}

/** The part of a list that is in the window, in pixels from its top; null where nobody asks. */
function useWindowAround(
  list: React.RefObject<HTMLElement | null>,
  isAsked: boolean,
): { readonly top: number; readonly bottom: number } | null {
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (!isAsked) return;
    // coarse steps: cards far beyond the window are there already
    const read = () => {
      const from = -(list.current?.getBoundingClientRect().top ?? 0);
      setTop(Math.round(from / 400) * 400);
    };
    read();
    window.addEventListener("scroll", read, { passive: true });
    window.addEventListener("resize", read);
    return () => {
      window.removeEventListener("scroll", read);
      window.removeEventListener("resize", read);
    };
  }, [list, isAsked]);
  return isAsked ? { top, bottom: top + window.innerHeight } : null;
}
