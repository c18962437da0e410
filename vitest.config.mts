import { defineConfig } from 'vitest/config'

// Everything that needs no window, under plain Node. test/e2e has the window.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/integration/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: !process.env.CI,
  },
})
