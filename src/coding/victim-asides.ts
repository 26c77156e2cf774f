import { lower } from "../language/sentence.js";
import { baseRelation } from "../language/tree.js";
import { type HarmClause, OPEN_PART } from "./harm-clause.js";
import type { VictimPhrase } from "./victim-phrases.js";

/** How many tokens an aside may have. */
const LENGTH = 25;

/** Words that open an aside about those before it: "12 soldiers, |according| to the army,". */
const OPENER =
  /^(?:who|which|some|many|most|mostly|mainly|both|all|aged|none|several|according|identified|named|called|believed|described|along|together|as)$/;

/** Start of an aside that ends at a mark: ", including three children," or "— eight of them soldiers —"; -1 where none is. */
export function asideBefore(view: HarmClause, mark: number): number {
  const { s } = view;
  const isDash = DASH.test(s.form[mark]!);
  const opening = isDash ? DASH : /^,$/;
  for (let k = mark - 1; k >= 0 && k >= mark - LENGTH; k--) {
    if (/^[.;:!?]$/.test(s.form[k]!)) return -1;
    if (opening.test(s.form[k]!) && (isDash || opensAside(view, k, mark))) return k;
  }
  return -1;
}

const DASH = /^(?:[-–—]|--)$/;

/** What stands behind a phrase and is about it: "(two of them officers) |", ", a teacher|, and …", "– most of them women – |"; `from` where nothing does. */
export function asideBehind(view: HarmClause, from: number): number {
  const { s } = view;
  const open = s.form[from] ?? "";
  const close = CLOSING.get(open);
  if (close !== undefined) {
    const end = s.form.indexOf(close, from);
    return end > 0 && end - from < LENGTH ? end + 1 : from;
  }
  const isDash = DASH.test(open);
  if (!isDash && open !== ",") return from;
  for (let k = from + 1; k < s.form.length && k <= from + LENGTH; k++) {
    if (/^[.:!?]$/.test(s.form[k]!)) return from;
    if (isDash ? DASH.test(s.form[k]!) : s.form[k] === ";" || s.form[k] === ",") {
      if (isDash) return k + 1;
      const goesOn = s.form[k] === ";" || lower(s, k + 1) === "and";
      return goesOn && opensAside(view, from, k) ? k : from;
    }
  }
  return from;
}
const CLOSING = new Map([
  ["(", ")"],
  ["[", "]"],
]);

/** Whether what stands between a comma and a mark is about those before the comma. */
function opensAside(view: HarmClause, comma: number, mark: number): boolean {
  const first = lower(view.s, comma + 1);
  const p = view.at.get(comma + 1);
  if (OPEN_PART.test(first) || OPENER.test(first) || p?.ofThem || p?.measure) return true;
  if (endsInThem(view, comma, mark) || areNamesOf(view, comma, mark)) return true;
  return isApposition(view, comma) || isLoneName(view, comma, mark) || describesName(view, comma);
}

/** ", women among them,", ", nearly half of them children," */
function endsInThem({ s }: HarmClause, comma: number, mark: number): boolean {
  if (/^(?:them|whom)$/.test(lower(s, mark - 1)) && lower(s, mark - 2) === "among") return true;
  const words = s.form.slice(comma + 1, Math.min(mark, comma + 7)).map((w) => w.toLowerCase());
  return words.some((w, n) => w === "of" && /^(?:them|whom)$/.test(words[n + 1] ?? ""));
}

/** "their commander|, Abu Yusuf,|": a name and nothing else, behind who is no name. */
function isLoneName({ s, at }: HarmClause, comma: number, mark: number): boolean {
  const p = at.get(comma + 1);
  if (p?.to !== mark || p.count !== null || s.upos[p.head] !== "PROPN") return false;
  return comma > 0 && s.upos[comma - 1] !== "PROPN" && !at.get(comma - 1)?.named;
}

/** "Two of the escort |, agents of the secret police,|": what a comma opens says who they are. */
function isApposition(view: HarmClause, comma: number): boolean {
  const about = view.at.get(comma + 1);
  if (about?.from !== comma + 1 || about.count !== null || about.named) return false;
  const whose = view.at.get(view.s.head[about.head]!);
  return (
    baseRelation(view.s, about.head) === "appos" &&
    whose !== undefined &&
    whose.to <= comma &&
    view.hasFigure(whose)
  );
}

/** "Two brothers |, Ahmed and Yusuf Saleh,|": the names of those that a figure stands before. */
function areNamesOf(view: HarmClause, comma: number, mark: number): boolean {
  const whose = view.phraseEndingAt(comma);
  if (whose === null || !view.hasFigure(whose) || whose.bare || whose.measure) return false;
  for (let t = comma + 1; t < mark; t++)
    if (!/^(?:PROPN|CCONJ|PUNCT)$/.test(view.s.upos[t]!) && !view.at.get(t)?.named) return false;
  return mark > comma + 1;
}

/** "Ruiz | , leader of the union": what a comma opens says who is named before it. */
export function describesName(view: HarmClause, comma: number): boolean {
  const { s } = view;
  const name = view.phraseEndingAt(comma);
  const about = view.at.get(comma + 1);
  if (name === null || about === undefined || !isOneName(name) || about.from !== comma + 1) return false;
  if (about.named || (about.count !== null && about.count.kind === "figure")) return false;
  // "Ruiz, |his wife|, and": another
  if (s.xpos[about.possessive] === "PRP$" && view.isOneOfTheirs(about)) return false;
  // "Ruiz and Mora |, leaders of the union": both, whichever of them the tree takes
  if (about.plural && lower(s, name.from - 1) === "and" && about.count === null) return about.people !== null;
  const governor = s.head[about.head]!;
  return (
    baseRelation(s, about.head) === "appos" && name.from <= governor && governor < Math.max(name.to, comma)
  );
}

/** "Maria Ruiz": one person by name, without a count. */
export function isOneName(p: VictimPhrase): boolean {
  return p.named && p.count === null && !p.plural && !p.measure;
}
