import { loadLanguageModel } from "../../src/data/load-language.js";
import type { Figure, Task } from "../accuracy/task.js";
import { measureTreebank } from "./treebank-scores.js";

/** Published on EWT test, other versions of the treebank. Where they are written: ../../models/README.md. */
const UDPIPE = "UDPipe 1.2";
const TRANSFORMER = "spaCy transformer";

export const trees: Task = {
  name: "trees",
  title: "tags and trees of sentences",
  file: "ud/en_ewt-ud-test.conllu.gz",
  measure: async (file) => {
    const { gold, raw } = measureTreebank(file, await loadLanguageModel());
    const figure = (name: string, value: number, more: Partial<Figure> = {}): Figure => ({
      name,
      value,
      of: gold.words,
      ...more,
    });
    return {
      figures: [
        figure("LAS, gold tokens", gold.las, {
          aim: 84,
          peers: [
            { what: UDPIPE, value: 81.2 },
            { what: TRANSFORMER, value: 89.4 },
          ],
        }),
        figure("UAS, gold tokens", gold.uas, { aim: 87, peers: [{ what: TRANSFORMER, value: 91.9 }] }),
        figure("UPOS, gold tokens", gold.upos, {
          aim: 95,
          peers: [
            { what: UDPIPE, value: 94.4 },
            { what: TRANSFORMER, value: 96.9 },
          ],
        }),
        figure("LAS, raw text", raw.las, { peers: [{ what: UDPIPE, value: 77.5 }] }),
        figure("UAS, raw text", raw.uas),
        figure("UPOS, raw text", raw.upos),
        figure("LAS, cost of raw text", gold.las - raw.las, { atMost: true, aim: 4 }),
      ],
      misses: [],
      judged: [],
    };
  },
};
