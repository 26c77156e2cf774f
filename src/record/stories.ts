import { dayNumber } from "../text/civil-date.js";

/** What tells whether reports are of one story: the words that they open with and the day of publication. */
export interface StoryReport {
  readonly title: string | null;
  /** Its paragraphs; more than the opening is not looked at. */
  readonly body: string;
  /** YYYY-MM-DD; null where it is not known, which then says nothing. */
  readonly published: string | null;
}

/** A report opens with what it is about; what comes after is detail and background, which other stories share. */
const OPENING_WORDS = 120;
/** Names and figures tell one story from another better than other words. */
const NAME = 2;
/** How alike the reports of a story are at least, on average. Set on ECB+ train, where 0.15 to 0.18 do about as well: bench/linking/README.md. */
const ALIKE = 0.16;
/** Reports further apart in days tell of what came after, however alike. */
const MOST_DAYS = 3;
/** Among fewer reports nothing tells which words all of them have. */
const FEWEST = 10;

/**
 * Which reports tell one story, whatever is coded of them: groups whose openings are alike on average. A word weighs by its rarity
 * among these reports, so that what every report of a war says does not count; a word that only one has says nothing either. So
 * the answer depends on what a report is held against: give it reports of its days and field.
 *
 * @returns for each report the place in the list of the first of its story; all alone where they are fewer than ten
 */
export function storiesOf(reports: readonly StoryReport[]): number[] {
  const n = reports.length;
  if (n < FEWEST) return reports.map((_, k) => k);
  const openings = reports.map((r) => openingWords(`${r.title ?? ""}\n${r.body}`));
  const holders = new Map<string, number>();
  for (const words of openings) for (const w of words.keys()) holders.set(w, (holders.get(w) ?? 0) + 1);
  const vectors = openings.map((words) => {
    const weighed = new Map<string, number>();
    for (const [w, weight] of words) {
      const held = holders.get(w)!;
      if (held > 1) weighed.set(w, Math.sqrt(weight * Math.log((n + 1) / held)));
    }
    const length = Math.hypot(...weighed.values()) || 1;
    return new Map([...weighed].map(([w, x]) => [w, x / length]));
  });
  return joinedByMean(n, (a, b) => {
    if (daysBetween(reports[a]!, reports[b]!) > MOST_DAYS) return 0;
    let sum = 0;
    for (const [w, x] of vectors[a]!) sum += x * (vectors[b]!.get(w) ?? 0);
    return sum;
  });
}

const daysBetween = (a: StoryReport, b: StoryReport) =>
  a.published === null || b.published === null
    ? 0
    : Math.abs(dayNumber(a.published) - dayNumber(b.published));

const WORD = /\p{L}[\p{L}\p{M}'’]*|\p{N}[\p{N}.,:]*/gu;

/** The words of an opening, lower case and without a plural's s, each with its weight before rarity. */
function openingWords(text: string): Map<string, number> {
  const found = new Map<string, number>();
  let count = 0;
  let end = 0;
  for (const { 0: form, index } of text.matchAll(WORD)) {
    // a capital makes a name but at the beginning of a sentence
    const isName = /^\p{Lu}/u.test(form) && count > 0 && !/[.!?:"“”\n]/.test(text.slice(end, index));
    end = index + form.length;
    const bare = form.toLowerCase().replace(/['’]s?$|[.,:]$/u, "");
    const word = bare.length > 3 && bare.endsWith("s") && !bare.endsWith("ss") ? bare.slice(0, -1) : bare;
    const weight = isName || /^\p{N}/u.test(word) ? NAME : 1;
    if (word.length > 1) found.set(word, Math.max(weight, found.get(word) ?? 0));
    if (++count === OPENING_WORDS) break;
  }
  return found;
}

/** Joins the two groups that are most alike on average, of equals the first, until none are alike enough. */
function joinedByMean(n: number, likeness: (a: number, b: number) => number): number[] {
  const sums = Array.from({ length: n }, () => new Float64Array(n));
  for (let b = 1; b < n; b++) for (let a = 0; a < b; a++) sums[a]![b] = sums[b]![a] = likeness(a, b);
  const group = Array.from({ length: n }, (_, k) => k);
  const size = new Array<number>(n).fill(1);
  // groups go by their first report
  let open = [...group];
  for (;;) {
    let best = ALIKE;
    let pair: readonly [number, number] | null = null;
    for (const [k, b] of open.entries())
      for (const a of open.slice(0, k)) {
        const mean = sums[a]![b]! / (size[a]! * size[b]!);
        if (mean > best) {
          best = mean;
          pair = [a, b];
        }
      }
    if (!pair) return group;
    const [to, from] = pair;
    size[to]! += size[from]!;
    open = open.filter((k) => k !== from);
    for (const k of open) sums[to]![k] = sums[k]![to] = sums[to]![k]! + sums[from]![k]!;
    group.forEach((g, k) => void (g === from && (group[k] = to)));
  }
}
