import { defineConfig } from '@playwright/test'

// Played by scripts/soak.mjs; takes many minutes.
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/soak',
  fullyParallel: false,
  workers: 1,
  reporter: 'list',
})
