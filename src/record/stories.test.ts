import { expect, test } from "vitest";
import { type StoryReport, storiesOf } from "./stories.js";

/** Reports of one week of one war: of each story a few, told in words of their own. */
const REPORTS: Record<string, readonly (readonly [published: string, title: string, body: string])[]> = {
  bridge: [
    [
      "2026-03-02",
      "Bridge over the Sarna blown up",
      "Army engineers blew up the bridge at Tolvek before dawn on Monday, the ministry said, cutting the road to Hasp.",
    ],
    [
      "2026-03-02",
      "Hasp cut off as Tolvek bridge falls",
      "Residents of Hasp said the only bridge, at Tolvek, was gone. The ministry spoke of engineers and of a military need.",
    ],
    [
      "2026-03-03",
      "Ferry replaces Tolvek bridge",
      "A day after engineers destroyed the Tolvek bridge, people crossed the Sarna to Hasp by ferry.",
    ],
  ],
  hospital: [
    [
      "2026-03-02",
      "Shells hit Ondra hospital",
      "Eleven patients were killed when shells struck the children's ward of the hospital in Ondra on Monday, doctors said.",
    ],
    [
      "2026-03-02",
      "Eleven dead in Ondra, doctors say",
      "Doctors in Ondra counted eleven dead after the hospital was shelled. The army said it had not fired on the town.",
    ],
    [
      "2026-03-03",
      "Army denies shelling of hospital",
      "The army on Tuesday denied that its shells had struck the Ondra hospital, where doctors say eleven patients were killed.",
    ],
  ],
  talks: [
    [
      "2026-03-03",
      "Envoys meet in Vell",
      "Envoys of both sides met in Vell for the first time since January, Foreign Minister Ana Lirik of the host country said.",
    ],
    [
      "2026-03-03",
      "First talks since January",
      "The two sides sent envoys to Vell, where Lirik received them. The army said that fighting would go on meanwhile.",
    ],
    [
      "2026-03-04",
      "Vell talks end without result",
      "Lirik said the envoys would return to Vell within the month; neither side spoke of a ceasefire.",
    ],
  ],
  grain: [
    [
      "2026-03-02",
      "Grain ships held at Port Mirra",
      "Nine ships with grain lay at anchor off Port Mirra on Monday because no insurer would cover them, brokers said.",
    ],
    [
      "2026-03-03",
      "Insurers refuse Mirra cargoes",
      "Brokers said insurers would not cover the nine grain ships off Mirra while the army fires across the bay.",
    ],
  ],
};
const all = Object.entries(REPORTS).flatMap(([story, list]) =>
  list.map(([published, title, body]) => ({ story, published, title, body })),
);

/** The stories found, each as the sorted names of those that its reports are of. */
function found(reports: readonly (StoryReport & { readonly story: string })[]): string[] {
  const groups = new Map<number, string[]>();
  storiesOf(reports).forEach((k, i) => {
    groups.set(k, [...(groups.get(k) ?? []), reports[i]!.story]);
  });
  return [...groups.values()].map((g) => g.sort().join(" ")).sort();
}
const STORIES = ["bridge bridge bridge", "grain grain", "hospital hospital hospital", "talks talks talks"];

test("reports that open alike tell one story, in whatever order they come", () => {
  expect(found(all)).toEqual(STORIES);
  expect(found([...all].reverse())).toEqual(STORIES);
});

test("each is named by the first of its story", () => {
  expect(storiesOf(all)).toEqual([0, 0, 0, 3, 3, 3, 6, 6, 6, 9, 9]);
});

test("what is told again a week later is another story", () => {
  const later = all.map((r, k) => (k === 2 ? { ...r, published: "2026-03-12" } : r));
  expect(found(later)).toEqual(["bridge", "bridge bridge", ...STORIES.slice(1)]);
});

test("a day that is not known says nothing", () => {
  expect(found(all.map((r) => ({ ...r, published: null })))).toEqual(STORIES);
});

test("what comes after the opening says nothing", () => {
  const background = " The war began when the army crossed the Sarna near Tolvek and shelled Ondra.".repeat(
    10,
  );
  const filler = " Nobody knew when it would end, or how, and few cared to guess.".repeat(12);
  expect(found(all.map((r) => ({ ...r, body: r.body + filler + background })))).toEqual(
    found(all.map((r) => ({ ...r, body: r.body + filler }))),
  );
});

test("among a few reports none is of another's story", () => {
  expect(storiesOf(all.slice(0, 9))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(storiesOf([])).toEqual([]);
});
