import { defineConfig } from '@playwright/test'

// The real app in real Electron. Started by scripts/test.mjs, which lends a display and a keychain service.
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  // These end what hangs, and measure nothing: a busy machine takes many times as long.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    ...(process.env.STOCKROOM_E2E_JSON ? [['json', { outputFile: process.env.STOCKROOM_E2E_JSON }] as const] : []),
  ],
})
