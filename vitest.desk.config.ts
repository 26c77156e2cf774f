import { defineConfig } from "vitest/config";

/** The desk in a browser: `npm run test:desk`. */
export default defineConfig({
  test: {
    include: ["tests/desk/**/*.test.ts"],
    globalSetup: ["tests/desk/build-desk.ts"],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    // one browser at a time: several would measure one another
    fileParallelism: false,
  },
});
