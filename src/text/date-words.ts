/** The closed words of English dates. Grammar rather than lexicon: a language has twelve months. */

export const TIME_UNITS = [
  "second",
  "minute",
  "hour",
  "day",
  "night",
  "week",
  "weekend",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/** TIMEX3's parts of the day: morning, midday, afternoon, evening, night. */
export const DAY_PARTS = ["MO", "MD", "AF", "EV", "NI"] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** TIMEX3's seasons. Northern ones: where a report means others, only the country can tell. */
export const SEASONS = ["SP", "SU", "FA", "WI"] as const;
export type Season = (typeof SEASONS)[number];

function table<T>(rows: Record<string, T>): ReadonlyMap<string, T> {
  return new Map(Object.entries(rows));
}

/** Lower case; abbreviations may be followed by a stop. Number of the month, 1 … 12. */
export const MONTHS = table<number>({
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  febuary: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
});

/** Lower case; 0 = Sunday … 6 = Saturday. */
export const WEEKDAYS = table<number>({
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sundays: 0,
  mondays: 1,
  tuesdays: 2,
  wednesdays: 3,
  thursdays: 4,
  fridays: 5,
  saturdays: 6,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 0,
});

/** "Monday", "fridays", in any case; no short forms, which are also other words or names. */
export const isWeekday = (word: string): boolean => {
  const lower = word.toLowerCase();
  return WEEKDAYS.has(lower) && /days?$/.test(lower);
};

/** "today", "Monday": a word that names a day by itself, in any case. */
export const isDayWord = (word: string): boolean =>
  isWeekday(word) || /^(?:today|yesterday|tomorrow|tonight)$/i.test(word);

/** "January", "may", in any case; no short forms, which are also other words or names ("Mar", "Jan"). */
export const isMonth = (word: string): boolean =>
  MONTHS.has(word.toLowerCase()) && (word.length > 4 || /^(?:may|june|july)$/i.test(word));

/** The same with the short forms: "Sept", "Oct.". */
export const mayBeMonth = (word: string): boolean => MONTHS.has(word.toLowerCase().replace(/\.$/, ""));

/** Short forms that are also other words or names: they count only beside a date. */
export const SHORT_WEEKDAYS: ReadonlySet<string> = new Set([
  "mon",
  "tue",
  "tues",
  "wed",
  "weds",
  "thu",
  "thur",
  "thurs",
  "fri",
  "sat",
  "sun",
]);

export const UNITS = table<TimeUnit>({
  second: "second",
  seconds: "second",
  minute: "minute",
  minutes: "minute",
  min: "minute",
  mins: "minute",
  hour: "hour",
  hours: "hour",
  hrs: "hour",
  day: "day",
  days: "day",
  night: "night",
  nights: "night",
  week: "week",
  weeks: "week",
  weekend: "weekend",
  weekends: "weekend",
  month: "month",
  months: "month",
  quarter: "quarter",
  quarters: "quarter",
  year: "year",
  years: "year",
  yr: "year",
  yrs: "year",
  decade: "decade",
  decades: "decade",
  century: "century",
  centuries: "century",
});

export const PARTS = table<DayPart>({
  morning: "MO",
  mornings: "MO",
  dawn: "MO",
  daybreak: "MO",
  sunrise: "MO",
  midday: "MD",
  noon: "MD",
  lunchtime: "MD",
  afternoon: "AF",
  afternoons: "AF",
  evening: "EV",
  evenings: "EV",
  dusk: "EV",
  sunset: "EV",
  nightfall: "EV",
  night: "NI",
  nights: "NI",
  midnight: "NI",
  overnight: "NI",
});

export const SEASON_WORDS = table<Season>({
  spring: "SP",
  summer: "SU",
  autumn: "FA",
  fall: "FA",
  winter: "WI",
});

/** Number words up to the hundreds; `null` where the upper end is open or the word is vague. */
export const NUMBERS = table<readonly [number, number]>({
  a: [1, 1],
  an: [1, 1],
  one: [1, 1],
  two: [2, 2],
  three: [3, 3],
  four: [4, 4],
  five: [5, 5],
  six: [6, 6],
  seven: [7, 7],
  eight: [8, 8],
  nine: [9, 9],
  ten: [10, 10],
  eleven: [11, 11],
  twelve: [12, 12],
  thirteen: [13, 13],
  fourteen: [14, 14],
  fifteen: [15, 15],
  sixteen: [16, 16],
  seventeen: [17, 17],
  eighteen: [18, 18],
  nineteen: [19, 19],
  twenty: [20, 20],
  thirty: [30, 30],
  forty: [40, 40],
  fifty: [50, 50],
  sixty: [60, 60],
  seventy: [70, 70],
  eighty: [80, 80],
  ninety: [90, 90],
  hundred: [100, 100],
  thousand: [1000, 1000],
});

export const ORDINALS = table<number>({
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  "1st": 1,
  "2nd": 2,
  "3rd": 3,
  "4th": 4,
});
