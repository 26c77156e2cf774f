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
 * @param taken boxes that names must not stand on, beside those of the marks themselves
 */
export function placedLabels(wanted: readonly Wanted[], taken: readonly Box[] = []): Placed[] {
  const boxes: Box[] = [
    ...taken,
    ...wanted.map((w) => ({
      left: w.x - w.radius,
      right: w.x + w.radius,
      top: w.y - w.radius,
      bottom: w.y + w.radius,
    })),
  ];
  const placed: Placed[] = [];
  for (const w of wanted) {
    const width = w.words.length * LETTER;
    const off = w.radius + GAP;
    const places: readonly Omit<Placed, "key" | "words">[] = [
      { x: w.x + off, y: w.y + LINE * 0.3, anchor: "start" },
      { x: w.x - off, y: w.y + LINE * 0.3, anchor: "end" },
      { x: w.x, y: w.y + off + LINE * 0.75, anchor: "middle" },
      { x: w.x, y: w.y - off - LINE * 0.2, anchor: "middle" },
    ];
    for (const p of places) {
      const left = p.anchor === "start" ? p.x : p.anchor === "end" ? p.x - width : p.x - width / 2;
      const box = { left, right: left + width, top: p.y - LINE * 0.8, bottom: p.y + LINE * 0.25 };
      if (boxes.some((b) => meet(b, box))) continue;
      boxes.push(box);
      placed.push({ key: w.key, words: w.words, ...p });
      break;
    }
  }
  return placed;
}

/** The box of a name whose middle is given. */
export const boxAround = (x: number, y: number, words: string, letter = LETTER): Box => ({
  left: x - (words.length * letter) / 2,
  right: x + (words.length * letter) / 2,
  top: y - LINE * 0.8,
  bottom: y + LINE * 0.4,
});

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
