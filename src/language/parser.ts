import { feature } from "./feature-hash.js";
import type { Scorer } from "./linear-model.js";
import { PAD, type WordColumns } from "./word-features.js";

/**
 * A greedy arc-eager parser (Nivre 2008) with the features of Zhang and Nivre (2011) and groups of like words, trained with
 * a dynamic oracle (Goldberg and Nivre 2012). Time is linear in the length of the sentence.
 *
 * Nodes: tokens are 0 … n-1, the artificial root is n and stands at the end of the buffer, "no such node" is n + 1.
 */
export interface ParserNodes {
  readonly size: number;
  readonly word: Int32Array;
  readonly tag: Int32Array;
  /** UPOS, 1 + its number. */
  readonly upos: Int32Array;
  readonly group: Int32Array;
  readonly coarse: Int32Array;
}

/** Actions: shift, reduce, then left arcs, then right arcs, one for each relation. */
export const SHIFT = 0;
export const REDUCE = 1;
export const FIRST_ARC = 2;

export interface ParserState {
  readonly nodes: ParserNodes;
  readonly stack: Int32Array;
  depth: number;
  /** First node of the buffer. */
  next: number;
  /** -1 while there is none; n is the artificial root. */
  readonly head: Int32Array;
  /** 1 + relation, 0 while there is none. */
  readonly relation: Int32Array;
  readonly margin: Float32Array;
  readonly left: Int32Array;
  readonly left2: Int32Array;
  readonly right: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  /** Relations among the dependents on one side, one bit each (folded to 32). */
  readonly leftSet: Int32Array;
  readonly rightSet: Int32Array;
}

const ROOT_ATOM = -7;

/** @param tags row `PAD + i` is 1 + the tag of token `i`; `uposOfTag[tag]` is 1 + its UPOS */
export function parserNodes(words: WordColumns, tags: Int32Array, uposOfTag: Int32Array): ParserNodes {
  const n = words.size;
  const nodes: ParserNodes = {
    size: n,
    word: new Int32Array(n + 2),
    tag: new Int32Array(n + 2),
    upos: new Int32Array(n + 2),
    group: new Int32Array(n + 2),
    coarse: new Int32Array(n + 2),
  };
  for (let i = 0; i < n; i++) {
    const r = PAD + i;
    nodes.word[i] = words.word[r]!;
    nodes.tag[i] = tags[r]!;
    nodes.upos[i] = uposOfTag[tags[r]! - 1]!;
    nodes.group[i] = words.group[r]!;
    nodes.coarse[i] = words.coarse[r]!;
  }
  nodes.word[n] = nodes.tag[n] = nodes.upos[n] = nodes.group[n] = nodes.coarse[n] = ROOT_ATOM;
  return nodes;
}

/** The same sentence read from its end. */
export function reversedNodes(nodes: ParserNodes): ParserNodes {
  const n = nodes.size;
  const turned = (column: Int32Array) => {
    const out = column.slice();
    out.subarray(0, n).reverse();
    return out;
  };
  return {
    size: n,
    word: turned(nodes.word),
    tag: turned(nodes.tag),
    upos: turned(nodes.upos),
    group: turned(nodes.group),
    coarse: turned(nodes.coarse),
  };
}

export function startState(nodes: ParserNodes): ParserState {
  const n = nodes.size;
  const none = () => new Int32Array(n + 2).fill(n + 1);
  return {
    nodes,
    stack: new Int32Array(n + 2),
    depth: 0,
    next: 0,
    head: new Int32Array(n + 2).fill(-1),
    relation: new Int32Array(n + 2),
    margin: new Float32Array(n + 2),
    left: none(),
    left2: none(),
    right: none(),
    right2: none(),
    leftCount: new Int32Array(n + 2),
    rightCount: new Int32Array(n + 2),
    leftSet: new Int32Array(n + 2),
    rightSet: new Int32Array(n + 2),
  };
}

export function isFinished(s: ParserState): boolean {
  return s.next === s.nodes.size && s.depth === 0;
}

export function mayShift(s: ParserState): boolean {
  return s.next < s.nodes.size;
}

export function mayReduce(s: ParserState): boolean {
  return s.depth > 0 && s.head[s.stack[s.depth - 1]!]! >= 0;
}

export function mayLeftArc(s: ParserState): boolean {
  return s.depth > 0 && s.head[s.stack[s.depth - 1]!]! < 0;
}

export function mayRightArc(s: ParserState): boolean {
  return s.depth > 0 && s.next < s.nodes.size;
}

/** Carries out an action; `relations` is how many relations there are. Left arcs from the root count as relation `root`. */
export function applyAction(s: ParserState, action: number, relations: number, margin: number): void {
  if (action === SHIFT) {
    s.stack[s.depth++] = s.next++;
    return;
  }
  if (action === REDUCE) {
    s.depth--;
    return;
  }
  const top = s.stack[s.depth - 1]!;
  const front = s.next;
  if (action < FIRST_ARC + relations) {
    const relation = action - FIRST_ARC;
    attach(s, top, front, relation, margin);
    s.left2[front] = s.left[front]!;
    s.left[front] = top;
    s.leftCount[front] = s.leftCount[front]! + 1;
    s.leftSet[front] = s.leftSet[front]! | (1 << (relation & 31));
    s.depth--;
  } else {
    const relation = action - FIRST_ARC - relations;
    attach(s, front, top, relation, margin);
    s.right2[top] = s.right[top]!;
    s.right[top] = front;
    s.rightCount[top] = s.rightCount[top]! + 1;
    s.rightSet[top] = s.rightSet[top]! | (1 << (relation & 31));
    s.stack[s.depth++] = s.next++;
  }
}

function attach(s: ParserState, dependent: number, head: number, relation: number, margin: number): void {
  s.head[dependent] = head;
  s.relation[dependent] = relation + 1;
  s.margin[dependent] = margin;
}

export interface ParserScratch {
  readonly features: Int32Array;
  /** As long as there are actions. */
  readonly scores: Int32Array;
}

/** Runs the parser from start to end. Several tokens may hang on the root afterwards: see `singleRoot`. */
export function parseNodes(
  nodes: ParserNodes,
  score: Scorer,
  relations: number,
  scratch: ParserScratch,
): ParserState {
  const s = startState(nodes);
  while (!isFinished(s)) {
    const count = parserFeatures(s, scratch.features);
    score(scratch.features, count, scratch.scores);
    const best = bestAction(s, scratch.scores, relations);
    const second = bestAction(s, scratch.scores, relations, best);
    applyAction(
      s,
      best,
      relations,
      second < 0 ? Number.POSITIVE_INFINITY : scratch.scores[best]! - scratch.scores[second]!,
    );
  }
  return s;
}

const NO_ACTIONS = new Uint8Array(0);

/** The allowed action of highest score other than `but` and those marked in `except`; -1 where there is none. */
export function bestAction(
  s: ParserState,
  scores: Int32Array,
  relations: number,
  but = -1,
  except: Uint8Array = NO_ACTIONS,
): number {
  let best = -1;
  let top = -0x80000000;
  if (mayShift(s) && but !== SHIFT && !except[SHIFT]) {
    best = SHIFT;
    top = scores[SHIFT]!;
  }
  if (mayReduce(s) && but !== REDUCE && !except[REDUCE] && scores[REDUCE]! > top) {
    best = REDUCE;
    top = scores[REDUCE]!;
  }
  if (mayLeftArc(s)) {
    for (let a = FIRST_ARC; a < FIRST_ARC + relations; a++) {
      if (scores[a]! > top && a !== but && !except[a]) {
        best = a;
        top = scores[a]!;
      }
    }
  }
  if (mayRightArc(s)) {
    for (let a = FIRST_ARC + relations; a < FIRST_ARC + 2 * relations; a++) {
      if (scores[a]! > top && a !== but && !except[a]) {
        best = a;
        top = scores[a]!;
      }
    }
  }
  return best;
}

/** Features of a state. S: stack, N: buffer, h: head, l, r: leftmost and rightmost dependent. Returns how many. */
export function parserFeatures(s: ParserState, f: Int32Array): number {
  const { word, tag, upos, group, coarse, size } = s.nodes;
  const none = size + 1;
  const s0 = s.depth > 0 ? s.stack[s.depth - 1]! : none;
  const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : none;
  const n0 = s.next;
  const n1 = n0 < size ? n0 + 1 : none;
  const n2 = n0 + 1 < size ? n0 + 2 : none;
  const n3 = n0 + 2 < size ? n0 + 3 : none;
  const s0h = s.head[s0]! >= 0 ? s.head[s0]! : none;
  const s0h2 = s.head[s0h]! >= 0 ? s.head[s0h]! : none;
  const s0l = s.left[s0]!;
  const s0l2 = s.left2[s0]!;
  const s0r = s.right[s0]!;
  const s0r2 = s.right2[s0]!;
  const n0l = s.left[n0]!;
  const n0l2 = s.left2[n0]!;
  const b0 = n0 > 0 ? n0 - 1 : none;

  const s0w = word[s0]!;
  const s0t = tag[s0]!;
  const s0u = upos[s0]!;
  const s0g = group[s0]!;
  const n0w = word[n0]!;
  const n0t = tag[n0]!;
  const n0u = upos[n0]!;
  const n0g = group[n0]!;
  const n1w = word[n1]!;
  const n1t = tag[n1]!;
  const n2t = tag[n2]!;
  const s1t = tag[s1]!;
  const s0ht = tag[s0h]!;
  const s0lt = tag[s0l]!;
  const s0rt = tag[s0r]!;
  const n0lt = tag[n0l]!;
  const n0lw = word[n0l]!;
  const s0L = s.relation[s0]!;
  const s0rL = s.relation[s0r]!;
  const s0lL = s.relation[s0l]!;
  const n0lL = s.relation[n0l]!;
  const gap = s0 === none ? 0 : n0 - s0;
  const d = gap < 5 ? gap : gap < 8 ? 5 : gap < 14 ? 6 : 7;
  const svr = s.rightCount[s0]!;
  const svl = s.leftCount[s0]!;
  const nvl = s.leftCount[n0]!;

  let n = 0;
  f[n++] = feature(0, s0w, s0t);
  f[n++] = feature(1, s0w);
  f[n++] = feature(2, s0t);
  f[n++] = feature(3, n0w, n0t);
  f[n++] = feature(4, n0w);
  f[n++] = feature(5, n0t);
  f[n++] = feature(6, n1w, n1t);
  f[n++] = feature(7, n1w);
  f[n++] = feature(8, n1t);
  f[n++] = feature(9, word[n2]!, n2t);
  f[n++] = feature(10, n2t, n1t);
  f[n++] = feature(11, s0w ^ s0t, n0w ^ n0t);
  f[n++] = feature(12, s0w ^ s0t, n0w);
  f[n++] = feature(13, s0w, n0w ^ n0t);
  f[n++] = feature(14, s0w, s0t, n0t);
  f[n++] = feature(15, s0t, n0w, n0t);
  f[n++] = feature(16, s0w, n0w);
  f[n++] = feature(17, s0t, n0t);
  f[n++] = feature(18, n0t, n1t);
  f[n++] = feature(19, n0t, n1t, n2t);
  f[n++] = feature(20, s0t, n0t, n1t);
  f[n++] = feature(21, s0ht, s0t, n0t);
  f[n++] = feature(22, s0t, s0lt, n0t);
  f[n++] = feature(23, s0t, s0rt, n0t);
  f[n++] = feature(24, s0t, n0t, n0lt);
  f[n++] = feature(25, s0w, d);
  f[n++] = feature(26, s0t, d);
  f[n++] = feature(27, n0w, d);
  f[n++] = feature(28, n0t, d);
  f[n++] = feature(29, s0w, n0w, d);
  f[n++] = feature(30, s0t, n0t, d);
  f[n++] = feature(31, s0w, svr);
  f[n++] = feature(32, s0t, svr);
  f[n++] = feature(33, s0w, svl);
  f[n++] = feature(34, s0t, svl);
  f[n++] = feature(35, n0w, nvl);
  f[n++] = feature(36, n0t, nvl);
  f[n++] = feature(37, word[s0h]!, s0L);
  f[n++] = feature(38, s0ht, s0L);
  f[n++] = feature(39, s0L, s0t, n0t);
  f[n++] = feature(40, word[s0l]!, s0lL);
  f[n++] = feature(41, s0lt, s0lL);
  f[n++] = feature(42, word[s0r]!, s0rL);
  f[n++] = feature(43, s0rt, s0rL);
  f[n++] = feature(44, n0lw, n0lL);
  f[n++] = feature(45, n0lt, n0lL);
  f[n++] = feature(46, word[s0h2]!);
  f[n++] = feature(47, tag[s0h2]!, s.relation[s0h]!);
  f[n++] = feature(48, word[s0l2]!, s.relation[s0l2]!);
  f[n++] = feature(49, word[s0r2]!, s.relation[s0r2]!);
  f[n++] = feature(50, word[n0l2]!, s.relation[n0l2]!);
  f[n++] = feature(51, tag[n0l2]!, s.relation[n0l2]!, n0t);
  f[n++] = feature(52, s0t, s0lt, tag[s0l2]!);
  f[n++] = feature(53, s0t, s0rt, tag[s0r2]!);
  f[n++] = feature(54, s0t, s0ht, tag[s0h2]!);
  f[n++] = feature(55, n0t, n0lt, tag[n0l2]!);
  f[n++] = feature(56, s0w, s.rightSet[s0]!);
  f[n++] = feature(57, s0t, s.rightSet[s0]!);
  f[n++] = feature(58, s0w, s.leftSet[s0]!);
  f[n++] = feature(59, s0t, s.leftSet[s0]!);
  f[n++] = feature(60, n0w, s.leftSet[n0]!);
  f[n++] = feature(61, n0t, s.leftSet[n0]!);
  // Beyond Zhang and Nivre: relations, the second word of the stack, what stands between, what follows.
  f[n++] = feature(62, s0L, s0rL, n0t);
  f[n++] = feature(63, s0t, s0rL, n0lL);
  f[n++] = feature(64, s.leftSet[s0]!, s.rightSet[s0]!, n0t);
  f[n++] = feature(65, s0t, s.leftSet[n0]!, n0t);
  f[n++] = feature(66, s0w, n0lw, n0u);
  f[n++] = feature(67, word[s0h]!, n0lw, n0u);
  f[n++] = feature(68, s0t, n0lw, n0w);
  f[n++] = feature(69, s0g, n0lw, n0g);
  f[n++] = feature(70, s1t, s0t, n0t);
  f[n++] = feature(71, word[s1]!, s0t, n0t);
  f[n++] = feature(72, s1t, s0L, n0w);
  f[n++] = feature(73, word[b0]!, s0t, n0t);
  f[n++] = feature(74, tag[b0]!, s0t, n0t);
  f[n++] = feature(75, s0t, n0t, s0 < b0 ? tag[s0 + 1]! : -1);
  f[n++] = feature(76, s0t, n0t, n1w);
  f[n++] = feature(77, s0w, n0t, n1t);
  f[n++] = feature(78, s0w, n1w, n0u);
  f[n++] = feature(79, n0t ^ (n1t << 8), n2t, tag[n3]!);
  f[n++] = feature(80, s0u ^ (n0u << 8), upos[n1]! ^ (upos[n2]! << 8), upos[n3]!);
  f[n++] = feature(81, s0t, s0 < size && s0 > 0 ? tag[s0 - 1]! : 0, n0t);
  f[n++] = feature(82, s0u ^ (n0u << 8), between(s, s0, n0));
  f[n++] = feature(83, s0w, s0L, n0u);
  // Groups of like words.
  f[n++] = feature(84, s0g, n0g);
  f[n++] = feature(85, s0g, n0t);
  f[n++] = feature(86, s0t, n0g);
  f[n++] = feature(87, s0w, n0g);
  f[n++] = feature(88, s0g, n0w);
  f[n++] = feature(89, s0g, n0g, d);
  f[n++] = feature(90, coarse[s0]!, coarse[n0]!, s0u ^ (n0u << 8));
  f[n++] = feature(91, n0g, group[n1]!);
  f[n++] = feature(92, group[n1]!, s0t, n0t);
  f[n++] = feature(93, s0g, s0L);
  f[n++] = feature(94, group[s0h]!, n0lw, n0g);
  f[n++] = feature(95, s0g, n0g, n0lL);
  f[n++] = feature(96, s0g, group[s0r]!, s0rL);
  f[n++] = feature(97, coarse[s1]! ^ (s0u << 8), coarse[s0]!, coarse[n0]! ^ (n0u << 8));
  f[n++] = feature(98, s0g, svl, n0u);
  f[n++] = feature(99, n0g, s.leftSet[n0]!);
  return n;
}

/** Which of verb, noun, comma, conjunction, subordinator and stop stand between two nodes; looks at 12 words at most. */
function between(s: ParserState, from: number, to: number): number {
  const { upos, size } = s.nodes;
  if (from >= size) return -1;
  let bits = 0;
  const end = Math.min(to, from + 13);
  for (let i = from + 1; i < end; i++) bits |= 1 << (upos[i]! & 31);
  return bits;
}
