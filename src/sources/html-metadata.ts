import type { Draft } from "./block.js";
import { statedDay } from "./stated-day.js";

/** The part of the DOM that reading a page needs. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly body: PageElement | null;
  readonly documentElement: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  remove(): void;
}

/** What a page says of itself; `body` is the article's text in JSON-LD, used where the page shows none. */
export interface PageMetadata extends Omit<Draft, "text" | "blocks"> {
  readonly body: string | null;
}

const ARTICLE_TYPES =
  /^(?:(?:News|Reportage|Analysis|Background|Opinion|Report|Scholarly|Live)?(?:News)?Article|Report|BlogPosting|LiveBlogPosting|ReportageNewsArticle)$/i;

/** Fields that state the day of publication, the most reliable first. */
const DATE_FIELDS = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "date_published",
  "publishdate",
  "publish-date",
  "publication_date",
  "parsely-pub-date",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date",
  "dcterms.date",
  "cxenseparse:recs:publishtime",
  "article.published",
  "pubdate",
  "date",
];

/** Reads JSON-LD first, then meta tags, then what the page shows. Malformed JSON-LD is passed over. */
export function pageMetadata(document: PageElement): PageMetadata {
  const meta = metaTags(document);
  const article = linkedData(document);
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? null;
  return {
    title: clean(
      text(article?.headline) ??
        meta.get("og:title") ??
        meta.get("twitter:title") ??
        bareTitle(document.querySelector("title")?.textContent ?? null),
      400,
    ),
    outlet: clean(
      meta.get("og:site_name") ??
        nameOf(article?.publisher) ??
        meta.get("application-name") ??
        meta.get("publisher") ??
        null,
      120,
    ),
    author: clean(
      nameOf(article?.author) ??
        authorTag(meta) ??
        document.querySelector('[rel="author"], [itemprop="author"]')?.textContent ??
        null,
      200,
    ),
    address:
      httpAddress(canonical) ??
      httpAddress(meta.get("og:url")) ??
      httpAddress(addressOf(article?.mainEntityOfPage)) ??
      httpAddress(text(article?.url)),
    dated: datedBy(article, meta, document),
    body: text(article?.articleBody),
  };
}

function metaTags(document: PageElement): Map<string, string> {
  const tags = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const name = (
      element.getAttribute("property") ??
      element.getAttribute("name") ??
      element.getAttribute("itemprop") ??
      ""
    ).toLowerCase();
    const content = element.getAttribute("content");
    if (name !== "" && content !== null && content.trim() !== "" && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

function datedBy(article: Fields | null, meta: Map<string, string>, document: PageElement): Draft["dated"] {
  const stated = statedDay(text(article?.datePublished) ?? "");
  if (stated !== null) return { day: stated, field: "JSON-LD datePublished" };
  for (const field of DATE_FIELDS) {
    const day = statedDay(meta.get(field) ?? "");
    if (day !== null) return { day, field: `meta ${field}` };
  }
  for (const element of document.querySelectorAll("time")) {
    const day = statedDay(element.getAttribute("datetime") ?? element.textContent ?? "");
    if (day !== null) return { day, field: "time element" };
  }
  const created = statedDay(text(article?.dateCreated) ?? "");
  return created === null ? null : { day: created, field: "JSON-LD dateCreated" };
}

type Fields = Readonly<Record<string, unknown>>;

/** The first article among a page's linked data, also inside `@graph` and lists. */
function linkedData(document: PageElement): Fields | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    let data: unknown;
    try {
      data = JSON.parse((script.textContent ?? "").trim().replace(/^\/\*.*?\*\/|^<!--|-->$/g, ""));
    } catch {
      continue;
    }
    const queue: unknown[] = [data];
    for (let i = 0; i < queue.length && i < 500; i += 1) {
      const item = queue[i];
      if (Array.isArray(item)) queue.push(...item.slice(0, 100));
      else if (isFields(item)) {
        const types = [item["@type"]].flat();
        if (types.some((type) => typeof type === "string" && ARTICLE_TYPES.test(type))) return item;
        queue.push(item["@graph"], item.mainEntity, item.itemListElement);
      }
    }
  }
  return null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** Names of a person or an organisation, several joined by a comma. */
function nameOf(value: unknown): string | null {
  const names = [value].flat().map((item) => (isFields(item) ? text(item.name) : text(item)));
  const known = names.filter((name): name is string => name !== null && !/^https?:/.test(name));
  return known.length === 0 ? null : known.join(", ");
}

function authorTag(meta: Map<string, string>): string | null {
  const author = meta.get("author") ?? meta.get("article:author") ?? meta.get("parsely-author") ?? null;
  return author !== null && /^https?:/.test(author) ? null : author;
}

function addressOf(value: unknown): string | null {
  return isFields(value) ? text(value["@id"]) : text(value);
}

function httpAddress(value: string | null | undefined): string | null {
  return value != null && /^https?:\/\/[^\s<>"]{3,2000}$/.test(value.trim()) ? value.trim() : null;
}

/** "Headline | Outlet" and "Headline - Outlet" without the outlet. */
function bareTitle(title: string | null): string | null {
  if (title === null) return null;
  const bare = title.replace(/\s+[|»–—-]\s+[^|»–—]{2,40}$/u, "");
  return bare.length >= 15 ? bare : title;
}

function clean(value: string | null, longest: number): string | null {
  const plain = (value ?? "").replace(/\s+/g, " ").trim();
  return plain === "" || plain.length > longest ? null : plain;
}
