import { defineConfig } from "tsdown";

export default defineConfig({
  // the last three are threads, started by their files' names
  entry: {
    cli: "src/cli.ts",
    index: "src/index.ts",
    "pglite-thread": "src/store/pglite-thread.ts",
    "reader-thread": "src/queue/reader-thread.ts",
    "room-thread": "src/server/room-thread.ts",
  },
  format: "esm",
  platform: "node",
  target: "node20",
  outDir: "dist",
  outExtensions: () => ({ js: ".js", dts: ".d.ts" }),
  dts: { entry: "src/index.ts" },
  clean: true,
});
