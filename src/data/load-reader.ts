import type { CodedReport } from "../coding/coded-report.js";
import type { EventMode, EventType } from "../coding/event-types.js";
import type { FrameLexicon } from "../coding/frames.js";
import { codeReport, type Resources, type Trace } from "../coding/read-report.js";
import type { ThingLexicon } from "../coding/things.js";
import type { TollLexicon } from "../coding/victims.js";
import { readDocument } from "../sources/read-document.js";
import { codeVersion } from "./code-version.js";
import { loadAttributionLexicon } from "./load-attribution.js";
import { loadConfidence } from "./load-confidence.js";
import { loadDates } from "./load-dates.js";
import { loadFrames, loadModality } from "./load-frames.js";
import { loadGazetteer } from "./load-gazetteer.js";
import { loadLanguageModel } from "./load-language.js";
import { loadParties } from "./load-parties.js";
import { loadSequenceLexicon } from "./load-sequence.js";
import { loadSourceLexicons } from "./load-sources.js";
import { loadThings } from "./load-things.js";
import { loadTolls } from "./load-tolls.js";
import { packageRoot } from "./package-root.js";

/** What is known of a document from outside. */
export interface ReadHints {
  readonly name?: string;
  readonly id?: string;
  /** Day of publication where the document does not say: YYYY-MM-DD. */
  readonly published?: string | undefined;
  readonly mediaType?: string | undefined;
  /** Where the document was fetched: its address where it names none itself. */
  readonly address?: string | undefined;
}

/** A reader with the package's lexicons and models. */
export interface NodeReader {
  /** Reads a document with the trees it was coded from. Throws UnreadableDocument. */
  readonly traceBytes: (bytes: Uint8Array, hints?: ReadHints) => Trace;
  readonly readText: (text: string, hints?: ReadHints) => CodedReport;
  /** The events of a bare sentence, for the tests of the lexicon. */
  readonly events: (
    sentence: string,
  ) => { type: EventType; mode: EventMode | null; rules: readonly string[] }[];
  /** A party's name for its code; the code itself where none is known. */
  readonly nameOf: (code: string) => string;
  readonly resources: Resources;
}

/** Loads everything that reading needs from the package's lexicons/ and models/, once for a process. */
export async function loadReader(root = packageRoot()): Promise<NodeReader> {
  const frames = loadFrames(root);
  const tolls = loadTolls(root);
  const things = loadThings(root);
  const resources: Resources = {
    language: { ...(await loadLanguageModel()), lexiconWords: wordsOf(frames, tolls, things) },
    frames,
    modality: loadModality(root),
    dates: loadDates(root),
    parties: loadParties(root),
    attribution: loadAttributionLexicon(root),
    tolls,
    things,
    sequence: loadSequenceLexicon(root),
    gazetteer: loadGazetteer(root),
    confidence: loadConfidence(root),
    version: codeVersion(root),
  };
  const sources = loadSourceLexicons(root);
  const encoder = new TextEncoder();
  const traceBytes = (
    bytes: Uint8Array,
    { name = "", id, published, mediaType, address }: ReadHints = {},
  ): Trace => {
    const hints = {
      name,
      ...(id === undefined ? {} : { id }),
      ...(published === undefined ? {} : { published }),
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(address === undefined ? {} : { address }),
    };
    return codeReport(readDocument(bytes, hints, sources), resources);
  };
  return {
    traceBytes,
    readText: (text, hints) => traceBytes(encoder.encode(text), { mediaType: "text/plain", ...hints }).coded,
    events: (sentence) =>
      traceBytes(encoder.encode(sentence), { mediaType: "text/plain", published: "2025-06-16" }).drafts.map(
        ({ type, mode, rules }) => ({
          type,
          mode,
          rules,
        }),
      ),
    nameOf: (code) => resources.parties.labels.get(code) ?? code,
    resources,
  };
}

/** Single words that the lexicons of violence write in small letters. */
function wordsOf(frames: FrameLexicon, tolls: TollLexicon, things: ThingLexicon): Set<string> {
  const words = [
    ...[...frames.triggers.keys()].map((key) => key.slice(key.indexOf(":") + 1)),
    ...[...frames.classes.values()].flatMap((list) => [...list]),
    ...tolls.nouns.keys(),
    ...things.means.keys(),
    ...things.targets.keys(),
  ];
  return new Set(words.flatMap((w) => w.split(" ")).filter((w) => /^[a-z]{4,}$/.test(w)));
}
