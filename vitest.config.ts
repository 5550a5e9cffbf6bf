import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/*/test/**/*.test.ts", "tests/**/*.test.ts"],
    // Tests that start the built program need more than the default 5 seconds on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
