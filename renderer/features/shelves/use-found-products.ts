import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { ProductRow } from '../../../electron/shared/product-query'
import { call } from '../../bridge'

/** Nobody ticks through more; other words find the rest. */
const shownAtMost = 100

export type FoundProducts = { total: number; rows: readonly ProductRow[] }

/** Products that fit what is typed, as the catalogue's search finds them. Null before the first answer. */
export function useFoundProducts(connectionId: string, text: string): FoundProducts | null {
  const [asked] = useDebouncedValue(text.trim(), 120)
  const [found, setFound] = useState<FoundProducts | null>(null)
  useEffect(() => {
    let isHere = true
    const query = asked === '' ? {} : { text: asked }
    call('catalogue.search', { connectionId, query, offset: 0, limit: shownAtMost }).then(
      (page) => isHere && setFound(page),
      () => isHere && setFound({ total: 0, rows: [] }),
    )
    return () => {
      isHere = false
    }
  }, [connectionId, asked])
  return found
}
