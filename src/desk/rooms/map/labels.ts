import type { Size } from "./mercator.js";

/** A name that wants to stand beside something. */
export interface Wanted {
  readonly key: string;
  readonly words: string;
  /** In pixels of the window. */
  readonly x: number;
  readonly y: number;
  /** Of what it names: the name stands outside. */
  readonly radius: number;
}

export interface Placed {
  readonly key: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** Width of a letter and height of a line in pixels, at the size of labels. */
const LETTER = 6.3;
const LINE = 14;
const GAP = 4;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Names beside what they name, the first ones first: right of it, left, below, above. Where all are taken by another name or by
 * what another name names, it is left out.
 *
 * A name in the window is not cut off by its edge.
 */
export function placedLabels(wanted: readonly Wanted[], size: Size): Placed[] {
  const boxes: Box[] = wanted.map(boxOfMark);
  const placed: Placed[] = [];
  for (const w of wanted) {
    const off = w.radius + GAP;
    const places: readonly Omit<Placed, "key" | "words">[] = [
      { x: w.x + off, y: w.y + LINE * 0.3, anchor: "start" },
      { x: w.x - off, y: w.y + LINE * 0.3, anchor: "end" },
      { x: w.x, y: w.y + off + LINE * 0.75, anchor: "middle" },
      { x: w.x, y: w.y - off - LINE * 0.2, anchor: "middle" },
    ];
    for (const place of places) {
      const p = { key: w.key, words: w.words, ...place };
      const box = boxOfLabel(p);
      const isSeen = w.x >= 0 && w.x <= size.width;
      if (isSeen && (box.left < 0 || box.right > size.width)) continue;
      if (boxes.some((b) => meet(b, box))) continue;
      boxes.push(box);
      placed.push(p);
      break;
    }
  }
  return placed;
}

/** Letters of countries' names are set wide. */
const WIDE_LETTER = 8.4;

/** Those of the countries' names that stand neither on one another nor on marks and their names; the first ones first. */
export function freeNames<T extends { readonly name: string; readonly x: number; readonly y: number }>(
  names: readonly T[],
  marks: readonly Wanted[],
  placed: readonly Placed[],
): T[] {
  const boxes = [...marks.map(boxOfMark), ...placed.map(boxOfLabel)];
  return names.filter((n) => {
    const half = (n.name.length * WIDE_LETTER) / 2;
    const box = boxOfLine(n.x - half, n.x + half, n.y);
    if (boxes.some((b) => meet(b, box))) return false;
    boxes.push(box);
    return true;
  });
}

const boxOfMark = (w: Wanted): Box => ({
  left: w.x - w.radius,
  right: w.x + w.radius,
  top: w.y - w.radius,
  bottom: w.y + w.radius,
});

function boxOfLabel(p: Placed): Box {
  const width = p.words.length * LETTER;
  const left = p.anchor === "start" ? p.x : p.anchor === "end" ? p.x - width : p.x - width / 2;
  return boxOfLine(left, left + width, p.y);
}

/** @param y of the line that the letters stand on */
const boxOfLine = (left: number, right: number, y: number): Box => ({
  left,
  right,
  top: y - LINE * 0.8,
  bottom: y + LINE * 0.25,
});

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
