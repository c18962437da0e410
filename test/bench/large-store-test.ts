import { test as base } from '@playwright/test'
import { provideLargeStore, type LargeStore } from './large-store'

/** A test on a local copy of 100,000 products, filled once for all parts. */
export const test = base.extend<object, { large: LargeStore }>({
  large: [
    // oxlint-disable-next-line no-empty-pattern
    ({}, provide) => provideLargeStore(provide),
    { scope: 'worker', timeout: 20 * 60_000 },
  ],
})
