import { foldName } from "../../../text/fold-name.js";

/** A piece of a text; `isFound`: it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly isFound: boolean;
}

/** An excerpt in which « and » stand around what was found, as pieces. Marks without their other half are text. */
export function piecesOfExcerpt(excerpt: string): Piece[] {
  return pieces(excerpt, /«([^«»]*)»/g, (m) => [{ text: m[1]!, isFound: true }]);
}

/** A name with the beginnings of its words marked that a search has: "afg" in "Afghanistan". */
export function piecesOfName(name: string, words: string): Piece[] {
  const wanted = foldName(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== "");
  return pieces(name, /[\p{L}\p{N}\p{M}'’]+/gu, ([word]) => {
    const folded = foldName(word);
    const fits = wanted.filter((w) => folded.startsWith(w));
    if (fits.length === 0) return [{ text: word, isFound: false }];
    const length = Math.max(...fits.map((w) => w.length));
    // a folded letter may have been two
    const at = folded.length === word.length ? length : word.length;
    return [
      { text: word.slice(0, at), isFound: true },
      { text: word.slice(at), isFound: false },
    ];
  });
}

/** A text cut at what a pattern matches; neighbours alike are one piece, and none is empty. */
function pieces(text: string, pattern: RegExp, cut: (match: RegExpMatchArray) => Piece[]): Piece[] {
  const found: Piece[] = [];
  const push = (piece: Piece) => {
    const last = found.at(-1);
    if (piece.text === "") return;
    if (last && last.isFound === piece.isFound)
      found[found.length - 1] = { ...last, text: last.text + piece.text };
    else found.push(piece);
  };
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    push({ text: text.slice(at, match.index), isFound: false });
    for (const piece of cut(match)) push(piece);
    at = match.index + match[0].length;
  }
  push({ text: text.slice(at), isFound: false });
  return found;
}
