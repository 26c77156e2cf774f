import { alongOrder } from "./use-steps.js";

interface Placed {
  readonly key: string;
  readonly x: number;
}

/** Left and right go along the lane; up and down to what is nearest in the next lane that has anything; Home and End along it. */
export function laneStepTo(lanes: readonly (readonly Placed[])[], from: string, key: string): string | null {
  const row = lanes.findIndex((marks) => marks.some((m) => m.key === from));
  if (row < 0) return null;
  const lane = lanes[row]!;
  if (key !== "ArrowUp" && key !== "ArrowDown")
    return alongOrder(
      lane.map((m) => m.key),
      from,
      key,
    );
  const x = lane.find((m) => m.key === from)!.x;
  const beyond = key === "ArrowUp" ? lanes.slice(0, row).reverse() : lanes.slice(row + 1);
  const next = beyond.find((marks) => marks.length > 0);
  if (!next) return from;
  return next.reduce((a, b) => (Math.abs(b.x - x) < Math.abs(a.x - x) ? b : a)).key;
}
