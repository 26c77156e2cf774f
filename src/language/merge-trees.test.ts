import fc from "fast-check";
import { expect, test } from "vitest";
import { type Arcs, mergeTrees, turned } from "./merge-trees.js";

function arcs(head: number[], margin: number[]): Arcs {
  return {
    head: Int32Array.from(head),
    relation: Int32Array.from(head, (_, i) => i + 1),
    margin: Float32Array.from(margin),
  };
}

test("agreed arcs stay, disputed ones go to the surer parser", () => {
  const merged = mergeTrees(arcs([1, 3, 1], [50, 9, 20]), arcs([1, 3, 0], [5, 9, 60]), 3);
  expect([...merged.head]).toEqual([1, 3, 0]);
  expect([...merged.margin]).toEqual([55, 18, 40]);
});

test("an arc that would close a cycle gives way", () => {
  const merged = mergeTrees(arcs([1, 2], [10, 90]), arcs([2, 0], [20, 80]), 2);
  // 1 → root (90) and 1 → 0 (80) are rivals; 0 → root would be a second root.
  expect([...merged.head]).toEqual([1, 2]);
});

test("turning twice gives the arcs back", () => {
  const a = arcs([1, 3, 1], [1, 2, 3]);
  expect(turned(turned(a, 3), 3)).toEqual(a);
});

test("what is merged has at most one root from its arcs and no cycle", () => {
  const tree = (n: number) =>
    fc.tuple(
      fc.array(fc.nat(n), { minLength: n, maxLength: n }),
      fc.array(fc.nat(100), { minLength: n, maxLength: n }),
    );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }).chain((n) => fc.tuple(fc.constant(n), tree(n), tree(n))),
      ([n, a, b]) => {
        const merged = mergeTrees(arcs(...a), arcs(...b), n);
        const roots = [...merged.head].filter((h, i) => h === n && merged.relation[i]! > 0);
        expect(roots.length).toBeLessThanOrEqual(1);
        for (let i = 0; i < n; i++) {
          let at = i;
          for (let steps = 0; at < n; steps++) {
            expect(steps).toBeLessThanOrEqual(n);
            at = merged.head[at]!;
          }
        }
      },
    ),
  );
});
