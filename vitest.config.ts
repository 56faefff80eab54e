import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests say whether something is right, not how fast: a busy machine must not make them fail.
  test: { testTimeout: 60_000 },
});
