import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a thread whose code lies beside the caller's: JavaScript in the package; in a checkout TypeScript, which the thread
 * reads through tsx.
 *
 * @param name the file's name without extension
 * @param from the caller's `import.meta.url`
 */
export function startThread(name: string, from: string, options: WorkerOptions = {}): Worker {
  if (!from.endsWith(".ts")) return new Worker(new URL(`./${name}.js`, from), options);
  const file = JSON.stringify(new URL(`./${name}.ts`, from).href);
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  return new Worker(`import(${tsx}).then(({ register }) => { register(); return import(${file}); })`, {
    ...options,
    eval: true,
  });
}
