import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Block, Draft } from "./block.js";
import { UnreadableDocument } from "./errors.js";
import { type PageElement, type PageNode, pageMetadata } from "./html-metadata.js";
import { normaliseText } from "./normalise.js";

/** Elements nested deeper than this are no article; browsers stop at 512. */
const MAX_DEPTH = 300;
/** Pages with more elements than this are read without weighing each one. */
const MAX_WEIGHED = 20_000;
/** Characters below which what was found is not the article. */
const MIN_ARTICLE = 200;

const DROPPED = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "iframe",
  "nav",
  "form",
  "button",
  "svg",
  "select",
  "textarea",
  "object",
  "embed",
  "video",
  "audio",
  "canvas",
  "footer",
  "aside",
  "dialog",
  "math",
  "head",
]);

/** Names that sites give to boxes that are not the article; only small boxes are dropped by name. */
const BOX =
  /(?:^|[\s_-])(?:related|promo|promoted|newsletter|share|sharing|social|advert|advertisement|ads?|ad-slot|sponsored?|recommend(?:ed|ation)?s?|most-(?:read|popular|viewed)|trending|read-?(?:more|next|also)|also-read|more-(?:on|stories|news)|comments?|breadcrumbs?|cookies?|subscribe|paywall|tags?|topics|teaser|outbrain|taboola|menu|sidebar|follow-us|toolbar)(?:$|[\s_-])/i;
const BOX_LIMIT = 1500;

const BLOCKS = new Set([
  "p",
  "div",
  "section",
  "article",
  "main",
  "header",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
  "blockquote",
  "figure",
  "figcaption",
  "table",
  "caption",
  "tr",
  "td",
  "th",
  "tbody",
  "thead",
  "pre",
  "hr",
  "address",
  "details",
  "summary",
  "center",
  "body",
]);

/**
 * A saved web page as its article: what the page says of itself (JSON-LD, meta tags), and the article's paragraphs,
 * headings and captions in order, with the title first. Menus, share lines and boxes of other stories are dropped where
 * the page marks them; those that it does not mark are told from the text later (passages.ts).
 * Throws UnreadableDocument `too-deep` and `broken`.
 */
export function readHtml(html: string): Draft {
  const document = parsed(html);
  const elements = measure(document);
  const metadata = pageMetadata(document);
  prune(document);
  const heading = plain(document.querySelector("h1")?.textContent ?? "");
  let pieces = elements > MAX_WEIGHED ? [] : piecesOf(articleOf(document));
  if (lengthOf(pieces) < MIN_ARTICLE) {
    const whole = piecesOf(
      document.querySelector("article") ?? document.querySelector("main") ?? document.body,
    );
    const everything = lengthOf(whole) >= MIN_ARTICLE ? whole : piecesOf(document.body);
    if (lengthOf(everything) > lengthOf(pieces)) pieces = everything;
  }
  if (lengthOf(pieces) < MIN_ARTICLE && metadata.body !== null && metadata.body.length > lengthOf(pieces)) {
    pieces = metadata.body
      .split(/\n+/)
      .map((line) => ({ words: plain(line), form: "paragraph", isLinked: false }) as const);
  }
  const title = heading.length > 5 && heading.length < 300 ? heading : metadata.title;
  return {
    ...assemble(title, pieces),
    title,
    outlet: metadata.outlet,
    author: metadata.author,
    address: metadata.address,
    dated: metadata.dated,
  };
}

interface Piece {
  readonly words: string;
  readonly form: Block["form"];
  readonly isLinked: boolean;
}

function parsed(html: string): PageElement {
  // The parser makes a node of each "<" that opens nothing and slows down with the square of their number.
  const strays = html.match(/<(?![a-zA-Z/!?])/g)?.length ?? 0;
  const safe = strays > 2000 ? html.replace(/<(?![a-zA-Z/!?])/g, " ") : html;
  try {
    const { document } = parseHTML(
      /<html[\s>]/i.test(safe) ? safe : `<!doctype html><html><body>${safe}</body></html>`,
    );
    return document as unknown as PageElement;
  } catch {
    throw new UnreadableDocument("broken", "The page cannot be parsed. Save it again, or save its text.");
  }
}

/** Elements of a page; refuses a page whose nesting would exhaust the stack of what reads it. Walks without recursion. */
function measure(document: PageElement): number {
  let depth = 0;
  let elements = 0;
  let node: PageNode | null = document.documentElement ?? document.firstChild;
  const top = node;
  while (node) {
    if (node.nodeType === 1) elements += 1;
    if (node.firstChild) {
      node = node.firstChild;
      depth += 1;
      if (depth > MAX_DEPTH) {
        throw new UnreadableDocument(
          "too-deep",
          `The page nests its elements more than ${MAX_DEPTH} deep. Save the article's text instead.`,
        );
      }
      continue;
    }
    while (node && !node.nextSibling) {
      if (node === top) return elements;
      node = node.parentNode;
      depth -= 1;
    }
    if (node === top) return elements;
    node = node?.nextSibling ?? null;
  }
  return elements;
}

/** Takes out what no article contains. */
function prune(document: PageElement): void {
  const total = plain(document.body?.textContent ?? "").length;
  for (const element of [...document.querySelectorAll("*")]) {
    const tag = element.localName;
    if (tag === "html" || tag === "body" || tag === "head") continue;
    if (
      DROPPED.has(tag) ||
      element.hasAttribute("hidden") ||
      element.getAttribute("aria-hidden") === "true"
    ) {
      element.remove();
      continue;
    }
    const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    if (name.length < 2 || !BOX.test(name) || tag === "article" || tag === "main" || tag === "h1") continue;
    const words = element.textContent ?? "";
    if (words.length < BOX_LIMIT && words.length < total * 0.3 && !element.querySelector("h1"))
      element.remove();
  }
}

function articleOf(document: PageElement): PageElement | null {
  try {
    const copy = (document as unknown as { cloneNode(deep: boolean): unknown }).cloneNode(true);
    const reader = new Readability<PageElement>(copy as never, {
      charThreshold: MIN_ARTICLE,
      serializer: (node) => node as unknown as PageElement,
      disableJSONLD: true,
    });
    return reader.parse()?.content ?? null;
  } catch {
    return null; // the caller reads the page as it stands
  }
}

/** The pieces of text under an element, in order; inline elements do not break a piece, `<br><br>` does. */
function piecesOf(root: PageElement | null): Piece[] {
  const pieces: Piece[] = [];
  if (root === null) return pieces;
  let words = "";
  let linked = 0;
  let bold = 0;
  let afterBreak = false;
  let form: Block["form"] = "paragraph";
  const flush = () => {
    const said = plain(words);
    if (said !== "") {
      const solid = said.replace(/\s/g, "").length;
      const isBold = bold >= solid * 0.95 && said.length < 160 && form === "paragraph";
      pieces.push({ words: said, form: isBold ? "heading" : form, isLinked: linked >= solid * 0.9 });
    }
    words = "";
    linked = 0;
    bold = 0;
  };
  const walk = (node: PageNode, inLink: boolean, inBold: boolean, outer: Block["form"]) => {
    if (node.nodeType === 3) {
      const said = node.textContent ?? "";
      words += said;
      const solid = said.replace(/\s/g, "").length;
      if (solid > 0) afterBreak = false;
      if (inLink) linked += solid;
      if (inBold) bold += solid;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as PageElement;
    const tag = element.localName;
    if (DROPPED.has(tag)) return;
    if (tag === "br") {
      if (afterBreak) flush();
      else words += "\n";
      afterBreak = true;
      return;
    }
    const isBlock = BLOCKS.has(tag);
    const inner = isBlock ? formOf(tag, outer) : outer;
    if (isBlock) {
      flush();
      form = inner;
    }
    for (let child = element.firstChild; child; child = child.nextSibling) {
      walk(child, inLink || tag === "a", inBold || tag === "b" || tag === "strong", inner);
    }
    if (isBlock) {
      flush();
      form = outer;
    }
  };
  walk(root, false, false, "paragraph");
  flush();
  return pieces;
}

function formOf(tag: string, outer: Block["form"]): Block["form"] {
  if (tag === "figcaption" || tag === "caption" || outer === "caption") return "caption";
  if (/^h[1-6]$/.test(tag)) return "heading";
  if (tag === "li") return "item";
  if (tag === "p" && outer === "item") return "item";
  return outer === "item" ? "item" : "paragraph";
}

/** Title and pieces as one text, a blank line between them. A heading or first piece that repeats the title is left out. */
export function assemble(title: string | null, pieces: readonly Piece[]): Pick<Draft, "text" | "blocks"> {
  const all: Piece[] = title === null ? [] : [{ words: title, form: "title", isLinked: false }];
  for (const [i, piece] of pieces.entries()) {
    if (title !== null && i < 6 && piece.words.toLowerCase() === title.toLowerCase()) continue;
    all.push(piece);
  }
  const parts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (const piece of all) {
    const words = normaliseText(piece.words).trim();
    if (words === "") continue;
    if (parts.length > 0) at += 2;
    blocks.push({ start: at, end: at + words.length, form: piece.form, isLinked: piece.isLinked });
    parts.push(words);
    at += words.length;
  }
  return { text: parts.join("\n\n"), blocks };
}

function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.words.length, 0);
}

function plain(words: string): string {
  return words
    .replace(/[\s\u2028\u200b\ufeff\u00ad]+/gu, (space) =>
      /^[\u200b\ufeff\u00ad]+$/u.test(space) ? "" : " ",
    )
    .trim();
}
