import { test as base } from '@playwright/test'
import { openLargeStore, type LargeStore } from './large-store'

/** A test on a local copy of 100,000 products, filled once for all parts. */
export const test = base.extend<object, { large: LargeStore }>({
  large: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const large = await openLargeStore()
      try {
        await provide(large)
      } finally {
        await large.close()
      }
    },
    { scope: 'worker', timeout: 20 * 60_000 },
  ],
})
