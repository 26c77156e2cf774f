import { readFileSync } from "node:fs";

export interface MadeReport {
  /** Reports with the same origin are copies of one text. */
  readonly origin: string;
  readonly kind: string;
  readonly text: string;
}

interface Story {
  readonly title: string;
  /** W: the wire story, Q: a statement that all outlets carry, B: background, I: another outlet's telling, F: the next day. */
  readonly paragraphs: readonly { readonly mark: string; readonly text: string }[];
}

const STOCK = {
  development: {
    outlets: ["The Harbour Post", "Northern Courier", "Daily Ledger", "Radio Meridian"],
    names: ["Anna Weil", "Peter Osborne", "M. Castellan"],
    agency: "Continental Press",
    leads: [
      "There was dismay among members of the local diaspora on learning of the latest news from abroad, with many trying to reach relatives by telephone.",
      "Readers of this paper who have family in the region can call the number given below, where volunteers answer in four languages.",
      "The news was being followed closely here, where a collection of blankets and medicines had been going on since the weekend.",
    ],
    ads: [
      "Sign up for our morning newsletter and get the stories that matter",
      "Read more: Ten photographs that tell the story of the week",
      "Advertisement",
      "Support independent journalism: subscribe for one coin a week",
    ],
    boilerplate:
      "This is a developing story and will be updated as more information becomes available. The reports could not be independently verified. Both sides regularly accuse each other of attacks on civilians and both deny it. Access for journalists is restricted and telephone lines to the area are often cut.",
    bulletin: (n: number, town: string) =>
      `Over the past day ${n} clashes took place along the line of contact, the general staff said in its evening report. The enemy launched ${n * 3 - 7} shells near ${town}. Our units hold their positions and inflict losses on personnel and equipment.`,
    towns: ["Arlen", "Vostra", "Old Mill", "Pereda"],
  },
  test: {
    outlets: ["Evening Standard-Times", "The Valley Voice", "Globe and Star", "Channel Nine News"],
    names: ["Lucia Ferrante", "J. B. Mukasa", "Henrik Dahl"],
    agency: "United Wire Service",
    leads: [
      "A vigil is planned in the cathedral square tonight after word came of events which have shaken a community of several thousand who settled in this city.",
      "Lawmakers from our state urged the federal government on the weekend to speak up, after what one called a dreadful turn.",
      "What happened far away is felt at home too: two students of the agricultural college come from the area and have not heard from their parents.",
    ],
    ads: [
      "Most read: what the new tax rules mean for you",
      "Follow us on all channels and never miss an update",
      "ADVERTISEMENT - CONTINUE READING BELOW",
      "Watch: our reporters explain the week in three minutes",
    ],
    boilerplate:
      "Our newsroom is following these events and will add details when they are confirmed. Claims made by the parties to the conflict cannot be checked from here. Figures given by officials often differ from those of aid workers and may change. Names of witnesses have been withheld for their safety.",
    bulletin: (n: number, town: string) =>
      `Air defence forces intercepted ${n} unmanned aircraft during the night, the ministry of defence reported on its channel this morning. ${n - 5} of them were destroyed over the district of ${town}. There is no damage to infrastructure and emergency services are working at places where debris came down.`,
    towns: ["Karsk", "Lower Dell", "Santa Rita", "Omal"],
  },
} as const;

export type Half = keyof typeof STOCK;
const FILES: Record<Half, string> = { development: "stories-a.txt", test: "stories-b.txt" };
const EDITS = [
  "also",
  "earlier",
  "reportedly",
  "local",
  "nearby",
  "about",
  "some",
  "later",
  "at least",
  "officials",
];

/** The reports of one half. The same seed gives the same reports. */
export function madeReports(half: Half, seed: number): readonly MadeReport[] {
  const stock = STOCK[half];
  const random = generator(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const reports: MadeReport[] = [];

  const head = (title: string, agencyLine: boolean) => {
    const words = title.split(" ");
    const shown = random() < 0.5 ? title : `${words.slice(-2).join(" ")}: what is known so far`;
    const by = agencyLine ? `By ${pick(stock.names)}, ${stock.agency}` : `${pick(stock.names)} reports`;
    return [
      `Title: ${shown}`,
      `Outlet: ${pick(stock.outlets)}`,
      `Date: 2025-0${1 + Math.floor(random() * 9)}-11`,
      by,
    ];
  };
  const edited = (text: string, rate: number) =>
    text
      .split(" ")
      .flatMap((word) => {
        if (random() >= rate) return [word];
        const what = random();
        return what < 0.4 ? [pick(EDITS)] : what < 0.7 ? [] : [pick(EDITS), word];
      })
      .join(" ");
  const curled = (text: string) => text.replace(/"([^"]*)"/g, "“$1”").replace(/'/g, "’");
  const withAds = (paragraphs: readonly string[]) =>
    paragraphs.flatMap((paragraph, k) => (k % 3 === 1 ? [paragraph, pick(stock.ads)] : [paragraph]));
  const cut = (paragraphs: readonly string[], share: number) => {
    const total = paragraphs.join(" ").length * share;
    const kept: string[] = [];
    for (let length = 0, k = 0; k < paragraphs.length && length < total; k++) {
      length += paragraphs[k]!.length;
      kept.push(paragraphs[k]!);
    }
    return kept;
  };
  const add = (origin: string, kind: string, title: string, body: readonly string[]) =>
    reports.push({ origin, kind, text: [...head(title, kind !== "own"), ...body].join("\n\n") });

  for (const [index, story] of readStories(half).entries()) {
    const of = (...marks: string[]) =>
      story.paragraphs.filter(({ mark }) => marks.includes(mark)).map(({ text }) => text);
    const wire = of("W", "Q", "B");
    const place = pick(stock.towns).toUpperCase();
    const name = `${half}-${index}`;
    const title = story.title;
    add(name, "full", title, [`${place} — ${wire[0]}`, ...wire.slice(1)]);
    add(name, "typographic", title, wire.map(curled));
    add(
      name,
      "edited",
      title,
      wire.map((paragraph) => edited(paragraph, 0.05)),
    );
    add(name, "lead", title, [pick(stock.leads), ...wire]);
    add(name, "ads", title, withAds(wire));
    add(name, "half", title, cut(wire, 0.45));
    add(name, "third", title, cut(wire, 0.28));
    add(name, "half, lead, edited", title, [
      pick(stock.leads),
      ...cut(wire, 0.45).map((p) => edited(p, 0.04)),
    ]);
    add(name, "third, lead, edited", title, [
      pick(stock.leads),
      ...cut(wire, 0.28).map((p) => edited(p, 0.04)),
    ]);
    add(name, "third, lead, edited, ads", title, [
      pick(stock.leads),
      ...withAds(cut(wire, 0.28).map((p) => curled(edited(p, 0.04)))),
    ]);
    const own = of("I");
    const shared = wire[1]!;
    add(`${name}-own`, "own telling, statement and two sentences", title, [...own, ...of("Q"), shared]);
    add(`${name}-own`, "own telling, cut", title, [...cut(own, 0.5), ...of("Q")]);
    add(`${name}-brief`, "own brief, statement", title, [edited(of("F")[2]!, 0.02), ...of("Q")]);
    const next = of("F");
    add(`${name}-next`, "follow-up, background", title, [...next.slice(0, 2), ...next.slice(3), ...of("B")]);
    add(
      `${name}-next`,
      "follow-up, edited",
      title,
      [...next.slice(0, 2), ...next.slice(3)].map((p) => edited(p, 0.04)),
    );
    add(`${name}-stub`, "short, boilerplate", title, [own[3]!, stock.boilerplate]);
    add(`${name}-bulletin`, "bulletin", `Evening report`, [
      stock.bulletin(11 + index * 7, stock.towns[index % stock.towns.length]!),
      of("F")[3]!,
    ]);
  }
  return reports;
}

function readStories(half: Half): Story[] {
  const stories: { title: string; paragraphs: { mark: string; text: string }[] }[] = [];
  for (const line of readFileSync(new URL(FILES[half], import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("# ")) stories.push({ title: line.slice(5), paragraphs: [] });
    else if (line !== "") stories.at(-1)!.paragraphs.push({ mark: line[0]!, text: line.slice(2) });
  }
  return stories;
}

// Mulberry32.
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
