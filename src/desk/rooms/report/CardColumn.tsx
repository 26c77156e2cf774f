import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import css from "./CardColumn.module.css";
import { columnHeight, layCards, placeInStack, stackCards } from "./margin-layout.js";

/** Pixels between two cards. */
const GAP = 6;
/** A card's height before it is measured. */
const ESTIMATE = 34;
/** So many times as high as the text, the cards are too many to stand beside their words. */
const CROWDED = 1.5;
/** Where a reader looks, in pixels from the top of the pane. */
const READING_LINE = 160;
/** Cards from which on only those near the window are there. */
const MANY = 400;
/** How far beyond the window they are there, in pixels. */
const NEAR = 1_500;

/**
 * A column of cards, each beside its words as far as there is room. Where the cards are far more than the text has room for they
 * stand one below the other in a pane of their own, which follows the text as it is scrolled. Without `wants` they are a list.
 *
 * @param wants tops of the cards' words, in pixels from the top of `text`; called whenever what is laid out changes
 */
export function CardColumn<T extends { readonly key: string }>({
  items,
  held,
  wants,
  text,
  label,
  children,
}: {
  readonly items: readonly T[];
  /** The card that stands at its words whatever is before it. */
  readonly held: string | null;
  readonly wants: (() => readonly (number | null)[]) | null;
  readonly text: HTMLElement | null;
  readonly label: string;
  readonly children: (item: T) => ReactNode;
}) {
  const pane = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const words = useWords(items, wants, text);
  const [heights, measured] = useHeights();
  const isSettled = useSettled();
  const at = items.findIndex((i) => i.key === held);

  const shift = (list.current && text ? topOf(text) - topOf(list.current) : 0) || 0;
  const cards = items.map((item, k) => ({
    top: (words.tops[k] ?? 0) + shift,
    height: heights.get(item.key) ?? ESTIMATE,
  }));
  const stack = stackCards(cards, GAP);
  const isCrowded = wants !== null && columnHeight(cards, stack) > CROWDED * words.height + 600;
  const tops = wants === null || isCrowded ? stack : layCards(cards, GAP, at);
  useFollow(pane, { isCrowded, text, words: words.tops, tops, at });
  const seen = useSeen(list, isCrowded ? pane : null, items.length > MANY);

  return (
    <div ref={pane} className={isCrowded ? css.pane : undefined}>
      <ol
        ref={list}
        className={css.column}
        style={{ height: columnHeight(cards, tops) }}
        data-settled={(isSettled && !isCrowded) || undefined}
        aria-label={label}
      >
        {items.map((item, k) => {
          const isNear =
            seen === null ||
            k === at ||
            (tops[k]! + cards[k]!.height > seen.top - NEAR && tops[k]! < seen.bottom + NEAR);
          return isNear ? (
            <li
              key={item.key}
              ref={measured}
              data-key={item.key}
              className={css.card}
              style={{ top: tops[k] }}
            >
              {children(item)}
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}

const topOf = (element: HTMLElement): number => element.getBoundingClientRect().top;

/** Tops of the words, rising, and the height of the text; measured again when the text is laid out anew. */
function useWords(
  items: readonly unknown[],
  wants: (() => readonly (number | null)[]) | null,
  text: HTMLElement | null,
): { readonly tops: readonly number[]; readonly height: number } {
  const [words, setWords] = useState<{ tops: readonly number[]; height: number }>({ tops: [], height: 0 });
  const measure = useCallback(() => {
    let last = 0;
    const tops = (wants?.() ?? []).map((want) => (last = Math.max(last, want ?? 0)));
    setWords({ tops, height: text?.offsetHeight ?? 0 });
  }, [wants, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards have other words
  useLayoutEffect(measure, [measure, items]);
  useEffect(() => {
    if (!text) return;
    const observer = new ResizeObserver(measure);
    observer.observe(text);
    return () => observer.disconnect();
  }, [text, measure]);
  return words;
}

/** Heights of cards by key, as they are and as they change; the ref that a card is measured by. */
function useHeights(): [
  ReadonlyMap<string, number>,
  (card: HTMLLIElement | null) => (() => void) | undefined,
] {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
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
  const measured = useCallback(
    (card: HTMLLIElement | null) => {
      if (!card) return;
      observer.observe(card);
      return () => observer.unobserve(card);
    },
    [observer],
  );
  return [heights, measured];
}

/** Cards glide only once they have a place. */
function useSettled(): boolean {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(true), 300);
    return () => window.clearTimeout(timer);
  }, []);
  return isSettled;
}

/** The pane follows the text, and shows the card that is held beside its words, until the reader scrolls it by itself. */
function useFollow(
  pane: RefObject<HTMLElement | null>,
  state: {
    readonly isCrowded: boolean;
    readonly text: HTMLElement | null;
    readonly words: readonly number[];
    readonly tops: readonly number[];
    /** The card that is held, by number. */
    readonly at: number;
  },
): void {
  const { isCrowded, text, at } = state;
  const latest = useRef(state);
  latest.current = state;
  const isOwn = useRef(false);
  const follow = useCallback(() => {
    const { words, tops, at } = latest.current;
    if (!pane.current || !text || words.length === 0) return;
    const above = topOf(pane.current) - topOf(text);
    const beside = at < 0 ? Number.NaN : words[at]! - above;
    pane.current.scrollTop =
      beside >= 0 && beside < pane.current.clientHeight
        ? tops[at]! - beside
        : placeInStack(above + READING_LINE, words, tops) - READING_LINE;
  }, [pane, text]);
  useEffect(() => {
    const element = pane.current;
    if (!isCrowded || !element) return;
    const byReader = () => {
      isOwn.current = true;
    };
    const byText = () => {
      isOwn.current = false;
      follow();
    };
    window.addEventListener("scroll", byText, { passive: true });
    for (const event of ["wheel", "touchmove", "pointerdown"])
      element.addEventListener(event, byReader, { passive: true });
    return () => {
      window.removeEventListener("scroll", byText);
      for (const event of ["wheel", "touchmove", "pointerdown"]) element.removeEventListener(event, byReader);
    };
  }, [isCrowded, pane, follow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card is held
  useLayoutEffect(() => {
    isOwn.current = false;
    if (isCrowded) follow();
  }, [at, isCrowded, follow]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: cards or words have moved
  useLayoutEffect(() => {
    if (isCrowded && !isOwn.current) follow();
  }, [isCrowded, follow, state.words, state.tops.length, state.tops[Math.max(at, 0)]]);
}

/** The part of a list that is in the window or in its pane, in pixels from its top; null where nobody asks. */
function useSeen(
  list: RefObject<HTMLElement | null>,
  pane: RefObject<HTMLElement | null> | null,
  isAsked: boolean,
): { readonly top: number; readonly bottom: number } | null {
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (!isAsked) return;
    // coarse steps: cards far beyond are there already
    const read = () => {
      const from = (pane?.current ? topOf(pane.current) : 0) - (list.current ? topOf(list.current) : 0);
      setTop(Math.round(from / 400) * 400);
    };
    read();
    const scroller = pane?.current ?? window;
    scroller.addEventListener("scroll", read, { passive: true });
    window.addEventListener("resize", read);
    return () => {
      scroller.removeEventListener("scroll", read);
      window.removeEventListener("resize", read);
    };
  }, [list, pane, isAsked]);
  return isAsked ? { top, bottom: top + window.innerHeight } : null;
}
