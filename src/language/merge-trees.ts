/** Arcs of one parser over the tokens of a sentence: `head` is the number of tokens for the root, `relation` 1 + its number. */
export interface Arcs {
  readonly head: Int32Array;
  readonly relation: Int32Array;
  /** Lead of the action that made the arc over the next best. */
  readonly margin: Float32Array;
}

/**
 * One tree from the trees of two parsers: arcs on which they agree first, then by margin, leaving out what would close a
 * cycle or make a second root. The margin of an agreed arc is the sum of both, else the lead of the winner, at least 0.
 *
 * @param n number of tokens
 * @returns a tree, but for tokens whose arcs were all left out: those have head `n` and relation 0
 */
export function mergeTrees(a: Arcs, b: Arcs, n: number): Arcs {
  const head = new Int32Array(n).fill(-1);
  const relation = new Int32Array(n);
  const margin = new Float32Array(n);
  // Components of the forest so far; a token without a head is the root of its component.
  const above = new Int32Array(n + 1);
  for (let i = 0; i <= n; i++) above[i] = i;
  const component = (node: number): number => {
    let top = node;
    while (above[top] !== top) top = above[top]!;
    for (let k = node; above[k] !== top && k !== top; ) {
      const next = above[k]!;
      above[k] = top;
      k = next;
    }
    return top;
  };
  let hasRoot = false;
  const take = (token: number, to: number, label: number, lead: number): boolean => {
    if (head[token]! >= 0 || (to === n && hasRoot) || component(to) === component(token)) return false;
    if (to === n) hasRoot = true;
    head[token] = to;
    relation[token] = label;
    margin[token] = lead;
    above[component(token)] = component(to);
    return true;
  };

  // Bit 0 of a candidate says whose it is; agreed arcs are candidates of the first parser, ahead of all others.
  const agreed: number[] = [];
  const disputed: number[] = [];
  for (let i = 0; i < n; i++) {
    if (a.head[i] === b.head[i]) agreed.push(2 * i);
    else disputed.push(2 * i, 2 * i + 1);
  }
  const sum = (candidate: number) => a.margin[candidate >> 1]! + b.margin[candidate >> 1]!;
  const own = (candidate: number) => (candidate & 1 ? b : a).margin[candidate >> 1]!;
  agreed.sort((x, y) => compare(sum(y), sum(x)) || x - y);
  disputed.sort((x, y) => compare(own(y), own(x)) || x - y);
  for (const candidate of agreed) {
    const i = candidate >> 1;
    take(i, a.head[i]!, (a.margin[i]! >= b.margin[i]! ? a : b).relation[i]!, sum(candidate));
  }
  for (const candidate of disputed) {
    const i = candidate >> 1;
    const of = candidate & 1 ? b : a;
    take(i, of.head[i]!, of.relation[i]!, Math.max(0, own(candidate) - own(candidate ^ 1)));
  }
  for (let i = 0; i < n; i++) if (head[i]! < 0) head[i] = n;
  return { head, relation, margin };
}

/** Infinite margins are equal. */
function compare(x: number, y: number): number {
  return x === y ? 0 : x < y ? -1 : 1;
}

/** The arcs of a parse of the reversed sentence, turned to the sentence's own order. */
export function turned(arcs: Arcs, n: number): Arcs {
  const head = new Int32Array(n);
  const relation = new Int32Array(n);
  const margin = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const k = n - 1 - i;
    const h = arcs.head[k]!;
    head[i] = h === n ? n : n - 1 - h;
    relation[i] = arcs.relation[k]!;
    margin[i] = arcs.margin[k]!;
  }
  return { head, relation, margin };
}
