import { attributionTask } from "../attribution/task.js";
import { dates } from "../dates/task.js";
import { gsr, plv } from "../events/task.js";
import { trees } from "../language/task.js";
import { links } from "../linking/task.js";
import { muc4 } from "../muc4/task.js";
import { names } from "../names/task.js";
import { places } from "../places/task.js";
import { synthetic } from "../synthetic/task.js";
import type { Task } from "./task.js";

/** In the order of the table. */
export const TASKS: readonly Task[] = [
  gsr,
  plv,
  synthetic,
  attributionTask,
  muc4,
  dates,
  places,
  names,
  trees,
  links,
];
