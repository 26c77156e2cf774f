import { compileWordClasses, type WordClasses, type WordSource } from "../text/word-classes.js";

const CLASSES = [
  "acts",
  "counties",
  "districts",
  "generic",
  "in",
  "in_country",
  "lands",
  "loose",
  "missions",
  "named",
  "near",
  "no_places",
  "persons",
  "provinces",
  "sites",
  "struck",
  "taken",
  "venues",
] as const;

/** Small word classes that the reader of places goes by. @see lexicons/places/words.yaml */
export type PlaceWords = WordClasses<(typeof CLASSES)[number]>;

/** @throws where a class is missing, or one that nobody reads is there */
export const compilePlaceWords = (source: WordSource): PlaceWords =>
  compileWordClasses("lexicons/places/words.yaml", CLASSES, source);

/** Whether a noun, in the singular or the plural, is of a class. */
export const isOf = (words: ReadonlySet<string>, noun: string): boolean =>
  words.has(noun) || (noun.endsWith("s") && words.has(noun.slice(0, -1)));

/** "north", "south-western", "upper": what may stand before a name and make it a part of the place. */
export const isDirection = (word: string): boolean => DIRECTION.test(word);

const DIRECTION =
  /^(north|south|east|west|northern|southern|eastern|western|central|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern|upper|lower)(-\w+)?$/i;
