import { declaredCharset, decodeBytes } from "./decode.js";
import type { FetchedDocument } from "./fetch-document.js";

/** Items beyond which a feed is not followed. */
const MOST_ITEMS = 100;
/** A feed with more bytes is none: reading it would hold up everything else. */
const MOST_BYTES = 4_000_000;

/** Whether what stands at an address is a feed or nothing that is read, by its type. */
export const mayBeFeed = (document: Pick<FetchedDocument, "mediaType">): boolean =>
  /^(?:application\/(?:(?:rss|atom|rdf)\+xml|(?:feed\+)?json|xml)|text\/xml)(?:;|$)/.test(document.mediaType);

/**
 * Where the items of an RSS, Atom, RDF or JSON feed lead, in its order, at most the first hundred, each once.
 *
 * @returns addresses of the web; null where it is no feed
 */
export async function feedAddresses(document: FetchedDocument): Promise<string[] | null> {
  if (document.bytes.length > MOST_BYTES) return null;
  const { parseFeed } = await import("feedsmith");
  let links: (string | undefined)[];
  try {
    const text = decodeBytes(document.bytes, declaredCharset(document.bytes, document.mediaType));
    links = linksOf(parseFeed(text));
  } catch {
    return null;
  }
  const addresses = links.flatMap((link) => {
    if (link === undefined || !URL.canParse(link, document.address)) return [];
    const url = new URL(link, document.address);
    url.hash = "";
    return url.protocol === "http:" || url.protocol === "https:" ? [url.href] : [];
  });
  return [...new Set(addresses)].slice(0, MOST_ITEMS);
}

type Parsed = ReturnType<typeof import("feedsmith").parseFeed>;

function linksOf(parsed: Parsed): (string | undefined)[] {
  switch (parsed.format) {
    case "rss":
      // a guid is an address unless it says that it is none
      return (parsed.feed.items ?? []).map(
        (item) => item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
      );
    case "atom":
      return (parsed.feed.entries ?? []).map(
        (entry) => entry.links?.find((l) => l.rel === undefined || l.rel === "alternate")?.href,
      );
    case "rdf":
      return (parsed.feed.items ?? []).map((item) => item.link);
    case "json":
      return (parsed.feed.items ?? []).map((item) => item.url ?? item.external_url);
  }
}
