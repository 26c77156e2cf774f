import type { CodedReport } from "../coding/coded-report.js";
import type { CountLexicon } from "../coding/counts.js";
import { wordsOf } from "../text/span.js";
import { objectIn } from "./answer.js";
import { type AnswerForm, type ChatOptions, openChat } from "./chat.js";
import type { Endpoint } from "./endpoint.js";
import { claimsOfAnswer } from "./evidence.js";
import { MAX_PARTS, paragraphsRead, partsOf } from "./parts.js";
import { messagesFor, PROMPT_VERSION } from "./prompt.js";
import { type DroppedClaim, NoSecondReading, type SecondClaim, type SecondReading } from "./reading.js";

export interface SecondReaderOptions extends ChatOptions {
  readonly counts: CountLexicon;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** Reads reports a second time, one after the other. */
export interface SecondReader {
  readonly reader: SecondReading["reader"];
  readonly prompt: string;
  /** What the model makes of a report; where it fails, a reading without claims that says why. Never throws for what the endpoint does. */
  readonly read: (coded: CodedReport) => Promise<SecondReading>;
  readonly close: () => Promise<void>;
}

const LISTS = ["events", "tolls", "initiatives"];
/** An endpoint that failed so often in a row is not asked again: each failure can take minutes. */
const MOST_FAILURES = 3;

export function openSecondReader(endpoint: Endpoint, options: SecondReaderOptions): SecondReader {
  const chat = openChat(endpoint, options);
  const who = {
    reader: { kind: "openai-compatible", model: endpoint.model, host: endpoint.host },
    prompt: PROMPT_VERSION,
  } as const;
  let failures = 0;
  return {
    ...who,
    close: chat.close,
    read: async (coded) => {
      const by = { ...who, at: options.now() };
      try {
        if (failures >= MOST_FAILURES)
          throw new NoSecondReading("not-asked", `${endpoint.host} failed ${failures} times in a row.`);
        const read = await readAll(coded);
        failures = 0;
        return { outcome: "read", ...by, ...read };
      } catch (error) {
        if (!(error instanceof NoSecondReading)) throw error;
        const { code, message } = error;
        if (code !== "too-long" && code !== "not-asked") failures += 1;
        return { outcome: "none", ...by, problem: { code, message } };
      }
    },
  };

  /** All parts or nothing: what half a reading leaves out would look like a difference. */
  async function readAll(coded: CodedReport) {
    const { text } = coded.report;
    const parts = partsOf(paragraphsRead(coded), coded.sentences);
    if (parts.length > MAX_PARTS)
      throw new NoSecondReading(
        "too-long",
        `The report is too long: ${parts.length} requests, at most ${MAX_PARTS}.`,
      );
    const claims: SecondClaim[] = [];
    const dropped: DroppedClaim[] = [];
    let form: AnswerForm = "json_schema";
    for (const paragraphs of parts) {
      const answer = await chat.ask(messagesFor(paragraphs.map((p) => wordsOf(text, p))));
      ({ form } = answer);
      const object = objectIn(answer.content, LISTS);
      if (object === null)
        throw new NoSecondReading("no-json", `${endpoint.host} answers without the JSON that was asked for.`);
      const found = claimsOfAnswer(object, {
        text,
        paragraphs,
        counts: options.counts,
        secret: options.key,
      });
      claims.push(...found.claims);
      dropped.push(...found.dropped);
    }
    return { form, parts: Math.max(1, parts.length), claims, dropped };
  }
}
