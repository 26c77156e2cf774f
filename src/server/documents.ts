import type { InputToAdd } from "../queue/add.js";
export type AsyncInputs = AsyncIterable<InputToAdd>;
