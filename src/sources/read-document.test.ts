import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadSourceLexicons } from "../data/load-sources.js";
import { UnreadableDocument } from "./errors.js";
import { type DocumentHints, readDocument } from "./read-document.js";
import type { Report } from "./report.js";

const lexicons = loadSourceLexicons();
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, hints: Partial<DocumentHints> = {}) =>
  readDocument(bytes, { name: "report.txt", ...hints }, lexicons);

const NEWS =
  "Shelling killed two women in Omdurman’s old market – the third attack in a week – a doctor said.\nThe army said “no comment”.\n";

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), !bigEndian);
  return bytes;
}

/** windows-1252, for the characters that these tests use. */
function western(text: string): Uint8Array {
  const codes: Record<string, number> = { "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, é: 0xe9 };
  return Uint8Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0));
}

describe("encodings", () => {
  test.each<[string, Uint8Array, Partial<DocumentHints>]>([
    ["UTF-8", utf8(NEWS), {}],
    ["UTF-8 with a mark", utf8(`\ufeff${NEWS}`), {}],
    ["UTF-8 declared as something else", utf8(NEWS), { mediaType: "text/plain; charset=iso-8859-1" }],
    ["UTF-16 LE with a mark", utf16(`\ufeff${NEWS}`, false), {}],
    ["UTF-16 BE with a mark", utf16(`\ufeff${NEWS}`, true), {}],
    ["UTF-16 LE", utf16(NEWS, false), {}],
    ["UTF-16 BE", utf16(NEWS, true), {}],
    ["windows-1252", western(NEWS), {}],
    ["windows-1252, declared", western(NEWS), { mediaType: "text/plain; charset=windows-1252" }],
    ["Windows line ends", utf8(NEWS.replaceAll("\n", "\r\n")), {}],
    ["old Mac line ends", utf8(NEWS.replaceAll("\n", "\r")), {}],
  ])("%s", (_, bytes, hints) => {
    expect(read(bytes, hints).text).toBe(NEWS);
  });

  test("a plain text is the report's text to the letter, decomposed letters and odd spaces included", () => {
    const text = " \n\tBogota\u0301 was\u00a0quiet on Sunday, the mayor said.\n\n\nNobody was hurt.  \n";
    expect(read(utf8(text)).text).toBe(text);
  });
});

describe("documents that are refused", () => {
  test.each<[string, Uint8Array, Partial<DocumentHints>, string]>([
    ["nothing", new Uint8Array(), {}, "empty"],
    ["only space", utf8(" \n\t\n "), {}, "empty"],
    ["only quotes", utf8("“”‘’\"'".repeat(50)), {}, "empty"],
    ["a PDF", utf8("%PDF-1.7 …"), {}, "not-text"],
    ["NUL bytes", Uint8Array.of(65, 0, 66, 67, 68), {}, "not-text"],
    ["control characters", Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 31 || 1), {}, "not-text"],
    ["too large", new Uint8Array(10_000_001).fill(65), {}, "too-large"],
    [
      "10,000 nested elements",
      utf8(`<html><body>${"<div>".repeat(10_000)}The army said nothing.`),
      { name: "a.html" },
      "too-deep",
    ],
    [
      "a page without text",
      utf8("<html><body><script>1</script></body></html>"),
      { name: "a.html" },
      "empty",
    ],
  ])("%s", (_, bytes, hints, code) => {
    expect(() => read(bytes, hints)).toThrow(expect.objectContaining({ name: "UnreadableDocument", code }));
  });

  test.each([
    [
      "French",
      "Au moins douze personnes ont été tuées lundi dans une attaque contre un village du nord du pays, a annoncé le gouverneur de la province.",
    ],
    [
      "Spanish",
      "Al menos doce personas murieron el lunes en un ataque contra una aldea del norte del país, informó el gobernador de la provincia.",
    ],
    [
      "Arabic",
      "قال مسؤول محلي إن اثني عشر شخصا على الأقل قتلوا يوم الاثنين في هجوم على قرية في شمال البلاد بحسب ما أعلنته السلطات",
    ],
    [
      "Persian",
      "مقام‌های محلی گفتند که دست‌کم دوازده نفر روز دوشنبه در حمله‌ای به روستایی در شمال کشور کشته شدند و گروهی نیز زخمی شدند",
    ],
    [
      "Urdu",
      "مقامی حکام کا کہنا ہے کہ پیر کے روز ملک کے شمال میں ایک گاؤں پر حملے میں کم از کم بارہ افراد ہلاک ہو گئے ہیں",
    ],
    [
      "Pashto",
      "ځايي چارواکو وويل چې د دوشنبې په ورځ د هېواد په شمال کې پر يوه کلي بريد کې لږ تر لږه دولس کسان ووژل شول",
    ],
    [
      "Russian",
      "По меньшей мере двенадцать человек погибли в понедельник при нападении на деревню на севере страны, сообщили местные власти.",
    ],
    [
      "Ukrainian",
      "Щонайменше дванадцять людей загинули в понеділок унаслідок нападу на село на півночі країни, повідомила місцева влада.",
    ],
    ["Amharic", "ሰኞ ዕለት በሰሜናዊ የአገሪቱ ክፍል በሚገኝ መንደር ላይ በደረሰ ጥቃት ቢያንስ አሥራ ሁለት ሰዎች መገደላቸውን ባለሥልጣናት ተናገሩ"],
    [
      "Chinese",
      "当地官员表示，周一该国北部一个村庄遭到袭击，至少有十二人丧生，另有数十人受伤，救援工作仍在进行中。",
    ],
  ])("a report in %s", (language, text) => {
    expect(() => read(utf8(text))).toThrow(
      expect.objectContaining({ code: "language", message: expect.stringContaining(language) }),
    );
  });

  test.each([
    ["short", "Dozens killed."],
    [
      "full of names",
      "Maj. Gen. Abdel Fattah al-Burhan met Lt. Gen. Yasser al-Atta, Shams al-Din Kabbashi and Ibrahim Jabir in Port Sudan on Sunday.",
    ],
    [
      "with a quotation in Spanish",
      "The commander told the crowd in Toribío: “No vamos a dejar las armas mientras el gobierno no cumpla.” He then left the square with his men, and nobody was hurt, the mayor of the town said.",
    ],
  ])("English that is %s is read", (_, text) => {
    expect(read(utf8(text)).language).toBe("en");
  });
});

describe("what always holds", () => {
  const check = (bytes: Uint8Array, hints: Partial<DocumentHints>) => {
    let report: Report;
    try {
      report = read(bytes, hints);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableDocument);
      return;
    }
    let last = 0;
    for (const passage of report.passages) {
      expect(passage.start).toBeGreaterThanOrEqual(last);
      expect(passage.end).toBeGreaterThan(passage.start);
      last = passage.end;
    }
    expect(last).toBeLessThanOrEqual(report.text.length);
    expect(report.text).not.toMatch(/\r/);
    const { from, to, evidence } = report.published;
    if (from !== null && to !== null) expect(from <= to).toBe(true);
    if (evidence !== null) expect(evidence.end).toBeLessThanOrEqual(report.text.length);
  };
  const names = fc.constantFrom("a.txt", "a.md", "a.html");

  test("any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), names, (bytes, name) => check(bytes, { name })),
      { numRuns: 300 },
    );
  });

  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), names, (text, name) =>
        check(utf8(text), { name }),
      ),
      { numRuns: 300 },
    );
  });

  test("any pile of what reports are made of", () => {
    const piece = fc.constantFrom(
      "The army said so.\n",
      "\n",
      "\n\n",
      "ALSO READ: ",
      "KABUL: ",
      "GOMA, Nov 3 (Agency) — ",
      "in October ",
      "on October 12, 2025 ",
      "last month ",
      "the fall of Goma, M23 ",
      "Date: ",
      "2025-01-02 ",
      "# ",
      "- ",
      "> ",
      "<p>",
      "</p>",
      "<h2>",
      "<div>",
      "<figcaption>",
      "“",
      "”",
      "?",
      "Six Held After Raid\n",
      "Photo: ",
      " ",
      "\u2028",
      "\u202e",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), names, (pieces, name) =>
        check(utf8(pieces.join("")), { name }),
      ),
      { numRuns: 500 },
    );
  });

  test("the same bytes give the same report", () => {
    expect(JSON.stringify(read(utf8(NEWS)))).toBe(JSON.stringify(read(utf8(NEWS))));
  });
});

test("a fetched document has the address that it names, else where it was found, else its name where that is one", () => {
  const page = (head: string) =>
    utf8(`<!doctype html><title>Clash</title>${head}<article><p>${NEWS}</p></article>`);
  const hints = { name: "https://news.example/old/clash?id=1", address: "https://news.example/clash" };
  const canonical = '<link rel="canonical" href="https://news.example/2026/clash">';
  expect(read(page(canonical), hints).address).toBe("https://news.example/2026/clash");
  expect(read(page(""), hints)).toMatchObject({ address: "https://news.example/clash", id: "clash" });
  expect(read(page(""), { name: hints.name }).address).toBe(hints.name);
  expect(read(page("")).address).toBeNull();
});
