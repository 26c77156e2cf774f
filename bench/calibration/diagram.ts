import { binsOf } from "./calibration.js";
import type { Pool } from "./report.js";

const SIZE = 260;
const GAP = 56;
const TOP = 34;
const LEFT = 46;
const COLUMNS = 3;

/** A reliability diagram as SVG: for each kind how often claims are right that are said to be right so often. Dots are as large as they stand for claims. */
export function reliabilityDiagram(pools: readonly Pool[]): string {
  const rows = Math.ceil(pools.length / COLUMNS);
  const width = LEFT + Math.min(COLUMNS, pools.length) * (SIZE + GAP);
  const height = rows * (SIZE + TOP + GAP) + 8;
  const panels = pools.map((pool, k) => {
    const x = LEFT + (k % COLUMNS) * (SIZE + GAP);
    const y = TOP + Math.floor(k / COLUMNS) * (SIZE + TOP + GAP);
    return `<g transform="translate(${x} ${y})">\n${panel(pool)}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t">
<title id="t">How often claims are right, by the confidence that they carry</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #37414b }
.name { font-weight: 600; font-size: 14px }
.grid { stroke: #d5dade; fill: none }
.even { stroke: #8a949e; stroke-dasharray: 4 4 }
.line { stroke: #2b5f8a; fill: none; stroke-width: 1.5 }
circle { fill: #2b5f8a; fill-opacity: .75 }
</style>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${panels.join("\n")}
</svg>
`;
}

function panel({ kind, claims }: Pool): string {
  const at = (share: number) => (share * SIZE).toFixed(1);
  const up = (share: number) => ((1 - share) * SIZE).toFixed(1);
  const bins = binsOf(claims);
  const radius = (n: number) => Math.max(2.5, 16 * Math.sqrt(n / claims.length)).toFixed(1);
  const ticks = [0, 0.5, 1].map(
    (t) =>
      `<text x="${at(t)}" y="${SIZE + 18}" text-anchor="middle">${t}</text><text x="-8" y="${Number(up(t)) + 4}" text-anchor="end">${t}</text>`,
  );
  return [
    `<text class="name" x="0" y="-12">${kind}</text><text x="${SIZE}" y="-12" text-anchor="end">${claims.length} claims</text>`,
    `<rect class="grid" width="${SIZE}" height="${SIZE}"/>`,
    `<line class="even" x1="0" y1="${SIZE}" x2="${SIZE}" y2="0"/>`,
    `<polyline class="line" points="${bins.map((b) => `${at(b.said)},${up(b.right)}`).join(" ")}"/>`,
    ...bins.map(
      (b) =>
        `<circle cx="${at(b.said)}" cy="${up(b.right)}" r="${radius(b.claims)}"><title>said ${b.said.toFixed(2)}, right ${b.right.toFixed(2)} of ${b.claims}</title></circle>`,
    ),
    ...ticks,
    `<text x="${SIZE / 2}" y="${SIZE + 36}" text-anchor="middle">confidence</text>`,
    `<text transform="rotate(-90)" x="${-SIZE / 2}" y="-30" text-anchor="middle">right</text>`,
  ].join("\n");
}
