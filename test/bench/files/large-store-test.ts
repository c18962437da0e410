import { test as base } from 'vitest'
import { openLargeStore, type LargeStore } from '../large-store'

/** A test on a local copy of 100,000 products, filled once for its file. */
export const test = base.extend<{ large: LargeStore }>({
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
    { scope: 'file' },
  ],
})
