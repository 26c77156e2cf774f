import { loadReader } from "../../src/data/load-reader.js";
import type { Task } from "../accuracy/task.js";
import { scoreStories } from "./stories.js";

/** Points by which incidents are to be better than the same head lemma. */
const ABOVE_LEMMA = 5;

/** General news, outside of what Parley is for. Others' figures are on the test topics, with gold mentions: README.md. */
export const links: Task = {
  name: "links",
  title: "which mentions are one event (general news)",
  file: "links/ecbplus-dev.jsonl",
  measure: async (file) => {
    const { result, misses } = scoreStories(await loadReader(), file);
    const { documents, mentions, coded, conll, stories } = result;
    const lemma = conll["all mentions: head lemma in a topic"]!;
    const same = { what: "same head lemma", value: lemma };
    const [told, ...others] = Object.entries(stories);
    return {
      figures: [
        {
          name: "CoNLL F1, the rest by head lemma",
          value: conll["all mentions: Parley, the rest by head lemma"]!,
          of: mentions,
          aim: lemma + ABOVE_LEMMA,
          floor: same,
          peers: [
            { what: "same head lemma, test topics", value: 76.5 },
            { what: "neural, test topics", value: 79.5 },
            { what: "neural, test topics", value: 85.6 },
          ],
        },
        {
          name: "… the rest alone",
          value: conll["all mentions: Parley, the rest alone"]!,
          of: mentions,
          floor: same,
        },
        {
          name: "… of mentions that are coded",
          value: conll["coded mentions: Parley"]!,
          of: coded,
          floor: { what: same.what, value: conll["coded mentions: head lemma in a topic"]! },
        },
        {
          name: "two documents tell one story, F1",
          value: told![1].f1,
          of: documents,
          floor: { what: "all of a topic together", value: others.at(-1)![1].f1 },
        },
      ],
      misses,
      judged: [],
    };
  },
};
