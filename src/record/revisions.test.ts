import { performance } from "node:perf_hooks";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalAddress, type Difference, differencesOf, revisionOrder } from "./revisions.js";

describe("addresses", () => {
  it.each([
    ["http://WWW.Example.org/News/One/", "https://example.org/News/One"],
    ["https://example.org/", "https://example.org"],
    ["https://example.org:443/a#live", "https://example.org/a"],
    ["http://example.org:8080/a", "https://example.org:8080/a"],
    ["https://example.org/a?utm_source=x&utm_medium=y&fbclid=1&gclid=2&ref=home", "https://example.org/a"],
    ["https://example.org/story?page=2&id=7&UTM_Campaign=z", "https://example.org/story?id=7&page=2"],
    ["https://example.org/a/?q=a%20b", "https://example.org/a?q=a%20b"],
    ["https://reader@example.org./a", "https://example.org/a"],
    ["  https://www.example.org/a \n", "https://example.org/a"],
    ["https://www.org/a", "https://www.org/a"],
    ["https://example.org/a?preference=1&reference=2", "https://example.org/a?preference=1&reference=2"],
  ])("%s", (address, canonical) => expect(canonicalAddress(address)).toBe(canonical));

  it.each(["", "example.org/a", "ftp://example.org/a", "mailto:a@example.org", "file:///a", "https://"])(
    "%j is none",
    (address) => expect(canonicalAddress(address)).toBeNull(),
  );

  it("canonical ones stay as they are", () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = canonicalAddress(address)!;
        expect(canonicalAddress(once)).toBe(once);
      }),
    );
  });
});

describe("order of revisions", () => {
  const revision = (from: string | null, to: string | null, seenAt: string, hash: string) => ({
    published: { from, to },
    seenAt,
    hash,
  });

  it("is by publication, then by sight, then by hash", () => {
    const a = revision("2025-03-01", "2025-03-01", "2025-03-09T00:00:00Z", "ff");
    const b = revision("2025-03-02", "2025-03-02", "2025-03-03T00:00:00Z", "aa");
    const c = revision("2025-03-02", "2025-03-02", "2025-03-04T00:00:00Z", "aa");
    const d = revision("2025-03-02", "2025-03-02", "2025-03-04T00:00:00Z", "bb");
    const e = revision(null, null, "2025-03-05T00:00:00Z", "00");
    expect([e, d, c, b, a].sort(revisionOrder)).toEqual([a, b, c, d, e]);
  });

  it("is total", () => {
    const day = fc.constantFrom(null, "2025-03-01", "2025-03-02");
    const some = fc
      .tuple(
        day,
        day,
        fc.constantFrom("2025-03-01T10:00:00Z", "2025-03-02T10:00:00Z"),
        fc.constantFrom("a", "b"),
      )
      .map(([from, to, seenAt, hash]) => revision(from, to, seenAt, hash));
    fc.assert(
      fc.property(some, some, some, (a, b, c) => {
        expect(Math.sign(revisionOrder(a, b)) + Math.sign(revisionOrder(b, a))).toBe(0);
        if (revisionOrder(a, b) <= 0 && revisionOrder(b, c) <= 0)
          expect(revisionOrder(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

function shown(before: string, after: string): string[] {
  const b = (span: { start: number; end: number } | null) => (span ? before.slice(span.start, span.end) : "");
  const a = (span: { start: number; end: number } | null) => (span ? after.slice(span.start, span.end) : "");
  return differencesOf(before, after).map((difference) =>
    difference.kind === "changed"
      ? `changed ${difference.words.map((word) => `[${b(word.before)}|${a(word.after)}]`).join(" ")}`
      : `${difference.kind} ${difference.before ? b(difference.before) : a(difference.after)}`,
  );
}

describe("differences", () => {
  it("say what changed, went and came", () => {
    expect(
      shown(
        "Shelling in Orma kills 12\n\nAt least 12 people were killed in Orma on Monday, officials said. The road was closed.\n\nNobody claimed the attack. Rebels were blamed.",
        "Shelling in Orma kills 17\n\nAt least 17 people were killed in Orma on Monday, hospital officials said. The road was closed. A curfew begins at ten.\n\nRebels were blamed.",
      ),
    ).toEqual([
      "changed [12|17]",
      "changed [12|17] [|hospital]",
      "same The road was closed.",
      "removed Nobody claimed the attack.",
      "added A curfew begins at ten.",
      "same Rebels were blamed.",
    ]);
  });

  it("leave out the form of quotes, dashes and spaces", () => {
    expect(shown('"We did not fire" - he said.', "“We did not  fire” — he said.")).toEqual([
      'same "We did not fire" - he said.',
    ]);
  });

  it("leave out spaces at marks", () => {
    expect(shown("He said no .", "He said no.")).toEqual(["same He said no ."]);
  });

  it("show a moved sentence as removed and added", () => {
    expect(shown("One fell. Two stood by it. Three ran.", "Two stood by it. Three ran. One fell.")).toEqual([
      "removed One fell.",
      "same Two stood by it.",
      "same Three ran.",
      "added One fell.",
    ]);
  });

  it("of a text and itself or nothing", () => {
    expect(shown("", "")).toEqual([]);
    expect(shown("One fell.", "")).toEqual(["removed One fell."]);
    expect(shown("", "One fell.")).toEqual(["added One fell."]);
    expect(shown("One fell. Two stood.", "One fell. Two stood.")).toEqual([
      "same One fell.",
      "same Two stood.",
    ]);
  });

  const sentence = fc
    .array(fc.constantFrom("army", "rebels", "12", "17", "killed", "in", "Orma", "said", "“no”"), {
      minLength: 1,
      maxLength: 8,
    })
    .map((words) => `The ${words.join(" ")}.`);
  const text = fc.array(sentence, { maxLength: 12 }).map((sentences) => sentences.join("\n"));

  it("account for every sentence of both, in order", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const differences = differencesOf(before, after);
        const side = (spans: (Difference["before"] | Difference["after"])[], of: string) =>
          spans.flatMap((span) => (span === null ? [] : [of.slice(span.start, span.end)])).join("\n");
        expect(
          side(
            differences.map((d) => d.before),
            before,
          ),
        ).toBe(before);
        expect(
          side(
            differences.map((d) => d.after),
            after,
          ),
        ).toBe(after);
        for (const d of differences) if (d.kind === "changed") expect(d.words.length).toBeGreaterThan(0);
      }),
    );
  });

  it("take any text", () => {
    const any = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(fc.property(any, any, (a, b) => void differencesOf(a, b)));
  });

  // The aim is 200 ms and about 110 ms is measured; the bound is for a busy machine.
  it.each(Object.entries(longPairs()))("are quick on 100,000 characters: %s", (_, [before, after]) => {
    differencesOf(before, after);
    const start = performance.now();
    differencesOf(before, after);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

function longPairs(): Record<string, [string, string]> {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % below;
  };
  const word = () =>
    "abcdefghijklmnop"[next(16)]! + "aeiou"[next(5)]! + "klmnrst"[next(7)]! + "aeiou"[next(5)]!;
  const words = (n: number) => Array.from({ length: n }, word).join(" ");
  const sentences = () => Array.from({ length: 900 }, () => `The ${words(21)}.`);
  const base = sentences();
  const mixed = [...base].map((s) => [next(1e6), s] as const).sort((a, b) => a[0] - b[0]);
  const few = ["The army said no.", "The rebels said no.", "The army did not say.", "Nobody said more."];
  const stock = () => Array.from({ length: 5000 }, () => few[next(4)]!).join(" ");
  return {
    different: [base.join(" "), sentences().join(" ")],
    "another order": [base.join(" "), mixed.map(([, s]) => s).join(" ")],
    "every sentence changed": [base.join(" "), base.map((s) => s.replace(/ \w+/, " other")).join(" ")],
    "few sentences, many times": [stock(), stock()],
    "no stops": [words(20000), words(20000)],
    "one word": ["a".repeat(100000), "b".repeat(100000)],
  };
}
