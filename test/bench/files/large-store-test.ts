import { test as base } from 'vitest'
import { provideLargeStore, type LargeStore } from '../large-store'

/** A test on a local copy of 100,000 products, filled once for its file. */
export const test = base.extend<{ large: LargeStore }>({
  large: [
    // oxlint-disable-next-line no-empty-pattern
    ({}, provide) => provideLargeStore(provide),
    { scope: 'file' },
  ],
})
