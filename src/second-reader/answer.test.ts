import { describe, expect, test } from "vitest";
import { objectIn } from "./answer.js";

const LISTS = ["events", "tolls", "initiatives"];
const ANSWER = { tolls: [{ quote: 'a "b" } {' }] };
const json = JSON.stringify(ANSWER);

describe("the object in an answer", () => {
  test.each([
    ["alone", json],
    ["in a code fence", `\`\`\`json\n${json}\n\`\`\``],
    ["among words", `Here you are {as asked}: ${json} Anything else?`],
    ["after thoughts", `<think>{"tolls": [1]}</think>\n${json}`],
    ["after another object", `{"note": 1} ${json}`],
  ])("%s", (_, content) => expect(objectIn(content, LISTS)).toEqual(ANSWER));

  test.each([
    ["nothing", ""],
    ["words", "I cannot help with that."],
    ["a list", "[1, 2]"],
    ["cut off", json.slice(0, -3)],
    ["another object", '{"claims": []}'],
    ["what every object has", '{"__proto__": {"tolls": []}}'],
  ])("none in %s", (_, content) => expect(objectIn(content, LISTS)).toBeNull());

  test("an endless row of brackets takes no time", () => {
    const started = performance.now();
    expect(objectIn("{".repeat(1_000_000), LISTS)).toBeNull();
    expect(objectIn("<think>".repeat(200_000), LISTS)).toBeNull();
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
