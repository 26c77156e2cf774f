import { expect, test } from "vitest";
import { sectorPath } from "./sectors.js";

test.each([
  [1, 0, "M-8 0A8 8 0 1 1 8 0A8 8 0 1 1 -8 0Z"],
  [2, 0, "M0 0L0 -8A8 8 0 0 1 0 8Z"],
  [2, 1, "M0 0L0 8A8 8 0 0 1 0 -8Z"],
  [4, 1, "M0 0L8 0A8 8 0 0 1 0 8Z"],
])("of %d sectors the one at %d", (parts, k, path) => expect(sectorPath(8, parts, k)).toBe(path));
