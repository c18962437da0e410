import { defineConfig } from 'vitest/config'

/** Everything that needs no window, under plain Node. test/e2e has the window. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    setupFiles: ['test/support/fixed-seeds.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: !process.env.CI,
    projects: ['unit', 'integration'].map((name) => ({
      extends: true as const,
      test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`] },
    })),
  },
})
