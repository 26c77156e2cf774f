import type { Task } from "./task.js";

/** In the order of the table. */
export const TASKS: readonly Task[] = [];
