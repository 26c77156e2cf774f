/** Puts a gzipped copy beside every text file of the built desk, so that the server sends it without compressing anew. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { packageRoot } from "../src/data/package-root.js";

const folder = join(packageRoot(), "dist", "desk");
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
  if (/\.(?:html|js|css|json|svg)$/.test(name))
    writeFileSync(join(folder, `${name}.gz`), gzipSync(readFileSync(join(folder, name)), { level: 9 }));
