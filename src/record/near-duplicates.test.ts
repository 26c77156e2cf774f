import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  BANDS,
  bandRowsOf,
  bandsOf,
  estimatedSimilarity,
  isNearDuplicate,
  originsOf,
  signatureOf,
} from "./near-duplicates.js";

const WIRE = [
  "ORMA, March 3 — Two mortar bombs fell on a bus station in the town of Orma on Monday, killing six passengers who were waiting for the early coach to the coast, the regional governor said.",
  "Four of the dead came from one family that was on its way to a wedding, according to a porter who carried the wounded to a pharmacy across the road. He said that nobody had heard a warning.",
  'The rebels denied that they had fired. "Our people do not shell bus stations and we have asked the monitors to come and count the craters themselves," their spokesman said.',
  "The army said the bombs came from a wood north of the railway that has been in rebel hands since autumn, and that its own batteries had been silent for three days in keeping with the truce.",
  "Monitors reached the place in the afternoon and took measurements. They said that they would report to both commands by the end of the week and would not say anything before that.",
  "Orma lies ten kilometres from the line of contact and its market draws traders from both sides. The truce that was signed in January has held better here than in other districts.",
  "The war has killed about four thousand people since it began three years ago with a quarrel over the appointment of judges, and half a million have left their homes.",
];
const header = (title: string, outlet: string) => [`Title: ${title}`, `Outlet: ${outlet}`];
const wire = [...header("Six die at bus station", "Harbour Post"), ...WIRE].join("\n\n");

function candidates(a: string, b: string): boolean {
  const rows = new Set(bandRowsOf(signatureOf(a)).map(({ band, value }) => `${band} ${value}`));
  return bandRowsOf(signatureOf(b)).some(({ band, value }) => rows.has(`${band} ${value}`));
}

describe("copies", () => {
  const cases: Record<string, string> = {
    "other title, outlet and no dateline": [
      ...header("Bombs on a bus stop: what we know", "The Ledger"),
      WIRE[0]!.replace("ORMA, March 3 — ", ""),
      ...WIRE.slice(1),
    ].join("\n\n"),
    "cut to a third": [
      ...header("Six dead", "The Ledger"),
      "By A. Weil, Continental Press",
      ...WIRE.slice(0, 2),
    ].join("\n\n"),
    "a local lead, cut to a half": [
      ...header("Family from our city mourned", "Valley Voice"),
      "Friends in the old harbour quarter were in mourning on Monday for people they had known since school.",
      ...WIRE.slice(0, 4),
    ].join("\n\n"),
    "advertisements between": WIRE.flatMap((p) => [p, "Sign up for our newsletter", "Advertisement"]).join(
      "\n\n",
    ),
    "typographic quotes": wire.replace(/"([^"]*)"/g, "“$1”"),
    "a few words changed": wire
      .replace("six passengers", "six people")
      .replace("early coach", "early bus")
      .replace("a porter who carried", "a porter who brought")
      .replace("asked the monitors", "invited the monitors")
      .replace("has been in rebel hands", "has been under rebel control")
      .replace("would not say anything before that", "declined to say more"),
  };
  for (const [name, text] of Object.entries(cases))
    it(name, () => {
      expect(isNearDuplicate(wire, text).duplicate).toBe(true);
      expect(candidates(wire, text)).toBe(true);
    });
});

describe("not copies", () => {
  const cases: Record<string, string> = {
    "an own report with the same statement and a sentence": [
      ...header("Carnage at dawn", "Valley Voice"),
      "Blood and broken glass covered the platform where travellers had stood with their bags; doctors spoke of half a dozen lives lost in Orma's main terminal.",
      "A ticket seller who had stepped out to smoke told us that she was thrown against a kiosk. Two taxis were burning when she got up and somebody kept shouting a child's name.",
      WIRE[2]!,
      WIRE[4]!,
      "Who is to blame will be argued about for weeks. People here said that they had stopped asking and would take the train.",
    ].join("\n\n"),
    "the next day with the same background": [
      ...header("Monitors publish findings", "Harbour Post"),
      "Both bombs that hit the bus station in Orma were of a type used by either army, monitors said on Tuesday in a report that did not settle who had fired them.",
      "The chief monitor told a news conference that the angle of the craters pointed to the north but that trees made it impossible to be certain of the distance.",
      "Families buried five of the dead in the morning. The sixth, a student, will be taken to the capital where her parents live.",
      ...WIRE.slice(5),
    ].join("\n\n"),
    "a brief around the same statement": [
      "Rebels in Orma rejected blame on Monday for mortar fire that struck travellers, and promised access to foreign observers who want to inspect the site.",
      WIRE[2]!,
    ].join("\n\n"),
  };
  for (const [name, text] of Object.entries(cases))
    it(name, () => {
      expect(isNearDuplicate(wire, text).duplicate).toBe(false);
    });

  it("short reports with the same notice", () => {
    const notice =
      "This is a developing story and will be updated. The reports could not be checked independently. Both sides accuse each other of attacks on civilians and both deny it. Access for journalists is restricted and telephone lines are often cut.";
    const a = `A mine killed two farmers near the village of Ostra on Sunday, the mayor said.\n\n${notice}`;
    const b = `Rail traffic between the capital and the coast resumed on Friday after repairs.\n\n${notice}`;
    expect(isNearDuplicate(a, b).duplicate).toBe(false);
  });
});

describe("signatures", () => {
  it("are the same wherever they are made", () => {
    expect([...signatureOf(wire)].slice(0, 3)).toMatchInlineSnapshot(`
      [
        581782,
        14480053,
        13639679,
      ]
    `);
    expect(bandsOf(signatureOf(wire))[0]).toMatchInlineSnapshot(`5853664052903301`);
  });

  it("have two values a band, each below 2^53", () => {
    const bands = bandsOf(signatureOf(wire));
    expect(bands).toHaveLength(2 * BANDS);
    for (const value of bands) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
    expect(new Set(bandRowsOf(signatureOf(wire)).map(({ band }) => band)).size).toBe(BANDS);
  });

  it("of texts without words have no bands", () => {
    expect(bandsOf(signatureOf(""))).toEqual([]);
    expect(bandRowsOf(signatureOf(" — … \n"))).toEqual([]);
    expect(estimatedSimilarity(signatureOf(""), signatureOf(""))).toBe(0);
    expect(isNearDuplicate("", "").duplicate).toBe(false);
  });

  it("take any text, and a text is a copy of itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const signature = signatureOf(text);
        const some = bandsOf(signature).length > 0;
        expect(estimatedSimilarity(signature, signature)).toBe(some ? 1 : 0);
        expect(isNearDuplicate(text, text).duplicate).toBe(some);
      }),
    );
  });

  it("the decision is symmetric", () => {
    const paragraph = fc.constantFrom(...WIRE, "Other words stand here altogether.");
    const text = fc.array(paragraph, { maxLength: 8 }).map((paragraphs) => paragraphs.join("\n\n"));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(isNearDuplicate(a, b)).toEqual(isNearDuplicate(b, a));
      }),
    );
  });
});

describe("origins", () => {
  it("are named by the smallest hash of connected reports", () => {
    const origins = originsOf([
      ["d", "c"],
      ["x", "x"],
      ["b", "c"],
      ["f", "e"],
    ]);
    expect([...origins]).toEqual([
      ["b", "b"],
      ["c", "b"],
      ["d", "b"],
      ["e", "e"],
      ["f", "e"],
      ["x", "x"],
    ]);
  });

  it("do not depend on the order of edges or on their direction", () => {
    const hash = fc.integer({ min: 0, max: 30 }).map((n) => n.toString(16).padStart(2, "0"));
    const edges = fc.array(fc.tuple(hash, hash), { maxLength: 40 });
    const shuffled = edges.chain((some) =>
      fc.tuple(
        fc.constant(some),
        fc.shuffledSubarray(some, { minLength: some.length }),
        fc.array(fc.boolean(), { minLength: some.length, maxLength: some.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([some, other, turned]) => {
        const again = other.map(([a, b], k): [string, string] => (turned[k] ? [b, a] : [a, b]));
        expect([...originsOf(again)]).toEqual([...originsOf(some)]);
        for (const [a, b] of some) expect(originsOf(some).get(a)).toBe(originsOf(some).get(b));
      }),
    );
  });
});
