import { defineConfig } from 'vitest/config'

// Played by scripts/bench.mjs behind those of bench.config.ts: code that is read when the first file comes can be read by Vitest alone.
export default defineConfig({
  test: {
    include: ['test/bench/files/*.bench.ts'],
    testTimeout: 30 * 60_000,
    hookTimeout: 30 * 60_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
    passWithNoTests: true,
  },
})
