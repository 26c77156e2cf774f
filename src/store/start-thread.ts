import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
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
  const tsx = JSON.stringify(
    new URL("dist/esm/api/index.mjs", pathToFileURL(createRequire(from).resolve("tsx/package.json"))).href,
  );
  return new Worker(`import(${tsx}).then(({ register }) => { register(); return import(${file}); })`, {
    ...options,
    eval: true,
  });
}
