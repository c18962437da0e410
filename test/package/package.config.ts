import { defineConfig } from '@playwright/test'

// The packaged program that STOCKROOM_PACKAGED names, at work. Played by scripts/package.mjs.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/package',
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
  reporter: 'list',
})
