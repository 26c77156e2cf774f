import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import css from "./VirtualList.module.css";

/** Height of the bar that stays at the top of the window, with a little room. */
const BAR = 64;

export interface VirtualListHandle {
  /** Brings a row into view; it is there after that. */
  readonly scrollTo: (index: number) => void;
}

/**
 * A long list that scrolls with the page: only the rows near the window are there. Rows may differ in height.
 *
 * @param onNearEnd called when the end comes near: more rows can be fetched
 * @param onRange called with the first and last row that are there, where `items` has holes to be filled
 */
export function VirtualList<T>({
  items,
  keyOf,
  children,
  estimate = 72,
  label,
  onNearEnd,
  onRange,
  handle,
}: {
  readonly items: readonly T[];
  /** Left out where a row keeps its place in the list, whatever comes to stand in it. */
  readonly keyOf?: (item: T) => string;
  readonly children: (item: T, index: number) => ReactNode;
  /** A row's height in pixels before it is measured. */
  readonly estimate?: number;
  readonly label: string;
  readonly onNearEnd?: () => void;
  readonly onRange?: (first: number, last: number) => void;
  readonly handle?: RefObject<VirtualListHandle | null>;
}) {
  const box = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(box.current?.offsetTop ?? 0), []);
  // the same function while the list is the same: a new one lays all rows out anew
  const name = useRef(keyOf);
  name.current = keyOf;
  const named = keyOf ? items : null;
  const getItemKey = useCallback(
    (k: number) => (named === null ? k : (name.current?.(named[k]!) ?? k)),
    [named],
  );
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => estimate,
    overscan: 8,
    scrollMargin: top,
    getItemKey,
    // what is scrolled to does not end below the bar of rooms
    scrollPaddingStart: BAR,
  });
  const shown = rows.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (items.length > 0 && last >= items.length - 12) onNearEnd?.();
  }, [last, items.length, onNearEnd]);
  useEffect(() => onRange?.(first, last), [first, last, onRange]);
  useImperativeHandle(handle, () => ({ scrollTo: (index) => rows.scrollToIndex(index, { align: "auto" }) }), [
    rows,
  ]);
  return (
    <ul ref={box} className={css.list} style={{ height: rows.getTotalSize() }} aria-label={label}>
      {shown.map((row) => (
        <li
          key={row.key}
          ref={rows.measureElement}
          data-index={row.index}
          aria-setsize={items.length}
          aria-posinset={row.index + 1}
          className={css.row}
          style={{ transform: `translateY(${row.start - top}px)` }}
        >
          {children(items[row.index]!, row.index)}
        </li>
      ))}
    </ul>
  );
}
