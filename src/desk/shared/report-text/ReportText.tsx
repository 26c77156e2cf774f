import { memo, type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import { type Block, blocksOf, type Chunk, chunkAt } from "./chunks.js";
import { LAYERS, type Mark } from "./layers.js";
import css from "./ReportText.module.css";
import { numberOf, unseenName } from "./unseen.js";

export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Words that a person selected, and where they stand in the window. */
export interface SelectedWords extends TextSpan {
  readonly words: string;
  readonly rect: DOMRect;
}

export interface ReportTextHandle {
  /** Brings a span into view. */
  readonly reveal: (span: TextSpan) => void;
  /** The top of a span's first line, in pixels from the top of the text; null where it is not laid out. */
  readonly topOf: (span: TextSpan) => number | null;
  /** The same for many at once. */
  readonly topsOf: (spans: readonly TextSpan[]) => (number | null)[];
}

interface ReportTextProps {
  readonly text: string;
  readonly passages: readonly { readonly start: number; readonly end: number; readonly kind: string }[];
  readonly marks: readonly Mark[];
  /** The span that is looked at: shown on a strong ground. */
  readonly focus?: TextSpan | null;
  /** Words elsewhere that what is looked at rests on: framed. */
  readonly parts?: readonly TextSpan[];
  readonly lang?: string;
  readonly handle?: RefObject<ReportTextHandle | null>;
  /** Ids of the marks under a click, innermost first. */
  readonly onPick?: (ids: readonly string[]) => void;
  readonly onSelect?: (selected: SelectedWords | null) => void;
}

/**
 * A report's text as it stands, with marks laid over it by the CSS Custom Highlight API: the text itself stays plain text nodes,
 * so that nothing in it can be anything but text.
 */
export function ReportText({
  text,
  passages,
  marks,
  focus,
  parts,
  lang,
  handle,
  onPick,
  onSelect,
}: ReportTextProps) {
  const box = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(text, passages), [text, passages]);
  const chunks = useMemo(() => blocks.flatMap((b) => b.chunks), [blocks]);

  useEffect(() => {
    const nodes = textNodes(box.current);
    for (const [name, isMeant, priority] of HIGHLIGHTS)
      setHighlight(
        name,
        marks.filter(isMeant).flatMap((m) => rangesOf(m, chunks, nodes)),
        priority,
      );
    return () => {
      for (const [name] of HIGHLIGHTS) CSS.highlights?.delete(name);
    };
  }, [marks, chunks]);

  useEffect(() => {
    const nodes = textNodes(box.current);
    setHighlight("focus", focus ? rangesOf(focus, chunks, nodes) : [], 20);
    const around = (parts ?? []).flatMap((p) => rangesOf(p, chunks, nodes));
    setHighlight("focus-part", around, 21);
    return () => {
      CSS.highlights?.delete("focus");
      CSS.highlights?.delete("focus-part");
    };
  }, [focus, parts, chunks]);

  useImperativeHandle(
    handle,
    () => ({
      reveal: (span) => {
        const nodes = textNodes(box.current);
        const [range] = rangesOf(span, chunks, nodes);
        if (!range) return;
        // paragraphs out of view are laid out only when they come near: the element first, then its words
        range.startContainer.parentElement?.scrollIntoView({ block: "center" });
        const rect = range.getBoundingClientRect();
        const scroller = scrollerOf(box.current!);
        const view =
          scroller === document.documentElement
            ? { top: 0, height: window.innerHeight }
            : scroller.getBoundingClientRect();
        scroller.scrollBy({ top: rect.top - view.top - view.height / 3 });
      },
      topOf: (span) => topsOf([span], chunks, box.current)[0]!,
      topsOf: (spans) => topsOf(spans, chunks, box.current),
    }),
    [chunks],
  );

  useEffect(() => {
    if (!onSelect) return;
    const onChange = () => onSelect(selectedWords(box.current, text));
    document.addEventListener("selectionchange", onChange);
    return () => document.removeEventListener("selectionchange", onChange);
  }, [onSelect, text]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same marks are reached by the list of claims beside the text
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      ref={box}
      className={`${css.text} foreign`}
      data-long={text.length > LONG || undefined}
      lang={lang}
      dir="auto"
      onClick={(e) => {
        if (!onPick || !window.getSelection()?.isCollapsed) return;
        const offset = offsetAtPoint(e.clientX, e.clientY, box.current);
        if (offset === null) return;
        const under = marks
          .filter((m) => m.start <= offset && offset < m.end)
          .sort((a, b) => a.end - a.start - (b.end - b.start));
        if (under.length > 0) onPick([...new Set(under.map((m) => m.id))]);
      }}
    >
      <Blocks blocks={blocks} text={text} />
    </div>
  );
}

/** Code units from which on paragraphs out of view are not laid out. */
const LONG = 100_000;

/** What is laid over the text, by name: the lighter marks of every layer under the stronger ones of all. */
const HIGHLIGHTS = LAYERS.flatMap((layer, k) =>
  [true, false].map(
    (faint) =>
      [
        faint ? `layer-${layer}-faint` : `layer-${layer}`,
        (m: Mark) => m.layer === layer && (m.faint ?? false) === faint,
        faint ? k : LAYERS.length + k,
      ] as const,
  ),
);

/** The words themselves; they never change while marks come and go. */
const Blocks = memo(function Blocks({
  blocks,
  text,
}: {
  readonly blocks: readonly Block[];
  readonly text: string;
}) {
  return blocks.map((b) => (
    <p key={b.chunks[0]!.start} className={css.block} data-kind={b.kind}>
      {b.chunks.map((c) => (
        <span
          key={c.start}
          data-chunk={c.start}
          {...(c.kind === b.kind ? {} : { "data-kind": c.kind })}
          {...(c.unbroken ? { className: css.unbroken } : {})}
          {...(c.unseen === undefined
            ? {}
            : { "data-unseen": numberOf(c.unseen), title: unseenName(c.unseen), className: css.unseen })}
        >
          {text.slice(c.start, c.end)}
        </span>
      ))}
    </p>
  ));
});

function textNodes(box: HTMLElement | null): Text[] {
  return [...(box?.querySelectorAll("[data-chunk]") ?? [])].map((s) => s.firstChild as Text);
}

/** A span as ranges of the page, one for each chunk that it runs over. */
function rangesOf(span: TextSpan, chunks: readonly Chunk[], nodes: readonly Text[]): Range[] {
  const ranges: Range[] = [];
  for (let k = Math.max(0, chunkAt(chunks, span.start)); k < chunks.length; k += 1) {
    const c = chunks[k]!;
    const node = nodes[k];
    if (c.start >= span.end) break;
    if (!node || c.end <= span.start) continue;
    const range = document.createRange();
    range.setStart(node, Math.max(0, span.start - c.start));
    range.setEnd(node, Math.min(c.end, span.end) - c.start);
    ranges.push(range);
  }
  return ranges;
}

function topsOf(
  spans: readonly TextSpan[],
  chunks: readonly Chunk[],
  box: HTMLElement | null,
): (number | null)[] {
  const nodes = textNodes(box);
  const top = box?.getBoundingClientRect().top ?? 0;
  return spans.map((span) => {
    const rect = rangesOf(span, chunks, nodes)[0]?.getClientRects()[0];
    return rect ? rect.top - top : null;
  });
}

function setHighlight(name: string, ranges: readonly Range[], priority: number): void {
  if (!CSS.highlights) return;
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

function offsetAtPoint(x: number, y: number, box: HTMLElement | null): number | null {
  const at = document.caretPositionFromPoint?.(x, y);
  return at ? offsetOf(at.offsetNode, at.offset, box) : null;
}

function offsetOf(node: Node, offset: number, box: HTMLElement | null): number | null {
  const chunk = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-chunk]");
  if (!chunk || !box?.contains(chunk)) return null;
  return Number(chunk.dataset.chunk) + (node.nodeType === Node.TEXT_NODE ? offset : 0);
}

function selectedWords(box: HTMLElement | null, text: string): SelectedWords | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset, box);
  const end = offsetOf(range.endContainer, range.endOffset, box);
  if (start === null || end === null || end <= start) return null;
  // white space at the edges belongs to no claim
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return to > from
    ? { start: from, end: to, words: text.slice(from, to), rect: range.getBoundingClientRect() }
    : null;
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let e = element.parentElement; e; e = e.parentElement) {
    const { overflowY } = getComputedStyle(e);
    if ((overflowY === "auto" || overflowY === "scroll") && e.scrollHeight > e.clientHeight) return e;
  }
  return document.documentElement;
}
