/** A lexicon entry that cannot be used: which file, which entry, what is wrong and what to do. Code `lexicon`. */
export class LexiconError extends Error {
  readonly code = "lexicon";
  constructor(
    readonly file: string,
    readonly entry: string,
    problem: string,
    readonly hint: string,
  ) {
    super(`${file}: ${entry}: ${problem} ${hint}`);
    this.name = "LexiconError";
  }
}
