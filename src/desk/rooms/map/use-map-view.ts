import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import {
  type MapPoint,
  moved,
  type Size,
  type View,
  viewOfWords,
  viewWords,
  zoomAround,
} from "./mercator.js";

/** How the map is looked at, and how that is changed. */
export interface MapView {
  /** What is drawn. While the map is being moved it lags behind: the drawing is moved as a whole meanwhile. */
  readonly view: View;
  readonly zoom: (factor: number, at?: MapPoint) => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly show: (view: View) => void;
}

/** After so long without movement what is seen is drawn anew. */
const CALM_MS = 90;
/** After so long it is written into the address. */
const WRITE_MS = 300;
/** Drawn anew at once when moved by this part of the window, or zoomed by more than this. */
const FAR = 0.42;
const MUCH = 1.9;
/** Pixels beyond which a press is a drag. */
const DRAG = 4;

/**
 * Moving and zooming by wheel, drag and two fingers. While it lasts only a transform of the drawing changes, which costs the same
 * however much is drawn; when it calms the drawing is made for the new view.
 *
 * @param box the window of the map, which hears the pointer
 * @param layer what is drawn, as wide and high as the box
 * @param home the view where the address has none
 * @param words the view that the address has
 * @param onMoved gives the view that a person went to, for the address
 */
export function useMapView({
  box,
  layer,
  size,
  home,
  words,
  onMoved,
}: {
  readonly box: RefObject<HTMLElement | null>;
  readonly layer: RefObject<HTMLElement | null>;
  readonly size: Size;
  readonly home: View;
  readonly words: string | undefined;
  readonly onMoved: (words: string) => void;
}): MapView {
  const [own, setOwn] = useState<View | null>(() => viewOfWords(words));
  const written = useRef(words);
  const view = own ?? home;
  const live = useRef(view);
  const drawn = useRef(view);
  const calm = useRef(0);
  const write = useRef(0);

  // a link, the back button, or "fit" changed the address
  useEffect(() => {
    if (words === written.current) return;
    written.current = words;
    window.clearTimeout(write.current);
    setOwn(viewOfWords(words));
  }, [words]);

  useLayoutEffect(() => {
    drawn.current = view;
    live.current = view;
    if (layer.current) layer.current.style.transform = "";
  }, [view, layer]);

  const settle = useCallback(() => {
    window.clearTimeout(calm.current);
    window.clearTimeout(write.current);
    const next = live.current;
    setOwn(next);
    write.current = window.setTimeout(() => {
      written.current = viewWords(next);
      onMoved(written.current);
    }, WRITE_MS);
  }, [onMoved]);
  useEffect(
    () => () => {
      window.clearTimeout(calm.current);
      window.clearTimeout(write.current);
    },
    [],
  );

  const go = useCallback(
    (next: View) => {
      live.current = next;
      const was = drawn.current;
      const by = next.scale / was.scale;
      const dx = (was.x - next.x) * next.scale;
      const dy = (was.y - next.y) * next.scale;
      if (layer.current) layer.current.style.transform = `translate(${dx}px, ${dy}px) scale(${by})`;
      const isFar = Math.abs(dx) > size.width * FAR || Math.abs(dy) > size.height * FAR;
      if (isFar || by > MUCH || by < 1 / MUCH) settle();
      else {
        window.clearTimeout(calm.current);
        calm.current = window.setTimeout(settle, CALM_MS);
      }
    },
    [layer, settle, size.width, size.height],
  );
  const zoom = useCallback(
    (factor: number, at: MapPoint = { x: size.width / 2, y: size.height / 2 }) =>
      go(zoomAround(live.current, factor, at, size)),
    [go, size],
  );
  const pan = useCallback((dx: number, dy: number) => go(moved(live.current, dx, dy)), [go]);

  usePointer(box, zoom, pan);
  return useMemo(() => ({ view, zoom, pan, show: go }), [view, zoom, pan, go]);
}

/** Wheel, drag, and two fingers; a press that moves is no click. */
function usePointer(
  box: RefObject<HTMLElement | null>,
  zoom: (factor: number, at: MapPoint) => void,
  pan: (dx: number, dy: number) => void,
) {
  const fingers = useRef(new Map<number, MapPoint>());
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const held = fingers.current;
    const placeOf = (e: MouseEvent): MapPoint => {
      const r = element.getBoundingClientRect();
      return { x: e.clientX - r.left, y: e.clientY - r.top };
    };
    let isDrag = false;
    const spread = () => {
      const [a, b] = [...held.values()] as [MapPoint, MapPoint];
      return {
        distance: Math.hypot(a.x - b.x, a.y - b.y),
        middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 },
      };
    };
    const onWheel = (e: WheelEvent) => {
      e.preventDefault();
      const lines = e.deltaMode === 1 ? 24 : e.deltaMode === 2 ? 400 : 1;
      // pinching a touchpad comes as a wheel with Ctrl, in small steps
      zoom(Math.exp(-e.deltaY * lines * (e.ctrlKey ? 0.01 : 0.0022)), placeOf(e));
    };
    const onDown = (e: PointerEvent) => {
      if (e.button !== 0 || (e.target as Element).closest("[data-over-map]")) return;
      held.set(e.pointerId, placeOf(e));
      if (held.size === 1) isDrag = false;
    };
    const onMove = (e: PointerEvent) => {
      const before = held.get(e.pointerId);
      if (!before) return;
      const at = placeOf(e);
      if (held.size === 2) {
        const was = spread();
        held.set(e.pointerId, at);
        const now = spread();
        pan(was.middle.x - now.middle.x, was.middle.y - now.middle.y);
        if (was.distance > 0) zoom(now.distance / was.distance, now.middle);
        isDrag = true;
        return;
      }
      if (!isDrag && Math.hypot(at.x - before.x, at.y - before.y) < DRAG) return;
      if (!isDrag) {
        isDrag = true;
        element.setPointerCapture(e.pointerId);
        element.dataset.dragged = "";
      }
      held.set(e.pointerId, at);
      pan(before.x - at.x, before.y - at.y);
    };
    const onUp = (e: PointerEvent) => {
      held.delete(e.pointerId);
      delete element.dataset.dragged;
    };
    const onDouble = (e: MouseEvent) => {
      if (!(e.target as Element).closest("[data-over-map], [role=button]"))
        zoom(e.shiftKey ? 0.5 : 2, placeOf(e));
    };
    element.addEventListener("wheel", onWheel, { passive: false });
    element.addEventListener("pointerdown", onDown);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerup", onUp);
    element.addEventListener("pointercancel", onUp);
    element.addEventListener("dblclick", onDouble);
    return () => {
      element.removeEventListener("wheel", onWheel);
      element.removeEventListener("pointerdown", onDown);
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerup", onUp);
      element.removeEventListener("pointercancel", onUp);
      element.removeEventListener("dblclick", onDouble);
    };
  }, [box, zoom, pan]);
}
