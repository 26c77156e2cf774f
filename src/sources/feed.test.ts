import { expect, test } from "vitest";
import { feedAddresses, mayBeFeed } from "./feed.js";

const at = (text: string, mediaType = "application/rss+xml", address = "https://news.example/feeds/all") => ({
  bytes: new TextEncoder().encode(text),
  mediaType,
  address,
});

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>All news</title><link>https://news.example/</link>${items}</channel></rss>`;

test.each([
  ["an item's link", "<item><link>https://news.example/a</link></item>", ["https://news.example/a"]],
  [
    "a guid where there is no link",
    '<item><guid>https://news.example/b</guid></item><item><guid isPermaLink="false">https://news.example/c</guid></item>',
    ["https://news.example/b"],
  ],
  [
    "links as they are relative to the feed",
    "<item><link>/d?x=1#top</link></item>",
    ["https://news.example/d?x=1"],
  ],
  [
    "each once",
    "<item><link>https://news.example/e</link></item><item><link>https://news.example/e#two</link></item>",
    ["https://news.example/e"],
  ],
  [
    "nothing but addresses of the web",
    "<item><link>file:///etc/passwd</link></item><item><link>javascript:alert(1)</link></item><item><title>none</title></item>",
    [],
  ],
])("RSS gives %s", async (_, items, expected) => {
  expect(await feedAddresses(at(rss(items)))).toEqual(expected);
});

test("Atom gives the page, not what else an entry links to", async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Agency</title><id>x</id><updated>2026-02-27T10:00:00Z</updated>
    <entry><id>1</id><title>Talks</title><link rel="replies" href="https://agency.example/1/replies"/><link href="https://agency.example/1"/></entry>
    <entry><id>2</id><title>Border</title><link rel="alternate" href="2"/></entry></feed>`;
  expect(await feedAddresses(at(atom, "application/atom+xml", "https://agency.example/feed/"))).toEqual([
    "https://agency.example/1",
    "https://agency.example/feed/2",
  ]);
});

test("RDF and JSON feeds", async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="https://old.example/"><title>Old</title><link>https://old.example/</link></channel>
    <item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link></item></rdf:RDF>`;
  expect(await feedAddresses(at(rdf, "application/rdf+xml"))).toEqual(["https://old.example/1"]);
  const json = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Desk",
    items: [
      { id: "1", url: "https://desk.example/1" },
      { id: "2", external_url: "https://else.example/2" },
    ],
  });
  expect(await feedAddresses(at(json, "application/feed+json"))).toEqual([
    "https://desk.example/1",
    "https://else.example/2",
  ]);
});

test("a hundred items are enough", async () => {
  const items = Array.from({ length: 130 }, (_, k) => `<item><link>https://news.example/${k}</link></item>`);
  expect(await feedAddresses(at(rss(items.join(""))))).toHaveLength(100);
});

test.each([
  ["XML that is none", "<?xml version='1.0'?><note><to>you</to></note>"],
  ["broken XML", "<rss><channel><item>"],
  ["JSON that is none", '{"a": 1}'],
  ["nothing", ""],
  [
    "entities that grow without end",
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${"&a;".repeat(1000)}"><!ENTITY c "${"&b;".repeat(1000)}"><!ENTITY d "${"&c;".repeat(1000)}">]><rss version="2.0"><channel><title>&d;</title></channel></rss>`,
  ],
])("%s is no feed", async (_, text) => {
  const found = await feedAddresses(at(text));
  expect(found === null || found.length === 0).toBe(true);
});

test("a page is no feed by its type", () => {
  expect(mayBeFeed({ mediaType: "text/html; charset=utf-8" })).toBe(false);
  expect(mayBeFeed({ mediaType: "text/plain" })).toBe(false);
  expect(mayBeFeed({ mediaType: "text/xml; charset=utf-8" })).toBe(true);
  expect(mayBeFeed({ mediaType: "application/json" })).toBe(true);
});
