import { civilOf } from "../../src/text/calendar.js";
import { dayNumber, isoDay, weekdayOf } from "../../src/text/civil-date.js";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const MONTH = "(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
const DATE = new RegExp(
  `\\b(?<day>\\d{1,2}) (?<month1>${MONTH})(?: (?<year1>\\d{4}))?|\\b(?<month2>${MONTH})(?: (?<date>\\d{1,2})\\b)?(?:,? (?<year2>\\d{4}))?` +
    "|\\b(?<weekday>(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)|\\b(?<near>yesterday|today|tomorrow)\\b|\\b(?<year3>(?:19|20)\\d\\d)\\b",
  "g",
);

/**
 * The floor of the dates task: days, months, years, weekdays and "yesterday" by one regular expression; a weekday is the last
 * one, a day without its year is in the year of publication.
 */
export function readSimply(text: string, published: string) {
  const today = dayNumber(published);
  return [...text.matchAll(DATE)].map((m) => {
    const g = m.groups!;
    const month = g.month1 ?? g.month2;
    const value = (() => {
      if (g.near !== undefined) return isoDay(today + { yesterday: -1, today: 0, tomorrow: 1 }[g.near]!);
      if (g.weekday !== undefined)
        return isoDay(
          today - ((weekdayOf(today) - DAYS.indexOf(g.weekday.slice(0, 3).toLowerCase()) + 7) % 7),
        );
      if (month === undefined) return g.year3!;
      const year = g.year1 ?? g.year2 ?? String(civilOf(today).year);
      const day = g.day ?? g.date;
      const parts = [
        year,
        MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
        ...(day === undefined ? [] : [Number(day)]),
      ];
      return parts.map((p) => String(p).padStart(2, "0")).join("-");
    })();
    return { start: m.index, end: m.index + m[0].length, type: "DATE", value };
  });
}
