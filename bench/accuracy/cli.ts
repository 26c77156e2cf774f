/** What both commands share: options, gold files, and how what is wrong with them is said. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Measured, Task } from "./task.js";
import { TASKS } from "./tasks.js";

export const TASK_NAMES = TASKS.map((t) => t.name).join(", ");

/** Ends the program with what is wrong and what to do. */
export function fail(what: string): never {
  console.error(`${what}.`);
  process.exit(2);
}

/** `--help` and what is not known print how the command is called. */
export function parsed<C extends ParseArgsConfig>(usage: string, config: C) {
  if (process.argv.includes("--help")) {
    console.log(`${usage}\ntasks: ${TASK_NAMES}`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    return fail(`${(error as Error).message}\n${usage}\ntasks: ${TASK_NAMES}`);
  }
}

/** The file that a task is measured on; it need not be there, unless it was named. */
export function goldFile(task: Task, data: string, named: string | undefined): string {
  if (named !== undefined && !existsSync(named)) fail(`${named} is not there`);
  return named ?? join(data, task.file);
}

/** A file that is not of the task's form is said to be so. */
export async function measureFile(task: Task, file: string): Promise<Measured> {
  try {
    const measured = await task.measure(file);
    if (measured.figures.every((f) => f.of === 0)) return notOfForm(task, file, "nothing is marked in it");
    return measured;
  } catch (error) {
    return notOfForm(task, file, (error as Error).message);
  }
}

function notOfForm(task: Task, file: string, why: string): never {
  return fail(`${file} is not of the form of ${task.name} (${why}); the form is that of ${task.file}`);
}
