import { describe, expect, test } from "vitest";
import { surroundings } from "./surroundings.js";

const TEXT =
  'Islamabad, Friday. The army denied it. "We struck no village," a spokesman said. At least 12 people were killed, officials in Kunar said. A second raid followed at dawn. Nobody claimed it.';
const around = (words: string, most: number) => {
  const start = TEXT.indexOf(words);
  return surroundings(TEXT, { start, end: start + words.length }, most);
};

describe("the text around some words", () => {
  test("begins and ends with whole sentences where enough of it is left", () => {
    expect(around("At least 12 people were killed", 60)).toEqual({
      before: '"We struck no village," a spokesman said. ',
      after: ", officials in Kunar said. A second raid followed at dawn.",
    });
  });

  test("is cut between words where a sentence would take too much of it", () => {
    expect(around("At least 12 people were killed", 20)).toEqual({
      before: "a spokesman said. ",
      after: ", officials in",
    });
  });

  test("is whole where the text ends before", () => {
    expect(around("At least 12 people were killed", 500)).toEqual({
      before: TEXT.slice(0, TEXT.indexOf("At least")),
      after: TEXT.slice(TEXT.indexOf(", officials")),
    });
  });

  test("is nothing at the two ends", () => {
    expect(surroundings("All of it", { start: 0, end: 9 })).toEqual({ before: "", after: "" });
  });
});
