import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, Draft } from "./block.js";
import { assemble } from "./html.js";

interface MarkNode {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly alt?: string | null;
  readonly children?: readonly MarkNode[];
}

/** Characters that a hostile document repeats to make a parser slow; a document full of them is read as plain text. */
const MARKS = /[[\](){}<>*_`~!>\\#|-]/g;
const MAX_NESTING = 100;

/**
 * Markdown with its marks taken off: a first level-one heading is the title, other headings stay headings. Null where it
 * cannot be parsed within reason (nested too deep, mostly marks): the caller reads it as plain text.
 */
export function readMarkdown(source: string): Pick<Draft, "text" | "blocks" | "title"> | null {
  const marks = source.match(MARKS)?.length ?? 0;
  if (source.length > 2000 && marks > source.length * 0.2) return null;
  if (/^[ \t]{100}/m.test(source)) return null;
  if (/^(?:\s{0,3}>){20}|^(?:[ \t]*(?:[-*+]|\d+\.)[ \t]){20}/m.test(source) || /[[(*_<]{100}/.test(source))
    return null;
  const pieces: { words: string; form: Block["form"]; isLinked: boolean }[] = [];
  let title: string | null = null;
  const walk = (node: MarkNode, form: Block["form"], nesting: number) => {
    if (nesting > MAX_NESTING) throw new RangeError("nested too deep");
    if (node.type === "heading" && node.depth === 1 && title === null && pieces.length === 0) {
      title = words(node).trim();
    } else if (node.type === "heading") pieces.push({ words: words(node), form: "heading", isLinked: false });
    else if (node.type === "paragraph") {
      const inner = (node.children ?? []).filter(
        (child) => child.type !== "text" || child.value?.trim() !== "",
      );
      if (inner.length === 1 && inner[0]?.type === "image") {
        if (inner[0].alt) pieces.push({ words: inner[0].alt, form: "caption", isLinked: false });
        return;
      }
      const isBold = inner.length === 1 && inner[0]?.type === "strong";
      const isLinked = inner.length === 1 && inner[0]?.type === "link";
      for (const part of paragraphsIn(words(node)))
        pieces.push({ words: part, form: isBold && form === "paragraph" ? "heading" : form, isLinked });
    } else if (
      node.type === "table" ||
      node.type === "code" ||
      node.type === "html" ||
      node.type === "definition"
    )
      return;
    else
      for (const child of node.children ?? [])
        walk(child, node.type === "listItem" ? "item" : form, nesting + 1);
  };
  try {
    walk(fromMarkdown(source) as MarkNode, "paragraph", 0);
  } catch {
    return null;
  }
  return {
    ...assemble(
      title,
      pieces.map((piece) => ({ ...piece, words: piece.words.replace(/\s+/g, " ").trim() })),
    ),
    title,
  };
}

/** A paragraph as its source parts it; lines too long to be wrapped by hand are paragraphs of their own. */
function paragraphsIn(said: string): string[] {
  const isWrapped = said.split("\n").every((line) => line.length <= 100);
  return said.split(isWrapped ? /\n{2,}/ : /\n+/);
}

/** Words of a node; a picture inside a sentence has none, a forced line break parts paragraphs. */
function words(node: MarkNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value ?? "";
  if (node.type === "break") return "\n\n";
  return (node.children ?? []).map(words).join("");
}
