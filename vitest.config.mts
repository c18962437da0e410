import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Everything that needs no window, under plain Node. test/e2e has the window. */
export default defineConfig({
  test: {
    environment: 'node',
    // These end what hangs, and measure nothing: a busy machine takes many times as long.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    // Much of their time is waiting, so two are played at once on two cores as well, where one is the default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    setupFiles: ['test/support/fixed-seeds.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: !process.env.CI,
    projects: [
      // What keeps nothing between tests shares its modules: reading them anew for each file costs more than the tests.
      project('unit', ['test/unit/{electron,scripts}/**/*.test.ts'], { isolate: false }),
      project('renderer', ['test/unit/renderer/**/*.test.{ts,tsx}']),
      project('integration', ['test/integration/**/*.test.ts'], { isolate: false }),
    ],
  },
})

function project(name: string, include: string[], options: { isolate?: boolean } = {}) {
  return { extends: true as const, test: { name, include, ...options } }
}
