import { defineConfig } from '@playwright/test'

// Played by scripts/tour.mjs.
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/tour',
  workers: 1,
  timeout: 10 * 60_000,
  expect: { timeout: 15_000 },
  reporter: './tour-reporter.ts',
})
