/** A stretch of words of a passage that two versions of an article have differently; `changed` is what the other lacks. */
export interface WordRun {
  readonly words: string;
  readonly changed: boolean;
}

/** Words beyond which two passages are shown without their common words told apart. */
const MOST = 600;

/** Two passages word by word: what both have in the same order is not changed. White space goes with the word before it. */
export function changedWords(
  before: string,
  after: string,
): { readonly before: WordRun[]; readonly after: WordRun[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length === 0 || b.length === 0 || a.length > MOST || b.length > MOST)
    return { before: runs(a, () => true), after: runs(b, () => true) };
  // the longest common sequence, from the end
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i]![j] = same(a[i]!, b[j]!)
        ? longest[i + 1]![j + 1]! + 1
        : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const kept = { before: new Set<number>(), after: new Set<number>() };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(a[i]!, b[j]!)) {
      kept.before.add(i++);
      kept.after.add(j++);
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return { before: runs(a, (k) => !kept.before.has(k)), after: runs(b, (k) => !kept.after.has(k)) };
}

const wordsOf = (passage: string): string[] => passage.match(/\S+\s*/g) ?? [];
const same = (a: string, b: string) => a.trimEnd() === b.trimEnd();

function runs(words: readonly string[], isChanged: (k: number) => boolean): WordRun[] {
  const found: { words: string; changed: boolean }[] = [];
  for (const [k, word] of words.entries()) {
    const last = found.at(-1);
    if (last && last.changed === isChanged(k)) last.words += word;
    else found.push({ words: word, changed: isChanged(k) });
  }
  return found;
}
