import { defineConfig } from '@playwright/test'

// Played by scripts/bench.mjs: one part after the other, nothing beside them.
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  testIgnore: 'files/**',
  outputDir: '../../test-results/bench',
  fullyParallel: false,
  workers: 1,
  timeout: 30 * 60_000,
  reporter: 'list',
})
