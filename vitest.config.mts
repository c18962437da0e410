import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Everything that needs no window, under plain Node. test/e2e has the window. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Much of their time is waiting, so two are played at once on two cores as well, where one is the default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
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
