import { gsr, plv } from "../events/task.js";
import { synthetic } from "../synthetic/task.js";
import type { Task } from "./task.js";

/** In the order of the table. */
export const TASKS: readonly Task[] = [gsr, plv, synthetic];
