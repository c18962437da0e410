import { useLayoutEffect, useRef } from 'react'
import type { Variation } from '../../../stores/variation-edits'
import { followRows } from './grid-store'

/** What is chosen and typed into stays with its variation when rows come and go. */
export function useFollowedRows(variations: readonly Variation[]): void {
  const before = useRef(variations)
  useLayoutEffect(() => {
    if (before.current !== variations) followRows(before.current, variations)
    before.current = variations
  }, [variations])
}
